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
    public let isHeld: Bool

    /// A difference in the figure's unit that something else would make.
    public init(
        _ source: ErrorSource, _ change: LocalizedText, difference: Double, isHeld: Bool = false
    ) {
        self.source = source
        self.change = change
        self.difference = difference
        self.isHeld = isHeld
    }
}

extension IndicatorResult {
    /// What its sensitivities start from: the value, or the lower bound where there is none.
    package var centre: Double? { value ?? bounds?.lower }

    /// Widens the bounds by what the figure is sensitive to.
    ///
    /// Of each source counts the largest difference to each side; sources add up, as if each were at
    /// its worst at once. The bounds are then no longer those of a distribution. A share stays within
    /// 0…1 where it was.
    package mutating func holdSensitivities() {
        let open = sensitivities.filter { !$0.isHeld }
        guard !open.isEmpty, let own = bounds ?? value.map({ Bounds($0, $0, kind: .range) }) else {
            return
        }
        var (below, above) = (0.0, 0.0)
        for (_, parts) in Dictionary(grouping: open, by: \.source).sorted(by: {
            $0.key.rawValue < $1.key.rawValue
        }) {
            below += parts.reduce(0) { min($0, $1.difference) }
            above += parts.reduce(0) { max($0, $1.difference) }
        }
        uncertainty.held.formUnion(open.map(\.source))
        uncertainty.leftOut.subtract(open.map(\.source))
        guard below < 0 || above > 0 else { return }
        let top = unit == .fraction ? max(1, own.upper) : .infinity
        bounds = Bounds(
            max(min(0, own.lower), own.lower + below), min(top, own.upper + above), kind: .range)
    }
}
