// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// The percentiles that are read from the draws.
enum DrawnPercentile: Int, CaseIterable, Sendable {
    case low, median, high

    /// The share of draws below it.
    var share: Double {
        switch self {
        case .low: 0.025
        case .median: 0.5
        case .high: 0.975
        }
    }
}

/// What a first look at some draws says of one number: about where its percentiles lie.
struct Pilot: Sendable {
    /// Draws that are looked at first.
    static let size = 4096

    /// Near the mean: sums run about it, so that no digits are lost.
    let centre: Double
    /// Where each percentile is sure to be.
    let windows: [Window]
    /// The percentiles, exact where the pilot is the whole run.
    let percentiles: [Double]

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
        // Six standard errors of a share p among 4096 draws.
        windows = DrawnPercentile.allCases.map { percentile in
            let reach =
                6
                * (percentile.share * (1 - percentile.share) / Double(Self.size))
                .squareRoot()
            return Window(from: at(percentile.share - reach), to: at(percentile.share + reach))
        }
        percentiles = DrawnPercentile.allCases.map { at($0.share) }
    }
}

/// Whole-number counts of one worker's draws; adding such counts up depends on no order.
struct DrawCounts: Sendable {
    private(set) var positive: [Int]
    private var below: [Int]
    private var bins: [UInt32]

    init(outputs: Int) {
        positive = [Int](repeating: 0, count: outputs)
        let windows = DrawnPercentile.allCases.count * outputs
        below = [Int](repeating: 0, count: windows)
        bins = [UInt32](repeating: 0, count: windows * Pilot.Window.binCount)
    }

    /// Counts some draws of one number.
    mutating func count(
        _ draws: Span<Double>, from start: Int, _ length: Int, of output: Int, _ pilot: Pilot
    ) {
        var above = 0
        for i in start..<(start + length) where draws[i] > 0 { above += 1 }
        positive[output] += above
        for (place, window) in pilot.windows.enumerated() {
            count(draws, from: start, length, pilot.windows.count * output + place, window)
        }
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

    /// The value below which a percentile's share of all draws lies, interpolated within its bin.
    func percentile(
        _ percentile: DrawnPercentile, of output: Int, draws: Int, _ pilot: Pilot
    ) -> Double {
        let window = pilot.windows[percentile.rawValue]
        let place = pilot.windows.count * output + percentile.rawValue
        let wanted = percentile.share * Double(draws)
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
