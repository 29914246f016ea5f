// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Files
import Foundation
import GDAL
import PlaneGeometry
import Support
import Testing

@Suite struct VectorTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func write(
        _ name: String, driver: String, crs: String = "EPSG:4326", options: [String] = [],
        wkt: String = "POLYGON((109 39,110 39,110 40,109 40,109 39))"
    ) throws -> String {
        let path = scratch.path(name)
        let writer = try VectorWriter(creating: path, driver: driver)
        try writer.add(
            layer: "banners", shape: .multiPolygon, crs: try CRS(crs),
            fields: [Field("adcode", .integer), Field("name", .text), Field("area", .real)],
            options: options,
            rows: [
                ([.integer(150_602), .text("东胜区"), .real(2151.12)], try Geometry(wkt: wkt)),
                ([.integer(9_007_199_254_740_993), .null, .null], try Geometry(wkt: wkt)),
            ])
        try writer.close()
        return path
    }

    private func features(_ path: String) throws -> [[FieldValue]] {
        var rows: [[FieldValue]] = []
        try VectorSource(opening: path).forEachFeature { rows.append($0.values) }
        return rows
    }

    @Test("of a GeoPackage's layers the one with geometry is meant, whatever tables it has")
    func tables() throws {
        let path = scratch.path("styled.gpkg")
        let writer = try VectorWriter(creating: path, driver: "GPKG")
        let square = try Geometry(wkt: "POLYGON((109 39,110 39,110 40,109 39))")
        try writer.add(
            layer: "layer_styles", shape: .none, crs: nil, fields: [Field("qml", .text)],
            rows: [([.text("<qgis/>")], nil)])
        try writer.add(
            layer: "banners", shape: .polygon, crs: try CRS("EPSG:4326"),
            fields: [Field("name", .text)], rows: [([.text("东胜区")], square)])
        try writer.close()
        let source = try VectorSource(opening: path)
        #expect(source.geometryLayerNames == ["banners"])
        #expect(try source.layer().name == "banners")
        #expect(try features(path) == [[.text("东胜区")]])
        #expect(try source.layer("layer_styles").fields.map(\.name) == ["qml"])
    }

    @Test("a GeoPackage is read back as it was written", arguments: ["GPKG", "FlatGeobuf"])
    func roundTrip(driver: String) throws {
        let path = try write("z.\(driver == "GPKG" ? "gpkg" : "fgb")", driver: driver)
        let source = try VectorSource(opening: path)
        #expect(source.driver == driver)
        let layer = try source.layer()
        #expect(layer.name == "banners" && layer.featureCount == 2)
        #expect(layer.crs?.code == "EPSG:4326")
        #expect(
            layer.fields == [Field("adcode", .integer), Field("name", .text), Field("area", .real)])
        let rows = try features(path).sorted { "\($0[0])" < "\($1[0])" }
        #expect(rows[0] == [.integer(150_602), .text("东胜区"), .real(2151.12)])
        #expect(rows[1] == [.integer(9_007_199_254_740_993), .null, .null])
        var areas: [Double] = []
        try VectorSource(opening: path).forEachFeature { areas.append($0.geometry?.area ?? 0) }
        #expect(areas == [1, 1])
    }

    @Test("GeoJSON is RFC 7946: WGS 84, right-hand rule, no crs member")
    func geoJSON() throws {
        let path = try write(
            "z.geojson", driver: "GeoJSON", crs: "EPSG:32649", options: ["RFC7946=YES"],
            wkt: "POLYGON((400000 4400000,400000 4500000,500000 4500000,400000 4400000))")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(!text.contains("\"crs\""))
        let source = try VectorSource(opening: path)
        #expect(try source.layer().crs?.code == "EPSG:4326")
        try source.forEachFeature { feature in
            let ring = try #require(feature.geometry?.polygons.first?.rings.first)
            #expect(ring.allSatisfy { (109...112).contains($0.x) && (39...41).contains($0.y) })
            let signed = zip(ring, ring.dropFirst()).reduce(0) {
                $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
            }
            #expect(signed > 0)
        }
    }

    @Test("with two layers, one must be named, and the error says which there are")
    func twoLayers() throws {
        let path = scratch.path("two.gpkg")
        let writer = try VectorWriter(creating: path, driver: "GPKG")
        for name in ["banners", "deserts"] {
            try writer.add(
                layer: name, shape: .polygon, crs: try CRS("EPSG:4490"), fields: [],
                rows: [([], try Geometry(wkt: "POLYGON((0 0,1 0,1 1,0 0))"))])
        }
        try writer.add(
            layer: "table", shape: .none, crs: nil, fields: [Field("n", .integer)],
            rows: [([.integer(4)], nil)])
        try writer.close()
        let source = try VectorSource(opening: path)
        #expect(source.layerNames == ["banners", "deserts", "table"])
        #expect { try source.layer() } throws: {
            "\($0)".contains("name one of 'banners', 'deserts'")
        }
        #expect { try source.layer("lakes") } throws: { "\($0)".contains("find layer 'lakes'") }
        #expect(try source.layer("deserts").crs?.code == "EPSG:4490")
        #expect(try source.layer("table").crs == nil)
        var rows: [[FieldValue]] = []
        try source.forEachFeature(in: "table") { rows.append($0.values) }
        #expect(rows == [[.integer(4)]])
    }

    @Test("a file cut short is an error, not the end of its features")
    func truncated() throws {
        let path = try write("z.geojson", driver: "GeoJSON")
        try scratch.truncate(path, to: 300)
        #expect(throws: (any Error).self) { try features(path) }
        let package = try write("z.gpkg", driver: "GPKG")
        try scratch.truncate(package, to: 20_000)
        #expect(throws: (any Error).self) { try features(package) }
    }

    @Test("an unknown driver, and a folder that is not there, are errors")
    func cannotCreate() {
        #expect(throws: GDALError.self) {
            _ = try VectorWriter(creating: scratch.path("z"), driver: "Parchment")
        }
        #expect {
            try VectorWriter(creating: scratch.path("no/such/z.gpkg"), driver: "GPKG").close()
        } throws: { ($0 as? GDALError)?.failureKind != .badData }
    }

    @Test("field values read as people write them")
    func values() {
        #expect(FieldValue.real(150_602).text == "150602")
        #expect(FieldValue.real(0.5).text == "0.5")
        #expect(FieldValue.null.text == nil)
        #expect(FieldValue.text("3.5").number == 3.5)
        #expect(FieldValue.text("x").number == nil)
    }
}

