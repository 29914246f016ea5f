// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// Areas of pixels against closed forms and PROJ's own factors.
@Suite struct PixelAreaTests {
    @Test(
        "cells of CGCS2000 have the areas of the closed form, to its printed digits",
        arguments: [
            (39.0, 39.05, 0.05, 24_033_819.4728, 1e-4),
            (40.0, 40.1, 0.1, 94_748_370.575, 1e-3),
            (39.0, 40.0, 1.0, 9_549_520_093.97, 1e-2),
        ])
    func closedForm(
        south: Double, north: Double, width: Double, expected: Double, digit: Double
    ) throws {
        // One pixel as high as it is given and as wide.
        let transform = try #require(GeoTransform([107, width, 0, north, 0, south - north]))
        let grid = Grid(width: 1, height: 1, transform: transform, crs: try CRS("EPSG:4490"))
        let rows = try RowAreas(of: grid)
        let area = Double(rows.area(row: 0)) * Double(rows.quantum) / 1e9
        #expect(abs(area - expected) <= digit / 2)
    }

    @Test("a WorldCover pixel at 39° N is 66.78379 m², not 100")
    func worldCover() throws {
        let size = 1.0 / 12_000
        let transform = try #require(GeoTransform(left: 108, top: 39 + size, pixelSize: size))
        let grid = Grid(width: 1, height: 1, transform: transform, crs: try CRS("EPSG:4326"))
        #expect(abs(Double(try RowAreas(of: grid).area(row: 0)) / 1e9 - 66.78379) < 5e-6)
    }

    @Test("all rows of the earth add up to the ellipsoid's surface")
    func wholeEarth() throws {
        let transform = try #require(GeoTransform(left: -180, top: 90, pixelSize: 0.5))
        let grid = Grid(width: 720, height: 360, transform: transform, crs: try CRS("EPSG:4326"))
        let rows = try RowAreas(of: grid)
        let total = (0..<360).reduce(0.0) { $0 + Double(rows.area(row: $1)) * 720 / 1e9 }
        // GeographicLib gives 510065621724088.44 m².
        #expect(relativeDifference(total, 510_065_621_724_088.44) < 1e-12)
        #expect(rows.area(row: -1) == 0 && rows.area(row: 360) == 0)
        #expect(rows.area(row: 0) > 0)
    }

    @Test("rows upside down have the same areas")
    func southUp() throws {
        let down = try #require(GeoTransform([100, 0.25, 0, 40, 0, -0.25]))
        let up = try #require(GeoTransform([100, 0.25, 0, 35, 0, 0.25]))
        let crs = try CRS("EPSG:4326")
        let a = try RowAreas(of: Grid(width: 4, height: 20, transform: down, crs: crs))
        let b = try RowAreas(of: Grid(width: 4, height: 20, transform: up, crs: crs))
        for row in 0..<20 {
            #expect(
                relativeDifference(Double(a.area(row: row)), Double(b.area(row: 19 - row))) < 1e-13)
        }
    }

    @Test("a pixel larger than the earth is refused")
    func tooLarge() throws {
        let metres = try #require(GeoTransform(left: 0, top: 0, pixelSize: 40_000_000))
        #expect {
            try AreaLattice(
                of: Grid(width: 1, height: 1, transform: metres, crs: CRS("EPSG:32649")))
        } throws: { "\($0)".contains("larger than the earth") }
    }
}

/// A projected or rotated grid, by name.
struct GridCase: Sendable, CustomTestStringConvertible {
    let name: String
    let crs: String
    let coefficients: [Double]
    let width: Int
    let height: Int

    init(_ name: String, _ crs: String, _ coefficients: [Double], _ width: Int, _ height: Int) {
        (self.name, self.crs, self.coefficients) = (name, crs, coefficients)
        (self.width, self.height) = (width, height)
    }

    var testDescription: String { name }

    func grid() throws -> Grid {
        Grid(
            width: width, height: height, transform: try #require(GeoTransform(coefficients)),
            crs: try CRS(crs))
    }
}

private let albers =
    "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80 +units=m +no_defs"
private let lambert =
    "+proj=lcc +lat_1=30 +lat_2=62 +lat_0=0 +lon_0=105 +datum=WGS84 +units=m +no_defs"

