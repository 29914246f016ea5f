// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Outputs that are inputs")
struct OutputIsInputTests {
    /// A raster under every name that an output may have, zones, and a table, all of one folder.
    private func data() throws -> Folder {
        let folder = try Folder()
        try folder.writeRaster()
        try folder.writeZones()
        try folder.write("zone,precipitation_mm\nwest,300\n", to: "table.csv")
        return folder
    }

    /// Expects a refusal that names the output, and every file as it was.
    private func expectRefusal(
        _ arguments: [String], in folder: Folder, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let before = folder.names.map { ($0, folder.data($0)) }
        let run = try await Command.run(arguments, in: folder)
        #expect(run.status == 73, "\(arguments): \(run.errors)", sourceLocation: sourceLocation)
        #expect(
            run.errors.contains("input") && run.errors.contains("lost"),
            "\(arguments): \(run.errors)", sourceLocation: sourceLocation)
        #expect(
            folder.names.map { ($0, folder.data($0)) }.elementsEqual(before, by: ==),
            "\(arguments)", sourceLocation: sourceLocation)
    }

    @Test(
        "every verb refuses to replace a file that it reads",
        arguments: [
            "tabulate lc.asc --values same.csv -o same.csv",
            "tabulate lc.asc --zones same.json --zone-id id -o same.json",
            "change lc.asc lc.asc --zones same.json -o same.json",
            "parcels same.csv -o same.csv",
            "accuracy same.csv -o same.csv", "accuracy s.csv --areas same.csv -o same.csv",
            "carbon lc.asc --year 2020 --rain same.csv -o same.csv",
            "carbon same.tif --year 2020 --density same.tif",
            "carbon lc.asc --year 2020 --overrides same.json -o same.json",
            "cover same.tif -o same.tif", "cover lc.asc --since same.tif -o same.tif",
            "cover lc.asc --members same.csv -o f.tif --members-out same.csv",
            "degradation a b c d --land-before same.tif --land-after e --raster same.tif",
            "layers same.tif -o same.tif", "layers lc.asc --zones same.json -o same.json",
            "merge same.csv -o same.csv", "schemes same.json -o same.json",
            "map lc.asc --style same.png -o same.png",
        ])
    func verbs(_ line: String) async throws {
        let folder = try data()
        for ending in ["csv", "json", "tif", "png"] {
            try folder.write("precious", to: "same.\(ending)")
        }
        let arguments = line.split(separator: " ").map(String.init)
        try await expectRefusal(arguments + ["--overwrite"], in: folder)
        try await expectRefusal(arguments, in: folder)
    }

    @Test("the same file is known by a link, a hard link and another spelling")
    func spellings() async throws {
        let folder = try data()
        let files = FileManager.default
        try files.createSymbolicLink(
            atPath: "\(folder.path)/link.csv", withDestinationPath: "table.csv")
        try files.linkItem(atPath: "\(folder.path)/table.csv", toPath: "\(folder.path)/hard.csv")
        for name in [
            "link.csv", "hard.csv", "./table.csv",
            "../\((folder.path as NSString).lastPathComponent)/table.csv",
        ] {
            try await expectRefusal(
                [
                    "carbon", "lc.asc", "--year", "2020", "--rain", "table.csv", "-o", name,
                    "--overwrite",
                ],
                in: folder)
        }
    }

    @Test("a tile of a virtual raster, a file of a folder, and a shapefile's table are inputs")
    func members() async throws {
        let folder = try data()
        try folder.writeTwoBands()
        try FileManager.default.linkItem(
            atPath: "\(folder.path)/lc.asc", toPath: "\(folder.path)/tile.csv")
        try await expectRefusal(
            ["tabulate", "two.vrt", "-o", "tile.csv", "--overwrite"], in: folder)
        try FileManager.default.createDirectory(
            atPath: "\(folder.path)/tiles", withIntermediateDirectories: false)
        try FileManager.default.linkItem(
            atPath: "\(folder.path)/lc.asc", toPath: "\(folder.path)/tiles/lc.asc")
        try await expectRefusal(["tabulate", "tiles", "-o", "tile.csv", "--overwrite"], in: folder)
        try folder.write("zone,precipitation_mm\nwest,300\n", to: "shape.dbf")
        try await expectRefusal(
            ["layers", "lc.asc", "--zones", "shape.dbf", "-o", "shape.shp", "--overwrite"],
            in: folder)
    }

    @Test("a survey's folder that holds what the survey reads is refused")
    func survey() async throws {
        let folder = try data()
        try folder.write(
            """
            output = "out"
            [zones]
            file = "zones.geojson"
            [[year]]
            year = 2020
            landcover = "out/lc.asc"
            """, to: "survey.toml")
        try folder.write("{}", to: "out/provenance.json")
        try FileManager.default.linkItem(
            atPath: "\(folder.path)/lc.asc", toPath: "\(folder.path)/out/lc.asc")
        let run = try await folder.run("survey", "survey.toml", "--overwrite")
        #expect(
            run.status == 73 && run.errors.contains("holds the input 'out/lc.asc'"), "\(run.errors)"
        )
        #expect(folder.data("out/lc.asc") != nil)
    }

    @Test("two outputs of one name are refused")
    func twice() async throws {
        let folder = try data()
        let run = try await folder.run(
            "carbon", "lc.asc", "lc.asc", "--density", "d.tif", "--change", "./d.tif")
        #expect(run.status == 73 && run.errors.contains("two outputs have this name"))
    }
}

