// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import MapStyles
import Testing

@testable import Cartography
import Words

/// One picture of each type, drawn from data that a child can check.
enum GoldenPictures {
    static let names = [
        "class_plate", "inset", "ramp", "hatching", "styled", "composition", "flows", "targets",
        "trend", "bars", "profile",
    ]
    static let dpi = 64.0

    /// Draws a picture into a PNG.
    static func draw(
        _ name: String, font: String = Typesetter.defaultFamily, into scratch: Scratch
    ) throws -> String {
        let path = "\(scratch.path)/\(name).png"
        if let chart = SampleCharts.all.first(where: { $0.0 == name })?.1 {
            var sheet = SampleCharts.sheet(chart, language: .chinese)
            sheet.dpi = 72
            sheet.fontFamily = font
            try sheet.write(to: path)
        } else if name == "profile" {
            var sheet = try profile(scratch)
            sheet.dpi = dpi
            sheet.map.fontFamily = font
            try sheet.write(to: path)
        } else {
            var sheet = try map(name, scratch)
            sheet.dpi = dpi
            sheet.fontFamily = font
            try sheet.write(to: path)
        }
        return path
    }

    static let legend = [
        LegendEntry(
            code: 1, color: green, label: LocalizedText(zh: "森林", en: "Forest"), share: 0.375),
        LegendEntry(
            code: 2, color: yellow, label: LocalizedText(zh: "草地", en: "Grassland"), share: 0.5),
        LegendEntry(
            code: 3, color: RGBA(hex: 0x3B78C2), label: LocalizedText(zh: "水域", en: "Water"),
            share: 0.125),
    ]

    static func map(_ name: String, _ scratch: Scratch) throws -> MapSheet {
        let codes: [UInt8] = [1, 1, 2, 2, 1, 2, 2, 3, 1, 2, 3, 2, 1, 2, 2, 2]
        let borders = try threeZones()
        var sheet = MapSheet(
            title: LocalizedText(zh: "土地覆盖", en: "Land cover"), layers: [],
            source: LocalizedText(zh: "合成数据", en: "made up for a test"), isSynthetic: true,
            language: .both)
        sheet.approvalNumber = "GS(0000)0000号"
        switch name {
        case "class_plate", "inset":
            let raster = try scratch.raster("codes.tif", width: 4, height: 4, codes)
            sheet.layers = [
                .classes(ClassMap(raster: Raster(raster), legend: legend)), .zones(borders),
            ]
            if name == "inset" {
                sheet.layers[1] = .zones(borders).withZones([borders.zones[1]])
                sheet.inset = InsetMap(
                    zones: borders.zones, crs: borders.crs, highlighted: ["2"])
            }
        case "ramp":
            let numbers = (0..<64).map { Float($0 % 8 + $0 / 8) / 14 }
            let raster = try scratch.raster("numbers.tif", width: 8, height: 8, numbers)
            sheet.layers = [
                .numbers(NumericMap(raster: Raster(raster), heading: LocalizedText("NDVI"))),
                .zones(borders),
            ]
        case "hatching":
            sheet.layers = [
                .choropleth(
                    Choropleth(
                        borders: borders, values: ["1": 21.5, "2": 34.2],
                        heading: LocalizedText(zh: "覆盖率", en: "Coverage"),
                        unit: LocalizedText("%"),
                        marks: ["1": .inconclusive, "2": .indicative, "3": .notAssessed],
                        target: 27.3))
            ]
        default:
            var label = TextSymbol([.property("name")], size: 14)
            label.isBold = true
            label.halo = RGBA(hex: 0xFFFFFF)
            let hatch = HatchSymbol(line: LineSymbol(RGBA(hex: 0x303030), width: 1), gap: 8)
            let style = StyleSheet(
                name: "s",
                rules: [
                    StyleRule(
                        title: "hatched", filter: .compares("k", .equal, "1"),
                        [
                            .polygon(
                                PolygonSymbol(
                                    fill: yellow, hatch: hatch,
                                    stroke: LineSymbol(RGBA(hex: 0), width: 2))), .text(label),
                        ]),
                    StyleRule(
                        title: "filled", filter: .compares("k", .equal, "2"),
                        [.polygon(PolygonSymbol(fill: green)), .text(label)]),
                ])
            let features = borders.zones.prefix(2).map { zone in
                StyledFeature(
                    polygons: zone.polygons, values: ["k": zone.id, "name": zone.name.zh])
            }
            sheet.layers = [
                .styledFeatures(
                    StyledFeatures(
                        features: features, crs: borders.crs, style: style,
                        heading: LocalizedText(zh: "样式", en: "Style")))
            ]
        }
        return sheet
    }

