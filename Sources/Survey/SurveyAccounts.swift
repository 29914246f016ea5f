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
    private let survey: SurveyFile
    private let zones: ZoneLayer
    private let cityName: String
    private let changes: SurveyChanges
    private let accuracy: SurveyAccuracy?
    private let accounts: [YearAccount]
    private let ledgerResults: [IndicatorResult]
    let carbon: SurveyCarbon?

    init(
        _ survey: SurveyFile, zones: ZoneLayer, years: [(YearRasters, YearAccount)],
        language: Language, jobs: Int
    ) async throws {
        self.survey = survey
        self.zones = zones
        cityName = SurveyFile.allZones[language]
        accounts = years.map(\.1)
        var parcelYears: [ParcelYear] = []
        for year in survey.years {
            guard let source = year.parcels else { continue }
            parcelYears.append(
                try await ParcelYear(year, source, of: survey, zones: zones, jobs: jobs))
        }
        self.parcelYears = parcelYears
        changes = try await SurveyChanges(
            survey, zones: zones, years: years, cityName: cityName, jobs: jobs)
        accuracy = try survey.accuracy.map { source in
            guard let year = years.first(where: { $0.1.year == source.year }) else {
                throw SurveyError.unusable(
                    file: survey.path,
                    why: "[accuracy] judges \(source.year), whose land cover is polygons; samples "
                        + "judge a raster")
            }
            return try SurveyAccuracy(
                source, of: survey, zones: zones, year: year, language: language)
        }
        ledgerResults = try LedgerAssessing(
            survey: survey, zones: zones, cityName: cityName
        ).results()
        if let plan = survey.carbon {
            carbon = try await SurveyCarbon(
                plan, of: survey,
                SurveyCarbon.Basis(
                    zones: zones, rasters: years, parcels: parcelYears, pairs: changes.pairs,
                    accuracy: accuracy), language: language, jobs: jobs)
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
    func notes(in language: Language) -> [String] {
        parcelYears.flatMap(\.notes) + changes.notes.map { $0[language] } + (accuracy?.notes ?? [])
            + (carbon?.notes ?? [])
    }

    /// Adds intervals to what rasters gave, and the results of polygons and ledgers.
    func complete(
        _ found: (main: [IndicatorResult], others: [IndicatorResult])
    ) throws -> (main: [IndicatorResult], others: [IndicatorResult]) {
        var main = accuracy?.applied(to: found.main) ?? found.main
        var others = accuracy?.applied(to: found.others) ?? found.others
        for year in parcelYears {
            let own = try year.results(of: survey, cityName: cityName)
            main += own.main
            others += own.others
        }
        return (main + ledgerResults, others)
    }

    /// *Not assessed*, with the reason, for what the plan wants and the newest year does not have.
    func missing(_ results: [IndicatorResult], plan: TargetPlan?) -> [IndicatorResult] {
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
                status: .notAssessed(Self.lack(of: target.indicator, year)))
        }
    }

    private static func lack(of indicator: String, _ year: Int) -> LocalizedText {
        let table: String? =
            switch indicator {
            case "afforestation_pass": "[afforestation]"
            case "forage_balance": "[livestock]"
            case "erosion_new", "erosion_ratio": "[erosion]"
            case "urban_green", "park_green": "[[urban]]"
            case "standing_volume": "volume"
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
            changes.transitions(in: language), changes.summary(in: language), try trend.trend(),
            try trend.wetlandHolding(baseline: survey.baseline),
            try TrendTables.coverClasses(accounts, cityName: cityName),
            GrasslandLoss.table(changes.degradation), parcelProblems,
        ] + (accuracy?.tables ?? []) + [carbon?.table, carbon?.literature].compactMap(\.self)
    }

    private var parcelProblems: Table {
        var table = Table(
            "parcel_problems",
            columns: ["year", "problem", "zone", "parcels", "area_m2", "description"])
        for year in parcelYears {
            for row in year.account.problemTable.rows { table.append([.integer(year.year)] + row) }
        }
        return table
    }

    /// The files that were read for it.
    var files: [String] {
        var paths = survey.ledgers.files
        paths += survey.years.compactMap { $0.belts?.path }
        paths += [survey.accuracy?.samples.path].compactMap(\.self)
        paths += survey.carbon?.files ?? []
        for year in parcelYears { paths += [year.file] + year.coverFiles }
        return paths
    }
}

extension Quantity.Unit {
    /// The unit that results of its dimension are stored in.
    fileprivate var stored: Quantity.Unit {
        [.fraction, .squareMetres, .cubicMetres].first { $0.dimension == dimension } ?? self
    }
}
