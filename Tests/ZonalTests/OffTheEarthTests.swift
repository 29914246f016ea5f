// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// Rasters and zones whose coordinates cannot be of their CRS.
@Suite struct OffTheEarthTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func grid(
        _ width: Int, _ height: Int, left: Double, top: Double, pixel: Double,
        crs: String = "EPSG:4326", assuming: String? = nil
    ) throws -> Grid {
        let path = try scratch.raster(
            "r.tif", [[UInt8]](repeating: [UInt8](repeating: 1, count: width), count: height),
            at: GeoTransform(left: left, top: top, pixelSize: pixel), crs: crs)
        return try Grid(of: Dataset(opening: path).info, assuming: try assuming.map { try CRS($0) })
    }

    @Test("a band's number in the eastings is told, and --raster-crs mends it")
    func band() throws {
        #expect {
            try grid(4, 4, left: 37_400_000, top: 4_300_000, pixel: 100, crs: "EPSG:4546")
        } throws: { "\($0)".contains("--raster-crs EPSG:4525") }
        let mended = try grid(
            4, 4, left: 37_400_000, top: 4_300_000, pixel: 100, crs: "EPSG:4546",
            assuming: "EPSG:4525")
        #expect(mended.crs.code == "EPSG:4525")
    }

    @Test("swapped axes are told")
    func swapped() throws {
        #expect { try grid(4, 4, left: 39, top: 109, pixel: 0.01) } throws: {
            "\($0)".contains("axes are swapped")
        }
    }

    @Test("a latitude of 404° is refused, and pixels that are centred on a pole are not")
    func latitudes() throws {
        #expect(throws: ZoneError.self) { try grid(4, 4, left: 0, top: 404, pixel: 1) }
        #expect(throws: Never.self) { try grid(360, 181, left: -180, top: 90.5, pixel: 1) }
    }

    @Test("a raster wider than 360° is refused; one from 0° to 360° is measured")
    func wide() async throws {
        #expect { try grid(361, 2, left: 0, top: 40, pixel: 1) } throws: {
            "\($0)".contains("361.0°")
        }
        #expect(throws: ZoneError.self) { try grid(4, 4, left: 1090, top: 40, pixel: 1) }
        #expect(try grid(360, 2, left: 0, top: 40, pixel: 1).width == 360)
    }

    @Test("a raster beyond the rim of a projection has no area twice: it is off the earth")
    func beyondTheRim() throws {
        let sinusoidal = "+proj=sinu +R=6371007.181 +units=m"
        #expect(throws: ZoneError.self) {
            try grid(4, 4, left: 19_000_000, top: 8_000_000, pixel: 1000, crs: sinusoidal)
        }
        // A tile over the rim, which lies at 13.0 and 15.2 million metres in its first and last row.
        let rim = try grid(
            100, 100, left: 12_500_000, top: 5_500_000, pixel: 10_000, crs: sinusoidal)
        var lattice = try AreaLattice(of: rim)
        var areas = [Int64](repeating: 0, count: 100)
        lattice.fill(&areas, row: 0, from: 0, count: 100)
        #expect(areas[0] > 0 && areas[99] == 0)
        lattice.fill(&areas, row: 99, from: 0, count: 100)
        #expect(areas[0] > 0 && areas[99] > 0)
    }

    @Test(
        "zones off their CRS are refused by name, with what their coordinates look like",
        arguments: [
            ("EPSG:4326", box(672_000, 4_316_000, 674_000, 4_318_000), "metres"),
            ("EPSG:4326", box(39, 109, 39.1, 109.1), "axes are swapped"),
            ("EPSG:4546", box(37_400_000, 4_300_000, 37_401_000, 4_301_000), "EPSG:4525"),
            ("EPSG:4326", box(109, 38, 1090, 39), "1090"),
            ("EPSG:32649", box(-1e12, 0, 4e5, 4e6), "no place"),
        ])
    func zones(crs: String, shape: String, words: String) throws {
        let path = try scratch.zones([("a", shape)], crs: crs)
        #expect { try ZoneLayer(reading: ZoneSource(path: path, idField: "code")) } throws: {
            "\($0)".contains(words) && "\($0)".contains(path)
        }
    }
}