@Suite("Names of outputs")
struct OutputNameTests {
    private func data() throws -> Folder {
        let folder = try Folder()
        try folder.writeRaster()
        try folder.writeZones()
        return folder
    }

    @Test("a table whose name ends in .xlsx is a workbook with the same figures")
    func workbook() async throws {
        let folder = try data()
        let run = try await folder.run("tabulate", "lc.asc", "-o", "a.xlsx")
        #expect(run.status == 0 && run.output == "", "\(run.errors)")
        #expect(folder.data("a.xlsx")?.prefix(2) == Data("PK".utf8))
        let lines = CSV.lines(of: try await folder.run("tabulate", "lc.asc").output)
        let sheet = try folder.unzipped("xl/worksheets/sheet1.xml", of: "a.xlsx")
        for cell in lines.dropFirst().map({ $0[6] }) {
            let number = try #require(Double(cell))
            #expect(sheet.contains("<v>\(String(format: "%.16G", number))</v>"), "\(cell)")
        }
        let printed = try await folder.run("tabulate", "lc.asc", "-f", "xlsx")
        #expect(printed.status == 64 && printed.errors.contains("-o FILE.xlsx"))
    }

    @Test(
        "an ending that is no format of the output is refused before any work",
        arguments: [
            ["tabulate", "lc.asc", "-o", "a.gpkg"],
            ["tabulate", "lc.asc", "-f", "csv", "-o", "a.json"],
            ["tabulate", "lc.asc", "--part", "1/2", "-o", "a.csv"],
            ["change", "lc.asc", "lc.asc", "-o", "a.tif"], ["cover", "lc.asc", "-o", "a.png"],
            ["cover", "lc.asc", "-o", "a.tif", "--members-out", "a.xlsx"],
            ["carbon", "lc.asc", "--year", "2020", "--density", "a.csv"],
            ["layers", "lc.asc", "-o", "a.kml"], ["map", "lc.asc", "-o", "a.tif"],
            ["schemes", "-o", "a.toml"], ["explain", "-o", "a.html"],
            ["styles", "--all", "a.sld.zip"],
        ])
    func unknown(arguments: [String]) async throws {
        let folder = try data()
        let before = folder.names
        let run = try await Command.run(arguments, in: folder)
        #expect(run.status == 64 && run.output == "", "\(arguments): \(run.errors)")
        #expect(run.errors.contains("end"), "\(run.errors)")
        #expect(folder.names == before)
    }

