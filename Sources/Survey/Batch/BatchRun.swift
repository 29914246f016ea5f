// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
internal import DataFiles
public import Ecology
internal import Files
internal import Foundation
public import Logging
internal import Reporting
internal import Synchronization
public import Words
internal import Zonal

/// Many surveys, several at once, each in a process of its own, so that what becomes of one touches no
/// other.
///
/// ```swift
/// var batch = BatchRun(try BatchManifest(readingFrom: "banners.csv"), in: "banners")
/// batch.timeout = 3600
/// let outcome = try await batch.run(by: "/usr/local/bin/steppe")
/// ```
///
/// A unit whose folder is there, made by the same program from the same files, is not made again; one that
/// failed by a fault to be mended is not tried again until its survey file, its overrides or the program
/// changed, or ``retriesFailed`` asks for it. All units keep what they measure in one store, so that what
/// several of them want is measured once. However a run ends, the next one goes on where it stood.
public struct BatchRun: Sendable {
    /// What tells a running batch to end.
    public final class Stop: Sendable {
        private let state = Mutex(false)
        /// A batch goes on until ``ask()``.
        public init() {}
        /// Whether it is to end.
        public var isAsked: Bool { state.withLock(\.self) }
        /// Lets nothing new begin, and tells what runs to end.
        public func ask() { state.withLock { $0 = true } }
    }

    /// The surveys.
    public let units: [BatchUnit]
    /// The folder of all outputs, one for each unit by its name.
    public let folder: String
    /// Where tallies are kept.
    public var store: String
    /// How many units run at once.
    public var jobs = 2
    /// Threads of each unit.
    public var threads = 1
    /// The most seconds that a unit may take; `nil` for any time.
    public var timeout: Double?
    /// The most bytes that the units at work may have in memory together; each gets the same share.
    /// `nil` sets no limit.
    public var memory: Int?
    /// Whether units that failed before are tried again, whatever they failed by.
    public var retriesFailed = false
    /// Whether maps are drawn.
    public var drawsMaps = true
    /// Whether each zone gets a plate and a profile.
    public var drawsAtlas = false
    /// The language of what is written; `nil` takes each survey file's.
    public var language: Language?
    /// What each unit's program is told besides, such as `--config`.
    public var arguments: [String] = []
    /// What the batch tells as it goes.
    public var log = LineLog(as: .text).logger("batch")

    /// A batch with everything else at its default.
    ///
    /// - Parameters:
    ///   - manifest: The surveys.
    ///   - folder: Of all outputs; tallies are kept in `FOLDER.tallies`.
    public init(_ manifest: BatchManifest, in folder: String) {
        units = manifest.units
        self.folder = folder
        store = "\(folder).tallies"
    }

    /// How all units stand at the end.
    public struct Outcome: Sendable {
        /// A row for each unit, in the order of the manifest.
        public let rows: [BatchRow]
        /// How many of them were there already.
        public let kept: Int
        /// Whether the batch was told to end before it was done.
        public let wasStopped: Bool

        /// How many stand so.
        public func count(_ status: BatchRow.Status) -> Int { rows.count { $0.status == status } }
        /// How many failed.
        public var failed: Int { rows.count { $0.status.hasFailed } }
    }

    /// Makes what is not made yet.
    ///
    /// - Parameters:
    ///   - program: `steppe` itself.
    ///   - stop: Tells it to end.
    /// - Returns: How all units stand; those that failed are no error.
    /// - Throws: `WriteError` where another batch is at work in the folder, or `batch.csv` cannot be
    ///   written.
    public func run(by program: String, until stop: Stop = Stop()) async throws -> Outcome {
        // What a survey reads is watched by its own process.
        try await InputWatch.$current.withValue(nil) { try await made(by: program, until: stop) }
    }

