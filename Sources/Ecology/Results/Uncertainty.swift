// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

/// Something that makes a figure other than the truth.
public enum ErrorSource: String, CaseIterable, Hashable, Sendable {
    /// The map's errors, as a reference sample estimates them.
    case mapSample = "map_error_by_sample"
    /// The map's errors, as the product's publisher states them.
    case productAccuracy = "map_error_as_published"
    /// The map's errors, of which nothing is known.
    case mapError = "map_error"
    /// The errors of what became what, as samples of change estimate them.
    case changeSample = "change_by_sample"
    /// The errors of what became what, of which nothing is known.
    case changeError = "change_error"
    /// That two maps do not lie on one another.
    case registration
    /// Coefficients, such as carbon a hectare.
    case coefficients
    /// That plots are few.
    case plotSampling = "plot_sampling"
    /// The sampling of a forest inventory.
    case inventorySampling = "inventory_sampling"
    /// NDVI of bare soil and of full canopy.
    case endMembers = "end_members"
    /// The cover below which sand counts as mobile or semi-fixed.
    case threshold
    /// Months, sensors and rain that differ from year to year.
    case season
    /// Ground without a class, or without a value.
    case unclassified = "unclassified_land"
    /// Shrub of which nobody can say whether it is special.
    case undeterminedShrub = "undetermined_shrub"
    /// What a total should hold and does not.
    case partsLeftOut = "parts_left_out"

    /// The words that people read.
    public var name: LocalizedText {
        switch self {
        case .mapSample: LocalizedText(zh: "制图误差（样本估计）", en: "map error by sample")
        case .productAccuracy: LocalizedText(zh: "制图误差（产品公布精度）", en: "map error as published")
        case .mapError: LocalizedText(zh: "制图误差", en: "map error")
        case .changeSample: LocalizedText(zh: "变化误差（样本估计）", en: "error of change by sample")
        case .changeError: LocalizedText(zh: "变化误差", en: "error of change")
        case .registration: LocalizedText(zh: "两图配准", en: "registration of the two maps")
        case .coefficients: LocalizedText(zh: "系数", en: "coefficients")
        case .plotSampling: LocalizedText(zh: "样地抽样误差", en: "sampling of plots")
        case .inventorySampling: LocalizedText(zh: "清查抽样误差", en: "sampling of the inventory")
        case .endMembers: LocalizedText(zh: "端元", en: "end members")
        case .threshold: LocalizedText(zh: "盖度阈值", en: "thresholds of cover")
        case .season: LocalizedText(zh: "季节与降水差异", en: "season and rain")
        case .unclassified: LocalizedText(zh: "未分类或无值地面", en: "ground without a class or value")
        case .undeterminedShrub: LocalizedText(zh: "归属未定的灌木林", en: "undetermined shrub")
        case .partsLeftOut: LocalizedText(zh: "未计入的部分", en: "parts left out")
        }
    }
}

/// What is known of a figure's error: which errors its range holds, and which known ones it leaves
/// out.
public struct Uncertainty: Hashable, Sendable {
    /// What a figure is that has no map error.
    public enum CompleteCount: Hashable, Sendable {
        /// A ledger of what was planted, treated or counted.
        case ledger
        /// An official survey, on the document that issued it.
        case survey(document: String)

        /// On what the figure is judged, for a verdict's reason.
        var name: LocalizedText {
            switch self {
            case .ledger: LocalizedText(zh: "按台账全数统计", en: "a complete count by the ledger")
            case .survey(let document):
                LocalizedText(
                    zh: "按官方调查（\(document)）判定", en: "judged on the official survey (\(document))")
            }
        }
    }

    /// Errors that the result's bounds hold.
    public var included: Set<ErrorSource> = []
    /// Known errors that they leave out.
    public var leftOut: Set<ErrorSource> = []
    /// Why the figure has no map error; `nil` where it is an estimate, as a map's is.
    public var completeCount: CompleteCount?

    /// Of which nothing is known.
    public init() {}

    /// Sources as tables have them: their words in a fixed order, with spaces between.
    public static func words(_ sources: Set<ErrorSource>) -> String {
        ErrorSource.allCases.filter(sources.contains).map(\.rawValue).joined(separator: " ")
    }

    /// Sources as people read them.
    public static func names(_ sources: Set<ErrorSource>) -> LocalizedText {
        let all = ErrorSource.allCases.filter(sources.contains).map(\.name)
        return LocalizedText(
            zh: all.map(\.zh).joined(separator: "、"), en: all.map(\.en).joined(separator: ", "))
    }
}
