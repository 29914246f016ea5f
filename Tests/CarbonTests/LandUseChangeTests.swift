// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Carbon
import Ecology
import LandCover
import Testing
import Words

@Suite struct LandUseChangeTests {
    let mobile = LandType(.sandBare)
    let shrub = LandType(.specialShrub)
    let steppe = LandType(.grassland)
    let crop = LandType(.cropland)

    func example(_ accounting: CarbonAccount.Accounting) throws -> CarbonAccount {
        let histories = [
            LandHistory(from: mobile, to: shrub, year: 2015, hectares: 600),
            LandHistory(from: steppe, to: crop, year: 2015, hectares: 100),
            LandHistory(from: steppe, to: steppe, year: 2015, hectares: 5000),
        ]
        return try CarbonAccount.landUseChange(
            of: [ZoneHistories(zone: "a", histories: histories)], from: 2015, to: 2020,
            accounting: accounting, with: CoefficientSet(named: "ordos_synthesis"))
    }

    func change(_ account: CarbonAccount, _ land: LandType, _ pools: [Pool]) -> Double {
        account.model.entries.filter {
            $0.quantity == .change && $0.land == land.description
                && pools.contains($0.pool ?? .soil)
        }.reduce(0) { $0 + $1.value }
    }

    @Test("steady_state changes all pools at once: EX-3.22")
    func steadyState() throws {
        let account = try example(.steadyState)
        #expect(near(account.value(.change), 5581))
        #expect(near(account.value(.sink), 1116.2))
        #expect(account.accounting?.description == "steady_state")
    }

    @Test("transition20 spreads wood, litter and soil over 20 years: EX-3.22")
    func transition() throws {
        let account = try example(.transition(years: 20))
        #expect(near(change(account, shrub, [.above, .below, .deadOrganic]), 495, within: 1e-8))
        #expect(near(change(account, shrub, [.soil]), 257.14285714285717, within: 1e-8))
        #expect(near(change(account, crop, [.above, .below, .deadOrganic]), 101, within: 1e-7))
        #expect(near(change(account, crop, [.soil]), -80.5, within: 1e-7))
        #expect(near(account.value(.change), 772.642857142857, within: 1e-8))
        #expect(near(account.value(.sink), 154.528571428571, within: 1e-8))
        #expect(account.accounting?.description == "transition20")
    }

    @Test("the later stock less the earlier is the change, to a gram a line")
    func stocksAndChange() throws {
        let account = try example(.transition(years: 20))
        let before = try #require(account.value(.stock, year: 2015))
        let after = try #require(account.value(.stock, year: 2020))
        let change = try #require(account.value(.change))
        #expect((after - before - change).magnitude < 1e-4)
    }

    /// Degraded land that is restored: EX-3.4.
    func restored(from: Int, to: Int) throws -> CarbonAccount {
        let set = try coefficientSet(
            """
            [[factors]]
            name = "degraded"
            value = 0.70
            unit = "1"
            [[factors]]
            name = "reference"
            value = 13
            unit = "t C/ha"
            [[densities]]
            categories = ["sand_bare"]
            above = 0
            below = 0
            deadwood = 0
            litter = 0
            soil = { product = ["reference", "degraded"] }
            soil_factor = { product = ["degraded"] }
            [[densities]]
            categories = ["grassland"]
            above = 0
            below = 0
            deadwood = 0
            litter = 0
            soil = { product = ["reference"] }
            soil_factor = 1
            """)
        let history = LandHistory(from: mobile, to: steppe, year: 2000, hectares: 1000)
        return try CarbonAccount.landUseChange(
            of: [ZoneHistories(zone: "a", histories: [history])], from: from, to: to,
            accounting: .transition(years: 20), with: set)
    }

    @Test("soil moves linearly for 20 years and then stops: EX-3.4")
    func soilTransition() throws {
        let account = try restored(from: 2000, to: 2008)
        let sink = try #require(account.value(.sink))
        #expect(near(sink, 195, within: 1e-8))
        #expect(near(CarbonDioxide.netEmissions(ofSink: sink), -715, within: 1e-8))
        #expect(near(account.value(.stock, year: 2008), 10_660))
        let late = try restored(from: 2025, to: 2030)
        #expect(near(late.value(.stock, year: 2025), 13_000))
        #expect(late.value(.sink) == 0)
        let across = try restored(from: 2015, to: 2025)
        #expect(near(across.value(.change), 195 * 5, within: 1e-8))
    }

    @Test("a second conversion restarts from the stock then held")
    func restart() throws {
        let set = try CoefficientSet(named: "ordos_synthesis")
        let history = LandHistory(
            start: steppe,
            conversions: [.init(year: 2000, to: crop), .init(year: 2010, to: steppe)], hectares: 1)
        let account = try CarbonAccount.landUseChange(
            of: [ZoneHistories(zone: "a", histories: [history])], from: 2010, to: 2020,
            accounting: .transition(years: 20), with: set)
        // Half of the way from 14 to 10.78 in 2010, and half of the way back in 2020.
        let soil = { account.value(.stock, pool: .soil, year: $0) }
        #expect(near(soil(2010), 12.39, within: 1e-6))
        #expect(near(soil(2020), (12.39 + 14) / 2, within: 1e-6))
    }

    @Test("soil without factors is left as it was, and a note says so")
    func unestimatedSoil() throws {
        let history = LandHistory(
            from: LandType(.wetland), to: crop, year: 2015, hectares: 10)
        let account = try CarbonAccount.landUseChange(
            of: [ZoneHistories(zone: "a", histories: [history])], from: 2015, to: 2020,
            accounting: .transition(years: 20), with: CoefficientSet(named: "ordos_synthesis"))
        #expect(account.value(.change, pool: .soil) == 0)
        #expect(account.notes.contains { $0.en.contains("'wetland' turned 'cropland'") })
    }

    @Test("without any change the sink is 0, not missing")
    func noChange() throws {
        let history = LandHistory(from: steppe, to: steppe, year: 2015, hectares: 10)
        let account = try CarbonAccount.landUseChange(
            of: [ZoneHistories(zone: "a", histories: [history])], from: 2015, to: 2020,
            accounting: .steadyState, with: CoefficientSet(named: "ordos_synthesis"))
        #expect(account.value(.sink) == 0)
    }

    @Test("conversions out of order are refused")
    func disorder() throws {
        let history = LandHistory(
            start: steppe,
            conversions: [.init(year: 2010, to: crop), .init(year: 2000, to: steppe)], hectares: 1)
        #expect(throws: CarbonError.self) {
            try CarbonAccount.landUseChange(
                of: [ZoneHistories(zone: "a", histories: [history])], from: 2010, to: 2020,
                accounting: .steadyState, with: CoefficientSet(named: "ordos_synthesis"))
        }
    }
}
