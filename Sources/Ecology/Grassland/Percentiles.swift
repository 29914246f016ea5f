// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A percentile of type 7: rank (n − 1)·p, linear between neighbours.
///
/// - Parameters:
///   - percent: 0…100.
///   - values: In any order; NaN is left out.
/// - Returns: `nil` without values. O(n log n).
public func percentile(_ percent: Double, of values: [Double]) -> Double? {
    let sorted = values.filter { !$0.isNaN }.sorted()
    guard !sorted.isEmpty, (0...100).contains(percent) else { return nil }
    return interpolated(percent, count: sorted.count) { sorted[$0] }
}

/// Counts of NDVI codes, from which exact percentiles come without keeping the pixels.
///
/// Counts of tiles, scenes and years merge by addition, so the percentiles of any division of the
/// same pixels are the same bits.
public struct NDVIHistogram: Hashable, Sendable {
    private var counts = [Int](repeating: 0, count: 65_536)
    /// How the codes are to be read.
    public let encoding: NDVIEncoding
    /// Valid pixels counted.
    public private(set) var count = 0

    /// An empty histogram of codes that are written as `encoding` says.
    public init(_ encoding: NDVIEncoding) { self.encoding = encoding }

    /// Counts codes; nodata is left out. O(`codes.count`), no allocation.
    ///
    /// - Throws: ``VegetationCoverError/notNDVI(value:pixel:)`` at a code outside −1…1.
    public mutating func add(_ codes: Span<Int16>) throws(VegetationCoverError) {
        for index in codes.indices where encoding.isValid(Double(codes[index])) {
            try encoding.check(Double(codes[index]), index)
            counts[Int(codes[index]) + 32_768] += 1
            count += 1
        }
    }

    /// Adds another histogram of the same encoding.
    public mutating func merge(_ other: NDVIHistogram) {
        precondition(other.encoding == encoding, "histograms of two encodings do not add")
        for index in counts.indices { counts[index] += other.counts[index] }
        count += other.count
    }

    /// The NDVI at a percentile of type 7, 0…100; `nil` without pixels.
    public func percentile(_ percent: Double) -> Double? {
        guard count > 0, (0...100).contains(percent) else { return nil }
        return interpolated(percent, count: count, value(ranked:))
    }

    /// End members at two percentiles, commonly 5 and 95 or 0.5 and 99.5.
    ///
    /// - Parameters:
    ///   - low: The percentile of bare soil.
    ///   - high: The percentile of full canopy.
    ///   - origin: What this histogram counted: one scene, or all compared years of a region.
    /// - Returns: A pair that records its origin.
    /// - Throws: ``VegetationCoverError`` without pixels, or where the two percentiles coincide.
    public func endMembers(
        low: Double = 5, high: Double = 95,
        origin: (_ low: Double, _ high: Double) -> EndMembers.Origin
    ) throws(VegetationCoverError) -> EndMembers {
        guard let soil = percentile(low), let canopy = percentile(high) else { throw .noPixels }
        return try EndMembers(soil: soil, canopy: canopy, origin: origin(low, high))
    }

    private func value(ranked rank: Int) -> Double {
        var passed = 0
        for index in counts.indices {
            passed += counts[index]
            if passed > rank { return encoding.ndvi(Double(index - 32_768)) }
        }
        return .nan
    }
}

/// A percentile of type 7 of values that are reached by their rank.
func interpolated(
    _ percent: Double, count: Int, _ value: (Int) -> Double
) -> Double {
    let rank = Double(count - 1) * percent / 100
    let below = Int(rank)
    let low = value(below)
    guard below + 1 < count, rank > Double(below) else { return low }
    return low + (value(below + 1) - low) * (rank - Double(below))
}
