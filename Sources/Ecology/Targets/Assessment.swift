// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

/// An indicator's result with what it was held against.
public struct Assessment: Hashable, Sendable {
    /// What was found.
    public let result: IndicatorResult
    /// What it says about the zone's target; `nil` where nothing is wanted of the zone.
    public let verdict: Verdict?
    /// The unit that people read the value in: the plan's, or the definition's.
    public let unit: Quantity.Unit

    /// A result, its verdict and the unit to show it in.
    public init(result: IndicatorResult, verdict: Verdict?, unit: Quantity.Unit) {
        self.result = result
        self.verdict = verdict
        self.unit = unit
    }

    /// Whether the verdict is about a number that the plan set, so that it may be counted.
    public var isIssued: Bool { verdict?.origin.isIssued ?? false }

    /// The word that tables have for the origin of the target; empty where there is no target.
    public var targetOrigin: String {
        guard let verdict, verdict.target != nil || !verdict.origin.isIssued else { return "" }
        return verdict.origin.word
    }

    /// Why the verdict is what it is, how a derived target came about, and what to know of the way
    /// the value was made; each once.
    public var reasons: [LocalizedText] {
        var reasons = [verdict?.reason, verdict?.target == nil ? nil : verdict?.origin.rule]
            .compactMap(\.self)
        switch result.status {
        case .official: break
        case .indicative(let why), .notAssessed(let why): reasons.append(why)
        }
        reasons += result.notes
        var kept: [LocalizedText] = []
        for reason in reasons where !reason.zh.isEmpty && !kept.contains(reason) {
            kept.append(reason)
        }
        return kept
    }
}