    static func profile(_ scratch: Scratch) throws -> ProfileSheet {
        var sheet = try map("inset", scratch)
        sheet.language = .english
        return ProfileSheet(
            title: LocalizedText(zh: "伊金霍洛旗", en: "Ejin Horo Banner"),
            subtitle: LocalizedText("150627 · 2020"), map: sheet,
            since: LocalizedText("Since 2015"),
            figures: [
                .init(
                    name: LocalizedText("Forest coverage"), value: LocalizedText("34.51%"),
                    target: LocalizedText("36.13%"), change: LocalizedText("+0.07"),
                    verdict: LocalizedText("missed"), mark: .missed),
                .init(
                    name: LocalizedText("Wetland held"), value: LocalizedText("27.03 km²"),
                    verdict: LocalizedText("met"), mark: .met),
            ],
            panels: [
                .init(LocalizedText("Land"), .composition(SampleCharts.composition)),
                .init(LocalizedText("Sand"), .flows(SampleCharts.flows)),
                .init(LocalizedText("Years"), .trend(SampleCharts.trend)),
                .init(LocalizedText("Carbon"), .bars(SampleCharts.bars)),
            ])
    }
}

/// Pictures held against those in `Golden`, which `Tools/golden` makes anew.
@Suite("A picture looks like its golden image")
struct GoldenTests {
    /// Squares in one place that may differ; see ``DecodedPicture/difference(from:)``.
    static let tolerance = 4
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func golden(_ name: String) -> String {
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return here.appendingPathComponent("Golden/\(name).png").path
    }

    @Test("of each type", arguments: GoldenPictures.names)
    func looks(name: String) throws {
        let path = try GoldenPictures.draw(name, into: scratch)
        if ProcessInfo.processInfo.environment["STEPPE_MAKE_GOLDEN"] != nil {
            try? FileManager.default.removeItem(atPath: golden(name))
            try FileManager.default.copyItem(atPath: path, toPath: golden(name))
        }
        let difference = try DecodedPicture(readingFrom: path)
            .difference(from: DecodedPicture(readingFrom: golden(name)))
        #expect(difference <= Self.tolerance, "if \(name) is to look so, run Tools/golden")
    }

    @Test("in another cut of its font too", arguments: GoldenPictures.names)
    func forgives(name: String) throws {
        let path = try GoldenPictures.draw(name, font: "Noto Sans CJK JP", into: scratch)
        let difference = try DecodedPicture(readingFrom: path)
            .difference(from: DecodedPicture(readingFrom: golden(name)))
        #expect(difference <= Self.tolerance)
    }

    @Test("and with softer fringes", arguments: GoldenPictures.names)
    func forgivesFringes(name: String) throws {
        let golden = try DecodedPicture(readingFrom: golden(name))
        #expect(golden.softened.difference(from: golden) <= Self.tolerance)
    }

    @Test("but not with a class in another colour")
    func wrongColour() throws {
        let golden = try DecodedPicture(readingFrom: golden("class_plate"))
        var wrong = golden
        wrong.recolour(RGBA(hex: 0x3B78C2), to: RGBA(hex: 0x3B9AC2))
        #expect(wrong.difference(from: golden) > 2 * Self.tolerance)
    }

    @Test("nor with a label moved by 8 points, nor without one")
    func movedLabel() throws {
        let golden = try DecodedPicture(readingFrom: golden("class_plate"))
        let drawn = try GoldenPictures.map("class_plate", scratch).drawn(as: .png)
        for label in drawn.labels.placed where label.id != "3" {
            var moved = golden
            moved.move(label.rect, by: 8, dpi: GoldenPictures.dpi)
            #expect(moved.difference(from: golden) > Self.tolerance)
            var erased = golden
            erased.erase(label.rect, dpi: GoldenPictures.dpi)
            #expect(erased.difference(from: golden) > Self.tolerance)
        }
    }

    @Test("nor without its legend, or a row of it")
    func missingLegend() throws {
        let golden = try DecodedPicture(readingFrom: golden("class_plate"))
        for shown in [0, 1, 2] {
            var sheet = try GoldenPictures.map("class_plate", scratch)
            guard case .classes(let map) = sheet.layers[0] else { return }
            // The same picture; of its legend only the first rows have a name.
            var silent = map
            for index in silent.legend.indices where index >= shown {
                silent.legend[index].label = LocalizedText(" ")
                silent.legend[index].share = nil
            }
            sheet.layers[0] = .classes(silent)
            sheet.dpi = GoldenPictures.dpi
            let path = "\(scratch.path)/silent\(shown).png"
            try sheet.write(to: path)
            let difference = try DecodedPicture(readingFrom: path).difference(from: golden)
            #expect(difference > Self.tolerance, "with \(shown) rows")
        }
    }
}
