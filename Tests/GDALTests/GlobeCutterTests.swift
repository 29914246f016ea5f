// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlaneGeometry
import Support
import Testing

@testable import GDAL

/// Polygons around the poles and across the 180th meridian, as RFC 7946 wants them.
@Suite struct GlobeCutterTests {
    private func square(_ left: Double, _ low: Double, _ right: Double, _ high: Double) -> [Point] {
        [
            Point(x: left, y: low), Point(x: right, y: low), Point(x: right, y: high),
            Point(x: left, y: high), Point(x: left, y: low),
        ]
    }

    /// km² on WGS 84's ellipsoid of polygons whose sides are straight in longitude and latitude: by
    /// the integral of the authalic function under each side.
    private func area(_ polygons: [Polygon]) -> Double {
        let (radius, e) = (6378.137, 0.0818191908426215)
        func height(_ degrees: Double) -> Double {
            let s = sin(degrees * .pi / 180)
            return (1 - e * e) * (s / (1 - e * e * s * s) + atanh(e * s) / e)
        }
        return polygons.flatMap(\.rings).reduce(0) { sum, ring in
            sum
                + zip(ring, ring.dropFirst()).reduce(0) { sum, side in
                    let (a, b) = side
                    let steps = 200
                    return (0..<steps).reduce(sum) { sum, step in
                        let y = a.y + (b.y - a.y) * (Double(step) + 0.5) / Double(steps)
                        return sum - (b.x - a.x) / Double(steps) * .pi / 180 * height(y)
                    }
                } * radius * radius / 2
        }
    }

