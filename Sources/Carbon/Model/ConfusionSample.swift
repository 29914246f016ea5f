// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Counts of an accuracy sample: rows are mapped classes, columns reference classes.
///
/// Samples of the same name are one sample: zones and years that use it share its error.
public struct ConfusionSample: Hashable, Sendable {
    /// The sample's name, with its year.
    public let name: String
    /// The reference classes, in the order of the counts.
    public let references: [LandType]
    /// For each mapped class, the sample units found to be of each reference class.
    public let counts: [LandType: [Double]]

    /// A sample.
    ///
    /// - Parameters:
    ///   - name: The sample's name, with its year.
    ///   - references: The reference classes, in the order of the counts.
    ///   - counts: For each mapped class, its units by reference class.
    ///   - addsHalf: Adds ½ to every cell, so that classes never met may occur; say so in the result.
    /// - Throws: ``CarbonError`` where a row does not fit, is negative or has fewer than 2 units.
    public init(
        name: String, references: [LandType], counts: [LandType: [Double]], addsHalf: Bool = false
    ) throws(CarbonError) {
        for (mapped, row) in counts.sorted(by: { $0.key < $1.key }) {
            guard row.count == references.count else {
                throw .badSample(
                    name: name,
                    reason:
                        "row '\(mapped)' has \(row.count) counts for \(references.count) classes")
            }
            guard row.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
                throw .badSample(name: name, reason: "row '\(mapped)' has a negative count")
            }
            guard row.reduce(0, +) >= 2 else {
                throw .badSample(
                    name: name,
                    reason:
                        "row '\(mapped)' has fewer than 2 units, so no variance; sample more of "
                        + "it, or merge it with another class")
            }
        }
        self.name = name
        self.references = references
        self.counts = addsHalf ? counts.mapValues { $0.map { $0 + 0.5 } } : counts
    }

    /// The counts of a row whose units stand for unlike areas, as where strata are not mapped classes:
    /// the units' shares by weight, of as many units of one weight as tell as much, (Σw)² / Σw².
    ///
    /// - Source: Kish 1965, *Survey Sampling* (from memory). Units of one weight are counted as they are.
    /// - Parameters:
    ///   - columns: How many reference classes there are.
    ///   - units: The reference class of each unit, and the area that it stands for, above 0.
    /// - Returns: A count for each reference class, not whole.
    public static func row(_ columns: Int, of units: [(column: Int, weight: Double)]) -> [Double] {
        var row = [Double](repeating: 0, count: columns)
        guard let scale = units.first?.weight else { return row }
        var (sum, squares) = (0.0, 0.0)
        for unit in units {
            let weight = unit.weight / scale
            row[unit.column] += weight
            sum += weight
            squares += weight * weight
        }
        return row.map { $0 * sum / squares }
    }

    /// What a row's shares are drawn by: its counts, and one unit more, shared by the classes that none
    /// was found to be, so that the row of a flawless sample varies too: with n units, up to some 3/n
    /// may be otherwise.
    ///
    /// The shares themselves, and what they say of areas, stay those of the sample.
    static func drawn(_ counts: [Double]) -> [Double] {
        let unseen = Double(counts.count { $0 == 0 })
        return counts.map { $0 == 0 ? 1 / unseen : $0 }
    }
}

extension ConfusionSample {
    /// What mapped land may truly be, each kind once.
    ///
    /// - Throws: ``CarbonError`` where none of the sample's units lie on such land.
    public func references(
        of mapped: LandType, hectares: Double, zone: String
    ) throws(CarbonError) -> [LandType] {
        guard counts[mapped] != nil else {
            throw .badSample(
                name: name,
                reason: "has no units in '\(mapped)', which covers \(brief(hectares)) ha of zone "
                    + "'\(zone)'; sample it, or merge it with another class")
        }
        return references
    }
}
