// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import PlaneGeometry
import Testing

@Suite("steppe tabulate")
struct TabulateTests {
    private func folder() throws -> Folder {
        let folder = try Folder()
        try folder.writeRaster()
        try folder.writeZones()
        return folder
    }

    private let columns = [
        "zone", "name", "class", "label", "category", "pixels", "area_m2", "share",
    ]

    @Test("without zones the raster is the one zone, all, its codes as they stand")
    func wholeRaster() async throws {
        let run = try await folder().run("tabulate", "lc.asc")
        #expect(run.status == 0 && run.errors == "")
        #expect(run.rows.first == columns)
        #expect(
            run.rows.dropFirst().map { Array($0[..<6]) } == [
                ["all", "", "10", "", "", "6.0"], ["all", "", "20", "", "", "1.0"],
                ["all", "", "30", "", "", "4.0"], ["all", "", "60", "", "", "4.0"],
                ["all", "", "nodata", "", "", "1.0"],
            ])
        let shares = run.rows.dropFirst().compactMap { Double($0[7]) }.reduce(0, +)
        #expect(abs(shares - 1) < 1e-12)
    }

    @Test("zones have their id and name, classes their label and category")
    func zones() async throws {
        let run = try await folder().run(
            "tabulate", "lc.asc", "--zones", "zones.geojson", "--zone-id", "id", "--zone-name",
            "name", "--scheme", "worldcover")
        let rows = run.rows.dropFirst().map { Array($0[..<5]) }
        #expect(rows.first == ["a", "West", "10", "Tree cover", "forest"])
        #expect(rows.filter { $0[0] == "a" }.map { $0[2] } == ["10", "20", "60"])
        #expect(rows.filter { $0[0] == "b" }.map { $0[2] }.prefix(2) == ["10", "30"])
    }

    @Test("an area is the ellipsoid's: a hundredth of a degree at 39° N")
    func area() async throws {
        let run = try await folder().run("tabulate", "lc.asc")
        let row = try #require(run.rows.first { $0[2] == "20" })
        // One pixel from 39.02 to 39.03° N: b² Δλ/2 · [sin φ/(1 − e² sin² φ) + atanh(e sin φ)/e].
        let (a, f) = (6_378_137.0, 1 / 298.257223563)
        let e2 = f * (2 - f)
        func zone(_ degrees: Double) -> Double {
            let s = sin(degrees * .pi / 180)
            return s / (1 - e2 * s * s) + atanh(e2.squareRoot() * s) / e2.squareRoot()
        }
        let wanted = a * a * (1 - e2) / 2 * (0.01 * .pi / 180) * (zone(39.03) - zone(39.02))
        #expect(abs((Double(row[6]) ?? 0) - wanted) < 1e-4)
    }

    @Test("JSON has the same rows under the same names")
    func json() async throws {
        let folder = try folder()
        let table = try await folder.run("tabulate", "lc.asc")
        let rows = try #require(
            try await folder.run("tabulate", "lc.asc", "--json").json as? [[String: Any]])
        #expect(rows.count == table.rows.count - 1)
        #expect(Set(rows[0].keys) == Set(columns))
        #expect(rows[0]["area_m2"] as? Double == Double(table.rows[1][6]))
    }

    @Test("the same bytes for any number of threads", arguments: ["1", "2", "7"])
    func jobs(count: String) async throws {
        let raster = try Folder.bundled("samples/ordos_mcd12c1_igbp_2019_005deg.tif")
        let zones = try Folder.bundled("zones/ordos_banners.geojson")
        let folder = try Folder()
        let arguments = ["tabulate", raster, "--zones", zones, "--zone-id", "adcode"]
        let one = try await Command.run(arguments + ["--jobs", "1"], in: folder)
        let many = try await Command.run(arguments + ["--jobs", count], in: folder)
        #expect(one.status == 0 && one.output.count > 1000)
        #expect(many.output == one.output)
    }

    @Test("the union of zones is their sum, to the last digit printed")
    func union() async throws {
        let folder = try folder()
        let parts = try await folder.run("tabulate", "lc.asc", "--zones", "zones.geojson")
        try folder.writeZones([("u", "", 109, 39, 109.04, 39.04)])
        let whole = try await folder.run("tabulate", "lc.asc", "--zones", "zones.geojson")
        var sums: [String: Double] = [:]
        for row in parts.rows.dropFirst() { sums[row[2], default: 0] += Double(row[5]) ?? 0 }
        let found = Dictionary(
            whole.rows.dropFirst().map { ($0[2], Double($0[5]) ?? 0) }, uniquingKeysWith: +)
        #expect(found["10"] == 6 && found == sums)
    }

    @Test("a folder, a pattern and a list of tiles give what the single raster gives")
    func mosaics() async throws {
        let folder = try folder()
        let whole = try await folder.run("tabulate", "lc.asc", "--zones", "zones.geojson")
        try folder.writeRaster("tiles/n.asc", rows: Array(Folder.codes[..<2]), bottom: 39.02)
        try folder.writeRaster("tiles/s.asc", rows: Array(Folder.codes[2...]))
        for tiles in [["tiles"], ["tiles/*.asc"], ["tiles/n.asc", "tiles/s.asc"]] {
            let run = try await Command.run(
                ["tabulate"] + tiles + ["--zones", "zones.geojson"], in: folder)
            #expect(run.status == 0 && run.output == whole.output, "\(tiles): \(run.errors)")
        }
    }

    @Test("--values adds the mean of a second raster by class")
    func values() async throws {
        let folder = try folder()
        try folder.writeRaster("v.asc", rows: ["1 2 5 5", "3 7 5 5", "4 4 6 6", "4 4 6 0"])
        let run = try await folder.run("tabulate", "lc.asc", "--values", "v.asc")
        #expect(run.rows.first == columns + ["value_area_m2", "mean"])
        let means = Dictionary(
            run.rows.dropFirst().map { ($0[2], Double($0[9]) ?? .nan) }, uniquingKeysWith: +)
        #expect(means["20"] == 7 && means["60"] == 4)
        #expect(abs((means["30"] ?? 0) - 5) < 1e-12)
        // (1 + 2 + 3 + 6 + 6 + 6) / 6, rows hardly differing in area.
        #expect(abs((means["10"] ?? 0) - 4) < 1e-3)
    }

    @Test("--scheme auto says why it took a scheme, and refuses when it is unsure")
    func automatic() async throws {
        let folder = try folder()
        let raster = try Folder.bundled("synthetic/landcover_2020.tif")
        let sure = try await folder.run("tabulate", raster, "--scheme", "auto")
        #expect(sure.status == 0)
        #expect(sure.errors.contains("scheme cnlucc: "))
        #expect(sure.output.contains("grassland"))
        let unsure = try await folder.run("tabulate", "lc.asc", "--scheme", "auto")
        #expect(unsure.status == 65 && unsure.output == "")
        #expect(unsure.errors.contains("worldcover") && unsure.errors.contains("--scheme"))
        #expect(!unsure.errors.contains("()"))
    }

    @Test("a file is written whole, kept without --overwrite, and its ending chooses the format")
    func output() async throws {
        let folder = try folder()
        let printed = try await folder.run("tabulate", "lc.asc")
        let first = try await folder.run("tabulate", "lc.asc", "-o", "a.csv")
        #expect(first.status == 0 && first.output == "" && folder.text("a.csv") == printed.output)
        try folder.write("mine", to: "a.csv")
        let kept = try await folder.run("tabulate", "lc.asc", "-o", "a.csv")
        #expect(kept.status == 73 && kept.errors.contains("--overwrite"))
        #expect(folder.text("a.csv") == "mine")
        #expect(
            try await folder.run("tabulate", "lc.asc", "-o", "a.csv", "--overwrite").status == 0)
        #expect(folder.text("a.csv") == printed.output)
        #expect(try await folder.run("tabulate", "lc.asc", "-o", "a.json").status == 0)
        #expect(folder.text("a.json").hasPrefix("["))
        #expect(folder.names == ["a.csv", "a.json", "lc.asc", "lc.prj", "zones.geojson"])
    }

    @Test("hostile names come through CSV and JSON as they were")
    func hostile() async throws {
        let folder = try folder()
        try folder.writeHostileZones()
        let arguments = [
            "tabulate", "lc.asc", "--zones", "zones.geojson", "--zone-id", "id", "--zone-name",
            "name",
        ]
        let csv = try await Command.run(arguments, in: folder)
        #expect(csv.status == 0)
        let names = csv.rows.dropFirst().map { $0[1] }
        #expect(Set(names.map(CSV.unguarded)) == Set(Folder.hostileNames))
        #expect(!csv.rows.joined().contains { $0.hasPrefix("=") }, "no cell is a formula")
        #expect(csv.rows.allSatisfy { $0.count == 8 })
        let json = try await Command.run(arguments + ["--json"], in: folder)
        let rows = try #require(try json.json as? [[String: Any]])
        #expect(Set(rows.compactMap { $0["zone"] as? String }) == Set(Folder.hostileNames))
        let text = try await Command.run(arguments + ["-f", "text"], in: folder)
        #expect(!text.output.contains("\u{1B}") && !text.errors.contains("\u{1B}"))
    }

    @Test("labels come in the language asked for, and never in the locale's")
    func language() async throws {
        let folder = try folder()
        let chinese = try await folder.run(
            "tabulate", "lc.asc", "--scheme", "worldcover", "--lang", "zh")
        let asked = try await Command.run(
            ["tabulate", "lc.asc", "--scheme", "worldcover"], in: folder,
            environment: ["STEPPE_LANG": "zh"])
        #expect(chinese.output.contains("草地"))
        #expect(asked.output == chinese.output)
        let locale = try await Command.run(
            ["tabulate", "lc.asc", "--scheme", "worldcover"], in: folder,
            environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"])
        let plain = try await folder.run("tabulate", "lc.asc", "--scheme", "worldcover")
        #expect(plain.output.contains("Grassland"))
        #expect(locale.output == plain.output)
    }

    @Test("--values on another grid are taken from the nearest pixel, and a note says so")
    func valuesOnAnotherGrid() async throws {
        let folder = try folder()
        // Two by two pixels of 0.02°: each lies under four of the classes'.
        try folder.write(
            """
            ncols 2
            nrows 2
            xllcorner 109
            yllcorner 39
            cellsize 0.02
            NODATA_value -1
            1 3
            5 7

            """, to: "values.asc")
        try folder.write(folder.text("lc.prj"), to: "values.prj")
        let run = try await folder.run("tabulate", "lc.asc", "--values", "values.asc")
        #expect(run.status == 0 && run.errors.contains("values.asc"))
        let means = Dictionary(
            run.rows.dropFirst().map { ($0[2], Double($0[9]) ?? -1) },
            uniquingKeysWith: { a, _ in a })
        // Of code 10 three pixels lie in the north-west, three in the south-east.
        for (code, mean) in ["20": 1.0, "30": 3, "60": 5, "10": 4] {
            #expect(abs((means[code] ?? 0) - mean) < 1e-3)
        }
    }

    @Test("--preview reads an overview and says so; without one the raster is measured in full")
    func preview() async throws {
        let folder = try folder()
        let full = try await folder.run("tabulate", "lc.asc")
        let none = try await folder.run("tabulate", "lc.asc", "--preview")
        #expect(none.output == full.output && none.errors.contains("no overviews"))
        let plan = RasterPlan(
            width: 4000, height: 3000, dataType: .uint8,
            transform: try #require(GeoTransform(left: 109, top: 39, pixelSize: 0.0001)),
            crs: try CRS("EPSG:4326"))
        let raster = try Dataset(creating: "\(folder.path)/large.tif", as: plan)
        let row = (0..<4000).map { UInt8($0 < 2000 ? 1 : 2) }
        for y in 0..<3000 {
            try raster.write(Window(column: 0, row: y, width: 4000, height: 1), from: row.span)
        }
        try raster.close()
        try folder.addOverviews(to: "large.tif")
        let exact = try await folder.run("tabulate", "large.tif")
        let preview = try await folder.run("tabulate", "large.tif", "--preview")
        #expect(preview.status == 0 && preview.errors.contains("2000 × 1500"))
        #expect(preview.rows.dropFirst().map { $0[5] } == ["1500000.0", "1500000.0"])
        for (a, b) in zip(exact.rows.dropFirst(), preview.rows.dropFirst()) {
            let (x, y) = (try #require(Double(a[6])), try #require(Double(b[6])))
            #expect(abs(x / y - 1) < 1e-9)
        }
    }

    @Test("overviews are never read without being asked for")
    func overviewsUnread() async throws {
        let folder = try folder()
        let plan = RasterPlan(
            width: 64, height: 64, dataType: .uint8,
            transform: try #require(GeoTransform(left: 109, top: 39, pixelSize: 0.01)),
            crs: try CRS("EPSG:4326"))
        let raster = try Dataset(creating: "\(folder.path)/a.tif", as: plan)
        // A chequerboard: any overview would show one of the two classes only.
        let pixels: [UInt8] = (0..<64 * 64).map { ($0 / 64 + $0).isMultiple(of: 2) ? 1 : 2 }
        try raster.write(Window(column: 0, row: 0, width: 64, height: 64), from: pixels.span)
        try raster.close()
        try folder.addOverviews(to: "a.tif")
        let run = try await folder.run("tabulate", "a.tif")
        #expect(run.rows.dropFirst().map { $0[5] } == ["2048.0", "2048.0"])
    }

    @Test("a part of the work cannot be a preview")
    func partOfPreview() async throws {
        let run = try await folder().run(
            "tabulate", "lc.asc", "--preview", "--part", "1/2", "-o", "1.tally")
        #expect(run.status == 64 && run.errors.contains("--preview"))
    }

    @Test(
        "rasters of two years, and files that contradict one another, are refused without --mosaic")
    func contradictions() async throws {
        let folder = try Folder()
        try folder.writeRaster("lc_2015.asc")
        try folder.writeRaster("lc_2020.asc")
        try folder.writeRaster("a.asc", rows: ["10 20", "30 40"])
        try folder.writeRaster("b.asc", rows: ["10 60", "30 40"])
        for (files, words) in [
            (["lc_2015.asc", "lc_2020.asc"], ["of 2020 by its name", "of 2015"]),
            (["a.asc", "b.asc"], ["'b.asc'", "overlaps 'a.asc' in 2 × 2 pixels", "60", "20"]),
        ] {
            let run = try await Command.run(["tabulate"] + files, in: folder)
            #expect(run.status == 65 && run.output == "")
            for word in words + ["--mosaic"] {
                #expect(run.errors.contains(word), "\(run.errors)")
            }
        }
        let joined = try await folder.run("tabulate", "a.asc", "b.asc", "--mosaic")
        let codes = joined.rows.dropFirst().map { "\($0[2]):\($0[5])" }
        #expect(joined.status == 0 && codes == ["10:1.0", "30:1.0", "40:1.0", "60:1.0"])
        #expect(joined.errors.contains("a later one lies on top"))
        let same = try await folder.run("tabulate", "a.asc", "a.asc")
        #expect(same.status == 0)
    }

    @Test(
        "every verb that joins files refuses those that contradict one another",
        arguments: [
            ["change", "tiles", "a.asc"], ["layers", "tiles", "--scheme", "none", "-o", "x.gpkg"],
            ["carbon", "tiles", "--year", "2020"], ["accuracy", "s.csv", "--map", "tiles"],
            ["tabulate", "a.asc", "--zones", "zones.geojson", "--values", "tiles"],
        ])
    func joins(arguments: [String]) async throws {
        let folder = try Folder()
        try folder.writeRaster("a.asc")
        try folder.writeRaster("tiles/a.asc", rows: ["10 20", "30 40"])
        try folder.writeRaster("tiles/b.asc", rows: ["10 60", "30 40"])
        try folder.writeZones()
        try folder.write("lon,lat,reference\n109.01,39.01,10\n", to: "s.csv")
        let run = try await Command.run(arguments, in: folder)
        #expect(run.status == 65 && run.errors.contains("--mosaic"), "\(run.errors)")
    }
}
