// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Testing

@Suite("CSVFile: one reader, one set of rules")
struct CSVFileTests {
    private func read(_ text: String) throws -> CSVFile {
        try CSVFile(bytes: Array(text.utf8), named: "t.csv")
    }

    private func fault(_ text: String) -> String {
        do {
            _ = try read(text)
            return ""
        } catch { return "\(error)" }
    }

    @Test("cells in quotation marks hold commas, line ends and quotation marks")
    func quoting() throws {
        let file = try read("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n\"two\nlines\",2\nlast,3")
        #expect(file.columns == ["a", "b"])
        #expect(
            file.rows.map(\.cells) == [
                ["x, y", "say \"hi\""], ["two\nlines", "2"], ["last", "3"],
            ])
        #expect(file.rows.map(\.line) == [2, 3, 5])
    }

    @Test(
        "lines end in any way, and empty ones are left out",
        arguments: ["a,b\r\n1,2\r\n\r\n3,4\r\n", "a,b\r1,2\r\r3,4", "\n\na,b\n1,2\n,\n3,4\n\n"])
    func lineEnds(text: String) throws {
        #expect(try read(text).rows.map(\.cells) == [["1", "2"], ["3", "4"]])
    }

    @Test("space around a cell is no part of it, within quotation marks it is")
    func space() throws {
        #expect(try read(" a , b \n 1 ,\t\" 2 \" \n").rows.map(\.cells) == [["1", " 2 "]])
    }

    @Test("semicolons and tabs part cells where the head has no comma", arguments: [";", "\t"])
    func separators(mark: String) throws {
        #expect(try read("a\(mark)b\n1,5\(mark)2\n").rows.map(\.cells) == [["1,5", "2"]])
    }

    @Test("a byte-order mark is no part of the first column's name")
    func byteOrderMark() throws {
        #expect(try read("\u{FEFF}zone,b\n1,2\n").columns == ["zone", "b"])
    }

    @Test("GBK is read where the text is not UTF-8")
    func chinese() throws {
        // 旗,数 in GBK.
        let bytes: [UInt8] = [0xC6, 0xEC, 0x2C, 0xCA, 0xFD, 0x0A, 0x31, 0x2C, 0x32, 0x0A]
        #expect(try CSVFile(bytes: bytes, named: "t.csv").columns == ["旗", "数"])
    }

    @Test("columns are found in any case of letters, the exact one first")
    func columns() throws {
        let file = try read("Zone,AREA,\n1,2,\n")
        #expect(file.columns == ["Zone", "AREA"])
        #expect(file.index(of: "zone") == 0 && file.index(of: "AREA") == 1)
        #expect(file.index(of: "b") == nil)
    }

    @Test(
        "a fault names its line",
        arguments: [
            ("", "t.csv: is empty"),
            ("a,b\n1,2\n3\n", "t.csv:3: has 1 cells where the head has 2"),
            ("a,b\n1,2,3\n", "t.csv:2: has 3 cells where the head has 2"),
            ("a,b\n1,\"2\n\n", "t.csv:2: a cell in quotation marks does not end"),
            ("a,b\n1,\"2\"x\n", "t.csv:2: a cell goes on after its quotation marks"),
            ("a,b\n\n5\",2\n", "t.csv:3: a quotation mark within a cell"),
            ("a,b,A\n1,2,3\n", "t.csv:1: the column 'A' is there twice"),
            ("a,b\n1,\u{0}\n", "t.csv: holds a zero byte"),
        ])
    func faults(text: String, said: String) {
        #expect(fault(text).hasPrefix(said), "\(fault(text))")
    }

    @Test("bytes of no text are refused", arguments: [[0xFF, 0xFE, 0x61, 0], [0x61, 0xFF, 0x0A]])
    func encodings(bytes: [UInt8]) {
        #expect(throws: DataFileError.self) { try CSVFile(bytes: bytes, named: "t.csv") }
    }

    @Test(
        "what FormulaGuard adds, it removes again", arguments: ["=1", "'=1", "-1", "- 1", "a", ""])
    func guarded(text: String) {
        #expect(FormulaGuard.removed(from: FormulaGuard.added(to: text)) == text)
    }
}
