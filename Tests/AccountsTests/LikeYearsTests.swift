// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Foundation
import Reporting
import Survey
import Testing

/// Years that were measured on unlike things, and what the outputs make of their difference.
@Suite("Years that cannot be subtracted")
struct LikeYearsTests {
    private let head = """
        output = "out"
        rain = { w = 300, e = 300 }
        zones = { file = "zones.gpkg", id = "id", name = "name" }
        landcover = { scheme = "cnlucc" }

        """

    /// Cropland of a raster of 0.02° and then of one of 0.01°; or both of 0.01°.
    private func survey(_ scratch: Scratch, coarseFirst: Bool) async throws -> SurveyRun.Outcome {
        let fine: [UInt8] = [12, 12, 21, 21, 12, 32, 21, 32]
        if coarseFirst {
            try scratch.raster("a.tif", width: 2, pixelSize: 0.02, [12, 21] as [UInt8])
        } else {
            try scratch.raster("a.tif", width: 4, [12, 12, 21, 21, 12, 12, 21, 21] as [UInt8])
        }
        try scratch.raster("b.tif", width: 4, fine)
        try scratch.twoZones()
        return try await scratch.survey(
            head + """
                [[year]]
                year = 2015
                landcover = "a.tif"
                [[year]]
                year = 2020
                landcover = "b.tif"
                """)
    }

    @Test(
        "pixels of another size: a dash and the reason in report, workbook, trend and change alike")
    func pixels() async throws {
        let scratch = try Scratch()
        _ = try await survey(scratch, coarseFirst: true)
        let trend = try #require(
            try scratch.rows(of: "trend").first {
                $0["indicator"] == "cropland" && $0["zone"] == "all"
            })
        #expect(trend["change_since_baseline"] == "" && trend["observed_rate"] == "")
        #expect(trend["reason"]?.contains("0.02° then") == true, "\(trend)")
        for row in try scratch.rows(of: "change") {
            #expect(row["net_m2"] == "" && row["gain_m2"] == "")
            #expect(row["reason"]?.contains("0.02° then") == true)
        }
        let html = try String(contentsOfFile: scratch.file("out/report.html"), encoding: .utf8)
        #expect(html.contains("no change since 2015 is shown"))
        #expect(html.contains("不与2015年相减"))
    }

    @Test("pixels of one size and scheme are subtracted as before")
    func like() async throws {
        let scratch = try Scratch()
        _ = try await survey(scratch, coarseFirst: false)
        let trend = try #require(
            try scratch.rows(of: "trend").first {
                $0["indicator"] == "cropland" && $0["zone"] == "all"
            })
        #expect((trend["change_since_baseline"].flatMap(Double.init) ?? 0) < 0)
        #expect(trend["reason"] == "")
        #expect(
            try scratch.rows(of: "change").allSatisfy { $0["net_m2"] != "" && $0["reason"] == "" })
        let html = try String(contentsOfFile: scratch.file("out/report.html"), encoding: .utf8)
        #expect(!html.contains("no change since 2015 is shown"))
    }

    @Test("where one year has a sample, its count is compared with the other's, and that is said")
    func sampledYear() async throws {
        let scratch = try Scratch()
        var lines = "map,reference\n"
        for code in [12, 21, 32] {
            for unit in 0..<30 { lines += "\(code),\(code == 12 && unit < 6 ? 32 : code)\n" }
        }
        try scratch.write(lines, to: "samples.csv")
        try scratch.raster("a.tif", width: 4, [12, 12, 21, 21, 12, 12, 21, 21] as [UInt8])
        try scratch.raster("b.tif", width: 4, [12, 12, 21, 21, 12, 32, 21, 32] as [UInt8])
        try scratch.twoZones()
        let outcome = try await scratch.survey(
            head + """
                accuracy = { samples = "samples.csv", year = 2020 }
                [[year]]
                year = 2015
                landcover = "a.tif"
                [[year]]
                year = 2020
                landcover = "b.tif"
                """)
        let (then, now) = (
            try outcome.result("cropland", year: 2015), try outcome.result("cropland", year: 2020)
        )
        let counted = try #require(now.counted)
        #expect(counted != now.value && now.asCounted.value == counted)
        #expect(!now.asCounted.isEstimated && now.asCounted.bounds == nil)
        let change = try now.change(since: then)
        #expect(change == .byCount(counted - (then.value ?? 0)))
        let trend = try #require(
            try scratch.rows(of: "trend").first {
                $0["indicator"] == "cropland" && $0["zone"] == "all"
            })
        #expect(trend["change_since_baseline"].flatMap(Double.init) == change.difference)
        #expect(trend["value"].flatMap(Double.init) == counted)
        #expect(trend["reason"]?.contains("the maps' counts") == true, "\(trend)")
        let html = try String(contentsOfFile: scratch.file("out/report.html"), encoding: .utf8)
        #expect(html.contains("change is of the maps"))
        // The trend has both years: counts hollow, the estimate beside them.
        #expect(html.contains("hollow: as the map counts") && html.contains("空心为按图计数"))
        #expect(html.contains("as counted 2015") && html.contains("as counted 2020"))
        // Without the count, the folder alone would have one year to draw, and be refused.
        var chart = SurveyChart(.trend, of: scratch.file("out"))
        chart.indicator = "cropland"
        _ = try chart.write(to: scratch.file("trend.svg"), overwrite: true)
    }

    @Test("two estimates are compared as they are")
    func bothSampled() throws {
        func estimated(_ value: Double, year: Int) -> IndicatorResult {
            var result = IndicatorResult(
                "cropland", variant: "gross", at: ZoneYear(year: year, zone: "all", name: ""),
                amount: Quantity(value, .squareMetres))
            result.counted = value / 2
            result.basis.aspects[.sample] = "sample"
            return result
        }
        let change = try estimated(9, year: 2020).change(since: estimated(7, year: 2015))
        #expect(change == .by(2) && change.reason == nil)
    }

    @Test("volume from a raster and from class means is no series")
    func methods() async throws {
        let scratch = try Scratch()
        let land: [UInt8] = [12, 12, 21, 21, 12, 32, 21, 32]
        try scratch.raster("a.tif", width: 4, land)
        try scratch.raster("v.tif", width: 4, [0, 0, 40, 40, 0, 0, 40, 0] as [Float])
        try scratch.twoZones()
        let outcome = try await scratch.survey(
            head + """
                volume = { class_means = { 21 = 30 } }
                [[year]]
                year = 2015
                landcover = "a.tif"
                volume = "v.tif"
                [[year]]
                year = 2022
                landcover = "a.tif"
                """)
        #expect(try outcome.result("standing_volume", year: 2015).variant == "raster")
        let now = try outcome.result("standing_volume", year: 2022)
        #expect(now.variant == "class_means")
        let trend = try scratch.rows(of: "trend").filter { $0["indicator"] == "standing_volume" }
        #expect(!trend.isEmpty)
        for row in trend {
            #expect(row["change_since_baseline"] == "" && row["projection"] == "")
            #expect(row["reason"]?.contains("raster then") == true, "\(row)")
        }
        // The demonstration's chart of one indicator through the years obeys the same rule.
        var chart = SurveyChart(.trend, of: scratch.file("out"))
        chart.indicator = "standing_volume"
        #expect(throws: (any Error).self) {
            try chart.write(to: scratch.file("trend.svg"), overwrite: true)
        }
    }
}
