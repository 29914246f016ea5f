// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
@testable import Ecology
import Testing
import Words

@Suite("Targets")
struct TargetTests {
    private let text = """
        document = "鄂府发〔2018〕90号"
        title = "工作方案"
        issued = "2018-12-03"

        [[target]]
        indicator = "forest_coverage"
        name_zh = "森林覆盖率"
        name_en = "Forest coverage"
        value = 27.3
        unit = "percent"
        direction = "at_least"
        year = 2020
        section = "一(二)2"
        verified = true
        breakdown = "proportional"
        [target.zones]
        dongsheng = 25

        [[target]]
        indicator = "forage_balance"
        unit = "percent"
        direction = "at_most"
        year = 2020
        """

    private func plan(_ text: String, zones: [String]? = nil) throws -> TargetPlan {
        try TargetPlan(
            readData(text, named: "t.toml"), knownZones: zones, catalogue: .bundled())
    }

    @Test("a targets file is read whole; a target may have no number")
    func reads() throws {
        let plan = try plan(text, zones: ["dongsheng"])
        let forest = try #require(plan.target(of: "forest_coverage", in: 2020))
        #expect(plan.document == "鄂府发〔2018〕90号")
        #expect(forest.value == 27.3)
        #expect(forest.breakdown == .proportional)
        #expect(forest.isVerified)
        #expect(forest.target(for: "all")?.quantity == Quantity(27.3, .percent))
        #expect(forest.target(for: "dongsheng", shares: ["dongsheng": 30])?.quantity?.value == 25)
        #expect(forest.target(for: "uxin", shares: ["uxin": 30])?.quantity?.value == 30)
        #expect(forest.target(for: "uxin")?.quantity == nil)
        #expect(plan.target(of: "forage_balance", in: 2020)?.value == nil)
    }

    @Test("the bundled plan is read; its indicators and variants are those of the definitions")
    func bundledPlan() throws {
        let catalogue = try IndicatorCatalogue.bundled()
        let plan = try TargetPlan(
            readingFrom: BundledData.path("GeoData/targets/ordos_2020.toml"),
            catalogue: catalogue)
        #expect(plan.document == "鄂府发〔2018〕90号")
        #expect(plan.issued == "2018-12-03")
        #expect(plan.target(of: "forest_coverage", in: 2020)?.value == 27.3)
        #expect(plan.title == "鄂尔多斯市“十三五”节能降碳综合工作方案")
        #expect(plan.target(of: "grassland_vegetation_cover", in: 2020)?.tolerance == 3)
        #expect(plan.target(of: "irrigation_efficiency", in: 2020)?.value == 0.55)
        for target in plan.targets {
            let definition = try #require(catalogue[target.indicator])
            #expect(target.year == 2020)
            #expect(definition.unit.dimension == target.unit.dimension)
            if let variant = target.variant {
                #expect(definition.variants.contains { $0.id == variant }, "\(target.indicator)")
            }
        }
    }

    @Test("the plan for 2035 is read, none of it verified, and is apart from the plan for 2020")
    func laterPlan() throws {
        let plan = try TargetPlan(
            readingFrom: BundledData.path("GeoData/targets/ordos_2035.toml"),
            catalogue: IndicatorCatalogue.bundled())
        #expect(plan.targets.allSatisfy { $0.year == 2035 && !$0.isVerified })
        #expect(plan.target(of: "cropland", in: 2035)?.value == 876.172)
        #expect(plan.target(of: "ecological_red_line", in: 2035)?.value == 23_385)
        #expect(plan.target(of: "basic_grassland", in: 2035)?.value == 5800)
    }

