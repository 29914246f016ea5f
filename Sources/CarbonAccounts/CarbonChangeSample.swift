// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Carbon
internal import Ecology
internal import Indicators
internal import LandCover
internal import Words

/// A sample of change as carbon uses it: what land of each mapped transition truly was and is.
///
/// The shares are those of all zones together, applied to each zone's mapped transitions. Where strata are
/// not mapped transitions, units count by the area that they stand for, and transitions with too few are
/// as mapped.
struct CarbonChangeSample: Sendable {
    let confusion: ConfusionSample
    private let lands: [Transition: LandType]
    private let changes: [LandType: Transition]
    private let category:
        @Sendable (_ label: String, _ zone: String, _ isLater: Bool) -> LandCover.Category?

    /// The share of the mapped land whose transition has fewer than two units, 0…1, and how many such
    /// transitions there are: they are as mapped.
    let unjudged: (share: Double, transitions: Int)

    /// Counts a sample's units by mapped transition.
    ///
    /// - Parameters:
    ///   - estimates: The sample.
    ///   - name: What explanations call it, with its years.
    ///   - category: What a class of either year is in a zone.
    /// - Throws: `SurveyError` where no mapped transition has two units.
    init(
        _ estimates: ChangeEstimates, named name: String,
        category: @escaping @Sendable (String, String, Bool) -> LandCover.Category?
    ) throws {
        let estimator = estimates.estimator
        let all = estimator.classes.compactMap { Transition($0) }
        // A transition is known by its label; the category beside it only gives it a place.
        let lands = all.map { LandType(category($0.after, "", true) ?? .other, type: $0.label) }
        let places = Dictionary(
            zip(all.map(\.label), all.indices), uniquingKeysWith: { first, _ in first })
        var columns: [LandType: [(column: Int, weight: Double)]] = [:]
        for (stratum, units) in zip(estimator.sample.strata, estimator.sample.units) {
            let weight = stratum.size / Double(units.count)
            for unit in units {
                guard let row = places[unit.map], let column = places[unit.reference] else {
                    continue
                }
                columns[lands[row], default: []].append((column, weight))
            }
        }
        // Fewer than two units of one weight tell no variance.
        let counts = columns.mapValues { ConfusionSample.row(all.count, of: $0) }
            .filter { $0.value.reduce(0, +) >= 2 }
        guard !counts.isEmpty else {
            throw SurveyError.unusable(
                file: estimates.file,
                why: "no mapped transition has two units, so it gives carbon no shares; draw more "
                    + "units of each transition, or leave the sample of change out")
        }
        let mapped = estimator.mapped.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        let lost = mapped.filter { part in places[part.key].map { counts[lands[$0]] == nil } ?? true
        }
        let whole = mapped.reduce(0) { $0 + $1.value }
        unjudged = (whole > 0 ? lost.reduce(0) { $0 + $1.value } / whole : 0, lost.count)
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
        guard unjudged.transitions > 0 else { return shares }
        let share = Quantity(unjudged.share * 100, .percent)
        return LocalizedText(
            zh: shares.zh + "；\(unjudged.transitions)类图上转移样本不足两个，占面积"
                + "\(share.text(in: .zh, digits: 2))，按图计，误差未计入",
            en: shares.en
                + "; \(unjudged.transitions) mapped transitions with fewer than two units, "
                + "\(share.text(in: .en, digits: 2)) of the land, are as mapped, their error left out"
        )
    }

    private var shares: LocalizedText {
        LocalizedText(
            zh: "两年间土地的来源去向及其误差取自变化样本\(confusion.name)：图上各类转移面积乘以其实际为何种转移的全市比例",
            en: "what became what, with its error, is that of the sample of change "
                + "\(confusion.name): mapped transitions times the city-wide shares of what each "
                + "truly is")
    }
}
