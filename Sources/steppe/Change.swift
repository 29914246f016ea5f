// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
import DataFiles
public import Survey
import Tables

struct Change: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Measure what became what between two rasters, zone by zone.",
        discussion: """
            Rows and columns close on each zone's area to the last bit; nodata and what lies off \
            the raster are classes of their own. Years of two schemes are compared by category. \
            Where the grids differ, the coarser raster is looked at on the finer one's grid.

              steppe change 2015.tif 2020.tif --zones banners.gpkg --zone-id adcode > change.csv
              steppe change 2015.tif 2020.tif --scheme clcd --summary -f text
              steppe change 2015.tif 2020.tif --scheme-before clcd --scheme-after worldcover
              steppe change 2000.tif 2010.tif 2020.tif    each step, and first to last
            """)

    @Argument(help: "The earlier land-cover raster.", completion: .file())
    var before: String

    @Argument(help: "The later land-cover raster.", completion: .file())
    var after: String

    @Argument(
        help: "Rasters of more years: every step is measured, then first to last.",
        completion: .file())
    var more: [String] = []

    @OptionGroup(title: "Zones") var zones: ZoneOptions

    @Option(help: "Class scheme of both: a short name, a file, or auto (see: steppe schemes).")
    var scheme: String?

    @Option(help: "Class scheme of the earlier raster.")
    var schemeBefore: String?

    @Option(help: "Class scheme of the later raster.")
    var schemeAfter: String?

    @Option(help: "What to compare: class, category, or auto (classes where the scheme is one).")
    var by = ChangeTabulation.Grouping.automatic

    @Option(help: "Where grids differ: nearest (the coarser on the finer's grid) or refuse.")
    var align = ChangeTabulation.Alignment.nearest

    @Option(help: "Codes that the scheme does not know: error, or ignore (count as nodata).")
    var unknown = UnknownCodes.error

    @Option(help: ArgumentHelp("The rasters' CRS, where they name none.", valueName: "crs"))
    var rasterCrs: String?

    @Flag(help: "Let the second raster be the earlier one by the years in the files' names.")
    var backwards = false

    @Flag(help: "Print gains, losses, net and swap by class instead of transitions.")
    var summary = false

    @OptionGroup(title: "Output") var output: TableOptions
    @OptionGroup(title: "Work") var work: WorkOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        common.prepare()
        let rasters = [before, after] + more
        var steps = zip(rasters, rasters.dropFirst()).map { ($0, $1) }
        if rasters.count > 2 { steps.append((before, rasters[rasters.count - 1])) }
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

    /// A raster's year, or its file's name.
    private func name(_ raster: String) -> String {
        ChangeTabulation.year(of: [raster]).map(String.init) ?? raster.fileName
    }

    private func measured(_ before: String, _ after: String) async throws -> Table {
        var change = ChangeTabulation(before: [before], after: [after])
        change.allowsBackwards = backwards
        change.zones = zones.source
        change.schemeBefore = SchemeChoice(schemeBefore ?? scheme)
        change.schemeAfter = SchemeChoice(schemeAfter ?? scheme)
        change.grouping = by
        change.alignment = align
        change.unknown = unknown
        change.rasterCRS = rasterCrs
        change.language = common.language
        change.jobs = work.threads
        let result = try await change.run(progress: work.reporter("change", quiet: common.quiet))
        for note in result.notes { common.note("note: \(note)") }
        return summary ? result.summary : result.table
    }
}

extension ChangeTabulation.Grouping: ExpressibleByArgument {}
extension ChangeTabulation.Alignment: ExpressibleByArgument {}