    @Test("where a plan names its city, a target beyond the zones' ground is said and not judged")
    func partOfTheCity() throws {
        let plan = try TargetPlan(
            readData(
                """
                document = "d"
                title = "t"
                city = 150600
                year = 2020
                [[target]]
                indicator = "forest_area"
                value = 5100
                unit = "km2"
                [[target]]
                indicator = "forest_coverage"
                value = 27.3
                unit = "percent"
                """, named: "t.toml"), knownZones: ["a"], ground: ["a": 5e9, "all": 5e9],
            catalogue: .bundled())
        #expect(plan.targets.map(\.indicator) == ["forest_coverage"])
        #expect(plan.beyondGround.count == 1)
        #expect(plan.beyondGround.first?.en.contains("5,100.00 km²") == true)
    }

    @Test("a target for more area than there is ground is an error with its line and the ground")
    func moreThanGround() throws {
        func read(_ city: String, _ zone: String, _ unit: String) throws -> TargetPlan {
            try TargetPlan(
                readData(
                    """
                    document = "d"
                    title = "t"
                    [[target]]
                    indicator = "forest_area"
                    value = \(city)
                    unit = "\(unit)"
                    year = 2020
                    [[target.zone]]
                    id = "a"
                    value = \(zone)
                    """, named: "t.toml"), knownZones: ["a", "b"],
                ground: ["a": 2e9, "b": 3e9, "all": 5e9], catalogue: .bundled())
        }
        let city = #expect(throws: DataFileError.self) { try read("5100", "1", "km2") }
        #expect("\(try #require(city))".contains("t.toml:5"))
        #expect("\(try #require(city))".contains("all zones together, some 5,000 km²"))
        let zone = #expect(throws: DataFileError.self) { try read("500000", "210000", "ha") }
        #expect("\(try #require(zone))".contains("t.toml:10"))
        #expect("\(try #require(zone))".contains("'a', some 200,000 ha"))
        #expect(try read("500000", "200000", "ha").targets.count == 1)
        #expect(try read("490", "190", "ha").targets.count == 1)
    }

    @Test("official numbers of zones stand in an array of tables; ids may be numbers")
    func zoneTables() throws {
        let file = """
            document = "d"
            title = "t"
            year = 2020
            [[target]]
            indicator = "forest_coverage"
            value = 27.3
            unit = "percent"
            [[target.zone]]
            id = 150621
            value = 25.4
            """
        let target = try #require(plan(file, zones: ["150621"]).targets.first)
        #expect(target.zones == ["150621": 25.4])
        #expect(target.year == 2020)
        let error = try #require(throws: DataFileError.self) { try plan(file, zones: ["150622"]) }
        #expect("\(error)".contains("unknown zone '150621'; did you mean '150622'?"))
    }

    @Test(
        "a plan warns of zones that lie in another city by their codes, and of no others",
        arguments: [
            ("city = 640100", ["150602", "150621"], "2 of 2 zones"),
            (
                "city = \"150600\"", ["150602", "640104"],
                "1 of 2 zones lie outside it (such as 640104)"
            ),
            ("city = 150600", ["150602", "150621001"], nil),
            ("city = 150000", ["150602", "150902"], nil),
            ("city = 640100", ["west", "7"], nil),
            ("", ["150602"], nil),
        ])
    func otherCity(city: String, zones: [String], says: String?) throws {
        let warning = try plan("\(city)\n" + text).warning(aboutZones: zones)
        if let says {
            #expect(warning?.en.contains(says) == true, "\(String(describing: warning))")
            #expect(warning?.zh.contains("请核对目标文件") == true)
        } else {
            #expect(warning == nil)
        }
    }

