// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CCounting
internal import GDAL

/// The combinations of codes that several rasters show together, numbered as they are met.
struct Combinations {
    private let layers: [Symbols]
    /// Folds one raster after another: from the number so far and the next raster's number.
    private var folds: [Fold]
    /// Where just two rasters of bytes are seen together.
    let bytePairs: PairCounter?

    /// From pairs of numbers to a number: a table that grows, and a dictionary past its limit.
    private struct Fold {
        private(set) var pairs: [(Int32, Int32)] = []
        /// Row by row, and a −1 behind them.
        private var table: [Int32] = [-1]
        private var width = 0
        private var height = 0
        private var others: [Int: Int32] = [:]
        private static let largestTable = 1 << 22

        /// Numbers pairs: those that were met before in one go, a new one with its neighbours. `numbers`
        /// may be `a`.
        mutating func fold(
            _ a: UnsafePointer<Int32>, _ b: UnsafePointer<Int32>, count: Int,
            into numbers: UnsafeMutablePointer<Int32>
        ) {
            var start = 0
            while true {
                start += table.withUnsafeBufferPointer { table in
                    guard let first = table.baseAddress else { return 0 }
                    var pairs = steppe_pair_table(
                        numbers: first, width: UInt32(width), height: UInt32(height))
                    return steppe_fold(
                        a + start, b + start, count - start, &pairs, numbers + start)
                }
                let end = min(start + 16, count)
                guard start < end else { return }
                for i in start..<end { numbers[i] = number(a[i], b[i]) }
                start = end
            }
        }

        private mutating func number(_ a: Int32, _ b: Int32) -> Int32 {
            let (row, column) = (Int(a), Int(b))
            if row < height && column < width {
                let known = table[row * width + column]
                if known >= 0 { return known }
            } else if let known = others[row << 32 | column] {
                return known
            }
            return new(a, b)
        }

        private mutating func new(_ a: Int32, _ b: Int32) -> Int32 {
            let number = Int32(truncatingIfNeeded: pairs.count)
            pairs.append((a, b))
            if Int(a) >= height || Int(b) >= width { grow(toHold: Int(a), Int(b)) }
            note(number, a, b)
            return number
        }

        private mutating func note(_ number: Int32, _ a: Int32, _ b: Int32) {
            if Int(a) < height && Int(b) < width {
                table[Int(a) * width + Int(b)] = number
            } else {
                others[Int(a) << 32 | Int(b)] = number
            }
        }

        /// Doubles the sides of the table that are too short, as long as it stays in bounds.
        private mutating func grow(toHold row: Int, _ column: Int) {
            var (wide, high) = (max(width, 64), max(height, 64))
            while column >= wide { wide *= 2 }
            while row >= high { high *= 2 }
            guard wide * high <= Self.largestTable else { return }
            (width, height) = (wide, high)
            table = [Int32](repeating: -1, count: wide * high + 1)
            others.removeAll()
            for (index, pair) in pairs.enumerated() {
                note(Int32(truncatingIfNeeded: index), pair.0, pair.1)
            }
        }
    }

    init(_ layers: [Symbols]) {
        self.layers = layers
        folds = Array(repeating: Fold(), count: max(0, layers.count - 1))
        let bytes = layers.compactMap(\.bytes)
        bytePairs =
            layers.count == 2 && bytes.count == 2 ? PairCounter(bytes[0], bytes[1]) : nil
    }

    /// How many combinations were met.
    var count: Int { folds.last?.pairs.count ?? layers[0].codes.count }

    /// The numbers of some pixels of a tile row, from the first column on.
    mutating func map(
        row: Int, columns: Range<Int>, _ window: Window, into numbers: UnsafeMutablePointer<Int32>
    ) throws {
        if let bytePairs, bytePairs.map(row: row, columns: columns, into: numbers) { return }
        var first = try layers[0].numbers(row: row, columns: columns, of: window)
        if folds.isEmpty { numbers.update(from: first, count: columns.count) }
        for (layer, fold) in zip(layers.dropFirst(), folds.indices) {
            let next = try layer.numbers(row: row, columns: columns, of: window)
            folds[fold].fold(first, next, count: columns.count, into: numbers)
            first = UnsafePointer(numbers)
        }
        bytePairs?.learn(row: row, columns: columns, numbers: numbers)
    }

    /// The codes behind a number, one for each raster.
    func codes(_ number: Int) -> [Code] {
        var codes: [Code] = []
        var number = number
        for layer in layers.indices.reversed().dropLast() {
            let pair = folds[layer - 1].pairs[number]
            codes.append(layers[layer].codes[Int(pair.1)])
            number = Int(pair.0)
        }
        codes.append(layers[0].codes[number])
        return codes.reversed()
    }
}
