// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

/// Shrub that an assumption, or a county's rain near the limit, makes count as forest or not.
public struct ShrubInDoubt: Hashable, Sendable {
    /// What is assumed, or near the limit, in words.
    public let reason: LocalizedText
    /// m².
    public let area: Double
    /// Whether it counts as things are taken to be.
    public let counts: Bool

    /// So much shrub of which it is doubtful whether it counts.
    public init(_ reason: LocalizedText, area: Double, counts: Bool) {
        self.reason = reason
        self.area = area
        self.counts = counts
    }

    /// What the figure would be without the assumption, or on the other side of the limit.
    func sensitivity(over base: Double) -> Sensitivity {
        Sensitivity(
            .undeterminedShrub, reason, difference: (counts ? -area : area) / base)
    }
}
