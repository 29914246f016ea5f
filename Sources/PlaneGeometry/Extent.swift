// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A rectangle with sides along the axes.
public struct Extent: Hashable, Sendable {
    public var minX: Double, minY: Double, maxX: Double, maxY: Double

    /// A rectangle from its sides.
    public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    /// The smallest extent around some points, or `nil` where there are none.
    public init?(around points: some Sequence<Point>) {
        var extent: Extent?
        for point in points {
            let here = Extent(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
            extent = extent?.union(here) ?? here
        }
        guard let extent else { return nil }
        self = extent
    }

    /// From side to side.
    public var width: Double { maxX - minX }
    /// From bottom to top.
    public var height: Double { maxY - minY }

    /// The smallest extent around both.
    public func union(_ other: Extent) -> Extent {
        Extent(
            minX: min(minX, other.minX), minY: min(minY, other.minY),
            maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY))
    }

    /// Whether the two share more than a border.
    public func overlaps(_ other: Extent) -> Bool {
        minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
    }

    /// Whether the other lies within this one.
    public func contains(_ other: Extent) -> Bool {
        minX <= other.minX && minY <= other.minY && maxX >= other.maxX && maxY >= other.maxY
    }
}
