// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("steppe init")
struct InitTests {
    /// The demonstration's data in one folder, without its survey file and truth.
    private func demoData() throws -> Folder {
        let folder = try Folder()
        let files = FileManager.default
        for name in ["synthetic", "zones", "targets"] {
            let source = try Folder.bundled(name)
            for file in try files.contentsOfDirectory(atPath: source)
            where !file.hasPrefix("truth") && file != "survey.toml" {
                try files.copyItem(atPath: "\(source)/\(file)", toPath: "\(folder.path)/\(file)")
            }
        }
        return folder
    }

    @Test(
        "the survey file for the demonstration's data runs, and finds the demonstration's figures")
    func demo() async throws {
        let folder = try demoData()
        let drafted = try await folder.run("init", ".")
        #expect(drafted.status == 0 && drafted.errors.contains("wrote ./survey.toml"))
        let run = try await folder.run("survey", "survey.toml", "--no-maps")
        #expect(run.status == 0, "\(run.errors)")
        let survey = try Folder.bundled("synthetic/survey.toml")
        let known = try await folder.run("survey", survey, "-o", "known", "--no-maps")
        #expect(known.status == 0)
        // What was eroded at the baseline, and what shrub is for, stand in no file.
        func figures(_ name: String) -> [[String]] {
            CSV.lines(of: folder.text(name)).map { Array($0[..<12]) }
                .filter { $0[3] != "erosion_ratio" && !$0[3].hasPrefix("forest") }
        }
        let found = figures("out/indicators.csv")
        #expect(found.count > 100)
        #expect(found == figures("known/indicators.csv"))
        let again = try await folder.run("init", ".")
        #expect(again.status == 73 && again.errors.contains("--overwrite"))
    }

    @Test("NDVI of a year without land cover is left out, and a note says so")
    func orphans() async throws {
        let folder = try demoData()
        try FileManager.default.copyItem(
            atPath: "\(folder.path)/ndvi_2020.tif", toPath: "\(folder.path)/ndvi_2018.tif")
        let drafted = try await folder.run("init", ".")
        #expect(drafted.errors.contains("ndvi_2018.tif: there is no land cover of 2018 for it"))
        #expect(!folder.text("survey.toml").contains("2018"))
    }

    /// Banners, the land cover of their city, and patches whose file comes first.
    private func banners() throws -> Folder {
        let folder = try Folder()
        try FileManager.default.copyItem(
            atPath: Folder.bundled("samples/ordos_mcd12c1_igbp_2019_005deg.tif"),
            toPath: "\(folder.path)/igbp_2019.tif")
        try FileManager.default.copyItem(
            atPath: Folder.bundled("zones/ordos_banners.geojson"),
            toPath: "\(folder.path)/ordos_banners.geojson")
        try folder.writeZones(
            (0..<12).map { index in
                let (west, south) = (107 + 0.3 * Double(index), 38 + 0.2 * Double(index % 5))
                return ("\(index)", "patch \(index)", west, south, west + 0.2, south + 0.1)
            }, to: "bare_patches.geojson")
        try folder.writeZones(
            [("1", "label", 104, 36, 113, 42)], to: "a_label.geojson")
        return folder
    }

