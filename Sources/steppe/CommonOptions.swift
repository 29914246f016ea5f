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

    @Option(
        help: ArgumentHelp(
            "End with 75 after a time, such as 90s, 30m or 2h; nothing is written then, and what a survey "
                + "measured is kept.",
            valueName: "time"))
    var timeout: TimeLimit?

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

/// A time that a run may take: `90s`, `30m`, `2h`.
struct TimeLimit: ExpressibleByArgument {
    let seconds: Double
    let text: String

    init?(argument: String) {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
        guard let last = argument.last, let unit = units[last],
            let count = Double(argument.dropLast()), count > 0, count.isFinite
        else { return nil }
        seconds = min(count * unit, 1e9)
        text = argument
    }
}

/// Memory to keep within: `500M` or `8G`; a number alone is of megabytes.
struct MemoryLimit: ExpressibleByArgument {
    let bytes: Int
    let text: String

    init?(argument: String) {
        let units: [Character: Double] = ["M": 0x1p20, "G": 0x1p30]
        let unit = argument.last.flatMap { units[$0] }
        guard let count = Double(unit == nil ? argument : String(argument.dropLast())),
            count > 0, count * (unit ?? 0x1p20) < 0x1p50
        else { return nil }
        bytes = Int(count * (unit ?? 0x1p20))
        text = argument
    }
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

/// How several files of one raster go together.
struct MosaicOptions: ParsableArguments {
    @Flag(
        help: """
            Let files of one raster overlap with unlike values, or be of several years: a later one \
            lies on top.
            """)
    var mosaic = false
}
