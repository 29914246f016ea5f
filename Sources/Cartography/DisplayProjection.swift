// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
package import GDAL

/// The CRS that a map is shown in, and what the sheet says of it.
package struct DisplayProjection: Sendable {
    package let crs: CRS
    package let label: LocalizedText

    /// A CRS that the user chose.
    package init(_ crs: CRS) {
        self.crs = crs
        label = LocalizedText(crs.name)
    }

    /// Chooses a projection for an extent, so that areas on the map compare truly.
    ///
    /// Albers' equal-area conic between standard parallels a sixth of the height from bottom and
    /// top (Snyder 1987, *Map Projections*, USGS Prof. Paper 1395, p. 99), about the middle meridian.
    /// Near the equator the cone opens into Lambert's cylinder, near a pole it flattens into
    /// Lambert's plane, and half the world or more is shown in Equal Earth.
    ///
    /// - Parameter extent: Longitudes and latitudes, in degrees.
    /// - Throws: `GDALError` where PROJ does not take the projection.
    package init(for extent: Extent) throws(GDALError) {
        let middle = (x: (extent.minX + extent.maxX) / 2, y: (extent.minY + extent.maxY) / 2)
        let south = hundredths(extent.minY + extent.height / 6)
        let north = hundredths(extent.maxY - extent.height / 6)
        let meridian = hundredths(middle.x)
        let rest = "+lon_0=\(meridian) +datum=WGS84 +units=m +type=crs"
        let zh = "中央经线 \(degreesEast(meridian))"
        let en = "central meridian \(degreesEast(meridian))"
        if extent.width > 180 || extent.height > 110 {
            crs = try CRS("+proj=eqearth \(rest)")
            label = LocalizedText(zh: "等积地球投影，\(zh)", en: "Equal Earth, \(en)")
        } else if abs(middle.y) > 75 {
            crs = try CRS("+proj=laea +lat_0=\(hundredths(middle.y)) \(rest)")
            label = LocalizedText(
                zh: "兰勃特等积方位投影，\(zh)", en: "Lambert azimuthal equal-area, \(en)")
        } else if abs(middle.y) < 3 || south * north < 0 {
            let parallel = max(abs(south), abs(north))
            crs = try CRS("+proj=cea +lat_ts=\(parallel) \(rest)")
            label = LocalizedText(
                zh: "兰勃特等积圆柱投影，标准纬线 ±\(parallel)°，\(zh)",
                en: "Lambert cylindrical equal-area, standard parallels "
                    + "±\(parallel)°, \(en)")
        } else {
            crs = try CRS("+proj=aea +lat_1=\(south) +lat_2=\(north) +lat_0=\(middle.y) \(rest)")
            let parallels = (degreesNorth(south), degreesNorth(north))
            label = LocalizedText(
                zh: "阿尔伯斯等积圆锥投影，标准纬线 \(parallels.0) 和 \(parallels.1)，\(zh)",
                en: "Albers equal-area conic, standard parallels "
                    + "\(parallels.0) and \(parallels.1), \(en)")
        }
    }
}

/// To the hundredth of a degree, so that the sheet can say it in full.
private func hundredths(_ degrees: Double) -> Double { (degrees * 100).rounded() / 100 }

private func degreesEast(_ value: Double) -> String {
    String(format: "%.2f°", abs(value)) + (value < 0 ? "W" : "E")
}

private func degreesNorth(_ value: Double) -> String {
    String(format: "%.2f°", abs(value)) + (value < 0 ? "S" : "N")
}