    @Test("zones are the layer that looks like banners, and the draft and the notes say why")
    func ranking() async throws {
        let folder = try banners()
        let drafted = try await folder.run("init", ".")
        #expect(drafted.status == 0)
        let lines = folder.text("survey.toml").split(separator: "\n").map(String.init)
        #expect(lines.contains("file = \"ordos_banners.geojson\""))
        #expect(lines.contains("# file = \"bare_patches.geojson\""))
        #expect(lines.contains("# file = \"a_label.geojson\""))
        #expect(lines.contains("id = \"adcode\""))
        for words in [
            "zones: ordos_banners.geojson: 9 zones", "codes", "no overlaps", "side by side",
            "not zones: bare_patches.geojson", "scattered",
        ] {
            #expect(drafted.errors.contains(words), "\(words): \(drafted.errors)")
        }
        let run = try await folder.run("survey", "survey.toml", "--no-maps")
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("without zones the draft is of the whole raster, and runs")
    func whole() async throws {
        let folder = try banners()
        for name in folder.names where name.hasSuffix(".geojson") {
            try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
        }
        let drafted = try await folder.run("init", ".")
        #expect(drafted.status == 0 && drafted.errors.contains("of the whole raster"))
        let run = try await folder.run("survey", "survey.toml", "--no-maps")
        #expect(run.status == 0, "\(run.errors)")
        let areas = CSV.lines(of: folder.text("out/areas.csv"))
        #expect(Set(areas.dropFirst().map { $0[1] }).contains("whole"))
        // The whole raster holds what tabulate finds without zones.
        let plain = try await folder.run("tabulate", "igbp_2019.tif")
        let grass = CSV.lines(of: plain.output).first { $0[2] == "10" }?[6]
        #expect(areas.contains { $0.contains(grass ?? "-") }, "\(areas.prefix(5))")
    }

    @Test(
        "what would make a range a figure is said, and no definition that the scheme lacks is chosen"
    )
    func variants() async throws {
        let folder = try demoData()
        try FileManager.default.removeItem(atPath: "\(folder.path)/precipitation.csv")
        let ranged = try await folder.run("init", ".")
        #expect(ranged.errors.contains("a range from low to high"), "\(ranged.errors)")
        #expect(folder.text("survey.toml").contains("a range until 'rain' is given"))
        let igbp = try banners()
        let drafted = try await igbp.run("init", ".")
        #expect(drafted.errors.contains("igbp cannot give the official coverage"))
        #expect(igbp.text("survey.toml").contains("\n# forest = \"official\""))
        #expect(igbp.text("survey.toml").contains("\n# grassland = \"fvc_mean\""))
    }

    @Test(
        "two rasters of one year that are not one raster: the larger one is taken, and a note says so"
    )
    func sameYear() async throws {
        let folder = try banners()
        try folder.writeRaster("worldcover_2019.asc")
        let drafted = try await folder.run("init", ".")
        #expect(drafted.status == 0)
        #expect(drafted.errors.contains("worldcover_2019.asc: left out"), "\(drafted.errors)")
        #expect(folder.text("survey.toml").contains("landcover = \"igbp_2019.tif\""))
    }

    @Test("a folder without data, or no folder, is an error that writes nothing")
    func nothing() async throws {
        let folder = try Folder()
        let empty = try await folder.run("init", ".")
        #expect(empty.status == 65 && empty.errors.contains("no land-cover raster"))
        let missing = try await folder.run("init", "nowhere")
        #expect(missing.status == 66 && missing.errors.contains("nowhere: "))
        #expect(folder.names.isEmpty)
    }
}

@Suite("steppe inspect")
struct InspectTests {
    @Test("a raster's grid, CRS, codes and scheme are told")
    func raster() async throws {
        let folder = try Folder()
        try folder.writeRaster()
        let run = try await folder.run("inspect", "lc.asc")
        #expect(run.status == 0)
        for word in ["4 × 4", "WGS 84", "nodata", "not recognised", "60"] {
            #expect(run.output.contains(word), "\(run.output)")
        }
    }

    @Test("a layer's fields and faults are told")
    func layer() async throws {
        let folder = try Folder()
        try folder.writeZones([
            ("a", "A", 109, 39, 109.03, 39.04), ("b", "B", 109.02, 39, 109.04, 39.04),
        ])
        let run = try await folder.run("inspect", "zones.geojson")
        #expect(run.status == 0)
        #expect(run.output.contains("2 features") && run.output.contains("zone id    id"))
        #expect(run.output.contains("! zones 'a' and 'b' overlap: 50.0 %"), "\(run.output)")
    }

