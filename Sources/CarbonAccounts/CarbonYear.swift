// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Carbon
internal import Ecology
package import Indicators
package import LandCover
package import Zonal

/// One year's land as carbon takes it, from a raster or from polygons.
package struct CarbonYear: Sendable {
    package let year: Int
    package let zones: [Tally.ZoneKey]
    /// By zone: kinds of land, `nil` for what is not known, and exact areas in 2⁻⁴⁷ · 10⁻⁹ m².
    let grounds: [[(CarbonLand.Ground?, Int128)]]
    /// The category of a class of the year's land cover in a zone; `nil` for nodata.
    package let category: @Sendable (_ label: String, _ zone: String) -> LandCover.Category?
    /// The scheme of its classes.
    let schemeID: String

    /// Hectares of known land by zone.
    package var hectares: [String: Double] {
        var hectares: [String: Double] = [:]
        for (zone, zoneGrounds) in zip(zones, grounds) {
            let weight = zoneGrounds.reduce(Int128(0)) { $0 + ($1.0 == nil ? 0 : $1.1) }
            hectares[zone.id] = CarbonLand.hectares(weight)
        }
        return hectares
    }

    /// A year of a raster.
    ///
    /// - Parameters:
    ///   - account: The year's exact areas.
    ///   - sand: What bare sand of a bin of cover is; `nil` leaves it to the set.
    package init(of account: YearAccount, sand: SandTypes?) {
        year = account.year
        zones = account.tally.zones
        schemeID = account.scheme.scheme.id
        category = { label, zone in
            Int(label).flatMap { CarbonLand.category(account.category(of: .value($0), zone: zone)) }
        }
        grounds = zip(account.tally.zones, account.tally.amounts).map { zone, amounts in
            amounts.map { codes, amount in
                let bin = codes.count > 1 ? codes[1] : .noData
                return (account.ground(of: codes[0], bin: bin, sand, zone: zone.id), amount.weight)
            }
        }
    }

    /// A year of polygons; what none of them covers is not known.
    package init(of parcels: ParcelYear, shrubs: ShrubBook) {
        let account = parcels.account
        year = parcels.year
        zones = account.zones
        schemeID = account.scheme.id
        let category: @Sendable (String, String) -> LandCover.Category? = { label, zone in
            guard let landClass = account.landClass(label), landClass.category != .nodata else {
                return nil
            }
            return landClass.category == .shrub
                ? shrubs.category(of: landClass, zone: zone) : landClass.category
        }
        self.category = category
        grounds = account.zones.indices.map { index in
            var rest = account.zoneAreas[index]
            var zoneGrounds: [(CarbonLand.Ground?, Int128)] = []
            for (code, amount) in account.amounts[index] {
                rest -= amount.area
                let landCategory = category(code, account.zones[index].id)
                zoneGrounds.append(
                    (landCategory.map { CarbonLand.Ground($0, label: code) }, amount.area << 47))
            }
            return rest > 0 ? zoneGrounds + [(nil, rest << 47)] : zoneGrounds
        }
    }
}

/// Which kinds of bare sand a coefficient set tells apart, by the cover on it.
package struct SandTypes: Sendable {
    private let known: Set<String>

    /// `nil` where the set has one kind of sand alone.
    package init?(of set: CoefficientSet) {
        known = Set(set.lands.filter { $0.category == .sandBare }.compactMap(\.type))
        guard known.count > 1 else { return nil }
    }

    /// The kind of sand with a bin of cover; `nil` where cover is not known.
    package func type(ofBin bin: Int) -> String? {
        guard (0...CoverBin.breaks.count).contains(bin), let state = CoverBin.state(bin) else {
            return nil
        }
        // Sets that tell no fixed sand apart count it as semi-fixed.
        let wanted = state == .fixed ? ["fixed", "semi_fixed"] : [state.rawValue]
        return wanted.first(where: known.contains)
    }
}

extension YearAccount {
    /// What a code is as land; `nil` for nodata and what lies off the raster.
    package func ground(of code: Code, bin: Code, _ sand: SandTypes?, zone: String) -> CarbonLand
        .Ground?
    {
        guard let landCategory = CarbonLand.category(category(of: code, zone: zone)) else {
            return nil
        }
        var type: String?
        if landCategory == .sandBare, let sand, case .value(let number) = bin {
            type = sand.type(ofBin: number)
        }
        return CarbonLand.Ground(
            landCategory, type: type, label: scheme.scheme.meaning(of: code).description)
    }
}

extension CarbonLand {
    /// The land of one year.
    package init(of year: CarbonYear) {
        self.init(zones: year.zones, from: year.year, to: year.year)
        for (zone, grounds) in year.grounds.enumerated() {
            for (ground, weight) in grounds {
                add(weight, before: ground, after: ground, zone: zone)
            }
        }
    }

    /// The land of two years, from their transitions.
    package init(of pair: MeasuredPair, _ before: CarbonYear, _ after: CarbonYear) {
        self.init(zones: pair.account.zones.map(\.zone), from: pair.from, to: pair.to)
        for (index, change) in pair.account.zones.enumerated() {
            let zone = change.zone.id
            func ground(_ label: String, _ year: CarbonYear) -> Ground? {
                if pair.account.isByCategory {
                    return Self.category(label).map { Ground($0) }
                }
                return year.category(label, zone).map { Ground($0, label: label) }
            }
            for (row, from) in change.matrix.labels.enumerated() {
                for (column, to) in change.matrix.labels.enumerated() {
                    let weight = change.matrix.values[row][column]
                    guard weight != 0 else { continue }
                    add(
                        weight, before: ground(from, before), after: ground(to, after), zone: index)
                }
            }
        }
    }

    package static func category(_ key: String) -> LandCover.Category? {
        LandCover.Category.allCases.first { $0.key == key && $0 != .nodata }
    }
}
