// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
public import Ecology
internal import GDAL
package import LandCover
public import Tables
public import Words
public import Zonal

/// A map held against reference samples: what `steppe accuracy` prints.
///
/// Mapped areas come from a table of areas, or from the map itself. Where strata are the map's
/// classes, estimates are those of Olofsson et al. 2014; otherwise those of Stehman 2014.
public struct AccuracyAssessment: Sendable {
    /// The samples.
    public var samples: SampleSource
    /// Files, folders or patterns of the map; empty where samples and areas tell it all.
    public var map: [String] = []
    /// The map's band.
    public var band = 1
    /// A CSV of mapped areas with columns `class` and `area_m2`, as `steppe tabulate` prints it;
    /// for samples of change `before`, `after` and `area_m2`, as `steppe change` prints it.
    public var areas: String?
    /// A CSV of strata with columns `stratum` and `size`, where strata are not the map's classes.
    public var strata: String?
    /// Zones to measure the map in, and to estimate for one by one.
    public var zones: ZoneSource?
    /// The scheme of the classes; `none` takes them as they are written.
    public var scheme = SchemeChoice.none
    /// Whether classes are judged by category.
    public var byCategory = false
    /// How many units a zone must hold before its estimate gets an interval.
    public var rule = DomainRule()
    /// What a raster without a CRS is taken for.
    public var rasterCRS: String?
    /// The language of labels.
    public var language = Language.en
    /// Threads; the result is the same for any number.
    public var jobs = 2

    /// An assessment with everything else at its default.
    public init(samples: SampleSource) { self.samples = samples }

    /// What came out.
    public struct Result: Sendable {
        /// User's and producer's accuracy and unbiased area of each class, then overall accuracy.
        public let table: Table
        /// `map,reference,units`: the confusion matrix in long form.
        public let matrix: Table
        /// Each class in each zone, by domain estimation; empty without zones.
        public let byZone: Table
        /// What a reader must know.
        public let notes: [String]
    }

    /// Reads the samples and the map, estimates, and lays out the tables.
    public func run(progress: (@Sendable (Double) -> Void)? = nil) async throws -> Result {
        var file = try SampleFile(reading: samples)
        var mapped = MappedAreas()
        var chosen: ClassScheme?
        if case .named(let name) = scheme {
            chosen = try SchemeCatalogue.builtIn().scheme(named: name)
        }
        let layer = try zones.map { try ZoneLayer(reading: $0) }
        let crs = try rasterCRS.map { try CRS($0) }
        if !map.isEmpty {
            let raster = try RasterFiles(map)
            var measurement = Measurement(of: raster.name, band: band)
            measurement.rasterCRS = crs
            let tally = try await measurement.tally(over: layer, jobs: jobs, progress: progress)
            chosen = try scheme.resolve(
                raster: try Dataset(opening: raster.name).info, band: band, files: raster.files,
                tally: tally)?.scheme
            try file.readMap(raster.name, band: band, assuming: crs)
            mapped = MappedAreas(tally)
        }
        if let areas { mapped = try MappedAreas(readingFrom: areas) }
        if let layer { try file.findZones(layer) }
        let labels = ClassLabels(scheme: chosen, byCategory: byCategory)
        var notes: [String] = []
        let units = try labelled(file, labels, &notes)
        let estimator = try AreaEstimator(
            units, of: file, strata: strata, mapped: mapped.labelled(by: labels))
        notes += estimator.notes.map { $0[language] }
        let zoneNames = layer?.zones.map { Tally.ZoneKey(id: $0.id, name: $0.name) } ?? []
        let tables = AccuracyTables(estimator: estimator, labels: labels, language: language)
        return Result(
            table: tables.classes, matrix: tables.matrix,
            byZone: tables.zones(
                zoneNames, mapped: mapped.byZone, rule: rule), notes: notes)
    }

    /// The units that the map has a class for; the others are left out, with a note.
    private func labelled(
        _ file: SampleFile, _ labels: ClassLabels, _ notes: inout [String]
    ) throws -> [SampleUnit] {
        if file.isOfChange && !map.isEmpty {
            throw SurveyError.unusable(
                file: file.name,
                why: "it is a sample of change, so one map does not tell its classes. Give what "
                    + "became what with --areas, as steppe change prints it")
        }
        let off = file.points.filter { $0.map == nil }
        if let first = off.first {
            guard !map.isEmpty else {
                throw SurveyError.unusable(
                    file: file.name,
                    why: "sample \(first.number) has no '\(samples.mapField)'. Give the column, or "
                        + "the map itself with --map")
            }
            notes.append(
                "\(off.count) of \(file.points.count) samples lie off the map or on nodata and are "
                    + "left out (the first is sample \(first.number))")
        }
        return try file.points.compactMap { point in
            guard let map = point.map else { return nil }
            let label = try labels.label(of: map, in: file.name)
            return SampleUnit(
                stratum: point.stratum ?? label, map: label,
                reference: try labels.label(of: point.reference, in: file.name), zone: point.zone)
        }
    }
}

