// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Cartography
import Ecology
import Foundation
import Reporting
import Testing

@testable import Survey
import Words

/// Charts made from a finished survey's folder, against its tables read by other code.
@Suite("a chart of a finished survey")
struct SurveyChartTests {
    private func chart(
        _ subject: SurveyChart.Subject, zone: String = "all", indicator: String? = nil
    ) async throws -> Chart {
        var chart = SurveyChart(subject, of: try await DemoRun.shared().folder)
        chart.zone = zone
        chart.indicator = indicator
        return try chart.chart(of: FinishedSurvey(in: chart.folder)).1
    }

    @Test("has every zone's value in the indicator's unit, and no target that nobody set")
    func targets() async throws {
        guard case .targets(let chart) = try await chart(.targets, indicator: "forest_area") else {
            Issue.record("no such chart")
            return
        }
        let rows = try await DemoRun.shared().rows(of: "indicators").filter {
            $0["indicator"] == "forest_area" && $0["year"] == "2020" && $0["zone"] != "all"
        }
        #expect(chart.rows.map(\.key) == rows.compactMap { $0["zone"] })
        // The plan counts in 10⁴ mu; the table in m².
        for (drawn, row) in zip(chart.rows, rows) {
            let area = try #require(row["value"].flatMap(Double.init))
            let value = try #require(drawn.value)
            #expect(abs(value / (area / 1e8 * 15) - 1) < 1e-12)
            #expect(row["target"] == "" && drawn.target == nil && drawn.mark == nil)
            #expect(drawn.name.zh == row["name"])
            #expect(drawn.name.en.hasSuffix("Banner") || drawn.name.en.hasSuffix("District"))
        }
    }

    @Test("follows a zone through the years")
    func trend() async throws {
        let made = try await chart(.trend, zone: "150622", indicator: "forest_coverage")
        guard case .trend(let chart) = made else {
            Issue.record("no such chart")
            return
        }
        let rows = try await DemoRun.shared().rows(of: "indicators").filter {
            $0["indicator"] == "forest_coverage" && $0["zone"] == "150622"
        }
        #expect(chart.years.map { "\($0.year)" } == rows.compactMap { $0["year"] })
        #expect(chart.years.map(\.value) == rows.compactMap { $0["value"].flatMap(Double.init) })
    }

    @Test("names the zone and the indicator whose land changed state")
    func caption() async throws {
        let folder = try await DemoRun.shared().folder
        var chart = SurveyChart(.transitions, of: folder)
        chart.indicator = "desert_kubuqi"
        let survey = try FinishedSurvey(in: folder)
        let caption = try chart.chart(of: survey).0
        let indicator = try #require(try IndicatorCatalogue.bundled()["desert_kubuqi"]?.name)
        #expect(caption.zh.hasPrefix("全市：\(indicator.zh)，"))
        #expect(caption.en.contains(": \(indicator.en), "))
    }

    @Test("of the zone as a whole is drawn whatever indicator is named")
    func indicatorIsIdle() async throws {
        guard case .bars(let pools) = try await chart(.carbon, indicator: "desert_kubuqi") else {
            Issue.record("no such chart")
            return
        }
        #expect(pools.bars.count >= 3)
    }

    @Test("shows all land, and all of the sand that changed state")
    func areas() async throws {
        guard case .composition(let whole) = try await chart(.composition, zone: "150622"),
            case .flows(let land) = try await chart(.transitions, zone: "150622"),
            case .flows(let sand) = try await chart(.transitions, indicator: "desert_kubuqi")
        else {
            Issue.record("no such charts")
            return
        }
        let rows = try await DemoRun.shared().rows(of: "areas").filter {
            $0["zone"] == "150622" && $0["year"] == "2020"
        }
        let area = rows.compactMap { $0["area_m2"].flatMap(Double.init) }.reduce(0, +) / 1e6
        #expect(abs((whole.bars.last?.values.reduce(0, +) ?? 0) - area) < 1e-6)
        #expect(abs(land.amounts.joined().reduce(0, +) - area) < 1e-6)
        let states = try await DemoRun.shared().rows(of: "desert_states").filter {
            $0["desert"] == "desert_kubuqi" && $0["zone"] == "all"
        }
        let moved = states.compactMap { $0["area_m2"].flatMap(Double.init) }.reduce(0, +) / 1e6
        #expect(abs(sand.amounts.joined().reduce(0, +) - moved) < 1e-6)
    }

    @Test("has the carbon pools of a zone with their intervals, and its sink by each method")
    func carbon() async throws {
        guard case .bars(let pools) = try await chart(.carbon, zone: "150622"),
            case .bars(let sinks) = try await chart(.sink, zone: "150622")
        else {
            Issue.record("no such charts")
            return
        }
        #expect(pools.bars.count >= 3)
        for bar in pools.bars {
            let (lower, value, upper) = try (
                #require(bar.lower), #require(bar.value), #require(bar.upper)
            )
            #expect(lower < value && value < upper)
        }
        let methods = try await DemoRun.shared().rows(of: "carbon").filter {
            $0["quantity"] == "sink_tc_per_year" && $0["zone"] == "150622" && $0["pool"] == "all"
        }
        #expect(sinks.bars.count == Set(methods.compactMap { $0["method"] }).count)
    }

    @Test("is refused in words that help: no such zone, no such indicator, no survey")
    func refused() async throws {
        func message(_ make: () async throws -> Chart) async -> String {
            do {
                _ = try await make()
                return ""
            } catch { return "\(error)" }
        }
        #expect(await message { try await chart(.composition, zone: "x") }.contains("150622"))
        #expect(await message { try await chart(.trend, indicator: "x") }.contains("'x'"))
        #expect(throws: SurveyError.self) {
            try SurveyChart(.carbon, of: "/nowhere").write(to: "/tmp/x.png", overwrite: true)
        }
    }
}
