// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import Testing

@Suite("Bad input: a clear message, the right exit status, nothing half-written")
struct BadInputTests {
    /// Expects a failure that says something, prints no result, and leaves the folder as it was.
    private func expect(
        _ folder: Folder, _ arguments: [String], status: Int32, says: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let before = folder.names
        let run = try await Command.run(arguments, in: folder)
        #expect(run.status == status, "\(run.errors)", sourceLocation: sourceLocation)
        #expect(run.output == "", sourceLocation: sourceLocation)
        #expect(run.errors.hasPrefix("steppe: "), "\(run.errors)", sourceLocation: sourceLocation)
        for words in says {
            #expect(run.errors.contains(words), "\(run.errors)", sourceLocation: sourceLocation)
        }
        #expect(folder.names == before, sourceLocation: sourceLocation)
    }

    @Test("a missing file")
    func missing() async throws {
        try await expect(
            Folder(), ["tabulate", "lc.tif", "-o", "a.csv"], status: 66,
            says: ["cannot open 'lc.tif'", "No such file"])
    }

    @Test("a file that is no raster")
    func notARaster() async throws {
        let folder = try Folder()
        try folder.write("this is a letter", to: "lc.tif")
        try await expect(
            folder, ["tabulate", "lc.tif", "-o", "a.csv"], status: 65,
            says: ["cannot open 'lc.tif'", "not recognized"])
    }

