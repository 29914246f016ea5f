// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Foundation
public import Logging
internal import Synchronization
internal import Tables

/// A log of lines, in plain text or JSON, each written at once: in a file that grows, or on standard
/// error.
///
/// ```swift
/// let log = try LineLog(to: "batch.log", as: .json).logger("batch")
/// log.info("done", metadata: ["unit": "ejin-2020"])
/// ```
public struct LineLog: LogHandler {
    /// How a line is written.
    public enum Format: String, CaseIterable, Sendable {
        /// Time, level, unit, message, and what else is told as `key=value`.
        case text
        /// An object with `time`, `level`, `message` and what else is told.
        case json
    }

    /// Where lines go.
    private final class Output: Sendable {
        let file: Int32
        private let turn = Mutex(())

        init(_ file: Int32) { self.file = file }

        func write(_ line: String) {
            // A line that cannot be written is lost: a full disk ends no work that can go on.
            turn.withLock { _ in try? WholeFile.write(line, into: file, named: "log") }
        }

        deinit { if file != STDERR_FILENO { close(file) } }
    }

    /// What every line tells besides.
    public var metadata: Logger.Metadata = [:]
    /// What a task tells besides.
    public var metadataProvider: Logger.MetadataProvider?
    /// The least level that is written.
    public var logLevel = Logger.Level.info
    private let output: Output
    private let format: Format

    /// A log on standard error.
    public init(as format: Format) {
        self.format = format
        output = Output(STDERR_FILENO)
    }

    /// A log that adds to a file.
    ///
    /// - Throws: `WriteError` where it cannot be opened.
    public init(to path: String, as format: Format) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw WriteError(path: path, code: errno) }
        self.format = format
        output = Output(file)
    }

    /// A logger that writes to this log, and to others.
    public func logger(_ label: String, besides others: [LineLog] = []) -> Logger {
        Logger(label: label) { _ in MultiplexLogHandler([self] + others) }
    }

    /// What every line tells besides, by its key.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes a line.
    public func log(event: LogEvent) {
        var fields = metadata
        fields.merge(metadataProvider?.get() ?? [:]) { _, new in new }
        fields.merge(event.metadata ?? [:]) { _, new in new }
        output.write(
            line("\(event.message)", event.level, fields.mapValues(cell), at: Date()))
    }

    /// Numbers stay numbers.
    private func cell(_ value: Logger.Metadata.Value) -> Table.Cell {
        guard case .stringConvertible(let content) = value else { return .text("\(value)") }
        return switch content {
        case let number as Int: .integer(number)
        case let number as Double: .number(number)
        default: .text("\(value)")
        }
    }

    func line(
        _ message: String, _ level: Logger.Level, _ fields: [String: Table.Cell], at time: Date
    ) -> String {
        let stamp = time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        switch format {
        case .json:
            let own = ["time": stamp, "level": level.rawValue, "message": message]
                .mapValues(Table.Cell.text)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let data = try? encoder.encode(fields.merging(own) { _, own in own })
            return String(decoding: data ?? Data("{}".utf8), as: UTF8.self) + "\n"
        case .text:
            let unit = fields["unit"].map { "\(plain($0)): " } ?? ""
            let rest = fields.filter { $0.key != "unit" }.sorted { $0.key < $1.key }
                .map { " \($0.key)=\(plain($0.value))" }.joined()
            let name = level.rawValue.padding(toLength: 8, withPad: " ", startingAt: 0)
            return "\(stamp) \(name) \(unit)\(message)\(rest)".harmless + "\n"
        }
    }

    private func plain(_ cell: Table.Cell) -> String {
        switch cell {
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .missing: ""
        }
    }
}
