// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import GDAL
import MapStyles
import PlaneGeometry
import Testing

@testable import Cartography
import Words

/// One chart of each kind, as reports have them.
enum SampleCharts {
    static let states = [
        part("mobile", "流动沙地", "mobile sand", 0xF6D55C),
        part("semi_fixed", "半固定沙地", "semi-fixed sand", 0xE8A838),
        part("fixed", "固定沙地", "fixed sand", 0xA6BF5B),
        part("vegetated", "植被", "vegetated", 0x1B7837),
        part("other", "其他", "other", 0x9E9E9E),
    ]

    static let composition = CompositionChart(
        parts: [
            part("built", "建设用地", "Built-up", 0xC0392B),
            part("cropland", "耕地", "Cropland", 0xF2C14E),
            part("sand", "沙地与裸地", "Sand and bare land", 0xE8D3A0),
            part("grassland", "草地", "Grassland", 0xD9E5A1),
            part("forest", "森林", "Forest", 0x1B7837),
            part("water", "水域", "Water", 0x3B78C2),
        ],
        bars: [
            .init(name: LocalizedText("2015"), values: [900, 2700, 30100, 33800, 17400, 2000]),
            .init(name: LocalizedText("2018"), values: [1000, 2750, 26500, 35900, 18700, 2050]),
            .init(name: LocalizedText("2020"), values: [1100, 2770, 23500, 36500, 21000, 2030]),
        ], unit: LocalizedText("km²"))

    static let flows = FlowChart(
        nodes: states,
        amounts: [
            [2200, 1800, 900, 1500, 3], [0, 600, 800, 700, 0], [0, 0, 900, 300, 0],
            [20, 40, 60, 4200, 10], [0, 0, 0, 0, 260],
        ], before: LocalizedText("2015"), after: LocalizedText("2020"),
        unit: LocalizedText("km²"))

    static let targets = TargetChart(
        rows: [
            .init(
                key: "all", name: LocalizedText(zh: "全市", en: "All zones"), value: 27.37,
                target: 27.3, mark: .met, isWhole: true),
            .init(
                key: "1", name: LocalizedText(zh: "东胜区", en: "Dongsheng"), value: 31.2,
                lower: 30.1, upper: 34, target: 33.3, mark: .inconclusive),
            .init(
                key: "2", name: LocalizedText(zh: "康巴什区", en: "Kangbashi"), value: 25.1,
                target: 26.2, mark: .missed),
            .init(
                key: "3", name: LocalizedText(zh: "达拉特旗", en: "Dalad Banner"), value: 22.4,
                target: 21.9, mark: .indicative),
            .init(
                key: "4", name: LocalizedText(zh: "鄂托克旗", en: "Otog Banner"), value: nil,
                mark: .notAssessed),
        ], unit: LocalizedText("%"), decimals: 2)

    static let trend = TrendChart(
        years: [
            .init(year: 2015, value: 26.1, lower: 25.4, upper: 26.9),
            .init(year: 2017, value: 26.5, lower: 25.9, upper: 27.2),
            .init(year: 2018, value: 26.9, lower: 26.3, upper: 27.5),
        ], target: 27.3, targetYear: 2020, unit: LocalizedText("%"), decimals: 1,
        mark: .inconclusive)

    /// A year of an estimate after two of counts.
    static let mixedTrend = TrendChart(
        years: [.init(year: 2020, value: 25.9, lower: 24.8, upper: 27.1)],
        counts: [
            .init(year: 2010, value: 26.1), .init(year: 2015, value: 26.8),
            .init(year: 2020, value: 27.9),
        ], target: 27.3, targetYear: 2020, unit: LocalizedText("%"), decimals: 1,
        mark: .inconclusive)

    static let bars = ErrorBarChart(
        bars: [
            .init(
                name: LocalizedText(zh: "地上", en: "above ground"), value: 18.2, lower: 14.1,
                upper: 22.9),
            .init(
                name: LocalizedText(zh: "地下", en: "below ground"), value: 9.1, lower: 5.2,
                upper: 13.4),
            .init(name: LocalizedText(zh: "枯落物", en: "litter"), value: 1.3, lower: 0.6, upper: 2.4),
            .init(name: LocalizedText(zh: "土壤", en: "soil"), value: 61.7, lower: 44.8, upper: 79.0),
        ], unit: LocalizedText("Tg C"), claim: LocalizedText(zh: "95%区间", en: "95 % interval"))

    static let all: [(String, Chart)] = [
        ("composition", .composition(composition)), ("flows", .flows(flows)),
        ("targets", .targets(targets)), ("trend", .trend(trend)), ("bars", .bars(bars)),
        ("mixed trend", .trend(mixedTrend)),
    ]

    static func part(
        _ key: String, _ zh: String, _ en: String, _ color: UInt32
    ) -> CompositionChart.Part {
        CompositionChart.Part(
            key: key, name: LocalizedText(zh: zh, en: en), color: RGBA(hex: color))
    }

