// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import LandCover
internal import Words

/// A set of wetland classes; the two in use do not compare.
public enum WetlandVariant: String, CaseIterable, Sendable {
    /// The second national wetland survey: marsh, rivers, lakes, reservoirs and ponds.
    case survey2
    /// The same with ditches, 三调 1107.
    case survey2WithDitches = "survey2+1107"
    /// 三调 group 00 alone: rivers, lakes, reservoirs and ponds are not in it.
    case sandiao00

    /// The 三调 codes that the variant counts.
    public var codes: Set<String> {
        let group: Set<String> = ["0303", "0304", "0306", "0402", "0603", "1105", "1106", "1108"]
        let open: Set<String> = ["1101", "1102", "1103", "1104"]
        return switch self {
        case .survey2: group.union(open)
        case .survey2WithDitches: group.union(open).union(["1107"])
        case .sandiao00: group
        }
    }
}

/// Wetland area 湿地保有量 from 三调 classes, m².
///
/// - Source: 全国湿地资源调查技术规程(试行) 2008; GB/T 24708-2009; 第三次全国国土调查工作分类.
/// - Parameters:
///   - codes: m² by 三调 code, of patches of at least 8 ha for the survey2 variants; a code with
///     letters behind it (`1104A`) counts as its four digits.
///   - variant: The set of classes.
///   - place: The zone and year.
///   - patchesAreFiltered: Whether patches below 8 ha were left out; otherwise a note says so.
/// - Returns: The area, by the variant's classes.
/// - Throws: ``EcologyError`` at a negative area.
public func wetlandArea(
    byCode codes: [String: Double], variant: WetlandVariant = .survey2, at place: ZoneYear,
    patchesAreFiltered: Bool = false
) throws(EcologyError) -> IndicatorResult {
    var sum = 0.0
    for (code, area) in codes.sorted(by: { $0.key < $1.key }) {
        try nonNegative(area, "the area of class \(code)")
        if variant.codes.contains(String(code.prefix(4))) { sum += area }
    }
    var notes: [LocalizedText] = []
    if variant != .sandiao00 && !patchesAreFiltered {
        notes.append(
            LocalizedText(zh: "未剔除8公顷以下图斑", en: "patches below 8 ha were not left out"))
    }
    return IndicatorResult(
        "wetland_area", variant: variant.rawValue, at: place, amount: Quantity(sum, .squareMetres),
        notes: notes)
}

/// Wetland area from land-cover categories, m²: wetland, and water for the survey2 variants.
///
/// Indicative: a product of 10 m or coarser misses narrow rivers, small ponds and the lakes that
/// are dry in its season.
public func wetlandArea(
    of categories: CategoryAreas, variant: WetlandVariant = .survey2, at place: ZoneYear,
    rules: AssessmentRules = AssessmentRules()
) -> IndicatorResult {
    let water = variant == .sandiao00 ? 0 : categories[LandCover.Category.water.key]
    var result = IndicatorResult(
        "wetland_area", variant: variant.rawValue, at: place,
        amount: Quantity(categories[LandCover.Category.wetland.key] + water, .squareMetres),
        status: rules.status(
            unclassifiedShare: categories.unclassifiedShare,
            otherwise: .indicative(
                LocalizedText(
                    zh: "遥感产品漏掉细小和季节性水体",
                    en: "a land-cover product misses narrow, small and seasonal water"))))
    result.allow(unknown: categories.unclassified)
    return result
}

/// Whether wetland is held: its area against the target, and its net change since the baseline.
public struct HoldingTest: Hashable, Sendable {
    /// m² now.
    public let area: Double
    /// m² at the baseline.
    public let baseline: Double
    /// m² that the plan wants.
    public let target: Double

    /// The three areas, in m².
    public init(area: Double, baseline: Double, target: Double) {
        self.area = area
        self.baseline = baseline
        self.target = target
    }

    /// Change since the baseline, m².
    public var netChange: Double { area - baseline }
    /// Whether the target is reached and nothing was lost on balance.
    public var isMet: Bool { area >= target && netChange >= 0 }
}
