// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A model laid out for simulation: columns of draws, and the sums that run over them.
///
/// What is fixed is folded into weights, a product that several zones use becomes one column, and
/// terms alike are put together, so that the work for one draw is as small as it can be.
struct SamplingPlan: Sendable {
    /// How one or several columns get their draws.
    struct Step: Sendable {
        enum Kind: Sendable {
            case sampled(column: Int, variable: String, zone: String?, Distribution)
            case correlated(first: Int, CorrelatedCoefficients)
            case shares(first: Int, name: String, counts: [Double])
            case joint(first: Int, name: String, zone: String?, means: [Double], root: [[Double]])
            case combination(column: Int, constant: Double, [(weight: Double, column: Int)])
            case power(column: Int, of: Int, exponent: Int)
            case product(column: Int, Int, Int)

            /// Whether it follows from other columns alone, without chance.
            var isDerived: Bool {
                switch self {
                case .sampled, .correlated, .shares, .joint: false
                case .combination, .power, .product: true
                }
            }
        }

        let kind: Kind
        /// The inputs that are drawn in it; `nil` where none are.
        var group: String?
    }

    /// A weight times no, one or two columns.
    struct Term: Sendable {
        var weight: Double
        let first: Int?
        let second: Int?
    }

    private(set) var steps: [Step] = []
    private(set) var columnCount = 0
    /// For each number of the model its own terms; none for those that only add up others.
    private(set) var terms: [[Term]] = []
    private(set) var constants: [Double] = []
    private let model: CarbonModel
    private var columns: [Int: Int] = [:]
    private var powers: [CarbonModel.Factor: Int] = [:]
    private var products: [[Int]: Int] = [:]

    init(_ model: CarbonModel) {
        self.model = model
        for output in model.outputs {
            var merged: [[Int]: Int] = [:]
            var outputTerms: [Term] = []
            var constant = 0.0
            if output.multiple == nil {
                for entry in output.entries {
                    for term in model.terms[model.entries[entry].terms] {
                        let (weight, first, second) = columns(for: term)
                        if first == nil && second == nil {
                            constant += weight
                            continue
                        }
                        let key = [first ?? -1, second ?? -1]
                        if let place = merged[key] {
                            outputTerms[place].weight += weight
                        } else {
                            merged[key] = outputTerms.count
                            outputTerms.append(Term(weight: weight, first: first, second: second))
                        }
                    }
                }
            }
            terms.append(outputTerms.filter { $0.weight != 0 })
            constants.append(constant)
        }
    }

    /// A term's weight with all that is fixed, its zone's own column and its shared column.
    private mutating func columns(
        for term: CarbonModel.Term
    ) -> (weight: Double, local: Int?, shared: Int?) {
        var weight = term.weight
        var (local, shared): ([Int], [Int]) = ([], [])
        for factor in model.factors[term.factors] {
            let variable = model.variables[factor.variable]
            if let fixed = fixedValue(of: factor.variable) {
                weight *= power(fixed, factor.exponent)
                continue
            }
            let column = column(for: factor)
            if variable.zone == nil { shared.append(column) } else { local.append(column) }
        }
        let (first, second) = (product(of: local), product(of: shared))
        return first == nil ? (weight, second, nil) : (weight, first, second)
    }

    private func fixedValue(of variable: Int) -> Double? {
        switch model.variables[variable].definition {
        case .sampled(let distribution): distribution.shape == .fixed ? distribution.mean : nil
        case .share(let row, let column):
            model.rows[row].counts[column] == 0 ? 0 : nil
        case .joint, .correlated: nil
        case .combination(let parts):
            parts.reduce(0.0) { sum, part in
                sum.flatMap { sum in
                    fixedValue(of: part.variable).map { sum + part.weight * $0 }
                }
            }
        }
    }

    private mutating func newColumns(_ count: Int = 1) -> Int {
        columnCount += count
        return columnCount - count
    }

    private mutating func column(for factor: CarbonModel.Factor) -> Int {
        let base = column(of: factor.variable)
        if factor.exponent == 1 { return base }
        if let column = powers[factor] { return column }
        let column = newColumns()
        steps.append(Step(kind: .power(column: column, of: base, exponent: factor.exponent)))
        powers[factor] = column
        return column
    }

    private mutating func column(of index: Int) -> Int {
        if let column = columns[index] { return column }
        let variable = model.variables[index]
        switch variable.definition {
        case .sampled(let distribution):
            let column = newColumns()
            steps.append(
                Step(
                    kind: .sampled(
                        column: column, variable: variable.name, zone: variable.zone, distribution),
                    group: variable.group))
            columns[index] = column
        case .correlated(let group, _):
            let coefficients = model.correlations[group]
            let first = newColumns(coefficients.members.count)
            steps.append(
                Step(kind: .correlated(first: first, coefficients), group: variable.group))
            for (other, candidate) in model.variables.enumerated() {
                if case .correlated(group, let member) = candidate.definition {
                    columns[other] = first + member
                }
            }
        case .share(let row, _):
            let first = newColumns(model.rows[row].counts.count)
            steps.append(
                Step(
                    kind: .shares(
                        first: first, name: model.rows[row].name, counts: model.rows[row].counts),
                    group: variable.group))
            for (other, candidate) in model.variables.enumerated() {
                if case .share(row, let column) = candidate.definition {
                    columns[other] = first + column
                }
            }
        case .joint(let index, _):
            let block = model.blocks[index]
            let first = newColumns(block.means.count)
            steps.append(
                Step(
                    kind: .joint(
                        first: first, name: block.name, zone: block.zone, means: block.means,
                        root: block.root), group: variable.group))
            for (other, candidate) in model.variables.enumerated() {
                if case .joint(index, let component) = candidate.definition {
                    columns[other] = first + component
                }
            }
        case .combination(let parts):
            var constant = 0.0
            var weights: [(weight: Double, column: Int)] = []
            for part in parts {
                if let fixed = fixedValue(of: part.variable) {
                    constant += part.weight * fixed
                } else {
                    weights.append((part.weight, self.column(of: part.variable)))
                }
            }
            let column = newColumns()
            steps.append(Step(kind: .combination(column: column, constant: constant, weights)))
            columns[index] = column
        }
        return columns[index] ?? 0
    }

    private mutating func product(of factors: [Int]) -> Int? {
        guard let first = factors.first else { return nil }
        if factors.count == 1 { return first }
        if let column = products[factors] { return column }
        guard let rest = product(of: Array(factors.dropLast())), let last = factors.last else {
            return first
        }
        let column = newColumns()
        steps.append(Step(kind: .product(column: column, rest, last)))
        products[factors] = column
        return column
    }
}
