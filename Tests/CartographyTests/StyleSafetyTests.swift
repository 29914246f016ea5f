// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import LandCover
@testable import MapStyles
import Support
import Testing

@testable import Cartography

/// A style read from bytes.
private func read(_ bytes: some Sequence<UInt8>, named name: String = "a.sld") throws -> StyleSheet
{
    let scratch = try Scratch()
    let path = "\(scratch.path)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try StyleSheet(readingFrom: path)
}

/// A rule that draws lines, and whatever stands before it.
private func lines(_ before: String = "", title: String = "t") -> String {
    "<FeatureTypeStyle>\(before)<Rule><Title>\(title)</Title><LineSymbolizer/></Rule></FeatureTypeStyle>"
}

private func message(_ body: () throws -> StyleSheet?) -> String {
    let result = Result { try body() }
    return switch result {
    case .success: "no error"
    case .failure(let error): "\(error)"
    }
}

@Suite struct XMLReaderTests {
    @Test("text, CDATA, references, comments and instructions are read as XML has them")
    func markup() throws {
        let sheet = try read(
            """
            <?xml version="1.0"?>
            <!DOCTYPE a PUBLIC 'b' "c > d">
            <!-- <broken -->
            <s:FeatureTypeStyle xmlns:s='urn:s'><?skip this?><s:Rule>
            <s:Title>a &lt;&#x4E2D;&#25991;&amp;<![CDATA[ <b> & ]]></s:Title>
            <s:LineSymbolizer /></s:Rule></s:FeatureTypeStyle>
            """.utf8)
        #expect(sheet.rules[0].title == "a <中文& <b> &")
    }

    @Test("a byte that is not UTF-8 is an error with its line, wherever it stands")
    func notUTF8() {
        let bad = [UInt8(0xFF)]
        for text in [
            "\n<!-- ? -->" + lines(), "\n<a ?=\"1\"/>", "\n<a b=\"?\"/>", "\n<?a ?>" + lines(),
            "\n" + lines(title: "?"),
        ] {
            let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
            let bytes = Array(parts[0].utf8) + bad + Array(parts[1].utf8)
            let words = message { try read(bytes) }
            #expect(words.contains(":2: is not UTF-8"), "\(words)")
        }
    }

    @Test("another encoding is read where the file names it")
    func encodings() throws {
        let head = Array("<?xml version=\"1.0\" encoding=\"GBK\"?>".utf8)
        let text = lines(title: "?").split(separator: "?")
        let title: [UInt8] = [0xC9, 0xAD, 0xC1, 0xD6]
        let bytes = head + Array(text[0].utf8) + title + Array(text[1].utf8)
        #expect(try read(bytes).rules[0].title == "森林")
        let latin = Array("<?xml version='1.0' encoding='iso-8859-1'?>".utf8)
        #expect(
            try read(latin + Array(text[0].utf8) + [0xE9] + Array(text[1].utf8)).rules[0].title
                == "é")
        #expect(message { try read(head + [0xFF, 0xFF]) }.contains("GBK"))
    }

    @Test("elements within elements end at a depth that no style has", .comesBack(within: 60))
    func depth() {
        let deep = String(repeating: "<a>", count: 100_000)
        let words = message { try read((lines().dropLast(19) + deep).utf8) }
        #expect(words.contains("nests"), "\(words)")
    }

    @Test(
        "what is not well-formed is an error",
        arguments: [
            "<a></b>", "<a/><b/>", "<a b=1/>", "<a b='1' b='2'/>", "<a b='<'/>", "<a>&x;</a>",
            "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#99999999999;</a>", "x<a/>", "<a/>x", "<a",
            "<a b", "<a b=", "<a b='", "</a>", "<", "<!", "<!-", "<!--", "<a><![CDATA[", "<?", "&",
            "<1a/>", "<a><!DOCTYPE b></a>", "<a>\u{1}</a>", "<a>\0</a>", "<![CDATA[x]]><a/>",
        ])
    func malformed(text: String) {
        let words = message { try read(text.utf8) }
        #expect(words.contains("XML"), "\(words)")
    }

    @Test("a document type of its own is refused, whatever it declares")
    func documentType() {
        let laughs = """
            <!DOCTYPE a [<!ELEMENT a ANY><!ATTLIST a b CDATA "c">
            <!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]>
            """
        for text in [laughs + lines(), "<!DOCTYPE a SYSTEM 'a.dtd' []>" + lines()] {
            #expect(message { try read(text.utf8) }.contains("document type"))
        }
    }

    @Test("what is no file is refused, and is not waited for", .comesBack(within: 60))
    func irregular() throws {
        let scratch = try Scratch()
        let pipe = "\(scratch.path)/pipe.sld"
        #expect(mkfifo(pipe, 0o600) == 0)
        for path in [pipe, scratch.path, "\(scratch.path)/none.sld"] {
            #expect(throws: StyleError.self) { try StyleSheet(readingFrom: path) }
        }
    }
}

