// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
public import ArgumentParser
public import Patches
import Files
import Reporting
import Survey

struct Layers: Verb, EarthVerb {
    static let configuration = CommandConfiguration(
        commandName: "layers",
        abstract: "Turn categories, classes or changes of rasters into polygons.",
        discussion: """
            A patch is a set of pixels that hang together; each becomes one feature, cut to the \
            zones where there are any. area_m2 is the area of its pixels on the ellipsoid: the \
            features add up to what steppe tabulate prints, to the last bit. --simplify takes \
            bends out of outlines and keeps borders between neighbours shared; area_m2 stays that \
            of the pixels, and how far the outlines drift from it is said.

            The file's ending names its format: .gpkg (with a style for QGIS), .geojson (RFC 7946), \
            .geojsonl (a feature a line), .geojsons (RFC 8142), .fgb, .shp; .tif is a cloud-optimised \
            raster of the same kinds, with their colours and names.

            With --before, polygons of change: --transition by category, or --sand treated, \
            untreated and relapsed, which needs the cover of both years.

              steppe layers lc2020.tif --category forest -o forest.gpkg
              steppe layers lc2020.tif --category forest,special_shrub --zones banners.gpkg \
            --zone-id adcode --mmu 15mu --simplify 30m -o woods.geojson
              steppe layers lc2020.tif --class 60 --connect 4 -o bare.shp
              steppe layers lc2020.tif --before lc2015.tif --transition any:built -o new.fgb
              steppe layers lc2020.tif --before lc2015.tif --sand --cover fvc2020.tif \
            --cover-before fvc2015.tif --zones kubuqi.gpkg --zone-id id -o sand.gpkg
            """)

    private static let endings = [
        "gpkg", "geojson", "json", "geojsonl", "geojsons", "fgb", "shp", "tif", "tiff",
    ]

    @Argument(
        help: "Land-cover raster: a file, a folder, a pattern or several tiles.",
        completion: .file())
    var raster: [String]

