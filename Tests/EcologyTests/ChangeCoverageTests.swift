// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Support
import Testing

/// Samples of change strata: gains, losses and net change.
@Suite("95 % intervals of change cover the truth at least 93 times in a hundred")
struct ChangeCoverageTests {
    /// Mapped transitions with their shares of the land, what each truly is, and units drawn in each.
    struct Design: CustomTestStringConvertible {
        let name: String
        let mapped: [Double]
        /// Row by row: shares of the true transitions, in the order of ``ChangeCoverageTests/labels``.
        let rows: [[Double]]
        let units: Int

        var testDescription: String { "\(name), \(units) units a stratum" }
    }

    static let labels = ["loss", "gain", "forest", "other"]

    private static let good = [
        [0.85, 0, 0.10, 0.05], [0, 0.80, 0.08, 0.12], [0.01, 0, 0.96, 0.03],
        [0.002, 0.005, 0.01, 0.983],
    ]
    private static let rare = [
        [0.70, 0, 0.20, 0.10], [0, 0.60, 0.15, 0.25], [0.02, 0.001, 0.95, 0.029],
        [0.001, 0.004, 0.005, 0.99],
    ]
    private static let flawless = [[1.0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]

    static let designs: [Design] = [20, 30, 50, 100].flatMap { units in
        [
            Design(name: "good map", mapped: [0.02, 0.015, 0.32, 0.645], rows: good, units: units),
            Design(
                name: "rare change", mapped: [0.004, 0.006, 0.2, 0.79], rows: rare, units: units),
            Design(
                name: "flawless map", mapped: [0.03, 0.01, 0.4, 0.56], rows: flawless, units: units),
        ]
    }

    @Test("gain, loss and net change, over 2000 simulated surveys", arguments: designs)
    func coverage(design: Design) throws {
        let surveys = 2000
        func truth(_ column: Int) -> Double {
            zip(design.mapped, design.rows).reduce(0) { $0 + $1.0 * $1.1[column] }
        }
        let truths = [truth(0), truth(1), truth(1) - truth(0)]
        var covered = [0, 0, 0]
        var narrowest = Double.infinity
        for survey in 0..<surveys {
            var random = SeededRandom(seed: 2014, key: UInt64(survey))
            let counts = design.rows.map { row in
                var counts = [0, 0, 0, 0]
                for _ in 0..<design.units {
                    var draw = random.unit()
                    var column = 0
                    while column < 3, draw >= row[column] {
                        draw -= row[column]
                        column += 1
                    }
                    counts[column] += 1
                }
                return counts
            }
            let matrix = try ConfusionMatrix(
                classes: Self.labels, counts: counts, mapped: design.mapped)
            let estimates = [
                matrix.area(of: "loss"), matrix.area(of: "gain"),
                matrix.area(of: ["gain"], minus: ["loss"]),
            ]
            for (index, estimate) in estimates.enumerated() {
                covered[index] +=
                    estimate.lower <= truths[index] && truths[index] <= estimate.upper ? 1 : 0
                narrowest = min(narrowest, estimate.upper - estimate.lower)
            }
        }
        let shares = covered.map { Double($0) / Double(surveys) }
        #expect(shares.allSatisfy { $0 >= 0.93 }, "loss, gain, net: \(shares)")
        #expect(narrowest > 0)
        let name = "\(design.name), \(design.units)"
        #expect(
            try StatedCoverage().says(name, covered, of: surveys),
            "\(StatedCoverage.row(name, covered, of: surveys))")
    }

    @Test("strata that are not transitions give the same net change as those that are")
    func ownStrata() throws {
        let counts = [[17, 0, 2, 1], [0, 16, 2, 2], [1, 0, 18, 1], [0, 1, 0, 19]]
        let mapped = [2e8, 1.5e8, 3.2e9, 6.45e9]
        let matrix = try ConfusionMatrix(classes: Self.labels, counts: counts, mapped: mapped)
        let units = zip(Self.labels, counts).flatMap { label, row in
            zip(Self.labels, row).flatMap { truth, count in
                (0..<count).map { _ in SampleUnit(stratum: label, map: label, reference: truth) }
            }
        }
        let sample = try StratifiedSample(
            strata: zip(Self.labels, mapped).map { Stratum(id: $0, size: $1) }, units: units)
        let net = matrix.area(of: ["gain"], minus: ["loss"])
        let other = sample.share(
            where: { $0.reference == "gain" }, minus: { $0.reference == "loss" }
        ).scaled(by: matrix.total)
        #expect(abs(net.value - other.value) < 1)
        #expect(abs(net.lower - other.lower) < abs(net.lower) * 1e-6)
        #expect(abs(net.upper - other.upper) < abs(net.upper) * 1e-6)
        // By hand: Σ W (p gain − p loss).
        let byHand = 2e8 * (0 - 0.85) + 1.5e8 * 0.8 + 3.2e9 * (0 - 0.05) + 6.45e9 * 0.05
        #expect(abs(net.value - byHand) < 1)
    }
}
