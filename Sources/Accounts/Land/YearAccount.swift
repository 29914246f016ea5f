// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
internal import LandCover
package import Words
package import Zonal

/// One year's exact areas: by zone, class, category and bin of vegetation cover.
package struct YearAccount: Sendable {
    package let year: Int
    package let scheme: ChosenScheme
    /// Codes: land cover, then the bin of vegetation cover where there is cover.
    package let tally: Tally
    /// Standing volume by zone and category; empty where there is no volume raster.
    package let volumes: [[String: VolumeSum]]
    package let hasCover: Bool
    /// What stored shrub was resolved to, by zone and class.
    package let shrubs: ShrubBook
    package let notes: [LocalizedText]

    /// One zone, or all of them together.
    package struct Part {
        package let zone: Tally.ZoneKey
        package let areas: CategoryAreas
        /// Grassland with a value of cover: Σ cover × m², and its m².
        package let grasslandCovered: Double
        package let grasslandValued: Double
        package let grasslandMissing: Double
        /// m² by bin of vegetation cover, and without a value.
        package let coverBins: [Int: Double]
        package let coverMissing: Double
        /// Shrub whose category rests on an assumption, or on rain near the limit.
        package let shrubInDoubt: [ShrubInDoubt]
    }

    /// The zones one by one, then the city, `all`, from the sums of their integers.
    package func parts(cityName: String) throws -> [Part] {
        var parts: [Part] = []
        var city = Sums()
        for (index, zone) in tally.zones.enumerated() {
            var sums = Sums()
            for (codes, amount) in tally.amounts[index] {
                sums.add(
                    amount, category: category(of: codes[0], zone: zone.id),
                    bin: codes.count > 1 ? codes[1] : .noData)
            }
            city.add(sums)
            parts.append(
                try sums.part(zone, tally: tally, shrubInDoubt: shrubDoubts(inZone: index).areas))
        }
        let doubts = tally.zones.indices.reduce(into: ShrubDoubts()) {
            $0.add(shrubDoubts(inZone: $1))
        }
        parts.append(
            try city.part(
                Tally.ZoneKey(id: "all", name: cityName), tally: tally,
                shrubInDoubt: doubts.areas))
        return parts
    }

    /// A code's category in a zone, shrub resolved; `outside` for what lies off the raster.
    package func category(of code: Code, zone: String) -> String {
        guard let landClass = scheme.scheme.landClass(of: scheme.scheme.meaning(of: code)) else {
            return code == .outside ? "outside" : LandCover.Category.nodata.key
        }
        return landClass.category == .shrub
            ? shrubs.category(of: landClass, zone: zone).key : landClass.category.key
    }

    /// Shrub of a zone that may count otherwise.
    private func shrubDoubts(inZone index: Int) -> ShrubDoubts {
        let zone = tally.zones[index]
        var classes: [String: (LandClass, Amount)] = [:]
        for (codes, amount) in tally.amounts[index] {
            guard let landClass = scheme.scheme.landClass(of: scheme.scheme.meaning(of: codes[0])),
                landClass.category == .shrub
            else { continue }
            classes[landClass.code.description, default: (landClass, Amount())].1 += amount
        }
        var doubts = ShrubDoubts()
        for (_, (shrub, amount)) in classes.sorted(by: { $0.key < $1.key }) {
            doubts.add(
                amount.areaSquareMetres, in: zone,
                for: shrubs.doubts(about: shrub, zone: zone.id))
        }
        return doubts
    }

    /// Exact sums by category and by bin.
    private struct Sums {
        var categories: [String: Amount] = [:]
        var bins: [Code: Amount] = [:]
        var grassland: [Code: Amount] = [:]

        mutating func add(_ amount: Amount, category: String, bin: Code) {
            categories[category, default: Amount()] += amount
            bins[bin, default: Amount()] += amount
            if category == LandCover.Category.grassland.key {
                grassland[bin, default: Amount()] += amount
            }
        }

        mutating func add(_ other: Sums) {
            for (key, amount) in other.categories { categories[key, default: Amount()] += amount }
            for (key, amount) in other.bins { bins[key, default: Amount()] += amount }
            for (key, amount) in other.grassland { grassland[key, default: Amount()] += amount }
        }

        func part(
            _ zone: Tally.ZoneKey, tally: Tally, shrubInDoubt: [ShrubInDoubt]
        ) throws(EcologyError) -> Part {
            let total = categories.values.reduce(into: Amount()) { $0 += $1 }
            var areas = categories.mapValues { max(0, $0.areaSquareMetres) }
            areas["outside"] = nil
            let grass = grassland.values.reduce(into: Amount()) { $0 += $1 }
            var byBin: [Int: Double] = [:]
            var missing = 0.0
            for (bin, amount) in bins.sorted(by: { $0.key < $1.key }) {
                if case .value(let number) = bin {
                    byBin[number] = amount.areaSquareMetres
                } else {
                    missing += amount.areaSquareMetres
                }
            }
            return Part(
                zone: zone,
                areas: try CategoryAreas(zoneArea: total.areaSquareMetres, areas: areas),
                grasslandCovered: tally.integral(of: grass),
                grasslandValued: grass.valuedAreaSquareMetres,
                grasslandMissing: max(0, grass.areaSquareMetres - grass.valuedAreaSquareMetres),
                coverBins: byBin, coverMissing: missing, shrubInDoubt: shrubInDoubt)
        }
    }
}

/// Standing volume on land of one category.
package struct VolumeSum: Hashable, Sendable {
    /// m³.
    package var cubicMetres = 0.0
    /// m² of the land.
    package var area = 0.0
    /// m² of it without a value.
    package var valueless = 0.0

    static func += (a: inout VolumeSum, b: VolumeSum) {
        a.cubicMetres += b.cubicMetres
        a.area += b.area
        a.valueless += b.valueless
    }
}
