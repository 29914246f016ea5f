// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Ecology
import Foundation
import Reporting
import Survey
import Tables
import Testing
import Words
import Zonal

@Suite("Finished surveys, kept tallies, and what can be told of them")
struct FinishedFolderTests {
    private let scratch: Scratch
    init() throws {
        scratch = try Scratch()
        try scratch.twoZones()
        try scratch.raster(
            "lc_2015.tif", width: 4, [UInt8](arrayLiteral: 12, 21, 22, 32, 42, 64, 32, 32))
        try scratch.raster(
            "lc_2020.tif", width: 4, [UInt8](arrayLiteral: 12, 21, 21, 22, 42, 64, 64, 32))
        try scratch.writePlan(forestCoverage: "20")
    }

    private func survey(_ output: String, years: [Int] = [2015, 2020]) async throws -> TallyStore {
        let store = TallyStore(at: scratch.file("kept"))
        _ = try await scratch.survey(
            """
            output = "out"
            targets = "targets.toml"
            rain = { w = 300, e = 300 }
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { scheme = "cnlucc" }
            """
                + years.map { "\n[[year]]\nyear = \($0)\nlandcover = \"lc_\($0).tif\"" }.joined(),
            to: output, store: store)
        return store
    }

    private func bytes(_ output: String) throws -> [String: Data] {
        let folder = scratch.file(output)
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder)
        where name != "provenance.json" {
            files[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
        }
        return files
    }

    // MARK: Kept tallies

    @Test("a survey that is run again measures nothing, and writes the same bytes")
    func again() async throws {
        #expect(try await survey("a").counts.measured > 0)
        let second = try await survey("b").counts
        #expect(second.measured == 0)
        #expect(second.kept > 0)
        #expect(try bytes("a") == bytes("b"))
    }

    @Test("a changed target measures nothing; a year more measures only what it touches")
    func increments() async throws {
        let first = try await survey("a", years: [2015]).counts.measured
        try scratch.writePlan(forestCoverage: "21")
        #expect(try await survey("b", years: [2015]).counts.measured == 0)
        let more = try await survey("c").counts
        #expect(more.kept == first && more.measured > 0)
        #expect(try await survey("d").counts.measured == 0)
    }

    // MARK: Verification

    @Test("a folder that nobody touched is sound, and is made again to the last byte")
    func sound() async throws {
        _ = try await survey("a")
        var check = try SurveyVerification(of: scratch.file("a"))
        let count = check.findings.count
        try await check.replay()
        #expect(check.findings.filter { $0.state != .same }.isEmpty)
        #expect(check.findings.count { $0.role == .replay } == (try bytes("a").count))
        #expect(check.findings.count == count + (try bytes("a").count))
    }

