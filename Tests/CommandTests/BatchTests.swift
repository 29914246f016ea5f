// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("steppe batch")
struct BatchTests {
    /// A folder with a survey of three years, and a manifest.
    private func folder(_ manifest: String = "") throws -> Folder {
        let folder = try Folder.withSurvey()
        try folder.writeRaster(
            "old.asc", rows: ["10 10 30 30", "20 20 30 30", "60 60 10 10", "60 60 10 0"])
        try folder.writeRaster(
            "new.asc", rows: ["10 10 10 30", "10 20 30 30", "60 60 10 10", "60 60 10 0"])
        try folder.writeSurvey(
            tables: """
                [[year]]
                year = 2015
                landcover = "old.asc"
                [[year]]
                year = 2021
                landcover = "new.asc"
                """)
        if !manifest.isEmpty { try folder.write(manifest, to: "units.csv") }
        return folder
    }

    private func batch(_ folder: Folder, _ arguments: String...) async throws -> Command.Run {
        try await Command.run(["batch"] + arguments + ["--no-maps"], in: folder)
    }

    /// The rows of `batch.csv` by unit, each cell by its column.
    private func rows(_ folder: Folder, _ name: String = "units") -> [String: [String: String]] {
        let lines = CSV.lines(of: folder.text("\(name)/batch.csv"))
        guard let head = lines.first else { return [:] }
        return Dictionary(
            lines.dropFirst().map { ($0[0], Dictionary(zip(head, $0)) { a, _ in a }) }
        ) { a, _ in a }
    }

    /// Names and bytes of all outputs, without what tells the time.
    private func bytes(_ folder: Folder, _ name: String = "units") -> [String: Data] {
        let names = FileManager.default.enumerator(atPath: "\(folder.path)/\(name)")?.allObjects
        return Dictionary(
            (names ?? []).map { file in
                let isRecord = ["provenance.json", "batch.csv", "batch.html"].contains {
                    "\(file)".hasSuffix($0)
                }
                return ("\(file)", isRecord ? Data() : folder.data("\(name)/\(file)") ?? Data())
            }, uniquingKeysWith: { first, _ in first })
    }

