// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Foundation
import GDAL
import Survey
import Testing
import Words

/// Indicators that are counted from tables of statistics, in a survey of two zones, `w` and `e`.
@Suite("Statistics")
struct StatisticsTests {
    private func survey(
        _ scratch: Scratch, _ tables: String, targets: String? = nil
    ) async throws -> SurveyRun.Outcome {
        try scratch.raster("lc.tif", width: 4, [12, 21, 21, 32, 42, 64, 32, 32] as [UInt8])
        try scratch.twoZones()
        if let targets { try scratch.write(targets, to: "plan.toml") }
        return try await scratch.survey(
            """
            output = "out"
            rain = { w = 300, e = 300 }
            \(targets == nil ? "" : "targets = \"plan.toml\"")
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { scheme = "cnlucc" }
            [[year]]
            year = 2020
            landcover = "lc.tif"
            \(tables)
            """)
    }

    private let table = "[[statistics]]\nfile = \"s.csv\"\n"

    private let plan = """
        document = "d"
        title = "t"
        year = 2020
        [[target]]
        indicator = "straw_use"
        value = 80
        unit = "percent"
        [[target]]
        indicator = "irrigation_efficiency"
        value = 0.55
        unit = "fraction"
        """

    @Test("a share is that of the zones' sums, and is judged by its figure as a ledger is")
    func share() async throws {
        let scratch = try Scratch()
        try scratch.write(
            "zone,straw_used_t,straw_t\nw,90,100\ne,240,300\n", to: "s.csv")
        let outcome = try await survey(scratch, table, targets: plan)
        #expect(isNear(try outcome.result("straw_use", zone: "w").value, 0.9))
        #expect(isNear(try outcome.result("straw_use").value, 330.0 / 400))
        let city = try #require(
            outcome.assessments.first {
                $0.result.indicator == "straw_use" && $0.result.zone == "all"
            })
        #expect(city.verdict?.kind == .met)
        // What the plan wants and no column gives is not assessed, with the table that it needs.
        let water = try #require(
            outcome.assessments.first { $0.result.indicator == "irrigation_efficiency" })
        #expect(water.verdict?.kind == .notAssessed)
        #expect(water.reasons.contains { $0.en.contains("[[statistics]]") })
    }

    @Test("an amount of statistics stands for the map's, which becomes another reading")
    func amount() async throws {
        let scratch = try Scratch()
        let mapped = try await survey(scratch, "").result("grassland_area")
        #expect(mapped.variant == "land_cover")
        guard case .indicative = mapped.status else {
            Issue.record("grassland of a map is no legal grassland")
            return
        }
        try scratch.write("zone,grassland_ha\nw,10\ne,20\n", to: "s.csv")
        let counted = try await survey(scratch, table).result("grassland_area")
        #expect(counted.variant == "ledger" && counted.value == 300_000)
    }

    @Test("a density has the unit of its definition")
    func density() async throws {
        let scratch = try Scratch()
        try scratch.write(
            "zone,soil_carbon_t,soil_area_ha\nw,1300,100\ne,4200,300\n", to: "s.csv")
        let city = try await survey(scratch, table).result("soil_organic_carbon")
        #expect(city.unit == .tonnesCarbonPerHectare && city.value == 13.75)
    }

    @Test("a zone without a row leaves the city unassessed; an empty cell is no zero")
    func missingZone() async throws {
        let scratch = try Scratch()
        try scratch.write(
            "zone,straw_used_t,straw_t,sponge_ha,built_up_ha\nw,90,100,1,5\ne,,,2,5\n", to: "s.csv")
        let outcome = try await survey(scratch, table)
        #expect(try outcome.result("straw_use").value == nil)
        #expect(isNear(try outcome.result("sponge_city").value, 0.3))
    }

    @Test(
        "a table that cannot be meant is refused, with what it lacks",
        arguments: [
            ("zone,straw_used_t\nw,90\n", "not 'straw_t'"),
            ("zone,straw\nw,90\n", "no columns of an indicator"),
            ("zone,straw_used_t,straw_t\nw,190,100\n", "more than straw_t"),
            ("zone,straw_used_t,straw_t\nw,,100\n", "nothing in column 'straw_used_t'"),
            ("zone,straw_used_t,straw_t\nx,1,100\n", "which the survey has not"),
            ("zone,straw_used_t,straw_t\nw,-1,100\n", "not below 0"),
            ("zone,straw_used_t,straw_t\nw,1,100\nall,1,100\n", "would hold them twice"),
        ])
    func refusals(rows: String, words: String) async throws {
        let scratch = try Scratch()
        try scratch.write(rows, to: "s.csv")
        let error = await #expect(throws: (any Error).self) { try await survey(scratch, table) }
        #expect("\(try #require(error))".contains(words))
    }

    @Test("columns that no indicator has are named, so that a misspelt one is seen")
    func unused() async throws {
        let scratch = try Scratch()
        try scratch.write("zone,straw_used_t,straw_t,manure_use_t\nw,1,2,3\n", to: "s.csv")
        let outcome = try await survey(scratch, table)
        #expect(outcome.remarks.contains { $0.en.contains("columns manure_use_t are not used") })
    }

    @Test("an indicator that has another's figure is held against a target of its own")
    func namesake() async throws {
        let scratch = try Scratch()
        try scratch.write("type,cover\n1,0.68\n", to: "plots.csv")
        try scratch.write("zone,type,area_ha\nw,1,10\ne,1,20\n", to: "areas.csv")
        let grass =
            "[grassland]\nplots = \"plots.csv\"\nareas = \"areas.csv\"\n"
            + "[variants]\ngrassland = \"plots\"\n"
        let outcome = try await survey(
            scratch, grass,
            targets: """
                document = "d"
                title = "t"
                year = 2020
                [[target]]
                indicator = "grassland_cover"
                value = 70
                unit = "percent"
                [[target]]
                indicator = "grassland_vegetation_cover"
                value = 70
                unit = "percent"
                kind = "approximately"
                tolerance = 3
                """)
        let own = try outcome.result("grassland_cover")
        let about = try outcome.result("grassland_vegetation_cover")
        #expect(own.value == about.value && own.variant == about.variant)
        let reasons = outcome.assessments.filter {
            $0.result.indicator == "grassland_vegetation_cover" && $0.result.zone == "all"
        }.flatMap(\.reasons).map(\.en)
        #expect(reasons.contains { $0.contains("it is held against 67") })
        // Without a target of its own it is not there.
        let without = try await survey(scratch, grass, targets: plan)
        #expect(
            !without.assessments.contains {
                $0.result.indicator == "grassland_vegetation_cover"
            })
    }
}
