// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
internal import Ecology
internal import GDAL
internal import LandCover
package import Words
package import Zonal

/// What a raster of volume says of a year's land, zone by zone, whatever the land cover is made of.
package struct LandVolume {
    package struct Part {
        package let zone: Tally.ZoneKey
        /// m³ on tree forest.
        package var trees = 0.0
        /// m³ on all other land.
        package var other = 0.0
        /// m² of tree forest.
        package var treeArea = 0.0
        /// m² where trees may stand: tree forest, other woodland, and ground without a class.
        var woodland = 0.0
        /// m² of it without a value.
        var valueless = 0.0
    }

    package let year: Int
    /// In the order of the zones' layer.
    package private(set) var parts: [Part]

    /// `nil` where the year has no raster of volume.
    package init?(of land: LandYear, in survey: SurveyFile, jobs: Int) async throws {
        year = land.year
        parts = land.zones.map { Part(zone: $0) }
        switch land {
        case .raster(_, let account):
            guard !account.volumes.isEmpty else { return nil }
            take(account)
        case .parcels(let parcels):
            let files = survey.years.first { $0.year == land.year }?.volume ?? []
            guard !files.isEmpty else { return nil }
            try await take(parcels, from: files, survey, jobs)
        }
    }

    private mutating func take(_ account: YearAccount) {
        for (index, volumes) in account.volumes.enumerated() {
            let zone = parts[index].zone.id
            parts[index].trees = max(
                0, volumes[LandCover.Category.forest.key]?.cubicMetres ?? 0)
            parts[index].other = max(
                0,
                volumes.sorted { $0.key < $1.key }.reduce(0) {
                    $0 + ($1.key == LandCover.Category.forest.key ? 0 : $1.value.cubicMetres)
                })
            for key in Self.woodland {
                parts[index].woodland += volumes[key]?.area ?? 0
                parts[index].valueless += max(0, volumes[key]?.valueless ?? 0)
            }
            let forest = account.tally.amounts[index].reduce(into: Amount()) { sum, entry in
                if account.category(of: entry.key[0], zone: zone) == LandCover.Category.forest.key {
                    sum += entry.value
                }
            }
            parts[index].treeArea = max(0, forest.areaSquareMetres)
        }
    }

    /// What carbon of the volume must say where woodland has none; `nil` where all has.
    package var lack: LocalizedText? {
        let valueless = parts.reduce(0) { $0 + $1.valueless }
        let woodland = parts.reduce(0) { $0 + $1.woodland }
        guard valueless > 1e-9 * woodland else { return nil }
        let share = Quantity(valueless / woodland * 100, .percent)
        return LocalizedText(
            zh: "\(year)年蓄积栅格在\(share.text(in: .zh, digits: 2))的林地及未分类地面无值："
                + "由蓄积推算的碳为下限",
            en: "the volume of \(year) has no value on \(share.text(in: .en, digits: 2)) of "
                + "woodland and ground without a class: carbon from it is a lower bound")
    }

    /// Where trees may stand: a raster of volume that has no value there leaves a part out.
    private static let woodland: Set = [
        LandCover.Category.forest.key, LandCover.Category.otherWood.key,
        LandCover.Category.nodata.key, "outside",
    ]

    /// Measures the raster on the ground of tree forest, and on that of everything else.
    private mutating func take(
        _ parcels: ParcelYear, from files: [String], _ survey: SurveyFile, _ jobs: Int
    ) async throws {
        let places = Dictionary(
            parts.enumerated().map { ($1.zone.id, $0) }, uniquingKeysWith: { first, _ in first })
        let source = try RasterFiles(files)
        var measurement = Measurement(
            [Measurement.Layer(source.raster, role: .bins(rule: "any value") { _ in 1 })],
            values: Measurement.Values(source.raster))
        measurement.rasterCRS = try survey.rasterCRS.map { try CRS($0) }
        for (isTrees, part) in [(true, \Part.trees), (false, \Part.other)] {
            let ground = parcels.ground { ($0 == LandCover.Category.forest.key) == isTrees }
            guard !ground.zones.isEmpty else { continue }
            let tally = try await measurement.tally(over: ground, jobs: jobs)
            for (index, zone) in tally.zones.enumerated() {
                guard let place = places[zone.id] else { continue }
                parts[place][keyPath: part] = max(
                    0, tally.integral(of: tally.total(ofZone: index)) / 10_000)
            }
        }
        let wooded = parcels.ground(of: Self.woodland.contains)
        if !wooded.zones.isEmpty {
            let tally = try await measurement.tally(over: wooded, jobs: jobs)
            for (index, zone) in tally.zones.enumerated() {
                guard let place = places[zone.id] else { continue }
                let total = tally.total(ofZone: index)
                parts[place].woodland = total.areaSquareMetres
                parts[place].valueless = max(
                    0, total.areaSquareMetres - total.valuedAreaSquareMetres)
            }
        }
        // Ground that no parcel covers.
        for part in parcels.parts(cityName: "") {
            guard let place = places[part.key.id] else { continue }
            let bare = try parcels.categories(part).unclassified
            let known = part.categories[LandCover.Category.nodata.key] ?? 0
            parts[place].woodland += max(0, bare - known)
            parts[place].valueless += max(0, bare - known)
        }
        for (index, key) in parcels.account.zones.enumerated() {
            parts[index].treeArea = parcels.account.amounts[index].sorted { $0.key < $1.key }
                .filter {
                    parcels.category(of: $0.key, zone: key.id) == LandCover.Category.forest.key
                }
                .reduce(0) { $0 + $1.value.areaSquareMetres }
        }
    }
}
