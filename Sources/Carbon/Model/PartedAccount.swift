// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// An account of so many zones that it is made of some of them at a time: the numbers of each part, and
/// in the end those of the whole, have the bits that the account of all at once gives them.
///
/// Every area must be exact. Memory then is that of a few parts.
public struct PartedAccount: Sendable {
    /// An account of zones by their numbers, from 0, in ascending order.
    public typealias Maker = @Sendable (_ zones: [Int], AccountFrame?) throws -> CarbonAccount

    /// The account of the zones that bring something new alone: what it says of itself, its notes and
    /// its coefficients are those of the account of all zones.
    public let outline: CarbonAccount
    private let make: Maker
    /// The coefficients in the order in which they are met, and the zone that brings each.
    private let coefficients: [(coefficient: Coefficient, zone: Int)]
    private let leaves: [AccountFrame.Leaf]

    /// Looks at the zones that bring something new.
    ///
    /// - Parameters:
    ///   - firsts: The zones where a kind of land, or of change, is met that none before them has, in
    ///     ascending order; of a set with rows for single zones, those as well.
    ///   - make: Makes the account of some zones.
    /// - Throws: What `make` throws.
    public init(firsts: [Int], _ make: @escaping Maker) throws {
        self.make = make
        outline = try make(firsts, nil)
        var leaves: [AccountFrame.Leaf] = []
        for entry in outline.model.entries { leaves.take(entry) }
        self.leaves = leaves
        let numbers = Dictionary(
            zip(outline.model.zones, firsts), uniquingKeysWith: { first, _ in first })
        var zone = 0
        var coefficients: [(coefficient: Coefficient, zone: Int)] = []
        for variable in outline.model.variables {
            if let name = variable.zone { zone = numbers[name] ?? zone }
            if case .coefficient(let coefficient) = variable.origin {
                coefficients.append((coefficient, zone))
            }
        }
        self.coefficients = coefficients
    }

    /// Whether the account of so many zones has so many numbers that zones are not simulated one by one.
    public func isLarge(zones: Int) -> Bool {
        let numbers = outline.model.outputs.count { $0.key.zone == CarbonModel.cityZone }
        return (zones + 1) * numbers > CarbonModel.mostSimulated
    }

    /// Some zones of the account.
    public struct Part: Sendable {
        /// Each number's estimate by approach 1, zone by zone.
        public let estimates: [CarbonEstimate]
        fileprivate let model: CarbonModel
        fileprivate var gradient: Gradient
        /// Of each variable its place among the account's coefficients.
        fileprivate let places: [Int]
        /// Each term as a product of what is not known exactly, and what that is multiplied by.
        fileprivate let terms: [(weight: Double, product: Int)]
        fileprivate let products: ProductTable
    }

