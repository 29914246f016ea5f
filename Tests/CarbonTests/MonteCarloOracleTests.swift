// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Carbon
import Foundation
import LandCover
import Testing

/// The simulation against numpy's independent draws, which `Tools/test` has written beforehand.
@Suite(.enabled(if: oracle != nil, "Tools/test makes what this compares with"))
struct MonteCarloOracleTests {
    @Test(
        "simulated deviations are those of independent draws within half a per cent",
        arguments: [
            "normal", "product", "log_normal", "truncated", "percentiles", "change", "provincial",
            "sampled", "correlated", "opposed",
        ])
    func deviation(name: String) async throws {
        let expected = try #require(oracle?[name])
        let (account, quantity) = try model(name)
        let found = try #require(
            try await account.model.simulatedEstimates(draws: 1_000_000, seed: 20_181_203, jobs: 2)
                .last {
                    $0.key.quantity == quantity && $0.key.zone == "all" && $0.key.pool == nil
                })
        #expect(near(found.standardDeviation, expected.deviation, within: 0.005))
        #expect((found.mean - expected.mean).magnitude < 0.005 * expected.deviation)
        #expect((found.lower - expected.lower).magnitude < 0.03 * expected.deviation)
        #expect((found.upper - expected.upper).magnitude < 0.03 * expected.deviation)
        print(
            "\(name): sd \(found.standardDeviation), numpy \(expected.deviation), difference "
                + "\((found.standardDeviation / expected.deviation - 1) * 100) %")
    }

    private func model(_ name: String) throws -> (CarbonAccount, CarbonModel.Quantity) {
        func stock(
            _ density: String, hectares: Double = 100, percent: Double = 0
        ) throws -> (CarbonAccount, CarbonModel.Quantity) {
            (
                try .stock(
                    of: [forestArea("a", hectares, percent: percent)], year: 2020,
                    with: forestOnly(density)), .stock
            )
        }
        let forty = "{ value = 40, uncertainty_percent = 30 }"
        return switch name {
        case "normal": try stock(forty, hectares: 10_000)
        case "product": try stock(forty, hectares: 10_000, percent: 10)
        case "log_normal": try stock("{ value = 33, uncertainty_percent = 90 }")
        case "truncated":
            try stock("{ value = 4, sd = 3, distribution = \"truncated_normal\" }")
        case "percentiles": try stock("{ value = 14, low = 7, high = 32 }")
        case "change":
            (
                try .stockDifference(
                    before: [forestArea("a", 10_000, percent: 5)],
                    after: [forestArea("a", 10_800, percent: 5)], from: 2015, to: 2020,
                    with: forestOnly(forty)), .change
            )
        case "provincial": (try provincial(), .sink)
        case "sampled": (try sampled(), .stock)
        default: (try correlated(name == "correlated" ? 0.6 : -0.6), .stock)
        }
    }

    private func provincial() throws -> CarbonAccount {
        let shares = [0.08, 0.21, 0.13, 0.02, 0.17, 0.11, 0.06, 0.15, 0.07]
        let zones = try shares.enumerated().map { index, share in
            var zone = ProvincialForest(
                zone: "z\(index)", treeVolume: try .stated(9_275_000 * share, percent: 8))
            zone.growthRate = try .stated(0.04, percent: 30, sharedError: "growth rate")
            zone.consumptionRate = try .stated(0.015, percent: 30, sharedError: "consumption rate")
            return zone
        }
        return try .provincialVolume(
            of: zones, year: 2020, with: CoefficientSet(named: "provincial_guide"))
    }

    private func twoLands(
        _ forest: String, _ grass: String, _ rest: String = ""
    ) throws -> CoefficientSet {
        let rows = [("forest", forest), ("grassland", grass)].map { category, density in
            """
            [[densities]]
            categories = ["\(category)"]
            above = \(density)
            below = 0
            dead_organic = 0
            soil = 0
            """
        }
        return try coefficientSet((rows + [rest]).joined(separator: "\n"))
    }

    private func sampled() throws -> CarbonAccount {
        let lands = [forest, LandType(.grassland)]
        let sample = try ConfusionSample(
            name: "2020", references: lands, counts: [lands[0]: [88, 12], lands[1]: [9, 141]])
        return try .stock(
            of: [
                ZoneAreas(
                    zone: "a", hectares: [lands[0]: 10_000, lands[1]: 40_000],
                    uncertainty: .confusion(sample))
            ], year: 2020,
            with: twoLands(
                "{ value = 33, uncertainty_percent = 90 }",
                "{ value = 16, uncertainty_percent = 25 }"))
    }

    private func correlated(_ rho: Double) throws -> CarbonAccount {
        try .stock(
            of: [ZoneAreas(zone: "a", hectares: [forest: 100, LandType(.grassland): 100])],
            year: 2020,
            with: twoLands(
                "{ value = 20, uncertainty_percent = 80 }",
                "{ value = 15, uncertainty_percent = 25 }",
                """
                [[correlation]]
                between = ["forest:above", "grassland:above"]
                value = \(rho)
                """))
    }
}

/// What numpy found, by case; `nil` where it was not asked.
private let oracle: [String: (mean: Double, deviation: Double, lower: Double, upper: Double)]? = {
    guard let folder = ProcessInfo.processInfo.environment["STEPPE_ORACLES"],
        let text = try? String(contentsOfFile: "\(folder)/carbon.csv", encoding: .utf8)
    else { return nil }
    var cases: [String: (mean: Double, deviation: Double, lower: Double, upper: Double)] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
        let cells = line.split(separator: ",")
        let numbers = cells.dropFirst().compactMap { Double($0) }
        guard let name = cells.first, numbers.count == 4 else { continue }
        cases[String(name)] = (numbers[0], numbers[1], numbers[2], numbers[3])
    }
    return cases
}()