@Suite struct StyleNumberTests {
    private func entry(_ attributes: String) -> String {
        message {
            try read(
                """
                <FeatureTypeStyle><Rule><RasterSymbolizer><ColorMap>
                <ColorMapEntry color="#00ff00" \(attributes)/></ColorMap></RasterSymbolizer></Rule>
                </FeatureTypeStyle>
                """.utf8)
        }
    }

    @Test("an opacity is a number from 0 to 1, and a quantity a number")
    func opacity() {
        for bad in ["nan", "-1", "1.01", "-9223372036854775808", "inf", "half"] {
            #expect(entry("quantity=\"1\" opacity=\"\(bad)\"").contains("a.sld:2: opacity"))
            let qml = """
                <qgis><rasterrenderer type="paletted" opacity="\(bad)"><colorPalette>
                <paletteEntry value="10" color="#00ff00"/></colorPalette></rasterrenderer></qgis>
                """
            #expect(message { try read(qml.utf8, named: "a.qml") }.contains("opacity"))
        }
        for bad in ["nan", "", "ten", "inf", "-inf", "1e300"] {
            #expect(entry("quantity=\"\(bad)\"") != "no error", "\(bad)")
        }
        #expect(entry("quantity=\"-3.4e38\" opacity=\"0\"") == "no error")
    }

    @Test(
        "a length that cannot be drawn is an error with its line",
        arguments: [
            ("stroke-width", "-1"), ("stroke-width", "1e300"), ("stroke-width", "nan"),
            ("stroke-dasharray", "0 0"), ("stroke-dasharray", "-1 2"),
            ("stroke-dasharray", "1e-9"), ("stroke-dasharray", "0.4 0.4"),
            ("stroke-dasharray", "a b"), ("stroke-opacity", "2"),
        ])
    func lengths(name: String, value: String) {
        let words = message {
            try read(
                """
                <FeatureTypeStyle><Rule><LineSymbolizer><Stroke>
                <CssParameter name="\(name)">\(value)</CssParameter></Stroke></LineSymbolizer></Rule>
                </FeatureTypeStyle>
                """.utf8)
        }
        #expect(words.contains("a.sld:2") && words.contains(name), "\(words)")
    }

    @Test("hatching finer than a pixel is an error")
    func fineHatch() {
        let words = message {
            try read(
                """
                <FeatureTypeStyle><Rule><PolygonSymbolizer><Fill><GraphicFill><Graphic><Mark>
                <WellKnownName>slash</WellKnownName></Mark><Size>0.5</Size></Graphic></GraphicFill>
                </Fill></PolygonSymbolizer></Rule></FeatureTypeStyle>
                """.utf8)
        }
        #expect(words.contains("a.sld:2: 'Size'"), "\(words)")
    }

    @Test("a rotation that cannot be drawn is an error", arguments: ["1e308", "nan", "4000"])
    func rotation(value: String) {
        let words = message {
            try read(
                """
                <FeatureTypeStyle><Rule><PointSymbolizer><Graphic>
                <Rotation>\(value)</Rotation></Graphic></PointSymbolizer></Rule></FeatureTypeStyle>
                """.utf8)
        }
        #expect(words.contains("a.sld:2: 'Rotation'"), "\(words)")
    }

