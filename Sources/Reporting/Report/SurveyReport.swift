// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Cartography
internal import Ecology
internal import Foundation
internal import LandCover
internal import PlaneGeometry
internal import Tables
internal import Words
internal import Zonal

/// `report.html`: everything that a survey found, in one file that needs nothing else.
///
/// It holds both languages, and no clock, host or path: the same inputs give the same bytes.
struct SurveyReport {
    typealias Content = ReportPage.Content
    let output: SurveyOutput
    /// The files that the survey was made from, with their fingerprints.
    let inputs: [Provenance.Input]
    /// What differs from an earlier survey; `nil` where none is compared with.
    let comparison: SurveyComparison?
    let englishNames: [String: String]
    let figures: SurveyFigures
    let pictures: ReportPictures

    init(
        _ output: SurveyOutput, tables: [Table], inputs: [Provenance.Input],
        comparison: SurveyComparison?, englishNames: [String: String]
    ) throws {
        self.output = output
        self.comparison = comparison
        self.inputs = inputs
        self.englishNames = englishNames
        figures = try SurveyFigures(output.assessments, catalogue: output.catalogue)
        var names = ["all": SurveyFile.allZones]
        var zones: [MapZone] = []
        for zone in output.zones.zones {
            let name = zone.name.isEmpty ? zone.id : zone.name
            let both = LocalizedText(zh: name, en: englishNames[zone.id] ?? name)
            names[zone.id] = both
            zones.append(MapZone(id: zone.id, name: both, polygons: zone.polygons))
        }
        pictures = ReportPictures(
            figures: figures,
            tables: TableCharts(
                areas: tables.first { $0.name == "areas" } ?? Table("areas", columns: []),
                transitions: tables.first { $0.name == "transitions" },
                families: output.contributions.flatMap(\.charts)),
            names: names,
            map: try ZoneMap(
                ZoneBorders(zones: zones, crs: output.zones.crs), width: 440,
                maximumHeight: 500))
    }

    var survey: SurveyFile { output.survey }

    /// The page.
    func html() throws -> String { try ReportPage(of: "report").html(content()) }

    private func content() throws -> Content {
        var content: Content = [
            "language": output.language.rawValue,
            "title": both(survey.title).merging(["page": survey.title[output.language]]) { a, _ in
                a
            }, "lead": both(lead), "version": SteppeVersion.current,
            "counts": counts, "since": both(since),
            "summary": try figures.summary.map(row), "indicators": try indicators(),
            "zones": try zones(), "mapdata": try mapData(), "bigmap": try bigMap(),
            "outlines": pictures.map.shapes.map { ["path": path(of: $0)] },
            "mapnote": both(mapNote),
        ]
        if survey.isSynthetic { content["synthetic"] = both(Wording.synthetic) }
        if let plan = output.plan { content["plan"] = both(planLine(plan)) }
        content["overview"] = try overview
        content["sections"] = try sections.map(section)
        for (key, value) in try dataContent() { content[key] = value }
        return content
    }

    /// The chapters between the indicators and the zones.
    var sections: [ReportSection] {
        get throws {
            [try comparison.map(previous)].compactMap(\.self)
                + output.contributions.compactMap(\.section)
        }
    }

    // MARK: Head

    var lead: LocalizedText {
        let span = Set(
            [figures.years.first, figures.years.last].compactMap { $0 }.map(String.init)
        )
        .sorted().joined(separator: "–")
        let count = output.zones.zones.count
        return LocalizedText(
            zh: "\(span)年，\(count)个旗区，\(figures.indicators.count)项指标",
            en: "\(span), \(count) zones, \(figures.indicators.count) indicators")
    }

    var since: LocalizedText {
        guard let first = figures.years.first, first < figures.newest else {
            return LocalizedText(zh: "变化", en: "Change")
        }
        return LocalizedText(zh: "较\(first)年", en: "Since \(first)")
    }

    private var mapNote: LocalizedText {
        LocalizedText(
            zh: "边界为显示而简化；量算用原始边界。",
            en: "Borders are simplified for display; areas were measured with the originals.")
    }

    func planLine(_ plan: TargetPlan) -> LocalizedText {
        let issued = plan.issued.isEmpty ? "" : "，\(plan.issued)"
        let date = plan.issued.isEmpty ? "" : ", \(plan.issued)"
        return LocalizedText(
            zh: "目标依据：\(plan.document)《\(plan.title)》\(issued)",
            en: "Targets from \(plan.document), \(plan.title)\(date)")
    }

    /// How many of the whole's indicators have each verdict.
    private var counts: [Content] {
        Verdict.Kind.allCases.compactMap { kind in
            let count = figures.summary.count { $0.kind == kind && !$0.isDerived }
            guard count > 0 else { return nil }
            return ["n": "\(count)", "word": both(kind.name), "class": kind.rawValue]
        }
    }

    /// What the land is made of, and what became of it.
    private var overview: [Content] {
        get throws {
            let years = Composition(of: pictures.tables.areas, zone: "all").years.map(String.init)
            var charts = [
                try picture(
                    .composition(pictures.tables.composition(of: "all")), width: 420, height: 290,
                    caption: LocalizedText(
                        zh: "全市土地构成，\(years.joined(separator: "、"))年",
                        en: "Land by category, all zones, \(years.joined(separator: ", "))"))
            ]
            if let flows = pictures.tables.landFlows() {
                charts.append(
                    try picture(
                        .flows(flows), width: 440, height: 330,
                        caption: LocalizedText(
                            zh: "\(flows.before.zh)–\(flows.after.zh)年土地转移",
                            en: "What the land became, \(flows.before.en)–\(flows.after.en)")))
            }
            return charts
        }
    }

