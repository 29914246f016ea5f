// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL

/// A geometry that many others are held against, indexed once by GEOS.
///
/// Not `Sendable`, like ``Geometry``.
public final class PreparedGeometry {
    /// The geometry itself.
    public let geometry: Geometry
    private let handle: OGRPreparedGeometryH?

    /// Indexes a geometry.
    public init(_ geometry: Geometry) {
        self.geometry = geometry
        handle = OGRCreatePreparedGeometry(geometry.handle)
    }

    /// Whether no point of the other lies outside.
    public func contains(_ other: Geometry) -> Bool {
        guard let handle else { return false }
        return OGRPreparedGeometryContains(handle, other.handle) != 0
    }

    /// Whether the two share a point.
    public func intersects(_ other: Geometry) -> Bool {
        guard let handle else { return geometry.intersects(other) }
        return OGRPreparedGeometryIntersects(handle, other.handle) != 0
    }

    deinit { if let handle { OGRDestroyPreparedGeometry(handle) } }
}

extension CRS {
    /// Longitude and latitude on this CRS's own datum: itself where it is geographic.
    public func geographicBase() throws(GDALError) -> CRS {
        if isGeographic { return self }
        let base = try calling("find the geographic base of", on: name) {
            withHandle { OSRCloneGeogCS($0) }
        }
        defer { OSRDestroySpatialReference(base) }
        return try CRS(handle: base)
    }
}
