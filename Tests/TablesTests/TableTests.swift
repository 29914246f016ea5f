// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Foundation
import Tables
import Testing

@Suite("Tables as CSV, JSON and text")
struct TableTests {
    private func table(_ names: [String]) -> Table {
        var table = Table("t", columns: ["name", "area_m2", "count"])
        for (index, name) in names.enumerated() {
            table.append([.text(name), .number(0.1 + 0.2), .integer(index)])
        }
        return table
    }

    @Test("numbers read back from CSV to the same bits")
    func exactNumbers() {
        #expect(table(["a"]).csv == "name,area_m2,count\r\na,0.30000000000000004,0\r\n")
    }

    @Test("rows of pieces, one after another, are the rows of the whole")
    func pieces() {
        let names = ["a", "a", "b,", "b,", "=1", "a"]
        var text = table(names).csvHead
        for part in [names[..<1], names[1..<4], names[4...]] {
            var piece = Table("t", columns: ["name", "area_m2", "count"])
            for name in part {
                piece.append([.text(name), .number(0.1 + 0.2), .integer(7)])
            }
            text += String(decoding: piece.csvRows, as: UTF8.self)
        }
        var whole = Table("t", columns: ["name", "area_m2", "count"])
        for name in names { whole.append([.text(name), .number(0.1 + 0.2), .integer(7)]) }
        #expect(text == whole.csv)
    }

    @Test(
        "CSV quotes what would break it, and doubles each quotation mark",
        arguments: [
            ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("a\nb", "\"a\nb\""),
            ("a\r\nb", "\"a\r\nb\""), (" a", "\" a\""),
            // A mark that combines with the quotation mark makes one character of the two.
            ("\"\u{301}x", "\"\"\"\u{301}x\""),
        ])
    func quoting(name: String, written: String) {
        let lines = table([name]).csv.dropFirst("name,area_m2,count\r\n".count)
        #expect(
            lines.unicodeScalars.elementsEqual(
                "\(written),0.30000000000000004,0\r\n".unicodeScalars))
    }

    @Test(
        "text that a spreadsheet would run is guarded, and reads back as it was",
        arguments: [
            "=1+1", "+86 1", "-x", "@sum", "\tx", "\r=1", "'=1", "''-1", "＝1", "-1.5", "'", "'a",
            "-",
            "=a,\"b\"", "=a\n", "a=1",
        ])
    func guarded(text: String) throws {
        let csv = table([text]).csv
        let file = try CSVFile(bytes: Array(csv.utf8), named: "t.csv")
        #expect(file.rows.first?.cells.first == text)
        let cell = csv.split(separator: "\r\n", maxSplits: 1)[1].drop { $0 == "\"" }
        let first = try #require(cell.unicodeScalars.first)
        #expect(!"=+@\t\r\n＝".unicodeScalars.contains(first))
        #expect(first != "-" || text == "-1.5", "a number stays one")
    }

    @Test("numbers below zero are numbers in CSV")
    func negative() {
        var table = Table("t", columns: ["a"])
        table.append([.number(-1.5)])
        table.append([.integer(-2)])
        #expect(table.csv == "a\r\n-1.5\r\n-2\r\n")
    }

    @Test("what is missing or not finite is empty in CSV and null in JSON, and spoils no other row")
    func missing() throws {
        var table = Table("t", columns: ["a", "b"])
        table.append([.number(.nan), .missing])
        table.append([.number(1.5), Table.Cell(Double.infinity)])
        #expect(table.csv == "a,b\r\n,\r\n1.5,\r\n")
        let rows = try JSONSerialization.jsonObject(with: Data(table.json.utf8)) as? [[String: Any]]
        #expect(rows?.count == 2)
        #expect(rows?[0]["a"] is NSNull && rows?[1]["a"] as? Double == 1.5)
    }

    @Test("hostile names come back from JSON as they were")
    func hostileJSON() throws {
        let names = ["<script>", "\u{202E}עב", "a\u{0}\u{1B}[31m", "🐑", "\\u0041\"", ""]
        let data = Data(table(names).json.utf8)
        let rows = try JSONSerialization.jsonObject(with: data) as? [[String: Any]]
        #expect(rows?.compactMap { $0["name"] as? String } == names)
    }

    @Test("in text, columns stand under one another, Chinese and emoji two wide")
    func alignment() {
        let lines = table(["东胜区", "ab", "🐑"]).text.split(separator: "\n")
        #expect(lines[0] == "name     area_m2  count")
        #expect(lines[1] == "东胜区  0.300000      0")
        #expect(lines[2] == "ab      0.300000      1")
        #expect(lines[3] == "🐑      0.300000      2")
    }

    @Test("in text, no name can command the terminal or break a line")
    func harmless() {
        let text = table(["a\u{1B}[31m\nb\u{202E}"]).text
        #expect(text.contains("a␛[31m␊b\u{FFFD}"))
        #expect(text.split(separator: "\n").count == 2)
    }
}
