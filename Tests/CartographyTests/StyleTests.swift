// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import LandCover
@testable import MapStyles
import Testing

@testable import Cartography
import Words

/// A style read from text.
private func style(_ text: String, named name: String = "style.sld") throws -> StyleSheet {
    let scratch = try Scratch()
    let path = "\(scratch.path)/\(name)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return try StyleSheet(readingFrom: path)
}

/// A style of version 1.0 around some rules.
private func sld(_ rules: String) throws -> StyleSheet {
    try style(
        """
        <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld"
          xmlns:ogc="http://www.opengis.net/ogc"><NamedLayer><Name>n</Name><UserStyle>
          <FeatureTypeStyle>\(rules)</FeatureTypeStyle></UserStyle></NamedLayer>
        </StyledLayerDescriptor>
        """)
}

@Suite struct StyleReaderTests {
    @Test("a polygon's fill, opacity, border and dashes are read")
    func polygon() throws {
        let sheet = try sld(
            """
            <Rule><PolygonSymbolizer><Fill><CssParameter name="fill">#1b7837</CssParameter>
            <CssParameter name="fill-opacity">0.6</CssParameter></Fill><Stroke>
            <CssParameter name="stroke">#FF0000</CssParameter>
            <CssParameter name="stroke-width">2.5</CssParameter>
            <CssParameter name="stroke-dasharray">4 2</CssParameter></Stroke>
            </PolygonSymbolizer></Rule>
            """)
        let border = LineSymbol(RGBA(red: 255, green: 0, blue: 0), width: 2.5, dashes: [4, 2])
        let fill = RGBA(red: 27, green: 120, blue: 55, alpha: 153)
        #expect(sheet.rules[0].symbolizers == [.polygon(PolygonSymbol(fill: fill, stroke: border))])
        #expect(sheet.unsupported.isEmpty)
    }

    @Test("a point's opacity is its fill's and its stroke's")
    func opacity() throws {
        let sheet = try sld(
            """
            <Rule><PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName>
            <Fill><CssParameter name="fill">#0000aa</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#ff0000</CssParameter></Stroke></Mark>
            <Opacity>0.5</Opacity></Graphic></PointSymbolizer></Rule>
            """)
        guard case .point(let point) = sheet.rules[0].symbolizers[0] else {
            Issue.record("no point")
            return
        }
        #expect(point.fill == RGBA(red: 0, green: 0, blue: 170, alpha: 128))
        #expect(point.stroke?.color == RGBA(red: 255, green: 0, blue: 0, alpha: 128))
        #expect(sheet.unsupported.isEmpty)
    }

    @Test("what would be drawn elsewhere or otherwise is named: geometries, offsets, joins, caps")
    func drawnOtherwise() throws {
        func line(_ more: String, _ parameters: String = "") throws -> [String] {
            try sld(
                """
                <Rule><LineSymbolizer>\(more)<Stroke>
                <CssParameter name="stroke">#00aa00</CssParameter>\(parameters)</Stroke>
                </LineSymbolizer></Rule>
                """
            ).unsupported
        }
        func parameter(_ name: String, _ value: String) -> String {
            "<CssParameter name=\"\(name)\">\(value)</CssParameter>"
        }
        let centroid = "<Geometry><ogc:Function name=\"centroid\"/></Geometry>"
        let own = "<Geometry><ogc:PropertyName>geom</ogc:PropertyName></Geometry>"
        #expect(try line(own, parameter("stroke-linejoin", "round")).isEmpty)
        #expect(try line("<PerpendicularOffset>0</PerpendicularOffset>").isEmpty)
        for (found, word) in [
            (try line(centroid), "centroid"),
            (try line("<PerpendicularOffset>3</PerpendicularOffset>"), "PerpendicularOffset"),
            (try line("", parameter("stroke-linejoin", "bevel")), "bevel"),
            (try line("", parameter("stroke-linecap", "square")), "square"),
        ] {
            #expect(found.count == 1 && found[0].contains(word), "\(found)")
        }
    }

