// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

/// Where the number comes from that a result is held against.
public enum TargetOrigin: Hashable, Sendable {
    /// The plan sets it for this very zone.
    case issued
    /// The city's number broken down by a rule: nobody set it for this zone.
    case derived(Target.Breakdown)

    /// The word that tables and layers have: `issued` or `derived`.
    public var word: String {
        switch self {
        case .issued: "issued"
        case .derived: "derived"
        }
    }

    /// An origin by its word, as tables have it; the rule behind a derived target they tell in words.
    public init?(word: String) {
        switch word {
        case "issued": self = .issued
        case "derived": self = .derived(.none)
        default: return nil
        }
    }

    /// The word that people read.
    public var name: LocalizedText {
        isIssued
            ? LocalizedText(zh: "规划下达", en: "issued")
            : LocalizedText(zh: "推算", en: "derived")
    }

    /// Whether the plan set the number, so that its verdict may be counted and reported as the plan's.
    public var isIssued: Bool { self == .issued }

    /// How a derived number came about; `nil` for one that was issued.
    public var rule: LocalizedText? {
        switch self {
        case .issued, .derived(.none): nil
        case .derived(.equalIncrement):
            LocalizedText(
                zh: "推算目标：全市目标按各区相同增量分解，非规划下达",
                en: "derived target: the city's, broken down by the same increment for each zone; "
                    + "the plan sets none here")
        case .derived:
            LocalizedText(
                zh: "推算目标：全市目标按各区基线比例分解，非规划下达",
                en:
                    "derived target: the city's, broken down in proportion to each zone's baseline; "
                    + "the plan sets none here")
        }
    }
}

/// What a zone's results are held against, and who says so.
public struct ZoneTarget: Hashable, Sendable {
    /// The number, in the unit that the plan prints; `nil` where there is none.
    public let quantity: Quantity?
    /// Where it comes from.
    public let origin: TargetOrigin

    /// A number and its origin.
    public init(_ quantity: Quantity?, origin: TargetOrigin) {
        self.quantity = quantity
        self.origin = origin
    }
}
