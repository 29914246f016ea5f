// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import GDAL
internal import Tables
internal import Zonal

/// What a survey finds beside its rasters' indicators: years of polygons, ledgers, change between
/// years, and how sure the areas are.
struct SurveyAccounts {
    let parcelYears: [ParcelYear]
    let lands: [LandYear]
    let deserts: SurveyDeserts
    private let survey: SurveyFile
    private let zones: ZoneLayer
    private let cityName: String
    private let changes: SurveyChanges
    private let accuracy: [SurveyAccuracy]
    private let published: ProductErrors
    private let degradation: SurveyDegradation?
    private let grassland: [GrasslandYear]
    private let wetlands: [WetlandYear]
    private let found: Results
    private let ledgerNotes: [LocalizedText]
    /// The indicators that ledgers and statistics give.
    private let counted: [String]
    let carbon: SurveyCarbon?

    private typealias Results = (main: [IndicatorResult], others: [IndicatorResult])

    init(
        _ survey: SurveyFile, catalogue: IndicatorCatalogue, zones: ZoneLayer,
        years: [(YearRasters, YearAccount)], regions: [(SurveyFile.Desert, ZoneLayer)],
        language: Language, jobs: Int, gaps: SurveyGaps, beforeCarbon: () -> Void
    ) async throws {
        self.survey = survey
        self.zones = zones
        let cityName = SurveyFile.allZones[language]
        self.cityName = cityName
        let polygons = survey.years.filter { $0.parcels != nil }
        var lands = years.map { LandYear.raster($0, $1) }
        lands += try await MeasurementQueue.sideBySide(polygons) { year -> LandYear? in
            guard let source = year.parcels else { return nil }
            return try await gaps.attempt(
                LocalizedText(zh: "\(year.year)年图斑", en: "survey polygons of \(year.year)"),
                aspect: .land, year: year.year
            ) {
                .parcels(
                    try await ParcelYear(year, source, of: survey, zones: zones, jobs: jobs))
            }
        }.compactMap(\.self)
        // Nothing is left to survey.
        if lands.isEmpty, let error = gaps.firstError { throw error }
        lands.sort { $0.year < $1.year }
        self.lands = lands
        try survey.checkVersions(lands)
        parcelYears = lands.compactMap { if case .parcels(let year) = $0 { year } else { nil } }
        accuracy = try survey.accuracy.flatMap { source in
            try lands.filter { $0.year == source.year }.compactMap { land in
                try gaps.attempt(
                    LocalizedText(
                        zh: "\(source.year)年精度样本", en: "the accuracy sample of \(source.year)")
                ) {
                    try SurveyAccuracy(
                        source, of: survey, zones: zones, land: land, language: language)
                }
            }
        }
        published = ProductErrors(survey, lands: lands)
        try survey.checkClassMeans(lands)
        let (sampled, all) = (accuracy, lands)
        let ((changes, deserts), (covers, degraded)) = try await MeasurementQueue.sideBySide {
            try await MeasurementQueue.sideBySide {
                try await SurveyChanges(
                    survey, zones: zones, lands: all, accuracy: sampled, cityName: cityName,
                    jobs: jobs, gaps: gaps)
            } _: {
                try await SurveyDeserts(
                    survey, regions: regions, lands: all, accuracy: sampled, cityName: cityName,
                    jobs: jobs, gaps: gaps)
            }
        } _: {
            try await MeasurementQueue.sideBySide {
                try await MeasurementQueue.sideBySide(all) { land in
                    try await LandCovers(
                        land, of: survey, zones: zones, cityName: cityName, jobs: jobs, gaps: gaps)
                }
            } _: {
                try await gaps.attempt(
                    LocalizedText(zh: "土地退化的输入", en: "an input of land degradation"),
                    indicators: ["land_degradation"]
                ) {
                    try await SurveyDegradation(
                        of: survey, lands: all, zones: zones, language: language, jobs: jobs)
                }.flatMap(\.self)
            }
        }
        degradation = degraded
        self.changes = changes
        self.deserts = deserts
        var found: Results = ([], [])
        func add(_ more: Results) {
            found.main += more.main
            found.others += more.others
        }
        let standing = VolumeAssessing(
            survey: survey, zones: zones, areas: lands.first?.zoneAreas ?? [:], cityName: cityName)
        let grass = try GrasslandAssessing(survey, years: lands, zones: zones)
        for (land, year) in zip(lands, covers) {
            add(try year.wetland.results(by: survey.variants.wetland, rules: survey.rules))
            add(try grass.results(of: year.grassland, cityName: cityName, zones: land.zones))
            add(try standing.results(of: land, year.volume))
        }
        grassland = covers.map(\.grassland)
        wetlands = covers.map(\.wetland)
        let volumes = covers.compactMap(\.volume)
        add(try deserts.results())
        found.main += degraded?.results ?? []
        found.main += changes.degradation.flatMap { $0.results(rules: survey.rules) }
        let ledgers = try LedgerAssessing(
            survey: survey, catalogue: catalogue, zones: zones,
            areas: lands.first?.zoneAreas ?? [:], cityName: cityName
        ).findings(gaps)
        add((ledgers.main, ledgers.others))
        counted = ledgers.main.map(\.indicator)
        ledgerNotes = ledgers.notes + survey.rainNotes(zones.zones.map(\.id)) + grass.notes
        self.found = found
        if let plan = survey.carbon {
            beforeCarbon()
            let basis = SurveyCarbon.Basis(
                zones: zones, rasters: years, parcels: parcelYears, pairs: changes.pairs,
                volumes: volumes, accuracy: accuracy)
            carbon = try await gaps.attempt(
                LocalizedText(zh: "碳核算的输入", en: "an input of carbon")
            ) {
                try await SurveyCarbon(plan, of: survey, basis, language: language, jobs: jobs)
            }
        } else {
            carbon = nil
        }
    }

