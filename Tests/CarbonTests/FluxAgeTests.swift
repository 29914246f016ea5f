// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Ecology
import LandCover
import Testing

@testable import Carbon
import Words

/// Rates that end with the age of plantings.
@Suite struct FluxAgeTests {
    func account(
        _ age: Int?, _ land: LandType = forest, assuming unknown: UnknownAge = .young
    ) throws -> CarbonAccount {
        try .annualFlux(
            of: [
                FluxArea(zone: "a", land: land, hectares: .fixed(1000), yearsSinceChange: age)
            ], year: 2020, assuming: unknown, with: CoefficientSet(named: "ordos_flux"))
    }

    @Test(
        "a planting gains in full up to 20 years, nothing from 50 on, and falls between",
        arguments: [(0, 800.0), (20, 800), (35, 400), (50, 0), (90, 0)])
    func ages(age: Int, sink: Double) throws {
        let account = try account(age)
        #expect(near(account.value(.sink), sink, within: 1e-6))
        #expect(!account.isUpperEnd)
    }

    @Test("land of unknown age gives a band from saturated to young, not a figure")
    func band() async throws {
        let young = try account(nil)
        let saturated = try account(nil, assuming: .saturated)
        #expect(young.isUpperEnd)
        #expect(young.value(.sink) == 800)
        #expect(saturated.value(.sink) == 0)
        let key = CarbonModel.Key(zone: "all", quantity: .sink)
        let band = CarbonEstimate.band(
            from: try #require(saturated.model.linearEstimate(key)),
            to: try #require(young.model.linearEstimate(key)))
        #expect(band.figure == nil)
        #expect(band.lower <= 0)
        #expect(band.upper > 800)
        #expect(young.notes.contains { $0.en.contains("the sink is a band") })
    }

    @Test("land without wood has a figure: its rate does not depend on an age")
    func grassland() throws {
        let grass = try account(nil, LandType(.grassland))
        #expect(!grass.isUpperEnd)
        #expect(
            try account(nil, LandType(.grassland), assuming: .saturated).value(.sink)
                == grass.value(.sink))
        let estimate = try #require(grass.model.linearEstimates().last)
        #expect(CarbonEstimate.band(from: estimate, to: estimate).figure == estimate.central)
    }

    @Test("a set's own gain_years are taken, and its depths of soil reach the account")
    func gainYears() throws {
        func set(_ years: String) throws -> CoefficientSet {
            try coefficientSet(
                """
                [[fluxes]]
                categories = ["forest"]
                flux = 1
                soil_depth_cm = [100, 10]
                gain_years = \(years)
                """, depth: nil)
        }
        let old = FluxArea(zone: "a", land: forest, hectares: .fixed(10), yearsSinceChange: 75)
        let account = try CarbonAccount.annualFlux(of: [old], year: 2020, with: set("[50, 100]"))
        #expect(near(account.value(.sink), 5, within: 1e-6))
        #expect(account.soilDepthsCentimetres == [10, 100])
        #expect(account.soilDepthCentimetres == nil)
        for wrong in ["[50]", "[50, 20]", "[-1, 20]"] {
            let error = try #require(throws: DataFileError.self) { try set(wrong) }
            #expect("\(error)".contains("gain_years"))
        }
    }
}
