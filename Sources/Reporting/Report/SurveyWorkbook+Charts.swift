// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Accounts
internal import Cartography
internal import Ecology
internal import GDAL
internal import LandCover
internal import Tables
internal import Words

/// Sheets that are there for their charts.
extension SurveyWorkbook {
    /// The whole by category and year, in 万亩, hectares and shares, with a chart.
    func addComposition(to book: Workbook) throws {
        guard let areas = tables.first(where: { $0.name == "areas" }) else { return }
        let composition = Composition(of: areas, zone: "all")
        let name = SheetNames.composition[language]
        let sheet = try book.add(sheet: name)
        var heads = [say("类别", "Category")]
        for unit in [say("万亩", "10⁴ mu"), say("公顷", "ha")] {
            heads += composition.years.map { "\($0) \(unit)" }
        }
        for (column, head) in heads.enumerated() {
            sheet.write(.text(head), row: 0, column: column, Self.head)
        }
        let years = composition.years.count
        for (index, part) in composition.parts.enumerated() {
            sheet.write(.text(part.category.name[language]), row: index + 1, column: 0)
            for (year, area) in part.areas.enumerated() {
                sheet.write(
                    .number(area * 3 / 20_000_000), row: index + 1, column: 1 + year,
                    .init(number: "#,##0.00"))
                sheet.write(
                    .number(area / 10_000), row: index + 1, column: 1 + years + year,
                    .init(number: "#,##0"))
            }
        }
        sheet.setWidth(22, ofColumns: 0...0)
        sheet.setWidth(14, ofColumns: 1...(2 * years))
        sheet.freeze(row: 1, column: 1)
        let letters = columnLetters(years)
        let series = composition.parts.enumerated().map { index, part in
            Worksheet.Series(
                name: part.category.name[language],
                values: "='\(name)'!$B$\(index + 2):$\(letters)$\(index + 2)",
                categories: "='\(name)'!$B$1:$\(letters)$1", color: part.category.colour.rgb)
        }
        sheet.print(headRows: 1)
        sheet.add(
            chart: .stackedShares, of: series,
            title: say("土地构成（合计）", "Land by category, all zones"), row: composition.parts.count + 2,
            column: 0)
    }

    /// Every indicator's newest values beside the targets that there are, with a chart each; a zone
    /// that nothing is wanted of has no target.
    func addTargets(to book: Workbook) throws {
        let figures = try SurveyFigures(assessments, catalogue: catalogue)
        let blocks = figures.indicators.compactMap { id -> [Figure]? in
            let newestFigures = figures.figures(of: id, in: figures.newest)
            // An amount of the whole would leave its parts no room on one scale.
            let shown = newestFigures.filter {
                ($0.unit.isShare || $0.zone != "all")
                    && $0.value != nil
            }
            return shown.count > 1 && shown.contains { $0.target != nil } ? shown : nil
        }
        guard !blocks.isEmpty else { return }
        let name = SheetNames.targets[language]
        let sheet = try book.add(sheet: name)
        sheet.setWidth(18, ofColumns: 0...0)
        sheet.setWidth(14, ofColumns: 1...2)
        var row = 0
        for block in blocks {
            let title = "\(block[0].name[language]) (\(block[0].unit.symbol[language]))"
            let isDerived = block.contains(where: \.isDerived)
            let target =
                isDerived
                ? say("目标（各区为推算，非规划下达）", "Target (zones': derived, not issued)")
                : say("目标", "Target")
            let heads = [title, say("数值", "Value"), target]
            for (column, head) in heads.enumerated() {
                sheet.write(.text(head), row: row, column: column, Self.head)
            }
            for (index, figure) in block.enumerated() {
                let place =
                    figure.zone == "all" ? SurveyFile.allZones[language] : figure.result.name
                let words = place.isEmpty ? figure.zone : place
                sheet.write(.text(words), row: row + 1 + index, column: 0)
                for (offset, value) in [figure.value, figure.target].enumerated() {
                    sheet.write(
                        Table.Cell(value), row: row + 1 + index, column: 1 + offset,
                        .init(number: "#,##0.00"))
                }
            }
            let rows = (row + 1)...(row + block.count)
            sheet.add(
                chart: .columns,
                of: [
                    series(heads[1], in: name, column: 1, rows: rows, color: 0x35978F),
                    series(heads[2], in: name, column: 2, rows: rows, color: 0x6A3D9A),
                ], title: "\(title), \(figures.newest)", row: row, column: 4, height: 300)
            row += max(block.count + 3, 17)
        }
        sheet.print(headRows: 0)
    }

    /// A family's sheet of numbers by zone, with a chart.
    func add(_ contributed: ContributedSheet, to book: Workbook) throws {
        let name = contributed.name[language]
        let sheet = try book.add(sheet: name)
        for (column, head) in contributed.heads.enumerated() {
            sheet.write(.text(head[language]), row: 0, column: column, Self.head)
        }
        for (index, row) in contributed.rows.enumerated() {
            sheet.write(.text(row.zone), row: index + 1, column: 0)
            for (column, number) in row.numbers.enumerated() {
                sheet.write(
                    Table.Cell(number), row: index + 1, column: column + 1, .init(number: "#,##0"))
            }
        }
        let count = contributed.colors.count
        sheet.setWidth(18, ofColumns: 0...count)
        sheet.freeze(row: 1, column: 1)
        sheet.print(headRows: 1)
        sheet.add(
            chart: .stacked,
            of: contributed.colors.enumerated().map { index, color in
                series(
                    contributed.heads[index + 1][language], in: name, column: index + 1,
                    rows: 1...contributed.rows.count,
                    color: UInt32(color.red) << 16 | UInt32(color.green) << 8 | UInt32(color.blue))
            },
            title: contributed.chartTitle[language], row: contributed.rows.count + 2, column: 0)
    }

    /// Cells of one column below each other, named by the first column.
    private func series(
        _ title: String, in sheet: String, column: Int, rows: ClosedRange<Int>, color: UInt32
    ) -> Worksheet.Series {
        func cells(_ column: Int) -> String {
            let letters = columnLetters(column)
            return
                "='\(sheet)'!$\(letters)$\(rows.lowerBound + 1):$\(letters)$\(rows.upperBound + 1)"
        }
        return Worksheet.Series(
            name: title, values: cells(column), categories: cells(0), color: color)
    }
}

/// A column's letters, counted from 0: `A`, … `Z`, `AA`.
private func columnLetters(_ index: Int) -> String {
    var rest = index
    var letters = ""
    repeat {
        letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
        rest = rest / 26 - 1
    } while rest >= 0
    return letters
}

extension Quantity.Unit {
    /// Whether a whole and its parts have values of one size: shares, and amounts a person.
    fileprivate var isShare: Bool { dimension == .ratio || dimension == .areaPerPerson }
}
