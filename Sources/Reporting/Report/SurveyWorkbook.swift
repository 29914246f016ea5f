// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import Files
internal import Foundation
internal import GDAL
internal import LandCover
internal import Tables
internal import Words

/// `survey.xlsx`: the survey's tables to work in, a sheet a subject.
struct SurveyWorkbook {
    let survey: SurveyFile
    let catalogue: IndicatorCatalogue
    let assessments: [Assessment]
    /// Every table of the survey that has rows, as its CSV files hold them.
    let tables: [Table]
    /// Sheets that families add.
    let sheets: [ContributedSheet]
    let language: Language

    /// Writes the file.
    func write(to path: String) throws {
        let book = try Workbook(creating: path, title: survey.title[language])
        try addSummary(to: book)
        for table in tables { try add(table, to: book) }
        try addComposition(to: book)
        try addTargets(to: book)
        for sheet in sheets { try add(sheet, to: book) }
        try addDefinitions(to: book)
        let counts = book.cellCounts
        try book.close()
        try Self.readBack(path, cellCounts: counts)
    }

    /// Reads the file through: every sheet must hold its cells, and every text be there. (The library
    /// that writes it keeps parts in temporary files, and does not look whether they took all.)
    private static func readBack(_ path: String, cellCounts: [Int]) throws {
        let members = try readArchive(path)
        let texts =
            members["xl/sharedStrings.xml"].map { String(decoding: $0, as: UTF8.self) } ?? ""
        let wanted = texts.firstMatch(of: /uniqueCount="(\d+)"/).flatMap { Int($0.output.1) } ?? 0
        let isWhole = cellCounts.enumerated().allSatisfy { index, count in
            members["xl/worksheets/sheet\(index + 1).xml"].map {
                occurrences(of: "<c r=", in: $0) == count
            } ?? false
        }
        let haveHeads = members.allSatisfy { name, bytes in
            !name.hasSuffix(".xml") && !name.hasSuffix(".rels") || bytes.starts(with: "<?xml".utf8)
        }
        guard isWhole, haveHeads, occurrences(of: "<si>", in: Array(texts.utf8)) == wanted else {
            throw WriteError(
                path: path, message: "cells were lost while it was written", kind: .tryAgain)
        }
    }

    /// How often a mark that begins with `<` stands in a text.
    private static func occurrences(of mark: StaticString, in bytes: [UInt8]) -> Int {
        let length = mark.utf8CodeUnitCount
        return bytes.withUnsafeBytes { bytes in
            guard var place = bytes.baseAddress else { return 0 }
            let end = place + bytes.count
            var count = 0
            while let bracket = memchr(place, 0x3C, end - place), bracket + length <= end {
                if memcmp(bracket, mark.utf8Start, length) == 0 { count += 1 }
                place = UnsafeRawPointer(bracket) + 1
            }
            return count
        }
    }

    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    static let head = Workbook.Style(isBold: true, wraps: true, fill: 0xE4EDE6)
    private static let wrapped = Workbook.Style(wraps: true)

    // MARK: Summary

    private func addSummary(to book: Workbook) throws {
        let sheet = try book.add(sheet: SheetNames.summary[language])
        sheet.write(.text(survey.title[language]), row: 0, column: 0, .init(isBold: true, size: 15))
        if survey.isSynthetic {
            sheet.write(
                .text(Wording.synthetic[language]), row: 1, column: 0,
                .init(isBold: true, ink: 0xB2182B))
        }
        let heads = [
            say("年份", "Year"), say("指标", "Indicator"), say("数值", "Value"),
            say("下限", "Lower"), say("上限", "Upper"), say("目标", "Target"),
            say("单位", "Unit"), say("公顷", "ha"), say("结论", "Verdict"),
            say("较首年", "Since first year"), say("说明", "Reason"),
        ]
        let first = 3
        for (column, head) in heads.enumerated() {
            sheet.write(.text(head), row: first, column: column, Self.head)
        }
        let figures = try SurveyFigures(assessments, catalogue: catalogue).summary
        for (index, figure) in figures.enumerated() {
            let row = first + 1 + index
            let number = Workbook.Style(number: "#,##0.00")
            sheet.write(.integer(figure.year), row: row, column: 0)
            sheet.link(
                figure.name[language],
                to: "'\(SheetNames.definitions[language])'!A\(definitionRow(figure.indicator) + 1)",
                row: row, column: 1)
            let cells = [figure.value, figure.lower, figure.upper, figure.target]
            for (offset, value) in cells.enumerated() {
                sheet.write(Table.Cell(value), row: row, column: 2 + offset, number)
            }
            sheet.write(.text(figure.unit.symbol[language]), row: row, column: 6)
            sheet.write(Table.Cell(figure.hectares), row: row, column: 7, .init(number: "#,##0"))
            sheet.write(.text(figure.verdict?.name[language] ?? ""), row: row, column: 8)
            let change = figure.change?.difference.map { Table.Cell.number($0) }
            sheet.write(
                change ?? .text(figure.changeText), row: row, column: 9,
                .init(number: "+#,##0.00;-#,##0.00;0.00"))
            sheet.write(
                .text(figure.reasons.map { $0[language] }.joined(separator: say("；", "; "))),
                row: row, column: 10, Self.wrapped)
        }
        let last = first + max(1, figures.count)
        colourVerdicts(sheet, rows: (first + 1)...last, column: 8)
        sheet.freeze(row: first + 1, column: 2)
        sheet.filter(rows: first...last, columns: 0...(heads.count - 1))
        for (column, width) in [7.0, 34, 12, 12, 12, 12, 11, 13, 12, 14, 56].enumerated() {
            sheet.setWidth(width, ofColumns: column...column)
        }
        sheet.print(headRows: first + 1)
    }

