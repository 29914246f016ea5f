// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// The combinations of codes that several rasters show together, numbered as they are met.
struct Combinations {
    private var layers: [Symbols]
    /// By number: the numbers of each raster's codes.
    private var members: [[Int32]] = []
    /// Folds one raster after another: from the number so far and the next raster's number.
    private var folds: [Fold]
    private var scratch: [Int32] = []

    /// From pairs of numbers to a number, as a table that grows.
    private struct Fold {
        var width = 64
        var table: [Int32] = []
        var pairs: [(Int32, Int32)] = []

        mutating func number(_ a: Int32, _ b: Int32) -> Int32 {
            let slot = Int(a) * width + Int(b)
            if Int(b) < width && slot < table.count && table[slot] >= 0 { return table[slot] }
            return new(a, b)
        }

        private mutating func new(_ a: Int32, _ b: Int32) -> Int32 {
            let number = Int32(truncatingIfNeeded: pairs.count)
            pairs.append((a, b))
            while Int(b) >= width { width *= 2 }
            let rows = (pairs.map { Int($0.0) }.max() ?? 0) + 1
            if table.count < rows * width || Int(b) >= width / 2 {
                table = [Int32](repeating: -1, count: max(rows * 2, 64) * width)
                for (index, pair) in pairs.enumerated() {
                    table[Int(pair.0) * width + Int(pair.1)] = Int32(truncatingIfNeeded: index)
                }
            } else {
                table[Int(a) * width + Int(b)] = number
            }
            return number
        }
    }

    init(_ layers: [Symbols]) {
        self.layers = layers
        folds = Array(repeating: Fold(), count: max(0, layers.count - 1))
    }

    /// How many combinations were met.
    var count: Int { folds.last?.pairs.count ?? layers[0].codes.count }

    /// The numbers of a tile row's pixels.
    mutating func map(row: Int, _ window: Window, into numbers: inout [Int32]) throws {
        let columns = 0..<window.width
        try numbers.withUnsafeMutableBufferPointer { numbers in
            guard let base = numbers.baseAddress else { return }
            try layers[0].map(row: row, columns: columns, of: window, into: base)
            if scratch.count < window.width {
                scratch = [Int32](repeating: 0, count: window.width)
            }
            for layer in layers.indices.dropFirst() {
                try scratch.withUnsafeMutableBufferPointer { next in
                    guard let next = next.baseAddress else { return }
                    try layers[layer].map(row: row, columns: columns, of: window, into: next)
                    for i in columns { base[i] = folds[layer - 1].number(base[i], next[i]) }
                }
            }
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
