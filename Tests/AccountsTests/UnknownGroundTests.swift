// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Foundation
import GDAL
import Survey
import Testing
import Words

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
        #expect(missing.verdict?.kind == .inconclusive && missing.verdict?.probabilityMet == nil)
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
        let note = cover.notes.first { $0.en.contains("has no cover: ") }?.en
        #expect(note?.contains("25.00%") == true)
    }

    @Test("ground without a class may be grassland of any cover")
    func unclassified() async throws {
        let scratch = try Scratch()
        try scratch.raster("fvc.tif", width: 4, [0.5, 0.5, 0.5, 0, 0, 0, 0, 0] as [Float])
        try scratch.raster(
            "lc0.tif", width: 4, noData: 0, [32, 32, 32, 0, 12, 12, 12, 12] as [UInt8])
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
            #expect(found.uncertainty.included == [.undeterminedShrub])
            #expect(found.sensitivities.contains { $0.change.en.contains("w: rain") })
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
        #expect(table.contains("forest_coverage,official,undetermined_shrub,\"shrub of unknown"))
        let html = try String(contentsOfFile: scratch.file("out/report.html"), encoding: .utf8)
        #expect(html.contains("shrub of unknown use, taken to be protective"))
        #expect(
            try await coverage("rain = { w = 300, e = 300 }\nshrub = { use = \"other\" }").value
                .map { abs($0 - 0.25) < 1e-3 } == true)
    }

    // MARK: Deserts

    private let kubuqi = """
        [[desert]]
        indicator = "desert_kubuqi"
        file = "desert.gpkg"
        whole_city = true
        """
    private let peak = "season = { months = [7, 8], dates = 6, sensor = \"a\", rain_mm = 300 }"

    /// All sand: 12.6 % of cover everywhere, and then 50 %, 31 %, 29 % and five times 20 %.
    private func desert(
        _ scratch: Scratch, seasons: (String, String), head: String = "", more: String = "",
        land: [UInt8] = [UInt8](repeating: 61, count: 8)
    ) async throws -> Assessment {
        func ndvi(_ covers: [Float]) -> [Float] { covers.map { 0.04 + $0 * 0.87 } }
        try scratch.raster("n0.tif", width: 4, ndvi([Float](repeating: 0.126, count: 8)))
        try scratch.raster("n1.tif", width: 4, ndvi([0.5, 0.31, 0.29, 0.2, 0.2, 0.2, 0.2, 0.2]))
        try scratch.raster("lc0.tif", width: 4, [UInt8](repeating: 61, count: 8))
        try scratch.rectangles(
            "desert.gpkg", layer: "d", fields: [Field("id", .text)],
            [(109, 39.08, 109.04, 39.1, [.text("k")])])
        let outcome = try await survey(
            scratch, land: land,
            head: head + """

                [[year]]
                year = 2015
                landcover = "lc0.tif"
                ndvi = "n0.tif"
                \(seasons.0)
                """, year: "ndvi = \"n1.tif\"\n\(seasons.1)", more: kubuqi + "\n" + more,
            target: "indicator = \"desert_kubuqi\"\nvalue = 30\nunit = \"percent\"")
        return try #require(
            outcome.assessments.first {
                $0.result.indicator == "desert_kubuqi" && $0.result.zone == "all"
                    && $0.result.year == 2020
            })
    }

    @Test("a desert's bounds hold end members, thresholds and season, each with its ratio")
    func desertBounds() async throws {
        let scratch = try Scratch()
        let found = try await desert(scratch, seasons: (peak, peak))
        let result = found.result
        #expect(isNear(result.value, 0.25, within: 1e-3))
        // Each of eight moves takes the pixel of 31 %, or adds the one of 29 %.
        #expect(result.sensitivities.count == 8)
        #expect(result.sensitivities.allSatisfy { abs(abs($0.difference) - 0.125) < 1e-3 })
        #expect(result.bounds?.lower == 0)
        #expect(isNear(result.bounds?.upper, 0.625, within: 1e-3))
        #expect(result.uncertainty.included == [.endMembers, .threshold, .season])
        #expect(result.uncertainty.leftOut == [.mapError])
        #expect(found.verdict?.kind == .inconclusive)
        let table = try String(
            contentsOfFile: scratch.file("out/sensitivity.csv"), encoding: .utf8)
        #expect(table.contains("desert_kubuqi,change,end_members,NDVI of bare soil −0.02,"))
        let html = try String(contentsOfFile: scratch.file("out/report.html"), encoding: .utf8)
        #expect(html.contains("NDVI of bare soil −0.02"))
        #expect(html.contains("NDVI of 2015: months 7, 8, 6 dates, a, rain 300 mm"))
    }

    @Test("the survey file states the margins")
    func margins() async throws {
        let found = try await desert(
            try Scratch(), seasons: (peak, peak),
            head: "sensitivity = { soil = 0, canopy = 0, threshold = 0.02, season = 0 }")
        #expect(found.result.sensitivities.count == 2)
        #expect(isNear(found.result.bounds?.lower, 0.125, within: 1e-3))
        #expect(isNear(found.result.bounds?.upper, 0.375, within: 1e-3))
        let fault = await #expect(throws: (any Error).self) {
            try await desert(
                try Scratch(), seasons: (peak, peak), head: "sensitivity = { soil = 2 }")
        }
        #expect("\(String(describing: fault))".contains("from 0 to below 0.5"))
    }

    @Test(
        "undated, single-date, winter or unlike NDVI makes a ratio indicative",
        arguments: [
            ("", "undated"), ("season = { months = [7] }", "how many dates"),
            ("season = { months = [7], dates = 1 }", "single date"),
            ("season = { months = [1, 2], dates = 3 }", "neither July"),
            ("season = { months = [8], dates = 3, sensor = \"a\" }", "other months"),
            ("season = { months = [7, 8], dates = 3, sensor = \"b\" }", "another sensor"),
        ])
    func seasons(line: String, word: String) async throws {
        let found = try await desert(try Scratch(), seasons: (peak, line))
        #expect(found.verdict?.kind == .indicative)
        #expect(found.reasons.contains { $0.en.contains(word) }, "\(found.reasons)")
    }

    @Test("a season of a thirteenth month is refused by its line")
    func thirteenth() async throws {
        let fault = await #expect(throws: (any Error).self) {
            try await desert(
                try Scratch(), seasons: (peak, "season = { months = [13], dates = 2 }"))
        }
        #expect("\(String(describing: fault))".contains("1…12"))
    }

    @Test(
        "a sample of the map widens a desert's state, and leaves the baseline's map out of change")
    func sampled() async throws {
        let scratch = try Scratch()
        var lines = "map,reference\n"
        for (map, reference, count) in [(61, 61, 38), (61, 32, 2), (32, 32, 36), (32, 61, 4)] {
            lines += String(repeating: "\(map),\(reference)\n", count: count)
        }
        try scratch.write(lines, to: "samples.csv")
        let land: [UInt8] = [61, 61, 61, 61, 61, 61, 61, 32]
        let sample = "[accuracy]\nsamples = \"samples.csv\"\nyear = 2020"
        let state = try await desert(
            scratch, seasons: (peak, peak), head: "variants = { desert = \"state\" }",
            more: sample, land: land)
        #expect(state.result.uncertainty.included.contains(.mapSample))
        #expect(!state.result.uncertainty.leftOut.contains(.mapError))
        // One of eight pixels is vegetated, and up to 24 % of such ground is not.
        let taken = state.result.sensitivities.filter { $0.source == .mapSample }.map(\.difference)
        #expect((0.2 / 8...0.3 / 8).contains(-(taken.min() ?? 0)), "\(taken)")
        let change = try await desert(
            scratch, seasons: (peak, peak), more: sample, land: land)
        #expect(change.result.uncertainty.included.contains(.mapSample))
        #expect(change.result.uncertainty.leftOut.contains(.mapError))
    }
}
