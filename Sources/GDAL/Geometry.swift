// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Dispatch
public import PlaneGeometry

/// A geometry in GDAL's hands; GEOS does its topology.
///
/// Not `Sendable`: take ``polygons`` across threads instead.
public final class Geometry {
    let handle: OGRGeometryH

    /// Takes over a geometry that GDAL made.
    init(owning handle: OGRGeometryH) { self.handle = handle }

    /// Builds a polygon or multipolygon.
    public init(_ polygons: [Polygon]) {
        let multi = OGR_G_CreateGeometry(wkbMultiPolygon)
        for polygon in polygons {
            let shape = OGR_G_CreateGeometry(wkbPolygon)
            for ring in polygon.rings {
                let line = OGR_G_CreateGeometry(wkbLinearRing)
                for point in ring { OGR_G_AddPoint_2D(line, point.x, point.y) }
                OGR_G_CloseRings(line)
                OGR_G_AddGeometryDirectly(shape, line)
            }
            OGR_G_AddGeometryDirectly(multi, shape)
        }
        if polygons.count == 1, let single = OGR_G_Clone(OGR_G_GetGeometryRef(multi, 0)) {
            OGR_G_DestroyGeometry(multi)
            handle = single
        } else if let multi {
            handle = multi
        } else {
            preconditionFailure("GDAL has no memory for a geometry")
        }
    }

    /// Reads well-known text.
    public init(wkt: String) throws(GDALError) {
        GDALRuntime.register()
        handle = try calling("read the geometry", on: String(wkt.prefix(60))) {
            wkt.withCString { text in
                var text: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(mutating: text)
                var geometry: OGRGeometryH?
                let status = OGR_G_CreateFromWkt(&text, nil, &geometry)
                return status == OGRERR_NONE ? geometry : nil
            }
        }
    }

    /// Well-known text.
    public var wkt: String {
        var text: UnsafeMutablePointer<CChar>?
        defer { VSIFree(text) }
        guard OGR_G_ExportToIsoWkt(handle, &text) == OGRERR_NONE, let text else { return "" }
        return String(cString: text)
    }

    /// GDAL's name of its type, such as `MULTIPOLYGON`.
    public var type: String { String(cString: OGR_G_GetGeometryName(handle)) }

    /// Whether it has no points.
    public var isEmpty: Bool { OGR_G_IsEmpty(handle) != 0 }

    /// Its polygons, those within collections and curves too; lines and points are left out.
    public var polygons: [Polygon] {
        let linear = OGR_G_GetLinearGeometry(handle, 0, nil)
        defer { OGR_G_DestroyGeometry(linear) }
        var polygons: [Polygon] = []
        collectPolygons(of: linear, into: &polygons)
        return polygons
    }

    /// The planar area, in the CRS's units squared.
    public var area: Double {
        let type = OGR_GT_Flatten(OGR_G_GetGeometryType(handle))
        let hasArea =
            OGR_GT_IsSurface(type) != 0 || OGR_GT_IsSubClassOf(type, wkbGeometryCollection) != 0
        return hasArea ? OGR_G_Area(handle) : 0
    }

    /// Its extent, or `nil` where it is empty.
    public var extent: Extent? {
        guard !isEmpty else { return nil }
        var envelope = OGREnvelope()
        OGR_G_GetEnvelope(handle, &envelope)
        return Extent(
            minX: envelope.MinX, minY: envelope.MinY, maxX: envelope.MaxX, maxY: envelope.MaxY)
    }

    /// Why GEOS calls it invalid, or `nil` where it is valid.
    public var invalidity: String? {
        var reason: String?
        withUnsafeMutablePointer(to: &reason) { ear in
            CPLPushErrorHandlerEx(
                { _, _, text in
                    guard let text else { return }
                    CPLGetErrorHandlerUserData().assumingMemoryBound(to: String?.self).pointee =
                        String(cString: text)
                }, ear)
            defer { CPLPopErrorHandler() }
            if OGR_G_IsValid(handle) != 0 {
                ear.pointee = nil
            } else if ear.pointee == nil {
                ear.pointee = "no reason was given"
            }
        }
        return reason
    }

    /// Why GEOS calls each of some geometries invalid, with so many threads at once.
    package static func invalidities(of geometries: [Geometry], jobs: Int) -> [String?] {
        var reasons = [String?](repeating: nil, count: geometries.count)
        reasons.withUnsafeMutableBufferPointer { reasons in
            // Each geometry and each place is one thread's.
            nonisolated(unsafe) let (all, reasons) = (geometries, reasons)
            DispatchQueue.concurrentPerform(iterations: jobs) { job in
                for index in stride(from: job, to: all.count, by: jobs) {
                    reasons[index] = all[index].invalidity
                }
            }
        }
        return reasons
    }

    /// What both cover.
    public func intersection(_ other: Geometry) throws(GDALError) -> Geometry {
        try made("intersect") { OGR_G_Intersection(handle, other.handle) }
    }

    /// What either covers.
    public func union(_ other: Geometry) throws(GDALError) -> Geometry {
        try made("join") { OGR_G_Union(handle, other.handle) }
    }

    /// What this covers and the other does not.
    public func difference(_ other: Geometry) throws(GDALError) -> Geometry {
        try made("subtract") { OGR_G_Difference(handle, other.handle) }
    }

    /// What all parts of a multipolygon cover together, borders between them dissolved.
    public func dissolved() throws(GDALError) -> Geometry {
        try made("dissolve") {
            let parts = OGR_G_ForceToMultiPolygon(OGR_G_Clone(handle))
            defer { OGR_G_DestroyGeometry(parts) }
            return OGR_G_UnionCascaded(parts)
        }
    }

    /// Whether the two share a point.
    public func intersects(_ other: Geometry) -> Bool {
        OGR_G_Intersects(handle, other.handle) != 0
    }

    private func made(
        _ operation: String, _ body: () -> OGRGeometryH?
    ) throws(GDALError) -> Geometry {
        Geometry(owning: try calling(operation, on: type, body))
    }

    deinit { OGR_G_DestroyGeometry(handle) }
}

private func collectPolygons(of geometry: OGRGeometryH?, into polygons: inout [Polygon]) {
    guard let geometry else { return }
    let type = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))
    if type == wkbPolygon || type == wkbTriangle {
        let rings = (0..<OGR_G_GetGeometryCount(geometry)).map { index in
            points(of: OGR_G_GetGeometryRef(geometry, index))
        }.filter { $0.count >= 4 }
        if !rings.isEmpty { polygons.append(Polygon(rings: rings)) }
    } else {
        for index in 0..<OGR_G_GetGeometryCount(geometry) {
            collectPolygons(of: OGR_G_GetGeometryRef(geometry, index), into: &polygons)
        }
    }
}

private func points(of ring: OGRGeometryH?) -> [Point] {
    let count = Int(OGR_G_GetPointCount(ring))
    var points = [Point](repeating: Point(x: 0, y: 0), count: count)
    points.withUnsafeMutableBytes { memory in
        guard let base = memory.baseAddress else { return }
        let stride = Int32(MemoryLayout<Point>.stride)
        OGR_G_GetPoints(ring, base, stride, base + 8, stride, nil, 0)
    }
    return points
}
