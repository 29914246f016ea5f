// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Carbon
import LandCover
import Testing

@Suite struct UncertaintyTests {
    let forty = Result { try forestOnly("{ value = 40, uncertainty_percent = 30 }") }

    func stock(_ areas: [ZoneAreas], _ set: CoefficientSet) throws -> CarbonModel {
        try CarbonAccount.stock(of: areas, year: 2020, with: set).model
    }

    @Test("the model gives the same by approach 1: EX-3.12")
    func modelRules() throws {
        let set = try coefficientSet(
            """
            [[densities]]
            categories = ["forest"]
            above = { value = 40, uncertainty_percent = 30 }
            below = 0
            dead_organic = 0
            soil = 0
            [[densities]]
            categories = ["special_shrub"]
            above = { value = 30, uncertainty_percent = 50 }
            below = 0
            dead_organic = 0
            soil = 0
            """)
        let shrub = LandType(.specialShrub)
        let first = ZoneAreas(
            zone: "a", hectares: [forest: 10_000], uncertainty: .relative(percent: 10))
        let second = ZoneAreas(
            zone: "b", hectares: [shrub: 2000], uncertainty: .relative(percent: 20))
        let estimate = try #require(try stock([first, second], set).linearEstimate(cityStock))
        #expect(estimate.central == 460_000)
        #expect((estimate.halfWidthPercent - 28.381).magnitude < 1e-3)
        #expect((estimate.upper - 590_552.7).magnitude < 0.1)
    }

    @Test("two zones with the same density are as uncertain as their whole: EX-3.13")
    func sharedDensity() throws {
        let zones = ["a", "b"].map { forestArea($0, 5000, percent: 14.14214) }
        let shared = try #require(try stock(zones, forty.get()).linearEstimate(cityStock))
        #expect((shared.halfWidthPercent - 31.623).magnitude < 1e-3)
        let own = try coefficientSet(
            ["a", "b"].map { zone in
                """
                [[densities]]
                categories = ["forest"]
                zone = "\(zone)"
                above = { value = 40, uncertainty_percent = 30 }
                below = 0
                dead_organic = 0
                soil = 0
                """
            }.joined(separator: "\n"))
        let apart = try #require(try stock(zones, own).linearEstimate(cityStock))
        #expect((apart.halfWidthPercent - 23.452).magnitude < 1e-3)
    }

    func growth() throws -> CarbonModel {
        try CarbonAccount.stockDifference(
            before: [forestArea("a", 10_000, percent: 5)],
            after: [forestArea("a", 10_800, percent: 5)], from: 2015, to: 2020, with: forty.get()
        ).model
    }

