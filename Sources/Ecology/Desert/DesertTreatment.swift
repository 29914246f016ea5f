// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Words

/// A way to count treated desert; denominators differ by a third, so results always name theirs.
public enum DesertVariant: String, CaseIterable, Sendable {
    /// Sand that was mobile or semi-fixed and is fixed or vegetated now / sand that was.
    case change
    /// What is fixed or vegetated now / the whole region.
    case state
    /// Sand whose state improved by at least one class / sand that was mobile or semi-fixed.
    case step
    /// Treated area that was accepted / treatable area: closest to how officials count.
    case ledger
}

/// What became of a desert region between the baseline and the year.
public struct DesertTreatment: Sendable {
    /// m² by state at the baseline (rows) and now (columns).
    public let states: TransitionMatrix<Double>
    /// m² of the region without a state in one of the years.
    public let unassessed: Double

    /// The account of a region, or of its part in one banner.
    ///
    /// Cover must be of the same season and the same end members in both years.
    ///
    /// - Parameters:
    ///   - states: m² by baseline state, then by present state; what is left out is 0.
    ///   - unassessed: m² of the region without a state.
    /// - Throws: ``EcologyError`` at a negative area.
    public init(
        states: [SandState: [SandState: Double]], unassessed: Double = 0
    ) throws(EcologyError) {
        let order = SandState.allCases
        let rows = order.map { before in order.map { states[before]?[$0] ?? 0 } }
        self.states = try TransitionMatrix(labels: order.map(\.rawValue), values: rows)
        self.unassessed = try nonNegative(unassessed, "the area without a state")
    }

    /// m² that was in one of the first states and is in one of the second.
    public func area(from before: Set<SandState>, to after: Set<SandState>) -> Double {
        var sum = 0.0
        for row in SandState.allCases where before.contains(row) {
            for column in SandState.allCases where after.contains(column) {
                sum += states[row.rawValue, column.rawValue]
            }
        }
        return sum
    }

    /// The region's area, what has no state included, m².
    public var region: Double { states.total + unassessed }

    /// Sand that was mobile or semi-fixed at the baseline, m².
    public var untreatedAtBaseline: Double { area(from: Self.open, to: Self.all) }

    /// Fixed that became semi-fixed or mobile, and semi-fixed that became mobile, m².
    public var relapse: Double {
        area(from: [.fixed], to: Self.open) + area(from: [.semiFixed], to: [.mobile])
    }

    /// Vegetated or other land that is sand now, m²: a loss that no treatment ratio shows.
    public var newSand: Double {
        area(from: [.vegetated, .other], to: [.mobile, .semiFixed, .fixed])
    }

    /// The relative change of mobile sand: −0.6875 where it fell by 68.75 %; `nil` without any.
    public var mobileSandChange: Double? {
        let before = area(from: [.mobile], to: Self.all)
        return before > 0 ? (area(from: Self.all, to: [.mobile]) - before) / before : nil
    }

    /// m² that a variant counts, and what it counts against; `nil` for the ledger.
    public func ratio(_ variant: DesertVariant) -> (treated: Double, of: Double)? {
        switch variant {
        case .change:
            (area(from: Self.open, to: Self.stable), untreatedAtBaseline)
        case .state:
            (area(from: Self.all, to: Self.stable), region)
        case .step:
            (
                area(from: [.mobile], to: [.semiFixed, .fixed, .vegetated])
                    + area(from: [.semiFixed], to: Self.stable),
                untreatedAtBaseline
            )
        case .ledger: nil
        }
    }

