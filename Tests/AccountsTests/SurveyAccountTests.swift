// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import DataFiles
import Ecology
import Foundation
import GDAL
import Survey
import Tables
import Testing
import Words
import Zonal

@Suite("Surveys with polygons, ledgers and samples")
struct SurveyAccountTests {
    /// Two zones of 2 × 2 pixels; CNLUCC codes 12 dry farmland, 21 forest, 22 shrub, 32 grassland,
    /// 42 lake, 64 marsh, and the codes of the third survey that mean the same.
    private let early = [12, 21, 22, 32, 42, 64, 32, 32]
    private let late = [12, 21, 21, 22, 42, 64, 64, 32]
    private let codes = [
        12: "0103", 21: "0301", 22: "0305", 32: "0401", 42: "1102", 64: "1106",
    ]

    private func survey(
        _ scratch: Scratch, polygons: Bool, more: String = "", targets: String = ""
    ) async throws -> SurveyRun.Outcome {
        try scratch.raster("lc_2015.tif", width: 4, early.map { UInt8($0) })
        try scratch.raster("lc_2020.tif", width: 4, late.map { UInt8($0) })
        try scratch.parcels(
            "DLTB.gpkg", fields: [Field("DLBM", .text), Field("KCXS", .real)],
            late.map { [.text(codes[$0] ?? ""), .real(0.1)] })
        try scratch.twoZones()
        let later = polygons ? "parcels = { file = \"DLTB.gpkg\" }" : "landcover = \"lc_2020.tif\""
        if !targets.isEmpty { try scratch.write(targets, to: "targets.toml") }
        return try await scratch.survey(
            """
            output = "out"
            \(targets.isEmpty ? "" : "targets = \"targets.toml\"")
            rain = { w = 300, e = 300 }
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { scheme = "cnlucc" }
            [[year]]
            year = 2015
            landcover = "lc_2015.tif"
            [[year]]
            year = 2020
            \(later)
            \(more)
            """)
    }

    private func result(
        _ outcome: SurveyRun.Outcome, _ indicator: String, zone: String = "all", year: Int = 2020
    ) throws -> IndicatorResult {
        try outcome.result(indicator, zone: zone, year: year)
    }