    static func sheet(_ chart: Chart, language: MapLanguage = .both) -> ChartSheet {
        ChartSheet(
            title: LocalizedText(zh: "森林覆盖率", en: "Forest coverage"), chart: chart,
            source: LocalizedText(zh: "合成数据", en: "made up for a test"), isSynthetic: true,
            language: language, dpi: 100)
    }
}

@Suite("A chart")
struct ChartTests {
    private func drawing(
        _ chart: Chart, width: Double = 460, height: Double = 260,
        language: MapLanguage = .english
    ) throws -> Drawing {
        try chart.drawing(
            width: width, height: height, language: language, typesetter: Typesetter())
    }

    private func areas(_ drawing: Drawing, key: String) -> [PageRect] {
        drawing.marks.filter { $0.key == key }.compactMap { mark in
            guard case .area(let rings) = mark.shape, let box = Extent(around: rings.joined())
            else { return nil }
            return PageRect(x: box.minX, y: box.minY, width: box.width, height: box.height)
        }
    }

    @Test("stacked bars give every part the share of height that it has of the whole")
    func stacks() throws {
        let chart = CompositionChart(
            parts: [
                SampleCharts.part("a", "甲", "a", 0xC0392B),
                SampleCharts.part("b", "乙", "b", 0x1B7837),
            ],
            bars: [
                .init(name: LocalizedText("2015"), values: [1, 3]),
                .init(name: LocalizedText("2020"), values: [300, 100]),
            ], unit: LocalizedText("km²"))
        let drawn = try drawing(.composition(chart))
        let a = areas(drawn, key: "a").filter { $0.width > 13 }
        let b = areas(drawn, key: "b").filter { $0.width > 13 }
        try #require(a.count == 2 && b.count == 2)
        #expect(abs(b[0].height - 3 * a[0].height) < 1e-9)
        #expect(abs(a[1].height - 3 * b[1].height) < 1e-9)
        // The first part is at the foot, the second stands on it.
        #expect(abs(b[0].maxY - a[0].y) < 1e-9)
    }

    @Test("flows are as high as their amounts, and fill both sides of their nodes")
    func flows() throws {
        let drawn = try drawing(.flows(SampleCharts.flows))
        let stayed = try #require(areas(drawn, key: "vegetated-vegetated").first)
        let nodes = areas(drawn, key: "vegetated")
        try #require(nodes.count == 2)
        // 4330 km² left, 6700 km² right.
        #expect(abs(nodes[0].height / nodes[1].height - 4330 / 6700) < 1e-9)
        #expect(nodes[0].x < nodes[1].x)
        #expect(stayed.x == nodes[0].maxX && stayed.maxX == nodes[1].x)
        let band = FlowChart.band(
            from: Point(x: 0, y: 0), to: Point(x: 10, y: 50), height: 7)
        #expect(band.first == Point(x: 0, y: 0) && band.last == Point(x: 0, y: 7))
        #expect(band.contains(Point(x: 10, y: 50)) && band.contains(Point(x: 10, y: 57)))
    }

    @Test("labels that want one place are moved apart and stay within the chart")
    func labels() {
        let rect = PageRect(x: 0, y: 0, width: 10, height: 100)
        let places = spread([90, 91, 92], height: 20, within: rect)
        #expect(places == [42, 62, 82])
        #expect(spread([10, 50], height: 20, within: rect) == [10, 50])
    }

    @Test("a trend is the least-squares line")
    func trend() throws {
        let chart = TrendChart(
            years: [
                .init(year: 2010, value: 1), .init(year: 2012, value: 2),
                .init(year: 2014, value: 6),
            ], unit: LocalizedText("%"))
        // Slope Σ(x−2)(y−3)/Σ(x−2)² = ((−2)(−2) + 0 + 2·3)/8 = 1.25; at 2010: 3 − 2·1.25 = 0.5.
        let line = try #require(chart.trend)
        #expect(line.slope == 1.25 && line.atFirst == 0.5)
        #expect(TrendChart(years: [.init(year: 2010, value: 1)], unit: .init("")).trend == nil)
    }

    @Test(
        "where one year alone is an estimate, every year's count is drawn, and the line is theirs")
    func mixedTrend() throws {
        let chart = SampleCharts.mixedTrend
        let line = try #require(chart.trend)
        // Σ(x − 5)(y − ȳ)/Σ(x − 5)² = ((−5)(26.1) + 5 · 27.9)/50.
        #expect(abs(line.slope - 0.18) < 1e-12)
        let drawn = try drawing(.trend(chart), language: .english)
        let titles = drawn.marks.compactMap(\.title)
        #expect(titles.count { $0.hasPrefix("as counted") } == 3)
        #expect(titles.contains { $0.hasPrefix("2020: 25.9") })
        #expect(drawn.texts.contains { $0.string.contains("hollow: as counted") })
        let plain = try drawing(.trend(SampleCharts.trend), language: .english)
        #expect(!plain.texts.contains { $0.string.contains("hollow") })
    }

