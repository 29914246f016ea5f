// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Cartography
internal import Words

extension SurveyReport {
    /// A chapter, as the template takes it.
    func section(_ section: ReportSection) throws -> Content {
        [
            "anchor": section.anchor, "title": both(section.title),
            "blocks": try section.blocks.map(block),
        ]
    }

    private func block(_ block: ReportSection.Block) throws -> Content {
        switch block {
        case .charts(let charts):
            let figures = try charts.map {
                try picture($0.chart, width: 400, height: 250, caption: $0.caption)
            }
            return ["charts": ["figures": figures] as Content]
        case .heading(let text): return ["heading": both(text)]
        case .paragraph(let text): return ["paragraph": both(text)]
        case .hint(let text): return ["hint": both(text)]
        case .list(let items): return ["list": ["items": items.map(both)] as Content]
        case .sources(let sources):
            let items = sources.map { item -> Content in
                [
                    "subject": both(item.subject), "source": item.source,
                    "remark": both(item.remark),
                ]
            }
            return ["sources": ["items": items] as Content]
        case .folded(let title): return ["folded": both(title)]
        case .unfolded: return ["unfolded": true]
        case .table(let table):
            let zone = LocalizedText(zh: "旗区", en: "Zone")
            var heads = table.columns.map { column -> Content in
                column.isNumeric
                    ? ["title": both(column.title), "numeric": true]
                    : ["title": both(column.title)]
            }
            if table.zoneShare != nil { heads.insert(["title": both(zone)], at: 0) }
            return [
                "table": ["heads": heads, "rows": table.rows.map { row($0, of: table) }] as Content
            ]
        }
    }

    private func row(_ row: ReportTable.Row, of table: ReportTable) -> Content {
        var content: Content = [
            "cells": zip(table.columns, row.cells).map { column, cell -> Content in
                let isOne = cell.text.zh == cell.text.en
                var content: Content =
                    isOne ? ["plain": cell.text.en] : ["words": both(cell.text)]
                if column.isNumeric { content["numeric"] = true }
                if let sort = cell.sort { content["sort"] = "\(sort)" }
                if let note = cell.note { content["note"] = both(note) }
                return content
            }
        ]
        if let zone = row.zone {
            let name = pictures.names[zone] ?? .init(zone)
            let order = "\(order(of: zone))"
            content["zone"] = ["index": order, "order": order, "name": both(name)] as Content
        }
        return content
    }
}
