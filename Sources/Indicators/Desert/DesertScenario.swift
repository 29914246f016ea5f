// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
package import Words

/// The covers at which sand changes its state.
package struct SandBreaks: Hashable, Sendable {
    /// Mobile below.
    package var semiFixed = 0.10
    /// Semi-fixed below.
    package var fixed = 0.30

    package func state(of cover: Double) -> SandState {
        cover < semiFixed ? .mobile : cover < fixed ? .semiFixed : .fixed
    }

    /// The breaks with each moved by a function.
    package func moved(_ move: (Double) -> Double) -> SandBreaks {
        SandBreaks(semiFixed: move(semiFixed), fixed: move(fixed))
    }
}

/// One thing that a desert's ratio rests on, taken otherwise than it is.
///
/// Other end members, and another cover of a whole year, move every pixel's cover alike; sand then
/// changes its state at another place of the cover that was measured. So one pass over the rasters
/// serves all scenarios.
package struct DesertScenario: Sendable {
    package let source: ErrorSource
    /// What is otherwise.
    package let change: LocalizedText
    /// Of the earlier of two years.
    package let before: SandBreaks
    /// Of the later one, or of the only one.
    package let after: SandBreaks

    /// Everything that the survey's margins move.
    ///
    /// - Parameters:
    ///   - survey: With its margins.
    ///   - year: The later year, or the only one.
    ///   - hasNDVI: Whether cover is made from NDVI by end members.
    /// - Returns: A scenario for each; those that change nothing are left out.
    package static func all(of survey: SurveyFile, in year: Int, hasNDVI: Bool) -> [DesertScenario]
    {
        let margins = survey.margins
        let plain = SandBreaks()
        var scenarios: [DesertScenario] = []
        func add(
            _ source: ErrorSource, _ change: LocalizedText, _ before: SandBreaks,
            _ after: SandBreaks
        ) {
            guard before != plain || after != plain else { return }
            scenarios.append(
                DesertScenario(source: source, change: change, before: before, after: after))
        }
        if hasNDVI, let members = survey.endMembers(of: year) {
            for (change, other) in margins.endMembers(around: members) {
                let moved = plain.moved { cover in
                    let ndvi = other.soil + cover * (other.canopy - other.soil)
                    return (ndvi - members.soil) / (members.canopy - members.soil)
                }
                add(.endMembers, change, moved, moved)
            }
        }
        for sign in [-1.0, 1] {
            let moved = plain.moved { $0 + sign * margins.threshold }
            add(
                .threshold,
                LocalizedText(zh: "沙地状态的盖度阈值10%、30%", en: "the breaks of 10 % and 30 % cover")
                    .moved(by: sign * margins.threshold, digits: 2), moved, moved)
        }
        for sign in [-1.0, 1] {
            add(
                .season,
                LocalizedText(
                    zh: "\(year)年盖度（季节、传感器、降水）",
                    en: "cover of \(year), by season, sensor or rain"
                ).moved(by: sign * margins.season, digits: 2), plain,
                plain.moved { $0 - sign * margins.season })
        }
        return scenarios
    }
}

extension DesertTreatment {
    /// What the errors of a map of the later year may add to a variant's ratio, and take from it.
    ///
    /// - Parameters:
    ///   - variant: What is counted.
    ///   - wrong: The largest share of ground mapped as vegetated that may not be, 0…1.
    ///   - missed: The largest share of ground mapped as sand or other that may be vegetated, 0…1.
    /// - Returns: `nil` for the ledger, and where nothing is counted against.
    func mapErrors(
        _ variant: DesertVariant, wrong: Double, missed: Double
    ) -> (below: Double, above: Double)? {
        guard let ratio = ratio(variant), ratio.of > 0 else { return nil }
        let ground: Set<SandState> =
            variant == .state ? Set(SandState.allCases) : [.mobile, .semiFixed]
        let vegetated = area(from: ground, to: [.vegetated])
        return (-vegetated * wrong / ratio.of, (ratio.of - ratio.treated) * missed / ratio.of)
    }
}

extension CoverBreaks {
    /// The breaks of every standard and of some scenarios.
    package init(_ scenarios: [DesertScenario]) {
        self.init(
            with: scenarios.flatMap { [$0.before, $0.after] }.flatMap { [$0.semiFixed, $0.fixed] })
    }
}
