// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import MapStyles
import PlaneGeometry
import Testing

@testable import Cartography
import Words

@Suite("Rasters for display")
struct WarpTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func grid(_ width: Int, _ height: Int, extent: Extent? = nil) throws -> DisplayGrid {
        DisplayGrid(
            crs: try CRS.wgs84(),
            extent: extent ?? Extent(minX: 108, minY: 39, maxX: 110, maxY: 41), width: width,
            height: height)
    }

    @Test("seen from afar, a class map shows the most frequent class and a number map the mean")
    func reduced() throws {
        let values: [UInt8] = [
            1, 1, 5, 6,  //
            1, 2, 5, 5,  //
            3, 3, 9, 9,  //
            4, 3, 9, 9,
        ]
        let dataset = try Dataset(opening: scratch.raster(width: 4, height: 4, values))
        let modes = try dataset.warped(
            onto: grid(2, 2), resampling: .mode, missing: Int32.min)
        #expect(modes == [1, 5, 3, 9])
        let means = try dataset.warped(
            onto: grid(2, 2), resampling: .average, missing: Double.nan)
        #expect(means == [1.25, 5.25, 3.25, 9])
    }

    @Test("seen from near, every pixel is the nearest one, and off the raster nothing is known")
    func enlarged() throws {
        let dataset = try Dataset(opening: scratch.raster(width: 2, height: 1, [7, 9] as [UInt8]))
        let beyond = Extent(minX: 108, minY: 39, maxX: 111, maxY: 41)
        let shown = try dataset.warped(
            onto: grid(6, 2, extent: beyond), resampling: .nearest, missing: Int32(-1))
        #expect(shown == [7, 7, 9, 9, -1, -1, 7, 7, 9, 9, -1, -1])
    }

    @Test("nodata stays unknown and takes no part in a mean")
    func noData() throws {
        let values: [Float] = [2, -9999, 4, -9999, -9999, -9999, 6, 6]
        let raster = try scratch.raster(width: 4, height: 2, noData: -9999, values)
        let shown = try Dataset(opening: raster).warped(
            onto: grid(2, 1), resampling: .average, missing: Double.nan)
        #expect(shown[0] == 2)
        #expect(abs(shown[1] - 16.0 / 3) < 1e-6)
        let full = try Dataset(opening: raster).warped(
            onto: grid(4, 2), resampling: .nearest, missing: Double.nan)
        #expect(full.map(\.isNaN) == [false, true, false, true, true, true, false, false])
    }

    @Test("a number map's ramp ends where its range ends, and says that numbers lie beyond")
    func numbers() throws {
        let raster = try scratch.raster(width: 4, height: 1, [0.1, 0.3, 0.5, 0.9] as [Float])
        let map = NumericMap(
            raster: Raster(raster), ramp: .vegetation, range: 0.3...0.5,
            heading: LocalizedText("NDVI"))
        let painted = try paint(map, on: grid(4, 1))
        let first = try #require(ColorRamp.vegetation.colors.first).premultiplied
        let last = try #require(ColorRamp.vegetation.colors.last).premultiplied
        #expect(painted.picture.pixels == [first, first, last, last])
        #expect(painted.hasLower && painted.hasHigher && !painted.hasGaps)
    }

    @Test("a raster without a CRS, and a band that it lacks, are errors that say so")
    func refused() throws {
        let path = "\(scratch.path)/bare.asc"
        let text = "ncols 1\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n1\n"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let bare = try Dataset(opening: path)
        let first = #expect(throws: GDALError.self) {
            try bare.warped(onto: grid(1, 1), resampling: .nearest, missing: Int32(0))
        }
        #expect("\(try #require(first))".contains("names no CRS"))
        let single = try Dataset(opening: scratch.raster(width: 1, height: 1, [1] as [UInt8]))
        let second = #expect(throws: GDALError.self) {
            try single.warped(
                band: 4, onto: grid(1, 1), resampling: .nearest, missing: Int32(0))
        }
        #expect("\(try #require(second))".contains("it has 1"))
    }
}