    /// What nobody is to find after a batch: hidden files, anywhere in the folder.
    private func leftovers(_ folder: Folder) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
        return names.map { "\($0)" }.filter { $0.contains("/.") || $0.hasPrefix(".") }
    }

    /// Running programs that were told of a folder.
    private func running(in folder: Folder) -> [String] {
        let ids = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return ids.filter { id in
            guard Int(id) != nil,
                let link = try? FileManager.default.destinationOfSymbolicLink(
                    atPath: "/proc/\(id)/cwd")
            else { return false }
            return link == URL(fileURLWithPath: folder.path).resolvingSymlinksInPath().path
        }
    }

    @Test(
        "one bad unit of each kind leaves the others alone; each says what is to be done about it")
    func isolation() async throws {
        let folder = try folder(
            """
            unit,survey,year[1].landcover,zones.where,output
            good,survey.toml,,,
            missing,survey.toml,nowhere.asc,,
            empty,survey.toml,,id = 'nobody',
            broken,broken.toml,,,
            west,survey.toml,,id = 'a',
            """)
        try folder.write("[zones]\nfil = 'x'\n", to: "broken.toml")
        let run = try await batch(folder, "units.csv", "--jobs", "2")
        #expect(run.status == 5, "\(run.errors)")
        let rows = rows(folder)
        #expect(rows["good"]?["status"] == "done" && rows["west"]?["status"] == "done")
        #expect(rows["missing"]?["status"] == "partial" && rows["missing"]?["remedy"] == "mend")
        #expect(rows["missing"]?["reason"]?.contains("nowhere.asc") == true)
        #expect(rows["empty"]?["status"] == "failed" && rows["empty"]?["exit_status"] == "65")
        #expect(rows["broken"]?["remedy"] == "mend")
        #expect(rows["broken"]?["reason"]?.contains("broken.toml:2") == true)
        #expect(Double(rows["good"]?["seconds"] ?? "") ?? 0 > 0)
        #expect(Double(rows["good"]?["peak_mb"] ?? "") ?? 0 > 10)
        #expect(folder.text("units/batch.html").contains("west/report.html"))
        #expect(leftovers(folder).isEmpty, "\(leftovers(folder))")
        #expect(folder.text("units/west/areas.csv").contains(",b,") == false)
    }

    @Test("what is finished is left alone until an input, an override or a file of it changes")
    func finished() async throws {
        let folder = try folder("unit,survey\na,survey.toml\n")
        #expect(try await batch(folder, "units.csv").status == 0)
        let first = rows(folder)["a"]
        func record() throws -> Date? {
            try FileManager.default.attributesOfItem(
                atPath: "\(folder.path)/units/a/provenance.json")[.modificationDate] as? Date
        }
        var made = try record()
        let second = try await batch(folder, "units.csv")
        #expect(second.status == 0 && second.errors.contains("already_there=1"))
        #expect(try record() == made && rows(folder)["a"] == first)
        // The record is gone: what the folder tells of itself is enough.
        try FileManager.default.removeItem(atPath: "\(folder.path)/units/batch.csv")
        #expect(try await batch(folder, "units.csv").status == 0)
        #expect(try record() == made && rows(folder)["a"]?["status"] == "done")
        let changes: [() throws -> Void] = [
            { try folder.writeRaster("new.asc") },
            { try folder.write("unit,survey,title\na,survey.toml,Other\n", to: "units.csv") },
            { try folder.write("damaged", to: "units/a/areas.csv") },
        ]
        for change in changes {
            try change()
            let run = try await batch(folder, "units.csv")
            #expect(run.status == 0 && !run.errors.contains("already_there=1"), "\(run.errors)")
            #expect(try record() != made)
            made = try record()
        }
        #expect(folder.text("units/a/areas.csv") != "damaged")
    }

    @Test("a unit to be mended waits for --retry-failed, or for another survey file")
    func retryFailed() async throws {
        let folder = try folder(
            "unit,survey,year[1].landcover\na,survey.toml,late.asc\nb,survey.toml,\n")
        #expect(try await batch(folder, "units.csv").status == 5)
        try folder.writeRaster("late.asc")
        let again = try await batch(folder, "units.csv")
        #expect(again.status == 5 && again.errors.contains("--retry-failed"))
        #expect(rows(folder)["a"]?["status"] == "partial")
        let mended = try await batch(folder, "units.csv", "--retry-failed")
        #expect(mended.status == 0, "\(mended.errors)")
        #expect(rows(folder)["a"]?["status"] == "done" && rows(folder)["b"]?["status"] == "done")
        let broken = try self.folder("unit,survey\na,broken.toml\n")
        try broken.write("nonsense = 1\n", to: "broken.toml")
        #expect(try await batch(broken, "units.csv").status == 5)
        try broken.write(broken.text("survey.toml"), to: "broken.toml")
        #expect(try await batch(broken, "units.csv").status == 0)
    }

    @Test("a unit that takes too long or too much memory is ended, and may be tried again")
    func limits() async throws {
        let folder = try folder("unit,survey\na,survey.toml\n")
        let late = try await batch(folder, "units.csv", "--timeout", "0.01s")
        #expect(late.status == 5 && rows(folder)["a"]?["status"] == "timed_out")
        #expect(rows(folder)["a"]?["remedy"] == "retry")
        let large = try await batch(folder, "units.csv", "--memory", "100M")
        #expect(large.status == 5 && rows(folder)["a"]?["remedy"] == "retry", "\(rows(folder))")
        #expect(rows(folder)["a"]?["reason"]?.contains("the survey needs about") == true)
        #expect(leftovers(folder).isEmpty && running(in: folder).isEmpty)
        #expect(try await batch(folder, "units.csv", "--memory", "8G").status == 0)
    }

    @Test("years that units share are measured once, and the second reads no raster for them")
    func shared() async throws {
        let folder = try folder()
        #expect(try await batch(folder, "survey.toml", "--each-year", "--jobs", "1").status == 0)
        let rows = rows(folder, "survey")
        #expect(rows.keys.sorted() == ["2020", "2021"])
        // Two years and what became of the one: the baseline is there when the second unit begins.
        #expect(rows["2020"]?["measured"] == "3" && rows["2020"]?["kept"] == "0", "\(rows)")
        #expect(rows["2021"]?["measured"] == "2" && rows["2021"]?["kept"] == "1", "\(rows)")
        let plan = try await folder.run(
            "survey", "survey.toml", "--store", "survey.tallies", "--set", "only_years=[2021]",
            "--dry-run", "--json")
        #expect(plan.output.contains("\"bytes_to_decode\" : 0"), "\(plan.output)")
    }

    @Test("two units that want the same at the same time measure it once")
    func sharedAtOnce() async throws {
        let folder = try folder("unit,survey\na,survey.toml\nb,survey.toml\nc,survey.toml\n")
        #expect(try await batch(folder, "units.csv", "--jobs", "3").status == 0)
        let rows = rows(folder)
        func sum(_ column: String) -> Int {
            rows.values.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
        }
        let whole = try await folder.run("survey", "survey.toml", "--no-maps", "-v")
        let words = whole.errors.split(separator: "\n").first {
            $0.contains("measurements were kept")
        }
        #expect(words == "0 measurements were kept, \(sum("measured")) are new")
        #expect(sum("kept") == 2 * sum("measured"))
    }

    @Test("each zone is a unit")
    func eachZone() async throws {
        let folder = try folder()
        #expect(try await batch(folder, "survey.toml", "--each-zone", "-o", "zones").status == 0)
        #expect(rows(folder, "zones").keys.sorted() == ["a", "b"])
        let zones = Set(CSV.lines(of: folder.text("zones/b/areas.csv")).dropFirst().map { $0[1] })
        #expect(zones == ["b", "all"])
    }

    @Test(
        "a manifest that is wrong ends the batch before anything is made",
        arguments: [
            ("unit,survey,zones.fil\na,survey.toml,x\n", "units.csv:2: unknown key 'fil'", 65),
            ("unit,survey\na,survey.toml\na,survey.toml\n", "units.csv:3", 65),
            ("unit,survey\na,nothing.toml\n", "units.csv:2", 66),
        ] as [(String, String, Int32)])
    func manifests(_ text: String, _ words: String, _ status: Int32) async throws {
        let folder = try folder(text)
        let run = try await batch(folder, "units.csv")
        #expect(run.status == status && run.errors.contains(words), "\(run)")
        #expect(!folder.names.contains("units"))
    }

    @Test("the log is lines of JSON in a file, and text on standard error")
    func log() async throws {
        let folder = try folder("unit,survey\na,survey.toml\nb,broken.toml\n")
        try folder.write("nonsense = 1\n", to: "broken.toml")
        let run = try await batch(
            folder, "units.csv", "--log-file", "batch.log", "--log-format", "json")
        #expect(run.errors.contains(" b: failed: "))
        let lines = try folder.text("batch.log").split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        let done = lines.first { $0["unit"] as? String == "a" }
        #expect(done?["message"] as? String == "done" && done?["exit_status"] as? Int == 0)
        let failed = lines.last { $0["unit"] as? String == "b" }
        #expect(failed?["remedy"] as? String == "mend" && failed?["level"] as? String == "error")
        #expect(lines.last?["message"] as? String == "ends")
        let quiet = try await batch(folder, "units.csv", "--quiet")
        #expect(quiet.status == 5 && quiet.errors == "")
    }

    @Test("one batch at a time works in a folder")
    func claimed() async throws {
        let folder = try folder("unit,survey\na,survey.toml\nb,survey.toml\n")
        let first = try Command.start(["batch", "units.csv", "--jobs", "1"], in: folder)
        while !folder.names.contains("units"), first.task.isRunning { usleep(500) }
        let second = try await batch(folder, "units.csv")
        kill(first.task.processIdentifier, SIGTERM)
        while first.task.isRunning { usleep(5_000) }
        #expect(second.status == 75 && second.errors.contains("another run"), "\(second.errors)")
    }

    @Test(
        "told to end, it leaves nothing running and nothing half-written",
        arguments: [SIGINT, SIGTERM])
    func interrupted(signal: Int32) async throws {
        let folder = try folder("unit,survey\na,survey.toml\nb,survey.toml\nc,survey.toml\n")
        let started = try Command.start(
            ["batch", "units.csv", "--no-maps", "--jobs", "1"], in: folder)
        while rows(folder)["a"]?["status"] != "running", started.task.isRunning { usleep(500) }
        kill(started.task.processIdentifier, signal)
        while started.task.isRunning { usleep(5_000) }
        #expect(started.task.terminationStatus == 75)
        #expect(running(in: folder).isEmpty)
        #expect(leftovers(folder).isEmpty, "\(leftovers(folder))")
        #expect(rows(folder)["c"]?["status"] == "waiting")
        #expect(try await batch(folder, "units.csv").status == 0)
    }

    @Test("killed at any moment, the next start makes the same bytes and leaves nothing over")
    func killed() async throws {
        let folder = try folder("unit,survey\na,survey.toml\nb,survey.toml\n")
        #expect(try await batch(folder, "units.csv", "--jobs", "2").status == 0)
        let whole = bytes(folder)
        for name in ["units", "units.tallies"] {
            try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
        }
        // Moments that a run passes through, by what can be seen of it.
        let moments: [() -> Bool] = [
            { folder.names.contains("units") },
            { folder.text("units/batch.csv").contains("running") },
            { folder.names.contains("units.tallies") },
            {
                self.leftovers(folder).contains {
                    $0.contains("/.steppe-") && !$0.contains(".lock")
                }
            },
        ]
        for moment in moments {
            let started = try Command.start(
                ["batch", "units.csv", "--no-maps", "--jobs", "2"], in: folder)
            while !moment(), started.task.isRunning { usleep(500) }
            kill(started.task.processIdentifier, SIGKILL)
            while started.task.isRunning { usleep(1_000) }
            while !running(in: folder).isEmpty { usleep(1_000) }
        }
        let last = try await batch(folder, "units.csv", "--jobs", "2")
        #expect(last.status == 0, "\(last.errors)")
        #expect(bytes(folder) == whole)
        #expect(leftovers(folder).isEmpty, "\(leftovers(folder))")
        #expect(rows(folder).values.allSatisfy { $0["status"] == "done" })
    }

    @Test("what was set is in the record, and a replay takes it")
    func replay() async throws {
        let folder = try folder("unit,survey,zones.where\na,survey.toml,id = 'a'\n")
        #expect(try await batch(folder, "units.csv").status == 0)
        #expect(folder.text("units/a/provenance.json").contains("zones.where=id = 'a'"))
        let check = try await folder.run("verify", "units/a", "--replay")
        #expect(check.status == 0, "\(check.output)\(check.errors)")
    }
}
