// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import DataFiles
import Ecology
import Files
import Foundation
import GDAL
import Indicators
import Survey
import Tables
import Testing
import Zonal

/// Two zones of 2 × 2 pixels, 0.01° wide; CLCD codes 1 cropland, 2 forest, 4 grass, 5 water, 8 built.
@Suite("Land degradation by zone")
struct DegradationTests {
    private let rising: [Int16] = [2100, 2200, 2000, 2400, 2500, 2450, 2700, 2800]
    private let flat = [Int16](repeating: 2300, count: 8)
    private var falling: [Int16] { rising.map { 4800 - $0 } }

    /// By pixel: NDVI, and land cover in 2001 and 2020.
    ///
    /// In the west lie pixels 0, 1, 4 and 5. Sub-indicators, productivity, land cover and soil carbon
    /// in turn: 0 improved, stable, stable; 1 degraded, stable, stable; 2 stable, improved, stable;
    /// 3 stable, degraded, degraded; 4 stable, degraded, improved; 5 water; 6 unknown, degraded,
    /// degraded; 7 stable, unknown, unknown.
    private var pixels: [(ndvi: [Int16], before: UInt8, after: UInt8)] {
        var gap = rising
        gap[3] = -3000
        return [
            (rising, 4, 4), (falling, 4, 4), (flat, 4, 2), (flat, 4, 8), (flat, 1, 4),
            (rising, 5, 5),
            (gap, 4, 8), (flat, 4, 0),
        ]
    }

    private func tabulation(_ scratch: Scratch) throws -> DegradationTabulation {
        try scratch.twoZones()
        let ndvi = try (0..<8).map { year in
            try scratch.raster(
                "ndvi_\(2001 + year).tif", width: 4, noData: -3000, pixels.map { $0.ndvi[year] })
        }
        let before = try scratch.raster("lc_2001.tif", width: 4, noData: 0, pixels.map(\.before))
        let after = try scratch.raster("lc_2020.tif", width: 4, noData: 0, pixels.map(\.after))
        var run = DegradationTabulation(
            ndvi: ndvi.map { [$0] }, before: [before], after: [after])
        run.scale = 0.0001
        run.schemeBefore = .named("clcd")
        run.schemeAfter = .named("clcd")
        run.zones = ZoneSource(path: scratch.file("zones.gpkg"), idField: "id", nameField: "name")
        return run
    }

    /// m² of a pixel in the northern or the southern row.
    private func area(_ pixel: Int) throws -> Double {
        let south = pixel < 4 ? 39.09 : 39.08
        return PolygonArea(in: try CRS("EPSG:4490")).squareMetres(
            of: rectangle(109, south, 109.01, south + 0.01).polygons)
    }

