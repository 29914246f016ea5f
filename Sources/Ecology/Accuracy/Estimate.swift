// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files

/// An estimate from a sample, with its standard error, in one unit.
public struct Estimate: Hashable, Sendable {
    /// The estimate.
    public let value: Double
    /// Its standard error.
    public let standardError: Double

    /// The lower end of the 95 % interval.
    public let lower: Double
    /// The upper end of the 95 % interval.
    public let upper: Double

    /// The 0.975 quantile of the standard normal distribution, as tables print it.
    static let z95 = 1.96

    /// An estimate with its standard error; its interval is 1.96 of them to each side.
    public init(_ value: Double, standardError: Double) {
        self.init(
            value, standardError: standardError, lower: value - Self.z95 * standardError,
            upper: value + Self.z95 * standardError)
    }

    /// An estimate whose 95 % interval comes from more than its standard error.
    public init(_ value: Double, standardError: Double, lower: Double, upper: Double) {
        self.value = value
        self.standardError = standardError
        self.lower = min(lower, upper)
        self.upper = max(lower, upper)
    }

    /// 1.96 standard errors: the ± that papers print. It says nothing where no unit was found wrong;
    /// ``lower`` and ``upper`` do.
    public var halfWidth: Double { Self.z95 * standardError }

    /// The estimate with a known amount added.
    public func adding(_ amount: Double) -> Estimate {
        Estimate(
            value + amount, standardError: standardError, lower: lower + amount,
            upper: upper + amount)
    }

    /// The same estimate in another unit.
    public func scaled(by factor: Double) -> Estimate {
        Estimate(
            value * factor, standardError: standardError * abs(factor), lower: lower * factor,
            upper: upper * factor)
    }
}

/// Why a sample cannot judge a map.
public enum AccuracyError: Failure, Hashable, CustomStringConvertible {
    /// Counts that are not a square of the classes.
    case shape(classes: Int, rows: Int)
    /// Two classes or strata of one name.
    case twice(String)
    /// A negative count, or a size or mapped area that is negative or not finite.
    case negative(String)
    /// A stratum without a single unit, of which there is nothing to sample.
    case noSize(String)
    /// A class that the map has and the sample has not.
    case emptyStratum(String)
    /// A stratum with one unit, which shows no spread.
    case tooFewUnits(String, count: Int)
    /// More units than the stratum has pixels, or units where nothing is mapped.
    case tooManyUnits(String, count: Int, size: Double)
    /// A sample unit whose class or stratum is not on the map.
    case unknown(String, known: [String])
    /// Nothing mapped at all.
    case nothingMapped

    /// What is wrong and how to mend it, in one line.
    public var description: String {
        switch self {
        case .shape(let classes, let rows):
            "\(classes) classes need \(classes) rows of \(classes) counts; there are \(rows) rows, "
                + "or a row is of another length"
        case .twice(let name): "'\(name)' is listed twice"
        case .negative(let name):
            "'\(name)' has a count or area that is negative or not a finite number"
        case .noSize(let name):
            "'\(name)' has a size of 0, so there is nothing to sample in it: give its number of "
                + "pixels, or leave the stratum and its units out"
        case .emptyStratum(let name):
            "'\(name)' is on the map but has no sample unit, so its accuracy is unknown: "
                + "sample it, or merge it with a class that is sampled"
        case .tooFewUnits(let name, let count):
            "'\(name)' has \(count) sample unit; a variance needs at least 2: "
                + "sample more, or merge strata"
        case .tooManyUnits(let name, let count, let size):
            "'\(name)' has \(count) sample units but a size of \(size); "
                + "are the samples of another map?"
        case .unknown(let name, let known):
            "a sample unit has '\(name)', which is not among \(known.joined(separator: ", "))"
        case .nothingMapped: "the map has no area"
        }
    }
}
