// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CCounting
internal import GDAL

/// The combinations of codes that several rasters show together, numbered as they are met.
struct Combinations {
    private var layers: [Symbols]
    /// By number: the numbers of each raster's codes.
    private var members: [[Int32]] = []
    /// Folds one raster after another: from the number so far and the next raster's number.
    private var folds: [Fold]
    private var scratch: [Int32] = []
    /// Where just two rasters of bytes are seen together.
    let bytePairs: PairCounter?

    /// From pairs of numbers to a number: a table that grows, and a dictionary past its limit.
    private struct Fold {
        private(set) var pairs: [(Int32, Int32)] = []
        private var table: [Int32] = []
        private var width = 0
        private var height = 0
        private var others: [Int: Int32] = [:]
        private static let largestTable = 1 << 22

        /// Replaces numbers by those of their pairs with a raster's codes, up to the first pair that is
        /// not in the table; says how many.
        func foldKnown(
            _ next: Symbols, row: Int, columns: Range<Int>,
            into numbers: UnsafeMutablePointer<Int32>
        ) -> Int {
            table.withUnsafeBufferPointer { table in
                next.foldKnown(
                    row: row, columns: columns,
                    by: steppe_pair_table(
                        numbers: table.baseAddress, width: width, height: height),
                    into: numbers)
            }
        }

        /// Replaces each number of `a` by that of its pair with `b`.
        mutating func fold(
            _ a: UnsafeMutablePointer<Int32>, with b: UnsafePointer<Int32>, count: Int
        ) {
            for i in 0..<count { a[i] = number(a[i], b[i]) }
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
            if Int(a) < height && Int(b) < width {
                table[Int(a) * width + Int(b)] = number
            } else {
                others[Int(a) << 32 | Int(b)] = number
            }
            return number
        }

        /// Doubles the sides of the table that are too short, as long as it stays in bounds.
        private mutating func grow(toHold row: Int, _ column: Int) {
            var (wide, high) = (max(width, 64), max(height, 64))
            while column >= wide { wide *= 2 }
            while row >= high { high *= 2 }
            guard wide * high <= Self.largestTable else { return }
            (width, height) = (wide, high)
            table = [Int32](repeating: -1, count: wide * high)
            others.removeAll()
            for (index, pair) in pairs.enumerated() {
                let number = Int32(truncatingIfNeeded: index)
                if Int(pair.0) < high && Int(pair.1) < wide {
                    table[Int(pair.0) * wide + Int(pair.1)] = number
                } else {
                    others[Int(pair.0) << 32 | Int(pair.1)] = number
                }
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
        try layers[0].map(row: row, columns: columns, of: window, into: numbers)
        for layer in layers.indices.dropFirst() {
            try fold(layer, row: row, columns: columns, window, into: numbers)
        }
        bytePairs?.learn(row: row, columns: columns, numbers: numbers)
    }

    /// Folds one more raster: pairs that were met before in one go, a new one with its neighbours.
    private mutating func fold(
        _ layer: Int, row: Int, columns: Range<Int>, _ window: Window,
        into numbers: UnsafeMutablePointer<Int32>
    ) throws {
        if scratch.count < columns.count {
            scratch = [Int32](repeating: 0, count: window.width)
        }
        var rest = columns
        while true {
            let done = folds[layer - 1].foldKnown(
                layers[layer], row: row, columns: rest,
                into: numbers + (rest.lowerBound - columns.lowerBound))
            rest = (rest.lowerBound + done)..<rest.upperBound
            guard !rest.isEmpty else { return }
            let end = rest.lowerBound + layers[layer].countToLearn(of: rest.count)
            let new = rest.lowerBound..<end
            try scratch.withUnsafeMutableBufferPointer { next in
                guard let next = next.baseAddress else { return }
                try layers[layer].map(row: row, columns: new, of: window, into: next)
                folds[layer - 1].fold(
                    numbers + (new.lowerBound - columns.lowerBound), with: next, count: new.count)
            }
            rest = end..<rest.upperBound
            if rest.isEmpty { return }
        }
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
