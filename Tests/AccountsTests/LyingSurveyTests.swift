// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import GDAL
import Foundation
import Survey
import Testing

/// Surveys that would be judged, but for one flaw: none may then be met or missed.
///
/// Zone `w` has a target far above its figure, `e` and the whole one far below, so that both verdicts
/// are tried at once. What has no flaw is judged, which the controls hold.
@Suite("Surveys with one flaw, and what they may not say")
struct LyingSurveyTests {
    /// The verdicts on an indicator in 2020, by zone.
    private func verdicts(_ test: SurveyCase) async throws -> [String: Verdict.Kind] {
        let scratch = try Scratch()
        try scratch.rectangles(
            "zones.gpkg", layer: "zones", fields: [Field("id", .text), Field("name", .text)],
            [
                (109, 39.08, 109.01, 39.1, [.text("w"), .text("西旗")]),
                (109.01, 39.08, 109.02, 39.1, [.text("e"), .text("东旗")]),
            ])
        var recipe = SurveyRecipe(scratch: scratch)
        try recipe.writeLand("lc_2020.tif")
        try test.make(&recipe)
        let outcome = try await scratch.survey(try recipe.text(test.indicator))
        var verdicts: [String: Verdict.Kind] = [:]
        for assessment in outcome.assessments
        where assessment.result.indicator == test.indicator && assessment.result.year == 2020 {
            verdicts[assessment.result.zone] = assessment.verdict?.kind
        }
        return verdicts
    }

    @Test("what has no flaw is judged", arguments: LyingSurveys.controls)
    func controls(_ test: SurveyCase) async throws {
        let verdicts = try await verdicts(test)
        let wanted: [String: Verdict.Kind] = ["all": .met, "w": .missed, "e": .met]
        #expect(
            verdicts.filter { test.sound.contains($0.key) }
                == wanted.filter { test.sound.contains($0.key) })
    }

    @Test("one flaw, and nothing is met or missed", arguments: LyingSurveys.flaws)
    func flaws(_ test: SurveyCase) async throws {
        let verdicts = try await verdicts(test)
        #expect(!verdicts.isEmpty)
        for (zone, kind) in verdicts where !test.sound.contains(zone) {
            #expect(kind != .met && kind != .missed, "\(zone): \(kind)")
        }
    }
}

/// A survey with one flaw, or none.
struct SurveyCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let indicator: String
    /// Which target is wanted of a number that is nearly nothing, or very large.
    /// Zones that are judged all the same: those that the flaw does not touch.
    let sound: Set<String>
    let make: @Sendable (inout SurveyRecipe) throws -> Void

    init(
        _ name: String, _ indicator: String, sound: Set<String> = [],
        _ make: @escaping @Sendable (inout SurveyRecipe) throws -> Void
    ) {
        testDescription = name
        self.indicator = indicator
        self.sound = sound
        self.make = make
    }
}

/// A survey in the making: 40 × 40 pixels of some 50 m in two zones.
struct SurveyRecipe {
    let scratch: Scratch
    var header = ["rain = { w = 300, e = 300 }"]
    var scheme = "cnlucc"
    var land = "landcover = \"lc_2020.tif\""
    var year: [String] = []
    var early: [String]?
    var tables: [String] = []
    /// Keys of the target.
    var target: [String] = []
    /// The lower target, where another is wanted than next to nothing.
    var low: Double?
    /// The year that the targets are for.
    var due = 2020

    static let side = 40
    static let pixel = 0.0005
    /// From the north: tree forest, grassland, cropland, shrub, marsh, sand; in rows.
    static let bands = [(21, 16), (32, 12), (12, 4), (22, 2), (64, 2), (61, 4)]
    static let parcelCodes = [
        21: "0301", 32: "0401", 12: "0103", 22: "0305", 64: "1106", 61: "1205",
    ]

