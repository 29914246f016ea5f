// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles

/// Reads which coefficients of a set vary together, from its tables `[[correlation]]`.
struct CorrelationReader {
    /// The correlation of two coefficients, by their places in ``names``.
    private struct Pair {
        let first: Int
        let second: Int
        let value: Double
        let node: DataNode
    }

    private let coefficients: [Coefficient]
    /// The coefficients' names as the file calls them: without the name of the set.
    private let names: [String]

    init(_ set: CoefficientSet) {
        coefficients = set.coefficients
        names = coefficients.map { String($0.id.dropFirst(set.name.count + 1)) }
    }

    /// Coefficients in groups that are correlated, directly or through others.
    ///
    /// - Throws: `DataFileError` where a name is unknown, a pair is there twice, or the correlations of
    ///   a group contradict each other.
    func read(_ list: DataNode) throws(DataFileError) -> [CorrelatedCoefficients] {
        var pairs: [Pair] = []
        for node in try list.elements() {
            for pair in try self.pairs(node) {
                let isKnown = pairs.contains {
                    Set([$0.first, $0.second]) == Set([pair.first, pair.second])
                }
                if isKnown {
                    throw node.error(
                        "the correlation of '\(names[pair.first])' and '\(names[pair.second])' is "
                            + "there twice")
                }
                pairs.append(pair)
            }
        }
        var groups: [CorrelatedCoefficients] = []
        for places in Self.joined(pairs) { groups.append(try group(places, pairs)) }
        return groups
    }

    private func pairs(_ node: DataNode) throws(DataFileError) -> [Pair] {
        try node.allow(only: ["between", "value", "source", "note"])
        let number = try node.required("value")
        let value = try number.number()
        guard value > -1, value < 1 else {
            throw number.error(
                "a correlation is \(brief(value)); it lies between -1 and 1, without its ends: what "
                    + "always moves as one is one factor, used in several products")
        }
        let list = try node.required("between")
        var places: [Int] = []
        for element in try list.elements() {
            let place = try self.place(element)
            if places.contains(place) {
                throw element.error("'\(names[place])' is correlated with itself")
            }
            places.append(place)
        }
        guard places.count > 1 else {
            throw list.error("a correlation is between two coefficients or more")
        }
        var pairs: [Pair] = []
        for (index, second) in places.enumerated() {
            for first in places[..<index] {
                pairs.append(Pair(first: first, second: second, value: value, node: node))
            }
        }
        return pairs
    }

    private func place(_ element: DataNode) throws(DataFileError) -> Int {
        let name = try element.string()
        guard let place = names.firstIndex(of: name) else {
            let hint =
                nearest(to: name, among: names).map { "did you mean '\($0)'?" }
                ?? "it has \(names.joined(separator: ", "))"
            throw element.error("the set has no coefficient '\(name)'; \(hint)")
        }
        if coefficients[place].distribution.shape == .fixed {
            throw element.error(
                "'\(name)' is known exactly, so it varies with nothing; state its uncertainty, or "
                    + "leave it out")
        }
        return place
    }

    /// The places that pairs connect, each group in the order of the names.
    private static func joined(_ pairs: [Pair]) -> [[Int]] {
        var groups: [Set<Int>] = []
        for pair in pairs {
            let ends: Set = [pair.first, pair.second]
            let touched = groups.filter { !$0.isDisjoint(with: ends) }
            groups.removeAll { !$0.isDisjoint(with: ends) }
            groups.append(touched.reduce(ends) { $0.union($1) })
        }
        return groups.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }

    private func group(
        _ places: [Int], _ pairs: [Pair]
    ) throws(DataFileError) -> CorrelatedCoefficients {
        var matrix = places.map { row in places.map { $0 == row ? 1.0 : 0 } }
        var last: DataNode?
        for pair in pairs {
            guard let i = places.firstIndex(of: pair.first),
                let j = places.firstIndex(of: pair.second)
            else { continue }
            matrix[i][j] = pair.value
            matrix[j][i] = pair.value
            last = pair.node
        }
        do {
            return try CorrelatedCoefficients(
                places.map { coefficients[$0] }, correlation: matrix)
        } catch {
            let all = places.map { names[$0] }.joined(separator: ", ")
            let message =
                "the correlations of \(all) contradict each other: their matrix is not positive "
                + "definite; pairs that are not given count as 0, so give those too, or smaller values"
            throw last?.error(message) ?? DataFileError(file: "", message: message)
        }
    }
}
