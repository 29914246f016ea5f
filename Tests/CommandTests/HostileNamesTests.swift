// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import GDAL
import Testing

/// Names of zones and of classes that break careless programs, through everything that is written.
@Suite("hostile names of zones and classes")
struct HostileNamesTests {
    /// Zones by id and name; ids that collide as file names, and a name that is empty.
    private static let zones: [(id: String, name: String)] =
        Folder.hostileNames.map { ($0, $0) } + [
            ("a/b", ""), ("A/b", "same"), ("a_b", "same"), ("\u{10FFFD}", "no font has \u{10FFFD}"),
        ]

    private static let classNames = [
        "<script>alert(2)</script>", "=1+1", "\"q\" & 'p'", "\u{202E}עץ 🌳",
        String(repeating: "草", count: 200),
    ]

    /// Two years of five classes with hostile names in zones with hostile names.
    private func ground() throws -> Folder {
        let folder = try Folder()
        let width = 0.04 / Double(Self.zones.count)
        try folder.writeZones(
            Self.zones.enumerated().map { index, zone in
                (
                    zone.id, zone.name, 109 + width * Double(index), 39,
                    109 + width * Double(index + 1), 39.04
                )
            })
        try folder.writeRaster(
            "lc2015.asc", rows: ["1 1 2 2", "1 3 2 2", "4 4 5 5", "4 4 5 5"])
        try folder.writeRaster(
            "lc2020.asc", rows: ["1 1 1 2", "1 3 2 1", "4 4 5 5", "2 4 5 2"])
        func text(_ words: String) throws -> String {
            // A JSON string is a TOML string, but for its slashes.
            let data = try JSONEncoder().encode(words)
            return String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\\/", with: "/")
        }
        let kinds = ["forest", "grassland", "sand_bare", "water", "cropland"]
        let classes = try Self.classNames.enumerated().map { index, name in
            "\(index + 1) = { zh = \(try text(name)), en = \(try text(name)), "
                + "colour = \"\(index)\(index)8844\", category = \"\(kinds[index])\" }"
        }
        try folder.write(
            """
            id = "own"
            title_zh = \(try text(Self.classNames[0]))
            title_en = \(try text(Self.classNames[2]))
            source = "made up for a test"
            licence = "CC0-1.0"
            evidence = "made up"
            nodata = [0]
            [classes]
            \(classes.joined(separator: "\n"))
            """, to: "own.toml")
        try folder.write(
            """
            title = \(try text("</title><script>alert(3)</script> \"& 🐑"))
            [zones]
            file = "zones.geojson"
            id = "id"
            name = "name"
            [landcover]
            scheme = "own.toml"
            [[year]]
            year = 2015
            landcover = "lc2015.asc"
            [[year]]
            year = 2020
            landcover = "lc2020.asc"
            """, to: "survey.toml")
        return folder
    }

    private func isWellFormed(_ text: String) -> Bool {
        XMLParser(data: Data(text.utf8)).parse()
    }

    private func texts(_ file: String, layer: String? = nil, field: String) throws -> Set<String> {
        let source = try VectorSource(opening: file)
        let info = try source.layer(layer)
        let place = try #require(info.index(ofField: field))
        var found: Set<String> = []
        try source.forEachFeature(in: layer) { found.insert($0.values[place].text ?? "") }
        return found
    }

    @Test("come through a survey with atlas: tables, layers, maps, report, workbook, project")
    func survey() async throws {
        let folder = try ground()
        let run = try await folder.run(
            "survey", "survey.toml", "--atlas", "--map-format", "svg")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("U+10FFFD"), "what no font has is told")
        #expect(!run.errors.contains("\u{1B}"))
        let out = "\(folder.path)/out"
        let ids = Set(Self.zones.map(\.id))

