// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files

extension Table {
    /// Writes the table as a workbook of one sheet, its head in sight and its numbers as numbers.
    ///
    /// - Parameters:
    ///   - path: Ends in `.xlsx`; a file of that name is replaced.
    ///   - title: What the file's properties say.
    /// - Throws: ``WriteError``, also where the table has more rows than a sheet holds: 1,048,575.
    public func writeWorkbook(to path: String, title: String? = nil) throws(WriteError) {
        guard rows.count < Self.rowsOfSheet else {
            throw WriteError(
                path: path,
                message: "a sheet holds \(Self.rowsOfSheet - 1) rows, and there are \(rows.count): "
                    + "write .csv instead")
        }
        let book = try Workbook(creating: path, title: title ?? name)
        let sheet = try book.add(sheet: Self.sheetName(name))
        for (column, head) in columns.enumerated() {
            sheet.write(.text(head), row: 0, column: column, .init(isBold: true))
        }
        for (index, row) in rows.enumerated() {
            for (column, cell) in row.enumerated() {
                sheet.write(cell, row: index + 1, column: column)
            }
        }
        sheet.freeze(row: 1, column: 0)
        if !rows.isEmpty && !columns.isEmpty {
            sheet.filter(rows: 0...rows.count, columns: 0...columns.count - 1)
        }
        try book.close()
    }

    private static let rowsOfSheet = 1_048_576

    /// A name that a sheet can have.
    private static func sheetName(_ name: String) -> String {
        let kept = name.map { "[]:*?/\\'".contains($0) ? "_" : $0 }.prefix(31)
        return kept.isEmpty ? "table" : String(kept)
    }
}
