// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Ecology
import GDAL
import Indicators
import Survey
import Tables
import Testing
import Words
import Zonal

@Suite("Change between two rasters")
struct ChangeTests {
    /// 3 × 2 pixels of CLCD codes: 1 cropland, 2 forest, 4 grassland, 7 barren; 0 is nodata.
    private func pair(_ scratch: Scratch) throws -> (String, String) {
        (
            try scratch.raster("a.tif", width: 3, noData: 0, [1, 2, 4, 4, 7, 0] as [UInt8]),
            try scratch.raster("b.tif", width: 3, noData: 0, [1, 4, 2, 4, 4, 7] as [UInt8])
        )
    }

    @Test("rows and columns close on both years' tabulations to the last bit")
    func closure() async throws {
        let scratch = try Scratch()
        let (a, b) = try pair(scratch)
        let zones = try scratch.rectangles(
            "zones.gpkg", layer: "zones", fields: [Field("id", .text)],
            [
                (109.003, 39.083, 109.017, 39.2, [.text("west")]),
                (109.017, 39.083, 109.03, 39.1, [.text("east")]),
            ])
        var change = ChangeTabulation(before: [a], after: [b])
        change.zones = ZoneSource(path: zones, idField: "id")
        let result = try await change.run()
        for (raster, pick) in [(a, \TransitionMatrix<Int128>.before), (b, \.after)] {
            let layer = try ZoneLayer(reading: ZoneSource(path: zones, idField: "id"))
            let tally = try await Measurement(of: raster).tally(over: layer)
            for (index, zone) in result.account.zones.enumerated() {
                let sums = zone.matrix[keyPath: pick]
                for (label, sum) in zip(zone.matrix.labels, sums) {
                    let own = tally.amounts[index].first { "\($0.key[0])" == label }
                    #expect(sum == own?.value.weight ?? 0, "\(zone.zone.id) \(label)")
                }
                #expect(zone.matrix.total == tally.total(ofZone: index).weight)
            }
        }
        #expect(result.table.columns.suffix(3) == ["share", "status", "reason"])
        #expect(result.account.zones[0].matrix["outside", "outside"] > 0)
    }

    @Test("years in the wrong order are refused by their files' names, unless they are meant so")
    func wrongOrder() async throws {
        let scratch = try Scratch()
        let (a, b) = try pair(scratch)
        try scratch.raster("lc_2015.tif", width: 3, noData: 0, [1, 2, 4, 4, 7, 0] as [UInt8])
        try scratch.raster("lc_2020.tif", width: 3, noData: 0, [1, 4, 2, 4, 4, 7] as [UInt8])
        var change = ChangeTabulation(
            before: [scratch.file("lc_2020.tif")], after: [scratch.file("lc_2015.tif")])
        let fault = await #expect(throws: SurveyError.self) { try await change.run() }
        #expect("\(String(describing: fault))".contains("wrong order"))
        change.allowsBackwards = true
        _ = try await change.run()
        // Names without a year say nothing.
        _ = try await ChangeTabulation(before: [b], after: [a]).run()
    }

    @Test("gains and losses are those of the pixels that changed")
    func gains() async throws {
        let scratch = try Scratch()
        let (a, b) = try pair(scratch)
        var change = ChangeTabulation(before: [a], after: [b])
        change.schemeBefore = .named("clcd")
        change.schemeAfter = .named("clcd")
        let zone = try await change.run().account.zones[0]
        let grass = try #require(zone.matrix.accounts.first { $0.label == "4" })
        // Rows differ in area: pixel 1 and 4 become grassland, pixel 2 leaves it.
        #expect(grass.net == grass.gain - grass.loss)
        #expect(zone.matrix["2", "4"] == zone.matrix["4", "2"])
        #expect(zone.matrix["nodata", "7"] > 0)
        #expect(grass.swap == 2 * zone.matrix["4", "2"])
    }

    @Test("years of two schemes are compared by category, and a note says so")
    func categories() async throws {
        let scratch = try Scratch()
        let (a, _) = try pair(scratch)
        let later = try scratch.raster(
            "wc.tif", width: 3, noData: 0, [40, 30, 10, 30, 60, 60] as [UInt8])
        var change = ChangeTabulation(before: [a], after: [later])
        change.schemeBefore = .named("clcd")
        change.schemeAfter = .named("worldcover")
        let result = try await change.run()
        let matrix = result.account.zones[0].matrix
        #expect(result.account.isByCategory)
        #expect(matrix["forest", "grassland"] == matrix["grassland", "forest"])
        #expect(matrix["cropland", "cropland"] > 0)
        #expect(matrix["nodata", "sand_bare"] > 0)
        #expect(result.notes.contains { $0.contains("category") })
    }

