// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Ecology
internal import Files
internal import Foundation
internal import GDAL
internal import LandCover
internal import Zonal

/// A survey file for the data that a folder holds: `steppe init`.
public struct SurveyDraft: Sendable {
    /// The file's text, commented, ready to run.
    public let text: String
    /// What was found, and what was left out and why.
    public let notes: [String]

    /// Looks through a folder, and its subfolders one deep.
    ///
    /// - Throws: ``SurveyError/nothingFound(folder:what:)`` where it has no land cover or no zones.
    public init(for folder: String) async throws {
        var finds = Finds()
        for path in try Self.files(in: folder) { await finds.look(at: path, from: folder) }
        guard !finds.landCover.isEmpty || !finds.ledgers.parcels.isEmpty else {
            throw SurveyError.nothingFound(folder: folder, what: "no land-cover raster")
        }
        guard let zones = finds.zones else {
            throw SurveyError.nothingFound(folder: folder, what: "no layer of zones")
        }
        text = Self.write(finds, zones)
        notes = finds.notes + finds.orphans
    }

    private static func files(in folder: String) throws(ReadError) -> [String] {
        var paths: [String] = []
        for name in try visibleFiles(in: folder) {
            let path = "\(folder)/\(name)"
            guard !FileManager.default.fileExists(atPath: "\(path)/\(FinishedSurvey.marker)")
            else { continue }
            let inner = (try? visibleFiles(in: path)) ?? []
            if inner.isEmpty || name.hasSuffix(".gdb") {
                paths.append(path)
            } else {
                paths += inner.map { "\(path)/\($0)" }
            }
        }
        let known = DataKind.extensions.union(["toml", "csv"])
        return paths.filter { known.contains($0.fileExtension) }
    }

    /// What a folder holds, sorted by what it is for.
    private struct Finds {
        struct Layer {
            let path: String
            let fields: ZoneFields
            let englishName: String?
            let count: Int
        }
        var landCover: [Int: [String]] = [:]
        var ndvi: [Int: [String]] = [:]
        var cover: [Int: [String]] = [:]
        var volume: [Int: [String]] = [:]
        var schemes: Set<String> = []
        var zones: Layer?
        var deserts: [(path: String, indicator: String, filter: String, schematic: Bool)] = []
        var targets: String?
        var rain: String?
        var isSynthetic = false
        var ledgers = DraftLedgers()
        var notes: [String] = []

        mutating func look(at path: String, from folder: String) async {
            let relative = String(path.dropFirst(folder.count + 1))
            switch path.fileExtension {
            case "toml": lookAtTargets(path, relative)
            case "csv": lookAtRain(path, relative)
            case let kind where DataKind.rasters.contains(kind):
                await lookAtRaster(path, relative)
            default: lookAtLayer(path, relative)
            }
        }

        private mutating func lookAtTargets(_ path: String, _ relative: String) {
            guard targets == nil, (try? TargetPlan(readingFrom: path)) != nil else { return }
            targets = relative
        }

        private mutating func lookAtRain(_ path: String, _ relative: String) {
            guard let file = try? VectorSource(opening: path), let info = try? file.layer()
            else { return }
            if info.index(ofField: "precipitation_mm") == nil {
                _ = ledgers.take(table: info, relative)
            } else if rain == nil {
                rain = relative
            }
        }

        /// What years without land cover have; nothing can be reckoned from it.
        var orphans: [String] {
            let known = Set(landCover.keys).union(ledgers.parcels.keys)
            return [ndvi, cover, volume].flatMap { found in
                found.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.flatMap {
                    year, paths in
                    paths.map {
                        "\($0): there is no land cover of \(year) for it; left out. Name it under a "
                            + "year that it may stand for"
                    }
                }
            }
        }

