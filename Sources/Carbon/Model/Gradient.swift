// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What a group of inputs adds to the variance of a number.
struct VariancePart {
    let input: String
    let variance: Double
}

/// The slopes of a model's numbers by its variables, one number at a time.
///
/// Slopes stand in one array that all numbers use in turn, as a model of 10⁵ zones has a million
/// variables and as many numbers, each of which rests on a few dozen.
struct Gradient {
    private let model: CarbonModel
    /// The groups of inputs in the order of their names: sums depend on it.
    private let groups: [String]
    /// The group of each variable; of correlated ones, that of the correlation.
    private let groupOfVariable: [Int]
    /// The standard deviation of each variable that is drawn alone; 0 of others.
    private let deviations: [Double]
    private var slopes: [Double]
    private var isTouched: [Bool]
    private var touched: [Int] = []

    init(of model: CarbonModel) {
        self.model = model
        // What is known exactly, such as a million mapped areas, needs no group of its own.
        let names = model.variables.map { variable in
            switch variable.definition {
            case .correlated(let group, _): model.correlations[group].name
            case .sampled(let distribution) where distribution.standardDeviation == 0: ""
            default: variable.group
            }
        }
        groups = Set(names).sorted()
        let places = Dictionary(
            uniqueKeysWithValues: groups.enumerated().map { ($0.element, $0.offset) })
        groupOfVariable = names.map { places[$0] ?? 0 }
        deviations = model.variables.map { variable in
            if case .sampled(let distribution) = variable.definition {
                distribution.standardDeviation
            } else {
                0
            }
        }
        slopes = [Double](repeating: 0, count: model.variables.count)
        isTouched = [Bool](repeating: false, count: model.variables.count)
    }

    /// What each group of inputs adds to the variance of a number, in the order of the groups' names;
    /// groups that add nothing are left out.
    mutating func varianceParts(of output: Int) -> [VariancePart] {
        defer { clear() }
        addSlopes(of: output, times: 1)
        passDownCombinations()
        touched.sort()
        var parts: [Int: Double] = [:]
        var joined: [Joined: [(member: Int, slope: Double)]] = [:]
        for variable in touched where slopes[variable] != 0 {
            let slope = slopes[variable]
            switch model.variables[variable].definition {
            case .sampled:
                let spread = slope * deviations[variable]
                guard spread != 0 else { continue }
                parts[groupOfVariable[variable], default: 0] += spread * spread
            case .correlated(let group, let member):
                let key = Joined(kind: .correlation, index: group, group: groupOfVariable[variable])
                joined[key, default: []].append((member, slope))
            case .share(let row, let column):
                let key = Joined(kind: .row, index: row, group: groupOfVariable[variable])
                joined[key, default: []].append((column, slope))
            case .joint(let block, let component):
                let key = Joined(kind: .block, index: block, group: groupOfVariable[variable])
                joined[key, default: []].append((component, slope))
            case .combination: break
            }
        }
        for (key, slopes) in joined.sorted(by: { $0.key < $1.key }) {
            parts[key.group, default: 0] += variance(
                of: key, slopes.sorted { $0.member < $1.member })
        }
        return parts.sorted { $0.key < $1.key }.map {
            VariancePart(input: groups[$0.key], variance: $0.value)
        }
    }

    /// Variables that vary together: a row of a confusion matrix, a block of jointly normal variables,
    /// correlated coefficients.
    private struct Joined: Hashable, Comparable {
        enum Kind: Int { case row, block, correlation }
        let kind: Kind
        let index: Int
        let group: Int

        static func < (a: Joined, b: Joined) -> Bool {
            (a.kind.rawValue, a.index) < (b.kind.rawValue, b.index)
        }
    }

    private func variance(of key: Joined, _ slopes: [(member: Int, slope: Double)]) -> Double {
        switch key.kind {
        case .row:
            let row = model.rows[key.index]
            let total = row.total
            var (mean, square) = (0.0, 0.0)
            for (column, slope) in slopes {
                let share = row.counts[column] / total
                mean += share * slope
                square += share * slope * slope
            }
            return (square - mean * mean) / (total + 1)
        case .block: return quadratic(slopes, model.blocks[key.index].covariance)
        case .correlation: return quadratic(slopes, model.correlations[key.index].covariance)
        }
    }

    /// g′Σg.
    private func quadratic(
        _ slopes: [(member: Int, slope: Double)], _ covariance: [[Double]]
    ) -> Double {
        var variance = 0.0
        for (i, a) in slopes { for (j, b) in slopes { variance += a * covariance[i][j] * b } }
        return variance
    }

    private mutating func add(_ slope: Double, by variable: Int) {
        if !isTouched[variable] {
            isTouched[variable] = true
            touched.append(variable)
        }
        slopes[variable] += slope
    }

    private mutating func clear() {
        for variable in touched {
            slopes[variable] = 0
            isTouched[variable] = false
        }
        touched.removeAll(keepingCapacity: true)
    }

    /// Passes the slopes of combinations on to what they are sums of: earlier variables, so that from
    /// the last on each is complete.
    private mutating func passDownCombinations() {
        var open = touched.filter(isCombination).sorted()
        while let index = open.popLast() {
            guard slopes[index] != 0,
                case .combination(let parts) = model.variables[index].definition
            else { continue }
            for part in parts {
                if !isTouched[part.variable] && isCombination(part.variable) {
                    let place = open.firstIndex { $0 > part.variable } ?? open.count
                    open.insert(part.variable, at: place)
                }
                add(slopes[index] * part.weight, by: part.variable)
            }
        }
    }

    private func isCombination(_ index: Int) -> Bool {
        if case .combination = model.variables[index].definition { true } else { false }
    }

    private mutating func addSlopes(of output: Int, times scale: Double) {
        if let multiple = model.outputs[output].multiple {
            addSlopes(of: multiple.of, times: scale * multiple.by)
            return
        }
        for part in model.outputs[output].parts { addSlopes(of: part, times: scale) }
        for entry in model.outputs[output].entries {
            for term in model.entries[entry].terms {
                for (position, factor) in term.factors.enumerated() {
                    var slope = scale * term.weight * Double(factor.exponent)
                    for (other, second) in term.factors.enumerated() {
                        let exponent = second.exponent - (other == position ? 1 : 0)
                        slope *= power(model.variables[second.variable].mean, exponent)
                    }
                    add(slope, by: factor.variable)
                }
            }
        }
    }
}
