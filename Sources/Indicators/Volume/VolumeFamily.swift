// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
internal import Words
internal import Zonal

/// Standing volume of each year, by raster, by stands and by class means.
package struct VolumeFamily: IndicatorFamily {
    package static var sections: [any SurveySection.Type] { [SurveyFile.Volume.self] }

    package static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool {
        indicator.id == "standing_volume"
    }

    /// What the years' rasters of volume say, in the order of the years; `nil` for a year without.
    private let byYear: [LandVolume?]

    package init?(_ setting: FamilySetting, after earlier: Families) async throws {
        try setting.survey.checkClassMeans(setting.lands)
        byYear = try await MeasurementQueue.sideBySide(setting.lands) { land in
            try await setting.gaps.attempt(
                LocalizedText(zh: "\(land.year)年蓄积", en: "volume of \(land.year)"),
                aspect: .volume, year: land.year
            ) {
                try await LandVolume(of: land, in: setting.survey, jobs: setting.jobs)
            }.flatMap(\.self)
        }
    }

    /// The years that have a raster of volume.
    package var volumes: [LandVolume] { byYear.compactMap(\.self) }

    package func contribution(to setting: FamilySetting) throws -> Contribution {
        var contribution = Contribution()
        contribution.inputs = setting.survey.years.compactMap(\.stands?.source.path)
        let assessing = VolumeAssessing(
            survey: setting.survey, zones: setting.zones, areas: setting.zoneAreas,
            cityName: setting.wholeName)
        for (land, volume) in zip(setting.lands, byYear) {
            let results = try assessing.results(of: land, volume)
            contribution.results += results.main
            contribution.variants += results.others
        }
        return contribution
    }
}
