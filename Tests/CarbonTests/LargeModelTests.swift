// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Carbon
import LandCover
import Testing

/// Models of so many zones that they cannot be simulated one by one.
@Suite struct LargeModelTests {
    private func stock(zones: Int) throws -> CarbonModel {
        let lands = [Category.forest, .grassland, .sandBare].map { LandType($0) }
        return try CarbonAccount.stock(
            of: (0..<zones).map { zone in
                ZoneAreas(
                    zone: "z\(zone)",
                    hectares: Dictionary(
                        uniqueKeysWithValues: lands.enumerated().map {
                            ($1, Double(($0 + zone) % 5 + 1))
                        }))
            }, year: 2020, with: CoefficientSet(named: "ordos_synthesis")
        ).model
    }

    @Test("zones of a large model have approach 1, the whole is simulated from the same draws")
    func large() async throws {
        let model = try stock(zones: 5000)
        #expect(model.isLarge)
        let found = try await model.estimates(draws: 4096, seed: 1, jobs: 2)
        #expect(found.headline.map(\.key) == model.keys)
        for (estimate, linear) in zip(found.headline, found.linear) {
            #expect(estimate.central == linear.central)
            let isWhole = estimate.key.zone == CarbonModel.cityZone
            #expect(estimate.approach == (isWhole ? .monteCarlo(draws: 4096, seed: 1) : .linear))
            guard isWhole, linear.standardDeviation > 0 else { continue }
            // The whole's interval is that of a simulation: close to approach 1, and not the same.
            #expect(abs(estimate.standardDeviation / linear.standardDeviation - 1) < 0.1)
        }
    }

    @Test("a small model is simulated number by number")
    func small() async throws {
        let model = try stock(zones: 9)
        #expect(!model.isLarge)
        let found = try await model.estimates(draws: 512, seed: 1, jobs: 1)
        let simulated = try await model.simulatedEstimates(draws: 512, seed: 1, jobs: 1)
        #expect(found.headline.map(\.lower) == simulated.map(\.lower))
        let none = try await model.estimates(draws: 0, seed: 1, jobs: 1)
        #expect(none.headline.map(\.approach).allSatisfy { $0 == .linear })
    }
}
