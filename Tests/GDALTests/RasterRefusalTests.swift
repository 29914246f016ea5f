// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlaneGeometry
import Support
import Testing

@testable import GDAL

/// Files that would cost too much, never end, or be read as something else than they are.
@Suite struct RasterRefusalTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    /// A GeoTIFF of some hundred bytes that claims a size, in one strip.
    private func claim(_ width: UInt32, _ height: UInt32) throws -> String {
        var data = Data("II*\0".utf8)
        func append(_ number: UInt32, bytes: Int = 4) {
            withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0.prefix(bytes)) }
        }
        let tags: [(UInt32, UInt32, UInt32)] = [
            (256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 0),
            (277, 3, 1), (278, 4, height), (279, 4, 0),
        ]
        append(8)
        append(UInt32(tags.count), bytes: 2)
        for (tag, kind, value) in tags {
            append(tag, bytes: 2)
            append(kind, bytes: 2)
            append(1)
            append(value)
        }
        append(0)
        let path = scratch.path("claim_\(width)_\(height).tif")
        try data.write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test(
        "a small file that claims to be huge is refused as it is opened",
        .comesBack(within: 60),
        arguments: [
            (UInt32(Int32.max), UInt32(1), "decoded whole"),
            (UInt32(Int32.max), UInt32(Int32.max), "claims"), (1 << 20, 1 << 20, "cut short"),
        ])
    func claims(width: UInt32, height: UInt32, words: String) throws {
        let path = try claim(width, height)
        #expect { try Dataset(opening: path).info } throws: {
            "\($0)".contains(words) && "\($0)".contains(path)
        }
    }

    @Test("a sparse raster of an honest size is read as what it is")
    func sparse() throws {
        let path = try claim(1000, 1000)
        #expect(try Dataset(opening: path).info.width == 1000)
    }

    @Test(
        "pipes are refused as rasters and as vectors, and so are links to them",
        .comesBack(within: 60))
    func pipes() throws {
        let pipe = scratch.path("pipe.tif")
        try #require(mkfifo(pipe, 0o600) == 0)
        let link = scratch.path("link.tif")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: pipe)
        for path in [pipe, link] {
            #expect { try Dataset(opening: path).info } throws: { "\($0)".contains("a pipe") }
            #expect { try VectorSource(opening: path).layerNames } throws: {
                "\($0)".contains("a pipe")
            }
        }
        #expect { try Dataset(opening: "/dev/zero").info } throws: { "\($0)".contains("a device") }
    }

    @Test("a virtual raster of a pipe is refused", .comesBack(within: 60))
    func pipeInVRT() throws {
        try #require(mkfifo(scratch.path("pipe.tif"), 0o600) == 0)
        let path = try scratch.text(
            "v.vrt",
            "<VRTDataset rasterXSize=\"4\" rasterYSize=\"4\"><VRTRasterBand dataType=\"Byte\" band=\"1\">"
                + "<SimpleSource><SourceFilename relativeToVRT=\"1\">pipe.tif</SourceFilename>"
                + "<SourceBand>1</SourceBand><SourceProperties RasterXSize=\"4\" RasterYSize=\"4\" "
                + "DataType=\"Byte\" BlockXSize=\"4\" BlockYSize=\"4\"/></SimpleSource>"
                + "</VRTRasterBand></VRTDataset>")
        #expect { try Dataset(opening: path).info } throws: { "\($0)".contains("pipe.tif") }
    }

    // MARK: GeoPackage tiles

    private func codes() throws -> String {
        try scratch.raster(
            "codes.tif",
            [[UInt8(10), 10, 30, 30], [10, 10, 30, 30], [60, 60, 80, 80], [60, 60, 80, 80]],
            at: GeoTransform(left: 109, top: 39, pixelSize: 0.01), crs: "EPSG:4490")
    }

    @Test("PNG tiles of a GeoPackage hold their codes")
    func pngTiles() throws {
        let source = try codes()
        let path = scratch.path("tiles.gpkg")
        try Dataset(opening: source).copy(
            to: path, driver: "GPKG", options: ["TILE_FORMAT=PNG"])
        let dataset = try Dataset(opening: path)
        var pixels = [UInt8](repeating: 0, count: 16)
        var span = pixels.mutableSpan
        try dataset.read(Window(column: 0, row: 0, width: 4, height: 4), into: &span)
        #expect(pixels == [10, 10, 30, 30, 10, 10, 30, 30, 60, 60, 80, 80, 60, 60, 80, 80])
    }

    @Test(
        "JPEG and WebP tiles, which alter codes, are refused by name", arguments: ["JPEG", "WEBP"])
    func lossyTiles(format: String) throws {
        let path = try translated(
            try codes(), to: "\(format).gpkg", "-of", "GPKG", "-co", "TILE_FORMAT=\(format)")
        #expect { try Dataset(opening: path).info } throws: {
            "\($0)".lowercased().contains(format.lowercased())
                && "\($0)".contains("TILE_FORMAT=PNG")
        }
    }

    @Test("a PNG by itself is no raster for measuring")
    func png() throws {
        let path = try translated(try codes(), to: "codes.png", "-of", "PNG")
        #expect(throws: GDALError.self) { try Dataset(opening: path).info }
    }

    /// A raster as GDAL's own program writes it in another format.
    private func translated(
        _ source: String, to name: String, _ options: String...
    ) throws -> String {
        let path = scratch.path(name)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gdal_translate", "-q"] + options + [source, path]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return path
    }

    // MARK: 64 bits

    @Test("nodata of 64 bits is known to the last bit, through a view as well")
    func noData64() throws {
        let (a, b) = (Int64(1) << 53, Int64(1) << 53 + 1)
        let path = scratch.path("codes.vrt")
        let plain = try scratch.raster(
            "plain.tif", [[a, b], [30, 10]], at: GeoTransform(left: 109, top: 39, pixelSize: 0.01))
        _ = try scratch.text(
            "codes.vrt",
            "<VRTDataset rasterXSize=\"2\" rasterYSize=\"2\"><SRS>EPSG:4326</SRS><GeoTransform>"
                + "109,0.01,0,39,0,-0.01</GeoTransform><VRTRasterBand dataType=\"Int64\" band=\"1\">"
                + "<NoDataValue>\(b)</NoDataValue><SimpleSource><SourceFilename relativeToVRT=\"0\">"
                + "\(plain)</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
                + "</VRTDataset>")
        let band = try Dataset(opening: path).info.bands[0]
        #expect(band.noDataInteger == Int128(b) && band.noDataCode == Int(b))
        #expect(band.isNoData(integer: b) && !band.isNoData(integer: a))
        let wide = try scratch.raster(
            "wide.tif", [[UInt8]](repeating: [1, 1, 1], count: 2),
            at: GeoTransform(left: 109, top: 39, pixelSize: 0.01))
        let view = try Raster(path).aligned(onGridOf: try Dataset(opening: wide).info)
        var pixels = [Int64](repeating: 0, count: 6)
        var span = pixels.mutableSpan
        try Dataset(opening: view).read(
            Window(column: 0, row: 0, width: 3, height: 2), into: &span)
        #expect(pixels == [a, b, b, 30, 10, b])
    }

    // MARK: netCDF

    @Test(
        "a valid range of a packed netCDF is one of values if it has fractions, else of stored numbers",
        arguments: [("-0.2", "1.5", true), ("-2000", "10000", false)])
    func validRange(low: String, high: String, isOfValues: Bool) throws {
        let plain = try scratch.raster(
            "ndvi.tif", [[Int16(1800), 2500], [-3000, 9000]],
            at: GeoTransform(left: 109, top: 39, pixelSize: 0.01), noData: -32_768
        ) {
            $0.scale = 0.0001
            $0.bandMetadata = ["valid_min": low, "valid_max": high]
        }
        let path = try translated(plain, to: "ndvi.nc", "-of", "netCDF")
        let dataset = try Dataset(opening: path)
        let band = dataset.info.bands[0]
        #expect((band.validRange != nil) == isOfValues)
        var pixels = [Int16](repeating: 0, count: 4)
        var span = pixels.mutableSpan
        try dataset.read(Window(column: 0, row: 0, width: 2, height: 2), into: &span)
        #expect(pixels.map { band.isNoData(integer: $0) } == [false, false, true, false])
    }
}