    @Test("QGIS's style of a colour ramp is read in its three kinds")
    func colorRamp() throws {
        func map(_ type: String) throws -> ColorMap? {
            try read(
                """
                <qgis><pipe><rasterrenderer type="singlebandpseudocolor" band="1" opacity="0.5">
                <rastershader><colorrampshader colorRampType="\(type)" clip="0">
                <item value="0" color="#000000" alpha="255" label="none"/>
                <item value="10" color="#ffffff" alpha="255"/></colorrampshader></rastershader>
                </rasterrenderer></pipe></qgis>
                """.utf8, named: "a.qml"
            ).colorMap
        }
        let grey = RGBA(red: 128, green: 128, blue: 128)
        let white = RGBA(red: 255, green: 255, blue: 255)
        #expect(try map("INTERPOLATED")?.color(of: 5) == grey)
        #expect(try map("DISCRETE")?.color(of: 5) == white)
        #expect(try map("EXACT")?.color(of: 5) == nil)
        #expect(throws: StyleError.self) { try map("OTHER") }
    }

    @Test("a style that this program writes of a ramp is read back from all three forms")
    func rampRoundTrip() throws {
        let sheet = StyleSheet.raster(
            named: "sink", title: "Sink", ramp: .change, range: -2...2)
        for (text, name) in [
            (sheet.sld(.sld10), "a.sld"), (sheet.sld(.se11), "b.sld"), (sheet.qml(), "c.qml"),
        ] {
            let map = try read(text.utf8, named: name).colorMap
            #expect(map?.kind == .ramp && map?.entries.count == 17)
            #expect(map?.color(of: 2) == ColorRamp.change.color(at: 1))
        }
    }

    @Test("a pattern of many stars is compared at once", .comesBack(within: 60))
    func stars() {
        let pattern = String(repeating: "*a", count: 40) + "*b"
        let text = String(repeating: "a", count: 5000)
        let filter = StyleFilter.like("f", pattern)
        #expect(!filter.passes { _ in text })
        #expect(filter.passes { _ in text + "b" })
        #expect(StyleFilter.like("f", "a*c?").passes { _ in "abcbcd" })
        #expect(!StyleFilter.like("f", "a*c?").passes { _ in "abc" })
    }
}

@Suite struct StyleMutationTests {
    /// A style with every kind of element that is read.
    private func sample() throws -> [(name: String, bytes: [UInt8])] {
        let zones = StyleSheet.choropleth(
            named: "森林", title: "t", field: "v", limits: [0, 10.5, 20], ramp: .sand,
            verdict: "verdict")
        let ramp = StyleSheet.raster(named: "r", title: "r", ramp: .change, range: -1...1)
        let scheme = try SchemeCatalogue.builtIn().scheme(named: "worldcover")
        let classes = StyleSheet.raster(of: scheme)
        return [
            ("a.sld", Array(zones.sld(.sld10).utf8)), ("b.sld", Array(zones.sld(.se11).utf8)),
            ("c.sld", Array(ramp.sld(.se11).utf8)), ("d.qml", Array(ramp.qml().utf8)),
            ("e.qml", Array(classes.qml().utf8)), ("f.sld", Array(classes.sld(.sld10).utf8)),
        ]
    }

    @Test("broken and hostile styles are read or refused, never a crash", .comesBack(within: 300))
    func mutations() throws {
        var random = SeededRandom(seed: 7)
        let scratch = try Scratch()
        let words = [
            "nan", "-1e308", "1e308", "-9223372036854775808", "18446744073709551616", "inf", "",
            "<a>", "</Rule>", "&", "&#0;", "]]>", "<!--", "\u{FFFF}", "\0", "0", "-0.0",
        ]
        for (name, bytes) in try sample() {
            let path = "\(scratch.path)/\(name)"
            for _ in 0..<50 {
                var changed = bytes
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let place = Int.random(in: 0..<changed.count, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: changed[place] = UInt8.random(in: 0...255, using: &random)
                    case 1: changed.removeSubrange(place..<min(place + 20, changed.count))
                    case 2:
                        let word = words.randomElement(using: &random) ?? ""
                        changed.insert(contentsOf: Array(word.utf8), at: place)
                    default:
                        // A number in quotes or an element becomes another.
                        let word = words.randomElement(using: &random) ?? ""
                        guard
                            let end = changed[place...].firstIndex(where: {
                                $0 == 0x22 || $0 == 0x3C
                            })
                        else { continue }
                        changed.replaceSubrange(place..<end, with: Array(word.utf8))
                    }
                    if changed.isEmpty { changed = [0x3C] }
                }
                try Data(changed).write(to: URL(fileURLWithPath: path))
                let words = message { try StyleSheet(readingFrom: path) }
                #expect(words == "no error" || words.hasPrefix(path), "\(words)")
            }
        }
    }
}
