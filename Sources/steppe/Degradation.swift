// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
public import ArgumentParser
public import Ecology
import Indicators
internal import Survey
import Tables

struct Degradation: Verb, EarthVerb {
    static let configuration = CommandConfiguration(
        commandName: "degradation",
        abstract: "Measure degraded, stable and improved land by zone: SDG 15.3.1.",
        discussion: """
            One out, all out, as Trends.Earth has it: productivity (trajectory, state and \
            performance of yearly mean NDVI), land cover by a matrix of transitions, and soil \
            organic carbon by what the change of cover does to it. Water is left out. The share \
            is of assessed land; nodata of any sub-indicator is nodata of the whole, unless \
            --degraded-beats-nodata. Give one raster of NDVI for each year, 4 or more; each year \
            and land cover is looked at on the finest grid among them, by the nearest pixel.

              steppe degradation ndvi/*.tif --land-before 2001.tif --land-after 2020.tif \\
                --scheme clcd --zones banners.gpkg > degradation.csv
              steppe degradation ndvi/*.tif --land-before 2001.tif --land-after 2020.tif \\
                --matrix returning --soil-carbon soc.tif --raster sdg.tif --cog
              steppe degradation ndvi/*.tif --land-before 2015.tif --land-after 2020.tif \\
                --baseline sdg_2015.tif --raster status.tif --show status
            """)

    @Argument(help: "Mean NDVI rasters, one for each year.", completion: .file())
    var ndvi: [String]

    @Option(help: ArgumentHelp("The earlier land cover.", valueName: "raster"), completion: .file())
    var landBefore: String

    @Option(help: ArgumentHelp("The later land cover.", valueName: "raster"), completion: .file())
    var landAfter: String

    @OptionGroup(title: "Raster") var tiles: MosaicOptions

    @OptionGroup(title: "Zones") var zones: ZoneOptions

    @Option(help: "Band with NDVI, of every year.")
    var band = 1

    @Option(help: "Band with the class codes, of both land covers.")
    var landBand = 1

    @Option(help: "Class scheme of both land covers: a name, a file or auto.")
    var scheme = "auto"

    @Option(help: "Class scheme of the earlier land cover.")
    var schemeBefore: String?

    @Option(help: "Class scheme of the later land cover.")
    var schemeAfter: String?

    @Option(help: "Codes that the scheme does not know: error, or ignore (count as nodata).")
    var unknown = UnknownCodes.error

    @Option(help: "Years between the land covers, where the files' names do not tell.")
    var landYears: Int?

    @Option(help: "How many of the last years the state compares with those before them.")
    var targetYears = 3

    @Option(
        help: ArgumentHelp(
            "Raster of soil units, within which performance compares pixels.", valueName: "raster"),
        completion: .file())
    var soilUnits: String?

    @Option(
        help: ArgumentHelp(
            "Raster of soil organic carbon in the earlier year, t C/ha; adds stocks to the table.",
            valueName: "raster"), completion: .file())
    var soilCarbon: String?

    @Option(help: "What crops keep of soil carbon: \(SoilCarbonClimate.words).")
    var climate = SoilCarbonClimate.temperateDry

    @Option(
        help: ArgumentHelp(
            "Transitions that degrade and improve: unccd, returning (cropland to grass improves, "
                + "grass to cropland degrades), or a TOML file.", valueName: "matrix"))
    var matrix = "unccd"

    @Flag(help: "Count special shrub as grass, as the ESA CCI nesting has it, not as trees.")
    var shrubIsGrass = false

    @Flag(
        name: .customLong("degraded-beats-nodata"),
        help: "Call land degraded where one sub-indicator is, though another has no data.")
    var degradedBeatsNoData = false

    @Option(
        help: ArgumentHelp(
            "A raster that an earlier run wrote of a baseline period: adds the status against it.",
            valueName: "raster"), completion: .file())
    var baseline: String?

    @Option(help: "What stored NDVI is worth, where the raster does not say.")
    var scale: Double?

    @Option(help: ArgumentHelp("The rasters' CRS, where they name none.", valueName: "crs"))
    var rasterCrs: String?

    @Option(
        help: ArgumentHelp(
            "GeoTIFF to write: -1 degraded, 0 stable, 1 improved, -32768 nodata.",
            valueName: "file"), completion: .file(extensions: ["tif"]))
    var raster: String?

    @Option(
        help:
            "What the GeoTIFF shows: degradation, productivity, land_cover, soil_carbon or status (1 to 7)."
    )
    var show = DegradationTabulation.Indicator.degradation

    @Flag(help: "Write a Cloud Optimized GeoTIFF.")
    var cog = false

    @OptionGroup(title: "Output") var output: TableOptions
    @OptionGroup(title: "Work") var work: WorkOptions
    @OptionGroup var earth: EarthOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if cog && raster == nil { throw ValidationError("--cog needs --raster FILE.") }
        if show == .status && baseline == nil {
            throw ValidationError("--show status needs --baseline RASTER.")
        }
        if let landYears, landYears < 1 {
            throw ValidationError("--land-years is \(landYears); give 1 or more.")
        }
    }

    var allowsMosaics: Bool { tiles.mosaic }
    var inputs: [String] {
        let files = [soilUnits, soilCarbon, baseline, schemeBefore, schemeAfter].compactMap(\.self)
        return ndvi + [landBefore, landAfter, scheme, matrix] + files + zones.inputs
    }
    var outputs: [Output] {
        output.outputs()
            + [raster].compactMap(\.self).map {
                Output(path: $0, kind: .file(["tif", "tiff"]), overwrite: output.overwrite)
            }
    }

    func work() async throws {
        var run = DegradationTabulation(
            ndvi: ndvi.map { [$0] }, before: [landBefore], after: [landAfter])
        run.schemeBefore = SchemeChoice(schemeBefore ?? scheme)
        run.schemeAfter = SchemeChoice(schemeAfter ?? scheme)
        run.unknown = unknown
        run.landYears = landYears
        run.targetYears = targetYears
        run.band = band
        run.landBand = landBand
        run.units = [soilUnits].compactMap(\.self)
        run.soilCarbon = [soilCarbon].compactMap(\.self)
        run.climate = climate
        run.matrix = try transitions
        run.shrubIsGrass = shrubIsGrass
        run.degradedBeatsNoData = degradedBeatsNoData
        run.baseline = baseline
        run.scale = scale
        run.zones = zones.source
        run.raster = raster
        run.rasterShows = show
        run.isCOG = cog
        run.overwrite = output.overwrite
        run.rasterCRS = rasterCrs
        run.language = common.dataLanguage
        run.jobs = work.threads
        let result = try await run.run(
            progress: work.reporter("degradation", quiet: common.quiet))
        for note in result.notes { common.note("note: \(note)") }
        try output.emit(result.table)
    }

    private var transitions: DegradationMatrix {
        get throws {
            switch matrix {
            case "unccd": .unccd
            case "returning": .returningCropland
            default: try DegradationMatrix(readingFrom: matrix)
            }
        }
    }
}

extension SoilCarbonClimate: ExpressibleByArgument {
    fileprivate static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
extension DegradationTabulation.Indicator: ExpressibleByArgument {}
