// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Ecology
import Foundation
import GDAL
import Indicators
import LandCover
import PlaneGeometry
import Reporting
import Survey
import Testing
import Words
import Zonal

@Suite("One map of one layer")
struct SingleMapTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// Draws, and returns how many pixels of the picture have each colour.
    private func drawn(_ map: SingleMap, _ colors: [(UInt8, UInt8, UInt8)] = []) async throws
        -> [Int]
    {
        var map = map
        map.dpi = 75
        try await map.write(to: scratch.file("a.png"), overwrite: true)
        return try colors.map { try scratch.pixels("a.png", of: $0) }
    }

    /// A raster of two bands on CGCS2000, the second of which holds codes of its own.
    private func bands(_ first: [UInt8], _ second: [UInt8]) throws -> String {
        let one = try scratch.raster("one.tif", width: 2, first)
        let two = try scratch.raster("two.tif", width: 2, second)
        let both = scratch.file("both.vrt")
        #expect(try scratch.run("gdalbuildvrt", ["-q", "-separate", both, one, two]) == 0)
        return both
    }

    @Test("the band that is named is drawn, and one that is not there is an error")
    func band() async throws {
        var map = SingleMap(of: try bands([1, 1, 1, 1], [2, 2, 2, 2]))
        map.scheme = .named("clcd")
        let scheme = try SchemeCatalogue.builtIn().scheme(named: "clcd")
        let colors = [1, 2].compactMap { scheme.landClass(of: .value($0))?.colour }.map {
            ($0.red, $0.green, $0.blue)
        }
        map.band = 2
        let found = try await drawn(map, colors)
        #expect(found[0] == 0 && found[1] > 10_000, "\(found)")
        map.band = 3
        await #expect(throws: (any Error).self) { try await drawn(map) }
    }

    @Test("a layer of a file of several is drawn, and its condition is kept to")
    func layer() async throws {
        let file = try scratch.rectangles(
            "two.gpkg", layer: "fields", fields: [Field("id", .text), Field("v", .real)],
            [(109, 39, 109.1, 39.1, [.text("a"), .real(1)])])
        let more = try VectorWriter(creating: scratch.file("more.gpkg"), driver: "GPKG")
        for (name, value) in [("fields", 1.0), ("zones", 2)] {
            try more.add(
                layer: name, shape: .polygon, crs: try CRS("EPSG:4490"),
                fields: [Field("id", .text), Field("v", .real)],
                rows: [
                    (values: [.text("a"), .real(value)], geometry: square(109)),
                    (values: [.text("b"), .real(value * 10)], geometry: square(109.2)),
                ])
        }
        try more.close()
        var map = SingleMap(of: scratch.file("more.gpkg"))
        await #expect(throws: (any Error).self) { try await drawn(map) }
        map.zones = ZoneSource(path: scratch.file("more.gpkg"), layer: "zones")
        map.zoneIdField = "id"
        map.field = "v"
        _ = try await drawn(map)
        map.zones?.filter = "id = 'c'"
        await #expect(throws: (any Error).self) { try await drawn(map) }
        #expect(try VectorSource(opening: file).layerNames == ["fields"])
    }

    private func square(_ west: Double) -> Geometry {
        Geometry([
            Polygon(rings: [
                [
                    Point(x: west, y: 39), Point(x: west + 0.1, y: 39),
                    Point(x: west + 0.1, y: 39.1), Point(x: west, y: 39.1), Point(x: west, y: 39),
                ]
            ])
        ])
    }

    /// A raster that says of itself what this program's rasters say.
    private func raster<Value: Pixel>(
        _ pixels: [Value], _ metadata: [String: String], band: [String: String] = [:],
        colors: [Int: RGBA] = [:]
    ) throws -> String {
        var plan = RasterPlan(
            width: 2, height: 2, dataType: Value.dataType,
            transform: try #require(GeoTransform(left: 109, top: 39.1, pixelSize: 0.01)),
            crs: try CRS("EPSG:4490"), noData: nil)
        plan.metadata = metadata
        plan.bandMetadata = band
        plan.colors = colors
        let dataset = try Dataset(creating: scratch.file("own.tif"), as: plan)
        try dataset.write(Window(column: 0, row: 0, width: 2, height: 2), from: pixels.span)
        try dataset.close()
        return scratch.file("own.tif")
    }

    @Test("a degradation is drawn from loss to gain, without a scheme")
    func degradation() async throws {
        var metadata = ["STEPPE_QUANTITY": DegradationTabulation.Indicator.degradation.name.en]
        for trend in LandTrend.allCases {
            metadata["CLASS_\(trend.rawValue)"] = trend.name.en
        }
        let file = try raster([-1, 0, 1, 1] as [Int16], metadata)
        let found = try await drawn(SingleMap(of: file), [(0xF5, 0xF5, 0xF5)])
        #expect(found[0] > 10_000)
    }

    @Test("patches and transitions are drawn in the colours of their file")
    func patches() async throws {
        let file = try raster(
            [1, 2, 2, 2] as [UInt8], ["CLASS_1": "forest → cropland", "CLASS_2": "other"],
            colors: [
                1: RGBA(red: 200, green: 0, blue: 0), 2: RGBA(red: 0, green: 0, blue: 200),
            ])
        let found = try await drawn(SingleMap(of: file), [(200, 0, 0), (0, 0, 200)])
        #expect(found.allSatisfy { $0 > 5_000 }, "\(found)")
    }

    @Test("a raster of sinks is white where nothing is gained or lost")
    func sink() async throws {
        let file = try raster(
            [-1, 0, 0, 0.5] as [Float],
            ["TITLE": "Sink", "SIGN": "uptake by the land is positive, a source negative"],
            band: ["STATISTICS_MINIMUM": "-1", "STATISTICS_MAXIMUM": "0.5"])
        let found = try await drawn(SingleMap(of: file), [(0xF5, 0xF5, 0xF5)])
        #expect(found[0] > 10_000)
    }
}
