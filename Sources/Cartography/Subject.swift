// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import PlaneGeometry

/// What a sheet is about: where it lies, and how it is shown.
struct Subject {
    let projection: DisplayProjection
    /// In the display CRS.
    let extent: Extent

    init(of sheet: MapSheet) throws {
        let grounds = try Self.grounds(of: sheet)
        var geographic: [Extent] = []
        for ground in grounds {
            if let extent = try geographicExtent(
                of: ground.rings, and: ground.places, in: ground.crs)
            {
                geographic.append(extent)
            }
        }
        guard let whole = Extent(unionOnSphere: geographic) else {
            throw MapError.nothingToShow("no layer has a zone or a raster with a place on Earth")
        }
        projection = try sheet.crs.map { DisplayProjection($0) } ?? DisplayProjection(for: whole)
        var extent: Extent?
        let seam = Ground(
            places: seamPlaces(of: whole, about: projection.crs.centralMeridian),
            crs: try CRS.wgs84())
        for ground in grounds + [seam] {
            let transform = try CoordinateTransform(from: ground.crs, to: projection.crs)
            var points = ground.places + ground.rings.flatMap { followed($0, in: ground.crs) }
            if let latitudes = sheet.crs?.worldLatitudes {
                let toGeographic = try CoordinateTransform(from: ground.crs, to: CRS.wgs84())
                points = zip(points, toGeographic.transformed(points)).filter { _, place in
                    place.map { latitudes.contains($0.y) } ?? false
                }.map(\.0)
            }
            let shown = Extent(around: transform.transformed(points).compactMap { $0 })
            if let shown { extent = extent?.union(shown) ?? shown }
        }
        guard let extent, extent.width > 0, extent.height > 0 else {
            throw MapError.nothingToShow("the layers cover no ground in \(projection.crs)")
        }
        self.extent = extent
    }

    /// Ground that a map is about, in its own CRS.
    private struct Ground {
        var rings: [[Point]] = []
        var places: [Point] = []
        let crs: CRS
    }

    /// The zones; without any, styled features; without these, rasters.
    private static func grounds(of sheet: MapSheet) throws -> [Ground] {
        var grounds: [Ground] = []
        for borders in sheet.layers.compactMap(\.borders) {
            let rings = borders.zones.flatMap { $0.polygons.flatMap(\.rings) }
            if !rings.isEmpty { grounds.append(Ground(rings: rings, crs: borders.crs)) }
        }
        for case .styledFeatures(let layer) in sheet.layers where grounds.isEmpty {
            let rings = layer.features.flatMap { $0.polygons.flatMap(\.rings) }
            let places = layer.features.flatMap { $0.lines.joined() + $0.points }
            if rings.count + places.count > 0 {
                grounds.append(Ground(rings: rings, places: places, crs: layer.crs))
            }
        }
        guard grounds.isEmpty else { return grounds }
        for raster in sheet.layers.compactMap(\.raster) {
            let info = try Dataset(opening: raster).info
            guard let crs = info.crs else {
                throw MapError.nothingToShow("\(raster.name) names no CRS; give it one first")
            }
            grounds.append(Ground(places: try Cartography.places(of: info), crs: crs))
        }
        return grounds
    }
}