@Suite struct CRSTests {
    @Test(
        "coordinates are longitude before latitude, whatever the authority's order",
        arguments: ["EPSG:4326", "EPSG:4490", "OGC:CRS84"])
    func axisOrder(definition: String) throws {
        let transform = try CoordinateTransform(
            from: try CRS(definition), to: try CRS("EPSG:32649"))
        var points = [Point(x: 111, y: 0), Point(x: 112, y: 40)]
        try transform.apply(to: &points)
        #expect(abs(points[0].x - 500_000) < 0.01 && abs(points[0].y) < 0.01)
        // pyproj 3.7: Transformer.from_crs(4326, 32649, always_xy=True).transform(112, 40)
        #expect(abs(points[1].x - 585_360.462) < 0.01 && abs(points[1].y - 4_428_236.065) < 0.01)
        let back = try CoordinateTransform(from: try CRS("EPSG:32649"), to: try CRS(definition))
        try back.apply(to: &points)
        #expect(abs(points[1].x - 112) < 1e-9 && abs(points[1].y - 40) < 1e-9)
    }

    @Test("a Gauss–Krüger CRS gives the easting first, though its authority does not")
    func gaussKrueger() throws {
        let transform = try CoordinateTransform(
            from: try CRS("EPSG:4490"), to: try CRS("EPSG:4508"))
        let place = try #require(transform.transformed([Point(x: 111, y: 40)])[0])
        #expect(abs(place.x - 500_000) < 0.01 && place.y > 4_000_000)
    }

    @Test("what a CRS is: code, ellipsoid, unit")
    func properties() throws {
        let china = try CRS("EPSG:4490")
        #expect(china.code == "EPSG:4490" && china.isGeographic && !china.isProjected)
        #expect(china.inverseFlattening == 298.257222101 && china.semiMajorAxis == 6_378_137)
        #expect(abs(china.unit - .pi / 180) < 1e-15)
        let feet = try CRS("EPSG:2225")
        #expect(feet.isProjected && abs(feet.unit - 1200.0 / 3937) < 1e-12)
        let joined = try CRS("EPSG:32649+5773")
        #expect(joined.isProjected && joined.unit == 1)
        #expect(try CRS("OGC:CRS84").isSame(as: try CRS("OGC:CRS84")))
        #expect(try !CRS("EPSG:4326").isSame(as: china))
        let text = try CRS(china.wkt)
        #expect(text == china && text.isSame(as: china))
    }