        private mutating func lookAtRaster(_ path: String, _ relative: String) async {
            guard let info = try? Dataset(opening: path).info else {
                notes.append("\(relative): cannot be opened; left out")
                return
            }
            let name = path.fileName.lowercased()
            if info.metadata.values.contains(where: { $0.uppercased().contains("SYNTHETIC") }) {
                isSynthetic = true
            }
            if ledgers.take(raster: relative) { return }
            guard let year = SurveyDraft.year(in: path.fileName) else {
                notes.append("\(relative): no year in its name; left out")
                return
            }
            if name.contains("ndvi") {
                ndvi[year, default: []].append(relative)
            } else if name.contains("fvc") || name.contains("盖度") {
                cover[year, default: []].append(relative)
            } else if name.contains("volume") || name.contains("蓄积") {
                volume[year, default: []].append(relative)
            } else if info.bands[0].dataType.isFloatingPoint {
                notes.append("\(relative): a raster of quantities of unknown meaning; left out")
            } else {
                await lookAtLandCover(path, relative, info, year)
            }
        }

        private mutating func lookAtLandCover(
            _ path: String, _ relative: String, _ info: RasterInfo, _ year: Int
        ) async {
            guard let tally = try? await Measurement(of: path).tally(over: nil) else {
                notes.append("\(relative): cannot be measured; left out")
                return
            }
            landCover[year, default: []].append(relative)
            let chosen = try? SchemeChoice.automatic.resolve(
                raster: info, band: 1, files: [path], tally: tally)
            if let chosen {
                schemes.insert(chosen.scheme.id)
            } else {
                notes.append("\(relative): its class scheme was not recognised; name it")
            }
        }

        private mutating func lookAtLayer(_ path: String, _ relative: String) {
            guard let file = try? VectorSource(opening: path), let name = file.layerNames.first,
                let info = try? file.layer(name),
                info.geometryType.contains("Polygon") || info.geometryType.contains("Unknown")
            else { return }
            if ledgers.take(layer: info, relative) { return }
            let fields = ZoneFields(guessing: file, layer: name)
            if file.layerNames.count > 1 {
                notes.append("\(relative): only its first layer is used")
            }
            let lower = path.fileName.lowercased()
            if lower.contains("desert") || lower.contains("沙") {
                addDeserts(file, relative, fields, info)
            } else if zones == nil || info.featureCount > (zones?.count ?? 0) {
                zones = Layer(
                    path: relative, fields: fields,
                    englishName: info.index(ofField: "name_en").map { info.fields[$0].name },
                    count: info.featureCount)
            }
        }

        private mutating func addDeserts(
            _ file: borrowing VectorSource, _ relative: String, _ fields: ZoneFields,
            _ info: LayerInfo
        ) {
            guard let id = fields.id, let index = info.index(ofField: id) else { return }
            let schematic = info.index(ofField: "schematic")
            var found: [(String, String, String, Bool)] = []
            try? file.forEachFeature { feature in
                guard let key = feature.values[index].text else { return }
                let isSchematic = schematic.map { feature.values[$0].number == 1 } ?? false
                found.append((relative, "desert_\(key)", "\(id) = '\(key)'", isSchematic))
            }
            deserts += found.map { ($0.0, $0.1, $0.2, $0.3) }
        }

    }

    /// The last number from 1900 to 2099 in a name.
    static func year(in name: String) -> Int? {
        let digits = name.split { !$0.isNumber }.compactMap { run -> Int? in
            guard run.count == 4 || run.count == 6 || run.count == 8 else { return nil }
            return Int(run.prefix(4))
        }
        return digits.last { (1900...2099).contains($0) }
    }

