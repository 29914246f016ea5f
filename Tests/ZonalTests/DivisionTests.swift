// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// The work of one measurement shared out among processes.
@Suite struct DivisionTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    /// Four by three tiles of 512 pixels: the first column of tiles is noise, the rest is all alike.
    private func raster() throws -> String {
        var rows: [[UInt8]] = []
        var state: UInt32 = 1
        for _ in 0..<1536 {
            var row = [UInt8](repeating: 7, count: 2048)
            for column in 0..<512 {
                state = state &* 1_664_525 &+ 1_013_904_223
                row[column] = UInt8(state >> 24)
            }
            rows.append(row)
        }
        return try scratch.raster(
            "r.tif", rows, at: GeoTransform(left: 0, top: 15.36, pixelSize: 0.01),
            options: ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "COMPRESS=DEFLATE"])
    }

    /// A zone across many tiles, one within a tile, and one that reaches beyond the raster.
    private func layer() throws -> ZoneLayer {
        try zones([
            ("wide", "POLYGON((0.513 0.7,19.37 3.11,12.2 14.9,0.6 13.03,0.513 0.7))"),
            ("small", box(15.55, 10.31, 16.2, 11.7)), ("beyond", box(18, 12, 23, 16)),
        ])
    }

    private func division(into count: Int) async throws -> Division {
        try await MeasurementNeed(Measurement(of: try raster()), over: try layer())
            .division(into: count, jobs: 1)
    }

    @Test(
        "parts cut anywhere between tiles add up to the whole, however many",
        arguments: [2, 3, 5, 12, 40])
    func sums(count: Int) async throws {
        let measurement = Measurement(of: try raster())
        let layer = try layer()
        let whole = try await measurement.tally(over: layer)
        var sum = Tally(zones: whole.zones)
        for number in 1...count {
            sum.merge(
                try await measurement.tally(
                    over: layer, jobs: 1, part: Part(number: number, of: count)))
        }
        #expect(sum == whole)
    }

    @Test(
        "each tile is of one part, and the parts have all there is to decode", arguments: [1, 4, 9])
    func cover(count: Int) async throws {
        let division = try await division(into: count)
        let parts = (1...count).map { Part(number: $0, of: count) }
        #expect(parts.flatMap { Array(division[$0]) } == Array(0..<12))
        let whole = try await self.division(into: 1).load(of: .whole)
        #expect(parts.reduce(0) { $0 + division.load(of: $1).bytes } == whole.bytes)
        #expect(parts.reduce(0) { $0 + division.load(of: $1).pixels } == whole.pixels)
    }

    @Test("tiles that take many bytes are spread: the three of noise go to three parts")
    func balance() async throws {
        let division = try await division(into: 3)
        let firsts = (1...3).map { number in
            division[Part(number: number, of: 3)].filter { $0 % 4 == 0 }.count
        }
        #expect(firsts == [1, 1, 1])
        let loads = (1...3).map { division.load(of: Part(number: $0, of: 3)).bytes }
        #expect(loads.allSatisfy { $0 > 250_000 && $0 < 350_000 }, "\(loads)")
    }

    @Test("what no zone comes near counts for nothing")
    func untouched() async throws {
        let need = MeasurementNeed(
            Measurement(of: try raster()), over: try zones([("one", box(15.5, 10.5, 16, 11))]))
        let load = try await need.division(into: 1, jobs: 1).load(of: .whole)
        #expect(load.pixels == 512 * 512 && load.bytes < 10_000)
        let file = DecodingLoad(bytes: 100, pixels: 160)
        #expect(file.weight == 110)
    }

    @Test("a share of tiles says which bands it reaches, and which tiles it has")
    func share() throws {
        let grid = try Measurement(of: try raster()).grid()
        let tiling = Tiling(tileWidth: 512, tileHeight: 512, on: grid)
        let share = TileShare([2..<3, 9..<12, 5..<5], of: tiling)
        #expect((0..<3).map { share.reaches(band: $0) } == [true, false, true])
        #expect((0..<4).map { share.contains(column: $0, band: 0) } == [false, false, true, false])
        #expect((0..<4).map { share.contains(column: $0, band: 2) } == [false, true, true, true])
    }

    @Test("a raster that does not say where its blocks lie is divided by pixels")
    func plain() async throws {
        let rows = [[UInt8]](repeating: .init(repeating: 1, count: 1024), count: 1024)
        let path = try scratch.raster(
            "plain.img", rows, at: GeoTransform(left: 0, top: 10, pixelSize: 0.01), driver: "HFA")
        let load = try await MeasurementNeed(Measurement(of: path), over: nil)
            .division(into: 2, jobs: 1)
        let halves = (1...2).map { load.load(of: Part(number: $0, of: 2)) }
        #expect(halves[0].pixels == halves[1].pixels && halves[0].bytes == halves[1].bytes)
        #expect(halves[0].bytes > 0)
    }
}