    private func check(_ geometry: Geometry, area expected: Double) {
        #expect(geometry.invalidity == nil)
        for point in geometry.polygons.flatMap(\.rings).joined() {
            #expect((-180...180).contains(point.x) && (-90...90).contains(point.y))
        }
        for ring in geometry.polygons.flatMap(\.rings) {
            for (a, b) in zip(ring, ring.dropFirst()) { #expect(abs(b.x - a.x) <= 90) }
        }
        #expect(abs(area(geometry.polygons.map(\.outwards)) / expected - 1) < 1e-5)
    }

    /// km² of a square of the plane, by its own cells of longitude and latitude.
    private func trueArea(_ ring: [Point], crs: String) throws -> Double {
        let scale = try ArealScaleSum(crs)
        return try scale.area(ring)
    }

    /// The plane's area, each small cell by the projection's own scale in its middle.
    private struct ArealScaleSum {
        let crs: CRS
        init(_ crs: String) throws { self.crs = try CRS(crs) }

        func area(_ ring: [Point]) throws -> Double {
            let (low, high) = (ring[0], ring[2])
            let there = try CoordinateTransform(from: crs, to: .wgs84())
            let count = 200
            let (dx, dy) = ((high.x - low.x) / Double(count), (high.y - low.y) / Double(count))
            let geodesic = try Geodesic(of: .wgs84())
            var sum = 0.0
            for row in 0..<count {
                for column in 0..<count {
                    let (x, y) = (
                        low.x + (Double(column) + 0.5) * dx, low.y + (Double(row) + 0.5) * dy
                    )
                    let ends = there.transformed([
                        Point(x: x - dx / 2, y: y), Point(x: x + dx / 2, y: y),
                        Point(x: x, y: y - dy / 2), Point(x: x, y: y + dy / 2),
                    ]).compactMap(\.self)
                    guard ends.count == 4 else { return .nan }
                    // Conformal: a cell is a rectangle on the ground.
                    sum +=
                        geodesic.distance(from: ends[0], to: ends[1])
                        * geodesic.distance(from: ends[2], to: ends[3])
                }
            }
            return sum / 1e6
        }
    }

    @Test(
        "a square that holds a pole is closed along the pole",
        arguments: [("EPSG:3995", 90.0), ("EPSG:3031", -90)])
    func pole(crs: String, latitude: Double) throws {
        let ring = square(-700_000, -500_000, 300_000, 400_000)
        let cut = try GlobeCutter(from: CRS(crs)).cut(Geometry([Polygon(rings: [ring])]))
        check(cut, area: try trueArea(ring, crs: crs))
        #expect(cut.extent?.width == 360)
        #expect(cut.polygons.flatMap(\.rings).joined().contains { $0.y == latitude })
    }

    @Test("squares that meet in the pole share out the square around it", arguments: [1.0, -1])
    func quarters(turn: Double) throws {
        let crs = "EPSG:3995"
        let cutter = try GlobeCutter(from: CRS(crs))
        let size = 400_000.0
        var sum = 0.0
        for (x, y) in [(0.0, 0.0), (-size, 0), (0, -size), (-size, -size)] {
            let ring = square(x, y, x + size, y + size)
            let rings = [turn > 0 ? ring : Array(ring.reversed())]
            let cut = try cutter.cut(Geometry([Polygon(rings: rings)]))
            let expected = try trueArea(ring, crs: crs)
            check(cut, area: expected)
            #expect(cut.extent?.width == 90)
            sum += area(cut.polygons.map(\.outwards))
        }
        let whole = try trueArea(square(-size, -size, size, size), crs: crs)
        #expect(abs(sum / whole - 1) < 1e-5)
    }

    @Test("a hole around the pole stays a hole")
    func hole() throws {
        let outer = square(-900_000, -900_000, 900_000, 900_000)
        let inner = square(-200_000, -300_000, 400_000, 500_000)
        let cut = try GlobeCutter(from: CRS("EPSG:3995")).cut(
            Geometry([Polygon(rings: [outer, inner.reversed()])]))
        check(
            cut,
            area: try trueArea(outer, crs: "EPSG:3995") - trueArea(inner, crs: "EPSG:3995"))
        #expect(!cut.polygons.flatMap(\.rings).joined().contains { $0.y == 90 })
    }

    @Test("a side that runs through the pole is taken over it")
    func throughPole() throws {
        let ring = square(-300_000, 0, 500_000, 400_000)
        let cut = try GlobeCutter(from: CRS("EPSG:3995")).cut(Geometry([Polygon(rings: [ring])]))
        check(cut, area: try trueArea(ring, crs: "EPSG:3995"))
    }

    @Test("what crosses the 180th meridian is cut there", arguments: ["EPSG:32601", "EPSG:3832"])
    func dateLine(crs: String) throws {
        let there = try CoordinateTransform(from: .wgs84(), to: CRS(crs))
        var corner = [Point(x: 179.5, y: -17)]
        try there.apply(to: &corner)
        let ring = square(corner[0].x, corner[0].y, corner[0].x + 150_000, corner[0].y + 90_000)
        let cut = try GlobeCutter(from: CRS(crs)).cut(Geometry([Polygon(rings: [ring])]))
        check(cut, area: try trueArea(ring, crs: crs))
        let boxes = cut.polygons.compactMap { Extent(around: $0.rings[0]) }
        #expect(boxes.map(\.maxX).contains(180) && boxes.map(\.minX).contains(-180))
        #expect(boxes.allSatisfy { $0.width < 2 })
    }

    @Test("longitudes beyond 180° are cut there, and the whole earth stays whole")
    func degrees() throws {
        let cutter = try GlobeCutter(from: CRS("EPSG:4326"))
        let fiji = try cutter.cut(Geometry([Polygon(rings: [square(176, -19, 184, -15)])]))
        #expect(
            Set(fiji.polygons.compactMap { Extent(around: $0.rings[0]) }) == [
                Extent(minX: 176, minY: -19, maxX: 180, maxY: -15),
                Extent(minX: -180, minY: -19, maxX: -176, maxY: -15),
            ])
        let earth = try cutter.cut(Geometry([Polygon(rings: [square(-180, -90, 180, 90)])]))
        #expect(earth.area == 360 * 180)
        #expect(earth.invalidity == nil)
        let mercator = try GlobeCutter(from: CRS("EPSG:3857")).cut(
            Geometry([
                Polygon(rings: [
                    square(-20_037_508.342789244, -1e6, 20_037_508.342789244, 1e6)
                ])
            ]))
        #expect(mercator.invalidity == nil)
        #expect(mercator.extent?.width == 360)
    }

    @Test("a course that goes once around the earth is closed along the pole on its left")
    func course() {
        let east = GlobeCourse(
            around: stride(from: 0.0, through: 360, by: 60).map {
                Point(x: $0 > 180 ? $0 - 360 : $0, y: 70)
            }, isLeftAround: true)
        #expect(!east.isPlain)
        #expect(east.points.contains(Point(x: 360, y: 90)))
        let plain = GlobeCourse(square(1, 1, 2, 2))
        #expect(plain.isPlain && plain.points == square(1, 1, 2, 2))
    }
}

extension Polygon {
    /// The outer ring counter-clockwise, holes clockwise.
    fileprivate var outwards: Polygon {
        Polygon(
            rings: rings.enumerated().map { index, ring in
                let doubled = zip(ring, ring.dropFirst()).reduce(0) {
                    $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
                }
                return (doubled > 0) == (index == 0) ? ring : ring.reversed()
            })
    }
}
