// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("steppe degradation")
struct DegradationTests {
    /// Six years of NDVI that rises in the west and falls in the east, and land cover that stays.
    private func folder() throws -> Folder {
        let folder = try Folder()
        try folder.writeZones()
        try folder.writeRaster("2001.asc")
        try folder.writeRaster("2020.asc")
        for year in 0..<6 {
            let row =
                "\(2000 + year * 200) \(2000 + year * 200) \(4000 - year * 200) \(4000 - year * 200)"
            try folder.writeRaster(
                "ndvi_\(2015 + year).asc", rows: [String](repeating: row, count: 4))
        }
        return folder
    }

    private let years = (2015...2020).map { "ndvi_\($0).asc" }
    private let land = [
        "--land-before", "2001.asc", "--land-after", "2020.asc", "--scheme", "worldcover",
        "--scale", "0.0001",
    ]

    private func run(_ folder: Folder, _ more: String...) async throws -> Command.Run {
        try await Command.run(["degradation"] + years + land + more, in: folder)
    }

    @Test("the west improves, the east degrades, and each indicator closes on its zone")
    func table() async throws {
        let folder = try folder()
        let told = try await run(
            folder, "--zones", "zones.geojson", "--zone-id", "id", "--raster", "sdg.tif")
        #expect(told.status == 0, "\(told.errors)")
        let lines = CSV.lines(of: told.output)
        #expect(lines.count == 1 + 3 * 4)
        let areas = try await folder.run(
            "tabulate", "2020.asc", "--zones", "zones.geojson", "--zone-id", "id")
        func closes(_ line: [String]) -> Double {
            line[4...7].reduce(0) { $0 + (Double($1) ?? .nan) }
        }
        for zone in ["a", "b"] {
            let whole = CSV.lines(of: areas.output).filter { $0[0] == zone }
                .reduce(0) { $0 + (Double($1[6]) ?? .nan) }
            for line in lines where line[0] == zone {
                #expect(abs(closes(line) - whole) < 1e-3, "\(line)")
            }
        }
        let west = try #require(lines.first { $0[0] == "a" && $0[2] == "degradation" })
        let east = try #require(lines.first { $0[0] == "b" && $0[2] == "degradation" })
        #expect(west[4] == "0.0" && Double(west[6]) ?? 0 > 0 && west[8] == "0.0")
        #expect(Double(east[4]) ?? 0 > 0 && east[6] == "0.0" && east[8] == "1.0")
        #expect(FileManager.default.fileExists(atPath: "\(folder.path)/sdg.tif"))
    }

    /// A raster of two bands: one of noise, and one of a raster that is there.
    private func writeSecondBand(of name: String, to output: String, in folder: Folder) throws {
        try folder.writeRaster(
            "noise.asc", rows: ["7 9 7 9", "9 7 9 7", "7 9 7 9", "9 7 9 7"], hasCRS: false)
        let bands = ["noise.asc", name].enumerated().map { index, source in
            "<VRTRasterBand dataType=\"Int32\" band=\"\(index + 1)\"><NoDataValue>0</NoDataValue>"
                + "<SimpleSource><SourceFilename relativeToVRT=\"1\">\(source)</SourceFilename>"
                + "<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
        }
        try folder.write(
            "<VRTDataset rasterXSize=\"4\" rasterYSize=\"4\"><SRS>EPSG:4326</SRS><GeoTransform>"
                + "109, 0.01, 0, 39.04, 0, -0.01</GeoTransform>\(bands.joined())</VRTDataset>",
            to: output)
    }

    @Test("--band and --land-band choose the bands: the table is that of rasters of one band")
    func bands() async throws {
        let folder = try folder()
        let plain = try await run(folder)
        #expect(plain.status == 0, "\(plain.errors)")
        for name in years { try writeSecondBand(of: name, to: name + ".vrt", in: folder) }
        for name in ["2001.asc", "2020.asc"] {
            try writeSecondBand(of: name, to: name + ".vrt", in: folder)
        }
        func onSecond(_ more: String...) async throws -> Command.Run {
            try await Command.run(
                ["degradation"] + years.map { $0 + ".vrt" } + [
                    "--land-before", "2001.asc.vrt", "--land-after", "2020.asc.vrt", "--scheme",
                    "worldcover", "--scale", "0.0001",
                ] + more, in: folder)
        }
        let second = try await onSecond("--band", "2", "--land-band", "2")
        #expect(second.status == 0, "\(second.errors)")
        #expect(second.output == plain.output)
        // Codes 7 and 9 are none of WorldCover's.
        #expect(try await onSecond("--band", "2").status == 65)
        let first = try await onSecond("--land-band", "2")
        #expect(first.output != plain.output)
        let third = try await onSecond("--band", "3", "--land-band", "2")
        #expect(third.status != 0 && third.errors.contains("3"), "\(third.errors)")
        let none = try await onSecond("--band", "0")
        #expect(none.status == 65 && none.errors.contains("band 0"), "\(none.errors)")
    }

    @Test("what cannot be judged ends with what to do")
    func refusals() async throws {
        let folder = try folder()
        let few = try await Command.run(
            ["degradation"] + years.prefix(3) + land, in: folder)
        #expect(few.status == 65 && few.errors.contains("give 4 or more"))
        let matrix = try await run(folder, "--matrix", "none.toml")
        #expect(matrix.status == 66 && matrix.errors.contains("none.toml"))
        let cog = try await run(folder, "--cog")
        #expect(cog.status == 64 && cog.errors.contains("--raster"))
        try folder.write("tree = \"0 0\"\n", to: "own.toml")
        let own = try await run(folder, "--matrix", "own.toml")
        #expect(own.status == 65 && own.errors.contains("own.toml:1:"))
    }
}