private let projected: [GridCase] = [
    GridCase("UTM, 30 m", "EPSG:32649", [260_000, 30, 0, 4_480_000, 0, -30], 3000, 2000),
    GridCase(
        "UTM, 1 km, to the zone's rim", "EPSG:32649", [100_000, 1e3, 0, 5e6, 0, -1e3], 800, 900),
    GridCase("Gauss–Krüger", "EPSG:4508", [300_000, 250, 0, 4_500_000, 0, -250], 1600, 1600),
    GridCase("Albers, 250 m", albers, [-2_000_000, 250, 0, 5_500_000, 0, -250], 9000, 9000),
    GridCase("Lambert, 1 km", lambert, [-2_500_000, 1000, 0, 6_000_000, 0, -1000], 5000, 4000),
    GridCase(
        "Mercator to 80°", "EPSG:3395", [11_000_000, 500, 0, 15_400_000, 0, -500], 4000, 30_000),
    GridCase("Web Mercator", "EPSG:3857", [11_000_000, 305, 0, 9_000_000, 0, -305], 4000, 9000),
    GridCase("polar stereographic", "EPSG:3413", [-3e6, 1000, 0, 3e6, 0, -1000], 6000, 6000),
    GridCase(
        "MODIS sinusoidal",
        "+proj=sinu +lon_0=0 +R=6371007.181 +units=m",
        [8_895_604, 463.3127, 0, 4_447_802, 0, -463.3127],
        2400, 2400),
    GridCase("UTM, rotated", "EPSG:32649", [260_000, 25, 9, 4_480_000, 9, -25], 2000, 2000),
    GridCase("UTM, south up", "EPSG:32649", [260_000, 30, 0, 4_000_000, 0, 30], 2000, 2000),
    GridCase("in feet", "EPSG:2225", [6_000_000, 100, 0, 2_400_000, 0, -100], 2000, 2000),
    GridCase("grads, from Paris", "EPSG:27572", [600_000, 100, 0, 2_400_000, 0, -100], 2000, 2000),
    GridCase("with a height", "EPSG:32649+5773", [260_000, 30, 0, 4_480_000, 0, -30], 800, 800),
    GridCase(
        "bound to WGS 84",
        "+proj=utm +zone=49 +ellps=krass +towgs84=15,-130,-90,0,0,0,0 +units=m +type=crs",
        [260_000, 30, 0, 4_480_000, 0, -30], 800, 800),
]

/// Interpolated areas against what PROJ says at each pixel.
@Suite struct AreaLatticeTests {
    @Test(
        "areas between the lattice's nodes are PROJ's over the pixel, within 10⁻⁹",
        arguments: projected)
    func againstFactors(place: GridCase) throws {
        let grid = try place.grid()
        var lattice = try AreaLattice(of: grid, by: .datum)
        let scale = try ArealScale(of: grid.crs)
        let planar = grid.transform.pixelArea * grid.crs.unit * grid.crs.unit
        var random = SeededRandom(seed: 5)
        var areas = [Int64](repeating: 0, count: grid.width)
        var largest = 0.0
        for _ in 0..<24 {
            let row = Int.random(in: 0..<grid.height, using: &random)
            lattice.fill(&areas, row: row, from: 0, count: grid.width)
            let columns = (0..<24).map { _ in Int.random(in: 0..<grid.width, using: &random) }
            for column in columns {
                // Simpson's rule over the pixel.
                let nodes = [(0.0, 1.0 / 6), (0.5, 4.0 / 6), (1, 1.0 / 6)]
                var truth = 0.0
                for (x, across) in nodes {
                    for (y, down) in nodes {
                        let place = grid.transform.coordinates(
                            column: Double(column) + x, row: Double(row) + y)
                        let factor = try #require(scale.factors(at: [place])[0])
                        truth += across * down * planar / factor.arealScale
                    }
                }
                largest = max(largest, relativeDifference(Double(areas[column]) / 1e9, truth))
            }
        }
        #expect(largest <= 1e-9, "\(place.name): \(largest)")
    }

    @Test("a pixel's area does not depend on where its row begins to be read", arguments: projected)
    func pureFunction(place: GridCase) throws {
        let grid = try place.grid()
        var lattice = try AreaLattice(of: grid)
        var whole = [Int64](repeating: 0, count: 700)
        lattice.fill(&whole, row: 401, from: 0, count: 700)
        var other = try AreaLattice(of: grid)
        var part = [Int64](repeating: 0, count: 300)
        other.fill(&part, row: 3, from: 111, count: 300)
        other.fill(&part, row: 401, from: 333, count: 300)
        #expect(Array(whole[333..<633]) == part)
    }

    @Test("a stretch's total is the sum of its pixels", arguments: projected)
    func total(place: GridCase) throws {
        let grid = try place.grid()
        var lattice = try AreaLattice(of: grid)
        var areas = [Int64](repeating: 0, count: 761)
        lattice.fill(&areas, row: 17, from: -30, count: 761)
        let sum = areas.reduce(0.0) { $0 + Double($1) }
        #expect(relativeDifference(lattice.total(row: 17, columns: -30..<731), sum) < 1e-9)
    }

    @Test("a geographic grid turned by a quarter has the areas of the upright one")
    func rotatedGeographic() throws {
        let crs = try CRS("EPSG:4326")
        let upright = try #require(GeoTransform([107, 0.01, 0, 40, 0, -0.01]))
        // Columns run north to south, rows west to east.
        let turned = try #require(GeoTransform([107, 0, 0.01, 40, -0.01, 0]))
        let rows = try RowAreas(of: Grid(width: 300, height: 300, transform: upright, crs: crs))
        var lattice = try AreaLattice(
            of: Grid(width: 300, height: 300, transform: turned, crs: crs))
        var areas = [Int64](repeating: 0, count: 300)
        lattice.fill(&areas, row: 123, from: 0, count: 300)
        for column in 0..<300 {
            let truth = Double(rows.area(row: column))
            #expect(relativeDifference(Double(areas[column]), truth) < 3e-9)
        }
    }
}
