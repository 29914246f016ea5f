// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import GDAL
public import PlaneGeometry

/// A place to measure: a banner, a county, a desert, a watershed.
public struct Zone: Hashable, Sendable {
    /// What tells it from the others: an administrative code, or the feature's number.
    public let id: String
    /// What people call it; empty where the layer does not say.
    public let name: String
    /// Its valid polygons, in the CRS of its layer.
    public let polygons: [Polygon]

    /// A zone from polygons that are valid in the sense of OGC Simple Features.
    public init(id: String, name: String = "", polygons: [Polygon]) {
        self.id = id
        self.name = name
        self.polygons = polygons
    }
}

/// The zones of one layer, ready to be measured.
public struct ZoneLayer: Sendable {
    /// In the order of the file.
    public let zones: [Zone]
    /// The CRS of their coordinates.
    public let crs: CRS
    /// What errors call it: the file.
    public let name: String
    /// What was found and mended while it was read, for people.
    public let notes: [ZoneNote]

    /// Zones of one's own making.
    public init(zones: [Zone], crs: CRS, name: String = "zones", notes: [ZoneNote] = []) {
        self.zones = zones
        self.crs = crs
        self.name = name
        self.notes = notes
    }

    /// All zones as one, with what they share counted once.
    ///
    /// - Parameters:
    ///   - id: The new zone's id.
    ///   - name: What people call it.
    /// - Returns: A layer of that one zone.
    /// - Throws: `GDALError` where GEOS cannot join them.
    public func union(id: String = "all", name: String = "") throws(GDALError) -> ZoneLayer {
        let dissolved = try Geometry(zones.flatMap(\.polygons)).dissolved()
        let zone = Zone(id: id, name: name, polygons: dissolved.polygons)
        return ZoneLayer(zones: [zone], crs: crs, name: self.name)
    }
}

/// Something about zones that a reader should know, and that does not stop the work.
public struct ZoneNote: Hashable, Sendable, CustomStringConvertible {
    /// What kind of thing it is.
    public enum Kind: String, Hashable, Sendable {
        case mended, merged, skipped, overlap, gap, sliver, outside, partlyOutside, datum
    }

    /// What kind of thing it is.
    public let kind: Kind
    /// The zones that it is about.
    public let zones: [String]
    /// In words, with figures.
    public let description: String

    /// A note.
    public init(_ kind: Kind, zones: [String], _ description: String) {
        self.kind = kind
        self.zones = zones
        self.description = description
    }
}
