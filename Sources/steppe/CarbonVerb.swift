// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import ArgumentParser
import Carbon
import CarbonAccounts
import Ecology
import DataFiles
import Files
import Foundation
import LandCover
import Survey
import Tables
import Words

struct CarbonVerb: Verb, EarthVerb {
    static let configuration = CommandConfiguration(
        commandName: "carbon",
        abstract: "Estimate carbon stock and annual sink by zone, with intervals.",
        discussion: """
            Exact areas by zone and category times coefficients. Stocks are 0 or more; \
            sink_tc_per_year is positive where the land takes carbon up; net_emissions_tco2e is \
            minus that, in CO2. Methods stand side by side and are never added up.

              steppe carbon lc2020.tif --zones banners.gpkg --zone-id adcode
              steppe carbon 2015.tif 2020.tif --zones b.gpkg --method stock,steady-state,transition20
              steppe carbon 2015.tif 2020.tif --zones b.gpkg --explain 150621
              steppe carbon before.tif after.tif --method invest --pools pools.csv
              steppe carbon 2015.tif 2020.tif --density density.tif --sink sink.tif
            """)

    @Argument(help: "The land-cover raster, or the earlier of two.", completion: .file())
    var raster: String

    @Argument(help: "The later land-cover raster.", completion: .file())
    var after: String?

    @OptionGroup(title: "Raster") var tiles: MosaicOptions

    @OptionGroup(title: "Zones") var zones: ZoneOptions

    @Option(
        help: ArgumentHelp(
            "\(CarbonRequest.Method.allVerbs); several with commas, or repeated (default: stock, "
                + "and transition20 for two rasters).", valueName: "methods"))
    var method: [MethodList] = []

    @Option(help: "Year of the raster (default: from its name).")
    var year: Int?

    @Option(help: "Year of the earlier raster.")
    var from: Int?

    @Option(help: "Year of the later raster.")
    var to: Int?

    @Option(help: "Band with the class codes, of every raster.")
    var band = 1

    @Option(help: "Class scheme: a short name, a file, or auto (see: steppe schemes).")
    var scheme = "auto"

    @Option(help: "Codes that the scheme does not know: error, or ignore (count as nodata).")
    var unknown = UnknownCodes.error

    @Option(help: ArgumentHelp("The rasters' CRS, where they name none.", valueName: "crs"))
    var rasterCrs: String?

    @Option(
        help: ArgumentHelp(
            "Table of zone and precipitation_mm: tells special shrub from other.",
            valueName: "file"),
        completion: .file(), transform: StandardInput.path)
    var rain: String?

    @Option(help: ArgumentHelp("Coefficient set: a bundled name or a file.", valueName: "set"))
    var coefficients = "ordos_synthesis"

    @Option(help: ArgumentHelp("Set of annual fluxes: a name or a file.", valueName: "set"))
    var fluxes = "ordos_flux"

    @Option(
        help: ArgumentHelp(
            "Years since planting of all land of a category, such as forest=15, for --method flux; "
                + "may be repeated.", valueName: "category=years"))
    var age: [PlantingAge] = []

    @Option(
        help: ArgumentHelp(
            "File of coefficients laid over the set; may be repeated.", valueName: "file"),
        completion: .file())
    var overrides: [String] = []

    @Option(help: "Draws of the Monte Carlo simulation; 0 propagates errors to first order.")
    var draws = 100_000

