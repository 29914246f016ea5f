// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

/// Usable grassland of one type, and what it yields.
public struct ForageType: Hashable, Sendable {
    /// m² that may be grazed; banned-grazing land has none.
    public let usableArea: Double
    /// Peak dry yield Y, kg/ha.
    public let yield: Double
    /// Regrowth g after the peak, as a share of it.
    public let regrowth: Double
    /// The share H that animals can eat.
    public let edibleShare: Double
    /// Kilograms of standard hay (14 % moisture) in a kilogram of dry yield, k.
    public let hayFactor: Double
    /// The share U that may be used.
    public let utilisation: Double

    /// A type of `usableArea` m² that yields `yield` kg/ha.
    public init(
        usableArea: Double, yield: Double, regrowth: Double = 0, edibleShare: Double,
        hayFactor: Double = 1, utilisation: Double
    ) {
        self.usableArea = usableArea
        self.yield = yield
        self.regrowth = regrowth
        self.edibleShare = edibleShare
        self.hayFactor = hayFactor
        self.utilisation = utilisation
    }

    /// A·Y·(1+g)·H·k·U, kg of standard hay a year.
    public var forage: Double {
        usableArea / 10_000 * yield * (1 + regrowth) * edibleShare * hayFactor * utilisation
    }
}

/// Forage against livestock, 草畜平衡, in one zone and year.
///
/// - Source: NY/T 635-2015; the sheep unit is a 45 kg adult that eats 1.8 kg of hay a day.
public struct ForageBalance: Hashable, Sendable {
    /// Standard hay that a sheep unit eats a day, kg.
    public static let dailyHay = 1.8

    /// Hay a year, kg: grassland, sown, residues and bought.
    public let forage: Double
    /// Days a year that it must last.
    public let days: Double
    /// Livestock in sheep units.
    public let sheepUnits: Double

    /// A balance.
    ///
    /// - Parameters:
    ///   - types: Usable grassland by type.
    ///   - otherForage: Sown, residues and bought, kg of standard hay a year.
    ///   - days: 365, or the grazing days.
    ///   - livestock: Heads by animal.
    ///   - units: The set of sheep units to count by.
    /// - Throws: ``EcologyError`` at a negative number, a share outside 0…1, or an animal that the
    ///   set does not know.
    public init(
        _ types: [ForageType], otherForage: Double = 0, days: Double = 365,
        livestock: [String: Int], by units: SheepUnits
    ) throws(EcologyError) {
        for (index, type) in types.enumerated() {
            let which = "of grassland type \(index + 1)"
            try nonNegative(type.usableArea, "the usable area \(which)")
            try nonNegative(type.yield, "the yield \(which)")
            try nonNegative(type.regrowth, "the regrowth \(which)")
            try nonNegative(type.hayFactor, "the hay factor \(which)")
            try fraction(type.edibleShare, "the edible share \(which)")
            try fraction(type.utilisation, "the utilisation \(which)")
        }
        guard days > 0, days <= 366 else {
            throw .outside(what: "the days of grazing", value: days, range: 1...366)
        }
        forage = types.reduce(try nonNegative(otherForage, "other forage")) { $0 + $1.forage }
        self.days = days
        sheepUnits = try units.total(of: livestock)
    }

    /// Reasonable carrying capacity, sheep units.
    public var carryingCapacity: Double { forage / (Self.dailyHay * days) }

    /// The overload, with stock and capacity in the notes.
    ///
    /// - Parameters:
    ///   - place: The zone and year.
    ///   - count: When animals were counted, such as `年末存栏`: June differs by a third.
    /// - Returns: A ratio; 0.1 is ten per cent too many.
    public func result(at place: ZoneYear, counted count: LocalizedText) -> IndicatorResult {
        let stock = decimal(sheepUnits, digits: 0, grouped: true)
        let capacity = decimal(carryingCapacity, digits: 0, grouped: true)
        return IndicatorResult(
            "forage_balance", variant: "official", at: place,
            numerator: Quantity(sheepUnits - carryingCapacity, .sheepUnits),
            over: Quantity(carryingCapacity, .sheepUnits),
            notes: [
                LocalizedText(
                    zh: "存栏\(stock)羊单位，合理载畜量\(capacity)羊单位",
                    en: "\(stock) sheep units on a capacity of \(capacity)"),
                count,
            ])
    }
}
