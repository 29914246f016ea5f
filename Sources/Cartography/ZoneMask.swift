// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import PlaneGeometry

/// A zone's ground on the page in small cells, summed so that the share of any rectangle that lies
/// inside is known from four numbers.
package struct ZoneMask {
    /// A cell's side, in points.
    static let cell = 1.5
    private let column: Int, row: Int, columns: Int, rows: Int
    private var sums: [Int32]
    /// The middle of its ground, which may lie outside it.
    private(set) var centroid = Point(x: 0, y: 0)

    /// Marks the cells whose centre lies within the rings (even-odd) and the bounds.
    package init(_ rings: [[Point]], within bounds: PageRect) {
        let cell = Self.cell
        let shape = Extent(around: rings.joined())
        let left = max(bounds.x, shape?.minX ?? 0)
        let right = min(bounds.maxX, shape?.maxX ?? 0)
        let top = max(bounds.y, shape?.minY ?? 0)
        let bottom = min(bounds.maxY, shape?.maxY ?? 0)
        column = Int((left / cell).rounded(.down))
        row = Int((top / cell).rounded(.down))
        columns = right > left ? Int((right / cell).rounded(.up)) - column : 0
        rows = bottom > top ? Int((bottom / cell).rounded(.up)) - row : 0
        guard columns > 0, rows > 0 else {
            sums = [0]
            return
        }
        var crossings = [[Double]](repeating: [], count: rows)
        for ring in rings {
            for (start, end) in zip(ring, ring.dropFirst() + ring.prefix(1)) where start.y != end.y
            {
                let (upper, lower) = start.y < end.y ? (start, end) : (end, start)
                let first = middle(from: upper.y, within: row...row + rows)
                let last = middle(from: lower.y, within: row...row + rows) - 1
                guard first <= last else { continue }
                for line in first...last {
                    let y = (Double(line) + 0.5) * cell
                    let share = (y - upper.y) / (lower.y - upper.y)
                    crossings[line - row].append(upper.x + (lower.x - upper.x) * share)
                }
            }
        }
        let width = columns + 1
        var (sumX, sumY) = (0, 0)
        sums = [Int32](repeating: 0, count: width * (rows + 1))
        for line in 0..<rows {
            let xs = crossings[line].sorted()
            var inside = [Bool](repeating: false, count: columns)
            for pair in stride(from: 0, to: xs.count - 1, by: 2) {
                let first = middle(from: xs[pair], within: column...column + columns) - column
                let last = middle(from: xs[pair + 1], within: column...column + columns) - column
                for index in first..<max(first, last) { inside[index] = true }
            }
            var count: Int32 = 0
            for index in 0..<columns {
                if inside[index] {
                    count += 1
                    sumX += column + index
                    sumY += row + line
                }
                sums[(line + 1) * width + index + 1] = sums[line * width + index + 1] + count
            }
        }
        let cells = max(1, Double(sums[sums.count - 1]))
        centroid = Point(
            x: (Double(sumX) / cells + 0.5) * cell, y: (Double(sumY) / cells + 0.5) * cell)
    }

    /// Its ground on the page, in square points.
    package var area: Double { Double(sums[sums.count - 1]) * Self.cell * Self.cell }

    /// The middle of every cell-sized step of its bounds, `stride` cells apart.
    func places(stride step: Int) -> [Point] {
        Swift.stride(from: row, to: row + rows, by: step).flatMap { line in
            Swift.stride(from: column, to: column + columns, by: step).map {
                Point(x: (Double($0) + 0.5) * Self.cell, y: (Double(line) + 0.5) * Self.cell)
            }
        }
    }

    /// How much of a rectangle lies inside, 0…1.
    package func share(of rect: PageRect) -> Double {
        let cell = Self.cell
        let left = Int((rect.x / cell).rounded()) - column
        let right = max(Int((rect.maxX / cell).rounded()) - column, left + 1)
        let top = Int((rect.y / cell).rounded()) - row
        let bottom = max(Int((rect.maxY / cell).rounded()) - row, top + 1)
        let whole = (right - left) * (bottom - top)
        let (x0, x1) = (min(max(left, 0), columns), min(max(right, 0), columns))
        let (y0, y1) = (min(max(top, 0), rows), min(max(bottom, 0), rows))
        guard x0 < x1, y0 < y1 else { return 0 }
        let width = columns + 1
        let count =
            sums[y1 * width + x1] - sums[y0 * width + x1] - sums[y1 * width + x0]
            + sums[y0 * width + x0]
        return Double(count) / Double(whole)
    }
}

/// The first cell whose middle does not lie before a place, however far off the page that is.
private func middle(from place: Double, within cells: ClosedRange<Int>) -> Int {
    let cell = (place / ZoneMask.cell - 0.5).rounded(.up)
    return Int(min(max(cell, Double(cells.lowerBound)), Double(cells.upperBound)))
}
