// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import GDAL

/// A small map of all zones, with those that the sheet is about in a strong colour.
public struct InsetMap: Sendable {
    /// Every zone.
    public var zones: [MapZone]
    /// The CRS of their coordinates.
    public var crs: CRS
    /// The ids of the zones that the sheet is about.
    public var highlighted: Set<String>

    /// A small map of all zones.
    public init(zones: [MapZone], crs: CRS, highlighted: Set<String>) {
        self.zones = zones
        self.crs = crs
        self.highlighted = highlighted
    }
}
