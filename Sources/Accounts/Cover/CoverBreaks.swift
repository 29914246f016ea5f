// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Vegetation cover in bins that keep the breaks of every standard and of every scenario.
package struct CoverBreaks: Sendable {
    private let breaks: [Double]

    /// The breaks of every standard, and others of 0…1.
    package init(with others: [Double]) {
        breaks = Set(CoverBin.breaks + others.filter { $0 > 0 && $0 <= 1 }).sorted()
    }

    package func bin(of cover: Double) -> Int { breaks.firstIndex { cover < $0 } ?? breaks.count }

    /// The cover that stands for all of a bin.
    package func cover(ofBin bin: Int) -> Double { bin == 0 ? 0 : breaks[bin - 1] }

    /// The breaks in words, exact.
    package var rule: String { breaks.map { "\($0)" }.joined(separator: " ") }
}
