// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Ecology
import Files
import Foundation
import GDAL
import PlaneGeometry
import Reporting
import Support
import Testing
import Words

@testable import Survey
import Zonal

@Suite("What layers look like zones")
struct ZoneCandidateTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func box(_ west: Double, _ south: Double, _ side: Double) -> String {
        let (east, north) = (west + side, south + side)
        return "POLYGON((\(west) \(south),\(east) \(south),\(east) \(north),\(west) \(north),"
            + "\(west) \(south)))"
    }

    private func candidate(
        _ shapes: [(code: String, wkt: String)], listed: Set<String> = []
    ) throws -> ZoneCandidate {
        let grid = Grid(
            width: 4, height: 4,
            transform: try #require(GeoTransform(left: 0, top: 4, pixelSize: 1)),
            crs: try CRS("EPSG:4326"))
        return try ZoneCandidate(
            scratch.zones(shapes, named: "\(UUID().uuidString).gpkg"), relative: "z.gpkg",
            layer: nil, on: grid, listed: listed)
    }

    @Test("banners before scattered patches, an outline, and zones that overlap")
    func order() throws {
        let banners = try candidate([
            ("150602", box(0, 0, 1)), ("150603", box(1, 0, 1)), ("150621", box(0, 1, 1)),
        ])
        let others = [
            try candidate([("1", box(0, 0, 1)), ("2", box(2, 0, 1)), ("3", box(0, 2, 1))]),
            try candidate([("150600", box(0, 0, 4))]),
            try candidate([("150602", box(0, 0, 2)), ("150603", box(1, 0, 2))]),
        ]
        for other in others { #expect(banners.score > other.score, "\(other.reasons)") }
        #expect(banners.id == "code" && banners.name == "name")
        #expect(banners.zoneIDs == ["150602", "150603", "150621"])
        #expect(banners.reasons(in: .en).contains("side by side"))
        #expect(others[0].reasons(in: .en).contains("scattered"))
        #expect(others[2].reasons(in: .en).contains("zones overlap"))
    }

    @Test("a draft has the same entries in both languages, and Chinese comments in Chinese")
    func languages() async throws {
        let folder = scratch.path("data")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        _ = try scratch.raster(
            "data/landcover_2020.tif",
            [[UInt8]](repeating: [UInt8](repeating: 10, count: 4), count: 4))
        let chinese = try await SurveyDraft(for: folder, in: .zh)
        let english = try await SurveyDraft(for: folder, in: .en)
        func entries(_ text: String) -> [String] {
            text.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasPrefix("language") }
                .map { $0.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces) }
        }
        #expect(entries(chinese.text) == entries(english.text))
        func comments(_ text: String) -> [Substring] {
            text.split(separator: "\n").compactMap { line in
                line.range(of: "# ", options: .backwards).map { line[$0.upperBound...] }
            }.filter { !$0.contains(" = ") && !$0.hasPrefix("[") }
        }
        func isChinese(_ text: String) -> Bool {
            text.unicodeScalars.contains { ("\u{4e00}"..."\u{9fff}").contains($0) }
        }
        #expect(comments(chinese.text).count > 20)
        for comment in comments(chinese.text) {
            #expect(isChinese(String(comment)) || !comment.contains(" "), "\(comment)")
        }
        for note in chinese.notes { #expect(isChinese(note.zh), "\(note.zh)") }
    }

    @Test("zones that the tables beside it name are the survey's")
    func listed() throws {
        let shapes = [("a", box(0, 0, 1)), ("b", box(2, 2, 1))]
        #expect(
            try candidate(shapes, listed: ["a", "b"]).score
                > candidate(shapes, listed: ["x"]).score)
    }

    @Test("a layer that misses the land cover, or has a zone called all, cannot be zones")
    func impossible() throws {
        #expect { try candidate([("1", box(50, 50, 1))]) } throws: {
            "\($0)".contains("none of it lies on the land cover")
        }
        #expect { try candidate([("all", box(0, 0, 1))]) } throws: { "\($0)".contains("'all'") }
    }
}

@Suite("What files say of their year")
struct YearEvidenceTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func notes(
        _ name: String, _ metadata: [String: String] = [:], band: [String: String] = [:],
        takenFor year: Int = 2020
    ) throws -> [String] {
        let path = try scratch.raster(name, [[UInt8(1)]]) {
            $0.metadata = metadata
            $0.bandMetadata = band
        }
        return YearEvidence.notes(on: path, takenFor: year).map(\.en)
    }

    @Test("another year in a name, an item of metadata or on the axis of time is warned of")
    func others() throws {
        #expect(try notes("lc_2015.tif")[0].contains("its name says 2015"))
        #expect(
            try notes("lc.tif", ["time_coverage_start": "2015-01-01T00:00:00Z"])[0]
                .contains("its time_coverage_start says 2015"))
        #expect(
            try notes(
                "t.tif", ["time#units": "days since 1970-01-01"], band: ["NETCDF_DIM_time": "16436"]
            )[0]
            .contains("NETCDF_DIM_time says 2015"))
        #expect(
            try notes("d.tif", ["TIFFTAG_DATETIME": "2015:06:01 00:00:00"])[0]
                .contains("its TIFFTAG_DATETIME says 2015"))
    }

    @Test("what says the same year, or that the file was made later, is no warning")
    func same() throws {
        #expect(try notes("lc_2020.tif", ["YEAR": "2020"]).isEmpty)
        #expect(try notes("lc_2020.tif", ["TIFFTAG_DATETIME": "2022:06:01 00:00:00"]).isEmpty)
        #expect(!(try notes("lc_2020.tif", ["TIFFTAG_DATETIME": "2012:06:01 00:00:00"]).isEmpty))
        #expect(try notes("lc.tif", ["DATE": "in summer", "YEAR": "20190"]).isEmpty)
    }
}

@Suite("Outputs held against inputs")
struct OutputCheckTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    @Test("a file in an archive, a pattern and a name of GDAL's lead to the file itself")
    func names() throws {
        let file = try scratch.text("lc.tif", "precious")
        for input in [
            file, "/vsizip/\(file)/a.tif", "/vsigzip/\(file)", "\(scratch.folder)/*.tif",
            "NETCDF:\"\(file)\":lc", "GPKG:\(file):lc", scratch.folder,
        ] {
            #expect(throws: WriteError.self, "\(input)") {
                try OutputCheck(of: [file]).refuse(inputs: [input])
            }
        }
        try OutputCheck(of: [scratch.path("new.tif")]).refuse(inputs: [file, scratch.folder])
        try OutputCheck(of: [file]).refuse(inputs: ["auto", "worldcover", "", "no.tif"])
    }

    @Test("of a folder of rasters the rasters are inputs, and what else lies in it is not")
    func besideRasters() throws {
        let tile = try scratch.text("lc.tif", "precious")
        let table = try scratch.text("areas.csv", "of the last run")
        try OutputCheck(of: [table]).refuse(inputs: [scratch.folder])
        #expect(throws: WriteError.self) {
            try OutputCheck(of: [tile]).refuse(inputs: [scratch.folder])
        }
    }

    @Test("a folder that holds an input, however deep, is no output")
    func folders() throws {
        let deep = scratch.path("out/a/b")
        try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
        let file = try scratch.text("out/a/b/lc.tif", "precious")
        #expect { try OutputCheck(of: [scratch.path("out")]).refuse(inputs: [file]) } throws: {
            "\($0)".contains("the folder holds the input")
        }
        try OutputCheck(of: [deep]).refuse(inputs: [scratch.path("out/a/none")])
    }
}
