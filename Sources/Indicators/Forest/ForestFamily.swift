// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
internal import LandCover
internal import Words
internal import Zonal

/// Forest coverage and area by every variant, and forest and grass coverage, of each year's land.
package struct ForestFamily: IndicatorFamily {
    package static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool {
        ["forest_coverage", "forest_area", "forest_grass_coverage"].contains(indicator.id)
    }

    package static func work(in survey: SurveyFile) -> FamilyWork {
        FamilyWork(maps: 3)
    }

    /// m² of tree belts by year and zone; none for a year without a layer of them.
    private let belts: [Int: [String: Double]]
    /// Years whose belts could not be read: forest is not assessed in them.
    private let unread: Set<Int>

    package init?(_ setting: FamilySetting, after earlier: Families) async throws {
        var belts: [Int: [String: Double]] = [:]
        var unread: Set<Int> = []
        for year in setting.survey.years {
            guard let layer = year.belts, setting.lands.contains(where: { $0.year == year.year })
            else { continue }
            let areas = try setting.gaps.attempt(
                LocalizedText(zh: "\(year.year)年林带图层", en: "the tree belts of \(year.year)"),
                year: year.year, indicators: ["forest_coverage", "forest_area"]
            ) { try LayerAreas(of: layer, over: setting.zones).byZone }
            if let areas { belts[year.year] = areas } else { unread.insert(year.year) }
        }
        self.belts = belts
        self.unread = unread
    }

    package func contribution(to setting: FamilySetting) throws -> Contribution {
        var contribution = Contribution()
        contribution.notes = setting.survey.rainNotes(setting.zones.zones.map(\.id))
        contribution.inputs = setting.survey.years.compactMap { $0.belts?.path }
        for land in setting.lands {
            for part in try land.parts(wholeName: setting.wholeName) {
                let place = ZoneYear(year: land.year, zone: part.key.id, name: part.key.name)
                let rules = setting.survey.rules
                if !unread.contains(land.year) {
                    for (variant, results) in try forest(part, land, at: place, rules) {
                        if variant == setting.survey.variants.forest {
                            contribution.results += results
                        } else {
                            contribution.variants += results
                        }
                    }
                }
                contribution.results.append(
                    land.noted(forestGrassCoverage(of: part.areas, at: place, rules: rules)))
            }
        }
        return contribution
    }

    /// Coverage and area of a place, by variant.
    private func forest(
        _ part: LandPart, _ land: LandYear, at place: ZoneYear, _ rules: AssessmentRules
    ) throws -> [(ForestVariant, [IndicatorResult])] {
        let shrub =
            land.scheme.limit(on: .specialShrub).map {
                ShrubKnowledge.unresolved(LocalizedText(zh: $0.zh, en: $0.en))
            } ?? .resolved
        let layer = belts[land.year]
        var areas = try ForestAreas(
            part.areas,
            belts: part.isWhole
                ? layer.map { $0.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value } }
                : layer?[place.zone])
        areas.shrubInDoubt = part.shrubInDoubt
        return try ForestVariant.allCases.map { variant in
            let results = [
                try forestCoverage(
                    of: areas, variant: variant, at: place, shrub: shrub, rules: rules),
                forestArea(of: areas, variant: variant, at: place, shrub: shrub, rules: rules),
            ]
            return (variant, results.map(land.noted))
        }
    }
}
