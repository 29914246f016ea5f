// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Foundation
import Support
import Testing
import Words

@Suite("Means of plots")
struct PlotMeanTests {
    @Test("a single plot takes the variance pooled over the other groups, by its freedom")
    func pooled() throws {
        let plots = try PlotMean(
            groups: [[0.4, 0.5, 0.6], [0.2, 0.4], [0.7]],
            strata: [
                .init(area: 300, groups: [0]), .init(area: 100, groups: [1]),
                .init(area: 100, groups: [2]),
            ])
        #expect(close(plots.value, 0.5, within: 1e-15))
        #expect(plots.singles == 1)
        // Weights 0.6, 0.2 and 0.2; the third group's 0.04 fall on the others as 2 and 1 of 3.
        #expect(close(plots.degreesOfFreedom, 2.994_152_046_783_625_6, within: 1e-12))
        // scipy.stats.t.ppf(0.975, …) times √0.0021333…
        let interval = try #require(plots.interval)
        #expect(close(interval.upperBound, 0.5 + 0.147_153_445_809_465_3, within: 1e-9))
        #expect(close(interval.lowerBound, 0.5 - 0.147_153_445_809_465_3, within: 1e-9))
        let result = grasslandCover(on: plots, at: somewhere)
        #expect(result.notes.contains { $0.en.contains("pooled") && $0.en.contains("3.0 degrees") })
    }

    @Test(
        "too few plots, one a group, or plots that are all alike give no interval and no verdict",
        arguments: [
            [[0.8], [0.9]], [[0.8], [0.9], [0.7], [0.6], [0.5]],
            [[0.8, 0.8, 0.8], [0.9, 0.9, 0.9]],
            [[0.8, 0.801], [0.9, 0.91]],
        ])
    func noVariance(groups: [[Double]]) throws {
        let plots = try PlotMean(
            groups: groups, strata: groups.indices.map { .init(area: 1, groups: [$0]) })
        #expect(plots.interval == nil && plots.degreesOfFreedom == nil)
        let result = grasslandCover(on: plots, at: somewhere)
        #expect(result.bounds == nil)
        let verdict = try Verdict(of: result, against: Quantity(70, .percent), .atLeast)
        #expect([.countedAbove, .countedBelow].contains(verdict.kind))
    }

    @Test("plots that stand in for several banners count once, not as independent samples")
    func shared() throws {
        let plots = [0.3, 0.4, 0.5, 0.6, 0.5]
        let once = try PlotMean(groups: [plots], strata: [.init(area: 9, groups: [0])])
        let nine = try PlotMean(
            groups: [plots], strata: (0..<9).map { _ in .init(area: 1, groups: [0]) })
        #expect(close(nine.interval?.upperBound, once.interval?.upperBound ?? 0, within: 1e-12))
    }

