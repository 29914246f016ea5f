// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import DataFiles
import Files
import Foundation
import Logging
import Support
import Testing
import Words
import Zonal

@testable import Survey

@Suite("Manifests of batches")
struct BatchManifestTests {
    let scratch: Scratch
    init() throws {
        scratch = try Scratch()
        _ = try scratch.text("survey.toml", Self.survey)
    }

    private static let survey = """
        [zones]
        file = "zones.geojson"
        id = "code"
        [[year]]
        year = 2020
        landcover = "lc.tif"
        [[year]]
        year = 2015
        landcover = "old.tif"
        [[year]]
        year = 2021
        landcover = "new.tif"
        """

    private func manifest(_ text: String, as name: String = "units.csv") throws -> BatchManifest {
        try BatchManifest(readingFrom: scratch.text(name, text))
    }

    private func fault(_ text: String, as name: String = "units.csv") -> DataFileError? {
        do { _ = try manifest(text, as: name) } catch { return error as? DataFileError }
        return nil
    }

    @Test("a line of CSV is a unit, a column a key, and an empty cell leaves the file's own value")
    func csv() throws {
        let units = try manifest(
            """
            unit,survey,zones.where,only_years
            west,survey.toml,code = 'a',[2021]
            all,survey.toml,,
            """
        ).units
        #expect(units.map(\.name) == ["west", "all"])
        #expect(units.map(\.survey) == [scratch.path("survey.toml"), scratch.path("survey.toml")])
        #expect(units[0].overrides.map(\.text) == ["zones.where=code = 'a'", "only_years=[2021]"])
        #expect(units[1].overrides.isEmpty)
        let file = try SurveyFile(readingFrom: units[0].survey, setting: units[0].overrides)
        #expect(file.zones?.filter == "code = 'a'")
        #expect(file.years.map(\.year) == [2015, 2021])
    }

