// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Ecology
import Foundation
import Testing
import Words

@Suite("Land productivity")
struct ProductivityTests {
    @Test("the code of a pixel is that of the whole test, whatever the number of years")
    func codes() throws {
        var state: UInt64 = 88_172_645_463_325_252
        for count in 2...40 {
            for drift in [-60.0, -20, 0, 20, 60] {
                let values = (0..<count).map { year in
                    state ^= state << 13
                    state ^= state >> 7
                    state ^= state << 17
                    return Double(year) * drift + Double(state % 800)
                }
                let test = try TrendTest(values)
                #expect(TrendTest.code(of: values) == test.code)
                #expect(test.productivity == test.code.map(LandTrend.init(trajectory:)))
            }
        }
    }

    @Test("a trajectory degrades or improves from 95 % on")
    func trajectory() {
        let trends = (-3...3).map { LandTrend(trajectory: $0) }
        #expect(
            trends == [.degraded, .degraded, .stable, .stable, .stable, .improved, .improved])
    }

    @Test("beyond thirty years the normal approximation decides, and a rising series rises")
    func manyYears() throws {
        let rising = (0..<31).map { Double($0) * 50 }
        #expect(try TrendTest(rising).code == 3)
        #expect(try TrendTest(rising.map { -$0 }).code == -3)
        // n 31: Var 31·30·67/18. S by swaps of neighbours: each takes 2 of 465.
        let variance = 31.0 * 30 * 67 / 18
        #expect(close(try TrendTest(rising).variance, variance, within: 1e-9))
        #expect(close(try TrendTest(rising).z, 464 / variance.squareRoot(), within: 1e-12))
    }

    private let baseline = stride(from: 1500.0, through: 1740, by: 20).map { $0 }

    @Test("deciles are of the baseline and two margins, and classes count those below a mean")
    func state() throws {
        #expect(baseline.count == 13)
        let state = try #require(ProductivityState(baseline: baseline, target: [1735]))
        let wanted: [Double] = [1508, 1536, 1564, 1592, 1620, 1648, 1676, 1704, 1732]
        for (decile, wanted) in zip(state.deciles, wanted) {
            #expect(close(decile, wanted, within: 1e-9))
        }
        #expect(state.deciles.count == 9)
        #expect(state.baselineClass == 5 && state.targetClass == 10)
        #expect(state.change == 5 && state.trend == .improved)
    }

    @Test("means that differ by 100 at most are one, though classes differ")
    func smallDifference() throws {
        let state = try #require(ProductivityState(baseline: baseline, target: [1690, 1710]))
        #expect(state.targetClass == 8 && state.difference == 80)
        #expect(state.change == 0 && state.trend == .stable)
        let edge = try #require(ProductivityState(baseline: baseline, target: [1720]))
        #expect(edge.difference == 100 && edge.change == 0)
        let down = try #require(ProductivityState(baseline: baseline, target: [1505]))
        #expect(down.targetClass == 1 && down.trend == .degraded)
        #expect(ProductivityState(baseline: [], target: [1]) == nil)
        #expect(ProductivityState(baseline: [1], target: []) == nil)
    }

    @Test("half of the best of its kind, or less, performs badly")
    func performance() {
        #expect(ProductivityPerformance.trend(ofMean: 900, best: 2000) == .degraded)
        #expect(ProductivityPerformance.trend(ofMean: 1000, best: 2000) == .degraded)
        #expect(ProductivityPerformance.trend(ofMean: 1001, best: 2000) == .stable)
        #expect(ProductivityPerformance.trend(ofMean: 1001, best: 0) == nil)
    }

    @Test("three trends make five classes, by the trajectory and four exceptions")
    func combination() {
        let (down, even, up) = (LandTrend.degraded, LandTrend.stable, LandTrend.improved)
        let wanted: [(LandTrend, LandTrend, LandTrend, Int)] = [
            (down, down, down, 1), (down, down, even, 1), (down, even, down, 1),
            (down, even, even, 1), (down, up, down, 1), (down, up, even, 1),
            (even, down, down, 1), (even, down, even, 2), (even, even, down, 3),
            (even, even, even, 4), (even, up, down, 4), (even, up, even, 4),
            (up, down, down, 2), (up, down, even, 5), (up, even, down, 5),
            (up, even, even, 5), (up, up, down, 5), (up, up, even, 5),
        ]
        for (trajectory, state, performance, code) in wanted {
            let found = ProductivityClass(
                trajectory: trajectory, state: state, performance: performance)
            #expect(found?.rawValue == code, "\(trajectory) \(state) \(performance)")
        }
        #expect(ProductivityClass(trajectory: nil, state: even, performance: even) == nil)
        #expect(ProductivityClass(trajectory: even, state: nil, performance: even) == nil)
        #expect(ProductivityClass(trajectory: even, state: even, performance: nil) == nil)
        let trends = ProductivityClass.allCases.map(\.trend)
        #expect(trends == [down, down, even, even, up])
    }
}

