// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
@testable import Ecology
import Testing
import Words

@Suite("The origin of a target")
struct TargetOriginTests {
    private func target(_ breakdown: Target.Breakdown) -> Target {
        Target(
            indicator: "forest_coverage", name: LocalizedText("x"), value: 26, unit: .percent,
            year: 2020, breakdown: breakdown, zones: ["b": 21])
    }

    private func result(_ zone: String, _ percent: Double, year: Int = 2020) -> IndicatorResult {
        IndicatorResult(
            "forest_coverage", variant: "official",
            at: ZoneYear(year: year, zone: zone, name: zone),
            numerator: Quantity(percent, .squareMetres), over: Quantity(100, .squareMetres)
        ).completelyCounted
    }

    @Test("the city and the zones that the plan names have issued targets, and others none")
    func issued() throws {
        let target = target(.none)
        #expect(target.target(for: "all")?.origin == .issued)
        #expect(target.target(for: "b") == ZoneTarget(Quantity(21, .percent), origin: .issued))
        #expect(target.target(for: "a") == nil)
        #expect(try target.verdict(on: result("a", 99)) == nil)
        let verdict = try #require(try target.verdict(on: result("b", 22)))
        #expect(verdict.kind == .met && verdict.name.en == "met" && verdict.name.zh == "达标")
    }

    @Test("a broken-down target is derived, by a rule that it tells, and its verdict reads so")
    func derived() throws {
        let verdict = try #require(
            try target(.proportional).verdict(on: result("a", 30), shares: ["a": 28]))
        #expect(verdict.origin == .derived(.proportional))
        #expect(verdict.name.zh == "达到推算目标" && verdict.name.en == "meets the derived target")
        let assessment = Assessment(result: result("a", 30), verdict: verdict, unit: .percent)
        #expect(assessment.targetOrigin == "derived" && !assessment.isIssued)
        #expect(assessment.reasons.contains { $0.zh.contains("推算目标") && $0.zh.contains("比例") })
        let other = try target(.equalIncrement).verdict(on: result("a", 20), shares: ["a": 28])
        #expect(other?.name.en == "misses the derived target")
        #expect(other?.origin.rule?.en.contains("same increment") == true)
        #expect(assessment.explanation(in: .en).contains("derived target (not issued) 28"))
    }

    @Test("a breakdown that lacks a baseline is said to, and gives no number")
    func unbroken() throws {
        let verdict = try #require(
            try target(.proportional).verdict(on: result("a", 30), shares: nil))
        #expect(verdict.kind == .notAssessed && verdict.target == nil)
        #expect(verdict.reason.en.contains("no baseline"))
        #expect(try target(.proportional).verdict(on: result("all", 30), shares: nil)?.kind == .met)
    }

    @Test("the bundled plan breaks nothing down")
    func bundled() throws {
        let plan = try TargetPlan(
            readingFrom: BundledData.path("GeoData/targets/ordos_2020.toml"))
        #expect(plan.targets.allSatisfy { $0.breakdown == .none })
    }

    // MARK: Units

    @Test(
        "a number or unit that the indicator cannot have is refused at its line",
        arguments: [
            ("0.273", "percent", 6, "'forest_coverage' is 0.273 percent"),
            ("0.273", "percent", 6, "value = 27.3"), ("273", "percent", 6, "1 to 100 percent"),
            ("27.3", "fraction", 6, "unit = \"percent\""),
            ("27.3", "wan_mu", 7, "measures area, but 'forest_coverage' is ratio"),
        ])
    func implausible(value: String, unit: String, line: Int, says: String) throws {
        let error = try #require(throws: DataFileError.self) { try plan(value, unit) }
        #expect(error.line == line)
        #expect("\(error)".contains(says) && "\(error)".hasPrefix("t.toml:\(line):"))
    }

    @Test(
        "a share in percent or as a fraction, however small as one, is taken",
        arguments: [
            ("27.3", "percent"), ("0.273", "fraction"), ("0.004", "fraction"), ("1", "percent"),
        ])
    func plausible(value: String, unit: String) throws {
        #expect(try plan(value, unit).targets[0].value == Double(value))
    }

    @Test("a zone's own number is checked like the city's")
    func zones() throws {
        let error = try #require(throws: DataFileError.self) {
            try plan("27.3", "percent", more: "[target.zones]\na = 0.3\n")
        }
        #expect(error.line == 9)
        #expect("\(error)".contains("0.3 percent"))
    }

    private func plan(_ value: String, _ unit: String, more: String = "") throws -> TargetPlan {
        let text = """
            document = "d"
            title = "t"
            year = 2020
            [[target]]
            indicator = "forest_coverage"
            value = \(value)
            unit = "\(unit)"
            \(more)
            """
        return try TargetPlan(
            readData(text, named: "t.toml"), knownZones: nil, catalogue: .bundled())
    }
}
