// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// How much of each class became which, between two years, in one zone.
///
/// `Amount` is any signed number: integer areas close exactly, m² as `Double` to rounding.
public struct TransitionMatrix<Amount: SignedNumeric & Comparable & Sendable>: Sendable {
    /// The classes, in the order of rows (before) and columns (after).
    public let labels: [String]
    /// Row by row: what a class of the earlier year is in the later one.
    public private(set) var values: [[Amount]]

    /// A matrix of zeros.
    public init(labels: [String]) {
        self.labels = labels
        // One row of zeros, which rows share until something is put into them.
        values = Array(repeating: Array(repeating: 0, count: labels.count), count: labels.count)
    }

    /// A matrix with its values, row by row.
    ///
    /// - Throws: ``EcologyError`` where it is not square, where two labels are the same or where a
    ///   value is negative.
    public init(labels: [String], values: [[Amount]]) throws(EcologyError) {
        guard Set(labels).count == labels.count else {
            throw .refused("two classes of the transition matrix have the same name")
        }
        guard values.count == labels.count, values.allSatisfy({ $0.count == labels.count }) else {
            throw .refused("a transition matrix of \(labels.count) classes is not square")
        }
        for (label, row) in zip(labels, values) where row.contains(where: { !($0 >= 0) }) {
            throw .refused("the transition matrix has a negative area in row '\(label)'")
        }
        self.labels = labels
        self.values = values
    }

    /// What was `before` and is `after`; 0 for a class that does not occur.
    public subscript(before: String, after: String) -> Amount {
        get {
            guard let row = labels.firstIndex(of: before),
                let column = labels.firstIndex(of: after)
            else { return 0 }
            return values[row][column]
        }
        set {
            guard let row = labels.firstIndex(of: before),
                let column = labels.firstIndex(of: after)
            else { preconditionFailure("'\(before)' → '\(after)' is not in \(labels)") }
            values[row][column] = newValue
        }
    }

    /// Adds another matrix of the same classes: tiles or banners.
    ///
    /// - Throws: ``EcologyError/mixed(what:first:other:)`` where the classes differ.
    public mutating func add(_ other: TransitionMatrix) throws(EcologyError) {
        guard labels == other.labels else {
            throw .mixed(
                what: "classes", first: labels.joined(separator: " "),
                other: other.labels.joined(separator: " "))
        }
        for row in values.indices {
            for column in values.indices { values[row][column] += other.values[row][column] }
        }
    }

    // MARK: Accounts

    /// What each class was in the earlier year.
    @inlinable public var before: [Amount] { values.map { $0.reduce(0, +) } }

    /// What each class is in the later year.
    @inlinable public var after: [Amount] {
        var sums = [Amount](repeating: 0, count: labels.count)
        for row in values { for (column, value) in row.enumerated() { sums[column] += value } }
        return sums
    }

    /// All of it: the zone's area, where nodata and outside are classes too.
    @inlinable public var total: Amount { before.reduce(0, +) }

    /// What did not change.
    @inlinable public var persistence: Amount { labels.indices.reduce(0) { $0 + values[$1][$1] } }

    /// What each class gained, lost and kept.
    @inlinable public var accounts: [Account] {
        let before = before
        let after = after
        return labels.indices.map { index in
            Account(
                label: labels[index], before: before[index], after: after[index],
                persistence: values[index][index])
        }
    }

    /// The change of one class between two years.
    public struct Account: Sendable {
        /// The class.
        public let label: String
        /// Its earlier area.
        public let before: Amount
        /// Its later area.
        public let after: Amount
        /// What stayed.
        public let persistence: Amount

        @usableFromInline
        init(label: String, before: Amount, after: Amount, persistence: Amount) {
            self.label = label
            self.before = before
            self.after = after
            self.persistence = persistence
        }

        /// What other classes became this one.
        public var gain: Amount { after - persistence }
        /// What of this class became others.
        public var loss: Amount { before - persistence }
        /// Gain less loss.
        public var net: Amount { gain - loss }
        /// What was lost in one place and gained in another: twice the smaller of gain and loss.
        ///
        /// - Source: Pontius et al. 2004, *Agriculture, Ecosystems & Environment* 101, 251–268,
        ///   from memory.
        public var swap: Amount {
            let smaller = min(gain, loss)
            return smaller + smaller
        }
    }

    /// Refuses a matrix that does not close on the zone's area.
    ///
    /// - Parameters:
    ///   - area: The zone's area, nodata and outside included.
    ///   - tolerance: 0 for integer areas.
    /// - Throws: ``EcologyError/refused(_:)`` with both sums.
    @inlinable
    public func requireClosed(on area: Amount, within tolerance: Amount = 0) throws(EcologyError) {
        let gap = total - area
        guard (gap < 0 ? -gap : gap) <= tolerance else {
            throw .refused("the transition matrix adds up to \(total), but its zone has \(area)")
        }
    }
}

extension TransitionMatrix: Equatable where Amount: Equatable {}
extension TransitionMatrix: Hashable where Amount: Hashable {}
extension TransitionMatrix.Account: Equatable where Amount: Equatable {}
extension TransitionMatrix.Account: Hashable where Amount: Hashable {}
