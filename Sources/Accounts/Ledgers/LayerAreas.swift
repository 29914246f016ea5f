// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import GDAL
package import PlaneGeometry
package import Zonal

/// Polygons in longitude and latitude, dissolved so that no ground counts twice.
package struct DissolvedLayer {
    package let shape: Geometry
    package let crs: CRS

    /// Reads a layer whole.
    package init(reading source: ZoneSource) throws {
        let layer = try ZoneLayer(reading: source)
        try self.init(layer.zones.flatMap(\.polygons), crs: layer.crs)
    }

    package init(_ polygons: [Polygon], crs: CRS) throws {
        let base = try crs.geographicBase()
        let transform = crs.isGeographic ? nil : try CoordinateTransform(from: crs, to: base)
        shape = try Geometry(polygons.map { try $0.placed(by: transform) }).dissolved()
        self.crs = base
    }

    /// In another geographic CRS.
    package func moved(to target: CRS) throws -> Geometry {
        guard !crs.isSame(as: target) else { return shape }
        let transform = try CoordinateTransform(from: crs, to: target)
        return Geometry(try shape.polygons.map { try $0.placed(by: transform) })
    }
}

/// What each zone shares with a layer of polygons, m² on the ellipsoid, no ground twice.
package struct LayerAreas {
    package let byZone: [String: Double]
    /// All zones together.
    package let total: Double

    package init(of source: ZoneSource, over zones: ZoneLayer) throws {
        try self.init(of: DissolvedLayer(reading: source), over: zones)
    }

    /// The same for a layer that was read before; with an outline, only ground within it counts.
    package init(
        of layer: DissolvedLayer, over zones: ZoneLayer, within outline: DissolvedLayer? = nil
    ) throws {
        let base = try zones.crs.geographicBase()
        let transform =
            zones.crs.isGeographic ? nil : try CoordinateTransform(from: zones.crs, to: base)
        var shape = try layer.moved(to: base)
        if let outline { shape = try shape.intersection(outline.moved(to: base)) }
        let areas = PolygonArea(in: base)
        var byZone: [String: Double] = [:]
        var total: Int128 = 0
        let reach = shape.extent
        for zone in zones.zones {
            let zoneShape = Geometry(try zone.polygons.map { try $0.placed(by: transform) })
            guard let extent = zoneShape.extent, reach?.overlaps(extent) == true else {
                byZone[zone.id] = 0
                continue
            }
            let units = areas.units(of: try zoneShape.intersection(shape).polygons)
            byZone[zone.id] = Double(units) / PolygonArea.unitsPerSquareMetre
            total += units
        }
        self.byZone = byZone
        self.total = Double(total) / PolygonArea.unitsPerSquareMetre
    }
}