    @Test("TOML says the same, with a survey and values that hold for all")
    func toml() throws {
        let units = try manifest(
            """
            survey = "survey.toml"
            set = { title_en = "All", zones.where = "code = 'a'" }
            [[unit]]
            name = "one"
            [[unit]]
            name = "two"
            set = { baseline = 2020, "year[3].landcover" = "other.tif" }
            """, as: "units.toml"
        ).units
        #expect(units.map(\.name) == ["one", "two"])
        #expect(
            units[1].overrides.map(\.text) == [
                "title_en=All", "zones.where=code = 'a'", "baseline=2020",
                "year[3].landcover=other.tif",
            ])
    }

    @Test(
        "what cannot be is refused at its line",
        arguments: [
            ("unit,survey\na,survey.toml\nA,survey.toml", 3, "two units"),
            ("unit,survey\na,nothing.toml", 2, "is not there"),
            ("unit,survey,zones.wher\nb,survey.toml,\na,survey.toml,x", 3, "did you mean 'where'"),
            ("unit,survey,baseline\na,survey.toml,2017", 2, "not among the years"),
            ("unit,survey,only_years\na,survey.toml,[2017]", 2, "not among the years"),
            ("unit,survey\na/b,survey.toml", 2, "folder's name"),
            ("unit,survey\nbatch.csv,survey.toml", 2, "folder's name"),
            ("unit,survey\n.a,survey.toml", 2, "folder's name"),
            ("unit,survey\n,survey.toml", 2, "no name"), ("unit,survey\na,", 2, "no survey file"),
            ("name,survey\na,survey.toml", 1, "no column 'unit'"),
        ])
    func refused(_ text: String, _ line: Int, _ words: String) {
        let fault = fault(text)
        #expect(fault?.line == line && fault?.file == scratch.path("units.csv"), "\(fault as Any)")
        #expect(fault?.message.contains(words) == true, "\(fault as Any)")
    }

    @Test("in TOML, too")
    func refusedTOML() {
        let fault = fault(
            "survey = 'survey.toml'\n[[unit]]\nname = 'a'\nset = { zones = { wher = 'x' } }",
            as: "units.toml")
        #expect(fault?.line == 4 && fault?.message.contains("did you mean 'where'") == true)
    }

    @Test("a survey file that is not there is told from one that is to be mended")
    func kinds() {
        #expect(fault("unit,survey\na,nothing.toml")?.failureKind == .noInput)
        #expect(fault("unit,survey\na,survey.toml\na,survey.toml")?.failureKind == .badData)
    }

    @Test("what a survey file has wrong by itself is left for its unit to tell")
    func isolated() throws {
        _ = try scratch.text("broken.toml", "nonsense = 1")
        let units = try manifest("unit,survey\na,broken.toml\nb,survey.toml").units
        #expect(units.count == 2)
    }

    @Test("each year is a unit beside the baseline")
    func eachYear() throws {
        let units = try BatchManifest(
            of: scratch.path("survey.toml"), byZone: false, byYear: true
        ).units
        #expect(units.map(\.name) == ["2020", "2021"])
        let years = try units.map {
            try SurveyFile(readingFrom: $0.survey, setting: $0.overrides).years.map(\.year)
        }
        #expect(years == [[2015, 2020], [2015, 2021]])
    }

    @Test("each zone is a unit that measures it alone, whatever its id")
    func eachZone() throws {
        let path = try scratch.zones(
            [
                ("o'a", "POLYGON((0 0,1 0,1 1,0 1,0 0))"),
                ("b/c", "POLYGON((1 0,2 0,2 1,1 1,1 0))"),
                ("o'a", "POLYGON((3 0,4 0,4 1,3 1,3 0))"),
            ], named: "zones.geojson", driver: "GeoJSON")
        let units = try BatchManifest(
            of: scratch.path("survey.toml"), byZone: true, byYear: true,
            setting: [DataOverride("title=x", named: "--set")]
        ).units
        #expect(units.map(\.name) == ["o_a-2020", "o_a-2021", "b_c-2020", "b_c-2021"])
        for (unit, id) in zip(units, ["o'a", "o'a", "b/c", "b/c"]) {
            let survey = try SurveyFile(readingFrom: unit.survey, setting: unit.overrides)
            var source = try #require(survey.zones)
            source.path = path
            #expect(try ZoneLayer(reading: source).zones.map(\.id) == [id])
        }
    }

    @Test(
        "a survey with what is of all zones together cannot be parted by zones",
        arguments: [
            "targets = 't.toml'", "livestock = { stock = 's.csv', forage = 'f.csv' }",
            "carbon = { emissions_tco2 = 1 }",
        ])
    func whole(_ key: String) throws {
        _ = try scratch.zones(
            [("a", "POLYGON((0 0,1 0,1 1,0 1,0 0))")], named: "zones.geojson", driver: "GeoJSON")
        let path = try scratch.text("whole.toml", key + "\n" + Self.survey)
        #expect {
            _ = try BatchManifest(of: path, byZone: true, byYear: false)
        } throws: { error in
            (error as? DataFileError)?.line == 1
        }
    }
}

@Suite("Rows of batch.csv")
struct BatchRowTests {
    private func row(_ end: ChildProcess.End, _ said: [String] = []) -> BatchRow {
        var row = BatchRow("a")
        let limits = ChildProcess(program: "", arguments: [], timeout: 60, memory: 100 << 20)
        row.take(
            ChildProcess.Usage(end: end, seconds: 1.2345, peakBytes: 200 << 20, bytesRead: 5),
            said: said, limits: limits)
        return row
    }

    @Test(
        "the exit status tells what to try again from what to mend",
        arguments: [
            (0, "done", nil), (5, "partial", .mend), (1, "failed", .mend), (64, "failed", .mend),
            (65, "failed", .mend), (66, "failed", .mend), (73, "failed", .retry),
            (74, "failed", .retry), (75, "failed", .retry),
        ] as [(Int32, String, BatchRow.Remedy?)])
    func remedies(_ status: Int32, _ word: String, _ remedy: BatchRow.Remedy?) {
        let row = row(.exited(status), ["why"])
        #expect(row.status.rawValue == word && row.remedy == remedy)
        #expect(row.exitStatus == Int(status) && row.reason == "why" && row.seconds == 1.23)
    }

