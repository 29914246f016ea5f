// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

extension CarbonModel {
    /// Every number's uncertainty by IPCC approach 1.
    ///
    /// Carried through to first order about the means: Var C ≈ g′ Σ g with the gradient g of C by
    /// its inputs, so that a coefficient that zones share counts as one, and areas that close on
    /// their zone have their negative covariances. Intervals are mean ± 1.96 standard deviations.
    ///
    /// - Source: IPCC 2006 Guidelines, Vol. 1 ch. 3, approach 1, in its form for correlated inputs.
    public func linearEstimates() -> [Estimate] {
        outputs.indices.map(linearEstimate)
    }

    /// One number's uncertainty by approach 1; `nil` where there is no such number.
    public func linearEstimate(_ key: Key) -> Estimate? { places[key].map(linearEstimate) }

    private func linearEstimate(of index: Int) -> Estimate {
        let value = outputs[index].value
        let parts = varianceParts(of: index)
        // In the order of their names: dictionaries have none, and sums depend on it.
        let deviation = parts.sorted { $0.key < $1.key }
            .reduce(0) { $0 + $1.value }.squareRoot()
        let half = StandardNormal.z95 * deviation
        return Estimate(
            key: outputs[index].key, approach: .linear, central: value, mean: value,
            median: value,
            standardDeviation: deviation, lower: value - half, upper: value + half,
            probabilityPositive: deviation > 0
                ? StandardNormal.cumulative(value / deviation) : (value > 0 ? 1 : 0),
            shares: Self.shares(parts, of: deviation * deviation))
    }

    static func shares(
        _ parts: [String: Double], of variance: Double, total: [String: Double] = [:]
    ) -> [VarianceShare] {
        guard variance > 0 else { return [] }
        return parts.filter { $0.value > 0 }
            .map {
                VarianceShare(input: $0.key, share: $0.value / variance, total: total[$0.key])
            }
            .sorted { ($1.share, $0.input) < ($0.share, $1.input) }
    }

    /// What each group of inputs adds to the variance of a number, to first order.
    func varianceParts(of output: Int) -> [String: Double] {
        let slopes = slopes(of: output)
        var parts: [String: Double] = [:]
        var rowSlopes: [Int: [Int: Double]] = [:]
        var blockSlopes: [Int: [Int: Double]] = [:]
        var groups: [String: [Int: String]] = ["row": [:], "block": [:]]
        var memberSlopes: [Int: [Int: Double]] = [:]
        for (index, slope) in slopes.sorted(by: { $0.key < $1.key }) where slope != 0 {
            let variable = variables[index]
            switch variable.definition {
            case .sampled(let distribution):
                let spread = slope * distribution.standardDeviation
                parts[variable.group, default: 0] += spread * spread
            case .correlated(let group, let member):
                memberSlopes[group, default: [:]][member] = slope
            case .share(let row, let column):
                rowSlopes[row, default: [:]][column] = slope
                groups["row", default: [:]][row] = variable.group
            case .joint(let block, let component):
                blockSlopes[block, default: [:]][component] = slope
                groups["block", default: [:]][block] = variable.group
            case .combination: break
            }
        }
        for (row, slopes) in rowSlopes.sorted(by: { $0.key < $1.key }) {
            let total = rows[row].total
            var (mean, square) = (0.0, 0.0)
            for (column, slope) in slopes.sorted(by: { $0.key < $1.key }) {
                let share = rows[row].counts[column] / total
                mean += share * slope
                square += share * slope * slope
            }
            parts[groups["row"]?[row] ?? "", default: 0] += (square - mean * mean) / (total + 1)
        }
        for (block, slopes) in blockSlopes.sorted(by: { $0.key < $1.key }) {
            parts[groups["block"]?[block] ?? "", default: 0] += Self.variance(
                slopes, blocks[block].covariance)
        }
        for (group, slopes) in memberSlopes.sorted(by: { $0.key < $1.key }) {
            parts[correlations[group].name, default: 0] += Self.variance(
                slopes, correlations[group].covariance)
        }
        return parts
    }

    /// g′Σg.
    private static func variance(_ slopes: [Int: Double], _ covariance: [[Double]]) -> Double {
        let slopes = slopes.sorted { $0.key < $1.key }
        var variance = 0.0
        for (i, a) in slopes { for (j, b) in slopes { variance += a * covariance[i][j] * b } }
        return variance
    }

    /// The slope of a number by each variable that it rests on, at the means; combinations are passed
    /// down.
    func slopes(of output: Int) -> [Int: Double] {
        var slopes: [Int: Double] = [:]
        addSlopes(of: output, times: 1, to: &slopes)
        // A combination's parts are earlier variables: from the last on, each is complete.
        var open = slopes.keys.filter(isCombination).sorted()
        while let index = open.popLast() {
            guard let slope = slopes[index], slope != 0,
                case .combination(let parts) = variables[index].definition
            else { continue }
            for part in parts {
                if slopes[part.variable] == nil && isCombination(part.variable) {
                    let place = open.firstIndex { $0 > part.variable } ?? open.count
                    open.insert(part.variable, at: place)
                }
                slopes[part.variable, default: 0] += slope * part.weight
            }
        }
        return slopes
    }

    private func isCombination(_ index: Int) -> Bool {
        if case .combination = variables[index].definition { true } else { false }
    }

    private func addSlopes(
        of output: Int, times scale: Double, to slopes: inout [Int: Double]
    ) {
        if let multiple = outputs[output].multiple {
            addSlopes(of: multiple.of, times: scale * multiple.by, to: &slopes)
            return
        }
        for part in outputs[output].parts { addSlopes(of: part, times: scale, to: &slopes) }
        for entry in outputs[output].entries {
            for term in entries[entry].terms {
                for (position, factor) in term.factors.enumerated() {
                    var slope = scale * term.weight * Double(factor.exponent)
                    for (other, second) in term.factors.enumerated() {
                        let exponent = second.exponent - (other == position ? 1 : 0)
                        slope *= power(variables[second.variable].mean, exponent)
                    }
                    slopes[factor.variable, default: 0] += slope
                }
            }
        }
    }
}

/// IPCC's simple rules for inputs that are independent and not too uncertain (below some 60 %).
public enum SimplePropagation {
    /// The uncertainty of a product, in %, from those of its factors: √ΣU².
    ///
    /// - Source: IPCC 2006 Guidelines, Vol. 1 ch. 3, equation 3.1.
    public static func product(_ percents: [Double]) -> Double {
        percents.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }

    /// The uncertainty of a sum, in %, from its terms and theirs: √Σ(U·x)² / |Σx|.
    ///
    /// - Source: IPCC 2006 Guidelines, Vol. 1 ch. 3, equation 3.2.
    public static func sum(_ terms: [(value: Double, percent: Double)]) -> Double {
        let squares = terms.reduce(0) { $0 + $1.value * $1.percent * $1.value * $1.percent }
        return squares.squareRoot() / terms.reduce(0) { $0 + $1.value }.magnitude
    }
}
