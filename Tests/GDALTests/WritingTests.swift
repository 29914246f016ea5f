// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Files
import Foundation
import PlaneGeometry
import Support
import Testing

@testable import GDAL

@Suite("What is written is read back, and every refusal is heard")
struct WritingTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func raster(_ name: String, _ options: [String] = []) throws -> WrittenPixels? {
        var plan = RasterPlan(
            width: 64, height: 64, dataType: .uint8,
            transform: try #require(GeoTransform(left: 100, top: 40, pixelSize: 0.01)),
            crs: try CRS("EPSG:4326"))
        plan.metadata["A"] = "b"
        let file = try Dataset(creating: scratch.path(name), as: plan, options: options)
        let pixels = (0..<4096).map { UInt8(truncatingIfNeeded: $0 * 7) }
        try file.write(Window(column: 0, row: 0, width: 64, height: 64), from: pixels.span)
        return try file.finish()
    }

    @Test("WrittenPixels finds one changed pixel")
    func pixels() throws {
        let written = try #require(try raster("a.tif"))
        try written.check(scratch.path("a.tif"))
        var bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path("a.tif")))
        bytes[bytes.count - 1000] ^= 1
        try bytes.write(to: URL(fileURLWithPath: scratch.path("a.tif")))
        #expect(throws: GDALError.self) { try written.check(scratch.path("a.tif")) }
    }

    @Test("a copy that differs from its source in one pixel is no copy")
    func copies() throws {
        _ = try raster("a.tif")
        _ = try raster("b.tif")
        let source = try Dataset(opening: scratch.path("a.tif"))
        try source.compare(withCopy: scratch.path("b.tif"))
        var bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path("b.tif")))
        bytes[bytes.count - 1000] ^= 1
        try bytes.write(to: URL(fileURLWithPath: scratch.path("b.tif")))
        do {
            try source.compare(withCopy: scratch.path("b.tif"))
            Issue.record("one pixel differs")
        } catch { #expect(error.failureKind == .tryAgain) }
    }

    @Test("WrittenLayers finds a feature that lacks")
    func features() throws {
        let path = try scratch.text(
            "a.geojson",
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"#
                + #""geometry":{"type":"Point","coordinates":[1,2]}}]}"#)
        let written = WrittenLayers()
        written.begin("a", fieldCount: 1)
        written.add(nil)
        try written.check(path, keepsCoordinates: false)
        written.add(nil)
        #expect(throws: GDALError.self) { try written.check(path, keepsCoordinates: false) }
    }

    @Test(
        "CheckedFiles hears what a driver does not: a folder that is gone under its feet",
        arguments: ["GeoJSON", "FlatGeobuf", "ESRI Shapefile"])
    func refusals(driver: String) throws {
        let folder = scratch.path("gone-\(driver)")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        #expect(throws: GDALError.self) {
            try FileManager.default.removeItem(atPath: folder)
            let file = try VectorWriter(creating: "\(folder)/a.shp", driver: driver)
            try file.add(
                layer: "a", shape: .point, crs: try CRS("EPSG:4326"),
                fields: [Field("a", .integer)],
                rows: [([.integer(1)], try Geometry(wkt: "POINT (1 2)"))])
            try file.close()
        }
    }

    @Test("names that a shapefile cuts short are said when it is closed")
    func shortNames() throws {
        let file = try VectorWriter(creating: scratch.path("a.shp"), driver: "ESRI Shapefile")
        try file.add(
            layer: "a", shape: .point, crs: try CRS("EPSG:4326"),
            fields: [Field("forest_coverage", .real), Field("forest_coverage_target", .real)],
            rows: [([.real(1), .real(2)], try Geometry(wkt: "POINT (1 2)"))])
        let limits = try file.close()
        #expect(limits.count == 2 && limits[0].contains("forest_coverage"), "\(limits)")
    }

    @Test("an option that a format does not know is refused", arguments: ["GTiff", "GPKG"])
    func unknownOption(driver: String) throws {
        let error = #expect(throws: GDALError.self) {
            if driver == "GTiff" { return _ = try raster("a.tif", ["NOSUCH=1"]) }
            _ = try VectorWriter(
                creating: scratch.path("a.gpkg"), driver: driver, options: ["NOSUCH=1"])
        }
        #expect("\(try #require(error))".contains("NOSUCH"))
    }

    @Test("a number that a shapefile cannot hold is an error, not a cut number")
    func tooLarge() throws {
        #expect(throws: GDALError.self) {
            let file = try VectorWriter(
                creating: scratch.path("a.shp"), driver: "ESRI Shapefile")
            try file.add(
                layer: "a", shape: .point, crs: try CRS("EPSG:4326"), fields: [Field("a", .real)],
                rows: [([.real(1.5e300)], try Geometry(wkt: "POINT (1 2)"))])
            try file.close()
        }
    }

    @Test("a raster that is replaced while it is read fails at the next opening, by its name")
    func replaced() throws {
        _ = try raster("a.tif")
        _ = try raster("b.tif")
        try InputWatch.$current.withValue(InputWatch()) {
            let info = try Dataset(opening: scratch.path("a.tif")).info
            _ = try Dataset(reopening: info).info
            try FileManager.default.removeItem(atPath: scratch.path("a.tif"))
            try FileManager.default.moveItem(
                atPath: scratch.path("b.tif"), toPath: scratch.path("a.tif"))
            do {
                _ = try Dataset(reopening: info).info
                Issue.record("it is another file")
            } catch let error as GDALError {
                #expect(error.failureKind == .tryAgain && error.subject == scratch.path("a.tif"))
            }
        }
    }
}
