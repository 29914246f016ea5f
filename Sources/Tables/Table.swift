// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Foundation

/// Rows under named columns, in long form: what every verb prints and every survey writes.
public struct Table: Hashable, Sendable {
    /// What stands in one place of a table.
    public enum Cell: Hashable, Sendable {
        case text(String)
        case integer(Int)
        /// A number; not finite means missing.
        case number(Double)
        case missing

        /// A number, or nothing.
        public init(_ number: Double?) {
            self = number.map { $0.isFinite ? .number($0) : .missing } ?? .missing
        }

        /// A text, or nothing.
        public init(_ text: String?) { self = text.map(Cell.text) ?? .missing }

        var isNumeric: Bool {
            switch self {
            case .integer, .number: true
            case .text, .missing: false
            }
        }
    }

    /// What it is about: a file or layer name.
    public let name: String
    /// `snake_case`, with the unit where there is one.
    public let columns: [String]
    /// A cell for each column.
    public private(set) var rows: [[Cell]] = []

    /// An empty table.
    public init(_ name: String, columns: [String]) {
        self.name = name
        self.columns = columns
    }

    /// Adds a row.
    ///
    /// - Precondition: It has a cell for each column.
    public mutating func append(_ row: [Cell]) {
        precondition(row.count == columns.count, "\(name): \(row.count) cells in a row")
        rows.append(row)
    }

    /// Adds the rows of a table of the same columns.
    public mutating func append(contentsOf other: Table) {
        precondition(other.columns == columns, "\(name): other columns")
        rows += other.rows
    }

    /// Comma-separated values as RFC 4180 has them, UTF-8, with a head; numbers read back exactly.
    ///
    /// Text that a spreadsheet would run is guarded by an apostrophe, which `CSVFile` takes off again.
    public var csv: String { csvHead + String(decoding: csvRows, as: UTF8.self) }

    /// The first line of ``csv``.
    public var csvHead: String { columns.map(quoted).joined(separator: ",") + "\r\n" }

    /// The lines of ``csv`` after the head, as UTF-8: those of pieces of a table, one after another, are
    /// those of the table.
    public var csvRows: [UInt8] {
        var text = CSVRows(columns: columns.count)
        for row in rows { text.add(row) }
        return text.bytes
    }

    /// A JSON array with an object a row; keys in alphabetical order, missing values `null`.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let records = rows.map { row in
            Dictionary(zip(columns, row), uniquingKeysWith: { first, _ in first })
        }
        guard let data = try? encoder.encode(records) else { return "[]\n" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    /// Columns one under another for a terminal: numbers to the right, rounded for the eye.
    public var text: String {
        let head = columns.map { $0 }
        let body = rows.map { $0.map(shown) }
        let widths = columns.indices.map { column in
            ([head] + body).map { displayWidth($0[column]) }.max() ?? 0
        }
        let isNumeric = columns.indices.map { column in
            rows.contains { $0[column].isNumeric }
                && !rows.contains {
                    if case .text = $0[column] { true } else { false }
                }
        }
        return ([head] + body).map { cells in
            let line = cells.indices.map { column in
                let gap = String(
                    repeating: " ", count: widths[column] - displayWidth(cells[column]))
                return isNumeric[column] ? gap + cells[column] : cells[column] + gap
            }.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }
}

extension Table.Cell: Encodable {
    /// Writes the bare value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .integer(let number): try container.encode(number)
        case .number(let number) where number.isFinite: try container.encode(number)
        case .number, .missing: try container.encodeNil()
        }
    }
}

private func plain(_ cell: Table.Cell) -> String {
    switch cell {
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .number(let number) where number.isFinite: "\(number)"
    case .number, .missing: ""
    }
}

/// Rows of CSV. Most cells of a long table are as they were in the row before, and are not made anew.
private struct CSVRows {
    private(set) var bytes: [UInt8] = []
    /// Of each column the last cell, and how it is written.
    private var last: [(cell: Table.Cell, bytes: [UInt8])]

    init(columns: Int) { last = Array(repeating: (.missing, []), count: columns) }

    mutating func add(_ row: [Table.Cell]) {
        for (column, cell) in row.enumerated() {
            if column > 0 { bytes.append(0x2C) }
            guard case .text(let content) = cell else {
                bytes.append(contentsOf: plain(cell).utf8)
                continue
            }
            if cell != last[column].cell { last[column] = (cell, Array(quoted(content).utf8)) }
            bytes.append(contentsOf: last[column].bytes)
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
    }
}

/// By scalars, not characters: a mark after a quotation mark makes another character of it.
private func quoted(_ content: String) -> String {
    let text = FormulaGuard.added(to: content)
    let bytes = text.utf8
    let isPlain = !bytes.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    if isPlain && bytes.first != 0x20 && bytes.last != 0x20 { return text }
    guard bytes.contains(0x22) else { return "\"" + text + "\"" }
    var doubled = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        doubled.append(scalar)
        if scalar == "\"" { doubled.append(scalar) }
    }
    return "\"" + String(doubled) + "\""
}

private func shown(_ cell: Table.Cell) -> String {
    switch cell {
    case .number(let number) where number.isFinite:
        let digits = abs(number) >= 1000 ? 1 : abs(number) >= 1 ? 4 : 6
        return String(format: "%.\(digits)f", number)
    default: return plain(cell).harmless
    }
}

extension String {
    /// The text as a terminal may show it: line ends, escapes and changes of direction are made
    /// visible, so that a name in a data file cannot command the terminal.
    package var harmless: String {
        var shown = UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0...0x1F: shown.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: shown.append("\u{FFFD}")
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }
}

/// Columns of a terminal: Chinese characters and emoji take two, marks and joiners none.
private func displayWidth(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            width + 2
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: width
            default: width + 1
            }
        }
    }
}
