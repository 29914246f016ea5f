// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Carbon
import LandCover
import Testing

@Suite struct SimulationTests {
    /// Nine zones of every class, with areas from an accuracy sample.
    func city(isSampled: Bool = true) throws -> CarbonModel {
        let lands = [
            Category.forest, .specialShrub, .otherShrub, .orchard, .grassland, .sandBare, .wetland,
            .cropland, .built,
        ].map { LandType($0) }
        var counts: [LandType: [Double]] = [:]
        for (row, land) in lands.enumerated() {
            counts[land] = lands.indices.map { $0 == row ? 80 : Double(($0 + row) % 3) }
        }
        let sample = try ConfusionSample(name: "2020", references: lands, counts: counts)
        func zones(_ shift: Double) -> [ZoneAreas] {
            (1...9).map { zone in
                ZoneAreas(
                    zone: "15062\(zone)",
                    hectares: Dictionary(
                        uniqueKeysWithValues: lands.enumerated().map {
                            ($1, 1000 * Double($0 + zone) + shift * Double($0))
                        }), uncertainty: isSampled ? .confusion(sample) : .exact)
            }
        }
        return try CarbonAccount.stockDifference(
            before: zones(0), after: zones(50), from: 2015, to: 2020,
            with: CoefficientSet(named: "ordos_synthesis")
        ).model
    }

    func bytes(_ estimates: [CarbonEstimate]) -> [UInt64] {
        estimates.flatMap {
            [
                $0.central, $0.mean, $0.standardDeviation, $0.lower, $0.upper,
                $0.probabilityPositive,
            ].map(\.bitPattern) + $0.shares.map(\.share.bitPattern)
        }
    }

    @Test("one job and seven give the same bytes, another seed gives others")
    func sameBytes() async throws {
        let model = try city()
        let one = try await model.simulatedEstimates(draws: 9_011, seed: 5, jobs: 1)
        let seven = try await model.simulatedEstimates(draws: 9_011, seed: 5, jobs: 7)
        #expect(bytes(one) == bytes(seven))
        let other = try await model.simulatedEstimates(draws: 9_011, seed: 6, jobs: 7)
        #expect(bytes(one) != bytes(other))
    }

