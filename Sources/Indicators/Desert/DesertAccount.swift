// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
internal import LandCover
package import Zonal

/// A desert's areas by state at the baseline and now, zone by zone.
package struct DesertAccount: Sendable {
    /// A pair of states; `nil` where one of them is unknown.
    package struct Change: Hashable {
        package let before: SandState
        package let after: SandState

        package init(before: SandState, after: SandState) {
            self.before = before
            self.after = after
        }
    }

    package let region: SurveyFile.Desert
    package let baseline: Int
    package let year: Int
    /// The zones' shares of the region.
    package let parts: ZoneLayer
    /// By part: exact amounts by change; `nil` is what has no state. Empty without cover.
    package let states: [[Change?: Amount]]
    /// The same where something is otherwise.
    package let others: [(scenario: DesertScenario, states: [[Change?: Amount]])]

    /// The account of one part, or of all of them together.
    func treatment(_ amounts: [Change?: Amount]) throws -> DesertTreatment {
        var matrix: [SandState: [SandState: Double]] = [:]
        for (change, amount) in amounts {
            guard let change else { continue }
            matrix[change.before, default: [:]][change.after] = max(0, amount.areaSquareMetres)
        }
        return try DesertTreatment(
            states: matrix, unassessed: max(0, amounts[nil]?.areaSquareMetres ?? 0))
    }

    /// All parts added up.
    package static func total(_ states: [[Change?: Amount]]) -> [Change?: Amount] {
        states.reduce(into: [:]) { sum, part in
            for (change, amount) in part { sum[change, default: Amount()] += amount }
        }
    }
}

/// A desert's ground in one year, zone by zone.
struct DesertYear: Sendable {
    /// What kind of ground it is, and how far plants hold it.
    struct Ground: Hashable, Comparable {
        let state: SandState
        /// `nil` on ground that is not bare, or whose kind the classes do not tell.
        let kind: BareKind?
        /// `nil` on ground that is not bare.
        let degree: SandificationDegree?

        init(state: SandState, kind: BareKind?, degree: SandificationDegree?) {
            self.state = state
            self.kind = kind
            self.degree = degree
        }

        static func < (a: Ground, b: Ground) -> Bool { a.key.lexicographicallyPrecedes(b.key) }

        private var key: [String] {
            [state.rawValue, kind?.rawValue ?? "", degree?.rawValue ?? ""]
        }
    }

    let region: SurveyFile.Desert
    let year: Int
    let parts: ZoneLayer
    /// By part; `nil` is what has no state. Empty without cover.
    let ground: [[Ground?: Amount]]
    /// The same where something is otherwise, by state alone.
    let others: [(scenario: DesertScenario, states: [[SandState?: Amount]])]

    /// The account of a part, or of all, in this year alone.
    static func treatment(_ amounts: [SandState?: Amount]) throws -> DesertTreatment {
        var states: [SandState: [SandState: Double]] = [:]
        for case (let state?, let amount) in amounts {
            states[state] = [state: max(0, amount.areaSquareMetres)]
        }
        return try DesertTreatment(
            states: states, unassessed: max(0, amounts[nil]?.areaSquareMetres ?? 0))
    }

    /// Amounts by state alone.
    static func states(_ amounts: [Ground?: Amount]) -> [SandState?: Amount] {
        amounts.reduce(into: [:]) { sums, part in
            sums[part.key?.state, default: Amount()] += part.value
        }
    }

    /// All parts added up.
    var total: [Ground?: Amount] {
        ground.reduce(into: [:]) { sum, part in
            for (ground, amount) in part { sum[ground, default: Amount()] += amount }
        }
    }
}
