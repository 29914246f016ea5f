// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A number that comes from outside the coefficient sets, such as a volume or a rate, with its error.
///
/// An error that was stated once, for a whole inventory, is one error: every zone whose number
/// carries it under one name moves with it, so that cutting zones finer never narrows the whole.
/// An error of a zone's own is independent of every other.
public struct GivenNumber: Hashable, Sendable {
    /// Mean, deviation and shape, in the number's unit.
    public let distribution: Distribution
    /// What the error is of, where other zones share it; `nil` for an error of this number alone.
    public let sharedError: String?

    /// A number with an error of its own, or with one that others share by name.
    public init(_ distribution: Distribution, sharedError: String? = nil) {
        self.distribution = distribution
        self.sharedError = sharedError
    }

    /// A number known exactly.
    public static func fixed(_ value: Double) -> GivenNumber { GivenNumber(.fixed(value)) }

    /// A number with half of its 95 % interval as a percentage, as IPCC states it.
    ///
    /// - Throws: ``DistributionError`` where a number that is not positive is beyond ±30 %.
    public static func stated(
        _ value: Double, percent: Double, sharedError: String? = nil
    ) throws(DistributionError) -> GivenNumber {
        GivenNumber(
            value == 0 ? .fixed(0) : try .stated(value, percent: percent),
            sharedError: sharedError)
    }

    /// The mean.
    public var value: Double { distribution.mean }
}

extension Distribution {
    /// The same shape with a mean of 1; `nil` where there is no spread, or no mean to divide by.
    var relative: Distribution? {
        guard mean != 0, shape != .fixed else { return nil }
        let isLog = shape == .logNormal || shape == .shiftedLogNormal
        var relative = Parent(
            location: isLog
                ? parent.location - Elementary.log(mean.magnitude) : parent.location / mean,
            scale: isLog ? parent.scale : parent.scale / mean.magnitude)
        relative.origin = parent.origin / mean
        relative.isMirrored = parent.isMirrored != (mean < 0)
        return Distribution(
            mean: 1, standardDeviation: standardDeviation / mean.magnitude, shape: shape,
            parent: relative)
    }
}

extension ModelBuilder {
    /// A given number as factors: one variable, or its mean times the error that zones share.
    ///
    /// - Throws: ``CarbonError/badInput(zone:name:value:reason:)`` where two different errors are
    ///   shared under one name.
    mutating func factors(
        _ number: GivenNumber, named name: String, unit: String, zone: String, source: String,
        group: String
    ) throws(CarbonError) -> [Factor] {
        guard let shared = number.sharedError, let error = number.distribution.relative else {
            let index = variable(
                name, zone: zone, number.distribution,
                origin: .input(name: name, unit: unit, source: source), group: group)
            return [Factor(variable: index, exponent: 1)]
        }
        let mean = variable(
            name, zone: zone, .fixed(number.value),
            origin: .input(name: name, unit: unit, source: source), group: group)
        let label = "error of \(shared)"
        let common = variable(
            label, zone: nil, error,
            origin: .input(name: label, unit: "1", source: "given once, shared by all zones"),
            group: label)
        guard case .sampled(let known) = model.variables[common].definition,
            (known.standardDeviation - error.standardDeviation).magnitude < 1e-12
        else {
            throw .badInput(
                zone: zone, name: label, value: error.standardDeviation,
                reason: "other zones share an error of this name with another spread")
        }
        return [Factor(variable: mean, exponent: 1), Factor(variable: common, exponent: 1)]
    }
}
