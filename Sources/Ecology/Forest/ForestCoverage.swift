// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import LandCover
public import Words

/// What forest coverage is counted from, in one zone; all areas in m².
public struct ForestAreas: Hashable, Sendable {
    /// 乔木林 and 竹林, canopy density at least 0.20.
    public var trees: Double
    /// 国家特别规定灌木林.
    public var specialShrub: Double
    /// 一般灌木林.
    public var otherShrub: Double
    /// Shrub of which nobody can say whether it is special.
    public var undeterminedShrub: Double
    /// Farmland shelterbelts and trees by villages, roads, water and houses; `nil` if unknown.
    public var belts: Double?
    /// The land area, inland water included.
    public var land: Double
    /// The share of the land that was not classified, 0…1.
    public var unclassifiedShare: Double
    /// Shrub whose place above rests on an assumption, or on rain near the limit.
    public var shrubInDoubt: [ShrubInDoubt] = []
    /// The land that was not classified.
    public var unclassified: Double { unclassifiedShare * land }

    /// Areas given one by one, in m².
    ///
    /// - Throws: ``EcologyError`` where one is negative or the land has no area.
    public init(
        trees: Double, specialShrub: Double, otherShrub: Double = 0, undeterminedShrub: Double = 0,
        belts: Double? = nil, land: Double, unclassifiedShare: Double = 0
    ) throws(EcologyError) {
        self.trees = try nonNegative(trees, "the area of trees")
        self.specialShrub = try nonNegative(specialShrub, "the area of special shrub")
        self.otherShrub = try nonNegative(otherShrub, "the area of other shrub")
        self.undeterminedShrub = try nonNegative(
            undeterminedShrub, "the area of undetermined shrub")
        if let belts { try nonNegative(belts, "the area of belts") }
        self.belts = belts
        self.land = try nonNegative(land, "the land area")
        guard land > 0 else { throw .nothing(what: "land area") }
        self.unclassifiedShare = try fraction(unclassifiedShare, "the unclassified share")
    }

    /// The areas of a zone's categories.
    ///
    /// - Parameters:
    ///   - categories: The zone; all of it is land area, water and unclassified ground included.
    ///   - belts: m² of shelterbelts and scattered trees; `nil` if unknown.
    ///   - orchardIsForest: Whether 园地 counts as 乔木经济林, as the forest inventory does.
    /// - Throws: ``EcologyError`` where an area is negative.
    public init(
        _ categories: CategoryAreas, belts: Double? = nil, orchardIsForest: Bool = false
    ) throws(EcologyError) {
        let orchard = orchardIsForest ? categories[LandCover.Category.orchard.key] : 0
        try self.init(
            trees: categories[LandCover.Category.forest.key] + orchard,
            specialShrub: categories[LandCover.Category.specialShrub.key],
            otherShrub: categories[LandCover.Category.otherShrub.key],
            undeterminedShrub: categories[LandCover.Category.shrub.key], belts: belts,
            land: categories.zoneArea, unclassifiedShare: categories.unclassifiedShare)
    }
}

/// A way to count forest.
public enum ForestVariant: String, CaseIterable, Sendable {
    /// Trees, bamboo, special shrub and belts.
    case official
    /// Without special shrub.
    case noSpecialShrub = "no_special_shrub"
    /// Without belts.
    case noBelts = "no_belts"
    /// 林木绿化率: with every shrub.
    case greening
}

/// Whether a class scheme can tell shrub from other land.
public enum ShrubKnowledge: Hashable, Sendable {
    /// It has shrub classes, or a shrub layer was supplied.
    case resolved
    /// It files shrub elsewhere: its coverage is indicative only. The text says which scheme.
    case unresolved(LocalizedText)

    fileprivate var status: ResultStatus {
        switch self {
        case .resolved: .official
        case .unresolved(let reason): .indicative(reason)
        }
    }
}

/// What a share of the land is divided by.
public enum LandArea: Hashable, Sendable {
    /// The area of the zone's own geometry.
    case geometry
    /// A published area in m²; the result's variant then ends in `+official_area`.
    case published(Double)
}

