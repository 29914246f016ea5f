// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
internal import Words

/// How sure the years' areas are: by samples, else by what the products' publishers state.
package struct AccuracyFamily: IndicatorFamily {
    package static var sections: [any SurveySection.Type] { [AccuracySection.self] }

    package static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool {
        true
    }

    /// At most one sample for each year.
    package let samples: [SurveyAccuracy]
    private let published: ProductErrors

    package init?(_ setting: FamilySetting, after earlier: Families) async throws {
        samples = try setting.survey.accuracy.flatMap { source in
            try setting.lands.filter { $0.year == source.year }.compactMap { land in
                try setting.gaps.attempt(
                    LocalizedText(
                        zh: "\(source.year)年精度样本", en: "the accuracy sample of \(source.year)")
                ) {
                    try SurveyAccuracy(
                        source, of: setting.survey, zones: setting.zones, land: land,
                        language: setting.language)
                }
            }
        }
        published = ProductErrors(setting.survey, lands: setting.lands)
    }

    package func contribution(to setting: FamilySetting) throws -> Contribution {
        var contribution = Contribution()
        contribution.judge = { result in
            published.judged(samples.reduce(result) { $1.judged($0) })
        }
        contribution.tables = samples.tables
        contribution.notes = published.notes + samples.flatMap(\.notes)
        contribution.inputs = setting.survey.accuracy.flatMap {
            [$0.samples.path] + [$0.strata].compactMap(\.self)
        }
        return contribution
    }
}
