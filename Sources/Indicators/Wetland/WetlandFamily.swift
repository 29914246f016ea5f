// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
package import Tables
package import Words
internal import Zonal

/// Wetland of each year, with and without small patches, and whether it is held.
package struct WetlandFamily: IndicatorFamily {
    package static var sections: [any SurveySection.Type] { [WetlandSection.self] }

    package static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool {
        indicator.id == "wetland_area"
    }

    package static func work(in survey: SurveyFile) -> FamilyWork {
        FamilyWork(maps: 1)
    }

    private let years: [WetlandYear]

    package init?(_ setting: FamilySetting, after earlier: Families) async throws {
        years = try await MeasurementQueue.sideBySide(setting.lands) { land in
            try await WetlandYear(
                land, of: setting.survey, zones: setting.zones, cityName: setting.wholeName,
                jobs: setting.jobs)
        }
    }

    package func contribution(to setting: FamilySetting) throws -> Contribution {
        var contribution = Contribution()
        for year in years {
            let results = try year.results(
                by: setting.survey.variants.wetland, rules: setting.survey.rules)
            contribution.results += results.main
            contribution.variants += results.others
        }
        contribution.tables = [WetlandYear.table(years, in: setting.language)]
        let (baseline, language) = (setting.survey.baseline, setting.language)
        contribution.concludingTables = { assessments, _ in
            [try Self.holding(assessments, baseline: baseline, in: language)]
        }
        return contribution
    }

    /// `wetland_holding.csv`: the area against the target, and its net change since the baseline.
    ///
    /// Whether wetland is held is told where it has a target, and where the two years are alike.
    package static func holding(
        _ assessments: [Assessment], baseline: Int, in language: Language
    ) throws -> Table {
        var table = Table(
            "wetland_holding",
            columns: [
                "zone", "name", "baseline", "year", "baseline_m2", "area_m2", "net_change_m2",
                "target_m2", "held", "target_origin", "reason",
            ])
        let areas = assessments.filter { $0.result.indicator == "wetland_area" }
        for now in areas where now.result.year > baseline {
            let first = areas.first {
                $0.result.year == baseline && $0.result.zone == now.result.zone
            }
            guard let first else { continue }
            let (later, earlier) = now.result.like(first.result)
            guard let before = earlier.value, let area = later.value else { continue }
            let change = try now.result.change(since: first.result)
            let target = try now.verdict?.target?.converted(to: .squareMetres).value
            let test = HoldingTest(area: area, baseline: before, target: target ?? 0)
            let isComparable = target != nil && change.difference != nil
            table.append([
                .text(now.result.zone), .text(now.result.name), .integer(baseline),
                .integer(now.result.year), .number(before), .number(area),
                Table.Cell(change.difference), Table.Cell(target),
                isComparable ? .text(test.isMet ? "yes" : "no") : .missing,
                .text(now.targetOrigin), .text(change.reason?[language] ?? ""),
            ])
        }
        return table
    }
}
