// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
internal import GDAL
internal import LandCover
package import Tables
package import Words
internal import Zonal

/// What became what between the years of a survey: consecutive ones, and the first and the last.
package struct ChangeFamily: IndicatorFamily {
    package static var sections: [any SurveySection.Type] { [SurveyFile.ChangeSample.self] }
    package static var foundations: [any IndicatorFamily.Type] { [AccuracyFamily.self] }

    package static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool {
        false
    }

    package let pairs: [MeasuredPair]
    private let notes: [LocalizedText]

    package init?(_ setting: FamilySetting, after earlier: Families) async throws {
        let samples = earlier[AccuracyFamily.self]?.samples ?? []
        let measuring = PairMeasuring(
            survey: setting.survey, zones: setting.zones, accuracy: samples,
            cityName: setting.wholeName, jobs: setting.jobs)
        let measured = try await MeasurementQueue.sideBySide(Self.wanted(setting.lands)) {
            try await measuring.pair($0, $1)
        }
        pairs = measured.map(\.pair)
        notes = measured.flatMap(\.notes)
    }

    package func contribution(to setting: FamilySetting) throws -> Contribution {
        var contribution = Contribution()
        contribution.tables = [
            transitions(in: setting.language), estimates(in: setting.language),
            summary(in: setting.language),
        ]
        contribution.notes = notes
        contribution.inputs = [
            setting.survey.changeSample?.samples.path, setting.survey.changeSample?.strata,
        ].compactMap(\.self)
        return contribution
    }

    /// Consecutive years, then the first and the last where others lie between them.
    private static func wanted(_ lands: [LandYear]) -> [(LandYear, LandYear)] {
        var wanted = zip(lands, lands.dropFirst()).map { ($0, $1) }
        if lands.count > 2, let first = lands.first, let last = lands.last {
            wanted.append((first, last))
        }
        return wanted
    }

    /// `transitions.csv`: every transition of every pair of years, the city as `all`; where the years
    /// are unlike, the reason that not all of it is a change of the land.
    package func transitions(in language: Language) -> Table {
        table("transitions", ChangeAccount.columns, in: language) {
            $0.account.rows(of: $1, in: language)
        }
    }

    /// `change.csv`: what each class gained and lost; the reason in place of that where the two years
    /// are unlike, so that no difference between them is taken for a change of the land.
    package func summary(in language: Language) -> Table {
        let areas = ChangeAccount.summaryColumns.firstIndex(of: "gain_m2") ?? 0
        return table("change", ChangeAccount.summaryColumns, in: language) { pair, zone in
            let rows = pair.account.summaryRows(
                of: zone, in: language, pair.errors, isWhole: zone.zone.id == "all")
            guard pair.reason != nil else { return rows }
            return rows.map { row in
                row.enumerated().map { $0.offset < areas ? $0.element : .missing }
            }
        }
    }

    /// `change_estimates.csv`: the error-adjusted transitions, and what each class gained and lost, by
    /// a sample of change.
    package func estimates(in language: Language) -> Table {
        var table = Table(
            "change_estimates", columns: ["from_year", "to_year"] + ChangeEstimates.columns)
        for pair in pairs {
            guard let estimates = pair.errors.estimates else { continue }
            for row in estimates.rows(named: pair.account.name(of:), in: language) {
                table.append([.integer(pair.from), .integer(pair.to)] + row)
            }
        }
        return table
    }

    private func table(
        _ name: String, _ columns: [String], in language: Language,
        _ rows: (MeasuredPair, ZoneChange) -> [[Table.Cell]]
    ) -> Table {
        var table = Table(name, columns: ["from_year", "to_year"] + columns + ChangeLimit.columns)
        for pair in pairs {
            let reason = ChangeLimit.cells(pair.reason, language)
            for zone in pair.account.zones + [pair.city].compactMap(\.self) {
                for row in rows(pair, zone) {
                    table.append([.integer(pair.from), .integer(pair.to)] + row + reason)
                }
            }
        }
        return table
    }
}
