// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// A table of comma-separated values, read whole by one set of rules.
///
/// - The format is RFC 4180's: a cell in quotation marks may hold commas, line ends and doubled
///   quotation marks. Where the head has no comma, semicolons or tabs part the cells.
/// - The text is UTF-8, with or without a byte-order mark, or else GB 18030, which GBK is a part of.
/// - Lines end with a line feed, a carriage return or both; empty lines are left out.
/// - Space around a cell without quotation marks is not part of it.
/// - Every row has a cell for each column, and no two columns have one name.
/// - ``FormulaGuard`` is taken off again.
public struct CSVFile: Sendable {
    /// The file, as errors call it.
    public let path: String
    /// The names in the head, in order; an unnamed column is empty text.
    public let columns: [String]
    /// The rows below the head.
    public let rows: [Row]

    /// A row, with a cell for each column.
    public struct Row: Sendable {
        /// The line that it begins in, from 1.
        public let line: Int
        /// Its cells; an empty one is empty text.
        public let cells: [String]
    }

    /// The largest file that is read: a table of some million rows.
    static let largestSize = 256 << 20
    private static let mostColumns = 10_000

    /// Reads a file.
    ///
    /// - Throws: ``DataFileError`` with the line of the first fault.
    public init(reading path: String) throws(DataFileError) {
        try self.init(bytes: fileContents(at: path, largestSize: Self.largestSize), named: path)
    }

    /// Reads bytes that came from elsewhere; `path` is what errors call them.
    ///
    /// - Throws: ``DataFileError`` with the line of the first fault.
    public init(bytes: [UInt8], named path: String) throws(DataFileError) {
        var reader = CSVReader(try Self.decoded(bytes, path), path)
        guard let head = try reader.readRecord() else {
            throw DataFileError(file: path, message: "is empty; its first line names the columns")
        }
        let last = head.cells.lastIndex { !$0.isEmpty } ?? -1
        let columns = Array(head.cells[...last])
        guard columns.count <= Self.mostColumns else {
            throw DataFileError(
                file: path, line: head.line,
                message: "has \(columns.count) columns; \(Self.mostColumns) can be read")
        }
        var names: Set<String> = []
        for name in columns where !name.isEmpty && !names.insert(name.lowercased()).inserted {
            throw DataFileError(
                file: path, line: head.line, message: "the column '\(name)' is there twice")
        }
        var rows: [Row] = []
        while let record = try reader.readRecord() {
            guard record.cells.count >= columns.count,
                record.cells.dropFirst(columns.count).allSatisfy(\.isEmpty)
            else {
                throw DataFileError(
                    file: path, line: record.line,
                    message: "has \(record.cells.count) cells where the head has \(columns.count); "
                        + "a row has a cell for each column, and one that holds a comma stands in "
                        + "quotation marks")
            }
            rows.append(Row(line: record.line, cells: Array(record.cells.prefix(columns.count))))
        }
        self.path = path
        self.columns = columns
        self.rows = rows
    }

    /// A column's place, by name, in any case of letters.
    public func index(of name: String) -> Int? {
        columns.firstIndex(of: name)
            ?? columns.firstIndex { $0.lowercased() == name.lowercased() }
    }

    // MARK: Encoding

