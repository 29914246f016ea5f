// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import Ecology
internal import Files
internal import Foundation
internal import GDAL
internal import LandCover
internal import PlaneGeometry
public import Tables
public import Words
internal import Zonal

/// What can be seen of a file, and what is wrong with it.
public struct Inspection: Sendable {
    /// The path as given.
    public let path: String
    /// In words: what it is, one fact a line.
    public private(set) var facts: [(key: String, value: String)] = []
    /// What is wrong or doubtful, and how to mend it.
    public private(set) var problems: [String] = []
    /// Classes with their pixel counts, for a raster of classes.
    public private(set) var classes: Table?

    /// Looks at a raster, a vector file, or every such file in a folder.
    public static func look(
        at path: String, language: Language, jobs: Int
    ) async throws -> [Inspection] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ReadError(path: path, code: errno)
        }
        guard isFolder.boolValue, !path.hasSuffix(".gdb") else {
            return [try await Inspection(of: path, language: language, jobs: jobs)]
        }
        var inspections: [Inspection] = []
        for name in try visibleFiles(in: path)
        where DataKind.extensions.contains(name.fileExtension) {
            do {
                inspections.append(
                    try await Inspection(of: "\(path)/\(name)", language: language, jobs: jobs))
            } catch let error as GDALError {
                // One bad file does not keep the others from being seen.
                inspections.append(Inspection(of: "\(path)/\(name)", failing: error))
            }
        }
        guard !inspections.isEmpty else {
            throw SurveyError.nothingUsable(folder: path, what: "no raster and no vector file")
        }
        return inspections
    }

    private init(of path: String, failing error: GDALError) {
        self.path = path
        problems = [error.description]
    }

    init(of path: String, language: Language, jobs: Int) async throws {
        self.path = path
        if AttributeTable.isText(path) {
            let table = try AttributeTable(reading: path)
            facts = [
                ("table", "\(table.rows.count) rows"),
                ("columns", table.columns.joined(separator: ", ")),
            ]
            return
        }
        if let info = try? Dataset(opening: path).info, !info.bands.isEmpty {
            try await describe(info, language, jobs)
            return
        }
        let file: VectorSource
        do { file = try VectorSource(opening: path) } catch {
            // Say why it is no raster either, unless its name says that it is to be a vector file.
            guard !DataKind.vectors.contains(path.fileExtension) else { throw error }
            do { _ = try Dataset(opening: path) } catch let raster {
                throw raster.reasons.isEmpty ? error : raster
            }
            throw error
        }
        try describe(file)
    }

    private mutating func describe(
        _ info: RasterInfo, _ language: Language, _ jobs: Int
    ) async throws {
        let band = info.bands[0]
        facts = [
            (
                "raster",
                "\(info.driver), \(info.width) × \(info.height), \(info.bands.count) band(s)"
            ),
            (
                "pixels",
                "\(band.dataType.rawValue), blocks of \(band.blockWidth) × \(band.blockHeight)"
            ),
            (
                "nodata",
                band.noDataInteger.map { "\($0)" } ?? band.noData.map { "\($0)" } ?? "none declared"
            ),
            ("crs", info.crs?.description ?? "none"),
        ]
        if let transform = info.transform {
            let extent = transform.extent(width: info.width, height: info.height)
            facts.append(("extent", "\(extent.minX) \(extent.minY) \(extent.maxX) \(extent.maxY)"))
            facts.append(
                ("pixel size", "\(transform.coefficients[1]) × \(transform.coefficients[5])"))
        }
        if band.scale != 1 || band.offset != 0 {
            facts.append(("values", "stored × \(band.scale) + \(band.offset)"))
        }
        do {
            let grid = try Grid(of: info)
            guard !band.dataType.isFloatingPoint else { return try describeValues(info) }
            let measurement = Measurement(of: path)
            _ = grid
            let tally = try await measurement.tally(over: nil, jobs: jobs)
            let codes = tally.codes(ofLayer: 0)
            facts.append(
                ("area", "\((tally.total(ofZone: 0).areaSquareMetres / 1e6).rounded()) km²"))
            guard codes.count <= 256 else { return try describeValues(info) }
            try describeClasses(info, tally, codes, language)
        } catch let error as ZoneError {
            problems.append(error.description)
        }
    }

    private mutating func describeClasses(
        _ info: RasterInfo, _ tally: Tally, _ codes: [Int: Int], _ language: Language
    ) throws {
        var scheme: ClassScheme?
        do {
            let chosen = try SchemeChoice.automatic.resolve(
                raster: info, band: 1, files: [path], tally: tally)
            scheme = chosen?.scheme
            facts.append(
                (
                    "scheme",
                    chosen.map { "\($0.scheme.id): \($0.reasons.joined(separator: "; "))" } ?? ""
                ))
            for subject in ClassScheme.Subject.allCases {
                if let limit = scheme?.limit(on: subject) {
                    problems.append(language == .zh ? limit.zh : limit.en)
                }
            }
        } catch let error as SchemeUnsureError {
            facts.append(("scheme", "not recognised"))
            problems.append(error.description)
        }
        var table = Table("classes", columns: ["class", "label", "category", "pixels", "area_m2"])
        for (codes, amount) in tally.amounts[0].sorted(by: { $0.key[0] < $1.key[0] }) {
            let landClass = scheme?.landClass(of: codes[0])
            table.append([
                .text("\(codes[0])"),
                .text(landClass.map { language == .zh ? $0.nameZH : $0.nameEN } ?? ""),
                .text(scheme?.category(of: codes[0]) ?? ""), .number(amount.pixels),
                .number(amount.areaSquareMetres),
            ])
        }
        classes = table
    }

    /// The range of a raster of quantities.
    private mutating func describeValues(_ info: RasterInfo) throws {
        let dataset = try Dataset(opening: path)
        let band = info.bands[0]
        var least = Double.infinity
        var most = -Double.infinity
        var valid = 0
        for row in stride(from: 0, to: info.height, by: 256) {
            let window = Window(
                column: 0, row: row, width: info.width, height: min(256, info.height - row))
            var pixels = [Double](repeating: 0, count: window.count)
            var span = pixels.mutableSpan
            try dataset.read(window, into: &span)
            for pixel in pixels where pixel.isFinite && !band.isNoData(pixel) {
                let value = pixel * band.scale + band.offset
                least = min(least, value)
                most = max(most, value)
                valid += 1
            }
        }
        facts.append(
            ("quantities", valid > 0 ? "\(least) … \(most), \(valid) valid pixels" : "none"))
        if valid == 0 { problems.append("every pixel is nodata") }
    }

    private mutating func describe(_ file: borrowing VectorSource) throws {
        for name in file.layerNames {
            let info = try file.layer(name)
            facts.append(
                (
                    "layer",
                    "\(name): \(info.featureCount) features, \(info.geometryType), "
                        + (info.crs?.description ?? "no CRS")
                ))
            facts.append(("fields", info.fields.map(\.name).joined(separator: ", ")))
            if info.crs == nil, info.geometryType != "None" {
                problems.append(ZoneError.noCRS(file: path, layer: name).description)
            }
            guard info.geometryType.contains("Polygon") || info.geometryType.contains("Unknown")
            else { continue }
            let fields = ZoneFields(guessing: file, layer: name)
            if let id = fields.id { facts.append(("zone id", id)) }
            if let label = fields.name { facts.append(("zone name", label)) }
            guard info.crs != nil else { continue }
            try checkZones(
                ZoneSource(path: path, layer: name, idField: fields.id, nameField: fields.name))
        }
    }

    private mutating func checkZones(_ source: ZoneSource) throws {
        do {
            let layer = try ZoneLayer(reading: source)
            problems += layer.notes.map(\.description)
            problems += try layer.topologyNotes().map(\.description)
            if let note = try ShiftCheck.note(on: layer, source: source) {
                problems.append(note.description)
            }
        } catch let error as ZoneError {
            problems.append(error.description)
        }
    }
}

