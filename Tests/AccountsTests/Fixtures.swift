// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import CarbonAccounts
import Ecology
import Foundation
import GDAL
import PlaneGeometry
import Survey
import Testing
import Words
import Zonal

/// A folder of made-up files that goes away with the test.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "steppe-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes text.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try text.write(toFile: file(name), atomically: true, encoding: .utf8)
        return file(name)
    }

    /// Writes a raster on CGCS2000, its upper left corner at 109° E, 39.1° N.
    @discardableResult
    func raster<Value: Pixel>(
        _ name: String, width: Int, pixelSize: Double = 0.01, left: Double = 109,
        top: Double = 39.1, noData: Double? = nil, _ pixels: [Value]
    ) throws -> String {
        guard let transform = GeoTransform(left: left, top: top, pixelSize: pixelSize) else {
            throw CocoaError(.featureUnsupported)
        }
        let height = pixels.count / width
        let plan = RasterPlan(
            width: width, height: height, dataType: Value.dataType, transform: transform,
            crs: try CRS("EPSG:4490"), noData: noData)
        let dataset = try Dataset(creating: file(name), as: plan)
        try dataset.write(
            Window(column: 0, row: 0, width: width, height: height), from: pixels.span)
        try dataset.close()
        return file(name)
    }

    /// Writes rectangles, each with its values, on CGCS2000.
    @discardableResult
    func rectangles(
        _ name: String, driver: String = "GPKG", layer: String = "DLTB", fields: [Field],
        _ rows: [(west: Double, south: Double, east: Double, north: Double, values: [FieldValue])]
    ) throws -> String {
        let writer = try VectorWriter(creating: file(name), driver: driver)
        try writer.add(
            layer: layer, shape: .polygon, crs: try CRS("EPSG:4490"), fields: fields,
            rows: rows.map { ($0.values, rectangle($0.west, $0.south, $0.east, $0.north)) })
        try writer.close()
        return file(name)
    }

    /// Writes two zones of 2 × 2 pixels of ``raster(_:width:pixelSize:left:top:noData:_:)``, as
    /// `zones.gpkg`: `w` and, east of it, `e`.
    func twoZones() throws {
        try rectangles(
            "zones.gpkg", layer: "zones", fields: [Field("id", .text), Field("name", .text)],
            [
                (109, 39.08, 109.02, 39.1, [.text("w"), .text("西旗")]),
                (109.02, 39.08, 109.04, 39.1, [.text("e"), .text("东旗")]),
            ])
    }

    /// Writes ``twoZones()``, and land cover of 2015 and 2020 on them that is the same.
    func twoZonesInTwoYears() throws {
        try twoZones()
        for year in [2015, 2020] {
            try raster(
                "lc_\(year).tif", width: 4, [UInt8](arrayLiteral: 12, 21, 22, 32, 42, 64, 32, 32))
        }
    }

    /// The text of a survey of ``twoZonesInTwoYears()``.
    static let twoYears = """
        rain = { w = 300, e = 300 }
        zones = { file = "zones.gpkg", id = "id", name = "name" }
        landcover = { scheme = "cnlucc" }
        [[year]]
        year = 2015
        landcover = "lc_2015.tif"
        [[year]]
        year = 2020
        landcover = "lc_2020.tif"

        """

    /// Writes a parcel for each pixel of a raster with 0.01° pixels.
    @discardableResult
    func parcels(
        _ name: String, width: Int = 4, fields: [Field] = [Field("DLBM", .text)],
        _ values: [[FieldValue]]
    ) throws -> String {
        try rectangles(
            name, fields: fields,
            values.enumerated().map { index, values in
                let west = 109 + Double(index % width) * 0.01
                let north = 39.1 - Double(index / width) * 0.01
                return (west, north - 0.01, west + 0.01, north, values)
            })
    }

    /// A run of a survey file of this text, in English and without drawings.
    func run(of text: String, to output: String = "out") throws -> SurveyRun {
        var survey = try SurveyFile(readingFrom: write(text, to: "survey.toml"))
        survey.output = file(output)
        var run = SurveyRun(survey)
        run.overwrite = true
        run.drawsMaps = false
        run.language = .en
        return run
    }

    /// Runs a survey file of this text, into `out`, without drawings unless they are asked for.
    func survey(
        _ text: String, drawing: Bool = false, to output: String? = nil, store: TallyStore? = nil
    ) async throws -> SurveyRun.Outcome {
        var survey = try SurveyFile(readingFrom: write(text, to: "survey.toml"))
        if let output { survey.output = file(output) }
        var run = SurveyRun(survey)
        run.store = store
        run.overwrite = true
        run.drawsMaps = drawing
        run.drawsAtlas = drawing
        run.dpi = 75
        run.language = .en
        return try await run.run()
    }

    /// The text of a survey of 2020 alone: eight pixels of land in ``twoZones()``, and these tables.
    func oneYear(with tables: String = "") throws -> String {
        try raster("lc.tif", width: 4, [12, 21, 21, 32, 42, 64, 32, 32] as [UInt8])
        try twoZones()
        return """
            output = "out"
            rain = { w = 300, e = 300 }
            zones = { file = "zones.gpkg", id = "id", name = "name" }
            landcover = { scheme = "cnlucc" }
            [[year]]
            year = 2020
            landcover = "lc.tif"
            \(tables)
            """
    }

    /// Runs a survey of ``oneYear(with:)``.
    func survey(ofOneYearWith tables: String) async throws -> SurveyRun.Outcome {
        try await survey(oneYear(with: tables))
    }

    /// Writes `targets.toml`: so many percent of forest coverage for the city in 2020.
    func writePlan(forestCoverage percent: String) throws {
        try write(
            """
            city = "city"
            title = "Plan"
            document = "2018/90"
            year = 2020
            [[target]]
            indicator = "forest_coverage"
            value = \(percent)
            unit = "percent"
            """, to: "targets.toml")
    }

    /// The rows of a table of the survey in `out`, by column.
    func rows(of table: String) throws -> [[String: String]] {
        rowsByColumn(try String(contentsOfFile: file("out/\(table).csv"), encoding: .utf8))
    }

    /// Runs one of GDAL's own programs.
    func run(_ program: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// How many pixels of a picture have a colour.
    func pixels(_ picture: String, of color: (UInt8, UInt8, UInt8)) throws -> Int {
        let copy = file("picture.tif")
        guard try run("gdal_translate", ["-q", file(picture), copy]) == 0 else {
            throw CocoaError(.fileReadCorruptFile)
        }
        let dataset = try Dataset(opening: copy)
        let (width, height) = (dataset.info.width, dataset.info.height)
        let bands = try (1...3).map { band in
            var pixels = [UInt8](repeating: 0, count: width * height)
            var span = pixels.mutableSpan
            try dataset.read(
                Window(column: 0, row: 0, width: width, height: height), ofBand: band, into: &span)
            return pixels
        }
        return (0..<width * height).count {
            bands[0][$0] == color.0 && bands[1][$0] == color.1 && bands[2][$0] == color.2
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

func rectangle(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Geometry {
    Geometry([
        Polygon(rings: [
            [
                Point(x: west, y: south), Point(x: east, y: south), Point(x: east, y: north),
                Point(x: west, y: north), Point(x: west, y: south),
            ]
        ])
    ])
}

func isNear(_ a: Double?, _ b: Double, within relative: Double = 1e-9) -> Bool {
    guard let a else { return false }
    return abs(a - b) <= relative * max(abs(a), abs(b))
}

extension SurveyRun.Outcome {
    /// A result by its indicator, zone and year; of any year where none is named.
    func result(
        _ indicator: String, zone: String = "all", year: Int? = nil
    ) throws -> IndicatorResult {
        try #require(
            assessments.first {
                $0.result.indicator == indicator && $0.result.zone == zone
                    && (year == nil || $0.result.year == year)
            }?.result, "\(indicator) of \(zone)")
    }
}

/// The rows of a CSV without quoted cells, by column.
func rowsByColumn(_ csv: String) -> [[String: String]] {
    let lines = csv.split(separator: "\r\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map {
        Dictionary(zip(lines[0], $0), uniquingKeysWith: { first, _ in first })
    }
}

extension SurveyRun.Outcome {
    /// Every carbon account of the run.
    var carbon: [CarbonFinding] { families[CarbonFamily.self]?.findings ?? [] }
}
