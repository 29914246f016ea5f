// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What a pixel holds in one raster of a measurement.
public enum Code: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// A class code, or the number of a bin of values.
    case value(Int)
    /// Nothing: the raster's nodata value, or a masked pixel.
    case noData
    /// No pixel at all: the zone reaches beyond the raster.
    case outside

    /// The code as tables have it.
    public var description: String {
        switch self {
        case .value(let code): String(code)
        case .noData: "nodata"
        case .outside: "outside"
        }
    }
}

/// A sum of areas times values, exact in 192 bits.
public struct WeightedSum: Hashable, Sendable {
    /// The sum is `high · 2⁶⁴ + low`, with `low` in 0 ..< 2⁶⁴: one way only to write a number.
    public private(set) var high: Int128 = 0
    /// The lower 64 bits.
    public private(set) var low: UInt64 = 0

    /// Nothing yet.
    public init() {}

    init(high: Int128, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Adds `weight · value`, for a weight that is not negative beyond rounding and |value| < 2⁶².
    mutating func add(_ weight: Int128, times value: Int) {
        let upper = weight >> 64
        let lower = UInt64(truncatingIfNeeded: weight)
        let product = Int128(lower) * Int128(value)
        add(high: upper * Int128(value) + (product >> 64), low: UInt64(truncatingIfNeeded: product))
    }

    mutating func add(_ other: WeightedSum) { add(high: other.high, low: other.low) }

    mutating func multiply(by factor: Int64) {
        let product = Int128(low) * Int128(factor)
        high = high * Int128(factor) + (product >> 64)
        low = UInt64(truncatingIfNeeded: product)
    }

    private mutating func add(high: Int128, low: UInt64) {
        let (sum, overflow) = self.low.addingReportingOverflow(low)
        self.low = sum
        self.high += high + (overflow ? 1 : 0)
    }

    /// The nearest floating-point number.
    var double: Double { Double(high) * 0x1p64 + Double(low) }
}

/// How much of a zone one combination of codes takes, in integers.
public struct Amount: Hashable, Sendable {
    /// Pixels, whole and in part, in 2⁻⁴⁷ of a pixel.
    public var coverage: Int128 = 0
    /// Area on the ellipsoid, in 2⁻⁴⁷ · 10⁻⁹ m².
    public var weight: Int128 = 0
    /// The part of ``weight`` whose pixels have a value in the value raster.
    public var valued: Int128 = 0
    /// The sum of ``weight`` times value over those pixels.
    public var sum = WeightedSum()

    /// Nothing yet.
    public init() {}

    /// The amount with areas counted in so many 10⁻⁹ m² brought to 10⁻⁹ m².
    func with(quantum: Int64) -> Amount {
        guard quantum != 1 else { return self }
        var amount = self
        amount.weight *= Int128(quantum)
        amount.valued *= Int128(quantum)
        amount.sum.multiply(by: quantum)
        return amount
    }

    /// Fractional pixels.
    public var pixels: Double { Double(nearest: coverage) * 0x1p-47 }
    /// m² on the ellipsoid.
    public var areaSquareMetres: Double { Double(nearest: weight) * 0x1p-47 / 1e9 }
    /// m² on the ellipsoid of the pixels that have a value.
    public var valuedAreaSquareMetres: Double { Double(nearest: valued) * 0x1p-47 / 1e9 }

    /// Adds another zone's or another part's amount, exactly.
    public static func += (a: inout Amount, b: Amount) {
        a.coverage += b.coverage
        a.weight += b.weight
        a.valued += b.valued
        a.sum.add(b.sum)
    }
}

extension Double {
    /// The nearest one to an integer: what `Double(_:)` finds twenty times slower.
    init(nearest number: Int128) {
        let magnitude = number.magnitude
        let shift = max(0, 64 - magnitude.leadingZeroBitCount)
        var leading = UInt64(truncatingIfNeeded: magnitude >> shift)
        // A bit below the 53 that count, so that no half is taken for exact.
        if magnitude & (1 << shift - 1) != 0 { leading |= 1 }
        self = Double(
            sign: number < 0 ? .minus : .plus, exponent: shift, significand: Double(leading))
    }
}

/// Areas per zone and combination of codes, exact: what every indicator is computed from.
///
/// Adding tallies is adding integers: in any order, of any parts, from any machine, with the same
/// bits as result.
public struct Tally: Hashable, Sendable {
    /// A zone's id and name.
    public struct ZoneKey: Hashable, Sendable {
        /// What tells it from the others.
        public let id: String
        /// What people call it.
        public let name: String

