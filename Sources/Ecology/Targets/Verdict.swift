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
    /// Where that number comes from.
    public let origin: TargetOrigin

    /// The word that people read; one against a derived target says so.
    public var name: LocalizedText { kind.name(against: origin) }

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
    ///   - origin: Where the number comes from.
    /// - Throws: ``EcologyError/unlike(_:_:)`` where the units measure different things.
    public init(
        of result: IndicatorResult, against target: Quantity?,
        _ direction: Target.Direction = .atLeast, origin: TargetOrigin = .issued
    ) throws(EcologyError) {
        self.target = target
        self.origin = origin
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
            target: target, origin: origin)
    }

    private init(
        kind: Kind, reason: LocalizedText, target: Quantity?, origin: TargetOrigin
    ) {
        self.kind = kind
        self.reason = reason
        self.target = target
        self.origin = origin
    }

    /// A verdict that was given before and is read back; its reason stands with the result.
    package init(recorded kind: Kind, target: Quantity?, origin: TargetOrigin) {
        self.init(kind: kind, reason: LocalizedText(""), target: target, origin: origin)
    }

    /// A breakdown that was asked for and cannot be made, because a zone has no baseline.
    static func unbroken(by rule: Target.Breakdown) -> Verdict {
        Verdict(
            kind: .notAssessed,
            reason: LocalizedText(
                zh: "推算目标无法分解：有分区缺基线值",
                en: "no derived target: a zone has no baseline value to break the city's down by"),
            target: nil, origin: .derived(rule))
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
    /// What a zone is held against: the plan's own number for it, or what the breakdown gives.
    ///
    /// A target belongs to the zones that the plan names, and its main value to the city, `all`.
    ///
    /// - Parameters:
    ///   - zone: The zone's id.
    ///   - shares: What ``shares(baselines:)`` gave, in this target's unit; empty without a breakdown.
    /// - Returns: `nil` where neither the plan nor a breakdown wants anything of the zone.
    public func target(for zone: String, shares: [String: Double] = [:]) -> ZoneTarget? {
        if let official = zones[zone] {
            return ZoneTarget(Quantity(official, unit), origin: .issued)
        }
        if zone == "all" {
            return ZoneTarget(value.map { Quantity($0, unit) }, origin: .issued)
        }
        return shares[zone].map {
            ZoneTarget(Quantity($0, unit), origin: .derived(breakdown))
        }
    }

    /// The number of ``target(for:shares:)``.
    public func quantity(for zone: String, shares: [String: Double] = [:]) -> Quantity? {
        target(for: zone, shares: shares)?.quantity
    }

    /// Holds a result of a zone against this target.
    ///
    /// - Parameters:
    ///   - result: Of this indicator.
    ///   - shares: What the breakdown gave each zone, in this target's unit; `nil` where a breakdown
    ///     was asked for and could not be made.
    /// - Returns: `nil` where nothing is wanted of the zone. *Not assessed* where the plan names it
    ///   without a number, and where the target is not reached in a year before its own.
    /// - Throws: ``EcologyError`` where the result is of another indicator or dimension.
    public func verdict(
        on result: IndicatorResult, shares: [String: Double]? = [:]
    ) throws(EcologyError) -> Verdict? {
        guard result.indicator == indicator else {
            throw .mixed(what: "indicators", first: indicator, other: result.indicator)
        }
        guard let wanted = target(for: result.zone, shares: shares ?? [:]) else {
            return shares == nil ? .unbroken(by: breakdown) : nil
        }
        let verdict = try Verdict(
            of: result, against: wanted.quantity, direction, origin: wanted.origin)
        return result.year < year ? verdict.beforeDue(in: year) : verdict
    }
}
