// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import ArgumentParser
import Cartography
import DataFiles
import Ecology
import Files
import GDAL
import Reporting
import Survey
import Tables
import Words
import Zonal

struct RunSurvey: Verb, EarthVerb {
    static let configuration = CommandConfiguration(
        commandName: "survey",
        abstract: "Run the whole annual job that a survey file describes.",
        discussion: """
            Measures every year's rasters or survey polygons in every zone, assesses the \
            indicators against the plan's targets, and writes one folder: indicators.csv, \
            areas.csv, banners.geojson, survey.gpkg, maps and provenance.json. The folder \
            appears whole or not at all; an input that changes while it is read ends the run with \
            75. The file may have its years in any order; the earliest is the baseline unless it \
            says so. Without [zones] the whole raster is the one zone. Rasters of several files \
            must agree where they overlap, unless it says mosaic = true.

              steppe survey survey.toml
              steppe survey survey.toml -o 2020 --overwrite --check
              steppe survey survey.toml --plan plan.json --parts 100
            """)

    @Argument(
        help: "The survey file; steppe init writes one.", completion: .file(extensions: ["toml"]))
    var file: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Folder to write (default: as the file says).", valueName: "folder"),
        completion: .directory)
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Take a value in the place of the survey file's own; may be repeated.",
            discussion: """
                The key is a dotted path: baseline=2015, zones.where=…, year[2].landcover=lc.tif. Paths \
                are seen from the survey file. The record keeps it, and steppe verify --replay takes it.
                """,
            valueName: "key=value"))
    var set: [String] = []

    @Flag(help: "Replace the folder if it exists.")
    var overwrite = false

    @Flag(help: "Draw no maps.")
    var noMaps = false

    @Flag(help: "Draw a plate and a one-page profile for each zone too, in maps/atlas.")
    var atlas = false

    @Option(
        help: ArgumentHelp(
            "What maps are drawn as: png, pdf, svg, or several with commas. Profiles are PDF too.",
            valueName: "formats"))
    var mapFormat = "png"

    @Option(help: "Dots to the inch of maps that are PNG.")
    var dpi = 200.0

    @Flag(
        help: """
            End with 3 where the city misses an issued target, 4 where one is not decided: \
            inconclusive, indicative, not assessed, or as counted without a known error. \
            Derived targets are not judged.
            """)
    var check = false

    @Option(
        help: ArgumentHelp(
            "Folder to keep what was measured in, for later runs.",
            discussion: """
                Beside the output, named FOLDER.tallies, where left out. It may be shared, and removed \
                at any time.
                """,
            valueName: "folder"),
        completion: .directory)
    var store: String?

    @Flag(help: "Measure everything anew, and replace what was kept.")
    var fresh = false

    @Flag(
        help: """
            End at the first input that cannot be read. Without this, what rests on it is not \
            assessed and says why, all the rest is written, and the run ends with 5.
            """)
    var strict = false

    @Option(
        help: ArgumentHelp(
            "Folder of a finished survey, to tell in the report and comparison.csv what differs.",
            valueName: "folder"),
        completion: .directory)
    var previous: String?

    @Option(
        help: ArgumentHelp(
            "Private key, Ed25519 in PEM, to seal the record with.",
            discussion: """
                Makes provenance.json.sig, which steppe verify and openssl pkeyutl check. Make a key \
                with: openssl genpkey -algorithm ed25519 -out KEY
                """,
            valueName: "file"),
        completion: .file(extensions: ["pem"]))
    var sign: String?

    @Flag(
        help: """
            Measure and write nothing: list the measurements, which of them are kept, and about what \
            the rest would take.
            """)
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "Measure nothing, and write the plan as JSON, with the work shared out.",
            discussion: "For steppe measure, which takes a part of it on any machine.",
            valueName: "file"),
        completion: .file(extensions: ["json"]))
    var plan: String?

    @Option(
        help: ArgumentHelp(
            "Into how many parts the plan divides the work (default: 16).",
            valueName: "count"))
    var parts: Int?

    @Option(
        help: ArgumentHelp(
            "Memory to keep within, as 500M or 8G: fewer threads and a smaller cache where it is little.",
            discussion: """
                Refused where even one thread needs more, with the sum; a run that comes to take more all \
                the same ends with 75.
                """,
            valueName: "size"))
    var memory: MemoryLimit?

    @Flag(help: "Print the city's results, or the plan, as JSON.")
    var json = false

    @OptionGroup(title: "Work") var work: WorkOptions
    @OptionGroup var earth: EarthOptions
    @OptionGroup var common: CommonOptions

    private var formats: [ImageFormat] {
        mapFormat.split(separator: ",").compactMap { ImageFormat(rawValue: $0.lowercased()) }
    }

    func validate() throws {
        if !(10...1200).contains(dpi) { throw ValidationError("--dpi is \(dpi); give 10 to 1200.") }
        let count = mapFormat.split(separator: ",").count
        if let parts {
            if plan == nil { throw ValidationError("--parts divides a plan: add --plan FILE.") }
            if !(1...1_000_000).contains(parts) {
                throw ValidationError("--parts is \(parts); give 1 to 1000000.")
            }
        }
        if formats.isEmpty || formats.count != count {
            throw ValidationError("--map-format is '\(mapFormat)'; give png, pdf, svg or several.")
        }
    }

    private var survey: SurveyFile {
        get throws {
            let overrides = try set.map { try DataOverride($0, named: "--set") }
            var survey = try SurveyFile(readingFrom: file, setting: overrides)
            if let output { survey.output = output }
            if let area = earth.area { survey.area = area }
            return survey
        }
    }
    var inputs: [String] {
        get throws { [file] + [previous].compactMap(\.self) + (try survey.namedPaths) }
    }
    var outputs: [Output] {
        get throws {
            if let plan { return [Output(path: plan, kind: .file(["json"]), overwrite: overwrite)] }
            if dryRun { return [] }
            return [Output(path: try survey.output, kind: .folder, overwrite: overwrite)]
        }
    }

    /// Where the tallies of an output are kept, unless the user names another place.
    private static func store(of output: String) -> String {
        let name = output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
        return "\(name).tallies"
    }

    func work() async throws {
        let survey = try survey
        var run = SurveyRun(survey)
        run.jobs = work.threads
        if let memory {
            // Open to whoever sets it to another size.
            if !common.config.contains(where: { $0.key.uppercased() == "GDAL_CACHEMAX" }) {
                GDALRuntime.configure("GDAL_CACHEMAX", "48")
            }
            run.memory = memory.bytes
            Interruption.end(above: memory)
        }
        run.overwrite = overwrite
        run.language = common.statedLanguage
        run.drawsMaps = !noMaps
        run.drawsAtlas = atlas
        run.mapFormats = formats
        run.dpi = dpi
        let kept = TallyStore(at: store ?? Self.store(of: survey.output), fresh: fresh)
        if store != nil { try kept.check() }
        run.store = kept
        run.isStrict = strict
        run.previous = try previous.map { try FinishedSurvey(in: $0) }
        run.seal = try sign.map { try SealKey(sealingWith: $0) }
        if dryRun && plan == nil { return try await tell(try await run.plan()) }
        if let plan {
            let made = try await run.plan(parts: parts ?? 16)
            try WholeFile.write(try made.json, to: plan, overwrite: overwrite)
            return try await tell(made)
        }
        let reporter = work.stepReporter("survey", quiet: common.quiet)
        let language = common.language
        let outcome = try await run.run { reporter?.report($0.fraction, $0.name[language]) }
        for gap in outcome.gaps { Console.error(gap.note[common.language]) }
        for note in outcome.remarks { common.note("note: \(note[common.language])") }
        // A table for other programs is the same in any locale; one for people follows theirs.
        let table = try outcome.summary(in: json ? outcome.language : common.language)
        if json { Console.result(table.json) } else if !common.quiet { Console.result(table.text) }
        if let counts = run.store?.counts {
            common.detail("\(counts.kept) measurements were kept, \(counts.measured) are new")
        }
        common.note("\(outcome.files.count) files in \(outcome.folder)")
        if !outcome.gaps.isEmpty { throw ExitStatus.partial.code }
        try endWithVerdict(outcome)
    }

    private func tell(_ plan: SurveyPlan) async throws {
        if json { Console.result(try plan.json) } else { Console.result(plan.table.text) }
        let kept = plan.needs.count { $0.isKept }
        func millions(_ value: Int) -> String { decimal(Double(value) / 1e6, digits: 1) }
        common.note(
            "\(kept) measurements are kept, \(plan.needs.count - kept) are to be made"
                + (plan.limit.map { ", and then what rests on them (\($0))" } ?? ""))
        common.note(
            "to decode: \(millions(plan.pixelsToDecode)) million pixels, "
                + "\(millions(plan.bytesToDecode)) MB on the disk; about "
                + "\(Int(plan.seconds.rounded(.up))) s, \(millions(plan.memory)) MB of memory, "
                + "\(millions(plan.disk)) MB to write, \(plan.maps) maps, into \(plan.folder)")
    }

    private func endWithVerdict(_ outcome: SurveyRun.Outcome) throws {
        guard check else { return }
        let verdicts = outcome.city.filter(\.isIssued).compactMap(\.verdict)
            .filter { !$0.isBeforeDue && $0.target != nil }
        if verdicts.contains(where: { $0.kind == .missed }) { throw ExitStatus.targetMissed.code }
        if verdicts.contains(where: { $0.kind != .met }) { throw ExitStatus.inconclusive.code }
    }
}