    @Test("a target for an unknown zone is an error that names it and where it stands")
    func unknownZone() throws {
        let error = try #require(throws: DataFileError.self) {
            try plan(text, zones: ["dongshen", "uxin"])
        }
        #expect(error.line == 17)
        #expect("\(error)".contains("unknown zone 'dongsheng'; did you mean 'dongshen'?"))
    }

    @Test("a target above 100 % that is to be broken down is refused at its line")
    func aboveTheWhole() throws {
        let error = try #require(throws: DataFileError.self) {
            try plan(text.replacing("value = 27.3", with: "value = 127.3"))
        }
        #expect(error.line == 9)
        #expect("\(error)".contains("t.toml:9:"))
        #expect("\(error)".contains("'forest_coverage' is 127.3 percent"))
        _ = try plan(text.replacing("value = 27.3", with: "value = 100"))
    }

    @Test(
        "an unknown key, unit, indicator or a second target is refused",
        arguments: [
            ("section =", "sektion =", "unknown key 'sektion'"),
            ("\"percent\"", "\"percents\"", "did you mean 'percent'?"),
            ("forage_balance", "forest_covrage", "did you mean 'forest_coverage'?"),
            ("forage_balance", "forest_coverage", "two targets for 2020"),
        ])
    func refusals(right: String, wrong: String, hint: String) throws {
        let error = try #require(throws: DataFileError.self) {
            try plan(text.replacing(right, with: wrong))
        }
        #expect("\(error)".contains(hint))
    }
}

@Suite("Verdicts")
struct VerdictTests {
    private func coverage(_ percent: Double, _ low: Double?, _ high: Double?) -> IndicatorResult {
        var result = IndicatorResult(
            "forest_coverage", variant: "official", at: somewhere,
            numerator: Quantity(percent, .squareMetres), over: Quantity(100, .squareMetres))
        if let low, let high {
            result.bounds = Bounds(low / 100, high / 100, kind: .confidence95)
        }
        return result
    }

    /// The same as a ledger would give it.
    private func counted(_ percent: Double) -> IndicatorResult {
        coverage(percent, nil, nil).completelyCounted
    }

    private let target = Quantity(27.3, .percent)

    @Test(
        "an interval decides where it lies on one side, and is inconclusive where it straddles",
        arguments: [
            (27.6, 27.1, 28.1, Verdict.Kind.inconclusive), (27.6, 27.35, 27.85, .met),
            (27.6, 27.3, 27.9, .met), (26.9, 26.6, 27.2, .missed),
        ])
    func intervals(value: Double, low: Double, high: Double, expected: Verdict.Kind) throws {
        #expect(try Verdict(of: coverage(value, low, high), against: target).kind == expected)
    }

    @Test("27.26 of a complete count misses 27.3, and the note says that it rounds to it")
    func rounding() throws {
        let verdict = try Verdict(of: counted(27.26), against: target)
        #expect(verdict.kind == .missed)
        #expect(verdict.reason.en.contains("27.3 when rounded"))
        let plain = try Verdict(of: counted(27.2), against: target)
        #expect(plain.kind == .missed)
        #expect(plain.reason.en == "a complete count by the ledger")
        #expect(try Verdict(of: counted(27.3), against: target).kind == .met)
    }

    @Test("a range without a central value is inconclusive where it straddles 20 %")
    func range() throws {
        let areas = try ForestAreas(
            trees: 5, specialShrub: 10, undeterminedShrub: 8, belts: 0, land: 100)
        let result = try forestCoverage(of: areas, at: somewhere)
        #expect(try Verdict(of: result, against: Quantity(20, .percent)).kind == .inconclusive)
        // The range says nothing of the map's own error.
        #expect(try Verdict(of: result, against: Quantity(15, .percent)).kind == .countedAbove)
        #expect(try Verdict(of: result, against: Quantity(23.5, .percent)).kind == .countedBelow)
        let counted = result.completelyCounted
        #expect(try Verdict(of: counted, against: Quantity(15, .percent)).kind == .met)
        #expect(try Verdict(of: counted, against: Quantity(23.5, .percent)).kind == .missed)
    }

