// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

/// What a result says about a target.
public struct Verdict: Hashable, Sendable {
    /// The things that can be said.
    public enum Kind: String, CaseIterable, Sendable {
        /// The evidence is that the target is reached.
        case met
        /// The evidence is that it is not.
        case missed
        /// The figure reaches the target, but its error is not known.
        case countedAbove = "as_counted_above"
        /// The figure falls short of the target, but its error is not known.
        case countedBelow = "as_counted_below"
        /// What the figure can be straddles the target.
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
            case .countedAbove:
                LocalizedText(zh: "按图计数达到（未计误差）", en: "as counted: above the target")
            case .countedBelow:
                LocalizedText(zh: "按图计数未达到（未计误差）", en: "as counted: below the target")
            case .inconclusive: LocalizedText(zh: "不能判定", en: "inconclusive")
            case .indicative: LocalizedText(zh: "仅供参考", en: "indicative")
            case .notAssessed: LocalizedText(zh: "未评估", en: "not assessed")
            }
        }
    }

    /// What is said.
    public let kind: Kind
    /// Why; empty for a plain *met* or *missed*.
    public private(set) var reason: LocalizedText
    /// The number that it was held against; `nil` where there is none.
    public let target: Quantity?
    /// Where that number comes from.
    public let origin: TargetOrigin
    /// Whether the target is still to fall due, so that nothing is said yet.
    public private(set) var isBeforeDue = false
    /// The probability that the target is met, 0…1; `nil` where there is no distribution.
    public let probabilityMet: Double?

    /// The word that people read; one against a derived target says so.
    public var name: LocalizedText { kind.name(against: origin) }

    /// Holds a result against a number. Nothing is rounded before it is compared.
    ///
    /// *Met* and *missed* need evidence. Where there is a distribution, its side of the target must
    /// have a probability of 0.95; where there are bounds, both ends must lie on that side; otherwise
    /// the verdict is *inconclusive*. A complete count, a ledger or an official survey, is judged by
    /// its figure. Where the error of a map is not known, the verdict is *as counted*. A total that
    /// leaves parts out can prove that it is large, never that it is small.
    ///
    /// An approximate target (70 % 左右) is reached from its tolerance on: everything that is said here of
    /// the target then holds of the target eased by it, and the reason says so.
    ///
    /// Values within a part in 10¹² of the target are the target: that far reaches the noise of
    /// floating division, and no measurement.
    ///
    /// - Parameters:
    ///   - result: Of one zone and year.
    ///   - target: The number and unit that the plan prints; `nil` where it sets none.
    ///   - direction: Which side is good.
    ///   - tolerance: How far short of an approximate target still counts, in its unit.
    ///   - origin: Where the number comes from.
    /// - Throws: ``EcologyError/unlike(_:_:)`` where the units measure different things.
    public init(
        of result: IndicatorResult, against target: Quantity?,
        _ direction: Target.Direction = .atLeast, tolerance: Double = 0,
        origin: TargetOrigin = .issued
    ) throws(EcologyError) {
        func plain(_ kind: Kind, _ reason: LocalizedText) -> Verdict {
            Verdict(kind: kind, reason: reason, target: target, origin: origin)
        }
        if case .notAssessed(let why) = result.status {
            self = plain(.notAssessed, why)
            return
        }
        guard let target else {
            self = plain(
                .notAssessed, LocalizedText(zh: "计划未给数值", en: "the plan sets no number here"))
            return
        }
        let bar = Quantity(direction.eased(target.value, by: tolerance), target.unit)
        let wanted = try bar.converted(to: result.unit).value
        guard let evidence = Evidence(result, wanted: wanted, direction) else {
            self = plain(.notAssessed, LocalizedText(zh: "无值", en: "there is no value"))
            return
        }
        let probability = evidence.probabilityMet
        if case .indicative(let why) = result.status {
            self.init(
                kind: .indicative, reason: why, target: target, origin: origin,
                probabilityMet: probability)
            return
        }
        let (kind, why) = evidence.verdict
        var reasons = [why]
        if kind != .inconclusive {
            reasons.append(try Self.roundingNote(result, bar, evidence, direction))
        }
        let words = reasons.filter { !$0.zh.isEmpty }
        self.init(
            kind: kind,
            reason: LocalizedText(
                zh: words.map(\.zh).joined(separator: "；"),
                en: words.map(\.en).joined(separator: "; ")),
            target: target, origin: origin, probabilityMet: probability)
    }

    /// What may be said before the target falls due: that it is met already, or nothing.
    func beforeDue(in year: Int) -> Verdict {
        guard [.missed, .inconclusive, .countedBelow].contains(kind) else { return self }
        var verdict = Verdict(
            kind: .notAssessed,
            reason: LocalizedText(zh: "目标年为\(year)年", en: "the target falls due in \(year)"),
            target: target, origin: origin)
        verdict.isBeforeDue = true
        return verdict
    }

    /// Adds to the reason.
    fileprivate mutating func add(_ more: LocalizedText) {
        reason =
            reason.zh.isEmpty
            ? more : LocalizedText(zh: "\(reason.zh)；\(more.zh)", en: "\(reason.en); \(more.en)")
    }

    private init(
        kind: Kind, reason: LocalizedText, target: Quantity?, origin: TargetOrigin,
        probabilityMet: Double? = nil
    ) {
        self.kind = kind
        self.reason = reason
        self.target = target
        self.origin = origin
        self.probabilityMet = probabilityMet
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

    /// A note where the value, rounded to the target's printed digits, would change the verdict.
    private static func roundingNote(
        _ result: IndicatorResult, _ target: Quantity, _ evidence: Evidence,
        _ direction: Target.Direction
    ) throws(EcologyError) -> LocalizedText {
        guard result.bounds == nil, let value = try result.quantity(in: target.unit)?.value else {
            return LocalizedText("")
        }
        let digits = printedDecimals(of: target.value)
        let text = decimal(value, digits: digits)
        guard let rounded = Double(text),
            direction.isReached(by: rounded, target.value)
                != direction.isReached(by: value, target.value)
        else { return LocalizedText("") }
        return LocalizedText(
            zh: "四舍五入为\(text)，则判定相反", en: "\(text) when rounded, which would reverse it")
    }
}

