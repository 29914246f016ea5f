// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A place in a plane: pixels, degrees or metres, as its context says.
public struct Point: Hashable, Sendable {
    /// Column, longitude or easting.
    public var x: Double
    /// Row, latitude or northing.
    public var y: Double

    /// A place in a plane.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}
