// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import Words

extension Verdict {
    /// What a result proves of a target: the one place where that is decided.
    struct Evidence {
        private let uncertainty: Uncertainty
        private let value: Double?
        private let bounds: Bounds?
        private let wanted: Double
        private let direction: Target.Direction

        /// `nil` where the result has neither a value nor bounds.
        init?(_ result: IndicatorResult, wanted: Double, _ direction: Target.Direction) {
            guard result.value != nil || result.bounds != nil else { return nil }
            uncertainty = result.uncertainty
            value = result.value
            bounds = result.bounds
            self.wanted = wanted
            self.direction = direction
        }

        /// What may be said, and why where it is not plain.
        var verdict: (Kind, LocalizedText) {
            if let complete = uncertainty.completeCount, let value, bounds == nil {
                return (
                    checked(direction.isReached(by: value, wanted) ? .met : .missed), complete.name
                )
            }
            let side = side
            guard let side else { return (.inconclusive, straddling) }
            // Of a map without a known error, too, a part's being small says nothing of the whole.
            let kind = checked(side ? .met : .missed)
            if kind == .inconclusive {
                return (
                    kind,
                    LocalizedText(
                        zh: "尚有未计入的部分：只能证明达到下限",
                        en: "parts are left out: the total can be larger, so nothing is proven")
                )
            }
            guard isErrorKnown else {
                return (
                    side ? .countedAbove : .countedBelow,
                    LocalizedText(
                        zh: "误差未知：按计数判，不作达标结论",
                        en: "the error is not known: as counted, not proven")
                )
            }
            return (kind, uncertainty.completeCount?.name ?? LocalizedText(""))
        }

        /// The probability that the target is met; `nil` without a distribution, or where ground is
        /// unknown beside it or parts are left out.
        var probabilityMet: Double? {
            guard let bounds, bounds.kind == .confidence95, let value, bounds.unknownAbove == 0,
                !uncertainty.leftOut.contains(.partsLeftOut)
            else {
                return nil
            }
            let reach = wanted < value ? value - bounds.lower : bounds.upper - value
            let distance = direction == .atLeast ? value - wanted : wanted - value
            guard reach > 0 else { return distance >= 0 ? 1 : 0 }
            return 0.5 * erfc(-distance / (reach / 1.96) / 2.0.squareRoot())
        }

        /// Whether the whole of what the figure can be reaches the target, or none of it does; `nil`
        /// where the target lies within.
        private var side: Bool? {
            let (low, high) = ends
            let reached = [low, high].map { direction.isReached(by: $0, wanted) }
            return reached[0] == reached[1] ? reached[0] : nil
        }

        /// The ends that a side must lie within: those of the bounds, or for an interval those that
        /// one side passes with 5 %.
        private var ends: (Double, Double) {
            guard let bounds else { return (value ?? 0, value ?? 0) }
            guard bounds.kind == .confidence95, let value else {
                return (bounds.lower, bounds.upper)
            }
            let part = 1.644_853_626_951_473 / 1.959_963_984_540_054
            let top = bounds.upper - bounds.unknownAbove
            return (
                value - (value - bounds.lower) * part,
                value + (top - value) * part + bounds.unknownAbove
            )
        }

        /// Whether the range holds the error that matters: of a map, its own.
        private var isErrorKnown: Bool {
            if uncertainty.completeCount != nil { return true }
            if uncertainty.leftOut.contains(.mapError) { return false }
            guard let bounds else { return false }
            return bounds.kind == .confidence95
                || !uncertainty.included.isDisjoint(with: Self.measured)
        }

        private static let measured: Set<ErrorSource> = [
            .mapSample, .productAccuracy, .plotSampling, .inventorySampling, .endMembers,
        ]

        /// A total that leaves parts out proves nothing by being small.
        private func checked(_ kind: Kind) -> Kind {
            let isSmall = (kind == .missed) == (direction == .atLeast)
            return uncertainty.leftOut.contains(.partsLeftOut) && isSmall ? .inconclusive : kind
        }

        private var straddling: LocalizedText {
            uncertainty.included.isEmpty
                ? LocalizedText(zh: "区间跨过目标值", en: "the interval straddles the target")
                : LocalizedText(
                    zh: "计入\(Uncertainty.names(uncertainty.included).zh)，区间跨过目标值",
                    en:
                        "with \(Uncertainty.names(uncertainty.included).en), the range straddles the target"
                )
        }
    }
}

extension Target.Direction {
    /// A number that is easier to reach by a tolerance.
    func eased(_ number: Double, by tolerance: Double) -> Double {
        self == .atLeast ? number - tolerance : number + tolerance
    }

    /// Whether a value is on the good side; the target itself is.
    func isReached(by value: Double, _ wanted: Double) -> Bool {
        let noise = abs(wanted) * 1e-12
        return switch self {
        case .atLeast: value >= wanted - noise
        case .atMost: value <= wanted + noise
        }
    }
}
