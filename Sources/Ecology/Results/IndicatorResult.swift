// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

/// The zone and the year that a result speaks of.
public struct ZoneYear: Hashable, Sendable {
    /// The year of the data.
    public let year: Int
    /// The zone's id; the city itself is `all`.
    public let zone: String
    /// The zone's name.
    public let name: String

    /// A zone in a year.
    public init(year: Int, zone: String, name: String) {
        self.year = year
        self.zone = zone
        self.name = name
    }
}

/// How far a result may stand for the official figure.
public enum ResultStatus: Hashable, Sendable {
    /// The data can give the figure as it is defined.
    case official
    /// A number, but not the official one: the reason says what the data lack.
    case indicative(LocalizedText)
    /// No number may be given: the reason says why.
    case notAssessed(LocalizedText)
}

/// Where the true value lies.
public struct Bounds: Hashable, Sendable {
    /// What the two ends claim.
    public enum Kind: String, Hashable, Sendable {
        /// The lowest and highest value that undetermined input allows.
        case range
        /// A 95 % confidence interval.
        case confidence95

        /// The word that tables have.
        public var word: String { self == .range ? "bounds" : "interval_95" }
    }

    /// The lower end, in the result's unit.
    public let lower: Double
    /// The upper end, in the result's unit.
    public let upper: Double
    /// What the ends claim.
    public let kind: Kind
    /// How much of the upper end is ground of which nothing is known, beyond what `kind` claims.
    public let unknownAbove: Double

    /// Two ends in any order.
    public init(_ one: Double, _ other: Double, kind: Kind) {
        self.init(one, other, kind: kind, unknownAbove: 0)
    }

    private init(_ one: Double, _ other: Double, kind: Kind, unknownAbove: Double) {
        lower = min(one, other)
        upper = max(one, other)
        self.kind = kind
        self.unknownAbove = unknownAbove
    }

    /// The same, moved along.
    public func moved(by amount: Double) -> Bounds {
        Bounds(lower + amount, upper + amount, kind: kind, unknownAbove: unknownAbove)
    }

    /// A range that reaches further to either side.
    func widened(below: Double, above: Double) -> Bounds {
        Bounds(lower - below, upper + above, kind: .range, unknownAbove: unknownAbove)
    }

    /// The same with an upper end that much higher, whatever the kind.
    func reaching(above amount: Double) -> Bounds {
        Bounds(lower, upper + amount, kind: kind, unknownAbove: unknownAbove + amount)
    }
}

/// One indicator, in one zone, in one year.
///
/// Ratios are stored as fractions and areas in m²; convert for people with ``quantity(in:)``.
public struct IndicatorResult: Hashable, Sendable {
    /// The year of the data.
    public var year: Int
    /// The zone's id.
    public var zone: String
    /// The zone's name.
    public var name: String
    /// The indicator's id, which finds its definition and source in the catalogue.
    public var indicator: String
    /// The way of counting, by the definition's variant ids.
    public var variant: String
    /// The value, unrounded; `nil` where only ``bounds`` or nothing can be given.
    public var value: Double?
    /// What the map counts, where ``value`` was estimated from a sample of it; in the same unit.
    public var counted: Double?
    /// The unit of ``value`` and ``bounds``.
    public var unit: Quantity.Unit
    /// What was counted.
    public var numerator: Quantity?
    /// What it was counted against; `nil` for a plain amount.
    public var denominator: Quantity?
    /// Where the true value lies.
    public var bounds: Bounds?
    /// How far it may stand for the official figure.
    public var status: ResultStatus
    /// Which errors ``bounds`` hold, and which they leave out.
    public var uncertainty = Uncertainty()
    /// What it would be where something that it rests on is otherwise.
    public var sensitivities: [Sensitivity] = []
    /// What a reader must know about the way it was made.
    public var notes: [LocalizedText]
    /// What it was made from, which decides what it may be subtracted from.
    public var basis = Basis()

    /// A ratio of two quantities in their stored units.
    public init(
        _ indicator: String, variant: String, at place: ZoneYear, numerator: Quantity,
        over denominator: Quantity, unit: Quantity.Unit = .fraction,
        status: ResultStatus = .official, notes: [LocalizedText] = []
    ) {
        self.init(indicator, variant: variant, at: place, unit: unit, status: status, notes: notes)
        self.numerator = numerator
        self.denominator = denominator
        if case .notAssessed = status { return }
        if denominator.value > 0 {
            value = numerator.value / denominator.value
        } else {
            self.status = Self.nothingToCount
        }
    }

    /// An amount without a denominator, such as an area.
    public init(
        _ indicator: String, variant: String, at place: ZoneYear, amount: Quantity,
        status: ResultStatus = .official, notes: [LocalizedText] = []
    ) {
        self.init(
            indicator, variant: variant, at: place, unit: amount.unit, status: status, notes: notes)
        numerator = amount
        value = amount.value
        if case .notAssessed = status { value = nil }
    }

    /// A result without a number, for the reason that `status` gives.
    public init(
        _ indicator: String, variant: String, at place: ZoneYear, unit: Quantity.Unit,
        status: ResultStatus, notes: [LocalizedText] = []
    ) {
        year = place.year
        zone = place.zone
        name = place.name
        self.indicator = indicator
        self.variant = variant
        self.unit = unit
        self.status = status
        self.notes = notes
    }

    /// The status of a zone without what the indicator divides by, such as a banner without desert.
    ///
    /// A city passes such a zone over: it adds nothing to either sum.
    public static let nothingToCount = ResultStatus.notAssessed(
        LocalizedText(zh: "本区无此对象，分母为零", en: "the zone has none of it: the denominator is 0"))

    /// The value in another unit; `nil` where there is no value.
    ///
    /// - Throws: ``EcologyError/unlike(_:_:)`` where the unit measures something else.
    public func quantity(in target: Quantity.Unit) throws(EcologyError) -> Quantity? {
        guard let value else { return nil }
        return try Quantity(value, unit).converted(to: target)
    }
}
