// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Ecology
internal import LandCover
internal import Zonal

/// An indicator's result with the target that it is held against.
public struct Assessment: Hashable, Sendable {
    public let result: IndicatorResult
    /// What the plan wants of this zone in the target's year; `nil` where it wants nothing.
    public let verdict: Verdict?
    /// The unit that people read the value in: the plan's, or the definition's.
    public let unit: Quantity.Unit
}

/// The assessing half of a survey: exact accounts in, indicators and verdicts out.
struct Assessing {
    let survey: SurveyFile
    let catalogue: IndicatorCatalogue
    let cityName: String
    /// m² of tree belts by year and zone.
    var belts: [Int: [String: Double]] = [:]

    /// Every indicator that the data can give: by the survey's variants, then all other variants.
    func results(
        of accounts: [YearAccount], deserts: [DesertAccount]
    ) throws -> (main: [IndicatorResult], others: [IndicatorResult]) {
        var main: [IndicatorResult] = []
        var others: [IndicatorResult] = []
        for account in accounts {
            for part in try account.parts(cityName: cityName) {
                let place = ZoneYear(year: account.year, zone: part.zone.id, name: part.zone.name)
                try addForest(part, account, place, &main, &others)
                try addGrassland(part, account, place, &main, &others)
                addLand(part, account, place, &main, &others)
                try addVolume(part, place, &main)
            }
        }
        for desert in deserts { try add(desert, &main, &others) }
        return (main, others)
    }