/// The window of a display CRS that a map's frame looks through.
package final class MapFrame {
    /// On the page, in points.
    package let rect: PageRect
    /// In the display CRS; of the same shape as ``rect``.
    package let extent: Extent
    /// The CRS that is shown.
    package let crs: CRS
    private let toGeographic: CoordinateTransform
    private let fromGeographic: CoordinateTransform
    private let geodesic: Geodesic

    /// Fits a subject into a rectangle, with a margin, and shows more of the surroundings where the
    /// two are not of one shape.
    package init(
        _ rect: PageRect, around subject: Extent, in crs: CRS, margin: Double = 0.035
    ) throws(GDALError) {
        let wanted = 1 + 2 * margin
        let scale = max(
            subject.width * wanted / rect.width, subject.height * wanted / rect.height)
        let (width, height) = (rect.width * scale, rect.height * scale)
        let x = (subject.minX + subject.maxX) / 2
        let y = (subject.minY + subject.maxY) / 2
        self.rect = rect
        extent = Extent(
            minX: x - width / 2, minY: y - height / 2, maxX: x + width / 2, maxY: y + height / 2)
        self.crs = crs
        let geographic = try CRS.wgs84()
        toGeographic = try CoordinateTransform(from: crs, to: geographic)
        fromGeographic = try CoordinateTransform(from: geographic, to: crs)
        geodesic = try Geodesic(of: crs)
    }

    /// Points of the page to a unit of the display CRS.
    package var pointsPerUnit: Double { rect.width / extent.width }

    /// The place on the page of coordinates in the display CRS.
    package func page(_ point: Point) -> Point {
        Point(
            x: rect.x + (point.x - extent.minX) * pointsPerUnit,
            y: rect.y + (extent.maxY - point.y) * pointsPerUnit)
    }

    /// The coordinates in the display CRS of a place on the page.
    package func coordinates(_ place: Point) -> Point {
        Point(
            x: extent.minX + (place.x - rect.x) / pointsPerUnit,
            y: extent.maxY - (place.y - rect.y) / pointsPerUnit)
    }

    /// Longitude and latitude of places on the page, in degrees.
    package func geographic(_ places: [Point]) -> [Point?] {
        toGeographic.transformed(places.map(coordinates))
    }

    /// The places on the page of longitudes and latitudes, in degrees.
    package func page(geographic points: [Point]) -> [Point?] {
        fromGeographic.transformed(points).map { $0.map(page) }
    }

    /// How far it is on the ground between two places of the page, in metres.
    package func groundDistance(from start: Point, to end: Point) -> Double? {
        let ends = geographic([start, end])
        guard let a = ends[0], let b = ends[1] else { return nil }
        return geodesic.distance(from: a, to: b)
    }

    /// Where true north lies at the centre: clockwise from up, in radians.
    package var northward: Double {
        guard let centre = geographic([rect.centre])[0] else { return 0 }
        let step = centre.y > 89 ? -0.01 : 0.01
        let further = Point(x: centre.x, y: centre.y + step)
        guard let end = page(geographic: [further])[0] else { return 0 }
        let (dx, dy) = (end.x - rect.centre.x, end.y - rect.centre.y)
        let turn = step > 0 ? atan2(dx, -dy) : atan2(-dx, dy)
        return turn
    }
}

/// Longitudes and latitudes that some places reach over, in degrees.
func geographicExtent(of points: [Point], in crs: CRS) throws -> Extent? {
    let transform = try CoordinateTransform(from: crs, to: CRS.wgs84())
    return Extent(around: transform.transformed(points).compactMap { $0 })
}

/// Places along a raster's border, in its CRS: its shape bends where it is reprojected.
func border(of raster: RasterInfo) -> [Point] {
    guard let transform = raster.transform else { return [] }
    let (width, height) = (Double(raster.width), Double(raster.height))
    return (0...20).flatMap { step in
        let share = Double(step) / 20
        return [
            transform.coordinates(column: width * share, row: 0),
            transform.coordinates(column: width * share, row: height),
            transform.coordinates(column: 0, row: height * share),
            transform.coordinates(column: width, row: height * share),
        ]
    }
}

/// Takes polygons to the page, with points added so that long sides bend as they should.
func pageRings(of polygons: [Polygon], through transform: CoordinateTransform, on frame: MapFrame)
    -> [[Point]]
{
    polygons.flatMap(\.rings).map { ring in
        let extent = Extent(around: ring)
        let longest = max(extent?.width ?? 0, extent?.height ?? 0) / 60
        let dense = longest > 0 ? densified(ring, longest: longest) : ring
        return transform.transformed(dense).compactMap { $0.map(frame.page) }
    }
}

/// The same line with no step longer than so much.
func densified(_ line: [Point], longest: Double) -> [Point] {
    guard var last = line.first else { return [] }
    var dense = [last]
    for point in line.dropFirst() {
        let (dx, dy) = (point.x - last.x, point.y - last.y)
        let steps = max(1, Int((max(abs(dx), abs(dy)) / longest).rounded(.up)))
        for step in 1...steps {
            let share = Double(step) / Double(steps)
            dense.append(
                step == steps ? point : Point(x: last.x + dx * share, y: last.y + dy * share))
        }
        last = point
    }
    return dense
}