    // MARK: Tables

    private func add(_ table: Table, to book: Workbook) throws {
        let name = SheetNames.tables[table.name]?[language] ?? table.name
        let sheet = try book.add(sheet: name)
        let columns = table.columns.enumerated().flatMap { index, column in
            self.columns(column, at: index, in: table)
        }
        for (place, column) in columns.enumerated() {
            sheet.write(.text(column.head), row: 0, column: place, Self.head)
            sheet.setWidth(column.width, ofColumns: place...place)
        }
        for (index, row) in table.rows.enumerated() {
            for (place, column) in columns.enumerated() {
                sheet.write(column.cell(row), row: index + 1, column: place, column.style)
            }
        }
        let last = max(1, table.rows.count)
        if let verdict = columns.firstIndex(where: { $0.isVerdict }) {
            colourVerdicts(sheet, rows: 1...last, column: verdict)
        }
        sheet.freeze(row: 1, column: min(3, columns.count))
        sheet.filter(rows: 0...last, columns: 0...(columns.count - 1))
        sheet.print(headRows: 1)
    }

    /// A column of a sheet, made from a row of the table.
    private struct Column {
        let head: String
        var width = 12.0
        var style = Workbook.Style()
        var isVerdict = false
        let cell: ([Table.Cell]) -> Table.Cell
    }

    /// The table's column, and beside an area in m² the same in hectares and 万亩.
    private func columns(_ name: String, at index: Int, in table: Table) -> [Column] {
        let head = ColumnNames.all[name]?[language] ?? name
        switch name {
        case "indicator", "desert":
            return [
                Column(head: head, width: 30) { row in
                    .text(catalogue[row[index].plainText]?.name[language] ?? row[index].plainText)
                },
                Column(head: say("指标代码", "Indicator id"), width: 18) { $0[index] },
            ]
        case "verdict", "status":
            let origin = table.columns.firstIndex(of: "target_origin")
            return [
                Column(head: head, width: 16, isVerdict: true) { row in
                    let word = row[index].plainText
                    let source = origin.flatMap { TargetOrigin(word: row[$0].plainText) }
                    let kind = Verdict.Kind(rawValue: word)
                    return .text(kind?.name(against: source ?? .issued)[language] ?? word)
                }
            ]
        case "target_origin":
            return [
                Column(head: head) { row in
                    let word = row[index].plainText
                    return .text(TargetOrigin(word: word)?.name[language] ?? word)
                }
            ]
        case "before", "after":
            return [
                Column(head: head, width: 14) { row in
                    let word = row[index].plainText
                    return .text(SandState(rawValue: word)?.name[language] ?? word)
                }
            ]
        case "area_m2":
            return [
                Column(head: head, width: 18, style: .init(number: "#,##0.00")) { $0[index] },
                Column(head: say("公顷", "Hectares"), width: 15, style: .init(number: "#,##0.00")) {
                    Table.Cell($0[index].double.map { $0 / 10_000 })
                },
                Column(head: say("万亩", "10⁴ mu"), width: 12, style: .init(number: "#,##0.00")) {
                    Table.Cell($0[index].double.map { $0 * 3 / 20_000_000 })
                },
            ]
        case "value":
            return [number(head, at: index)] + areas(at: index, in: table)
        case "numerator", "denominator", "lower", "upper", "target", "pixels":
            return [number(head, at: index)]
        case "share":
            return [Column(head: head, style: .init(number: "0.00%")) { $0[index] }]
        case "reason": return [Column(head: head, width: 60) { $0[index] }]
        case "name", "label": return [Column(head: head, width: 18) { $0[index] }]
        case _ where name.hasSuffix("_m2"):
            return [
                Column(head: head, width: 18, style: .init(number: "#,##0.00")) { $0[index] }
            ]
        default: return [Column(head: head) { $0[index] }]
        }
    }