    /// Writes land cover; `holes` are rows from the north that hold another code.
    func writeLand(_ name: String, holes: [Int: UInt8] = [:], pixel: Double = Self.pixel) throws {
        let rows = Self.bands.flatMap { [UInt8](repeating: UInt8($0.0), count: $0.1) }
        let step = Int((pixel / Self.pixel).rounded())
        let side = Self.side / step
        let pixels = (0..<side).flatMap { row in
            [UInt8](repeating: holes[row * step] ?? rows[row * step], count: side)
        }
        try scratch.raster(name, width: side, pixelSize: pixel, noData: 255, pixels)
    }

    /// Writes a raster of numbers by row.
    func writeNumbers(_ name: String, _ number: (_ code: Int, _ row: Int) -> Float) throws {
        let rows = Self.bands.flatMap { [Int](repeating: $0.0, count: $0.1) }
        let pixels = rows.enumerated().flatMap { row, code in
            [Float](repeating: number(code, row), count: Self.side)
        }
        try scratch.raster(
            name, width: Self.side, pixelSize: Self.pixel, noData: -1, pixels)
    }

    /// Writes each zone's share of every band as a parcel; without those of `missing`.
    func writeParcels(missing: Set<Int> = []) throws {
        var rows: [(Double, Double, Double, Double, [FieldValue])] = []
        var top = 39.1
        for (code, count) in Self.bands {
            let bottom = top - Double(count) * Self.pixel
            for west in [109, 109.01] where !missing.contains(code) {
                let name = Self.parcelCodes[code] ?? ""
                rows.append(
                    (
                        west, bottom, west + 0.01, top,
                        [.text(name), .real(45), .text("乔木林"), .real(0.1)]
                    ))
            }
            top = bottom
        }
        try scratch.rectangles(
            "DLTB.gpkg",
            fields: [
                Field("DLBM", .text), Field("m3", .real), Field("kind", .text),
                Field("KCXS", .real),
            ], rows)
    }

    /// Writes `units` sampled units of each class, of which `wrong` of the forest are grassland.
    mutating func sample(_ units: Int, wrong: Int = 0, keys: String = "") throws {
        var lines = "map,reference,zone\n"
        for zone in ["w", "e"] {
            for (code, _) in Self.bands {
                for unit in 0..<units {
                    lines += "\(code),\(code == 21 && unit < wrong ? 32 : code),\(zone)\n"
                }
            }
        }
        try scratch.write(lines, to: "samples.csv")
        tables.append("[accuracy]\nsamples = \"samples.csv\"\n\(keys)")
    }

    mutating func officialParcels(_ keys: String = "official = \"自然资发〔2021〕1号\"") throws {
        try writeParcels()
        land = "parcels = { file = \"DLTB.gpkg\"\(keys.isEmpty ? "" : ", \(keys)") }"
    }

    func text(_ indicator: String) throws -> String {
        let amount = ["standing_volume", "wetland_area", "cropland", "forest_area"]
        let isAmount = amount.contains(indicator)
        let unit =
            isAmount ? indicator == "standing_volume" ? "wan_m3" : "km2" : "percent"
        let (low, high) =
            switch indicator {
            case "standing_volume": (0.011, 3.0)
            case _ where isAmount: (0.07, 1.8)
            case "afforestation_pass": (1.0, 99.9)
            default: (1.0, 99.0)
            }
        try scratch.write(
            """
            document = "d"
            title = "t"
            year = \(due)
            [[target]]
            indicator = "\(indicator)"
            value = \(self.low ?? low)
            unit = "\(unit)"
            \(target.joined(separator: "\n"))
            [[target.zone]]
            id = "w"
            value = \(high)
            [[target.zone]]
            id = "e"
            value = \(self.low ?? low)
            """, to: "targets.toml")
        var lines = ["output = \"out\"", "targets = \"targets.toml\""] + header
        lines.append("zones = { file = \"zones.gpkg\", id = \"id\", name = \"name\" }")
        if !scheme.isEmpty { lines.append("landcover = { scheme = \"\(scheme)\" }") }
        lines += tables
        if let early { lines += ["[[year]]", "year = 2015"] + early }
        lines += ["[[year]]", "year = 2020", land] + year
        return lines.joined(separator: "\n")
    }
}