    @Test("a shapefile cut short: zones, parcels and inspection name the feature and the cause")
    func cutShapefile() async throws {
        let folder = try Folder()
        try folder.writeRaster()
        let writer = try VectorWriter(
            creating: "\(folder.path)/cut.shp", driver: "ESRI Shapefile")
        try writer.add(
            layer: "cut", shape: .polygon, crs: try CRS("EPSG:4326"),
            fields: [Field("DLBM", .text)],
            rows: (0..<3).map { index in
                let (w, e) = (109 + 0.01 * Double(index), 109.01 + 0.01 * Double(index))
                let ring = "\(w) 39,\(w) 39.01,\(e) 39.01,\(e) 39,\(w) 39"
                return ([.text("0301")], try Geometry(wkt: "POLYGON((\(ring)))"))
            })
        try writer.close()
        let whole = try #require(
            FileManager.default.contents(atPath: "\(folder.path)/cut.shp"))
        try whole.dropLast(150).write(to: URL(fileURLWithPath: "\(folder.path)/cut.shp"))
        for arguments in [
            ["tabulate", "lc.asc", "--zones", "cut.shp"], ["parcels", "cut.shp"],
            ["inspect", "cut.shp"],
        ] {
            try await expect(
                folder, arguments, status: 65, says: ["cut.shp", "read feature 2", ".shp file"])
        }
    }

    @Test("a truncated TIFF, cut in its pixels and in its head")
    func truncated() async throws {
        let whole = try #require(
            FileManager.default.contents(atPath: Folder.bundled("synthetic/landcover_2020.tif")))
        let folder = try Folder()
        for (share, status) in [(0.5, [65, 74]), (0.0005, [65])] as [(Double, [Int32])] {
            let part = whole.prefix(Int(Double(whole.count) * share))
            try part.write(to: URL(fileURLWithPath: "\(folder.path)/lc.tif"))
            let run = try await folder.run("tabulate", "lc.tif", "-o", "a.csv")
            #expect(status.contains(run.status), "\(run.errors)")
            #expect(run.errors.hasPrefix("steppe: ") && run.errors.contains("lc.tif"))
            #expect(folder.names == ["lc.tif"])
        }
    }

    @Test("a raster without a CRS, and the option that mends it")
    func noCRS() async throws {
        let folder = try Folder()
        try folder.writeRaster(hasCRS: false)
        try await expect(
            folder, ["tabulate", "lc.asc"], status: 65, says: ["names no CRS", "--raster-crs"])
        let mended = try await folder.run("tabulate", "lc.asc", "--raster-crs", "EPSG:4326")
        #expect(mended.status == 0 && mended.rows.count == 6)
    }

    @Test("zones without a CRS, and the option that mends it")
    func zonesWithoutCRS() async throws {
        let folder = try Folder()
        try folder.writeRaster()
        try folder.write(
            "id,WKT\na,\"POLYGON ((109 39,109.02 39,109.02 39.04,109 39.04,109 39))\"\n",
            to: "zones.csv")
        try await expect(
            folder, ["tabulate", "lc.asc", "--zones", "zones.csv"], status: 65,
            says: ["names no CRS", "--zones-crs"])
        let mended = try await folder.run(
            "tabulate", "lc.asc", "--zones", "zones.csv", "--zones-crs", "EPSG:4326")
        #expect(mended.status == 0, "\(mended.errors)")
    }

    @Test("zones in another CRS are transformed, and give the same areas")
    func otherCRS() async throws {
        let folder = try Folder()
        try folder.writeRaster()
        try folder.writeZones()
        let same = try await folder.run("tabulate", "lc.asc", "--zones", "zones.geojson")
        // The same box in Web Mercator: metres on the sphere of radius 6378137.
        func mercator(_ x: Double, _ y: Double) -> String {
            let radians = Double.pi / 180
            return "\(6_378_137 * x * radians) \(6_378_137 * log(tan((45 + y / 2) * radians)))"
        }
        let ring = [(109, 39), (109.02, 39), (109.02, 39.04), (109, 39.04), (109, 39)].map {
            mercator($0.0, $0.1)
        }.joined(separator: ",")
        try folder.write("id,WKT\na,\"POLYGON ((\(ring)))\"\n", to: "zones.csv")
        let other = try await folder.run(
            "tabulate", "lc.asc", "--zones", "zones.csv", "--zones-crs", "EPSG:3857")
        #expect(other.status == 0, "\(other.errors)")
        let wanted = same.rows.filter { $0[0] == "0" }.compactMap { Double($0[6]) }
        let found = other.rows.dropFirst().compactMap { Double($0[6]) }
        #expect(wanted.count == 3)
        for (a, b) in zip(wanted, found) { #expect(abs(a - b) < 1e-4 * a) }
    }

    @Test("zones off the raster")
    func zonesOff() async throws {
        let folder = try Folder()
        try folder.writeRaster()
        try folder.writeZones([("a", "", 9, 39, 9.02, 39.04)])
        try await expect(
            folder, ["tabulate", "lc.asc", "--zones", "zones.geojson", "-o", "a.csv"], status: 65,
            says: ["no zone reaches lc.asc", "steppe inspect"])
    }

    @Test("empty zones")
    func emptyZones() async throws {
        let folder = try Folder()
        try folder.writeRaster()
        try folder.writeZones([])
        try await expect(
            folder, ["tabulate", "lc.asc", "--zones", "zones.geojson"], status: 65,
            says: ["zones.geojson", "no zone to measure"])
    }

    @Test("invalid rings are mended, and the note says where they cross")
    func invalidRings() async throws {
        let folder = try Folder()
        try folder.writeRaster()
        try folder.write(
            """
            {"type":"Feature","properties":{"id":"a"},"geometry":{"type":"Polygon","coordinates":
            [[[109,39],[109.04,39.04],[109.04,39],[109,39.04],[109,39]]]}}
            """, to: "zones.geojson")
        let run = try await folder.run(
            "tabulate", "lc.asc", "--zones", "zones.geojson", "--zone-id", "id")
        #expect(run.status == 0)
        #expect(run.errors.contains("note: zone 'a' was invalid (Self-intersection"))
        // Two triangles: half of the raster's sixteen pixels.
        let pixels = run.rows.dropFirst().compactMap { Double($0[5]) }.reduce(0, +)
        #expect(abs(pixels - 8) < 1e-9)
    }

    @Test("an unknown code: which, how often, where; or it counts as nodata")
    func unknownCode() async throws {
        let folder = try Folder()
        try folder.writeRaster(rows: ["1 1 2 2", "1 99 2 2", "1 1 2 2", "1 1 2 99"])
        try await expect(
            folder, ["tabulate", "lc.asc", "--scheme", "clcd"], status: 65,
            says: ["code 99", "2 pixels", "109.015, 39.025", "--unknown ignore"])
        let run = try await folder.run(
            "tabulate", "lc.asc", "--scheme", "clcd", "--unknown", "ignore")
        #expect(run.status == 0)
        #expect(run.rows.last?[2] == "nodata" && run.rows.last?[5] == "2.0")
    }

    @Test("of two bands the first is read and the note says so; --band chooses, and must be there")
    func twoBands() async throws {
        let folder = try Folder()
        try folder.writeTwoBands()
        let first = try await folder.run("tabulate", "two.vrt")
        #expect(first.status == 0)
        #expect(first.errors.contains("two.vrt has 2 bands; band 1 was read"))
        let second = try await folder.run("tabulate", "two.vrt", "--band", "2")
        #expect(second.output == first.output)
        try await expect(
            folder, ["tabulate", "two.vrt", "--band", "3"], status: 65, says: ["band 3", "has 2"])
    }

    @Test(
        "a place where nothing can be created",
        arguments: [
            ["tabulate", "lc.asc", "-o", "zones.geojson/a.csv"],
            ["tabulate", "lc.asc", "-o", "/proc/nothing/a.csv"],
            ["survey", "survey.toml", "-o", "zones.geojson/out"],
            ["survey", "survey.toml", "-o", "/proc/nothing/out"],
            ["map", "zones.geojson", "-o", "/proc/nothing/a.png"],
        ])
    func notAllowed(arguments: [String]) async throws {
        try await expect(
            Folder.withSurvey(), arguments, status: 73,
            says: ["cannot write '\(arguments.last ?? "")'"])
    }

    @Test(
        "a bad survey file: line, column and what was meant",
        arguments: [
            ("titel = 'x'", "survey.toml:1:1: unknown key 'titel'; did you mean 'title'?"),
            ("title = ", "survey.toml:1:"), ("[", "survey.toml:1:2: a key is"),
            ("[.]", "survey.toml:1:2: a key is"), ("[!]", "survey.toml:1:2: a key is"),
            ("baseline = 2019", "survey.toml:1:1: the baseline 2019"),
        ])
    func badSurvey(line: String, says: String) async throws {
        let folder = try Folder.withSurvey()
        try folder.writeSurvey(line)
        try await expect(folder, ["survey", "survey.toml"], status: 65, says: [says])
    }

    @Test("standard output that is full ends with 74, not with half a table")
    func fullDisk() async throws {
        let folder = try Folder()
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "\(Command.buildFolder)/steppe schemes > /dev/full"]
        shell.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        while shell.isRunning { try await Task.sleep(for: .milliseconds(5)) }
        #expect(shell.terminationStatus == 74)
    }

    @Test(
        "a command line that cannot work ends with 64 and shows the usage",
        arguments: [
            ["tabulate"], ["tabulate", "a.tif", "--jobs", "0"], ["frobnicate"],
            ["tabulate", "a.tif", "--bogus"], ["map", "a.tif", "-o", "a.bmp"],
            ["map", "a.tif", "-o", "a.png", "--dpi", "1"], ["schemes", "--check"],
            ["survey", "a.toml", "--lang", "fr"], ["tabulate", "a.tif", "--unknown", "maybe"],
        ])
    func usage(arguments: [String]) async throws {
        let folder = try Folder()
        let run = try await Command.run(arguments, in: folder)
        #expect(run.status == 64)
        #expect(run.output == "" && run.errors.contains("Usage: steppe"))
        #expect(folder.names.isEmpty)
    }
}
