// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Ecology
import Foundation
import GDAL
import Survey
import Testing
import Words
import Zonal

/// One raster year over one zone of 4 × 2 pixels of 0.01°, with other data beside it.
@Suite("Stands, plots, parcels and patches of a survey")
struct IndicatorDataTests {
    /// CNLUCC: 12 farmland, 21 forest, 23 open forest, 32 grassland, 42 lake, 64 marsh.
    private let land: [UInt8] = [21, 21, 23, 12, 32, 32, 42, 64]

    private func size(_ w: Double, _ s: Double, _ e: Double, _ n: Double) throws -> Double {
        PolygonArea(in: try CRS("EPSG:4490")).squareMetres(of: rectangle(w, s, e, n).polygons)
    }

    private func survey(
        _ scratch: Scratch, head: String = "", year: String = "", more: String = ""
    ) async throws -> SurveyRun.Outcome {
        try scratch.raster("lc.tif", width: 4, land)
        try scratch.rectangles(
            "zones.gpkg", layer: "zones", fields: [Field("id", .text)],
            [(109, 39.08, 109.04, 39.1, [.text("w")])])
        return try await scratch.survey(
            """
            output = "out"
            rain = { w = 300 }
            zones = { file = "zones.gpkg", id = "id" }
            landcover = { scheme = "cnlucc" }
            \(head)
            [[year]]
            year = 2020
            landcover = "lc.tif"
            \(year)
            \(more)
            """)
    }

    private func result(
        _ outcome: SurveyRun.Outcome, _ indicator: String, zone: String = "all"
    ) throws -> IndicatorResult {
        try outcome.result(indicator, zone: zone)
    }

    @Test("a survey of pixels above 1 km² says what they cannot show; one of finer pixels does not")
    func coarsePixels() async throws {
        let scratch = try Scratch()
        try scratch.twoZones()
        func notes(_ size: Double) async throws -> [String] {
            try scratch.raster(
                "coarse.tif", width: 4, pixelSize: size, [UInt8](repeating: 32, count: 16))
            return try await scratch.survey(
                """
                output = "out"
                zones = { file = "zones.gpkg", id = "id" }
                landcover = { scheme = "cnlucc" }
                [[year]]
                year = 2020
                landcover = "coarse.tif"
                """
            ).notes.filter { $0.contains("mixes kinds of land") }
        }
        let coarse = try await notes(0.02)
        #expect(coarse.count == 1 && coarse[0].hasPrefix("2020: a pixel is some 4 km²"))
        #expect(try await notes(0.01).isEmpty)
    }

    // MARK: Standing volume

    @Test("stands give area times m³/ha, open stands and trees outside counted beside")
    func stands() async throws {
        let scratch = try Scratch()
        // Half of the second stand lies outside the zone.
        try scratch.rectangles(
            "stands.gpkg", layer: "s", fields: [Field("v", .real), Field("kind", .text)],
            [
                (109, 39.09, 109.01, 39.1, [.real(30), .text("乔木林")]),
                (109.01, 39.09, 109.02, 39.11, [.real(8), .text("疏林")]),
            ])
        let outcome = try await survey(
            scratch,
            year:
                "stands = { file = \"stands.gpkg\", volume_field = \"v\", kind_field = \"kind\" }",
            more: """
                [volume]
                scattered_m3 = 5000
                beside_fields_m3 = 1600
                sampling_error = 0.1
                """)
        let volume = try result(outcome, "standing_volume")
        let stands =
            try size(109, 39.09, 109.01, 39.1) * 30 + size(109.01, 39.09, 109.02, 39.1) * 8
        #expect(isNear(volume.value, stands / 10_000 + 6600, within: 1e-9))
        #expect(volume.variant == "stands")
        #expect(isNear(volume.bounds?.upper, (stands / 10_000 + 6600) * 1.1, within: 1e-9))
    }