    private func number(_ head: String, at index: Int) -> Column {
        Column(head: head, width: 18, style: .init(number: "#,##0.0000")) { $0[index] }
    }

    /// A value that is an area, in hectares and in 万亩.
    private func areas(at index: Int, in table: Table) -> [Column] {
        guard let unit = table.columns.firstIndex(of: "unit") else { return [] }
        func area(_ head: String, _ factor: @escaping (Double) -> Double) -> Column {
            Column(head: head, width: 14, style: .init(number: "#,##0.00")) { row in
                guard row[unit] == .text(Quantity.Unit.squareMetres.rawValue) else {
                    return .missing
                }
                return Table.Cell(row[index].double.map(factor))
            }
        }
        return [
            area(say("公顷", "Hectares")) { $0 / 10_000 },
            area(say("万亩", "10⁴ mu")) { $0 * 3 / 20_000_000 },
        ]
    }

    private func colourVerdicts(_ sheet: Worksheet, rows: ClosedRange<Int>, column: Int) {
        for kind in Verdict.Kind.allCases {
            let colors = kind.sheetColors
            sheet.colour(
                cellsHolding: kind.name[language], rows: rows, column: column, fill: colors.fill,
                ink: colors.ink)
        }
    }

    // MARK: Definitions

    /// The indicators that the survey has, in the catalogue's order.
    private var definitions: [IndicatorDefinition] {
        let used = Set(assessments.map(\.result.indicator))
        return catalogue.definitions.filter { used.contains($0.id) }
    }

    /// The row of an indicator's definition, from 0; below the head.
    private func definitionRow(_ id: String) -> Int {
        (definitions.firstIndex { $0.id == id } ?? 0) + 1
    }

    private func addDefinitions(to book: Workbook) throws {
        let sheet = try book.add(sheet: SheetNames.definitions[language])
        let heads = [
            say("指标", "Indicator"), say("代码", "Id"), say("含义", "Meaning"),
            say("公式", "Formula"), say("单位", "Unit"), say("数据", "Inputs"),
            say("来源与依据", "Sources and evidence"), say("注意", "Mind"),
        ]
        for (column, head) in heads.enumerated() {
            sheet.write(.text(head), row: 0, column: column, Self.head)
        }
        for definition in definitions {
            let row = definitionRow(definition.id)
            let cells = [
                definition.name[language], definition.id, definition.meaning[language],
                definition.formula, definition.unit.symbol[language],
                definition.inputs[language],
                definition.sources.map { "\($0.title) [\($0.evidence.text[language])]" }
                    .joined(separator: "\n"),
                definition.pitfalls.map { $0[language] }.joined(separator: "\n"),
            ]
            for (column, text) in cells.enumerated() {
                sheet.write(.text(text), row: row, column: column, Self.wrapped)
            }
        }
        for (column, width) in [26.0, 18, 50, 46, 10, 36, 60, 60].enumerated() {
            sheet.setWidth(width, ofColumns: column...column)
        }
        sheet.freeze(row: 1, column: 1)
        sheet.print(headRows: 1)
    }
}

extension Verdict.Kind {
    /// Legible, and apart for any colour vision: blue-green, red, amber, greys.
    fileprivate var sheetColors: (fill: UInt32, ink: UInt32) {
        switch self {
        case .met: (0xCFE8E3, 0x01463F)
        case .missed: (0xF6CFCB, 0x8C1420)
        case .countedAbove: (0xEAF4F2, 0x3E6660)
        case .countedBelow: (0xFAEAE8, 0x8A4A4F)
        case .inconclusive: (0xFBE8B8, 0x6B4E00)
        case .indicative: (0xE6E6F2, 0x3A3A5A)
        case .notAssessed: (0xEFEFEF, 0x555555)
        }
    }
}