    @Test("at most mirrors at least")
    func atMost() throws {
        let limit = Quantity(10, .percent)
        #expect(try Verdict(of: counted(9), against: limit, .atMost).kind == .met)
        #expect(try Verdict(of: counted(10.04), against: limit, .atMost).kind == .missed)
        #expect(
            try Verdict(of: coverage(9, 8, 11), against: limit, .atMost).kind == .inconclusive)
    }

    @Test("an indicative figure is never met or missed, and what has no figure is not assessed")
    func others() throws {
        let why = LocalizedText(zh: "云", en: "cloud")
        var result = coverage(99, nil, nil)
        result.status = .indicative(why)
        #expect(try Verdict(of: result, against: target).kind == .indicative)
        result.status = .notAssessed(why)
        let verdict = try Verdict(of: result, against: target)
        #expect(verdict.kind == .notAssessed)
        #expect(verdict.reason == why)
        #expect(try Verdict(of: coverage(99, nil, nil), against: nil).kind == .notAssessed)
    }

    @Test("an area is not held against a percentage")
    func units() {
        #expect(throws: EcologyError.unlike(.percent, .squareMetres)) {
            try Verdict(
                of: IndicatorResult(
                    "forest_area", variant: "official", at: somewhere,
                    amount: Quantity(1, .squareMetres)), against: target)
        }
    }
}

@Suite("Breaking a target down")
struct BreakdownTests {
    private let banners = [
        BreakdownShare(zone: "a", weight: 1000, baseline: 0.30),
        BreakdownShare(zone: "b", weight: 3000, baseline: 0.20),
        BreakdownShare(zone: "c", weight: 2000, baseline: 0.25),
    ]

    @Test(
        "each rule's weighted mean is the city's target",
        arguments: [
            (Target.Breakdown.proportional, [0.334286, 0.222857, 0.278571]),
            (.equalIncrement, [0.326667, 0.226667, 0.276667]),
        ])
    func rules(rule: Target.Breakdown, expected: [Double]) throws {
        let result = try breakDown(0.26, among: banners, by: rule)
        for (banner, expected) in zip(banners, expected) {
            #expect(close(result[banner.zone], expected, within: 5e-7))
        }
        let sum = banners.reduce(0) { $0 + $1.weight * (result[$1.zone] ?? .nan) }
        #expect(close(sum / 6000, 0.26, within: 1e-12))
    }

    @Test(
        "no banner is asked for more than all of it; the others take the excess",
        arguments: [Target.Breakdown.proportional, .equalIncrement])
    func capped(rule: Target.Breakdown) throws {
        let banners = [
            BreakdownShare(zone: "a", weight: 1, baseline: 0.90),
            BreakdownShare(zone: "b", weight: 1, baseline: 0.60),
            BreakdownShare(zone: "c", weight: 2, baseline: 0.30),
        ]
        let result = try breakDown(0.75, among: banners, by: rule)
        #expect(result["a"] == 1)
        #expect(result.values.allSatisfy { $0 <= 1 })
        let sum = banners.reduce(0) { $0 + $1.weight * (result[$1.zone] ?? .nan) }
        #expect(close(sum / 4, 0.75, within: 1e-12))
    }

    @Test("a target breaks down over baseline results: ratios keep the ratio, amounts the sum")
    func results() throws {
        let land = [("a", 300.0, 1000.0), ("b", 600, 3000), ("c", 500, 2000)]
        func areas(_ trees: Double, _ land: Double) throws -> ForestAreas {
            try ForestAreas(trees: trees, specialShrub: 0, belts: 0, land: land)
        }
        func place(_ zone: String) -> ZoneYear { ZoneYear(year: 2015, zone: zone, name: zone) }
        let ratio = Target(
            indicator: "forest_coverage", name: LocalizedText("x"), value: 26, unit: .percent,
            year: 2020, breakdown: .proportional, zones: ["b": 21])
        let shares = try ratio.shares(
            baselines: land.map { try forestCoverage(of: areas($0.1, $0.2), at: place($0.0)) })
        #expect(
            close(ratio.target(for: "a", shares: shares)?.quantity?.value, 33.4286, within: 5e-5))
        #expect(ratio.target(for: "b", shares: shares)?.quantity?.value == 21)
        func amount(_ rule: Target.Breakdown) throws -> [String: Double] {
            let target = Target(
                indicator: "forest_area", name: LocalizedText("x"), value: 0.28, unit: .hectares,
                year: 2020, breakdown: rule)
            return try target.shares(
                baselines: land.map { forestArea(of: try areas($0.1, $0.2), at: place($0.0)) })
        }
        let parts = try amount(.proportional)
        #expect(close(parts["b"], 0.12, within: 1e-12))
        #expect(close(parts.values.reduce(0, +), 0.28, within: 1e-12))
        #expect(throws: EcologyError.self) { try amount(.equalIncrement) }
    }

    @Test("a target above 100 %, and a proportion of nothing, are refused")
    func refusals() {
        #expect(throws: EcologyError.self) {
            try breakDown(1.01, among: banners, by: .proportional)
        }
        #expect(throws: EcologyError.self) {
            try breakDown(
                0.2, among: [.init(zone: "a", weight: 1, baseline: 0)], by: .proportional)
        }
    }
}