        /// A zone's id and name.
        public init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// In the order of the zone layer.
    public let zones: [ZoneKey]
    /// By zone: the amount of each combination of codes, one code for each raster measured.
    public private(set) var amounts: [[[Code]: Amount]]
    /// What a value raster's integers are worth: `integer / valueUnit · valueScale + valueOffset`.
    public let valueUnit: Double
    /// What the values are multiplied by.
    public let valueScale: Double
    /// What is added to the values.
    public let valueOffset: Double

    /// An empty tally.
    public init(
        zones: [ZoneKey], valueUnit: Double = 1, valueScale: Double = 1, valueOffset: Double = 0
    ) {
        self.zones = zones
        amounts = Array(repeating: [:], count: zones.count)
        self.valueUnit = valueUnit
        self.valueScale = valueScale
        self.valueOffset = valueOffset
    }

    mutating func add(_ amount: Amount, to codes: [Code], ofZone zone: Int) {
        amounts[zone][codes, default: Amount()] += amount
    }

    /// Gives zones that have nothing what all others have together: of a sample, which need not reach
    /// every zone.
    mutating func fillEmptyZones() {
        let all = sum()
        for zone in zones.indices where amounts[zone].isEmpty {
            for (codes, amount) in all { add(amount, to: codes, ofZone: zone) }
        }
    }

    /// Adds another tally of the same zones.
    ///
    /// - Precondition: The zones are the same, in the same order.
    public mutating func merge(_ other: Tally) {
        precondition(zones == other.zones, "tallies of different zones cannot be added")
        for zone in zones.indices {
            for (codes, amount) in other.amounts[zone] { add(amount, to: codes, ofZone: zone) }
            amounts[zone] = amounts[zone].filter { $0.value != Amount() }
        }
    }

    /// All of a zone, nodata and what lies outside the raster included.
    public func total(ofZone zone: Int) -> Amount {
        amounts[zone].values.reduce(into: Amount()) { $0 += $1 }
    }

    /// All zones added up: what their union would give where they do not overlap.
    public func sum() -> [[Code]: Amount] {
        amounts.reduce(into: [:]) { sum, zone in
            for (codes, amount) in zone { sum[codes, default: Amount()] += amount }
        }
    }

    /// The mean of the value raster over an amount, weighted by area; `nil` where nothing is valued.
    public func mean(of amount: Amount) -> Double? {
        guard amount.valued != 0 else { return nil }
        let stored = amount.sum.double / Double(nearest: amount.valued) / valueUnit
        return stored * valueScale + valueOffset
    }

    /// The integral of the value raster over an amount: value times m².
    public func integral(of amount: Amount) -> Double {
        amount.sum.double * 0x1p-47 / 1e9 / valueUnit * valueScale
            + valueOffset * amount.valuedAreaSquareMetres
    }
}

extension Tally {
    /// Refuses a measurement that found nothing: no pixel of any zone that is known in every raster.
    ///
    /// - Parameters:
    ///   - rasters: What errors call the measurement's rasters.
    ///   - isKnown: Whether a raster's code says what is there.
    /// - Throws: ``ZoneError/nothingKnown(raster:)`` with the rasters to blame.
    public func requireValues(
        in rasters: [String],
        where isKnown: (_ layer: Int, _ code: Code) -> Bool = { $1.isValue }
    ) throws(ZoneError) {
        let met = amounts.reduce(into: Set<[Code]>()) { $0.formUnion($1.keys) }
        for codes in met where codes.indices.allSatisfy({ isKnown($0, codes[$0]) }) { return }
        let empty = rasters.indices.filter { layer in
            !met.contains { $0.indices.contains(layer) && isKnown(layer, $0[layer]) }
        }
        let blamed = empty.isEmpty ? rasters : empty.map { rasters[$0] }
        throw .nothingKnown(raster: blamed.joined(separator: ", "))
    }

    /// Refuses a measurement in which no pixel has a value of the value raster.
    public func requireQuantities(in raster: String) throws(ZoneError) {
        guard !amounts.contains(where: { $0.values.contains { $0.valued != 0 } }) else { return }
        throw .nothingKnown(raster: raster)
    }
}

extension Code {
    /// Whether something is there.
    public var isValue: Bool {
        if case .value = self { return true }
        return false
    }
}