    @Test("a hyphen is standard output, and nothing makes a file of that name")
    func standardOutput() async throws {
        let folder = try data()
        let before = folder.names
        let plain = try await folder.run("tabulate", "lc.asc")
        let dash = try await folder.run("tabulate", "lc.asc", "-o", "-")
        #expect(dash.status == 0 && dash.output == plain.output)
        let layer = try await folder.run("layers", "lc.asc", "--scheme", "none", "-o", "-")
        let features = try layer.json as? [String: Any]
        #expect((features?["features"] as? [Any])?.count == 5, "\(layer.errors)")
        for arguments in [
            ["cover", "lc.asc", "-o", "-"], ["map", "lc.asc", "-o", "-"],
            ["carbon", "lc.asc", "--year", "2020", "--density", "-"], ["styles", "--all", "-"],
            ["tabulate", "lc.asc", "-o", "/vsistdout/"],
            ["layers", "lc.asc", "-o", "/vsistdout/a.fgb"],
            ["cover", "lc.asc", "-o", "/vsimem/a.tif"],
        ] {
            let run = try await Command.run(arguments, in: folder)
            #expect(
                [64, 73].contains(run.status) && run.output == "", "\(arguments): \(run.errors)")
        }
        #expect(folder.names == before)
    }

    @Test("a hyphen is standard input where a table or a layer is read, once")
    func standardInput() async throws {
        let folder = try data()
        let zones = folder.text("zones.geojson")
        let named = try await folder.run(
            "tabulate", "lc.asc", "--zones", "zones.geojson", "--zone-id", "id")
        let piped = try await Command.run(
            ["tabulate", "lc.asc", "--zones", "-", "--zone-id", "id"], in: folder, input: zones)
        #expect(piped.status == 0 && piped.output == named.output, "\(piped.errors)")
        let twice = try await Command.run(
            ["accuracy", "-", "--areas", "-"], in: folder, input: "map,reference\n1,1\n")
        #expect(twice.status == 64 && twice.errors.contains("only once"), "\(twice.errors)")
    }
}

@Suite("--verbose")
struct VerboseTests {
    @Test("it says on standard error which files are read and written, their sizes and the time")
    func files() async throws {
        let folder = try Folder()
        try folder.writeRaster()
        let run = try await folder.run("tabulate", "lc.asc", "-o", "a.csv", "-v")
        let size = try #require(folder.data("lc.asc")?.count)
        #expect(run.status == 0 && run.output == "")
        #expect(run.errors.contains("reads lc.asc, \(size) bytes"), "\(run.errors)")
        #expect(run.errors.contains("writes a.csv, ") && run.errors.contains("took "))
        #expect(run.errors.contains("GDAL 3."))
    }
}

@Suite("Options that verbs share")
struct SharedOptionTests {
    /// `two.vrt`: WorldCover's codes in the first band, and in the second the same turned about.
    private func twoBands() throws -> Folder {
        let folder = try Folder()
        try folder.writeRaster("a.asc")
        try folder.writeRaster("b.asc", rows: Folder.codes.reversed())
        let bands = ["a", "b"].enumerated().map { index, name in
            "<VRTRasterBand dataType=\"Int32\" band=\"\(index + 1)\"><NoDataValue>0</NoDataValue>"
                + "<SimpleSource><SourceFilename relativeToVRT=\"1\">\(name).asc</SourceFilename>"
                + "<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
        }
        try folder.write(
            "<VRTDataset rasterXSize=\"4\" rasterYSize=\"4\"><SRS>EPSG:4326</SRS><GeoTransform>"
                + "109, 0.01, 0, 39.04, 0, -0.01</GeoTransform>\(bands.joined())</VRTDataset>",
            to: "two.vrt")
        return folder
    }

    @Test(
        "--band reads the band that it names, in every verb that reads classes",
        arguments: [
            ["tabulate", "@", "--zones", "north.geojson", "--zone-id", "id"],
            ["change", "@", "@", "--zones", "north.geojson", "--zone-id", "id"],
            [
                "carbon", "@", "--year", "2020", "--scheme", "worldcover", "--zones",
                "north.geojson", "--zone-id", "id", "--draws", "0",
            ],
        ])
    func bands(arguments: [String]) async throws {
        let folder = try twoBands()
        try folder.writeZones([("north", "", 109, 39.02, 109.04, 39.04)], to: "north.geojson")
        func output(_ raster: String, _ more: [String]) async throws -> String {
            let run = try await Command.run(
                arguments.map { $0 == "@" ? raster : $0 } + more, in: folder)
            #expect(run.status == 0, "\(run.errors)")
            return run.output
        }
        #expect(try await output("two.vrt", ["--band", "2"]) == output("b.asc", []))
        #expect(try await output("two.vrt", []) == output("a.asc", []))
        let none = try await Command.run(
            arguments.map { $0 == "@" ? "two.vrt" : $0 } + ["--band", "3"], in: folder)
        #expect(none.status == 65 && none.errors.contains("band 3"), "\(none.errors)")
    }