    // MARK: Zones

    private func zones() throws -> [Content] {
        try output.zones.zones.enumerated().map { index, zone in
            let zoneFigures = figures.indicators.compactMap {
                figures.figure(of: $0, in: zone.id, year: figures.newest)
            }
            let chart = Chart.composition(pictures.tables.composition(of: zone.id))
            let name = pictures.names[zone.id] ?? .init(zone.id)
            var content: Content = [
                "anchor": "z\(index)", "zone_index": "\(index)", "code": zone.id,
                "name": ["zh": name.zh, "en": name.en], "rows": try zoneFigures.map(row),
                "chart_zh": try svg(chart, 420, 250, .chinese, label: name.zh),
                "chart_en": try svg(chart, 420, 250, .english, label: name.en),
            ]
            if let shape = pictures.map.shapes.first(where: { $0.zone.id == zone.id }) {
                content["locator"] =
                    [
                        "box": "0 0 \(Int(pictures.map.width)) \(Int(pictures.map.height))",
                        "path": path(of: shape),
                    ] as Content
            }
            return content
        }
    }

    private func path(of shape: ZoneMap.Shape) -> String {
        shape.rings.map { ring in
            "M" + ring.map { "\(short($0.x)) \(short($0.y))" }.joined(separator: "L") + "Z"
        }.joined()
    }

    private func short(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }

    // MARK: The large map

    private func bigMap() throws -> String {
        var pen = ChartPen(
            typesetter: nil, language: output.language == .zh ? .chinese : .english,
            width: pictures.map.width, height: pictures.map.height)
        let titles = pictures.names.mapValues { $0.line(in: pen.language) }
        try pictures.map.draw(with: &pen, fills: [:], titles: titles, labels: [:])
        let names = try [("zh", MapLanguage.chinese), ("en", .english)].map { tag, language in
            var pen = ChartPen(
                typesetter: nil, language: language, width: pictures.map.width,
                height: pictures.map.height)
            try pictures.map.write(
                pictures.names.mapValues { $0.line(in: language) }, with: &pen)
            return "<div class=\"names\" lang=\"\(tag)\">\(pen.drawing.svg(label: ""))</div>"
        }
        return pen.drawing.svg(label: survey.title[output.language]) + names.joined()
    }

    /// What the map's script reads.
    private struct MapData: Encodable {
        struct Words: Encodable {
            let zh: String, en: String
        }

        struct Zone: Encodable {
            let name: Words
            let anchor: String
        }

        struct Value: Encodable {
            let fill: String?
            let text: Words
        }

        struct Indicator: Encodable {
            let name: Words, unit: Words
            let legend: [[String]]
            let zones: [String: Value]
        }

        let zones: [Zone]
        let indicators: [Indicator]
    }

    private func mapData() throws -> String {
        func words(_ text: LocalizedText) -> MapData.Words { .init(zh: text.zh, en: text.en) }
        let ids = output.zones.zones.map(\.id)
        let indicators = figures.indicators.compactMap { id -> MapData.Indicator? in
            guard let scale = pictures.scale(of: id) else { return nil }
            let newestFigures = figures.figures(of: id, in: figures.newest)
            guard let first = newestFigures.first else { return nil }
            var zones: [String: MapData.Value] = [:]
            for figure in newestFigures {
                guard let index = ids.firstIndex(of: figure.zone) else { continue }
                let text = LocalizedText(
                    zh: figure.valueText(.zh) + (figure.verdictName.map { "（\($0.zh)）" } ?? ""),
                    en: figure.valueText(.en) + (figure.verdictName.map { " (\($0.en))" } ?? ""))
                zones["\(index)"] = MapData.Value(
                    fill: figure.value.map { scale.color(of: $0).web }, text: words(text))
            }
            return MapData.Indicator(
                name: words(first.name), unit: words(first.unit.symbol),
                legend: scale.colors.indices.map { [scale.colors[$0].web, scale.label($0)] },
                zones: zones)
        }
        return try ReportPage.json(
            MapData(
                zones: output.zones.zones.enumerated().map { index, zone in
                    let name = pictures.names[zone.id] ?? .init(zone.id)
                    return MapData.Zone(
                        name: .init(zh: name.zh, en: name.en), anchor: "z\(index)")
                }, indicators: indicators))
    }

    // MARK: Small parts

    func both(_ text: LocalizedText) -> [String: String] { ["zh": text.zh, "en": text.en] }

    func svg(
        _ chart: Chart, _ width: Double, _ height: Double, _ language: MapLanguage, label: String
    ) throws -> String {
        try chart.drawing(width: width, height: height, language: language, typesetter: nil)
            .svg(label: label)
    }

    func picture(
        _ chart: Chart, width: Double, height: Double, caption: LocalizedText,
        isWide: Bool = false
    ) throws -> Content {
        [
            "zh": try svg(chart, width, height, .chinese, label: caption.zh),
            "en": try svg(chart, width, height, .english, label: caption.en),
            "caption": both(caption), "size": isWide ? "wide" : "",
        ]
    }
}