    @Test("a change with a shared density has the interval and the probability of EX-3.14")
    func sharedChange() async throws {
        let key = CarbonModel.Key(zone: "all", quantity: .change)
        let model = try growth()
        let linear = try #require(model.linearEstimate(key))
        #expect(linear.central == 32_000)
        #expect((linear.halfWidthPercent - 96.760).magnitude < 1e-3)
        #expect((linear.upper - 62_963.2).magnitude < 0.1)
        #expect((linear.probabilityPositive - 0.97860).magnitude < 1e-5)
        let drawn = try await model.simulatedEstimates(draws: 200_000, seed: 4, jobs: 2)
        let simulated = try #require(drawn.first { $0.key == key })
        // Approach 2 has what area and density do together, and Φ(800/375.49) of the areas alone.
        #expect(near(simulated.standardDeviation, 15_964.2, within: 0.006))
        #expect((simulated.probabilityPositive - 0.98344).magnitude < 1.2e-3)
        let sink = try #require(
            drawn.first { $0.key == CarbonModel.Key(zone: "a", quantity: .sink) })
        #expect(near(sink.mean, simulated.mean / 5))
        #expect(sink.probabilityPositive == simulated.probabilityPositive)
        let before = try #require(
            model.linearEstimate(.init(zone: "all", quantity: .stock, year: 2015)))
        let after = try #require(
            model.linearEstimate(.init(zone: "all", quantity: .stock, year: 2020)))
        let apart =
            (before.standardDeviation * before.standardDeviation
            + after.standardDeviation * after.standardDeviation).squareRoot()
        #expect((apart * 1.959964 - 179_060.7).magnitude < 1)
    }

    @Test("an adjusted area carries its error into carbon: EX-3.20")
    func adjustedArea() throws {
        let percent = 100 * 6157.63 / 21_157.76
        let model = try stock([forestArea("a", 21_157.76, percent: percent)], forty.get())
        let estimate = try #require(model.linearEstimate(cityStock))
        #expect((estimate.central - 846_310.5).magnitude < 0.2)
        #expect((estimate.halfWidthPercent - 41.797).magnitude < 2e-3)
    }

    @Test("areas that close on their zone leave a stock of one density for all exact")
    func closedAreas() async throws {
        let set = try coefficientSet(
            """
            [[densities]]
            categories = ["forest", "grassland"]
            above = 0
            below = 0
            dead_organic = 0
            soil = { value = 10, sd = 0 }
            """)
        let grass = LandType(.grassland)
        let areas = ZoneAreas(
            zone: "a", hectares: [forest: 60, grass: 40],
            uncertainty: .covariance(lands: [forest, grass], matrix: [[25, -25], [-25, 25]]))
        let model = try stock([areas], set)
        #expect(try #require(model.linearEstimate(cityStock)).standardDeviation < 1e-9)
        let drawn = try await model.simulatedEstimates(draws: 5000)
        let whole = try #require(drawn.first { $0.key == cityStock })
        #expect((whole.upper - whole.lower).magnitude < 1e-6)
        #expect(near(whole.mean, 1000))
    }

    /// A published matrix (EX-3.18), its classes taken as forest, shrub, grassland, cropland.
    func published() throws -> ZoneAreas {
        let lands = [Category.forest, .specialShrub, .grassland, .cropland].map { LandType($0) }
        let rows: [[Double]] = [[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]]
        let sample = try ConfusionSample(
            name: "published", references: lands,
            counts: Dictionary(uniqueKeysWithValues: zip(lands, rows)))
        let mapped = [200_000.0, 150_000, 3_200_000, 6_450_000].map { $0 * 0.09 }
        return ZoneAreas(
            zone: "a", hectares: Dictionary(uniqueKeysWithValues: zip(lands, mapped)),
            uncertainty: .confusion(sample))
    }

    @Test("areas drawn from a confusion matrix have its adjusted mean and its standard error")
    func confusion() async throws {
        let model = try stock(
            [published()],
            coefficientSet(
                """
                [[densities]]
                categories = ["forest"]
                above = { value = 1, sd = 0 }
                below = 0
                dead_organic = 0
                soil = 0
                [[densities]]
                categories = ["special_shrub", "grassland", "cropland"]
                above = 0
                below = 0
                dead_organic = 0
                soil = 0
                """))
        // With one tonne a hectare on forest alone, the stock is the forest's area.
        let linear = try #require(model.linearEstimate(cityStock))
        #expect((linear.central - 21_157.76).magnitude < 0.01)
        // Dirichlet rows have p(1−p)/(n+1) where the estimator has p(1−p)/(n−1).
        #expect(near(1.959964 * linear.standardDeviation, 6157.63, within: 0.02))
        let drawn = try await model.simulatedEstimates(draws: 30_000, seed: 2, jobs: 2)
        let simulated = try #require(drawn.first { $0.key == cityStock })
        #expect(near(simulated.standardDeviation, linear.standardDeviation, within: 0.02))
        #expect(near(simulated.mean, linear.central, within: 0.004))
        #expect(simulated.lower > 0)
    }

    @Test("zones that share a sample move together")
    func sharedSample() throws {
        let whole = try published()
        let halves = ["a", "b"].map {
            ZoneAreas(
                zone: $0, hectares: whole.hectares.mapValues { $0 / 2 },
                uncertainty: whole.uncertainty)
        }
        let set = try CoefficientSet(named: "ordos_synthesis")
        let one = try #require(try stock([whole], set).linearEstimate(cityStock))
        let two = try #require(try stock(halves, set).linearEstimate(cityStock))
        #expect(near(two.standardDeviation, one.standardDeviation, within: 1e-9))
    }

    @Test("a mapped class without sample units is refused by name")
    func unsampled() throws {
        let sample = try ConfusionSample(
            name: "s", references: [forest], counts: [forest: [10]])
        let areas = ZoneAreas(
            zone: "a", hectares: [forest: 1, LandType(.water): 2], uncertainty: .confusion(sample))
        let error = #expect(throws: CarbonError.self) { try stock([areas], forty.get()) }
        #expect(error?.description.contains("'water'") == true)
        #expect(throws: CarbonError.self) {
            try ConfusionSample(name: "s", references: [forest], counts: [forest: [1]])
        }
    }

    @Test("a covariance with a negative variance is refused")
    func badCovariance() throws {
        let areas = ZoneAreas(
            zone: "a", hectares: [forest: 1],
            uncertainty: .covariance(
                lands: [forest, LandType(.water)], matrix: [[1, 2], [2, 1]]))
        #expect(throws: CarbonError.self) { try stock([areas], forty.get()) }
    }
}
