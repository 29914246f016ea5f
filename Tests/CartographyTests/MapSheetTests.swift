// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Files
import Foundation
import FoundationXML
import GDAL
import Testing

@testable import Cartography
import Words

@Suite("A map sheet")
struct MapSheetTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func choropleth(
        language: MapLanguage = .both, marks: [String: ZoneMark] = ["1": .met, "2": .missed]
    ) throws -> MapSheet {
        MapSheet(
            title: LocalizedText(zh: "森林覆盖率", en: "Forest coverage"),
            layers: [
                .choropleth(
                    Choropleth(
                        borders: try threeZones(), values: ["1": 21.5, "2": 34.2],
                        heading: LocalizedText(zh: "覆盖率", en: "Coverage"),
                        unit: LocalizedText("%"), marks: marks, target: 27.3))
            ], isSynthetic: true, language: language, dpi: 72)
    }

    private func classes(_ values: [UInt8], legend: [LegendEntry]) throws -> MapSheet {
        let raster = try scratch.raster(width: 2, height: 2, noData: 255, values)
        return MapSheet(
            title: LocalizedText(zh: "土地覆盖", en: "Land cover"),
            layers: [
                .classes(ClassMap(raster: Raster(raster), legend: legend)),
                .zones(try threeZones()),
            ], dpi: 72)
    }

    @Test("drawn twice is the same bytes, in every format", arguments: ImageFormat.allCases)
    func repeats(format: ImageFormat) throws {
        let sheet = try classes(
            [1, 2, 1, 255], legend: [entry(1, green, "森林"), entry(2, yellow, "草地")])
        let first = try sheet.encoded(as: format)
        _ = try choropleth().encoded(as: format)
        #expect(try sheet.encoded(as: format) == first)
    }

    @Test("a PNG has the page's pixels and says how many make an inch")
    func pixels() throws {
        var sheet = try choropleth()
        sheet.dpi = 144
        let path = "\(scratch.path)/map.png"
        try sheet.write(to: path)
        let bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
        func number(at index: Int) -> Int {
            bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
        }
        // A4 is 297 × 210 mm; 144 dots to the inch are 5669 to the metre.
        #expect(number(at: 16) == 1684)
        #expect(number(at: 20) == 1191)
        #expect(String(decoding: bytes[37..<41], as: UTF8.self) == "pHYs")
        #expect(number(at: 41) == 5669)
        #expect(number(at: 45) == 5669)
        #expect(bytes[49] == 1)
    }

    @Test("only classes that are on the map are in its legend, in the legend's order")
    func presentClasses() throws {
        let legend = [
            entry(3, green, "湿地"), entry(2, yellow, "草地"), entry(1, green, "森林"),
        ]
        let map = try classes([1, 2, 1, 255], legend: legend).drawn(as: .png)
        #expect(map.codes == [2, 1])
    }

    @Test("a code without a legend entry is an error that names it")
    func unknownCode() throws {
        let sheet = try classes(
            [1, 2, 1, 7], legend: [entry(1, green, "森林"), entry(2, green, "草")])
        let error = #expect(throws: MapError.self) { try sheet.encoded(as: .png) }
        #expect("\(try #require(error))".contains("code 7"))
    }

    @Test("or is left clear, where that was asked for")
    func hiddenCode() throws {
        let sheet = try classes([1, 2, 1, 255], legend: [entry(1, green, "森林")])
        guard case .classes(var map) = sheet.layers[0] else { return }
        map.hidesUnlistedCodes = true
        var clear = sheet
        clear.layers[0] = .classes(map)
        #expect(try clear.drawn(as: .png).codes == [1])
        #expect(throws: MapError.self) { try sheet.drawn(as: .png) }
    }

    @Test("names that find no room are told")
    func crowded() throws {
        var sheet = try choropleth()
        guard case .choropleth(var map) = sheet.layers[0] else { return }
        map.borders.zones = (0..<300).map { index in
            let (x, y) = (108 + Double(index % 20) * 0.1, 39 + Double(index / 20) * 0.1)
            return zone("\(index)", "旗\(index)", west: x, south: y, east: x + 0.1, north: y + 0.1)
        }
        sheet.layers[0] = .choropleth(map)
        let drawn = try sheet.drawn(as: .png)
        guard case .crowded(let names)? = drawn.missing.first else {
            Issue.record("nothing was told")
            return
        }
        #expect(names.count == drawn.labels.dropped.count && names.count > 10)
        #expect(drawn.missing[0].description.contains("\(names.count) names found no room"))
        #expect(try choropleth().drawn(as: .png).missing.isEmpty)
    }

    @Test("names of zones overlap nothing and stay in the frame", arguments: MapLanguage.allCases)
    func namesApart(language: MapLanguage) throws {
        let map = try choropleth(language: language).drawn(as: .png)
        let labels = map.labels.placed
        #expect(map.labels.dropped.isEmpty)
        #expect(Set(labels.map(\.id)) == ["1", "2", "3"])
        for (index, label) in labels.enumerated() {
            #expect(map.frame.rect.contains(label.rect))
            for other in labels[(index + 1)...] { #expect(!label.rect.overlaps(other.rect)) }
        }
    }

    @Test("a character that no font has is drawn by its number, and told with the text it is in")
    func missingGlyph() throws {
        var sheet = try choropleth()
        sheet.title = LocalizedText("森林 \u{10FFFD}")
        let gap = DrawingGap.character("\u{10FFFD}", text: "森林 \u{10FFFD}")
        let map = try sheet.drawn(as: .svg)
        #expect(map.missing == [gap])
        #expect(gap.description.contains("U+10FFFD") && gap.description.contains("森林"))
        var numbered = sheet
        numbered.title = LocalizedText("森林 [U+10FFFD]")
        #expect(try numbered.encoded(as: .svg) == map.bytes)
    }

    @Test("a font that is not installed is an error that names it, not another font")
    func missingFont() throws {
        var sheet = try choropleth()
        sheet.fontFamily = "No Such Family"
        #expect(throws: MapError.missingFont(family: "No Such Family")) {
            try sheet.encoded(as: .pdf)
        }
    }

    @Test("a PDF carries no clock, and a path without a known ending no map")
    func datesAndEndings() throws {
        let pdf = try choropleth().encoded(as: .pdf)
        #expect(String(decoding: pdf, as: UTF8.self).hasPrefix("%PDF"))
        let year = Calendar(identifier: .gregorian).component(.year, from: Date())
        #expect(!String(decoding: pdf, as: UTF8.self).contains("(D:\(year)"))
        #expect(throws: MapError.unknownFormat(path: "map.jpg")) {
            try choropleth().write(to: "map.jpg")
        }
    }

    @Test("nothing is left behind where a map cannot be written")
    func wholeOrNot() throws {
        let path = "\(scratch.path)/missing/map.png"
        let error = #expect(throws: WriteError.self) { try choropleth().write(to: path) }
        #expect("\(try #require(error))".contains("No such file or directory"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    }

    @Test("hostile names come through without breaking the map or the file")
    func hostileNames() throws {
        var sheet = try choropleth()
        let long = String(repeating: "很长的名字", count: 40)
        let names = ["<script>alert(1)</script>", "a\n\u{1}&\"'b", long]
        guard case .choropleth(var map) = sheet.layers[0] else { return }
        for index in names.indices {
            map.borders.zones[index].name = LocalizedText(names[index])
        }
        sheet.layers = [.choropleth(map)]
        let svg = try sheet.encoded(as: .svg)
        #expect(XMLParser(data: Data(svg)).parse())
        let labels = try sheet.drawn(as: .png).labels.placed
        #expect(labels.allSatisfy { $0.rect.width < 200 })
    }
}
