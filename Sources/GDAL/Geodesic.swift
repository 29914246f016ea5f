// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
package import PlaneGeometry

/// Distances along the ellipsoid that a CRS's areas are on.
///
/// Not `Sendable`, for the reason that ``CoordinateTransform`` gives.
package final class Geodesic {
    private let context: OpaquePointer
    private let ellipsoid: OpaquePointer

    /// Prepares the ellipsoid of a CRS, geographic or projected.
    package init(of crs: CRS, by rule: AreaRule = .current) throws(GDALError) {
        let context = proj_context_create()
        let figure = crs.figure(by: rule)
        let shape =
            figure.inverseFlattening == 0
            ? "+a=\(figure.semiMajorAxis) +b=\(figure.semiMajorAxis)"
            : "+a=\(figure.semiMajorAxis) +rf=\(figure.inverseFlattening)"
        let ellipsoid = proj_create(context, "+proj=longlat \(shape) +type=crs")
        guard let context, let ellipsoid else {
            proj_context_destroy(context)
            throw GDALError(
                operation: "measure distances in", subject: crs.description,
                reasons: ["PROJ does not know its ellipsoid"])
        }
        self.context = context
        self.ellipsoid = ellipsoid
    }

    /// The shortest way between two places in longitude and latitude, degrees; in metres.
    ///
    /// - Source: Karney 2013, *J. Geodesy* 87, 43–55, as PROJ computes it.
    package func distance(from start: Point, to end: Point) -> Double {
        let degree = Double.pi / 180
        let a = steppe_lonlat(start.x * degree, start.y * degree)
        let b = steppe_lonlat(end.x * degree, end.y * degree)
        return proj_geod(ellipsoid, a, b).geod.s
    }

    deinit {
        proj_destroy(ellipsoid)
        proj_context_destroy(context)
    }
}
