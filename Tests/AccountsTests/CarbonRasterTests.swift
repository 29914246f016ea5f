// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Carbon
import CarbonAccounts
import Ecology
import Foundation
import GDAL
import Survey
import Testing
import Words
import Zonal

@Suite("Carbon rasters")
struct CarbonRasterTests {
    private func read(_ path: String) throws -> (info: RasterInfo, pixels: [Float]) {
        let dataset = try Dataset(opening: path)
        let info = dataset.info
        var pixels = [Float](repeating: -9, count: info.width * info.height)
        var span = pixels.mutableSpan
        try dataset.read(
            Window(column: 0, row: 0, width: info.width, height: info.height), into: &span)
        return (info, pixels)
    }

    /// CNLUCC: 21 forest keeps 36 t C/ha in the starter set, 32 desert steppe 16.19, 61 sand 4.1.
    @Test("a density raster has each class's density, NaN for nodata, statistics and overviews")
    func density() async throws {
        let scratch = try Scratch()
        let codes = (0..<1200 * 600).map { UInt8([21, 32, 61, 0][$0 % 4]) }
        try scratch.raster("lc_2020.tif", width: 1200, pixelSize: 0.001, noData: 0, codes)
        var run = CarbonTabulation([[scratch.file("lc_2020.tif")]])
        run.scheme = SchemeChoice("cnlucc")
        run.request.draws = 0
        run.densityFile = scratch.file("density.tif")
        _ = try await run.run()
        let (info, pixels) = try read(scratch.file("density.tif"))
        #expect(pixels[0] == 36 && pixels[2] == 4.1 && pixels[3].isNaN)
        #expect(abs(pixels[1] - 16.19) < 1e-6)
        let band = info.bands[0]
        #expect(band.noData?.isNaN == true && band.overviewCount > 0 && band.unit == "t C/ha")
        let mean = Double(band.metadata["STATISTICS_MEAN"] ?? "")
        #expect(isNear(mean, (36 + 16.19 + 4.1) / 3, within: 1e-7))
        #expect(band.metadata["STATISTICS_VALID_PERCENT"] == "75.0")
        for ending in ["qml", "sld"] {
            let style = try String(
                contentsOfFile: scratch.file("density.\(ending)"), encoding: .utf8)
            #expect(style.contains("36"))
        }
    }

    @Test("one thread and seven write the same bytes")
    func jobs() async throws {
        let scratch = try Scratch()
        let codes = (0..<1500 * 1100).map { UInt8([21, 32, 61][($0 * 7919) % 3]) }
        try scratch.raster("lc_2020.tif", width: 1500, pixelSize: 0.001, codes)
        var files: [Data] = []
        for jobs in [1, 7] {
            var run = CarbonTabulation([[scratch.file("lc_2020.tif")]])
            run.scheme = SchemeChoice("cnlucc")
            run.request.draws = 0
            run.request.jobs = jobs
            run.densityFile = scratch.file("density\(jobs).tif")
            _ = try await run.run()
            files.append(try Data(contentsOf: URL(filePath: scratch.file("density\(jobs).tif"))))
        }
        #expect(files[0] == files[1])
    }

