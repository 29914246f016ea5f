// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Carbon
internal import Ecology
internal import LandCover

/// A sample of change as carbon uses it: what land of each mapped transition truly was and is.
///
/// The shares are those of all zones together, applied to each zone's mapped transitions.
struct CarbonChangeSample: Sendable {
    let confusion: ConfusionSample
    private let lands: [Transition: LandType]
    private let changes: [LandType: Transition]
    private let category:
        @Sendable (_ label: String, _ zone: String, _ isLater: Bool) -> LandCover.Category?

    /// `nil` where strata are not mapped transitions, so that no transition has shares of its own.
    ///
    /// - Parameters:
    ///   - estimates: The sample.
    ///   - name: What explanations call it, with its years.
    ///   - category: What a class of either year is in a zone.
    /// - Throws: `CarbonError` where a transition has fewer than two units.
    init?(
        _ estimates: ChangeEstimates, named name: String,
        category: @escaping @Sendable (String, String, Bool) -> LandCover.Category?
    ) throws {
        guard estimates.estimator.matrix != nil else { return nil }
        let all = estimates.estimator.classes.compactMap { Transition($0) }
        // A transition is known by its label; the category beside it only gives it a place.
        let lands = all.map { LandType(category($0.after, "", true) ?? .other, type: $0.label) }
        let places = Dictionary(
            zip(all.map(\.label), all.indices), uniquingKeysWith: { first, _ in first })
        var counts: [LandType: [Double]] = [:]
        for unit in estimates.estimator.units {
            guard let row = places[unit.map], let column = places[unit.reference] else { continue }
            counts[lands[row], default: all.map { _ in 0 }][column] += 1
        }
        confusion = try ConfusionSample(name: name, references: lands, counts: counts)
        self.lands = Dictionary(zip(all, lands), uniquingKeysWith: { first, _ in first })
        changes = Dictionary(zip(lands, all), uniquingKeysWith: { first, _ in first })
        self.category = category
    }

    /// A mapped transition, as the sample's rows call it; `nil` where it has no units.
    func land(of change: Transition) -> LandType? {
        lands[change].flatMap { confusion.counts[$0] == nil ? nil : $0 }
    }

    /// What a mapped transition may truly be: each of the sample's, with what the land was and is.
    func truths(
        zone: String
    ) -> [(reference: LandType, before: LandCover.Category, after: LandCover.Category)] {
        confusion.references.compactMap { reference in
            guard let change = changes[reference],
                let before = category(change.before, zone, false),
                let after = category(change.after, zone, true)
            else { return nil }
            return (reference, before, after)
        }
    }

    /// Said beside results.
    var note: LocalizedText {
        LocalizedText(
            zh: "两年间土地的来源去向及其误差取自变化样本\(confusion.name)：图上各类转移面积乘以其实际为何种转移的全市比例",
            en: "what became what, with its error, is that of the sample of change "
                + "\(confusion.name): mapped transitions times the city-wide shares of what each "
                + "truly is")
    }
}
