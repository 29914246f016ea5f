// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import CCounting
import Foundation
import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// A raster of quantities averaged over classes, put in bins, or seen beside another year.
@Suite struct ValueTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    /// One row along the equator: all pixels are alike, so means can be checked by head.
    private func classes() throws -> String {
        try scratch.raster("classes.tif", [[UInt8(1), 1, 1, 2, 2]])
    }

    private func scaled(_ file: String, by scale: Double, plus offset: Double) throws -> String {
        try scratch.text(
            "scaled.vrt",
            "<VRTDataset rasterXSize='5' rasterYSize='1'><SRS>EPSG:4326</SRS>"
                + "<GeoTransform>0,0.5,0,0.5,0,-0.5</GeoTransform>"
                + "<VRTRasterBand dataType='Int16' band='1'><NoDataValue>-999</NoDataValue>"
                + "<Scale>\(scale)</Scale><Offset>\(offset)</Offset><SimpleSource>"
                + "<SourceFilename>\(file)</SourceFilename><SourceBand>1</SourceBand>"
                + "</SimpleSource></VRTRasterBand></VRTDataset>")
    }

    private func tally(
        values: String, quantity: (@Sendable (Double) -> Double?)? = nil,
        over wkt: String = box(0, 0, 2.5, 0.5)
    ) async throws -> Tally {
        try await Measurement(
            [.init(try classes())], values: .init(values, quantity: quantity)
        ).tally(over: try zones([("a", wkt)]))
    }

    @Test("the mean of scaled integers leaves nodata out and is exact")
    func scaledIntegers() async throws {
        let stored = try scratch.raster("stored.tif", [[Int16(1000), 3001, -999, 500, -700]])
        let tally = try await tally(values: try scaled(stored, by: 0.0001, plus: 0.5))
        let first = tally.amount(0, 1)
        // (1000 + 3001) / 2 · 0.0001 + 0.5
        #expect(tally.mean(of: first) == 2000.5 * 0.0001 + 0.5)
        #expect(first.pixels == 3)
        #expect(
            relativeDifference(
                first.valuedAreaSquareMetres * 3, first.areaSquareMetres * 2) < 1e-15)
        #expect(tally.mean(of: tally.amount(0, 2)) == -100 * 0.0001 + 0.5)
        #expect(
            relativeDifference(
                tally.integral(of: first), first.valuedAreaSquareMetres * 0.70005) < 1e-14)
    }

    @Test("a mean weighs a pixel by the part of it that the zone covers")
    func weights() async throws {
        let values = try scratch.raster("values.tif", [[Int16(100), 200, 0, 0, 0]])
        // Three quarters of the first pixel, all of the second, half of the third.
        let tally = try await tally(values: values, over: box(0.125, 0, 1.25, 0.5))
        let mean = try #require(tally.mean(of: tally.amount(0, 1)))
        #expect(abs(mean - (75 + 200) / 2.25) < 1e-12)
    }

    @Test("floats are averaged as they are, and what is not finite is left out")
    func floats() async throws {
        let values = try scratch.raster(
            "values.tif", [[Float(0.125), 0.375, .nan, .infinity, -0.0625]])
        let tally = try await tally(values: values)
        #expect(tally.mean(of: tally.amount(0, 1)) == 0.25)
        #expect(tally.mean(of: tally.amount(0, 2)) == -0.0625)
    }

    @Test("a class without any value has no mean")
    func nothing() async throws {
        let values = try scratch.raster("values.tif", [[Float(1), 1, 1, .nan, .nan]])
        let tally = try await tally(values: values)
        #expect(tally.mean(of: tally.amount(0, 2)) == nil)
        #expect(tally.amount(0, 2).pixels == 2)
    }

    @Test("a quantity is made of the physical value, and nil leaves the pixel out")
    func quantity() async throws {
        let stored = try scratch.raster("stored.tif", [[Int16(1000), 3000, -999, 500, 9000]])
        let tally = try await tally(values: try scaled(stored, by: 0.0001, plus: 0)) { ndvi in
            ndvi > 0.8 ? nil : min(max((ndvi - 0.05) / 0.9, 0), 1)
        }
        let expected = ((0.1 - 0.05) / 0.9 + (0.3 - 0.05) / 0.9) / 2
        #expect(abs(try #require(tally.mean(of: tally.amount(0, 1))) - expected) < 1e-9)
        #expect(tally.mean(of: tally.amount(0, 2)) == 0)
        let second = tally.amount(0, 2)
        #expect(second.valued * 2 == second.weight)
    }

    @Test("values too large to be added exactly are refused, with a hint at nodata")
    func tooLarge() async throws {
        let values = try scratch.raster("values.tif", [[Float(1), 1, 1, 1, -3.4e38]])
        await #expect { try await tally(values: values) } throws: { "\($0)".contains("nodata") }
    }

    @Test("quantities in bins are counted by bin")
    func bins() async throws {
        let values = try scratch.raster("values.tif", [[Float(0.1), 0.5, 0.9, .nan, 0.3]])
        let measurement = Measurement([
            .init(values, role: .bins { $0 > 0.8 ? nil : Int($0 * 10 / 4) })
        ])
        let tally = try await measurement.tally(over: nil)
        #expect(tally.amount(0, 0).pixels == 2)
        #expect(tally.amount(0, 1).pixels == 1)
        #expect(tally.amount(0, .noData).pixels == 2)
    }

    @Test("bins use the physical value of scaled integers")
    func scaledBins() async throws {
        let stored = try scratch.raster("stored.tif", [[Int16(1000), 3000, -999, 500, 9000]])
        let path = try scaled(stored, by: 0.0001, plus: 0)
        let measurement = Measurement([.init(path, role: .bins { $0 < 0.2 ? 0 : 1 })])
        let tally = try await measurement.tally(over: nil)
        #expect(tally.amount(0, 0).pixels == 2)
        #expect(tally.amount(0, 1).pixels == 2)
        #expect(tally.amount(0, .noData).pixels == 1)
    }

    @Test("the rows and columns of a transition are each year's own tally, to the last bit")
    func transitions() async throws {
        var random = SeededRandom(seed: 9)
        func year(_ name: String, options: [String]) throws -> String {
            let rows = (0..<90).map { _ in
                (0..<110).map { _ in UInt8.random(in: 0...120, using: &random) }
            }
            return try scratch.raster(
                name, rows, at: GeoTransform(left: 107, top: 40, pixelSize: 0.01), noData: 0,
                options: options)
        }
        let before = try year("a.tif", options: ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"])
        let after = try year("b.tif", options: [])
        let zone = try zones([
            ("a", "POLYGON((106.9 39.05,107.95 39.1,107.8 39.9,106.9 39.05))")
        ])
        let both = try await Measurement([.init(before), .init(after)]).tally(over: zone)
        for (index, path) in [before, after].enumerated() {
            let own = try await Measurement(of: path).tally(over: zone)
            var margin: [[Code]: Amount] = [:]
            for (codes, amount) in both.amounts[0] {
                margin[[codes[index]], default: Amount()] += amount
            }
            #expect(margin == own.amounts[0])
        }
    }

    @Test("pairs of classes, frequent and rare, long runs and short, are counted one by one")
    func pairs() async throws {
        var random = SeededRandom(seed: 21)
        let (width, height) = (700, 60)
        // The first rows show few classes, the middle ones all there are, the last ones runs of one.
        func year(_ name: String) throws -> (path: String, rows: [[UInt8]]) {
            let rows: [[UInt8]] = (0..<height).map { row in
                (0..<width).map { column in
                    if row < 20 {
                        return UInt8(column / 90) + UInt8.random(in: 0...1, using: &random)
                    }
                    return row < 40 ? UInt8.random(in: 0...255, using: &random) : UInt8(row)
                }
            }
            let path = try scratch.raster(
                name, rows, at: GeoTransform(left: 107, top: 40, pixelSize: 0.001),
                options: ["TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=16"])
            return (path, rows)
        }
        let (before, after) = (try year("a.tif"), try year("b.tif"))
        let tally = try await Measurement([.init(before.path), .init(after.path)]).tally(over: nil)
        var expected: [[Code]: Double] = [:]
        for (a, b) in zip(before.rows.joined(), after.rows.joined()) {
            expected[[.value(Int(a)), .value(Int(b))], default: 0] += 1
        }
        #expect(tally.amounts[0].mapValues(\.pixels) == expected)
        let own = try await Measurement(of: after.path).tally(over: nil)
        var margin: [[Code]: Amount] = [:]
        for (codes, amount) in tally.amounts[0] { margin[[codes[1]], default: Amount()] += amount }
        #expect(margin == own.amounts[0])
    }

    @Test(
        "on a projected grid each pixel's value weighs by its own area", arguments: [30.0, 900.0])
    func projectedMean(pixelSize: Double) async throws {
        var random = SeededRandom(seed: 22)
        let place = try #require(
            GeoTransform(left: 300_000, top: 4_400_000, pixelSize: pixelSize))
        func raster<Value: Pixel & FixedWidthInteger>(
            _ name: String, _ values: ClosedRange<Value>
        ) throws -> String {
            let rows: [[Value]] = (0..<40).map { _ in
                (0..<600).map { _ in Value.random(in: values, using: &random) }
            }
            return try scratch.raster(
                name, rows, at: place, crs: "EPSG:32649", noData: -3000)
        }
        let codes = try raster("codes.tif", UInt8(1)...3)
        let values = try raster("values.tif", Int16(-3000)...32_767)
        let tally = try await Measurement([.init(codes)], values: .init(values)).tally(over: nil)
        // The same values taken for codes: each value's own area.
        let pairs = try await Measurement([.init(codes), .init(values, role: .patches)])
            .tally(over: nil)
        for code in 1...3 {
            var (sum, area) = (0.0, 0.0)
            for (codes, amount) in pairs.amounts[0] where codes[0] == .value(code) {
                guard case .value(let value) = codes[1] else { continue }
                sum += Double(value) * amount.areaSquareMetres
                area += amount.areaSquareMetres
            }
            let amount = tally.amount(0, code)
            #expect(relativeDifference(amount.valuedAreaSquareMetres, area) < 1e-12)
            #expect(relativeDifference(try #require(tally.mean(of: amount)), sum / area) < 1e-12)
        }
    }

    /// A row of pixels in which small and large, positive and negative values and none take turns.
    private static let values: [Int] = (0..<5000).map { place in
        switch place % 7 {
        case 0: RunCounter.noValue
        case 1: 1 << 34 - 1
        case 2, 3: -(1 << 34) + 1
        default: (place * 7919 % 1000) - 700
        }
    }

    @Test("values that are packed add up as they are, with the pixels and those that have one")
    func packedValues() {
        let numbers = (0..<5000).map { Int32($0 / 3 % 5) }
        var packed = [UInt64](repeating: 0, count: 5000)
        #expect(steppe_pack(Self.values.map { Int64($0) }, 5000, &packed) != 0)
        var counter = RunCounter(largestValue: 1 << 54)
        counter.reserve(5)
        defer { counter.deallocate() }
        var amounts = [[Int]](repeating: [0, 0, 0], count: 5)
        Self.values.withUnsafeBufferPointer { plain in
            packed.withUnsafeBufferPointer { packed in
                let row = plain.baseAddress.map {
                    PixelValues(plain: $0, packed: packed.baseAddress)
                }
                numbers.withUnsafeBufferPointer { numbers in
                    guard let start = numbers.baseAddress else { return }
                    counter.count(start, values: row, 5000) {
                        amounts[$0.number][0] += $0.pixels
                        amounts[$0.number][1] += $0.valued
                        amounts[$0.number][2] += $0.sum
                    }
                }
            }
        }
        for number in 0..<5 {
            let pixels = zip(numbers, Self.values).filter { Int($0.0) == number }.map(\.1)
            let valued = pixels.filter { $0 != RunCounter.noValue }
            #expect(amounts[number] == [pixels.count, valued.count, valued.reduce(0, +)])
        }
    }

    @Test("a value beyond what can be packed is told, above 0 and below", arguments: [1, -1])
    func largeValues(sign: Int64) {
        var packed: [UInt64] = [0, 0]
        #expect(steppe_pack([1, sign * ((1 << 34) + 1)], 2, &packed) == 0)
        #expect(steppe_pack([1, sign * ((1 << 34) - 1)], 2, &packed) != 0)
    }

    @Test("a coarser raster's rows that are alike are counted each with its own classes")
    func alikeRows() async throws {
        // Four rows of classes on two of a coarser raster: each combination once or twice.
        let land = try scratch.raster(
            "land.tif", [[UInt8(1), 2], [2, 1], [1, 1], [2, 2]])
        let coarse = try scratch.raster(
            "coarse.tif", [[Int16(10)], [20]], at: GeoTransform(left: 0, top: 2, pixelSize: 1))
        let view = try Raster(coarse).aligned(onGridOf: try Dataset(opening: land).info)
        let measured = try await Measurement(
            [.init(land), .init(view, role: .bins { Int($0) })], values: .init(view)
        ).tally(over: try zones([("a", box(0, 0, 1, 2))]))
        for (code, bin) in [(1, 10), (2, 10), (1, 20), (2, 20)] {
            #expect(measured.amount(0, code, bin).pixels == 2)
            let mean = try #require(measured.mean(of: measured.amount(0, code, bin)))
            #expect(relativeDifference(mean, Double(bin)) < 1e-15)
        }
    }

    @Test("rasters that do not share a grid are refused, by name")
    func notAligned() async throws {
        let shifted = try scratch.raster(
            "shifted.tif", [[UInt8(1), 1, 1, 2, 2]],
            at: GeoTransform(left: 0.25, top: 0.5, pixelSize: 0.5))
        await #expect {
            try await Measurement([.init(try classes()), .init(shifted)]).tally(over: nil)
        } throws: { "\($0)".contains("shifted.tif") && "\($0)".contains("gdalwarp") }
    }
}
