// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
public import ArgumentParser
import Ecology
import GDAL
import Survey
import Words
public import Zonal

struct Parcels: Verb {
    static let configuration = CommandConfiguration(
        commandName: "parcels",
        abstract: "Measure survey polygons (DLTB) by class and zone, from their geometry.",
        discussion: """
            Codes may be text or numbers; texts may be UTF-8 or GBK, with or without a .cpg. \
            Overlaps, gaps and area fields that the geometry does not bear out are reported.

              steppe parcels DLTB.shp --zones banners.gpkg --zone-id adcode > 2020.csv
              steppe parcels survey.gdb --parcel-layer DLTB --area survey --problems -f text
            """)

    @Argument(
        help: "Shapefile, GeoPackage or FileGDB.", completion: .file(),
        transform: StandardInput.path)
    var file: String

    @OptionGroup(title: "Parcels") var parcels: ParcelOptions
    @OptionGroup(title: "Zones") var zones: ZoneOptions

    @Option(help: "Class scheme: a short name or a file.")
    var scheme = "sandiao"

    @Option(help: "Codes that the scheme does not know: error, or ignore (count as nodata).")
    var unknown = UnknownCodes.error

    @Option(help: "Area of a polygon: exact, or survey (图斑椭球面积).")
    var area = PolygonArea.Rule.exact

    @Flag(help: "Print overlaps, gaps and other problems instead of areas.")
    var problems = false

    @OptionGroup(title: "Output") var output: TableOptions
    @OptionGroup var common: CommonOptions

    var inputs: [String] { [file, scheme] + zones.inputs }
    var outputs: [Output] { output.outputs() }

    func work() async throws {
        var tabulation = ParcelTabulation(of: parcels.source(of: file))
        tabulation.zones = zones.source
        tabulation.scheme = scheme
        tabulation.unknown = unknown
        tabulation.rule = area
        tabulation.language = common.dataLanguage
        let result = try tabulation.run()
        for note in result.notes { common.note("note: \(note)") }
        if !problems {
            for problem in result.account.problems.prefix(20) {
                common.note("note: \(problem.description[common.language])")
            }
            let rest = result.account.problems.count - 20
            if rest > 0 { common.note("note: and \(rest) more; see --problems") }
        }
        try output.emit(problems ? result.problems : result.table)
    }
}

/// Its `--area` is a field; no parcels are kept on a sphere.
extension Parcels: MeasuringVerb {
    var areaRule: AreaRule? { nil }
}

extension PolygonArea.Rule: ExpressibleByArgument {}

/// Where survey polygons are, and what their fields mean.
struct ParcelOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Layer of the parcels.", valueName: "name"))
    var parcelLayer: String?

    @Option(help: ArgumentHelp("Field with the class code (default: DLBM).", valueName: "field"))
    var classField: String?

    @Option(help: ArgumentHelp("Field with the stated area (default: TBMJ).", valueName: "field"))
    var areaField: String?

    @Option(help: ArgumentHelp("Field with the ridge share (default: KCXS).", valueName: "field"))
    var ridgeField: String?

    @Option(help: ArgumentHelp("SQL condition that parcels must meet.", valueName: "sql"))
    var parcelWhere: String?

    @Option(help: ArgumentHelp("The parcels' CRS, where the file names none.", valueName: "crs"))
    var parcelCrs: String?

    @Option(help: ArgumentHelp("Encoding of texts, where it is misread.", valueName: "name"))
    var encoding: String?

    /// The polygons of a file.
    func source(of file: String) -> ParcelSource {
        var source = ParcelSource(path: file)
        source.layer = parcelLayer
        source.classField = classField
        source.areaField = areaField
        source.ridgeField = ridgeField
        source.filter = parcelWhere
        source.crs = parcelCrs
        source.openOptions = encoding.map { ["ENCODING=\($0)"] } ?? []
        return source
    }
}