/// Which fields of a layer of zones look like their ids and names.
struct ZoneFields {
    private(set) var id: String?
    private(set) var name: String?

    init(guessing file: borrowing VectorSource, layer: String) {
        guard let info = try? file.layer(layer) else { return }
        var values: [[String]] = info.fields.map { _ in [] }
        try? file.forEachFeature(in: layer) { feature in
            for (index, value) in feature.values.enumerated() {
                values[index].append(value.text ?? "")
            }
        }
        func isUnique(_ index: Int) -> Bool {
            !values[index].isEmpty && !values[index].contains("")
                && Set(values[index]).count == values[index].count
        }
        func first(_ wanted: [String], where test: (Int) -> Bool) -> String? {
            for word in wanted {
                let hit = info.fields.indices.first {
                    info.fields[$0].name.lowercased().hasPrefix(word) && test($0)
                }
                if let hit { return info.fields[hit].name }
            }
            return nil
        }
        id = first(
            ["adcode", "zone", "code", "xzqdm", "pac", "gb", "fid", "id", "name"], where: isUnique)
        name = first(["name_zh", "name", "xzqmc", "mc", "label"]) { index in
            !values[index].allSatisfy(\.isEmpty)
        }
    }
}

/// Looks for zones in GCJ-02: by what the file says, and against the bundled banners.
enum ShiftCheck {
    static func note(on layer: ZoneLayer, source: ZoneSource) throws -> ZoneNote? {
        guard let path = try? BundledData.path("GeoData/zones/ordos_banners.geojson"),
            let known = try? ZoneLayer(reading: ZoneSource(path: path, idField: "adcode"))
        else { return nil }
        if let note = DatumCheck.note(on: layer, against: known) { return note }
        guard DatumCheck.mentionsGCJ02(try texts(of: source)) else { return nil }
        return ZoneNote(
            .datum, zones: layer.zones.map(\.id),
            "\(source.path): it speaks of GCJ-02. GCJ-02 is no CRS, and lies some 500 m off; "
                + "convert the zones to WGS 84 or CGCS2000 first")
    }

    private static func texts(of source: ZoneSource) throws -> Set<String> {
        var texts: Set<String> = [source.path.fileName]
        try VectorSource(opening: source.path).forEachFeature(in: source.layer) { feature in
            for case .text(let text) in feature.values { texts.insert(text) }
        }
        return texts
    }
}
