// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import LandCover

/// Which changes between two years become polygons.
public enum LandChange: Hashable, Sendable {
    /// From one category to another; empty ends stand for any, and pairs of two likes for land that
    /// stayed. Without any pair, every change.
    case transitions([Pair])
    /// What became of sand: treated, untreated and relapsed, as the treatment ratio counts them.
    case sand

    /// Two categories by key; `nil` for any.
    public struct Pair: Hashable, Sendable {
        /// Before.
        public let from: String?
        /// After.
        public let to: String?

        /// Two categories by key; `nil` for any.
        public init(from: String?, to: String?) {
            self.from = from
            self.to = to
        }
    }

    /// Reads `sand_bare:grassland`, `any:built` or `all`.
    ///
    /// - Throws: ``LayerError/unknownCategory(name:)``, ``LayerError/badAmount(text:example:)``.
    public init(transitions text: [String]) throws(LayerError) {
        var pairs: [Pair] = []
        for item in text where item != "all" {
            let ends = item.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard ends.count == 2 else {
                throw .badAmount(text: item, example: "sand_bare:grassland, any:built or all")
            }
            for end in ends where end != "any" && LandCover.Category(rawValue: end) == nil {
                throw .unknownCategory(name: end)
            }
            pairs.append(
                Pair(
                    from: ends[0] == "any" ? nil : ends[0], to: ends[1] == "any" ? nil : ends[1]))
        }
        self = .transitions(pairs)
    }

    /// What was asked for, for errors.
    package var words: String {
        switch self {
        case .transitions(let pairs):
            pairs.isEmpty
                ? "change"
                : pairs.map { "\($0.from ?? "any"):\($0.to ?? "any")" }.joined(separator: ", ")
        case .sand: "sand that was open"
        }
    }

    /// The kind of polygon that a pixel's change makes; `nil` where it was not asked for.
    package func kind(of pair: ChangePair) -> PatchKind? {
        switch self {
        case .transitions(let wanted):
            let (from, to) = (pair.from.category, pair.to.category)
            let isWanted =
                wanted.isEmpty
                ? from != to
                : wanted.contains {
                    ($0.from ?? from.key) == from.key && ($0.to ?? to.key) == to.key
                }
            guard isWanted else { return nil }
            return PatchKind(
                codes: [], code: "\(from.key):\(to.key)", zh: "\(from.nameZH)→\(to.nameZH)",
                en: "\(from.nameEN) → \(to.nameEN)", category: to, colour: to.colour)
        case .sand:
            guard let before = pair.from.sand, let after = pair.to.sand,
                let fate = SandFate(from: before, to: after)
            else { return nil }
            return PatchKind(
                codes: [], code: fate.rawValue, zh: fate.zh, en: fate.en,
                category: pair.to.category, colour: fate.colour)
        }
    }
}

/// What became of sand, as ``Ecology/DesertTreatment`` counts it.
private enum SandFate: String {
    /// Mobile or semi-fixed, now fixed or vegetated: the treatment ratio's numerator.
    case treated
    /// Mobile or semi-fixed then and now, without relapse.
    case untreated
    /// Fixed that is open now, and semi-fixed that is mobile now.
    case relapsed

    init?(from before: SandState, to after: SandState) {
        switch (before, after) {
        case (.mobile, .fixed), (.mobile, .vegetated), (.semiFixed, .fixed),
            (.semiFixed, .vegetated):
            self = .treated
        case (.fixed, .mobile), (.fixed, .semiFixed), (.semiFixed, .mobile): self = .relapsed
        case (.mobile, .mobile), (.mobile, .semiFixed), (.semiFixed, .semiFixed): self = .untreated
        default: return nil
        }
    }

    var zh: String {
        switch self {
        case .treated: "已治理沙地"
        case .untreated: "未治理沙地"
        case .relapsed: "返沙"
        }
    }

    var en: String {
        switch self {
        case .treated: "Treated sand"
        case .untreated: "Untreated sand"
        case .relapsed: "Relapsed sand"
        }
    }

    var colour: Colour {
        switch self {
        case .treated: Colour(red: 0x1B, green: 0x78, blue: 0x37)
        case .untreated: Colour(red: 0xF4, green: 0xD3, blue: 0x5E)
        case .relapsed: Colour(red: 0xB2, green: 0x18, blue: 0x2B)
        }
    }
}
