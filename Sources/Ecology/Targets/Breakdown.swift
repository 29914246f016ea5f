// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A banner's weight and where it starts from, for breaking a city's ratio down.
public struct BreakdownShare: Hashable, Sendable {
    /// The banner's zone id.
    public let zone: String
    /// What its ratio is divided by, such as its land area.
    public let weight: Double
    /// Its baseline ratio, in the unit of the target: a fraction, or percent.
    public let baseline: Double

    /// A banner's share.
    public init(zone: String, weight: Double, baseline: Double) {
        self.zone = zone
        self.weight = weight
        self.baseline = baseline
    }
}

extension Target {
    /// This target broken down to banners by its rule, in its own unit.
    ///
    /// Ratios keep the city's ratio, amounts their sum. Banners with an official number get it from
    /// ``target(for:shares:)``, whatever the rule gives.
    ///
    /// - Parameter baselines: The banners' results of this indicator in the baseline year; those
    ///   without what it counts are passed over.
    /// - Returns: A number for each banner; none where the rule is ``Breakdown/none`` or where the
    ///   plan sets no number.
    /// - Throws: ``EcologyError`` where a banner has no baseline value, where an amount is to grow
    ///   by equal increments, or where the breakdown itself refuses.
    public func shares(baselines: [IndicatorResult]) throws(EcologyError) -> [String: Double] {
        guard breakdown != .none, let value else { return [:] }
        var shares: [BreakdownShare] = []
        for result in baselines where result.status != IndicatorResult.nothingToCount {
            guard let baseline = try result.quantity(in: unit) else {
                throw .refused(
                    "'\(indicator)' has no value in '\(result.zone)' in \(result.year), "
                        + "so the city's target cannot be broken down to it")
            }
            let weight = result.denominator?.value ?? 1
            shares.append(
                BreakdownShare(zone: result.zone, weight: weight, baseline: baseline.value))
        }
        guard unit.dimension == .ratio || unit.dimension == .areaPerPerson else {
            guard breakdown == .proportional else {
                throw .refused(
                    "'\(indicator)' is an amount, which has no equal increment; use proportional")
            }
            // Amounts add: with weights of one, the mean of the banners is the nth part of the sum.
            let part = value / Double(max(1, shares.count))
            return try breakDown(part, among: shares, by: breakdown, cap: .infinity)
        }
        return try breakDown(value, among: shares, by: breakdown, cap: unit.mostOfAShare)
    }
}

extension Quantity.Unit {
    /// The most that a share of a whole can be: 1 for fractions, 100 for percent.
    var mostOfAShare: Double { self == .percent ? 100 : self == .fraction ? 1 : .infinity }
}

/// Breaks a city's ratio down to its banners, so that the weighted mean is the city's again.
///
/// *Proportional*: T_b = c_b·T/c. *Equal increment*: T_b = c_b + T − c. What would exceed the cap is
/// capped, and the excess goes to the others by the same rule.
///
/// - Parameters:
///   - target: The city's ratio, in the unit of the baselines.
///   - shares: The banners; weights above 0.
///   - rule: ``Target/Breakdown/none`` gives no banner a number.
///   - cap: The most that a ratio can be: 1 for fractions, 100 for percent.
/// - Returns: The banners' ratios by zone id.
/// - Throws: ``EcologyError`` where the target exceeds the cap, where there are no banners, or
///   where a proportional rule has no baseline to be proportional to.
public func breakDown(
    _ target: Double, among shares: [BreakdownShare], by rule: Target.Breakdown, cap: Double = 1
) throws(EcologyError) -> [String: Double] {
    guard rule != .none else { return [:] }
    guard !shares.isEmpty else { throw .nothing(what: "banner to break the target down to") }
    for share in shares {
        guard share.weight > 0, share.weight.isFinite else {
            throw .refused(
                "banner '\(share.zone)' has the weight \(share.weight); it must exceed 0")
        }
        try nonNegative(share.baseline, "the baseline of '\(share.zone)'")
    }
    guard (0...cap).contains(target) else {
        throw .outside(what: "the city's target", value: target, range: 0...cap)
    }
    var free = shares
    var wanted = target * shares.reduce(0) { $0 + $1.weight }
    var result: [String: Double] = [:]
    while !free.isEmpty {
        let weight = free.reduce(0) { $0 + $1.weight }
        let reached = free.reduce(0) { $0 + $1.weight * $1.baseline }
        if rule == .proportional && reached == 0 {
            throw .refused(
                "no banner has a baseline to be proportional to; use equal_increment or a table")
        }
        let values = free.map { share in
            rule == .proportional
                ? share.baseline * (wanted / reached)
                : share.baseline + (wanted - reached) / weight
        }
        let full = zip(free, values).filter { $0.1 > cap }
        if full.isEmpty {
            for (share, value) in zip(free, values) { result[share.zone] = value }
            return result
        }
        for (share, _) in full {
            result[share.zone] = cap
            wanted -= cap * share.weight
        }
        let fullZones = Set(full.map(\.0.zone))
        free.removeAll { fullZones.contains($0.zone) }
    }
    return result
}