/// Forest coverage, 森林覆盖率: forest by the variant's count / land area.
///
/// Undetermined shrub gives a range from none of it to all of it, and no central value. Where the
/// scheme cannot resolve shrub, every variant that counts shrub is indicative.
///
/// - Source: 林资发〔2004〕14号; GB/T 26424-2010.
public func forestCoverage(
    of areas: ForestAreas, variant: ForestVariant = .official, at place: ZoneYear,
    shrub: ShrubKnowledge = .resolved, land: LandArea = .geometry,
    rules: AssessmentRules = AssessmentRules()
) throws(EcologyError) -> IndicatorResult {
    var base = areas.land
    var word = variant.rawValue
    if case .published(let area) = land {
        guard area > 0, area.isFinite else { throw .nothing(what: "published land area") }
        base = area
        word += "+official_area"
    }
    let counted = CountedForest(areas, variant)
    var result = IndicatorResult(
        "forest_coverage", variant: word, at: place,
        numerator: Quantity(counted.lower, .squareMetres), over: Quantity(base, .squareMetres),
        status: rules.status(
            unclassifiedShare: areas.unclassifiedShare,
            otherwise: variant == .noSpecialShrub ? .official : shrub.status),
        notes: counted.notes)
    result.limit(to: counted, over: base, unclassified: areas.unclassified)
    return result
}

/// Forest resource area, 森林资源总面积: the numerator of forest coverage, m².
///
/// It is not the larger 林地面积, which also holds open, young and planned forest.
public func forestArea(
    of areas: ForestAreas, variant: ForestVariant = .official, at place: ZoneYear,
    shrub: ShrubKnowledge = .resolved, rules: AssessmentRules = AssessmentRules()
) -> IndicatorResult {
    let counted = CountedForest(areas, variant)
    var result = IndicatorResult(
        "forest_area", variant: variant.rawValue, at: place,
        amount: Quantity(counted.lower, .squareMetres),
        status: rules.status(
            unclassifiedShare: areas.unclassifiedShare,
            otherwise: variant == .noSpecialShrub ? .official : shrub.status),
        notes: counted.notes)
    result.limit(to: counted, over: 1, unclassified: areas.unclassified)
    return result
}

/// Forest from the least to the most that undetermined shrub allows.
private struct CountedForest {
    let lower: Double
    let upper: Double
    /// Whether belts belong to it and are not known.
    let leavesPartsOut: Bool
    let notes: [LocalizedText]
    /// Shrub that may count otherwise.
    let doubts: [ShrubInDoubt]

    init(_ areas: ForestAreas, _ variant: ForestVariant) {
        doubts = variant == .official || variant == .noBelts ? areas.shrubInDoubt : []
        leavesPartsOut = areas.belts == nil && variant != .noBelts
        let belts = variant == .noBelts ? 0 : areas.belts ?? 0
        let special = variant == .noSpecialShrub ? 0 : areas.specialShrub
        let allShrub = variant == .greening ? areas.otherShrub + areas.undeterminedShrub : 0
        lower = areas.trees + special + allShrub + belts
        let open = variant == .official || variant == .noBelts ? areas.undeterminedShrub : 0
        upper = lower + open
        var notes: [LocalizedText] = []
        if leavesPartsOut {
            notes.append(
                LocalizedText(zh: "无林网、四旁数据，未计入", en: "no belts layer: belts are not counted"))
        }
        if open > 0 {
            let hectares = decimal(open / 10_000, digits: 1, grouped: true)
            notes.append(
                LocalizedText(
                    zh: "\(hectares)公顷灌木林归属未定，只给区间",
                    en: "\(hectares) ha of shrub are undetermined: a range, no central value"))
        }
        self.notes = notes
    }
}

extension IndicatorResult {
    fileprivate mutating func limit(
        to counted: CountedForest, over base: Double, unclassified: Double
    ) {
        if counted.leavesPartsOut { uncertainty.leftOut.insert(.partsLeftOut) }
        if counted.upper > counted.lower, value != nil {
            value = nil
            numerator = nil
            bounds = Bounds(counted.lower / base, counted.upper / base, kind: .range)
            uncertainty.included.insert(.undeterminedShrub)
            sensitivities.append(
                Sensitivity(
                    .undeterminedShrub,
                    LocalizedText(zh: "盖度未定的灌木林计入", en: "shrub of undetermined cover counts"),
                    difference: (counted.upper - counted.lower) / base, isInBounds: true))
        }
        sensitivities += counted.doubts.map { $0.sensitivity(over: base) }
        allow(unknown: unclassified / base)
    }
}