    @Test("sink is change a year; land without change has 0; a loss of exactly 1 t/ha is a value")
    func change() async throws {
        let scratch = try Scratch()
        try scratch.raster("lc_2015.tif", width: 4, noData: 0, [61, 32, 32, 0] as [UInt8])
        try scratch.raster("lc_2020.tif", width: 4, noData: 0, [32, 61, 32, 32] as [UInt8])
        try scratch.write(
            """
            name = "own"
            title_zh = "自有"
            title_en = "Own"
            edition = "1"
            tier = 3
            region = "here"
            [[densities]]
            categories = ["sand_bare"]
            above = { value = 0.39, uncertainty_percent = 0, source = "made up", evidence = "read" }
            below = { value = 0.6, uncertainty_percent = 0, source = "made up", evidence = "read" }
            """, to: "own.toml")
        var run = CarbonTabulation([[scratch.file("lc_2015.tif")], [scratch.file("lc_2020.tif")]])
        run.scheme = SchemeChoice("cnlucc")
        run.request.draws = 0
        run.request.methods = [.steadyState]
        run.request.overrides = [scratch.file("own.toml")]
        run.changeFile = scratch.file("change.tif")
        run.sinkFile = scratch.file("sink.tif")
        let result = try await run.run()
        let change = try read(scratch.file("change.tif")).pixels
        let sink = try read(scratch.file("sink.tif")).pixels
        // Steppe 16.19 t C/ha; sand now .39 + .6 + 0 + 4 = 4.99: a gain and a loss of 11.2.
        #expect(abs(change[0] - 11.2) < 1e-5 && abs(change[1] + 11.2) < 1e-5)
        #expect(change[2] == 0 && change[3].isNaN)
        #expect(abs(sink[0] - 2.24) < 1e-6 && sink[2] == 0 && sink[3].isNaN)
        #expect(result.notes.contains { $0.en.contains("steady_state") })

        try scratch.raster(
            "utm1.tif", width: 2, pixelSize: 30, left: 4e5, top: 4.3e6, [1, 2] as [UInt8])
        try scratch.raster(
            "utm2.tif", width: 2, pixelSize: 30, left: 4e5, top: 4.3e6, [2, 2] as [UInt8])
        for name in ["utm1", "utm2"] {
            #expect(
                try scratch.run(
                    "gdal_translate",
                    [
                        "-q", "-a_srs", "EPSG:32649", scratch.file("\(name).tif"),
                        scratch.file("\(name)p.tif"),
                    ]) == 0)
        }
        var invest = CarbonTabulation([
            [scratch.file("utm1p.tif")], [scratch.file("utm2p.tif")],
        ])
        invest.request.methods = [.invest]
        invest.pools = try InvestPools(
            csv: "lucode,c_above,c_below,c_soil,c_dead\n1,5,0,0,0\n2,4,0,0,0\n", file: "p.csv",
            unit: nil)
        invest.changeFile = scratch.file("loss.tif")
        _ = try await invest.run()
        let loss = try read(scratch.file("loss.tif"))
        #expect(loss.pixels == [-1, 0])
        #expect(loss.info.bands[0].noData?.isNaN == true)
    }

    @Test("what a zone's rain makes of shrub, and a zone's own coefficients, show in its pixels")
    func zones() async throws {
        let scratch = try Scratch()
        // 22 is shrub of 40 % and more: special where the county's rain is 400 mm at most.
        try scratch.raster(
            "lc_2020.tif", width: 4, [22, 22, 22, 22, 32, 32, 32, 32] as [UInt8])
        try scratch.rectangles(
            "zones.gpkg", layer: "zones", fields: [Field("id", .text)],
            [
                (109, 39.08, 109.02, 39.1, [.text("w")]),
                (109.02, 39.08, 109.03, 39.1, [.text("e")]),
            ])
        try scratch.write("zone,precipitation_mm\nw,300\ne,500\n", to: "rain.csv")
        try scratch.write(
            """
            name = "east"
            title_zh = "东"
            title_en = "East"
            edition = "1"
            tier = 3
            region = "here"
            [[densities]]
            categories = ["grassland"]
            zone = "e"
            above = { value = 10.39, uncertainty_percent = 0, source = "made up", evidence = "read" }
            """, to: "east.toml")
        var run = CarbonTabulation([[scratch.file("lc_2020.tif")]])
        run.scheme = SchemeChoice("cnlucc")
        run.zones = ZoneSource(path: scratch.file("zones.gpkg"), idField: "id")
        run.rain = scratch.file("rain.csv")
        run.request.draws = 0
        run.request.overrides = [scratch.file("east.toml")]
        run.densityFile = scratch.file("density.tif")
        _ = try await run.run()
        let pixels = try read(scratch.file("density.tif")).pixels
        // Special shrub 11.4 t C/ha, other shrub 10.3; outside the zones nobody knows: other.
        #expect(abs(pixels[0] - 11.4) < 1e-5 && abs(pixels[1] - 11.4) < 1e-5)
        #expect(abs(pixels[2] - 10.3) < 1e-5 && abs(pixels[3] - 10.3) < 1e-5)
        #expect(abs(pixels[4] - 16.19) < 1e-5 && abs(pixels[6] - 26.19) < 1e-5)
        #expect(abs(pixels[7] - 16.19) < 1e-5)
    }
}
