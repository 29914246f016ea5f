// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
public import ArgumentParser
import DataFiles
import Indicators
internal import Survey
import Tables

struct Change: Verb, EarthVerb {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Measure what became what between two years, zone by zone.",
        discussion: """
            Rows and columns close on each zone's area to the last bit; nodata and what lies off \
            the raster are classes of their own. Years of two schemes are compared by category. \
            Where the grids differ, the coarser raster is looked at on the finer one's grid.
            Survey polygons (DLTB) may stand in place of rasters: two of them are laid over one \
            another; with a raster, polygons are measured on its pixels, exactly. Their scheme is \
            sandiao unless another is named.

              steppe change 2015.tif 2020.tif --zones banners.gpkg --zone-id adcode > change.csv
              steppe change 2015.tif 2020.tif --scheme clcd --summary -f text
              steppe change 2015.tif 2020.tif --scheme-before clcd --scheme-after worldcover
              steppe change 2000.tif 2010.tif 2020.tif    each step, and first to last
              steppe change 2015.gpkg 2020.gpkg --zones banners.gpkg     survey polygons
              steppe change 2015.tif DLTB_2020.shp --scheme-before clcd --zones banners.gpkg
              steppe change 2015.tif 2020.tif --samples change.csv --estimates
            """)

    @Argument(help: "The earlier land cover: a raster, or survey polygons.", completion: .file())
    var before: String

    @Argument(help: "The later land cover: a raster, or survey polygons.", completion: .file())
    var after: String

    @Argument(
        help: "More years: every step is measured, then first to last.",
        completion: .file())
    var more: [String] = []

    @OptionGroup(title: "Raster") var tiles: MosaicOptions

    @OptionGroup(title: "Zones") var zones: ZoneOptions

    @OptionGroup(title: "Parcels") var parcels: ParcelOptions

    @Option(help: "Band with the class codes, of every raster.")
    var band = 1

    @Option(
        help: """
            Class scheme of both: a short name, a file, auto or none (default: none, codes as they \
            stand; auto with --by category).
            """)
    var scheme: String?

    @Option(help: "Class scheme of the earlier year.")
    var schemeBefore: String?

    @Option(help: "Class scheme of the later year.")
    var schemeAfter: String?

    @Option(help: "What to compare: class, category, or auto (classes where the scheme is one).")
    var by = ChangeTabulation.Grouping.automatic

    @Option(help: "Where grids differ: nearest (the coarser on the finer's grid) or refuse.")
    var align = ChangeTabulation.Alignment.nearest

    @Option(help: "Codes that the scheme does not know: error, or ignore (count as nodata).")
    var unknown = UnknownCodes.error

    @Option(help: ArgumentHelp("The rasters' CRS, where they name none.", valueName: "crs"))
    var rasterCrs: String?

    @Flag(help: "Let the second year be the earlier one by the years in the files' names.")
    var backwards = false

    @Flag(help: "Print gains, losses, net and swap by class instead of transitions.")
    var summary = false

    @Option(
        help: ArgumentHelp(
            "Sample of change: reference_before and reference_after, and map_before and map_after "
                + "where the maps do not tell them.", valueName: "file"),
        completion: .file(), transform: StandardInput.path)
    var samples: String?

    @Option(
        help: ArgumentHelp(
            "CSV with stratum and size, where the sample's strata are not mapped transitions.",
            valueName: "csv"), transform: StandardInput.path)
    var strata: String?

    @Flag(help: "Print what the sample of change estimates, with 95 % intervals.")
    var estimates = false

    @Flag(
        inversion: .prefixedNo,
        help: "Bounds of net changes by the accuracy that the maps' publishers state.")
    var publishedAccuracy = true

    @OptionGroup(title: "Output") var output: TableOptions
    @OptionGroup(title: "Work") var work: WorkOptions
    @OptionGroup var earth: EarthOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if estimates && samples == nil { throw ValidationError("--estimates needs --samples.") }
        if samples != nil && !more.isEmpty {
            throw ValidationError("--samples are of one pair of years; give two.")
        }
        if summary && estimates {
            throw ValidationError("--summary and --estimates are two tables; give one.")
        }
    }

    var allowsMosaics: Bool { tiles.mosaic }
    var inputs: [String] {
        [before, after] + more + zones.inputs
            + [scheme, schemeBefore, schemeAfter, samples, strata].compactMap(\.self)
    }
    var outputs: [Output] { output.outputs() }

    func work() async throws {
        let years = [before, after] + more
        var steps = zip(years, years.dropFirst()).map { ($0, $1) }
        if years.count > 2 { steps.append((before, years[years.count - 1])) }
        var whole: Table?
        for (from, to) in steps {
            let table = try await measured(from, to)
            guard steps.count > 1 else { return try output.emit(table) }
            var rows = whole ?? Table(table.name, columns: ["from", "to"] + table.columns)
            for row in table.rows { rows.append([.text(name(from)), .text(name(to))] + row) }
            whole = rows
        }
        if let whole { try output.emit(whole) }
    }

    /// A file's year, or its name.
    private func name(_ file: String) -> String {
        ChangeTabulation.year(of: [file]).map(String.init) ?? file.fileName
    }

    private func polygons(_ path: String) -> ParcelSource? {
        ChangeTabulation.isParcels(path) ? parcels.source(of: path) : nil
    }

    private func measured(_ before: String, _ after: String) async throws -> Table {
        var change = ChangeTabulation(before: [before], after: [after])
        change.parcelsBefore = polygons(before)
        change.parcelsAfter = polygons(after)
        (change.bandBefore, change.bandAfter) = (band, band)
        change.allowsBackwards = backwards
        change.zones = zones.source
        let isNeeded = by == .categories
        change.schemeBefore = SchemeChoice(
            schemeBefore ?? scheme, isNeeded: isNeeded && change.parcelsBefore == nil)
        change.schemeAfter = SchemeChoice(
            schemeAfter ?? scheme, isNeeded: isNeeded && change.parcelsAfter == nil)
        change.grouping = by
        change.alignment = align
        change.unknown = unknown
        change.rasterCRS = rasterCrs
        change.samples = samples.map { SampleSource(path: $0) }
        change.strata = strata
        change.usesPublishedAccuracy = publishedAccuracy
        change.language = common.dataLanguage
        change.jobs = work.threads
        let result = try await change.run(progress: work.reporter("change", quiet: common.quiet))
        for note in result.notes { common.note("note: \(note)") }
        if estimates { return result.estimates }
        return summary ? result.summary : result.table
    }
}

extension ChangeTabulation.Grouping: ExpressibleByArgument {}
extension ChangeTabulation.Alignment: ExpressibleByArgument {}