    /// degraded, stable, improved and nodata m² of a zone by an indicator.
    private func areas(_ table: Table, _ zone: String, _ indicator: String) throws -> [Double] {
        let row = try #require(
            table.rows.first { $0[0] == .text(zone) && $0[2] == .text(indicator) },
            "\(zone) \(indicator)")
        return row[4...7].map { if case .number(let value) = $0 { value } else { .nan } }
    }

    private func expect(
        _ table: Table, _ zone: String, _ indicator: String, _ wanted: [[Int]]
    ) throws {
        let found = try areas(table, zone, indicator)
        for (found, pixels) in zip(found, wanted) {
            let sum = try pixels.reduce(0) { $0 + (try area($1)) }
            #expect(abs(found - sum) < 1e-3, "\(zone) \(indicator) \(pixels)")
        }
    }

    @Test("each sub-indicator and all together have their pixels' exact areas")
    func byHand() async throws {
        let scratch = try Scratch()
        let table = try await tabulation(scratch).run().table
        try expect(table, "w", "productivity", [[1], [4], [0], [5]])
        try expect(table, "w", "land_cover", [[4], [0, 1], [], [5]])
        try expect(table, "w", "soil_carbon", [[], [0, 1], [4], [5]])
        try expect(table, "w", "degradation", [[1, 4], [], [0], [5]])
        try expect(table, "e", "productivity", [[], [2, 3, 7], [], [6]])
        try expect(table, "e", "land_cover", [[3, 6], [], [2], [7]])
        try expect(table, "e", "soil_carbon", [[3, 6], [2], [], [7]])
        try expect(table, "e", "degradation", [[3], [], [2], [6, 7]])
        try expect(table, "all", "degradation", [[1, 3, 4], [], [0, 2], [5, 6, 7]])
        let row = try #require(table.rows.last)
        guard case .number(let share) = row[8] else {
            Issue.record("no share")
            return
        }
        let degraded = try area(1) + area(3) + area(4)
        #expect(isNear(share, degraded / (degraded + (try area(0)) + (try area(2)))))
    }

    @Test("versions of a product that may be unlike are said, as change says them")
    func versions() async throws {
        let scratch = try Scratch()
        var run = try tabulation(scratch)
        run.before = [
            try scratch.raster("a.tif", width: 4, [10, 30, 30, 40, 40, 80, 30, 10] as [UInt8])
        ]
        run.after = [
            try scratch.raster("b.tif", width: 4, [10, 10, 30, 40, 30, 80, 50, 10] as [UInt8])
        ]
        run.landYears = 2
        func warnings(_ before: String, _ after: String) async throws -> [String] {
            run.schemeBefore = .named(before)
            run.schemeAfter = .named(after)
            return try await run.run().notes.filter { $0.contains("the change is indicative") }
        }
        #expect(try await warnings("worldcover-v100", "worldcover-v200").count == 1)
        #expect(try await warnings("worldcover", "worldcover").count == 1)
        #expect(try await warnings("worldcover-v200", "worldcover-v200").isEmpty)
    }

    @Test("cropland returned to grass improves land by the local matrix; a gap may give way")
    func options() async throws {
        let scratch = try Scratch()
        var run = try tabulation(scratch)
        run.matrix = .returningCropland
        run.degradedBeatsNoData = true
        let table = try await run.run().table
        try expect(table, "w", "land_cover", [[], [0, 1], [4], [5]])
        try expect(table, "w", "degradation", [[1], [], [0, 4], [5]])
        try expect(table, "e", "degradation", [[3, 6], [], [2], [7]])
    }

    @Test("stocks of soil carbon are those of the raster, and what nineteen years leave of them")
    func stocks() async throws {
        let scratch = try Scratch()
        var run = try tabulation(scratch)
        run.soilCarbon = [
            try scratch.raster(
                "soc.tif", width: 4, noData: -1, [20, 20, 20, -1, 20, 20, 20, 20] as [Float])
        ]
        let table = try await run.run().table
        try expect(table, "e", "soil_carbon", [[6], [2], [], [3, 7]])
        let row = try #require(
            table.rows.first { $0[0] == .text("w") && $0[2] == .text("soil_carbon") })
        guard case .number(let before) = row[9], case .number(let after) = row[10] else {
            Issue.record("no stocks: \(row)")
            return
        }
        let kept = try area(0) + area(1) + area(5)
        let crops = try area(4)
        #expect(isNear(before, 20 * (kept + crops) / 10_000))
        // Crops made grass gain a quarter in twenty years.
        #expect(isNear(after, 20 * (kept + crops * (1 + 0.25 * 19 / 20)) / 10_000))
    }

    @Test("the raster has the codes of what it shows, as GeoTIFF or COG", arguments: [false, true])
    func raster(isCOG: Bool) async throws {
        let scratch = try Scratch()
        var run = try tabulation(scratch)
        run.raster = scratch.file("sdg.tif")
        run.isCOG = isCOG
        run.overwrite = true
        let none = Int16(LandTrend.noData)
        let wanted: [(DegradationTabulation.Indicator, [Int16])] = [
            (.productivity, [1, -1, 0, 0, 0, none, none, 0]),
            (.degradation, [1, -1, 1, -1, -1, none, none, none]),
        ]
        for (indicator, codes) in wanted {
            run.rasterShows = indicator
            _ = try await run.run()
            let dataset = try Dataset(opening: scratch.file("sdg.tif"))
            var found = [Int16](repeating: 9, count: 8)
            var span = found.mutableSpan
            try dataset.read(Window(column: 0, row: 0, width: 4, height: 2), into: &span)
            #expect(found == codes)
            #expect(dataset.info.bands[0].noData == -32_768)
        }
        run.overwrite = false
        await #expect(throws: WriteError.self) { try await run.run() }
    }

    @Test("against a baseline land has a status in seven codes, and the table those in three")
    func status() async throws {
        let scratch = try Scratch()
        var run = try tabulation(scratch)
        // What is now improved, degraded, improved, degraded, degraded, and unknown thrice.
        run.baseline = try scratch.raster(
            "base.tif", width: 4, noData: -32_768, [1, -1, 0, 0, 1, 0, 1, -1] as [Int16])
        run.raster = scratch.file("status.tif")
        run.rasterShows = .status
        let table = try await run.run().table
        let none = Int16(LandTrend.noData)
        var found = [Int16](repeating: 9, count: 8)
        var span = found.mutableSpan
        try Dataset(opening: scratch.file("status.tif")).read(
            Window(column: 0, row: 0, width: 4, height: 2), into: &span)
        #expect(found == [7, 1, 6, 2, 2, none, none, none])
        try expect(table, "w", "status", [[1, 4], [], [0], [5]])
        try expect(table, "e", "status", [[3], [], [2], [6, 7]])
        run.overwrite = true
        run.baseline = try scratch.raster("no.tif", width: 4, [2, 0, 0, 0, 0, 0, 0, 0] as [Int16])
        let fault = await #expect(throws: SurveyError.self) { try await run.run() }
        #expect(try #require(fault).description.contains("a raster of -1, 0 and 1"))
        run.baseline = nil
        await #expect(throws: SurveyError.self) { try await run.run() }
    }

    @Test("finer land cover makes the grid; areas stay, whatever the order and number of threads")
    func finer() async throws {
        let scratch = try Scratch()
        let plain = try await tabulation(scratch).run().table
        var run = try tabulation(scratch)
        run.ndvi.reverse()
        run.jobs = 5
        #expect(try await run.run().table == plain)
        var fine: [UInt8] = []
        for row in 0..<4 {
            for column in 0..<8 { fine.append(pixels[row / 2 * 4 + column / 2].after) }
        }
        run.after = [
            try scratch.raster("fine_2020.tif", width: 8, pixelSize: 0.005, noData: 0, fine)
        ]
        let result = try await run.run()
        for zone in ["w", "e", "all"] {
            for indicator in DegradationTabulation.Indicator.allCases where indicator != .status {
                let coarse = try areas(plain, zone, indicator.rawValue)
                let found = try areas(result.table, zone, indicator.rawValue)
                for (one, other) in zip(coarse, found) { #expect(abs(one - other) < 1e-3) }
            }
        }
        #expect(result.notes.contains { $0.contains("another grid") })
    }

    @Test("pixels of many values and soil units are judged as each would be alone")
    func manyPixels() async throws {
        let scratch = try Scratch()
        let (width, count) = (30, 600)
        var state: UInt64 = 88_172_645_463_325_252
        func random(_ below: UInt64) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % below)
        }
        var series: [[Int16]] = []
        for _ in 0..<count {
            let start = 500 + random(4000)
            let drift = random(400) - 200
            var own: [Int16] = []
            for year in 0..<12 { own.append(Int16(start + year * drift / 4 + random(600))) }
            series.append(own)
        }
        let units = (0..<count).map { _ in UInt8(1 + random(3)) }
        let ndvi = try (0..<12).map { year in
            [try scratch.raster("n\(year).tif", width: width, series.map { $0[year] })]
        }
        let land = try scratch.raster(
            "lc.tif", width: width, [UInt8](repeating: 4, count: count))
        var run = DegradationTabulation(ndvi: ndvi, before: [land], after: [land])
        run.scale = 0.0001
        run.landYears = 10
        run.schemeBefore = .named("clcd")
        run.schemeAfter = .named("clcd")
        run.units = [try scratch.raster("units.tif", width: width, units)]
        run.raster = scratch.file("p.tif")
        run.rasterShows = .productivity
        _ = try await run.run()
        let means = series.map { own in own.reduce(0.0) { $0 + Double($1) } / 12 }
        var best: [Double] = []
        for unit in UInt8(1)...3 {
            let own = zip(units, means).filter { $0.0 == unit }.map { $0.1.rounded() }
            best.append(try #require(percentile(90, of: own)))
        }
        var found = [Int16](repeating: 9, count: count)
        var span = found.mutableSpan
        try Dataset(opening: scratch.file("p.tif")).read(
            Window(column: 0, row: 0, width: width, height: count / width), into: &span)
        var seen: Set<Int16> = []
        for pixel in 0..<count {
            let values = series[pixel].map(Double.init)
            let wanted = ProductivityClass(
                trajectory: try TrendTest(values).productivity,
                state: ProductivityState(
                    baseline: Array(values[..<9]), target: Array(values[9...]))?.trend,
                performance: ProductivityPerformance.trend(
                    ofMean: means[pixel], best: best[Int(units[pixel]) - 1]))
            #expect(Int(found[pixel]) == wanted?.trend.rawValue, "\(values)")
            seen.insert(found[pixel])
        }
        #expect(seen == [-1, 0, 1])
    }

    @Test("years that are missing, twice, too few or unknown are refused with what to do")
    func refusals() async throws {
        let scratch = try Scratch()
        let whole = try tabulation(scratch)
        func says(_ change: (inout DegradationTabulation) -> Void) async throws -> String {
            var run = whole
            change(&run)
            let fault = await #expect(throws: SurveyError.self) { try await run.run() }
            return try #require(fault).description
        }
        #expect(try await says { $0.ndvi.remove(at: 2) }.contains("no raster is of 2003"))
        #expect(try await says { $0.ndvi.append($0.ndvi[7]) }.contains("one raster a year"))
        #expect(try await says { $0.ndvi.removeLast(5) }.contains("give 4 or more"))
        #expect(try await says { $0.targetYears = 8 }.contains("give 1 to 7"))
        #expect(
            try await says { swap(&$0.before, &$0.after) }.contains("name the earlier one first"))
        let unnamed = try scratch.raster("lc.tif", width: 4, noData: 0, pixels.map(\.after))
        #expect(try await says { $0.after = [unnamed] }.contains("--land-years"))
        #expect(try await says { $0.scale = 1 }.contains("is not NDVI"))
    }

    @Test(
        "every pixel of twenty made-up years is judged as numpy judges it",
        .enabled(if: oracleFolder != nil, "Tools/test makes what this compares with"),
        arguments: DegradationTabulation.Indicator.allCases.filter { $0 != .status })
    func oracle(indicator: DegradationTabulation.Indicator) async throws {
        let scratch = try Scratch()
        let folder = oracleFolder ?? ""
        var run = DegradationTabulation(
            ndvi: (2001...2020).map { ["\(folder)/ndvi_\($0).tif"] },
            before: ["\(folder)/lc_2001.tif"], after: ["\(folder)/lc_2020.tif"])
        run.schemeBefore = .named("clcd")
        run.schemeAfter = .named("clcd")
        run.units = ["\(folder)/units.tif"]
        run.scale = 0.0001
        run.raster = scratch.file("found.tif")
        run.rasterShows = indicator
        _ = try await run.run()
        let pixels = try ["\(scratch.path)/found.tif", "\(folder)/\(indicator.rawValue).tif"].map {
            let dataset = try Dataset(opening: $0)
            let (width, height) = (dataset.info.width, dataset.info.height)
            var pixels = [Int16](repeating: 9, count: width * height)
            var span = pixels.mutableSpan
            try dataset.read(
                Window(column: 0, row: 0, width: width, height: height), into: &span)
            return pixels
        }
        #expect(pixels[0].count == 19_200)
        #expect(Set(pixels[1]) == [Int16(LandTrend.noData), -1, 0, 1])
        #expect(zip(pixels[0], pixels[1]).count { $0 != $1 } == 0)
    }
}