/// Zones that reach far beyond a projected raster.
@Suite struct FarZoneTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func plane(_ crs: String = "EPSG:32649", at left: Double, _ top: Double) throws
        -> Measurement
    {
        let rows = [[UInt8]](repeating: [1, 2, 3, 4], count: 4)
        return Measurement(
            of: try scratch.raster(
                "plane.tif", rows, at: GeoTransform(left: left, top: top, pixelSize: 30), crs: crs))
    }

    @Test(
        "the whole world, and a strip around it, hold the whole of a raster in UTM",
        arguments: [box(-180, -90, 180, 90), box(-180, 38.8, 180, 38.9), box(0, -80, 360, 80)])
    func world(shape: String) async throws {
        let measurement = try plane(at: 400_000, 4_300_000)
        let raster = try await measurement.tally(over: nil)
        let layer = try zones([("world", shape)])
        let tally = try await measurement.tally(over: layer)
        for code in 1...4 { #expect(tally.amount(0, code) == raster.amount(0, code)) }
        let truth = PolygonArea(in: layer.crs).squareMetres(of: layer.zones[0].polygons)
        let total = tally.total(ofZone: 0).areaSquareMetres
        #expect(relativeDifference(total, truth) < 1e-12)
        let notes = try layer.placementNotes(on: measurement.grid())
        #expect(notes.map(\.kind) == [.partlyOutside])
    }

    @Test("a border that runs through the raster cuts a vast zone where it cuts a small one")
    func border() async throws {
        let measurement = try plane(at: 400_000, 4_300_000)
        let place = try CoordinateTransform(
            from: CRS("EPSG:32649"), to: CRS("EPSG:4326")
        ).transformed([Point(x: 400_050, y: 4_299_950)])[0]
        let east = try #require(place).x
        let vast = try await measurement.tally(over: try zones([("a", box(-180, 30, east, 50))]))
        let small = try await measurement.tally(
            over: try zones([("a", box(108, 38.7, east, 38.95))]))
        for code in 1...4 {
            let (a, b) = (vast.amount(0, code).pixels, small.amount(0, code).pixels)
            // Four rows of border, each within a hundredth of a pixel of its true image.
            #expect(abs(a - b) < 0.05)
        }
        #expect(vast.amount(0, 1).pixels > 3 && vast.amount(0, 3).pixels == 0)
    }

    @Test("a zone on the far side of the earth is off the raster, not over it")
    func farSide() async throws {
        let measurement = try plane(at: 400_000, 4_300_000)
        // Around the place, 90° from the central meridian, that the projection maps to infinity.
        let layer = try zones([
            ("africa", box(-15, -30, 50, 30)), ("here", box(109.8, 38.8, 109.9, 38.9)),
        ])
        let tally = try await measurement.tally(over: layer)
        #expect((1...4).allSatisfy { tally.amount(0, $0) == Amount() })
        let truth = PolygonArea(in: layer.crs).squareMetres(of: layer.zones[0].polygons)
        let outside = tally.amount(0, .outside).areaSquareMetres
        #expect(relativeDifference(outside, truth) < 1e-12)
    }

    @Test("a world-wide zone holds a raster at the pole")
    func pole() async throws {
        let measurement = try plane("EPSG:3995", at: -60, 60)
        let tally = try await measurement.tally(over: try zones([("w", box(-180, -90, 180, 90))]))
        #expect(abs((1...4).reduce(0) { $0 + tally.amount(0, $1).pixels } - 16) < 1e-9)
    }

    @Test("parts of a measurement book what lies off the raster once")
    func parts() async throws {
        let measurement = try plane(at: 400_000, 4_300_000)
        let layer = try zones([("world", box(-180, -90, 180, 90))])
        let whole = try await measurement.tally(over: layer)
        var sum = Tally(zones: whole.zones)
        for number in 1...2 {
            let part = try #require(Part("\(number)/2"))
            sum.merge(try await measurement.tally(over: layer, part: part))
        }
        #expect(sum == whole)
    }

    @Test("a zone that ends where the raster ends is not said to lie partly off it")
    func sharedBorder() throws {
        let path = try scratch.raster(
            "r.tif", [[UInt8]](repeating: [1, 1, 1], count: 3),
            at: GeoTransform([107.1, 0.1, 0, 40.3, 0, -0.1]))
        let grid = try Measurement(of: path).grid()
        // 107.1 + 3 × 0.1 is not 107.4 to the last bit.
        let same = try zones([("a", box(107.1, 40, 107.4, 40.3))])
        #expect(try same.placementNotes(on: grid).isEmpty)
        let beyond = try zones([("a", box(107.1, 40, 107.400001, 40.3))])
        #expect(try beyond.placementNotes(on: grid).map(\.kind) == [.partlyOutside])
    }
}
