// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Ecology
import Foundation
import Indicators
import Survey
import Testing
import Words

/// A product's published accuracy in place of a sample, and products that cannot be compared.
@Suite("Products in surveys")
struct ProductErrorTests {
    private let scheme = """
        id = "own"
        title_en = "Own"

        [accuracy]
        users = { 1 = 80 }
        producers = { 1 = 90 }
        source = "its manual"

        [classes]
        1 = { zh = "林", en = "Wood", category = "forest" }
        2 = { zh = "灌", en = "Shrub", category = "shrub", shrub_cover = ">30" }
        3 = { zh = "草", en = "Grass", category = "grassland" }
        """

    /// Half of two zones of 40 × 20 pixels is wood; the target is a share of it.
    private func survey(
        _ scratch: Scratch, target: Double, more: String = "", samples: String = ""
    ) async throws -> Assessment {
        try scratch.write(scheme, to: "own.toml")
        try scratch.raster(
            "lc.tif", width: 40, pixelSize: 0.001,
            (0..<800).map { UInt8($0 % 2 == 0 ? 1 : 3) })
        try scratch.twoZones()
        try scratch.write(
            """
            document = "d"
            title = "t"
            year = 2020
            [[target]]
            indicator = "forest_coverage"
            variant = "no_belts"
            value = \(target)
            unit = "percent"
            """, to: "targets.toml")
        let outcome = try await scratch.survey(
            """
            output = "out"
            targets = "targets.toml"
            rain = { w = 300, e = 300 }
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { scheme = "own.toml"\(more) }
            variants = { forest = "no_belts" }
            [[year]]
            year = 2020
            landcover = "lc.tif"
            \(samples)
            """)
        return try #require(
            outcome.assessments.first {
                $0.result.indicator == "forest_coverage" && $0.result.zone == "all"
            })
    }

    @Test("a published accuracy bounds an area, and a verdict rests on the bounds")
    func bounds() async throws {
        let scratch = try Scratch()
        // Half the ground is wood: between 0.5 · 0.8 and 0.5 / 0.9.
        let met = try await survey(scratch, target: 39)
        let bounds = try #require(met.result.bounds)
        #expect(
            isNear(bounds.lower, 0.4, within: 1e-4) && isNear(bounds.upper, 0.5556, within: 1e-3))
        #expect(bounds.kind == .range)
        #expect(met.result.uncertainty.included.contains(.productAccuracy))
        #expect(!met.result.uncertainty.leftOut.contains(.mapError))
        #expect(met.verdict?.kind == .met)
        #expect(try await survey(scratch, target: 45).verdict?.kind == .inconclusive)
        #expect(try await survey(scratch, target: 60).verdict?.kind == .missed)
    }

    @Test("turned off, the figure is as counted")
    func off() async throws {
        let scratch = try Scratch()
        let found = try await survey(scratch, target: 39, more: ", published_accuracy = false")
        #expect(found.verdict?.kind == .countedAbove && found.result.bounds == nil)
    }

    /// Two years of WorldCover codes, v100 and v200 by their years, or of other years and versions.
    private func worldcover(
        _ scratch: Scratch, _ years: [Int] = [2020, 2021], versions: [String] = ["", ""]
    ) async throws -> SurveyRun.Outcome {
        let stated = versions.map { $0.isEmpty ? "" : "version = \"\($0)\"" }
        try scratch.raster("lc_a.tif", width: 4, [10, 30, 30, 40, 10, 30, 60, 40] as [UInt8])
        try scratch.raster("lc_b.tif", width: 4, [10, 10, 30, 40, 10, 30, 60, 60] as [UInt8])
        try scratch.twoZones()
        return try await scratch.survey(
            """
            output = "out"
            rain = { w = 300, e = 300 }
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { scheme = "worldcover" }
            carbon = { methods = ["stock", "transition20"], draws = 0 }
            [[year]]
            year = \(years[0])
            landcover = "lc_a.tif"
            \(stated[0])
            [[year]]
            year = \(years[1])
            landcover = "lc_b.tif"
            \(stated[1])
            """)
    }

    @Test("maps of which nothing tells the version are warned of, with what would settle it")
    func untold() async throws {
        let scratch = try Scratch()
        let outcome = try await worldcover(scratch, [2019, 2022])
        let said = outcome.remarks.filter { $0.en.contains("nothing tells which version the two") }
        #expect(said.count == 1 && said[0].en.contains("[[year]] version"))
        #expect(
            try lines(scratch, "transitions").dropFirst().allSatisfy { $0.contains("indicative") })
        let sinks = try lines(scratch, "carbon").filter { $0.contains("sink_tc_per_year") }
        #expect(!sinks.isEmpty && sinks.allSatisfy { $0.contains("indicative") })
        let trend = try lines(scratch, "trend").filter { $0.contains("version of the product") }
        #expect(!trend.isEmpty)
        let report = try String(contentsOfFile: scratch.file("out/report.html"), encoding: .utf8)
        #expect(report.contains("nothing tells which version"))
    }

    @Test("versions that the survey file states settle it, and one that is not there is refused")
    func stated() async throws {
        let scratch = try Scratch()
        let alike = try await worldcover(scratch, [2019, 2022], versions: ["v200", "v200"])
        #expect(!alike.remarks.contains { $0.en.contains("algorithms") })
        #expect(try lines(scratch, "transitions").allSatisfy { !$0.contains("indicative") })
        let unlike = try await worldcover(scratch, [2019, 2022], versions: ["v100", "v200"])
        #expect(unlike.remarks.contains { $0.en.contains("worldcover v100 → worldcover v200") })
        let fault = await #expect(throws: SurveyError.self) {
            try await worldcover(scratch, versions: ["v3", "v200"])
        }
        #expect("\(fault.map { "\($0)" } ?? "")".contains("it has v100, v200"))
    }

    @Test("in verbs a scheme's name tells the version where no file does")
    func verb() async throws {
        let scratch = try Scratch()
        let a = try scratch.raster("a.tif", width: 2, [10, 30, 30, 40] as [UInt8])
        let b = try scratch.raster("b.tif", width: 2, [10, 10, 30, 40] as [UInt8])
        func notes(_ schemes: (String, String)) async throws -> [String] {
            var change = ChangeTabulation(before: [a], after: [b])
            change.schemeBefore = .named(schemes.0)
            change.schemeAfter = .named(schemes.1)
            return try await change.run().notes.filter { $0.contains("the change is indicative") }
        }
        let untold = try await notes(("worldcover", "worldcover"))
        #expect(untold.count == 1 && untold[0].contains("--scheme-before worldcover-v100"))
        #expect(try await notes(("worldcover-v200", "worldcover-v200")).isEmpty)
        let half = try await notes(("worldcover", "worldcover-v200"))
        #expect(half.count == 1 && half[0].contains("the earlier map is"))
    }

    private func lines(_ scratch: Scratch, _ name: String) throws -> [String] {
        try String(contentsOfFile: scratch.file("out/\(name).csv"), encoding: .utf8)
            .split(separator: "\r\n").map(String.init)
    }

    @Test("two versions that cannot be compared are warned of; change and sink are indicative")
    func incomparable() async throws {
        let scratch = try Scratch()
        let outcome = try await worldcover(scratch)
        let said = outcome.remarks.filter { $0.en.contains("use different algorithms") }
        #expect(said.count == 1)
        #expect(
            try lines(scratch, "transitions").dropFirst().allSatisfy { $0.contains("indicative") })
        let sinks = try lines(scratch, "carbon").filter { $0.contains("sink_tc_per_year") }
        #expect(!sinks.isEmpty && sinks.allSatisfy { $0.contains("indicative") })
        let stocks = try lines(scratch, "carbon").filter { $0.contains("stock_tc,") }
        #expect(!stocks.isEmpty && !stocks.contains { $0.contains("indicative") })
        let report = try String(contentsOfFile: scratch.file("out/report.html"), encoding: .utf8)
        #expect(report.contains("use different algorithms"))
    }

    @Test("a scheme's remarks are said once, and an interval of coefficients alone says so")
    func remarks() async throws {
        let scratch = try Scratch()
        let outcome = try await worldcover(scratch)
        #expect(outcome.remarks.count { $0.en.hasPrefix("scheme worldcover: ") } == 1)
        let rows = try lines(scratch, "carbon").dropFirst()
        #expect(rows.allSatisfy { $0.contains("interval_95_coefficients_only") })
    }
}
