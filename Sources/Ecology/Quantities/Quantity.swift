// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Words

/// A number with its unit.
///
/// Quantities are compared unrounded; only ``text(in:digits:)`` rounds, for people.
public struct Quantity: Hashable, Sendable {
    /// The number, in ``unit``.
    public let value: Double
    /// What the number counts.
    public let unit: Unit

    /// A number of units.
    public init(_ value: Double, _ unit: Unit) {
        self.value = value
        self.unit = unit
    }

    /// The number as a reader expects it: grouped digits, the unit behind, `—` where it is NaN.
    ///
    /// - Parameters:
    ///   - language: Chinese sets its units close (`3,558万亩`), English apart (`2,009 km²`).
    ///   - digits: Digits after the point.
    /// - Returns: Text to read, rounded: never to be compared.
    public func text(in language: Language, digits: Int) -> String {
        guard value.isFinite else { return "—" }
        let number = decimal(value, digits: digits, grouped: true)
        let symbol = unit.symbol[language]
        let close = unit == .percent || symbol.first.map { $0 >= "\u{2E80}" } ?? true
        return close ? number + symbol : "\(number) \(symbol)"
    }
}

/// A positive fraction of two whole numbers, in lowest terms.
struct ExactFactor: Hashable, Sendable {
    let numerator: Double
    let denominator: Double

    init(_ numerator: Int, over denominator: Int = 1) {
        let common = Self.commonDivisor(numerator, denominator)
        self.numerator = Double(numerator / common)
        self.denominator = Double(denominator / common)
    }

    func over(_ other: ExactFactor) -> ExactFactor {
        ExactFactor(
            Int(numerator) * Int(other.denominator), over: Int(denominator) * Int(other.numerator))
    }

    private static func commonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : commonDivisor(b, a % b)
    }
}