    private func made(by program: String, until stop: Stop) async throws -> Outcome {
        let claim = try OutputClaim(on: folder)
        defer { withExtendedLifetime(claim) {} }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        sweep()
        let state = try BatchFolder(at: folder, of: units)
        let tallies = TallyStore(at: store)
        try tallies.check()
        // Kept where the units' programs find it.
        TallyStore.$current.withValue(tallies) { _ = SteppeVersion.program }
        let work = BatchWork(
            batch: self, program: program, state: state, tallies: tallies, stop: stop)
        var asked: [BatchRequest] = []
        for unit in units {
            let request = BatchRequest(unit: unit, hash: hash(of: unit, by: tallies))
            let row = await state[unit]
            if row.remedy == .mend && row.request == request.hash && !retriesFailed {
                log.notice(
                    "is left: it is to be mended (--retry-failed tries it again)",
                    metadata: ["unit": "\(unit.name)"])
            } else {
                asked.append(request)
            }
        }
        try await severally(asked, until: stop) { try await work.look(for: $0) }
        let present = work.present
        let open = asked.filter { !present.contains($0.unit.name) }
        if !stop.isAsked { try await state.setWaiting(Set(open.map(\.unit.name))) }
        log.info(
            "begins",
            metadata: [
                "units": .stringConvertible(units.count), "open": .stringConvertible(open.count),
                "already_there": .stringConvertible(present.count),
            ])
        try await severally(open, until: stop) { try await work.make($0, of: open.count) }
        let rows = await state.rows
        let isLeft = work.ended < open.count || rows.contains { $0.status == .interrupted }
        let outcome = Outcome(
            rows: rows, kept: present.count, wasStopped: stop.isAsked && isLeft)
        try WholeFile.keep(
            BatchPage(of: outcome, units: units, language: language ?? .en).html(),
            at: "\(folder)/\(BatchFolder.files[1])")
        sweep()
        log.info(
            outcome.wasStopped ? "was told to end" : "ends",
            metadata: [
                "done": .stringConvertible(outcome.count(.done)),
                "failed": .stringConvertible(outcome.failed),
                "already_there": .stringConvertible(outcome.kept),
            ])
        return outcome
    }

    /// Does something with each unit, as many at once as may be, in their order.
    private func severally(
        _ requests: [BatchRequest], until stop: Stop,
        _ body: @escaping @Sendable (BatchRequest) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            var next = requests.makeIterator()
            var running = 0
            while true {
                while running < jobs, !stop.isAsked, let request = next.next() {
                    running += 1
                    group.addTask { try await body(request) }
                }
                guard running > 0 else { return }
                do { try await group.next() } catch {
                    // The others end, too, before this is told.
                    stop.ask()
                    throw error
                }
                running -= 1
            }
        }
    }

    /// Removes what a batch or a unit that was killed left half-written.
    private func sweep() {
        HiddenFolder.sweep(folder)
        TallyStore(at: store).sweep()
        HiddenFolder.sweepTemporary()
    }

    /// A hash of all that is asked for by a unit.
    private func hash(of unit: BatchUnit, by tallies: TallyStore) -> String {
        let survey = try? tallies.digests.digest(of: unit.survey).sha256
        let words = [
            SteppeVersion.program ?? "", survey ?? "", "\(drawsMaps) \(drawsAtlas)",
            language?.rawValue ?? "",
        ]
        return String(
            Fingerprint.hex(
                of: (words + arguments + unit.overrides.map(\.text)).joined(separator: "\n")
            ).prefix(16))
    }

    /// The run of a unit's survey, as its program makes it.
    func survey(of unit: BatchUnit, keeping tallies: TallyStore) throws -> SurveyRun {
        var survey = try SurveyFile(readingFrom: unit.survey, setting: unit.overrides)
        survey.output = "\(folder)/\(unit.name)"
        var run = SurveyRun(survey)
        run.language = language
        run.drawsMaps = drawsMaps
        run.drawsAtlas = drawsAtlas
        run.store = tallies
        return run
    }

    /// The command that makes a unit.
    func process(of unit: BatchUnit, by program: String) -> ChildProcess {
        var arguments = [
            "survey", unit.survey, "--output", "\(folder)/\(unit.name)", "--overwrite",
            "--store", store, "--jobs", "\(threads)", "--quiet",
        ]
        if !drawsMaps { arguments.append("--no-maps") }
        if drawsAtlas { arguments.append("--atlas") }
        if let language { arguments += ["--lang", language.rawValue] }
        for override in unit.overrides { arguments += ["--set", override.text] }
        let share = memory.map { $0 / max(1, jobs) }
        if let share { arguments += ["--memory", "\(max(1, share >> 20))M"] }
        // The unit keeps within its share by itself; one that does not is ended a little beyond it.
        return ChildProcess(
            program: program, arguments: arguments + self.arguments, timeout: timeout,
            memory: share.map { $0 + $0 / 10 })
    }
}

/// A unit, and a hash of all that is asked for by it.
private struct BatchRequest: Sendable {
    let unit: BatchUnit
    let hash: String
}

/// What the units at work share.
private final class BatchWork: Sendable {
    private let batch: BatchRun
    private let program: String
    private let state: BatchFolder
    private let tallies: TallyStore
    private let stop: BatchRun.Stop
    private let progress = Mutex(Progress())

