// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import PlaneGeometry
import Support
import Testing

@Suite struct MosaicTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func tile<Value: Pixel>(
        _ name: String, _ rows: [[Value]], left: Double, top: Double = 1, size: Double = 0.5,
        crs: String = "EPSG:4326", noData: Double? = nil
    ) throws -> String {
        try scratch.raster(
            name, rows, at: GeoTransform(left: left, top: top, pixelSize: size), crs: crs,
            noData: noData)
    }

    private func pixels(_ mosaic: Mosaic) throws -> [[UInt8]] {
        let dataset = try Dataset(opening: mosaic.raster)
        let info = dataset.info
        return try (0..<info.height).map { row in
            var line = [UInt8](repeating: 0, count: info.width)
            var span = line.mutableSpan
            try dataset.read(
                Window(column: 0, row: row, width: info.width, height: 1), into: &span)
            return line
        }
    }

    @Test("tiles side by side are one raster")
    func adjacent() throws {
        let a = try tile("a.tif", [[UInt8(1), 2], [3, 4]], left: 0)
        let b = try tile("b.tif", [[UInt8(5)], [6]], left: 1)
        let mosaic = try Mosaic(of: [a, b])
        #expect(try pixels(mosaic) == [[1, 2, 5], [3, 4, 6]])
        let info = try Dataset(opening: mosaic.raster).info
        #expect(info.transform == GeoTransform([0, 0.5, 0, 1, 0, -0.5]))
        #expect(info.bands.map(\.mask) == [.none])
    }

    @Test("where tiles overlap the later one lies on top, except where it holds nothing")
    func overlap() throws {
        let a = try tile("a.tif", [[UInt8(1), 2, 3]], left: 0, noData: 0)
        let b = try tile("b.tif", [[UInt8(7), 0, 9]], left: 0.5, noData: 0)
        #expect(try pixels(try Mosaic(of: [a, b])) == [[1, 7, 3, 9]])
        #expect(try pixels(try Mosaic(of: [b, a])) == [[1, 2, 3, 9]])
    }

    @Test("between tiles there is nodata")
    func gap() throws {
        let a = try tile("a.tif", [[UInt8(1)]], left: 0, noData: 255)
        let b = try tile("b.tif", [[UInt8(2)]], left: 1, noData: 255)
        #expect(try pixels(try Mosaic(of: [a, b])) == [[1, 255, 2]])
    }

    @Test("between tiles that know no nodata, pixels are masked rather than 0")
    func gapWithoutNoData() throws {
        let a = try tile("a.tif", [[UInt8(0)]], left: 0)
        let b = try tile("b.tif", [[UInt8(2)]], left: 1)
        #expect(try Dataset(opening: try Mosaic(of: [a, b]).raster).info.bands[0].mask == .band)
        let c = try tile("c.tif", [[UInt8(1)]], left: 0.5)
        #expect(try Dataset(opening: try Mosaic(of: [a, b, c]).raster).info.bands[0].mask == .none)
    }

    @Test("a tile that does not fit is an error that names it and says why")
    func misfits() throws {
        let a = try tile("a.tif", [[UInt8(1)]], left: 0)
        let others: [(String, String)] = [
            (try tile("crs.tif", [[UInt8(1)]], left: 1, crs: "EPSG:4490"), "CRS"),
            (try tile("type.tif", [[UInt16(1)]], left: 1), "type"),
            (try tile("size.tif", [[UInt8(1)]], left: 1, size: 0.25), "large"),
            (try tile("grid.tif", [[UInt8(1)]], left: 1.2), "gdalwarp"),
            (try tile("nodata.tif", [[UInt8(1)]], left: 1, noData: 255), "nodata"),
        ]
        for (tile, word) in others {
            #expect { try Mosaic(of: [a, tile]) } throws: {
                "\($0)".contains("'\(tile)'") && "\($0)".contains(word)
            }
        }
        #expect { try Mosaic(of: [a, "no.tif"]) } throws: { "\($0)".contains("no.tif") }
        #expect(throws: GDALError.self) { try Mosaic(of: []) }
    }

    @Test("files that overlap with unlike values are no raster, and the error says where")
    func unlikeOverlap() throws {
        let a = try tile("a.tif", [[UInt8(1), 2, 3]], left: 0, noData: 0)
        let b = try tile("b.tif", [[UInt8(2), 7, 9]], left: 0.5, noData: 0)
        #expect { try RasterFiles([a, b]) } throws: {
            let words = ["b.tif'", "overlaps '", "a.tif'", "2 × 1 pixels", "1.25, 0.75", "7", "3"]
            return words.allSatisfy("\($0)".contains) && "\($0)".contains("--mosaic")
        }
        let joined = try RasterFiles.$overlaps.withValue(.lastOnTop) { try RasterFiles([a, b]) }
        let dataset = try Dataset(opening: joined.raster)
        var line = [UInt8](repeating: 0, count: 4)
        var span = line.mutableSpan
        try dataset.read(Window(column: 0, row: 0, width: 4, height: 1), into: &span)
        #expect(line == [1, 2, 7, 9])
    }

    @Test("files that say the same where they overlap, or nothing, are one raster")
    func likeOverlap() throws {
        let a = try tile("a.tif", [[UInt8(1), 2, 3]], left: 0, noData: 0)
        let b = try tile("b.tif", [[UInt8(2), 0, 9]], left: 0.5, noData: 0)
        let c = try tile("c.tif", [[UInt8(0), 2, 3, 9, 4]], left: 0, noData: 0)
        #expect(try RasterFiles([a, b, c]).files.count == 3)
    }

    @Test("a difference in one pixel of a large overlap is found, of 64-bit codes too")
    func lateDifference() throws {
        var rows = [[Int64]](repeating: [Int64](repeating: 1 << 60, count: 700), count: 700)
        let a = try tile("a.tif", rows, left: 0)
        #expect(try RasterFiles([a, try tile("b.tif", rows, left: 0)]).files.count == 2)
        rows[699][699] += 1
        let c = try tile("c.tif", rows, left: 0)
        #expect(throws: GDALError.self) { try RasterFiles([a, c]) }
    }

    @Test("files of two years by their names are no raster, though they lie apart")
    func years() throws {
        let a = try tile("lc_2015.tif", [[UInt8(1)]], left: 0)
        let b = try tile("lc_2020.tif", [[UInt8(1)]], left: 1)
        #expect { try RasterFiles([a, b]) } throws: {
            "\($0)".contains("of 2020 by its name") && "\($0)".contains("of 2015")
        }
        let place = GeoTransform(left: 2, top: 1, pixelSize: 0.5)
        let c = try scratch.raster("c.tif", [[UInt8(1)]], at: place) {
            $0.metadata = ["YEAR": "2010"]
        }
        #expect { try RasterFiles([a, c]) } throws: { "\($0)".contains("of 2010 by its YEAR") }
        #expect(
            try RasterFiles.$overlaps.withValue(.lastOnTop) { try RasterFiles([a, b]).files }.count
                == 2)
    }
}
