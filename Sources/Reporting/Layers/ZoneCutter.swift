// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import Patches
package import PlaneGeometry
internal import Zonal

/// Zones in the CRS of a raster, to cut polygons with.
struct ZoneCutter {
    private let shapes: [Geometry]
    private let extents: [Extent?]

    /// Transforms zones; their sides get more corners first, so that they keep their course.
    init(_ layer: ZoneLayer, on grid: Grid) throws {
        let step = grid.transform.pixelArea.squareRoot() * 20
        if layer.crs.isSame(as: grid.crs) {
            shapes = layer.zones.map { Geometry($0.polygons) }
        } else {
            let there = try CoordinateTransform(from: layer.crs, to: grid.crs)
            let back = try CoordinateTransform(from: grid.crs, to: layer.crs)
            shapes = try layer.zones.map { zone in
                let rings = try zone.polygons.map { polygon in
                    Polygon(
                        rings: try polygon.rings.map { ring in
                            try ZoneCutter.moved(ring, there, back, step: step)
                        })
                }
                return try Geometry(rings).madeValid()
            }
        }
        extents = shapes.map(\.extent)
    }

    /// A ring in the other CRS, with corners at most about `step` of that CRS apart.
    private static func moved(
        _ ring: [Point], _ there: CoordinateTransform, _ back: CoordinateTransform, step: Double
    ) throws -> [Point] {
        var ends = ring
        try there.apply(to: &ends)
        var dense: [Point] = []
        for index in ring.indices.dropFirst() {
            let (a, b) = (ring[index - 1], ring[index])
            let (dx, dy) = (ends[index].x - ends[index - 1].x, ends[index].y - ends[index - 1].y)
            let steps = ((dx * dx + dy * dy).squareRoot() / step).rounded(.up)
            let count = Int(max(1, min(1000, steps)))
            // Always cut from the same end, so that neighbours get the same corners.
            let isForward = (a.x, a.y) < (b.x, b.y)
            for part in 0..<count {
                let share = Double(isForward ? part : count - part) / Double(count)
                let (from, to) = isForward ? (a, b) : (b, a)
                dense.append(
                    part == 0
                        ? a
                        : Point(
                            x: from.x + (to.x - from.x) * share,
                            y: from.y + (to.y - from.y) * share))
            }
        }
        if let last = ring.last { dense.append(last) }
        try there.apply(to: &dense)
        return dense
    }

    /// What of a shape lies in each of some zones; nothing where nothing does.
    ///
    /// For many zones the shape is cut into parts first, and those again, so that no zone is held
    /// against all of a large shape.
    func cut(_ shape: Geometry, toZones zones: [Int]) throws -> [Int: Geometry] {
        var pieces: [Int: Geometry] = [:]
        if zones.count > 64 {
            try cut(shape, toMany: zones, into: &pieces)
        } else {
            for zone in zones { pieces[zone] = try cut(shape, toZone: zone) }
        }
        return pieces
    }

    private func cut(
        _ shape: Geometry, toMany zones: [Int], into pieces: inout [Int: Geometry]
    ) throws {
        func whole(_ zones: [Int]) -> Extent? {
            zones.compactMap { extents[$0] }.reduce(nil) { $0?.union($1) ?? $1 }
        }
        guard let around = whole(zones) else { return }
        let isWide = around.width >= around.height
        let middle = isWide ? around.minX + around.width / 2 : around.minY + around.height / 2
        // Before the middle, behind it, and across it.
        var groups: [[Int]] = [[], [], []]
        for zone in zones {
            guard let extent = extents[zone] else { continue }
            let (low, high) =
                isWide ? (extent.minX, extent.maxX) : (extent.minY, extent.maxY)
            groups[high <= middle ? 0 : low >= middle ? 1 : 2].append(zone)
        }
        guard zones.count > 8, groups.allSatisfy({ $0.count < zones.count }) else {
            for zone in zones { pieces[zone] = try cut(shape, toZone: zone) }
            return
        }
        for group in groups {
            guard let extent = whole(group) else { continue }
            let near = try shape.intersection(Geometry([Polygon(around: extent)])).polygons
            guard !near.isEmpty else { continue }
            try cut(Geometry(near), toMany: group, into: &pieces)
        }
    }

    /// What of a shape lies in a zone; `nil` where nothing does.
    func cut(_ shape: Geometry, toZone zone: Int) throws -> Geometry? {
        guard let extent = extents[zone], let shapeExtent = shape.extent,
            extent.overlaps(shapeExtent)
        else {
            return nil
        }
        let polygons = try shapes[zone].intersection(shape).polygons
        return polygons.isEmpty ? nil : Geometry(polygons)
    }
}

extension Polygon {
    fileprivate init(around extent: Extent) {
        let corners = [
            Point(x: extent.minX, y: extent.minY), Point(x: extent.maxX, y: extent.minY),
            Point(x: extent.maxX, y: extent.maxY), Point(x: extent.minX, y: extent.maxY),
            Point(x: extent.minX, y: extent.minY),
        ]
        self.init(rings: [corners])
    }
}

extension Outlines {
    /// A patch's polygons, a polygon a part, in coordinates.
    package func polygons(ofParts parts: some Sequence<Int32>, on transform: GeoTransform)
        -> [Polygon]
    {
        parts.map { part in
            Polygon(
                rings: outline(of: part).rings.map { ring in
                    ring.map { transform.coordinates(column: Double($0.x), row: Double($0.y)) }
                })
        }
    }
}
