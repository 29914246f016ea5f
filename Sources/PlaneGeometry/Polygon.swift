// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A polygon: its outer ring, then its holes. Rings are closed: the last point is the first.
public struct Polygon: Hashable, Sendable {
    /// The outer ring, then the holes.
    public var rings: [[Point]]

    /// A polygon from its rings, the outer one first.
    public init(rings: [[Point]]) { self.rings = rings }
}