    /// The treatment ratio 治理率 of a desert, with its relapse beside it.
    ///
    /// - Parameters:
    ///   - indicator: `desert_mu_us`, `desert_kubuqi` or another region's id.
    ///   - variant: What to count; the ledger has ``DesertTreatment/ledger(_:treated:treatable:at:)``.
    ///   - place: The zone and the later year.
    ///   - baseline: The earlier year.
    ///   - rules: The limit of ground without a state.
    /// - Returns: The ratio, *not assessed* in a zone without open sand, with its denominator and relapse in the notes.
    /// - Throws: ``EcologyError`` for the ledger, or where the years are in the wrong order.
    public func result(
        _ indicator: String, variant: DesertVariant = .change, at place: ZoneYear, baseline: Int,
        rules: AssessmentRules = AssessmentRules()
    ) throws(EcologyError) -> IndicatorResult {
        guard let ratio = ratio(variant) else {
            throw .refused("the variant ledger is counted from accepted measures, not from states")
        }
        guard baseline < place.year else {
            throw .refused(
                "the baseline \(baseline) is not before \(place.year); swap the two years")
        }
        if variant == .state {
            var result = state(indicator, at: place, rules: rules)
            result.notes.append(relapseNote)
            return result
        }
        var result = IndicatorResult(
            indicator, variant: variant.rawValue, at: place,
            numerator: Quantity(ratio.treated, .squareMetres),
            over: Quantity(ratio.of, .squareMetres),
            status: rules.status(
                unclassifiedShare: region > 0 ? unassessed / region : 0, otherwise: .official),
            notes: [
                LocalizedText(
                    zh: "分母为\(baseline)年流动与半固定沙地",
                    en: "the denominator is the mobile and semi-fixed sand of \(baseline)"),
                relapseNote,
            ])
        // Unknown ground may be treated sand, or open sand that is not.
        if ratio.of > 0, unassessed > 0, let value = result.value {
            let whole = ratio.of + unassessed
            result.bounds = Bounds(
                ratio.treated / whole, min(1, (ratio.treated + unassessed) / whole), kind: .range)
            result.uncertainty.included.insert(.unclassified)
            result.noteUnknown(unassessed, of: region, Ground.stateless)
            result.value = value
        }
        return result
    }

    /// The share of the region that is fixed or vegetated in one year, whatever it was before.
    ///
    /// - Parameters:
    ///   - indicator: The region's indicator id.
    ///   - place: The zone and year.
    ///   - rules: The limit of ground without a state.
    /// - Returns: The ratio over the whole region.
    public func state(
        _ indicator: String, at place: ZoneYear, rules: AssessmentRules = AssessmentRules()
    ) -> IndicatorResult {
        var result = IndicatorResult(
            indicator, variant: DesertVariant.state.rawValue, at: place,
            numerator: Quantity(area(from: Self.all, to: Self.stable), .squareMetres),
            over: Quantity(region, .squareMetres),
            status: rules.status(
                unclassifiedShare: region > 0 ? unassessed / region : 0, otherwise: .official),
            notes: [
                LocalizedText(
                    zh: "分母为全区面积", en: "the denominator is the whole region"),
                LocalizedText(
                    zh: "以\(place.year)年当年状态计", en: "by the state of \(place.year) alone"),
            ])
        if region > 0 { result.allow(unknown: unassessed / region) }
        return result
    }

    private var relapseNote: LocalizedText {
        let relapsed = decimal(relapse / 1e6, digits: 2, grouped: true)
        return LocalizedText(zh: "返沙\(relapsed)平方千米", en: "relapse \(relapsed) km²")
    }

    /// The treatment ratio of a ledger: Σ accepted treated area / treatable area.
    ///
    /// - Parameters:
    ///   - indicator: The region's indicator id.
    ///   - treated: m² accepted (造林, 飞播, 封育, 沙障), each hectare once.
    ///   - treatable: m² that can be treated; the whole region without a mask.
    ///   - place: The zone and year.
    /// - Returns: The ratio, with its denominator named.
    /// - Throws: ``EcologyError`` where an area is negative or more is treated than can be.
    public static func ledger(
        _ indicator: String, treated: Double, treatable: Double, at place: ZoneYear
    ) throws(EcologyError) -> IndicatorResult {
        try nonNegative(treated, "the treated area")
        guard treatable > 0, treatable.isFinite else { throw .nothing(what: "treatable area") }
        guard treated <= treatable else {
            throw .refused(
                "\(treated) m² were treated of \(treatable) m² treatable: "
                    + "is a hectare counted twice, or does a measure lie outside the region?")
        }
        return IndicatorResult(
            indicator, variant: DesertVariant.ledger.rawValue, at: place,
            numerator: Quantity(treated, .squareMetres),
            over: Quantity(treatable, .squareMetres),
            notes: [
                LocalizedText(zh: "分母为可治理面积", en: "the denominator is the treatable area")
            ])
    }

    /// Refuses a region that is larger than 60 % of its city (a judgement): a map label's outline.
    public static func requirePlausible(
        region name: String, area: Double, of city: Double, limit: Double = 0.60
    ) throws(EcologyError) {
        guard area > city * limit else { return }
        let share = decimal(area / city * 100, digits: 1)
        throw .refused(
            "region '\(name)' covers \(share) % of the city: such outlines are map labels; "
                + "give the desert's own polygon")
    }

    private static let open: Set<SandState> = [.mobile, .semiFixed]
    private static let stable: Set<SandState> = [.fixed, .vegetated]
    private static let all = Set(SandState.allCases)
}
