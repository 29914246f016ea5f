// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Files
import GDAL
import PlaneGeometry
import Support
import Testing

@Suite struct DatasetTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    @Test("what was written is read back: pixels, place, nodata, names, colours, metadata")
    func roundTrip() throws {
        let green = RGBA(red: 0, green: 100, blue: 0)
        let path = try scratch.raster(
            "r.tif", [[UInt8(10), 20, 255], [30, 10, 10]], crs: "EPSG:4490", noData: 255
        ) {
            $0.colors = [10: green]
            $0.categoryNames = [10: "tree", 20: "shrub"]
            $0.metadata = ["SOURCE": "a test"]
        }
        let dataset = try Dataset(opening: path)
        let info = dataset.info
        #expect((info.width, info.height, info.driver) == (3, 2, "GTiff"))
        #expect(info.crs?.code == "EPSG:4490")
        #expect(info.transform == GeoTransform([0, 0.5, 0, 1, 0, -0.5]))
        #expect(info.metadata["SOURCE"] == "a test")
        let band = info.bands[0]
        #expect(band.dataType == .uint8)
        #expect(band.noData == 255)
        #expect(band.mask == .noData)
        #expect(band.colors[10] == green)
        #expect(band.categoryNames == [10: "tree", 20: "shrub"])
        var pixels = [UInt8](repeating: 0, count: 4)
        var span = pixels.mutableSpan
        try dataset.read(Window(column: 1, row: 0, width: 2, height: 2), into: &span)
        #expect(pixels == [20, 255, 10, 10])
    }

    @Test("every type of pixel is written and read back as itself")
    func everyType() throws {
        try check([Int8(-128), 127])
        try check([UInt8(0), 255])
        try check([Int16.min, .max])
        try check([UInt16(0), .max])
        try check([Int32.min, .max])
        try check([UInt32(0), .max])
        try check([Int64.min, .max])
        try check([UInt64(0), .max])
        try check([Float(0.1), -3.4e38])
        try check([0.1, -1.7e308])
    }

    private func check<Value: Pixel & Equatable>(_ row: [Value]) throws {
        let path = try scratch.raster("\(Value.dataType).tif", [row])
        let dataset = try Dataset(opening: path)
        #expect(dataset.info.bands[0].dataType == Value.dataType)
        var pixels = row.reversed() as [Value]
        var span = pixels.mutableSpan
        try dataset.read(Window(column: 0, row: 0, width: 2, height: 1), into: &span)
        #expect(pixels == row)
    }

    @Test("names and colours come from an attribute table, too")
    func attributeTable() throws {
        let path = try scratch.text(
            "rat.vrt",
            """
            <VRTDataset rasterXSize='1' rasterYSize='1'>
            <VRTRasterBand dataType='Byte' band='1'><GDALRasterAttributeTable>
            <FieldDefn index='0'><Name>VALUE</Name><Type>0</Type><Usage>5</Usage></FieldDefn>
            <FieldDefn index='1'><Name>NAME</Name><Type>2</Type><Usage>2</Usage></FieldDefn>
            <FieldDefn index='2'><Name>R</Name><Type>0</Type><Usage>6</Usage></FieldDefn>
            <FieldDefn index='3'><Name>G</Name><Type>0</Type><Usage>7</Usage></FieldDefn>
            <FieldDefn index='4'><Name>B</Name><Type>0</Type><Usage>8</Usage></FieldDefn>
            <Row index='0'><F>41</F><F>Deciduous forest</F><F>1</F><F>2</F><F>3</F></Row>
            </GDALRasterAttributeTable></VRTRasterBand></VRTDataset>
            """)
        let band = try Dataset(opening: path).info.bands[0]
        #expect(band.categoryNames == [41: "Deciduous forest"])
        #expect(band.colors == [41: RGBA(red: 1, green: 2, blue: 3)])
    }

    @Test("scale, offset and unit are told")
    func scale() throws {
        let path = try scratch.text(
            "scaled.vrt",
            "<VRTDataset rasterXSize='1' rasterYSize='1'><VRTRasterBand dataType='Int16' band='1'>"
                + "<UnitType>m</UnitType><Scale>0.0001</Scale><Offset>2</Offset></VRTRasterBand>"
                + "</VRTDataset>")
        let info = try Dataset(opening: path).info
        #expect(info.bands[0].scale == 0.0001 && info.bands[0].offset == 2)
        #expect(info.bands[0].unit == "m")
        #expect(info.transform == nil && info.crs == nil)
    }

    @Test("a raster is copied to a cloud-optimised GeoTIFF")
    func copying() throws {
        let path = try scratch.raster("r.tif", [[UInt8(1), 2]])
        try Dataset(opening: path).copy(to: scratch.path("c.tif"), driver: "COG")
        let info = try Dataset(opening: scratch.path("c.tif")).info
        #expect(info.width == 2 && info.crs?.code == "EPSG:4326")
    }

    @Test("a missing file is an error that names it, of the kind that says so")
    func missing() {
        #expect {
            _ = try Dataset(opening: "no/such/lc.tif")
        } throws: { error in
            (error as? GDALError)?.failureKind == .noInput
                && "\(error)".hasPrefix("cannot open 'no/such/lc.tif': ")
                && "\(error)".contains("No such file")
        }
    }

    @Test("a text file is no raster")
    func notRaster() throws {
        let path = try scratch.text("notes.tif", "these are notes")
        #expect {
            _ = try Dataset(opening: path)
        } throws: { error in
            (error as? GDALError)?.failureKind == .badData
                && "\(error)".contains("not recognized as a supported file format")
        }
    }

    @Test("a vector file is no raster, and a raster is no vector file")
    func otherKind() throws {
        let zones = try scratch.zones([("a", "POLYGON((0 0,1 0,1 1,0 0))")])
        #expect(throws: GDALError.self) { _ = try Dataset(opening: zones) }
        let raster = try scratch.raster("r.tif", [[UInt8(1)]])
        #expect(throws: GDALError.self) { _ = try VectorSource(opening: raster) }
    }

    @Test("a raster cut short is an error where it is read, not zeros")
    func truncated() throws {
        let rows = (0..<512).map { row in (0..<512).map { UInt8(($0 * row) % 251) } }
        let path = try scratch.raster("r.tif", rows)
        try scratch.truncate(path, to: 100_000)
        #expect {
            let dataset = try Dataset(opening: path)
            var pixels = [UInt8](repeating: 0, count: 512 * 512)
            var span = pixels.mutableSpan
            try dataset.read(Window(column: 0, row: 0, width: 512, height: 512), into: &span)
        } throws: { "\($0)".contains(path) && ($0 as? GDALError)?.reasons.isEmpty == false }
    }

    @Test("a folder that is not there cannot be written to")
    func unwritable() {
        #expect {
            try scratch.raster("no/such/r.tif", [[UInt8(1)]])
        } throws: { ["create", "No such file"].allSatisfy("\($0)".contains) }
    }

    @Test("complex numbers are refused by name")
    func complex() throws {
        let path = try scratch.text(
            "c.vrt",
            "<VRTDataset rasterXSize='1' rasterYSize='1'>"
                + "<VRTRasterBand dataType='CFloat32' band='1'/></VRTDataset>")
        #expect { _ = try Dataset(opening: path) } throws: { "\($0)".contains("CFloat32") }
    }
}

