// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Carbon pixel by pixel: density by class, change, sink and value, block by block.
///
/// Nodata is NaN, which no result can equal; in InVEST's manner it is −1, which one can.
public enum DensityRaster {
    /// Nodata of Steppe's carbon rasters.
    public static let nodata = Float.nan

    /// From class codes to densities, by one table look-up a pixel.
    public struct Lookup: Sendable {
        private let first: Int
        /// Densities from the smallest code to the largest; NaN for nodata, −∞ for unknown codes.
        private let table: [Float]

        /// A look-up.
        ///
        /// - Parameters:
        ///   - densities: t C/ha of each code.
        ///   - nodata: Codes that are not land.
        /// - Throws: ``CarbonError`` where codes spread over more than 2²⁰.
        public init(_ densities: [Int: Double], nodata: Set<Int> = []) throws(CarbonError) {
            let codes = nodata.union(densities.keys)
            let (low, high) = (codes.min() ?? 0, codes.max() ?? 0)
            guard high - low < 1 << 20 else {
                throw .badInput(
                    zone: CarbonModel.cityZone, name: "class code", value: Double(high),
                    reason: "codes from \(low) on spread too far; give classes smaller codes")
            }
            first = low
            var table = [Float](repeating: -.infinity, count: high - low + 1)
            for code in nodata { table[code - low] = .nan }
            for (code, density) in densities { table[code - low] = Float(density) }
            self.table = table
        }

        /// The densities of InVEST's table, added as InVEST adds them.
        public init(_ pools: InvestPools, nodata: Set<Int> = []) throws(CarbonError) {
            let codes = nodata.subtracting(pools.rows.keys)
            try self.init(pools.rows.mapValues { Double($0.investTotal) }, nodata: codes)
        }

        @inline(__always)
        fileprivate func density(_ code: Int, _ table: Span<Float>) -> Float {
            let place = code &- first
            return place >= 0 && place < table.count ? table[place] : -.infinity
        }

        /// Fills densities from codes. O(`codes.count`), no allocation.
        ///
        /// - Parameters:
        ///   - densities: t C/ha, or ``DensityRaster/nodata``; any shape.
        ///   - codes: Class codes, the same shape.
        /// - Throws: ``UnknownClassCode`` with the first code that the look-up lacks.
        public func fill<Code: FixedWidthInteger>(
            _ densities: inout MutableSpan<Float>, from codes: Span<Code>
        ) throws(UnknownClassCode) {
            precondition(codes.count == densities.count)
            let table = self.table.span
            for i in codes.indices {
                let density = density(Int(truncatingIfNeeded: codes[i]), table)
                if density == -.infinity {
                    throw UnknownClassCode(code: Int(truncatingIfNeeded: codes[i]), index: i)
                }
                densities[i] = density
            }
        }
    }

    /// From the codes of two years to the change of a pixel: for accountings in which it depends on
    /// both, such as `transition20`.
    public struct PairLookup: Sendable {
        private let before: [Int: Int]
        private let after: [Int: Int]
        private let table: [Float]

        /// - Parameter changes: t C/ha of each pair of codes.
        public init(_ changes: [InvestCarbon.Pair: Double]) {
            let first = Set(changes.keys.map(\.before)).sorted()
            let second = Set(changes.keys.map(\.after)).sorted()
            before = Dictionary(uniqueKeysWithValues: zip(first, first.indices))
            after = Dictionary(uniqueKeysWithValues: zip(second, second.indices))
            var table = [Float](repeating: .nan, count: first.count * second.count)
            for (pair, change) in changes {
                if let i = before[pair.before], let j = after[pair.after] {
                    table[i * second.count + j] = Float(change)
                }
            }
            self.table = table
        }

        /// Fills changes from the codes of two years; NaN for a pair that is not there.
        public func fill<Code: FixedWidthInteger>(
            _ changes: inout MutableSpan<Float>, before old: Span<Code>, after new: Span<Code>
        ) {
            precondition(old.count == new.count && old.count == changes.count)
            // Neighbours are mostly alike: the last pair is kept.
            var lastOld = 0
            var lastNew = 0
            var last = change(lastOld, lastNew)
            for i in old.indices {
                let first = Int(truncatingIfNeeded: old[i])
                let second = Int(truncatingIfNeeded: new[i])
                if first != lastOld || second != lastNew {
                    lastOld = first
                    lastNew = second
                    last = change(first, second)
                }
                changes[i] = last
            }
        }

        private func change(_ old: Int, _ new: Int) -> Float {
            guard let i = before[old], let j = after[new] else { return .nan }
            return table[i * after.count + j]
        }
    }

    /// The change of each pixel: later less earlier, t C/ha; NaN where either is.
    public static func change(
        from before: Span<Float>, to after: Span<Float>, into change: inout MutableSpan<Float>
    ) {
        precondition(before.count == after.count && before.count == change.count)
        for i in before.indices { change[i] = after[i] - before[i] }
    }

    /// The sink of each pixel, t C/ha/yr, uptake positive; NaN where the change is.
    ///
    /// - Parameters:
    ///   - change: t C/ha.
    ///   - years: Years between the two, 1 or more.
    ///   - sink: The same shape.
    public static func sink(
        of change: Span<Float>, years: Int, into sink: inout MutableSpan<Float>
    ) {
        precondition(change.count == sink.count && years > 0)
        for i in change.indices { sink[i] = change[i] / Float(years) }
    }

    /// Values of change as InVEST works them out: single precision, by one factor.
    ///
    /// - Parameters:
    ///   - change: t C/ha.
    ///   - factor: ``InvestCarbon/Valuation/factor(from:to:)``.
    ///   - value: The same shape; money a hectare.
    public static func netPresentValue(
        of change: Span<Float>, factor: Double, into value: inout MutableSpan<Float>
    ) {
        precondition(change.count == value.count)
        for i in change.indices { value[i] = change[i] * Float(factor) }
    }

    /// Turns Steppe's nodata into InVEST's, for a comparison file by file.
    ///
    /// - Returns: How many true values equal InVEST's nodata, and so vanish there.
    public static func withInvestNodata(_ values: inout MutableSpan<Float>) -> Int {
        var lost = 0
        for i in values.indices {
            if values[i].isNaN {
                values[i] = InvestCarbon.nodata
            } else if InvestCarbon.isTakenForNodata(values[i]) {
                lost += 1
            }
        }
        return lost
    }
}

/// A class code that a look-up lacks, and where in the block it stands.
public struct UnknownClassCode: Error, Hashable, Sendable, CustomStringConvertible {
    /// The code.
    public let code: Int
    /// Its place in the block, from 0.
    public let index: Int

    /// An unknown code at a place.
    public init(code: Int, index: Int) {
        self.code = code
        self.index = index
    }

    /// One line, with what to do.
    public var description: String {
        "class code \(code) has no carbon density; add it to the coefficients, or to the codes "
            + "that are no data"
    }
}
