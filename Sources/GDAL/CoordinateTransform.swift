// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
public import PlaneGeometry

/// Takes coordinates from one CRS to another.
///
/// Not `Sendable`: PROJ lets one thread at a time use a transform, so each worker makes its own.
public final class CoordinateTransform {
    /// The CRS that coordinates come from.
    public let source: CRS
    /// The CRS that they go to.
    public let target: CRS
    /// One operation, or one to WGS 84 and one from there.
    private let steps: [OGRCoordinateTransformationH]

    /// Prepares the best operation that PROJ knows between the two.
    ///
    /// A shift to WGS 84 that is part of a CRS leads to every datum that agrees with WGS 84. Latitudes
    /// on a sphere are taken over as they are. Where PROJ knows no shift between two datums that need
    /// one, ``GeodeticNotes`` hears of it.
    public init(from source: CRS, to target: CRS) throws(GDALError) {
        GDALRuntime.register()
        self.source = source
        self.target = target
        if source.isOnSphere || target.isOnSphere {
            steps = [try operation(from: source.unbound(), to: target.unbound())]
            return
        }
        let shift = DatumShift.between(source, target)
        if let note = shift.note { GeodeticNotes.current?.add(note) }
        guard shift.leadsThroughWGS84 else {
            steps = [try operation(from: source, to: target)]
            return
        }
        let middle = try CRS.wgs84()
        let first = try operation(from: source, to: middle)
        do {
            steps = [first, try operation(from: middle, to: target)]
        } catch {
            OCTDestroyCoordinateTransformation(first)
            throw error
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
        var isReached = [Bool](repeating: true, count: points.count)
        for step in steps {
            OCTTransformEx(step, Int32(points.count), &xs, &ys, nil, &reached)
            for index in reached.indices where reached[index] == 0 { isReached[index] = false }
        }
        return points.indices.map { index in
            guard isReached[index], xs[index].isFinite, ys[index].isFinite else { return nil }
            return Point(x: xs[index], y: ys[index])
        }
    }

    deinit { for step in steps { OCTDestroyCoordinateTransformation(step) } }
}

private func operation(
    from source: CRS, to target: CRS
) throws(GDALError) -> OGRCoordinateTransformationH {
    try calling("transform", on: "\(source) to \(target)") {
        source.withHandle { from in
            target.withHandle { OCTNewCoordinateTransformation(from, $0) }
        }
    }
}
