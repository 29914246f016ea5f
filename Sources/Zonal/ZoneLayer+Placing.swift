// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import PlaneGeometry

extension ZoneLayer {
    /// The layer with every point brought to longitude and latitude on WGS 84 by a PROJ pipeline.
    func moved(by pipeline: Pipeline) throws(GDALError) -> ZoneLayer {
        var moved: [Zone] = []
        for zone in zones {
            var polygons: [Polygon] = []
            for polygon in zone.polygons {
                var rings: [[Point]] = []
                for ring in polygon.rings { rings.append(try pipeline.apply(to: ring)) }
                polygons.append(Polygon(rings: rings))
            }
            moved.append(Zone(id: zone.id, name: zone.name, polygons: polygons))
        }
        return ZoneLayer(zones: moved, crs: try CRS.wgs84(), name: name, notes: notes)
    }

    /// Refuses coordinates that cannot be of the layer's CRS, and says whose they look like.
    ///
    /// - Throws: ``ZoneError/zoneOffItsCRS(file:feature:fault:code:)``, or `GDALError` where PROJ cannot use
    ///   the CRS.
    func refuseOffTheirCRS() throws {
        let extents = zones.map { zone in
            Extent(around: zone.polygons.lazy.compactMap(\.rings.first).joined())
        }
        func refuse(_ extent: Extent?, _ feature: String?) throws {
            guard let extent, let fault = try CoordinateFit.fault(of: extent, in: crs) else {
                return
            }
            throw ZoneError.zoneOffItsCRS(
                file: name, feature: feature, fault: fault.description, code: fault.code)
        }
        if crs.isGeographic {
            for (zone, extent) in zip(zones, extents) { try refuse(extent, "zone '\(zone.id)'") }
        } else if crs.isProjected {
            let known = extents.compactMap(\.self)
            guard let first = known.first else { return }
            try refuse(known.dropFirst().reduce(first) { $0.union($1) }, nil)
        }
    }
}