    @Test("class means are one way, and the survey file chooses between ways")
    func classMeans() async throws {
        let scratch = try Scratch()
        try scratch.raster("v.tif", width: 4, [40, 40, 0, 0, 0, 0, 0, 0] as [Float])
        let means = "class_means = { 21 = 30, 23 = 8 }"
        let trees = try size(109, 39.09, 109.02, 39.1) / 10_000
        let open = try size(109.02, 39.09, 109.03, 39.1) / 10_000
        let byRaster = try result(
            try await survey(
                scratch, year: "volume = \"v.tif\"", more: "[volume]\n\(means)"),
            "standing_volume")
        #expect(byRaster.variant == "raster")
        #expect(isNear(byRaster.value, trees * 40, within: 1e-6))
        let byClass = try result(
            try await survey(
                scratch, year: "volume = \"v.tif\"",
                more: "[volume]\nmethod = \"class_means\"\n\(means)"), "standing_volume")
        #expect(byClass.variant == "class_means")
        #expect(isNear(byClass.value, trees * 30 + open * 8, within: 1e-6))
    }

    @Test("a stand with a volume below 0 is refused by its number")
    func negativeStand() async throws {
        let scratch = try Scratch()
        try scratch.rectangles(
            "stands.gpkg", layer: "s", fields: [Field("v", .real)],
            [(109, 39.09, 109.01, 39.1, [.real(-3)])])
        let fault = await #expect(throws: SurveyError.self) {
            try await survey(
                scratch, year: "stands = { file = \"stands.gpkg\", volume_field = \"v\" }")
        }
        #expect("\(String(describing: fault))".contains("stand 1"))
    }

    // MARK: Afforestation

    @Test("polygons give their own areas, and plots the survival of each parcel")
    func afforestation() async throws {
        let scratch = try Scratch()
        try scratch.rectangles(
            "trees.gpkg", layer: "t", fields: [Field("parcel", .text)],
            [
                (109, 39.08, 109.01, 39.09, [.text("a")]),
                (109.01, 39.08, 109.03, 39.09, [.text("b")]),
                (109.03, 39.08, 109.05, 39.09, [.text("c")]),
            ])
        // a: 150 of 200 alive; b: 60 of 100; c: 95 of 100, half of it outside the zone.
        try scratch.write(
            "parcel,planted,alive\na,100,80\na,100,70\nb,100,60\nc,100,95\n", to: "plots.csv")
        let outcome = try await survey(
            scratch, more: "[afforestation]\nfile = \"trees.gpkg\"\nplots = \"plots.csv\"\n")
        let pass = try result(outcome, "afforestation_pass")
        #expect(isNear(pass.value, 0.5, within: 1e-6))
        #expect(pass.bounds == nil)
    }

    @Test("sampled parcels give a ratio estimate with its interval")
    func sampledParcels() async throws {
        let scratch = try Scratch()
        try scratch.write(
            """
            zone,area_ha,survival,weight
            w,4,0.9,2
            w,2,0.5,2
            w,3,0.8,2
            w,1,0.6,2

            """, to: "trees.csv")
        let outcome = try await survey(scratch, more: "[afforestation]\nfile = \"trees.csv\"\n")
        let pass = try result(outcome, "afforestation_pass")
        #expect(isNear(pass.value, 0.7, within: 1e-12))
        // Residuals y − 0.7x are 1.2, −1.4, 0.9 and −0.7; half of eight parcels were seen.
        let squares = 1.44 + 1.96 + 0.81 + 0.49
        let error = (64 * 0.5 * squares / 3 / 4).squareRoot() / 20
        #expect(isNear(pass.bounds?.upper, min(1, 0.7 + 1.96 * error), within: 1e-9))
        #expect(isNear(pass.bounds?.lower, 0.7 - 1.96 * error, within: 1e-9))
    }

    // MARK: Wetland

    @Test("patches of wetland below the minimum are left out, whatever class they are of")
    func patches() async throws {
        let scratch = try Scratch()
        let whole = try size(109.02, 39.08, 109.04, 39.09)
        let outcome = try await survey(
            scratch, more: "[wetland]\nminimum_patch_ha = \(whole / 10_000 + 1)\n")
        let filtered = try result(outcome, "wetland_area")
        #expect(filtered.value == 0)
        #expect(filtered.notes.contains { $0.en.contains("left out") })
        // Lake and marsh hang together: each alone is too small, both are not.
        let kept = try result(
            try await survey(
                scratch, more: "[wetland]\nminimum_patch_ha = \(whole / 10_000 - 1)\n"),
            "wetland_area")
        #expect(isNear(kept.value, whole, within: 1e-6))
    }

    @Test("polygons that touch along a side are one patch of wetland, across classes")
    func parcelPatches() async throws {
        let scratch = try Scratch()
        try scratch.rectangles(
            "p.gpkg", fields: [Field("DLBM", .text)],
            [
                (109, 39.08, 109.02, 39.1, [.text("0401")]),
                (109.02, 39.08, 109.03, 39.1, [.text("1102")]),
                (109.03, 39.08, 109.035, 39.1, [.text("1106")]),
                (109.035, 39.08, 109.04, 39.09, [.text("0401")]),
                (109.035, 39.09, 109.04, 39.1, [.text("0301")]),
            ])
        let lake = try size(109.02, 39.08, 109.03, 39.1)
        let both = try size(109.02, 39.08, 109.035, 39.1)
        for (limit, area) in [(lake + 1, both), (both + 1, 0)] {
            _ = try await survey(scratch)
            let text = try String(contentsOfFile: scratch.file("survey.toml"), encoding: .utf8)
            try scratch.write(
                text.replacing("landcover = \"lc.tif\"", with: "parcels = { file = \"p.gpkg\" }")
                    + "[wetland]\nminimum_patch_ha = \(limit / 10_000)\n", to: "survey.toml")
            var run = SurveyRun(try SurveyFile(readingFrom: scratch.file("survey.toml")))
            run.overwrite = true
            run.drawsMaps = false
            run.language = .en
            let found = try result(try await run.run(), "wetland_area")
            #expect(abs((found.value ?? -1) - area) < 1e-3)
        }
    }

    // MARK: Grassland

    @Test("types are weighed by stated areas, cover from remote sensing or from plots")
    func grassland() async throws {
        let scratch = try Scratch()
        try scratch.raster("types.tif", width: 4, [0, 0, 0, 0, 1, 2, 0, 0] as [UInt8])
        try scratch.raster("fvc.tif", width: 4, [0, 0, 0, 0, 0.6, 0.3, 0, 0] as [Float])
        try scratch.write(
            "zone,type,area_ha\nw,1,3000\nw,2,5000\n", to: "areas.csv")
        try scratch.write(
            "type,cover\n1,0.60\n1,0.64\n1,0.62\n2,0.40\n2,0.42\n", to: "plots.csv")
        let table = """
            [grassland]
            types = "types.tif"
            areas = "areas.csv"
            plots = "plots.csv"

            """
        let byType = try result(
            try await survey(
                scratch, head: "variants = { grassland = \"fvc_by_type\" }",
                year: "cover = \"fvc.tif\"", more: table), "grassland_cover")
        #expect(isNear(byType.value, (0.6 * 3000 + 0.3 * 5000) / 8000, within: 1e-6))
        if case .indicative = byType.status {} else { Issue.record("\(byType.status)") }
        let onPlots = try result(
            try await survey(
                scratch, head: "variants = { grassland = \"plots\" }",
                year: "cover = \"fvc.tif\"", more: table), "grassland_cover")
        #expect(isNear(onPlots.value, (0.62 * 3000 + 0.41 * 5000) / 8000, within: 1e-12))
        #expect(onPlots.status == .official)
        // s²/n of the plots: 0.0004/3 and 0.0001.
        let error = (0.0004 * 3 + 0.0001 * 25).squareRoot() / 8
        let upper = try #require(onPlots.bounds?.upper)
        // scipy.stats.t.ppf(0.975, 0.37² / (0.12²/2 + 0.25²))
        #expect(abs(upper - (onPlots.value ?? 0) - 4.3788325816779246 * error) < 1e-9)
    }

    @Test("a calibration on plots moves the proxy and widens its interval")
    func calibration() async throws {
        let scratch = try Scratch()
        try scratch.raster(
            "fvc.tif", width: 4, [0.2, 0.4, 0.6, 0.8, 0.5, 0.5, 0, 0] as [Float])
        // cover = 0.1 + 0.5·FVC, exactly.
        try scratch.write(
            """
            type,cover,lon,lat
            1,0.2,109.005,39.095
            1,0.3,109.015,39.095
            1,0.4,109.025,39.095
            1,0.5,109.035,39.095
            1,0.9,120,39.095

            """, to: "plots.csv")
        let outcome = try await survey(
            scratch, year: "cover = \"fvc.tif\"",
            more: "[grassland]\nplots = \"plots.csv\"\ncalibrate = true\n")
        let cover = try result(outcome, "grassland_cover")
        #expect(isNear(cover.value, 0.35, within: 1e-6))
        #expect(cover.notes.contains { $0.en.contains("calibrated on 4 plots") })
    }

    @Test(
        "what a variant needs is asked for by the survey file's line",
        arguments: [
            ("variants = { grassland = \"plots\" }", "needs plots"),
            ("variants = { grassland = \"fvc_by_type\" }", "needs a map of types"),
            ("variants = { desert = \"ledger\" }", "needs a ledger"),
            ("wetland = { minimum_patch_ha = -1 }", "cannot be below 0"),
            ("vegetation = { by = \"class\" }", "percentiles"),
            ("volume = { class_means = { 21 = -1 } }", "cannot be below 0"),
            ("grassland = { calibrate = true }", "needs plots"),
        ])
    func faults(head: String, says: String) async throws {
        let scratch = try Scratch()
        let fault = await #expect(throws: (any Error).self) {
            try await survey(scratch, head: head)
        }
        let text = "\(String(describing: fault))"
        #expect(text.contains(says) && text.contains("survey.toml:5"), "\(text)")
    }

    // MARK: End members

    @Test("end members by class, from the NDVI of both years, make the same cover of the same NDVI")
    func membersByClass() async throws {
        let scratch = try Scratch()
        let width = 60
        // Left half grassland, right half forest; NDVI runs over 0.1–0.5 and over 0.3–0.9.
        var codes: [UInt8] = []
        var ndvi: [Float] = []
        for row in 0..<10 {
            for column in 0..<width {
                let isForest = column >= width / 2
                codes.append(isForest ? 21 : 32)
                let step = Float(row * 30 + column % 30) / 299
                ndvi.append(isForest ? 0.3 + 0.6 * step : 0.1 + 0.4 * step)
            }
        }
        try scratch.raster("l.tif", width: width, pixelSize: 0.001, codes)
        try scratch.raster("n.tif", width: width, pixelSize: 0.001, ndvi)
        try scratch.rectangles(
            "zones.gpkg", layer: "zones", fields: [Field("id", .text)],
            [(109, 39.09, 109.06, 39.1, [.text("w")])])
        let file = try scratch.write(
            """
            output = "out"
            zones = { file = "zones.gpkg", id = "id" }
            landcover = { scheme = "cnlucc" }
            vegetation = { by = "category", percentiles = [0, 100] }
            [[year]]
            year = 2015
            landcover = "l.tif"
            ndvi = "n.tif"
            [[year]]
            year = 2020
            landcover = "l.tif"
            ndvi = "n.tif"
            """, to: "survey.toml")
        var run = SurveyRun(try SurveyFile(readingFrom: file))
        run.drawsMaps = false
        let outcome = try await run.run()
        for year in [2015, 2020] {
            let cover = try #require(
                outcome.assessments.first {
                    $0.result.indicator == "grassland_cover" && $0.result.year == year
                        && $0.result.zone == "all"
                }?.result.value)
            #expect(abs(cover - 0.5) < 1e-4)
        }
        let table = try String(
            contentsOfFile: scratch.file("out/end_members.csv"), encoding: .utf8)
        #expect(table.contains("forest,0.3,0.9,600,"))
        #expect(table.contains("grassland,0.1,0.5,600,"))
    }
}
