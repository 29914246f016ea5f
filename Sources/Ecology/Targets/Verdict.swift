// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What a result says about a target.
public struct Verdict: Hashable, Sendable {
    /// The five things that can be said.
    public enum Kind: String, CaseIterable, Sendable {
        /// The value, or its whole interval, reaches the target.
        case met
        /// The value, or its whole interval, falls short.
        case missed
        /// The interval straddles the target.
        case inconclusive
        /// The data cannot give the official figure.
        case indicative
        /// There is no figure, or no target to hold it against.
        case notAssessed = "not_assessed"

        /// The word that people read.
        public var name: LocalizedText {
            switch self {
            case .met: LocalizedText(zh: "达标", en: "met")
            case .missed: LocalizedText(zh: "未达标", en: "missed")
            case .inconclusive: LocalizedText(zh: "不能判定", en: "inconclusive")
            case .indicative: LocalizedText(zh: "仅供参考", en: "indicative")
            case .notAssessed: LocalizedText(zh: "未评估", en: "not assessed")
            }
        }
    }

    /// What is said.
    public let kind: Kind
    /// Why; empty for a plain *met* or *missed*.
    public let reason: LocalizedText
    /// The number that it was held against; `nil` where there is none.
    public let target: Quantity?

    /// Holds a result against a number. Nothing is rounded before it is compared.
    ///
    /// For "at least T" with an interval: *met* if the lower end is at least T, *missed* if the
    /// upper end is below T, otherwise *inconclusive*; mirrored for "at most". Values within a part
    /// in 10¹² of T are T: that far reaches the noise of floating division, and no measurement.
    ///
    /// - Parameters:
    ///   - result: Of one zone and year.
    ///   - target: The number and unit that the plan prints; `nil` where it sets none.
    ///   - direction: Which side is good.
    /// - Throws: ``EcologyError/unlike(_:_:)`` where the units measure different things.
    public init(
        of result: IndicatorResult, against target: Quantity?,
        _ direction: Target.Direction = .atLeast
    ) throws(EcologyError) {
        self.target = target
        if case .notAssessed(let why) = result.status {
            kind = .notAssessed
            reason = why
            return
        }
        guard let target else {
            kind = .notAssessed
            reason = LocalizedText(zh: "计划未给数值", en: "the plan sets no number here")
            return
        }
        let wanted = try target.converted(to: result.unit).value
        guard let low = result.bounds?.lower ?? result.value,
            let high = result.bounds?.upper ?? result.value
        else {
            kind = .notAssessed
            reason = LocalizedText(zh: "无值", en: "there is no value")
            return
        }
        let compared = Self.compare(low, high, with: wanted, direction)
        if case .indicative(let why) = result.status {
            kind = .indicative
            reason = why
            return
        }
        kind = compared
        if compared == .inconclusive {
            reason = LocalizedText(
                zh: "区间跨过目标值", en: "the interval straddles the target")
        } else {
            reason = try Self.roundingNote(result, target, compared, direction)
        }
    }

    /// What may be said before the target falls due: that it is met already, or nothing.
    func beforeDue(in year: Int) -> Verdict {
        guard kind == .missed || kind == .inconclusive else { return self }
        return Verdict(
            kind: .notAssessed,
            reason: LocalizedText(zh: "目标年为\(year)年", en: "the target falls due in \(year)"),
            target: target)
    }

    private init(kind: Kind, reason: LocalizedText, target: Quantity?) {
        self.kind = kind
        self.reason = reason
        self.target = target
    }

    private static func compare(
        _ low: Double, _ high: Double, with wanted: Double, _ direction: Target.Direction
    ) -> Kind {
        let noise = abs(wanted) * 1e-12
        switch direction {
        case .atLeast:
            return low >= wanted - noise
                ? .met
                : high < wanted - noise
                    ? .missed
                    : .inconclusive
        case .atMost:
            return high <= wanted + noise
                ? .met
                : low > wanted + noise
                    ? .missed
                    : .inconclusive
        }
    }

    /// A note where the value, rounded to the target's printed digits, would change the verdict.
    private static func roundingNote(
        _ result: IndicatorResult, _ target: Quantity, _ kind: Kind, _ direction: Target.Direction
    ) throws(EcologyError) -> LocalizedText {
        guard result.bounds == nil, let value = try result.quantity(in: target.unit)?.value else {
            return LocalizedText("")
        }
        let digits = printedDecimals(of: target.value)
        let text = decimal(value, digits: digits)
        guard let rounded = Double(text),
            compare(rounded, rounded, with: target.value, direction) != kind
        else { return LocalizedText("") }
        return LocalizedText(
            zh: "四舍五入为\(text)，则判定相反", en: "\(text) when rounded, which would reverse it")
    }
}

extension Target {
    /// The number for a zone: the official table's, the breakdown's, or the city's own for `all`.
    ///
    /// - Parameters:
    ///   - zone: The zone's id.
    ///   - shares: What ``breakDown(_:among:by:cap:)`` gave, in this target's unit.
    /// - Returns: `nil` where the plan and the breakdown set no number for the zone.
    public func quantity(for zone: String, shares: [String: Double] = [:]) -> Quantity? {
        if let official = zones[zone] { return Quantity(official, unit) }
        if zone == "all" { return value.map { Quantity($0, unit) } }
        return shares[zone].map { Quantity($0, unit) }
    }

    /// Holds a result of a zone against this target.
    ///
    /// - Parameters:
    ///   - result: Of this indicator.
    ///   - shares: What the breakdown gave each zone, in this target's unit.
    /// - Returns: *Not assessed* where the zone has no number, and where it is not reached in a year
    ///   before the target's own.
    /// - Throws: ``EcologyError`` where the result is of another indicator or dimension.
    public func verdict(
        on result: IndicatorResult, shares: [String: Double] = [:]
    ) throws(EcologyError) -> Verdict {
        guard result.indicator == indicator else {
            throw .mixed(what: "indicators", first: indicator, other: result.indicator)
        }
        let verdict = try Verdict(
            of: result, against: quantity(for: result.zone, shares: shares), direction)
        return result.year < year ? verdict.beforeDue(in: year) : verdict
    }
}
