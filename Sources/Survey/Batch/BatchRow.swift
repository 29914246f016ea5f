// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Files
internal import Foundation
internal import Tables
public import Words

/// What became of a unit of a batch: a row of `batch.csv`.
public struct BatchRow: Hashable, Sendable {
    /// How a unit stands.
    public enum Status: String, CaseIterable, Sendable {
        /// Its turn has not come.
        case waiting
        /// It is being made, or was when the batch was killed.
        case running
        /// Its folder is there, of these inputs and by this program.
        case done
        /// Its folder is there; some input could not be read, and what rests on it is not assessed.
        case partial
        /// It ended with an error.
        case failed
        /// It took longer than it may.
        case timedOut = "timed_out"
        /// It took more memory than it may.
        case tooLarge = "too_large"
        /// It was ended by a signal.
        case crashed
        /// The batch was told to end before it was done.
        case interrupted

        /// Its name for people.
        public var name: LocalizedText {
            switch self {
            case .waiting: LocalizedText(zh: "等待", en: "waiting")
            case .running: LocalizedText(zh: "运行中", en: "running")
            case .done: LocalizedText(zh: "完成", en: "done")
            case .partial: LocalizedText(zh: "部分完成", en: "partial")
            case .failed: LocalizedText(zh: "失败", en: "failed")
            case .timedOut: LocalizedText(zh: "超时", en: "timed out")
            case .tooLarge: LocalizedText(zh: "内存超限", en: "too large")
            case .crashed: LocalizedText(zh: "崩溃", en: "crashed")
            case .interrupted: LocalizedText(zh: "中断", en: "interrupted")
            }
        }

        /// Whether the unit was begun and is not what it should be.
        var hasFailed: Bool {
            switch self {
            case .waiting, .running, .done, .interrupted: false
            case .partial, .failed, .timedOut, .tooLarge, .crashed: true
            }
        }
    }

    /// What is to be done about a unit that failed.
    public enum Remedy: String, Sendable {
        /// Start the batch again: the cause passes, or lies in what the unit was allowed.
        case retry
        /// Put an input right first.
        case mend

        /// Its name for people.
        public var name: LocalizedText {
            switch self {
            case .retry: LocalizedText(zh: "重试", en: "retry")
            case .mend: LocalizedText(zh: "修正", en: "mend")
            }
        }
    }

    /// The unit's name.
    public let unit: String
    /// How it stands.
    public var status = Status.waiting
    /// The exit status of its program; `nil` where it has none.
    public var exitStatus: Int?
    /// Wall time, s.
    public var seconds: Double?
    /// The most bytes that lay in memory at once.
    public var peakBytes: Int?
    /// Bytes that it read, from the disk or from what the system had of it.
    public var bytesRead: Int?
    /// Measurements that it made.
    public var measured: Int?
    /// Measurements that were there already.
    public var kept: Int?
    /// Why it is not done.
    public var reason = ""
    /// When it ended, by ISO 8601.
    public var ended = ""
    /// A hash of what was asked for: program, survey file, overrides and options.
    public var request = ""

    /// A unit whose turn has not come.
    init(_ unit: String) { self.unit = unit }

    /// What is to be done about it; `nil` where nothing is.
    public var remedy: Remedy? {
        switch status {
        case .waiting, .running, .done: nil
        case .timedOut, .tooLarge, .crashed, .interrupted: .retry
        case .partial: .mend
        case .failed: exitStatus.map { (73...75).contains($0) } ?? true ? .retry : .mend
        }
    }

    /// How it stands once its program has ended.
    mutating func take(_ usage: ChildProcess.Usage, said: [String], limits: ChildProcess) {
        seconds = (usage.seconds * 100).rounded() / 100
        peakBytes = usage.peakBytes
        bytesRead = usage.bytesRead
        exitStatus = nil
        switch usage.end {
        case .exited(let code):
            exitStatus = Int(code)
            status = code == 0 ? .done : code == 5 ? .partial : .failed
            reason = said.joined(separator: "; ")
            if code != 0 && reason.isEmpty { reason = "ended with \(code), and said nothing" }
        case .signalled(let signal):
            status = .crashed
            let name = strsignal(signal).map { String(cString: $0) } ?? "unknown"
            reason = (["was ended by signal \(signal), \(name)"] + said).joined(separator: "; ")
        case .timedOut:
            status = .timedOut
            reason = "took longer than \(Int(limits.timeout ?? 0)) s"
        case .tooLarge:
            status = .tooLarge
            reason =
                "took \(usage.peakBytes >> 20) MB of memory, more than its share of "
                + "\((limits.memory ?? 0) >> 20) MB"
        case .stopped:
            status = .interrupted
            reason = "the batch was told to end"
        }
        if reason.utf8.count > 2000 { reason = "\(reason.prefix(600))…" }
    }
}

