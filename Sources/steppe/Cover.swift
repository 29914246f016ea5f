// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
public import ArgumentParser
public import Ecology
import Files
internal import Survey
import Tables
import Words
import Zonal

struct Cover: Verb, EarthVerb {
    static let configuration = CommandConfiguration(
        commandName: "cover",
        abstract: "Write fractional vegetation cover from NDVI.",
        discussion: """
            Dimidiate pixel model: (NDVI − soil) / (canopy − soil), held within 0…1. Several dates \
            are composited by their maximum. Nodata, scale and offset of the raster are honoured; \
            the end members are recorded in the file. Percentiles of one scene make years \
            incomparable: for change, use fixed end members or --all-dates.

              steppe cover ndvi_2020.tif -o fvc_2020.tif
              steppe cover july.tif august.tif --soil 0.05 --canopy 0.86 --type uint8 -o fvc.tif
              steppe cover ndvi.tif --percentiles 5,95 --scale 0.0001 --cog -o fvc.tif
              steppe cover 2020.tif --pool 2015.tif --percentiles 5,95 --by-class lc.tif \\
                --members-out members.csv -o fvc.tif
              steppe cover 2020.tif --since 2015.tif --zones banners.geojson -o change.tif
            """)

    @Argument(help: "NDVI rasters, a date each.", completion: .file())
    var ndvi: [String]

    @OptionGroup(title: "Raster") var tiles: MosaicOptions

    @Option(
        name: [.short, .long], help: ArgumentHelp("GeoTIFF to write.", valueName: "file"),
        completion: .file(extensions: ["tif"]))
    var output: String

    @Option(help: "Band with NDVI, of every date.")
    var band = 1

    @Option(help: "NDVI of bare soil (default: 0.04, with a canopy of 0.91: the Ordos plateau).")
    var soil: Double?

    @Option(help: "NDVI of full canopy.")
    var canopy: Double?

    @Option(
        help: ArgumentHelp("End members by percentiles of the composite.", valueName: "low,high"))
    var percentiles: Percentiles?

    @Flag(help: "Percentiles of all dates together instead of the composite.")
    var allDates = false

    @Option(
        help: ArgumentHelp(
            "More NDVI whose pixels count in the percentiles, such as other years'.",
            valueName: "file"), completion: .file())
    var pool: [String] = []

    @Option(
        help: ArgumentHelp("An earlier NDVI: write the change since.", valueName: "file"),
        completion: .file())
    var since: [String] = []

    @Option(
        help: ArgumentHelp(
            "End members by the classes of a land-cover raster; its categories with --scheme.",
            valueName: "raster"), completion: .file())
    var byClass: String?

    @Option(help: "Class scheme of that raster: end members go by its categories.")
    var scheme: String?

    @Option(
        help: ArgumentHelp("End members by polygons of regions.", valueName: "layer"),
        completion: .file())
    var byRegion: String?

    @Option(help: ArgumentHelp("The regions' field that tells them apart.", valueName: "field"))
    var regionId: String?

    @Option(
        help: ArgumentHelp(
            "End members from a table: region, soil, canopy.", valueName: "csv"),
        completion: .file(extensions: ["csv"]), transform: StandardInput.path)
    var members: String?

    @Option(
        help: ArgumentHelp("Write the end members to a table.", valueName: "csv"),
        completion: .file(extensions: ["csv"]))
    var membersOut: String?

    @Option(help: "What stored NDVI is worth, where the raster does not say.")
    var scale: Double?

    @Option(help: "Pixels: float32 (0…1), uint8 (percent) or int16 (× 0.0001).")
    var type = CoverRun.Storage.float32

    @Option(help: "Mixing model: linear or squared.")
    var model = CoverModel.linear

    @Flag(help: "Write a Cloud Optimized GeoTIFF.")
    var cog = false

    @Option(help: ArgumentHelp("The rasters' CRS, where they name none.", valueName: "crs"))
    var rasterCrs: String?

    @Flag(help: "Replace the file if it exists.")
    var overwrite = false

