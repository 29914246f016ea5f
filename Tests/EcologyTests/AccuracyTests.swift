// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Testing
import Words

@Suite("Accuracy, strata are map classes (Olofsson et al. 2014)")
struct ConfusionMatrixTests {
    /// The published example; mapped areas in pixels of 30 m.
    private func published() throws -> ConfusionMatrix {
        try ConfusionMatrix(
            classes: ["deforestation", "gain", "forest", "other"],
            counts: [[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]],
            mapped: [200_000, 150_000, 3_200_000, 6_450_000])
    }

    @Test(
        "the published areas come out to every printed digit",
        arguments: [
            ("deforestation", 21_157.76, 6_157.63), ("gain", 11_686.15, 3_755.83),
            ("forest", 285_769.93, 15_509.84), ("other", 581_386.15, 16_281.66),
        ])
    func areas(name: String, hectares: Double, halfWidth: Double) throws {
        let area = try published().area(of: name).scaled(by: 0.09)
        #expect(close(area.value, hectares, within: 0.005))
        #expect(close(area.halfWidth, halfWidth, within: 0.005))
    }

    @Test("deforestation is 235,086 ± 68,418 pixels, share 0.0235086, S 0.0034907")
    func deforestation() throws {
        let share = try published().share(of: ["deforestation"])
        #expect(close(share.value, 0.0235086, within: 5e-8))
        #expect(close(share.standardError, 0.0034907, within: 5e-8))
        let pixels = try published().area(of: "deforestation")
        #expect(close(pixels.value, 235_086, within: 0.5))
        #expect(close(pixels.halfWidth, 68_418, within: 0.5))
    }

    @Test(
        "user's and producer's accuracies",
        arguments: [
            ("deforestation", 0.8800, 0.0740, 0.7487, 0.2133),
            ("gain", 0.7333, 0.1008, 0.8472, 0.2544), ("forest", 0.9273, 0.0397, 0.9345, 0.0343),
            ("other", 0.9631, 0.0205, 0.9616, 0.0184),
        ])
    func accuracies(name: String, users: Double, usersHalf: Double, made: Double, madeHalf: Double)
        throws
    {
        let matrix = try published()
        let user = try #require(matrix.usersAccuracy(of: name))
        let producer = try #require(matrix.producersAccuracy(of: name))
        #expect(close(user.value, users, within: 5e-5))
        #expect(close(user.halfWidth, usersHalf, within: 5e-5))
        #expect(close(producer.value, made, within: 5e-5))
        #expect(close(producer.halfWidth, madeHalf, within: 5e-5))
    }

    @Test("overall accuracy is 0.94651 ± 0.01848")
    func overall() throws {
        let overall = try published().overall
        #expect(close(overall.value, 0.94651, within: 5e-6))
        #expect(close(overall.halfWidth, 0.01848, within: 5e-6))
    }

    @Test("the example of 2013: three classes in hectares")
    func earlier() throws {
        let matrix = try ConfusionMatrix(
            classes: ["a", "b", "c"], counts: [[97, 0, 3], [3, 279, 18], [2, 1, 97]],
            mapped: [22_353, 1_122_543, 610_228])
        let expected = [
            ("a", 45_112.4, 21_072.8), ("b", 1_050_067.3, 34_598.0), ("c", 659_944.3, 36_526.3),
        ]
        for (name, hectares, half) in expected {
            #expect(close(matrix.area(of: name).value, hectares, within: 0.05))
            #expect(close(matrix.area(of: name).halfWidth, half, within: 0.05))
        }
        #expect(close(matrix.overall.value, 0.94442, within: 5e-6))
        #expect(close(matrix.overall.halfWidth, 0.02188, within: 5e-6))
    }

    @Test("classes add up to the map, and all of them together have no error")
    func closes() throws {
        let matrix = try published()
        let sum = matrix.classes.reduce(0) { $0 + matrix.area(of: $1).value }
        #expect(close(sum, matrix.total, within: 1e-6))
        let all = matrix.share(of: Set(matrix.classes))
        #expect(close(all.value, 1, within: 1e-15))
        #expect(all.standardError < 1e-8)
    }

