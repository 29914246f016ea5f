// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Where productivity of recent years stands among those of a baseline.
///
/// All values are yearly means of NDVI × 10,000.
///
/// - Source: productivity state of Trends.Earth (read in its source). Deciles are percentiles of type
///   7, which is Steppe's rule: how the source's cloud reducer interpolates was not read.
public struct ProductivityState: Hashable, Sendable {
    /// 1…10: above how many of the baseline's deciles the baseline's mean lies, and 1.
    public let baselineClass: Int
    /// The same of the target years' mean.
    public let targetClass: Int
    /// Mean of the target years less that of the baseline.
    public let difference: Double
    /// The deciles, the lowest first.
    public let deciles: [Double]

    /// |difference| up to this is none.
    public static let smallestDifference = 100.0

    /// Compares two periods; `nil` where one has no value.
    ///
    /// - Parameters:
    ///   - baseline: Yearly, finite; O(n log n).
    ///   - target: Yearly, finite.
    public init?(baseline: [Double], target: [Double]) {
        guard let low = baseline.min(), let high = baseline.max(), !target.isEmpty else {
            return nil
        }
        let margin = 0.05 * (high - low)
        let spread = [low - margin] + baseline.sorted() + [high + margin]
        deciles = (1...9).map { decile in
            interpolated(Double(decile) * 10, count: spread.count) { spread[$0] }
        }
        let before = baseline.reduce(0, +) / Double(baseline.count)
        let now = target.reduce(0, +) / Double(target.count)
        baselineClass = 1 + deciles.count { $0 < before }
        targetClass = 1 + deciles.count { $0 < now }
        difference = now - before
    }

    /// How many classes were gained; 0 where the means differ by 100 at most.
    public var change: Int {
        abs(difference) <= Self.smallestDifference ? 0 : targetClass - baselineClass
    }

    /// Degraded or improved from two classes on.
    public var trend: LandTrend {
        change <= -2 ? .degraded : change >= 2 ? .improved : .stable
    }
}

/// Productivity beside that of land of the same soil and cover.
///
/// - Source: productivity performance of Trends.Earth (read in its source).
public enum ProductivityPerformance {
    /// Degraded where the mean is half of the 90th percentile or less; never improved.
    ///
    /// - Parameters:
    ///   - mean: Mean NDVI × 10,000 of the period.
    ///   - best: The 90th percentile of such means within the pixel's unit.
    /// - Returns: `nil` where the percentile is not above 0.
    public static func trend(ofMean mean: Double, best: Double) -> LandTrend? {
        guard best > 0, mean.isFinite, best.isFinite else { return nil }
        return mean / best <= 0.5 ? .degraded : .stable
    }
}

/// Productivity by trajectory, state and performance together.
///
/// - Source: the look-up of Trends.Earth for five classes (read in its source).
public enum ProductivityClass: Int, CaseIterable, Hashable, Sendable {
    case declining = 1
    case earlySigns = 2
    case stressed = 3
    case stable = 4
    case increasing = 5

    /// The class of three trends; `nil`, nodata, where one of them is.
    public init?(trajectory: LandTrend?, state: LandTrend?, performance: LandTrend?) {
        guard let trajectory, let state, let performance else { return nil }
        self =
            switch (trajectory, state, performance) {
            case (.stable, .stable, .degraded): .stressed
            case (.improved, .degraded, .degraded): .earlySigns
            case (.stable, .degraded, .degraded): .declining
            case (.stable, .degraded, _): .earlySigns
            case (.degraded, _, _): .declining
            case (.stable, _, _): .stable
            case (.improved, _, _): .increasing
            }
    }

    /// The same in three classes.
    public var trend: LandTrend {
        switch self {
        case .declining, .earlySigns: .degraded
        case .stressed, .stable: .stable
        case .increasing: .improved
        }
    }
}
