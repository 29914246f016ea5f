// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

/// What became of a figure since an earlier one.
public enum ChangeSince: Hashable, Sendable {
    /// The later value less the earlier, in the later's unit.
    case by(Double)
    /// What the later map counts less what the earlier counts: one of the years alone was estimated
    /// from a sample, and an estimate is not compared with a count.
    case byCount(Double)
    /// The two are unlike, and the reason: no difference may be shown.
    case unlike(LocalizedText)
    /// One of them has no value.
    case unknown

    /// The difference; `nil` where there is none to show.
    public var difference: Double? {
        switch self {
        case .by(let difference), .byCount(let difference): difference
        case .unlike, .unknown: nil
        }
    }

    /// Why there is no difference, or what it is of where that is not the values as they are; `nil`
    /// where nothing needs to be said.
    public var reason: LocalizedText? {
        switch self {
        case .unlike(let reason): reason
        case .byCount: Self.countedNote
        case .by, .unknown: nil
        }
    }

    /// That counts were compared, and why.
    public static let countedNote = LocalizedText(
        zh: "变化按图上计数比较：并非各年都有样本校正",
        en: "change is of the maps' counts: not every year is estimated from a sample")
}

extension IndicatorResult {
    /// The change since an earlier result of the same indicator and zone: the one rule for every
    /// difference between years.
    ///
    /// A difference is given only where definition and method (the variant) and the ``basis`` agree.
    /// Estimates are compared with estimates, and counts with counts: where one year alone was
    /// estimated from a sample, both stand as their maps count them.
    ///
    /// - Parameters:
    ///   - earlier: Of an earlier year.
    ///   - unit: Of the difference; the result's own where left out.
    /// - Returns: The difference, or why there is none.
    /// - Throws: ``EcologyError`` where the unit measures something else.
    public func change(
        since earlier: IndicatorResult, in unit: Quantity.Unit? = nil
    ) throws(EcologyError) -> ChangeSince {
        let (later, first) = like(earlier)
        guard let now = try later.quantity(in: unit ?? self.unit)?.value,
            let then = try first.quantity(in: unit ?? self.unit)?.value
        else { return .unknown }
        if let why = later.difference(from: first) { return .unlike(why) }
        return isEstimated == earlier.isEstimated ? .by(now - then) : .byCount(now - then)
    }

    /// Whether the value was estimated from a sample of the map.
    public var isEstimated: Bool { counted != nil }

    /// The result as its map counts it; itself where nothing was estimated.
    public var asCounted: IndicatorResult {
        guard let counted else { return self }
        var result = self
        let base = denominator?.value ?? 1
        result.numerator = numerator.map { Quantity(counted * base, $0.unit) }
        result.value = counted
        result.counted = nil
        result.bounds = nil
        result.uncertainty.included.remove(.mapSample)
        result.basis.aspects[.sample] = nil
        return result
    }

    /// This and an earlier result, both estimated or both counted.
    public func like(
        _ earlier: IndicatorResult
    ) -> (later: IndicatorResult, earlier: IndicatorResult) {
        isEstimated == earlier.isEstimated ? (self, earlier) : (asCounted, earlier.asCounted)
    }

    /// Why this and an earlier result cannot be subtracted or stand in one series; `nil` where they can.
    public func difference(from earlier: IndicatorResult) -> LocalizedText? {
        var why: LocalizedText?
        if variant != earlier.variant {
            why = LocalizedText(
                zh: "口径或方法不同（\(earlier.variant) → \(variant)）",
                en: "counted otherwise (\(earlier.variant) then, \(variant) now)")
        } else {
            why = basis.difference(from: earlier.basis)
        }
        return why.map {
            LocalizedText(
                zh: "不与\(earlier.year)年相减：\($0.zh)",
                en: "no change since \(earlier.year) is shown: \($0.en)")
        }
    }
}
