// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
internal import MapStyles
internal import Tables
internal import Words

/// The years' vegetation cover: what it was computed between, and pictures of it.
package struct CoverFamily: IndicatorFamily {
    package static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool {
        indicator.measuredOn.contains(.cover)
    }

    package static func work(in survey: SurveyFile) -> FamilyWork {
        FamilyWork(maps: survey.years.count { !$0.ndvi.isEmpty || !$0.cover.isEmpty })
    }

    package init?(_ setting: FamilySetting, after earlier: Families) async throws {}

    package func contribution(to setting: FamilySetting) throws -> Contribution {
        var contribution = Contribution()
        contribution.tables = [endMembers(of: setting.survey)]
        contribution.inputs = [setting.survey.coverPlan?.members].compactMap(\.self)
        contribution.rasterMaps = {
            try CoverPictures(
                setting.lands, baseline: setting.survey.baseline,
                assuming: setting.survey.rasterCRS, jobs: setting.jobs
            ).maps
        }
        return contribution
    }

    /// `end_members.csv`: the NDVI that cover was computed between; none where cover was given.
    private func endMembers(of survey: SurveyFile) -> Table {
        let table =
            (survey.preparedCover?.members ?? EndMemberTable(rest: survey.endMembers)).table
        let isComputed = survey.years.contains { !$0.ndvi.isEmpty }
        return isComputed ? table : Table(table.name, columns: table.columns)
    }
}

extension CoverPictures {
    /// Vegetation cover of each year, and its change since the baseline.
    fileprivate var maps: [RasterPicture] {
        pictures.map { picture in
            let since = picture.since
            return RasterPicture(
                name: since.map { "cover_change_\($0)_\(picture.year)" } ?? "cover_\(picture.year)",
                path: picture.path, owner: self,
                heading: since == nil
                    ? .init(zh: "植被盖度", en: "Vegetation cover")
                    : .init(zh: "植被盖度变化", en: "Change of vegetation cover"),
                unit: since == nil
                    ? .init(zh: "%", en: "%") : .init(zh: "百分点", en: "percentage points"),
                years: since.map { "\($0)–\(picture.year)" } ?? "\(picture.year)",
                method: .init(
                    zh: "像元二分模型，端元见end_members.csv；为显示而重采样",
                    en:
                        "Dimidiate pixel model, end members in end_members.csv; resampled for the eye"
                ),
                ramp: since == nil ? .vegetation : .change,
                range: since == nil ? 0...100 : -40...40)
        }
    }
}
