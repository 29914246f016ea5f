// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
import DataFiles
import Files
import Foundation
import Logging
import Reporting
public import Survey

struct Batch: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Run many surveys unattended, several at once, each by itself.",
        discussion: """
            The manifest is CSV, a survey a line: unit (its folder's name), survey (its file), and any \
            keys of the survey file as columns, such as zones.where or year[2].landcover; or TOML, with a \
            [[unit]] each. In place of a manifest, --each-zone and --each-year part one survey file.

            Each unit is a process of its own: what becomes of one touches no other. A unit whose folder is \
            there, made by this program from the same files, is not made again; what several units \
            measure is measured once. However a batch ended, killed or not, the same command goes on where \
            it stood. batch.csv tells at any moment how the units stand, and whether one that failed is \
            to be tried again (retry: the next start does) or to be mended (mend: then --retry-failed); \
            batch.html leads to their reports.

            --timeout is the time of each unit, and not of the batch.

            Ends with 0 when all are done, 5 when a unit failed or lacks an input, 75 when told to end.

              steppe batch banners.csv -o out --jobs 8 --timeout 1h
              steppe batch survey.toml --each-year --log-file batch.log --log-format json
            """)

    @Argument(
        help: "The manifest; with --each-zone or --each-year a survey file.",
        completion: .file(extensions: ["csv", "toml"]))
    var manifest: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "Folder of all outputs (default: the manifest's name without its ending, beside it).",
            valueName: "folder"),
        completion: .directory)
    var output: String?

    @Flag(help: "Make a unit of each zone of the survey file.")
    var eachZone = false

    @Flag(help: "Make a unit of each year of the survey file, beside the baseline.")
    var eachYear = false

    @Option(
        help: ArgumentHelp(
            "Take a value in the place of each survey file's own; may be repeated.",
            valueName: "key=value"))
    var set: [String] = []

    @Flag(help: "Try again what failed before by a fault that was to be mended.")
    var retryFailed = false

    @Flag(help: "Draw no maps.")
    var noMaps = false

    @Flag(help: "Draw a plate and a one-page profile for each zone too.")
    var atlas = false

    @Option(
        help: ArgumentHelp(
            "Folder to keep what is measured in, for all units (default: FOLDER.tallies).",
            valueName: "folder"),
        completion: .directory)
    var store: String?

    @Option(
        help: """
            Units at work at once (default: all processors). Processors that are left are shared out \
            as threads.
            """)
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "Memory for all units at work together, as 8G or 500M; each has its share of it.",
            discussion: """
                A unit keeps within its share by fewer threads, or is refused with the sum that it needs; one                 that comes to take more all the same is ended. Either may be tried again with more memory or                 fewer jobs: batch.csv tells the most that each took.
                """,
            valueName: "size"))
    var memory: MemoryLimit?

    @Option(
        help: ArgumentHelp(
            "File that the log is added to, beside standard error.", valueName: "file"),
        completion: .file())
    var logFile: String?

    @Option(help: "How the log is written: text or json, a line each.")
    var logFormat = LineLog.Format.text

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs is \(jobs); give 1 or more.") }
    }

    /// Folder of all outputs.
    private var folder: String {
        if let output {
            return output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
        }
        let ending = manifest.fileExtension
        return ending.isEmpty ? "\(manifest).out" : String(manifest.dropLast(ending.count + 1))
    }

    private var units: BatchManifest {
        get throws {
            let overrides = try set.map { try DataOverride($0, named: "--set") }
            return eachZone || eachYear
                ? try BatchManifest(
                    of: manifest, byZone: eachZone, byYear: eachYear, setting: overrides)
                : try BatchManifest(readingFrom: manifest, setting: overrides)
        }
    }

    var inputs: [String] { [manifest] }
    /// The time of a unit is not that of the batch.
    var timeLimit: TimeLimit? { nil }

    /// What the log says, where it goes.
    private var log: Logger {
        get throws {
            var screen = LineLog(as: logFile == nil ? logFormat : .text)
            screen.logLevel = common.quiet ? .error : common.verbose ? .debug : .info
            guard let logFile else { return screen.logger("batch") }
            var file = try LineLog(to: logFile, as: logFormat)
            file.logLevel = common.verbose ? .debug : .info
            return screen.logger("batch", besides: [file])
        }
    }

    func work() async throws {
        let processors = WorkOptions.allThreads
        var batch = BatchRun(try units, in: folder)
        if let store { batch.store = store }
        batch.jobs = min(jobs ?? processors, max(1, batch.units.count))
        batch.threads = max(1, processors / batch.jobs)
        batch.timeout = common.timeout?.seconds
        batch.memory = memory?.bytes
        batch.retriesFailed = retryFailed
        batch.drawsMaps = !noMaps
        batch.drawsAtlas = atlas
        batch.language = common.statedLanguage
        batch.arguments =
            common.config.flatMap { ["--config", $0.text] }
            + (common.allowNetwork ? ["--allow-network"] : [])
            + (common.allowOutside ? ["--allow-outside"] : [])
        batch.log = try log
        let stop = BatchRun.Stop()
        Interruption.answer { stop.ask() }
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let outcome = try await batch.run(by: program, until: stop)
        if outcome.wasStopped { throw BatchStopped() }
        if outcome.failed > 0 { throw ExitStatus.partial.code }
    }
}

extension LineLog.Format: ExpressibleByArgument {}

/// A batch that was told to end.
private struct BatchStopped: Failure, CustomStringConvertible {
    var failureKind: FailureKind { .tryAgain }
    var description: String {
        "interrupted; what was made is kept, and the same command goes on where it stood"
    }
}
