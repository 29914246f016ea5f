// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CarbonAccounts
internal import Cartography
internal import Ecology
internal import Tables
internal import Words

extension ReportDocument {
    /// Carbon as the page has it: charts, totals, what it offsets, and papers beside it.
    func addCarbon(to paper: PaperDocument) throws {
        guard let carbon = pictures.tables.carbon, !carbon.rows.isEmpty else { return }
        try paper.turnPage()
        try paper.heading(say("碳", "Carbon"))
        var drawings: [(caption: String, drawing: Drawing)] = []
        if let (year, chart) = carbon.pools() {
            drawings.append(
                (
                    say("\(year)年各碳库储量", "Stock by pool, \(year)"),
                    try drawing(.bars(chart), 280, 200, paper)
                ))
        }
        if let chart = carbon.sinks() {
            drawings.append(
                (
                    say("年碳汇，按方法", "Sink by method"),
                    try drawing(.bars(chart), 280, 200, paper)
                ))
        }
        try paper.row(drawings)
        try addTotals(of: carbon, to: paper)
        try addOffsets(of: carbon, to: paper)
        try addLiterature(to: paper)
    }

    private func zoneCell(_ zone: String) -> PaperDocument.Cell {
        .init(pictures.names[zone]?.line(in: mapLanguage) ?? zone, isBold: zone == "all")
    }

    private func addTotals(of carbon: CarbonFigures, to paper: PaperDocument) throws {
        try paper.table(
            [
                .init(say("旗区", "Zone"), share: 0.13), .init(say("方法", "Method"), share: 0.1),
                .init(say("量", "Quantity"), share: 0.13), .init(say("年份", "Year"), share: 0.09),
                .init(say("数值", "Value"), share: 0.1, isNumeric: true),
                .init(say("95%，方法一", "95 %, approach 1"), share: 0.16, isNumeric: true),
                .init(say("95%，方法二", "95 %, approach 2"), share: 0.16, isNumeric: true),
                .init(say("土层cm", "Soil, cm"), share: 0.06, isNumeric: true),
                .init(say("单位", "Unit"), share: 0.07, isNumeric: true),
            ],
            carbon.newest.map { row in
                [
                    zoneCell(row.zone), .init(CarbonFigures.methodName(row.method)[language]),
                    .init(CarbonFigures.quantityName(row.quantity)[language]), .init(row.year),
                    .init(row.valueText), .init(row.propagatedText), .init(row.simulatedText),
                    .init(row.depth), .init(row.unitText[language]),
                ]
            })
        var seen: Set<String> = []
        let remarks = carbon.newest.filter { !$0.remark.en.isEmpty }.map {
            "\(CarbonFigures.methodName($0.method)[language]): \($0.remark[language])"
        }.filter { seen.insert($0).inserted }
        if !remarks.isEmpty {
            try paper.paragraph(
                say("区间：", "Intervals: ") + remarks.joined(separator: say("；", "; ")))
        }
    }

    private func addOffsets(of carbon: CarbonFigures, to paper: PaperDocument) throws {
        guard !carbon.offsets.isEmpty, let plan = report.survey.carbon else { return }
        let emissions = decimal(plan.emissionsTonnesCO2 ?? 0, digits: 0, grouped: true)
        try paper.heading(
            say("碳汇抵消的排放", "Emissions that the sink offsets"), level: 2)
        try paper.paragraph(
            say(
                "排放 \(emissions) t CO₂/年（\(plan.emissionsScope.zh)）；碳汇×44/12÷排放，碳源计为0。",
                "Emissions \(emissions) t CO₂/yr (\(plan.emissionsScope.en)); sink × 44/12 over "
                    + "emissions, 0 for a source."))
        try paper.table(
            [
                .init(say("方法", "Method"), share: 0.2), .init(say("年份", "Year"), share: 0.2),
                .init(say("抵消比例", "Share offset"), share: 0.14, isNumeric: true),
                .init(say("95%，方法一", "95 %, approach 1"), share: 0.23, isNumeric: true),
                .init(say("95%，方法二", "95 %, approach 2"), share: 0.23, isNumeric: true),
            ],
            carbon.offsets.map { row in
                [
                    .init(CarbonFigures.methodName(row.method)[language]), .init(row.year),
                    .init(row.percent), .init(row.propagatedText), .init(row.simulatedText),
                ]
            })
    }

    private func addLiterature(to paper: PaperDocument) throws {
        guard let table = report.carbonLiterature, !table.rows.isEmpty else { return }
        try paper.heading(say("与文献对照", "Beside the literature"), level: 2)
        try paper.paragraph(
            say(
                "文献范围＝各类土地面积×已发表实测范围；只对照有实测的类别。各法口径不同，差异的原因列于表后。",
                "Literature: areas of each kind of land times the published ranges, for kinds that "
                    + "were measured. Methods count different things; why they differ stands below "
                    + "the table."))
        let rows = table.rows.map(CarbonComparison.init)
        try paper.table(
            [
                .init(say("旗区", "Zone"), share: 0.1),
                .init(say("量", "Quantity"), share: 0.13),
                .init(say("方法", "Method"), share: 0.09), .init(say("年份", "Year"), share: 0.08),
                .init(say("数值", "Value"), share: 0.09, isNumeric: true),
                .init(say("95%，方法一", "95 %, approach 1"), share: 0.14, isNumeric: true),
                .init(say("95%，方法二", "95 %, approach 2"), share: 0.14, isNumeric: true),
                .init(say("文献范围", "Literature"), share: 0.13, isNumeric: true),
                .init(say("结论", "Finding"), share: 0.1),
            ],
            rows.map { row in
                [
                    zoneCell(row.zone),
                    .init(
                        "\(row.quantity[language]), \(row.unit[language])"
                            + (row.depth.isEmpty ? "" : ", 0–\(row.depth) cm")),
                    .init(row.method[language]), .init(row.year), .init(row.value),
                    .init(row.propagated), .init(row.simulated), .init(row.literature),
                    .init(row.finding[language]),
                ]
            })
        var told: Set<LocalizedText> = []
        for row in rows where told.insert(row.why).inserted {
            try paper.paragraph(
                "• \(row.method[language])\(say("：", ": "))\(row.why[language])", size: 8)
        }
        for measured in try CarbonLiterature.bundled().measured {
            let note = measured.note.map { "; \($0[language])" } ?? ""
            try paper.paragraph(
                "• \(measured.place[language]): \(measured.source) "
                    + "(\(measured.mark[language])\(note))", size: 8)
        }
    }
}