    @Test("grids that differ are aligned on the finer one with a note, or refused")
    func alignment() async throws {
        let scratch = try Scratch()
        let coarse = try scratch.raster("a.tif", width: 1, pixelSize: 0.02, [3] as [UInt8])
        let fine = try scratch.raster("b.tif", width: 3, [3, 5, 5, 3, 3, 5] as [UInt8])
        var change = ChangeTabulation(before: [coarse], after: [fine])
        let result = try await change.run()
        let matrix = result.account.zones[0].matrix
        // The coarse pixel covers the left four fine ones; the rest of the grid lies off it.
        #expect(matrix["3", "3"] > 2 * matrix["3", "5"])
        #expect(matrix["nodata", "5"] > 0)
        #expect(matrix["0", "5"] == 0)
        #expect(result.notes.contains { $0.contains("another grid") })
        change.alignment = .refuse
        await #expect(throws: ZoneError.self) { try await change.run() }
    }

    @Test("the note on grids that differ by a part of a pixel says by how much")
    func shifted() async throws {
        let scratch = try Scratch()
        let pixels: [UInt8] = [3, 5, 5, 3, 3, 5]
        let a = try scratch.raster("a.tif", width: 3, pixels)
        let half = try scratch.raster("half.tif", width: 3, left: 109.005, pixels)
        let quarter = try scratch.raster(
            "quarter.tif", width: 3, left: 109.01, top: 39.1025, pixels)
        func note(_ after: String, _ language: Language) async throws -> String {
            var change = ChangeTabulation(before: [a], after: [after])
            change.language = language
            return try await change.run().notes.joined()
        }
        #expect(try await note(half, .en).contains("0.5 of a column and 0.0 of a row off"))
        #expect(try await note(half, .zh).contains("偏移0.5列、0.0行"))
        let wider = try scratch.raster("wider.tif", width: 4, left: 108.99, pixels + [3, 3])
        #expect(try await note(wider, .en).contains("the same pixels but another extent"))
        #expect(try await note(quarter, .en).contains("0.0 of a column and 0.25 of a row off"))
    }

    @Test("rasters without common ground are refused, whatever their CRS")
    func noCommonGround() async throws {
        let scratch = try Scratch()
        let a = try scratch.raster("a.tif", width: 3, [3, 5, 5, 3, 3, 5] as [UInt8])
        let far = try scratch.raster("far.tif", width: 3, left: 10, [3, 5, 5, 3, 3, 5] as [UInt8])
        let projected = scratch.file("projected.tif")
        #expect(try scratch.run("gdalwarp", ["-q", "-t_srs", "EPSG:32632", far, projected]) == 0)
        for (before, after) in [(a, far), (far, a), (a, projected), (projected, a)] {
            let change = ChangeTabulation(before: [before], after: [after])
            let fault = await #expect(throws: SurveyError.self) { try await change.run() }
            let said = try #require(fault).description
            #expect(said.contains("shares no ground with"), "\(said)")
            #expect(said.contains(before) && said.contains(after), "\(said)")
        }
        let near = scratch.file("near.tif")
        #expect(try scratch.run("gdalwarp", ["-q", "-t_srs", "EPSG:32649", a, near]) == 0)
        _ = try await ChangeTabulation(before: [a], after: [near]).run()
    }

    @Test("zones that miss the grid of the finer raster are told with that raster's name")
    func missed() async throws {
        let scratch = try Scratch()
        let coarse = try scratch.raster("a.tif", width: 3, pixelSize: 0.02, [3, 3, 3] as [UInt8])
        let fine = try scratch.raster(
            "b.tif", width: 3, left: 109.03, [3, 5, 5, 3, 3, 5] as [UInt8])
        let zones = try scratch.rectangles(
            "z.gpkg", layer: "z", fields: [Field("id", .text)],
            [(109, 39.09, 109.02, 39.1, [.text("z")])])
        for (before, after) in [(coarse, fine), (fine, coarse)] {
            var change = ChangeTabulation(before: [before], after: [after])
            change.zones = ZoneSource(path: zones, idField: "id")
            let error = await #expect(throws: ZoneError.self) { try await change.run() }
            #expect("\(try #require(error))".contains("no zone reaches \(fine)."))
        }
    }
}
