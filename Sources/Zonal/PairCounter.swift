// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CCounting

/// Counts what two rasters of bytes show together, 32 pixels at a time: the pairs that were frequent
/// of late by comparing, the others by looking each up.
final class PairCounter {
    private let a: TileReader
    private let b: TileReader
    /// As many pairs are compared with at most.
    private static let most = 32
    private static let all = 1 << 16

    /// A pair's number by its two bytes; −1 is not met yet.
    private let numbers: UnsafeMutablePointer<Int32>
    /// A pair's two bytes by its number, and how often it was met of late.
    private let pairs: UnsafeMutablePointer<UInt16>
    private let totals: UnsafeMutablePointer<UInt32>
    /// How many pairs have a number.
    private var known = 0
    /// The pairs to compare with, four by four, and their numbers.
    private let first: UnsafeMutablePointer<UInt8>
    private let second: UnsafeMutablePointer<UInt8>
    private let frequent: UnsafeMutablePointer<Int32>
    private var fours = 0
    /// What one run has of each of them, and the numbers of its other pixels.
    private let counts: UnsafeMutablePointer<UInt32>
    private let others: UnsafeMutablePointer<Int32>
    private let scratch: UnsafeMutablePointer<UInt8>

    /// Pairs of two rasters whose rows have at most `longestRun` pixels.
    init(_ a: TileReader, _ b: TileReader, longestRun: Int) {
        self.a = a
        self.b = b
        numbers = .allocate(capacity: Self.all)
        numbers.initialize(repeating: -1, count: Self.all)
        pairs = .allocate(capacity: Self.all)
        pairs.initialize(repeating: 0, count: Self.all)
        totals = .allocate(capacity: Self.all)
        totals.initialize(repeating: 0, count: Self.all)
        first = .allocate(capacity: Self.most)
        second = .allocate(capacity: Self.most)
        frequent = .allocate(capacity: Self.most)
        counts = .allocate(capacity: Self.most)
        others = .allocate(capacity: longestRun)
        scratch = .allocate(capacity: longestRun + steppe_overread)
    }

    deinit {
        numbers.deallocate()
        pairs.deallocate()
        totals.deallocate()
        first.deallocate()
        second.deallocate()
        frequent.deallocate()
        counts.deallocate()
        others.deallocate()
        scratch.deallocate()
    }

    /// The numbers of some pixels of a tile row; false where a pair was not met before.
    func map(row: Int, columns: Range<Int>, into result: UnsafeMutablePointer<Int32>) -> Bool {
        let (a, b) = pixels(row, columns)
        var found: Int32 = 0
        for i in 0..<columns.count {
            let number = numbers[Int(a[i]) << 8 | Int(b[i])]
            result[i] = number
            found |= number
        }
        return found >= 0
    }

    /// Takes note of the numbers of some pixels of a tile row.
    func learn(row: Int, columns: Range<Int>, numbers found: UnsafePointer<Int32>) {
        let (a, b) = pixels(row, columns)
        for i in 0..<columns.count {
            let pair = Int(a[i]) << 8 | Int(b[i])
            numbers[pair] = found[i]
            pairs[Int(found[i])] = UInt16(pair)
            known = max(known, Int(found[i]) + 1)
        }
    }

    /// Adds pixels of one area to the totals of their pairs' numbers.
    ///
    /// - Returns: False, with nothing added, where a pair was not met before.
    func add(
        row: Int, columns: Range<Int>, area: UInt64, to whole: UnsafeMutablePointer<steppe_total>
    ) -> Bool {
        let (a, b) = pixels(row, columns)
        let fours = fours
        let found = steppe_count_pairs(
            a, b, columns.count, first, second, fours, counts, numbers, others, scratch)
        for i in 0..<found where others[i] < 0 { return false }
        for i in 0..<4 * fours where counts[i] != 0 { add(frequent[i], counts[i], area, to: whole) }
        for i in 0..<found { add(others[i], 1, area, to: whole) }
        return true
    }

    @inline(__always)
    private func pixels(
        _ row: Int, _ columns: Range<Int>
    ) -> (UnsafePointer<UInt8>, UnsafePointer<UInt8>) {
        (
            a.pixels(UInt8.self, row: row) + columns.lowerBound,
            b.pixels(UInt8.self, row: row) + columns.lowerBound
        )
    }

    @inline(__always)
    private func add(
        _ number: Int32, _ count: UInt32, _ area: UInt64,
        to whole: UnsafeMutablePointer<steppe_total>
    ) {
        totals[Int(number)] &+= count
        whole[Int(number)].pixels &+= UInt64(count)
        whole[Int(number)].area &+= UInt64(count) &* area
    }

    /// Chooses the pairs that were frequent of late.
    func settle() {
        let met = (0..<known).filter { totals[$0] != 0 }.sorted { totals[$0] > totals[$1] }
        fours = min(met.count, Self.most) / 4
        for (place, number) in met.prefix(4 * fours).enumerated() {
            first[place] = UInt8(pairs[number] >> 8)
            second[place] = UInt8(pairs[number] & 255)
            frequent[place] = Int32(number)
        }
        for number in met { totals[number] >>= 1 }
    }
}
