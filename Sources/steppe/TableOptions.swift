// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import DataFiles
import Files
import Foundation
import Tables

/// Where a table goes, and in which form.
struct TableOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv, json, text, xlsx

        /// How names of its files end.
        var ending: String { self == .text ? "txt" : rawValue }
    }

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "File to write: .csv, .json, .txt or .xlsx (default: -, standard output).",
            valueName: "file"),
        completion: .file(extensions: ["csv", "json", "txt", "xlsx"]))
    var output: String?

    @Option(
        name: [.short, .long],
        help: """
            csv, json, text or xlsx (default: from the file's ending, or csv). In CSV an apostrophe stands \
            before text that a spreadsheet would run, such as =1; read again, it is taken off.
            """)
    var format: Format?

    @Flag(help: "The same as --format json.")
    var json = false

    @Flag(help: "Replace the file if it exists.")
    var overwrite = false

    /// The file to write; `nil` for standard output.
    var file: String? { output == "-" ? nil : output }

    /// The format that was asked for, by option or by the file's ending.
    private var chosen: Format? {
        let ending = file?.fileExtension
        return json ? .json : format ?? Format.allCases.first { $0.ending == ending }
    }

    func validate() throws {
        if json, let format, format != .json {
            throw ValidationError("--json and --format \(format.rawValue) differ; leave one out.")
        }
        if chosen == .xlsx && file == nil {
            throw ValidationError("a workbook is a file; name it: -o FILE.xlsx.")
        }
    }

    /// The file as a verb's output. With a format that is named, an ending may be missing, but not
    /// be another format's.
    func outputs(_ endings: [String] = []) -> [Output] {
        guard let file else { return [] }
        let formats = Format.allCases.map(\.ending) + [""]
        let named = json ? .json : format
        return [
            Output(
                path: file,
                kind: .file(
                    !endings.isEmpty ? endings : named.map { [$0.ending, ""] } ?? formats),
                overwrite: overwrite)
        ]
    }

    /// Writes or prints a table.
    func emit(_ table: Table, fallback: Format = .csv) throws {
        let text: String
        switch chosen ?? fallback {
        case .csv: text = table.csv
        case .json: text = table.json
        case .text: text = table.text
        case .xlsx:
            guard let file else { return }
            return try WholeFile.make(file, overwrite: overwrite) { beside throws(WriteError) in
                try table.writeWorkbook(to: beside)
            }
        }
        try emit(text)
    }

    /// Writes or prints a table whose rows come in pieces; as CSV without ever having them all.
    func emit(_ head: Table, rows: any TablePieces) async throws {
        guard chosen ?? .csv == .csv else {
            var table = head
            try await rows.each({ $0 }) { table.append(contentsOf: $0) }
            return try emit(table)
        }
        guard let file else {
            Console.result(head.csvHead)
            return try await rows.each(\.csvRows) { Console.result($0) }
        }
        try await WholeFile.write(to: file, overwrite: overwrite) { write in
            try write(Array(head.csvHead.utf8))
            try await rows.each(\.csvRows) { try write($0) }
        }
    }

    /// Writes or prints text.
    func emit(_ text: String) throws {
        guard let file else { return Console.result(text) }
        try WholeFile.write(text, to: file, overwrite: overwrite)
    }
}
