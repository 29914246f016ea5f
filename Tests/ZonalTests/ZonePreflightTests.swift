// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// What is noticed about zones before any pixel is read.
@Suite struct ZonePreflightTests {
    private func kinds(_ shapes: [(id: String, wkt: String)]) throws -> [ZoneNote.Kind: [String]] {
        Dictionary(
            try zones(shapes).topologyNotes().map { ($0.kind, $0.zones) },
            uniquingKeysWith: { a, _ in a })
    }

    @Test("zones that only touch are in order")
    func neighbours() throws {
        #expect(
            try zones([
                ("a", box(0, 0, 1, 1)), ("b", box(1, 0, 2, 1)), ("c", box(1, 1, 2, 2)),
                ("far", box(9, 9, 10, 10)),
            ]).topologyNotes().isEmpty)
    }

    @Test("an overlap is noted with both zones and its share of the smaller")
    func overlap() throws {
        let notes = try zones([("a", box(0, 0, 2, 2)), ("b", box(1, 0, 3, 1))]).topologyNotes()
        #expect(notes.map(\.kind) == [.overlap])
        #expect(notes[0].zones == ["a", "b"])
        #expect(notes[0].description.contains("50.0 %"))
    }

    @Test("land between zones is a gap; a thin one is a sliver")
    func gaps() throws {
        let frame = "POLYGON((0 0,9 0,9 9,0 9,0 0),(3 3,3 6,6 6,6 3,3 3))"
        #expect(try kinds([("a", frame), ("b", box(3, 3, 6, 5))]) == [.gap: ["a", "b"]])
        #expect(try kinds([("a", frame), ("b", box(3, 3, 6, 5.9))]) == [.sliver: ["a", "b"]])
    }

    @Test("a thin overlap is a sliver")
    func sliver() throws {
        #expect(
            try kinds([("a", box(0, 0, 2, 2)), ("b", box(1.95, 0, 4, 2))])
                == [.sliver: ["a", "b"]])
    }

    @Test("a hole that a zone has for itself is no gap")
    func ownHole() throws {
        let ring = "POLYGON((0 0,9 0,9 9,0 9,0 0),(3 3,3 6,6 6,6 3,3 3))"
        #expect(try zones([("a", ring), ("b", box(9, 0, 10, 9))]).topologyNotes().isEmpty)
    }

    @Test("zones off the raster, or only partly on it, are noted")
    func placement() throws {
        let notes = try zones([
            ("in", box(101, 31, 102, 32)), ("part", box(99, 31, 102, 32)),
            ("off", box(80, 31, 82, 32)), ("turned", box(-259, 31, -258, 32)),
        ]).placementNotes(on: try grid())
        #expect(notes.map(\.kind) == [.partlyOutside, .outside])
        #expect(notes.map(\.zones) == [["part"], ["off"]])
    }

    @Test("where no zone reaches the raster there is nothing to measure")
    func allOutside() throws {
        #expect {
            try zones([("off", box(80, 31, 82, 32))]).placementNotes(on: try grid())
        } throws: { "\($0)".contains("lc.tif") && "\($0)".contains("steppe inspect") }
    }
}

/// GCJ-02: told from the real thing, and not seen where it is not.
@Suite struct DatumCheckTests {
    private func banners() throws -> ZoneLayer {
        try ZoneLayer(
            reading: ZoneSource(
                path: repositoryFile("GeoData/zones/ordos_banners.geojson"), idField: "adcode"))
    }

    /// The public formula, written out on its own.
    private func gcj02(_ place: Point) -> Point {
        let (a, ee) = (6_378_245.0, 0.00669342162296594323)
        let (x, y) = (place.x - 105, place.y - 35)
        var north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
        north += (20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)) * 2 / 3
        north += (20 * sin(y * .pi) + 40 * sin(y / 3 * .pi)) * 2 / 3
        north += (160 * sin(y / 12 * .pi) + 320 * sin(y * .pi / 30)) * 2 / 3
        var east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
        east += (20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)) * 2 / 3
        east += (20 * sin(x * .pi) + 40 * sin(x / 3 * .pi)) * 2 / 3
        east += (150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)) * 2 / 3
        let latitude = place.y / 180 * .pi
        let magic = 1 - ee * sin(latitude) * sin(latitude)
        return Point(
            x: place.x + east * 180 / (a / sqrt(magic) * cos(latitude) * .pi),
            y: place.y + north * 180 / ((a * (1 - ee)) / (magic * sqrt(magic)) * .pi))
    }

    private func moved(_ layer: ZoneLayer, _ move: (Point) -> Point) -> ZoneLayer {
        let zones = layer.zones.map { zone in
            Zone(
                id: zone.id, name: zone.name,
                polygons: zone.polygons.map { Polygon(rings: $0.rings.map { $0.map(move) }) })
        }
        return ZoneLayer(zones: zones, crs: layer.crs, name: "moved.geojson")
    }

    @Test("a place moves as the formula in public use moves it")
    func formula() {
        let place = Point(x: 109.78, y: 39.61)
        let shift = DatumCheck.gcj02Shift(at: place)
        #expect(abs(place.x + shift.x - gcj02(place).x) < 1e-12)
        #expect(abs(place.y + shift.y - gcj02(place).y) < 1e-12)
    }

    @Test("banners in GCJ-02 are noticed, all nine")
    func shifted() throws {
        let banners = try banners()
        let note = try #require(DatumCheck.note(on: moved(banners, gcj02), against: banners))
        #expect(note.kind == .datum)
        #expect(note.zones.count == 9)
        #expect(note.description.contains("lie 1.0"))
    }

    @Test("banners that lie right, or off in another way, raise no false alarm")
    func unshifted() throws {
        let banners = try banners()
        #expect(DatumCheck.note(on: banners, against: banners) == nil)
        for (dx, dy) in [(0.0002, 0.0001), (-0.005, 0), (0, -0.005), (-0.005, -0.002), (0.5, 0.2)] {
            let other = moved(banners) { Point(x: $0.x + dx, y: $0.y + dy) }
            #expect(DatumCheck.note(on: other, against: banners) == nil)
        }
    }

    @Test("a file that speaks of GCJ-02 is told by its words")
    func words() {
        #expect(DatumCheck.mentionsGCJ02(["datum: GCJ-02"]))
        #expect(DatumCheck.mentionsGCJ02(["来源: 高德"]))
        #expect(!DatumCheck.mentionsGCJ02(["CGCS2000 ~ WGS84", "amap, converted to WGS 84"]))
    }
}

private func grid() throws -> Grid {
    Grid(
        width: 20, height: 20,
        transform: try #require(GeoTransform(left: 100, top: 40, pixelSize: 0.5)),
        crs: try CRS("EPSG:4490"), name: "lc.tif")
}