    @Test("in a folder one bad file does not hide the others")
    func folder() async throws {
        let folder = try Folder()
        try folder.writeRaster()
        try folder.writeZones()
        try folder.write("a letter", to: "broken.tif")
        let run = try await folder.run("inspect", ".")
        #expect(run.status == 0)
        for word in ["broken.tif", "! cannot open", "lc.asc", "zones.geojson"] {
            #expect(run.output.contains(word))
        }
        let alone = try await folder.run("inspect", "broken.tif")
        #expect(alone.status == 65 && alone.output == "")
        let json = try #require(
            try await folder.run("inspect", ".", "--json").json as? [[String: Any]])
        #expect(Set(json.compactMap { $0["kind"] as? String }) == ["fact", "problem", "class"])
    }
}

@Suite("steppe explain, schemes and map")
struct ExplainTests {
    @Test("every indicator is listed and explained, in one language or the other")
    func every() async throws {
        let folder = try Folder()
        let list = try await folder.run("explain", "--json")
        let rows = try #require(try list.json as? [[String: Any]])
        #expect(rows.count >= 13)
        for (index, row) in rows.enumerated() {
            let name = try #require(row["indicator"] as? String)
            let language = index.isMultiple(of: 2) ? "en" : "zh"
            let told = try await folder.run("explain", name, "--lang", language)
            let title = try #require(row["name_\(language)"] as? String)
            #expect(told.status == 0 && told.output.contains(title))
        }
    }

    @Test("what was not read in its source is marked so")
    func evidence() async throws {
        let folder = try Folder()
        let english = try await folder.run("explain", "desert_kubuqi", "--lang", "en")
        #expect(english.output.contains("[a judgement, not a measurement]"))
        #expect(english.output.contains("[read in its source]"))
        let chinese = try await folder.run("explain", "desert_kubuqi", "--lang", "zh")
        #expect(chinese.output.contains("库布其沙漠治理率") && chinese.output.contains("判断"))
    }

    @Test("with a finished survey the run's own numbers stand in it")
    func numbers() async throws {
        let folder = try Folder.withSurvey()
        try folder.writeSurvey(scheme: "igbp")
        try folder.writeRaster(rows: ["1 1 10 10", "1 1 10 10", "1 1 10 10", "1 1 10 10"])
        #expect(try await folder.run("survey", "survey.toml", "--no-maps").status == 0)
        let run = try await folder.run("explain", "forest_area", "--survey", "out")
        #expect(run.status == 0 && run.output.contains("2020") && run.output.contains("West"))
        let none = try await folder.run("explain", "forest_area", "--survey", ".")
        #expect(none.status == 65 && none.errors.contains("is not the output of a survey"))
        let unknown = try await folder.run("explain", "forest_aera")
        #expect(unknown.status == 65 && unknown.errors.contains("forest_area"))
    }

    @Test("schemes are listed, shown and checked, faults with their lines")
    func schemes() async throws {
        let folder = try Folder()
        let list = try await folder.run("schemes", "--json")
        let rows = try #require(try list.json as? [[String: Any]])
        #expect(rows.count >= 12)
        let shown = try await folder.run("schemes", "worldcover")
        #expect(shown.output.contains("#006400") && shown.output.contains("Tree cover"))
        let unknown = try await folder.run("schemes", "worldcovr")
        #expect(unknown.status == 65 && unknown.errors.contains("did you mean 'worldcover'?"))
        try folder.write(
            "id = 'mine'\n\n[classes]\n1 = { zh = '林', en = 'Wood', colour = '006400', category = 'forrest' }\n",
            to: "my.toml")
        let checked = try await folder.run("schemes", "my.toml", "--check")
        #expect(checked.status == 65 && checked.output == "")
        #expect(checked.errors.contains("my.toml:4:"), "\(checked.errors)")
        let good = try await folder.run("schemes", "worldcover", "--check")
        #expect(good.status == 0)
    }

