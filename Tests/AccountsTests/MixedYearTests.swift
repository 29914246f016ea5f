// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Ecology
import Foundation
import GDAL
import LandCover
import Reporting
import Survey
import Testing
import Zonal

/// Surveys of rasters and polygons over two zones of 2 × 2 pixels each, 0.01° wide.
@Suite("Years of rasters and of polygons together")
struct MixedYearTests {
    /// CNLUCC codes, and the codes of the third survey that mean the same.
    private let codes = [
        12: "0103", 21: "0301", 22: "0305", 32: "0401", 42: "1102", 61: "1205", 64: "1106",
    ]

    private func size(_ w: Double, _ s: Double, _ e: Double, _ n: Double) throws -> Double {
        PolygonArea(in: try CRS("EPSG:4490")).squareMetres(of: rectangle(w, s, e, n).polygons)
    }

    /// Runs years, each with land cover as a raster or as polygons, and cover where it is given.
    private func survey(
        _ scratch: Scratch, _ years: [(year: Int, land: [Int], isPolygons: Bool, cover: [Float]?)],
        more: String = "", head: String = "", drawing: Bool = false
    ) async throws -> SurveyRun.Outcome {
        try scratch.twoZones()
        var text = """
            output = "out"
            rain = { w = 300, e = 300 }
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { scheme = "cnlucc" }
            \(head)

            """
        for year in years {
            text += "[[year]]\nyear = \(year.year)\n"
            if year.isPolygons {
                try scratch.parcels(
                    "p\(year.year).gpkg", year.land.map { [.text(codes[$0] ?? "")] })
                text += "parcels = { file = \"p\(year.year).gpkg\" }\n"
            } else {
                try scratch.raster("l\(year.year).tif", width: 4, year.land.map { UInt8($0) })
                text += "landcover = \"l\(year.year).tif\"\n"
            }
            if let cover = year.cover {
                try scratch.raster("c\(year.year).tif", width: 4, cover)
                text += "cover = \"c\(year.year).tif\"\n"
            }
        }
        return try await scratch.survey(text + more, drawing: drawing)
    }

    private func rows(_ scratch: Scratch, _ table: String) throws -> [[String]] {
        try String(contentsOfFile: scratch.file("out/\(table).csv"), encoding: .utf8)
            .split(separator: "\r\n").dropFirst().map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
    }

    private func value(
        _ outcome: SurveyRun.Outcome, _ indicator: String, _ zone: String, _ year: Int
    ) -> Double? {
        outcome.assessments.first {
            $0.result.indicator == indicator && $0.result.zone == zone && $0.result.year == year
        }?.result.value
    }

    private let early = [12, 21, 22, 32, 42, 64, 32, 32]
    private let late = [12, 21, 21, 22, 42, 64, 64, 32]

    /// Rows of transitions.csv between two years in a zone: (before, after, m²).
    private func transitions(
        _ scratch: Scratch, _ from: Int, _ to: Int, _ zone: String
    ) throws -> [(String, String, Double)] {
        try rows(scratch, "transitions").filter {
            $0[0] == "\(from)" && $0[1] == "\(to)" && $0[2] == zone
        }.map { ($0[4], $0[6], Double($0[8]) ?? .nan) }
    }

    @Test("two years of polygons close on the zone and on both years' own areas")
    func polygonsToPolygons() async throws {
        let scratch = try Scratch()
        _ = try await survey(scratch, [(2015, early, true, nil), (2020, late, true, nil)])
        let moves = try transitions(scratch, 2015, 2020, "e")
        let zone = try size(109.02, 39.08, 109.04, 39.1)
        #expect(abs(moves.reduce(0) { $0 + $1.2 } - zone) < 1e-6)
        // East: 22 → 21, 32 → 22, 32 → 64, 32 → 32.
        let north = try size(109.02, 39.09, 109.03, 39.1)
        let south = try size(109.02, 39.08, 109.03, 39.09)
        func area(_ before: String, _ after: String) -> Double {
            moves.first { $0.0 == before && $0.1 == after }?.2 ?? 0
        }
        #expect(isNear(area("0305", "0301"), north, within: 1e-9))
        #expect(isNear(area("0401", "0305"), north, within: 1e-9))
        #expect(isNear(area("0401", "1106"), south, within: 1e-9))
        #expect(isNear(area("0401", "0401"), south, within: 1e-9))
        // Each year's areas are those of areas.csv.
        for (year, place) in [(2015, 0), (2020, 1)] {
            for row in try rows(scratch, "areas") where row[0] == "\(year)" && row[1] == "e" {
                let sum = moves.filter { (place == 0 ? $0.0 : $0.1) == row[3] }
                    .reduce(0) { $0 + $1.2 }
                #expect(abs(sum - (Double(row[7]) ?? .nan)) < 1e-6, "\(row)")
            }
        }
    }

