// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Foundation
import GDAL
import Patches
import PlaneGeometry
import Reporting
import Testing
import Zonal

@testable import Survey

/// Layers of patches where the earth or the number of zones makes them hard.
@Suite struct PatchPlacesTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "steppe-places-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// A raster of codes that run through 0, 1, 2 by a fixed rule.
    private func raster(size: Int, crs: String, left: Double, top: Double, pixel: Double) throws
        -> String
    {
        let path = "\(folder)/codes.tif"
        let plan = RasterPlan(
            width: size, height: size, dataType: .uint8,
            transform: try #require(GeoTransform(left: left, top: top, pixelSize: pixel)),
            crs: try CRS(crs), noData: nil)
        let codes = (0..<(size * size)).map { UInt8(($0 / 2 * 7 + $0 / size) % 3) }
        let file = try Dataset(creating: path, as: plan)
        try file.write(Window(column: 0, row: 0, width: size, height: size), from: codes.span)
        try file.close()
        return path
    }

    private struct Row {
        let area: Double
        let geometry: Geometry
    }

    private func rows(_ path: String) throws -> [Row] {
        let file = try VectorSource(opening: path)
        let layer = file.layerNames[0]
        let index = try #require(try file.layer(layer).index(ofField: "area_m2"))
        var rows: [Row] = []
        try file.forEachFeature(in: layer) { feature in
            rows.append(
                Row(
                    area: try #require(feature.values[index].number),
                    geometry: try #require(feature.geometry)))
        }
        return rows
    }

    @Test(
        "around a pole and across 180°, features are valid and as large as their pixels",
        arguments: ["geojson", "geojsonl"],
        [
            ("EPSG:3995", -400_000.0, 400_000.0, 80_000.0),
            ("EPSG:3031", -360_000, 440_000, 80_000),
            ("EPSG:4326", 176, -15, 0.8),
        ])
    func poles(
        ending: String, place: (crs: String, left: Double, top: Double, pixel: Double)
    ) async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = try raster(
            size: 10, crs: place.crs, left: place.left, top: place.top, pixel: place.pixel)
        var layer = PatchLayer(raster: [path], selection: .everyClass)
        layer.scheme = .none
        let outcome = try await layer.write(to: "\(folder)/a.\(ending)", overwrite: false)
        let areas = PolygonArea(in: try CRS("EPSG:4326"))
        let rows = try rows("\(folder)/a.\(ending)")
        #expect(rows.count == outcome.features && rows.count > 3)
        for row in rows {
            #expect(row.geometry.invalidity == nil)
            let extent = try #require(row.geometry.extent)
            #expect(extent.minX >= -180 && extent.maxX <= 180)
            let enclosed = areas.squareMetres(of: row.geometry.polygons)
            #expect(abs(enclosed / row.area - 1) < 1e-4, "\(enclosed) \(row.area)")
        }
    }

    @Test("a patch cut by hundreds of zones is cut as by each alone")
    func manyZones() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = try raster(size: 12, crs: "EPSG:4326", left: 109, top: 40, pixel: 0.01)
        let side = 0.12 / 15
        let features = (0..<225).map { index -> String in
            let (x, y) = (109 + Double(index / 15) * side, 40 - Double(index % 15) * side)
            let ring = [(x, y), (x + side, y), (x + side, y - side), (x, y - side), (x, y)]
            return "{\"type\":\"Feature\",\"properties\":{\"id\":\"\(index)\"},\"geometry\":"
                + "{\"type\":\"Polygon\",\"coordinates\":[["
                + ring.map { "[\($0.0),\($0.1)]" }.joined(separator: ",") + "]]}}"
        }
        let zones = "\(folder)/zones.geojson"
        try Data(
            "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
                .utf8
        ).write(to: URL(fileURLWithPath: zones))
        var layer = PatchLayer(raster: [path], selection: .everyClass)
        layer.scheme = .none
        layer.connectedness = .eight
        layer.zones = ZoneSource(path: zones, idField: "id")
        let outcome = try await layer.write(to: "\(folder)/a.gpkg", overwrite: false)
        let areas = PolygonArea(in: try CRS("EPSG:4326"))
        let rows = try rows("\(folder)/a.gpkg")
        #expect(rows.count == outcome.features && rows.count > 300)
        for row in rows {
            let enclosed = areas.squareMetres(of: row.geometry.polygons)
            #expect(abs(enclosed / row.area - 1) < 1e-4, "\(enclosed) \(row.area)")
        }
    }
}
