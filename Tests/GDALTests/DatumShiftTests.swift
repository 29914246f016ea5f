// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import PlaneGeometry
import Testing

@testable import GDAL

/// Shifts between datums: what PROJ knows, what it does not, and how users give what they know.
@Suite struct DatumShiftTests {
    private let bound = "+proj=longlat +ellps=IAU76 +towgs84=-100,50,20,0,0,0,0 +no_defs"

    private func notes(_ from: String, _ to: String) throws -> [GeodeticNote] {
        let notes = GeodeticNotes()
        _ = try GeodeticNotes.$current.withValue(notes) {
            try CoordinateTransform(from: try CRS(from), to: try CRS(to))
        }
        return notes.take()
    }

    @Test(
        "a datum without a known shift is named, with the operation and how to give seven parameters",
        arguments: [
            ("EPSG:4610", "EPSG:4490", "+ellps=IAU76"), ("EPSG:4214", "EPSG:4490", "+ellps=krass"),
            ("EPSG:2382", "EPSG:32649", "+lon_0=111"), ("EPSG:4490", "EPSG:4610", "+ellps=IAU76"),
            // Known in two basins only.
            ("EPSG:4214", "EPSG:4326", "+ellps=krass"),
            ("+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +ellps=krass", "EPSG:4326", "+proj=aea"),
        ])
    func unknown(from: String, to: String, definition: String) throws {
        let found = try notes(from, to)
        #expect(found.count == 1)
        let words = found.first?.english ?? ""
        #expect(words.contains("Ballpark") && words.contains("+towgs84="))
        #expect(words.contains(definition))
        #expect(found.first?.chinese.contains("七参数") == true)
    }

    @Test(
        "datums that agree, and shifts that are known or given, need no note",
        arguments: [
            ("EPSG:4326", "EPSG:4490"), ("EPSG:4546", "EPSG:3857"), ("EPSG:4610", "EPSG:2382"),
            ("EPSG:4490", "+proj=utm +zone=49 +ellps=WGS84"),
            ("EPSG:4326", "+proj=sinu +R=6371007.181"),
            ("+proj=longlat +ellps=IAU76 +towgs84=-100,50,20,0,0,0,0", "EPSG:4490"),
            ("EPSG:4546", "+proj=longlat +ellps=IAU76 +towgs84=-100,50,20,0,0,0,0"),
        ])
    func known(from: String, to: String) throws { #expect(try notes(from, to).isEmpty) }

    @Test("seven parameters to WGS 84 hold for CGCS2000 as well, there and back")
    func parameters() throws {
        let place = Point(x: 109, y: 39)
        let local = try CRS(bound)
        let toWGS84 = try CoordinateTransform(from: local, to: try CRS("EPSG:4326"))
        let toCGCS = try CoordinateTransform(from: local, to: try CRS("EPSG:4490"))
        let back = try CoordinateTransform(from: try CRS("EPSG:4490"), to: local)
        let first = try #require(toWGS84.transformed([place])[0])
        let second = try #require(toCGCS.transformed([place])[0])
        #expect(abs(first.x - place.x) > 1e-4)
        #expect(abs(first.x - second.x) < 1e-9 && abs(first.y - second.y) < 1e-9)
        let returned = try #require(back.transformed([second])[0])
        #expect(abs(returned.x - place.x) < 1e-7 && abs(returned.y - place.y) < 1e-7)
    }

    @Test("latitudes on a sphere are geodetic ones, whatever shift its definition has")
    func sphere() throws {
        for shift in ["", " +towgs84=0,0,0"] {
            let definition = "+proj=longlat +R=6371007.181" + shift
            let transform = try CoordinateTransform(
                from: try CRS("EPSG:4326"), to: try CRS(definition))
            let place = try #require(transform.transformed([Point(x: 109, y: 39)])[0])
            #expect(abs(place.x - 109) < 1e-12 && abs(place.y - 39) < 1e-12)
        }
    }

    @Test("a pipeline to longitude and latitude does what its steps say")
    func pipeline() throws {
        let text =
            "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=cart +ellps=IAU76 "
            + "+step +proj=helmert +x=-100 +y=50 +z=20 +step +inv +proj=cart +ellps=WGS84 "
            + "+step +proj=unitconvert +xy_in=rad +xy_out=deg"
        #expect(Pipeline.isPipeline(text) && !Pipeline.isPipeline(bound))
        let moved = try Pipeline(text).apply(to: [Point(x: 109, y: 39)])[0]
        let transform = try CoordinateTransform(from: try CRS(bound), to: try CRS("EPSG:4326"))
        let place = try #require(transform.transformed([Point(x: 109, y: 39)])[0])
        #expect(abs(moved.x - place.x) < 1e-9 && abs(moved.y - place.y) < 1e-9)
    }

    @Test("a pipeline that PROJ does not know, or that leads elsewhere, is an error")
    func badPipelines() throws {
        #expect(throws: GDALError.self) { try Pipeline("+proj=pipeline +step +proj=nothing") }
        let metres =
            "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
            + "+step +proj=utm +zone=49"
        #expect(throws: GDALError.self) {
            try Pipeline(metres).apply(to: [Point(x: 111, y: 39)])
        }
    }
}
