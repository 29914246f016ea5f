// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What a class is in the ecological account: every class of every scheme is one of these.
///
/// The indicators need nine; the others keep the account closed, so that the areas of all
/// categories add up to the zone's. `shrub` is a class whose shrubs no rule has judged yet:
/// ``ShrubRule`` makes it ``specialShrub`` or ``otherShrub``, or leaves it undetermined.
public enum Category: String, CaseIterable, Hashable, Sendable {
    /// 乔木林、竹林: trees with a canopy density of 0.20 or more, and bamboo.
    case forest
    /// 灌木林 that ``ShrubRule`` has still to judge.
    case shrub
    /// 特殊灌木林: shrub that the state counts as forest.
    case specialShrub = "special_shrub"
    /// 一般灌木林: the other shrub, which counts only for 林木绿化率.
    case otherShrub = "other_shrub"
    /// 疏林, 未成林造林地, 苗圃, 迹地: woody land below the threshold.
    case otherWood = "other_wood"
    /// 园地: fruit, tea and other gardens.
    case orchard
    /// 草地: natural, sown and other grass, with a cover of 5 % or more.
    case grassland
    /// 沙地、戈壁、裸地、盐碱地、裸岩; ``BareKind`` tells which.
    case sandBare = "sand_bare"
    /// 沼泽、滩涂: vegetated wetland, and tidal or inland flats.
    case wetland
    /// 河流、湖泊、水库、坑塘: open water.
    case water
    /// 耕地: paddy, irrigated and dry.
    case cropland
    /// 建设用地.
    case built
    /// 冰川及永久积雪.
    case snowIce = "snow_ice"
    /// Land that is none of these.
    case other
    /// No data, cloud, or off the raster.
    case nodata

    /// The word that files use, such as `special_shrub`.
    public var key: String { rawValue }

    /// The name in Chinese.
    public var nameZH: String {
        switch self {
        case .forest: "森林"
        case .shrub: "灌木林（待定）"
        case .specialShrub: "特殊灌木林"
        case .otherShrub: "一般灌木林"
        case .otherWood: "其他林地"
        case .orchard: "园地"
        case .grassland: "草地"
        case .sandBare: "沙地与裸地"
        case .wetland: "湿地"
        case .water: "水域"
        case .cropland: "耕地"
        case .built: "建设用地"
        case .snowIce: "冰川与积雪"
        case .other: "其他"
        case .nodata: "无数据"
        }
    }

    /// The name in English.
    public var nameEN: String {
        switch self {
        case .forest: "Forest"
        case .shrub: "Shrub (undetermined)"
        case .specialShrub: "Special shrub"
        case .otherShrub: "Other shrub"
        case .otherWood: "Other wooded land"
        case .orchard: "Orchard"
        case .grassland: "Grassland"
        case .sandBare: "Sand and bare land"
        case .wetland: "Wetland"
        case .water: "Water"
        case .cropland: "Cropland"
        case .built: "Built-up"
        case .snowIce: "Snow and ice"
        case .other: "Other"
        case .nodata: "No data"
        }
    }

    /// The colour on Steppe's own maps; undetermined shrub lies midway between the two kinds.
    public var colour: Colour {
        let rgb: UInt32 =
            switch self {
            case .forest: 0x1B7837
            case .shrub: 0x88AF4A
            case .specialShrub: 0x6A9F3A
            case .otherShrub: 0xA6BF5B
            case .otherWood: 0x8FA876
            case .orchard: 0xC2A53A
            case .grassland: 0xD9E5A1
            case .sandBare: 0xE8D3A0
            case .wetland: 0x3FA7A0
            case .water: 0x3B78C2
            case .cropland: 0xF2C14E
            case .built: 0xC0392B
            case .snowIce: 0xEEF5FA
            case .other: 0xBDBDBD
            case .nodata: 0xFFFFFF
            }
        return Colour(rgb: rgb)
    }
}

/// What kind of ground ``Category/sandBare`` is.
public enum BareKind: String, CaseIterable, Hashable, Sendable {
    /// 沙地.
    case sand
    /// 戈壁.
    case gobi
    /// 盐碱地.
    case saline
    /// 裸土地.
    case soil
    /// 裸岩石砾地.
    case rock
}
