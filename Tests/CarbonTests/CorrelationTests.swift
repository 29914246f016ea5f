// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Foundation
import LandCover
import Testing

@testable import Carbon

/// Coefficients that do not vary independently.
@Suite struct CorrelationTests {
    /// Two soils, one log-normal and one normal, and what correlates them.
    func set(_ correlation: String) throws -> CoefficientSet {
        try coefficientSet(
            """
            [[densities]]
            categories = ["forest"]
            above = 0
            below = 0
            dead_organic = 0
            soil = { value = 20, uncertainty_percent = 80 }
            [[densities]]
            categories = ["grassland"]
            above = 0
            below = 0
            dead_organic = 0
            soil = { value = 15, uncertainty_percent = 25 }
            \(correlation)
            """)
    }

    func correlation(_ value: Double) -> String {
        """
        [[correlation]]
        between = ["forest:soil", "grassland:soil"]
        value = \(value)
        """
    }

    func account(_ set: CoefficientSet, forest: Double = 100, grass: Double = 100) throws
        -> CarbonAccount
    {
        try .stock(
            of: [
                ZoneAreas(zone: "a", hectares: [.init(.forest): forest, .init(.grassland): grass])
            ], year: 2020, with: set)
    }

    func soil(_ account: CarbonAccount, draws: Int = 200_000) async throws -> (
        CarbonEstimate, CarbonEstimate
    ) {
        let key = CarbonModel.Key(zone: "all", quantity: .stock, pool: .soil, year: 2020)
        return (
            try #require(account.model.linearEstimate(key)),
            try #require(
                try await account.model.simulatedEstimates(draws: draws, seed: 11, jobs: 2)
                    .first { $0.key == key })
        )
    }

    /// σ of the sum of both soils on 100 ha each, in closed form: the covariance of a log-normal and a
    /// normal variable whose normal scores have correlation ρ is ρ·s·m·σ.
    func deviation(_ rho: Double) -> Double {
        let z = 1.959963984540054
        let (first, second) = (20 * 0.8 / z, 15 * 0.25 / z)
        let s = log(1 + pow(first / 20, 2)).squareRoot()
        let covariance = rho * s * 20 * second
        return 100 * (first * first + second * second + 2 * covariance).squareRoot()
    }

    @Test(
        "both approaches have the spread of correlated coefficients that closed form gives",
        arguments: [-0.8, 0.5, 0.9])
    func spread(rho: Double) async throws {
        let (linear, simulated) = try await soil(account(set(correlation(rho))))
        #expect(near(linear.standardDeviation, deviation(rho), within: 1e-9))
        #expect(near(simulated.standardDeviation, deviation(rho), within: 0.005))
        #expect(near(simulated.mean, 3500, within: 0.003))
    }

    @Test("a correlated coefficient keeps the distribution that is stated for it")
    func marginals() async throws {
        let (_, plain) = try await soil(account(set(""), grass: 0))
        let (_, together) = try await soil(account(set(correlation(0.9)), grass: 0))
        #expect(near(together.standardDeviation, plain.standardDeviation, within: 0.005))
        #expect(near(together.lower, plain.lower, within: 0.005))
        #expect(near(together.median, plain.median, within: 0.005))
        #expect(near(together.upper, plain.upper, within: 0.005))
    }

    @Test("shares of variance list coefficients that are correlated as one input")
    func shares() async throws {
        let (_, simulated) = try await soil(account(set(correlation(0.5))), draws: 5000)
        #expect(simulated.shares.map(\.input) == ["test:forest:soil ~ test:grassland:soil"])
        #expect(near(simulated.shares.first?.total, 1, within: 0.1))
    }

    @Test("zones share correlated draws: cutting them finer changes nothing")
    func partition() async throws {
        let set = try set(correlation(0.7))
        let (_, one) = try await soil(account(set), draws: 4096)
        let halves = try CarbonAccount.stock(
            of: ["a", "b"].map {
                ZoneAreas(zone: $0, hectares: [.init(.forest): 50, .init(.grassland): 50])
            }, year: 2020, with: set)
        let (_, two) = try await soil(halves, draws: 4096)
        #expect(near(two.standardDeviation, one.standardDeviation, within: 1e-12))
        #expect(near(two.upper, one.upper, within: 1e-12))
    }

    @Test("correlations that contradict each other are refused with file and line")
    func indefinite() throws {
        let wood = """
            [[densities]]
            categories = ["orchard"]
            above = { value = 5, uncertainty_percent = 40 }
            below = 0
            dead_organic = 0
            soil = { value = 25, uncertainty_percent = 40 }
            [[correlation]]
            between = ["forest:soil", "grassland:soil"]
            value = 0.9
            [[correlation]]
            between = ["forest:soil", "orchard:soil"]
            value = 0.9
            """
        let error = try #require(throws: DataFileError.self) { try set(wood) }
        #expect(error.line != nil)
        #expect("\(error)".contains("test.toml:"))
        #expect("\(error)".contains("not positive definite"))
        // The pair that was left out makes it whole.
        let whole = try set(
            wood + """

                [[correlation]]
                between = ["orchard:soil", "grassland:soil"]
                value = 0.8
                """)
        #expect(whole.correlations.map(\.members.count) == [3])
    }

    @Test(
        "a correlation that cannot be meant is refused at its place",
        arguments: [
            ("between = [\"forest:soil\", \"grasland:soil\"]\nvalue = 0.5", "grassland:soil"),
            ("between = [\"forest:soil\", \"forest:soil\"]\nvalue = 0.5", "with itself"),
            ("between = [\"forest:soil\"]\nvalue = 0.5", "two coefficients or more"),
            ("between = [\"forest:soil\", \"grassland:soil\"]\nvalue = 1", "between -1 and 1"),
            ("between = [\"forest:soil\", \"grassland:above\"]\nvalue = 0.5", "known exactly"),
            ("between = [\"forest:soil\", \"grassland:soil\"]\nvalue = 0.5\nrho = 1", "rho"),
        ])
    func refusals(table: String, hint: String) throws {
        let error = try #require(throws: DataFileError.self) {
            try set("[[correlation]]\n\(table)")
        }
        #expect("\(error)".contains(hint))
        #expect(error.line != nil)
    }

    @Test("a pair that is given twice is refused")
    func twice() throws {
        let error = try #require(throws: DataFileError.self) {
            try set(correlation(0.5) + "\n" + correlation(0.6))
        }
        #expect("\(error)".contains("there twice"))
    }

    @Test("correlations stay with a set that another is laid over")
    func overridden() throws {
        let over = try coefficientSet(
            """
            [[densities]]
            categories = ["cropland"]
            above = 1
            below = 1
            dead_organic = 1
            soil = 10
            """)
        let both = try set(correlation(0.5)).overridden(by: over)
        #expect(both.correlations.map(\.correlation) == [[[1, 0.5], [0.5, 1]]])
    }
}
