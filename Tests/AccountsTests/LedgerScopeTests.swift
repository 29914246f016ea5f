// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Foundation
import Survey
import Testing

/// Two zones, `w` and `e`, and ledgers that do not hold both of them, or not the survey's year.
@Suite("Ledgers that lack zones or years")
struct LedgerScopeTests {
    private func survey(_ scratch: Scratch, _ tables: String) async throws -> SurveyRun.Outcome {
        try scratch.raster("lc.tif", width: 4, [12, 21, 21, 32, 42, 64, 32, 32] as [UInt8])
        try scratch.twoZones()
        return try await scratch.survey(
            """
            output = "out"
            rain = { w = 300, e = 300 }
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { scheme = "cnlucc" }
            [[year]]
            year = 2020
            landcover = "lc.tif"
            \(tables)
            """)
    }

    private func why(_ result: IndicatorResult) -> String {
        switch result.status {
        case .official: ""
        case .indicative(let why): "indicative: \(why.en)"
        case .notAssessed(let why): "not assessed: \(why.en)"
        }
    }

    private let trees = "zone,year,area_ha,survival\nw,2020,100,0.9\nw,2020,50,0.5\n"
    private let forage = "zone,area_ha,yield_kg_per_ha,edible,utilisation\nw,6000,900,0.85,0.45\n"

