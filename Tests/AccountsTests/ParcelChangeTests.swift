// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Ecology
import GDAL
import Indicators
import Survey
import Testing
import Zonal

/// CNLUCC codes on 3 × 2 pixels of 0.01°: 12 dry farmland, 21 forest, 32 grassland, 61 sand. Two
/// zones halve the middle column.
@Suite("Change between years of which one or both are polygons")
struct ParcelChangeTests {
    private let early = [12, 21, 32, 32, 61, 61]
    private let late = [12, 32, 21, 32, 32, 61]

    private func raster(_ scratch: Scratch, _ name: String, _ land: [Int]) throws -> String {
        try scratch.raster(name, width: 3, land.map { UInt8($0) })
    }

    private func parcels(
        _ scratch: Scratch, _ name: String, _ codes: [String]
    ) throws -> ParcelSource {
        let path = try scratch.parcels(name, width: 3, codes.map { [.text($0)] })
        return ParcelSource(path: path)
    }

    private func change(_ scratch: Scratch) throws -> ChangeTabulation {
        let zones = try scratch.rectangles(
            "zones.gpkg", layer: "zones", fields: [Field("id", .text)],
            [
                (109, 39.08, 109.015, 39.1, [.text("west")]),
                (109.015, 39.08, 109.03, 39.1, [.text("east")]),
            ])
        var change = ChangeTabulation(before: [], after: [])
        change.zones = ZoneSource(path: zones, idField: "id")
        change.schemeBefore = .named("cnlucc")
        change.schemeAfter = .named("cnlucc")
        return change
    }

    private func areas(_ result: ChangeTabulation.Result) -> [String: Double] {
        var areas: [String: Double] = [:]
        for zone in result.account.zones {
            for before in zone.matrix.labels {
                for after in zone.matrix.labels {
                    let area = ZoneChange.squareMetres(zone.matrix[before, after])
                    if abs(area) > 1 { areas["\(zone.zone.id) \(before) \(after)"] = area }
                }
            }
        }
        return areas
    }

    @Test("polygons in either year, or in both, give the areas of the rasters that they copy")
    func agreement() async throws {
        let scratch = try Scratch()
        let rasters = [
            try raster(scratch, "a.tif", early), try raster(scratch, "b.tif", late),
        ]
        let polygons = [
            try parcels(scratch, "a.gpkg", early.map(String.init)),
            try parcels(scratch, "b.gpkg", late.map(String.init)),
        ]
        var wanted: [String: Double] = [:]
        for (first, second) in [(false, false), (false, true), (true, false), (true, true)] {
            var change = try change(scratch)
            if first { change.parcelsBefore = polygons[0] } else { change.before = [rasters[0]] }
            if second { change.parcelsAfter = polygons[1] } else { change.after = [rasters[1]] }
            let result = try await change.run()
            let found = areas(result)
            if wanted.isEmpty { wanted = found }
            #expect(Set(found.keys) == Set(wanted.keys))
            for (name, area) in wanted {
                #expect(isNear(found[name], area, within: 1e-7), "\(name)")
            }
            #expect(!result.account.isByCategory)
            for zone in result.account.zones {
                let size = ZoneChange.squareMetres(zone.matrix.total)
                let own = areas(result).filter { $0.key.hasPrefix(zone.zone.id) }.values
                #expect(isNear(own.reduce(0, +), size, within: 1e-7))
            }
        }
        let half = PolygonArea(in: try CRS("EPSG:4490"))
            .squareMetres(of: rectangle(109.01, 39.09, 109.015, 39.1).polygons)
        #expect(isNear(wanted["west 21 32"], half, within: 1e-7))
        #expect(wanted.count == 8)
    }

    @Test("polygons of the third survey against a raster of another scheme go by category")
    func schemes() async throws {
        let scratch = try Scratch()
        var change = try change(scratch)
        change.before = [try raster(scratch, "a.tif", early)]
        change.parcelsAfter = try parcels(
            scratch, "b.gpkg", ["0103", "0401", "0301", "0401", "0401", "1205"])
        change.schemeAfter = .none
        let result = try await change.run()
        #expect(result.account.isByCategory)
        #expect(result.notes.contains { $0.contains("cnlucc → sandiao") })
        let found = areas(result)
        #expect(
            found["west sand_bare grassland"] != nil && found["east sand_bare sand_bare"] != nil)
        change.grouping = .classes
        await #expect(throws: SurveyError.differentSchemes("cnlucc", "sandiao")) {
            try await change.run()
        }
    }

    @Test("ground that no polygon covers stands under outside, and the matrix closes")
    func gaps() async throws {
        let scratch = try Scratch()
        var change = try change(scratch)
        change.before = [try raster(scratch, "a.tif", early)]
        change.parcelsAfter = try parcels(scratch, "b.gpkg", ["12", "32", "21", "32", "32"])
        let east = try #require(try await change.run().account.zones.last)
        #expect(ZoneChange.squareMetres(east.matrix["61", "outside"]) > 900_000)
        #expect(east.matrix.total == east.matrix.before.reduce(0, +))
    }

    @Test("no zones, a scheme to guess and polygons that overlap are refused with the way out")
    func refusals() async throws {
        let scratch = try Scratch()
        var change = try change(scratch)
        change.before = [try raster(scratch, "a.tif", early)]
        change.parcelsAfter = try parcels(scratch, "b.gpkg", late.map(String.init))
        func fault(_ mend: (inout ChangeTabulation) throws -> Void) async throws -> String {
            var own = change
            try mend(&own)
            let error = await #expect(throws: (any Error).self) { try await own.run() }
            return "\(try #require(error))"
        }
        #expect(try await fault { $0.zones = nil }.contains("--zones"))
        #expect(try await fault { $0.schemeAfter = .automatic }.contains("--scheme-after"))
        #expect(try await fault { $0.schemeBefore = .none }.contains("--scheme-before"))
        let twice = try scratch.rectangles(
            "c.gpkg", fields: [Field("DLBM", .text)],
            [
                (109, 39.08, 109.03, 39.1, [.text("32")]),
                (109, 39.08, 109.01, 39.1, [.text("21")]),
            ])
        let told = try await fault { $0.parcelsAfter = ParcelSource(path: twice) }
        #expect(told.contains("c.gpkg") && told.contains("--problems"))
        #expect(
            try await fault { $0.parcelsAfter = try parcels(scratch, "d.gpkg", ["98"]) }
                .contains("98"))
    }

    @Test("a path is polygons where GDAL reads no raster in it")
    func kinds() throws {
        let scratch = try Scratch()
        let land = try raster(scratch, "a.tif", early)
        let polygons = try parcels(scratch, "a.gpkg", ["12"]).path
        #expect(!ChangeTabulation.isParcels(land) && ChangeTabulation.isParcels(polygons))
        #expect(!ChangeTabulation.isParcels(scratch.file("nothing.gpkg")))
    }
}
