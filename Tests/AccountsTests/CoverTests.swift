// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Ecology
import GDAL
import Reporting
import Survey
import Tables
import Testing
import Words
import Zonal

@Suite("Vegetation cover rasters")
struct CoverTests {
    private func members() throws -> EndMembers {
        try EndMembers(soil: 0.05, canopy: 0.75, origin: .fixed(source: "test"))
    }

    private func values(_ path: String) throws -> [Float] {
        let dataset = try Dataset(opening: path)
        let window = Window(
            column: 0, row: 0, width: dataset.info.width, height: dataset.info.height)
        var values = [Float](repeating: 0, count: window.count)
        var span = values.mutableSpan
        try dataset.read(window, into: &span)
        return values
    }

    @Test(
        "NDVI becomes cover between the end members, nodata stays nodata, and the pair is recorded")
    func fixed() throws {
        let scratch = try Scratch()
        let ndvi = try scratch.raster(
            "n.tif", width: 4, noData: -3000,
            [200, 500, 1800, 3750, 6000, 7500, 8000, -3000] as [Int16])
        var run = CoverRun(of: [[ndvi]], members: .fixed(try members()))
        run.scale = 0.0001
        let outcome = try run.write(to: scratch.file("c.tif"))
        let expected = [0, 0, 0.185714, 0.464286, 0.785714, 1, 1]
        let found = try values(scratch.file("c.tif"))
        for (value, wanted) in zip(found, expected) { #expect(abs(Double(value) - wanted) < 1e-6) }
        #expect(found[7].isNaN)
        #expect(outcome.valid == 7)
        let metadata = try Dataset(opening: scratch.file("c.tif")).info.metadata
        #expect(metadata["STEPPE_END_MEMBER_SOIL"] == "0.05")
        #expect(metadata["STEPPE_END_MEMBER_ORIGIN"] == "fixed: test")
    }

    @Test("several dates give their maximum, and a date without a value gives way")
    func composite() throws {
        let scratch = try Scratch()
        let first = try scratch.raster("a.tif", width: 3, noData: -9, [0.4, -9, -9] as [Float])
        let second = try scratch.raster("b.tif", width: 3, noData: -9, [0.1, 0.05, -9] as [Float])
        var run = CoverRun(of: [[first], [second]], members: .fixed(try members()))
        run.storage = .percent
        _ = try run.write(to: scratch.file("c.tif"))
        #expect(try values(scratch.file("c.tif")) == [50, 0, 255])
        run.storage = .tenThousandths
        run.isCOG = true
        _ = try run.write(to: scratch.file("d.tif"))
        #expect(try values(scratch.file("d.tif")) == [5000, 0, -32768])
    }

    @Test("percentiles of all dates together are of type 7: 1.45 and 9.55 of 1 to 10")
    func percentiles() throws {
        let scratch = try Scratch()
        let first = try scratch.raster(
            "a.tif", width: 5, [0.01, 0.02, 0.03, 0.04, 0.05] as [Float])
        let second = try scratch.raster(
            "b.tif", width: 5, [0.06, 0.07, 0.08, 0.09, 0.1] as [Float])
        let run = CoverRun(
            of: [[first], [second]], members: .percentilesOfAllDates(low: 5, high: 95))
        let outcome = try run.write(to: scratch.file("c.tif"))
        #expect(abs(outcome.members.soil - 0.0145) < 1e-12)
        #expect(abs(outcome.members.canopy - 0.0955) < 1e-12)
        #expect(outcome.notes.contains { $0.en.contains("biased") })
    }

    @Test("end members by class are recorded, and read back they give the same cover")
    func byClass() throws {
        let scratch = try Scratch()
        let classes = try scratch.raster(
            "l.tif", width: 20, pixelSize: 0.001, (0..<400).map { UInt8($0 < 200 ? 1 : 2) })
        let ndvi = try scratch.raster(
            "n.tif", width: 20, pixelSize: 0.001,
            (0..<400).map { Float($0 % 200) / 1000 + ($0 < 200 ? 0.1 : 0.5) })
        var run = CoverRun(of: [[ndvi]], members: .percentilesOfScene(low: 0, high: 100))
        run.regions = .classes([classes], band: 1)
        let outcome = try run.write(to: scratch.file("c.tif"))
        #expect(outcome.members["1"].soil == 0.1 && outcome.members["2"].canopy == 0.699)
        let found = try values(scratch.file("c.tif"))
        #expect(found[0] < 1e-6 && abs(found[199] - 1) < 1e-5 && abs(found[200]) < 1e-5)
        let record = try scratch.write(outcome.members.table.csv, to: "m.csv")
        var again = CoverRun(
            of: [[ndvi]],
            members: .table(try EndMemberTable(readingFrom: record, rest: members())))
        again.regions = .classes([classes], band: 1)
        _ = try again.write(to: scratch.file("d.tif"))
        #expect(try values(scratch.file("d.tif")) == found)
        let metadata = try Dataset(opening: scratch.file("c.tif")).info.metadata
        #expect(metadata["STEPPE_END_MEMBERS_BY_REGION"]?.contains("1 0.1 0.299") == true)
    }

    @Test("regions are polygons too; a region with fewer than 100 pixels takes the common pair")
    func byRegion() throws {
        let scratch = try Scratch()
        let ndvi = try scratch.raster(
            "n.tif", width: 20, pixelSize: 0.001, (0..<400).map { Float($0) / 1000 })
        let zones = try scratch.rectangles(
            "z.gpkg", layer: "z", fields: [Field("id", .text)],
            [
                (109, 39.09, 109.02, 39.1, [.text("north")]),
                (109, 39.08, 109.002, 39.09, [.text("corner")]),
            ])
        var run = CoverRun(of: [[ndvi]], members: .percentilesOfScene(low: 0, high: 100))
        run.regions = .polygons(ZoneSource(path: zones, idField: "id"))
        let outcome = try run.write(to: scratch.file("c.tif"))
        #expect(outcome.members.rows.map(\.region) == ["north"])
        #expect(abs(outcome.members["north"].canopy - 0.199) < 1e-9)
        #expect(outcome.members["corner"] == outcome.members.rest)
    }

    @Test("the change since an earlier year has one pair for both, and a table by zone")
    func change() async throws {
        let scratch = try Scratch()
        let before = try scratch.raster("a.tif", width: 2, noData: -9, [0.1, 0.3] as [Float])
        let after = try scratch.raster("b.tif", width: 2, noData: -9, [0.5, 0.28] as [Float])
        let zones = try scratch.rectangles(
            "z.gpkg", layer: "z", fields: [Field("id", .text)],
            [(109, 39.09, 109.02, 39.1, [.text("z")])])
        var run = CoverRun(
            of: [[after]], members: .percentilesOfAllDates(low: 0, high: 100))
        run.since = [[before]]
        let outcome = try run.write(to: scratch.file("c.tif"))
        #expect(outcome.members.soil == 0.1 && outcome.members.canopy == 0.5)
        let found = try values(scratch.file("c.tif"))
        #expect(abs(found[0] - 1) < 1e-6 && abs(found[1] + 0.05) < 1e-6)
        let table = try await CoverZones(
            of: scratch.file("c.tif"), isChange: true, over: ZoneSource(path: zones, idField: "id")
        ).run().table
        #expect(table.columns.last == "gained_m2")
        guard case .number(let mean) = table.rows[1][2] else {
            Issue.record("\(table.rows)")
            return
        }
        #expect(abs(mean - 0.475) < 1e-6)
        run.storage = .percent
        #expect(throws: SurveyError.self) { try run.write(to: scratch.file("d.tif")) }
    }

    @Test("coarse pixels, single dates and zones of few pixels are told; fine composites are not")
    func limits() async throws {
        let scratch = try Scratch()
        let zones = try scratch.rectangles(
            "z.gpkg", layer: "z", fields: [Field("id", .text)],
            [
                (109, 38.6, 109.6, 39.1, [.text("big")]),
                (109.6, 39, 109.8, 39.1, [.text("small")]),
            ])
        func notes(_ size: Double, dates: Int) async throws -> String {
            let names = try (0...dates).map {
                try scratch.raster(
                    "\($0).tif", width: 8, pixelSize: size, [Float](repeating: 0.3, count: 40))
            }
            var run = CoverRun(of: names.dropFirst().map { [$0] }, members: .fixed(try members()))
            run.since = [[names[0]]]
            let outcome = try run.write(to: scratch.file("c.tif"), overwrite: true)
            let zones = try await CoverZones(
                of: scratch.file("c.tif"), isChange: true,
                over: ZoneSource(path: zones, idField: "id")
            ).run()
            return (outcome.notes + zones.notes).map(\.en).joined(separator: "\n")
        }
        let coarse = try await notes(0.1, dates: 1)
        #expect(coarse.contains("some 97 km² and mixes") && coarse.contains("is no trend"))
        #expect(coarse.contains("fewer than 30 pixels, a hint at most: small (2)"))
        let fine = try await notes(0.001, dates: 2)
        #expect(!fine.contains("km²") && !fine.contains("trend"))
    }

    @Test("a map of change is white where nothing changed, and one of cover is not")
    func maps() async throws {
        let scratch = try Scratch()
        let ndvi = try scratch.raster("n.tif", width: 4, [Float](repeating: 0.04, count: 8))
        for (isChange, name) in [(true, "change"), (false, "cover")] {
            var run = CoverRun(of: [[ndvi]], members: .fixed(try .ordosPlateau()))
            run.since = isChange ? [[ndvi]] : []
            _ = try run.write(to: scratch.file("\(name).tif"))
            var map = SingleMap(of: scratch.file("\(name).tif"))
            map.dpi = 75
            try await map.write(to: scratch.file("\(name).png"), overwrite: false)
        }
        let neutral: (UInt8, UInt8, UInt8) = (0xF5, 0xF5, 0xF5)
        #expect(try scratch.pixels("change.png", of: neutral) > 20_000)
        #expect(try scratch.pixels("cover.png", of: neutral) < 1_000)
    }

    @Test("integers without a scale are refused, and a file that exists stays")
    func refusals() throws {
        let scratch = try Scratch()
        let ndvi = try scratch.raster("n.tif", width: 2, [200, 1800] as [Int16])
        let run = CoverRun(of: [[ndvi]], members: .fixed(try members()))
        #expect(throws: SurveyError.self) { try run.write(to: scratch.file("c.tif")) }
        #expect(throws: (any Error).self) { try run.write(to: ndvi) }
        #expect(try values(ndvi) == [200, 1800])
    }
}
