// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("A finished survey's files")
struct FinishedSurveyTests {
    private func finished() async throws -> Folder {
        let folder = try Folder.withSurvey()
        let run = try await folder.run("survey", "survey.toml", "--no-maps")
        #expect(run.status == 0, "\(run.errors)")
        return folder
    }

    @Test("that are as they were written are said to be, by their SHA-256")
    func intact() async throws {
        let folder = try await finished()
        let run = try await folder.run("explain", "forest_coverage", "--survey", "out")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("indicators.csv is as provenance.json records it (SHA-256 "))
    }

    @Test("that were edited are refused with 65, whoever reads them")
    func edited() async throws {
        let folder = try await finished()
        let text = folder.text("out/indicators.csv")
        let edited = text.replacing(",not_assessed,", with: ",met,")
        #expect(edited != text)
        try folder.write(edited, to: "out/indicators.csv")
        for arguments in [
            ["explain", "forest_coverage", "--survey", "out"],
            ["chart", "targets", "out", "--indicator", "forest_coverage", "-o", "x.svg"],
        ] {
            let run = try await Command.run(arguments, in: folder)
            #expect(run.status == 65, "\(arguments)")
            #expect(run.errors.contains("out/indicators.csv: was changed after the survey was run"))
            #expect(run.output.isEmpty)
        }
        #expect(!folder.names.contains("x.svg"))
    }

    @Test("that have no record beside them are not trusted")
    func unrecorded() async throws {
        let folder = try await finished()
        try FileManager.default.removeItem(atPath: "\(folder.path)/out/provenance.json")
        let run = try await folder.run("explain", "forest_coverage", "--survey", "out")
        #expect(run.status == 65)
        #expect(run.errors.contains("out/provenance.json"))
    }

    @Test("are verified with 0 where all are as recorded, and with 1 and their names where not")
    func verified() async throws {
        let folder = try await finished()
        let sound = try await folder.run("verify", "out", "--replay", "-f", "csv")
        #expect(sound.status == 0, "\(sound.errors)")
        #expect(sound.output.contains("replay,same,indicators.csv,"))
        #expect(sound.errors.contains("all as recorded"))
        try folder.write("year\n", to: "out/areas.csv")
        let broken = try await folder.run("verify", "out", "-f", "csv")
        #expect(broken.status == 1)
        #expect(broken.output.contains("output,changed,areas.csv,"))
        #expect(broken.errors.contains("1 of "))
    }

    @Test("are compared with those of another run; a run keeps its tallies beside its output")
    func compared() async throws {
        let folder = try await finished()
        #expect(folder.names.contains("out.tallies"))
        let again = try await folder.run(
            "survey", "survey.toml", "--no-maps", "-o", "again", "--store", "out.tallies", "-v")
        #expect(again.errors.contains(" 0 are new"))
        let run = try await folder.run("compare", "out", "again")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("0 figures differ"))
    }

    @Test("are the same bytes in any locale; the survey file's language and --lang change them")
    func locales() async throws {
        let folder = try await finished()
        let chinese = ["LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"]
        let files = [
            "indicators.csv", "areas.csv", "banners.geojson", "survey.gpkg", "report.html",
        ]
        func bytes(_ name: String) -> [Data?] { files.map { folder.data("\(name)/\($0)") } }
        let run = try await folder.run(
            "survey", "survey.toml", "--no-maps", "-o", "zh_locale", environment: chinese)
        #expect(run.status == 0 && run.output.contains("森林覆盖率"), "people read their own language")
        #expect(bytes("zh_locale") == bytes("out"))
        let asked = try await folder.run(
            "survey", "survey.toml", "--no-maps", "-o", "asked", "--lang", "zh")
        #expect(asked.status == 0)
        #expect(folder.text("asked/areas.csv").contains("全市"))
        try folder.writeSurvey("language = \"zh\"")
        let stated = try await folder.run("survey", "survey.toml", "--no-maps", "-o", "stated")
        #expect(stated.status == 0)
        #expect(folder.data("stated/areas.csv") == folder.data("asked/areas.csv"))
    }
}
