// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import LandCover

/// The categories of land whose area an indicator is, so that an error of the map's classes says
/// something of it.
struct CountedCategories {
    /// What counts.
    let sure: Set<String>
    /// What may count beside it, and gives the result a range.
    let open: Set<String>

    /// `nil` where the indicator is no area of categories.
    init?(_ result: IndicatorResult) {
        var open: Set<LandCover.Category> = []
        let sure: Set<LandCover.Category>
        switch result.indicator {
        case "forest_coverage", "forest_area":
            switch ForestVariant(rawValue: result.variant) {
            case .noSpecialShrub: sure = [.forest]
            case .greening: sure = [.forest, .specialShrub, .otherShrub, .shrub]
            default:
                sure = [.forest, .specialShrub]
                open = [.shrub]
            }
        case "wetland_area":
            sure =
                result.variant == WetlandVariant.sandiao00.rawValue
                ? [.wetland] : [.wetland, .water]
        case "cropland": sure = [.cropland]
        default: return nil
        }
        self.sure = Set(sure.map(\.key))
        self.open = Set(open.map(\.key))
    }
}
