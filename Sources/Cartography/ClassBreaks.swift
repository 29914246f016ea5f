// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import MapStyles

/// How numbers are parted into the classes of a map.
public enum BreakMethod: Hashable, Sendable {
    /// Round limits at equal steps, about so many classes.
    case equalSteps(count: Int)
    /// Equal steps; where they would leave several numbers in few classes, as next to one that lies
    /// far from all others, round limits with about as many numbers in each.
    case readable(count: Int)
    /// As many numbers in each class, as nearly as ties allow.
    case quantiles(count: Int)
    /// The given limits, lowest and highest included.
    case given([Double])
}

/// The limits between classes: class `i` runs from `limits[i]` up to, not with, `limits[i + 1]`;
/// the last one takes its upper limit too.
public struct ClassBreaks: Hashable, Sendable {
    /// From the lowest to the highest; one more than there are classes.
    public let limits: [Double]

    /// Parts some numbers into classes.
    ///
    /// - Parameters:
    ///   - values: The numbers to part; what is not finite is left out.
    ///   - method: How.
    ///   - centre: Where a diverging scale turns. Limits then lie as far on either side of it, and
    ///     the classes are an even number so that it is a limit. Quantiles do not take one.
    /// - Throws: ``MapError/badBreaks(_:)`` without numbers, or with limits that do not rise.
    public init(
        of values: [Double], by method: BreakMethod, around centre: Double? = nil
    ) throws(MapError) {
        let values = values.filter(\.isFinite).sorted()
        if let far = values.first(where: { $0.magnitude > largestShown }) {
            throw .badBreaks("\(far) is beyond all numbers that a map shows")
        }
        if case .given(let limits) = method {
            guard limits.count >= 2, zip(limits, limits.dropFirst()).allSatisfy({ $0 < $1 }),
                limits.allSatisfy(\.isFinite)
            else { throw .badBreaks("the limits \(limits) do not rise") }
            self.limits = limits
            return
        }
        guard let low = values.first, let high = values.last else {
            throw .badBreaks("there is no number to show")
        }
        switch method {
        case .equalSteps(let count) where count >= 1:
            if let centre {
                let reach = max(high - centre, centre - low)
                let half = equalLimits(from: 0, to: reach, count: max(1, count / 2))
                limits = half.dropFirst().reversed().map { centre - $0 } + half.map { centre + $0 }
            } else {
                limits = equalLimits(from: low, to: high, count: count)
            }
        case .readable(let count) where count >= 1:
            let even = try ClassBreaks(of: values, by: .equalSteps(count: count), around: centre)
            limits =
                centre == nil && even.isCrowded(by: values)
                ? evenlyFilledLimits(of: values, count: count) : even.limits
        case .quantiles(let count) where count >= 1:
            limits = quantileLimits(of: values, count: count)
        default: throw .badBreaks("there must be one class or more")
        }
    }

    /// Whether several numbers share few classes: most in one, or two classes of five empty.
    private func isCrowded(by values: [Double]) -> Bool {
        let counts = Dictionary(grouping: values, by: classIndex).values.map(\.count)
        return values.count > classCount
            && (counts.count * 5 <= classCount * 3 || (counts.max() ?? 0) * 5 > values.count * 3)
    }

    /// How many classes there are.
    public var classCount: Int { limits.count - 1 }

    /// The class that a number falls in; below or above all, it is the first or the last.
    public func classIndex(of value: Double) -> Int {
        let above = limits.dropFirst().dropLast().count { $0 <= value }
        return min(above, classCount - 1)
    }
}

/// Round steps of 1, 2, 2.5 or 5 × 10ⁿ around all numbers: about `count` of them.
func equalLimits(from low: Double, to high: Double, count: Int) -> [Double] {
    let span = high - low
    guard span > max(abs(low), abs(high)) * 1e-12, span > 1 / largestShown else {
        let width = niceStep(atLeast: max(abs(low), 1) * 0.01)
        let start = (low / width).rounded(.down) * width
        return [start, start + width]
    }
    let step = niceStep(atLeast: span / Double(count) * 0.999)
    let first = Int((low / step + 1e-9).rounded(.down))
    let last = max(Int((high / step - 1e-9).rounded(.up)), first + 1)
    return (first...last).map { tidy(Double($0) * step, step: step) }
}

