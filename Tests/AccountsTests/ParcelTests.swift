// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Ecology
import Foundation
import GDAL
import LandCover
import PlaneGeometry
import Survey
import Tables
import Testing
import Words
import Zonal

@Suite("Survey polygons")
struct ParcelTests {
    private let fields = [
        Field("DLBM", .text), Field("DLMC", .text), Field("TBMJ", .real), Field("KCXS", .real),
    ]

    @Test(
        "the area of a cell on CGCS2000 is the closed form's",
        arguments: [
            (109.0, 39.0, 109.05, 39.05, 24_033_819.4728), (109, 40, 109.1, 40.1, 94_748_370.575),
            (109, 39, 110, 40, 9_549_520_093.97),
        ])
    func cell(west: Double, south: Double, east: Double, north: Double, expected: Double) throws {
        for rule in PolygonArea.Rule.allCases {
            let area = PolygonArea(in: try CRS("EPSG:4490"), rule: rule)
            let found = area.squareMetres(of: rectangle(west, south, east, north).polygons)
            #expect(isNear(found, expected, within: 5e-12))
        }
    }

    @Test("the first vertex, the direction and the cut of a polygon do not change its area")
    func exactness() throws {
        let area = PolygonArea(in: try CRS("EPSG:4490"))
        let ring = [(109.0, 39.0), (109.3, 39.1), (109.2, 39.4), (108.9, 39.2), (109.0, 39.0)]
            .map { Point(x: $0.0, y: $0.1) }
        let turned = Array(ring[2...]) + Array(ring[1...2])
        let whole = area.units(of: [Polygon(rings: [ring])])
        #expect(area.units(of: [Polygon(rings: [ring.reversed()])]) == whole)
        #expect(area.units(of: [Polygon(rings: [turned])]) == whole)
        let halves = [
            Polygon(rings: [[ring[0], ring[1], ring[2], ring[0]]]),
            Polygon(rings: [[ring[0], ring[2], ring[3], ring[0]]]),
        ]
        #expect(abs(Double(area.units(of: halves) - whole)) < 1000)
    }

    @Test("a side that slants is counted along its course; the survey takes its mean longitude")
    func rules() throws {
        let crs = try CRS("EPSG:4490")
        let triangle = [
            Polygon(rings: [
                [
                    Point(x: 109, y: 39), Point(x: 110, y: 39), Point(x: 109, y: 40),
                    Point(x: 109, y: 39),
                ]
            ])
        ]
        // A thousand thin strips, each a cell of its mean width, as an independent computation.
        let cells = PolygonArea(in: crs, rule: .survey)
        let strips = (0..<1000).reduce(0.0) { sum, strip in
            let south = 39 + Double(strip) / 1000
            let width = 1 - (Double(strip) + 0.5) / 1000
            return sum
                + cells.squareMetres(of: rectangle(109, south, 109 + width, south + 0.001).polygons)
        }
        let exact = PolygonArea(in: crs).squareMetres(of: triangle)
        #expect(isNear(exact, strips, within: 1e-8))
        // The mean longitude gives half of the cell, which is less: the triangle's base lies south.
        let survey = cells.squareMetres(of: triangle)
        #expect(isNear(survey, 9_549_520_093.97 / 2, within: 5e-12))
        #expect(survey < exact)
    }

    /// Four parcels on 0.02 × 0.02°, one of them with ridges.
    private func rows(numeric: Bool = false) -> [(
        west: Double, south: Double, east: Double, north: Double, values: [FieldValue]
    )] {
        func values(_ code: String, _ name: String, _ area: Double, _ ridges: Double)
            -> [FieldValue]
        {
            [
                numeric ? .integer(Int(code) ?? 0) : .text(code), .text(name), .real(area),
                .real(ridges),
            ]
        }
        return [
            (109, 39, 109.01, 39.01, values("0103", "旱地", 961_635.32, 0.085)),
            (109.01, 39, 109.02, 39.01, values("0305", "灌木林地", 961_635.32, 0)),
            (109, 39.01, 109.01, 39.02, values("1104", "坑塘水面", 900_000, 0)),
            (109.01, 39.01, 109.02, 39.015, values("0401", "天然牧草地", 480_748.69, 0)),
        ]
    }

    private func zones(_ scratch: Scratch) throws -> ZoneSource {
        try scratch.rectangles(
            "zones.gpkg", layer: "zones", fields: [Field("id", .text)],
            [
                (109, 39, 109.015, 39.02, [.text("west")]),
                (109.015, 39, 109.02, 39.02, [.text("east")]),
            ])
        return ZoneSource(path: scratch.file("zones.gpkg"), idField: "id")
    }

