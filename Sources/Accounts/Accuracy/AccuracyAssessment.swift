// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
public import Ecology
internal import GDAL
internal import LandCover
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
            let files = try RasterFiles(map)
            var measurement = Measurement(of: files.raster, band: band)
            measurement.rasterCRS = crs
            let tally = try await measurement.tally(over: layer, jobs: jobs, progress: progress)
            chosen = try scheme.resolve(
                raster: try Dataset(opening: files.raster).info, band: band, files: files.files,
                tally: tally)?.scheme
            try file.readMap(files.raster, band: band, assuming: crs)
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