    private static func write(_ finds: Finds, _ zones: Finds.Layer) -> String {
        var lines = [
            "# A survey for Steppe. Paths start from this file's folder.",
            "# Run it:  steppe survey survey.toml",
            "",
            "title_zh = \"生态调查\"",
            "title_en = \"Ecological survey\"",
            "language = \"both\"              # of maps: zh, en or both",
            "output = \"out\"                 # the folder that everything goes to",
            "synthetic = \(finds.isSynthetic)            # true marks every map and layer as made up",
        ]
        if let targets = finds.targets {
            lines.append("targets = \(quote(targets))")
        } else {
            lines.append(
                "# targets = \"targets.toml\"    # a plan's targets; without it no verdicts")
        }
        if let rain = finds.rain {
            lines.append(
                "rain = \(quote(rain))   # mm a year by zone: decides which shrub is special")
        } else {
            lines.append("# rain = \"rain.csv\"           # columns zone, precipitation_mm")
        }
        lines += ["", "[zones]", "file = \(quote(zones.path))"]
        if let id = zones.fields.id { lines.append("id = \(quote(id))") }
        if let name = zones.fields.name { lines.append("name = \(quote(name))") }
        if let name = zones.englishName { lines.append("name_en = \(quote(name))") }
        lines += ["", "[landcover]"]
        if finds.schemes.count == 1, let scheme = finds.schemes.first {
            lines.append("scheme = \(quote(scheme))        # see: steppe schemes")
        } else {
            lines.append(
                "scheme = \"auto\"             # or a name, here or in a [[year]]; see: steppe schemes"
            )
        }
        lines += [
            "unknown = \"error\"           # codes that the scheme lacks: error or ignore", "",
            "[vegetation]                # NDVI of bare soil and of full canopy",
            "soil = 0.04", "canopy = 0.91", "source = \"白壮壮 et al. 2020, Ordos plateau\"",
            "# scale = 0.0001            # where NDVI is stored as integers and does not say so",
            "# percentiles = [5, 95]     # end members from the NDVI of all years together",
            "# by = \"category\"           # class, category, zone or region: a pair for each",
            "",
            "[variants]                  # which definition is meant; see: steppe explain INDICATOR",
            "forest = \"official\"         # official, no_special_shrub, no_belts or greening",
            "grassland = \"fvc_mean\"      # fvc_mean, fvc_by_type, plots or vegetated_share",
            "desert = \"change\"           # change, state, step or ledger",
            "wetland = \"survey2\"         # survey2, survey2+1107 or sandiao00",
        ]
        let parcels = finds.ledgers.parcels.filter { finds.landCover[$0.key] == nil }
        let years = (Array(finds.landCover.keys) + Array(parcels.keys)).sorted()
        for year in years {
            lines += ["", "[[year]]", "year = \(year)"]
            if let path = parcels[year] {
                lines.append("parcels = { file = \(quote(path)) }   # survey polygons, DLBM")
            }
            for (key, source) in [
                ("landcover", finds.landCover), ("ndvi", finds.ndvi), ("cover", finds.cover),
                ("volume", finds.volume),
            ] {
                guard let paths = source[year] else { continue }
                if key == "cover" && finds.ndvi[year] != nil { continue }
                let list = paths.map(quote).joined(separator: ", ")
                lines.append("\(key) = \(paths.count > 1 ? "[\(list)]" : list)")
            }
            lines += finds.ledgers.lines(ofYear: year)
        }
        for desert in finds.deserts {
            lines += [
                "", "[[desert]]", "indicator = \(quote(desert.indicator))",
                "file = \(quote(desert.path))", "where = \(quote(desert.filter))",
            ]
            if desert.schematic {
                lines.append("schematic = true            # drawn by hand, not official")
            }
            if let path = finds.ledgers.measures(ofDesert: desert.indicator) {
                lines.append("measures = \(quote(path))   # accepted, for the variant ledger")
            }
        }
        lines += finds.ledgers.lines(years: years)
        lines += carbonLines
        return lines.joined(separator: "\n") + "\n"
    }

    private static let carbonLines = [
        "", "# [carbon]                   # stock and sink by zone: carbon.csv",
        "# methods = [\"stock\", \"steady-state\", \"transition20\", \"flux\"]",
        "# coefficients = \"ordos_synthesis\"   # or a file of your own",
        "# draws = 100000              # 0 for first-order error propagation",
        "# seed = 1",
        "# provincial = { growth_rate = 0.04, consumption_rate = 0.015 }   # of your inventory",
        "# forest = { expansion = \"hardwoods\", roots = \"broadleaf\", increment = 1.5, "
            + "harvest_rate = 0.01 }   # gain-loss, volume-difference",
        "# sand_states = true          # mobile and semi-fixed sand by their cover",
        "# rasters = true              # density, change and sink as rasters",
        "# emissions_tco2 = 100000000  # gross emissions a year, for the offset share",
    ]

    private static func quote(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "\"": escaped += "\\\(scalar)"
            case "\u{0}"..."\u{1F}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return "\"\(escaped)\""
    }
}
