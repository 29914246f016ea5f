// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A stratum of a sample, which need not be a map class.
public struct Stratum: Hashable, Sendable {
    /// The stratum's name.
    public let id: String
    /// How many units (pixels) it has in all, N_h.
    public let size: Double

    /// A stratum of `size` units.
    public init(id: String, size: Double) {
        self.id = id
        self.size = size
    }
}

/// A unit of a sample: what the map says there, and what the reference says.
public struct SampleUnit: Hashable, Sendable {
    /// The stratum that it was drawn from.
    public let stratum: String
    /// Its class on the map.
    public let map: String
    /// Its class in truth.
    public let reference: String
    /// The zone that it lies in; `nil` if it does not matter.
    public let zone: String?

    /// A sample unit.
    public init(stratum: String, map: String, reference: String, zone: String? = nil) {
        self.stratum = stratum
        self.map = map
        self.reference = reference
        self.zone = zone
    }
}

/// A stratified random sample whose strata may differ from the map's classes.
///
/// - Source: Stehman 2014, *International Journal of Remote Sensing* 35, 4923–4939.
public struct StratifiedSample: Sendable {
    /// The strata.
    public let strata: [Stratum]
    /// Units by stratum, in the order of ``strata``.
    public let units: [[SampleUnit]]

    /// A sample of strata.
    ///
    /// - Throws: ``AccuracyError`` where a stratum has no size, fewer than two units or more than its
    ///   size, or where a unit names a stratum that there is not.
    public init(strata: [Stratum], units: [SampleUnit]) throws(AccuracyError) {
        var seen: Set<String> = []
        for stratum in strata where !seen.insert(stratum.id).inserted { throw .twice(stratum.id) }
        let groups = Dictionary(grouping: units, by: \.stratum)
        for name in groups.keys.sorted() where !seen.contains(name) {
            throw .unknown(name, known: strata.map(\.id))
        }
        var sorted: [[SampleUnit]] = []
        for stratum in strata {
            let stratumUnits = groups[stratum.id] ?? []
            guard stratum.size >= 0, stratum.size.isFinite else { throw .negative(stratum.id) }
            guard stratum.size > 0 else { throw .noSize(stratum.id) }
            guard !stratumUnits.isEmpty else { throw .emptyStratum(stratum.id) }
            guard stratumUnits.count > 1 else {
                throw .tooFewUnits(stratum.id, count: stratumUnits.count)
            }
            guard Double(stratumUnits.count) <= stratum.size else {
                throw .tooManyUnits(stratum.id, count: stratumUnits.count, size: stratum.size)
            }
            sorted.append(stratumUnits)
        }
        guard !strata.isEmpty else { throw .nothingMapped }
        self.strata = strata
        self.units = sorted
    }

    // MARK: Estimators

    /// The mean of y over all units: Σ N_h ȳ_h / N.
    public func mean(_ y: (SampleUnit) -> Double) -> Estimate {
        let size = strata.reduce(0) { $0 + $1.size }
        var total = 0.0
        var variance = 0.0
        for (stratum, units) in zip(strata, units) {
            let moments = Moments(units, y: y, x: { _ in 0 })
            total += stratum.size * moments.meanY
            variance += stratum.varianceFactor(units.count) * moments.varianceY
        }
        return Estimate(total / size, standardError: variance.squareRoot() / size)
    }

    /// The ratio of the totals of y and x: Σ N_h ȳ_h / Σ N_h x̄_h; `nil` where x is 0 everywhere.
    public func ratio(
        _ y: (SampleUnit) -> Double, to x: (SampleUnit) -> Double
    ) -> Estimate? {
        stratifiedRatio(strata, units.map { Moments($0, y: y, x: x) })
    }

    // MARK: Accuracy and area

    /// The share of all units of which something is true, with an interval that holds also where it
    /// is true of none or of all.
    public func share(where isTrue: (SampleUnit) -> Bool) -> Estimate {
        let size = strata.reduce(0) { $0 + $1.size }
        let parts = zip(strata, units).map { stratum, units in
            CountedShare(
                share: Double(units.count(where: isTrue)) / Double(units.count),
                units: stratum.effectiveUnits(units.count, of: units.count),
                weight: stratum.size / size)
        }
        return Estimate(
            sumOf: parts, standardError: mean { isTrue($0) ? 1 : 0 }.standardError)
    }

