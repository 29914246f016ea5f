// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// Rasters of codes of every type, and the ways to say that a pixel holds nothing.
@Suite struct ClassCodeTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private static let codes = [[1, 2, 2, 3], [1, 1, 2, 3], [7, 7, 2, 100], [7, 1, 1, 100]]
    private static let place = GeoTransform(left: 107, top: 40, pixelSize: 0.25)
    private static let wkt = "POLYGON((107.05 39.05,107.95 39.1,107.8 39.9,107.05 39.05))"

    private func tally<Value: Pixel>(of type: Value.Type, _ value: (Int) -> Value) async throws
        -> Tally
    {
        let path = try scratch.raster(
            "\(Value.dataType).tif", Self.codes.map { $0.map(value) }, at: Self.place,
            noData: 7)
        return try await Measurement(of: path).tally(over: try zones([("a", Self.wkt)]))
    }

    @Test("codes stored as any type give the same tally")
    func everyType() async throws {
        let bytes = try await tally(of: UInt8.self) { UInt8($0) }
        #expect(
            bytes.amounts[0].keys.sorted { $0[0] < $1[0] } == [
                [.value(1)], [.value(2)], [.value(3)], [.value(100)], [.noData],
            ])
        #expect(try await tally(of: Int8.self) { Int8($0) } == bytes)
        #expect(try await tally(of: UInt16.self) { UInt16($0) } == bytes)
        #expect(try await tally(of: Int16.self) { Int16($0) } == bytes)
        #expect(try await tally(of: UInt32.self) { UInt32($0) } == bytes)
        #expect(try await tally(of: Int32.self) { Int32($0) } == bytes)
        #expect(try await tally(of: UInt64.self) { UInt64($0) } == bytes)
        #expect(try await tally(of: Int64.self) { Int64($0) } == bytes)
        #expect(try await tally(of: Float.self) { Float($0) } == bytes)
        #expect(try await tally(of: Double.self) { Double($0) } == bytes)
    }

    @Test("combinations of many codes below 0 and above are counted as one by one")
    func combinations() async throws {
        var random = SeededRandom(seed: 11)
        func rows(_ codes: ClosedRange<Int16>) -> [[Int16]] {
            (0..<30).map { _ in (0..<700).map { _ in Int16.random(in: codes, using: &random) } }
        }
        let all = [rows(-3...3), rows(-32_768 ... -32_700), rows(100...108)]
        let place = GeoTransform(left: 107, top: 40, pixelSize: 0.001)
        let layers = try all.enumerated().map {
            Measurement.Layer(try scratch.raster("words\($0).tif", $1, at: place))
        }
        let tally = try await Measurement(layers).tally(over: nil)
        var counts: [[Code]: Int] = [:]
        for row in 0..<30 {
            for column in 0..<700 {
                counts[all.map { .value(Int($0[row][column])) }, default: 0] += 1
            }
        }
        #expect(tally.amounts[0].mapValues { Int($0.pixels.rounded()) } == counts)
    }

    @Test("whole rows of many codes are counted as one by one")
    func longRows() async throws {
        var random = SeededRandom(seed: 4)
        let rows = (0..<40).map { _ in
            (0..<1000).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        let place = GeoTransform(left: 107, top: 40, pixelSize: 0.001)
        let bytes = try scratch.raster("bytes.tif", rows, at: place)
        let words = try scratch.raster("words.tif", rows.map { $0.map { UInt16($0) } }, at: place)
        let zone = try zones([("a", "POLYGON((106 39,109 39,108 41,106 39))")])
        let tally = try await Measurement(of: bytes).tally(over: zone)
        let other = try await Measurement(of: words).tally(over: zone)
        #expect(tally == other)
        let all = try await Measurement(of: bytes).tally(over: nil)
        var counts = [Int](repeating: 0, count: 256)
        for code in rows.joined() { counts[Int(code)] += 1 }
        #expect((0..<256).map { all.amount(0, $0).pixels } == counts.map(Double.init))
    }

    @Test("negative codes stay negative")
    func negative() async throws {
        let path = try scratch.raster("raster.tif", [[Int8(-5), 3], [-128, 127]])
        let tally = try await Measurement(of: path).tally(over: nil)
        #expect(tally.amount(0, -5).pixels == 1)
        #expect(tally.amount(0, -128).pixels == 1)
        #expect(tally.amount(0, 127).pixels == 1)
    }

    @Test("NaN is nodata, declared or not")
    func notANumber() async throws {
        let rows: [[Float]] = [[1, .nan], [2, -9999]]
        let undeclared = try await Measurement(of: try scratch.raster("a.tif", rows)).tally(
            over: nil)
        #expect(undeclared.amount(0, .noData).pixels == 1)
        #expect(undeclared.amount(0, -9999).pixels == 1)
        let declared = try await Measurement(of: try scratch.raster("b.tif", rows, noData: -9999))
            .tally(over: nil)
        #expect(declared.amount(0, .noData).pixels == 2)
    }

    @Test("nodata of float32 is met in its own precision")
    func floatNoData() async throws {
        let path = try scratch.raster("raster.tif", [[Float(-3.4e38), 2]], noData: -3.4e38)
        let tally = try await Measurement(of: path).tally(over: nil)
        #expect(tally.amount(0, .noData).pixels == 1)
    }

    @Test("codes named as nodata are nodata, for bytes and for words")
    func extraNoData() async throws {
        let bytes = try scratch.raster("a.tif", [[UInt8(0), 1], [254, 255]], noData: 255)
        let words = try scratch.raster("b.tif", [[UInt16(0), 1], [254, 255]], noData: 255)
        for path in [bytes, words] {
            var measurement = Measurement(of: path)
            measurement.noDataCodes = [0, 254]
            let tally = try await measurement.tally(over: nil)
            #expect(tally.amount(0, .noData).pixels == 3)
            #expect(tally.amount(0, 1).pixels == 1)
        }
    }

    @Test("a mask band hides pixels", arguments: ["Mask", "Alpha"])
    func masks(kind: String) async throws {
        let codes = try scratch.raster("codes.tif", [[UInt8(1), 1, 2], [2, 1, 2]])
        let mask = try scratch.raster("mask.tif", [[UInt8(255), 0, 255], [0, 255, 255]])
        let source = { (file: String) in
            "<SimpleSource><SourceFilename>\(file)</SourceFilename><SourceBand>1</SourceBand>"
                + "</SimpleSource>"
        }
        let second =
            kind == "Mask"
            ? "<MaskBand><VRTRasterBand dataType='Byte'>\(source(mask))</VRTRasterBand></MaskBand>"
            : "<VRTRasterBand dataType='Byte' band='2'><ColorInterp>Alpha</ColorInterp>"
                + "\(source(mask))</VRTRasterBand>"
        let path = try scratch.text(
            "masked.vrt",
            "<VRTDataset rasterXSize='3' rasterYSize='2'><SRS>EPSG:4326</SRS>"
                + "<GeoTransform>0,0.5,0,1,0,-0.5</GeoTransform>"
                + "<VRTRasterBand dataType='Byte' band='1'>\(source(codes))</VRTRasterBand>"
                + "\(second)</VRTDataset>")
        let tally = try await Measurement(of: path).tally(over: nil)
        #expect(tally.amount(0, .noData).pixels == 2)
        #expect(tally.amount(0, 1).pixels == 2)
        #expect(tally.amount(0, 2).pixels == 2)
    }

    @Test("a fraction where a code should be is an error that says where")
    func fraction() async throws {
        let path = try scratch.raster("raster.tif", [[Float(1), 2, 2], [3, 3, 0.25]])
        await #expect {
            try await Measurement(of: path).tally(over: nil)
        } throws: { $0 as? ZoneError == .notACode(raster: path, value: "0.25", column: 2, row: 1) }
    }

    @Test("more than 65,536 codes are an error")
    func tooMany() async throws {
        let rows = (0..<300).map { row in (0..<300).map { Int32(row * 300 + $0) } }
        let path = try scratch.raster(
            "raster.tif", rows, at: GeoTransform(left: 107, top: 40, pixelSize: 0.001))
        await #expect {
            try await Measurement(of: path).tally(over: nil)
        } throws: { "\($0)".contains("65536") }
    }
}
