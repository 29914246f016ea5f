// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Carbon
import Testing

/// Errors that are given once for all zones.
@Suite struct SharedErrorTests {
    let shares = [0.08, 0.21, 0.13, 0.02, 0.17, 0.11, 0.06, 0.15, 0.07]

    func number(_ value: Double, _ percent: Double, _ name: String?) throws -> GivenNumber {
        try .stated(value, percent: percent, sharedError: name)
    }

    /// The city's provincial account, cut into zones of these shares.
    func provincial(_ shares: [Double]) throws -> CarbonAccount {
        let zones = try shares.enumerated().map { index, share in
            var zone = ProvincialForest(
                zone: "z\(index)", treeVolume: try number(9_000_000 * share, 8, "volume"))
            zone.otherVolume = try number(275_000 * share, 8, "volume")
            zone.growthRate = try number(0.04, 30, "growth rate")
            zone.consumptionRate = try number(0.015, 30, "consumption rate")
            return zone
        }
        return try .provincialVolume(
            of: zones, year: 2020, with: CoefficientSet(named: "provincial_guide"))
    }

    func stands(_ shares: [Double], volume: Double) throws -> [ForestStand] {
        try shares.enumerated().map { index, share in
            var stand = ForestStand(
                zone: "z\(index)", name: "forest", expansionGroup: "hardwoods",
                rootGroup: "broadleaf", hectares: .fixed(200_000 * share),
                volumePerHectare: try number(volume, 8, "volume \(volume)"))
            stand.incrementPerHectare = try number(1.5, 25, "increment")
            stand.harvestRate = try number(0.01, 25, "harvest rate")
            return stand
        }
    }

    func whole(_ account: CarbonAccount, _ quantity: CarbonModel.Quantity) async throws
        -> (CarbonEstimate, CarbonEstimate)
    {
        func estimate(_ all: [CarbonEstimate]) throws -> CarbonEstimate {
            let zone = account.model.zones.last ?? ""
            return try #require(
                all.last {
                    $0.key.quantity == quantity && $0.key.zone == zone && $0.key.pool == nil
                })
        }
        return (
            try estimate(account.model.linearEstimates()),
            try estimate(await account.model.simulatedEstimates(draws: 4096, seed: 7))
        )
    }

    @Test("cutting zones finer changes neither approach's distribution of the whole")
    func partition() async throws {
        let accounts: [([Double]) throws -> CarbonAccount] = [
            provincial,
            {
                try .gainLoss(
                    of: stands($0, volume: 30), year: 2020,
                    with: CoefficientSet(named: "ipcc_tier1"))
            },
            {
                try .volumeDifference(
                    before: stands($0, volume: 28), after: stands($0, volume: 33), from: 2015,
                    to: 2020, with: CoefficientSet(named: "ipcc_tier1"))
            },
        ]
        for account in accounts {
            let one = try await whole(account([1]), .sink)
            let nine = try await whole(account(shares), .sink)
            for (a, b) in [(one.0, nine.0), (one.1, nine.1)] {
                #expect(near(b.standardDeviation, a.standardDeviation, within: 1e-9))
                #expect(near(b.lower, a.lower, within: 1e-9))
                #expect(near(b.upper, a.upper, within: 1e-9))
            }
        }
    }

    @Test("errors of the zones' own still cancel in the whole")
    func independentErrors() async throws {
        func account(_ name: String?) throws -> CarbonAccount {
            let zones = try (0..<4).map { index in
                var zone = ProvincialForest(
                    zone: "z\(index)", treeVolume: try number(1_000_000, 20, name))
                zone.growthRate = .fixed(0.04)
                zone.consumptionRate = .fixed(0.01)
                return zone
            }
            return try .provincialVolume(
                of: zones, year: 2020, with: CoefficientSet(named: "provincial_guide"))
        }
        let apart = try await whole(account(nil), .stock).0.standardDeviation
        let shared = try await whole(account("volume"), .stock).0.standardDeviation
        #expect(apart < 0.98 * shared)
    }

    @Test("two spreads under one shared name are refused")
    func twoSpreads() throws {
        var a = ProvincialForest(zone: "a", treeVolume: try number(1000, 10, "volume"))
        var b = ProvincialForest(zone: "b", treeVolume: try number(1000, 20, "volume"))
        a.growthRate = .fixed(0.04)
        a.consumptionRate = .fixed(0.01)
        b.growthRate = .fixed(0.04)
        b.consumptionRate = .fixed(0.01)
        let error = #expect(throws: CarbonError.self) {
            try CarbonAccount.provincialVolume(
                of: [a, b], year: 2020, with: CoefficientSet(named: "provincial_guide"))
        }
        #expect("\(try #require(error))".contains("error of volume"))
    }
}
