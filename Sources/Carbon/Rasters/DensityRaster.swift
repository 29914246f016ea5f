// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files

/// Carbon pixel by pixel: density by class, change, sink and value, block by block.
///
/// Nodata is NaN, which no result can equal; in InVEST's manner it is −1, which one can.
public enum DensityRaster {
    /// Nodata of Steppe's carbon rasters.
    public static let nodata = Float.nan

    /// From class codes to densities, by one table look-up a pixel.
    public struct Lookup: Sendable {
        @usableFromInline let first: Int
        /// Densities from the smallest code to the largest; NaN for nodata, −∞ for unknown codes.
        @usableFromInline let table: [Float]

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

        /// Fills densities from codes. O(`codes.count`), no allocation.
        ///
        /// - Parameters:
        ///   - densities: t C/ha, or ``DensityRaster/nodata``; any shape.
        ///   - codes: Class codes, the same shape.
        /// - Throws: ``UnknownClassCode`` with the first code that the look-up lacks.
        @inlinable
        public func fill<Code: FixedWidthInteger>(
            _ densities: inout MutableSpan<Float>, from codes: Span<Code>
        ) throws(UnknownClassCode) {
            precondition(codes.count == densities.count)
            let table = self.table
            for i in codes.indices {
                let place = Int(truncatingIfNeeded: codes[i]) &- first
                let density = place >= 0 && place < table.count ? table[place] : -.infinity
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
        @usableFromInline let first: Int
        /// For each code from the smallest on, its row in the table; −1 for none.
        @usableFromInline let places: [Int]
        @usableFromInline let count: Int
        @usableFromInline let table: [Float]

        /// A look-up by pair.
        ///
        /// - Parameter changes: t C/ha of each pair of codes.
        /// - Throws: ``CarbonError`` where codes spread over more than 2²⁰.
        public init(_ changes: [InvestCarbon.Pair: Double]) throws(CarbonError) {
            let codes = Set(changes.keys.flatMap { [$0.before, $0.after] }).sorted()
            let (low, high) = (codes.first ?? 0, codes.last ?? 0)
            guard high - low < 1 << 20, codes.count < 1 << 12 else {
                throw .badInput(
                    zone: CarbonModel.cityZone, name: "class code", value: Double(high),
                    reason: "codes from \(low) on spread too far; give classes smaller codes")
            }
            var places = [Int](repeating: -1, count: high - low + 1)
            for (row, code) in codes.enumerated() { places[code - low] = row }
            var table = [Float](repeating: .nan, count: codes.count * codes.count)
            for (pair, change) in changes {
                table[places[pair.before - low] * codes.count + places[pair.after - low]] =
                    Float(change)
            }
            first = low
            self.places = places
            count = codes.count
            self.table = table
        }

        /// Fills changes from the codes of two years; NaN for a pair that is not there.
        @inlinable
        public func fill<Code: FixedWidthInteger>(
            _ changes: inout MutableSpan<Float>, before old: Span<Code>, after new: Span<Code>
        ) {
            precondition(old.count == new.count && old.count == changes.count)
            let places = self.places
            let table = self.table
            for i in old.indices {
                let before = Int(truncatingIfNeeded: old[i]) &- first
                let after = Int(truncatingIfNeeded: new[i]) &- first
                var change = Float.nan
                if before >= 0, before < places.count, after >= 0, after < places.count,
                    places[before] >= 0, places[after] >= 0
                {
                    change = table[places[before] * count + places[after]]
                }
                changes[i] = change
            }
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
public struct UnknownClassCode: Failure, Hashable, CustomStringConvertible {
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
