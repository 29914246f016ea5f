// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Testing
import Words

@Suite("Grassland")
struct GrasslandTests {
    private let types = [
        GrasslandType(name: "草甸草原", area: 3000 * squareKilometre, cover: 0.62),
        GrasslandType(name: "典型草原", area: 5000 * squareKilometre, cover: 0.41),
        GrasslandType(name: "低地草甸", area: 500 * squareKilometre, cover: 0.85),
        GrasslandType(name: "荒漠草原", area: 1500 * squareKilometre, cover: 0.35),
    ]

    @Test("types weigh by their area: 48.6 %, not the 55.75 % of their mean")
    func weighted() throws {
        let result = try grasslandCover(of: types, variant: .plots, at: somewhere)
        #expect(close(result.percent, 48.6, within: 1e-12))
        #expect(result.isOfficial)
        #expect(result.bounds == nil)
    }

    @Test("remotely sensed cover is a proxy, and says so")
    func proxies() throws {
        let byType = try grasslandCover(of: types, variant: .coverByType, at: somewhere)
        #expect(byType.isIndicative)
        let mean = try grasslandCover(
            covered: 4860 * squareKilometre, over: 10_000 * squareKilometre, at: somewhere)
        #expect(close(mean.percent, 48.6, within: 1e-12))
        #expect(mean.isIndicative)
        let share = try vegetatedShare(
            vegetated: 7 * squareKilometre, of: 10 * squareKilometre, at: somewhere)
        #expect(share.value == 0.7)
        #expect(share.variant == "vegetated_share")
    }

    @Test("plots give the interval: s²/n of each type, weighted by area squared, by Student")
    func plotVariance() throws {
        let plots = try PlotMean(
            groups: [[0.4, 0.5, 0.6], [0.2, 0.4]],
            strata: [.init(area: 300, groups: [0]), .init(area: 100, groups: [1])])
        // Means 0.5 and 0.3; variances 0.01/3 and 0.02/2.
        let result = grasslandCover(on: plots, at: somewhere)
        #expect(close(result.value, 0.45, within: 1e-15))
        let (a, b) = ((0.75 * 0.75) * (0.01 / 3), (0.25 * 0.25) * 0.01)
        let variance = a + b
        let freedom = variance * variance / (a * a / 2 + b * b)
        #expect(close(plots.degreesOfFreedom, freedom, within: 1e-12))
        // scipy.stats.t.ppf(0.975, 2.909…)
        let half = 3.239_454_586_497_677 * variance.squareRoot()
        let bounds = try #require(result.bounds)
        #expect(close(bounds.lower, 0.45 - half, within: 1e-9))
        #expect(close(bounds.upper, 0.45 + half, within: 1e-9))
        #expect(bounds.kind == .confidence95)
    }

    @Test("calibration fits α + β·FVC, and its residual error widens the interval")
    func calibration() throws {
        // y = 0.1 + 1.5 x exactly but for ±0.03 that leave the line as it is.
        let calibration = try PlotCalibration(
            remote: [0.1, 0.2, 0.3, 0.4], plots: [0.28, 0.37, 0.52, 0.73])
        #expect(close(calibration.alpha, 0.1, within: 1e-12))
        #expect(close(calibration.beta, 1.5, within: 1e-12))
        #expect(close(calibration.residualVariance, 0.004 * 0.45, within: 1e-12))
        let result = try grasslandCover(
            covered: 25, over: 100, at: somewhere, calibration: calibration)
        #expect(close(result.value, 0.475, within: 1e-12))
        #expect(close(result.bounds?.upper, 0.475 + 1.96 * 0.0018.squareRoot(), within: 1e-12))
        #expect(result.isIndicative)
    }

    @Test("a percentage where a fraction belongs is refused")
    func percentage() {
        #expect(throws: EcologyError.self) {
            try grasslandCover(
                of: [GrasslandType(name: "a", area: 1, cover: 62)], variant: .plots, at: somewhere)
        }
    }

    @Test(
        "degradation is the relative loss of cover: 50 % → 38 % is 24 %, moderate",
        arguments: [
            (0.50, 0.38, GrasslandDegradation.moderate), (0.5, 0.45, .none), (0.5, 0.449, .light),
            (0.5, 0.34, .severe), (0.5, 0.6, .none),
        ])
    func degradation(baseline: Double, current: Double, expected: GrasslandDegradation) {
        #expect(GrasslandDegradation(baseline: baseline, current: current) == expected)
    }

    @Test("the relative decrease from 50 % to 38 % is 24 %; bare ground has nothing to lose")
    func decrease() {
        let loss = GrasslandDegradation.relativeDecrease(baseline: 0.50, current: 0.38)
        #expect(close(loss, 0.24, within: 1e-15))
        #expect(GrasslandDegradation(baseline: 0, current: 0.1) == nil)
    }
}

@Suite("Forage and livestock")
struct ForageTests {
    private let grass = ForageType(
        usableArea: 100_000 * hectare, yield: 900, edibleShare: 0.85, utilisation: 0.45)
    private let stock = ["sheep": 20_000, "goat": 12_000, "cattle": 1_500, "horse": 300]

    private func balance(other: Double = 0) throws -> ForageBalance {
        try ForageBalance(
            [grass], otherForage: other, livestock: stock,
            by: ForageCoefficients.bundled().set(named: "ministry"))
    }

    @Test("100,000 ha carry 52,397 sheep units; 41,600 are 20.61 % below")
    func worked() throws {
        let balance = try balance()
        #expect(close(balance.forage, 34_425_000, within: 1e-6))
        #expect(close(balance.carryingCapacity, 52_397.26, within: 0.005))
        #expect(balance.sheepUnits == 41_600)
        let result = balance.result(
            at: ZoneYear(year: 2020, zone: "a", name: "a"), counted: LocalizedText("n"))
        #expect(close(result.value, -0.2061, within: 5e-5))
    }

    @Test("6,000,000 kg of other forage raise the capacity to 61,529.68")
    func otherForage() throws {
        let balance = try balance(other: 6_000_000)
        #expect(close(balance.carryingCapacity, 61_529.68, within: 0.005))
        let result = balance.result(
            at: somewhere, counted: LocalizedText(zh: "年末", en: "end of year"))
        #expect(close(result.percent, -32.39, within: 0.005))
        #expect(result.denominator?.unit == .sheepUnits)
    }

    @Test("an animal that the set lacks is an error that lists those it has")
    func camel() throws {
        let sets = try ForageCoefficients.bundled()
        let error = try #require(throws: EcologyError.self) {
            try sets.set(named: "ministry").total(of: ["camel": 1])
        }
        #expect("\(error)".contains("buffalo, cattle, donkey"))
        #expect(try sets.set(named: "gansu").total(of: ["camel": 2]) == 14)
    }

    @Test("utilisation rates carry the mark that they are from memory")
    func evidence() throws {
        let types = try ForageCoefficients.bundled().types
        #expect(types.contains { $0.id == "typical_steppe" && $0.yield == 1496 })
        for type in types { #expect(!type.evidence.isVerified) }
    }
}
