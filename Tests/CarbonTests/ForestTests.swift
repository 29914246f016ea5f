// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Carbon
import Ecology
import LandCover
import Testing
import Words

@Suite struct ForestTests {
    let ipcc = Result { try CoefficientSet(named: "ipcc_tier1") }

    func poplar(_ volume: Double) -> ForestStand {
        ForestStand(
            zone: "a", name: "poplar", expansionGroup: "hardwoods", rootGroup: "broadleaf",
            hectares: .fixed(100), volumePerHectare: .fixed(volume))
    }

    @Test("the stock of a poplar stand is that of EX-3.1")
    func stock() throws {
        let account = try CarbonAccount.volumeDifference(
            before: [poplar(40)], after: [poplar(40)], from: 2015, to: 2020, with: ipcc.get())
        #expect(near(account.value(.stock, pool: .above, year: 2015), 68.0 * 0.47 * 100))
        #expect(near(account.value(.stock, pool: .below, year: 2015), 31.28 * 0.47 * 100))
        #expect(near(account.value(.stock, year: 2015), 4666.16))
        #expect(account.tier == .one)
    }

    @Test("growth and harvest give the gain, the loss and the emissions of EX-3.2")
    func gainLoss() throws {
        var stand = poplar(40)
        stand.incrementPerHectare = .fixed(2)
        stand.harvestPerYear = .fixed(50)
        let account = try CarbonAccount.gainLoss(of: [stand], year: 2020, with: ipcc.get())
        func total(_ process: String) -> Double {
            account.model.entries.filter { $0.process == process }.reduce(0) { $0 + $1.value }
        }
        #expect(near(total("growth"), 178.412, within: 1e-8))
        #expect(near(total("harvest"), -64.8459, within: 1e-6))
        let sink = try #require(account.value(.sink))
        #expect(near(sink, 113.5661, within: 1e-6))
        #expect(near(CarbonDioxide.netEmissions(ofSink: sink), -416.4090, within: 1e-6))
    }

    @Test("a fire takes standing biomass by the share that it kills")
    func disturbance() throws {
        var stand = poplar(40)
        stand.disturbedHectaresPerYear = .fixed(2)
        stand.disturbedShare = .fixed(0.5)
        let account = try CarbonAccount.gainLoss(of: [stand], year: 2020, with: ipcc.get())
        #expect(near(account.value(.sink), -46.6616, within: 1e-7))
    }

    @Test("the expansion factor is held across a class boundary, and a note says so: EX-3.3")
    func heldExpansion() throws {
        let account = try CarbonAccount.volumeDifference(
            before: [poplar(40)], after: [poplar(47)], from: 2015, to: 2020, with: ipcc.get())
        #expect(near(account.value(.sink), 163.3156, within: 1e-7))
        #expect(account.notes.contains { $0.en.contains("40 → 47 m³/ha") })
    }

    @Test("stock and change by the provincial guide are those of EX-3.6")
    func provincial() throws {
        let set = try CoefficientSet(named: "provincial_guide")
        var city = ProvincialForest(zone: "city", treeVolume: .fixed(9_275_000))
        city.growthRate = .fixed(0.04)
        city.consumptionRate = .fixed(0.015)
        let account = try CarbonAccount.provincialVolume(of: [city], year: 2020, with: set)
        #expect(near(account.value(.stock, year: 2020), 3_957_874.375))
        let entries = account.model.entries
        #expect(near(entries.first { $0.process == "growth" }?.value, 158_314.975))
        #expect(near(entries.first { $0.process == "consumption" }?.value, -59_368.115625))
        let sink = try #require(account.value(.sink))
        #expect(near(sink, 98_946.859375))
        #expect(near(-CarbonDioxide.netEmissions(ofSink: sink), 362_805.151, within: 1e-8))
    }

    @Test("without GR the provincial method asks for it by name")
    func requiredRate() throws {
        let set = try CoefficientSet(named: "provincial_guide")
        let error = #expect(throws: CarbonError.self) {
            try CarbonAccount.provincialVolume(
                of: [ProvincialForest(zone: "a", treeVolume: .fixed(1))], year: 2020, with: set)
        }
        #expect(error?.description.contains("growth_rate") == true)
    }

    @Test("a rate in percent is refused with its fraction")
    func percentRate() throws {
        var city = ProvincialForest(zone: "a", treeVolume: .fixed(1))
        city.growthRate = .fixed(4)
        city.consumptionRate = .fixed(0.01)
        let error = #expect(throws: CarbonError.self) {
            try CarbonAccount.provincialVolume(
                of: [city], year: 2020, with: CoefficientSet(named: "provincial_guide"))
        }
        #expect(error?.description.contains("4 % is 0.04") == true)
    }

    @Test("new shrub counts by area, biomass a hectare and carbon fraction")
    func newShrub() throws {
        var city = ProvincialForest(zone: "a", treeVolume: .fixed(0))
        city.growthRate = .fixed(0)
        city.consumptionRate = .fixed(0)
        city.annualAreaChanges = ["shrub": .fixed(100)]
        let account = try CarbonAccount.provincialVolume(
            of: [city], year: 2020, with: CoefficientSet(named: "provincial_guide"))
        #expect(near(account.value(.sink), 899.5))
        // 12.51 of 17.99 t d.m./ha stand above ground.
        #expect(near(account.value(.sink, pool: .above), 625.5))
        #expect(near(account.value(.sink, pool: .below), 274))
    }

    @Test("annual flux by type is that of EX-3.11, and grassland alone can make a source")
    func flux() throws {
        let set = try CoefficientSet(named: "ordos_flux")
        func areas(_ grass: Double) throws -> [FluxArea] {
            [
                FluxArea(zone: "a", land: forest, hectares: .fixed(3000)),
                FluxArea(zone: "a", land: .init(.specialShrub), hectares: .fixed(20_000)),
                FluxArea(zone: "a", land: .init(.grassland), hectares: .fixed(grass)),
                FluxArea(zone: "a", land: .init(.cropland), hectares: .fixed(3000)),
            ]
        }
        let account = try CarbonAccount.annualFlux(of: areas(60_000), year: 2020, with: set)
        #expect(near(account.value(.sink), 18_760))
        let low = try set.overridden(
            by: coefficientSet(
                """
                [[fluxes]]
                categories = ["grassland"]
                flux = { value = -50, unit = "g C/m2/yr" }
                """, depth: nil))
        let source = try CarbonAccount.annualFlux(of: areas(60_000), year: 2020, with: low)
        #expect(near(source.value(.sink), -17_240))
    }

    @Test("plantings older than the saturation time gain no more")
    func saturation() throws {
        let old = FluxArea(
            zone: "a", land: forest, hectares: .fixed(3000), yearsSinceChange: 60)
        let account = try CarbonAccount.annualFlux(
            of: [old], year: 2020, with: CoefficientSet(named: "ordos_flux"))
        #expect(account.value(.sink) == 0)
    }
}
