// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import LandCover
public import Words

/// How far sand is held by plants.
///
/// - Source: GB/T 24255-2009 沙化土地监测技术规程, thresholds as quoted by 滑永春 et al. 2020.
public enum SandState: String, CaseIterable, Sendable {
    /// 流动沙地, cover below 10 %.
    case mobile
    /// 半固定沙地, cover 10 % to below 30 %.
    case semiFixed = "semi_fixed"
    /// 固定沙地, cover of at least 30 %; also sand held by engineered barriers.
    case fixed
    /// Forest, shrub, grassland, cropland or wetland that is not sand.
    case vegetated
    /// Built-up land, water and the rest: in the denominator, never in the numerator.
    case other

    /// The state of sandy land with a vegetation cover of 0…1; `nil` for NaN.
    public init?(cover: Double) {
        guard !cover.isNaN else { return nil }
        self = cover < 0.10 ? .mobile : cover < 0.30 ? .semiFixed : .fixed
    }

    /// The state of land that the class scheme does not call sand, by its category key.
    ///
    /// - Returns: `nil` for `sand_bare`, whose state only its cover tells, and for `nodata`.
    public init?(category: String) {
        switch category {
        case LandCover.Category.sandBare.key, LandCover.Category.nodata.key: return nil
        case LandCover.Category.forest.key, LandCover.Category.specialShrub.key,
            LandCover.Category.otherShrub.key,
            LandCover.Category.shrub.key, LandCover.Category.otherWood.key,
            LandCover.Category.orchard.key,
            LandCover.Category.grassland.key, LandCover.Category.cropland.key,
            LandCover.Category.wetland.key:
            self = .vegetated
        default: self = .other
        }
    }

    /// The state's name.
    public var name: LocalizedText {
        switch self {
        case .mobile: LocalizedText(zh: "流动沙地", en: "mobile sand")
        case .semiFixed: LocalizedText(zh: "半固定沙地", en: "semi-fixed sand")
        case .fixed: LocalizedText(zh: "固定沙地", en: "fixed sand")
        case .vegetated: LocalizedText(zh: "植被", en: "vegetated")
        case .other: LocalizedText(zh: "其他", en: "other")
        }
    }
}

/// 沙化程度: how far land has turned to sand, in arid and semi-arid climates.
///
/// - Source: GB/T 24255-2009, breaks from memory.
public enum SandificationDegree: String, CaseIterable, Sendable {
    /// Cover above 40 %.
    case light
    /// Above 25 % to 40 %.
    case moderate
    /// Above 10 % to 25 %.
    case severe
    /// At most 10 %.
    case verySevere = "very_severe"

    /// The degree at a vegetation cover of 0…1; `nil` for NaN.
    public init?(cover: Double) {
        guard !cover.isNaN else { return nil }
        self =
            if cover > 0.40 {
                .light
            } else if cover > 0.25 {
                .moderate
            } else if cover > 0.10 {
                .severe
            } else {
                .verySevere
            }
    }
}