    @Test("a raster year and a year of polygons compare by category, either one first")
    func rasterAndPolygons() async throws {
        let scratch = try Scratch()
        _ = try await survey(scratch, [(2015, early, false, nil), (2020, late, false, nil)])
        func byCategory(_ moves: [(String, String, Double)]) -> [String: Double] {
            let names = [
                "12": "cropland", "21": "forest", "22": "special_shrub", "32": "grassland",
                "42": "water", "64": "wetland",
            ]
            var sums: [String: Double] = [:]
            for (before, after, area) in moves {
                sums["\(names[before] ?? before) \(names[after] ?? after)", default: 0] += area
            }
            return sums
        }
        let wanted = byCategory(try transitions(scratch, 2015, 2020, "all"))
        for (first, second) in [(false, true), (true, false)] {
            _ = try await survey(scratch, [(2015, early, first, nil), (2020, late, second, nil)])
            let found = byCategory(try transitions(scratch, 2015, 2020, "all"))
            for (name, area) in wanted {
                #expect(isNear(found[name], area, within: 1e-7), "\(name)")
            }
            let rest = found.filter { wanted[$0.key] == nil }.reduce(0) { $0 + abs($1.value) }
            #expect(rest < 1)
        }
    }

    @Test("three years give both steps and first to last, whatever each is made of")
    func manyYears() async throws {
        let scratch = try Scratch()
        _ = try await survey(
            scratch,
            [(2010, early, false, nil), (2015, early, true, nil), (2020, late, false, nil)])
        let pairs = Set(try rows(scratch, "transitions").map { "\($0[0])-\($0[1])" })
        #expect(pairs == ["2010-2015", "2015-2020", "2010-2020"])
    }

    @Test("polygons that overlap are refused where change is asked for, with how much")
    func overlaps() async throws {
        let scratch = try Scratch()
        _ = try await survey(scratch, [(2015, early, false, nil), (2020, late, true, nil)])
        try scratch.rectangles(
            "p2020.gpkg", fields: [Field("DLBM", .text)],
            [
                (109, 39.08, 109.04, 39.1, [.text("0401")]),
                (109, 39.08, 109.01, 39.1, [.text("0301")]),
            ])
        var run = SurveyRun(try SurveyFile(readingFrom: scratch.file("survey.toml")))
        run.overwrite = true
        run.drawsMaps = false
        let fault = await #expect(throws: SurveyError.self) { try await run.run() }
        #expect("\(String(describing: fault))".contains("overlap"))
    }

    private let sandEarly = [61, 61, 61, 61, 61, 61, 32, 12]
    private let sandLate = [61, 61, 32, 61, 61, 61, 32, 12]
    private let coverEarly: [Float] = [0.05, 0.15, 0.05, 0.2, 0.35, 0.05, 0.5, 0.6]
    private let coverLate: [Float] = [0.05, 0.35, 0.4, 0.1, 0.2, 0.12, 0.5, 0.6]
    private let desert = """
        [[desert]]
        indicator = "desert_kubuqi"
        file = "zones.gpkg"
        whole_city = true

        """

