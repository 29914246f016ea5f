// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import ArgumentParser
import Ecology
import Survey
import Tables

struct Accuracy: Verb, EarthVerb {
    static let configuration = CommandConfiguration(
        commandName: "accuracy",
        abstract: "Hold a map against reference samples: accuracies and unbiased areas.",
        discussion: """
            Samples are a CSV or a layer of points with columns map and reference; with --map the \
            map's class is read at each point. Where strata are the map's classes, estimates follow \
            Olofsson et al. 2014; with a column stratum, Stehman 2014. Intervals are of 95 %.

              steppe accuracy samples.csv --areas 2020.csv
              steppe accuracy points.gpkg --map lc2020.tif --zones banners.gpkg --zone-id adcode
              steppe accuracy samples.csv --strata strata.csv --print matrix
            """)

    enum Printed: String, ExpressibleByArgument, CaseIterable { case classes, matrix, zones }

    @Argument(
        help: "CSV or points with the reference classes.", completion: .file(),
        transform: StandardInput.path)
    var samples: String

    @Option(help: ArgumentHelp("Layer of the samples.", valueName: "name"))
    var sampleLayer: String?

    @Option(help: ArgumentHelp("The map; read at the points, and measured.", valueName: "raster"))
    var map: String?

    @Option(help: "Band with the class codes.")
    var band = 1

    @Option(
        help: ArgumentHelp("CSV with class and area_m2, as tabulate prints.", valueName: "csv"),
        transform: StandardInput.path)
    var areas: String?

    @Option(
        help: ArgumentHelp("CSV with stratum and size.", valueName: "csv"),
        transform: StandardInput.path)
    var strata: String?

    @Option(help: ArgumentHelp("Column with the map's class.", valueName: "field"))
    var mapField = "map"

    @Option(help: ArgumentHelp("Column with the true class.", valueName: "field"))
    var referenceField = "reference"

    @Option(help: ArgumentHelp("CRS of coordinates (default: WGS 84).", valueName: "crs"))
    var sampleCrs: String?

    @OptionGroup(title: "Raster") var tiles: MosaicOptions

    @OptionGroup(title: "Zones") var zones: ZoneOptions

    @Option(
        help: """
            Class scheme: a short name, a file, auto or none (default: none, codes as they stand; \
            auto with --by-category).
            """)
    var scheme: String?

    @Flag(help: "Judge categories instead of classes, as the scheme has them.")
    var byCategory = false

    @Option(help: "What to print: classes, matrix, or zones.")
    var print = Printed.classes

    @Option(help: ArgumentHelp("The map's CRS, where it names none.", valueName: "crs"))
    var rasterCrs: String?

    @OptionGroup(title: "Output") var output: TableOptions
    @OptionGroup(title: "Work") var work: WorkOptions
    @OptionGroup var earth: EarthOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if byCategory, scheme == "none" || map == nil && (scheme ?? "auto") == "auto" {
            throw ValidationError("--by-category needs --scheme NAME, or --map to recognise it by.")
        }
        if print == .zones && zones.zones == nil {
            throw ValidationError("--print zones needs --zones.")
        }
    }

    var allowsMosaics: Bool { tiles.mosaic }
    var inputs: [String] {
        [samples] + [map, areas, strata, scheme].compactMap(\.self) + zones.inputs
    }
    var outputs: [Output] { output.outputs() }

    func work() async throws {
        var source = SampleSource(path: samples)
        source.layer = sampleLayer
        source.mapField = mapField
        source.referenceField = referenceField
        source.crs = sampleCrs
        var assessment = AccuracyAssessment(samples: source)
        assessment.map = map.map { [$0] } ?? []
        assessment.band = band
        assessment.areas = areas
        assessment.strata = strata
        assessment.zones = zones.source
        assessment.scheme = SchemeChoice(scheme, isNeeded: byCategory && map != nil)
        assessment.byCategory = byCategory
        assessment.rasterCRS = rasterCrs
        assessment.language = common.dataLanguage
        assessment.jobs = work.threads
        let result = try await assessment.run(
            progress: work.reporter("accuracy", quiet: common.quiet))
        for note in result.notes { common.note("note: \(note)") }
        switch print {
        case .classes: try output.emit(result.table)
        case .matrix: try output.emit(result.matrix)
        case .zones: try output.emit(result.byZone)
        }
    }
}
