// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
public import PlaneGeometry

/// How much larger than the truth a projection draws an area, from PROJ's own factors.
///
/// Not `Sendable`, for the reason that ``CoordinateTransform`` gives.
public final class ArealScale {
    private let context: OpaquePointer
    private let projection: OpaquePointer
    private let earth: EarthPlaces

    /// A projection's factor at a place.
    public struct Factor: Sendable {
        /// The projected area over the true one, on the CRS's own ellipsoid or sphere.
        public let arealScale: Double
        /// The latitude, in radians.
        public let latitude: Double
    }

    /// Prepares the factors of a projected CRS.
    public init(of crs: CRS) throws(GDALError) {
        GDALRuntime.register()
        earth = try EarthPlaces(of: crs)
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

    /// The factor at each point of the projected plane; `nil` for points that are not on the earth.
    public func factors(at points: [Point]) -> [Factor?] {
        let unit = earth.crs.unit
        return earth.places(at: points).map { place in
            guard let place else { return nil }
            let radians = steppe_lonlat(place.x * unit, place.y * unit)
            let scale = proj_factors(projection, radians).areal_scale
            guard scale.isFinite, scale > 0 else { return nil }
            return Factor(arealScale: scale, latitude: place.y * unit)
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
