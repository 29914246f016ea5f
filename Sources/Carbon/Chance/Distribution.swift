// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files

/// What is known of an uncertain number: its mean, its standard deviation and its shape.
///
/// The mean and the standard deviation are those of the distribution itself, whatever its shape;
/// so a truncated or skewed input does not shift the result.
public struct Distribution: Hashable, Sendable {
    /// The shape of a distribution.
    public enum Shape: String, CaseIterable, Hashable, Sendable {
        /// Known exactly.
        case fixed
        /// Symmetric; may be negative.
        case normal
        /// Positive and skewed.
        case logNormal = "log_normal"
        /// A normal distribution cut off at 0, whose remainder has the stated mean and deviation.
        case truncatedNormal = "truncated_normal"
        /// A log-normal distribution moved, and mirrored where it leans to the left, so that it has
        /// a stated mean and a stated 95 % interval that is not symmetric about it.
        case shiftedLogNormal = "shifted_log_normal"
    }

    /// The mean.
    public let mean: Double
    /// The standard deviation; 0 where the number is fixed.
    public let standardDeviation: Double
    /// The shape.
    public let shape: Shape
    /// The parameters that are sampled: μ and s of the logarithm, or μ and τ of the parent.
    public let parent: Parent

    /// A location and a scale.
    public struct Parent: Hashable, Sendable {
        /// μ.
        public let location: Double
        /// s, τ or σ.
        public let scale: Double
        /// Where a shifted log-normal distribution begins; 0 for the other shapes.
        public var origin = 0.0
        /// Whether it runs down from there rather than up.
        public var isMirrored = false
    }

    /// A number known exactly.
    public static func fixed(_ value: Double) -> Distribution {
        Distribution(
            mean: value, standardDeviation: 0, shape: .fixed,
            parent: Parent(location: value, scale: 0))
    }

    /// A normal distribution.
    public static func normal(mean: Double, standardDeviation: Double) -> Distribution {
        Distribution(
            mean: mean, standardDeviation: standardDeviation, shape: .normal,
            parent: Parent(location: mean, scale: standardDeviation))
    }

    /// A log-normal distribution with this mean and deviation of its own.
    ///
    /// - Throws: ``DistributionError`` where the mean is not positive.
    public static func logNormal(
        mean: Double, standardDeviation: Double
    ) throws(DistributionError) -> Distribution {
        guard mean > 0 else { throw .needsPositiveMean(mean: mean) }
        let ratio = standardDeviation / mean
        let variance = Elementary.log(1 + ratio * ratio)
        return Distribution(
            mean: mean, standardDeviation: standardDeviation, shape: .logNormal,
            parent: Parent(
                location: Elementary.log(mean) - variance / 2, scale: variance.squareRoot()))
    }

