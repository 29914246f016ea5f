// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Files
import Foundation
import GDAL
import PlaneGeometry
import Support
import Testing

@Suite("Cloud Optimized GeoTIFFs, whose overviews are made before them")
struct CloudOptimizedTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// Each pixel holds the number of its row.
    private func ramp(_ width: Int, _ height: Int) throws -> String {
        try scratch.raster(
            "ramp.tif", (0..<height).map { [Float](repeating: Float($0), count: width) },
            at: GeoTransform(left: 100, top: 40, pixelSize: 0.001), options: ["TILED=YES"])
    }

    private func copy(_ path: String, _ options: [String] = []) throws -> String {
        try Dataset(opening: path).copy(
            toCOG: scratch.path("cog.tif"),
            options: options + ["COMPRESS=DEFLATE", "OVERVIEW_RESAMPLING=AVERAGE"])
        return scratch.path("cog.tif")
    }

    @Test("sides are halved, rounded down, until a block holds the whole; nothing else is left")
    func sizes() throws {
        let path = try copy(ramp(1101, 1033))
        let sizes = try (0..<2).map { level in
            let info = try Dataset(opening: path, options: ["OVERVIEW_LEVEL=\(level)"]).info
            return [info.width, info.height]
        }
        #expect(sizes == [[550, 516], [275, 258]])
        #expect(try Dataset(opening: path).info.bands[0].overviewCount == 2)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.path("")).sorted()
                == ["cog.tif", "ramp.tif"])
    }

    @Test(
        "every row of an overview is the mean of all the rows that it covers",
        arguments: [(600, 8_001), (90, 30_001)])
    func rows(width: Int, height: Int) throws {
        let path = try copy(ramp(width, height), ["OVERVIEW_COUNT=1"])
        let overview = try Dataset(opening: path, options: ["OVERVIEW_LEVEL=0"])
        let rows = height / 2
        let ratio = Double(height) / Double(rows)
        var pixels = [Float](repeating: 0, count: rows)
        var span = pixels.mutableSpan
        try overview.read(Window(column: 7, row: 0, width: 1, height: rows), into: &span)
        let wrong = pixels.indices.filter {
            abs(Double(pixels[$0]) - (Double($0) + 0.5) * ratio + 0.5) > 0.01
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(9))")
    }

    @Test("a small raster has no overviews, and one that shall have none has none")
    func none() throws {
        let small = try copy(ramp(40, 30))
        #expect(try Dataset(opening: small).info.bands[0].overviewCount == 0)
        let without = try copy(ramp(1101, 1033), ["OVERVIEWS=NONE"])
        #expect(try Dataset(opening: without).info.bands[0].overviewCount == 0)
    }

    @Test(
        "options that would warp, or that nobody knows, are refused by name",
        arguments: ["TILING_SCHEME=GoogleMapsCompatible", "NOSUCH=1", "OVERVIEW_RESAMPLING=LANCE"])
    func refused(option: String) throws {
        let path = try ramp(1101, 1033)
        #expect {
            try Dataset(opening: path).copy(toCOG: scratch.path("cog.tif"), options: [option])
        } throws: {
            "\($0)".contains(option.split(separator: "=")[option.hasPrefix("OV") ? 1 : 0])
                && ($0 as? GDALError)?.failureKind == .badData
        }
    }
}
