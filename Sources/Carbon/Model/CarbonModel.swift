// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Carbon as a sum of products of areas, coefficients and inputs: one model from which the central
/// value, both ways to its uncertainty and its explanation come.
///
/// Each coefficient is one variable however many zones, classes and years use it, so whatever is
/// shared moves together.
public struct CarbonModel: Sendable {
    /// The zone of the sum over all zones.
    public static let cityZone = "all"

    /// What a number measures.
    public enum Quantity: String, CaseIterable, Hashable, Sendable {
        /// Carbon kept on the land, t C.
        case stock
        /// Stock of the later year less that of the earlier, t C.
        case change
        /// Uptake by the land, t C/yr; negative where the land is a source.
        case sink

        /// The unit of its values.
        public var unit: String { self == .sink ? "t C/yr" : "t C" }

        /// The name in Chinese.
        public var nameZH: String {
            switch self {
            case .stock: "碳储量"
            case .change: "碳储量变化（增加为正）"
            case .sink: "年碳汇（吸收为正）"
            }
        }

        /// The name in English.
        public var nameEN: String {
            switch self {
            case .stock: "Carbon stock"
            case .change: "Change of carbon stock (gain positive)"
            case .sink: "Annual sink (uptake positive)"
            }
        }
    }

    /// Which number of a result is meant.
    public struct Key: Hashable, Sendable, CustomStringConvertible {
        /// The zone, or ``CarbonModel/cityZone``.
        public let zone: String
        /// What it measures.
        public let quantity: Quantity
        /// The pool; `nil` for all pools together.
        public let pool: Pool?
        /// The year of a stock; `nil` for changes and sinks.
        public let year: Int?

        /// Names a number.
        public init(zone: String, quantity: Quantity, pool: Pool? = nil, year: Int? = nil) {
            self.zone = zone
            self.quantity = quantity
            self.pool = pool
            self.year = year
        }

        /// The key in words: `stock of soil in 2015, zone 150602`.
        public var description: String {
            let pool = pool.map { " of \($0.rawValue)" } ?? ""
            let year = year.map { " in \($0)" } ?? ""
            return "\(quantity.rawValue)\(pool)\(year), zone \(zone)"
        }
    }

    /// One line of the account: a pool of one kind of land, or of one change of land, in a zone.
    public struct Entry: Sendable {
        /// The zone.
        public let zone: String
        /// What it measures.
        public let quantity: Quantity
        /// The year of a stock.
        public let year: Int?
        /// The pool, or `nil` where a method does not tell pools apart.
        public let pool: Pool?
        /// The kind of land, as it is at the end.
        public let land: String
        /// The kind of land that it was, where it changed.
        public let from: String?
        /// What happened in it: `growth`, `harvest`, …; empty where there is nothing to tell.
        public let process: String
        /// The central value, held to 2⁻²⁰ t so that sums are exact in any order.
        public internal(set) var value: Double
        /// The places of its terms in the model's.
        let terms: Range<Int>
    }

    /// Where a variable comes from.
    public enum Origin: Hashable, Sendable {
        /// A coefficient, of a set or of the user.
        case coefficient(Coefficient)
        /// An area in hectares.
        case area(land: String, from: String?, year: Int?)
        /// A row of a confusion matrix, as shares.
        case accuracy(sample: String, mapped: String, reference: String)
        /// A number that the user gave.
        case input(name: String, unit: String, source: String)
    }

    /// A product of powers of variables, times a weight.
    ///
    /// All terms stand in one array and their factors in another: 10⁵ zones have a hundred million.
    struct Term: Sendable {
        let weight: Double
        /// The places of its factors in the model's.
        let factors: Range<Int>
    }

    /// A variable raised to a whole power.
    struct Factor: Hashable, Sendable {
        private let place: Int32
        private let power: Int32
        var variable: Int { Int(place) }
        var exponent: Int { Int(power) }

