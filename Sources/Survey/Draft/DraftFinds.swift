// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import Ecology
internal import GDAL
internal import LandCover
internal import Words
internal import Zonal

/// What a folder holds, sorted by what a survey can use it for.
struct DraftFinds {
    /// A land-cover raster or the like that a year's table names.
    struct Raster {
        let path: String
        let info: RasterInfo
        /// `nil` where it is no land cover, or its scheme was not recognised.
        let scheme: ClassScheme?
    }

    struct Desert {
        let path: String
        let indicator: String
        let filter: String
        let isSchematic: Bool
    }

    let folder: String
    private(set) var landCover: [Int: [Raster]] = [:]
    private(set) var ndvi: [Int: [Raster]] = [:]
    private(set) var cover: [Int: [Raster]] = [:]
    private(set) var volume: [Int: [Raster]] = [:]
    /// The best first.
    private(set) var zones: [ZoneCandidate] = []
    private(set) var deserts: [Desert] = []
    private(set) var targets: String?
    private(set) var rain: String?
    private(set) var isSynthetic = false
    private(set) var ledgers: DraftLedgers
    private(set) var notes: [LocalizedText] = []
    private var polygons: [(path: String, layer: String?)] = []
    private var plans: [String] = []
    private var rains: [String] = []
    private let catalogue: IndicatorCatalogue?

    init(folder: String) {
        self.folder = folder
        catalogue = try? IndicatorCatalogue.bundled()
        ledgers = DraftLedgers(catalogue)
    }

    mutating func look(at path: String) async {
        let relative = String(path.dropFirst(folder.count + 1))
        switch path.fileExtension {
        case "toml":
            if (try? TargetPlan(readingFrom: path)) != nil { plans.append(relative) }
        case "csv": lookAtTable(path, relative)
        case let kind where DataKind.rasters.contains(kind): await lookAtRaster(path, relative)
        default: lookAtLayers(path, relative)
        }
    }

    private mutating func lookAtTable(_ path: String, _ relative: String) {
        let table: AttributeTable
        do { table = try AttributeTable(reading: path) } catch {
            note(zh: "\(error)；未采用", en: "\(error); left out")
            return
        }
        if table.index(ofAny: "precipitation_mm") != nil {
            rains.append(relative)
        } else {
            _ = ledgers.take(table, relative)
        }
    }

    private mutating func note(zh: String, en: String) {
        notes.append(LocalizedText(zh: zh, en: en))
    }

    // MARK: Rasters

    private mutating func lookAtRaster(_ path: String, _ relative: String) async {
        guard let info = try? Dataset(opening: path).info else {
            note(zh: "\(relative)：打不开；未采用", en: "\(relative): cannot be opened; left out")
            return
        }
        let name = path.fileName.lowercased()
        if info.metadata.values.contains(where: { $0.uppercased().contains("SYNTHETIC") }) {
            isSynthetic = true
        }
        if ledgers.take(raster: relative) { return }
        guard let year = DataYear.inName(of: path) ?? info.yearStatements.first?.year else {
            note(
                zh: "\(relative)：文件名和元数据里都没有年份；未采用",
                en: "\(relative): no year in its name or metadata; left out")
            return
        }
        let raster = Raster(path: relative, info: info, scheme: nil)
        if name.contains("ndvi") {
            ndvi[year, default: []].append(raster)
        } else if name.contains("fvc") || name.contains("盖度") {
            cover[year, default: []].append(raster)
        } else if name.contains("volume") || name.contains("蓄积") {
            volume[year, default: []].append(raster)
        } else if info.bands[0].dataType.isFloatingPoint {
            note(
                zh: "\(relative)：含义不明的数值栅格；未采用",
                en: "\(relative): a raster of quantities of unknown meaning; left out")
        } else {
            await lookAtLandCover(path, relative, info, year)
        }
    }

    private mutating func lookAtLandCover(
        _ path: String, _ relative: String, _ info: RasterInfo, _ year: Int
    ) async {
        do {
            let tally = try await Measurement(of: path).tally(over: nil)
            let chosen = try SchemeChoice.automatic.resolve(
                raster: info, band: 1, files: [path], tally: tally)
            landCover[year, default: []].append(
                Raster(path: relative, info: info, scheme: chosen?.scheme))
        } catch is SchemeUnsureError {
            note(
                zh: "\(relative)：认不出分类体系，请写明",
                en: "\(relative): its class scheme was not recognised; name it")
            landCover[year, default: []].append(Raster(path: relative, info: info, scheme: nil))
        } catch {
            note(
                zh: "\(relative)：无法量算；未采用：\(error)",
                en: "\(relative): cannot be measured; left out: \(error)")
        }
    }

