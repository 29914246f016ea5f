// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology

/// Vegetation cover in bins that keep the breaks of every standard in use.
///
/// Some count a break to the class above (10 % is semi-fixed sand), some to the one below (10 % is
/// very severely sandified); each break of the latter kind closes a bin of its own.
package enum CoverBin {
    package static let breaks = [
        0.10, 0.10.nextUp, 0.25.nextUp, 0.30, 0.40.nextUp, 0.45, 0.60, 0.75,
    ]

    package static func bin(of cover: Double) -> Int {
        breaks.firstIndex { cover < $0 } ?? breaks.count
    }

    /// The cover that stands for all of a bin.
    private static func representative(_ bin: Int) -> Double {
        bin == 0 ? 0 : breaks[bin - 1]
    }

    package static func state(_ bin: Int) -> SandState? { SandState(cover: representative(bin)) }

    package static func degree(_ bin: Int) -> SandificationDegree? {
        SandificationDegree(cover: representative(bin))
    }

    /// The classes of maps and tables, from below, each with the cover that it begins at.
    package static let classes = [
        (0.0, "below_10"), (0.10, "10_30"), (0.30, "30_45"), (0.45, "45_60"), (0.60, "60_75"),
        (0.75, "from_75"),
    ]

    /// A bin's place in ``classes``.
    package static func classIndex(_ bin: Int) -> Int {
        classes.lastIndex { $0.0 <= representative(bin) } ?? 0
    }
}