        init(variable: Int, exponent: Int) {
            place = Int32(clamping: variable)
            power = Int32(clamping: exponent)
        }
    }

    /// How a variable gets its value.
    enum Definition: Sendable {
        case sampled(Distribution)
        /// One of several coefficients that are correlated.
        case correlated(group: Int, member: Int)
        /// A share in a row of a confusion matrix.
        case share(row: Int, column: Int)
        /// A component of jointly normal variables.
        case joint(block: Int, component: Int)
        /// A weighted sum of earlier variables.
        case combination([(weight: Double, variable: Int)])
    }

    struct Variable: Sendable {
        let name: String
        let zone: String?
        let definition: Definition
        let mean: Double
        let origin: Origin
        /// What its share of the variance is listed under.
        let group: String
    }

    /// What one mapped class's shares of reference classes are drawn by, a Dirichlet distribution: the
    /// sample's counts, with what ``ConfusionSample/drawn(_:)`` adds.
    struct Row: Sendable {
        let name: String
        let counts: [Double]
        var total: Double { counts.reduce(0, +) }
    }

    /// Jointly normal variables, with their covariance and its square root.
    struct Block: Sendable {
        let name: String
        let zone: String?
        let means: [Double]
        let covariance: [[Double]]
        let root: [[Double]]
    }

    /// A number of the result, as a sum of entries or of other numbers, or as a multiple of one.
    struct Output: Sendable {
        let key: Key
        var entries: [Int] = []
        var parts: [Int] = []
        /// The number that this one is a multiple of.
        var multiple: (of: Int, by: Double)?
        var value = 0.0
    }

    var variables: [Variable] = []
    var rows: [Row] = []
    var blocks: [Block] = []
    /// Coefficients that are drawn together, whether or not all of them are used.
    var correlations: [CorrelatedCoefficients] = []
    /// Every line of the account.
    public internal(set) var entries: [Entry] = []
    private(set) var terms: [Term] = []
    private(set) var factors: [Factor] = []
    var outputs: [Output] = []
    var places: [Key: Int] = [:]

    /// The keys of every number, zone by zone, the whole at the end.
    public var keys: [Key] { outputs.map(\.key) }

    /// The zones, the whole at the end.
    public var zones: [String] {
        var seen: Set<String> = []
        return outputs.map(\.key.zone).filter { seen.insert($0).inserted }
    }

    /// A central value, in the unit of its quantity; `nil` where the result has no such number.
    public func value(_ key: Key) -> Double? { places[key].map { outputs[$0].value } }

    /// A term at central values.
    func value(of term: Term) -> Double {
        var value = term.weight
        for place in term.factors {
            let factor = factors[place]
            value *= power(variables[factor.variable].mean, factor.exponent)
        }
        return value
    }

    /// Adds the line that a number of the whole is, of the terms since one.
    mutating func addEntry(of key: Key, _ value: Double, termsFrom first: Int) {
        entries.append(
            Entry(
                zone: key.zone, quantity: key.quantity, year: key.year, pool: key.pool, land: "",
                from: nil, process: "", value: value, terms: first..<terms.count))
    }

    /// Adds a term, which the next entry is to hold.
    mutating func addTerm(
        _ weight: Double, _ leading: [Factor], and last: Factor? = nil
    ) {
        let first = factors.count
        factors.append(contentsOf: leading)
        if let last { factors.append(last) }
        terms.append(Term(weight: weight, factors: first..<factors.count))
    }
}

/// A whole power, by repeated multiplication.
@inline(__always)
func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent.magnitude { result *= base }
    return exponent < 0 ? 1 / result : result
}

/// A value held to 2⁻²⁰: a gram of carbon where the unit is a tonne.
///
/// Sums of such values stay exact, in any order, up to 8 × 10⁹ t.
func quantized(_ value: Double) -> Double { (value * 0x1p20).rounded() * 0x1p-20 }
