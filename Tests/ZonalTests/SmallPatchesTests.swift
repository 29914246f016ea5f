// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// Patches that are joined while tiles go by are those that a search through the whole raster finds.
@Suite struct SmallPatchesTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    /// The patch of each pixel, from 1, found from pixel to pixel; 0 is none.
    private func patches<Value: Pixel & Equatable>(
        _ rows: [[Value]], of codes: [Value]
    ) -> [[Int32]] {
        var found = rows.map { $0.map { _ in Int32(0) } }
        var last: Int32 = 0
        for y in rows.indices {
            for x in rows[y].indices where found[y][x] == 0 && codes.contains(rows[y][x]) {
                last += 1
                found[y][x] = last
                var open = [(x, y)]
                while let (x, y) = open.popLast() {
                    for v in max(0, y - 1)...min(rows.count - 1, y + 1) {
                        for u in max(0, x - 1)...min(rows[v].count - 1, x + 1)
                        where found[v][u] == 0 && codes.contains(rows[v][u]) {
                            found[v][u] = last
                            open.append((u, v))
                        }
                    }
                }
            }
        }
        return found
    }

    /// What small patches have, from a raster of their numbers.
    private func expected(
        _ classes: String, _ numbers: [[Int32]], of codes: [Int], at place: GeoTransform? = nil,
        crs: String = "EPSG:4326", over zones: ZoneLayer, below limit: Double
    ) async throws -> Tally {
        let numbered = try scratch.raster("numbers.tif", numbers, at: place, crs: crs, noData: 0)
        let tally = try await Measurement([.init(classes), .init(numbered, role: .patches)])
            .tally(over: zones)
        var totals: [Code: Amount] = [:]
        for amounts in tally.amounts {
            for (codes, amount) in amounts { totals[codes[1], default: Amount()] += amount }
        }
        var small = Tally(zones: tally.zones)
        for (zone, amounts) in tally.amounts.enumerated() {
            for (pair, amount) in amounts {
                guard pair[1].isValue, let total = totals[pair[1]],
                    total.areaSquareMetres < limit
                else { continue }
                small.add(amount, to: [pair[0], .value(1)], ofZone: zone)
            }
        }
        return small
    }

    /// Zones that overlap, reach beyond the raster, and cut pixels.
    private func randomZones(
        _ random: inout SeededRandom, width: Double, height: Double, crs: String = "EPSG:4326",
        scale: Double = 1, left: Double = 0, bottom: Double = 0
    ) throws -> ZoneLayer {
        try zones(
            (0..<Int.random(in: 1...4, using: &random)).map { index in
                let corners = (0..<3).map { _ in
                    (
                        left + scale * Double.random(in: -2...width + 2, using: &random),
                        bottom + scale * Double.random(in: -2...height + 2, using: &random)
                    )
                }
                let ring = (corners + corners.prefix(1)).map { "\($0.0) \($0.1)" }
                return ("zone \(index)", "POLYGON((\(ring.joined(separator: ","))))")
            }, crs: crs)
    }

    private func rows(
        _ random: inout SeededRandom, width: Int, height: Int, share: Double
    ) -> [[UInt8]] {
        (0..<height).map { _ in
            (0..<width).map { _ in
                Double.random(in: 0..<1, using: &random) < share
                    ? UInt8.random(in: 1...3, using: &random) : 9
            }
        }
    }

    private func tally(
        _ raster: String, of codes: [Int], over zones: ZoneLayer, below limit: Double,
        jobs: Int = 2, tiles: (width: Int, height: Int)
    ) async throws -> Tally {
        let measurement = Zonal.Measurement(of: raster)
        let rasters = try measurement.opened()
        return try await SmallPatches(of: Set(codes), in: measurement, below: limit).tally(
            of: rasters, over: zones, jobs: jobs,
            by: Tiling(
                tileWidth: tiles.width, tileHeight: tiles.height,
                on: try measurement.grid(of: rasters)))
    }

    @Test(
        "any cut into tiles and any number of threads finds what a search pixel by pixel finds",
        arguments: 0..<24)
    func random(seed: Int) async throws {
        var random = SeededRandom(seed: UInt64(seed))
        let (width, height) = (
            Int.random(in: 5...40, using: &random), Int.random(in: 5...40, using: &random)
        )
        let rows = rows(
            &random, width: width, height: height,
            share: Double.random(in: 0.1...0.6, using: &random))
        let raster = try scratch.raster("classes.tif", rows)
        let zones = try randomZones(
            &random, width: Double(width) / 2, height: Double(height) / 2)
        let pixel = 0.25 * 1.2e10
        let limit = Double.random(in: 0.3...6, using: &random) * pixel
        let wanted = try await expected(
            raster, patches(rows, of: [1, 3]), of: [1, 3], over: zones, below: limit)
        for _ in 0..<4 {
            let tiles = (
                width: Int.random(in: 1...12, using: &random),
                height: Int.random(in: 1...12, using: &random)
            )
            let jobs = Int.random(in: 1...4, using: &random)
            let found = try await tally(
                raster, of: [1, 3], over: zones, below: limit, jobs: jobs, tiles: tiles)
            #expect(found == wanted, "tiles of \(tiles), \(jobs) threads")
        }
    }

    @Test("so it does where pixels of a row differ in area", arguments: 100..<106)
    func projected(seed: Int) async throws {
        var random = SeededRandom(seed: UInt64(seed))
        let rows = rows(&random, width: 30, height: 25, share: 0.35)
        let place = try #require(GeoTransform(left: 500_000, top: 4_400_000, pixelSize: 30))
        let raster = try scratch.raster("classes.tif", rows, at: place, crs: "EPSG:32649")
        let zones = try randomZones(
            &random, width: 30, height: 25, crs: "EPSG:32649", scale: 30, left: 500_000,
            bottom: 4_400_000 - 25 * 30)
        let wanted = try await expected(
            raster, patches(rows, of: [2, 3]), of: [2, 3], at: place, crs: "EPSG:32649",
            over: zones, below: 4000)
        #expect(wanted.amounts.contains { !$0.isEmpty })
        let found = try await tally(
            raster, of: [2, 3], over: zones, below: 4000, tiles: (width: 7, height: 4))
        #expect(found == wanted)
    }

    /// A U whose arms lie in one zone each, and whose foot in none; a pixel beside it.
    private let arms: [[UInt8]] = [
        [1, 9, 9, 9, 1, 9],
        [1, 9, 9, 9, 1, 9],
        [9, 1, 1, 1, 9, 9],
        [9, 9, 9, 9, 9, 9],
        [1, 9, 9, 9, 9, 9],
    ]

    @Test("a patch's parts count together, though it hangs together outside the zones only")
    func outside() async throws {
        let raster = try scratch.raster("classes.tif", arms)
        let sides = try zones([("a", box(0, 0, 0.5, 2.5)), ("b", box(2, 0, 2.5, 2.5))])
        // Two pixels in each zone; the limit lies between three pixels and four.
        let pixel = 0.25 * 1.23e10
        let found = try await tally(
            raster, of: [1], over: sides, below: 3.5 * pixel, tiles: (width: 2, height: 1))
        #expect(found.amount(0, 1, 1).pixels == 1)
        #expect(found.amount(1, 1, 1).pixels == 0)
        let all = try await tally(
            raster, of: [1], over: sides, below: 4.5 * pixel, tiles: (width: 2, height: 1))
        #expect(all.amount(0, 1, 1).pixels == 3)
        #expect(all.amount(1, 1, 1).pixels == 2)
    }

    @Test("numbers of every kind are classes, but for nodata and what is no whole number")
    func kinds() async throws {
        let sides = try zones([("a", box(0, 0, 3, 2.5))])
        let raster = try scratch.raster("bytes.tif", arms)
        let wanted = try await tally(
            raster, of: [1], over: sides, below: 1e12, tiles: (width: 4, height: 2))
        #expect(wanted.amount(0, 1, 1).pixels == 8)
        let others = [
            try scratch.raster("short.tif", arms.map { $0.map { Int16($0) } }),
            try scratch.raster("long.tif", arms.map { $0.map { UInt32($0) } }),
            try scratch.raster("float.tif", arms.map { $0.map { $0 == 9 ? Float(1.5) : 1 } }),
            try scratch.raster("double.tif", arms.map { $0.map { $0 == 9 ? .nan : Double($0) } }),
        ]
        for other in others {
            let found = try await tally(
                other, of: [1], over: sides, below: 1e12, tiles: (width: 4, height: 2))
            #expect(found == wanted, "\(other)")
        }
        let nothing = try scratch.raster("nodata.tif", arms, noData: 1)
        let none = try await tally(
            nothing, of: [1], over: sides, below: 1e12, tiles: (width: 4, height: 2))
        #expect(none.amounts == [[:]])
    }

    @Test("patches go on from one block of a file to the next")
    func blocks() async throws {
        var rows = [[UInt8]](repeating: [UInt8](repeating: 9, count: 1100), count: 1050)
        // Across the corner of four blocks, along both seams, and one by itself.
        for step in 0..<6 { rows[509 + step][509 + step] = 1 }
        for step in 0..<9 { rows[100][1020 + step] = 2 }
        for step in 0..<7 { rows[1020 + step][30] = 1 }
        rows[700][700] = 2
        let place = try #require(GeoTransform(left: 100, top: 42, pixelSize: 0.001))
        let raster = try scratch.raster(
            "classes.tif", rows, at: place,
            options: ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512"])
        let all = try zones([("a", box(100, 40, 100.6, 42)), ("b", box(100.6, 40, 102, 42))])
        let numbers = patches(rows, of: [1, 2])
        #expect(numbers.joined().max() == 4)
        // Pixels of about 9,200 m²: the limit takes patches of one pixel, six, seven, then nine.
        for pixels in [0.5, 3, 6.5, 8, 10] {
            let limit = pixels * 9250
            let wanted = try await expected(
                raster, numbers, of: [1, 2], at: place, over: all, below: limit)
            let found = try await SmallPatches(
                of: [1, 2], in: .init(of: raster), below: limit
            ).tally(over: all, jobs: 2)
            #expect(found == wanted, "below \(pixels) pixels")
        }
    }

    @Test("runs of numbers give what a raster of the numbers gives", arguments: [false, true])
    func runTally(isWhole: Bool) async throws {
        var random = SeededRandom(seed: 7)
        let numbers = patches(rows(&random, width: 33, height: 150, share: 0.4), of: [1, 2])
        let place = try #require(GeoTransform(left: 500_000, top: 4_400_000, pixelSize: 30))
        let raster = try scratch.raster(
            "numbers.tif", numbers, at: place, crs: "EPSG:32649", noData: 0)
        let measurement = Measurement([.init(raster, role: .patches)])
        let zones =
            isWhole
            ? nil
            : try randomZones(
                &random, width: 33, height: 150, crs: "EPSG:32649", scale: 30, left: 500_000,
                bottom: 4_400_000 - 150 * 30)
        let runs = try await RunTally(on: try measurement.grid(), over: zones, jobs: 2)
        for row in numbers {
            for (column, number) in row.enumerated() where number > 0 {
                runs.add(column..<column + 1, number: number)
            }
            runs.endRow()
        }
        let wanted = try await measurement.tally(over: zones)
        let found = runs.finished()
        for (zone, amounts) in wanted.amounts.enumerated() {
            let known = amounts.filter { $0.key[0].isValue }
            #expect(!known.isEmpty)
            #expect(
                Dictionary(
                    uniqueKeysWithValues: found[zone].map { ([Code.value($0.key)], $0.value) })
                    == known)
        }
    }

    @Test("the least weight of an area has that area, and one less has not")
    func leastWeight() {
        for (area, quantum) in [(80_000.0, Int64(1)), (1e-3, 1), (3.3e12, 1_000_000)] {
            let least = SmallPatches.leastWeight(of: area, quantum: quantum)
            func squareMetres(_ weight: Int128) -> Double {
                var amount = Amount()
                amount.weight = weight
                return amount.with(quantum: quantum).areaSquareMetres
            }
            #expect(squareMetres(least) >= area)
            #expect(squareMetres(least - 1) < area)
        }
        #expect(SmallPatches.leastWeight(of: 0, quantum: 1) == 0)
    }
}
