// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
internal import GDAL
internal import LandCover
package import Tables
internal import Words
internal import Zonal

/// Everything that is known of the survey's deserts, year by year.
package struct DesertFamily: IndicatorFamily {
    package static var sections: [any SurveySection.Type] { [DesertSection.self] }
    package static var foundations: [any IndicatorFamily.Type] { [AccuracyFamily.self] }

    package static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool {
        survey.deserts.contains { $0.indicator == indicator.id }
    }

    package static func charts(of table: (String) throws -> Table?) throws -> [FamilyChart] {
        try table("desert_states").map(DesertCharts.charts) ?? []
    }

    package static func work(in survey: SurveyFile) -> FamilyWork {
        FamilyWork(maps: survey.deserts.count)
    }

    private let accounts: [DesertAccount]
    private let years: [DesertYear]
    private let ledgers: [DesertLedger]
    private let survey: SurveyFile
    private let cityName: String
    /// How far the land cover of years may be wrong, by their samples.
    private let mapErrors: [SurveyAccuracy.CoverErrors]

    package init?(_ setting: FamilySetting, after earlier: Families) async throws {
        let (survey, gaps) = (setting.survey, setting.gaps)
        mapErrors = (earlier[AccuracyFamily.self]?.samples ?? []).compactMap(\.coverErrors)
        self.survey = survey
        cityName = setting.wholeName
        let regions = try survey.deserts.compactMap { desert in
            try gaps.attempt(
                LocalizedText(
                    zh: "\(desert.name.zh)范围", en: "the outline of \(desert.name.en)"),
                indicators: [desert.indicator]
            ) { (desert, try desert.parts(in: setting.zones)) }
        }
        let measuring = DesertMeasuring(survey: survey, jobs: setting.jobs)
        let base = setting.lands.first { $0.year == survey.baseline }
        let wanted = regions.flatMap { region in setting.lands.map { (region, $0) } }
        let measured = try await MeasurementQueue.sideBySide(wanted) { region, land in
            try await gaps.attempt(
                LocalizedText(
                    zh: "\(region.0.name.zh)\(land.year)年的输入",
                    en: "an input of \(region.0.name.en) in \(land.year)"),
                indicators: [region.0.indicator]
            ) {
                try await MeasurementQueue.sideBySide {
                    try await measuring.year(region.0, in: region.1, land)
                } _: { () -> DesertAccount? in
                    guard let base, land.year > base.year else { return nil }
                    return try await measuring.change(region.0, in: region.1, from: base, to: land)
                }
            }
        }.compactMap(\.self)
        years = measured.map(\.0)
        accounts = measured.compactMap(\.1)
        ledgers = try regions.compactMap { region, parts in
            try region.measures.flatMap { measures in
                try gaps.attempt(
                    LocalizedText(
                        zh: "\(region.name.zh)治理台账", en: "the ledger of \(region.name.en)"),
                    indicators: [region.indicator]
                ) { try DesertLedger(region, measures, parts) }
            }
        }
    }

    package func contribution(to setting: FamilySetting) throws -> Contribution {
        var contribution = Contribution()
        (contribution.results, contribution.variants) = try results()
        contribution.tables = [states, try balance, sandyLand]
        contribution.inputs =
            survey.deserts.map(\.source.path) + survey.deserts.compactMap(\.measures?.source.path)
            + survey.deserts.compactMap(\.treatable?.path)
        contribution.sharedInputs = survey.deserts.map { desert in
            (
                LocalizedText(
                    zh: "沙区范围：\(desert.name.zh)", en: "outline: \(desert.name.en)"),
                [desert.source.path]
            )
        }
        contribution.charts = DesertCharts.charts(of: states)
        contribution.layers = [.deserts(accounts, in: setting.language)].compactMap(\.self)
        return contribution
    }

    // MARK: Results

    /// By each desert's variant, then all other variants that the data allow.
    private func results() throws -> (main: [IndicatorResult], others: [IndicatorResult]) {
        var main: [IndicatorResult] = []
        var others: [IndicatorResult] = []
        func add(_ results: [IndicatorResult], _ region: SurveyFile.Desert) {
            for result in results {
                if result.variant == (region.variant ?? survey.variants.desert).rawValue {
                    main.append(result)
                } else {
                    others.append(result)
                }
            }
        }
        for account in accounts { add(try results(of: account), account.region) }
        for year in years where year.year <= survey.baseline {
            add(try states(of: year), year.region)
        }
        for ledger in ledgers {
            for year in survey.years.map(\.year) {
                add(try ledger.results(in: year, cityName: cityName), ledger.region)
            }
        }
        main += lacking(main)
        return (main.map(noted), others.map(noted))
    }

    private func results(of desert: DesertAccount) throws -> [IndicatorResult] {
        let zones = desert.parts.zones.enumerated().map { index, zone in
            (ZoneYear(year: desert.year, zone: zone.id, name: zone.name), Optional(index))
        }
        let city = ZoneYear(year: desert.year, zone: "all", name: cityName)
        let places = desert.states.isEmpty ? [(city, nil)] : zones + [(city, nil)]
        /// The account of a part; of all parts for `nil`.
        func treatment(
            _ states: [[DesertAccount.Change?: Amount]], _ part: Int?
        ) throws -> DesertTreatment {
            try desert.treatment(part.map { states[$0] } ?? DesertAccount.total(states))
        }
        let why = LocalizedText(
            zh: "\(desert.baseline)年或\(desert.year)年缺植被盖度数据",
            en: "no vegetation cover for \(desert.baseline) or \(desert.year)")
        return try [DesertVariant.change, .state, .step].flatMap { variant in
            try places.map { place, part in
                guard !desert.states.isEmpty else {
                    return IndicatorResult(
                        desert.region.indicator, variant: variant.rawValue, at: place,
                        unit: .fraction, status: .notAssessed(why))
                }
                let account = try treatment(desert.states, part)
                var result = try account.result(
                    desert.region.indicator, variant: variant, at: place,
                    baseline: desert.baseline, rules: survey.rules)
                try addSensitivities(
                    to: &result, variant, account,
                    try desert.others.map { ($0.scenario, try treatment($0.states, part)) })
                return result
            }
        }
    }

    /// What the ratio would be by every scenario, and by the map's errors where it was sampled.
    private func addSensitivities(
        to result: inout IndicatorResult, _ variant: DesertVariant, _ account: DesertTreatment,
        _ others: [(DesertScenario, DesertTreatment)]
    ) throws {
        guard let value = result.value else { return }
        for (scenario, other) in others {
            guard let ratio = other.ratio(variant), ratio.of > 0 else { continue }
            // The same sums in another order differ by rounding.
            let difference = ratio.treated / ratio.of - value
            result.sensitivities.append(
                Sensitivity(
                    scenario.source, scenario.change,
                    difference: abs(difference) < 1e-12 ? 0 : difference))
        }
        guard let errors = mapErrors.first(where: { $0.year == result.year }),
            let (below, above) = account.mapErrors(
                variant, wrong: errors.wrong, missed: errors.missed)
        else { return }
        let (wrong, missed) = (
            decimal(errors.wrong * 100, digits: 1), decimal(errors.missed * 100, digits: 1)
        )
        result.sensitivities += [
            Sensitivity(
                .mapSample,
                LocalizedText(
                    zh: "图上植被有\(wrong)%不是植被（样本95%上限）",
                    en:
                        "\(wrong) % of what the map has as vegetated is not (the sample's 95 % limit)"
                ),
                difference: below),
            Sensitivity(
                .mapSample,
                LocalizedText(
                    zh: "图上沙地及其他有\(missed)%是植被（样本95%上限）",
                    en:
                        "\(missed) % of what the map has as sand or other is vegetated (the sample's "
                        + "95 % limit)"),
                difference: above),
        ]
    }

    /// The share that is fixed or vegetated in a year without an earlier one to compare with.
    private func states(of desert: DesertYear) throws -> [IndicatorResult] {
        guard !desert.ground.isEmpty else { return [] }
        let zones = desert.parts.zones.enumerated().map { index, zone in
            (ZoneYear(year: desert.year, zone: zone.id, name: zone.name), Optional(index))
        }
        let city = (ZoneYear(year: desert.year, zone: "all", name: cityName), Int?.none)
        func treatment(
            _ states: [[SandState?: Amount]], _ part: Int?
        ) throws -> DesertTreatment {
            try DesertYear.treatment(
                part.map { states[$0] }
                    ?? states.reduce(into: [:]) { sum, amounts in
                        for (state, amount) in amounts { sum[state, default: Amount()] += amount }
                    })
        }
        return try (zones + [city]).map { place, part in
            let account = try treatment(desert.ground.map(DesertYear.states), part)
            var result = account.state(
                desert.region.indicator, at: place, rules: survey.rules)
            try addSensitivities(
                to: &result, .state, account,
                try desert.others.map { ($0.scenario, try treatment($0.states, part)) })
            return result
        }
    }

    /// *Not assessed* for the newest year of a desert whose variant the data do not allow.
    private func lacking(_ main: [IndicatorResult]) -> [IndicatorResult] {
        guard let newest = survey.years.map(\.year).max() else { return [] }
        return survey.deserts.compactMap { region in
            let variant = region.variant ?? survey.variants.desert
            guard variant == .ledger, region.measures == nil,
                !main.contains(where: { $0.indicator == region.indicator })
            else { return nil }
            return IndicatorResult(
                region.indicator, variant: variant.rawValue,
                at: ZoneYear(year: newest, zone: "all", name: cityName), unit: .fraction,
                status: .notAssessed(
                    LocalizedText(
                        zh: "缺治理台账（[[desert]] measures）",
                        en: "no ledger of measures ([[desert]] measures in the survey file)")))
        }
    }

    /// Says where an outline is schematic; what is measured in it is indicative then.
    private func noted(_ result: IndicatorResult) -> IndicatorResult {
        guard let region = survey.deserts.first(where: { $0.indicator == result.indicator }),
            region.isSchematic, result.value != nil || result.numerator != nil
        else { return result }
        var result = result
        result.notes.append(
            LocalizedText(
                zh: "沙区范围为示意，非官方界线", en: "the region's outline is schematic, not official"))
        let isCounted = result.variant == DesertVariant.ledger.rawValue
        if case .official = result.status, !isCounted {
            result.status = .indicative(
                LocalizedText(
                    zh: "沙区界线为示意，非官方界线",
                    en: "the outline is schematic, not the official one"))
        }
        return result
    }

    // MARK: Tables

    /// `desert_states.csv`: from which state to which, by desert and zone.
    private var states: Table {
        var table = Table(
            "desert_states",
            columns: ["baseline", "year", "desert", "zone", "name", "before", "after", "area_m2"])
        for desert in accounts where !desert.states.isEmpty {
            var parts = zip(desert.parts.zones, desert.states).map { ($0.id, $0.name, $1) }
            parts.append(("all", cityName, DesertAccount.total(desert.states)))
            for (zone, name, states) in parts {
                for before in SandState.allCases {
                    for after in SandState.allCases {
                        let change = DesertAccount.Change(before: before, after: after)
                        guard let amount = states[change] else { continue }
                        table.append([
                            .integer(desert.baseline), .integer(desert.year),
                            .text(desert.region.indicator), .text(zone), .text(name),
                            .text(before.rawValue), .text(after.rawValue),
                            .number(amount.areaSquareMetres),
                        ])
                    }
                }
            }
        }
        return table
    }

    /// `desert_balance.csv`: what was gained and what fell back, by desert and zone.
    private var balance: Table {
        get throws {
            var table = Table(
                "desert_balance",
                columns: [
                    "baseline", "year", "desert", "zone", "name", "region_m2", "open_baseline_m2",
                    "treated_m2", "improved_m2", "relapse_m2", "new_sand_m2",
                    "mobile_sand_change", "unassessed_m2",
                ])
            for desert in accounts where !desert.states.isEmpty {
                var places = zip(desert.parts.zones, desert.states).map { ($0.id, $0.name, $1) }
                places.append(("all", cityName, DesertAccount.total(desert.states)))
                for (zone, name, states) in places {
                    let account = try desert.treatment(states)
                    table.append([
                        .integer(desert.baseline), .integer(desert.year),
                        .text(desert.region.indicator), .text(zone), .text(name),
                        .number(account.region), .number(account.untreatedAtBaseline),
                        Table.Cell(account.ratio(.change)?.treated),
                        Table.Cell(account.ratio(.step)?.treated), .number(account.relapse),
                        .number(account.newSand), Table.Cell(account.mobileSandChange),
                        .number(account.unassessed),
                    ])
                }
            }
            return table
        }
    }

    /// `sandy_land.csv`: bare ground of each desert by kind, state and degree of sandification.
    private var sandyLand: Table {
        var table = Table(
            "sandy_land",
            columns: ["year", "desert", "zone", "name", "kind", "state", "degree", "area_m2"])
        for desert in years where !desert.ground.isEmpty {
            var places = zip(desert.parts.zones, desert.ground).map { ($0.id, $0.name, $1) }
            places.append(("all", cityName, desert.total))
            for (zone, name, ground) in places {
                for case (let ground?, let amount) in ground.sorted(by: {
                    ($0.key?.order ?? "") < ($1.key?.order ?? "")
                }) {
                    guard let degree = ground.degree else { continue }
                    table.append([
                        .integer(desert.year), .text(desert.region.indicator), .text(zone),
                        .text(name), .text(ground.kind?.rawValue ?? ""),
                        .text(ground.state.rawValue), .text(degree.rawValue),
                        .number(amount.areaSquareMetres),
                    ])
                }
            }
        }
        return table
    }
}

extension DesertYear.Ground {
    /// Sorts rows of a table.
    fileprivate var order: String {
        "\(kind?.rawValue ?? "") \(state.rawValue) \(degree?.rawValue ?? "")"
    }
}
