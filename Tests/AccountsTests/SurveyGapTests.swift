// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Ecology
import Foundation
import GDAL
import Survey
import Testing
import Words

@Suite("Surveys with inputs that cannot be read")
struct SurveyGapTests {
    private let scratch: Scratch
    init() throws {
        scratch = try Scratch()
        try scratch.twoZonesInTwoYears()
        for year in [2015, 2020] {
            try scratch.raster("ndvi_\(year).tif", width: 4, [Float](repeating: 0.4, count: 8))
            try scratch.raster("volume_\(year).tif", width: 4, [Float](repeating: 30, count: 8))
        }
        try scratch.rectangles(
            "desert.gpkg", layer: "desert", fields: [Field("id", .text)],
            [(109, 39.08, 109.01, 39.1, [.text("mu_us")])])
        try scratch.writePlan(forestCoverage: "20")
    }

    private func run(strict: Bool = false) async throws -> SurveyRun.Outcome {
        let years = [2015, 2020].map {
            """

            [[year]]
            year = \($0)
            landcover = "lc_\($0).tif"
            ndvi = "ndvi_\($0).tif"
            volume = "volume_\($0).tif"
            """
        }
        var run = try scratch.run(
            of: """
                output = "out"
                targets = "targets.toml"
                rain = { w = 300, e = 300 }
                zones = { file = "zones.gpkg", id = "id", name = "name" }
                landcover = { scheme = "cnlucc" }
                [[desert]]
                indicator = "desert_mu_us"
                name_zh = "毛乌素"
                name_en = "Mu Us"
                file = "desert.gpkg"
                """ + years.joined())
        run.isStrict = strict
        return try await run.run()
    }

    /// Leaves the first half of a file, as a copy that broke off does.
    private func cut(_ name: String) throws {
        let data = try #require(FileManager.default.contents(atPath: scratch.file(name)))
        try data.prefix(data.count - 4).write(to: URL(filePath: scratch.file(name)))
    }

    private func reason(_ result: IndicatorResult) -> String? {
        guard case .notAssessed(let reason) = result.status else { return nil }
        return reason.en
    }

    @Test("a survey whose inputs can all be read has no gaps")
    func whole() async throws {
        let outcome = try await run()
        #expect(outcome.gaps.isEmpty)
        #expect(!outcome.assessments.contains { (reason($0.result) ?? "").contains("be read") })
    }

    @Test(
        "a year whose land cover is cut short is not assessed, and says why; the other year is as ever"
    )
    func truncated() async throws {
        let whole = try await run()
        try cut("lc_2020.tif")
        let outcome = try await run()
        #expect(outcome.gaps.map(\.subject.en) == ["land cover of 2020"])
        #expect(outcome.gaps[0].reason.contains("lc_2020.tif"))
        let forest = outcome.assessments.filter { $0.result.indicator == "forest_coverage" }
        for assessment in forest where assessment.result.year == 2020 {
            #expect(reason(assessment.result)?.contains("lc_2020.tif") == true)
        }
        #expect(forest.count { $0.result.year == 2020 } == 3)
        let before = whole.assessments.filter {
            $0.result.indicator == "forest_coverage" && $0.result.year == 2015
        }
        #expect(
            forest.filter { $0.result.year == 2015 }.map(\.result.value)
                == before.map(\.result.value))
        #expect(
            outcome.city.first { $0.result.indicator == "forest_coverage" }?.verdict?.kind
                == .notAssessed)
    }

    @Test("NDVI that is not there takes the figures of cover with it, and no others")
    func missingCover() async throws {
        try FileManager.default.removeItem(atPath: scratch.file("ndvi_2020.tif"))
        let outcome = try await run()
        #expect(outcome.gaps.map(\.subject.en) == ["NDVI or vegetation cover of 2020"])
        let newest = outcome.assessments.map(\.result).filter {
            $0.year == 2020 && $0.zone == "all"
        }
        #expect(newest.first { $0.indicator == "forest_coverage" }?.value != nil)
        #expect(newest.first { $0.indicator == "standing_volume" }?.value != nil)
        let cover = try #require(newest.first { $0.indicator == "grassland_cover" })
        #expect(reason(cover)?.contains("ndvi_2020.tif") == true)
    }

    @Test("two parts of a year that cannot be read are each told")
    func twoParts() async throws {
        try cut("ndvi_2020.tif")
        try cut("volume_2020.tif")
        let outcome = try await run()
        #expect(
            outcome.gaps.map(\.subject.en) == [
                "NDVI or vegetation cover of 2020", "volume of 2020",
            ])
        #expect(outcome.gaps[0].reason.contains("ndvi_2020.tif"))
        #expect(outcome.gaps[1].reason.contains("volume_2020.tif"))
        let newest = outcome.assessments.map(\.result).filter {
            $0.year == 2020 && $0.zone == "all"
        }
        #expect(newest.first { $0.indicator == "forest_coverage" }?.value != nil)
    }

    @Test("an outline that cannot be read leaves its desert not assessed")
    func outline() async throws {
        try Data("not a layer".utf8).write(to: URL(filePath: scratch.file("desert.gpkg")))
        let outcome = try await run()
        #expect(outcome.gaps.map(\.subject.en) == ["the outline of Mu Us"])
        #expect(
            outcome.assessments.contains {
                $0.result.indicator == "forest_coverage" && $0.result.value != nil
            })
    }

    @Test("a strict survey ends at the first")
    func strict() async throws {
        try cut("lc_2020.tif")
        await #expect(throws: GDALError.self) { try await run(strict: true) }
    }

    @Test("where no year can be read the survey fails as it did")
    func nothingLeft() async throws {
        try cut("lc_2015.tif")
        try cut("lc_2020.tif")
        await #expect(throws: GDALError.self) { try await run() }
    }
}