    /// A normal distribution cut at 0 whose own mean and deviation are these.
    ///
    /// The parent's μ and τ are solved for: cutting the normal of this mean would raise the mean.
    ///
    /// - Throws: ``DistributionError`` unless 0 < deviation < 0.99 mean: as the deviation nears the
    ///   mean, the parent leaves for −∞.
    public static func truncatedNormal(
        mean: Double, standardDeviation: Double
    ) throws(DistributionError) -> Distribution {
        guard mean > 0 else { throw .needsPositiveMean(mean: mean) }
        let wanted = standardDeviation / mean
        guard wanted > 0, wanted < 0.99 else {
            throw .tooWideToTruncate(mean: mean, standardDeviation: standardDeviation)
        }
        // The ratio of deviation to mean rises with the cut α = −μ/τ.
        var (low, high) = (-1 / wanted - 10, 30.0)
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if Truncation(at: middle).ratio < wanted { low = middle } else { high = middle }
        }
        let cut = Truncation(at: (low + high) / 2)
        let scale = mean / cut.mean
        return Distribution(
            mean: mean, standardDeviation: standardDeviation, shape: .truncatedNormal,
            parent: Parent(location: -cut.alpha * scale, scale: scale))
    }

    /// A distribution with this mean whose 2.5th and 97.5th percentiles are these.
    ///
    /// Normal where the mean is the middle; otherwise a log-normal distribution moved along, which
    /// three numbers settle.
    ///
    /// - Returns: `nil` where the mean lies so far to one side, outside the middle 70 % of the
    ///   interval, that no such distribution has it.
    public static func percentiles(mean: Double, low: Double, high: Double) -> Distribution? {
        guard low < mean, mean < high, (high - low).isFinite else { return nil }
        let z = StandardNormal.z95
        let place = (mean - low) / (high - low)
        if (place - 0.5).magnitude < 1e-4 {
            return .normal(mean: mean, standardDeviation: (high - low) / (2 * z))
        }
        let isMirrored = place > 0.5
        let wanted = min(place, 1 - place)
        /// Where the mean lies in the interval: it falls from the middle as s grows.
        func meanPlace(_ s: Double) -> Double {
            let (low, high) = (Elementary.exp(-z * s), Elementary.exp(z * s))
            return (Elementary.exp(s * s / 2) - low) / (high - low)
        }
        var (narrow, wide) = (1e-6, 1.9)
        guard meanPlace(wide) < wanted else { return nil }
        for _ in 0..<200 {
            let middle = (narrow + wide) / 2
            if meanPlace(middle) > wanted { narrow = middle } else { wide = middle }
        }
        let s = (narrow + wide) / 2
        let unit = Elementary.exp(z * s) - Elementary.exp(-z * s)
        let median = (high - low) / unit
        let sign = isMirrored ? -1.0 : 1
        let spread = median * Elementary.exp(s * s / 2)
        return Distribution(
            mean: mean,
            standardDeviation: spread * (Elementary.exp(s * s) - 1).squareRoot(),
            shape: .shiftedLogNormal,
            parent: Parent(
                location: Elementary.log(median), scale: s, origin: mean - sign * spread,
                isMirrored: isMirrored))
    }

    /// A positive number with half of its 95 % interval as a percentage, as IPCC states it.
    ///
    /// Normal up to ±30 %, log-normal beyond; fixed at 0 %.
    ///
    /// - Throws: ``DistributionError`` where a number that is not positive is beyond ±30 %.
    public static func stated(
        _ value: Double, percent: Double
    ) throws(DistributionError) -> Distribution {
        let deviation = value.magnitude * percent / 100 / StandardNormal.z95
        if deviation == 0 { return .fixed(value) }
        return percent <= 30
            ? .normal(mean: value, standardDeviation: deviation)
            : try .logNormal(mean: value, standardDeviation: deviation)
    }

    /// The number below which a share of draws lies, 0 < share < 1: the inverse of its cumulative
    /// distribution, by which it is sampled.
    public func quantile(_ share: Double) -> Double {
        switch shape {
        case .fixed: mean
        case .normal: parent.location + parent.scale * StandardNormal.quantile(share)
        case .logNormal:
            Elementary.exp(parent.location + parent.scale * StandardNormal.quantile(share))
        case .shiftedLogNormal:
            parent.origin
                + parent.sign
                * Elementary.exp(
                    parent.location + parent.scale * parent.sign * StandardNormal.quantile(share))
        case .truncatedNormal:
            parent.location
                - parent.scale * StandardNormal.quantile((1 - share) * shareAboveZero)
        }
    }

    /// The value whose rank among draws is that of a standard normal number among its own.
    func value(atScore score: Double) -> Double {
        switch shape {
        case .fixed: mean
        case .normal: parent.location + parent.scale * score
        case .logNormal: Elementary.exp(parent.location + parent.scale * score)
        case .shiftedLogNormal:
            parent.origin
                + parent.sign * Elementary.exp(parent.location + parent.scale * parent.sign * score)
        case .truncatedNormal:
            parent.location
                - parent.scale
                * StandardNormal.quantile(StandardNormal.upperTail(score) * shareAboveZero)
        }
    }

    /// The half-width of the 95 % interval, as IPCC states it: a percentage of the mean.
    public var halfWidthPercent: Double {
        mean == 0 ? 0 : 100 * StandardNormal.z95 * standardDeviation / mean.magnitude
    }

    /// The parent's share above 0.
    var shareAboveZero: Double {
        shape == .truncatedNormal ? StandardNormal.upperTail(-parent.location / parent.scale) : 1
    }
}

extension Distribution.Parent {
    /// Which way a shifted log-normal distribution runs from its origin.
    var sign: Double { isMirrored ? -1 : 1 }
}

/// A standard normal distribution cut at α, its origin moved to the cut.
private struct Truncation {
    let alpha: Double
    let mean: Double
    let ratio: Double

    init(at alpha: Double) {
        let mills = StandardNormal.inverseMills(alpha)
        self.alpha = alpha
        mean = mills - alpha
        ratio = max(0, 1 + alpha * mills - mills * mills).squareRoot() / mean
    }
}

/// Why a distribution cannot have the mean and deviation asked for.
public enum DistributionError: Failure, Hashable, CustomStringConvertible {
    /// A positive shape was asked for a mean that is not.
    case needsPositiveMean(mean: Double)
    /// A shifted log-normal distribution is settled by a low and a high end, which are not given, or
    /// are too unlike.
    case needsInterval(mean: Double)
    /// No normal distribution cut at 0 is as wide.
    case tooWideToTruncate(mean: Double, standardDeviation: Double)

    /// What is wrong, and which shape to choose instead.
    public var description: String {
        switch self {
        case .needsPositiveMean(let mean):
            "a mean of \(mean) cannot be log-normal or truncated at 0; use distribution = \"normal\""
        case .needsInterval(let mean):
            "a shifted log-normal distribution with mean \(mean) needs low and high on either side of "
                + "it, neither nearer than a sixth of their distance"
        case .tooWideToTruncate(let mean, let deviation):
            "a normal distribution cut at 0 with mean \(mean) cannot have a standard deviation of "
                + "\(deviation) (it must be below 0.99 of the mean, and above 0); "
                + "use distribution = \"log_normal\""
        }
    }
}
