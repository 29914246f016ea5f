// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
public import ArgumentParser
import Ecology
import LandCover
internal import Survey
import Tables
import Words
public import Zonal

struct Tabulate: Verb, EarthVerb {
    static let configuration = CommandConfiguration(
        commandName: "tabulate",
        abstract: "Measure the area of every class in every zone.",
        discussion: """
            Areas are on the ellipsoid, in m²; a pixel that a border crosses is shared exactly, so \
            zones that partition a region add up to it to the last bit. What of a zone is nodata, \
            or lies off the raster, has rows of its own.

            Zones in another CRS are transformed; a side moves by less than a hundredth of a pixel. \
            Of a raster on a sphere, such as MODIS's sinusoidal one, areas are those of the ground on \
            WGS 84: its latitudes are geodetic ones. --area datum gives the sphere's.

              steppe tabulate lc2020.tif --zones banners.gpkg --zone-id adcode > 2020.csv
              steppe tabulate 'tiles/*.tif' --scheme auto --lang zh -f text
              steppe tabulate lc2020.tif --zones banners.gpkg --values ndvi.tif
            """)

    @Argument(
        help: "Land-cover raster: a file, a folder, a pattern or several tiles.",
        completion: .file())
    var raster: [String]

    @OptionGroup(title: "Raster") var tiles: MosaicOptions

    @OptionGroup(title: "Zones") var zones: ZoneOptions

    @Option(help: "Band with the class codes.")
    var band = 1

    @Option(
        help: """
            Class scheme: a short name, a file, auto or none (default: none, codes as they stand; \
            see: steppe schemes).
            """)
    var scheme: String?

    @Option(help: "Codes that the scheme does not know: error, or ignore (count as nodata).")
    var unknown = UnknownCodes.error

    @Option(
        help: ArgumentHelp(
            "Raster of quantities: adds their mean per class (nearest, on another grid).",
            valueName: "raster"),
        completion: .file())
    var values: String?

    @Option(help: ArgumentHelp("The raster's CRS, where it names none.", valueName: "crs"))
    var rasterCrs: String?

    @Flag(help: "Measure an overview, if the raster has one: quick, and not exact.")
    var preview = false

    @Option(
        help: ArgumentHelp(
            "Do one of several shares of the work, and write its tally; see steppe merge.",
            valueName: "k/n"))
    var part: Part?

    @OptionGroup(title: "Output") var output: TableOptions
    @OptionGroup(title: "Work") var work: WorkOptions
    @OptionGroup var earth: EarthOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if part != nil && output.file == nil {
            throw ValidationError("--part needs -o FILE to write the part's tally to.")
        }
        if part != nil && preview {
            throw ValidationError(
                "--part shares exact work, --preview is not exact: leave one out.")
        }
    }

    var allowsMosaics: Bool { tiles.mosaic }
    var inputs: [String] { raster + zones.inputs + [scheme, values].compactMap(\.self) }
    var outputs: [Output] { output.outputs(part == nil ? [] : ["tally"]) }

    func work() async throws {
        var tabulation = Tabulation(raster: raster)
        tabulation.band = band
        tabulation.zones = zones.source
        tabulation.scheme = SchemeChoice(scheme)
        tabulation.unknown = unknown
        tabulation.values = values
        tabulation.isPreview = preview
        tabulation.rasterCRS = rasterCrs
        tabulation.language = common.dataLanguage
        tabulation.jobs = work.threads
        tabulation.part = part
        let result = try await tabulation.run(
            progress: work.reporter("tabulate", quiet: common.quiet))
        for note in result.notes { common.note("note: \(note)") }
        for remark in result.remarks { common.note("note: \(remark[common.language])") }
        if let chosen = result.scheme, !chosen.reasons.isEmpty {
            common.note("scheme \(chosen.scheme.id): \(chosen.reasons.joined(separator: "; "))")
        }
        if let file = result.file { return try output.emit(file.text) }
        try output.emit(result.table)
    }
}

extension Part: ExpressibleByArgument {
    /// Reads `3/8`.
    public init?(argument: String) { self.init(argument) }
}

extension UnknownCodes: ExpressibleByArgument {}
