// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What a first look at some draws says of one number: about where its percentiles lie.
struct Pilot: Sendable {
    /// Draws that are looked at first.
    static let size = 4096

    /// Near the mean: sums run about it, so that no digits are lost.
    let centre: Double
    /// Where the 2.5th percentile is sure to be, and where the 97.5th.
    let windows: (low: Window, high: Window)
    /// The percentiles, exact where the pilot is the whole run.
    let percentiles: (low: Double, high: Double)

    /// A range of values that is counted finely.
    struct Window: Sendable {
        static let binCount = 1024
        let from: Double
        let to: Double
        var binsPerUnit: Double { to > from ? Double(Self.binCount) / (to - from) : 0 }
    }

    /// - Parameter draws: Any number of them from 2; they are put in order.
    init(_ draws: [Double]) {
        let sorted = draws.sorted()
        func at(_ share: Double) -> Double {
            let place = share * Double(sorted.count) - 0.5
            let below = Int(max(0, place.rounded(.down)))
            let above = min(below + 1, sorted.count - 1)
            let part = min(max(place - Double(below), 0), 1)
            return sorted[below] + part * (sorted[above] - sorted[below])
        }
        centre = draws.reduce(0, +) / Double(draws.count)
        // Six standard errors of a share of 0.025 among 4096 draws are 0.0146.
        windows = (
            Window(from: at(0.0104), to: at(0.0396)), Window(from: at(0.9604), to: at(0.9896))
        )
        percentiles = (at(0.025), at(0.975))
    }
}

/// Whole-number counts of one worker's draws; adding such counts up depends on no order.
struct DrawCounts: Sendable {
    private(set) var positive: [Int]
    private var below: [Int]
    private var bins: [UInt32]

    init(outputs: Int) {
        positive = [Int](repeating: 0, count: outputs)
        below = [Int](repeating: 0, count: 2 * outputs)
        bins = [UInt32](repeating: 0, count: 2 * outputs * Pilot.Window.binCount)
    }

    /// Counts some draws of one number.
    mutating func count(
        _ draws: Span<Double>, from start: Int, _ length: Int, of output: Int, _ pilot: Pilot
    ) {
        var above = 0
        for i in start..<(start + length) where draws[i] > 0 { above += 1 }
        positive[output] += above
        count(draws, from: start, length, 2 * output, pilot.windows.low)
        count(draws, from: start, length, 2 * output + 1, pilot.windows.high)
    }

    private mutating func count(
        _ draws: Span<Double>, from start: Int, _ length: Int, _ place: Int, _ window: Pilot.Window
    ) {
        var under = 0
        let (from, to, scale) = (window.from, window.to, window.binsPerUnit)
        let first = place * Pilot.Window.binCount
        for i in start..<(start + length) {
            let x = draws[i]
            if x < from {
                under += 1
            } else if x < to {
                bins[first + min(Int((x - from) * scale), Pilot.Window.binCount - 1)] += 1
            }
        }
        below[place] += under
    }

    /// Adds another worker's counts.
    mutating func add(_ other: DrawCounts) {
        for i in positive.indices { positive[i] += other.positive[i] }
        for i in below.indices { below[i] += other.below[i] }
        for i in bins.indices { bins[i] += other.bins[i] }
    }

    /// The value below which a share of all draws lies, interpolated within its bin.
    func percentile(_ share: Double, of output: Int, isHigh: Bool, draws: Int, _ pilot: Pilot)
        -> Double
    {
        let window = isHigh ? pilot.windows.high : pilot.windows.low
        let place = 2 * output + (isHigh ? 1 : 0)
        let wanted = share * Double(draws)
        var seen = Double(below[place])
        guard window.to > window.from, wanted > seen else { return window.from }
        let first = place * Pilot.Window.binCount
        for bin in 0..<Pilot.Window.binCount {
            let count = Double(bins[first + bin])
            if count > 0, seen + count >= wanted {
                return window.from + (Double(bin) + (wanted - seen) / count) / window.binsPerUnit
            }
            seen += count
        }
        return window.to
    }
}