    /// The share of all units of which one thing is true less that of which another is; no unit may
    /// be both.
    public func share(
        where isTrue: (SampleUnit) -> Bool, minus isOther: (SampleUnit) -> Bool
    ) -> Estimate {
        let size = strata.reduce(0) { $0 + $1.size }
        return Estimate(
            differencesOf: zip(strata, units).map { stratum, units in
                let count = Double(units.count)
                return CountedPair(
                    first: Double(units.count(where: isTrue)) / count,
                    second: Double(units.count(where: isOther)) / count,
                    units: stratum.effectiveUnits(units.count, of: units.count),
                    weight: stratum.size / size)
            })
    }

    /// The share of the units of some kind of which something is true; `nil` where none is of it.
    package func share(
        where isTrue: (SampleUnit) -> Bool, among isCounted: (SampleUnit) -> Bool
    ) -> Estimate? {
        guard
            let ratio = ratio(
                { isCounted($0) && isTrue($0) ? 1 : 0 }, to: { isCounted($0) ? 1 : 0 })
        else { return nil }
        var parts: [(size: Double, share: Double, units: Double)] = []
        for (stratum, units) in zip(strata, units) {
            let counted = units.filter(isCounted)
            guard !counted.isEmpty else { continue }
            parts.append(
                (
                    stratum.size * Double(counted.count) / Double(units.count),
                    Double(counted.count(where: isTrue)) / Double(counted.count),
                    stratum.effectiveUnits(counted.count, of: units.count)
                ))
        }
        let size = parts.reduce(0) { $0 + $1.size }
        let shares = parts.map {
            CountedShare(share: $0.share, units: $0.units, weight: $0.size / size)
        }
        // How many units of a stratum are of the kind is itself known from the sample alone.
        let within = shares.reduce(0) {
            $0 + $1.weight * $1.weight * $1.share * (1 - $1.share) / max(1, $1.units - 1)
        }
        return Estimate(
            sumOf: shares, standardError: ratio.standardError,
            otherVariance: max(0, ratio.standardError * ratio.standardError - within))
    }

    /// The share of all units that the map has right.
    public var overall: Estimate { share { $0.map == $0.reference } }

    /// The share of all units that truly are of a class.
    public func share(of name: String) -> Estimate { share { $0.reference == name } }

    /// The share of a map class that truly is of it; `nil` where no unit is.
    public func usersAccuracy(of name: String) -> Estimate? {
        share(where: { $0.reference == name }, among: { $0.map == name })
    }

    /// The share of a true class that the map shows; `nil` where no unit is of it.
    public func producersAccuracy(of name: String) -> Estimate? {
        share(where: { $0.map == name }, among: { $0.reference == name })
    }

    /// The share of a zone that truly is of a class, by domain estimation.
    ///
    /// - Parameters:
    ///   - name: The class.
    ///   - zone: Units outside it count as 0 in numerator and denominator.
    ///   - rule: How many units an interval needs.
    /// - Returns: The estimate with how many units it stands on; its interval only where the rule
    ///   allows one.
    public func share(
        of name: String, in zone: String, rule: DomainRule = DomainRule()
    ) -> DomainEstimate {
        share(ofAny: [name], in: zone, rule: rule)
    }

    /// The share of a zone that truly is one of some classes, whose errors partly cancel.
    ///
    /// - Parameters:
    ///   - names: The classes.
    ///   - zone: Units outside it count as 0 in numerator and denominator.
    ///   - rule: How many units an interval needs.
    /// - Returns: The estimate with how many units it stands on.
    public func share(
        ofAny names: Set<String>, in zone: String, rule: DomainRule = DomainRule()
    ) -> DomainEstimate {
        let inside = units.joined().filter { $0.zone == zone }
        let ofClass = inside.count { names.contains($0.reference) }
        let estimate = share(
            where: { names.contains($0.reference) }, among: { $0.zone == zone })
        return DomainEstimate(
            value: estimate?.value, units: inside.count, unitsOfClass: ofClass,
            estimate: rule.allows(units: inside.count, ofClass: ofClass) ? estimate : nil)
    }
}

/// How many units a zone must hold before its estimate gets an interval (a judgement).
public struct DomainRule: Hashable, Sendable {
    /// Units inside the zone.
    public var units: Int
    /// Units of the class inside the zone.
    public var unitsOfClass: Int

