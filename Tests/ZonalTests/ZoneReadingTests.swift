// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// Zones from files: what they are called, what is mended, what is refused.
@Suite struct ZoneReadingTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func read(
        _ shapes: [(code: String, wkt: String)], crs: String? = "EPSG:4326",
        change: (inout ZoneSource) -> Void = { _ in }
    ) throws -> ZoneLayer {
        var source = ZoneSource(
            path: try scratch.zones(shapes, crs: crs), idField: "code", nameField: "name")
        change(&source)
        return try ZoneLayer(reading: source)
    }

    @Test("ids and names come from the fields that are asked for, in any case of letters")
    func names() throws {
        let layer = try read([("b", box(0, 0, 1, 1)), ("a", box(1, 0, 2, 1))]) {
            $0.idField = "CODE"
        }
        #expect(layer.zones.map(\.id) == ["b", "a"])
        #expect(layer.zones.map(\.name) == ["zone b", "zone a"])
        #expect(layer.notes.isEmpty)
        #expect(layer.crs.code == "EPSG:4326")
    }

    @Test("without an id field the feature's own number is the id")
    func numbers() throws {
        let layer = try read([("b", box(0, 0, 1, 1)), ("a", box(1, 0, 2, 1))]) {
            $0.idField = nil
            $0.nameField = nil
        }
        #expect(layer.zones.map(\.id) == ["1", "2"])
        #expect(layer.zones.map(\.name) == ["", ""])
    }

    @Test("whole numbers stay whole as ids, stored as integers or as reals")
    func wholeNumbers() throws {
        let path = try scratch.text(
            "z.geojson",
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":
            {"adcode":150602,"real":150602.0},"geometry":{"type":"Polygon","coordinates":
            [[[0,0],[1,0],[1,1],[0,0]]]}}]}
            """)
        for field in ["adcode", "real"] {
            let layer = try ZoneLayer(reading: ZoneSource(path: path, idField: field))
            #expect(layer.zones[0].id == "150602")
        }
    }

    @Test("a filter leaves features out")
    func filter() throws {
        let layer = try read([("b", box(0, 0, 1, 1)), ("a", box(1, 0, 2, 1))]) {
            $0.filter = "code = 'a'"
        }
        #expect(layer.zones.map(\.id) == ["a"])
    }

    @Test("a filter that matches nothing, and one that is no SQL, are errors")
    func badFilter() throws {
        #expect {
            try read([("a", box(0, 0, 1, 1))]) { $0.filter = "code = 'x'" }
        } throws: { "\($0)".contains("holds no zone") }
        #expect {
            try read([("a", box(0, 0, 1, 1))]) { $0.filter = "code = = 'x'" }
        } throws: { "\($0)".contains("code = = 'x'") }
    }

    @Test("features that share an id are one zone, measured once where they overlap")
    func merged() throws {
        let layer = try read([
            ("a", box(0, 0, 2, 1)), ("b", box(5, 0, 6, 1)), ("a", box(1, 0, 3, 1)),
        ])
        #expect(layer.zones.map(\.id) == ["a", "b"])
        #expect(Geometry(layer.zones[0].polygons).area == 3)
        #expect(layer.notes.map(\.kind) == [.merged])
        #expect(layer.notes[0].zones == ["a"])
        #expect(layer.notes[0].description.contains("2 features"))
    }

    @Test("an invalid ring is mended, and the note says why and by how much")
    func mended() throws {
        let layer = try read([("a", "POLYGON((0 0,2 2,2 0,0 2,0 0))")])
        #expect(Geometry(layer.zones[0].polygons).area == 2)
        #expect(layer.notes.map(\.kind) == [.mended])
        #expect(layer.notes[0].description.contains("Self-intersection"))
    }

    @Test("a feature without a place, or without area, is left out with a note")
    func skipped() throws {
        let layer = try read([
            ("none", "POLYGON EMPTY"), ("flat", "POLYGON((0 0,1 1,0 0,0 0))"),
            ("a", box(0, 0, 1, 1)),
        ])
        #expect(layer.zones.map(\.id) == ["a"])
        #expect(layer.notes.filter { $0.kind == .skipped }.flatMap(\.zones) == ["none", "flat"])
    }

    @Test("lines and points are refused, by the zone's name")
    func lines() throws {
        for wkt in ["LINESTRING(0 0,1 1)", "POINT(0 0)"] {
            #expect {
                try read([("a", box(0, 0, 1, 1)), ("road", wkt)])
            } throws: { "\($0)".contains("'road'") && "\($0)".contains("--where") }
        }
    }

    @Test("a layer without CRS is refused, with the option that mends it")
    func withoutCRS() throws {
        #expect {
            try read([("a", box(0, 0, 1, 1))], crs: nil)
        } throws: { "\($0)".contains("--zones-crs") }
        let layer = try read([("a", box(0, 0, 1, 1))], crs: nil) { $0.crs = "EPSG:4490" }
        #expect(layer.crs.code == "EPSG:4490")
    }

    @Test("a field that is not there is an error that lists those that are")
    func noField() throws {
        #expect {
            try read([("a", box(0, 0, 1, 1))]) { $0.idField = "adcode" }
        } throws: { "\($0)".contains("'adcode'") && "\($0)".contains("code, name") }
    }

    @Test("an empty layer is an error")
    func empty() throws {
        #expect { try read([]) } throws: { "\($0)".contains("has no features") }
    }

    @Test(
        "a zone is a set of points: what its parts share counts once",
        arguments: [
            ("GEOMETRYCOLLECTION(%a,%b)", 6.0), ("GEOMETRYCOLLECTION(%a,%a)", 4),
            ("GEOMETRYCOLLECTION(POINT(9 9),%a,GEOMETRYCOLLECTION(%b))", 6),
        ])
    func parts(pattern: String, area: Double) throws {
        let wkt = pattern.replacing("%a", with: box(0, 0, 2, 2))
            .replacing("%b", with: box(1, 0, 3, 2))
        let zone = try read([("a", wkt)]).zones[0]
        #expect(Geometry(zone.polygons).area == area)
        #expect(Geometry(zone.polygons).invalidity == nil)
    }

    @Test("polygons of a multipolygon that overlap count once, however their corners lie")
    func multipolygon() throws {
        let layer = try read([
            ("a", "MULTIPOLYGON(((0 0,2 0,2 2,0 2,0 0)),((1 1,3 1,3 3,1 3,1 1)))"),
            ("twice", "MULTIPOLYGON(((0 0,2 0,2 2,0 2,0 0)),((0 0,2 0,2 2,0 2,0 0)))"),
        ])
        #expect(layer.zones.map { Geometry($0.polygons).area } == [7, 4])
    }

    @Test(
        "a vertex that is no place on earth is refused, by file and zone",
        arguments: [
            ("EPSG:4326", 1090.0, 39.0), ("EPSG:4326", -361, 39), ("EPSG:4326", 109, 90.001),
            ("EPSG:4326", 2_147_483_648, 39), ("EPSG:4326", 1e300, 39), ("EPSG:4326", .nan, 39),
            ("EPSG:32649", -.greatestFiniteMagnitude, 4_300_000),
        ])
    func offTheEarth(crs: String, x: Double, y: Double) throws {
        let path = scratch.path("far.gpkg")
        let ring = [
            Point(x: 109, y: 39), Point(x: x, y: y), Point(x: 109.1, y: 38.9),
            Point(x: 109, y: 39),
        ]
        let writer = try VectorWriter(creating: path, driver: "GPKG")
        try writer.add(
            layer: "zones", shape: .any, crs: try CRS(crs), fields: [Field("code", .text)],
            rows: [([.text("b")], Geometry([Polygon(rings: [ring])]))])
        try writer.close()
        #expect {
            try ZoneLayer(reading: ZoneSource(path: path, idField: "code"))
        } throws: {
            guard case .offTheEarth(path, "zone 'b'", _, _) = $0 as? ZoneError else { return false }
            return "\($0)".contains("has a vertex at")
        }
    }

    @Test("a zone in metres under a CRS in degrees is told to be in metres")
    func metres() throws {
        #expect {
            try read([("a", box(672_000, 4_316_000, 674_000, 4_318_000))], crs: "EPSG:4326")
        } throws: {
            "\($0)".contains("zone 'a'") && "\($0)".contains("look like metres")
                && "\($0)".contains("--zones-crs")
        }
    }

    @Test("longitudes of 0…360° and a little beyond ±180° are places")
    func longitudes() throws {
        let layer = try read([("a", box(200, -20, 359, -10)), ("b", box(-181, 1, -179, 2))])
        #expect(layer.zones.count == 2)
    }

    @Test("a ring that crosses itself hundreds of times is one zone; too often, it is refused")
    func crossings() throws {
        var random = SeededRandom(seed: 2)
        let points = (0..<100).map { _ in
            "\(Double.random(in: 0..<1, using: &random)) \(Double.random(in: 0..<1, using: &random))"
        }
        let ring = (points + points.prefix(1)).joined(separator: ",")
        let layer = try read([("a", "POLYGON((\(ring)))")])
        #expect(Geometry(layer.zones[0].polygons).invalidity == nil)
        #expect(layer.notes.map(\.kind) == [.mended])
        let ground = FeatureGround(of: "z.gpkg", in: layer.crs)
        let bad = Geometry([
            Polygon(rings: [[Point(x: 0, y: 0), Point(x: .nan, y: 1), Point(x: 1, y: 0)]])
        ])
        #expect {
            try ground.polygons(of: bad, called: "zone 'c'", invalidity: "crosses itself")
        } throws: { "\($0)".contains("z.gpkg: zone 'c' is invalid") }
    }
}