@Suite struct GDALRuntimeTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    @Test("only drivers on the list are there")
    func allowList() {
        let drivers = Set(GDALRuntime.drivers)
        #expect(
            drivers.isSuperset(of: ["GTiff", "COG", "VRT", "GPKG", "GeoJSON", "ESRI Shapefile"]))
        #expect(drivers.isDisjoint(with: ["WMS", "HTTP", "PostgreSQL", "WFS", "PDF", "OGR_VRT"]))
        #expect(drivers.count < 25)
    }

    @Test("nothing is asked of the network, whatever a name says")
    func network() throws {
        let server = try Listener()
        GDALRuntime.configure("GDAL_HTTP_TIMEOUT", "1")
        let host = "http://127.0.0.1:\(server.port)"
        for name in [
            "/vsicurl/\(host)/lc.tif", "/vsicurl_streaming/\(host)/lc.tif", "\(host)/lc.tif",
            "NETCDF:\(host)/lc.nc",
        ] {
            #expect(throws: GDALError.self) { _ = try Dataset(opening: name) }
        }
        let schema = try scratch.text(
            "z.gml",
            "<?xml version='1.0'?><ogr:FeatureCollection xmlns:ogr='http://ogr.maptools.org/' "
                + "xmlns:gml='http://www.opengis.net/gml' "
                + "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                + "xsi:schemaLocation='http://ogr.maptools.org/ \(host)/z.xsd'>"
                + "</ogr:FeatureCollection>")
        for name in [
            "/vsicurl/\(host)/z.geojson", "\(host)/FeatureServer/0/query?f=json",
            "GeoJSON:\(host)/z.geojson", "\(host)/z.fgb", schema,
        ] {
            _ = try? VectorSource(opening: name).layerNames
        }
        #expect(!server.wasCalled)
    }

    @Test("versions are told")
    func versions() {
        for version in [
            GDALRuntime.version, GDALRuntime.projVersion, GDALRuntime.geosVersion ?? "",
        ] {
            #expect(version.split(separator: ".").count == 3)
        }
    }
}