    /// Tree belts of a year whose land cover is a raster, by zone, m².
    static func belts(
        of survey: SurveyFile, over zones: ZoneLayer
    ) throws -> [Int: [String: Double]] {
        var belts: [Int: [String: Double]] = [:]
        for year in survey.years where year.parcels == nil {
            belts[year.year] = try year.belts.map { try LayerAreas(of: $0, over: zones).byZone }
        }
        return belts
    }

    /// What a reader should know.
    var notes: [LocalizedText] {
        LandYear.remarks(lands) + parcelYears.flatMap(\.notes) + published.notes + changes.notes
            + ledgerNotes + accuracy.flatMap(\.notes) + (degradation?.notes ?? [])
            + (carbon?.notes ?? [])
    }

    /// Adds the results of polygons and of all that is measured apart, and intervals.
    func complete(
        _ rasters: (main: [IndicatorResult], others: [IndicatorResult])
    ) throws -> (main: [IndicatorResult], others: [IndicatorResult]) {
        var main = rasters.main + found.main
        var others = rasters.others + found.others
        for year in parcelYears {
            let own = try year.results(of: survey, cityName: cityName)
            main += own.main
            others += own.others
        }
        // Where statistics give an indicator, the map's figure is another reading of it.
        let counted = Set(counted)
        others += main.filter { counted.contains($0.indicator) && $0.variant == "land_cover" }
        main.removeAll { counted.contains($0.indicator) && $0.variant == "land_cover" }
        func judged(_ results: [IndicatorResult]) -> [IndicatorResult] {
            published.applied(to: accuracy.reduce(results) { $1.applied(to: $0) })
        }
        return (judged(main), judged(others))
    }

    /// *Not assessed*, with the reason, for what the plan wants and the newest year does not have.
    func missing(
        _ results: [IndicatorResult], plan: TargetPlan?, catalogue: IndicatorCatalogue
    ) -> [IndicatorResult] {
        guard let plan, let year = survey.years.map(\.year).max() else { return [] }
        var seen = Set(
            results.filter { $0.year == year && $0.zone == "all" }.map(\.indicator))
        return plan.targets.compactMap { target in
            guard seen.insert(target.indicator).inserted else { return nil }
            return IndicatorResult(
                target.indicator, variant: target.variant ?? "",
                at: ZoneYear(
                    year: year, zone: "all", name: cityName),
                unit: target.unit.stored,
                status: .notAssessed(
                    Self.lack(
                        of: target.indicator,
                        isCounted: catalogue[target.indicator]?.ledger != nil, year)))
        }
    }

    private static func lack(
        of indicator: String, isCounted: Bool, _ year: Int
    ) -> LocalizedText {
        let table: String? =
            switch indicator {
            case "afforestation_pass": "[afforestation]"
            case "forage_balance": "[livestock]"
            case "erosion_new", "erosion_ratio": "[erosion]"
            case "urban_green", "park_green": "[[urban]]"
            case "standing_volume": "volume"
            case "land_degradation": "[degradation]"
            case _ where isCounted: "[[statistics]]"
            default: indicator.hasPrefix("desert") ? "[[desert]]" : nil
            }
        guard let table else {
            return LocalizedText(zh: "\(year)年无数据", en: "there are no data for \(year)")
        }
        return LocalizedText(
            zh: "\(year)年无数据（调查文件中的 \(table)）",
            en: "there are no data for \(year) (\(table) in the survey file)")
    }

