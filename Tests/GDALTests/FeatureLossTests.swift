// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Support
import Testing

@testable import GDAL

/// Files that GDAL reads in part and calls read.
@Suite struct FeatureLossTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func features(_ path: String) throws -> [[FieldValue]] {
        var rows: [[FieldValue]] = []
        try VectorSource(opening: path).forEachFeature { rows.append($0.values) }
        return rows
    }

    private func collection(_ name: String, _ geometries: [String]) throws -> String {
        let features = geometries.map {
            "{\"type\":\"Feature\",\"properties\":{\"id\":\"a\"},\"geometry\":\($0)}"
        }
        return try scratch.text(
            name,
            "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}")
    }

    private let triangle = "[[[0,0],[1,0],[1,1],[0,0]]]"

    @Test(
        "a feature that GDAL takes in half is an error that names it",
        arguments: [
            "{\"type\":\"MultiPolygon\",\"coordinates\":[[[\"x\",[1,0],[1,1],[0,0]]],%t]}",
            "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,null],[0,0]]]}",
            "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,9],[0,0]],[\"x\",[1,1]]]}",
            "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Polygn\",\"coordinates\":[]}]}",
            "{\"type\":\"Polygon\"}",
            "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1]]]}",
        ])
    func halfParsed(geometry: String) throws {
        let whole = "{\"type\":\"Polygon\",\"coordinates\":\(triangle)}"
        let path = try collection(
            "half.geojson", [whole, geometry.replacing("%t", with: triangle), whole])
        #expect { try features(path) } throws: {
            "\($0)".contains("feature 2 of") && "\($0)".contains("half.geojson")
        }
    }

    @Test("features without a place, and other words on a file, are no loss")
    func harmless() throws {
        let point = "{\"type\":\"Point\",\"coordinates\":[1,2]}"
        let path = try collection("null.geojson", ["null", point])
        #expect(try features(path).count == 2)
    }

    private func shapefile(_ name: String) throws -> String {
        let path = scratch.path("\(name).shp")
        let writer = try VectorWriter(creating: path, driver: "ESRI Shapefile")
        try writer.add(
            layer: name, shape: .polygon, crs: try CRS("EPSG:4326"), fields: [Field("id", .text)],
            rows: (0..<4).map {
                ([.text("\($0)")], try Geometry(wkt: "POLYGON((0 0,1 0,1 1,0 1,0 0))"))
            })
        try writer.close()
        return path
    }

    @Test("a shapefile cut short is an error that names the feature")
    func cutShapefile() throws {
        let path = try shapefile("cut")
        #expect(try features(path).count == 4)
        try scratch.truncate(path, to: 100 + 2 * 144 + 20)
        #expect { try features(path) } throws: { "\($0)".contains("feature 3 of") }
    }

    @Test("a shapefile whose parts have unlike numbers of records is an error")
    func unlikeParts() throws {
        let path = try shapefile("unlike")
        let index = scratch.path("unlike.shx")
        var bytes = try Data(contentsOf: URL(fileURLWithPath: index)).prefix(100 + 2 * 8)
        bytes[27] = UInt8(bytes.count / 2)
        try bytes.write(to: URL(fileURLWithPath: index))
        #expect { try features(path) } throws: { "\($0)".contains("record number") }
    }

    @Test("what GDAL says is a loss unless it is known to be none; failures go on")
    func losses() throws {
        var losses = FeatureLosses(.reading)
        let value = losses.listen { 7 }
        #expect(value == 7 && losses.reasons.isEmpty)
    }
}