    @Test(
        "a zone without an entry is not assessed, and neither is the city: a missing row is no zero"
    )
    func missingZone() async throws {
        let scratch = try Scratch()
        try scratch.write(trees, to: "trees.csv")
        let outcome = try await survey(scratch, "[afforestation]\nfile = \"trees.csv\"\n")
        #expect(isNear(try outcome.result("afforestation_pass", zone: "w").value, 2.0 / 3))
        let zone = try outcome.result("afforestation_pass", zone: "e")
        #expect(
            zone.value == nil && why(zone).contains("trees.csv has no entry of this zone in 2020"))
        let city = try outcome.result("afforestation_pass")
        #expect(city.value == nil && city.bounds == nil && city.numerator == nil)
        #expect(why(city).contains("no entries of 1 zones in 2020 (e)"))
    }

    @Test("a row of zero says that a zone has none of it, and the city is assessed")
    func zeroRow() async throws {
        let scratch = try Scratch()
        try scratch.write(trees + "e,2020,0,\n", to: "trees.csv")
        let outcome = try await survey(scratch, "[afforestation]\nfile = \"trees.csv\"\n")
        #expect(isNear(try outcome.result("afforestation_pass").value, 2.0 / 3))
        #expect(
            try outcome.result("afforestation_pass", zone: "e").status
                == IndicatorResult.nothingToCount)
    }

    @Test("complete = false gives the city's figure as indicative, with its coverage beside it")
    func knowinglyIncomplete() async throws {
        let scratch = try Scratch()
        try scratch.write(trees, to: "trees.csv")
        let outcome = try await survey(
            scratch, "[afforestation]\nfile = \"trees.csv\"\ncomplete = false\n")
        let city = try outcome.result("afforestation_pass")
        #expect(isNear(city.value, 2.0 / 3))
        #expect(why(city).contains("indicative: holds 1 of 2 zones, 50.0 % of the area"))
        #expect(why(city).contains("lacks e"))
        #expect(city.basis.aspects[.zones] == "w")
        #expect(try outcome.result("afforestation_pass", zone: "e").value == nil)
    }

    @Test(
        "livestock or forage that lacks a zone leaves the zone and the city unassessed",
        arguments: [true, false])
    func livestock(lacksForage: Bool) async throws {
        let scratch = try Scratch()
        let stock = "zone,animal,count\nw,sheep,2000\n"
        try scratch.write(lacksForage ? stock + "e,sheep,500\n" : stock, to: "stock.csv")
        try scratch.write(
            lacksForage ? forage : forage + "e,4000,900,0.85,0.45\n", to: "forage.csv")
        let tables = "[livestock]\nstock = \"stock.csv\"\nforage = \"forage.csv\"\n"
        let outcome = try await survey(scratch, tables)
        let city = try outcome.result("forage_balance")
        #expect(city.value == nil)
        #expect(why(city).contains(lacksForage ? "forage.csv" : "stock.csv"))
        #expect(try outcome.result("forage_balance", zone: "w").value != nil)
        #expect(try outcome.result("forage_balance", zone: "e").value == nil)
    }

    @Test(
        "a year that a ledger lacks is not assessed by name, and one that the survey lacks is named"
    )
    func years() async throws {
        let scratch = try Scratch()
        try scratch.write(
            "zone,year,animal,count\nw,2021,sheep,9\ne,2021,sheep,9\n", to: "stock.csv")
        try scratch.write(forage + "e,4000,900,0.85,0.45\n", to: "forage.csv")
        try scratch.rectangles(
            "town.gpkg", layer: "t", fields: [], [(109, 39.08, 109.02, 39.1, [])])
        let outcome = try await survey(
            scratch,
            """
            [livestock]
            stock = "stock.csv"
            forage = "forage.csv"
            [[urban]]
            year = 2019
            built_up = "town.gpkg"
            canopy = "town.gpkg"
            """)
        #expect(
            why(try outcome.result("forage_balance"))
                == "not assessed: stock.csv has no entries of 2020; it has 2021")
        #expect(why(try outcome.result("urban_green")).contains("[[urban]] has no entries of 2020"))
        #expect(
            outcome.notes.contains("stock.csv: entries of 2021 are not used; the survey is of 2020")
        )
        #expect(outcome.notes.contains { $0.contains("[[urban]]: entries of 2019 are not used") })
    }

    @Test("a town whose people are not told leaves the city's parks a person unassessed")
    func people() async throws {
        let scratch = try Scratch()
        try scratch.rectangles(
            "town.gpkg", layer: "t", fields: [], [(109, 39.08, 109.04, 39.1, [])])
        try scratch.write("zone,residents\nw,1000\n", to: "people.csv")
        let outcome = try await survey(
            scratch,
            """
            [[urban]]
            built_up = "town.gpkg"
            parks = "town.gpkg"
            population = "people.csv"
            """)
        #expect(try outcome.result("park_green", zone: "w").value != nil)
        #expect(why(try outcome.result("park_green", zone: "e")).contains("people.csv"))
        #expect(why(try outcome.result("park_green")).hasPrefix("not assessed"))
    }

    @Test(
        "a share given as percent, a zone that is not there and the city beside its zones are refused",
        arguments: [
            (
                "zone,area_ha,yield_kg_per_ha,edible,utilisation\nw,6,900,85,0.45\ne,6,900,0.85,0.45\n",
                "", "row 1 has 85 in column 'edible'; it is a fraction: 85 % is 0.85"
            ),
            (
                "zone,area_ha,yield_kg_per_ha,edible,utilisation\nw,6,900,0.85,0.45\n,6,900,0.85,0.45\n",
                "", "row 2 is of the whole, 'all'"
            ),
            (
                "zone,area_ha,yield_kg_per_ha,edible,utilisation\nw,6,900,0.85,0.45\ne,6,900,0.85,0.45\n",
                "other_forage_kg = { west = 3 }", "other_forage_kg names the zone 'west'"
            ),
        ])
    func refusals(forage: String, more: String, says: String) async throws {
        let scratch = try Scratch()
        try scratch.write("zone,animal,count\nw,sheep,20\ne,sheep,20\n", to: "stock.csv")
        try scratch.write(forage, to: "forage.csv")
        let error = try await #require(throws: SurveyError.self) {
            try await survey(
                scratch, "[livestock]\nstock = \"stock.csv\"\nforage = \"forage.csv\"\n\(more)\n")
        }
        #expect("\(error)".contains(says), "\(error)")
    }
}
