// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Support
import Testing

@Suite("95 % intervals cover the truth at least 93 times in a hundred")
struct CoverageTests {
    /// The share of each map class that truly is of each class.
    private let rows = [[0.85, 0.10, 0.05], [0.12, 0.80, 0.08], [0.06, 0.09, 0.85]]
    private let mapped = [20.0, 30, 50]
    private let classes = ["a", "b", "c"]

    @Test("areas and accuracies from a confusion matrix, over 3000 simulated surveys")
    func confusion() throws {
        let surveys = 3000
        let truth = (0..<3).map { column in
            zip(mapped, rows).reduce(0) { $0 + $1.0 * $1.1[column] }
        }
        let overall = zip(mapped, rows).enumerated().reduce(0) {
            $0 + $1.element.0 * $1.element.1[$1.offset]
        }
        var covered = [Int](repeating: 0, count: 5)
        for survey in 0..<surveys {
            var random = SeededRandom(seed: 20_181_203, key: UInt64(survey))
            let counts = rows.map { row in
                var counts = [0, 0, 0]
                for _ in 0..<150 {
                    let draw = random.unit()
                    counts[draw < row[0] ? 0 : draw < row[0] + row[1] ? 1 : 2] += 1
                }
                return counts
            }
            let matrix = try ConfusionMatrix(classes: classes, counts: counts, mapped: mapped)
            for (index, name) in classes.enumerated() {
                let area = matrix.area(of: name)
                covered[index] += (area.lower...area.upper).contains(truth[index]) ? 1 : 0
            }
            let all = matrix.overall.scaled(by: matrix.total)
            covered[3] += (all.lower...all.upper).contains(overall) ? 1 : 0
            let made = try #require(matrix.producersAccuracy(of: "a"))
            let producers = mapped[0] * rows[0][0] / truth[0]
            covered[4] += (made.lower...made.upper).contains(producers) ? 1 : 0
        }
        for count in covered {
            #expect((0.93...0.99).contains(Double(count) / Double(surveys)), "\(covered)")
        }
    }

    @Test("areas and ratios from strata that are not map classes, drawn without replacement")
    func stratified() throws {
        let surveys = 1000
        var random = SeededRandom(seed: 7, key: 0)
        var population: [[SampleUnit]] = []
        for (stratum, (size, share)) in [(600, 0.2), (400, 0.5), (300, 0.7)].enumerated() {
            population.append(
                (0..<size).map { _ in
                    let isForest = random.unit() < share
                    let isRight = random.unit() < 0.85
                    return SampleUnit(
                        stratum: "\(stratum)", map: isForest == isRight ? "forest" : "other",
                        reference: isForest ? "forest" : "other")
                })
        }
        let all = population.joined()
        let forest = Double(all.count { $0.reference == "forest" })
        let right = Double(all.count { $0.reference == "forest" && $0.map == "forest" })
        let strata = population.enumerated().map {
            Stratum(id: "\($0.offset)", size: Double($0.element.count))
        }
        var covered = [0, 0]
        for survey in 0..<surveys {
            var random = SeededRandom(seed: 8, key: UInt64(survey))
            let units = population.flatMap { stratum in
                (0..<100).reduce(into: (Array(stratum.indices), [SampleUnit]())) { drawn, step in
                    let pick = Int.random(in: step..<stratum.count, using: &random)
                    drawn.0.swapAt(step, pick)
                    drawn.1.append(stratum[drawn.0[step]])
                }.1
            }
            let sample = try StratifiedSample(strata: strata, units: units)
            let share = sample.share(of: "forest")
            let truth = forest / Double(all.count)
            covered[0] += (share.lower...share.upper).contains(truth) ? 1 : 0
            let made = try #require(sample.producersAccuracy(of: "forest"))
            covered[1] += (made.lower...made.upper).contains(right / forest) ? 1 : 0
        }
        for count in covered {
            #expect((0.93...0.99).contains(Double(count) / Double(surveys)), "\(covered)")
        }
    }