    @Test("adding a zone does not change another zone's draws")
    func stableDraws() async throws {
        let set = try CoefficientSet(named: "ordos_synthesis")
        let two = [forestArea("a", 100, percent: 20), forestArea("b", 70, percent: 20)]
        let key = CarbonModel.Key(zone: "a", quantity: .stock, year: 2020)
        var found: [Double] = []
        for zones in [[two[0]], two, [two[1], two[0]]] {
            let model = try CarbonAccount.stock(of: zones, year: 2020, with: set).model
            let drawn = try await model.simulatedEstimates(draws: 5000, seed: 8)
            found.append(try #require(drawn.first { $0.key == key }).upper)
        }
        #expect(found[0] == found[1] && found[1] == found[2])
    }

    @Test("both approaches agree where the model is nearly linear and inputs little uncertain")
    func agreement() async throws {
        let set = try forestOnly("{ value = 40, uncertainty_percent = 8 }")
        let zones = (1...5).map { forestArea("\($0)", 1000 * Double($0), percent: 5) }
        let model = try CarbonAccount.stock(of: zones, year: 2020, with: set).model
        let drawn = try await model.simulatedEstimates(draws: 100_000, seed: 1, jobs: 2)
        for (linear, simulated) in zip(model.linearEstimates(), drawn) {
            #expect(linear.key == simulated.key)
            #expect(near(simulated.mean, linear.mean, within: 1e-3))
            #expect(near(simulated.standardDeviation, linear.standardDeviation, within: 0.01))
            #expect(near(simulated.lower, linear.lower, within: 0.003))
            #expect(near(simulated.upper, linear.upper, within: 0.003))
        }
    }

    @Test("a skewed input gives a skewed interval: that of EX-3.16, not mean ± 1.96 deviations")
    func skewed() async throws {
        let set = try coefficientSet(
            """
            [[densities]]
            categories = ["forest"]
            above = 0
            below = 0
            dead_organic = 0
            soil = { value = 33, uncertainty_percent = 90 }
            """)
        let model = try CarbonAccount.stock(
            of: [forestArea("a", 1)], year: 2020, with: set
        ).model
        let drawn = try await model.simulatedEstimates(draws: 200_000, seed: 1, jobs: 2)
        let simulated = try #require(drawn.first { $0.key == cityStock })
        #expect((simulated.mean - 33).magnitude < 0.12)
        #expect(near(simulated.standardDeviation, 15.15334, within: 0.01))
        #expect((simulated.lower - 12.7245).magnitude < 0.15)
        #expect((simulated.upper - 70.6794).magnitude < 0.7)
        let linear = try #require(model.linearEstimate(cityStock))
        #expect(linear.lower < 4)
    }

    @Test("the mean is unbiased where inputs are cut at 0")
    func unbiasedUnderTruncation() async throws {
        let set = try forestOnly("{ value = 4, sd = 3, distribution = \"truncated_normal\" }")
        let model = try CarbonAccount.stock(
            of: [forestArea("a", 1000)], year: 2020, with: set
        ).model
        let drawn = try await model.simulatedEstimates(draws: 200_000, seed: 12, jobs: 2)
        let found = try #require(drawn.first { $0.key == cityStock })
        #expect((found.mean - 4000).magnitude < 25)
        #expect((found.standardDeviation - 3000).magnitude < 30)
        #expect(found.lower > 0)
    }

    @Test("95 % intervals of a product hold the truth in 95 % of repeated surveys")
    func coverage() async throws {
        let set = try forestOnly("{ value = 40, uncertainty_percent = 20 }")
        let model = try CarbonAccount.stock(
            of: [forestArea("a", 1000, percent: 15)], year: 2020, with: set
        ).model
        let first = try await model.simulatedEstimates(draws: 200_000, seed: 1, jobs: 2)
        let interval = try #require(first.first { $0.key == cityStock })
        // Other draws of the same truth: one at a time, by their own seeds.
        var inside = 0
        let repeats = 1500
        for seed in 0..<repeats {
            let pair = try await model.simulatedEstimates(draws: 2, seed: 10_000 + UInt64(seed))
            // Two draws: their mean and deviation give both back.
            let found = try #require(pair.first { $0.key == cityStock })
            let half = found.standardDeviation / 2.0.squareRoot()
            for draw in [found.mean - half, found.mean + half]
            where draw >= interval.lower && draw <= interval.upper { inside += 1 }
        }
        let share = Double(inside) / Double(2 * repeats)
        #expect((share - 0.95).magnitude < 0.015)
    }

    @Test("percentiles do not depend on how many draws are looked at first")
    func fewDraws() async throws {
        let set = try forestOnly("{ value = 40, uncertainty_percent = 20 }")
        let model = try CarbonAccount.stock(
            of: [forestArea("a", 1000)], year: 2020, with: set
        ).model
        let few = try await model.simulatedEstimates(draws: 4096, seed: 3)
        let more = try await model.simulatedEstimates(draws: 4098, seed: 3)
        for (a, b) in zip(few, more) { #expect(near(b.lower, a.lower, within: 2e-3)) }
    }

    @Test("a probability of being a sink is that of its normal distribution")
    func probability() async throws {
        let set = try coefficientSet(
            """
            [[fluxes]]
            categories = ["grassland"]
            flux = { value = 0.1, low = -0.4, high = 0.6 }
            """, depth: nil)
        let model = try CarbonAccount.annualFlux(
            of: [FluxArea(zone: "a", land: LandType(.grassland), hectares: .fixed(100))],
            year: 2020, with: set
        ).model
        let key = CarbonModel.Key(zone: "all", quantity: .sink)
        let linear = try #require(model.linearEstimate(key))
        // Φ(0.1 / (1/3.92)) = Φ(0.392)
        #expect((linear.probabilityPositive - 0.65247).magnitude < 1e-4)
        let drawn = try await model.simulatedEstimates(draws: 200_000, seed: 1, jobs: 2)
        let found = try #require(drawn.first { $0.key == key })
        #expect((found.probabilityPositive - 0.65247).magnitude < 5e-3)
    }

    @Test("shares of variance add up to no more than 1, and name the largest input first")
    func shares() async throws {
        let drawn = try await city().simulatedEstimates(draws: 6_000, seed: 1, jobs: 2)
        let change = try #require(
            drawn.first { $0.key == CarbonModel.Key(zone: "all", quantity: .change) })
        let total = change.shares.reduce(0) { $0 + $1.share }
        #expect(total > 0.5 && total < 1.05)
        #expect(change.shares.map(\.share) == change.shares.map(\.share).sorted(by: >))
    }

    @Test("draws that cannot be made are refused", arguments: [-1, 0, 1, 1 << 33])
    func badDraws(draws: Int) async throws {
        let model = try city(isSampled: false)
        await #expect(throws: CarbonError.badDraws(draws)) {
            try await model.simulatedEstimates(draws: draws)
        }
    }
}
