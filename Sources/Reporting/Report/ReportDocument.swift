// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Cartography
internal import DataFiles
internal import Ecology
internal import GDAL
internal import Words
internal import Zonal

/// `report.pdf`: the report's content on pages, in one language.
struct ReportDocument {
    let report: SurveyReport
    let language: Language
    /// Land cover by year, as maps.
    let sheets: [SurveyMaps.Sheet]

    /// Dots to the inch of its maps.
    static let dpi = 200.0

    private var figures: SurveyFigures { report.figures }
    var pictures: ReportPictures { report.pictures }
    var mapLanguage: MapLanguage { language == .zh ? .chinese : .english }

    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// The file, and what it lacks.
    func pdf() throws -> (bytes: [UInt8], missing: [DrawingGap]) {
        let title = report.survey.title[language]
        let foot = report.survey.isSynthetic ? "\(title) · \(Wording.synthetic[language])" : title
        let paper = try PaperDocument(title: title, foot: foot, language: mapLanguage)
        try addSummary(to: paper)
        for sheet in sheets {
            var map = sheet.map
            map.language = mapLanguage
            map.page = .a4Portrait
            map.dpi = Self.dpi
            try paper.page(map, named: map.title.line(in: mapLanguage))
        }
        for id in figures.indicators { try add(indicator: id, to: paper) }
        for section in try report.sections { try add(section, to: paper) }
        try paper.turnPage()
        try paper.heading(say("旗区", "Zones"))
        for zone in report.output.zones.zones { try add(zone, to: paper) }
        try addData(to: paper)
        return (try paper.finish(), paper.typesetter.missing)
    }

    // MARK: Summary

    private func addSummary(to paper: PaperDocument) throws {
        try paper.heading(report.survey.title[language], level: 0)
        try paper.paragraph(report.lead[language], size: 10)
        if report.survey.isSynthetic {
            try paper.paragraph(
                Wording.synthetic[language], size: 10, isBold: true, color: ZoneMark.missed.color)
        }
        if let plan = report.output.plan {
            try paper.paragraph(report.planLine(plan)[language])
        }
        try paper.heading(say("摘要", "Summary"))
        let counts = Verdict.Kind.allCases.compactMap { kind -> String? in
            let count = figures.summary.count { $0.kind == kind && !$0.isDerived }
            return count > 0 ? "\(kind.name[language]) \(count)" : nil
        }
        try paper.paragraph(counts.joined(separator: say("，", ", ")), size: 10, isBold: true)
        try paper.table(
            columns(say("指标", "Indicator")), figures.summary.map { row($0, $0.name[language]) })
        var drawings = [
            (
                caption: say("土地构成", "Land by category"),
                drawing: try drawing(
                    .composition(pictures.tables.composition(of: "all")), 300, 230, paper)
            )
        ]
        if let flows = pictures.tables.landFlows() {
            drawings.append(
                (
                    caption: say("土地转移", "What the land became"),
                    drawing: try drawing(.flows(flows), 300, 230, paper)
                ))
        }
        try paper.row(drawings)
    }

    private func columns(_ first: String) -> [PaperDocument.Column] {
        [
            .init(first, share: 0.2), .init(say("结论", "Verdict"), share: 0.12),
            .init(say("数值", "Value"), share: 0.14, isNumeric: true),
            .init(say("目标", "Target"), share: 0.14, isNumeric: true),
            .init(report.since[language], share: 0.12, isNumeric: true),
            .init(say("说明", "Why"), share: 0.28),
        ]
    }

    private func row(_ figure: Figure, _ name: String) -> [PaperDocument.Cell] {
        var value = figure.valueText(language)
        if let lower = figure.lower, let upper = figure.upper, figure.value != nil {
            value += " [\(figure.number(lower)), \(figure.number(upper))]"
        }
        return [
            .init(name, isBold: figure.zone == "all"),
            .init(figure.verdictName?[language] ?? "", mark: figure.mark), .init(value),
            .init(figure.targetText(language) ?? ""),
            .init(figure.changeText),
            .init(figure.reasons.map { $0[language] }.joined(separator: say("；", "; "))),
        ]
    }

    func drawing(
        _ chart: Chart, _ width: Double, _ height: Double, _ paper: PaperDocument
    ) throws -> Drawing {
        try chart.drawing(
            width: width, height: height, language: mapLanguage, typesetter: paper.typesetter)
    }

    // MARK: Indicators

