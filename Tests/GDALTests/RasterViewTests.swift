// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import PlaneGeometry
import Support
import Testing

@Suite("A raster seen on another's grid")
struct RasterViewTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    /// A grid in metres, whose pixels are whole ones.
    private struct Lattice {
        var width: Int, height: Int, left: Int, top: Int, size: Int
        var isSouthUp = false
        var crs = "EPSG:32649"

        var place: GeoTransform? {
            isSouthUp
                ? GeoTransform([
                    Double(left), Double(size), 0, Double(top - height * size), 0, Double(size),
                ])
                : GeoTransform(
                    left: Double(left), top: Double(top), pixelSize: Double(size))
        }
    }

    /// The same projection of another ellipsoid: less than a millimetre away, but another CRS.
    private static let onGRS80 = "+proj=utm +zone=49 +ellps=GRS80 +units=m"

    private func raster<Value: Pixel>(
        _ name: String, _ lattice: Lattice, noData: Double? = nil,
        _ value: (_ column: Int, _ row: Int) -> Value
    ) throws -> String {
        try scratch.raster(
            name, (0..<lattice.height).map { row in (0..<lattice.width).map { value($0, row) } },
            at: lattice.place, crs: lattice.crs, noData: noData)
    }

    private func pixels(
        _ raster: Raster, windows: (width: Int, height: Int)? = nil
    ) throws -> [[Int32]] {
        let dataset = try Dataset(opening: raster)
        let (width, height) = (dataset.info.width, dataset.info.height)
        var all = [[Int32]](repeating: [Int32](repeating: 0, count: width), count: height)
        let step = windows ?? (width, height)
        for row in stride(from: 0, to: height, by: step.height) {
            for column in stride(from: 0, to: width, by: step.width) {
                let window = Window(
                    column: column, row: row, width: min(step.width, width - column),
                    height: min(step.height, height - row))
                var part = [Int32](repeating: 0, count: window.count)
                var span = part.mutableSpan
                try dataset.read(window, into: &span)
                for (place, value) in part.enumerated() {
                    all[row + place / window.width][column + place % window.width] = value
                }
            }
        }
        return all
    }

    /// Twice a floor division, for centres of pixels lie at halves.
    private func pixel(_ index: Int, from start: Int, of size: Int, in other: Lattice, _ first: Int)
        -> Int
    {
        let twice = 2 * (start - first) + (2 * index + 1) * size
        return Int((Double(twice) / Double(2 * other.size)).rounded(.down))
    }

    @Test(
        "each pixel takes the value that its centre lies in, for any windows",
        arguments: UInt64(1)...40)
    func nearest(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        let source = Lattice(
            width: whole(1...50), height: whole(1...50), left: 500_000, top: 4_400_000,
            size: 2 * whole(1...30), isSouthUp: seed % 3 == 0)
        let size = 2 * whole(1...30)
        let grid = Lattice(
            width: whole(1...120), height: whole(1...120), left: 500_000 + whole(-90...90),
            top: 4_400_000 + whole(-90...90), size: size, isSouthUp: seed % 5 == 0)
        let path = try raster("source.tif", source, noData: -1) { Int32(1 + $0 + 1_000 * $1) }
        let reference = try raster("grid.tif", grid) { _, _ in UInt8(0) }
        let view = try Raster(path).aligned(onGridOf: Dataset(opening: reference).info)

        let expected = (0..<grid.height).map { line -> [Int32] in
            // Rows from the top, whichever way they are stored.
            let row = grid.isSouthUp ? grid.height - 1 - line : line
            var sourceRow = pixel(row, from: -grid.top, of: size, in: source, -source.top)
            if source.isSouthUp {
                // A centre on the border of two rows lies in the later stored.
                let twice = 2 * (source.top - grid.top) + (2 * row + 1) * size
                let isOnBorder = twice % (2 * source.size) == 0
                sourceRow = source.height - 1 - (isOnBorder ? sourceRow - 1 : sourceRow)
            }
            return (0..<grid.width).map { column in
                let sourceColumn = pixel(column, from: grid.left, of: size, in: source, source.left)
                let isInside =
                    (0..<source.width).contains(sourceColumn)
                    && (0..<source.height).contains(sourceRow)
                return isInside ? Int32(1 + sourceColumn + 1_000 * sourceRow) : -1
            }
        }
        #expect(try pixels(view) == expected)
        #expect(try pixels(view, windows: (whole(1...40), whole(1...40))) == expected)
    }

    @Test("a grid shifted by half a pixel takes the pixels to the right and below, every one")
    func halfPixel() throws {
        let size = 0.00026949458523585647
        func value(_ column: Int, _ row: Int) -> Int32 { Int32(1 + column + 1_000 * row) }
        let values = (0..<200).map { row in (0..<300).map { value($0, row) } }
        let source = try scratch.raster(
            "source.tif", values, at: GeoTransform(left: 106.3, top: 41.05, pixelSize: size),
            noData: -1)
        let reference = try scratch.raster(
            "grid.tif", values,
            at: GeoTransform(left: 106.3 + size / 2, top: 41.05 - size / 2, pixelSize: size))
        let view = try Raster(source).aligned(onGridOf: Dataset(opening: reference).info)
        let expected = (1...200).map { row in
            (1...300).map { row < 200 && $0 < 300 ? value($0, row) : -1 }
        }
        #expect(try pixels(view, windows: (64, 64)) == expected)
    }

    @Test("pixels off a raster that knows no nodata are masked", arguments: [false, true])
    func mask(isOfAnotherCRS: Bool) throws {
        let source = try raster(
            "source.tif",
            Lattice(width: 2, height: 2, left: 500_000, top: 4_400_000, size: 20)
        ) { column, row in UInt8(1 + column + 2 * row) }
        let grid = Lattice(
            width: 4, height: 2, left: 499_980, top: 4_400_000, size: 20,
            crs: isOfAnotherCRS ? Self.onGRS80 : "EPSG:32649")
        let reference = try raster("grid.tif", grid) { _, _ in UInt8(0) }
        let view = try Raster(source).aligned(onGridOf: Dataset(opening: reference).info)
        let dataset = try Dataset(opening: view)
        #expect(dataset.info.bands[0].mask == .band)
        var mask = [UInt8](repeating: 9, count: 8)
        try mask.withUnsafeMutableBufferPointer {
            try dataset.readMask(
                Window(column: 0, row: 0, width: 4, height: 2), ofBand: 1, into: $0)
        }
        #expect(mask == [0, 255, 255, 0, 0, 255, 255, 0])
    }

    @Test("a finer raster's overviews are not read", arguments: [false, true])
    func overviews(isOfAnotherCRS: Bool) throws {
        let fine = Lattice(width: 256, height: 256, left: 500_000, top: 4_400_000, size: 10)
        let path = try raster("fine.tif", fine, noData: -1) { column, row in
            Int32(column % 8 == 4 && row % 8 == 4 ? 7 : 1_000)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gdaladdo", "-q", "-r", "average", path, "2", "4", "8"]
        try process.run()
        process.waitUntilExit()
        try #require(try Dataset(opening: path).info.bands[0].overviewCount == 3)
        // Centres 4.5 pixels in.
        let coarse = Lattice(
            width: 32, height: 32, left: 500_005, top: 4_399_995, size: 80,
            crs: isOfAnotherCRS ? Self.onGRS80 : "EPSG:32649")
        let reference = try raster("grid.tif", coarse) { _, _ in UInt8(0) }
        let view = try Raster(path).aligned(onGridOf: Dataset(opening: reference).info)
        #expect(try pixels(view).allSatisfy { $0.allSatisfy { $0 == 7 } })
    }

    /// A CRS with a grid of so many pixels around Ordos, in its own units.
    private struct Placed: CustomTestStringConvertible {
        let crs: String, left: Double, top: Double, pixelSize: Double
        let width: Int, height: Int
        var testDescription: String { "\(crs) \(width) × \(height)" }
    }

    @Test(
        "across CRS each pixel takes the value that PROJ puts its centre in, for any windows",
        arguments: [
            // UTM, MODIS's sinusoidal, Albers, degrees; finer, alike and coarser; partly off the source.
            (
                Placed(
                    crs: "EPSG:4326", left: 108, top: 40, pixelSize: 0.0003, width: 700, height: 130
                ),
                Placed(
                    crs: "EPSG:32649", left: 250_000, top: 4_430_000, pixelSize: 250, width: 100,
                    height: 120)
            ),
            (
                Placed(
                    crs: "EPSG:4326", left: 107, top: 41, pixelSize: 0.02, width: 300, height: 200),
                Placed(
                    crs: "+proj=sinu +R=6371007.181 +units=m", left: 9_100_000, top: 4_600_000,
                    pixelSize: 4_633.1271653, width: 90, height: 80)
            ),
            (
                Placed(
                    crs: "+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +ellps=GRS80", left: 200_000,
                    top: 4_500_000, pixelSize: 1_000, width: 257, height: 190),
                Placed(
                    crs: "EPSG:4490", left: 107.5, top: 41, pixelSize: 0.01, width: 200, height: 200
                )
            ),
            (
                Placed(
                    crs: "EPSG:4326", left: -180, top: 90, pixelSize: 1, width: 360, height: 180),
                Placed(
                    crs: "EPSG:32649", left: 100_000, top: 4_500_000, pixelSize: 20_000, width: 40,
                    height: 30)
            ),
        ])
    private func acrossCRS(grid: Placed, source: Placed) throws {
        func raster(_ name: String, _ placed: Placed, _ value: (Int, Int) -> Int32) throws -> String
        {
            try scratch.raster(
                name,
                (0..<placed.height).map { row in (0..<placed.width).map { value($0, row) } },
                at: GeoTransform(left: placed.left, top: placed.top, pixelSize: placed.pixelSize),
                crs: placed.crs, noData: -1)
        }
        func value(_ column: Int, _ row: Int) -> Int32 { Int32(1 + column + 1_000 * row) }
        let path = try raster("source.tif", source, value)
        let reference = try raster("grid.tif", grid) { _, _ in 0 }
        let view = try Raster(path).aligned(onGridOf: Dataset(opening: reference).info)

        let transform = try CoordinateTransform(from: CRS(grid.crs), to: CRS(source.crs))
        let expected = (0..<grid.height).map { row in
            transform.transformed(
                (0..<grid.width).map {
                    Point(
                        x: grid.left + (Double($0) + 0.5) * grid.pixelSize,
                        y: grid.top - (Double(row) + 0.5) * grid.pixelSize)
                }
            ).map { place -> Int32 in
                guard let place else { return -1 }
                let column = Int(((place.x - source.left) / source.pixelSize + 1e-9).rounded(.down))
                let row = Int(((source.top - place.y) / source.pixelSize + 1e-9).rounded(.down))
                let isInside =
                    (0..<source.width).contains(column) && (0..<source.height).contains(row)
                return isInside ? value(column, row) : -1
            }
        }
        #expect(expected.joined().contains { $0 != -1 } && expected.joined().contains(-1))
        #expect(try pixels(view) == expected)
        #expect(try pixels(view, windows: (37, 11)) == expected)
        #expect(try pixels(view, windows: (512, 512)) == expected)
    }
}

