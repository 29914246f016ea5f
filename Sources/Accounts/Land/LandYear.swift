// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
internal import GDAL
package import LandCover
package import Zonal

/// One year's land cover, as a raster or as survey polygons.
package enum LandYear: Sendable {
    case raster(YearRasters, YearAccount)
    case parcels(ParcelYear)

    package var year: Int {
        switch self {
        case .raster(let rasters, _): rasters.year
        case .parcels(let parcels): parcels.year
        }
    }

    /// The year's vegetation cover; `nil` where there is none.
    package var cover: CoverRaster? {
        switch self {
        case .raster(let rasters, _): rasters.cover
        case .parcels(let parcels): parcels.coverRaster
        }
    }

    /// The zones that were measured.
    package var zones: [Tally.ZoneKey] {
        switch self {
        case .raster(_, let account): account.tally.zones
        case .parcels(let parcels): parcels.account.zones
        }
    }

    package var scheme: ClassScheme {
        switch self {
        case .raster(_, let account): account.scheme.scheme
        case .parcels(let parcels): parcels.account.scheme
        }
    }

    /// What a class counts as in a zone, shrub resolved.
    package func category(ofClass label: String, zone: String) -> String {
        switch self {
        case .raster(_, let account):
            guard let code = Int(label) else { return label }
            return account.category(of: .value(code), zone: zone)
        case .parcels(let parcels): return parcels.category(of: label, zone: zone)
        }
    }
}

/// One zone's land in a year, or that of all zones together.
package struct LandPart: Sendable {
    package let key: Tally.ZoneKey
    /// m² by category, shrub resolved zone by zone.
    package let areas: CategoryAreas
    /// Shrub whose category rests on an assumption, or on rain near the limit.
    package let shrubInDoubt: [ShrubInDoubt]
    /// By class, where the land is polygons.
    package let parcels: [String: ParcelAmount]

    /// Whether it is all zones together.
    package var isWhole: Bool { key.id == "all" }
}

extension LandYear {
    /// The zones one by one, then all of them as `all`, added up from integers.
    package func parts(wholeName: String) throws -> [LandPart] {
        switch self {
        case .raster(_, let account):
            try account.parts(cityName: wholeName).map {
                LandPart(
                    key: $0.zone, areas: $0.areas, shrubInDoubt: $0.shrubInDoubt, parcels: [:])
            }
        case .parcels(let parcels):
            try parcels.parts(cityName: wholeName).map {
                LandPart(
                    key: $0.key, areas: try parcels.categories($0),
                    shrubInDoubt: $0.shrubInDoubt, parcels: $0.classes)
            }
        }
    }

    /// A result with what a reader should know of how the year's rasters were brought together.
    package func noted(_ result: IndicatorResult) -> IndicatorResult {
        guard case .raster(_, let account) = self else { return result }
        var result = result
        result.notes += account.notes
        return result
    }

    /// Every file that was read for it.
    package var files: [String] {
        switch self {
        case .raster(let rasters, _): rasters.files
        case .parcels(let parcels): [parcels.file] + parcels.coverFiles
        }
    }
}

extension AssessmentRules {
    /// Takes away a value where too much land has no class; else lets it range by that land.
    package func limit(_ result: inout IndicatorResult, _ areas: CategoryAreas) {
        let status = status(
            unclassifiedShare: areas.unclassifiedShare, otherwise: result.status)
        if status != result.status {
            result.status = status
            result.value = nil
        } else {
            result.allow(unknown: areas.unclassified)
        }
    }
}

extension ParcelYear {
    /// The ground of some categories, zone by zone; zones without any are left out.
    ///
    /// Each zone's id is that of the zone itself.
    package func ground(of wanted: (_ category: String) -> Bool) -> ZoneLayer {
        let zones = zip(account.zones, account.pieces).compactMap { key, pieces -> Zone? in
            let polygons = pieces.sorted { $0.key < $1.key }
                .filter { wanted(category(of: $0.key, zone: key.id)) }.flatMap(\.value)
            return polygons.isEmpty ? nil : Zone(id: key.id, name: key.name, polygons: polygons)
        }
        return ZoneLayer(zones: zones, crs: account.crs, name: file)
    }
}

extension LandYear {
    /// m² with a class, by zone and by the class's code; zones without any are left out.
    package var classAreas: [String: [String: Double]] {
        let (zones, areas) =
            switch self {
            case .raster(_, let account):
                (account.tally.zones, account.tally.amounts.map(account.classAreas))
            case .parcels(let parcels):
                (parcels.account.zones, parcels.account.amounts.map(Self.classAreas))
            }
        return zip(zones, areas).reduce(into: [:]) { if !$1.1.isEmpty { $0[$1.0.id] = $1.1 } }
    }

    /// The same of all zones together, from the sums of their integers.
    package var totalClassAreas: [String: Double] {
        switch self {
        case .raster(_, let account): return account.classAreas(of: account.tally.sum())
        case .parcels(let parcels):
            let total = parcels.account.amounts.joined().reduce(into: [:]) {
                $0[$1.key, default: ParcelAmount()] += $1.value
            }
            return Self.classAreas(of: total)
        }
    }

    private static func classAreas(of amounts: [String: ParcelAmount]) -> [String: Double] {
        amounts.filter { $0.key != "nodata" }.mapValues(\.areaSquareMetres)
    }
}

extension YearAccount {
    /// m² with a class, by the class's code.
    fileprivate func classAreas(of amounts: [[Code]: Amount]) -> [String: Double] {
        var classes: [Int: Amount] = [:]
        for (codes, amount) in amounts {
            guard case .value(let code) = scheme.scheme.meaning(of: codes[0]) else { continue }
            classes[code, default: Amount()] += amount
        }
        return Dictionary(
            uniqueKeysWithValues: classes.map { ("\($0)", $1.areaSquareMetres) })
    }
}