    @Option(
        help: ArgumentHelp(
            "Ecological categories, such as forest; all classes of one make one set of patches.",
            valueName: "names"))
    var category: [String] = []

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(
            "Class codes, each for itself (default, without --category: every class).",
            valueName: "codes"))
    var classes: [String] = []

    @Option(
        help: ArgumentHelp("The earlier raster, for changes.", valueName: "raster"),
        completion: .file())
    var before: [String] = []

    @Option(
        help: ArgumentHelp(
            "Changes from category to category, such as sand_bare:grassland, any:built or all.",
            valueName: "pairs"))
    var transition: [String] = []

    @Flag(help: "Sand that was open: treated, untreated, relapsed.")
    var sand = false

    @Option(
        help: ArgumentHelp("Vegetation cover in the raster's year.", valueName: "raster"),
        completion: .file())
    var cover: [String] = []

    @Option(
        help: ArgumentHelp("Vegetation cover in the earlier year.", valueName: "raster"),
        completion: .file())
    var coverBefore: [String] = []

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("File to write; - prints GeoJSON.", valueName: "file"),
        completion: .file(
            extensions: Layers.endings))
    var output: String

    @OptionGroup(title: "Raster") var tiles: MosaicOptions

    @OptionGroup(title: "Zones") var zones: ZoneOptions

    @Option(help: "Pixels hang together by sides (4), or by sides and corners (8).")
    var connect = Connectedness.eight

    @Option(
        help: ArgumentHelp(
            "Minimum mapping unit, such as 1ha, 15mu or 500m2: smaller patches are left out.",
            valueName: "area"))
    var mmu: String?

    @Flag(help: "Give what is below --mmu, holes too, to its largest neighbour.")
    var mergeSmall = false

    @Option(
        help: ArgumentHelp(
            "Take out bends smaller than a square of this side, such as 30m.", valueName: "length"))
    var simplify: String?

    @Option(help: "Band with the class codes.")
    var band = 1

    @Option(help: "Class scheme: a short name, a file, auto or none.")
    var scheme = "auto"

    @Option(help: "Codes that the scheme does not know: error, or ignore (count as nodata).")
    var unknown = UnknownCodes.error

    @Option(help: ArgumentHelp("The raster's CRS, where it names none.", valueName: "crs"))
    var rasterCrs: String?

    @Option(help: ArgumentHelp("Layer creation option of the driver.", valueName: "key=value"))
    var lco: [KeyValue] = []

    @Flag(help: "Replace the file if it exists.")
    var overwrite = false

    @OptionGroup(title: "Work") var work: WorkOptions
    @OptionGroup var earth: EarthOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        let asked = [!category.isEmpty, !classes.isEmpty, !transition.isEmpty, sand]
        if asked.count(where: \.self) > 1 {
            throw ValidationError("give one of --category, --class, --transition and --sand.")
        }
        if before.isEmpty != (transition.isEmpty && !sand) {
            throw ValidationError("--before goes with --transition or --sand.")
        }
        for code in codes where Int(code) == nil {
            throw ValidationError("--class is '\(code)'; give whole numbers, such as 10,60.")
        }
        if mergeSmall && mmu == nil {
            throw ValidationError("--merge-small needs --mmu to say what is small.")
        }
    }

    private var codes: [String] { classes.flatMap { $0.split(separator: ",").map(String.init) } }

    private func selection() throws -> LayerSelection {
        func names(_ texts: [String]) -> [String] {
            texts.flatMap { $0.split(separator: ",").map(String.init) }
        }
        if sand { return .changes(.sand) }
        if !transition.isEmpty {
            return .changes(try LandChange(transitions: names(transition)))
        }
        if !category.isEmpty { return .categories(names(category)) }
        return codes.isEmpty ? .everyClass : .classes(codes.compactMap { Int($0) })
    }

    var allowsMosaics: Bool { tiles.mosaic }
    var inputs: [String] {
        raster + before + cover + coverBefore + [scheme] + zones.inputs
    }
    var outputs: [Output] {
        output == "-"
            ? [] : [Output(path: output, kind: .file(Self.endings), overwrite: overwrite)]
    }

    /// Makes a GeoJSON out of sight, and prints it.
    private func printed(_ layer: PatchLayer) async throws -> PatchLayer.Outcome {
        let folder = try HiddenFolder()
        let path = "\(folder.path)/layer.geojson"
        var outcome = PatchLayer.Outcome()
        try await WholeFile.together {
            outcome = try await layer.write(to: path, overwrite: false)
        }
        Console.result(String(decoding: try readFile(at: path), as: UTF8.self))
        return outcome
    }

    func work() async throws {
        var layer = PatchLayer(raster: raster, selection: try selection())
        layer.before = before
        layer.cover = cover
        layer.coverBefore = coverBefore
        layer.band = band
        layer.scheme = SchemeChoice(scheme)
        layer.unknown = unknown
        layer.zones = zones.source
        layer.rasterCRS = rasterCrs
        layer.connectedness = connect
        layer.minimumArea = try mmu.map { try squareMetres(ofArea: $0) } ?? 0
        layer.mergesSmall = mergeSmall
        layer.simplification = try simplify.map { try metres(ofLength: $0) } ?? 0
        layer.layerOptions = lco.map(\.text)
        layer.language = common.dataLanguage
        layer.jobs = work.threads
        let outcome =
            try await output == "-" ? printed(layer) : layer.write(to: output, overwrite: overwrite)
        for note in outcome.notes { common.note("note: \(note)") }
        common.note(outcome.summary)
    }
}

extension Connectedness: ExpressibleByArgument {
    /// Reads 4 or 8.
    public init?(argument: String) {
        guard let number = Int(argument) else { return nil }
        self.init(rawValue: number)
    }
}