@Suite("Rasters made of others") struct RasterTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test("a view is there for as long as anything can open it, and no longer")
    func lifetime() throws {
        let path = try scratch.raster("map.tif", [[UInt8(1), 2]])
        func view() throws -> (info: RasterInfo, name: String) {
            let view = try Raster(path).shifted(columns: 1, rows: 0)
            return (try Dataset(opening: view).info, view.name)
        }
        var made = Optional(try view())
        let name = try #require(made).name
        // What is known of a raster opens it again, here by another thread.
        #expect(try Dataset(reopening: try #require(made).info).info.width == 2)
        #expect(try Dataset(opening: name).info.width == 2)
        made = nil
        #expect(throws: GDALError.self) { _ = try Dataset(opening: name) }
    }
}

@Suite("Shifted rasters") struct ShiftedViewTests {
    @Test(
        "a raster moved by a column shows its neighbour's value, and nothing from beyond its edge")
    func moved() throws {
        let scratch = try Scratch()
        let path = try scratch.raster("a.tif", [[1, 2, 3], [4, 5, 6]] as [[UInt8]])
        let shifted = try Raster(path).shifted(columns: 1, rows: 0)
        let dataset = try Dataset(opening: shifted)
        var pixels = [UInt8](repeating: 9, count: 6)
        var span = pixels.mutableSpan
        try dataset.read(
            Window(column: 0, row: 0, width: 3, height: 2), ofBand: 1, into: &span)
        #expect([pixels[1], pixels[2], pixels[4], pixels[5]] == [1, 2, 4, 5])
    }
}
