// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Files
import Foundation
import Support
import Tables
import Testing

@Suite("A workbook")
struct WorkbookTests {
    private let folder: String

    init() throws { folder = try keptFolder("workbook") }

    /// One sheet with one cell a row.
    private func write(_ cells: [Table.Cell], to name: String = "book.xlsx") throws -> String {
        let path = "\(folder)/\(name)"
        let book = try Workbook(creating: path, title: "A title")
        let sheet = try book.add(sheet: "样表")
        for (row, cell) in cells.enumerated() { sheet.write(cell, row: row, column: 0) }
        try book.close()
        return path
    }

    @Test("keeps text that begins with = as text, and never as a formula")
    func formulas() throws {
        let path = try write([.text("=1+1"), .text("@SUM(A1)"), .text("=cmd|'/C calc'!A0")])
        #expect(try part("xl/sharedStrings.xml", of: path).contains("<t>=1+1</t>"))
        let sheet = try part("xl/worksheets/sheet1.xml", of: path)
        #expect(sheet.contains("t=\"s\""))
        #expect(!sheet.contains("<f>"))
    }

    @Test("keeps numbers as numbers, to the last bit")
    func numbers() throws {
        let path = try write([.number(0.1), .integer(150_602), .number(.nan), .missing])
        let sheet = try part("xl/worksheets/sheet1.xml", of: path)
        let values = sheet.matches(of: #/<v>([^<]*)</v>/#).compactMap { Double($0.1) }
        #expect(values == [0.1, 150_602])
    }

    @Test(
        "takes hostile text",
        arguments: [
            "<script>alert(1)</script>", "\u{202E}rtl", "🐑", String(repeating: "长", count: 200), "",
            "a\u{1}b\u{FFFE}", String(repeating: "x", count: 40_000),
        ])
    func hostile(text: String) throws {
        let path = try write([.text(text), .integer(1)])
        #expect(try part("xl/worksheets/sheet1.xml", of: path).contains("<v>1</v>"))
        // A workbook without any text has no such part.
        let strings = text.isEmpty ? "" : try part("xl/sharedStrings.xml", of: path)
        #expect(!strings.contains("<script"))
        #expect(!strings.unicodeScalars.contains("\u{1}"))
    }

    @Test("written twice is the same bytes")
    func repeats() throws {
        let first = try write([.text("a"), .number(1)], to: "a.xlsx")
        sleep(1)
        let second = try write([.text("a"), .number(1)], to: "b.xlsx")
        #expect(
            FileManager.default.contents(atPath: first)
                == FileManager.default.contents(atPath: second))
    }

    @Test("refuses a sheet whose name cannot be one, and a folder that is not there")
    func refuses() throws {
        let book = try Workbook(creating: "\(folder)/x.xlsx", title: "")
        #expect(throws: WriteError.self) { try book.add(sheet: "a/b") }
        let lost = try Workbook(creating: "\(folder)/none/x.xlsx", title: "")
        _ = try lost.add(sheet: "a")
        #expect(throws: WriteError.self) { try lost.close() }
    }

    @Test("a table is a workbook of one sheet, its numbers to the last digit")
    func table() throws {
        var table = Table("areas: a/b", columns: ["zone", "area_m2"])
        table.append([.text("=west"), .number(12_345.678_901_234_5)])
        table.append([.text("east"), .missing])
        let path = "\(folder)/t.xlsx"
        try table.writeWorkbook(to: path)
        let sheet = try part("xl/worksheets/sheet1.xml", of: path)
        #expect(sheet.contains("<v>12345.6789012345</v>") && !sheet.contains("<f>"))
        #expect(try part("xl/workbook.xml", of: path).contains("name=\"areas_ a_b\""))
        #expect(try part("xl/sharedStrings.xml", of: path).contains("=west"))
    }

    /// A part of a workbook, unpacked.
    private func part(_ name: String, of path: String) throws -> String {
        let unzip = Process()
        unzip.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
        unzip.arguments = ["-p", path, name]
        let pipe = Pipe()
        unzip.standardOutput = pipe
        try unzip.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        unzip.waitUntilExit()
        try #require(unzip.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }
}
