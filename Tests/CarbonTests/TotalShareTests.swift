// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Carbon
import LandCover
import Testing

/// Total-order shares of variance.
@Suite struct TotalShareTests {
    @Test("a product of two wide inputs has the total shares that its closed form gives")
    func product() async throws {
        // V·(1 + a)·(1 + b), each with a coefficient of variation c: Var/m² = (1 + c²)² − 1, first
        // order c², interaction c⁴.
        var forest = ProvincialForest(
            zone: "a", treeVolume: try .stated(1_000_000, percent: 98))
        forest.growthRate = try .stated(0.04, percent: 98)
        forest.consumptionRate = .fixed(0)
        let set = try coefficientSet(
            """
            [[factors]]
            name = "carbon_fraction"
            value = 0.5
            unit = "1"
            sd = 0
            [[factors]]
            name = "svd"
            value = 0.5
            unit = "t d.m./m3"
            sd = 0
            [[factors]]
            name = "bef_total"
            value = 1.7
            unit = "1"
            sd = 0
            """)
        let account = try CarbonAccount.provincialVolume(of: [forest], year: 2020, with: set)
        let sink = try #require(
            try await account.model.simulatedEstimates(draws: 20_000, seed: 5, jobs: 2)
                .first { $0.key.quantity == .sink && $0.key.pool == nil })
        let c = 0.98 / 1.959963984540054
        let total = (c * c + c * c * c * c) / ((1 + c * c) * (1 + c * c) - 1)
        #expect(sink.shares.count == 2)
        for share in sink.shares {
            #expect(near(share.total, total, within: 0.12))
            #expect((share.total ?? 0) > share.share)
        }
    }

    @Test("total shares are the same for any number of jobs")
    func jobs() async throws {
        let account = try CarbonAccount.stock(
            of: [ZoneAreas(zone: "a", hectares: [.init(.grassland): 10, .init(.forest): 3])],
            year: 2020,
            with: CoefficientSet(named: "ordos_synthesis"))
        let one = try await account.model.simulatedEstimates(draws: 5000, jobs: 1)
        let four = try await account.model.simulatedEstimates(draws: 5000, jobs: 4)
        #expect(one.map(\.shares) == four.map(\.shares))
        #expect(one.contains { $0.shares.contains { $0.total != nil } })
    }
}
