// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

/// What becomes of a figure where one thing that it rests on is otherwise.
public struct Sensitivity: Hashable, Sendable {
    /// The error that this is a part of.
    public let source: ErrorSource
    /// What is otherwise, in words.
    public let change: LocalizedText
    /// How much larger the figure is then, in its unit; below 0 where it is smaller.
    public let difference: Double
    /// Whether the figure's own bounds hold it already.
    public let isInBounds: Bool

    /// A difference in the figure's unit that something else would make.
    public init(
        _ source: ErrorSource, _ change: LocalizedText, difference: Double, isInBounds: Bool = false
    ) {
        self.source = source
        self.change = change
        self.difference = difference
        self.isInBounds = isInBounds
    }
}