/// What `Tools/test` has made with numpy; `nil` where it has not.
private let oracleFolder = ProcessInfo.processInfo.environment["STEPPE_ORACLES"]
    .map { "\($0)/degradation" }.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }

// MARK: In a survey

extension DegradationTests {
    @Test("a survey has the verb's areas as an indicator and a table, and none without its section")
    func survey() async throws {
        let scratch = try Scratch()
        let run = try tabulation(scratch)
        let alone = try await run.run().table
        let outcome = try await scratch.survey(
            survey(run, "degradation = { ndvi = [\(list(run))] }"))
        #expect(outcome.gaps.isEmpty)
        for zone in ["w", "e", "all"] {
            let parts = try areas(alone, zone, "degradation")
            let result = try #require(
                outcome.assessments.map(\.result).first {
                    $0.indicator == "land_degradation" && $0.zone == zone
                })
            #expect(result.numerator?.value == parts[0])
            #expect(result.denominator?.value == parts[0] + parts[1] + parts[2])
            #expect(result.year == 2020)
        }
        let table = try String(contentsOfFile: scratch.file("out/degradation.csv"), encoding: .utf8)
        #expect(table == alone.csv)
        let without = try await scratch.survey(survey(run, ""))
        #expect(!without.assessments.contains { $0.result.indicator == "land_degradation" })
    }

    @Test("fewer rasters than a trend needs are refused, with the line")
    func tooFew() async throws {
        let scratch = try Scratch()
        let run = try tabulation(scratch)
        let error = await #expect(throws: DataFileError.self) {
            try await scratch.survey(survey(run, "degradation = { ndvi = [\"a.tif\"] }"))
        }
        #expect("\(try #require(error))".contains("survey.toml:6"))
    }

    private func list(_ run: DegradationTabulation) -> String {
        run.ndvi.flatMap(\.self).map { "\"\($0)\"" }.joined(separator: ", ")
    }

    private func survey(_ run: DegradationTabulation, _ section: String) -> String {
        """
        output = "out"
        rain = { w = 300, e = 300 }
        zones = { file = "zones.gpkg", id = "id", name = "name" }
        landcover = { scheme = "clcd" }
        vegetation = { scale = 0.0001 }
        \(section)
        [[year]]
        year = 2001
        landcover = "\(run.before[0])"
        [[year]]
        year = 2020
        landcover = "\(run.after[0])"
        """
    }
}
