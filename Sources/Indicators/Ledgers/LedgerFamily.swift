// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
internal import Words

/// What is counted from ledgers and statistics, not from land cover.
package struct LedgerFamily: IndicatorFamily {
    package static var sections: [any SurveySection.Type] { [SurveyFile.Ledgers.self] }

    package static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool {
        SurveyFile.Ledgers.keys.contains { indicator.surveyKey?.contains("[\($0)]") ?? false }
    }

    private let findings: LedgerFindings

    package init?(_ setting: FamilySetting, after earlier: Families) async throws {
        findings = try LedgerAssessing(
            survey: setting.survey, catalogue: setting.catalogue, zones: setting.zones,
            areas: setting.zoneAreas, cityName: setting.wholeName
        ).findings(setting.gaps)
    }

    package func contribution(to setting: FamilySetting) throws -> Contribution {
        var contribution = Contribution()
        contribution.results = findings.main
        contribution.variants = findings.others
        // Where statistics give an indicator, the map's figure is another reading of it.
        contribution.counted = Set(findings.main.map(\.indicator))
        contribution.notes = findings.notes
        contribution.inputs = setting.survey.ledgers.files
        contribution.sharedInputs = [
            (
                LocalizedText(zh: "台账与附表", en: "ledgers and tables"),
                setting.survey.ledgers.files
            )
        ]
        return contribution
    }
}