    @Test("parcels are cut at zone borders, and net cropland leaves its ridges out")
    func overlay() throws {
        let scratch = try Scratch()
        let file = try scratch.rectangles("p.gpkg", fields: fields, rows())
        var parcels = ParcelTabulation(of: ParcelSource(path: file))
        parcels.zones = try zones(scratch)
        let account = try parcels.run().account
        let area = PolygonArea(in: try CRS("EPSG:4490"))
        let shrub = account.amounts.map { $0["0305"]?.area ?? 0 }
        let whole = area.units(of: rectangle(109.01, 39, 109.02, 39.01).polygons)
        #expect(abs(Double(shrub[0] + shrub[1] - whole)) < 10)
        #expect(abs(Double(shrub[0] - shrub[1])) < 1e4)
        let dry = try #require(account.amounts[0]["0103"])
        #expect(isNear(dry.netSquareMetres, dry.areaSquareMetres * 0.915))
        #expect(account.amounts[1]["0103"] == nil)
    }

    @Test("gaps, overlaps and areas that the geometry does not bear out are found")
    func problems() throws {
        let scratch = try Scratch()
        var rows = rows()
        rows.append((109.005, 39.005, 109.011, 39.01, [.text("1203"), .text("田坎"), .null, .null]))
        let file = try scratch.rectangles("p.gpkg", fields: fields, rows)
        var parcels = ParcelTabulation(of: ParcelSource(path: file))
        parcels.zones = try zones(scratch)
        let problems = try parcels.run().account.problems
        let area = PolygonArea(in: try CRS("EPSG:4490"))
        let overlaps = problems.filter { $0.kind == .overlap }
        #expect(overlaps.map(\.parcels) == [[1, 5], [2, 5]])
        #expect(
            isNear(
                overlaps[0].area,
                area.squareMetres(of: rectangle(109.005, 39.005, 109.01, 39.01).polygons)))
        #expect(problems.filter { $0.kind == .areaField }.map(\.parcels) == [[3]])
        let gap = try #require(problems.first { $0.kind == .gap && $0.zone == "east" })
        #expect(
            isNear(
                gap.area,
                area.squareMetres(of: rectangle(109.015, 39.015, 109.02, 39.02).polygons)))
    }

    @Test("a GBK shapefile without .cpg, a FileGDB, numbers and a GeoPackage give the same bytes")
    func formats() throws {
        let scratch = try Scratch()
        let first = try scratch.rectangles("p.gpkg", fields: fields, rows())
        let folder = scratch.file("")
        #expect(
            try scratch.run(
                "ogr2ogr", ["\(folder)p.shp", first, "-lco", "ENCODING=GBK"]) == 0)
        try FileManager.default.removeItem(atPath: "\(folder)p.cpg")
        #expect(try scratch.run("ogr2ogr", ["-f", "OpenFileGDB", "\(folder)p.gdb", first]) == 0)
        let numeric = [Field("DLBM", .integer)] + fields.dropFirst()
        let numbers = try scratch.rectangles("n.gpkg", fields: numeric, rows(numeric: true))
        let source = try zones(scratch)
        var tables: Set<String> = []
        var problems: Set<String> = []
        for file in [first, "\(folder)p.shp", "\(folder)p.gdb", numbers] {
            var parcels = ParcelTabulation(of: ParcelSource(path: file))
            parcels.zones = source
            parcels.language = .zh
            let result = try parcels.run()
            tables.insert(result.table.csv)
            problems.insert(result.problems.csv)
        }
        #expect(tables.count == 1)
        #expect(problems.count == 1)
        var names: [String] = []
        let shapefile = try VectorSource(opening: "\(folder)p.shp")
        try shapefile.forEachFeature { names.append($0.values[1].text ?? "") }
        #expect(names == ["旱地", "灌木林地", "坑塘水面", "天然牧草地"])
    }

    @Test("a negative area, a code of another survey and zones elsewhere are refused with a reason")
    func refusals() throws {
        let scratch = try Scratch()
        let negative = try scratch.rectangles(
            "p.gpkg", fields: fields,
            [(109, 39, 109.01, 39.01, [.text("0101"), .null, .real(-5), .null])])
        let error = #expect(throws: SurveyError.self) {
            try ParcelTabulation(of: ParcelSource(path: negative)).run()
        }
        #expect("\(error.map { "\($0)" } ?? "")".contains("cannot be below 0"))
        let foreign = try scratch.rectangles(
            "q.gpkg", fields: fields,
            [(109, 39, 109.01, 39.01, [.text("9999"), .null, .null, .null])])
        #expect(throws: UnknownCodeError.self) {
            try ParcelTabulation(of: ParcelSource(path: foreign)).run()
        }
        var ignoring = ParcelTabulation(of: ParcelSource(path: foreign))
        ignoring.unknown = .ignore
        #expect(try ignoring.run().account.problems.map(\.kind) == [.unknownCode])
        ignoring.zones = ZoneSource(
            path: try scratch.rectangles(
                "far.gpkg", layer: "z", fields: [], [(10, 10, 11, 11, [])]))
        #expect(throws: ZoneError.self) { try ignoring.run() }
    }
}