    @Test("pairs count into the same matrix; a class off the map is named")
    func pairs() throws {
        let pairs = [("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]
        let matrix = try ConfusionMatrix(
            pairs: pairs.map { (map: $0.0, reference: $0.1) }, classes: ["a", "b"], mapped: [1, 3])
        #expect(matrix.counts == [[1, 1], [0, 2]])
        #expect(throws: AccuracyError.unknown("c", known: ["a", "b"])) {
            try ConfusionMatrix(
                pairs: [(map: "a", reference: "c")], classes: ["a", "b"], mapped: [1, 3])
        }
    }

    @Test("a mapped class without samples, or with one, is an error that names it")
    func thin() {
        #expect(throws: AccuracyError.emptyStratum("b")) {
            try ConfusionMatrix(classes: ["a", "b"], counts: [[5, 0], [0, 0]], mapped: [1, 1])
        }
        #expect(throws: AccuracyError.tooFewUnits("b", count: 1)) {
            try ConfusionMatrix(classes: ["a", "b"], counts: [[5, 0], [0, 1]], mapped: [1, 1])
        }
        #expect(throws: AccuracyError.tooManyUnits("b", count: 2, size: 0)) {
            try ConfusionMatrix(classes: ["a", "b"], counts: [[5, 0], [0, 2]], mapped: [1, 0])
        }
        #expect(throws: AccuracyError.shape(classes: 2, rows: 1)) {
            try ConfusionMatrix(classes: ["a", "b"], counts: [[5, 0]], mapped: [1, 1])
        }
    }

    @Test("a class that only the reference has gets an area; one it never has, no producer's")
    func oneSided() throws {
        let matrix = try ConfusionMatrix(
            classes: ["a", "b", "c"], counts: [[5, 0, 5], [5, 0, 0], [0, 0, 0]], mapped: [1, 1, 0])
        #expect(matrix.area(of: "c").value == 0.5)
        #expect(matrix.usersAccuracy(of: "c") == nil)
        #expect(matrix.producersAccuracy(of: "c")?.value == 0)
        #expect(matrix.producersAccuracy(of: "b") == nil)
    }

    @Test("an estimate puts its interval on the indicator, and so on the verdict")
    func indicator() throws {
        let matrix = try ConfusionMatrix(
            classes: ["forest", "other"], counts: [[90, 10], [5, 95]], mapped: [28, 72])
        let areas = try ForestAreas(trees: 28, specialShrub: 0, belts: 0, land: 100)
        let result = try forestCoverage(of: areas, at: somewhere)
            .estimated(by: matrix.area(of: "forest"))
        #expect(close(result.value, 0.28 * 0.9 + 0.72 * 0.05, within: 1e-12))
        #expect(result.notes.contains { $0.en.contains("the map has 28.00%") })
        let target = Quantity(27.3, .percent)
        #expect(try Verdict(of: result, against: target).kind == .inconclusive)
    }
}

@Suite("Accuracy, strata differ from map classes (Stehman 2014)")
struct StratifiedSampleTests {
    private func published(zone: (Int) -> String? = { _ in nil }) throws -> StratifiedSample {
        let map = "AAAAAAABBB ABBBBBBBBB BBCCCCCCBB DDDDDDDDDD".split(separator: " ")
        let reference = "AAAAACBABC ABBBBBAABB CCCCCDDBBA DDDDDDDCCB".split(separator: " ")
        var units: [SampleUnit] = []
        for (stratum, (map, reference)) in zip(["A", "B", "C", "D"], zip(map, reference)) {
            for (map, reference) in zip(map, reference) {
                units.append(
                    SampleUnit(
                        stratum: stratum, map: String(map), reference: String(reference),
                        zone: zone(units.count)))
            }
        }
        let sizes = [("A", 40_000.0), ("B", 30_000), ("C", 20_000), ("D", 10_000)]
        return try StratifiedSample(
            strata: sizes.map { Stratum(id: $0, size: $1) }, units: units)
    }

