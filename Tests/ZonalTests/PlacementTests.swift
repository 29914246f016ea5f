// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// Zones that reach beyond the raster, and rasters that lie on the earth in unusual ways.
@Suite struct PlacementTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    /// 4×4 pixels of half a degree from 0, 0 to 2, 2: code 1 in the west, 2 in the east.
    private func raster(_ name: String = "r.tif", west: Double = 0) throws -> String {
        try scratch.raster(
            name, [[UInt8]](repeating: [1, 1, 2, 2], count: 4),
            at: GeoTransform(left: west, top: 2, pixelSize: 0.5))
    }

    @Test("what of a zone lies off the raster is booked as outside, and the area closes")
    func partlyOutside() async throws {
        let tally = try await Measurement(of: try raster()).tally(
            over: try zones([("a", box(1.5, 0.25, 3.25, 1))]))
        #expect(tally.amount(0, 2).pixels == 1.5)
        #expect(tally.amount(0, .outside).pixels == 3.75)
        // All of the zone on a raster that holds it.
        let wide = try scratch.raster(
            "wide.tif", [[UInt8]](repeating: [UInt8](repeating: 1, count: 20), count: 8),
            at: GeoTransform(left: 0, top: 2, pixelSize: 0.5))
        let all = try await Measurement(of: wide).tally(
            over: try zones([("a", box(1.5, 0.25, 3.25, 1))]))
        #expect(all.amount(0, 1) == tally.total(ofZone: 0))
        #expect(all.amount(0, .outside) == Amount())
    }

    @Test("a zone that lies off the raster whole is all outside")
    func whollyOutside() async throws {
        let tally = try await Measurement(of: try raster()).tally(
            over: try zones([("a", box(10, 0, 11, 0.5)), ("b", box(0, 0, 1, 1))]))
        #expect(tally.amount(0, .outside).pixels == 2)
        #expect(tally.amounts[0].count == 1)
        #expect(tally.amount(1, .outside) == Amount())
    }

    @Test("outside closes on a projected raster too, and is never negative")
    func projectedOutside() async throws {
        let rows = [[UInt8]](repeating: [UInt8](repeating: 1, count: 300), count: 200)
        let place = GeoTransform(left: 400_000, top: 4_400_000, pixelSize: 1000)
        let path = try scratch.raster("utm.tif", rows, at: place, crs: "EPSG:32649")
        let left = 400_000 - 1e-2
        // The second zone reaches a centimetre beyond the raster.
        let tally = try await Measurement(of: path).tally(
            over: try zones(
                [
                    ("a", box(350_000, 4_250_000, 450_000, 4_350_000)),
                    ("b", box(left, 4_200_000, 700_000, 4_400_000)),
                ], crs: "EPSG:32649"))
        #expect(tally.amount(0, 1).pixels == 5000)
        #expect(tally.amount(0, .outside).pixels == 5000)
        let rest = tally.amount(1, .outside)
        #expect(rest.coverage > 0 && rest.weight >= 0)
        #expect(relativeDifference(rest.areaSquareMetres, 200_000 * 1e-2) < 0.01)
    }

    @Test("a raster of 0…360° meets zones of −180…180°, and the other way round")
    func turnOfLongitude() async throws {
        let east = try raster("east.tif", west: 250)
        let west = try raster("west.tif", west: -110)
        for (path, x) in [(east, -109.25), (west, 250.75)] {
            let tally = try await Measurement(of: path).tally(
                over: try zones([("a", box(x, 0.5, x + 0.5, 1))]))
            #expect(tally.amount(0, 1).pixels == 0.5)
            #expect(tally.amount(0, 2).pixels == 0.5)
            #expect(tally.amount(0, .outside) == Amount())
        }
    }

    @Test(
        "a zone a turn of longitude away is measured in its place, however small the pixels are",
        arguments: [0.0007, 0.00027, 0.000013])
    func turnOfSmallPixels(size: Double) async throws {
        let path = try scratch.raster(
            "small.tif", [[UInt8]](repeating: [1, 2, 1, 2], count: 4),
            at: GeoTransform(left: 100, top: 40, pixelSize: size))
        let (south, north) = (40 - 3 * size, 40 - size)
        let tally = try await Measurement(of: path).tally(
            over: try zones([
                ("here", box(100 + size, south, 100 + 3 * size, north)),
                ("a turn away", box(-260 + size, south, -260 + 3 * size, north)),
            ]))
        // The double nearest to −260° and a pixel is 3 × 10⁻¹⁴° off.
        let slack = 2 * (3e-14 / size + 0x1p-22) * 4
        for zone in [0, 1] {
            #expect(abs(tally.amount(zone, 1).pixels - 2) < slack)
            #expect(abs(tally.amount(zone, 2).pixels - 2) < slack)
            #expect(tally.amount(zone, .outside).pixels == 0)
        }
    }

    @Test("a raster around the earth closes where its file has too few digits of a pixel's size")
    func roundedPixelSize() async throws {
        let path = try scratch.raster(
            "rounded.tif", [[UInt8](repeating: 1, count: 1080)],
            at: GeoTransform(left: -180, top: 0.3, pixelSize: 0.3333333))
        let tally = try await Measurement(of: path).tally(
            over: try zones([("a", box(179, 0, 181, 0.3))]))
        #expect(tally.amount(0, .outside).pixels == 0)
    }

    /// The whole earth in degrees: code 1 in the western half, 2 in the eastern.
    private func world(_ size: Double = 0.75) throws -> String {
        let columns = Int((360 / size).rounded())
        let row = (0..<columns).map { UInt8($0 < columns / 2 ? 1 : 2) }
        let rows = [[UInt8]](repeating: row, count: Int((6 / size).rounded()))
        return try scratch.raster(
            "world-\(size).tif", rows,
            at: GeoTransform(left: -180, top: 3, pixelSize: size))
    }

    @Test("what lies off a raster of the whole earth is nothing, whatever the size of its pixels")
    func ring() async throws {
        let layer = try zones([("a", "POLYGON((177.1 0.1,186.3 0.2,180.01 1.1,177.1 0.1))")])
        for size in [0.05, 0.1, 0.3] {
            let path = try world(size)
            let tally = try await Measurement(of: path).tally(over: layer)
            #expect(tally.amount(0, .outside) == Amount())
            #expect(Set(tally.amounts[0].keys) == [[.value(1)], [.value(2)]])
        }
    }

    @Test("a zone across the antimeridian is measured on both sides of it")
    func antimeridian() async throws {
        let layer = try zones([
            ("past", box(177, 0, 186, 1.5)), ("before", box(-183, 0, -174, 1.5)),
            (
                "split",
                "MULTIPOLYGON(((177 0,180 0,180 1.5,177 1.5,177 0)),"
                    + "((-180 0,-174 0,-174 1.5,-180 1.5,-180 0)))"
            ),
        ])
        let path = try world()
        let tally = try await Measurement(of: path).tally(over: layer)
        for zone in [0, 2] {
            #expect(tally.amount(zone, 2).pixels == 8)
            #expect(tally.amount(zone, 1).pixels == 16)
            #expect(tally.amounts[zone].count == 2)
        }
        #expect(tally.amount(1, 2).pixels == 8)
        #expect(tally.amount(1, 1).pixels == 16)
        let grid = try Measurement(of: path).grid()
        #expect(try layer.placementNotes(on: grid).isEmpty)
    }

    @Test("a zone across the antimeridian stays whole when it is transformed")
    func transformedAntimeridian() async throws {
        // 177° E to 174° W about a central meridian of 180°, in metres on Mercator.
        let metres = 6_378_137 * Double.pi / 180
        let layer = try zones(
            [("a", box(-3 * metres, 10_000, 6 * metres, 160_000))],
            crs: "+proj=merc +lon_0=180 +datum=WGS84 +units=m")
        let tally = try await Measurement(of: try world()).tally(over: layer)
        let east = tally.amount(0, 2)
        let west = tally.amount(0, 1)
        #expect(relativeDifference(west.pixels, 2 * east.pixels) < 1e-9)
        #expect(abs(west.areaSquareMetres - 6 * metres * 150_000) < 0.01 * west.areaSquareMetres)
        #expect(tally.amount(0, .outside) == Amount())
    }

    @Test("a raster upside down gives what the upright one gives")
    func southUp() async throws {
        let rows: [[UInt8]] = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
        let upright = try scratch.raster(
            "up.tif", rows, at: GeoTransform([100, 0.5, 0, 40, 0, -0.5]))
        let flipped = try scratch.raster(
            "down.tif", rows.reversed(), at: GeoTransform([100, 0.5, 0, 38.5, 0, 0.5]))
        let zone = try zones([("a", "POLYGON((100.1 38.6,101.3 38.7,100.9 39.9,100.1 38.6))")])
        let a = try await Measurement(of: upright).tally(over: zone)
        let b = try await Measurement(of: flipped).tally(over: zone)
        for code in 1...9 {
            #expect(abs(a.amount(0, code).pixels - b.amount(0, code).pixels) < 1e-6)
            let areas = (a.amount(0, code).areaSquareMetres, b.amount(0, code).areaSquareMetres)
            #expect(abs(areas.0 - areas.1) < 1e-6 * 2.4e9)
        }
    }

    @Test("a raster turned by a quarter gives what the upright one gives")
    func rotated() async throws {
        let rows: [[UInt8]] = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
        let turned = (0..<3).map { column in (0..<3).map { rows[$0][column] } }
        let zone = try zones([
            ("a", "POLYGON((100.01 39.91,100.06 39.93,100.04 39.99,100.01 39.91))")
        ])
        let a = try await Measurement(
            of: try scratch.raster(
                "up.tif", rows, at: GeoTransform([100, 0.025, 0, 40, 0, -0.025]))
        ).tally(over: zone)
        let b = try await Measurement(
            of: try scratch.raster(
                "side.tif", turned, at: GeoTransform([100, 0, 0.025, 40, -0.025, 0]))
        ).tally(over: zone)
        for code in 1...9 {
            let areas = (a.amount(0, code).areaSquareMetres, b.amount(0, code).areaSquareMetres)
            #expect(abs(areas.0 - areas.1) < 1)
        }
        #expect(
            relativeDifference(
                a.total(ofZone: 0).areaSquareMetres, b.total(ofZone: 0).areaSquareMetres) < 1e-7)
    }

    @Test("without zones the raster is the one zone, all of it")
    func wholeRaster() async throws {
        let tally = try await Measurement(of: try raster()).tally(over: nil)
        #expect(tally.zones == [Tally.ZoneKey(id: "all", name: "")])
        #expect(tally.amount(0, 1).pixels == 8)
        #expect(tally.amount(0, 2).pixels == 8)
        #expect(tally.amounts[0].count == 2)
    }

    @Test("where the map of a hemisphere ends, so do areas", arguments: ["laea", "ortho"])
    func offTheEarth(projection: String) async throws {
        let radius = 6_371_007.0
        let count = 200
        let size = 2 * 7e6 / Double(count)
        let path = try scratch.raster(
            "globe.tif", [[UInt8]](repeating: [UInt8](repeating: 1, count: count), count: count),
            at: GeoTransform([-7e6, size, 0, 7e6, 0, -size]),
            crs: "+proj=\(projection) +lat_0=40 +lon_0=105 +R=\(radius) +units=m")
        var measurement = Measurement(of: path)
        measurement.areas = .datum
        let area = try await measurement.tally(over: nil).amount(0, 1).areaSquareMetres
        if projection == "laea" {
            // Every pixel lies on the earth, and the projection keeps areas.
            #expect(relativeDifference(area, 14e6 * 14e6) < 1e-9)
        } else {
            // Half the globe, but for pixels at the horizon, whose centres say too little.
            #expect((0.7...1).contains(area / (2 * .pi * radius * radius)))
        }
    }

    @Test("pixels of less than a millimetre are refused, in either direction")
    func tinyPixels() throws {
        for coefficients in [
            [500_000, 1, 0, 4e6, 0, -1e-9], [500_000, 0.0009, 0, 4e6, 0, -30],
            [500_000, 0, 1e-200, 4e6, 30, 0],
        ] {
            let transform = try #require(GeoTransform(coefficients))
            let info = try Dataset(
                opening: Raster(
                    try scratch.raster("tiny.tif", [[UInt8(1)]], at: transform, crs: "EPSG:32649"))
            ).info
            #expect { try Grid(of: info) } throws: { "\($0)".contains("less than a millimetre") }
        }
    }

    @Test("a zone farther from the raster than integers count is refused by name")
    func farZone() async throws {
        let path = try scratch.raster(
            "fine.tif", [[UInt8(1)]],
            at: GeoTransform(left: 500_000, top: 4e6, pixelSize: 0.01),
            crs: "EPSG:32649")
        let layer = try zones(
            [("far", box(499_999, 3_999_999, 500_001 + 0x1p28 * 0.01, 4_000_001))],
            crs: "EPSG:32649")
        await #expect {
            try await Measurement(of: path).tally(over: layer)
        } throws: { "\($0)".contains("zone 'far' reaches more than 268435456 pixels") }
    }

    @Test("a ring around a pole is refused where it cannot close")
    func pole() async throws {
        await #expect {
            try await Measurement(of: try world()).tally(
                over: try zones([("cap", box(-1e6, -1e6, 1e6, 1e6))], crs: "EPSG:3413"))
        } throws: { "\($0)".contains("pole") }
    }

    @Test("a raster without a place on the earth is refused, with the way to mend it")
    func unplaced() async throws {
        let ascii = try scratch.text(
            "plain.asc", "ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n")
        await #expect {
            try await Measurement(of: ascii).tally(over: nil)
        } throws: { "\($0)".contains("--raster-crs") }
        var measurement = Measurement(of: ascii)
        measurement.rasterCRS = try CRS("EPSG:32649")
        #expect(try await measurement.tally(over: nil).amount(0, 1).pixels == 1)
        let local = try scratch.raster(
            "local.tif", [[UInt8(1)]], crs: "LOCAL_CS[\"site\",UNIT[\"metre\",1]]")
        await #expect {
            try await Measurement(of: local).tally(over: nil)
        } throws: { "\($0)".contains("neither geographic nor projected") }
        let bare = try scratch.text(
            "bare.vrt",
            "<VRTDataset rasterXSize='1' rasterYSize='1'><VRTRasterBand dataType='Byte' band='1'/>"
                + "</VRTDataset>")
        await #expect {
            try await Measurement(of: bare).tally(over: nil)
        } throws: { "\($0)".contains("gdal_translate -a_ullr") }
    }

    @Test("a band that is not there is an error that says how many are")
    func noSuchBand() async throws {
        let path = try raster()
        await #expect {
            try await Measurement(of: path, band: 2).tally(over: nil)
        } throws: { "\($0)".contains("band 2") && "\($0)".contains("it has 1") }
    }
}
