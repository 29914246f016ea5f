// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ecology
import Survey
import Tables

struct DrawMap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Draw one finished map as PNG, PDF or SVG.",
        discussion: """
            A raster of classes is drawn in its scheme's colours, one of quantities by a ramp, a \
            layer of zones by a field's numbers. The projection is equal-area, chosen from the \
            extent, unless --crs names one.

              steppe map lc2020.tif --zones banners.gpkg --zone-name name -o lc.png
              steppe map ndvi.tif --title "NDVI, July 2020" -o ndvi.pdf
              steppe map banners.geojson --zone-id zone --zone-name name \
            --field forest_coverage_percent -o forest.png
            """)

    @Argument(help: "A raster, or a layer of polygons.", completion: .file())
    var layer: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("File to write: .png, .pdf or .svg.", valueName: "file"),
        completion: .file(extensions: ["png", "pdf", "svg"]))
    var output: String

    @OptionGroup(title: "Zones") var zones: ZoneOptions

    @Option(help: ArgumentHelp("Field to colour polygons by.", valueName: "field"))
    var field: String?

    @Option(help: "Class scheme of a raster: a short name, a file, or auto.")
    var scheme = "auto"

    @Option(help: "The map's title.")
    var title: String?

    @Option(help: "Where the data come from, for the foot of the map.")
    var source: String?

    @Option(help: "The CRS to show the map in.")
    var crs: String?

    @Option(help: "Dots to the inch of a PNG.")
    var dpi = 200.0

    @Flag(help: "Replace the file if it exists.")
    var overwrite = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        do { try SingleMap.checkFormat(of: output) } catch { throw ValidationError("\(error).") }
        if !(10...1200).contains(dpi) { throw ValidationError("--dpi is \(dpi); give 10 to 1200.") }
    }

    func run() async throws {
        common.prepare()
        try WholeFile.check(output, overwrite: overwrite)
        var map = SingleMap(of: layer)
        map.zones = zones.source
        map.zoneIdField = zones.zoneId
        map.zoneNameField = zones.zoneName
        map.field = field
        map.scheme = SchemeChoice(scheme)
        map.title = title
        map.source = source
        map.crs = crs
        map.dpi = dpi
        map.language = common.language
        try await map.write(to: output, overwrite: overwrite)
    }
}
