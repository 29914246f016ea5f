// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Ecology
import Foundation
import GDAL
import LandCover
import MapStyles
import Patches
import PlaneGeometry
import Reporting
import Testing
import Words
import Zonal

@testable import Survey

/// Writes a raster of codes; 0 is nodata.
private func writeRaster(_ rows: [[UInt8]], crs: String, to path: String) throws {
    let transform = try #require(
        crs == "EPSG:4326"
            ? GeoTransform(left: 109, top: 40, pixelSize: 0.01)
            : GeoTransform(left: 500_000, top: 4_400_000, pixelSize: 100))
    let plan = RasterPlan(
        width: rows[0].count, height: rows.count, dataType: .uint8, transform: transform,
        crs: try CRS(crs), noData: 0)
    let codes = Array(rows.joined())
    let file = try Dataset(creating: path, as: plan)
    try file.write(
        Window(column: 0, row: 0, width: rows[0].count, height: rows.count),
        from: codes.span)
    try file.close()
}

/// A folder that goes away, with a raster of codes in it.
private final class Ground {
    let path: String
    let raster: String

    init(_ rows: [[UInt8]], crs: String = "EPSG:4326") throws {
        path = NSTemporaryDirectory() + "steppe-layers-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        raster = "\(path)/lc.tif"
        try writeRaster(rows, crs: crs, to: raster)
    }