    @Test("a raster and a layer become a PNG and a PDF")
    func map() async throws {
        let folder = try Folder()
        try folder.writeRaster()
        try folder.writeZones()
        let raster = try await folder.run(
            "map", "lc.asc", "--scheme", "worldcover", "--zones", "zones.geojson", "--zone-name",
            "name", "--dpi", "50", "-o", "lc.png")
        #expect(raster.status == 0, "\(raster.errors)")
        #expect(folder.data("lc.png")?.prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
        let layer = try await folder.run("map", "zones.geojson", "-o", "zones.pdf")
        #expect(layer.status == 0 && folder.text("zones.pdf").hasPrefix("%PDF"))
        let again = try await folder.run("map", "zones.geojson", "-o", "zones.pdf")
        #expect(again.status == 73)
        let empty = try await folder.run("map", "zones.geojson", "--field", "name", "-o", "z.pdf")
        #expect(empty.status == 65 && empty.errors.contains("no number to colour by"))
    }

    @Test("--layer names the layer of what is drawn; polygons take no --zones")
    func mapOfLayer() async throws {
        let folder = try Folder()
        try folder.writeZones()
        let other = try await folder.run(
            "map", "zones.geojson", "--layer", "none", "-o", "z.svg")
        #expect(other.status != 0 && other.errors.contains("none"), "\(other.errors)")
        let twice = try await folder.run(
            "map", "zones.geojson", "--zones", "zones.geojson", "-o", "z.svg")
        #expect(twice.status == 64 && twice.errors.contains("--zones"), "\(twice.errors)")
    }

    @Test("zones are coloured by a column of a table that names them once each")
    func table() async throws {
        let folder = try Folder()
        try folder.writeZones()
        try folder.write("zone,name,mean\na,West,0.1\nb,East,-0.2\nall,,0\n", to: "t.csv")
        func map(_ field: String, _ table: String = "t.csv", id: String = "id") async throws
            -> Command.Run
        {
            try await folder.run(
                "map", "zones.geojson", "--zone-id", id, "--table", table, "--field", field,
                "-o", "t.svg", "--overwrite")
        }
        let drawn = try await map("mean")
        #expect(drawn.status == 0 && folder.text("t.svg").contains("<svg"), "\(drawn.errors)")
        let unknown = try await map("median")
        #expect(unknown.status == 65 && unknown.errors.contains("zone, name, mean"))
        let other = try await map("mean", id: "name")
        #expect(other.status == 65 && other.errors.contains("--zone-id"))
        try folder.write("zone,mean\na,1\na,2\n", to: "twice.csv")
        let twice = try await map("mean", "twice.csv")
        #expect(twice.status == 65)
        #expect(twice.errors.contains("twice.csv:3: is another row of zone 'a'"))
    }
}

@Suite("Help, completions, version")
struct HelpTests {
    @Test(
        "the help of every verb has an example that can be typed",
        arguments: [
            "init", "inspect", "survey", "tabulate", "map", "schemes", "explain", "merge",
            "degradation",
        ])
    func help(verb: String) async throws {
        let run = try await Folder().run(verb, "--help")
        #expect(run.status == 0)
        #expect(run.output.contains("  steppe \(verb)"))
        #expect(run.output.contains("OVERVIEW:") && run.output.contains("USAGE: steppe \(verb)"))
    }

    @Test("the program's own help names every verb and the exit status")
    func overview() async throws {
        let run = try await Folder().run("--help")
        for word in ["tabulate", "survey", "explain", "Exit status", "65 an input"] {
            #expect(run.output.contains(word))
        }
    }

    @Test("completions for each shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) async throws {
        let run = try await Folder().run("--generate-completion-script", shell)
        #expect(run.status == 0 && run.output.contains("tabulate"))
    }

    @Test("the version is a semantic one")
    func version() async throws {
        let run = try await Folder().run("--version")
        #expect(run.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    }

    @Test("progress goes to standard error, a JSON object a line where asked for")
    func progress() async throws {
        let folder = try Folder()
        try folder.writeRaster()
        let run = try await folder.run("tabulate", "lc.asc", "--progress", "json")
        let lines = run.errors.split(separator: "\n")
        #expect(!lines.isEmpty && run.rows.count == 6)
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            #expect((object as? [String: Any])?["done"] is NSNumber)
        }
    }
}
