// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
package import GDAL
internal import LandCover
internal import PlaneGeometry
internal import Zonal

extension Grid {
    /// The size of a pixel to six digits, in degrees or in the CRS's own unit: `0.05°`, `30 units`.
    package var pixelSize: String {
        func length(_ x: Double, _ y: Double) -> String {
            let size = (x * x + y * y).squareRoot()
            guard size > 0, size.isFinite else { return "\(size)" }
            var scale = 1.0
            while size * scale < 100_000 { scale *= 10 }
            let rounded = (size * scale).rounded() / scale
            return rounded == rounded.rounded() && rounded < 1e9
                ? "\(Int(rounded))" : "\(rounded)"
        }
        let origin = transform.coordinates(column: 0, row: 0)
        let right = transform.coordinates(column: 1, row: 0)
        let below = transform.coordinates(column: 0, row: 1)
        let width = length(right.x - origin.x, right.y - origin.y)
        let height = length(below.x - origin.x, below.y - origin.y)
        let unit = crs.isGeographic ? "°" : " units"
        return width == height ? width + unit : "\(width) × \(height)\(unit)"
    }
}

extension LandYear {
    /// What its areas rest on: class scheme, and polygons or pixels of a size.
    package func basis(assuming crs: CRS?) throws -> Basis {
        var basis = Basis([.scheme: scheme.id])
        basis.aspects[.product] = product.series(year: year)
        switch self {
        case .raster(let rasters, _):
            basis.aspects[.land] = try Grid(of: rasters.info, assuming: crs).pixelSize
        case .parcels: basis.aspects[.land] = "polygons"
        }
        return basis
    }

    /// The share of each zone, and of all together as `all`, that has land cover, 0…1.
    package var coverage: [String: Double] {
        var sums: [String: (known: Double, total: Double)] = [:]
        func add(_ known: Double, of total: Double, to zone: String) {
            for key in [zone, "all"] {
                sums[key, default: (0, 0)].known += known
                sums[key, default: (0, 0)].total += total
            }
        }
        switch self {
        case .raster(_, let account):
            let unknown: Set = [LandCover.Category.nodata.key, "outside"]
            for (zone, amounts) in zip(account.tally.zones, account.tally.amounts) {
                var known = Amount(), total = Amount()
                for (codes, amount) in amounts {
                    total += amount
                    let category = account.category(of: codes[0], zone: zone.id)
                    if !unknown.contains(category) { known += amount }
                }
                add(known.areaSquareMetres, of: total.areaSquareMetres, to: zone.id)
            }
        case .parcels(let parcels):
            for (index, zone) in parcels.account.zones.enumerated() {
                let known = parcels.account.amounts[index].filter { $0.key != "nodata" }
                    .values.reduce(Int128(0)) { $0 + $1.area }
                let total = parcels.account.zoneAreas[index]
                add(
                    Double(known) / PolygonArea.unitsPerSquareMetre,
                    of: Double(total) / PolygonArea.unitsPerSquareMetre, to: zone.id)
            }
        }
        return sums.compactMapValues { $0.total > 0 ? min(1, $0.known / $0.total) : nil }
    }
}

extension LandYear {
    /// m² of each zone's geometry.
    package var zoneAreas: [String: Double] {
        switch self {
        case .raster(_, let account):
            Dictionary(
                account.tally.zones.indices.map {
                    (
                        account.tally.zones[$0].id, account.tally.total(ofZone: $0).areaSquareMetres
                    )
                }, uniquingKeysWith: { first, _ in first })
        case .parcels(let parcels):
            Dictionary(
                zip(parcels.account.zones, parcels.account.zoneAreas).map {
                    ($0.id, Double($1) / PolygonArea.unitsPerSquareMetre)
                }, uniquingKeysWith: { first, _ in first })
        }
    }
}
