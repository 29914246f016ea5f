// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
import Ecology
import Files
import Foundation
public import GDAL
import Tables
import Zonal

/// Options that every verb takes.
struct CommonOptions: ParsableArguments {
    @Option(
        help: "Language of names and messages: zh, en, or both on maps (default: the locale's).")
    var lang: LanguageWord?

    @Flag(name: [.short, .long], help: "Say nothing but errors.")
    var quiet = false

    @Flag(name: [.short, .long], help: "Say more: inputs, recognised schemes, notes.")
    var verbose = false

    @Option(
        help: ArgumentHelp("A GDAL configuration option; may be repeated.", valueName: "key=value"))
    var config: [KeyValue] = []

    @Flag(help: "Let GDAL and PROJ reach the network.")
    var allowNetwork = false

    /// The language asked for, by option, `STEPPE_LANG` or the locale.
    var language: Language {
        let environment = ProcessInfo.processInfo.environment
        if let lang { return lang == .en ? .en : .zh }
        if let word = environment["STEPPE_LANG"].flatMap(Language.init) { return word }
        let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"]
        return locale?.hasPrefix("zh") == true ? .zh : .en
    }

    /// Hands GDAL what was set for it; before anything is opened.
    func prepare() {
        for pair in config { GDALRuntime.configure(pair.key, pair.value) }
        if allowNetwork { GDALRuntime.allowNetwork() }
    }

    func note(_ message: String) {
        if !quiet { Console.note(message) }
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

    var threads: Int {
        jobs ?? ProcessInfo.processInfo.environment["STEPPE_JOBS"].flatMap(Int.init)
            ?? ProcessInfo.processInfo.activeProcessorCount
    }

    func reporter(_ title: String, quiet: Bool) -> (@Sendable (Double) -> Void)? {
        let style = progress ?? (Console.isTerminal && !quiet ? .bar : ProgressStyle.none)
        return style == .none ? nil : ProgressReporter(title, style: style).report
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
        completion: .file())
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

    var source: ZoneSource? {
        guard let zones else { return nil }
        var source = ZoneSource(
            path: zones, layer: layer, idField: zoneId, nameField: zoneName, filter: filter,
            crs: zonesCrs)
        source.openOptions = oo.map(\.text)
        return source
    }
}

/// Where a table goes, and in which form.
struct TableOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, json, text }

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("File to write (default: standard output).", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        name: [.short, .long], help: "csv, json or text (default: from the extension, or csv).")
    var format: Format?

    @Flag(help: "The same as --format json.")
    var json = false

    @Flag(help: "Replace the file if it exists.")
    var overwrite = false

    /// Refuses a file that cannot be written, before work is spent on it.
    func check() throws {
        if let output { try WholeFile.check(output, overwrite: overwrite) }
    }

    /// Writes or prints a table.
    func emit(_ table: Table, fallback: Format = .csv) throws {
        let name = output.flatMap { $0.split(separator: ".").last.map { $0.lowercased() } }
        let ending = name == "txt" ? .text : name.flatMap(Format.init)
        let text =
            switch json ? .json : format ?? ending ?? fallback {
            case .csv: table.csv
            case .json: table.json
            case .text: table.text
            }
        guard let output else { return Console.result(text) }
        try WholeFile.write(text, to: output, overwrite: overwrite)
    }
}