/// Parts of a measurement that other processes kept.
@Suite struct KeptPartTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private var measurement: Zonal.Measurement {
        get throws {
            let rows: [[UInt8]] = (0..<2048).map { row in
                (0..<512).map { column in UInt8((row / 7 + column / 11) % 5) }
            }
            return Zonal.Measurement(
                of: try scratch.raster(
                    "r.tif", rows, at: GeoTransform(left: 0, top: 20.48, pixelSize: 0.01),
                    options: ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512"]))
        }
    }

    private var store: TallyStore { TallyStore(at: scratch.path("kept")) }

    private func layer() throws -> ZoneLayer { try zones([("a", box(0.5, 0.5, 9, 20))]) }

    /// Keeps parts, as so many processes would.
    private func keep(_ numbers: [Int], of count: Int) async throws {
        let (measurement, layer, store) = (try measurement, try layer(), store)
        let key = try #require(
            try MeasurementKey(of: measurement, over: layer, by: store.digests))
        for number in numbers {
            let part = Part(number: number, of: count)
            let need = MeasurementNeed(measurement, over: layer, share: .part(part))
            try store.keep(try await need.measure(jobs: 1), part, of: key)
            #expect(store.has(part, of: key.hex))
        }
    }

    private func measure() async throws -> (tally: Tally, counts: TallyStore.Counts) {
        let store = store
        let tally = try await TallyStore.$current.withValue(store) {
            try await measurement.tally(over: try layer())
        }
        return (tally, store.counts)
    }

    private func files() throws -> [String] {
        let names = FileManager.default.enumerator(atPath: scratch.path("kept/parts"))?.allObjects
        return (names ?? []).map { "\($0)" }.filter { $0.contains("-of-") }.sorted()
    }

    private func change(_ file: String, _ body: (String) throws -> String) throws {
        let path = scratch.path("kept/parts/\(file)")
        try body(try String(contentsOfFile: path, encoding: .utf8))
            .write(toFile: path, atomically: true, encoding: .utf8)
    }

    @Test("parts that are all there are the whole, which takes their place")
    func all() async throws {
        let whole = try await measurement.tally(over: try layer())
        try await keep([3, 1, 2], of: 3)
        let (tally, counts) = try await measure()
        #expect(tally == whole && counts == .init(kept: 1, measured: 0))
        #expect(try files().isEmpty)
        #expect(try await measure().counts.kept == 1)
    }

    @Test("only what is missing is measured: what the parts say is taken as it is")
    func rest() async throws {
        let whole = try await measurement.tally(over: try layer())
        try await keep([1, 3], of: 4)
        let first = try #require(try files().first)
        // A part with one class more than the raster has.
        try change(first) { text in
            var file = try TallyFile(reading: text, named: "part")
            var more = Tally(zones: whole.zones)
            var amount = Amount()
            amount.coverage = 5
            more.add(amount, to: [.value(99)], ofZone: 0)
            file = TallyFile(
                measurement: file.measurement, part: file.parts[0],
                tally: {
                    var sum = file.tally; sum.merge(more); return sum
                }())
            return file.text
        }
        let (tally, counts) = try await measure()
        #expect(counts == .init(kept: 0, measured: 1))
        #expect(tally.amount(0, 99).coverage == 5)
        for code in 0..<5 { #expect(tally.amount(0, code) == whole.amount(0, code)) }
    }

    @Test("a damaged part is measured anew")
    func damaged() async throws {
        let whole = try await measurement.tally(over: try layer())
        try await keep([1, 2], of: 2)
        try change(try #require(try files().last)) { String($0.dropLast(20)) }
        let (tally, counts) = try await measure()
        #expect(tally == whole && counts.measured == 1)
    }

    @Test("parts of another division are of no use, and do no harm")
    func otherDivision() async throws {
        let whole = try await measurement.tally(over: try layer())
        try await keep([1, 2], of: 3)
        try change(try #require(try files().first)) { text in
            let file = try TallyFile(reading: text, named: "part")
            let key = file.measurement.split(separator: " ")[0]
            return TallyFile(
                measurement: "\(key) another", part: file.parts[0], tally: file.tally
            ).text
        }
        #expect(try await measure().tally == whole)
    }

    @Test("parts of two divisions are not mixed: the one that lacks less is finished")
    func twoDivisions() async throws {
        let whole = try await measurement.tally(over: try layer())
        try await keep([1], of: 2)
        try await keep([2, 3, 4], of: 4)
        #expect(try await measure().tally == whole)
    }
}