    @OptionGroup(title: "Zones to print means of") var zones: ZoneOptions
    @OptionGroup(title: "Work") var work: WorkOptions
    @OptionGroup var earth: EarthOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if (soil == nil) != (canopy == nil) {
            throw ValidationError("Give both --soil and --canopy, or neither.")
        }
        if soil != nil && percentiles != nil {
            throw ValidationError("Give --soil and --canopy, or --percentiles; not both.")
        }
        if byClass != nil && byRegion != nil {
            throw ValidationError("Give --by-class or --by-region; not both.")
        }
        if (byClass != nil || byRegion != nil) && percentiles == nil && members == nil {
            throw ValidationError(
                "End members by region come from --percentiles, such as 5,95, or --members.")
        }
        if members != nil && (percentiles != nil || soil != nil) {
            throw ValidationError("Give --members, --percentiles or --soil and --canopy; only one.")
        }
        if allDates && percentiles == nil {
            throw ValidationError("--all-dates needs --percentiles, such as 5,95.")
        }
    }

    var allowsMosaics: Bool { tiles.mosaic }
    var inputs: [String] {
        ndvi + pool + since + [byClass, byRegion, members, scheme].compactMap(\.self)
            + zones.inputs
    }
    var outputs: [Output] {
        [Output(path: output, kind: .file(["tif", "tiff"]), overwrite: overwrite)]
            + [membersOut].compactMap(\.self).map {
                Output(path: $0, kind: .file(["csv"]), overwrite: overwrite)
            }
    }

    func work() async throws {
        var run = CoverRun(of: ndvi.map { [$0] }, members: try endMembers())
        run.regions = regions
        run.pool = pool.map { [$0] }
        run.since = since.map { [$0] }
        run.band = band
        run.scale = scale
        run.storage = type
        run.model = model
        run.isCOG = cog
        run.jobs = work.threads
        run.rasterCRS = rasterCrs
        let outcome = try run.write(
            to: output, overwrite: overwrite,
            progress: work.reporter("cover", quiet: common.quiet))
        for note in outcome.notes { common.note("note: \(note[common.language])") }
        let what = since.isEmpty ? "cover" : "change"
        let mean = outcome.mean.map { ", mean \(what) \(($0 * 10_000).rounded() / 100) %" } ?? ""
        common.note(
            "soil \(outcome.members.soil), canopy \(outcome.members.canopy): "
                + "\(outcome.valid) pixels\(mean)")
        if let membersOut {
            try WholeFile.write(outcome.members.table.csv, to: membersOut, overwrite: overwrite)
        }
        if let source = zones.source {
            var means = CoverZones(
                of: WholeFile.made(output), isChange: !since.isEmpty, over: source)
            means.jobs = work.threads
            let result = try await means.run()
            for note in result.notes { common.note("note: \(note[common.language])") }
            Console.result(result.table.csv)
        }
    }

    private var regions: CoverRegions? {
        if let byRegion {
            return .polygons(ZoneSource(path: byRegion, idField: regionId))
        }
        return byClass.map { raster in
            scheme.map { .categories([raster], band: 1, scheme: $0) }
                ?? .classes([raster], band: 1)
        }
    }

    private func endMembers() throws -> CoverRun.Members {
        if let members {
            return .table(try EndMemberTable(readingFrom: members, rest: .ordosPlateau()))
        }
        if let percentiles {
            return allDates
                ? .percentilesOfAllDates(low: percentiles.low, high: percentiles.high)
                : .percentilesOfScene(low: percentiles.low, high: percentiles.high)
        }
        guard let soil, let canopy else { return .fixed(try .ordosPlateau()) }
        return .fixed(
            try EndMembers(soil: soil, canopy: canopy, origin: .fixed(source: "command line")))
    }
}

/// Two percentiles, the lower first: `5,95`.
struct Percentiles: ExpressibleByArgument {
    let low: Double
    let high: Double

    init?(argument: String) {
        let parts = argument.split(separator: ",").compactMap { Double($0) }
        guard parts.count == 2, 0 <= parts[0], parts[0] < parts[1], parts[1] <= 100 else {
            return nil
        }
        (low, high) = (parts[0], parts[1])
    }
}

extension CoverRun.Storage: ExpressibleByArgument {}
extension CoverModel: ExpressibleByArgument {}
