// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// How the bands of a raster are given to workers.
@Suite struct PassTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    @Test("bands that show one block of a coarser raster go to one worker")
    func stretches() async throws {
        // 40 bands of 512 rows; a block of the coarser raster is two and a half of them high.
        let land = try scratch.raster(
            "land.tif", [[UInt8]](repeating: [1], count: 20_480),
            at: GeoTransform(left: 0, top: 20.48, pixelSize: 0.001),
            options: ["BLOCKYSIZE=512"])
        let coarse = try scratch.raster(
            "coarse.tif", [[Int16]](repeating: [1], count: 8192),
            at: GeoTransform(left: 0, top: 20.48, pixelSize: 0.0025),
            options: ["BLOCKYSIZE=512"])
        let info = try Dataset(opening: land).info
        let measurement = Measurement(
            [.init(land)], values: .init(try Raster(coarse).aligned(onGridOf: info)))
        let rasters = try measurement.opened()
        let grid = try measurement.grid(of: rasters)
        let tiling = Tiling(along: info.bands[0], on: grid)
        let frame = try await measurement.frame(rasters, on: grid, tiling, over: nil, jobs: 1)
        let pass = Pass(frames: [frame], tiling: tiling, jobs: 1)
        #expect(tiling.bands == 40)
        let stretches = pass.stretches(of: Array(0..<40))
        #expect(stretches.map(\.count) == [Int](repeating: 5, count: 8))
        #expect(stretches.flatMap { $0 } == Array(0..<40))
    }

    @Test("where every band is of blocks of its own, each is given out alone")
    func bandsOfBlocks() async throws {
        let land = try scratch.raster(
            "land.tif", [[UInt8]](repeating: [1], count: 2048),
            at: GeoTransform(left: 0, top: 2.048, pixelSize: 0.001), options: ["BLOCKYSIZE=512"])
        let measurement = Measurement(of: land)
        let rasters = try measurement.opened()
        let grid = try measurement.grid(of: rasters)
        let tiling = Tiling(along: rasters[0].bands[0], on: grid)
        let frame = try await measurement.frame(rasters, on: grid, tiling, over: nil, jobs: 1)
        let pass = Pass(frames: [frame], tiling: tiling, jobs: 1)
        #expect(pass.stretches(of: [3, 0, 1, 2]).map(Array.init) == [[3], [0], [1], [2]])
    }
}