        let rows = CSV.lines(of: folder.text("out/areas.csv"))
        #expect(Set(rows.dropFirst().map { CSV.unguarded($0[1]) }) == ids.union(["all"]))
        #expect(
            Set(rows.dropFirst().map { CSV.unguarded($0[4]) }).isSuperset(of: Self.classNames))
        #expect(rows.allSatisfy { $0.count == rows[0].count })

        #expect(try texts("\(out)/banners.geojson", field: "zone") == ids)
        #expect(try texts("\(out)/survey.gpkg", layer: "banners", field: "zone") == ids)
        #expect(
            try texts("\(out)/survey.gpkg", layer: "areas", field: "label")
                .isSuperset(of: Self.classNames))
        for style in try texts("\(out)/survey.gpkg", layer: "layer_styles", field: "styleQML") {
            #expect(isWellFormed(style.replacingOccurrences(of: "<!DOCTYPE qgis>", with: "")))
        }
        for style in try texts("\(out)/survey.gpkg", layer: "layer_styles", field: "styleSLD") {
            #expect(isWellFormed(style))
        }
        let project = folder.text("out/survey.qgs").drop { $0 != "\n" }
        #expect(isWellFormed(String(project)))

        let html = folder.text("out/report.html")
        #expect(html.matches(of: /<script/).count == 2 && html.matches(of: /<\/script>/).count == 2)
        #expect(html.contains("&lt;script&gt;alert(3)"))

        try expectFiles(of: folder)
    }

    /// Every file of the folder is in its catalogue entry and the other way round; maps are whole.
    private func expectFiles(of folder: Folder) throws {
        let item = try #require(
            JSONSerialization.jsonObject(with: folder.data("out/stac_item.json") ?? Data())
                as? [String: Any])
        let assets = try #require(item["assets"] as? [String: Any])
        let there =
            FileManager.default.enumerator(atPath: "\(folder.path)/out")?.allObjects
            .compactMap { $0 as? String }.filter { $0.contains(".") } ?? []
        #expect(Set(assets.keys) == Set(there).subtracting(["stac_item.json", "provenance.json"]))

        let plates = there.filter { $0.hasPrefix("maps/atlas/") }
        #expect(plates.count { $0.hasSuffix("_profile.pdf") } == Self.zones.count)
        #expect(plates.count { $0.hasSuffix(".svg") } == 2 * Self.zones.count)
        let names = plates.map { $0.lowercased() }
        #expect(Set(names).count == names.count, "no two names differ in case alone")
        #expect(plates.allSatisfy { !$0.dropFirst(11).contains("/") && $0.utf8.count < 120 })
        for file in there where file.hasSuffix(".svg") {
            let svg = folder.text("out/\(file)")
            #expect(isWellFormed(svg) && !svg.contains("<script"), "\(file)")
        }
        for file in there where file.hasSuffix(".pdf") {
            #expect(folder.data("out/\(file)")?.starts(with: Data("%PDF".utf8)) == true)
        }
    }

    @Test(
        "come through layers of every format",
        arguments: ["gpkg", "geojson", "geojsonl", "geojsons", "fgb"])
    func layers(format: String) async throws {
        let folder = try ground()
        let run = try await folder.run(
            "layers", "lc2020.asc", "--scheme", "own.toml", "--zones", "zones.geojson",
            "--zone-id", "id", "--zone-name", "name", "-o", "out.\(format)")
        #expect(run.status == 0, "\(run.errors)")
        let zones = try texts("\(folder.path)/out.\(format)", layer: "out", field: "zone")
        let labels = try texts("\(folder.path)/out.\(format)", layer: "out", field: "label")
        #expect(zones.isSuperset(of: Self.zones.map(\.id)))
        #expect(labels.isSuperset(of: Self.classNames))
    }

    @Test("that are longer than a shapefile holds are refused, and not cut short")
    func shapefile() async throws {
        let folder = try ground()
        let run = try await folder.run(
            "layers", "lc2020.asc", "--scheme", "own.toml", "--zones", "zones.geojson",
            "--zone-id", "id", "--zone-name", "name", "-o", "out.shp")
        #expect(run.status == 65 && run.errors.contains(".gpkg"), "\(run.errors)")
        #expect(!folder.names.contains { $0.hasPrefix("out.") })
    }

    @Test("come through one map and every chart")
    func mapAndCharts() async throws {
        let folder = try ground()
        #expect(try await folder.run("survey", "survey.toml", "--no-maps", "-q").status == 0)
        let map = try await folder.run(
            "map", "lc2020.asc", "--scheme", "own.toml", "--zones", "zones.geojson", "--zone-id",
            "id", "--zone-name", "name", "-o", "map.svg")
        #expect(map.status == 0, "\(map.errors)")
        #expect(map.errors.contains("U+10FFFD") && isWellFormed(folder.text("map.svg")))
        for subject in ["composition", "transitions"] {
            let run = try await folder.run(
                "chart", subject, "out", "--zone", "<script>alert(1)</script>", "-o",
                "\(subject).svg")
            #expect(run.status == 0, "\(run.errors)")
            let svg = folder.text("\(subject).svg")
            #expect(isWellFormed(svg) && !svg.contains("<script"))
        }
        let targets = try await folder.run(
            "chart", "targets", "out", "--indicator", "forest_area", "-o", "targets.pdf")
        #expect(targets.status == 0, "\(targets.errors)")
        let none = try await folder.run("chart", "carbon", "out", "-o", "carbon.png")
        #expect(
            none.status == 65 && none.errors.contains("carbon")
                && !folder.names.contains("carbon.png"))
    }
}