    /// As shapefiles and ASCII grids keep them, in a `.prj`.
    private static let geographic =
        "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
        + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
        + "UNIT[\"Degree\",0.0174532925199433]]"
    private static let gaussKrüger =
        "PROJCS[\"CGCS2000_3_Degree_GK_Zone_35\",\(geographic),PROJECTION[\"Gauss_Kruger\"],"
        + "PARAMETER[\"False_Easting\",35500000.0],PARAMETER[\"False_Northing\",0.0],"
        + "PARAMETER[\"Central_Meridian\",105.0],PARAMETER[\"Scale_Factor\",1.0],"
        + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]"

    @Test(
        "Esri's form of a CRS, which tells no order of axes, is that CRS and no other",
        arguments: [
            (geographic, "EPSG:4490", "EPSG:4326"), (gaussKrüger, "EPSG:4523", "EPSG:4522"),
        ])
    func esri(text: String, code: String, other: String) throws {
        let esri = try CRS(text)
        #expect(try esri.isSame(as: CRS(code)) && CRS(code).isSame(as: esri))
        #expect(try !esri.isSame(as: CRS(other)) && !CRS(other).isSame(as: esri))
    }

    @Test("a shift of datum makes another CRS")
    func shifted() throws {
        let plane = "+proj=tmerc +lon_0=105 +x_0=500000 +ellps=krass +units=m"
        let shifted = try CRS(plane + " +towgs84=24,-123,-94,0,0,0,0")
        #expect(try !shifted.isSame(as: CRS(plane)) && !CRS(plane).isSame(as: shifted))
        #expect(try shifted.isSame(as: CRS(plane + " +towgs84=24,-123,-94,0,0,0,0 +k=1")))
    }

    @Test("nonsense is an error that quotes it")
    func nonsense() {
        #expect { try CRS("EPSG:no") } throws: { "\($0)".contains("'EPSG:no'") }
    }

    @Test("a place that the target cannot hold is nil, and an error where all are asked for")
    func unreachable() throws {
        let transform = try CoordinateTransform(
            from: try CRS("EPSG:4326"), to: try CRS("+proj=ortho +lat_0=40 +lon_0=105"))
        var points = [Point(x: 105, y: 40), Point(x: -75, y: -40)]
        #expect(transform.transformed(points).map { $0 == nil } == [false, true])
        #expect { try transform.apply(to: &points) } throws: { "\($0)".contains("-75.0, -40.0") }
    }

    @Test(
        "areal scales are those of closed forms and of geodesic polygons",
        arguments: [
            // GeographicLib's area of a square of 100 m (1 km in feet) there, by pyproj's Geod.
            ("EPSG:4508", 111.0, 40.0, 1.0),
            ("EPSG:32649", 111.0, 40.0, 0.9996 * 0.9996),
            ("+proj=cea +ellps=GRS80 +units=m", 30.0, 60.0, 1.0),
            ("+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +ellps=GRS80", 120.0, 20.0, 1.0),
            ("+proj=sinu +R=6371007.181", 100.0, 50.0, 1.0),
            ("EPSG:3035", -5.0, 60.0, 1.0),
            // The standard parallel; k = 0.9998773 there, feet or grads.
            ("EPSG:27572", 2.337229166666667, 46.8, 0.99987742 * 0.99987742),
            ("EPSG:3413", -45.0, 70.0, 1.0),
        ])
    func arealScale(definition: String, longitude: Double, latitude: Double, scale: Double) throws {
        let crs = try CRS(definition)
        let transform = try CoordinateTransform(from: try CRS("EPSG:4326"), to: crs)
        let place = try #require(transform.transformed([Point(x: longitude, y: latitude)])[0])
        let found = try #require(try ArealScale(of: crs).factors(at: [place])[0])
        #expect(abs(found.arealScale - scale) < 2e-7)
    }
}
