// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CCounting

/// Counts what two rasters of bytes show together, by the numbers that their pairs were given.
final class PairCounter {
    private let a: TileReader
    private let b: TileReader
    /// A pair's number by its two bytes; −1 is not met yet.
    private let numbers: UnsafeMutablePointer<Int32>

    init(_ a: TileReader, _ b: TileReader) {
        self.a = a
        self.b = b
        numbers = .allocate(capacity: 1 << 16)
        numbers.initialize(repeating: -1, count: 1 << 16)
    }

    deinit { numbers.deallocate() }

    /// The numbers of some pixels of a tile row; false where a pair was not met before.
    func map(row: Int, columns: Range<Int>, into result: UnsafeMutablePointer<Int32>) -> Bool {
        let (a, b) = pixels(row, columns)
        var union: Int32 = 0
        for i in 0..<columns.count {
            let number = numbers[Int(a[i]) << 8 | Int(b[i])]
            result[i] = number
            union |= number
        }
        return union >= 0
    }

    /// Takes note of the numbers of some pixels of a tile row.
    func learn(row: Int, columns: Range<Int>, numbers pixelNumbers: UnsafePointer<Int32>) {
        let (a, b) = pixels(row, columns)
        for i in 0..<columns.count { numbers[Int(a[i]) << 8 | Int(b[i])] = pixelNumbers[i] }
    }

    /// Adds pixels of one area to the totals of their pairs' numbers.
    ///
    /// - Returns: How many were added: all, or fewer where a pair was not met before.
    func add(
        row: Int, columns: Range<Int>, area: UInt64, to whole: UnsafeMutablePointer<steppe_total>
    ) -> Int {
        let (a, b) = pixels(row, columns)
        return steppe_add_pairs(a, b, columns.count, numbers, area, whole)
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
}
