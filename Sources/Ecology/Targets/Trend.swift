// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Whether an indicator is on its way to a target.
public struct Trend: Hashable, Sendable {
    /// The last year with a value.
    public let year: Int
    /// Change since the first year.
    public let changeSinceBaseline: Double
    /// Change since the year before the last in the series.
    public let changeSincePrevious: Double
    /// What a year must bring from now on; `nil` once the target's year has come.
    public let neededRate: Double?
    /// What a year brought: the least-squares slope over the years present.
    public let observedRate: Double
    /// The value in the target's year, if the observed rate holds.
    public let projection: Double
    /// Whether the projection misses the target.
    public let isEarlyWarning: Bool

    /// Reads a trend off a series.
    ///
    /// - Parameters:
    ///   - values: By year, all in one unit.
    ///   - target: In the unit of the values.
    ///   - targetYear: When it is wanted.
    ///   - direction: Which side is good.
    /// - Throws: ``EcologyError`` with fewer than two years.
    public init(
        _ values: [Int: Double], target: Double, by targetYear: Int,
        _ direction: Target.Direction = .atLeast
    ) throws(EcologyError) {
        let years = values.keys.sorted()
        let series = years.compactMap { values[$0] }
        guard let line = LeastSquares(x: years.map(Double.init), y: series),
            let first = series.first, let last = series.last, let year = years.last
        else { throw .refused("a trend needs at least two years") }
        let left = Double(targetYear - year)
        self.year = year
        changeSinceBaseline = last - first
        changeSincePrevious = last - series[series.count - 2]
        observedRate = line.slope
        neededRate = left > 0 ? (target - last) / left : nil
        projection = last + line.slope * left
        let gap = direction == .atLeast ? target - projection : projection - target
        isEarlyWarning = gap > abs(target) * 1e-12
    }
}

/// Whether a series rises or falls beyond chance: Mann–Kendall and Theil–Sen.
///
/// - Source: trajectory codes as in Trends.Earth (SDG 15.3.1), for mean NDVI × 10,000.
public struct TrendTest: Hashable, Sendable {
    /// Σ sign(x_j − x_i), i before j; ties count 0.
    public let s: Int
    /// Var S = n(n−1)(2n+5)/18, less Σ t(t−1)(2t+5)/18 over groups of ties.
    public let variance: Double
    /// (S − sign S) / √Var; 0 where all values are one.
    public let z: Double
    /// Least-squares slope per year.
    public let slope: Double
    /// The median of all slopes between two years.
    public let theilSen: Double
    /// −3…3: the direction, and how significant it is (90, 95, 99 %); 0 where it is not, or where
    /// the slope is at most 10 a year. `nil` for fewer than 4 values.
    ///
    /// Up to 30 values |S| is held against critical values as Trends.Earth lists them. Beyond them
    /// |Z| is held against 1.2816, 1.6449 and 2.3263, the quantiles that the list comes near to at
    /// its end: a judgement, not the source's rule.
    public let code: Int?

    /// The trend of productivity that the code stands for: from ±2 on, 95 %; `nil` without a code.
    public var productivity: LandTrend? { code.map { LandTrend(trajectory: $0) } }

    /// Tests yearly values, the first year first.
    ///
    /// - Parameters:
    ///   - values: At least two, one a year.
    ///   - smallestSlope: |slope| up to this is no trend: 10 for NDVI × 10,000.
    /// - Throws: ``EcologyError`` with fewer than two values, or one that is not finite.
    public init(_ values: [Double], smallestSlope: Double = 10) throws(EcologyError) {
        guard values.allSatisfy(\.isFinite) else { throw .notFinite(what: "a yearly value") }
        guard values.count > 1 else { throw .refused("a trend needs at least two years") }
        var slopes: [Double] = []
        for later in values.indices {
            for earlier in 0..<later {
                slopes.append((values[later] - values[earlier]) / Double(later - earlier))
            }
        }
        theilSen = percentile(50, of: slopes) ?? 0
        s = Self.s(values)
        slope = Self.slope(values)
        variance = Self.variance(values)
        z = Self.z(s, variance)
        code = Self.code(of: values, smallestSlope: smallestSlope)
    }

    /// ``code`` alone, without what it takes to tell the rest: for the pixels of a raster. O(n²).
    ///
    /// - Parameters:
    ///   - values: Yearly and finite, the first year first.
    ///   - smallestSlope: |slope| up to this is no trend: 10 for NDVI × 10,000.
    /// - Returns: −3…3; `nil` for fewer than 4 values.
    public static func code(of values: [Double], smallestSlope: Double = 10) -> Int? {
        let place = values.count - 4
        guard place >= 0 else { return nil }
        let slope = slope(values)
        guard abs(slope) > smallestSlope else { return 0 }
        let s = s(values)
        let level: Int
        if k90.indices.contains(place) {
            let size = abs(s)
            level =
                size <= k90[place] ? 0 : size >= k99[place] ? 3 : size >= k95[place] ? 2 : 1
        } else {
            let size = abs(z(s, variance(values)))
            level = size <= 1.2816 ? 0 : size >= 2.3263 ? 3 : size >= 1.6449 ? 2 : 1
        }
        return slope < 0 ? -level : level
    }

    private static func s(_ values: [Double]) -> Int {
        var s = 0
        for later in values.indices {
            for earlier in 0..<later {
                let rise = values[later] - values[earlier]
                s += rise > 0 ? 1 : rise < 0 ? -1 : 0
            }
        }
        return s
    }

    /// The least-squares slope, the values a year apart.
    private static func slope(_ values: [Double]) -> Double {
        let count = Double(values.count)
        let middle = (count - 1) / 2
        var sum = 0.0
        for index in values.indices { sum += (Double(index) - middle) * values[index] }
        return sum * 12 / (count * (count * count - 1))
    }

    private static func variance(_ values: [Double]) -> Double {
        let ties = Dictionary(grouping: values) { $0 }.values.map(\.count)
        return (spread(values.count) - ties.reduce(0) { $0 + spread($1) }) / 18
    }

    private static func z(_ s: Int, _ variance: Double) -> Double {
        variance > 0 ? Double(s - s.signum()) / variance.squareRoot() : 0
    }

    private static func spread(_ n: Int) -> Double { Double(n * (n - 1) * (2 * n + 5)) }

    // Critical |S| from n = 4 on.
    private static let k90 = [
        4, 6, 7, 9, 10, 12, 15, 17, 18, 22, 23, 27, 28, 32, 35, 37, 40, 42, 45, 49, 52, 56, 59, 61,
        66, 68, 73,
    ]
    private static let k95 = [
        4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 31, 33, 36, 40, 43, 47, 50, 54, 59, 63, 66, 70, 75, 79,
        84, 88, 93,
    ]
    private static let k99 = [
        6, 8, 11, 18, 22, 25, 29, 34, 38, 41, 47, 50, 56, 61, 65, 70, 76, 81, 87, 92, 98, 105, 111,
        116, 124, 129, 135,
    ]
}