/// The least of 1, 2, 2.5 and 5 × 10ⁿ that is not below a length.
func niceStep(atLeast length: Double) -> Double {
    let decade = pow(10, (log10(length)).rounded(.down))
    let factor = [1, 2, 2.5, 5].first { $0 * decade >= length * (1 - 1e-9) } ?? 10
    return factor * decade
}

/// A multiple of a step without the dust of binary fractions.
private func tidy(_ value: Double, step: Double) -> Double {
    let scale = pow(10, max(0, 2 - log10(step).rounded(.down)))
    return (value * scale).rounded() / scale
}

private func quantileLimits(of sorted: [Double], count: Int) -> [Double] {
    var limits: [Double] = []
    for index in 0...count {
        let place = Double(index) / Double(count) * Double(sorted.count - 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        let limit = sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
        if limits.last.map({ limit > $0 }) ?? true { limits.append(limit) }
    }
    return limits.count > 1 ? limits : equalLimits(from: sorted[0], to: sorted[0], count: 1)
}

/// The roundest limits that part sorted numbers into about equally many each.
private func evenlyFilledLimits(of sorted: [Double], count: Int) -> [Double] {
    var inner: [Double] = []
    for index in 1..<max(count, 2) {
        let place = Int((Double(index * sorted.count) / Double(count)).rounded())
        guard sorted.indices.contains(place), place > 0, sorted[place - 1] < sorted[place] else {
            continue
        }
        let limit = roundest(above: sorted[place - 1], upTo: sorted[place])
        if inner.last.map({ limit > $0 }) ?? true { inner.append(limit) }
    }
    let (low, high) = (sorted[0], sorted[sorted.count - 1])
    guard let first = inner.first, let last = inner.last else {
        return equalLimits(from: low, to: high, count: count)
    }
    let (below, above) = (
        niceStep(atLeast: max(first - low, first.magnitude * 1e-3, 1e-9) / 4),
        niceStep(atLeast: max(high - last, last.magnitude * 1e-3, 1e-9) / 4)
    )
    return [tidy((low / below).rounded(.down) * below, step: below)] + inner
        + [tidy(max((high / above).rounded(.up) * above, last + above), step: above)]
}

/// The number with the fewest digits in an interval that its lower end is not in.
private func roundest(above low: Double, upTo high: Double) -> Double {
    if low < 0 && high >= 0 { return 0 }
    var decade = pow(10, log10(max(low.magnitude, high.magnitude)).rounded(.up))
    for _ in 0..<12 {
        for factor in [1, 0.5, 0.2, 0.25] {
            let step = decade * factor
            let candidate = tidy((high / step).rounded(.down) * step, step: step)
            if candidate > low && candidate <= high { return candidate }
        }
        decade /= 10
    }
    return high
}

/// Writes numbers for people: grouped by a thin space in thousands, with a true minus sign.
func formatted(_ value: Double, decimals: Int) -> String {
    let text = String(format: "%.\(max(0, decimals))f", abs(value))
    let parts = text.split(separator: ".")
    var whole = String(parts[0])
    if whole.count > 4 {
        var groups: [Substring] = []
        var rest = Substring(whole)
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        whole = ([rest] + groups).joined(separator: "\u{2009}")
    }
    let isZero = text.allSatisfy { $0 == "0" || $0 == "." }
    let sign = value < 0 && !isZero ? "\u{2212}" : ""
    return sign + (parts.count > 1 ? whole + "." + parts[1] : whole)
}

/// The decimals that tell limits apart, and no more.
func decimals(for limits: [Double]) -> Int {
    for decimals in 0..<6 {
        let scale = pow(10, Double(decimals))
        let exact = limits.allSatisfy { abs(($0 * scale).rounded() / scale - $0) < 1e-9 }
        if exact { return decimals }
    }
    let gap = zip(limits, limits.dropFirst()).map { $1 - $0 }.min() ?? 1
    return max(0, Int((1 - log10(gap)).rounded(.up)))
}