    private func add(indicator id: String, to paper: PaperDocument) throws {
        let definition = report.output.catalogue[id]
        let hasValues = figures.figures(of: id).contains { $0.value != nil || $0.lower != nil }
        if hasValues { try paper.turnPage() }
        try paper.heading((definition?.name ?? LocalizedText(id))[language])
        if let definition { try paper.paragraph(definition.meaning[language]) }
        try addPictures(of: id, to: paper)
        let newestFigures = figures.figures(of: id, in: figures.newest)
        let sorted =
            newestFigures.filter { $0.zone == "all" } + newestFigures.filter { $0.zone != "all" }
        try paper.table(
            columns("\(figures.newest)"),
            sorted.map {
                row($0, pictures.names[$0.zone]?.line(in: mapLanguage) ?? $0.result.name)
            })
        if let definition { try add(definition, to: paper) }
    }

    private func addPictures(of id: String, to paper: PaperDocument) throws {
        var drawings: [(caption: String, drawing: Drawing)] = []
        if let map = try pictures.indicatorMap(
            id, language: mapLanguage, typesetter: paper.typesetter, textSize: 14)
        {
            drawings.append((say("\(figures.newest)年，按旗区", "By zone, \(figures.newest)"), map))
        }
        if let chart = pictures.targets(of: id) {
            drawings.append(
                (
                    say("各旗区与目标", "Zones against their targets"),
                    try drawing(.targets(chart), 280, chart.naturalHeight, paper)
                ))
        }
        // Many zones make a tall chart: it gets a row of its own, across the page.
        if drawings.contains(where: { $0.drawing.height > 560 }) {
            for drawing in drawings where drawing.drawing.height <= 700 {
                try paper.row([drawing])
            }
        } else {
            try paper.row(drawings)
        }
        var more: [(caption: String, drawing: Drawing)] = []
        if let chart = pictures.trend(of: id) {
            more.append(
                (
                    say("历年与目标", "Through the years"),
                    try drawing(.trend(chart), 260, 150, paper)
                ))
        }
        for family in pictures.tables.families where family.indicator == id {
            guard let chart = family.chart("all") else { continue }
            more.append((family.caption[language], try drawing(chart, 300, 200, paper)))
        }
        try paper.row(more)
        if pictures.trend(of: id) != nil, let note = pictures.trendNote(of: id) {
            try paper.paragraph(note[language], size: 7.5)
        }
    }

    private func add(_ definition: IndicatorDefinition, to paper: PaperDocument) throws {
        try paper.heading(say("定义与来源", "Definition and sources"), level: 2, keepingWith: 40)
        for line in definition.formula.split(separator: "\n") {
            try paper.paragraph(String(line), indent: 10)
        }
        for source in definition.sources {
            let note = source.note.map { " \($0[language])" } ?? ""
            try paper.paragraph(
                "• \(source.title) [\(source.evidence.text[language])]\(note)", size: 8)
        }
        for pitfall in definition.pitfalls {
            try paper.paragraph(
                "• " + pitfall[language], size: 8, color: RGBA(red: 90, green: 90, blue: 90))
        }
    }

    // MARK: Zones and data

    private func add(_ zone: Zone, to paper: PaperDocument) throws {
        let name = pictures.names[zone.id]?.line(in: mapLanguage) ?? zone.id
        try paper.heading("\(name)  \(zone.id)", level: 2, keepingWith: 290)
        var drawings = [
            (
                caption: say("土地构成", "Land by category"),
                drawing: try drawing(
                    .composition(pictures.tables.composition(of: zone.id)), 300, 190, paper)
            )
        ]
        if let flows = pictures.tables.landFlows(of: zone.id) {
            drawings.append(
                (
                    caption: say("土地转移", "What the land became"),
                    drawing: try drawing(.flows(flows), 300, 190, paper)
                ))
        }
        try paper.row(drawings)
        let zoneFigures = figures.indicators.compactMap {
            figures.figure(of: $0, in: zone.id, year: figures.newest)
        }
        try paper.table(
            columns(say("指标", "Indicator")), zoneFigures.map { row($0, $0.name[language]) })
    }

    private func addData(to paper: PaperDocument) throws {
        try paper.turnPage()
        try paper.heading(say("数据与方法", "Data and method"))
        try paper.paragraph(report.survey.source[language])
        try paper.table(
            [
                .init(say("文件", "File"), share: 0.3),
                .init(say("字节", "Bytes"), share: 0.14, isNumeric: true),
                .init("SHA-256", share: 0.56),
            ],
            report.inputs.map { input in
                [.init(input.path.fileName), .init("\(input.bytes)"), .init(input.sha256)]
            })
        try paper.table(
            [
                .init(say("参数", "Parameter"), share: 0.4), .init(say("值", "Value"), share: 0.6),
            ],
            report.survey.parameters.sorted { $0.key < $1.key }.map {
                [.init($0.key), .init($0.value)]
            })
        if !report.output.notes.isEmpty {
            try paper.heading(say("运行中的提示", "Noticed on the way"), level: 2)
        }
        for note in report.output.notes {
            try paper.paragraph("• " + note[language], size: 8)
        }
    }
}
