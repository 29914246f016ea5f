// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
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
}