    @Test("a label's family, weight, slope and halo are read; what is no such thing is named")
    func fonts() throws {
        func label(_ weight: String, _ slope: String) throws -> StyleSheet {
            try sld(
                """
                <Rule><TextSymbolizer><Label>x</Label><Font>
                <CssParameter name="font-family">No Such, Noto Sans CJK SC</CssParameter>
                <CssParameter name="font-weight">\(weight)</CssParameter>
                <CssParameter name="font-style">\(slope)</CssParameter></Font>
                <Halo><Radius>2</Radius></Halo></TextSymbolizer></Rule>
                """)
        }
        let sheet = try label("bold", "oblique")
        guard case .text(let text) = sheet.rules[0].symbolizers[0] else {
            Issue.record("no text")
            return
        }
        #expect(text.family == "No Such, Noto Sans CJK SC" && text.isBold && text.isItalic)
        #expect(text.haloRadius == 2 && sheet.unsupported.isEmpty)
        let odd = try label("lighter", "backslant").unsupported
        #expect(odd.count == 2 && odd[0].contains("lighter") && odd[1].contains("backslant"))
    }

    @Test("a family of a list that is installed is taken, a slope changes the type, none is told")
    func typeface() throws {
        let typesetter = try Typesetter()
        var style = TextStyle(size: 20)
        style.family = "No Such, 'Noto Sans CJK SC'"
        _ = try typesetter.set("Steppe", style)
        #expect(typesetter.missing.isEmpty)
        style.family = "No Such"
        _ = try typesetter.set("Steppe", style)
        _ = try typesetter.set("Steppe", style)
        #expect(typesetter.missing == [.family("No Such")])
        #expect(typesetter.missing[0].description.contains("No Such"))
    }

