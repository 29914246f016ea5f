// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import DataFiles
import Ecology
import Foundation
import GDAL
import Indicators
import LandCover
import PlaneGeometry
import Reporting
import Support
import Tables
import Testing
import Zonal

@testable import Survey

/// Polygons and rasters of what changed between two years, against the tables of the same change.
@Suite("layers of change")
struct ChangeLayerTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private let place = GeoTransform(left: 109, top: 40, pixelSize: 0.01)

    /// WorldCover's codes: 10 trees, 30 grass, 60 bare, 50 built.
    private func years() throws -> (before: String, after: String) {
        let before: [[UInt8]] = [[60, 60, 60, 10], [60, 60, 30, 10], [60, 30, 30, 0]]
        let after: [[UInt8]] = [[60, 30, 30, 10], [60, 60, 50, 50], [10, 60, 30, 30]]
        return (
            try scratch.raster("before.tif", before, at: place, noData: 0),
            try scratch.raster("after.tif", after, at: place, noData: 0)
        )
    }

    private func areas(_ file: String, by field: String) throws -> [String: Double] {
        let source = try VectorSource(opening: file)
        let info = try source.layer()
        let key = try #require(info.index(ofField: field))
        let area = try #require(info.index(ofField: "area_m2"))
        var sums: [String: Double] = [:]
        try source.forEachFeature { feature in
            sums[feature.values[key].text ?? "", default: 0] += feature.values[area].number ?? 0
        }
        return sums
    }

    private func layer(_ change: LandChange) throws -> PatchLayer {
        let (before, after) = try years()
        var layer = PatchLayer(raster: [after], selection: .changes(change))
        layer.before = [before]
        layer.scheme = .named("worldcover")
        return layer
    }

    @Test("of every transition add up to the table of change")
    func transitions() async throws {
        let layer = try layer(.transitions([]))
        _ = try await layer.write(to: scratch.path("all.fgb"), overwrite: false)
        let found = try areas(scratch.path("all.fgb"), by: "class")
        var table = ChangeTabulation(before: layer.before, after: layer.raster)
        (table.schemeBefore, table.schemeAfter) = (layer.scheme, layer.scheme)
        table.grouping = .categories
        let rows = try await table.run().table.rows
        var expected: [String: Double] = [:]
        for row in rows {
            guard let from = row[2].textValue, let to = row[4].textValue, from != to,
                from != "nodata", to != "nodata", let area = row[6].numberValue, area > 0
            else { continue }
            expected["\(from):\(to)"] = area
        }
        #expect(
            Set(found.keys) == [
                "sand_bare:grassland", "grassland:built", "forest:built", "sand_bare:forest",
                "grassland:sand_bare",
            ])
        #expect(Set(found.keys) == Set(expected.keys))
        for (key, area) in found { #expect(abs(area - (expected[key] ?? 0)) < 1e-6, "\(key)") }
    }

    @Test("hold only the transitions that were asked for")
    func selected() async throws {
        let layer = try layer(try LandChange(transitions: ["any:built", "sand_bare:forest"]))
        _ = try await layer.write(to: scratch.path("some.fgb"), overwrite: false)
        let found = try areas(scratch.path("some.fgb"), by: "class")
        #expect(Set(found.keys) == ["grassland:built", "forest:built", "sand_bare:forest"])
        #expect(throws: LayerError.unknownCategory(name: "sand")) {
            try LandChange(transitions: ["sand:built"])
        }
        #expect(throws: LayerError.self) { try LandChange(transitions: ["built"]) }
    }

    @Test("of sand are treated, untreated and relapsed, as the ratio counts them")
    func sand() async throws {
        var layer = try layer(.sand)
        // Sand at 5 % is mobile, at 20 % semi-fixed, at 40 % fixed.
        let before: [[Float]] = [[0.05, 0.05, 0.2, 1], [0.4, 0.2, 1, 1], [0.05, 1, 1, 1]]
        let after: [[Float]] = [[0.2, 1, 1, 1], [0.05, 0.4, 0, 0], [1, 0.05, 1, 1]]
        layer.coverBefore = [try scratch.raster("fvc1.tif", before, at: place)]
        layer.cover = [try scratch.raster("fvc2.tif", after, at: place)]
        _ = try await layer.write(to: scratch.path("sand.fgb"), overwrite: false)
        let found = try areas(scratch.path("sand.fgb"), by: "class")
        let pixel = try areas(scratch.path("sand.fgb"), by: "label").values.reduce(0, +) / 6
        // Mobile to semi-fixed stays open; four became grass, forest or fixed; one fixed is mobile.
        for (key, pixels) in ["untreated": 1.0, "treated": 4, "relapsed": 1] {
            #expect(abs((found[key] ?? 0) / pixel - pixels) < 0.001, "\(key)")
        }
    }

    @Test("need the earlier raster, and sand the cover of both years")
    func refused() async throws {
        var layer = try layer(.sand)
        await #expect(throws: LayerError.self) {
            try await layer.write(to: scratch.path("a.gpkg"), overwrite: false)
        }
        layer.before = []
        layer.selection = .changes(.transitions([]))
        await #expect(throws: LayerError.self) {
            try await layer.write(to: scratch.path("a.gpkg"), overwrite: false)
        }
    }

    @Test("and of classes are rasters too: cloud-optimised, coloured, with statistics")
    func raster() async throws {
        let (_, after) = try years()
        var layer = PatchLayer(raster: [after], selection: .classes([10, 50]))
        layer.scheme = .named("worldcover")
        let path = scratch.path("classes.tif")
        let outcome = try await layer.write(to: path, overwrite: false)
        #expect(outcome.summary == "a raster of 2 kinds")
        let dataset = try Dataset(opening: path)
        var codes = [UInt8](repeating: 9, count: 12)
        var span = codes.mutableSpan
        try dataset.read(Window(column: 0, row: 0, width: 4, height: 3), into: &span)
        #expect(codes == [0, 0, 0, 10, 0, 0, 50, 50, 10, 0, 0, 0])
        let band = dataset.info.bands[0]
        #expect(band.noData == 0)
        #expect(band.colors[10] == RGBA(red: 0, green: 0x64, blue: 0))
        #expect(band.colors[50] == RGBA(red: 0xFA, green: 0, blue: 0))
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder)
        #expect(left.filter { $0.contains("classes") } == ["classes.tif"])
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("LAYOUT=IFDS_BEFORE_DATA") && text.contains("STATISTICS_MEAN"))
        layer.simplification = 30
        await #expect(throws: LayerError.self) { try await layer.write(to: path, overwrite: true) }
    }
}

extension Table.Cell {
    fileprivate var textValue: String? { if case .text(let text) = self { text } else { nil } }
    fileprivate var numberValue: Double? {
        switch self {
        case .number(let number): number
        case .integer(let number): Double(number)
        default: nil
        }
    }
}
