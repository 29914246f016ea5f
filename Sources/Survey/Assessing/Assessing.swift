// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import Words

/// Holds a survey's results against a plan.
struct Assessing {
    let catalogue: IndicatorCatalogue

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

    /// *Not assessed*, with the reason, for what the plan wants and a year does not have.
    func missing(
        from results: [IndicatorResult], in year: Int, plan: TargetPlan?, wholeName: String
    ) -> [IndicatorResult] {
        var seen = Set(
            results.filter { $0.year == year && $0.zone == "all" }.map(\.indicator))
        return (plan?.targets ?? []).compactMap { target in
            guard seen.insert(target.indicator).inserted else { return nil }
            let key = catalogue[target.indicator]?.surveyKey
            return IndicatorResult(
                target.indicator, variant: target.variant ?? "",
                at: ZoneYear(year: year, zone: "all", name: wholeName), unit: target.unit.stored,
                status: .notAssessed(
                    LocalizedText(
                        zh: "\(year)年无数据" + (key.map { "（调查文件中的 \($0)）" } ?? ""),
                        en: "there are no data for \(year)"
                            + (key.map { " (\($0) in the survey file)" } ?? ""))))
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
        let zoneResults = results.filter { $0.indicator == target.indicator && $0.zone != "all" }
        let first = zoneResults.map(\.year).min()
        let baselines = zoneResults.filter {
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

extension Quantity.Unit {
    /// The unit that results of its dimension are stored in.
    fileprivate var stored: Quantity.Unit {
        [.fraction, .squareMetres, .cubicMetres].first { $0.dimension == dimension } ?? self
    }
}
