// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Words

/// A map held against reference samples, with the map's classes as strata.
///
/// Counts must come from a probability sample. Areas are unbiased: they are what the reference
/// says, not what the map says.
///
/// - Source: Olofsson et al. 2014, *Remote Sensing of Environment* 148, 42–57.
public struct ConfusionMatrix: Hashable, Sendable {
    /// The classes, in the order of rows (map) and columns (reference).
    public let classes: [String]
    /// Sample counts, row by row.
    public let counts: [[Int]]
    /// The mapped area of each class, in any one unit.
    public let mapped: [Double]
    private let rowCounts: [Double]
    private let weights: [Double]

    /// A matrix of counts.
    ///
    /// - Parameters:
    ///   - classes: The classes of map and reference. One that only the reference has takes a row
    ///     of zeros and no mapped area.
    ///   - counts: Sample units by map class (row) and reference class (column).
    ///   - mapped: The mapped area of each class; estimates come in this unit.
    /// - Throws: ``AccuracyError`` where a mapped class has no sample, or only one unit, or where
    ///   the counts do not fit the classes.
    public init(classes: [String], counts: [[Int]], mapped: [Double]) throws(AccuracyError) {
        guard counts.count == classes.count, mapped.count == classes.count,
            counts.allSatisfy({ $0.count == classes.count })
        else { throw .shape(classes: classes.count, rows: counts.count) }
        var seen: Set<String> = []
        for name in classes where !seen.insert(name).inserted { throw .twice(name) }
        for (index, name) in classes.enumerated() {
            guard counts[index].allSatisfy({ $0 >= 0 }), mapped[index] >= 0,
                mapped[index].isFinite
            else { throw .negative(name) }
            let count = counts[index].reduce(0, +)
            if mapped[index] == 0 {
                guard count == 0 else { throw .tooManyUnits(name, count: count, size: 0) }
                continue
            }
            guard count > 0 else { throw .emptyStratum(name) }
            guard count > 1 else { throw .tooFewUnits(name, count: count) }
        }
        let total = mapped.reduce(0, +)
        guard total > 0 else { throw .nothingMapped }
        self.classes = classes
        self.counts = counts
        self.mapped = mapped
        rowCounts = counts.map { Double($0.reduce(0, +)) }
        weights = mapped.map { $0 / total }
    }

    /// Counts pairs of map class and reference class.
    ///
    /// - Parameters:
    ///   - pairs: One for each sample unit.
    ///   - classes: All classes, in order.
    ///   - mapped: The mapped area of each class.
    /// - Throws: ``AccuracyError`` as above, and for a class that `classes` lacks.
    public init(
        pairs: [(map: String, reference: String)], classes: [String], mapped: [Double]
    ) throws(AccuracyError) {
        var counts = classes.map { _ in classes.map { _ in 0 } }
        for pair in pairs {
            guard let row = classes.firstIndex(of: pair.map) else {
                throw .unknown(pair.map, known: classes)
            }
            guard let column = classes.firstIndex(of: pair.reference) else {
                throw .unknown(pair.reference, known: classes)
            }
            counts[row][column] += 1
        }
        try self.init(classes: classes, counts: counts, mapped: mapped)
    }

    /// The whole mapped area.
    public var total: Double { mapped.reduce(0, +) }

    /// Overall accuracy, 0…1 (eq. 5).
    public var overall: Estimate {
        sum { row in share(row, row) }
    }

    /// User's accuracy of a class, 0…1 (eq. 6); `nil` for one that is not mapped.
    public func usersAccuracy(of name: String) -> Estimate? {
        guard let row = classes.firstIndex(of: name), weights[row] > 0 else { return nil }
        let users = share(row, row)
        return Estimate(
            sumOf: [CountedShare(share: users, units: rowCounts[row], weight: 1)],
            standardError: spread(users, row).squareRoot())
    }

