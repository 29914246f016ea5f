// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Carbon
import Testing

/// Coefficients whose source states a low and a high end.
@Suite struct StatedIntervalTests {
    @Test(
        "a stated low and high end are the percentiles that are drawn, and the value the mean",
        arguments: [
            (7.0, 17.0, 32.0), (0.44, 0.47, 0.49), (8, 12, 16), (10, 12, 20), (2, 9, 10.5),
        ])
    func percentiles(low: Double, value: Double, high: Double) throws {
        let spread = try #require(Distribution.percentiles(mean: value, low: low, high: high))
        #expect(near(spread.quantile(0.025), low, within: 1e-9))
        #expect(near(spread.quantile(0.975), high, within: 1e-9))
        // The mean and the deviation, by the midpoint rule over the quantiles.
        let count = 200_000
        let draws = (0..<count).map { spread.quantile((Double($0) + 0.5) / Double(count)) }
        let mean = draws.reduce(0, +) / Double(count)
        #expect(near(mean, value, within: 1e-3))
        let square = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
        #expect(near(square.squareRoot(), spread.standardDeviation, within: 0.05))
    }

    @Test("a value near one end of its interval has no such distribution")
    func tooFarToOneSide() {
        #expect(Distribution.percentiles(mean: 11, low: 10, high: 20) == nil)
        #expect(Distribution.percentiles(mean: 10, low: 10, high: 20) == nil)
    }

    @Test("simulated draws of a coefficient reproduce the interval that its source states")
    func drawnInterval() async throws {
        let set = try coefficientSet(
            """
            [[densities]]
            categories = ["forest"]
            above = 0
            below = 0
            dead_organic = 0
            soil = { value = 17, low = 7, high = 32 }
            """)
        let account = try CarbonAccount.stock(
            of: [forestArea("a", 1)], year: 2020, with: set)
        let stock = try #require(
            try await account.model.simulatedEstimates(draws: 200_000, seed: 3, jobs: 2)
                .first { $0.key.pool == .soil })
        #expect(near(stock.lower, 7, within: 0.01))
        #expect(near(stock.upper, 32, within: 0.01))
        #expect(near(stock.mean, 17, within: 0.005))
        #expect(stock.median < stock.mean)
    }
}