extension Verdict {
    /// The policy that every verdict follows, in words for people.
    public static let policy = LocalizedText(
        zh: """
            达标、未达标须有证据：有分布时，计入误差后在目标一侧的概率不低于0.95；只有上下限时，两端均在一侧；\
            全数统计（台账、声明为官方并注明文件的调查图斑）按其数值判定。
            按图计数：图的误差未知，只说计数在目标哪一侧。
            产品公布的精度（未被样本取代或关闭时）给出上下限；未经核实的精度只供参考。
            不能判定：数值可能的范围跨过目标；缺部分的合计只能证明达到，不能证明未达到。
            仅供参考：产品、口径、示意界线或过粗的像元给不出官方口径的数；NDVI未注明时相、仅一期、不在七八月，\
            或两年时相不同，亦同。
            没有值的地面（未分类，或蓄积、NDVI栅格无值）扩大上下限，或使合计成为下限；灌木林用途未知或旗县降水近400毫米，\
            端元、盖度阈值与季节，按 sensitivity.csv 所列各扰动计入上下限。
            未评估：无数，或目标年未到。
            约数目标（“70%左右”）：放宽目标文件所写的容差后判定，理由中注明；容差是判断，规划未给。
            indicators.csv 的 range_kind、errors_held、errors_left_out、probability_met 说明区间的种类、\
            计入和未计入的误差、达标的概率；counted 是样本校正前的图上计数。
            各种95%区间经模拟（各2000次调查）含真值93–100%，逐项见 Ecology 文档 Intervals 一文；只有一个样地的类型除外：\
            其变异只能假定。
            """,
        en: """
            Met and missed need evidence: with a distribution, a probability of 0.95 on that side of the \
            target; with bounds alone, both ends on that side; a complete count (a ledger, or survey \
            polygons that are declared official with their document) is judged by its figure.
            As counted: the map's error is not known, so only the side of the count is told.
            The accuracy that a product's publisher states gives bounds, unless a sample replaces it or it \
            is turned off; one that is not verified proves nothing.
            Inconclusive: what the figure can be straddles the target; a total that leaves parts out can \
            be proven large, never small.
            Indicative: the product, another definition, a schematic outline or coarse pixels cannot give \
            the official figure.
            So is what rests on NDVI that is undated, of a single date, of neither July nor August, or of \
            unlike months or sensors in two years.
            Ground without a value (without a class, or where a raster of volume or NDVI has none) widens \
            the bounds, or makes a total a lower bound. Shrub of unknown use or in a county with some \
            400 mm of rain, end members, thresholds of cover and season are in the bounds as \
            sensitivity.csv lists them.
            Not assessed: there is no figure, or the target is not due.
            An approximate target (70 % 左右) is eased by the tolerance that the targets file states before a \
            result is held against it, and the reason says so; the tolerance is a judgement, not the plan's.
            In indicators.csv, range_kind, errors_held, errors_left_out and probability_met tell the kind \
            of the range, the errors in it, the known errors left out, and how likely the target is met; \
            counted is what the map counts, before a sample adjusts it.
            In simulation (2,000 surveys each) 95 % intervals of every kind hold the truth 93 to 100 times \
            in a hundred; the article Intervals of the Ecology documentation lists them. A type with a \
            single plot is the exception: how it varies can only be assumed.
            """)
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
        var verdict = try Verdict(
            of: result, against: wanted.quantity, direction, tolerance: tolerance,
            origin: wanted.origin)
        if let quantity = wanted.quantity, let about = approximation(of: quantity) {
            verdict.add(about)
        }
        return result.year < year ? verdict.beforeDue(in: year) : verdict
    }
}

extension Verdict.Kind {
    /// The word that people read for a verdict against a target of some origin, so that one against a
    /// derived target never reads like one against the plan's.
    public func name(against origin: TargetOrigin) -> LocalizedText {
        guard !origin.isIssued else { return name }
        return switch self {
        case .met: LocalizedText(zh: "达到推算目标", en: "meets the derived target")
        case .missed: LocalizedText(zh: "未达到推算目标", en: "misses the derived target")
        case .countedAbove:
            LocalizedText(
                zh: "按图计数达到推算目标（未计误差）", en: "as counted: above the derived target")
        case .countedBelow:
            LocalizedText(
                zh: "按图计数未达到推算目标（未计误差）", en: "as counted: below the derived target")
        case .inconclusive:
            LocalizedText(zh: "推算目标：不能判定", en: "derived target: inconclusive")
        case .indicative: LocalizedText(zh: "推算目标：仅供参考", en: "derived target: indicative")
        case .notAssessed: name
        }
    }
}