    @Test(
        "a desert's ratio is the same from rasters and from polygons in either year",
        arguments: [(false, true), (true, false), (true, true)])
    func deserts(first: Bool, second: Bool) async throws {
        let scratch = try Scratch()
        let wanted = try await survey(
            scratch,
            [(2015, sandEarly, false, coverEarly), (2020, sandLate, false, coverLate)],
            more: desert)
        let balance = try rows(scratch, "desert_balance")
        // Mobile or semi-fixed: five pixels; one is fixed and one vegetated now.
        #expect(abs((value(wanted, "desert_kubuqi", "all", 2020) ?? 0) - 0.4) < 1e-3)
        let found = try await survey(
            scratch,
            [(2015, sandEarly, first, coverEarly), (2020, sandLate, second, coverLate)],
            more: desert)
        for zone in ["w", "e", "all"] {
            let one = try #require(value(wanted, "desert_kubuqi", zone, 2020))
            #expect(isNear(value(found, "desert_kubuqi", zone, 2020), one, within: 1e-6))
        }
        // Semi-fixed that fell to mobile there is none of; fixed that fell to semi-fixed, one.
        for (row, other) in zip(balance, try rows(scratch, "desert_balance")) {
            #expect(isNear(Double(other[9]), Double(row[9]) ?? .nan, within: 1e-6), "\(row)")
        }
        let relapse = try #require(balance.last.flatMap { Double($0[9]) })
        #expect(isNear(relapse, try size(109, 39.08, 109.01, 39.09), within: 1e-6))
    }

    @Test("the ledger variant counts accepted measures on treatable ground, each hectare once")
    func ledger() async throws {
        let scratch = try Scratch()
        try scratch.rectangles(
            "measures.gpkg", layer: "m", fields: [Field("year", .integer)],
            [
                (109, 39.08, 109.01, 39.1, [.integer(2016)]),
                (109.005, 39.08, 109.015, 39.1, [.integer(2018)]),
                (109.02, 39.08, 109.03, 39.1, [.integer(2021)]),
            ])
        try scratch.rectangles(
            "mask.gpkg", layer: "m", fields: [], [(109, 39.08, 109.03, 39.1, [])])
        let outcome = try await survey(
            scratch, [(2015, sandEarly, false, nil), (2020, sandLate, false, nil)],
            more: """
                [[desert]]
                indicator = "desert_kubuqi"
                file = "zones.gpkg"
                whole_city = true
                variant = "ledger"
                measures = "measures.gpkg"
                treatable = "mask.gpkg"

                """)
        #expect(isNear(value(outcome, "desert_kubuqi", "w", 2020), 0.75, within: 1e-9))
        #expect(isNear(value(outcome, "desert_kubuqi", "all", 2020), 0.5, within: 1e-9))
        #expect(value(outcome, "desert_kubuqi", "all", 2015) == 0)
        let result = outcome.assessments.first { $0.result.indicator == "desert_kubuqi" }?.result
        #expect(result?.variant == "ledger")
    }

    @Test("the state variant speaks of one year alone, of the baseline too")
    func stateOfYear() async throws {
        let scratch = try Scratch()
        let outcome = try await survey(
            scratch,
            [(2015, sandEarly, false, coverEarly), (2020, sandLate, true, coverLate)],
            more: desert, head: "variants = { desert = \"state\" }")
        // Fixed, grassland, cropland: three of eight pixels; then fixed, two grassland, cropland.
        let before = try #require(value(outcome, "desert_kubuqi", "all", 2015))
        let after = try #require(value(outcome, "desert_kubuqi", "all", 2020))
        #expect(abs(before - 3 / 8) < 1e-3)
        #expect(abs(after - 4 / 8) < 1e-3)
    }