    @Test("polygons that are the raster's pixels give the raster's indicators; years mix")
    func polygons() async throws {
        let scratch = try Scratch()
        let fromRaster = try await survey(scratch, polygons: false)
        let fromPolygons = try await survey(scratch, polygons: true)
        for indicator in ["forest_coverage", "forest_area", "wetland_area"] {
            for zone in ["w", "e", "all"] {
                let a = try result(fromRaster, indicator, zone: zone)
                let b = try result(fromPolygons, indicator, zone: zone)
                let value = try #require(a.value)
                #expect(
                    abs((b.value ?? -1) - value) <= 1e-9 * max(1, value), "\(indicator) \(zone)")
            }
        }
        // A quarter of the west is cropland; its ridges of a tenth are left out.
        let gross = try #require(try result(fromRaster, "cropland", zone: "w").value)
        let net = try result(fromPolygons, "cropland", zone: "w")
        #expect(isNear(net.value, gross * 0.9))
        #expect(net.status == .official)
        #expect(net.variant == "net")
        let cover = try result(fromPolygons, "grassland_cover")
        if case .notAssessed = cover.status {} else { Issue.record("\(cover.status)") }
    }

    @Test("polygons with another scheme's codes count wetland by category, and say so")
    func foreignCodes() async throws {
        let scratch = try Scratch()
        _ = try await survey(scratch, polygons: false)
        try scratch.parcels(
            "own.gpkg", fields: [Field("DLBM", .integer)], late.map { [.integer($0)] })
        let text = try String(contentsOfFile: scratch.file("survey.toml"), encoding: .utf8)
        try scratch.write(
            text.replacing(
                "landcover = \"lc_2020.tif\"",
                with: "parcels = { file = \"own.gpkg\", scheme = \"cnlucc\" }"), to: "survey.toml")
        var run = SurveyRun(try SurveyFile(readingFrom: scratch.file("survey.toml")))
        run.overwrite = true
        run.drawsMaps = false
        let wetland = try result(try await run.run(), "wetland_area")
        #expect((wetland.value ?? 0) > 0)
        guard case .indicative(let why) = wetland.status else {
            Issue.record("\(wetland.status)")
            return
        }
        #expect(why.en.contains("by category"))
    }

    @Test("a mean over grassland parcels is the mean over the raster's grassland")
    func grassland() async throws {
        let scratch = try Scratch()
        try scratch.raster(
            "ndvi.tif", width: 4, [0, 0, 0, 0, 0, 0.04, 0, 0.475] as [Float])
        let outcome = try await survey(scratch, polygons: true, more: "ndvi = \"ndvi.tif\"")
        // Only the last pixel is grassland: (0.475 − 0.04) / (0.91 − 0.04) = 0.5.
        #expect(isNear(try result(outcome, "grassland_cover", zone: "e").value, 0.5, within: 1e-6))
        #expect(try result(outcome, "grassland_cover", zone: "w").value == nil)
    }

    @Test("the survey's transitions, trend and holding test come out as files")
    func files() async throws {
        let scratch = try Scratch()
        let outcome = try await survey(
            scratch, polygons: false,
            targets: """
                document = "d"
                title = "t"
                year = 2025
                [[target]]
                indicator = "forest_coverage"
                value = 60
                unit = "percent"
                [[target]]
                indicator = "wetland_area"
                value = 1
                unit = "km2"
                [[target]]
                indicator = "park_green"
                value = 35
                unit = "m2_per_person"
                """)
        for file in ["transitions.csv", "change.csv", "trend.csv", "wetland_holding.csv"] {
            #expect(outcome.files.contains(file))
        }
        let trend = try String(contentsOfFile: scratch.file("out/trend.csv"), encoding: .utf8)
        // Forest and shrub: 2 of 8 pixels, then 3 of 8: 0.025 a year, 50 % in 2025 of 60 %.
        let line = try #require(
            trend.split(separator: "\r\n").first { $0.hasPrefix("forest_coverage,all") })
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        #expect(cells[4...5].map(String.init) == ["2015", "2020"])
        #expect(abs((Double(cells[9]) ?? 0) - 2.5) < 0.01)
        #expect(abs((Double(cells[12]) ?? 0) - 4.5) < 0.02)
        #expect(abs((Double(cells[13]) ?? 0) - 50) < 0.02)
        #expect(cells[14] == "yes")
        let holding = try String(
            contentsOfFile: scratch.file("out/wetland_holding.csv"), encoding: .utf8)
        #expect(holding.contains("all,All zones,2015,2020"))
        let park = try result(outcome, "park_green")
        guard case .notAssessed(let why) = park.status else {
            Issue.record("\(park.status)")
            return
        }
        #expect(why.en.contains("[[urban]]"))
    }

    @Test("afforestation and livestock ledgers give the worked examples")
    func ledgers() async throws {
        let scratch = try Scratch()
        try scratch.write(
            """
            zone,area_ha,survival,year
            w,4000,0.91,2020
            w,3500,0.86,2020
            e,1848,0.72,2020
            e,1200,0.65,2020
            e,852,0.38,2020

            """, to: "trees.csv")
        try scratch.write(
            "zone,animal,count\nw,sheep,20000\nw,goat,12000\ne,cattle,1500\ne,horse,300\n",
            to: "stock.csv")
        try scratch.write(
            "zone,area_ha,yield_kg_per_ha,edible,utilisation\nw,60000,900,0.85,0.45\n"
                + "e,40000,900,0.85,0.45\n", to: "forage.csv")
        let outcome = try await survey(
            scratch, polygons: false,
            more: """
                [afforestation]
                file = "trees.csv"
                reported_ha = 12000
                [livestock]
                stock = "stock.csv"
                forage = "forage.csv"
                other_forage_kg = 6000000
                """)
        let pass = try result(outcome, "afforestation_pass")
        #expect(isNear(pass.value, 0.82, within: 1e-12))
        #expect(pass.notes.contains { $0.en.contains("65.79") })
        #expect(pass.notes.contains { $0.en.contains("95.00") })
        #expect(isNear(try result(outcome, "afforestation_pass", zone: "w").value, 1))
        let balance = try result(outcome, "forage_balance")
        #expect(isNear(balance.value, -0.3239, within: 2e-4))
        #expect(isNear(balance.denominator?.value, 61_529.68, within: 1e-6))
    }

    @Test("measures count each hectare once, and towns give both readings of green")
    func layers() async throws {
        let scratch = try Scratch()
        let area = PolygonArea(in: try CRS("EPSG:4490"))
        func size(_ w: Double, _ s: Double, _ e: Double, _ n: Double) -> Double {
            area.squareMetres(of: rectangle(w, s, e, n).polygons)
        }
        try scratch.rectangles(
            "measures.gpkg", layer: "m",
            fields: [Field("year", .integer), Field("kept", .integer)],
            [
                (109, 39.08, 109.01, 39.09, [.integer(2014), .integer(1)]),
                (109.005, 39.08, 109.015, 39.09, [.integer(2018), .integer(1)]),
                (109.03, 39.08, 109.04, 39.09, [.integer(2019), .integer(0)]),
            ])
        let town = (109.0, 39.08, 109.02, 39.1)
        try scratch.rectangles(
            "town.gpkg", layer: "t", fields: [], [(109, 39.08, 109.02, 39.1, [])])
        try scratch.rectangles(
            "green.gpkg", layer: "g", fields: [], [(109, 39.08, 109.01, 39.1, [])])
        try scratch.rectangles(
            "park.gpkg", layer: "p", fields: [], [(109.01, 39.08, 109.05, 39.09, [])])
        try scratch.write("zone,residents,temporary\nw,588000,12000\n", to: "people.csv")
        let outcome = try await survey(
            scratch, polygons: false,
            more: """
                [erosion]
                measures = "measures.gpkg"
                kept_field = "kept"
                since = 2016
                baseline_km2 = 10
                [[urban]]
                built_up = "town.gpkg"
                canopy = "green.gpkg"
                parks = "park.gpkg"
                population = "people.csv"
                """)
        let new = try result(outcome, "erosion_new")
        let second = size(109.01, 39.08, 109.015, 39.09)
        let third = size(109.03, 39.08, 109.04, 39.09)
        #expect(isNear(new.value, second + third, within: 1e-9))
        let ratio = try result(outcome, "erosion_ratio")
        let kept = size(109, 39.08, 109.015, 39.09)
        #expect(isNear(ratio.value, kept / 10e6, within: 1e-9))
        let green = try result(outcome, "urban_green", zone: "w")
        let half = size(town.0, town.1, 109.01, town.3) / size(town.0, town.1, town.2, town.3)
        #expect(isNear(green.value, half, within: 1e-9))
        #expect(
            outcome.assessments.allSatisfy {
                $0.result.indicator != "urban_green" || $0.result.zone != "e"
            })
        // Parks count within the built-up area alone.
        let park = try result(outcome, "park_green")
        #expect(isNear(park.value, size(109.01, 39.08, 109.02, 39.09) / 600_000, within: 1e-9))
    }

    @Test("a sample turns a verdict that its interval straddles into inconclusive")
    func intervals() async throws {
        let scratch = try Scratch()
        // Cropland is 1 of 8 pixels; a fifth of its sample is not cropland in truth.
        var lines = "map,reference,zone\n"
        for code in Set(late).sorted() {
            for unit in 0..<20 {
                lines += "\(code),\(code == 21 && unit < 4 ? 32 : code),w\n"
            }
        }
        try scratch.write(lines, to: "samples.csv")
        let outcome = try await survey(
            scratch, polygons: false,
            more: """
                [accuracy]
                samples = "samples.csv"
                year = 2020
                """,
            targets: """
                document = "d"
                title = "t"
                year = 2020
                [[target]]
                indicator = "forest_coverage"
                value = 33
                unit = "percent"
                """)
        let coverage = try result(outcome, "forest_coverage")
        // 3 of 8 pixels are mapped; of the two of class 21 a fifth is lost: (0.8 · 2 + 1) / 8.
        #expect(abs((coverage.value ?? 0) - 0.325) < 1e-4)
        // The interval by strata of Clopper and Pearson is somewhat wider than 1.96 deviations.
        let spread = 1.96 * 0.25 * (0.2 * 0.8 / 19).squareRoot()
        #expect((1...2).contains(((coverage.bounds?.upper ?? 0) - 0.325) / spread))
        let verdict = outcome.assessments.first {
            $0.result.indicator == "forest_coverage" && $0.result.zone == "all"
                && $0.result.year == 2020
        }?.verdict
        #expect(verdict?.kind == .inconclusive)
        let other = try result(outcome, "forest_coverage", zone: "e")
        #expect(other.notes.contains { $0.en.contains("too few") })
        #expect(outcome.files.contains("accuracy.csv"))
    }

    @Test("samples of two years judge a year each, and stocks of both are by their own sample")
    func samplesOfTwoYears() async throws {
        let scratch = try Scratch()
        for (year, wrong) in [(2015, 10), (2020, 4)] {
            var lines = "map,reference\n"
            for unit in 0..<20 { lines += "21,\(unit < wrong ? 32 : 21)\n" }
            for map in [12, 22, 32, 42, 64] {
                lines += String(repeating: "\(map),\(map)\n", count: 20)
            }
            try scratch.write(lines, to: "s\(year).csv")
        }
        let carbon = "[carbon]\nmethods = [\"stock\"]\ndraws = 0\n"
        let samples = [2015, 2020].map {
            "[[accuracy]]\nsamples = \"s\($0).csv\"\nyear = \($0)\n"
        }
        func area(_ outcome: SurveyRun.Outcome, _ year: Int) throws -> Double {
            try #require(try result(outcome, "forest_area", year: year).value)
        }
        let counted = try await survey(scratch, polygons: false)
        let both = try await survey(
            scratch, polygons: false, more: carbon + samples.joined())
        let only = try await survey(scratch, polygons: false, more: carbon + samples[1])
        // One pixel of forest and one of shrub in 2015, two of forest in 2020 and one of shrub.
        #expect(isNear(try area(both, 2015) / (try area(counted, 2015)), 0.75, within: 1e-3))
        #expect(isNear(try area(both, 2020) / (try area(counted, 2020)), 2.6 / 3, within: 1e-3))
        #expect(try area(both, 2020) == area(only, 2020))
        #expect(try area(only, 2015) == area(counted, 2015))
        #expect(
            try result(both, "forest_area", year: 2015).uncertainty.included.contains(.mapSample))
        #expect(both.notes.count { $0.contains("accuracy sample s20") } == 2)
        let table = try String(contentsOfFile: scratch.file("out/accuracy.csv"), encoding: .utf8)
        #expect(table.hasPrefix("year,class,") && table.contains("\r\n2020,"))
    }

    @Test(
        "a sample whose strata are not the map's classes is estimated by its own strata",
        arguments: [true, false])
    func ownStrata(bySizes: Bool) async throws {
        let scratch = try Scratch()
        var lines = "map,reference,stratum,weight\n"
        for (stratum, weight, forest) in [("near", 3, 8), ("far", 2, 2)] {
            for unit in 0..<20 {
                lines += "21,\(unit < forest ? 21 : 32),\(stratum),\(bySizes ? 1 : weight)\n"
            }
        }
        try scratch.write(lines, to: "samples.csv")
        try scratch.write("stratum,size\nnear,60\nfar,40\n", to: "strata.csv")
        let outcome = try await survey(
            scratch, polygons: false,
            more: """
                [accuracy]
                samples = "samples.csv"
                \(bySizes ? "strata = \"strata.csv\"" : "")
                """)
        // 0.6 · 0.4 + 0.4 · 0.1, and Stehman's variance with its finite population correction.
        let coverage = try result(outcome, "forest_coverage")
        #expect(isNear(coverage.value, 0.28, within: 1e-6))
        let deviation = (0.36 * 2 / 3 * 0.24 / 19 + 0.16 * 0.5 * 0.09 / 19).squareRoot()
        let reach = (coverage.bounds?.upper ?? 0) - 0.28
        #expect((1...1.5).contains(reach / (1.96 * deviation)))
    }

    @Test("an interval of no width is told for what it is")
    func flawless() async throws {
        let scratch = try Scratch()
        var lines = "map,reference\n"
        for code in Set(late).sorted() {
            for unit in 0..<20 { lines += "\(code),\(code == 21 && unit < 4 ? 32 : code)\n" }
        }
        try scratch.write(lines, to: "samples.csv")
        let outcome = try await survey(
            scratch, polygons: false, more: "[accuracy]\nsamples = \"samples.csv\"")
        let note = try #require(outcome.notes.first { $0.contains("found wrong in") })
        #expect(note.contains("12, 22, 32, 42, 64") && note.contains("15.0%"))
    }

    @Test("unknown zones, animals without a unit and percentages for fractions are refused")
    func refusals() async throws {
        let scratch = try Scratch()
        try scratch.write("zone,area_ha,survival\nnowhere,1,0.9\n", to: "a.csv")
        await #expect(throws: DataFileError.self) {
            try await survey(
                scratch, polygons: false, more: "[afforestation]\nfile = \"a.csv\"")
        }
        try scratch.write("zone,area_ha,survival\nw,1,90\n", to: "b.csv")
        let percent = await #expect(throws: DataFileError.self) {
            try await survey(
                scratch, polygons: false, more: "[afforestation]\nfile = \"b.csv\"")
        }
        #expect("\(try #require(percent))".contains("b.csv:2: has 90 in column 'survival'"))
        try scratch.write("zone,area_ha,survival\nw,-1,0.9\n", to: "c.csv")
        await #expect(throws: DataFileError.self) {
            try await survey(
                scratch, polygons: false, more: "[afforestation]\nfile = \"c.csv\"")
        }
    }

    @Test(
        "an eroded area of nothing, or less than what was treated of it, is refused",
        arguments: [("baseline_km2 = 0", "is 0"), ("earlier_km2 = 11", "more than all")])
    func erodedArea(line: String, word: String) async throws {
        let scratch = try Scratch()
        try scratch.rectangles(
            "measures.gpkg", layer: "m", fields: [Field("year", .integer)],
            [(109, 39.08, 109.01, 39.09, [.integer(2018)])])
        let base = line.hasPrefix("baseline") ? "" : "baseline_km2 = 10\n"
        let fault = await #expect(throws: (any Error).self) {
            try await survey(
                scratch, polygons: false,
                more: "[erosion]\nmeasures = \"measures.gpkg\"\nsince = 2016\n\(base)\(line)")
        }
        #expect("\(try #require(fault))".contains(word))
    }

    @Test("a result by another definition than the target's says so")
    func otherDefinition() async throws {
        let scratch = try Scratch()
        func notes(_ variant: String) async throws -> [String] {
            let outcome = try await survey(
                scratch, polygons: false,
                targets: """
                    document = "d"
                    title = "t"
                    year = 2020
                    [[target]]
                    indicator = "forest_coverage"
                    variant = "\(variant)"
                    value = 33
                    unit = "percent"
                    """)
            let city = try #require(
                outcome.assessments.last {
                    $0.result.indicator == "forest_coverage" && $0.result.zone == "all"
                })
            if variant != "official" { #expect(city.verdict?.kind == .indicative) }
            return city.reasons.map(\.en)
        }
        let other = try await notes("no_special_shrub")
        #expect(other.contains { $0.contains("read as 'without special shrub'") })
        let same = try await notes("official")
        #expect(!same.contains { $0.contains("read as") })
        let unknown = await #expect(throws: (any Error).self) { try await notes("offical") }
        #expect("\(try #require(unknown))".contains("it has official"))
    }
}
