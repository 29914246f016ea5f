// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import GDAL
internal import PlaneGeometry
package import Zonal

extension SurveyFile.Desert {
    /// What each zone shares with the desert, as zones of their own; those that share nothing fall out.
    package func parts(in zones: ZoneLayer) throws -> ZoneLayer {
        let layer = try ZoneLayer(reading: source)
        var shape = try Geometry(layer.zones.flatMap(\.polygons)).dissolved()
        if !layer.crs.isSame(as: zones.crs) {
            let transform = try CoordinateTransform(from: layer.crs, to: zones.crs)
            shape = Geometry(
                try shape.polygons.map { polygon throws(GDALError) in
                    var rings = polygon.rings
                    for index in rings.indices { try transform.apply(to: &rings[index]) }
                    return Polygon(rings: rings)
                })
        }
        var parts: [Zone] = []
        for zone in zones.zones {
            let shared = try Geometry(zone.polygons).intersection(shape).polygons
            if !shared.isEmpty {
                parts.append(Zone(id: zone.id, name: zone.name, polygons: shared))
            }
        }
        guard !parts.isEmpty else {
            throw SurveyError.regionMissesZones(
                region: indicator, file: source.path)
        }
        try refuseLabel(parts, in: zones)
        return ZoneLayer(zones: parts, crs: zones.crs, name: source.path)
    }

    /// Refuses an outline that covers most of the zones; planar areas are near enough for that.
    private func refuseLabel(_ parts: [Zone], in layer: ZoneLayer) throws {
        guard !mayCoverAll else { return }
        func area(_ zones: [Zone]) -> Double {
            zones.reduce(0) { $0 + Geometry($1.polygons).area }
        }
        do {
            try DesertTreatment.requirePlausible(
                region: indicator, area: area(parts), of: area(layer.zones))
        } catch {
            throw SurveyError.implausibleRegion(file: source.path, why: "\(error)")
        }
    }
}
