// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import PlaneGeometry

/// Where on the earth a projected raster lies, in the longitude and latitude of some zones.
///
/// Far from the raster its projection may have no place for a zone, tear it, or map it inside out:
/// what a zone has there is cut off before it is projected. Nothing of the raster is far from it.
struct RasterReach {
    private let crs: CRS
    /// The raster, and a little more.
    private let near: Extent
    /// Within it projections behave.
    private let safe: Extent
    private let pixelArea: Double
    private let areas: AreaRule

    /// How many degrees around a raster every projection in use is fit for.
    private static let safeDegrees = 60.0

    /// `nil` where no place of the raster is known.
    init?(of grid: Grid, in crs: CRS, by rule: AreaRule = .current) throws {
        self.crs = crs
        areas = rule
        let degree = .pi / 180 / crs.unit
        let (w, h) = (Double(grid.width), Double(grid.height))
        let pixels = Extent(minX: 0, minY: 0, maxX: w, maxY: h)
        let points = pixels.sampled(33).map { grid.transform.coordinates(column: $0.x, row: $0.y) }
        let toZones = try CoordinateTransform(from: grid.crs, to: crs)
        var places = toZones.transformed(points).compactMap(\.self)
        guard let first = places.first else { return nil }
        let turn = 360 * degree
        for index in places.indices {
            places[index].x += turn * ((first.x - places[index].x) / turn).rounded()
        }
        guard var extent = Extent(around: places) else { return nil }
        let toGrid = try CoordinateTransform(from: crs, to: grid.crs)
        var hasPole = false
        for latitude in [-90 * degree, 90 * degree] {
            guard let pole = toGrid.transformed([Point(x: first.x, y: latitude)])[0] else {
                continue
            }
            let pixel = grid.transform.pixel(of: pole)
            guard (0...w).contains(pixel.x), (0...h).contains(pixel.y) else { continue }
            hasPole = true
            extent.minY = min(extent.minY, latitude)
            extent.maxY = max(extent.maxY, latitude)
        }
        if hasPole || extent.width > 180 * degree {
            (extent.minX, extent.maxX) = (-180 * degree, 180 * degree)
        }
        func grown(by margin: Double) -> Extent {
            Extent(
                minX: max(extent.minX - margin, extent.minX + extent.width / 2 - turn / 2),
                minY: max(extent.minY - margin, -90 * degree),
                maxX: min(extent.maxX + margin, extent.minX + extent.width / 2 + turn / 2),
                maxY: min(extent.maxY + margin, 90 * degree))
        }
        near = grown(by: 0.1 * max(extent.width, extent.height) + 0.5 * degree)
        safe = grown(by: Self.safeDegrees * degree)
        pixelArea = grid.transform.pixelArea * grid.crs.unit * grid.crs.unit
    }

    /// By how much longitudes may be moved: whole turns.
    private var turns: [Double] {
        let turn = 2 * .pi / crs.unit
        return [0, -turn, turn]
    }

    /// Whether all of a zone lies where the raster's projection can be trusted.
    func holds(_ zone: Zone) -> Bool {
        guard let extent = Extent(around: zone.polygons.lazy.compactMap(\.rings.first).joined())
        else { return true }
        return turns.contains { safe.contains(extent.moved(by: $0)) }
    }

    /// What of a zone lies near the raster.
    func clipped(_ zone: Zone) throws -> [Polygon] {
        let whole = Geometry(zone.polygons)
        guard let extent = whole.extent else { return [] }
        return try turns.map { near.moved(by: $0) }.filter(extent.overlaps).flatMap { window in
            try whole.intersection(Geometry([Polygon(rings: [window.ring])])).polygons
        }
    }

    /// All of a zone: its area on the ellipsoid, and as many pixels as its area has of the raster's.
    func area(of zone: Zone) throws -> Amount {
        let units = PolygonArea(in: crs, areas: areas).units(of: zone.polygons)
        var amount = Amount()
        amount.weight = units << 47
        let pixels = Double(units) / PolygonArea.unitsPerSquareMetre / pixelArea
        amount.coverage = Int128((pixels * 0x1p47).rounded())
        return amount
    }
}

extension Extent {
    fileprivate func moved(by columns: Double) -> Extent {
        Extent(minX: minX + columns, minY: minY, maxX: maxX + columns, maxY: maxY)
    }

    fileprivate var ring: [Point] {
        [(minX, minY), (maxX, minY), (maxX, maxY), (minX, maxY), (minX, minY)].map {
            Point(x: $0.0, y: $0.1)
        }
    }
}
