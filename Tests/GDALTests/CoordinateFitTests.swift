// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import PlaneGeometry
import Testing

@testable import GDAL

/// Coordinates against the CRS that they are said to be in.
@Suite struct CoordinateFitTests {
    private func fault(
        _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ crs: String
    ) throws -> CoordinateFit.Fault? {
        try CoordinateFit.fault(
            of: Extent(
                minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound),
            in: try CRS(crs))
    }

    @Test("every code of a Gauss–Krüger band is that of the CRS with this band's name")
    func codes() throws {
        for (crs, name) in [
            ("EPSG:4490", "CGCS2000"), ("EPSG:4610", "Xian 1980"), ("EPSG:4214", "Beijing 1954"),
        ] {
            let family = GaussKruger.family(of: try CRS(crs))
            for band in 13...23 {
                let numbered = try CRS("EPSG:\(try #require(family.numbered(band: band)))")
                #expect(numbered.name.hasPrefix(name) && numbered.name.hasSuffix("zone \(band)"))
                #expect(!numbered.name.contains("3-degree"))
                let plain = try CRS("EPSG:\(try #require(family.plain(band: band)))")
                #expect(plain.name.hasSuffix("CM \(6 * band - 3)E"), "\(plain.name)")
                #expect(!plain.name.contains("3-degree"))
            }
            for band in 25...45 {
                let numbered = try CRS("EPSG:\(try #require(family.numbered(band: band)))")
                #expect(numbered.name.contains("3-degree"))
                #expect(numbered.name.hasSuffix("zone \(band)"))
                let plain = try CRS("EPSG:\(try #require(family.plain(band: band)))")
                #expect(plain.name.contains("3-degree"))
                #expect(plain.name.hasSuffix("CM \(3 * band)E"), "\(plain.name)")
            }
        }
    }

    @Test(
        "a band's number in front of eastings leads to the CRS that has it",
        arguments: [
            ("EPSG:4546", 37_400_000.0, "EPSG:4525"), ("EPSG:4490", 37_400_000, "EPSG:4525"),
            ("EPSG:4508", 19_400_000, "EPSG:4497"), ("EPSG:2382", 37_400_000, "EPSG:2361"),
            ("EPSG:4525", 36_400_000, "EPSG:4524"),
        ])
    func band(crs: String, x: Double, code: String) throws {
        #expect(try fault(x...x + 1000, 4_300_000...4_301_000, crs)?.code == code)
    }

    @Test("eastings without the number that their CRS wants lead to the CRS without it")
    func missingBand() throws {
        let found = try fault(400_000...401_000, 4_300_000...4_301_000, "EPSG:4525")
        #expect(found?.code == "EPSG:4546")
    }

    @Test(
        "swapped axes are told in degrees and in metres, with a band's number or without",
        arguments: [
            ("EPSG:4326", 39.0, 109.0), ("EPSG:32649", 4_300_000, 400_000),
            ("EPSG:4525", 4_300_000, 37_400_000),
        ])
    func swapped(crs: String, x: Double, y: Double) throws {
        let found = try #require(try fault(x...x + 0.5, y...y + 0.5, crs))
        #expect(found.description.contains("axes are swapped"))
        #expect(found.code == nil)
    }

    @Test("degrees in a CRS of metres lead to the geographic CRS")
    func degrees() throws {
        #expect(try fault(109...110, 38...39, "EPSG:32649")?.code == "EPSG:4326")
        #expect(try fault(109...110, 38...39, "EPSG:4546")?.code == "EPSG:4490")
    }

    @Test("metres in degrees are told, though not which")
    func metres() throws {
        let found = try #require(try fault(672_000...674_000, 4_316_000...4_318_000, "EPSG:4326"))
        #expect(found.description.contains("metres") && found.code == nil)
    }

    @Test(
        "coordinates that are right, or right enough, are let pass",
        arguments: [
            ("EPSG:4326", 0.0...360.0, -90.0...90.0), ("EPSG:4326", -180...180, -60...75),
            ("EPSG:32649", 300_000...700_000, 4_100_000...4_500_000),
            // Two zones west of its own.
            ("EPSG:32649", -700_000...0, 4_100_000...4_500_000),
            ("EPSG:4525", 37_300_000...37_700_000, 4_100_000...4_500_000),
            ("EPSG:3857", -20_037_508...20_037_508, -20_037_508...20_037_508),
            ("+proj=sinu +R=6371007.181", -20_015_109...20_015_109, -10_007_554...10_007_554),
            ("EPSG:3995", -800_000...800_000, -800_000...800_000),
        ])
    func right(crs: String, x: ClosedRange<Double>, y: ClosedRange<Double>) throws {
        #expect(try fault(x, y, crs) == nil)
    }

    @Test("a place that comes back from the earth elsewhere is none", arguments: [0.0, 40, 72])
    func earthPlaces(latitude: Double) throws {
        let sinusoidal = try CRS("+proj=sinu +R=6371007.181")
        let places = try EarthPlaces(of: sinusoidal)
        let edge = try CoordinateTransform(from: places.crs, to: sinusoidal)
            .transformed([Point(x: 179.9, y: latitude)])
        let inside = try #require(edge[0])
        let outside = Point(x: inside.x * 1.01, y: inside.y)
        #expect(places.places(at: [inside, outside]).map { $0 == nil } == [false, true])
    }
}
