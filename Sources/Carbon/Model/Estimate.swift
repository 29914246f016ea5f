// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// How an uncertainty was worked out.
public enum UncertaintyApproach: Hashable, Sendable {
    /// IPCC approach 1: the spread of the inputs, carried through to first order.
    case linear
    /// IPCC approach 2: simulation.
    case monteCarlo(draws: Int, seed: UInt64)
}

/// A number with its uncertainty.
public struct CarbonEstimate: Sendable {
    /// Which number it is.
    public let key: CarbonModel.Key
    /// How the uncertainty was worked out.
    public let approach: UncertaintyApproach
    /// The value at the inputs' means; of a band, that of its upper end.
    public let central: Double
    /// The mean: of the draws in approach 2, the central value in approach 1.
    public let mean: Double
    /// The value that half of the draws lie below; the central value in approach 1.
    public let median: Double
    /// The standard deviation.
    public let standardDeviation: Double
    /// The 2.5th percentile.
    public let lower: Double
    /// The 97.5th percentile.
    public let upper: Double
    /// The probability of a value above 0: for a change or a sink, that the land is a sink.
    public let probabilityPositive: Double
    /// What the variance comes from, the largest share first.
    public let shares: [VarianceShare]
    /// Whether nothing but ``lower`` and ``upper`` may be told: what lies between depends on something
    /// that nobody knows, such as the age of plantings.
    public var isBand = false

    /// The value to print; `nil` of a band.
    public var figure: Double? { isBand ? nil : central }

    /// The band between two estimates of the same number, from the lower end of the one to the upper
    /// end of the other; the estimate itself where they are the same.
    ///
    /// - Parameters:
    ///   - low: With what is unknown at its one end.
    ///   - high: With it at its other end.
    /// - Returns: Mean, median, deviation and shares are those of `high`.
    public static func band(from low: CarbonEstimate, to high: CarbonEstimate) -> CarbonEstimate {
        guard low.central != high.central else { return high }
        var band = CarbonEstimate(
            key: high.key, approach: high.approach, central: high.central, mean: high.mean,
            median: high.median, standardDeviation: high.standardDeviation,
            lower: min(low.lower, high.lower), upper: max(low.upper, high.upper),
            probabilityPositive: high.probabilityPositive, shares: high.shares)
        band.isBand = true
        return band
    }

    /// Half the width of a symmetric 95 % interval, as a percentage of the mean; infinite at 0.
    public var halfWidthPercent: Double {
        standardDeviation == 0
            ? 0 : 100 * StandardNormal.z95 * standardDeviation / mean.magnitude
    }
}

/// The part of a variance that an input accounts for.
public struct VarianceShare: Hashable, Sendable {
    /// The coefficient's id, or what else varies.
    public let input: String
    /// What the input accounts for alone, 0…1: its first-order index. These add up to 1 less what
    /// only several inputs together account for.
    public let share: Double
    /// What the input accounts for alone and together with others: its total-order index; `nil`
    /// where it was not simulated.
    public let total: Double?
}
