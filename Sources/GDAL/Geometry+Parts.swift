// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
public import PlaneGeometry

extension Geometry {
    /// Its lines, those within collections too; the borders of polygons are not among them.
    public var lines: [[Point]] {
        let linear = OGR_G_GetLinearGeometry(handle, 0, nil)
        defer { OGR_G_DestroyGeometry(linear) }
        var lines: [[Point]] = []
        collect(linear, ofDimension: 1) { part in
            lines.append(
                (0..<OGR_G_GetPointCount(part)).map { index in
                    Point(x: OGR_G_GetX(part, index), y: OGR_G_GetY(part, index))
                })
        }
        return lines
    }

    /// Its points, those within collections too; the corners of lines are not among them.
    public var points: [Point] {
        var points: [Point] = []
        collect(handle, ofDimension: 0) { part in
            points.append(Point(x: OGR_G_GetX(part, 0), y: OGR_G_GetY(part, 0)))
        }
        return points
    }
}

private func collect(
    _ geometry: OGRGeometryH?, ofDimension dimension: Int32, _ body: (OGRGeometryH) -> Void
) {
    guard let geometry, OGR_G_IsEmpty(geometry) == 0 else { return }
    let type = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))
    if OGR_GT_IsSubClassOf(type, wkbGeometryCollection) != 0 {
        for index in 0..<OGR_G_GetGeometryCount(geometry) {
            collect(OGR_G_GetGeometryRef(geometry, index), ofDimension: dimension, body)
        }
    } else if OGR_G_GetDimension(geometry) == dimension {
        body(geometry)
    }
}