@Suite("Trends")
struct TrendTests {
    @Test("26.1 in 2015 and 26.7 in 2017 lead past 27.3 by 2020")
    func onTheWay() throws {
        let trend = try Trend([2015: 26.1, 2017: 26.7], target: 27.3, by: 2020)
        #expect(close(trend.neededRate, 0.20, within: 1e-12))
        #expect(close(trend.observedRate, 0.30, within: 1e-12))
        #expect(close(trend.projection, 27.6, within: 1e-12))
        #expect(!trend.isEarlyWarning)
    }

    @Test("a projection below the target warns early, above a limit too")
    func warning() throws {
        #expect(try Trend([2015: 26.1, 2017: 26.3], target: 27.3, by: 2020).isEarlyWarning)
        #expect(
            try Trend([2015: 5, 2017: 9], target: 10, by: 2020, .atMost).isEarlyWarning)
        #expect(try Trend([2019: 1, 2020: 2], target: 2, by: 2020).neededRate == nil)
    }

    @Test("the slope is of least squares, not of the ends")
    func leastSquares() throws {
        let trend = try Trend([2015: 1, 2016: 4, 2017: 2, 2018: 3], target: 9, by: 2020)
        #expect(close(trend.observedRate, 0.4, within: 1e-12))
        #expect(close(trend.projection, 3.8, within: 1e-12))
        #expect(trend.changeSincePrevious == 1)
        #expect(trend.changeSinceBaseline == 2)
    }

    @Test("one year is no trend")
    func oneYear() {
        #expect(throws: EcologyError.self) { try Trend([2015: 1], target: 2, by: 2020) }
    }

    @Test("Mann–Kendall and Theil–Sen of eight years, and of their mirror image")
    func mannKendall() throws {
        let values: [Double] = [2100, 2200, 2000, 2400, 2500, 2450, 2700, 2800]
        let test = try TrendTest(values)
        #expect(test.s == 22)
        #expect(close(test.slope, 105.3571, within: 5e-5))
        #expect(test.code == 3)
        #expect(test.productivity == .improved)
        #expect(close(test.variance, 65.3333, within: 5e-5))
        #expect(close(test.z, 2.59808, within: 5e-6))
        #expect(test.theilSen == 100)
        let mirrored = try TrendTest(values.map { -$0 })
        #expect(mirrored.s == -22)
        #expect(mirrored.code == -3)
        #expect(mirrored.productivity == .degraded)
    }

    @Test("ties shrink the variance; a slope of at most 10 is no trend; three years have no code")
    func edges() throws {
        // n 4: 156/18; one pair tied: 18/18 less.
        #expect(close(try TrendTest([1, 1, 2, 3]).variance, 138.0 / 18, within: 1e-12))
        #expect(try TrendTest([0, 1, 2, 3, 4, 5, 6, 7]).code == 0)
        #expect(try TrendTest([0, 100, 200]).code == nil)
        #expect(try TrendTest([5, 5, 5, 5]).z == 0)
    }
}