    @Test("skewed plots reach further on their long side")
    func skewed() throws {
        let plots = try PlotMean(
            groups: [[0.02, 0.03, 0.02, 0.03, 0.3]], strata: [.init(area: 1, groups: [0])])
        let interval = try #require(plots.interval)
        #expect(
            interval.upperBound - plots.value > 1.2 * (plots.value - interval.lowerBound))
    }

    @Test("beside groups that vary unlike one another, a single plot's ground may be anything")
    func unlike() throws {
        let calm = [0.50, 0.51, 0.49, 0.50, 0.52, 0.48], wild = [0.1, 0.9, 0.3, 0.7, 0.5, 0.2]
        let plots = try PlotMean(
            groups: [calm, wild, [0.4]],
            strata: [
                .init(area: 40, groups: [0]), .init(area: 40, groups: [1]),
                .init(area: 20, groups: [2]),
            ])
        #expect(plots.isUnlike && close(plots.singleShare, 0.2, within: 1e-15))
        let told = try PlotMean(
            groups: [calm, wild],
            strata: [.init(area: 40, groups: [0]), .init(area: 40, groups: [1])])
        let (all, own) = (try #require(plots.interval), try #require(told.interval))
        // The two alone, times their share of the area, with none to all of the rest.
        #expect(close(all.lowerBound, 0.8 * own.lowerBound, within: 1e-12))
        #expect(close(all.upperBound, 0.8 * own.upperBound + 0.2, within: 1e-12))
        let result = grasslandCover(on: plots, at: somewhere)
        #expect(result.bounds?.kind == .range)
        #expect(result.notes.contains { $0.en.contains("Bartlett") && $0.en.contains("20.0") })
        let alike = try PlotMean(
            groups: [calm, calm.map { $0 + 0.2 }, [0.4]],
            strata: (0..<3).map { .init(area: 1, groups: [$0]) })
        #expect(!alike.isUnlike)
        let assumed = grasslandCover(on: alike, at: somewhere)
        #expect(assumed.bounds?.kind == .confidence95)
        #expect(assumed.notes.contains { $0.en.contains("assumed that they vary alike") })
    }

    @Test(
        "with single plots: alike, the assumption holds; others unlike, bounds hold; unlike alone, it fails",
        arguments: [
            ("alike", [(6.0, 4.0), (4, 6), (5, 5)], 0.93...1),
            ("others unlike", [(60, 40), (1.2, 0.8), (1, 1)], 0.93...1),
            ("the single unlike", [(60, 40), (50, 50), (0.6, 0.4)], 0.1...0.3),
        ])
    func singles(name: String, shapes: [(Double, Double)], wanted: ClosedRange<Double>) throws {
        let tables = shapes.map { BetaTable($0.0, $0.1) }
        let areas = [3.0, 5, 2], counts = [20, 20, 1]
        let truth = zip(areas, shapes).reduce(0) { $0 + $1.0 / 10 * $1.1.0 / ($1.1.0 + $1.1.1) }
        var random = SeededRandom(seed: 1937)
        var (held, bounded) = (0, 0)
        for _ in 0..<2000 {
            let groups = zip(counts, tables).map { count, table in
                (0..<count).map { _ in table.quantile(random.unit()) }
            }
            let mean = try PlotMean(
                groups: groups,
                strata: areas.enumerated().map { .init(area: $1, groups: [$0]) })
            held += mean.interval.map { $0.contains(truth) } == true ? 1 : 0
            bounded += mean.isUnlike ? 1 : 0
        }
        #expect(wanted.contains(Double(held) / 2000), "\(held)")
        #expect(
            try StatedCoverage().says(name, [held, bounded], of: 2000),
            "\(StatedCoverage.row(name, [held, bounded], of: 2000))")
    }

    /// Strata: area, plots, and the two shapes of the beta distribution of their cover.
    struct Design: CustomTestStringConvertible {
        let name: String
        let strata: [(area: Double, plots: Int, a: Double, b: Double)]
        var testDescription: String { name }
    }

    private static let designs = [
        Design(name: "three of 20", strata: [(3, 20, 6, 4), (5, 20, 4, 6), (2, 20, 3, 7)]),
        Design(name: "one of 20, skewed", strata: [(1, 20, 1, 9)]),
        Design(name: "one of 20, sand", strata: [(1, 20, 0.5, 9.5)]),
        Design(
            name: "three of 20, skewed", strata: [(3, 20, 1, 9), (5, 20, 1, 12), (2, 20, 2, 6)]),
        Design(name: "unlike areas", strata: [(1, 30, 6, 4), (50, 20, 4, 6), (5, 20, 3, 7)]),
        Design(name: "three of 2", strata: [(3, 2, 6, 4), (5, 2, 4, 6), (2, 2, 3, 7)]),
        Design(
            name: "singles beside 8 and 6",
            strata: [(3, 8, 6, 4), (5, 6, 4, 6), (2, 1, 5, 5), (2, 1, 4, 5)]),
        Design(
            name: "single beside twice 20", strata: [(3, 20, 6, 4), (5, 20, 4, 6), (2, 1, 5, 5)]),
    ]

    @Test("95 % intervals of plots hold the truth, over 2000 simulated surveys", arguments: designs)
    func coverage(design: Design) throws {
        let surveys = 2000
        let area = design.strata.reduce(0) { $0 + $1.area }
        let truth = design.strata.reduce(0) { $0 + $1.area / area * $1.a / ($1.a + $1.b) }
        let strata = design.strata.enumerated().map {
            PlotMean.Stratum(area: $1.area, groups: [$0])
        }
        let covers = design.strata.map { BetaTable($0.a, $0.b) }
        var held = 0
        var narrow = 0
        var random = SeededRandom(seed: 20_181_203)
        for _ in 0..<surveys {
            let groups = zip(design.strata, covers).map { stratum, table in
                (0..<stratum.plots).map { _ in table.quantile(random.unit()) }
            }
            let mean = try PlotMean(groups: groups, strata: strata)
            held += mean.interval.map { $0.contains(truth) } == true ? 1 : 0
            narrow += Self.normal(groups, strata, around: mean.value).contains(truth) ? 1 : 0
        }
        #expect(Double(held) / Double(surveys) >= 0.93, "\(held) of \(surveys)")
        #expect(
            try StatedCoverage().says(design.name, [held, narrow], of: surveys),
            "\(StatedCoverage.row(design.name, [held, narrow], of: surveys))")
    }

    /// What is commonly taken: 1.96 standard errors, and none of a single plot.
    private static func normal(
        _ groups: [[Double]], _ strata: [PlotMean.Stratum], around mean: Double
    ) -> ClosedRange<Double> {
        let area = strata.reduce(0) { $0 + $1.area }
        var variance = 0.0
        for (plots, stratum) in zip(groups, strata) where plots.count > 1 {
            let count = Double(plots.count)
            let own = plots.reduce(0, +) / count
            let squares = plots.reduce(0) { $0 + ($1 - own) * ($1 - own) }
            let weight = stratum.area / area
            variance += weight * weight * squares / (count - 1) / count
        }
        let half = 1.96 * variance.squareRoot()
        return mean - half...mean + half
    }
}

/// Quantiles of a beta distribution by sums of its density in logarithmic steps from both ends.
private struct BetaTable {
    private var places: [Double] = []
    private var sums: [Double] = []

    init(_ a: Double, _ b: Double) {
        // x = 1 / (1 + e^−u): the density in u is x^a (1 − x)^b, smooth at both ends.
        var sum = 0.0
        for step in 0...8000 {
            let u = -40 + Double(step) * 0.01
            let x = 1 / (1 + exp(-u))
            sum += pow(x, a) * pow(1 - x, b)
            places.append(x)
            sums.append(sum)
        }
        sums = sums.map { $0 / sum }
    }

    func quantile(_ share: Double) -> Double {
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < share { low = middle + 1 } else { high = middle }
        }
        return places[low]
    }
}
