// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import PlaneGeometry
import Support
import Testing

@Suite("Doors that data may not open: the network, and files elsewhere")
struct DoorTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.path("in"), withIntermediateDirectories: true)
    }

    private func virtual(_ name: String, band: String, more: String = "") throws -> String {
        try scratch.text(
            name,
            """
            <VRTDataset rasterXSize="2" rasterYSize="1"><SRS>EPSG:4326</SRS>
            <GeoTransform>109, 0.5, 0, 39, 0, -0.5</GeoTransform>\(more)\(band)</VRTDataset>
            """)
    }

    private func band(of source: String, isRelative: Bool, kind: String = "") -> String {
        "<VRTRasterBand dataType=\"Byte\" band=\"1\"\(kind)><SimpleSource>"
            + "<SourceFilename relativeToVRT=\"\(isRelative ? 1 : 0)\">\(source)</SourceFilename>"
            + "<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
    }

    private func refusal(_ name: String) -> String {
        do {
            _ = try Dataset(opening: name)
            return ""
        } catch { return "\(error)" }
    }

    @Test("a VRT of a raster below its folder is opened, by a relative or a full path")
    func below() throws {
        let tile = try scratch.raster("in/a.tif", [[1, 2]] as [[UInt8]])
        let near = try virtual("near.vrt", band: band(of: "in/a.tif", isRelative: true))
        let full = try virtual("full.vrt", band: band(of: tile, isRelative: false))
        let nested = try virtual("nested.vrt", band: band(of: "near.vrt", isRelative: true))
        for name in [near, full, nested] {
            #expect(try Dataset(opening: name).info.width == 2)
        }
    }

    @Test("a VRT that shows the bytes of a file as pixels is refused")
    func rawBand() throws {
        for kind in ["VRTRawRasterBand", "vrtrawrasterband"] {
            let raw = try virtual(
                "raw.vrt",
                band: """
                    <VRTRasterBand dataType="Byte" band="1" subClass="\(kind)">
                    <SourceFilename relativetoVRT="0">/etc/passwd</SourceFilename>
                    <ImageOffset>0</ImageOffset><PixelOffset>1</PixelOffset>
                    <LineOffset>2</LineOffset></VRTRasterBand>
                    """)
            #expect(refusal(raw).contains("shows the bytes of a file"))
            let hidden = try virtual("hidden.vrt", band: band(of: "raw.vrt", isRelative: true))
            #expect(refusal(hidden).contains("shows the bytes of a file"))
        }
    }

    @Test("a VRT whose source lies outside its folder is refused, by whatever way it leads there")
    func outside() throws {
        let tile = try scratch.raster("a.tif", [[1, 2]] as [[UInt8]])
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("in/link.tif"), withDestinationPath: tile)
        let sources = [
            ("../a.tif", true), (tile, false), ("link.tif", true), ("GTIFF_DIR:1:\(tile)", false),
            ("/vsizip/\(scratch.folder)/x.zip/a.tif", false), ("x/../../a.tif", true),
        ]
        for (index, source) in sources.enumerated() {
            let name = try virtual(
                "in/\(index).vrt", band: band(of: source.0, isRelative: source.1))
            #expect(refusal(name).contains("--allow-outside"), "\(source)")
        }
        // An inner one may not lead out either.
        _ = try virtual("in/deep.vrt", band: band(of: "../a.tif", isRelative: true))
        let outer = try virtual("outer.vrt", band: band(of: "in/deep.vrt", isRelative: true))
        #expect(
            try Dataset(opening: outer).info.width == 2, "both lie below the outer one's folder")
    }

    @Test("a VRT with a program, as text, or made up of a name is refused")
    func programs() throws {
        let code = """
            <VRTRasterBand dataType="Byte" band="1" subClass="VRTDerivedRasterBand">
            <PixelFunctionType>f</PixelFunctionType>
            <PixelFunctionLanguage>Python</PixelFunctionLanguage></VRTRasterBand>
            """
        #expect(refusal(try virtual("code.vrt", band: code)).contains("a program"))
        let text = try String(
            contentsOfFile: virtual("t.vrt", band: band(of: "/etc/passwd", isRelative: false)),
            encoding: .utf8)
        #expect(refusal(text).contains("opened as a file"))
        #expect(refusal("vrt://\(scratch.path("t.vrt"))").contains("opened as a file"))
        let within = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        let nested = try virtual("n.vrt", band: band(of: within, isRelative: false))
        #expect(refusal(nested).contains("as text"))
    }

    @Test("a VRT beside a raster, as its overviews, is looked at too")
    func overviews() throws {
        let name = try scratch.raster("a.tif", [[1, 2]] as [[UInt8]])
        _ = try virtual(
            "a.tif.ovr",
            band: """
                <VRTRasterBand dataType="Byte" band="1" subClass="VRTRawRasterBand">
                <SourceFilename relativetoVRT="0">/etc/passwd</SourceFilename></VRTRasterBand>
                """)
        #expect(refusal(name) != "")
    }

    @Test("mosaics that the program makes take tiles from anywhere")
    func mosaics() throws {
        let first = try scratch.raster("in/a.tif", [[1, 2]] as [[UInt8]])
        let other = try Scratch()
        let second = try other.raster(
            "b.tif", [[3, 4]] as [[UInt8]], at: GeoTransform(left: 1, top: 0.5, pixelSize: 0.5))
        let mosaic = try Mosaic(of: [first, second])
        #expect(try Dataset(opening: mosaic.raster).info.width == 4)
    }

    @Test(
        "a CRS is neither fetched nor read from a file",
        arguments: [
            "http://127.0.0.1:PORT/crs", "https://127.0.0.1:PORT/crs", "/etc/passwd", "./x.prj",
            "FILE", "+proj=tmerc +lon_0=111 +nadgrids=/etc/passwd",
            "+proj=longlat +nadgrids=@http://127.0.0.1:PORT/g.tif", "+init=/etc/passwd:1",
            "+init=local:1", "+proj=longlat +geoidgrids=../x", "DICT:FILE,1", "/vsicurl/http://x",
            "/vsimem/x", "~/x", "+proj=pipeline +step +proj=xyzgridshift +grids=/etc/passwd",
            "GEOGCS[\"a\",DATUM[\"b\",SPHEROID[\"c\",6378137,298.257],EXTENSION[\"PROJ4_GRIDS\","
                + "\"/etc/passwd\"]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]",
        ])
    func references(definition: String) throws {
        let listener = try Listener()
        let file = try scratch.text("c.prj", try CRS.wgs84().wkt)
        let text = definition.replacing("PORT", with: "\(listener.port)")
            .replacing("FILE", with: file)
        #expect(throws: GDALError.self) { try CRS(text) }
        #expect(!listener.wasCalled)
    }

    @Test(
        "a CRS is read from a code, a name, an URN, WKT and a PROJ string",
        arguments: [
            "EPSG:4490", "epsg:32649", "ESRI:102025", "OGC:CRS84", "urn:ogc:def:crs:EPSG::4490",
            "http://www.opengis.net/def/crs/EPSG/0/4326", "+proj=utm +zone=49 +datum=WGS84",
            "+proj=longlat +ellps=krass +towgs84=1,2,3 +no_defs", "+init=epsg:4326", "WGS84",
            "+proj=longlat +datum=WGS84 +nadgrids=@null", "EPSG:4326+5773",
        ])
    func accepted(definition: String) throws {
        let crs = try CRS(definition)
        #expect(try CRS(crs.wkt).isSame(as: crs))
    }

    @Test(
        "a layer whose CRS is a link is refused, and nothing is fetched",
        arguments: [
            #"{"type": "link", "properties": {"href": "http://127.0.0.1:PORT/crs", "type": "proj4"}}"#,
            #"{"type": "name", "properties": {"name": "http://127.0.0.1:PORT/crs"}}"#,
        ])
    func links(crs: String) throws {
        let listener = try Listener()
        let file = try scratch.text(
            "a.geojson",
            #"{"type": "FeatureCollection", "crs": "#
                + crs.replacing("PORT", with: "\(listener.port)")
                + #", "features": [{"type": "Feature", "properties": {}, "geometry": {"type": "#
                + #""Point", "coordinates": [109, 39]}}]}"#)
        #expect(throws: GDALError.self) { try VectorSource(opening: file).layer() }
        #expect(!listener.wasCalled)
    }
}