    /// At least 30 units, and 5 of the class, where nothing else is said.
    public init(units: Int = 30, unitsOfClass: Int = 5) {
        self.units = units
        self.unitsOfClass = unitsOfClass
    }

    /// Whether so many units may carry an interval.
    public func allows(units: Int, ofClass: Int) -> Bool {
        units >= self.units && ofClass >= unitsOfClass
    }
}

/// An estimate for a part of the sampled region.
public struct DomainEstimate: Hashable, Sendable {
    /// The estimate; `nil` where no unit lies in the zone.
    public let value: Double?
    /// Units inside the zone.
    public let units: Int
    /// Units of the class inside the zone.
    public let unitsOfClass: Int
    /// The estimate with its standard error; `nil` where there are too few units.
    public let estimate: Estimate?
}

/// The ratio of two totals from measured units, such as passed over verified parcel area.
///
/// - Source: the ratio estimator of Stehman 2014, with stratified variance.
/// - Parameters:
///   - strata: Names and sizes: how many units (parcels) each holds.
///   - values: y and x of each unit drawn, by stratum name.
/// - Returns: Σ N_h ȳ_h / Σ N_h x̄_h; `nil` where x is 0 everywhere.
/// - Throws: ``AccuracyError`` where a stratum has fewer than two units, or more than its size.
public func stratifiedRatio(
    _ strata: [Stratum], values: [String: [(y: Double, x: Double)]]
) throws(AccuracyError) -> Estimate? {
    var moments: [Moments] = []
    for stratum in strata {
        let stratumValues = values[stratum.id] ?? []
        guard !stratumValues.isEmpty else { throw .emptyStratum(stratum.id) }
        guard stratumValues.count > 1 else {
            throw .tooFewUnits(stratum.id, count: stratumValues.count)
        }
        guard Double(stratumValues.count) <= stratum.size else {
            throw .tooManyUnits(stratum.id, count: stratumValues.count, size: stratum.size)
        }
        moments.append(Moments(stratumValues, y: \.y, x: \.x))
    }
    for name in values.keys.sorted() where !strata.contains(where: { $0.id == name }) {
        throw .unknown(name, known: strata.map(\.id))
    }
    return stratifiedRatio(strata, moments)
}

private func stratifiedRatio(_ strata: [Stratum], _ moments: [Moments]) -> Estimate? {
    var totalY = 0.0
    var totalX = 0.0
    for (stratum, moments) in zip(strata, moments) {
        totalY += stratum.size * moments.meanY
        totalX += stratum.size * moments.meanX
    }
    guard totalX != 0 else { return nil }
    let ratio = totalY / totalX
    var variance = 0.0
    for (stratum, moments) in zip(strata, moments) {
        let spread =
            moments.varianceY + ratio * ratio * moments.varianceX - 2 * ratio * moments.covariance
        variance += stratum.varianceFactor(moments.count) * max(0, spread)
    }
    return Estimate(ratio, standardError: variance.squareRoot() / abs(totalX))
}

extension Stratum {
    /// How many units drawn with replacement would say as much: the more of the stratum is drawn,
    /// the less is left unknown.
    fileprivate func effectiveUnits(_ counted: Int, of drawn: Int) -> Double {
        let left = max(1 - Double(drawn) / size, 1e-9)
        return Double(counted) / left
    }

    /// N²(1 − n/N)/n.
    fileprivate func varianceFactor(_ count: Int) -> Double {
        size * size * (1 - Double(count) / size) / Double(count)
    }
}

/// Means, variances and covariance within a stratum.
private struct Moments {
    let count: Int
    let meanY: Double
    let meanX: Double
    let varianceY: Double
    let varianceX: Double
    let covariance: Double

    init<Unit>(_ units: [Unit], y: (Unit) -> Double, x: (Unit) -> Double) {
        self.count = units.count
        let count = Double(units.count)
        let ys = units.map(y)
        let xs = units.map(x)
        let meanY = ys.reduce(0, +) / count
        let meanX = xs.reduce(0, +) / count
        var yy = 0.0
        var xx = 0.0
        var xy = 0.0
        for (y, x) in zip(ys, xs) {
            yy += (y - meanY) * (y - meanY)
            xx += (x - meanX) * (x - meanX)
            xy += (y - meanY) * (x - meanX)
        }
        self.meanY = meanY
        self.meanX = meanX
        varianceY = yy / (count - 1)
        varianceX = xx / (count - 1)
        covariance = xy / (count - 1)
    }
}