    /// Producer's accuracy of a class, 0…1 (eq. 7); `nil` for one that the reference never has.
    public func producersAccuracy(of name: String) -> Estimate? {
        guard let column = classes.firstIndex(of: name) else { return nil }
        let sizes = mapped
        let estimated = classes.indices.reduce(0) { $0 + sizes[$1] * share($1, column) }
        guard estimated > 0 else { return nil }
        let users = share(column, column)
        let producers = sizes[column] * users / estimated
        var variance = 0.0
        for row in classes.indices where weights[row] > 0 {
            let factor = row == column ? 1 - producers : producers
            variance +=
                sizes[row] * sizes[row] * factor * factor * spread(share(row, column), row)
        }
        let omitted = sum { row in row == column ? nil : share(row, column) }
        return Estimate(
            shareOf: sum { row in row == column ? users : nil }, beside: omitted,
            standardError: (variance / (estimated * estimated)).squareRoot())
    }

    /// The share of the map that truly is one of some classes, 0…1 (eqs. 9 and 10).
    public func share(of names: Set<String>) -> Estimate {
        sum { row in
            classes.indices.reduce(0) { sum, column in
                sum + (names.contains(classes[column]) ? share(row, column) : 0)
            }
        }
    }

    /// The sum over map classes of their weight times a share of their sample; `nil` leaves one out.
    private func sum(_ part: (_ row: Int) -> Double?) -> Estimate {
        var variance = 0.0
        var parts: [CountedShare] = []
        for row in classes.indices where weights[row] > 0 {
            guard let share = part(row) else { continue }
            variance += weights[row] * weights[row] * spread(share, row)
            parts.append(
                CountedShare(share: share, units: rowCounts[row], weight: weights[row]))
        }
        return Estimate(sumOf: parts, standardError: variance.squareRoot())
    }

    /// The true area of a class, in the unit of ``mapped`` (eqs. 9 to 11).
    public func area(of name: String) -> Estimate { area(of: [name]) }

    /// The true area of some classes together, whose errors partly cancel.
    public func area(of names: Set<String>) -> Estimate { share(of: names).scaled(by: total) }

    /// The true area of some classes less that of others that they do not share, such as gains less
    /// losses where classes are transitions.
    public func area(of names: Set<String>, minus others: Set<String>) -> Estimate {
        let pairs = classes.indices.filter { weights[$0] > 0 }.map { row in
            func sum(_ wanted: Set<String>) -> Double {
                classes.indices.reduce(0) {
                    $0 + (wanted.contains(classes[$1]) ? share(row, $1) : 0)
                }
            }
            return CountedPair(
                first: sum(names), second: sum(others), units: rowCounts[row],
                weight: weights[row] * total)
        }
        return Estimate(differencesOf: pairs)
    }

    /// The share of a map class's sample that the reference puts in a class.
    private func share(_ row: Int, _ column: Int) -> Double {
        rowCounts[row] > 0 ? Double(counts[row][column]) / rowCounts[row] : 0
    }

    /// The variance of a share within a stratum.
    private func spread(_ share: Double, _ row: Int) -> Double {
        rowCounts[row] > 1 ? share * (1 - share) / (rowCounts[row] - 1) : 0
    }
}

extension IndicatorResult {
    /// The result with its numerator replaced by what a reference sample estimates.
    ///
    /// - Parameter estimate: Of the numerator, in its unit.
    /// - Returns: Value and 95 % interval of the estimate, the mapped value in a note; the result
    ///   as it is where it has no numerator.
    public func estimated(by estimate: Estimate) -> IndicatorResult {
        guard let numerator, let mapped = value else { return self }
        var result = self
        let base = denominator?.value ?? 1
        result.numerator = Quantity(estimate.value, numerator.unit)
        result.value = estimate.value / base
        result.counted = mapped
        let unknown = bounds?.unknownAbove ?? 0
        let interval = Bounds(
            max(0, estimate.lower) / base, estimate.upper / base, kind: .confidence95)
        result.bounds = unknown > 0 ? interval.reaching(above: unknown) : interval
        result.uncertainty.included.insert(.mapSample)
        let shown =
            unit == .fraction
            ? Quantity(mapped * 100, .percent).text(in: .en, digits: 2)
            : Quantity(mapped, unit).text(in: .en, digits: 0)
        result.notes.append(
            LocalizedText(
                zh: "由参考样本估计，图上为\(shown)", en: "estimated from a sample; the map has \(shown)"))
        return result
    }
}
