// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A class code: a number in a raster, or text such as `0301K` in a survey layer.
public enum ClassCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// A whole number.
    case number(Int)
    /// Text, in upper case, with its leading zeros.
    case text(String)

    /// The code as its scheme writes it.
    public var description: String {
        switch self {
        case .number(let number): "\(number)"
        case .text(let text): text
        }
    }

    /// Numbers come first, in their order, then texts in theirs.
    public static func < (a: ClassCode, b: ClassCode) -> Bool {
        switch (a, b) {
        case (.number(let x), .number(let y)): x < y
        case (.text(let x), .text(let y)): x < y
        case (.number, .text): true
        case (.text, .number): false
        }
    }
}

/// What a scheme's definition of a shrub class says about the shrubs' cover.
public enum ShrubCoverKnowledge: String, CaseIterable, Hashable, Sendable {
    /// Every shrubland in the class has more than 30 % cover.
    case above30 = ">30"
    /// The class takes in shrubland on both sides of 30 %.
    case undetermined
}

/// What else a class says that an indicator may ask for.
public enum ClassFlag: String, CaseIterable, Hashable, Sendable {
    /// 公园与绿地.
    case park
    /// 田坎: lies within cropland, and is deducted from it.
    case ridge
    /// 沟渠: open water that the wetland survey counts only on request.
    case ditch
    /// 天然草原, the grassland of 草原综合植被盖度; marsh meadow too.
    case naturalGrassland = "natural_grassland"
    /// 人工草地.
    case sownGrassland = "sown_grassland"
    /// 养殖坑塘: not a wetland by law.
    case aquaculture
    /// 可调整: suffix K of the land survey, land that may be turned back into cropland.
    case adjustable
}

/// One class of a scheme.
public struct LandClass: Hashable, Sendable {
    /// The code that the scheme prints; the first of a range.
    public let code: ClassCode
    /// Every number that means this class, in order; empty where codes are text.
    public let numbers: [ClosedRange<Int>]
    /// Other texts that mean this class; empty where codes are numbers.
    public let otherTexts: [String]
    /// The name in Chinese.
    public let nameZH: String
    /// The name in English.
    public let nameEN: String
    /// The colour that the product's publisher gives it, where one is known.
    public let productColour: Colour?
    /// Colours that files of the product carry besides, by which it is recognised too.
    public let otherColours: [Colour]
    /// What it is in the ecological account.
    public let category: Category
    /// What kind of bare ground it is, where that is known.
    public let bareKind: BareKind?
    /// What the definition of a shrub class says of cover; `nil` for other classes.
    public let shrubCover: ShrubCoverKnowledge?
    /// Whether its definition lies across a threshold of the category; results must note it.
    public let straddles: Bool
    /// What else it says.
    public let flags: Set<ClassFlag>
    /// Whether code, name and category were read in a source.
    public let isVerified: Bool
    /// Where they come from, or why they are doubtful.
    public let evidence: String
    /// A remark on the class, such as the cover that defines it; may be empty.
    public let note: String

    /// The product's colour; where it has none, the category's, in a shade of its own where
    /// several classes of a category have none.
    public var colour: Colour { productColour ?? category.colour.shaded(by: shade) }

    /// From −1, black, to 1, white.
    var shade = 0.0
}

extension LandClass {
    /// The same class with a suffix on its code, such as `0201K`.
    func marked(_ suffix: String, as flag: ClassFlag, zh: String, en: String) -> LandClass {
        LandClass(
            code: .text("\(code)\(suffix)"), numbers: [],
            otherTexts: otherTexts.map { $0 + suffix },
            nameZH: "\(nameZH)（\(zh)）", nameEN: "\(nameEN) (\(en))", productColour: productColour,
            otherColours: otherColours,
            category: category, bareKind: bareKind, shrubCover: shrubCover, straddles: straddles,
            flags: flags.union([flag]), isVerified: isVerified, evidence: evidence, note: note)
    }

    /// The class that stands for a nodata code.
    static func nodata(_ code: Int) -> LandClass {
        LandClass(
            code: .number(code), numbers: [code...code], otherTexts: [],
            nameZH: Category.nodata.nameZH, nameEN: Category.nodata.nameEN, productColour: nil,
            otherColours: [],
            category: .nodata, bareKind: nil, shrubCover: nil, straddles: false, flags: [],
            isVerified: true, evidence: "", note: "")
    }
}

extension [LandClass] {
    /// The classes, those that would have their category's one colour in shades from dark to light.
    var shaded: [LandClass] {
        var classes = self
        let plain = indices.filter { self[$0].productColour == nil }
        for (_, same) in Dictionary(grouping: plain, by: { self[$0].category })
        where same.count > 1 {
            for (order, index) in same.enumerated() {
                classes[index].shade = -0.15 + 0.6 * Double(order) / Double(same.count - 1)
            }
        }
        return classes
    }
}