    @Test("scale denominators hold from the lower one up to, not with, the upper one")
    func scales() throws {
        let rule = try sld(
            """
            <Rule><MinScaleDenominator>1000</MinScaleDenominator>
            <MaxScaleDenominator>5000</MaxScaleDenominator><LineSymbolizer/></Rule>
            """
        ).rules[0]
        #expect(
            [999, 1000, 4999, 5000].map { rule.applies(atScale: $0) } == [
                false, true, true, false,
            ])
    }

    @Test("a filter compares numbers as numbers, joins conditions, and takes both ends of a range")
    func filter() throws {
        let filter = try #require(
            try sld(
                """
                <Rule><ogc:Filter><ogc:Or><ogc:PropertyIsBetween><ogc:PropertyName>a</ogc:PropertyName>
                <ogc:LowerBoundary><ogc:Literal>9</ogc:Literal></ogc:LowerBoundary>
                <ogc:UpperBoundary><ogc:Literal>10</ogc:Literal></ogc:UpperBoundary>
                </ogc:PropertyIsBetween><ogc:Not><ogc:PropertyIsEqualTo>
                <ogc:PropertyName>b</ogc:PropertyName><ogc:Literal>x</ogc:Literal>
                </ogc:PropertyIsEqualTo></ogc:Not></ogc:Or></ogc:Filter><LineSymbolizer/></Rule>
                """
            ).rules[0].filter)
        #expect(filter.passes { ["a": "10.0", "b": "x"][$0] })
        #expect(!filter.passes { ["a": "10.1", "b": "x"][$0] })
        #expect(filter.passes { ["a": "100", "b": "y"][$0] })
    }

    @Test(
        "colour maps colour by single values, intervals and ramps",
        arguments: [
            ("values", 1.0, nil), ("values", 2.0, 0x0000FF), ("intervals", 1.0, 0x0000FF),
            ("intervals", 0.0, 0xFF0000), ("intervals", 2.1, nil), ("ramp", 1.0, 0x800080),
        ] as [(String, Double, UInt32?)])
    func colorMap(kind: String, value: Double, expected: UInt32?) throws {
        let map = try sld(
            """
            <Rule><RasterSymbolizer><ColorMap type="\(kind)">
            <ColorMapEntry color="#ff0000" quantity="0"/>
            <ColorMapEntry color="#0000ff" quantity="2" label="two"/></ColorMap>
            </RasterSymbolizer></Rule>
            """
        ).colorMap
        #expect(map?.color(of: value) == expected.map { RGBA(hex: $0) })
    }

    @Test("Categorize of SE 1.1 colours from each threshold on, and the last value without end")
    func categorize() throws {
        let map = try #require(
            try style(
                """
                <FeatureTypeStyle xmlns="http://www.opengis.net/se"><Rule><RasterSymbolizer>
                <ColorMap><Categorize fallbackValue="#000000"><LookupValue>Rasterdata</LookupValue>
                <Value>#ff0000</Value><Threshold>10</Threshold><Value>#00ff00</Value>
                <Threshold>20</Threshold><Value>#0000ff</Value></Categorize></ColorMap>
                </RasterSymbolizer></Rule></FeatureTypeStyle>
                """
            ).colorMap)
        #expect(
            [9.99, 10, 20, 1e9].map { map.color(of: $0)?.styleText } == [
                "#ff0000", "#00ff00", "#0000ff", "#0000ff",
            ])
    }

    @Test("what is not supported is named with its line, and the rest is drawn")
    func unsupported() throws {
        let sheet = try sld(
            """
            <Rule><PolygonSymbolizer>
            <Fill><GraphicFill><Graphic><ExternalGraphic/></Graphic></GraphicFill></Fill>
            </PolygonSymbolizer>
            <VendorOption name="x">y</VendorOption></Rule>
            """)
        #expect(sheet.rules.count == 1)
        #expect(sheet.unsupported.contains { $0.contains("ExternalGraphic") })
        #expect(sheet.unsupported.contains { $0.contains("VendorOption") && $0.contains("sld:6") })
    }

    @Test(
        "a condition that cannot be read is an error, for it would draw the wrong features",
        arguments: [
            "<ogc:BBOX/>",
            "<ogc:PropertyIsEqualTo><ogc:Function name=\"f\"/><ogc:Literal>1</ogc:Literal></ogc:PropertyIsEqualTo>",
        ])
    func badFilter(condition: String) throws {
        #expect(throws: StyleError.self) {
            try sld("<Rule><ogc:Filter>\(condition)</ogc:Filter><LineSymbolizer/></Rule>")
        }
    }

    @Test(
        "files that are no style, broken or empty say where",
        arguments: [
            "", "<a", "<kml/>", "<StyledLayerDescriptor/>",
        ])
    func noStyle(text: String) {
        #expect(throws: StyleError.self) { try style(text) }
    }

    @Test(
        "a file that declares entities is refused: they may name other files or grow without end",
        arguments: ["SYSTEM \"file:///etc/hostname\"", "\"text\""])
    func entity(value: String) {
        let text = """
            <!DOCTYPE a [<!ENTITY secret \(value)>]>
            <FeatureTypeStyle><Rule><Title>x&secret;y</Title><LineSymbolizer/></Rule></FeatureTypeStyle>
            """
        #expect { try style(text) } throws: { "\($0)".contains("entities") }
    }

    @Test("QGIS's style of a paletted raster gives values, colours and labels")
    func palette() throws {
        let sheet = try style(
            """
            <qgis><pipe><rasterrenderer type="paletted" band="1"><colorPalette>
            <paletteEntry value="10" color="#006400" alpha="255" label="trees"/></colorPalette>
            </rasterrenderer></pipe></qgis>
            """, named: "a.qml")
        #expect(
            sheet.colorMap
                == ColorMap(
                    .values, [.init(10, RGBA(red: 0, green: 100, blue: 0), label: "trees")]))
    }

    @Test("a QGIS style of another raster renderer is named")
    func otherRenderer() {
        #expect {
            try style("<qgis><rasterrenderer type=\"hillshade\"/></qgis>", named: "a.qml")
        } throws: { "\($0)".contains("hillshade") }
    }
}

