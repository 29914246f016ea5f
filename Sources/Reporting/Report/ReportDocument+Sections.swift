// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Cartography
internal import Words

extension ReportDocument {
    /// Prints a chapter on a page of its own.
    func add(_ section: ReportSection, to paper: PaperDocument) throws {
        try paper.turnPage()
        try paper.heading(section.title[language])
        for block in section.blocks {
            switch block {
            case .charts(let charts):
                try paper.row(
                    charts.map { ($0.caption[language], try drawing($0.chart, 280, 200, paper)) })
            case .heading(let text), .folded(let text):
                try paper.heading(text[language], level: 2)
            case .paragraph(let text): try paper.paragraph(text[language])
            case .hint, .unfolded: break
            case .list(let items):
                for item in items { try paper.paragraph("• \(item[language])", size: 8) }
            case .sources(let sources):
                for item in sources {
                    try paper.paragraph(
                        "• \(item.subject[language]): \(item.source) (\(item.remark[language]))",
                        size: 8)
                }
            case .table(let table): try add(table, to: paper)
            }
        }
    }

    private func add(_ table: ReportTable, to paper: PaperDocument) throws {
        let places = table.columns.indices.filter { table.columns[$0].share != nil }
        var columns = places.map { place in
            let column = table.columns[place]
            return PaperDocument.Column(
                column.title[language], share: column.share ?? 0, isNumeric: column.isNumeric)
        }
        if let share = table.zoneShare {
            columns.insert(.init(say("旗区", "Zone"), share: share), at: 0)
        }
        let rows = table.rows.filter(\.isOnPaper)
        try paper.table(
            columns,
            rows.map { row in
                let cells = places.map { PaperDocument.Cell(row.cells[$0].text[language]) }
                return row.zone.map { [zoneCell($0)] + cells } ?? cells
            })
        // What is said of numbers, once each, headed by the first words of their rows.
        var seen: Set<String> = []
        let notes = rows.flatMap { row in
            row.cells.compactMap(\.note).map { "\(row.cells[0].text[language]): \($0[language])" }
        }.filter { seen.insert($0).inserted }
        if !notes.isEmpty {
            try paper.paragraph(notes.joined(separator: say("；", "; ")))
        }
    }

    private func zoneCell(_ zone: String) -> PaperDocument.Cell {
        .init(pictures.names[zone]?.line(in: mapLanguage) ?? zone, isBold: zone == "all")
    }
}
