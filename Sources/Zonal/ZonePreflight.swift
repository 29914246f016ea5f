// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import GDAL
internal import PlaneGeometry

extension ZoneLayer {
    /// Looks for overlaps, gaps and slivers between zones, before any pixel is read.
    ///
    /// A sliver is an overlap or a gap thinner than a tenth of its length. Areas are planar, in the
    /// square units of the zones' CRS. O(n log n + pairs of zones whose extents overlap).
    public func topologyNotes() throws(GDALError) -> [ZoneNote] {
        var notes: [ZoneNote] = []
        let geometries = zones.map { Geometry($0.polygons) }
        let extents = geometries.map(\.extent)
        let tree = ExtentTree(extents)
        for (i, extent) in extents.enumerated() {
            for j in extent.map(tree.overlapping) ?? [] where j > i {
                let shared = try geometries[i].intersection(geometries[j])
                let least = 1e-9 * min(geometries[i].area, geometries[j].area)
                guard shared.area > least else { continue }
                let ids = [zones[i].id, zones[j].id]
                let share = 100 * shared.area / min(geometries[i].area, geometries[j].area)
                notes.append(
                    ZoneNote(
                        shared.isSliver ? .sliver : .overlap, zones: ids,
                        "zones '\(ids[0])' and '\(ids[1])' overlap: \(rounded(share)) % of the "
                            + "smaller; each is measured whole, so their sum counts it twice"))
            }
        }
        notes += try gapNotes(geometries, tree)
        return notes
    }

    /// Holes of the union that no zone has as a hole of its own meaning: land between zones.
    private func gapNotes(
        _ geometries: [Geometry], _ tree: ExtentTree
    ) throws(GDALError) -> [ZoneNote] {
        guard zones.count > 1 else { return [] }
        let union = try Geometry(zones.flatMap(\.polygons)).dissolved()
        var notes: [ZoneNote] = []
        for hole in union.polygons.flatMap({ $0.rings.dropFirst() }) {
            let gap = Geometry([Polygon(rings: [hole])])
            let near = gap.extent.map(tree.touching) ?? []
            let neighbours = near.filter { geometries[$0].intersects(gap) }.map { zones[$0].id }
            guard neighbours.count > 1 else { continue }
            let share = 100 * gap.area / union.area
            notes.append(
                ZoneNote(
                    gap.isSliver ? .sliver : .gap, zones: neighbours,
                    "a gap of \(rounded(share)) % of the whole lies between zones "
                        + neighbours.map { "'\($0)'" }.joined(separator: ", ")))
        }
        return notes
    }

    /// Says which zones lie off a grid, or only partly on it.
    ///
    /// A border that two inputs share is the same to within a sub-pixel, as when it is measured.
    ///
    /// - Throws: ``ZoneError/outside(file:raster:)`` where no zone reaches the grid.
    public func placementNotes(on grid: Grid) throws -> [ZoneNote] {
        let isSame = crs.isSame(as: grid.crs)
        let transform = isSame ? nil : try CoordinateTransform(from: crs, to: grid.crs)
        let placer = isSame ? nil : try ZonePlacer(to: grid, from: self)
        let (width, height) = (Double(grid.width), Double(grid.height))
        let turn = grid.turnInColumns
        // A raster all around the earth has no side in the west or east.
        let isRing = turn > 0 && width >= turn
        let raster = Extent(
            minX: isRing ? -.infinity : 0, minY: 0, maxX: isRing ? .infinity : width, maxY: height)
        var notes: [ZoneNote] = []
        var reaching = 0
        for zone in zones {
            let isFar = placer?.isFar(zone) ?? false
            guard
                let extent = try isFar
                    ? placer?.extent(of: zone) : extent(of: zone, on: grid, through: transform)
            else {
                notes.append(.off(zone))
                continue
            }
            let copies = [0, -turn, turn].map { shift in
                Extent(
                    minX: extent.minX + shift, minY: extent.minY, maxX: extent.maxX + shift,
                    maxY: extent.maxY)
            }
            if !copies.contains(where: raster.overlaps) {
                notes.append(.off(zone))
            } else {
                reaching += 1
                if isFar || !copies.contains(where: raster.contains) {
                    notes.append(
                        ZoneNote(
                            .partlyOutside, zones: [zone.id],
                            "zone '\(zone.id)' lies partly off the raster; what is off it is "
                                + "booked as 'outside'"))
                }
            }
        }
        guard reaching > 0 else { throw ZoneError.outside(file: name, raster: grid.name) }
        return notes
    }

    /// The columns and rows that a zone's vertices lie between; `nil` where none has a place.
    func extent(
        of zone: Zone, on grid: Grid, through transform: CoordinateTransform?
    ) -> Extent? {
        var (low, high) = (Point(x: .infinity, y: .infinity), Point(x: -.infinity, y: -.infinity))
        func add(_ point: Point) {
            let pixel = grid.transform.pixel(of: point)
            low = Point(x: min(low.x, pixel.x), y: min(low.y, pixel.y))
            high = Point(x: max(high.x, pixel.x), y: max(high.y, pixel.y))
        }
        for polygon in zone.polygons {
            guard let ring = polygon.rings.first else { continue }
            if let transform {
                for case let point? in transform.transformed(ring) { add(point) }
            } else {
                for point in ring { add(point) }
            }
        }
        guard low.x <= high.x else { return nil }
        return Extent(
            minX: snapped(low.x), minY: snapped(low.y), maxX: snapped(high.x),
            maxY: snapped(high.y))
    }
}

extension ZoneNote {
    fileprivate static func off(_ zone: Zone) -> ZoneNote {
        ZoneNote(.outside, zones: [zone.id], "zone '\(zone.id)' lies off the raster")
    }
}

extension Grid {
    /// Columns to a full turn of longitude; 0 in the plane.
    var turnInColumns: Double {
        guard crs.isGeographic && transform.isAxisAligned else { return 0 }
        let turn = 2 * .pi / (crs.unit * abs(transform.coefficients[1]))
        let whole = turn.rounded()
        // Pixels of 0.05° are 7200 to a turn, whatever the last bit of 0.05 says; and a raster that is
        // to go all around the earth does, whatever digits its file has of its pixels' size.
        let isAllAround = Double(width) == whole && abs(turn - whole) < min(1e-6 * turn, 0.1)
        return isAllAround || abs(turn - whole) < 1e-12 * turn ? whole : turn
    }
}

extension Geometry {
    /// Whether it is thinner than a tenth of its length: area against the square of its extent.
    fileprivate var isSliver: Bool {
        guard let extent else { return false }
        let length = max(extent.width, extent.height)
        return area < 0.1 * length * length
    }
}

private func rounded(_ share: Double) -> String {
    if share >= 0.01 { return String((share * 100).rounded() / 100) }
    return "under 0.01"
}
