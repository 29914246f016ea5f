// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Support
import Testing

@Suite("Limits of the shell, and of what may be read")
struct LimitTests {
    /// Runs the program under limits that the shell sets.
    private func run(
        under limit: String, _ arguments: String, in folder: Folder
    ) throws -> (status: Int32, errors: String) {
        let task = Process()
        let pipe = Pipe()
        task.executableURL = URL(fileURLWithPath: "/bin/sh")
        task.arguments = ["-c", "\(limit); exec '\(Command.buildFolder)/steppe' \(arguments)"]
        task.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        task.standardOutput = FileHandle.nullDevice
        task.standardError = pipe
        try task.run()
        let errors = pipe.fileHandleForReading.readDataToEndOfFile()
        task.waitUntilExit()
        return (task.terminationStatus, String(decoding: errors, as: UTF8.self))
    }

    @Test(
        "limits that no run can keep to are refused, by a status that says to try again",
        .comesBack(within: 600),
        arguments: [
            ("ulimit -v 400000", "ulimit -v"), ("ulimit -v 350000", "ulimit -v"),
            ("ulimit -n 12", "ulimit -n"), ("ulimit -n 8", "ulimit -n"),
        ])
    func narrow(limit: String, remedy: String) throws {
        let folder = try Folder()
        try folder.writeRaster()
        let run = try run(under: limit, "tabulate lc.asc", in: folder)
        #expect(run.status == 75 && run.errors.contains(remedy), "\(run)")
    }

    @Test("a run keeps to the limits that are asked for")
    func wide() throws {
        let folder = try Folder.withSurvey()
        let run = try run(
            under: "ulimit -n 64", "tabulate lc.asc --zones zones.geojson --zone-id id", in: folder)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test(
        "limits are refused in every verb, before an output is begun",
        arguments: [
            "change lc.asc lc.asc -o out.csv", "layers lc.asc --class 10 -o out.gpkg",
            "map lc.asc -o out.png", "survey survey.toml", "carbon lc.asc --year 2020 -o out.csv",
            "inspect lc.asc", "cover lc.asc -o out.tif", "init .", "schemes",
        ])
    func verbs(arguments: String) throws {
        let folder = try Folder.withSurvey()
        let before = folder.names
        for limit in ["ulimit -v 400000", "ulimit -n 12"] {
            let run = try run(under: limit, arguments, in: folder)
            #expect(run.status == 75 && run.errors.contains("ulimit"), "\(run)")
        }
        #expect(folder.names == before)
    }

    @Test("with the least memory and files that are allowed a survey is done, maps and all")
    func least() throws {
        let folder = try Folder.withSurvey()
        let run = try run(
            under: "ulimit -v 1048576; ulimit -n 64", "survey survey.toml", in: folder)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("a survey that would need more than --memory is refused with the sum, and writes nothing")
    func littleMemory() async throws {
        let folder = try Folder.withSurvey()
        let before = folder.names
        let run = try await folder.run("survey", "survey.toml", "--memory", "100")
        #expect(run.status == 75 && run.errors.contains("needs about"), "\(run)")
        #expect(run.errors.contains("for a thread") && run.errors.contains("--no-maps"))
        #expect(folder.names == before)
    }

    @Test("a survey keeps within the memory that it asked for")
    func enoughMemory() async throws {
        let folder = try Folder.withSurvey()
        let run = try await folder.run("survey", "survey.toml", "--memory", "256", "--jobs", "16")
        #expect(run.status == 0, "\(run)")
    }

    @Test("when the time is up a run ends with 75, and leaves no output")
    func timeout() async throws {
        let folder = try Folder.withSurvey()
        let run = try await folder.run("survey", "survey.toml", "-o", "out", "--timeout", "0.01s")
        #expect(run.status == 75 && run.errors.contains("the time is up"), "\(run)")
        #expect(!folder.names.contains("out"))
    }

    @Test("a limit that is no time or no size is a mistake in the command")
    func badLimits() async throws {
        let folder = try Folder.withSurvey()
        for option in [
            ["--timeout", "5"], ["--timeout", "-1s"], ["--memory", "0"], ["--memory", "1X"],
        ] {
            let run = try await Command.run(["survey", "survey.toml"] + option, in: folder)
            #expect(run.status == 64, "\(run)")
        }
    }

    private static let fuzz = #filePath.replacing(
        "Tests/CommandTests/LimitTests.swift", with: "Tools/fuzz/fuzz")
    private static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    @Test(
        "no mutation of an input ends the program by a signal, keeps it busy or takes all memory",
        .enabled(if: hasPython), .timeLimit(.minutes(30)),
        arguments: [
            "survey", "scheme", "coefficients", "sld", "qml", "geojson", "samples", "tally",
            "ledgers", "tiff", "gpkg",
        ])
    func mutations(kind: String) async throws {
        let folder = try Folder()
        let output = "\(folder.path)/table"
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        let task = Process()
        task.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        task.arguments = [
            Self.fuzz, kind, "--count", "20", "--seed", "1", "--jobs", "1", "--keep",
            "\(folder.path)/kept", "--program", "\(Command.buildFolder)/steppe",
        ]
        task.standardOutput = FileHandle(forWritingAtPath: output)
        task.standardError = FileHandle(forWritingAtPath: output)
        try task.run()
        while task.isRunning { try await Task.sleep(for: .milliseconds(50)) }
        let table = folder.text("table")
        #expect(task.terminationStatus == 0, "\(table)")
        #expect(table.contains("\n\(kind) "), "\(table)")
    }
}
