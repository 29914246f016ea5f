// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Foundation
import GDAL
import Survey
import Testing

/// Ground without values, shrub in doubt and seasons, from rasters to verdicts.
@Suite("Ground without values, and what figures rest on")
struct UnknownGroundTests {
    private func survey(
        _ scratch: Scratch, land: [UInt8], head: String = "", year: String = "", more: String = "",
        target: String? = nil
    ) async throws -> SurveyRun.Outcome {
        try scratch.raster("lc.tif", width: 4, land)
        try scratch.twoZones()
        if let target {
            try scratch.write(
                "document = \"d\"\ntitle = \"t\"\nyear = 2020\n[[target]]\n\(target)\n",
                to: "targets.toml")
        }
        return try await scratch.survey(
            """
            output = "out"
            \(target == nil ? "" : "targets = \"targets.toml\"")
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { scheme = "cnlucc" }
            \(head)
            [[year]]
            year = 2020
            landcover = "lc.tif"
            \(year)
            \(more)
            """)
    }

    private func verdict(_ outcome: SurveyRun.Outcome, _ indicator: String) throws -> Verdict {
        try #require(
            outcome.assessments.first {
                $0.result.indicator == indicator && $0.result.zone == "all"
            }?.verdict)
    }

    @Test("forest without a volume makes the volume a lower bound: met, never missed")
    func volume() async throws {
        let land: [UInt8] = [21, 21, 21, 23, 12, 32, 42, 12]
        let more = """
            [volume]
            scattered_m3 = 0
            beside_fields_m3 = 0
            sampling_error = 0.05
            """
        func judged(_ volumes: [Float], above cubicMetres: Int) async throws -> Assessment {
            let scratch = try Scratch()
            try scratch.raster("v.tif", width: 4, noData: -1, volumes)
            let outcome = try await survey(
                scratch, land: land, year: "volume = \"v.tif\"", more: more,
                target: "indicator = \"standing_volume\"\nvalue = \(cubicMetres)\nunit = \"m3\"")
            return try #require(
                outcome.assessments.first {
                    $0.result.indicator == "standing_volume" && $0.result.zone == "all"
                })
        }
        // Some 95 ha a pixel.
        let whole: [Float] = [40, 40, 40, 10, -1, -1, -1, -1]
        let blank: [Float] = [40, -1, -1, 10, -1, -1, -1, -1]
        #expect(try await judged(whole, above: 14_000).verdict?.kind == .missed)
        let missing = try await judged(blank, above: 9000)
        #expect(missing.verdict?.kind == .inconclusive)
        #expect(missing.result.uncertainty.leftOut.contains(.partsLeftOut))
        #expect(
            missing.reasons.contains { $0.en.contains("no volume") && $0.en.contains("50.00%") },
            "\(missing.reasons)")
        #expect(missing.result.basis.coverage.map { abs($0 - 0.5) < 1e-3 } == true)
        #expect(try await judged(blank, above: 4000).verdict?.kind == .met)
    }

    @Test("grassland without NDVI widens the mean to what it may hold")
    func grassland() async throws {
        let scratch = try Scratch()
        try scratch.raster(
            "fvc.tif", width: 4, noData: -1, [0.5, 0.5, 0.5, -1, 0, 0, 0, 0] as [Float])
        let outcome = try await survey(
            scratch, land: [32, 32, 32, 32, 12, 12, 12, 12], year: "cover = \"fvc.tif\"")
        let cover = try outcome.result("grassland_cover")
        #expect(isNear(cover.value, 0.5, within: 1e-6))
        #expect(isNear(cover.bounds?.lower, 0.375, within: 1e-3))
        #expect(isNear(cover.bounds?.upper, 0.625, within: 1e-3))
        #expect(cover.notes.contains { $0.en.contains("has no cover: ") && $0.en.contains("25.00%") })
    }

    @Test("ground without a class may be grassland of any cover")
    func unclassified() async throws {
        let scratch = try Scratch()
        try scratch.raster("fvc.tif", width: 4, [0.5, 0.5, 0.5, 0, 0, 0, 0, 0] as [Float])
        try scratch.raster("lc0.tif", width: 4, noData: 0, [32, 32, 32, 0, 12, 12, 12, 12] as [UInt8])
        try scratch.twoZones()
        let outcome = try await scratch.survey(
            """
            output = "out"
            zones = { file = "zones.gpkg", id = "id" }
            landcover = { scheme = "cnlucc" }
            [[year]]
            year = 2020
            landcover = "lc0.tif"
            cover = "fvc.tif"
            """)
        let cover = try outcome.result("grassland_cover")
        #expect(isNear(cover.bounds?.lower, 0.375, within: 1e-3))
        #expect(isNear(cover.bounds?.upper, 0.625, within: 1e-3))
    }

    // MARK: Shrub

    /// A quarter of the west is trees, a quarter shrub.
    private let shrubland: [UInt8] = [21, 22, 21, 32, 12, 12, 12, 32]

    private func coverage(_ head: String) async throws -> IndicatorResult {
        try await survey(try Scratch(), land: shrubland, head: head)
            .result("forest_coverage", zone: "w")
    }

    @Test("rain within the margin of 400 mm, on either side, lets shrub count or not")
    func rain() async throws {
        let shrub = "shrub = { use = \"protective\" }\n"
        for (rain, value) in [("390", 0.5), ("400.5", 0.25)] {
            let found = try await coverage(shrub + "rain = { w = \(rain), e = 300 }")
            #expect(isNear(found.value, value, within: 1e-3))
            #expect(isNear(found.bounds?.lower, 0.25, within: 1e-3))
            #expect(isNear(found.bounds?.upper, 0.5, within: 1e-3))
            #expect(found.uncertainty.held == [.undeterminedShrub])
            #expect(found.sensitivities.contains { $0.change.en.contains("西旗: rain") })
        }
        #expect(try await coverage(shrub + "rain = { w = 350, e = 300 }").bounds == nil)
        #expect(try await coverage(shrub + "rain = { w = 450, e = 300 }").bounds == nil)
        let narrow = "shrub = { use = \"protective\", rain_margin_mm = 5 }\n"
        #expect(try await coverage(narrow + "rain = { w = 390, e = 300 }").bounds == nil)
    }

    @Test("shrub of unknown use is in the figure and not in its lower bound")
    func use() async throws {
        let scratch = try Scratch()
        let outcome = try await survey(
            scratch, land: shrubland, head: "rain = { w = 300, e = 300 }",
            target:
                "indicator = \"forest_coverage\"\nvalue = 30\nunit = \"percent\"")
        let found = try outcome.result("forest_coverage")
        #expect(isNear(found.value, 0.375, within: 1e-3))
        #expect(isNear(found.bounds?.lower, 0.25, within: 1e-3))
        #expect(try verdict(outcome, "forest_coverage").kind == .inconclusive)
        let table = try String(
            contentsOfFile: scratch.file("out/sensitivity.csv"), encoding: .utf8)
        #expect(table.contains("forest_coverage,official,undetermined_shrub,\"shrub of unknown use"))
        let html = try String(contentsOfFile: scratch.file("out/report.html"), encoding: .utf8)
        #expect(html.contains("shrub of unknown use, taken to be protective"))
        #expect(try await coverage("rain = { w = 300, e = 300 }\nshrub = { use = \"other\" }").value
            .map { abs($0 - 0.25) < 1e-3 } == true)
    }
}
