// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlaneGeometry
import Support
import Testing

@testable import GDAL

@Suite("A raster made small by blocks")
struct BlockReductionTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    /// Codes without order, and the same ones at every run.
    private func codes(width: Int, height: Int, kinds: Int) -> [[Int]] {
        var state = UInt64(20_201_127)
        return (0..<height).map { _ in
            (0..<width).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(state >> 33) % kinds
            }
        }
    }

    /// Counted one by one: the most frequent of a block without `nothing`, the smallest of several.
    private func expected(_ rows: [[Int]], side: Int, nothing: Int?) -> [Int?] {
        stride(from: 0, to: rows.count, by: side).flatMap { top in
            stride(from: 0, to: rows[0].count, by: side).map { left in
                var counts: [Int: Int] = [:]
                for row in rows[top..<min(top + side, rows.count)] {
                    for code in row[left..<min(left + side, row.count)] where code != nothing {
                        counts[code, default: 0] += 1
                    }
                }
                return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
            }
        }
    }

    private func modes(
        _ path: String, side: Int, threads: Int = 1, window: Window? = nil
    ) throws -> BlockModes? {
        let info = try Dataset(opening: path).info
        let all = Window(column: 0, row: 0, width: info.width, height: info.height)
        return try BlockModes(
            of: BlockReduction(of: info, band: 1, window: window ?? all, by: side),
            threads: threads)
    }

    private func found(_ modes: BlockModes) -> [Int?] {
        modes.cells.map { $0 == BlockModes.none ? nil : Int(modes.codes[Int($0)]) }
    }

    @Test(
        "each cell has the most frequent code of its block, of equal ones the smallest, for any number of threads",
        arguments: [1, 2, 3, 4, 6, 8, 12, 16], [1, 3])
    func mostFrequent(side: Int, threads: Int) throws {
        let rows = codes(width: 531, height: 275, kinds: 5)
        let path = try scratch.raster(
            "codes.tif", rows.map { $0.map { UInt8($0) } }, noData: 0,
            options: ["TILED=YES", "BLOCKXSIZE=48", "BLOCKYSIZE=32"])
        let modes = try #require(try modes(path, side: side, threads: threads))
        #expect(modes.width == (531 + side - 1) / side && modes.height == (275 + side - 1) / side)
        #expect(found(modes) == expected(rows, side: side, nothing: 0))
        #expect(modes.seen == [1, 2, 3, 4])
    }

    @Test("codes that are no bytes are read too, below nought as well", arguments: [1, 3])
    func wideCodes(threads: Int) throws {
        let rows = codes(width: 70, height: 45, kinds: 6).map { $0.map { $0 * 7000 - 20_000 } }
        let short = try scratch.raster(
            "short.tif", rows.map { $0.map { Int16($0) } }, noData: -20_000)
        let long = try scratch.raster(
            "long.tif", rows.map { $0.map { Int32($0) * 10 } }, noData: -200_000)
        let wanted = expected(rows, side: 4, nothing: -20_000)
        #expect(try found(#require(try modes(short, side: 4, threads: threads))) == wanted)
        #expect(
            try found(#require(try modes(long, side: 4, threads: threads)))
                == wanted.map { $0.map { $0 * 10 } })
    }

    @Test("a code that is nowhere the most frequent is seen nevertheless")
    func rareCode() throws {
        var rows = [[UInt8]](repeating: [UInt8](repeating: 1, count: 8), count: 8)
        rows[5][6] = 9
        let picture = try #require(
            try SmallPicture(
                of: Dataset(opening: scratch.raster("rare.tif", rows)).info, band: 1,
                blockSide: 4, threads: 1))
        #expect(picture.codes == [1, 9])
        let path = scratch.path("small.tif")
        try picture.write(to: path)
        let small = try Dataset(opening: path)
        #expect(small.info.width == 2 && small.info.bands[0].noData == 255)
        #expect(small.info.transform?.coefficients[1] == 2)
        var codes = [UInt8](repeating: 0, count: 4)
        var span = codes.mutableSpan
        try small.read(Window(column: 0, row: 0, width: 2, height: 2), into: &span)
        #expect(codes == [1, 1, 1, 1])
    }

    @Test("more than 255 codes are no classes")
    func manyCodes() throws {
        let rows = (0..<20).map { row in (0..<20).map { Int16(row * 20 + $0) } }
        #expect(try modes(scratch.raster("many.tif", rows), side: 1) == nil)
    }

    @Test("blocks of a window are those of the whole raster")
    func window() throws {
        let rows = codes(width: 64, height: 64, kinds: 4)
        let path = try scratch.raster("codes.tif", rows.map { $0.map { UInt8($0) } })
        let part = try #require(
            try modes(
                path, side: 8, window: Window(column: 13, row: 20, width: 20, height: 9)))
        #expect(part.width == 4 && part.height == 2)
        let whole = expected(rows, side: 8, nothing: nil)
        #expect(found(part) == Array(whole[17..<21] + whole[25..<29]))
    }

    @Test("a mean is of what is known, for any number of threads", arguments: [1, 3])
    func means(threads: Int) throws {
        let rows = codes(width: 41, height: 19, kinds: 50).map { $0.map { Int16($0) } }
        let path = try scratch.raster("numbers.tif", rows, noData: 7)
        let info = try Dataset(opening: path).info
        let all = Window(column: 0, row: 0, width: 41, height: 19)
        let means = try #require(
            try BlockMeans(
                of: BlockReduction(of: info, band: 1, window: all, by: 4), threads: threads))
        for row in 0..<means.height {
            for column in 0..<means.width {
                var block: [Double] = []
                for line in rows[row * 4..<min(row * 4 + 4, 19)] {
                    block += line[column * 4..<min(column * 4 + 4, 41)].map { Double($0) }
                }
                block.removeAll { $0 == 7 }
                let mean = block.reduce(0, +) / Double(block.count)
                let found = Double(means.cells[row * means.width + column])
                #expect(abs(found - mean) < 1e-4)
            }
        }
    }

    @Test(
        "a map pixel gets at least one and a half cells",
        arguments: [
            (1.0, 1), (2.9, 1), (3, 2), (4.4, 2), (4.5, 3), (6, 4), (10, 6), (12, 8), (100, 64),
        ])
    func side(ratio: Double, side: Int) { #expect(blockSide(forRatio: ratio) == side) }

    @Test("a map seen from afar shows what its blocks do, and nothing where nothing is known")
    func seenFromAfar() throws {
        // Squares of 16 pixels with a code each, speckled; the last column is unknown.
        var rows = [[UInt8]](repeating: [UInt8](repeating: 0, count: 64), count: 64)
        for row in 0..<64 {
            for column in 0..<48 {
                let own = 1 + row / 16 * 3 + column / 16
                rows[row][column] = (row + column) % 5 == 0 ? 9 : UInt8(own)
            }
        }
        let path = try scratch.raster("afar.tif", rows, noData: 0)
        let grid = DisplayGrid(
            crs: try CRS("EPSG:4326"), extent: Extent(minX: 0, minY: 0, maxX: 32, maxY: 32),
            width: 4, height: 4)
        let shown = try Dataset(opening: path).warped(
            onto: grid, resampling: .mode, missing: Int32(-1), threads: 2)
        #expect(shown == [1, 2, 3, -1, 4, 5, 6, -1, 7, 8, 9, -1, 10, 11, 12, -1])
    }
}