    @Option(help: "Seed of the draws.")
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp("InVEST's pools table, for --method invest.", valueName: "file"),
        completion: .file(), transform: StandardInput.path)
    var pools: String?

    @Option(
        help: ArgumentHelp(
            "Unit of the pools table, if not t C/ha: kg C/m2, …", valueName: "unit"))
    var poolsUnit: String?

    @Option(
        help: ArgumentHelp(
            "Value of carbon for --method invest: price of a t C, discount % and price change % "
                + "a year.", valueName: "price,discount,change"))
    var npv: Valuation?

    @Option(
        help: ArgumentHelp("Write carbon density of the newest year, t C/ha.", valueName: "tif"),
        completion: .file())
    var density: String?

    @Option(
        help: ArgumentHelp("Write the change of carbon density, t C/ha.", valueName: "tif"),
        completion: .file())
    var change: String?

    @Option(
        help: ArgumentHelp(
            "Write the sink, t C/ha a year, uptake positive.", valueName: "tif"),
        completion: .file())
    var sink: String?

    @Option(
        help: ArgumentHelp(
            "Creation option of these rasters (GDAL's COG driver); may be repeated.",
            valueName: "KEY=VALUE"))
    var co: [String] = []

    @Option(
        help: ArgumentHelp(
            "Reference sample with 'reference' (and 'map') classes: areas by what the newest "
                + "raster's classes truly are, with its error.", valueName: "file"),
        completion: .file(), transform: StandardInput.path)
    var samples: String?

    @Option(
        help: ArgumentHelp(
            "Sample of change with 'reference_before' and 'reference_after' (and 'map_before', "
                + "'map_after'): what became what in truth, with its error.", valueName: "file"),
        completion: .file(), transform: StandardInput.path)
    var changeSamples: String?

    @Option(
        help: ArgumentHelp(
            "CSV 'stratum,size' of the sample of change, where its strata are not mapped "
                + "transitions and no column 'weight' tells them.", valueName: "file"),
        completion: .file(), transform: StandardInput.path)
    var changeStrata: String?

    @Option(
        help: ArgumentHelp(
            "Walk a zone's numbers back to areas, coefficients and sources; all for the city.",
            valueName: "zone"))
    var explain: String?

    @Option(
        help: ArgumentHelp(
            "What to print: results, lines (by zone, pool, class and method), uncertainty (the "
                + "inputs that it comes from), or literature (beside what papers measured).",
            valueName: "table"))
    var show = ShownTable.results

    @Option(help: "How many levels --explain goes down.")
    var depth = 4

    @OptionGroup(title: "Output") var output: TableOptions
    @OptionGroup(title: "Work") var work: WorkOptions
    @OptionGroup var earth: EarthOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if draws < 0 || draws == 1 {
            throw ValidationError("--draws is \(draws); give 0, or 2 and more such as 100000.")
        }
        if after == nil, from != nil || to != nil {
            throw ValidationError("--from and --to are for two rasters; give --year for one.")
        }
        if after != nil, year != nil {
            throw ValidationError("--year is for one raster; give --from and --to for two.")
        }
        if let wrong = co.first(where: { !$0.contains("=") }) {
            throw ValidationError("--co '\(wrong)' is not KEY=VALUE, such as COMPRESS=ZSTD.")
        }
        if let year = [year, from, to].compactMap(\.self).first(where: {
            !DataYear.plausible.contains($0)
        }) {
            let (first, last) = (DataYear.plausible.lowerBound, DataYear.plausible.upperBound)
            throw ValidationError("\(year) is no year of data; give one from \(first) to \(last).")
        }
        if changeSamples != nil, after == nil {
            throw ValidationError("--change-samples needs two rasters.")
        }
        if changeStrata != nil, changeSamples == nil {
            throw ValidationError("--change-strata is of --change-samples; give both.")
        }
        if (from == nil) != (to == nil) {
            throw ValidationError("--from and --to go together; give both.")
        }
    }

    var allowsMosaics: Bool { tiles.mosaic }
    var inputs: [String] {
        let files =
            [after, rain, pools, samples, changeSamples, changeStrata].compactMap(\.self)
            + overrides
        return [raster, scheme, coefficients, fluxes] + files + zones.inputs
    }
    var outputs: [Output] {
        output.outputs(explain == nil ? [] : ["txt", ""])
            + [density, change, sink].compactMap(\.self).map {
                Output(path: $0, kind: .file(["tif", "tiff"]), overwrite: output.overwrite)
            }
    }

    func work() async throws {
        let progress = work.reporter("carbon", quiet: common.quiet)
        if explain == nil && show == .results {
            let rows = try await tabulation().rows(progress: progress)
            for note in rows.notes { common.note("note: \(note[common.language])") }
            return try await output.emit(rows.head, rows: rows)
        }
        let result = try await tabulation().run(progress: progress)
        for note in result.notes { common.note("note: \(note[common.language])") }
        guard let zone = explain else {
            switch show {
            case .results: return try output.emit(result.table)
            case .lines: return try output.emit(result.lines)
            case .uncertainty: return try output.emit(result.uncertainty)
            case .literature: return try output.emit(result.literature())
            }
        }
        let texts = result.findings.compactMap { finding in
            finding.explanation(ofZone: zone).map { explanation in
                "\(finding.method.resultName)\n\(explanation.text(depth: depth))\n"
            }
        }
        guard !texts.isEmpty else {
            throw SurveyError.unusable(
                file: "--explain \(zone)",
                why: "there is no such zone; there are "
                    + (result.zones + ["all"]).joined(separator: ", "))
        }
        let text = texts.joined(separator: "\n")
        try output.emit(text)
    }

    private func tabulation() throws -> CarbonTabulation {
        var tabulation = CarbonTabulation([[raster]] + (after.map { [[$0]] } ?? []))
        tabulation.years = year.map { [$0] } ?? from.flatMap { from in to.map { [from, $0] } }
        tabulation.band = band
        tabulation.request.methods = method.flatMap(\.methods)
        tabulation.request.coefficients = coefficients
        tabulation.request.fluxes = fluxes
        tabulation.request.ages = Dictionary(age.map { ($0.category, $0.years) }) { $1 }
        tabulation.request.overrides = overrides
        tabulation.request.draws = draws
        tabulation.request.seed = seed
        tabulation.request.jobs = work.threads
        tabulation.zones = zones.source
        tabulation.scheme = SchemeChoice(scheme)
        tabulation.unknown = unknown
        tabulation.rain = rain
        tabulation.rasterCRS = rasterCrs
        tabulation.pools = try pools.map(readPools)
        tabulation.valuation = npv?.valuation
        tabulation.densityFile = density
        tabulation.changeFile = change
        tabulation.sinkFile = sink
        tabulation.creationOptions = co
        tabulation.samples = samples.map { SampleSource(path: $0) }
        tabulation.changeSamples = changeSamples.map { SampleSource(path: $0) }
        tabulation.changeStrata = changeStrata
        tabulation.language = common.dataLanguage
        tabulation.overwrite = output.overwrite
        return tabulation
    }

    private func readPools(_ path: String) throws -> InvestPools {
        let unit = try poolsUnit.map { word in
            guard let unit = CarbonUnit(word) else {
                throw ValidationError(
                    "--pools-unit '\(word)' is not known; there are \(CarbonUnit.examples).")
            }
            return unit
        }
        return try InvestPools(CSVFile(reading: path), unit: unit)
    }
}

