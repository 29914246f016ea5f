// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
import DataFiles
import Ecology
import Files
import Foundation
public import GDAL
import Tables
import Words
import Zonal

/// Options that every verb takes.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Language of names and messages: zh, en, or both on maps.",
            discussion: """
                Left out, messages and drawings follow the locale. Tables and layers never do: they \
                are in English, or in the language that the survey file names, so that the same data \
                give the same bytes anywhere.
                """))
    var lang: LanguageWord?

    @Flag(name: [.short, .long], help: "Say nothing but errors.")
    var quiet = false

    @Flag(
        name: [.short, .long],
        help: "Say more: files read and written with their sizes, versions, and the time taken.")
    var verbose = false

    @Option(
        help: ArgumentHelp("A GDAL configuration option; may be repeated.", valueName: "key=value"))
    var config: [KeyValue] = []

    @Flag(help: "Let GDAL and PROJ reach the network.")
    var allowNetwork = false

    @Flag(
        help: """
            Let a VRT read rasters that lie outside its own folder; bytes that are no raster, and \
            programs, it may read and run in no case.
            """)
    var allowOutside = false

    /// The language asked for, by option or `STEPPE_LANG`; `nil` where none is.
    var statedLanguage: Language? {
        if let lang { return lang == .en ? .en : .zh }
        return ProcessInfo.processInfo.environment["STEPPE_LANG"].flatMap(Language.init)
    }

    /// The language of tables and layers: never the locale's, so that they are the same everywhere.
    var dataLanguage: Language { statedLanguage ?? .en }

    /// The language of messages and drawings: the one asked for, or the locale's.
    var language: Language {
        let environment = ProcessInfo.processInfo.environment
        if let statedLanguage { return statedLanguage }
        let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"]
        return locale?.hasPrefix("zh") == true ? .zh : .en
    }

    /// Hands GDAL what was set for it; before anything is opened.
    func prepare() {
        for pair in config { GDALRuntime.configure(pair.key, pair.value) }
        if allowNetwork { GDALRuntime.allowNetwork() }
        if allowOutside { GDALRuntime.allowSourcesOutside() }
    }

    func note(_ message: String) {
        if !quiet { Console.note(message) }
    }

    /// Says what `--verbose` asks for.
    func detail(_ message: @autoclosure () -> String) {
        if verbose { Console.note(message()) }
    }

    /// Says which file is read or written, and how large it is; nothing of what is no file.
    func detail(file path: String, _ verb: String, as name: String? = nil) {
        guard verbose, let facts = try? FileManager.default.attributesOfItem(atPath: path) else {
            return
        }
        let size = (facts[.type] as? FileAttributeType) == .typeRegular ? facts[.size] as? Int : nil
        Console.note("\(verb) \(name ?? path)" + (size.map { ", \($0.formatted()) bytes" } ?? ""))
    }
}

/// `KEY=VALUE`, as GDAL's own programs take it.
struct KeyValue: ExpressibleByArgument {
    let key: String
    let value: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "=") else { return nil }
        key = String(argument[..<equals])
        value = String(argument[argument.index(after: equals)...])
    }

    var text: String { "\(key)=\(value)" }
}

/// The languages that can be asked for.
enum LanguageWord: String, ExpressibleByArgument, CaseIterable { case zh, en, both }

/// How many threads, and how progress is told.
struct WorkOptions: ParsableArguments {
    @Option(help: "Threads; the result is the same for any number (default: all processors).")
    var jobs: Int?

    @Option(help: "Progress on standard error: bar, plain, json or none.")
    var progress: ProgressStyle?

    func validate() throws {
        if let jobs, jobs < 1 {
            throw ValidationError("--jobs is \(jobs); give 1 or more.")
        }
    }

    var threads: Int { jobs ?? Self.allThreads }

    /// What the environment asks for, or all processors.
    static var allThreads: Int {
        ProcessInfo.processInfo.environment["STEPPE_JOBS"].flatMap(Int.init)
            ?? ProcessInfo.processInfo.activeProcessorCount
    }

    func reporter(_ title: String, quiet: Bool) -> (@Sendable (Double) -> Void)? {
        guard let reporter = stepReporter(title, quiet: quiet) else { return nil }
        return { reporter.report($0) }
    }

    /// Tells what is being done, too.
    func stepReporter(_ title: String, quiet: Bool) -> ProgressReporter? {
        let style = progress ?? (Console.isTerminal && !quiet ? .bar : ProgressStyle.none)
        return style == .none ? nil : ProgressReporter(title, style: style)
    }
}

/// What areas are measured on.
struct EarthOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Areas of a CRS on a sphere: ellipsoid (the ground's, on WGS 84) or datum (the sphere's); "
                + "default: ellipsoid.",
            valueName: "rule"))
    var area: AreaRule?
}

extension AreaRule: ExpressibleByArgument {}

/// A verb that measures on the earth, and says what its data's CRS mean for the result.
protocol MeasuringVerb {
    var areaRule: AreaRule? { get }
    var common: CommonOptions { get }
}

/// A measuring verb that lets its user choose the figure of the earth.
protocol EarthVerb: MeasuringVerb {
    var earth: EarthOptions { get }
}

extension EarthVerb {
    var areaRule: AreaRule? { earth.area }
}

extension Accuracy: EarthVerb {}
extension CarbonVerb: EarthVerb {}
extension Change: EarthVerb {}
extension Cover: EarthVerb {}
extension Degradation: EarthVerb {}
extension Inspect: EarthVerb {}
extension Layers: EarthVerb {}
extension RunSurvey: EarthVerb {}
extension Tabulate: EarthVerb {}

/// Its `--area` is a field; no parcels are kept on a sphere.
extension Parcels: MeasuringVerb {
    var areaRule: AreaRule? { nil }
}

/// Where zones come from.
struct ZoneOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Polygons to measure in, in any CRS; without it the raster is the one zone.",
            valueName: "file"),
        completion: .file(), transform: StandardInput.path)
    var zones: String?

    @Option(help: ArgumentHelp("Layer of the zones' file.", valueName: "name"))
    var layer: String?

    @Option(help: ArgumentHelp("Field that tells zones apart.", valueName: "field"))
    var zoneId: String?

    @Option(help: ArgumentHelp("Field with the zones' names.", valueName: "field"))
    var zoneName: String?

    @Option(name: .customLong("where"), help: "SQL condition that features must meet.")
    var filter: String?

    @Option(
        help: ArgumentHelp(
            "The zones' CRS, where the file names none or a wrong one: EPSG:…, a PROJ string (with "
                + "+towgs84 where PROJ knows no datum shift), WKT, or a PROJ pipeline to longitude and "
                + "latitude.",
            valueName: "crs"))
    var zonesCrs: String?

    @Option(help: ArgumentHelp("Open option of the zones' driver.", valueName: "key=value"))
    var oo: [KeyValue] = []

    var inputs: [String] { [zones].compactMap(\.self) }

    var source: ZoneSource? {
        zones.map { source(at: $0) }
    }

    /// The same of another file: a layer of polygons that is not there to measure in.
    func source(at path: String) -> ZoneSource {
        var source = ZoneSource(
            path: path, layer: layer, idField: zoneId, nameField: zoneName, filter: filter,
            crs: zonesCrs)
        source.openOptions = oo.map(\.text)
        return source
    }
}

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

/// How several files of one raster go together.
struct MosaicOptions: ParsableArguments {
    @Flag(
        help: """
            Let files of one raster overlap with unlike values, or be of several years: a later one \
            lies on top.
            """)
    var mosaic = false
}