    /// Tables beside the usual ones.
    func tables(
        _ assessments: [Assessment], plan: TargetPlan?, in language: Language
    ) throws -> [Table] {
        let trend = TrendTables(assessments: assessments, plan: plan)
        return [
            changes.transitions(in: language), changes.estimates(in: language),
            changes.summary(in: language),
            try trend.trend(in: language),
            try trend.wetlandHolding(baseline: survey.baseline, in: language),
            TrendTables.coverClasses(grassland),
            degradation?.table ?? Table("degradation", columns: []),
            GrasslandLoss.table(changes.degradation),
            WetlandYear.table(wetlands, in: language), grasslandTypes, endMembers,
            parcelProblems(in: language),
        ] + (try deserts.tables) + accuracy.tables
            + [carbon?.table, carbon?.literature].compactMap(\.self) + (carbon?.details ?? [])
    }

    /// `grassland_types.csv`: area and mean cover of each type.
    private var grasslandTypes: Table {
        get {
            var table = Table(
                "grassland_types",
                columns: ["year", "zone", "name", "type", "area_m2", "cover", "nodata_m2"])
            for year in grassland {
                for part in year.parts {
                    for (type, sum) in part.types.sorted(by: { $0.key < $1.key }) {
                        table.append([
                            .integer(year.year), .text(part.key.id), .text(part.key.name),
                            .text(type), .number(sum.area),
                            Table.Cell(sum.valued > 0 ? sum.covered / sum.valued : nil),
                            .number(sum.missing),
                        ])
                    }
                }
            }
            return table
        }
    }

    /// `end_members.csv`: the NDVI that cover was reckoned between; none where cover was given.
    private var endMembers: Table {
        guard survey.years.contains(where: { !$0.ndvi.isEmpty }) else {
            return EndMemberTable(rest: survey.endMembers).table.emptied
        }
        return (survey.preparedCover?.members ?? EndMemberTable(rest: survey.endMembers)).table
    }

    private func parcelProblems(in language: Language) -> Table {
        var table = Table(
            "parcel_problems",
            columns: ["year", "problem", "zone", "parcels", "area_m2", "description"])
        for year in parcelYears {
            for row in year.account.problemTable(in: language).rows {
                table.append([.integer(year.year)] + row)
            }
        }
        return table
    }

    /// The files that were read for it.
    var files: [String] {
        var paths = survey.ledgers.files + survey.grassland.files
        paths += survey.deserts.compactMap(\.measures?.source.path)
        paths += survey.deserts.compactMap(\.treatable?.path)
        paths += survey.years.compactMap(\.stands?.source.path)
        paths += [survey.coverPlan?.members].compactMap(\.self)
        paths += survey.years.compactMap { $0.belts?.path }
        paths += survey.accuracy.flatMap { [$0.samples.path] + [$0.strata].compactMap(\.self) }
        paths += [survey.changeSample?.samples.path, survey.changeSample?.strata].compactMap(\.self)
        paths += survey.carbon?.files ?? []
        paths += survey.degradation?.files ?? []
        for year in parcelYears { paths += [year.file] + year.coverFiles }
        return paths
    }
}

/// What is measured of one year's land beside its classes.
private struct LandCovers: Sendable {
    let grassland: GrasslandYear
    let wetland: WetlandYear
    let volume: LandVolume?

    init(
        _ land: LandYear, of survey: SurveyFile, zones: ZoneLayer, cityName: String, jobs: Int,
        gaps: SurveyGaps
    ) async throws {
        let parts: ((GrasslandYear?, WetlandYear), LandVolume??)
        parts = try await MeasurementQueue.sideBySide {
            try await MeasurementQueue.sideBySide {
                try await gaps.attempt(
                    LocalizedText(
                        zh: "\(land.year)年植被盖度或草原类型图",
                        en: "vegetation cover or grassland types of \(land.year)"),
                    aspect: .cover, year: land.year
                ) {
                    try await GrasslandYear(
                        land, of: survey, zones: zones, cityName: cityName, jobs: jobs)
                }
            } _: {
                try await WetlandYear(
                    land, of: survey, zones: zones, cityName: cityName, jobs: jobs)
            }
        } _: {
            try await gaps.attempt(
                LocalizedText(zh: "\(land.year)年蓄积", en: "volume of \(land.year)"),
                aspect: .volume, year: land.year
            ) { try await LandVolume(of: land, in: survey, jobs: jobs) }
        }
        grassland = parts.0.0 ?? GrasslandYear(withoutCover: land.year)
        wetland = parts.0.1
        volume = parts.1 ?? nil
    }
}

extension Table {
    /// The same columns without a row.
    fileprivate var emptied: Table { Table(name, columns: columns) }
}

extension Quantity.Unit {
    /// The unit that results of its dimension are stored in.
    fileprivate var stored: Quantity.Unit {
        [.fraction, .squareMetres, .cubicMetres].first { $0.dimension == dimension } ?? self
    }
}
