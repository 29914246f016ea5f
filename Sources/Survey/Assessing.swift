// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import LandCover
internal import Zonal

/// The assessing half of a survey: exact accounts in, indicators and verdicts out.
struct Assessing {
    let survey: SurveyFile
    let catalogue: IndicatorCatalogue
    let cityName: String
    /// m² of tree belts by year and zone.
    var belts: [Int: [String: Double]] = [:]

    /// Every indicator that the data can give: by the survey's variants, then all other variants.
    func results(
        of accounts: [YearAccount]
    ) throws -> (main: [IndicatorResult], others: [IndicatorResult]) {
        var main: [IndicatorResult] = []
        var others: [IndicatorResult] = []
        for account in accounts {
            for part in try account.parts(cityName: cityName) {
                let place = ZoneYear(year: account.year, zone: part.zone.id, name: part.zone.name)
                try addForest(part, account, place, &main, &others)
                addLand(part, account, place, &main)
            }
        }
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
        var areas = try ForestAreas(
            part.areas,
            belts: place.zone == "all"
                ? own.map { $0.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value } }
                : own?[place.zone])
        areas.shrubInDoubt = part.shrubInDoubt
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

    private func addLand(
        _ part: YearAccount.Part, _ account: YearAccount, _ place: ZoneYear,
        _ main: inout [IndicatorResult]
    ) {
        main.append(noted(cropland(of: part.areas, at: place, rules: survey.rules), account))
        main.append(
            noted(forestGrassCoverage(of: part.areas, at: place, rules: survey.rules), account))
        main.append(noted(grasslandArea(of: part.areas, at: place, rules: survey.rules), account))
    }

    private func noted(_ result: IndicatorResult, _ account: YearAccount) -> IndicatorResult {
        var result = result
        result.notes += account.notes
        return result
    }

    // MARK: Targets

    /// Holds results against the plan: the city and the zones that it names, and others only where
    /// the targets file asks for a breakdown.
    func assess(_ results: [IndicatorResult], plan: TargetPlan?) throws -> [Assessment] {
        try results.map { result in
            let definition = catalogue[result.indicator]
            guard let target = plan?.target(of: result.indicator, in: result.year) else {
                return Assessment(
                    result: result, verdict: nil, unit: definition?.unit ?? result.unit)
            }
            let shares = try breakdown(of: target, results)
            var judged = result
            if let why = otherDefinition(than: target, result), case .official = result.status {
                judged.status = .indicative(why)
            }
            guard let verdict = try target.verdict(on: judged, shares: shares) else {
                return Assessment(result: result, verdict: nil, unit: target.unit)
            }
            return Assessment(result: judged, verdict: verdict, unit: target.unit)
        }
    }

    /// What a reader must know where the plan means another definition than the survey counts by.
    private func otherDefinition(
        than target: Target, _ result: IndicatorResult
    ) -> LocalizedText? {
        guard let wanted = target.variant, wanted != result.variant, result.value != nil else {
            return nil
        }
        let known = catalogue[result.indicator]?.variants ?? []
        func name(_ id: String) -> LocalizedText {
            known.first { $0.id == id }?.name ?? LocalizedText(id)
        }
        return LocalizedText(
            zh: "目标按“\(name(wanted).zh)”口径，与本值口径不同",
            en: "the target is read as '\(name(wanted).en)', another definition than this value's")
    }

    /// The zones' derived targets, from their results in the first year; `nil` where a breakdown was
    /// asked for and a zone lacks a result to start from.
    private func breakdown(
        of target: Target, _ results: [IndicatorResult]
    ) throws -> [String: Double]? {
        guard target.breakdown != .none else { return [:] }
        let own = results.filter { $0.indicator == target.indicator && $0.zone != "all" }
        let first = own.map(\.year).min()
        let baselines = own.filter {
            $0.year == first && $0.status != IndicatorResult.nothingToCount
        }
        let values = baselines.compactMap(\.value)
        guard values.count == baselines.count, values.contains(where: { $0 > 0 }) else {
            return nil
        }
        return try target.shares(baselines: baselines)
    }
}

extension IndicatorCatalogue {
    /// Results in the order of the definitions, years and zones as they were.
    func sorted(_ results: [IndicatorResult]) -> [IndicatorResult] {
        let places = Dictionary(
            definitions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return results.enumerated().sorted { a, b in
            let x = places[a.element.indicator] ?? places.count
            let y = places[b.element.indicator] ?? places.count
            return (x, a.offset) < (y, b.offset)
        }.map(\.element)
    }
}
