// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
package import GDAL
package import PlaneGeometry

/// The window of a display CRS that a map's frame looks through.
package final class MapFrame {
    /// On the page, in points.
    package let rect: PageRect
    /// In the display CRS; of the same shape as ``rect``.
    package let extent: Extent
    /// The CRS that is shown.
    package let crs: CRS
    /// The longitude across the globe from the seam, where the projection has one on the frame; nil
    /// where ground that lies together is drawn together.
    package let centralMeridian: Double?
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
        let shown = Extent(
            minX: x - width / 2, minY: y - height / 2, maxX: x + width / 2, maxY: y + height / 2)
        extent = shown
        self.crs = crs
        let geographic = try CRS.wgs84()
        toGeographic = try CoordinateTransform(from: crs, to: geographic)
        fromGeographic = try CoordinateTransform(from: geographic, to: crs)
        geodesic = try Geodesic(of: crs)
        let meridian = crs.centralMeridian
        let (west, east) = seam(about: meridian)
        let isParted = zip(
            fromGeographic.transformed(west), fromGeographic.transformed(east)
        ).contains { west, east in
            guard let west, let east else { return false }
            let apart = max(abs(east.x - west.x), abs(east.y - west.y))
            return apart > width / 500 && [west, east].contains { shown.contains($0) }
        }
        centralMeridian = isParted ? meridian : nil
    }

    /// Whether a pole lies on the frame of a map without a seam: north is where meridians meet.
    package var showsPole: Bool {
        centralMeridian == nil
            && page(geographic: [-90.0, 90].map { Point(x: crs.centralMeridian, y: $0) })
                .contains { $0.map(rect.contains) ?? false }
    }

    /// The edge of the globe on the page; empty on a map without a seam.
    package var outline: [Point] {
        guard let centralMeridian else { return [] }
        let (west, east) = seam(about: centralMeridian)
        let across = stride(from: -179.0, through: 179, by: 1).map { centralMeridian + $0 }
        let edge =
            west.reversed() + across.map { Point(x: $0, y: -90) } + east
            + across.reversed().map { Point(x: $0, y: 90) }
        return page(geographic: edge).compactMap { $0 }
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

    /// Longitude and latitude of places on the page, in degrees; `nil` off the globe.
    package func geographic(_ places: [Point]) -> [Point?] {
        let geographicPlaces = toGeographic.transformed(places.map(coordinates))
        // An inverse projection answers for places off its map too: those that lead back count.
        let back = page(geographic: geographicPlaces.map { $0 ?? Point(x: .nan, y: .nan) })
        return geographicPlaces.indices.map { index in
            guard let place = back[index], abs(place.x - places[index].x) < 0.5,
                abs(place.y - places[index].y) < 0.5
            else { return nil }
            return geographicPlaces[index]
        }
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

/// Both sides of the meridian across the globe from another, from south to north.
private func seam(about meridian: Double) -> (west: [Point], east: [Point]) {
    let latitudes = stride(from: -90.0, through: 90, by: 1)
    return (
        latitudes.map { Point(x: meridian - seamLongitude, y: $0) },
        latitudes.map { Point(x: meridian + seamLongitude, y: $0) }
    )
}

/// How far from the central meridian a map reaches to either side: a hair less than half around, so
/// that the sides of the seam stay apart. In degrees.
let seamLongitude = 180 - 1e-9

extension Extent {
    /// Whether a place lies within, sides included.
    fileprivate func contains(_ place: Point) -> Bool {
        place.x >= minX && place.x <= maxX && place.y >= minY && place.y <= maxY
    }
}