@Suite("Land degradation")
struct DegradationTests {
    @Test("the default matrix is UNCCD's, and the local one has grass and cropland reversed")
    func matrices() throws {
        let written = try DegradationMatrix(
            [
                "0 − − − − − 0", "+ 0 + − − − 0", "+ − 0 − − − 0", "− − − 0 − − 0", "+ + + + 0 + 0",
                "+ + + + − 0 0", "0 0 0 0 0 0 0",
            ], name: DegradationMatrix.unccd.name)
        #expect(written == .unccd)
        let local = DegradationMatrix.returningCropland
        #expect(local[.grass, .crop] == .degraded && local[.crop, .grass] == .improved)
        #expect(local.name != DegradationMatrix.unccd.name)
        let differing = DegradationCover.allCases.flatMap { from in
            DegradationCover.allCases.filter { local[from, $0] != written[from, $0] }
        }
        #expect(differing.count == 2)
        var own = written
        own[.other, .grass] = .stable
        #expect(own[.other, .grass] == .stable && own[.grass, .other] == .degraded)
    }

    @Test("a matrix file is read, and a row that is not seven signs is refused at its line")
    func matrixFile() throws {
        let path = NSTemporaryDirectory() + "matrix-\(UUID().uuidString).toml"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let text = """
            name_zh = "本地"
            name_en = "local"
            tree = "0 - - - - - 0"
            grass = "+ 0 - - - - 0"
            crop = "+ + 0 - - - 0"
            wetland = "- - - 0 - - 0"
            artificial = "+ + + + 0 + 0"
            other = "+ + + + - 0 0"
            water = "0 0 0 0 0 0 0"
            """
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let own = try DegradationMatrix(readingFrom: path)
        #expect(own.name == LocalizedText(zh: "本地", en: "local"))
        for before in DegradationCover.allCases {
            for after in DegradationCover.allCases {
                #expect(own[before, after] == DegradationMatrix.returningCropland[before, after])
            }
        }
        for (right, wrong) in [
            ("+ + 0 - - - 0", "+ + 0 - - -"), ("+ + 0 - - - 0", "+ + 0 - - - x"),
        ] {
            try text.replacing(right, with: wrong)
                .write(toFile: path, atomically: true, encoding: .utf8)
            let error = try #require(throws: DataFileError.self) {
                try DegradationMatrix(readingFrom: path)
            }
            #expect(error.line == 5 && error.message.contains("not 7 signs"))
        }
    }

    @Test("categories nest in the seven classes; special shrub is tree or, if asked, grass")
    func nesting() {
        let wanted: [DegradationCover: [String]] = [
            .tree: ["forest", "special_shrub", "other_wood"],
            .grass: ["other_shrub", "grassland", "shrub"], .crop: ["cropland", "orchard"],
            .other: ["sand_bare", "snow_ice", "other"], .wetland: ["wetland"],
            .artificial: ["built"], .water: ["water"],
        ]
        for (cover, categories) in wanted {
            for category in categories { #expect(DegradationCover(category: category) == cover) }
        }
        #expect(DegradationCover(category: "special_shrub", shrubIsGrass: true) == .grass)
        #expect(DegradationCover(category: "forest", shrubIsGrass: true) == .tree)
        #expect(DegradationCover(category: "nodata") == nil)
    }

    private func stock(
        _ from: DegradationCover, _ to: DegradationCover, years: Int
    ) throws -> SoilCarbonChange {
        try SoilCarbonChange(
            from: 20, under: [from] + [DegradationCover](repeating: to, count: years),
            in: .temperateDry)
    }

    @Test("soil carbon goes to its new stock in twenty equal steps")
    func soilCarbon() throws {
        #expect(close(try stock(.grass, .artificial, years: 5).stock, 15.5, within: 1e-12))
        let five = try stock(.grass, .crop, years: 5)
        #expect(close(five.stock, 19, within: 1e-12) && five.trend == .stable)
        #expect(close(five.relativeChange, -0.05, within: 1e-12))
        let ten = try stock(.grass, .crop, years: 10)
        #expect(close(ten.stock, 18, within: 1e-12) && ten.trend == .degraded)
        #expect(close(try stock(.grass, .crop, years: 25).stock, 16, within: 1e-12))
        #expect(try stock(.crop, .grass, years: 20).trend == .improved)
        #expect(try stock(.grass, .water, years: 5).trend == nil)
        #expect(try stock(.water, .water, years: 5).trend == nil)
    }

    @Test("ten percent of any stock, lost in ten years of crops, is degradation")
    func limit() throws {
        for start in [0.1, 3.3, 17.7, 33.333, 61.2, 1e6 / 7] {
            let change = try SoilCarbonChange(
                from: start, under: [.tree] + [DegradationCover](repeating: .crop, count: 10),
                in: .temperateDry)
            #expect(change.trend == .degraded, "\(start)")
        }
    }

    @Test("a second change starts from the stock that was reached")
    func twoChanges() throws {
        // Ten years of crops: 18. Then other land for five: 18 − 5·(18 − 1.8)/20.
        let cover: [DegradationCover] =
            [.grass] + [DegradationCover](repeating: .crop, count: 10)
            + [DegradationCover](repeating: .other, count: 5)
        let change = try SoilCarbonChange(from: 20, under: cover, in: .temperateDry)
        #expect(close(change.stock, 13.95, within: 1e-12))
        #expect(throws: EcologyError.self) {
            try SoilCarbonChange(from: -1, under: cover, in: .temperateDry)
        }
        #expect(throws: EcologyError.self) {
            try SoilCarbonChange(from: 1, under: [], in: .temperateDry)
        }
    }

    @Test("factors are those of the table, in every climate")
    func factors() {
        for climate in SoilCarbonClimate.allCases {
            let f = climate.factor
            let rows: [DegradationCover: [Double]] = [
                .tree: [1, 1, f, 1, 0.1, 0.1, 1], .grass: [1, 1, f, 1, 0.1, 0.1, 1],
                .crop: [1 / f, 1 / f, 1, 1 / 0.71, 0.1, 0.1, 1],
                .wetland: [1, 1, 0.71, 1, 0.1, 0.1, 1], .artificial: [2, 2, 2, 2, 1, 1, 1],
                .other: [2, 2, 2, 2, 1, 1, 1], .water: [1, 1, 1, 1, 1, 1, 1],
            ]
            for (before, row) in rows {
                for (after, factor) in zip(DegradationCover.allCases, row) {
                    let found = SoilCarbonChange.factor(from: before, to: after, in: climate)
                    #expect(found == factor, "\(climate) \(before) \(after)")
                }
            }
        }
        #expect(SoilCarbonClimate.allCases.map(\.factor) == [0.80, 0.69, 0.58, 0.48, 0.64])
    }

    @Test("one out, all out; nodata wins over all, unless degraded may win over it")
    func oneOutAllOut() {
        let cases: [(Int?, Int?, Int?, Int?)] = [
            (0, 0, 0, 0), (0, 1, 0, 1), (1, 0, -1, -1), (0, 0, 1, 1), (1, 0, 0, 1),
            (0, 0, nil, nil), (-1, 0, nil, nil), (nil, 1, 1, nil), (0, -1, 1, -1),
        ]
        func trend(_ code: Int?) -> LandTrend? { code.flatMap(LandTrend.init(rawValue:)) }
        for (productivity, cover, carbon, wanted) in cases {
            let found = LandDegradation.combined(
                productivity: trend(productivity), landCover: trend(cover),
                soilCarbon: trend(carbon))
            #expect(found == trend(wanted))
        }
        #expect(
            LandDegradation.combined(
                productivity: .degraded, landCover: .stable, soilCarbon: nil,
                degradedBeatsNoData: true) == .degraded)
        #expect(
            LandDegradation.combined(
                productivity: .stable, landCover: .improved, soilCarbon: nil,
                degradedBeatsNoData: true) == nil)
    }

    @Test("the status against a baseline is in seven codes and in three")
    func status() {
        let codes = LandTrend.allCases.map { baseline in
            LandTrend.allCases.map { DegradationStatus(baseline: baseline, period: $0) }
        }
        #expect(codes.map { $0.map(\.rawValue) } == [[1, 3, 6], [2, 4, 6], [2, 5, 7]])
        #expect(codes.map { $0.map(\.trend.rawValue) } == [[-1, -1, 1], [-1, 0, 1], [-1, 1, 1]])
    }
}
