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
        #expect(
            try StatedCoverage().says("\(units)", [covered], of: surveys),
            "\(StatedCoverage.row("\(units)", [covered], of: surveys))")
    }

    @Test("units of one weight count as they are; of unlike weights, as many as tell as much")
    func weighted() {
        #expect(ConfusionSample.row(2, of: [(0, 7), (0, 7), (1, 7)]) == [2, 1])
        // Weights 1, 1, 2: (1 + 1 + 2)² / (1 + 1 + 4) = 8/3 units, half of them of each class.
        let row = ConfusionSample.row(2, of: [(0, 10), (0, 10), (1, 20)])
        #expect((row[0] - 4.0 / 3).magnitude < 1e-12 && (row[1] - 4.0 / 3).magnitude < 1e-12)
        #expect(ConfusionSample.row(2, of: []) == [0, 0])
    }

    /// Two strata that are not mapped classes: for each, how much land is mapped as each class, and
    /// what that truly is.
    struct OwnStrata: CustomTestStringConvertible {
        let name: String
        let mapped: [[Double]]
        let rows: [[[Double]]]
        let units: [Int]
        var testDescription: String { "\(name), \(units[0]) and \(units[1])" }
    }

    private static let alike = [[0.9, 0.07, 0.03], [0.06, 0.9, 0.04], [0.03, 0.07, 0.9]]
    private static let worse = [[0.75, 0.2, 0.05], [0.15, 0.75, 0.1], [0.1, 0.15, 0.75]]

    @Test(
        "strata that are not mapped classes: intervals hold the truth 93 times in a hundred",
        arguments: [[30, 60], [50, 100], [100, 100]].flatMap { units in
            [
                OwnStrata(
                    name: "errors alike",
                    mapped: [[15_000, 15_000, 10_000], [5000, 35_000, 20_000]],
                    rows: [alike, alike], units: units),
                OwnStrata(
                    name: "more errors in one",
                    mapped: [[8000, 7000, 5000], [12_000, 43_000, 25_000]],
                    rows: [worse, alike], units: units),
            ]
        })
    func ownStrata(design: OwnStrata) async throws {
        let densities = [40.0, 3, 5]
        var truth = 0.0
        for (mapped, rows) in zip(design.mapped, design.rows) {
            for (area, row) in zip(mapped, rows) {
                truth += area * zip(row, densities).reduce(0) { $0 + $1.0 * $1.1 }
            }
        }
        var covered = 0
        for survey in 0..<2000 {
            var random = SeededRandom(seed: 1965, key: UInt64(survey))
            func pick(_ shares: [Double]) -> Int {
                var draw = random.unit() * shares.reduce(0, +)
                for (place, share) in shares.enumerated() {
                    if draw < share { return place }
                    draw -= share
                }
                return shares.count - 1
            }
            var units = [[(column: Int, weight: Double)]](repeating: [], count: 3)
            for stratum in 0..<2 {
                let weight = design.mapped[stratum].reduce(0, +) / Double(design.units[stratum])
                for _ in 0..<design.units[stratum] {
                    let map = pick(design.mapped[stratum])
                    units[map].append((pick(design.rows[stratum][map]), weight))
                }
            }
            let counts = units.map { ConfusionSample.row(3, of: $0) }
            let found = try #require(interval(of: try model(counts), seed: UInt64(survey)))
            covered += found.contains(truth) ? 1 : 0
        }
        #expect(Double(covered) / 2000 >= 0.93, "\(covered) of 2000")
        #expect(
            try StatedCoverage().says(design.testDescription, [covered], of: 2000),
            "\(StatedCoverage.row(design.testDescription, [covered], of: 2000))")
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