    private struct Progress {
        var present: Set<String> = []
        var start: Date?
        var ended = 0
        var failed = 0
    }

    init(
        batch: BatchRun, program: String, state: BatchFolder, tallies: TallyStore,
        stop: BatchRun.Stop
    ) {
        self.batch = batch
        self.program = program
        self.state = state
        self.tallies = tallies
        self.stop = stop
    }

    /// The units that were there already.
    var present: Set<String> { progress.withLock { $0.present } }

    /// How many were made, or failed.
    var ended: Int { progress.withLock { $0.ended } }

    /// Sees whether a unit is there already.
    func look(for request: BatchRequest) async throws {
        let folder = "\(batch.folder)/\(request.unit.name)"
        // The file that says who writes a folder is of a run that was killed, where anybody.
        await waitForEnd(of: folder)
        // What the survey file has wrong is told by the unit's own program.
        let run = try? batch.survey(of: request.unit, keeping: tallies)
        let reason = run.map { $0.reasonToRun() } ?? "its survey file cannot be read"
        var log = batch.log
        log[metadataKey: "unit"] = "\(request.unit.name)"
        if let reason {
            return log.debug("is to be made: its folder \(reason)")
        }
        log.debug("is there already")
        var row = await state[request.unit]
        if row.status != .done || row.request != request.hash {
            row = BatchRow(request.unit.name)
            row.status = .done
            row.take(FinishedSurvey.record(in: folder))
        }
        row.request = request.hash
        try await state.set(row)
        _ = progress.withLock { $0.present.insert(request.unit.name) }
    }

    /// Makes a unit, one of so many.
    func make(_ request: BatchRequest, of count: Int) async throws {
        let unit = request.unit
        var log = batch.log
        log[metadataKey: "unit"] = "\(unit.name)"
        progress.withLock { $0.start = $0.start ?? Date() }
        var row = BatchRow(unit.name)
        row.status = .running
        row.request = request.hash
        try await state.set(row)
        log.debug("begins")
        let said = Mutex<[String]>([])
        let process = batch.process(of: unit, by: program)
        let unitLog = log
        let usage = try await process.run(until: stop) { line in
            let text = line.hasPrefix("steppe: ") ? String(line.dropFirst(8)) : line
            said.withLock { if $0.count < 20 { $0.append(text) } }
            unitLog.warning("\(text)")
        }
        row.take(usage, said: said.withLock(\.self), limits: process)
        row.ended = Date().formatted(.iso8601)
        if [.done, .partial].contains(row.status) {
            row.take(FinishedSurvey.record(in: "\(batch.folder)/\(unit.name)"))
        }
        try await state.set(row)
        let hasFailed = row.status.hasFailed
        let now = progress.withLock { progress in
            progress.ended += 1
            if hasFailed { progress.failed += 1 }
            return progress
        }
        tell(row, now, of: count, by: log)
    }

    private func tell(_ row: BatchRow, _ now: Progress, of count: Int, by log: Logger) {
        let left = count - now.ended
        let seconds = -(now.start ?? Date()).timeIntervalSinceNow / Double(now.ended) * Double(left)
        var fields: Logger.Metadata = [
            "ended": .stringConvertible(now.ended), "of": .stringConvertible(count),
            "failed": .stringConvertible(now.failed),
            "seconds": .stringConvertible(row.seconds ?? 0),
            "peak_mb": .stringConvertible((row.peakBytes ?? 0) / 1_000_000),
            "left_s": .stringConvertible(Int(seconds.rounded())),
        ]
        if let status = row.exitStatus { fields["exit_status"] = .stringConvertible(status) }
        if let remedy = row.remedy { fields["remedy"] = "\(remedy.rawValue)" }
        if row.status == .done {
            log.info("done", metadata: fields)
        } else {
            log.error("\(row.status.name.en): \(row.reason)", metadata: fields)
        }
    }

    /// Waits until nobody writes a folder any more: the programs of a batch that was killed are killed
    /// with it, which takes the system a moment.
    private func waitForEnd(of folder: String) async {
        for _ in 0..<100 {
            do { if try OutputClaim.unlessTaken(folder) != nil { return } } catch { return }
            try? await Task.sleep(for: .milliseconds(50))
        }
    }
}

extension BatchRow {
    /// What a finished survey tells of how it was made.
    fileprivate mutating func take(_ record: FinishedSurvey.Record?) {
        measured = record?.tallies?.measured
        kept = record?.tallies?.kept
        seconds = seconds ?? record?.seconds
    }
}
