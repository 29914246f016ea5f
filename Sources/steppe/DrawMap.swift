// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import ArgumentParser
import Cartography
import Ecology
import Reporting
import Survey
import Tables

struct DrawMap: Verb {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Draw one finished map as PNG, PDF or SVG.",
        discussion: """
            A raster of classes is drawn in its scheme's colours, one of quantities by a ramp, a \
            layer of zones by a field's numbers; --layer, --where and the like then say which of its \
            layers and features. Rasters that Steppe wrote bring their classes and colours along. The projection is equal-area, chosen from the \
            extent, unless --crs names one.

              steppe map lc2020.tif --zones banners.gpkg --zone-name name -o lc.png
              steppe map lc2020.tif --style Styles/sld-1.0/worldcover.sld -o lc.svg
              steppe map lc2020.tif --zones banners.gpkg --zone-id adcode --focus 150622 \
            --page a3 -o jungar.pdf
              steppe map survey/survey.gpkg --layer banners --zone-id zone --zone-name name \
            --field forest_coverage_percent -o forest.png
              steppe map ndvi.tif --title "NDVI, July 2020" -o ndvi.pdf
              steppe map banners.geojson --zone-id zone --zone-name name \
            --field forest_coverage_percent -o forest.png
              steppe map banners.geojson --zone-id adcode --zone-name name --table change.csv \
            --field mean -o change.png
            """)

    @Argument(
        help: "A raster, or a layer of polygons.", completion: .file(),
        transform: StandardInput.path)
    var layer: String

    @OptionGroup(title: "Picture") var picture: PictureOptions
    @OptionGroup(title: "Zones") var zones: ZoneOptions

    @Option(help: ArgumentHelp("Band of a raster, from 1.", valueName: "number"))
    var band = 1

    @Option(help: ArgumentHelp("Field to colour polygons by.", valueName: "field"))
    var field: String?

    @Option(
        help: ArgumentHelp(
            "CSV with a column 'zone', such as other verbs print, to take the field from.",
            valueName: "csv"), completion: .file(extensions: ["csv"]), transform: StandardInput.path
    )
    var table: String?

    @Option(help: "Class scheme of a raster: a short name, a file, or auto.")
    var scheme = "auto"

    @Option(
        help: ArgumentHelp(
            "An OGC SLD 1.0 or 1.1 file, or a QGIS .qml of a paletted raster, to draw by.",
            valueName: "file"),
        completion: .file(extensions: ["sld", "qml", "xml"]))
    var style: String?

    @Option(help: ArgumentHelp("The map's approval number (审图号).", valueName: "number"))
    var approval: String?

    @Option(
        help: ArgumentHelp(
            "Fit the map to these zones, and show in an inset where they lie.", valueName: "ids"))
    var focus: [String] = []

    @Option(help: "The CRS to show the map in.")
    var crs: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if table != nil && field == nil {
            throw ValidationError("--table needs --field, the column to colour by.")
        }
    }

    var inputs: [String] { [layer, scheme] + [table, style].compactMap(\.self) + zones.inputs }
    var outputs: [Output] { [picture.file] }

    func work() async throws {
        var map = SingleMap(of: layer)
        if map.isOfPolygons, zones.zones != nil {
            throw ValidationError(
                "--zones are drawn over a raster, and \(layer) is a layer of polygons itself.")
        }
        map.band = band
        map.zones = map.isOfPolygons ? zones.source(at: layer) : zones.source
        map.zoneIdField = zones.zoneId
        map.zoneNameField = zones.zoneName
        map.field = field
        map.table = table
        map.scheme = SchemeChoice(scheme)
        map.title = picture.title
        map.source = picture.source
        map.crs = crs
        map.dpi = picture.dpi
        map.jobs = WorkOptions.allThreads
        map.language = common.language
        map.style = style
        map.page = picture.page?.size ?? .a4Landscape
        map.approvalNumber = approval
        map.focus = focus.flatMap { $0.split(separator: ",").map(String.init) }
        map.showsBothLanguages = common.lang == .both
        let gaps = try await map.write(to: picture.output, overwrite: picture.overwrite)
        for gap in gaps { common.note("warning: \(gap)") }
    }
}