/// How classes are called in an assessment.
package struct ClassLabels {
    package let scheme: ClassScheme?
    package let byCategory: Bool

    package init(scheme: ClassScheme?, byCategory: Bool) {
        self.scheme = scheme
        self.byCategory = byCategory
    }

    /// The label of a code or a category as a file writes it.
    package func label(of text: String, in file: String) throws -> String {
        let word = text.filter { !$0.isWhitespace }
        if let change = Transition(word) {
            return try Transition(
                label(of: change.before, in: file), label(of: change.after, in: file)
            ).label
        }
        guard let scheme else { return word }
        if byCategory, LandCover.Category(rawValue: word) != nil { return word }
        do {
            let found = try scheme.landClass(forText: word)
            return byCategory ? found.category.key : found.code.description
        } catch {
            var told = error
            told.file = file
            throw told
        }
    }

    /// The name of a label for people.
    package func name(of label: String, in language: Language) -> String {
        if let change = Transition(label) {
            return "\(name(of: change.before, in: language)) → "
                + name(of: change.after, in: language)
        }
        if let category = LandCover.Category(rawValue: label) {
            return language == .zh ? category.nameZH : category.nameEN
        }
        guard let found = try? scheme?.landClass(forText: label) else { return "" }
        return language == .zh ? found.nameZH : found.nameEN
    }
}

/// Mapped areas in m² by class, from a tally or from a table.
struct MappedAreas {
    /// By zone, then by class as written.
    private(set) var byZone: [String: [String: Double]] = [:]
    private(set) var total: [String: Double] = [:]

    init() {}

    init(_ tally: Tally) {
        var whole: [String: Amount] = [:]
        for (zone, amounts) in zip(tally.zones, tally.amounts) {
            for (codes, amount) in amounts {
                guard case .value = codes[0] else { continue }
                byZone[zone.id, default: [:]]["\(codes[0])"] = amount.areaSquareMetres
                whole["\(codes[0])", default: Amount()] += amount
            }
        }
        total = whole.mapValues(\.areaSquareMetres)
    }

    /// Reads a table of areas or sizes; rows of nodata, of outside and of the zone `all` are left
    /// out where others are there.
    init(
        readingFrom path: String, keys: [String] = ["class"],
        sizes: [String] = ["area_m2", "pixels", "size"]
    ) throws {
        let table = try AttributeTable(reading: path)
        let change = table.index(ofAny: "before").flatMap { before in
            table.index(ofAny: "after").map { [before, $0] }
        }
        guard let key = keys.compactMap({ table.index(ofAny: $0) }).first.map({ [$0] }) ?? change,
            let size = sizes.compactMap({ table.index(ofAny: $0) }).first
        else {
            throw ZoneError.noField(
                file: path, field: "\(keys[0])' and '\(sizes[0])", fields: table.columns)
        }
        let zone = table.index(ofAny: "zone")
        for row in table.rows {
            guard let name = Transition.text(of: key, in: row),
                !["nodata", "outside"].contains(where: name.split(separator: ">").contains)
            else { continue }
            guard let area = row.cells[size].number, area >= 0 else {
                throw row.error("has no area of '\(name)', or one below 0; mend the table")
            }
            let place = zone.flatMap { row.cells[$0].text } ?? "all"
            byZone[place, default: [:]][name, default: 0] += area
        }
        let parts = byZone.count > 1 ? byZone.filter { $0.key != "all" } : byZone
        for (_, areas) in parts.sorted(by: { $0.key < $1.key }) {
            for (name, area) in areas { total[name, default: 0] += area }
        }
    }

    /// m² by label; what the labels count as nodata is left out.
    func labelled(by labels: ClassLabels) throws -> [String: Double] {
        var sum: [String: Double] = [:]
        for (name, area) in total.sorted(by: { $0.key < $1.key }) {
            let label = try labels.label(of: name, in: "the mapped areas")
            if label != "nodata", !isNoData(name, labels) { sum[label, default: 0] += area }
        }
        return sum
    }

    private func isNoData(_ name: String, _ labels: ClassLabels) -> Bool {
        guard let scheme = labels.scheme, let code = Int(name) else { return false }
        return scheme.nodata.contains(code)
    }
}