    /// Works out some zones.
    ///
    /// - Throws: ``CarbonError``, above all where a coefficient is missing.
    public func part(_ zones: Range<Int>) throws -> Part {
        let known = coefficients.prefix { $0.zone < zones.lowerBound }.map(\.coefficient)
        let model = try make(Array(zones), AccountFrame(known: known, leaves: leaves)).model
        let numbers = Dictionary(
            coefficients.enumerated().map { ($1.coefficient.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let places = model.variables.map { variable in
            if case .coefficient(let coefficient) = variable.origin {
                numbers[coefficient.id] ?? 0
            } else {
                0
            }
        }
        let fixed = model.variables.map { variable -> Double? in
            if case .sampled(let distribution) = variable.definition,
                distribution.shape == .fixed
            {
                return distribution.mean
            }
            if case .coefficient = variable.origin { return nil }
            preconditionFailure("'\(variable.name)' is not exact: its account cannot be parted")
        }
        var products = ProductTable()
        let terms = model.terms.map { term in
            var weight = term.weight
            products.begin()
            for place in term.factors {
                let factor = model.factors[place]
                if let mean = fixed[factor.variable] {
                    weight *= power(mean, factor.exponent)
                } else {
                    products.add(places[factor.variable], factor.exponent)
                }
            }
            return (weight, products.end())
        }
        var gradient = Gradient(of: model)
        let estimates = model.outputs.indices.map { index in
            CarbonModel.linearEstimate(
                model.outputs[index].key, model.outputs[index].value,
                variance: gradient.variance(of: index))
        }
        return Part(
            estimates: estimates, model: model, gradient: gradient, places: places, terms: terms,
            products: products)
    }

    // MARK: The whole

    /// The sum over all zones, from parts in their order.
    public struct Whole: Sendable {
        private let outline: CarbonModel
        /// The account's coefficients as variables.
        private let variables: [CarbonModel.Variable]
        private var numbers: [Number] = []
        private var products = ProductTable()

        /// A number of the whole.
        private struct Number {
            let output: CarbonModel.Output
            var value = 0.0
            /// By coefficient.
            var slopes: [Double]
            /// By product, of those that are met.
            var weights: [Double] = []
            var isMet: [Bool] = []
            /// Products in the order in which they are met.
            var order: [Int] = []

            mutating func add(_ weight: Double, _ product: Int) {
                if product >= weights.count {
                    let more = product + 1 - weights.count
                    weights += [Double](repeating: 0, count: more)
                    isMet += [Bool](repeating: false, count: more)
                }
                if !isMet[product] {
                    isMet[product] = true
                    order.append(product)
                }
                weights[product] += weight
            }
        }

        /// Nothing is added up yet.
        public init(of account: PartedAccount) {
            outline = account.outline.model
            variables = outline.variables.filter { variable in
                if case .coefficient = variable.origin { true } else { false }
            }
            for output in outline.outputs where output.key.zone == CarbonModel.cityZone {
                numbers.append(
                    Number(
                        output: output, slopes: [Double](repeating: 0, count: variables.count)))
            }
        }

        /// Adds the zones that follow those before.
        public mutating func add(_ part: Part) {
            var gradient = part.gradient
            let productPlaces = part.products.products.map { products.place(of: $0) }
            for index in numbers.indices {
                for output in stride(from: index, to: part.model.outputs.count, by: numbers.count) {
                    numbers[index].value += part.model.outputs[output].value
                    gradient.addSlopes(of: output, to: &numbers[index].slopes, at: part.places)
                    if numbers[index].output.multiple == nil {
                        add(termsBehind: output, of: part, productPlaces, to: index)
                    }
                }
            }
        }

        private mutating func add(
            termsBehind output: Int, of part: Part, _ productPlaces: [Int], to index: Int
        ) {
            for entry in part.model.outputs[output].entries {
                for place in part.model.entries[entry].terms {
                    let term = part.terms[place]
                    numbers[index].add(term.weight, productPlaces[term.product])
                }
            }
            for other in part.model.outputs[output].parts {
                add(termsBehind: other, of: part, productPlaces, to: index)
            }
        }

        /// Every number of the whole by approach 2, as ``CarbonModel/estimates(draws:seed:jobs:wantsShares:)``
        /// gives it, and by approach 1.
        public func estimates(
            draws: Int, seed: UInt64, jobs: Int
        ) async throws -> (headline: [CarbonEstimate], linear: [CarbonEstimate]) {
            var model = CarbonModel()
            model.variables = variables
            model.correlations = outline.correlations
            for number in numbers {
                var output = CarbonModel.Output(key: number.output.key)
                output.value = number.value
                if let multiple = number.output.multiple,
                    let source = model.places[outline.outputs[multiple.of].key]
                {
                    output.multiple = (source, multiple.by)
                } else {
                    output.entries = [model.entries.count]
                    let first = model.terms.count
                    for product in number.order {
                        model.addTerm(number.weights[product], products.products[product])
                    }
                    model.addEntry(of: output.key, output.value, termsFrom: first)
                }
                model.outputs.append(output)
                model.places[output.key] = model.outputs.count - 1
            }
            var gradient = Gradient(of: model)
            let linear = numbers.map { number in
                CarbonModel.linearEstimate(
                    number.output.key, number.value,
                    variance: gradient.variance(bySlopes: number.slopes))
            }
            guard draws > 0, model.canBeSimulated else { return (linear, linear) }
            let simulated = try await model.simulatedEstimates(
                draws: draws, seed: seed, jobs: jobs
            ) { _ in false }
            return (simulated, linear)
        }
    }
}

/// Products of coefficients, each once, in the order in which they are met.
struct ProductTable: Sendable {
    typealias Factor = CarbonModel.Factor

    private(set) var products: [[Factor]] = []
    private var places: [Int: [Int]] = [:]
    private var open: [Factor] = []
    private var hash = 0

    /// Begins a product.
    mutating func begin() {
        open.removeAll(keepingCapacity: true)
        hash = 0
    }

    /// Adds a factor to the product that was begun.
    mutating func add(_ variable: Int, _ exponent: Int) {
        open.append(Factor(variable: variable, exponent: exponent))
        hash = (hash ^ (variable << 8 &+ exponent)) &* 0x1E37_79B9_7F4A_7C15 &+ 1
    }

    /// The place of the product that was begun.
    mutating func end() -> Int {
        if let place = places[hash]?.first(where: { products[$0] == open }) { return place }
        products.append(open)
        places[hash, default: []].append(products.count - 1)
        return products.count - 1
    }

    /// The place of a product.
    mutating func place(of product: [Factor]) -> Int {
        begin()
        for factor in product { add(factor.variable, factor.exponent) }
        return end()
    }
}
