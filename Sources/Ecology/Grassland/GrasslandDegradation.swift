// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

/// How far grassland has degraded, by the relative loss of its cover.
///
/// - Source: GB 19377-2003; breaks from memory. The standard speaks of 11–20 %, 21–30 %;
///   what lies between 10 and 11 counts as light here, and so on.
public enum GrasslandDegradation: String, CaseIterable, Sendable {
    /// At most 10 % lost.
    case none
    /// 10–20 %.
    case light
    /// 20–30 %.
    case moderate
    /// More than 30 %.
    case severe

    /// The degree from a baseline cover to a current one; `nil` where there was no cover to lose.
    public init?(baseline: Double, current: Double) {
        guard let loss = Self.relativeDecrease(baseline: baseline, current: current) else {
            return nil
        }
        self =
            if loss <= 0.10 {
                .none
            } else if loss <= 0.20 {
                .light
            } else if loss <= 0.30 {
                .moderate
            } else {
                .severe
            }
    }

    /// What people call it.
    public var name: LocalizedText {
        switch self {
        case .none: LocalizedText(zh: "未退化", en: "not degraded")
        case .light: LocalizedText(zh: "轻度退化", en: "lightly degraded")
        case .moderate: LocalizedText(zh: "中度退化", en: "moderately degraded")
        case .severe: LocalizedText(zh: "重度退化", en: "severely degraded")
        }
    }

    /// The share of the baseline cover that was lost; below 0 where cover grew.
    public static func relativeDecrease(baseline: Double, current: Double) -> Double? {
        baseline > 0 && current.isFinite ? (baseline - current) / baseline : nil
    }
}