    @Test("the published estimates and standard errors")
    func worked() throws {
        let sample = try published()
        let expected: [(Estimate?, Double, Double)] = [
            (sample.overall, 0.63, 0.08464), (sample.share(of: "A"), 0.35, 0.08225),
            (sample.share(of: "C"), 0.20, 0.06428),
            (sample.usersAccuracy(of: "B"), 0.574468, 0.12478),
            (sample.producersAccuracy(of: "B"), 0.794118, 0.11655),
            (sample.share { $0.map == "B" && $0.reference == "C" }, 0.08, 0.04807),
        ]
        for (estimate, value, error) in expected {
            #expect(close(estimate?.value, value, within: 5e-7))
            #expect(close(estimate?.standardError, error, within: 5e-6))
        }
        #expect(sample.usersAccuracy(of: "Z") == nil)
    }

    @Test("a banner gets an interval from 30 units and 5 of the class on, and only then")
    func domains() throws {
        let sample = try published { $0 < 32 ? "big" : "small" }
        let big = sample.share(of: "B", in: "big")
        #expect(big.units == 32)
        #expect(big.unitsOfClass == 11)
        #expect(big.estimate != nil)
        let small = sample.share(of: "D", in: "small")
        #expect(small.units == 8)
        #expect(small.value != nil)
        #expect(small.estimate == nil)
        let rare = sample.share(of: "D", in: "big")
        #expect(rare.unitsOfClass == 4)
        #expect(rare.estimate == nil)
        #expect(sample.share(of: "A", in: "nowhere").value == nil)
    }

    @Test("a domain that is the whole region gives the whole region's estimate")
    func wholeDomain() throws {
        let sample = try published { _ in "all" }
        let domain = try #require(sample.share(of: "A", in: "all").estimate)
        #expect(close(domain.value, 0.35, within: 1e-15))
        #expect(close(domain.standardError, sample.share(of: "A").standardError, within: 1e-12))
    }

    @Test("a stratum without units, with one, or with more than it has, is an error")
    func thin() {
        let strata = [Stratum(id: "a", size: 2), Stratum(id: "b", size: 9)]
        func unit(_ stratum: String) -> SampleUnit {
            SampleUnit(stratum: stratum, map: "x", reference: "x")
        }
        #expect(throws: AccuracyError.emptyStratum("b")) {
            try StratifiedSample(strata: strata, units: [unit("a"), unit("a")])
        }
        #expect(throws: AccuracyError.tooFewUnits("a", count: 1)) {
            try StratifiedSample(strata: strata, units: [unit("a"), unit("b"), unit("b")])
        }
        #expect(throws: AccuracyError.tooManyUnits("a", count: 3, size: 2)) {
            try StratifiedSample(strata: strata, units: [unit("a"), unit("a"), unit("a")])
        }
        let empty = AccuracyError.noSize("a")
        #expect(throws: empty) {
            try StratifiedSample(
                strata: [Stratum(id: "a", size: 0)], units: [unit("a"), unit("a")])
        }
        #expect("\(empty)".contains("'a' has a size of 0"))
        #expect(throws: AccuracyError.negative("a")) {
            try StratifiedSample(strata: [Stratum(id: "a", size: -1)], units: [])
        }
        #expect(throws: AccuracyError.unknown("c", known: ["a", "b"])) {
            try StratifiedSample(strata: strata, units: [unit("c")])
        }
    }

    @Test("parcels give a pass rate with its error; a full count has none")
    func parcels() throws {
        let all = [(y: 4.0, x: 4.0), (y: 0, x: 2), (y: 3, x: 3), (y: 0, x: 1)]
        let full = try #require(
            try stratifiedRatio([Stratum(id: "a", size: 4)], values: ["a": all]))
        #expect(full == Estimate(0.7, standardError: 0))
        // Residuals y − 0.7x are 1.2, −1.4, 0.9 and −0.7.
        let part = try #require(
            try stratifiedRatio([Stratum(id: "a", size: 8)], values: ["a": all]))
        let squares = 1.44 + 1.96 + 0.81 + 0.49
        let error = (64 * 0.5 * squares / 3 / 4).squareRoot() / 20
        #expect(close(part.standardError, error, within: 1e-12))
        #expect(throws: AccuracyError.emptyStratum("b")) {
            try stratifiedRatio([Stratum(id: "b", size: 8)], values: ["a": all])
        }
    }
}
