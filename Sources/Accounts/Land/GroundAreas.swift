// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import PlaneGeometry
internal import Zonal

extension ZoneLayer {
    /// The ground of each zone in m², and of `all` together: right to a percent, before anything is
    /// measured. A zone that reaches to a pole is left out, and then `all` is.
    package func groundAreas() throws -> [String: Double] {
        // Datum shifts of metres do not matter here, and are said where they do.
        let transform = try GeodeticNotes.$current.withValue(nil) {
            try CoordinateTransform(from: crs, to: CRS("EPSG:6933"))
        }
        var areas: [String: Double] = [:]
        for zone in zones {
            let polygons = zone.polygons.map { polygon in
                polygon.rings.map { transform.transformed($0).compactMap(\.self) }
            }
            guard polygons.map({ $0.map(\.count) }) == zone.polygons.map({ $0.rings.map(\.count) })
            else { continue }
            areas[zone.id] = Geometry(polygons.map { Polygon(rings: $0) }).area
        }
        if areas.count == zones.count {
            areas["all"] = zones.reduce(0) { $0 + (areas[$1.id] ?? 0) }
        }
        return areas
    }
}