    @Test("a map and vegetation cover are of the band that is named, or refused")
    func bandsOfPictures() async throws {
        let folder = try twoBands()
        let map = try await folder.run(
            "map", "two.vrt", "--band", "3", "--scheme", "worldcover", "-o", "m.png")
        #expect(map.status == 65 && map.errors.contains("band 3"), "\(map.errors)")
        let cover = try await folder.run(
            "cover", "two.vrt", "--band", "3", "--scale", "0.01", "-o", "f.tif")
        #expect(cover.status == 65 && cover.errors.contains("band 3"), "\(cover.errors)")
        for (raster, band, file) in [("two.vrt", "2", "2.tif"), ("b.asc", "1", "b.tif")] {
            let run = try await folder.run(
                "cover", raster, "--band", band, "--scale", "0.01", "-o", file)
            #expect(run.status == 0, "\(run.errors)")
        }
        let sums = try await [
            folder.run("tabulate", "a.asc", "--values", "2.tif"),
            folder.run("tabulate", "a.asc", "--values", "b.tif"),
        ]
        #expect(sums[0].output == sums[1].output)
    }

    @Test("without --scheme codes stand as they are, unless the result needs their meaning")
    func schemes() async throws {
        let folder = try twoBands()
        try folder.write("ESA WorldCover", to: "note.txt")
        try FileManager.default.copyItem(
            atPath: "\(folder.path)/a.asc", toPath: "\(folder.path)/ESA_WorldCover_2020.asc")
        try FileManager.default.copyItem(
            atPath: "\(folder.path)/a.prj", toPath: "\(folder.path)/ESA_WorldCover_2020.prj")
        let lc = "ESA_WorldCover_2020.asc"
        let plain = try await folder.run("change", lc, lc)
        let none = try await folder.run("change", lc, lc, "--scheme", "none")
        #expect(plain.status == 0 && plain.output == none.output)
        let grouped = try await folder.run("change", lc, lc, "--by", "category")
        let named = try await folder.run("change", lc, lc, "--by", "category", "--scheme", "auto")
        #expect(grouped.status == 0 && grouped.output == named.output, "\(grouped.errors)")
        #expect(grouped.output.contains("forest"))
        for arguments in [
            ["map", lc, "--scheme", "none", "-o", "m.png"],
            ["carbon", lc, "--scheme", "none"], ["merge", "a.tally", "--scheme", "auto"],
        ] {
            let run = try await Command.run(arguments, in: folder)
            #expect(
                [64, 65].contains(run.status) && run.errors.contains("scheme"), "\(run.errors)")
        }
    }

    @Test("a raster whose name or metadata states another year is warned of")
    func years() async throws {
        let folder = try Folder()
        try folder.writeRaster("lc_2015.asc")
        let run = try await folder.run(
            "carbon", "lc_2015.asc", "--scheme", "worldcover", "--year", "2020", "--draws", "0")
        #expect(run.status == 0)
        #expect(
            run.errors.contains("warning: lc_2015.asc is taken for 2020, but its name says 2015"),
            "\(run.errors)")
        let absurd = try await folder.run("carbon", "lc_2015.asc", "--year", "20190")
        #expect(absurd.status == 64 && absurd.errors.contains("20190 is no year of data"))
        try folder.writeZones()
        try folder.writeSurvey(raster: "lc_2015.asc")
        let survey = try await folder.run("survey", "survey.toml", "--no-maps")
        #expect(survey.status == 0, "\(survey.errors)")
        #expect(survey.errors.contains("is taken for 2020, but its name says 2015"))
    }

    @Test("a survey's land cover of files that contradict one another needs mosaic = true")
    func surveyMosaics() async throws {
        let folder = try Folder()
        try folder.writeRaster("tiles/a.asc")
        try folder.writeRaster("tiles/b.asc", rows: ["10 60", "30 40"])
        try folder.writeZones()
        try folder.writeSurvey(raster: "tiles")
        let refused = try await folder.run("survey", "survey.toml", "--no-maps")
        #expect(
            refused.status == 65 && refused.errors.contains("mosaic = true"), "\(refused.errors)")
        try folder.writeSurvey("mosaic = true", raster: "tiles")
        let joined = try await folder.run("survey", "survey.toml", "--no-maps")
        #expect(joined.status == 0, "\(joined.errors)")
        #expect(joined.errors.contains("a later one lies on top"))
    }
}