    @Test("samples put intervals on the indicators of a year of polygons")
    func accuracy() async throws {
        let scratch = try Scratch()
        // Twenty units in the middle of each parcel; a fifth of forest is grassland in truth.
        var lines = "lon,lat,reference\n"
        for (index, code) in late.enumerated() {
            for unit in 0..<10 {
                let x = 109.005 + Double(index % 4) * 0.01
                let y = 39.095 - Double(index / 4) * 0.01
                let truth = code == 21 && unit < 2 ? "0401" : codes[code] ?? ""
                lines += "\(x),\(y),\(truth)\n"
            }
        }
        lines += "111,39,0401\n"
        try scratch.write(lines, to: "samples.csv")
        let outcome = try await survey(
            scratch, [(2020, late, true, nil)], more: "[accuracy]\nsamples = \"samples.csv\"\n")
        let result = try #require(
            outcome.assessments.first {
                $0.result.indicator == "forest_coverage" && $0.result.zone == "all"
            }?.result)
        // 3 of 8 parcels are mapped; of the two of forest a fifth is lost.
        #expect(abs((result.value ?? 0) - 0.325) < 1e-3)
        let spread = 1.96 * 0.25 * (0.2 * 0.8 / 19).squareRoot()
        #expect((1...2).contains(((result.bounds?.upper ?? 0) - 0.325) / spread))
        #expect(outcome.notes.contains { $0.contains("1 samples lie off the map") })
    }

    @Test("grassland that lost cover since a baseline of polygons is told by degree")
    func degradation() async throws {
        let scratch = try Scratch()
        let outcome = try await survey(
            scratch,
            [
                (2015, early, true, [0, 0, 0, 0.5, 0, 0, 0.5, 0.5]),
                (2020, late, false, [0, 0, 0, 0.38, 0, 0, 0.5, 0.5]),
            ])
        // EX-2.7: 50 % to 38 % is a relative decrease of 24 %, moderate; of three pixels one.
        let degrees = try rows(scratch, "grassland_degradation").filter { $0[2] == "all" }
        #expect(degrees.map { $0[4] } == ["none", "moderate"])
        let share = try #require(value(outcome, "grassland_degradation", "all", 2020))
        #expect(abs(share - 0.08) < 1e-3)
    }

    @Test("a finished survey tells of every result by which definition it was counted")
    func variantsReadBack() async throws {
        let scratch = try Scratch()
        let outcome = try await survey(
            scratch, [(2015, early, true, coverEarly), (2020, late, false, coverLate)],
            head: "variants = { grassland = \"vegetated_share\" }")
        let finished = try FinishedSurvey(in: scratch.file("out"))
        let own = outcome.assessments.map(\.result)
        #expect(own.contains { $0.indicator == "grassland_degradation" && $0.variant == "cover" })
        for indicator in Set(own.map(\.indicator)) {
            let read = try finished.results(of: indicator)
            let wanted = own.filter { $0.indicator == indicator }
            func places(_ results: [IndicatorResult]) -> Set<String> {
                Set(results.map { "\($0.year) \($0.zone) \($0.variant)" })
            }
            #expect(places(read) == places(wanted), "\(indicator)")
        }
    }

    @Test("a year of polygons is drawn as its raster is, whole and zone by zone")
    func pictures() async throws {
        let scratch = try Scratch()
        // Cropland, forest, water and wetland: in maps by class, in each scheme's own colours.
        let schemes = try SchemeCatalogue.builtIn()
        func colors(_ scheme: String, _ wanted: [ClassCode]) throws -> [Colour] {
            let classes = try schemes.scheme(named: scheme).classes
            return try wanted.map { code in
                try #require(classes.first { $0.code == code }).colour
            }
        }
        let kinds = [12, 21, 42, 64]
        let ofRaster = try colors("cnlucc", kinds.map { .number($0) })
        let ofPolygons = try colors("sandiao", kinds.map { .text(codes[$0] ?? "") })
        let ofCategories = [Category.cropland, .forest, .water, .wetland].map(\.colour)
        _ = try await survey(
            scratch, [(2015, late, false, nil), (2020, late, true, nil)], drawing: true)
        func counts(_ picture: String, _ colors: [Colour]) throws -> [Int] {
            try colors.map {
                try scratch.pixels("out/maps/\(picture).png", of: ($0.red, $0.green, $0.blue))
            }
        }
        let project = try String(contentsOfFile: scratch.file("out/survey.qgs"), encoding: .utf8)
        #expect(
            project.contains("id=\"steppe_layer_landcover_2020\"") && project.contains("p2020.gpkg")
        )
        let raster = try counts("landcover_2015", ofRaster)
        #expect(raster.allSatisfy { $0 > 500 })
        for (one, other) in zip(raster, try counts("landcover_2020", ofPolygons)) {
            #expect(abs(one - other) <= 20 + one / 20, "\(one) \(other)")
        }
        // In the east lie forest and wetland, but neither cropland nor water.
        for (picture, colors) in [("atlas/e", ofPolygons), ("atlas/e_profile", ofCategories)] {
            #expect(try counts(picture, colors).map { $0 > 500 } == [false, true, false, true])
        }
    }
}