    /// The scheme that every land-cover raster is in; `nil` where they differ, or one is unknown.
    var scheme: ClassScheme? {
        let all = landCover.values.flatMap(\.self).map(\.scheme)
        guard let first = all.first ?? nil, all.allSatisfy({ $0?.id == first.id }) else {
            return nil
        }
        return first
    }

    /// Every scheme that a year is in, polygons' too.
    var schemes: [ClassScheme] {
        var schemes: [String: ClassScheme] = [:]
        for scheme in landCover.values.flatMap(\.self).compactMap(\.scheme) {
            schemes[scheme.id] = scheme
        }
        if !parcels.isEmpty, let catalogue = try? SchemeCatalogue.builtIn() {
            schemes["sandiao"] = try? catalogue.scheme(named: "sandiao")
        }
        return schemes.values.sorted { $0.id < $1.id }
    }

    /// Survey polygons of years that have no land-cover raster.
    var parcels: [Int: String] { ledgers.parcels.filter { landCover[$0.key] == nil } }

    /// The years of the survey, oldest first.
    var years: [Int] { (Array(landCover.keys) + Array(parcels.keys)).sorted() }

    /// Leaves out rasters that a survey would refuse: others of the same year, and of other places.
    mutating func leaveOutWhatDoesNotFit() {
        if landCover.values.contains(where: { $0.contains { $0.scheme != nil } }) {
            for (year, rasters) in landCover {
                let known = rasters.filter { $0.scheme != nil }
                landCover[year] = known.isEmpty ? nil : known
                for raster in rasters where raster.scheme == nil {
                    note(
                        zh: "\(raster.path)：未采用，分类体系不明",
                        en: "\(raster.path): left out, for its scheme is not known")
                }
            }
        }
        for year in landCover.keys.sorted() {
            landCover[year] = oneRaster(of: landCover[year] ?? [])
            ndvi[year] = fitting(ndvi[year], year)
            cover[year] = fitting(cover[year], year)
            volume[year] = fitting(volume[year], year)
        }
    }

    /// The files that together are one raster: all of them, or the one of most pixels.
    private mutating func oneRaster(of rasters: [Raster]) -> [Raster] {
        guard rasters.count > 1 else { return rasters }
        do {
            _ = try RasterFiles(rasters.map { "\(folder)/\($0.path)" })
            return rasters
        } catch {
            let pixels = rasters.map { $0.info.width * $0.info.height }
            let best = pixels.indices.max { pixels[$0] < pixels[$1] } ?? 0
            for (index, raster) in rasters.enumerated() where index != best {
                note(
                    zh: "\(raster.path)：未采用，\(rasters[best].path)像元更多，而两者不是一幅栅格：\(error)",
                    en:
                        "\(raster.path): left out, for \(rasters[best].path) has more pixels, and they "
                        + "are not one raster: \(error)")
            }
            return [rasters[best]]
        }
    }

    /// Rasters beside a year's land cover that lie on the same ground.
    private mutating func fitting(_ rasters: [Raster]?, _ year: Int) -> [Raster]? {
        guard let rasters, let land = landCover[year]?.first else { return rasters }
        let one = oneRaster(of: rasters)
        do {
            _ = try AlignedSource(
                one.map { "\(folder)/\($0.path)" }, onGridOf: land.info, assuming: nil)
            return one
        } catch {
            for raster in one {
                note(zh: "\(raster.path)：未采用：\(error)", en: "\(raster.path): left out: \(error)")
            }
            return nil
        }
    }

    /// What years without land cover have; nothing can be computed from it.
    var orphans: [LocalizedText] {
        let known = Set(years)
        return [ndvi, cover, volume].flatMap { byYear in
            byYear.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.flatMap {
                year, rasters in
                rasters.map {
                    LocalizedText(
                        zh: "\($0.path)：没有\(year)年的土地覆盖与之对应；未采用。可写在它能代表的年份之下",
                        en:
                            "\($0.path): there is no land cover of \(year) for it; left out. Name it "
                            + "under a year that it may stand for")
                }
            }
        }
    }

    // MARK: Layers

    private mutating func lookAtLayers(_ path: String, _ relative: String) {
        guard let file = try? VectorSource(opening: path) else { return }
        let layers = file.geometryLayerNames
        for layer in layers {
            guard let info = try? file.layer(layer),
                info.geometryType.contains("Polygon") || info.geometryType.contains("Unknown"),
                !ledgers.take(layer: info, relative)
            else { continue }
            let lower = path.fileName.lowercased()
            if lower.contains("desert") || lower.contains("沙") {
                addDeserts(file, relative, info)
            } else {
                polygons.append((relative, layers.count > 1 ? layer : nil))
            }
        }
    }