/// The folder of a batch's outputs, and what of it tells how the units stand.
///
/// `batch.csv` is replaced whole whenever a unit begins or ends, so that it can be read at any moment.
actor BatchFolder {
    /// The names in it that no unit can have.
    static let files = ["batch.csv", "batch.html"]

    private let path: String
    private let units: [BatchUnit]
    private(set) var rows: [BatchRow]
    private var places: [String: Int] = [:]

    /// Reads how the units stand by an earlier start.
    ///
    /// - Throws: `DataFileError` where `batch.csv` is there and cannot be read.
    init(at path: String, of units: [BatchUnit]) throws {
        self.path = path
        self.units = units
        var earlier: [String: BatchRow] = [:]
        let file = "\(path)/\(Self.files[0])"
        if FileManager.default.fileExists(atPath: file) {
            for row in try Self.read(file) { earlier[row.unit] = row }
        }
        rows = units.map { earlier[$0.name] ?? BatchRow($0.name) }
        for (index, unit) in units.enumerated() { places[unit.name] = index }
    }

    /// How a unit stands.
    subscript(unit: BatchUnit) -> BatchRow { rows[places[unit.name] ?? 0] }

    /// Says how a unit stands now.
    ///
    /// - Throws: `WriteError` where that cannot be written.
    func set(_ row: BatchRow) throws {
        guard let place = places[row.unit], rows[place] != row else { return }
        rows[place] = row
        try write()
    }

    /// Says that units are to be made.
    ///
    /// - Throws: `WriteError` where that cannot be written.
    func setWaiting(_ names: Set<String>) throws {
        for place in rows.indices where names.contains(rows[place].unit) {
            rows[place] = BatchRow(rows[place].unit)
        }
        try write()
    }

    private func write() throws { try WholeFile.keep(table.csv, at: "\(path)/\(Self.files[0])") }

    // MARK: The table

    private static let columns = [
        "unit", "status", "remedy", "exit_status", "seconds", "peak_mb", "read_mb", "measured",
        "kept", "reason", "survey", "ended", "request",
    ]

    private var table: Table {
        var table = Table("batch", columns: Self.columns)
        func megabytes(_ bytes: Int?) -> Table.Cell {
            Table.Cell(bytes.map { (Double($0) / 1e5).rounded() / 10 })
        }
        func whole(_ number: Int?) -> Table.Cell { number.map(Table.Cell.integer) ?? .missing }
        func text(_ text: String) -> Table.Cell { text.isEmpty ? .missing : .text(text) }
        for (row, unit) in zip(rows, units) {
            table.append([
                .text(row.unit), .text(row.status.rawValue), Table.Cell(row.remedy?.rawValue),
                whole(row.exitStatus), Table.Cell(row.seconds), megabytes(row.peakBytes),
                megabytes(row.bytesRead), whole(row.measured), whole(row.kept), text(row.reason),
                .text(unit.survey), text(row.ended), text(row.request),
            ])
        }
        return table
    }

    private static func read(_ path: String) throws -> [BatchRow] {
        let file = try CSVFile(reading: path)
        guard file.columns == columns else {
            throw DataFileError(
                file: path, line: 1,
                message: "is not a batch's own; choose another folder, or remove the file")
        }
        return file.rows.map { cells in
            func text(_ column: String) -> String {
                file.index(of: column).map { cells.cells[$0] } ?? ""
            }
            func bytes(_ column: String) -> Int? {
                Double(text(column)).map { Int(($0 * 1e6).rounded()) }
            }
            var row = BatchRow(text("unit"))
            row.status = BatchRow.Status(rawValue: text("status")) ?? .waiting
            row.exitStatus = Int(text("exit_status"))
            row.seconds = Double(text("seconds"))
            row.peakBytes = bytes("peak_mb")
            row.bytesRead = bytes("read_mb")
            row.measured = Int(text("measured"))
            row.kept = Int(text("kept"))
            row.reason = text("reason")
            row.ended = text("ended")
            row.request = text("request")
            return row
        }
    }
}