@Suite struct StyleWriterTests {
    @Test(
        "what is written is read back the same, in both standards",
        arguments: [
            StyleSheet.Standard.sld10, .se11,
        ])
    func roundTrip(standard: StyleSheet.Standard) throws {
        let sheet = StyleSheet.choropleth(
            named: "a<b", title: "\"森林\" & 'x'", field: "v", limits: [0, 10.5, 20],
            ramp: .vegetation, verdict: "verdict")
        let read = try style(sheet.sld(standard))
        #expect(read.name == sheet.name)
        #expect(read.title == sheet.title)
        #expect(read.unsupported.isEmpty)
        #expect(read.rules.map(\.filter) == sheet.rules.map(\.filter))
        #expect(read.rules.map(\.title) == sheet.rules.map(\.title))
        #expect(read.rules[0].symbolizers == sheet.rules[0].symbolizers)
    }

    @Test("every built-in scheme's raster style keeps each class's colour in all three forms")
    func schemes() throws {
        for scheme in try SchemeCatalogue.builtIn().schemes {
            let sheet = StyleSheet.raster(of: scheme)
            for read in [
                try style(sheet.sld(.sld10)), try style(sheet.sld(.se11)),
                try style(sheet.qml(), named: "a.qml"),
            ] {
                for found in scheme.classes {
                    let text =
                        if case .text(let text) = found.code { Int(text) } else { nil as Int? }
                    for code in found.numbers.map(\.lowerBound) + [text].compactMap(\.self) {
                        #expect(read.colorMap?.color(of: Double(code)) == RGBA(found.colour))
                    }
                }
                #expect(read.unsupported.isEmpty)
            }
        }
    }
}

@Suite struct StyledMapTests {
    @Test("pixels take the colour of their value, and those without one stay clear")
    func raster() throws {
        let scratch = try Scratch()
        let raster = try scratch.raster(width: 2, height: 1, [UInt8(1), 2])
        let map = ColorMap(.values, [.init(1, green, label: "one")])
        var sheet = MapSheet(
            title: LocalizedText("t"),
            layers: [
                .styledRaster(
                    StyledRaster(raster: Raster(raster), colorMap: map, heading: LocalizedText("h"))
                )
            ], language: .english, dpi: 72)
        sheet.fontFamily = Typesetter.defaultFamily
        let bytes = try sheet.encoded(as: .png)
        #expect(bytes == (try sheet.encoded(as: .png)))
    }

    @Test("a feature is drawn by each rule that takes it, else by the one for the rest")
    func features() throws {
        let square = zone("1", "a", west: 108, south: 39, east: 109, north: 40).polygons
        let style = StyleSheet(
            name: "s",
            rules: [
                StyleRule(
                    title: "ones", filter: .compares("k", .equal, "1"),
                    [.polygon(PolygonSymbol(fill: green))]),
                {
                    var rest = StyleRule(title: "rest", [.polygon(PolygonSymbol(fill: yellow))])
                    rest.isElse = true
                    return rest
                }(),
            ])
        func svg(_ key: String) throws -> String {
            let sheet = MapSheet(
                title: LocalizedText("t"),
                layers: [
                    .styledFeatures(
                        StyledFeatures(
                            features: [StyledFeature(polygons: square, values: ["k": key])],
                            crs: try CRS.wgs84(), style: style, heading: LocalizedText("h")))
                ], language: .english)
            return String(decoding: try sheet.encoded(as: .svg), as: UTF8.self)
        }
        let (greenText, yellowText) = (
            "10.588235%,47.058824%,21.568627%", "85.098039%,89.803922%,63.137255%"
        )
        #expect(try svg("1").contains(greenText))
        #expect(try !svg("1").contains(yellowText))
        #expect(try svg("2").contains(yellowText))
        #expect(try !svg("2").contains(greenText))
    }
}
