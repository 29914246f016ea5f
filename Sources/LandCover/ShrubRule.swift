// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// R-SHRUB: whether shrub is 国家特别规定的灌木林 (special shrub, which counts as forest).
///
/// Shrub is special if the layer says so, or if it is managed for income. Otherwise all of
/// these must hold: the county's mean annual precipitation over the latest 30 years is below
/// 400 mm, or the shrub lies above the tree line, in karst or in a dry-hot valley; the shrubs
/// cover more than 30 % of the ground; and the use is protective. The county is the unit of
/// the rain, not the pixel. Where something is unknown and would decide, shrub stays
/// undetermined: a range, never a guess.
///
/// - Source: 林资发〔2004〕14号 "国家特别规定的灌木林地"的规定(试行).
public struct ShrubRule: Hashable, Sendable {
    /// The cover to be exceeded, a fraction.
    public var coverThreshold = 0.30
    /// Whether a cover equal to the threshold is enough, as many later texts have it.
    public var isCoverInclusive = false
    /// The rain to stay below, in mm a year.
    public var rainThresholdMillimetres = 400.0
    /// Whether shrub of unknown use is taken to be protective.
    public var assumesProtective = true

    /// The rule as the document of 2004 states it.
    public init() {}
}

/// What is known of a piece of shrubland.
public struct ShrubEvidence: Hashable, Sendable {
    /// What is known of the shrubs' cover.
    public enum Cover: Hashable, Sendable {
        /// Measured, a fraction from 0 to 1.
        case measured(Double)
        /// Known from the class's definition.
        case byDefinition(ShrubCoverKnowledge)
    }

    /// What the shrub is for.
    public enum Use: String, CaseIterable, Hashable, Sendable {
        /// 防护.
        case protective
        /// 灌木经济林: managed for income.
        case income
        /// Neither.
        case other
    }

    /// The cover of the shrubs.
    public var cover: Cover
    /// The county's 30-year mean precipitation, in mm a year; `nil` where unknown.
    public var countyRainMillimetres: Double?
    /// Whether it lies above the tree line, in tropical karst, or in a dry-hot valley.
    public var isOnHarshSite: Bool
    /// The use; `nil` where unknown.
    public var use: Use?
    /// What the layer itself says; `nil` where it says nothing.
    public var isDeclaredSpecial: Bool?

    /// Evidence from its parts.
    public init(
        cover: Cover, countyRainMillimetres: Double?, isOnHarshSite: Bool = false,
        use: Use? = nil, isDeclaredSpecial: Bool? = nil
    ) {
        self.cover = cover
        self.countyRainMillimetres = countyRainMillimetres
        self.isOnHarshSite = isOnHarshSite
        self.use = use
        self.isDeclaredSpecial = isDeclaredSpecial
    }
}

/// What ``ShrubRule`` made of shrubland, and on what grounds.
public struct ShrubResolution: Hashable, Sendable {
    /// ``Category/specialShrub``, ``Category/otherShrub``, or ``Category/shrub`` if undetermined.
    public let category: Category
    /// What decided, in words.
    public let reasons: [String]
    /// What had to be assumed; a result must repeat it.
    public let assumptions: [String]
}

extension ShrubRule {
    /// Judges one piece of shrubland.
    public func resolve(_ shrub: ShrubEvidence) -> ShrubResolution {
        if let declared = shrub.isDeclaredSpecial {
            return ShrubResolution(
                category: declared ? .specialShrub : .otherShrub,
                reasons: ["the layer says so"], assumptions: [])
        }
        if shrub.use == .income {
            return ShrubResolution(
                category: .specialShrub, reasons: ["managed for income"], assumptions: [])
        }
        let tests = [siteTest(of: shrub), coverTest(of: shrub.cover), useTest(of: shrub.use)]
        let failed = tests.filter { $0.holds == false }
        let unknown = tests.filter { $0.holds == nil }
        let deciding = !failed.isEmpty ? failed : !unknown.isEmpty ? unknown : tests
        let isAssumed = failed.isEmpty && shrub.use == nil && assumesProtective
        return ShrubResolution(
            category: !failed.isEmpty ? .otherShrub : !unknown.isEmpty ? .shrub : .specialShrub,
            reasons: deciding.map(\.reason),
            assumptions: isAssumed ? ["the use is unknown and taken to be protective"] : [])
    }

    /// A condition: whether it holds, or `nil` where that is unknown, and why.
    private typealias Finding = (holds: Bool?, reason: String)

    private func siteTest(of shrub: ShrubEvidence) -> Finding {
        if shrub.isOnHarshSite {
            return (true, "above the tree line, on karst, or in a dry valley")
        }
        guard let rain = shrub.countyRainMillimetres, rain.isFinite else {
            return (nil, "the county's 30-year mean precipitation is unknown")
        }
        let isDry = rain < rainThresholdMillimetres
        let side = isDry ? "below" : "not below"
        return (isDry, "the county's \(rain) mm a year is \(side) \(rainThresholdMillimetres) mm")
    }

    private func coverTest(of cover: ShrubEvidence.Cover) -> Finding {
        switch cover {
        case .byDefinition(.undetermined):
            return (nil, "the class takes in shrub on both sides of the cover threshold")
        case .byDefinition(.above30):
            // The definitions promise 30 % and no more, so a stricter rule is left open.
            return coverThreshold <= 0.30
                ? (true, "the class's definition guarantees more than 30 % cover")
                : (nil, "the class's definition guarantees only 30 % cover")
        case .measured(let fraction) where fraction.isFinite:
            let isEnough =
                fraction > coverThreshold || (isCoverInclusive && fraction == coverThreshold)
            let side = isEnough ? "meets" : "does not meet"
            return (isEnough, "a cover of \(fraction) \(side) the threshold of \(coverThreshold)")
        case .measured:
            return (nil, "the cover is unknown")
        }
    }

    private func useTest(of use: ShrubEvidence.Use?) -> Finding {
        switch use {
        case .protective, .income: (true, "the use is protective")
        case .other: (false, "the use is not protective")
        case nil:
            assumesProtective
                ? (true, "the use is taken to be protective") : (nil, "the use is unknown")
        }
    }
}