    /// A design: mapped shares of the map's classes, the share of each that truly is of the class in
    /// question, and how many units are drawn in each.
    struct Design: CustomTestStringConvertible {
        let mapped: [Double]
        let shares: [Double]
        let units: [Int]

        var testDescription: String {
            [mapped, shares, units.map(Double.init)].map { numbers in
                numbers.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" }
                    .joined(separator: ", ")
            }.joined(separator: "; ")
        }
    }

    @Test(
        "areas of small samples, rare omissions and flawless classes, over 2000 simulated surveys",
        arguments: [
            Design(mapped: [0.1, 0.9], shares: [0.8, 0.02], units: [4, 40]),
            Design(mapped: [0.3, 0.7], shares: [0.7, 0.05], units: [4, 40]),
            Design(mapped: [0.023, 0.977], shares: [0.9, 0.005], units: [50, 50]),
            Design(mapped: [0.3, 0.7], shares: [0.9, 0.05], units: [20, 20]),
            Design(mapped: [0.27, 0.73], shares: [1, 0], units: [30, 30]),
            Design(
                mapped: [0.05, 0.1, 0.15, 0.2, 0.2, 0.3],
                shares: [0.8, 0.1, 0.05, 0.02, 0.02, 0.01], units: [20, 20, 20, 20, 20, 20]),
            Design(
                mapped: [0.02, 0.05, 0.1, 0.13, 0.1, 0.1, 0.2, 0.2, 0.1],
                shares: [0.9, 0.05, 0.02, 0.1, 0.01, 0.03, 0.01, 0.005, 0],
                units: [30, 30, 30, 30, 30, 30, 30, 30, 30]),
        ])
    func smallSamples(design: Design) throws {
        let surveys = 2000
        let truth = zip(design.mapped, design.shares).reduce(0) { $0 + $1.0 * $1.1 }
        // The class itself comes last: it is what the reference calls it, wherever it is mapped.
        let classes = design.mapped.indices.map { "map\($0)" } + ["forest"]
        var covered = 0
        var narrowest = Double.infinity
        for survey in 0..<surveys {
            var random = SeededRandom(seed: 90, key: UInt64(survey))
            let counts = design.units.indices.map { row in
                var counts = [Int](repeating: 0, count: classes.count)
                for _ in 0..<design.units[row] {
                    counts[random.unit() < design.shares[row] ? classes.count - 1 : row] += 1
                }
                return counts
            }
            let matrix = try ConfusionMatrix(
                classes: classes, counts: counts + [[Int](repeating: 0, count: classes.count)],
                mapped: design.mapped + [0])
            let share = matrix.share(of: ["forest"])
            covered += share.lower <= truth && truth <= share.upper ? 1 : 0
            narrowest = min(narrowest, share.upper - share.lower)
        }
        #expect(Double(covered) / Double(surveys) >= 0.93, "\(covered) of \(surveys)")
        #expect(narrowest > 0)
        #expect(
            try StatedCoverage().says(design.testDescription, [covered], of: surveys),
            "\(StatedCoverage.row(design.testDescription, [covered], of: surveys))")
    }

    @Test("a sample that found no error has the interval of Clopper and Pearson")
    func flawless() throws {
        let matrix = try ConfusionMatrix(
            classes: ["forest", "other"], counts: [[30, 0], [0, 50]], mapped: [1, 1])
        let users = try #require(matrix.usersAccuracy(of: "forest"))
        // (α/2)^(1/n), by hand.
        #expect(abs(users.lower - 0.884_297_0) < 1e-6)
        #expect(users.upper == 1)
        let producers = try #require(matrix.producersAccuracy(of: "forest"))
        #expect(producers.lower < 0.95 && producers.upper == 1)
    }

    @Test("81 hits of 263 have the interval that tables of the binomial give")
    func clopperPearson() throws {
        let matrix = try ConfusionMatrix(
            classes: ["forest", "other"], counts: [[81, 182], [0, 2]], mapped: [1, 1])
        let users = try #require(matrix.usersAccuracy(of: "forest"))
        #expect(abs(users.lower - 0.252_736_7) < 1e-6)
        #expect(abs(users.upper - 0.367_621_9) < 1e-6)
    }
}
