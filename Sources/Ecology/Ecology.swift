// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files

/// Why an indicator cannot be computed from what it was given.
public enum EcologyError: Failure, Hashable, CustomStringConvertible {
    /// An area, volume or count below zero.
    case negative(what: String, value: Double)
    /// A value that is infinite or not a number.
    case notFinite(what: String)
    /// A value outside the range that it can have.
    case outside(what: String, value: Double, range: ClosedRange<Double>)
    /// Nothing to compute from.
    case nothing(what: String)
    /// Two quantities that cannot be converted into each other.
    case unlike(Quantity.Unit, Quantity.Unit)
    /// Results that do not measure the same thing, so that they cannot be added.
    case mixed(what: String, first: String, other: String)
    /// A request that contradicts itself, and how to mend it.
    case refused(String)

    /// What is wrong and how to mend it, in one line.
    public var description: String {
        switch self {
        case .negative(let what, let value):
            "\(what) is \(value); it cannot be below 0"
        case .notFinite(let what):
            "\(what) is not a finite number; look for a division by zero or nodata in its source"
        case .outside(let what, let value, let range):
            "\(what) is \(value); it must lie within \(range.lowerBound)…\(range.upperBound)"
        case .nothing(let what):
            "there is no \(what); at least one is needed"
        case .unlike(let from, let to):
            "\(from.rawValue) cannot be converted to \(to.rawValue): one is "
                + "\(from.dimension.rawValue), the other \(to.dimension.rawValue)"
        case .mixed(let what, let first, let other):
            "results of different \(what) cannot be added: '\(first)' and '\(other)'"
        case .refused(let reason):
            reason
        }
    }
}

/// Returns a value that is finite and not negative, and refuses any other.
@discardableResult
func nonNegative(_ value: Double, _ what: @autoclosure () -> String) throws(EcologyError) -> Double
{
    guard value.isFinite else { throw .notFinite(what: what()) }
    guard value >= 0 else { throw .negative(what: what(), value: value) }
    return value
}

/// Returns a fraction, and refuses what lies outside 0…1: most often a percentage.
@discardableResult
func fraction(_ value: Double, _ what: @autoclosure () -> String) throws(EcologyError) -> Double {
    guard value.isFinite else { throw .notFinite(what: what()) }
    guard (0...1).contains(value) else {
        throw .outside(what: what(), value: value, range: 0...1)
    }
    return value
}
