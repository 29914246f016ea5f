// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// The nine banners of Ordos on the MODIS land cover of 2019: real borders, real codes.
@Suite struct BannerTests {
    private static let modis = repositoryFile("GeoData/samples/ordos_mcd12c1_igbp_2019_005deg.tif")
    let scratch: Scratch
    let banners: ZoneLayer

    init() throws {
        scratch = try Scratch()
        banners = try ZoneLayer(
            reading: ZoneSource(
                path: repositoryFile("GeoData/zones/ordos_banners.geojson"), idField: "adcode",
                nameField: "name_zh"))
    }

    /// The sample stored in other blocks.
    private func stored(in blocks: [String]) throws -> String {
        let path = scratch.path("blocks.tif")
        try Dataset(opening: Self.modis).copy(to: path, driver: "GTiff", options: blocks)
        return path
    }

    @Test(
        "the banners' tallies, added, are the tally of their union, to the last bit",
        arguments: [
            ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"],
            ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512"],
            ["BLOCKYSIZE=1"], ["BLOCKYSIZE=7", "COMPRESS=DEFLATE"],
        ], [1, 2, 7])
    func unionIsSum(blocks: [String], jobs: Int) async throws {
        let measurement = Measurement(of: try stored(in: blocks))
        let parts = try await measurement.tally(over: banners, jobs: jobs)
        let whole = try await measurement.tally(over: try banners.union(), jobs: jobs)
        #expect(parts.zones.count == 9)
        #expect(whole.amounts[0].count == 4)
        #expect(parts.sum() == whole.amounts[0])
    }

    @Test(
        "the tally is the same for any blocks and any number of jobs",
        arguments: [
            ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"],
            ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=32"], ["BLOCKYSIZE=1"], ["BLOCKYSIZE=13"],
        ], [1, 2, 7])
    func sameBits(blocks: [String], jobs: Int) async throws {
        let reference = try await Measurement(of: Self.modis).tally(over: banners, jobs: 1)
        let path = try stored(in: blocks)
        #expect(try await Measurement(of: path).tally(over: banners, jobs: jobs) == reference)
    }

    @Test("the same in a projected raster, zones transformed, for any jobs and blocks")
    func projected() async throws {
        var random = SeededRandom(seed: 2)
        let rows = (0..<90).map { _ in
            (0..<110).map { _ in UInt8.random(in: 1...9, using: &random) }
        }
        let place = GeoTransform(left: 100_000, top: 4_560_000, pixelSize: 4_500)
        var tallies: [Tally] = []
        for (index, options) in [[], ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"]].enumerated() {
            let path = try scratch.raster(
                "utm\(index).tif", rows, at: place, crs: "EPSG:32649", options: options)
            for jobs in [1, 7] {
                tallies.append(try await Measurement(of: path).tally(over: banners, jobs: jobs))
            }
            let whole = try await Measurement(of: path).tally(over: try banners.union())
            #expect(whole.amounts[0] == tallies[2 * index].sum())
        }
        #expect(tallies.dropFirst().allSatisfy { $0 == tallies[0] })
    }

    @Test("the banners' areas are those that were measured as geodesic polygons, within 10⁻⁴")
    func areas() async throws {
        let tally = try await Measurement(of: Self.modis).tally(over: banners)
        let expected = [
            2151.12, 372.95, 8238.53, 7556.67, 12_213.50, 20_358.75, 18_817.33, 11_663.52, 5481.01,
        ]
        for (zone, area) in expected.enumerated() {
            let measured = tally.total(ofZone: zone).areaSquareMetres / 1e6
            #expect(relativeDifference(measured, area) < 1e-4, "\(tally.zones[zone].name)")
        }
        #expect(tally.zones[2] == Tally.ZoneKey(id: "150621", name: "达拉特旗"))
    }

    @Test("tallies of parts of the zones, merged in any order, are the tally of all")
    func merging() async throws {
        let measurement = Measurement(of: Self.modis)
        let all = try await measurement.tally(over: banners)
        var merged = Tally(zones: all.zones)
        for kept in [7, 2, 5, 0, 8, 1, 3, 6, 4] {
            let empty = banners.zones.enumerated().map { index, zone in
                Zone(id: zone.id, name: zone.name, polygons: index == kept ? zone.polygons : [])
            }
            merged.merge(
                try await measurement.tally(over: ZoneLayer(zones: empty, crs: banners.crs)))
        }
        #expect(merged == all)
    }
}
