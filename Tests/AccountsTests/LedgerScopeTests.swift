// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Ecology
import Foundation
import GDAL
import Survey
import Testing
import Words

/// Two zones, `w` and `e`, and ledgers that do not hold both of them, or not the survey's year.
@Suite("Ledgers that lack zones or years")
struct LedgerScopeTests {
    fileprivate func survey(_ scratch: Scratch, _ tables: String) async throws -> SurveyRun.Outcome
    {
        try await scratch.survey(ofOneYearWith: tables)
    }

    fileprivate func why(_ result: IndicatorResult) -> String {
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
        #expect(why(city).contains("no entries of e in 2020"))
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
                "", "has 85 in column 'edible'; it is a fraction: 85 % is 0.85"
            ),
            (
                "zone,area_ha,yield_kg_per_ha,edible,utilisation\nw,6,900,0.85,0.45\n,6,900,0.85,0.45\n",
                "", "is of the whole, 'all'"
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
        let error = try await #require(throws: (any Error).self) {
            try await survey(
                scratch, "[livestock]\nstock = \"stock.csv\"\nforage = \"forage.csv\"\n\(more)\n")
        }
        #expect("\(error)".contains(says), "\(error)")
    }
}

extension LedgerScopeTests {
    @Test(
        "tree forest without a mean volume is not assessed, and a class that is not there is refused"
    )
    func classMeans() async throws {
        let scratch = try Scratch()
        let outcome = try await survey(scratch, "[volume]\nclass_means = { 23 = 5 }\n")
        let city = try outcome.result("standing_volume")
        #expect(city.value == nil && why(city).contains("lacks the tree forest of class 21"))
        let error = try await #require(throws: SurveyError.self) {
            try await survey(scratch, "[volume]\nclass_means = { 21 = 30, 29 = 5 }\n")
        }
        #expect("\(error)".contains("names the class '29', which cnlucc has not"))
    }

    @Test("stands that lack a zone with trees leave it and the city unassessed")
    func stands() async throws {
        let scratch = try Scratch()
        // The land cover has trees in the west, the stands lie in the east alone.
        try scratch.rectangles(
            "stands.gpkg", layer: "s", fields: [Field("v", .real)],
            [(109.02, 39.08, 109.03, 39.09, [.real(30)])])
        let outcome = try await survey(
            scratch, "stands = { file = \"stands.gpkg\", volume_field = \"v\" }\n")
        #expect(why(try outcome.result("standing_volume", zone: "w")).contains("stands.gpkg"))
        #expect(try outcome.result("standing_volume").value == nil)
        let known = try await survey(
            scratch, "stands = { file = \"stands.gpkg\", volume_field = \"v\", complete = false }\n"
        )
        #expect(try known.result("standing_volume").value != nil)
        #expect(why(try known.result("standing_volume")).contains("holds 1 of 2 zones"))
    }

    @Test("a table of grassland areas that lacks a zone with grassland leaves the city unassessed")
    func grasslandAreas() async throws {
        let scratch = try Scratch()
        try scratch.write("zone,type,area_ha\nw,1,3000\n", to: "areas.csv")
        try scratch.write(
            "type,cover,year\n1,0.60,2020\n1,0.64,2020\n1,0.5,2018\n", to: "plots.csv")
        let outcome = try await survey(
            scratch,
            """
            [grassland]
            areas = "areas.csv"
            plots = "plots.csv"
            [variants]
            grassland = "plots"
            """)
        #expect(isNear(try outcome.result("grassland_cover", zone: "w").value, 0.62))
        #expect(why(try outcome.result("grassland_cover", zone: "e")).contains("areas.csv"))
        #expect(why(try outcome.result("grassland_cover")).hasPrefix("not assessed"))
        #expect(outcome.notes.contains { $0.contains("plots.csv: entries of 2018 are not used") })
    }

    @Test("rain that lacks a zone, or is of none, is named")
    func rain() async throws {
        let scratch = try Scratch()
        try scratch.write("zone,precipitation_mm\nw,300\nx,310\n", to: "rain.csv")
        try scratch.raster("lc.tif", width: 4, [12, 21, 21, 32, 42, 64, 32, 32] as [UInt8])
        try scratch.twoZones()
        let outcome = try await scratch.survey(
            """
            output = "out"
            rain = "rain.csv"
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { scheme = "cnlucc" }
            [[year]]
            year = 2020
            landcover = "lc.tif"
            """)
        #expect(outcome.notes.contains { $0.contains("rain.csv has no rain for e") })
        #expect(outcome.notes.contains { $0.contains("rain.csv: x are no zones of the survey") })
    }
}
