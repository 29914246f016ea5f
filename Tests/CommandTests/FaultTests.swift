// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Disks that fill up or fail under a writer: nothing is lost in silence")
struct FaultTests {
    private func shell(_ script: String, in folder: Folder) async throws -> Int32 {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", script]
        shell.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        shell.standardError = FileHandle.nullDevice
        shell.standardOutput = FileHandle.nullDevice
        try shell.run()
        while shell.isRunning { try await Task.sleep(for: .milliseconds(5)) }
        return shell.terminationStatus
    }

    @Test(
        "a file that may not grow ends with 74 and is not there",
        arguments: [
            ("layers", "--category forest", "a.geojson"), ("layers", "--category forest", "a.fgb"),
            ("layers", "--category forest", "a.shp"), ("layers", "--category forest", "a.gpkg"),
            ("layers", "--category forest", "a.tif"), ("map", "", "a.png"),
        ])
    func full(verb: String, options: String, output: String) async throws {
        let folder = try Folder()
        let raster = try Folder.bundled("synthetic/landcover_2020.tif")
        let status = try await shell(
            "trap '' XFSZ; ulimit -f 8; exec \(Command.buildFolder)/steppe \(verb) \(raster) "
                + "\(options) -o \(output)", in: folder)
        #expect(status == 74)
        #expect(folder.names == [])
    }

    private func inject(
        _ options: String, needs tools: String, by tool: String = "run"
    ) async throws {
        let folder = try Folder()
        let run =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().path + "/Tools/faults/\(tool)"
        let status = try await shell(
            "command -v cc python3 \(tools) > /dev/null || exit 0; \(run) \(options) "
                + "--program \(Command.buildFolder)/steppe > log || exit 1", in: folder)
        #expect(status == 0, "\(folder.text("log"))")
    }

    @Test("a failing call under any writer is told of, or does no harm")
    func calls() async throws {
        try await inject("--sites 2 --writers csv,geojson,fgb,shp,gtiff", needs: "")
    }

    @Test(
        "no call that fails while overviews are made, once or for good, ends the process by a signal"
    )
    func overviews() async throws {
        try await inject("--sites 4 --writers cog --files ov", needs: "")
    }

    @Test("no write of a COG itself that fails, once or for good, ends the process by a signal")
    func image() async throws {
        try await inject("--sites 12 --writers cog --files out.tif", needs: "")
    }

    @Test(
        "a survey that a full disk breaks off leaves what it was to replace, and the next run mends all"
    )
    func surveys() async throws {
        try await inject("--sites 1 --writers replace --files indicators", needs: "")
        // The last call of all, when what was made is in its place.
        try await inject("--sites 1 --writers replace --files '^work$'", needs: "")
    }

    @Test(
        "a batch that is killed at random moments is whole after each, and finished by the next start"
    )
    func kills() async throws {
        try await inject("--moments 4 --units 2", needs: "", by: "kills")
    }

    @Test("a read that fails once, of any tag, strip or feature, does no harm or ends with 75")
    func reads() async throws {
        try await inject("--reads --sites 24", needs: "gdalbuildvrt")
    }

    @Test("an option that a format does not know is refused")
    func unknownOption() async throws {
        let folder = try Folder.withSurvey()
        let layers = try await folder.run(
            "layers", "lc.asc", "--scheme", "worldcover", "--class", "10", "-o", "a.shp", "--lco",
            "NOSUCH=1")
        #expect(layers.status == 65 && layers.errors.contains("NOSUCH"), "\(layers)")
        #expect(!folder.names.contains("a.shp"))
    }

    @Test("what a killed run left is no tile, and goes with the next run there")
    func leftovers() async throws {
        let folder = try Folder()
        try folder.write("half", to: ".steppe-1-2/east.tif")
        try folder.write("half", to: ".4242-east.tif")
        try FileManager.default.copyItem(
            atPath: try Folder.bundled("synthetic/landcover_2020.tif"),
            toPath: "\(folder.path)/west.tif")
        let run = try await folder.run("tabulate", ".", "-o", "a.csv")
        #expect(run.status == 0, "\(run.errors)")
        #expect(folder.names == [".4242-east.tif", "a.csv", "west.tif"])
    }
}