    private mutating func addDeserts(
        _ file: borrowing VectorSource, _ relative: String, _ info: LayerInfo
    ) {
        let fields = ZoneFields(guessing: file, layer: info.name)
        guard let id = fields.id, let index = info.index(ofField: id) else { return }
        let schematic = info.index(ofField: "schematic")
        var candidates: [Desert] = []
        try? file.forEachFeature(in: info.name) { feature in
            guard let key = feature.values[index].text else { return }
            candidates.append(
                Desert(
                    path: relative, indicator: "desert_\(key)",
                    filter: "\(id) = '\(key.replacing("'", with: "''"))'",
                    isSchematic: schematic.map { feature.values[$0].number == 1 } ?? false))
        }
        for desert in candidates {
            if catalogue?[desert.indicator] != nil {
                deserts.append(desert)
            } else {
                note(
                    zh: "\(relative)：\(desert.filter)不是任何指标所指的沙地；未采用",
                    en:
                        "\(relative): \(desert.filter) is no desert that an indicator is of; left out"
                )
            }
        }
    }

    // MARK: Zones

    /// Ranks the layers of polygons, and leaves out tables that are of other zones.
    mutating func chooseZones() throws {
        let first = landCover.min { $0.key < $1.key }?.value.first
        let grid = try first.map { try Grid(of: $0.info) }
        let listed = zoneIDs(ofTables: rains + ledgers.zonedTables)
        for (path, layer) in polygons {
            do {
                zones.append(
                    try ZoneCandidate(
                        "\(folder)/\(path)", relative: path, layer: layer, on: grid,
                        listed: listed))
            } catch {
                note(
                    zh: "\(path)\(layer.map { "，图层\($0)" } ?? "")：不能作分区：\(error)",
                    en: "\(path)\(layer.map { ", layer \($0)" } ?? ""): no zones: \(error)")
            }
        }
        zones.sort { ($1.score, $0.path, $0.layer ?? "") < ($0.score, $1.path, $1.layer ?? "") }
        guard zones.first != nil || first != nil else {
            throw SurveyError.nothingUsable(
                folder: folder, what: "survey polygons, but no layer of zones to measure them in")
        }
        sayWhichZones()
        let known = zones.first?.zoneIDs ?? []
        rain = rains.first { fits($0, known) }
        for table in ledgers.zonedTables where !fits(table, known) { ledgers.leaveOut(table) }
        targets = plans.first { plan in
            do {
                _ = try TargetPlan(
                    readingFrom: "\(folder)/\(plan)", knownZones: Array(known),
                    catalogue: catalogue ?? IndicatorCatalogue.bundled())
                return true
            } catch {
                note(zh: "\(plan)：未采用：\(error)", en: "\(plan): left out: \(error)")
                return false
            }
        }
    }

    private mutating func sayWhichZones() {
        guard let best = zones.first else {
            note(
                zh: "没有找到分区图层：按整幅栅格调查",
                en: "no layer of zones was found: the survey is of the whole raster")
            return
        }
        note(
            zh: "分区：\(best.title(in: .zh))：\(best.reasons(in: .zh))",
            en: "zones: \(best.title(in: .en)): \(best.reasons(in: .en))")
        for other in zones.dropFirst() {
            note(
                zh: "未作分区：\(other.title(in: .zh))：\(other.reasons(in: .zh))",
                en: "not zones: \(other.title(in: .en)): \(other.reasons(in: .en))")
        }
    }

    /// The ids in the columns `zone` of tables.
    private func zoneIDs(ofTables tables: [String]) -> Set<String> {
        var ids: Set<String> = []
        for table in tables {
            guard let rows = try? AttributeTable(reading: "\(folder)/\(table)"),
                let column = rows.index(ofAny: "zone", "id", "adcode")
            else { continue }
            for row in rows.rows {
                if let id = row.cells[column].text, !id.isEmpty { ids.insert(id) }
            }
        }
        return ids.subtracting(["all"])
    }

    private mutating func fits(_ table: String, _ known: Set<String>) -> Bool {
        let others = zoneIDs(ofTables: [table]).subtracting(known)
        guard let other = others.min() else { return true }
        note(
            zh: "\(table)：未采用，分区里没有“\(other)”",
            en: "\(table): left out, for the zones have no '\(other)'")
        return false
    }
}

extension ZoneCandidate {
    /// The file, and its layer where it has several.
    func title(in language: Language) -> String {
        path + (layer.map { language == .zh ? "，图层\($0)" : ", layer \($0)" } ?? "")
    }
}