    @Test("a flipped byte in any output or input, a missing and an added file are told")
    func tampered() async throws {
        _ = try await survey("a")
        let folder = scratch.file("a")
        var files = try bytes("a").keys.map { "\(folder)/\($0)" }
        files += ["lc_2015.tif", "lc_2020.tif", "zones.gpkg", "targets.toml", "survey.toml"].map {
            scratch.file($0)
        }
        for file in files {
            var data = try #require(FileManager.default.contents(atPath: file))
            let whole = data
            data[data.count / 2] ^= 1
            try data.write(to: URL(filePath: file))
            let bad = try SurveyVerification(of: folder).findings.filter { $0.state != .same }
            #expect(bad.map(\.state) == [.changed], "\(file)")
            #expect(bad.first.map { file.hasSuffix($0.path) } == true)
            try whole.write(to: URL(filePath: file))
        }
        try FileManager.default.removeItem(atPath: "\(folder)/areas.csv")
        try Data().write(to: URL(filePath: "\(folder)/more.csv"))
        let states = try SurveyVerification(of: folder).findings.filter { $0.state != .same }
        #expect(
            Set(states.map { "\($0.state) \($0.path)" }) == ["missing areas.csv", "added more.csv"])
    }

    @Test("a survey made again from other inputs is told to differ, file by file")
    func replayed() async throws {
        _ = try await survey("a")
        try scratch.raster(
            "lc_2020.tif", width: 4, [UInt8](arrayLiteral: 12, 21, 21, 21, 42, 64, 64, 32))
        var check = try SurveyVerification(of: scratch.file("a"))
        try await check.replay()
        let changed = check.findings.filter { $0.role == .replay && $0.state == .changed }
        #expect(changed.contains { $0.path == "areas.csv" })
    }

    // MARK: Comparison

    private func compare(_ old: String, _ new: String) throws -> SurveyComparison {
        try SurveyComparison(
            from: FinishedSurvey(in: scratch.file(old)),
            to: FinishedSurvey(in: scratch.file(new)))
    }

    @Test("two runs of the same survey do not differ")
    func alike() async throws {
        _ = try await survey("a")
        _ = try await survey("b")
        let comparison = try compare("a", "b")
        #expect(comparison.differences.isEmpty && comparison.causes.isEmpty)
        #expect(comparison.sameCount > 0)
    }

    @Test("another target changes verdicts, and is named as the cause")
    func targets() async throws {
        _ = try await survey("a")
        try scratch.writePlan(forestCoverage: "60")
        _ = try await survey("b")
        let comparison = try compare("a", "b")
        #expect(comparison.causes.map(\.en) == ["input targets.toml differs"])
        let city = try #require(
            comparison.differences.first {
                $0.new?.result.zone == "all" && $0.new?.result.year == 2020
            })
        #expect(comparison.differences.allSatisfy { $0.new?.result.indicator == "forest_coverage" })
        #expect(city.change == 0)
        #expect(city.reasons.map(\.en) == ["the target differs"])
    }

    @Test("another raster changes figures by what is counted by hand, and is named as the cause")
    func rasters() async throws {
        _ = try await survey("a")
        // A shrub of 2020 becomes a forest: one of the eight pixels.
        try scratch.raster(
            "lc_2020.tif", width: 4, [UInt8](arrayLiteral: 12, 21, 21, 21, 42, 64, 64, 32))
        _ = try await survey("b")
        let comparison = try compare("a", "b")
        #expect(comparison.causes.map(\.en) == ["input lc_2020.tif differs"])
        let table = try comparison.table(in: .en)
        #expect(table.rows.count == comparison.differences.count)
        #expect(comparison.differences.allSatisfy { $0.new?.result.year == 2020 })
    }

    @Test(
        "a survey that is told of an earlier one has the comparison that the verb makes of the two")
    func previous() async throws {
        _ = try await survey("a")
        try scratch.writePlan(forestCoverage: "60")
        var file = try SurveyFile(readingFrom: scratch.file("survey.toml"))
        file.output = scratch.file("b")
        var run = SurveyRun(file)
        run.drawsMaps = false
        run.language = .en
        run.previous = try FinishedSurvey(in: scratch.file("a"))
        _ = try await run.run()
        let table = try String(contentsOfFile: scratch.file("b/comparison.csv"), encoding: .utf8)
        let comparison = try compare("a", "b")
        #expect(!comparison.differences.isEmpty)
        #expect(try table == comparison.table(in: .en).csv)
        let report = try String(contentsOfFile: scratch.file("b/report.html"), encoding: .utf8)
        #expect(report.contains("id=\"previous\"") && report.contains("input targets.toml differs"))
        let plain = try String(contentsOfFile: scratch.file("a/report.html"), encoding: .utf8)
        #expect(!plain.contains("id=\"previous\""))
    }

    @Test("surveys without a year in common are compared in each one's newest")
    func years() async throws {
        _ = try await survey("a", years: [2015])
        _ = try await survey("b", years: [2020])
        let rows = try compare("a", "b").differences.filter { $0.new?.result.zone == "w" }
        #expect(!rows.isEmpty)
        #expect(
            rows.allSatisfy {
                ($0.old?.result.year ?? 2015, $0.new?.result.year ?? 2020) == (2015, 2020)
            })
    }
}
