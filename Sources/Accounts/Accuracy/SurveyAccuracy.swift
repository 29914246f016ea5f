// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
internal import GDAL
internal import LandCover
package import Tables
package import Words
package import Zonal

/// What a reference sample says of one year's areas, carried over to indicators.
package struct SurveyAccuracy {
    package let tables: [Table]
    package let notes: [LocalizedText]
    package let estimator: AreaEstimator
    package let land: LandYear
    /// The samples' file.
    package let file: String
    private let variants: IndicatorVariants
    private let rule: DomainRule
    /// m² by zone and class.
    private let mapped: [String: [String: Double]]
    /// m² with a class, by zone.
    private let classified: [String: Double]

    package init(
        _ source: SurveyFile.Accuracy, of survey: SurveyFile, zones: ZoneLayer,
        land: LandYear, language: Language
    ) throws {
        var file = try SampleFile(reading: source.samples)
        let hasMap = file.points.allSatisfy { $0.map != nil }
        if !hasMap {
            switch land {
            case .raster(let rasters, _):
                try file.readMap(
                    rasters.landCover.raster, band: survey.landCoverBand,
                    assuming: survey.rasterCRS.map { try CRS($0) })
            case .parcels(let parcels): try file.readMap(parcels.account)
            }
        }
        try file.findZones(zones)
        let labels = ClassLabels(scheme: land.scheme, byCategory: false)
        let lost = file.points.count { $0.map == nil }
        let units = try file.points.compactMap { point -> SampleUnit? in
            guard let map = point.map else { return nil }
            let label = try labels.label(of: map, in: file.name)
            return SampleUnit(
                stratum: point.stratum ?? label, map: label,
                reference: try labels.label(of: point.reference, in: file.name), zone: point.zone)
        }
        let mapped = land.classAreas
        estimator = try AreaEstimator(
            units, of: file, strata: source.strata, mapped: land.totalClassAreas)
        self.land = land
        self.mapped = mapped
        self.file = file.name
        variants = survey.variants
        rule = source.rule
        classified = mapped.mapValues { $0.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value } }
        let tables = AccuracyTables(estimator: estimator, labels: labels, language: language)
        self.tables = [
            tables.classes, tables.matrix,
            tables.zones(land.zones, mapped: mapped, rule: rule),
        ]
        notes =
            (lost == 0
                ? []
                : [
                    LocalizedText(
                        zh: "\(file.name)：\(lost)个样本不在图上或为无数据，未计入",
                        en:
                            "\(file.name): \(lost) samples lie off the map or on nodata and are left "
                            + "out")
                ])
            + estimator.notes.map {
                LocalizedText(zh: "\(land.year)年：\($0.zh)", en: "\(land.year): \($0.en)")
            }
    }

    /// How far land may be taken for vegetated, or not, by the sample of the whole map.
    package struct CoverErrors {
        package let year: Int
        /// The upper 95 % limit of the share of ground mapped as vegetated that is not.
        package let wrong: Double
        /// The upper 95 % limit of the share of other ground that is vegetated.
        package let missed: Double
    }

    /// `nil` where no unit is mapped as vegetated, or none as other ground.
    package var coverErrors: CoverErrors? {
        let zone = land.zones.first?.id ?? ""
        let vegetated = Set(
            estimator.classes.filter {
                SandState(category: land.category(ofClass: $0, zone: zone)) == .vegetated
            })
        let sample = estimator.sample
        guard
            let wrong = sample.share(
                where: { !vegetated.contains($0.reference) },
                among: { vegetated.contains($0.map) }),
            let missed = sample.share(
                where: { vegetated.contains($0.reference) },
                among: { !vegetated.contains($0.map) })
        else { return nil }
        return CoverErrors(
            year: land.year, wrong: min(1, wrong.upper), missed: min(1, missed.upper))
    }

    /// The result with an interval where the sample allows it; else as it is.
    package func judged(_ result: IndicatorResult) -> IndicatorResult {
        guard result.year == land.year else { return result }
        var estimate = estimated(result)
        // Counted and estimated areas are unlike things: see Basis.
        if estimate.value != result.value { estimate.basis.aspects[.sample] = "sample" }
        return estimate
    }

    private func estimated(_ result: IndicatorResult) -> IndicatorResult {
        guard let counted = CountedCategories(result)?.sure, let numerator = result.numerator,
            numerator.unit == .squareMetres, result.value != nil
        else { return result }
        var result = result
        guard let classes = classes(counted, zone: result.zone) else {
            result.notes.append(
                LocalizedText(
                    zh: "灌木林归属各旗不同，不给抽样区间",
                    en: "shrub counts differently from zone to zone: no interval from the sample"))
            return result
        }
        // What the classes do not hold, such as belts, is added to the estimate as it is.
        let rest = numerator.value - mappedArea(of: classes, zone: result.zone)
        func whole(_ estimate: Estimate) -> Estimate {
            estimate.adding(rest)
        }
        let units = estimator.units.filter { result.zone == "all" || $0.zone == result.zone }
        let ofClass = units.count { classes.contains($0.reference) }
        guard rule.allows(units: units.count, ofClass: ofClass) else {
            result.notes.append(
                LocalizedText(
                    zh: "样本\(units.count)个（该类\(ofClass)个），不足以给出区间",
                    en: "\(units.count) samples here (\(ofClass) of the class): too few for an "
                        + "interval"))
            return result
        }
        if result.zone == "all" {
            return result.estimated(by: whole(estimator.area(of: classes)))
        }
        guard let area = classified[result.zone],
            let share = estimator.sample.share(ofAny: classes, in: result.zone, rule: rule).estimate
        else { return result }
        return result.estimated(by: whole(share.scaled(by: area)))
    }

    /// The classes of some categories in a zone; for the city `nil` where zones do not agree.
    private func classes(_ categories: Set<String>, zone: String) -> Set<String>? {
        var names: Set<String> = []
        for name in estimator.classes {
            let zones = zone == "all" ? land.zones.map(\.id) : [zone]
            let counts = Set(
                zones.map { categories.contains(land.category(ofClass: name, zone: $0)) })
            guard counts.count == 1 else { return nil }
            if counts.contains(true) { names.insert(name) }
        }
        return names
    }

    private func mappedArea(of classes: Set<String>, zone: String) -> Double {
        let zones = zone == "all" ? mapped.keys.sorted() : [zone]
        return zones.reduce(0) { sum, id in
            sum + classes.sorted().reduce(0) { $0 + (mapped[id]?[$1] ?? 0) }
        }
    }
}

extension [SurveyAccuracy] {
    /// `accuracy`, `confusion` and `accuracy_zones`, the year before the verb's columns; none without
    /// a sample.
    package var tables: [Table] {
        guard let first else { return [] }
        return first.tables.indices.map { place in
            let columns = first.tables[place].columns
            var table = Table(first.tables[place].name, columns: ["year"] + columns)
            for accuracy in self {
                for row in accuracy.tables[place].rows {
                    table.append([.integer(accuracy.land.year)] + row)
                }
            }
            return table
        }
    }

    /// The sample that judges a year; `nil` without one.
    package func judging(_ year: Int) -> SurveyAccuracy? { first { $0.land.year == year } }
}
