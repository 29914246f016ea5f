// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Carbon
import Ecology
import LandCover
import Testing
import Words

@Suite struct StockTests {
    @Test("stock is area by density, pool by pool, and the city is the sum of its zones exactly")
    func cityIsSum() throws {
        let set = try CoefficientSet(named: "ordos_synthesis")
        let zones = (1...9).map { index in
            ZoneAreas(
                zone: "15062\(index)",
                hectares: [
                    LandType(.grassland): 1_234_567.891 / Double(index),
                    LandType(.specialShrub): 98_765.4321 * Double(index),
                    LandType(.sandBare): 1e5 / 3, LandType(.water): 77,
                ])
        }
        let account = try CarbonAccount.stock(of: zones, year: 2020, with: set)
        let model = account.model
        for key in model.keys where key.zone == "all" {
            let parts = zones.reversed().map { zone in
                model.value(
                    .init(zone: zone.zone, quantity: key.quantity, pool: key.pool, year: key.year))
                    ?? .nan
            }
            #expect(parts.reduce(0, +) == model.value(key))
        }
        #expect(
            model.entries.reduce(0) { $0 + $1.value } == account.value(.stock, year: 2020))
        let grass = 1_234_567.891 * (0.39 + 1.6 + 0.2 + 14)
        let found = model.entries.filter { $0.zone == "150621" && $0.land == "grassland" }
        #expect(near(found.reduce(0) { $0 + $1.value }, grass))
    }

    @Test("a stock difference over five years has the sink and the emissions of EX-3.5")
    func difference() throws {
        let set = try forestOnly("40")
        let account = try CarbonAccount.stockDifference(
            before: [forestArea("a", 12_500)], after: [forestArea("a", 13_000)], from: 2015,
            to: 2020, with: set)
        #expect(near(account.value(.stock, year: 2015), 500_000))
        #expect(near(account.value(.stock, year: 2020), 520_000))
        let sink = try #require(account.value(.sink))
        #expect(near(sink, 4000))
        #expect(near(CarbonDioxide.netEmissions(ofSink: sink), -14_666.666666666666))
    }

    @Test("years that do not rise, zones that differ or repeat, and negative areas are refused")
    func badInput() throws {
        let set = try forestOnly("40")
        let one = [forestArea("a", 1)]
        #expect(throws: CarbonError.yearsDoNotRise(from: 2020, to: 2020)) {
            try CarbonAccount.stockDifference(
                before: one, after: one, from: 2020, to: 2020, with: set)
        }
        #expect(throws: CarbonError.zonesDiffer(missing: "b", year: 2015)) {
            try CarbonAccount.stockDifference(
                before: one, after: one + [forestArea("b", 1)], from: 2015, to: 2020, with: set)
        }
        #expect(throws: CarbonError.repeatedZone("a")) {
            try CarbonAccount.stock(of: one + one, year: 2020, with: set)
        }
        #expect(throws: CarbonError.self) {
            try CarbonAccount.stock(of: [forestArea("a", -1)], year: 2020, with: set)
        }
    }

    @Test("a class without a coefficient is an error that names it")
    func missingClass() throws {
        let set = try forestOnly("40")
        let areas = [ZoneAreas(zone: "a", hectares: [LandType(.wetland): 3])]
        let error = #expect(throws: CarbonError.self) {
            try CarbonAccount.stock(of: areas, year: 2020, with: set)
        }
        #expect(error?.description.contains("class 'wetland'") == true)
        let shrub = [ZoneAreas(zone: "a", hectares: [LandType(.shrub): 3])]
        let open = #expect(throws: CarbonError.self) {
            try CarbonAccount.stock(
                of: shrub, year: 2020, with: CoefficientSet(named: "ordos_synthesis"))
        }
        #expect(open?.description.contains("shrub rule") == true)
    }

    @Test("land without data is left out and noted")
    func nodata() throws {
        let areas = [ZoneAreas(zone: "a", hectares: [forest: 10, LandType(.nodata): 2.5])]
        let account = try CarbonAccount.stock(of: areas, year: 2020, with: forestOnly("40"))
        #expect(account.value(.stock, year: 2020) == 400)
        #expect(account.notes.contains { $0.en.contains("2.5 ha") })
    }

    @Test("the offset is the sink in CO₂ over emissions, and 0 for a source")
    func offset() throws {
        let some = try OffsetShare(
            sinkTonnesCarbonPerYear: 300, emissionsTonnesCO2PerYear: 110_000, scope: "energy")
        #expect(near(some.share, 0.01))
        let source = try OffsetShare(
            sinkTonnesCarbonPerYear: -300, emissionsTonnesCO2PerYear: 110_000, scope: "energy")
        #expect(source.share == 0)
        #expect(throws: CarbonError.self) {
            try OffsetShare(
                sinkTonnesCarbonPerYear: 1, emissionsTonnesCO2PerYear: 0, scope: "energy")
        }
    }
}
