// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import LandCover
import Support
import Testing

@testable import Carbon

/// Carbon by samples in which no unit, or hardly any, was found wrong.
@Suite("Carbon by flawless samples")
struct FlawlessSampleTests {
    private let set: CoefficientSet
    private let lands = [Category.forest, .grassland, .cropland].map { LandType($0) }
    private let mapped = [20_000.0, 50_000, 30_000]

    init() throws {
        set = try coefficientSet(
            """
            [[densities]]
            categories = ["forest"]
            above = { value = 40, sd = 0 }
            below = 0
            dead_organic = 0
            soil = 0
            [[densities]]
            categories = ["grassland"]
            above = { value = 3, sd = 0 }
            below = 0
            dead_organic = 0
            soil = 0
            [[densities]]
            categories = ["cropland"]
            above = { value = 5, sd = 0 }
            below = 0
            dead_organic = 0
            soil = 0
            """)
    }

    private func model(_ counts: [[Double]]) throws -> CarbonModel {
        let sample = try ConfusionSample(
            name: "s", references: lands,
            counts: Dictionary(uniqueKeysWithValues: zip(lands, counts)))
        let areas = ZoneAreas(
            zone: "a", hectares: Dictionary(uniqueKeysWithValues: zip(lands, mapped)),
            uncertainty: .confusion(sample))
        return try CarbonAccount.stock(of: [areas], year: 2020, with: set).model
    }

    @Test("a flawless sample leaves the stock as mapped, and its interval has a width")
    func width() async throws {
        let model = try model([[30, 0, 0], [0, 30, 0], [0, 0, 30]])
        let linear = try #require(model.linearEstimate(cityStock))
        #expect((linear.central - (20_000 * 40 + 50_000 * 3 + 30_000 * 5)).magnitude < 0.01)
        #expect(linear.upper > linear.lower)
        let drawn = try await model.simulatedEstimates(draws: 2000, seed: 3)
        let simulated = try #require(drawn.first { $0.key == cityStock })
        #expect(simulated.upper - simulated.lower > 1000)
    }

    @Test("one unit more is shared by the classes that none was found to be")
    func addOne() {
        #expect(ConfusionSample.drawn([30, 0, 0]) == [30, 0.5, 0.5])
        #expect(ConfusionSample.drawn([28, 0, 2]) == [28, 1, 2])
        #expect(ConfusionSample.drawn([20, 5, 5]) == [20, 5, 5])
    }

    @Test(
        "simulated intervals hold the truth at least 93 times in a hundred",
        arguments: [20, 50, 100])
    func coverage(units: Int) async throws {
        let rows = [[0.97, 0.02, 0.01], [0.005, 0.98, 0.015], [0.002, 0.018, 0.98]]
        let densities = [40.0, 3, 5]
        let truth = zip(mapped, rows).reduce(0) { sum, part in
            sum + part.0 * zip(part.1, densities).reduce(0) { $0 + $1.0 * $1.1 }
        }
        let surveys = 2000
        var covered = 0
        for survey in 0..<surveys {
            var random = SeededRandom(
                seed: (UInt64(units) << 32 | UInt64(survey)) &* 0x9E37_79B9_7F4A_7C15)
            let counts = rows.map { row in
                var counts = [0.0, 0, 0]
                for _ in 0..<units {
                    let draw = random.unit()
                    counts[draw < row[0] ? 0 : draw < row[0] + row[1] ? 1 : 2] += 1
                }
                return counts
            }
            let found = try #require(
                interval(of: try model(counts), seed: UInt64(survey)))
            covered += found.contains(truth) ? 1 : 0
        }
        #expect(Double(covered) / Double(surveys) >= 0.93, "\(covered) of \(surveys)")
    }

    /// The 2.5 and 97.5 % quantiles of 1024 draws of the whole stock.
    private func interval(of model: CarbonModel, seed: UInt64) -> ClosedRange<Double>? {
        guard let place = model.places[cityStock] else { return nil }
        var sampler = ChunkSampler(SamplingPlan(model), outputs: model.outputs, seed: seed)
        var drawn: [Double] = []
        for chunk in 0..<4 {
            sampler.draw(chunk: chunk)
            let start = place * ChunkSampler.size
            drawn += sampler.results[start..<(start + ChunkSampler.size)]
        }
        drawn.sort()
        return drawn[25]...drawn[998]
    }
}
