// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
public import PlaneGeometry

/// A PROJ pipeline of one's own, from a file's coordinates to longitude and latitude on WGS 84 or a datum
/// that agrees with it.
///
/// Not `Sendable`, for the reason that ``CoordinateTransform`` gives.
public final class Pipeline {
    private let definition: String
    private let context: OpaquePointer?
    private let operation: OpaquePointer

    /// Whether a text that stands for a CRS is a pipeline instead.
    public static func isPipeline(_ definition: String) -> Bool {
        definition.contains("proj=pipeline")
    }

    /// Prepares a pipeline.
    ///
    /// - Throws: ``GDALError`` where PROJ does not understand it.
    public init(_ definition: String) throws(GDALError) {
        GDALRuntime.register()
        self.definition = definition
        let context = proj_context_create()
        proj_log_level(context, PJ_LOG_NONE)
        guard let operation = proj_create(context, definition) else {
            let reason = proj_context_errno_string(context, proj_context_errno(context))
            let words = reason.map { String(cString: $0) } ?? "PROJ does not understand it"
            proj_context_destroy(context)
            throw GDALError(operation: "use the pipeline", subject: definition, reasons: [words])
        }
        self.context = context
        self.operation = operation
    }

    /// The points in degrees of longitude and latitude.
    ///
    /// - Throws: ``GDALError`` where a point has no place, or the result is no longitude and latitude.
    public func apply(to points: [Point]) throws(GDALError) -> [Point] {
        let degree = Double.pi / 180
        let scaleIn = proj_angular_input(operation, PJ_FWD) != 0 ? degree : 1
        let scaleOut = proj_angular_output(operation, PJ_FWD) != 0 ? 1 / degree : 1
        var moved: [Point] = []
        moved.reserveCapacity(points.count)
        for point in points {
            let coordinate = proj_trans(
                operation, PJ_FWD, steppe_lonlat(point.x * scaleIn, point.y * scaleIn)
            ).xy
            let place = Point(x: coordinate.x * scaleOut, y: coordinate.y * scaleOut)
            guard CoordinateFit.longitudes.contains(place.x), (-90...90).contains(place.y) else {
                throw GDALError(
                    operation: "use the pipeline", subject: definition,
                    reasons: [
                        "it brings \(point.x), \(point.y) to \(place.x), \(place.y), which is no longitude "
                            + "and latitude in degrees"
                    ])
            }
            moved.append(place)
        }
        return moved
    }

    deinit {
        proj_destroy(operation)
        proj_context_destroy(context)
    }
}
