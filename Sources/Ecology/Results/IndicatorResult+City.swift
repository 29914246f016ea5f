// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Words

extension IndicatorResult {
    /// The result of a city that is the union of its banners.
    ///
    /// A ratio is Σ numerators / Σ denominators, an amount Σ numerators: **never the mean of the
    /// banners' ratios**. Ranges add end to end. Confidence intervals of banners share one sample,
    /// so they are not added: estimate the city's from the whole sample.
    ///
    /// - Parameters:
    ///   - results: One indicator, variant and year; each part of the city once.
    ///   - zone: The id of the whole, `all` by habit.
    ///   - name: The name of the whole.
    /// - Returns: *Not assessed* where a part is, naming the parts, unless that part has
    ///   ``nothingToCount``; *indicative* where a part is.
    /// - Throws: ``EcologyError`` where there are no results, where they measure different things
    ///   or where a zone comes twice.
    public static func city(
        of results: [IndicatorResult], zone: String = "all", name: String
    ) throws(EcologyError) -> IndicatorResult {
        guard let first = results.first else { throw .nothing(what: "result to add") }
        var seen: Set<String> = []
        for result in results {
            try first.requireLike(result)
            guard seen.insert(result.zone).inserted else {
                throw .refused("zone '\(result.zone)' comes twice in '\(first.indicator)'")
            }
        }
        let place = ZoneYear(year: first.year, zone: zone, name: name)
        var notes: [LocalizedText] = []
        for note in results.flatMap(\.notes) where !notes.contains(note) { notes.append(note) }
        let counted = results.filter { $0.status != nothingToCount }
        let status = counted.isEmpty ? nothingToCount : combinedStatus(of: counted)
        var whole = IndicatorResult(
            first.indicator, variant: first.variant, at: place, unit: first.unit, status: status,
            notes: notes)
        if case .notAssessed = status { return whole }
        whole.add(counted)
        return whole
    }

    private mutating func add(_ parts: [IndicatorResult]) {
        let total = parts.reduce(0) { $0 + ($1.numerator?.value ?? 0) }
        let base = parts.reduce(0) { $0 + ($1.denominator?.value ?? 0) }
        let isRatio = parts[0].denominator != nil
        if parts.allSatisfy({ $0.value != nil }) {
            value = isRatio ? total / base : total
            numerator = parts[0].numerator.map { Quantity(total, $0.unit) }
        }
        denominator = parts[0].denominator.map { Quantity(base, $0.unit) }
        if parts.contains(where: { $0.bounds?.kind == .confidence95 }) {
            notes.append(
                LocalizedText(
                    zh: "各旗置信区间出自同一样本，不相加", en: "the parts' confidence intervals are not added"))
            return
        }
        guard parts.contains(where: { $0.bounds != nil }) else { return }
        func end(_ side: (Bounds) -> Double) -> Double {
            let sum = parts.reduce(0) { sum, part in
                let end = part.bounds.map(side) ?? part.value ?? 0
                return sum + end * (isRatio ? part.denominator?.value ?? 0 : 1)
            }
            return isRatio ? sum / base : sum
        }
        bounds = Bounds(end(\.lower), end(\.upper), kind: .range)
    }

    private func requireLike(_ other: IndicatorResult) throws(EcologyError) {
        let pairs = [
            ("indicators", indicator, other.indicator), ("variants", variant, other.variant),
            ("years", "\(year)", "\(other.year)"), ("units", unit.rawValue, other.unit.rawValue),
        ]
        for (what, first, second) in pairs where first != second {
            throw .mixed(what: what, first: first, other: second)
        }
        // A ratio without its denominator cannot be weighted; a part without numbers needs none.
        if case .notAssessed = other.status { return }
        if case .notAssessed = status { return }
        guard (denominator == nil) == (other.denominator == nil) else {
            throw .mixed(what: "denominators", first: zone, other: other.zone)
        }
    }

    private static func combinedStatus(of parts: [IndicatorResult]) -> ResultStatus {
        let missing = parts.filter { if case .notAssessed = $0.status { true } else { false } }
        if !missing.isEmpty {
            let names = missing.map(\.name)
            return .notAssessed(
                LocalizedText(
                    zh: "以下分区未评估：\(names.joined(separator: "、"))",
                    en: "not assessed in \(names.joined(separator: ", "))"))
        }
        for part in parts { if case .indicative = part.status { return part.status } }
        return .official
    }
}