    private func addForest(
        _ part: YearAccount.Part, _ account: YearAccount, _ place: ZoneYear,
        _ main: inout [IndicatorResult], _ others: inout [IndicatorResult]
    ) throws {
        let limit = account.scheme.scheme.limit(on: .specialShrub)
        let shrub =
            limit.map { ShrubKnowledge.unresolved(LocalizedText(zh: $0.zh, en: $0.en)) }
            ?? .resolved
        let own = belts[account.year]
        let areas = try ForestAreas(
            part.areas,
            belts: place.zone == "all"
                ? own.map { $0.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value } }
                : own?[place.zone])
        for variant in ForestVariant.allCases {
            let found = [
                try forestCoverage(
                    of: areas, variant: variant, at: place, shrub: shrub, rules: survey.rules),
                forestArea(
                    of: areas, variant: variant, at: place, shrub: shrub, rules: survey.rules),
            ].map { noted($0, account) }
            if variant == survey.variants.forest { main += found } else { others += found }
        }
    }

    private func addGrassland(
        _ part: YearAccount.Part, _ account: YearAccount, _ place: ZoneYear,
        _ main: inout [IndicatorResult], _ others: inout [IndicatorResult]
    ) throws {
        guard account.hasCover else {
            let why = LocalizedText(
                zh: "\(account.year)年无NDVI或植被盖度数据", en: "no NDVI or cover for \(account.year)")
            main.append(
                IndicatorResult(
                    "grassland_cover", variant: survey.variants.grassland.rawValue, at: place,
                    unit: .fraction, status: .notAssessed(why)))
            return
        }
        let mean =
            part.grasslandValued > 0
            ? try grasslandCover(
                covered: max(0, part.grasslandCovered), over: part.grasslandValued,
                missing: part.grasslandMissing, at: place, rules: survey.rules)
            : IndicatorResult(
                "grassland_cover", variant: GrasslandVariant.meanCover.rawValue, at: place,
                unit: .fraction, status: IndicatorResult.nothingToCount)
        let vegetated = part.coverBins.filter { $0.key >= 1 }.sorted { $0.key < $1.key }
            .reduce(0) { $0 + $1.value }
        let share = try vegetatedShare(
            vegetated: min(vegetated, part.areas.zoneArea), of: part.areas.zoneArea,
            missing: part.coverMissing, at: place, rules: survey.rules)
        for result in [mean, share].map({ noted($0, account) }) {
            if result.variant == survey.variants.grassland.rawValue {
                main.append(result)
            } else {
                others.append(result)
            }
        }
    }

    private func addLand(
        _ part: YearAccount.Part, _ account: YearAccount, _ place: ZoneYear,
        _ main: inout [IndicatorResult], _ others: inout [IndicatorResult]
    ) {
        for variant in WetlandVariant.allCases where variant != .survey2WithDitches {
            var result = wetlandArea(
                of: part.areas, variant: variant, at: place, rules: survey.rules)
            if let limit = account.scheme.scheme.limit(on: .wetland), result.value != nil {
                result.status = .indicative(LocalizedText(zh: limit.zh, en: limit.en))
            }
            if variant == survey.variants.wetland {
                main.append(noted(result, account))
            } else {
                others.append(noted(result, account))
            }
        }
        main.append(noted(cropland(of: part.areas, at: place, rules: survey.rules), account))
    }

    private func addVolume(
        _ part: YearAccount.Part, _ place: ZoneYear, _ main: inout [IndicatorResult]
    ) throws {
        guard !part.volumes.isEmpty else { return }
        let forest = part.volumes[CategoryKey.forest] ?? 0
        let open = part.volumes.sorted { $0.key < $1.key }
            .reduce(0) { $0 + ($1.key == CategoryKey.forest ? 0 : $1.value) }
        main.append(
            try StandingVolume(
                rasterForest: max(0, forest), open: max(0, open),
                treeArea: part.areas[CategoryKey.forest]
            ).result(at: place))
    }

    private func add(
        _ desert: DesertAccount, _ main: inout [IndicatorResult],
        _ others: inout [IndicatorResult]
    ) throws {
        var places = zip(desert.parts.zones, desert.states).map { zone, states in
            (ZoneYear(year: desert.year, zone: zone.id, name: zone.name), states)
        }
        let city = ZoneYear(year: desert.year, zone: "all", name: cityName)
        places.append((city, desert.total))
        for variant in DesertVariant.allCases where variant != .ledger {
            var found: [IndicatorResult] = []
            for (place, states) in places {
                if desert.states.isEmpty {
                    let why = LocalizedText(
                        zh: "\(desert.baseline)年或\(desert.year)年缺植被盖度数据",
                        en: "no vegetation cover for \(desert.baseline) or \(desert.year)")
                    found.append(
                        IndicatorResult(
                            desert.region.indicator, variant: variant.rawValue, at: place,
                            unit: .fraction, status: .notAssessed(why)))
                    continue
                }
                var result = try desert.treatment(states).result(
                    desert.region.indicator, variant: variant, at: place,
                    baseline: desert.baseline, rules: survey.rules)
                if desert.region.isSchematic {
                    result.notes.append(
                        LocalizedText(
                            zh: "沙区范围为示意，非官方界线",
                            en: "the region's outline is schematic, not official"))
                }
                found.append(result)
            }
            if variant == survey.variants.desert { main += found } else { others += found }
        }
    }

    private func noted(_ result: IndicatorResult, _ account: YearAccount) -> IndicatorResult {
        var result = result
        result.notes += account.notes
        return result
    }

    // MARK: Targets

    /// Holds results against the plan; city targets reach zones by the plan's own breakdown.
    func assess(_ results: [IndicatorResult], plan: TargetPlan?) throws -> [Assessment] {
        try results.map { result in
            let definition = catalogue[result.indicator]
            guard let target = plan?.target(of: result.indicator, in: result.year) else {
                return Assessment(
                    result: result, verdict: nil, unit: definition?.unit ?? result.unit)
            }
            let shares = try breakdown(of: target, results)
            guard result.zone == "all" || target.quantity(for: result.zone, shares: shares) != nil
            else { return Assessment(result: result, verdict: nil, unit: target.unit) }
            return Assessment(
                result: result, verdict: try target.verdict(on: result, shares: shares),
                unit: target.unit)
        }
    }

    /// The zones' own targets, from their results in the first year; none where one lacks a result.
    private func breakdown(
        of target: Target, _ results: [IndicatorResult]
    ) throws -> [String: Double] {
        let own = results.filter { $0.indicator == target.indicator && $0.zone != "all" }
        let first = own.map(\.year).min()
        let baselines = own.filter {
            $0.year == first && $0.status != IndicatorResult.nothingToCount
        }
        let values = baselines.compactMap(\.value)
        guard values.count == baselines.count, values.contains(where: { $0 > 0 }) else {
            return [:]
        }
        return try target.shares(baselines: baselines)
    }
}
