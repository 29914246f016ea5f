// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// The areas of runs of pixels, exact; one worker's.
final class RunAreas {
    private var areas: PixelArea
    private var rows = 0..<0
    /// Of each row's pixels, where they are alike; −1 is not known yet.
    private var known: [Int64] = []
    private let columns: UnsafeMutableBufferPointer<Int64>

    init(of grid: Grid, by rule: AreaRule = .current) throws {
        areas = try PixelArea(of: grid, by: rule)
        columns = .allocate(capacity: grid.width)
        columns.initialize(repeating: 0)
    }

    deinit { columns.deallocate() }

    /// What areas are counted in, in 10⁻⁹ m².
    var quantum: Int64 { areas.quantum }

    /// Makes ready for some rows.
    func begin(_ rows: Range<Int>) {
        self.rows = rows
        known = [Int64](repeating: -1, count: rows.count)
    }

    /// The area of some pixels of one of the rows together, in quanta.
    func area(row: Int, from column: Int, count: Int) -> Int128 {
        switch areas {
        case .rows(let areas):
            let place = row - rows.lowerBound
            if known[place] < 0 { known[place] = areas.area(row: row) }
            return Int128(known[place]) * Int128(count)
        case .lattice(var lattice):
            guard let base = columns.baseAddress else { return 0 }
            lattice.fill(base, row: row, from: column, count: count)
            areas = .lattice(lattice)
            return columns[..<count].reduce(Int128(0)) { $0 + Int128($1) }
        }
    }
}

extension Buffer {
    /// The first index that meets a condition, which all further ones of the range meet too, or its end.
    @inline(__always)
    func first(in range: Range<Int>, where isMet: (Element) -> Bool) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if isMet(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
