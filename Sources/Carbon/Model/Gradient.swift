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
/// variables and as many numbers, each of which rests on a few dozen. Those of the lines are worked out
/// once, as each line is in several numbers; variables that are known exactly have none.
struct Gradient {
    private let model: CarbonModel
    /// The groups of inputs in the order of their names: sums depend on it.
    private let groups: [String]
    /// The group of each variable; of correlated ones, that of the correlation.
    private let groupOfVariable: [Int]
    /// The standard deviation of each variable that is drawn alone; 0 of others.
    private let deviations: [Double]
    private var lines: [LineSlopes]
    private var slopes: [Double]
    private var isTouched: [Bool]
    private var touched: [Int] = []
    /// The variance of each group of which the number's is being made.
    private var variances: [Double]
    private var isPart: [Bool]
    private var parts: [Int] = []

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
        lines = [LineSlopes(of: model, times: 1)]
        slopes = [Double](repeating: 0, count: model.variables.count)
        isTouched = [Bool](repeating: false, count: model.variables.count)
        variances = [Double](repeating: 0, count: groups.count)
        isPart = [Bool](repeating: false, count: groups.count)
    }

    /// What each group of inputs adds to the variance of a number, in the order of the groups' names;
    /// groups that add nothing are left out.
    mutating func varianceParts(of output: Int) -> [VariancePart] {
        work(output)
        defer { clear() }
        return parts.map { VariancePart(input: groups[$0], variance: variances[$0]) }
    }

    /// The variance of a number, to first order: the sum of ``varianceParts(of:)``.
    mutating func variance(of output: Int) -> Double {
        work(output)
        defer { clear() }
        return parts.reduce(0) { $0 + variances[$1] }
    }

    /// The same of a number whose slopes are known, by variable.
    mutating func variance(bySlopes slopes: [Double]) -> Double {
        for (variable, slope) in slopes.enumerated() where slope != 0 { add(slope, by: variable) }
        workParts()
        defer { clear() }
        return parts.reduce(0) { $0 + variances[$1] }
    }

    /// Adds the slopes of a number to others, one after another.
    ///
    /// - Parameters:
    ///   - output: The number.
    ///   - slopes: Slopes by whatever `place` says of a variable.
    ///   - place: Where a variable's slope belongs.
    mutating func addSlopes(of output: Int, to slopes: inout [Double], at place: [Int]) {
        forLines(of: output, times: 1) { gradient, line, scale in
            for index in gradient.lines[scale].range(ofLine: line) {
                let item = gradient.lines[scale].items[index]
                slopes[place[Int(item.variable)]] += item.slope
            }
        }
    }

    private mutating func work(_ output: Int) {
        forLines(of: output, times: 1) { gradient, line, scale in
            gradient.addLine(line, scale)
        }
        passDownCombinations()
        workParts()
    }

    private mutating func addLine(_ line: Int, _ scale: Int) {
        for place in lines[scale].range(ofLine: line) {
            let item = lines[scale].items[place]
            add(item.slope, by: Int(item.variable))
        }
    }

    /// Calls `body` with each line behind a number, and which of ``lines`` has its slopes.
    private mutating func forLines(
        of output: Int, times scale: Double, _ body: (inout Gradient, Int, Int) -> Void
    ) {
        if let multiple = model.outputs[output].multiple {
            return forLines(of: multiple.of, times: scale * multiple.by, body)
        }
        let place: Int
        if let index = lines.firstIndex(where: { $0.scale == scale }) {
            place = index
        } else {
            place = lines.count
            lines.append(LineSlopes(of: model, times: scale))
        }
        forLines(of: output, place, body)
    }

    private mutating func forLines(
        of output: Int, _ place: Int, _ body: (inout Gradient, Int, Int) -> Void
    ) {
        for part in model.outputs[output].parts {
            if let multiple = model.outputs[part].multiple {
                forLines(of: multiple.of, times: lines[place].scale * multiple.by, body)
            } else {
                forLines(of: part, place, body)
            }
        }
        for entry in model.outputs[output].entries { body(&self, entry, place) }
    }

    private mutating func workParts() {
        touched.sort()
        var joined: [Joined: [(member: Int, slope: Double)]] = [:]
        for variable in touched where slopes[variable] != 0 {
            let slope = slopes[variable]
            switch model.variables[variable].definition {
            case .sampled:
                let spread = slope * deviations[variable]
                guard spread != 0 else { continue }
                addPart(spread * spread, groupOfVariable[variable])
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
            addPart(variance(of: key, slopes.sorted { $0.member < $1.member }), key.group)
        }
        parts.sort()
    }

    private mutating func addPart(_ variance: Double, _ group: Int) {
        if !isPart[group] {
            isPart[group] = true
            parts.append(group)
        }
        variances[group] += variance
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
        for group in parts {
            variances[group] = 0
            isPart[group] = false
        }
        parts.removeAll(keepingCapacity: true)
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
}

/// The slopes of a model's lines by its variables, a multiple of them.
private struct LineSlopes {
    struct Item {
        let variable: Int32
        let slope: Double
    }

    let scale: Double
    private(set) var items: [Item] = []
    private var ends: [Int] = []

    init(of model: CarbonModel, times scale: Double) {
        self.scale = scale
        let means = model.variables.map(\.mean)
        let isKnown = model.variables.map { variable in
            if case .sampled(let distribution) = variable.definition {
                distribution.standardDeviation == 0
            } else {
                false
            }
        }
        ends.reserveCapacity(model.entries.count)
        for entry in model.entries {
            for term in model.terms[entry.terms] {
                for position in term.factors where !isKnown[model.factors[position].variable] {
                    let factor = model.factors[position]
                    var slope = scale * term.weight * Double(factor.exponent)
                    for other in term.factors {
                        let second = model.factors[other]
                        let exponent = second.exponent - (other == position ? 1 : 0)
                        slope *= power(means[second.variable], exponent)
                    }
                    items.append(Item(variable: Int32(clamping: factor.variable), slope: slope))
                }
            }
            ends.append(items.count)
        }
    }

    func range(ofLine line: Int) -> Range<Int> { (line == 0 ? 0 : ends[line - 1])..<ends[line] }
}
