// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import MapStyles
import Support
import Testing

@testable import Cartography
import Words

@Suite("Drawing costs no more than a page is worth")
struct BoundedDrawingTests {
    private func sheet(_ rules: [StyleRule], title: String = "t") throws -> MapSheet {
        let square = zone("1", "a", west: 108, south: 39, east: 109, north: 40).polygons
        return MapSheet(
            title: LocalizedText(title),
            layers: [
                .styledFeatures(
                    StyledFeatures(
                        features: [StyledFeature(polygons: square, values: ["k": "1"])],
                        crs: try CRS.wgs84(), style: StyleSheet(name: "s", rules: rules),
                        heading: LocalizedText("h")))
            ], language: .english, dpi: 72)
    }

    private func rule(_ title: String) -> StyleRule {
        StyleRule(title: title, [.polygon(PolygonSymbol(fill: green))])
    }

    @Test("a text longer than any page holds is cut short, and told", .comesBack(within: 60))
    func longText() throws {
        let words = String(repeating: "[", count: 200_000)
        let map = try sheet([rule("")], title: words).drawn(as: .svg)
        let gap = DrawingGap.long(text: String(words.prefix(60)), length: 200_000)
        #expect(map.missing == [gap])
        #expect("\(gap)".contains("200000 characters"))
        #expect("\(gap)".contains("\(Typesetter.longest)"))
        #expect(throws: MapError.self) { try sheet([rule(words)]).drawn(as: .svg) }
    }

    @Test("a text of characters that no font has is cut short as well", .comesBack(within: 60))
    func longNumbers() throws {
        let words = String(repeating: "\u{10FFFD}", count: 200_000)
        let map = try sheet([rule("")], title: words).drawn(as: .svg)
        #expect(map.missing.count == 2)
    }

    @Test("a legend that no page holds is refused before it is set", .comesBack(within: 60))
    func longLegend() throws {
        let rules = [StyleRule](repeating: rule("class"), count: 200_000)
        let error = #expect(throws: MapError.self) { try sheet(rules).drawn(as: .svg) }
        #expect(error == LegendLayout.noRoom && "\(LegendLayout.noRoom)".contains("larger page"))
    }

    @Test("hatching with lines wider than their gap covers the ground, at the price of the gap")
    func wideHatch() throws {
        func picture(_ width: Double) throws -> [UInt8] {
            let hatch = HatchSymbol(line: LineSymbol(green, width: width), gap: 4)
            let rule = StyleRule([.polygon(PolygonSymbol(fill: nil, hatch: hatch))])
            return try sheet([rule]).encoded(as: .png)
        }
        #expect(try picture(1000) == picture(4))
        #expect(try picture(4) != picture(2))
    }

    @Test(
        "of zones that lie over one another by the thousand, some are labelled",
        .comesBack(within: 60))
    func stack() {
        let frame = PageRect(x: 0, y: 0, width: 300, height: 300)
        let requests = (0..<20_000).map {
            LabelRequest(id: "\($0)", rings: [frame.ring], variants: [(40, 12)])
        }
        let result = placeLabels(requests, in: frame)
        #expect(result.placed.count > 50)
        #expect(result.placed.count + result.dropped.count == requests.count)
    }
}
