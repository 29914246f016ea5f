// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// Areas of rasters and polygons whose CRS is on a sphere.
@Suite struct EarthFigureTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private static let sinusoidal = "+proj=sinu +lon_0=0 +R=6371007.181 +units=m"

    private func hanggin() throws -> ZoneLayer {
        let all = try ZoneLayer(
            reading: ZoneSource(
                path: repositoryFile("GeoData/zones/ordos_banners.geojson"), idField: "adcode"))
        return ZoneLayer(zones: all.zones.filter { $0.id == "150625" }, crs: all.crs)
    }

    private func modis() throws -> Measurement {
        let path = try scratch.raster(
            "modis.tif", [[UInt8]](repeating: [UInt8](repeating: 1, count: 300), count: 240),
            at: GeoTransform(left: 8_950_000, top: 4_650_000, pixelSize: 2000),
            crs: Self.sinusoidal)
        return Measurement(of: path)
    }

    @Test("a banner on MODIS's sinusoidal grid has the area that it has on the ellipsoid")
    func banner() async throws {
        let zones = try hanggin()
        let truth = PolygonArea(in: zones.crs).squareMetres(of: zones.zones[0].polygons)
        var measurement = try modis()
        measurement.tolerance = 0.001
        let area = try await measurement.tally(over: zones).total(ofZone: 0).areaSquareMetres
        #expect(relativeDifference(area, truth) < 2e-6)
        #expect(abs(area / 1e6 - 18_817.4) < 0.2)
    }

    @Test("on the datum's own figure the banner has the sphere's area")
    func datum() async throws {
        var measurement = try modis()
        measurement.areas = .datum
        let area = try await measurement.tally(over: try hanggin()).total(ofZone: 0)
        #expect(abs(area.areaSquareMetres / 1e6 - 18_796.6) < 0.1)
    }

    @Test("a pixel in degrees on a sphere has the area of the same one on WGS 84, to the last bit")
    func degrees() throws {
        let transform = try #require(GeoTransform(left: 107, top: 40, pixelSize: 0.25))
        func area(_ crs: String, _ rule: AreaRule) throws -> Int64 {
            let grid = Grid(width: 1, height: 1, transform: transform, crs: try CRS(crs))
            return try RowAreas(of: grid, by: rule).area(row: 0)
        }
        let sphere = "+proj=longlat +R=6371229 +no_defs"
        #expect(try area(sphere, .ellipsoid) == area("EPSG:4326", .ellipsoid))
        #expect(try area(sphere, .datum) != area("EPSG:4326", .datum))
        #expect(try area("EPSG:4490", .datum) == area("EPSG:4490", .ellipsoid))
    }

    @Test("polygons follow the same rule")
    func polygons() throws {
        let square = try Geometry(wkt: box(107, 39, 108, 40)).polygons
        let sphere = try CRS("+proj=longlat +R=6371007.181 +no_defs")
        let truth = PolygonArea(in: try CRS("EPSG:4326")).units(of: square)
        #expect(PolygonArea(in: sphere, areas: .ellipsoid).units(of: square) == truth)
        #expect(PolygonArea(in: sphere, areas: .datum).units(of: square) != truth)
    }

    @Test("long sides are integrated as well as short ones")
    func longSides() throws {
        let areas = PolygonArea(in: try CRS("EPSG:4326"))
        let world = areas.squareMetres(of: try Geometry(wkt: box(-180, -90, 180, 90)).polygons)
        #expect(relativeDifference(world, 510_065_621_724_088.44) < 1e-13)
    }

    @Test("a run hears once that a CRS is on a sphere, and what its areas are on")
    func note() async throws {
        let notes = GeodeticNotes()
        let measurement = try modis()
        _ = try await GeodeticNotes.$current.withValue(notes) {
            try await measurement.tally(over: nil)
        }
        let found = notes.take()
        #expect(found.count == 1)
        #expect(found.first?.english.contains("geodetic") == true)
        #expect(found.first?.chinese.contains("大地纬度") == true)
    }

    @Test("the parts of a measurement on a sphere must share the rule")
    func identity() throws {
        var measurement = try modis()
        let ellipsoid = try measurement.identity(over: nil)
        measurement.areas = .datum
        #expect(try measurement.identity(over: nil) != ellipsoid)
    }
}
