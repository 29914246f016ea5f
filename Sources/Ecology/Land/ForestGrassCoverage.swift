// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import LandCover

/// Forest and grass coverage, 林草覆盖率: the share of the land under forest, shrub, open and young
/// woodland, and grass.
///
/// Plans of 2021–2030 hold counties to it beside forest coverage, whose canopy and shrub rules it does
/// not have: every wooded and every grassy class counts, once.
///
/// - Source: the term of GB/T 50434-2018 (林草类植被 of the whole area), from memory.
/// - Parameters:
///   - categories: m² by category, shrub resolved or not.
///   - place: The zone and year.
///   - rules: When a zone is not assessed.
/// - Returns: A fraction of the zone's area; unclassified ground widens its bounds.
public func forestGrassCoverage(
    of categories: CategoryAreas, at place: ZoneYear, rules: AssessmentRules = AssessmentRules()
) -> IndicatorResult {
    let counted: [LandCover.Category] = [
        .forest, .specialShrub, .otherShrub, .shrub, .otherWood, .grassland,
    ]
    let area = counted.reduce(0) { $0 + categories[$1.key] }
    var result = IndicatorResult(
        "forest_grass_coverage", variant: "official", at: place,
        numerator: Quantity(area, .squareMetres),
        over: Quantity(categories.zoneArea, .squareMetres),
        status: rules.status(unclassifiedShare: categories.unclassifiedShare, otherwise: .official))
    result.allow(unknown: categories.unclassified / max(categories.zoneArea, 1))
    return result
}