    private static func decoded(
        _ bytes: [UInt8], _ path: String
    ) throws(DataFileError) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw DataFileError(file: path, message: "is UTF-16; save it as CSV in UTF-8")
        }
        if bytes.contains(0) {
            throw DataFileError(file: path, message: "holds a zero byte: it is no text")
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            guard String(validating: bytes, as: UTF8.self) != nil else {
                throw DataFileError(file: path, message: "begins as UTF-8, and is not all UTF-8")
            }
            return Array(bytes.dropFirst(3))
        }
        if String(validating: bytes, as: UTF8.self) != nil { return bytes }
        if let text = converted(bytes, from: "GB18030") { return text }
        throw DataFileError(file: path, message: "is neither UTF-8 nor GBK; save it as UTF-8")
    }

    /// The bytes as UTF-8; `nil` where they are not of the encoding.
    private static func converted(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
        let converter = iconv_open("UTF-8", encoding)
        guard converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var source = bytes.map(CChar.init(bitPattern:))
        var target = [CChar](repeating: 0, count: bytes.count * 3)
        let isWhole = source.withUnsafeMutableBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target -> Int? in
                var (input, inputLeft) = (source.baseAddress, source.count)
                var (output, outputLeft) = (target.baseAddress, target.count)
                let status = iconv(converter, &input, &inputLeft, &output, &outputLeft)
                return status == -1 || inputLeft > 0 ? nil : target.count - outputLeft
            }
        }
        return isWhole.map { target.prefix($0).map(UInt8.init(bitPattern:)) }
    }
}

/// Cuts text into records and cells.
private struct CSVReader {
    private let bytes: [UInt8]
    private let path: String
    private let separator: UInt8
    private var offset = 0
    private var line = 1

    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(_ bytes: [UInt8], _ path: String) {
        self.bytes = bytes
        self.path = path
        separator = Self.separator(of: bytes)
    }

    /// What parts the cells of the head.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        var isQuoted = false
        var headerBytes: Set<UInt8> = []
        for byte in bytes.drop(while: { $0 == newline || $0 == carriageReturn }) {
            if byte == quote { isQuoted.toggle() }
            if !isQuoted && (byte == newline || byte == carriageReturn) { break }
            if !isQuoted { headerBytes.insert(byte) }
        }
        return [",", ";", "\t"].map { UInt8(ascii: $0) }.first(where: headerBytes.contains)
            ?? UInt8(ascii: ",")
    }

    /// The next record that is not empty; `nil` at the end.
    mutating func readRecord() throws(DataFileError) -> (line: Int, cells: [String])? {
        while offset < bytes.count {
            let start = line
            var cells: [String] = []
            repeat { cells.append(try readCell()) } while take(separator)
            if offset < bytes.count { takeLineEnd() }
            if cells.contains(where: { !$0.isEmpty }) { return (start, cells) }
        }
        return nil
    }

    private mutating func readCell() throws(DataFileError) -> String {
        skipSpaces()
        let start = offset
        if take(Self.quote) { return FormulaGuard.removed(from: try readQuoted()) }
        while let byte = peek, byte != separator, byte != Self.newline, byte != Self.carriageReturn
        {
            guard byte != Self.quote else {
                throw error(
                    "a quotation mark within a cell: put the cell in quotation marks, and "
                        + "double the one in it", line)
            }
            offset += 1
        }
        var end = offset
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return FormulaGuard.removed(from: String(decoding: bytes[start..<end], as: UTF8.self))
    }

    private mutating func readQuoted() throws(DataFileError) -> String {
        let start = line
        var cell: [UInt8] = []
        while let byte = peek {
            offset += 1
            if byte == Self.quote {
                guard take(Self.quote) else {
                    skipSpaces()
                    guard let next = peek, next != separator, next != Self.newline,
                        next != Self.carriageReturn
                    else { return String(decoding: cell, as: UTF8.self) }
                    throw error("a cell goes on after its quotation marks", line)
                }
            } else if byte == Self.newline || byte == Self.carriageReturn && peek != Self.newline {
                line += 1
            }
            cell.append(byte)
        }
        throw error("a cell in quotation marks does not end", start)
    }

    private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") && separator != byte
    }

    private mutating func skipSpaces() {
        while let byte = peek, isSpace(byte) { offset += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        offset += 1
        return true
    }

    private mutating func takeLineEnd() {
        let hadReturn = take(Self.carriageReturn)
        if !take(Self.newline) && !hadReturn { return }
        line += 1
    }

    private func error(_ message: String, _ line: Int) -> DataFileError {
        DataFileError(file: path, line: line, message: message)
    }
}