/// Which table of a carbon account is printed.
enum ShownTable: String, CaseIterable, ExpressibleByArgument {
    case results, lines, uncertainty, literature
}

/// `forest=15`: how long ago a kind of land was planted.
struct PlantingAge: ExpressibleByArgument {
    let category: LandCover.Category
    let years: Int

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let category = LandCover.Category(rawValue: parts[0]),
            let years = Int(parts[1]), CarbonRequest.plausibleAges.contains(years)
        else { return nil }
        (self.category, self.years) = (category, years)
    }
}

/// Methods with commas between.
struct MethodList: ExpressibleByArgument {
    let methods: [CarbonRequest.Method]

    init?(argument: String) {
        let words = argument.split(separator: ",")
        methods = words.compactMap {
            CarbonRequest.Method(rawValue: String($0).replacing("_", with: "-"))
        }
        guard methods.count == words.count, !methods.isEmpty,
            !methods.contains(where: \.needsVolume)
        else { return nil }
    }
}

extension CarbonRequest.Method {
    /// The methods that the verb offers, for its help.
    static var allVerbs: String {
        allCases.filter { !$0.needsVolume }.map(\.rawValue).joined(separator: ", ")
    }
}

/// `43,7,2.5`: what carbon is worth.
struct Valuation: ExpressibleByArgument {
    let valuation: InvestCarbon.Valuation

    init?(argument: String) {
        let numbers = argument.split(separator: ",").compactMap { Double($0) }
        guard numbers.count == 3, numbers.allSatisfy(\.isFinite) else { return nil }
        valuation = InvestCarbon.Valuation(
            price: numbers[0], discountPercent: numbers[1], priceChangePercent: numbers[2])
    }
}
