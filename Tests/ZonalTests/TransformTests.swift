// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// Zones in one CRS on a raster in another.
@Suite struct TransformTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private static let zone =
        "POLYGON((108.1 38.2,110.9 38.3,111.3 39.6,110.2 40.4,108.4 40.1,107.6 39.2,108.1 38.2))"

    /// Sides cut into pieces of a thousandth of a degree, then transformed corner by corner.
    private func dense(_ wkt: String, to crs: CRS) throws -> ZoneLayer {
        let transform = try CoordinateTransform(from: try CRS("EPSG:4326"), to: crs)
        let polygons = try Geometry(wkt: wkt).polygons.map { polygon in
            Polygon(
                rings: try polygon.rings.map { ring in
                    var points: [Point] = []
                    for (a, b) in zip(ring, ring.dropFirst()) {
                        for step in 0..<3000 {
                            let t = Double(step) / 3000
                            points.append(Point(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y)))
                        }
                    }
                    points.append(ring[0])
                    try transform.apply(to: &points)
                    return points
                })
        }
        return ZoneLayer(zones: [Zone(id: "a", polygons: polygons)], crs: crs)
    }

    @Test(
        "a zone in degrees and the same zone drawn finely in metres have the same tally",
        arguments: [
            "EPSG:32649", "EPSG:4508",
            "+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +datum=WGS84 +units=m", "EPSG:3857",
        ])
    func invariance(definition: String) async throws {
        let crs = try CRS(definition)
        let drawn = try dense(Self.zone, to: crs)
        let extent = try #require(Extent(around: drawn.zones[0].polygons[0].rings[0]))
        let size = extent.width / 90
        var random = SeededRandom(seed: 1)
        let rows = (0..<100).map { _ in
            (0..<100).map { _ in UInt8.random(in: 1...3, using: &random) }
        }
        let path = try scratch.raster(
            "r.tif", rows,
            at: GeoTransform(left: extent.minX - size, top: extent.maxY + size, pixelSize: size),
            crs: definition)
        let a = try await Measurement(of: path).tally(over: try zones([("a", Self.zone)]))
        let b = try await Measurement(of: path).tally(over: drawn)
        // 300 pixels of border, off by at most a hundredth each.
        for code in 1...3 {
            #expect(abs(a.amount(0, code).pixels - b.amount(0, code).pixels) < 3)
        }
        let totals = (a.total(ofZone: 0).areaSquareMetres, b.total(ofZone: 0).areaSquareMetres)
        #expect(relativeDifference(totals.0, totals.1) < 1e-3)
        // A finer tolerance comes nearer.
        var finer = Measurement(of: path)
        finer.tolerance = 1e-5
        let c = try await finer.tally(over: try zones([("a", Self.zone)]))
        let fine = c.total(ofZone: 0).areaSquareMetres
        #expect(relativeDifference(fine, totals.1) < 2e-6)
    }

    /// The side from one place to another: how far the densified edges lie off its true image.
    private func drift(
        from a: Point, to b: Point, in source: String, on grid: Grid, tolerance: Double
    ) async throws -> Double {
        let third = Point(x: a.x, y: b.y + 0.01 * (b.x - a.x) + 1e-3)
        let layer = ZoneLayer(
            zones: [Zone(id: "a", polygons: [Polygon(rings: [[a, b, third, a]])])],
            crs: try CRS(source))
        let placed = try await ZonesOnGrid(
            layer, on: grid, bandHeight: 64, tolerance: tolerance, jobs: 1)
        let transform = try CoordinateTransform(from: layer.crs, to: grid.crs)
        let edges = placed.shapes[0].edges
        var worst = 0.0
        for step in 1..<64 {
            let t = Double(step) / 64
            let truth = [Point(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))]
            let place = try #require(transform.transformed(truth)[0])
            let pixel = grid.transform.pixel(of: place)
            worst = max(worst, edges.map { $0.distance(to: pixel) }.min() ?? .infinity)
        }
        return worst
    }

    @Test(
        "sides lie within the stated tolerance of their true images",
        arguments: [0.1, 0.01, 0.001])
    func tolerance(tolerance: Double) async throws {
        let utm = Grid(
            width: 1000, height: 1000,
            transform: try #require(GeoTransform(left: 0, top: 4_600_000, pixelSize: 1000)),
            crs: try CRS("EPSG:32649"))
        // A parallel, which bends one way; and a long side across the central meridian, whose
        // image bends both ways and is straight in its middle.
        for (a, b) in [
            (Point(x: 108, y: 39), Point(x: 111.5, y: 39)),
            (Point(x: 107, y: 37), Point(x: 115, y: 41.3)),
            (Point(x: 108.5, y: -6), Point(x: 113.5, y: 6)),
        ] {
            let found = try await drift(
                from: a, to: b, in: "EPSG:4326", on: utm, tolerance: tolerance)
            #expect(found <= tolerance * 1.01, "\(a) to \(b)")
        }
    }

    @Test("a side whose image bends both ways is not mistaken for straight")
    func inflection() async throws {
        // Across the equator and the central meridian the image of a side in degrees is an S.
        let grid = Grid(
            width: 300, height: 300,
            transform: try #require(GeoTransform(left: -1e6, top: 1.5e6, pixelSize: 10_000)),
            crs: try CRS("+proj=tmerc +lon_0=111 +datum=WGS84 +units=m"))
        let found = try await drift(
            from: Point(x: 105, y: -10), to: Point(x: 117, y: 10), in: "EPSG:4326", on: grid,
            tolerance: 0.01)
        #expect(found <= 0.0101)
    }

    @Test("neighbours in another CRS still cover every pixel exactly once")
    func partition() async throws {
        let rows = [[UInt8]](repeating: [UInt8](repeating: 1, count: 40), count: 40)
        let path = try scratch.raster(
            "r.tif", rows, at: GeoTransform(left: 400_000, top: 4_400_000, pixelSize: 1000),
            crs: "EPSG:32649")
        let layer = try zones([
            ("west", "POLYGON((109 39,110.1 39,110.05 39.4,110.13 40,109 40,109 39))"),
            ("east", "POLYGON((110.1 39,112 39,112 40,110.13 40,110.05 39.4,110.1 39))"),
        ])
        let tally = try await Measurement(of: path).tally(over: layer)
        let all = try await Measurement(of: path).tally(over: nil)
        var inside = tally.amount(0, 1)
        inside += tally.amount(1, 1)
        #expect(inside == all.amount(0, 1))
    }

    @Test("a zone that the raster's projection cannot hold lies off the raster, with all its area")
    func untransformable() async throws {
        let path = try scratch.raster(
            "r.tif", [[UInt8(1)]], at: GeoTransform(left: 0, top: 0, pixelSize: 1000),
            crs: "+proj=ortho +lat_0=40 +lon_0=105 +datum=WGS84")
        let layer = try zones([("far", box(-80, -50, -70, -40))])
        let tally = try await Measurement(of: path).tally(over: layer)
        let truth = PolygonArea(in: layer.crs).squareMetres(of: layer.zones[0].polygons)
        #expect(tally.amounts[0].count == 1)
        let outside = tally.amount(0, .outside).areaSquareMetres
        #expect(relativeDifference(outside, truth) < 1e-12)
        // In metres there is no telling where it lies.
        let planar = try zones(
            [("far", box(0, 0, 1e6, 1e6))], crs: "+proj=laea +lat_0=-40 +lon_0=-75 +datum=WGS84"
        )
        await #expect { try await Measurement(of: path).tally(over: planar) } throws: {
            "\($0)".contains("'far'")
        }
    }

    @Test("CGCS2000 and WGS 84, and the axis order of either, make no difference worth a metre")
    func datums() async throws {
        let path = try scratch.raster(
            "r.tif", [[UInt8(1), 2], [3, 4]], at: GeoTransform(left: 108, top: 40, pixelSize: 0.5))
        let wkt = "POLYGON((108.1 39.1,108.9 39.2,108.4 39.9,108.1 39.1))"
        let reference = try await Measurement(of: path).tally(over: try zones([("a", wkt)]))
        for crs in ["EPSG:4490", "OGC:CRS84", "EPSG:4258"] {
            let tally = try await Measurement(of: path).tally(
                over: try zones([("a", wkt)], crs: crs))
            for code in 1...4 {
                let (a, b) = (reference.amount(0, code), tally.amount(0, code))
                #expect(abs(a.areaSquareMetres - b.areaSquareMetres) < 1e5, "\(crs)")
            }
        }
    }
}

extension Edge {
    /// How far a place in pixels lies off this side.
    fileprivate func distance(to point: Point) -> Double {
        let one = Double(Subpixel.one)
        let (ax, ay) = (Double(x0) / one, Double(y0) / one)
        let (dx, dy) = (Double(x1) / one - ax, Double(y1) / one - ay)
        let along = ((point.x - ax) * dx + (point.y - ay) * dy) / (dx * dx + dy * dy)
        let t = min(max(along, 0), 1)
        let (ex, ey) = (point.x - ax - t * dx, point.y - ay - t * dy)
        return (ex * ex + ey * ey).squareRoot()
    }
}
