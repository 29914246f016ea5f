// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL

/// Takes coordinates from one CRS to another.
///
/// Not `Sendable`: PROJ lets one thread at a time use a transform, so each worker makes its own.
public final class CoordinateTransform {
    /// The CRS that coordinates come from.
    public let source: CRS
    /// The CRS that they go to.
    public let target: CRS
    private let handle: OGRCoordinateTransformationH

    /// Prepares the best operation that PROJ knows between the two.
    public init(from source: CRS, to target: CRS) throws(GDALError) {
        GDALRuntime.register()
        self.source = source
        self.target = target
        handle = try calling("transform", on: "\(source) to \(target)") {
            source.withHandle { from in
                target.withHandle { OCTNewCoordinateTransformation(from, $0) }
            }
        }
    }

    /// Moves every point.
    ///
    /// - Throws: ``GDALError`` that names the first point that has no place in the target.
    public func apply(to points: inout [Point]) throws(GDALError) {
        let moved = transformed(points)
        for (index, point) in moved.enumerated() {
            guard let point else {
                throw GDALError(
                    operation: "transform",
                    subject: "\(points[index].x), \(points[index].y)",
                    reasons: ["this place has no coordinates in \(target)"])
            }
            points[index] = point
        }
    }

    /// Every point in the target CRS; `nil` for one that has no place there.
    public func transformed(_ points: [Point]) -> [Point?] {
        var xs = points.map(\.x)
        var ys = points.map(\.y)
        var reached = [Int32](repeating: 0, count: points.count)
        CPLPushErrorHandler(CPLQuietErrorHandler)
        defer { CPLPopErrorHandler() }
        OCTTransformEx(handle, Int32(points.count), &xs, &ys, nil, &reached)
        return points.indices.map { index in
            guard reached[index] != 0, xs[index].isFinite, ys[index].isFinite else { return nil }
            return Point(x: xs[index], y: ys[index])
        }
    }

    deinit { OCTDestroyCoordinateTransformation(handle) }
}

/// How much larger than the truth a projection draws an area, from PROJ's own factors.
///
/// Not `Sendable`, for the reason that ``CoordinateTransform`` gives.
public final class ArealScale {
    private let context: OpaquePointer
    private let projection: OpaquePointer
    private let toGeographic: CoordinateTransform

    /// Prepares the factors of a projected CRS.
    public init(of crs: CRS) throws(GDALError) {
        GDALRuntime.register()
        let geographic = try calling("find the geographic base of", on: crs.name) {
            crs.withHandle { OSRCloneGeogCS($0) }
        }
        defer { OSRDestroySpatialReference(geographic) }
        toGeographic = try CoordinateTransform(from: crs, to: CRS(handle: geographic))
        let context = proj_context_create()
        proj_log_level(context, PJ_LOG_NONE)
        guard let context, let step = projectionStep(of: crs, context),
            let projection = proj_create(context, step)
        else {
            proj_context_destroy(context)
            throw GDALError(
                operation: "measure areas in", subject: crs.description,
                reasons: ["PROJ does not know its projection; reproject the raster"])
        }
        self.context = context
        self.projection = projection
    }

    /// The areal scale at each point of the projected plane; `nil` where the projection has none.
    public func scales(at points: [Point]) -> [Double?] {
        let unit = toGeographic.target.unit
        return toGeographic.transformed(points).map { place in
            guard let place else { return nil }
            let radians = steppe_lonlat(place.x * unit, place.y * unit)
            let scale = proj_factors(projection, radians).areal_scale
            return scale.isFinite && scale > 0 ? scale : nil
        }
    }

    deinit {
        proj_destroy(projection)
        proj_context_destroy(context)
    }
}

/// The bare projection of a CRS, from radians about its own prime meridian to metres.
///
/// Of a whole CRS, PROJ 9.1 takes milliseconds for the factors of each point, and gets them wrong
/// where the axes are northing and easting, or not in metres.
private func projectionStep(of crs: CRS, _ context: OpaquePointer) -> String? {
    let horizontal = horizontalProjection(of: proj_create(context, crs.wkt), context)
    defer { proj_destroy(horizontal) }
    guard let horizontal, proj_get_type(horizontal) == PJ_TYPE_PROJECTED_CRS else { return nil }
    let conversion = proj_crs_get_coordoperation(context, horizontal)
    defer { proj_destroy(conversion) }
    guard let text = proj_as_proj_string(context, conversion, PJ_PROJ_5, nil) else { return nil }
    let steps = String(cString: text).split(separator: " ").split(separator: "+step")
    let others = ["+proj=pipeline", "+proj=unitconvert", "+proj=axisswap", "+proj=longlat"]
    let projection = steps.last { step in !others.contains { step.contains(Substring($0)) } }
    return projection?.filter { !$0.hasPrefix("+pm=") }.joined(separator: " ")
}

/// The projected CRS within one that is bound to a datum shift or joined with a height.
private func horizontalProjection(
    of crs: OpaquePointer?, _ context: OpaquePointer?
) -> OpaquePointer? {
    guard let crs else { return nil }
    let inner: OpaquePointer?
    switch proj_get_type(crs) {
    case PJ_TYPE_BOUND_CRS: inner = proj_get_source_crs(context, crs)
    case PJ_TYPE_COMPOUND_CRS: inner = proj_crs_get_sub_crs(context, crs, 0)
    default: return crs
    }
    proj_destroy(crs)
    return horizontalProjection(of: inner, context)
}