    /// Two zones that share a slanting border.
    func zones() throws -> ZoneSource {
        let file = "\(path)/zones.geojson"
        try Data(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"id":"w","name":"<西> =1"},"geometry":{"type":"Polygon",
            "coordinates":[[[108.9,39.8],[109.031,39.8],[109.047,40.1],[108.9,40.1],[108.9,39.8]]]}},
            {"type":"Feature","properties":{"id":"e","name":"东"},"geometry":{"type":"Polygon",
            "coordinates":[[[109.031,39.8],[109.2,39.8],[109.2,40.1],[109.047,40.1],[109.031,39.8]]]}}
            ]}
            """.utf8
        ).write(to: URL(fileURLWithPath: file))
        return ZoneSource(path: file, idField: "id", nameField: "name")
    }

    struct Row {
        let text: [String: String]
        let area: Double
        let geometry: Geometry
    }

    func read(_ name: String) throws -> [Row] {
        let file = try VectorSource(opening: "\(path)/\(name)")
        let layer = file.layerNames[0]
        let info = try file.layer(layer)
        var rows: [Row] = []
        try file.forEachFeature(in: layer) { feature in
            var text: [String: String] = [:]
            for (field, value) in zip(info.fields, feature.values) { text[field.name] = value.text }
            rows.append(
                Row(
                    text: text, area: Double(text["area_m2"] ?? "") ?? .nan,
                    geometry: try #require(feature.geometry)))
        }
        return rows
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Trees (10) with a lake (80), grass (30) around.
private let scene: [[UInt8]] = [
    [10, 10, 10, 30, 30, 10],
    [10, 80, 10, 30, 10, 30],
    [10, 10, 10, 30, 30, 30],
    [30, 30, 30, 10, 10, 0],
    [30, 30, 30, 10, 10, 0],
]

@Suite struct PatchLayerTests {
    @Test(
        "areas in zones add up to the tabulation to the last bit",
        arguments: [
            "EPSG:4326", "EPSG:32649",
        ])
    func exact(crs: String) async throws {
        let ground = try Ground(scene, crs: crs)
        var layer = PatchLayer(raster: [ground.raster], selection: .categories(["forest"]))
        layer.scheme = .named("worldcover")
        var tabulation = Tabulation(raster: [ground.raster])
        if crs == "EPSG:4326" {
            layer.zones = try ground.zones()
            tabulation.zones = layer.zones
        }
        let outcome = try await layer.write(to: "\(ground.path)/a.gpkg", overwrite: false)
        let tally = try await tabulation.run().tally
        let trees = tally.sum().reduce(0) { sum, item in
            item.key == [.value(10)] ? sum + item.value.areaSquareMetres : sum
        }
        #expect(abs(outcome.areaSquareMetres - trees) < 1e-6)
        let rows = try ground.read("a.gpkg")
        #expect(rows.count == outcome.features)
        #expect(abs(rows.reduce(0) { $0 + $1.area } - trees) < 1e-6)
        for row in rows { #expect(row.geometry.invalidity == nil) }
    }

    @Test(
        "outlines cover the pixels of their patch, holes left open",
        arguments: [
            (Connectedness.four, [9.0 - 1, 1, 1, 4]), (.eight, [12, 2]),
        ])
    func outlines(connectedness: Connectedness, pixels: [Double]) async throws {
        let ground = try Ground(scene)
        var layer = PatchLayer(raster: [ground.raster], selection: .classes([10]))
        layer.scheme = .named("worldcover")
        layer.connectedness = connectedness
        _ = try await layer.write(to: "\(ground.path)/a.fgb", overwrite: false)
        let found = try ground.read("a.fgb").map { ($0.geometry.area * 1e4).rounded() }
        #expect(found.sorted() == pixels.sorted())
    }

    @Test("patches below the minimum mapping unit are left out, and said")
    func minimum() async throws {
        let ground = try Ground(scene)
        var layer = PatchLayer(raster: [ground.raster], selection: .classes([10]))
        layer.scheme = .named("worldcover")
        layer.connectedness = .four
        layer.minimumArea = try squareMetres(ofArea: "2km2")
        let outcome = try await layer.write(to: "\(ground.path)/a.gpkg", overwrite: false)
        #expect(outcome.features == 2)
        #expect(outcome.dropped.patches == 2)
    }

    @Test("merged into their neighbours, small holes and patches are gone")
    func merged() async throws {
        let ground = try Ground(scene)
        var layer = PatchLayer(raster: [ground.raster], selection: .classes([10]))
        layer.scheme = .named("worldcover")
        layer.connectedness = .four
        layer.minimumArea = 2e6
        layer.mergesSmall = true
        _ = try await layer.write(to: "\(ground.path)/a.gpkg", overwrite: false)
        let areas = try ground.read("a.gpkg").map { ($0.geometry.area * 1e4).rounded() }
        #expect(areas.sorted() == [4, 9])
    }

    @Test(
        "every format is written with its attributes",
        arguments: ["gpkg", "geojson", "geojsonl", "geojsons", "fgb", "shp"])
    func formats(ending: String) async throws {
        let ground = try Ground(scene)
        var layer = PatchLayer(raster: [ground.raster], selection: .everyClass)
        layer.scheme = .named("worldcover")
        layer.zones = try ground.zones()
        layer.language = .zh
        let outcome = try await layer.write(to: "\(ground.path)/a.\(ending)", overwrite: false)
        let rows = try ground.read("a.\(ending)")
        #expect(rows.count == outcome.features)
        #expect(Set(rows.compactMap { $0.text["label"] }) == ["树木", "草地", "永久水体"])
        #expect(Set(rows.compactMap { $0.text["name"] }) == ["<西> =1", "东"])
        #expect(Set(rows.compactMap { $0.text["category"] }) == ["forest", "grassland", "water"])
        let left = try FileManager.default.contentsOfDirectory(atPath: ground.path)
        #expect(!left.contains { $0.hasPrefix(".") })
        if ending == "shp" { #expect(left.contains("a.cpg")) }
        await #expect(throws: (any Error).self) {
            try await layer.write(to: "\(ground.path)/a.\(ending)", overwrite: false)
        }
    }

    @Test("a GeoPackage carries a style for QGIS as its layer's default")
    func style() async throws {
        let ground = try Ground(scene)
        var layer = PatchLayer(raster: [ground.raster], selection: .everyClass)
        layer.scheme = .named("worldcover")
        _ = try await layer.write(to: "\(ground.path)/a.gpkg", overwrite: false)
        let file = try VectorSource(opening: "\(ground.path)/a.gpkg")
        let info = try file.layer("layer_styles")
        var qml: [String] = []
        try file.forEachFeature(in: "layer_styles") { feature in
            let table = try #require(info.index(ofField: "f_table_name"))
            #expect(feature.values[table].text == "a")
            let index = try #require(info.index(ofField: "styleQML"))
            qml.append(feature.values[index].text ?? "")
        }
        #expect(qml.count == 1)
        #expect(qml[0].contains("0,100,0,255"))
        // Requirement 15 of GeoPackage: a time to the millisecond.
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(ground.path)/a.gpkg"))
        #expect(bytes.range(of: Data("2000-01-01T00:00:00.000Z".utf8)) != nil)
        #expect(bytes.range(of: Data("2000-01-01T00:00:00Z".utf8)) == nil)
    }

    @Test("the same layer gives the same bytes, for any number of threads")
    func sameBytes() async throws {
        let ground = try Ground(scene)
        var layer = PatchLayer(raster: [ground.raster], selection: .everyClass)
        layer.scheme = .named("worldcover")
        layer.zones = try ground.zones()
        var bytes: [Data] = []
        for jobs in [1, 2] {
            layer.jobs = jobs
            _ = try await layer.write(to: "\(ground.path)/a.geojson", overwrite: true)
            bytes.append(try Data(contentsOf: URL(fileURLWithPath: "\(ground.path)/a.geojson")))
        }
        #expect(bytes[0] == bytes[1])
    }

    @Test("what cannot be is refused in words that help")
    func refused() async throws {
        let ground = try Ground(scene)
        func message(_ layer: PatchLayer, to name: String) async -> String {
            do {
                _ = try await layer.write(to: "\(ground.path)/\(name)", overwrite: false)
                return ""
            } catch { return "\(error)" }
        }
        var layer = PatchLayer(raster: [ground.raster], selection: .categories(["woods"]))
        layer.scheme = .named("worldcover")
        #expect(await message(layer, to: "a.gpkg").contains("special_shrub"))
        layer.selection = .categories(["snow_ice"])
        #expect(await message(layer, to: "a.gpkg").contains("steppe tabulate"))
        #expect(await message(layer, to: "a.dwg").contains(".gpkg"))
    }
}

@Test(
    "areas are read in hectares, mu and metres",
    arguments: [("1ha", 10_000.0), ("15 mu", 10_000), ("15亩", 10_000), ("0.5km2", 5e5), ("3m2", 3)])
func area(text: String, expected: Double) throws {
    #expect(abs(try squareMetres(ofArea: text) - expected) < 1e-6)
}

@Test(
    "areas without a unit, and those below zero, are refused",
    arguments: ["1", "-1ha", "ha", "1e999ha"])
func badArea(text: String) {
    #expect(throws: LayerError.self) { try squareMetres(ofArea: text) }
}

@Test("the files in Styles are those that the program writes, and all of them can be read")
func committedStyles() throws {
    let root =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path + "/Styles"
    let library = try StyleLibrary()
    for kind in StyleKind.allCases {
        let folder = "\(root)/\(kind.folder)"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names == library.styles.map { "\($0.name).\(kind.ending)" }.sorted())
        for style in library.styles {
            let path = "\(folder)/\(style.name).\(kind.ending)"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text == style.text(as: kind), "steppe styles --all Styles mends \(path)")
            if kind != .qml { #expect(try StyleSheet(readingFrom: path).unsupported.isEmpty) }
        }
    }
}

@Test("a relative path leads from the folder to the file")
func relative() {
    #expect(relativePath(from: "/a/b/out", to: "/a/b/lc.tif") == "../lc.tif")
    #expect(relativePath(from: "/a", to: "/a/x/y.tif") == "./x/y.tif")
}