    @Test(
        "what was ended is to be tried again, and says by what it was",
        arguments: [
            (.timedOut, "timed_out", "60 s"), (.tooLarge, "too_large", "share of 100 MB"),
            (.signalled(SIGSEGV), "crashed", "signal 11"), (.stopped, "interrupted", "told to end"),
        ] as [(ChildProcess.End, String, String)])
    func ended(_ end: ChildProcess.End, _ word: String, _ reason: String) {
        let row = row(end)
        #expect(row.status.rawValue == word && row.remedy == .retry && row.exitStatus == nil)
        #expect(row.reason.contains(reason))
    }

    @Test("a folder's rows are read back as they were written, and new units wait")
    func written() async throws {
        let scratch = try Scratch()
        func folder(_ names: String...) throws -> BatchFolder {
            try BatchFolder(
                at: scratch.folder,
                of: names.map { BatchUnit(name: $0, survey: "s.toml", overrides: []) })
        }
        var failed = row(.exited(65), ["=1+1, \"quoted\"\nand more"])
        failed.request = "abc"
        failed.measured = 3
        let first = try folder("a", "b")
        try await first.set(failed)
        let second = try folder("b", "a")
        let rows = await second.rows
        #expect(rows.map(\.unit) == ["b", "a"])
        #expect(rows[0] == BatchRow("b"))
        #expect(rows[1].status == .failed && rows[1].reason == failed.reason)
        #expect(rows[1].request == "abc" && rows[1].measured == 3 && rows[1].remedy == .mend)
    }

    @Test("a batch.csv of something else is refused")
    func foreign() throws {
        let scratch = try Scratch()
        _ = try scratch.text("batch.csv", "a,b\n1,2\n")
        #expect(throws: DataFileError.self) { try BatchFolder(at: scratch.folder, of: []) }
    }
}

@Suite("Logs of lines")
struct LineLogTests {
    private func lines(as format: LineLog.Format) throws -> [String] {
        let scratch = try Scratch()
        let path = scratch.path("log")
        for unit in ["a", "b"] {
            var log = try LineLog(to: path, as: format).logger("batch")
            log[metadataKey: "unit"] = "\(unit)"
            log.debug("not told")
            log.error("line\nbreak", metadata: ["seconds": .stringConvertible(1.5), "n": "x"])
        }
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(
            String.init)
    }

    @Test("in text a line is one line, and a file grows")
    func text() throws {
        let lines = try lines(as: .text)
        #expect(lines.count == 2)
        #expect(lines[0].hasSuffix("Z error    a: line␊break n=x seconds=1.5"))
        #expect(lines[1].contains(" b: "))
    }

    @Test("in JSON a line is an object, and numbers are numbers")
    func json() throws {
        let lines = try lines(as: .json)
        #expect(lines.count == 2)
        let object = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
        #expect(object?["level"] as? String == "error" && object?["unit"] as? String == "a")
        #expect(object?["message"] as? String == "line\nbreak")
        #expect(object?["seconds"] as? Double == 1.5 && object?["n"] as? String == "x")
        #expect((object?["time"] as? String)?.hasSuffix("Z") == true)
    }

    @Test("a log that cannot be opened is an error")
    func refused() {
        #expect(throws: (any Error).self) { try LineLog(to: "/nowhere/at/all/log", as: .text) }
    }
}

@Suite("Pages of batches")
struct BatchPageTests {
    @Test("every unit is on the page, with what is to be done, and hostile words do no harm")
    func page() throws {
        var done = BatchRow("a b/ü".replacing("/", with: "-"))
        done.status = .done
        var failed = BatchRow("<script>")
        failed.status = .failed
        failed.exitStatus = 65
        failed.reason = "</td><script>alert(1)</script>"
        let outcome = BatchRun.Outcome(rows: [done, failed], kept: 1, wasStopped: false)
        let html = try BatchPage(of: outcome, units: [], language: .zh).html()
        #expect(html.contains("lang=\"zh\""))
        #expect(html.contains("<a href=\"a%20b-%C3%BC/report.html\">"))
        #expect(html.contains("修正") && html.contains("mend"))
        #expect(!html.contains("<script>alert"))
        #expect(!html.contains("&lt;script&gt;/report.html"))
    }
}