    @Test("bars begin at zero, also where all values are far above it")
    func zero() {
        let axis = ValueAxis(around: [61, 79], fromZero: true)
        #expect(axis.low == 0 && axis.high >= 79)
        #expect(ValueAxis(around: [61, 79]).low > 0)
    }

    @Test(
        "no text leaves the page, in any language",
        arguments: SampleCharts.all.map(\.0), MapLanguage.allCases)
    func room(name: String, language: MapLanguage) throws {
        let chart = try #require(SampleCharts.all.first { $0.0 == name }).1
        let drawn = try drawing(chart, language: language)
        let page = PageRect(x: -0.5, y: -0.5, width: 461, height: 261)
        for text in drawn.texts { #expect(page.contains(text.box), "\(text.string)") }
    }

    @Test(
        "no two texts lie on each other", arguments: SampleCharts.all.map(\.0), MapLanguage.allCases
    )
    func collisions(name: String, language: MapLanguage) throws {
        let chart = try #require(SampleCharts.all.first { $0.0 == name }).1
        let texts = try drawing(chart, language: language).texts
        for (index, text) in texts.enumerated() {
            for other in texts[(index + 1)...] {
                let (a, b) = (text.box.grown(by: -1.2), other.box.grown(by: -1.2))
                #expect(!a.overlaps(b), "'\(text.string)' lies on '\(other.string)'")
            }
        }
    }

    @Test("drawn twice is the same bytes, in every format", arguments: ImageFormat.allCases)
    func repeats(format: ImageFormat) throws {
        for (_, chart) in SampleCharts.all {
            let sheet = SampleCharts.sheet(chart)
            #expect(try sheet.encoded(as: format) == sheet.encoded(as: format))
        }
    }

    @Test("hostile names come through as text, in a drawing for the web and on paper")
    func hostile() throws {
        let name = "<script>alert(\"1\")</script>&'\"\u{301} onload=x"
        var chart = SampleCharts.targets
        chart.rows[1].name = LocalizedText(name)
        chart.rows[1].key = name
        let drawn = try drawing(.targets(chart))
        let svg = drawn.svg(label: name)
        #expect(!svg.contains("<script"))
        let reader = XMLParser(data: Data(svg.utf8))
        let names = AttributeNames()
        reader.delegate = names
        #expect(reader.parse())
        #expect(!names.seen.contains("onload"))
        #expect(try !SampleCharts.sheet(.targets(chart)).encoded(as: .png).isEmpty)
    }

    @Test("a page without room for a chart is refused with what it needs")
    func tiny() throws {
        var sheet = SampleCharts.sheet(.trend(SampleCharts.trend))
        sheet.page = PageSize(width: 150, height: 80)
        #expect { try sheet.encoded(as: .svg) } throws: { "\($0)".contains("200 × 90") }
    }
}

private final class AttributeNames: NSObject, XMLParserDelegate {
    var seen: Set<String> = []

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
        qualifiedName qName: String?, attributes: [String: String]
    ) { seen.formUnion(attributes.keys) }
}

@Suite("A small map of zones")
struct ZoneMapTests {
    @Test("moves a shared border alike on both sides, and keeps no point twice")
    func sharedBorder() throws {
        let ring = [
            Point(x: 0.1, y: 0.2), Point(x: 0.2, y: 0.2), Point(x: 10.3, y: 0.1),
            Point(x: 10.2, y: 9.9), Point(x: 0.1, y: 0.2),
        ]
        #expect(
            ZoneMap.seen(ring) == [
                Point(x: 0, y: 0), Point(x: 10.5, y: 0), Point(x: 10, y: 10),
            ])
        #expect(ZoneMap.seen([Point(x: 1, y: 1), Point(x: 1.1, y: 1), Point(x: 1, y: 1.1)]) == nil)
        let zones = [
            zone("1", "甲", west: 108, south: 39, east: 109.003, north: 41),
            zone("2", "乙", west: 109.003, south: 39, east: 110, north: 41),
        ]
        let map = try ZoneMap(
            ZoneBorders(zones: zones, crs: CRS.wgs84()), width: 200, maximumHeight: 200)
        let points = map.shapes.map { Set($0.rings.joined()) }
        #expect(points[0].intersection(points[1]).count == 2)
    }

    @Test("writes names for the web without fonts, and cuts what is too long")
    func withoutFonts() throws {
        var pen = ChartPen(typesetter: nil, language: .chinese, width: 100, height: 50)
        let name = String(repeating: "长", count: 200) + "🐑"
        try pen.write(name, at: Point(x: 0, y: 0), size: 10, maximumWidth: 60)
        let text = try #require(pen.drawing.texts.first)
        #expect(text.string == "长长长长长…" && text.width == 60)
    }
}
