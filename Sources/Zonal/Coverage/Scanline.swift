// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Turns edges into runs, a rectangle of pixels at a time, as anti-aliasing font rasterisers do.
///
/// Each edge leaves a signed `cover` (how far it goes down in the cell) and `area` (twice what lies
/// to its left) in the cells that it passes through; a sweep along the row adds them up. All of it
/// in integers, and the crossings depend on the edge alone: not on where the rectangle is cut.
struct Scanline: ~Copyable {
    struct Cell: BitwiseCopyable {
        var row: Int32
        var column: Int32
        var cover: Int
        var area: Int
    }

    private var rows = 0..<0
    private var columns = 0..<0
    private var cells = Buffer<Cell>()
    private var sorted = Buffer<Cell>()
    /// Where the cells of each row begin in ``sorted``, and where those of the last one end.
    private var rowStarts = Buffer<Int>()
    private var next = Buffer<Int>()

    /// Appends the runs of the zone that the edges bound, in the rows of `runs`.
    ///
    /// O(cells that the edges touch). Edges that miss the rows may be left out.
    mutating func append(
        _ edges: some Sequence<Edge>, columns: Range<Int>, to runs: inout Runs
    ) {
        rows = runs.rows
        self.columns = columns
        cells.removeAll()
        for edge in edges { walk(edge) }
        sortCells()
        sweep(into: &runs)
    }

    /// Goes down an edge row by row.
    private mutating func walk(_ edge: Edge) {
        let first = max(edge.y0 >> Subpixel.bits, rows.lowerBound)
        let last = min((edge.y1 - 1) >> Subpixel.bits, rows.upperBound - 1)
        guard first <= last, min(edge.x0, edge.x1) < columns.upperBound << Subpixel.bits
        else { return }
        var y = max(edge.y0, first << Subpixel.bits)
        var x = y == edge.y0 ? edge.x0 : edge.x(at: y)
        for row in first...last {
            let nextY = min(edge.y1, (row + 1) << Subpixel.bits)
            let nextX = nextY == edge.y1 ? edge.x1 : edge.x(at: nextY)
            cross(row: row, from: x, y & (Subpixel.one - 1), to: nextX, by: nextY - y, edge.sign)
            (x, y) = (nextX, nextY)
        }
    }

    /// Goes through the cells of one row, from `x` to `end`, `height` sub-pixels down.
    private mutating func cross(
        row: Int, from x: Int, _ y: Int, to end: Int, by height: Int, _ sign: Int
    ) {
        let mask = Subpixel.one - 1
        let firstColumn = x >> Subpixel.bits
        let lastColumn = end >> Subpixel.bits
        if firstColumn == lastColumn {
            add(row, firstColumn, cover: height, area: height * ((x & mask) + (end & mask)), sign)
            return
        }
        // Walk from the left whichever way the edge leans: the crossings stay the same, as each
        // is rounded from the left end's height.
        let leansRight = end > x
        let (left, right) = leansRight ? (x, end) : (end, x)
        let width = right - left
        var column = left >> Subpixel.bits
        let rightColumn = right >> Subpixel.bits
        var done = 0
        var inside = left & mask
        // (distance · height) / width, rounded, at each line between columns: by repeated addition.
        let (step, stepRest) = (Subpixel.one * height).quotientAndRemainder(dividingBy: width)
        var (next, rest) = ((Subpixel.one - inside) * height + (width >> 1))
            .quotientAndRemainder(dividingBy: width)
        while column < rightColumn {
            let cover = next - done
            add(row, column, cover: cover, area: cover * (inside + Subpixel.one), sign)
            done = next
            next += step
            rest += stepRest
            if rest >= width {
                rest -= width
                next += 1
            }
            inside = 0
            column += 1
        }
        let cover = height - done
        add(row, column, cover: cover, area: cover * (right & mask), sign)
    }

    @inline(__always)
    private mutating func add(_ row: Int, _ column: Int, cover: Int, area: Int, _ sign: Int) {
        guard column < columns.upperBound else { return }
        let isLeft = column < columns.lowerBound
        let cell = Cell(
            row: Int32(truncatingIfNeeded: row),
            column: Int32(truncatingIfNeeded: isLeft ? columns.lowerBound - 1 : column),
            cover: sign * cover, area: isLeft ? 0 : sign * area)
        // Neighbouring sides of a ring meet in one cell; add there what would be sorted anyway.
        let last = cells.count - 1
        if last >= 0 && cells[last].row == cell.row && cells[last].column == cell.column {
            cells[last].cover += cell.cover
            cells[last].area += cell.area
        } else {
            cells.append(cell)
        }
    }

    /// Sorts cells by row, then by column: a bucket a row, as rows hold few cells each.
    private mutating func sortCells() {
        let first = rows.lowerBound
        rowStarts.fill(with: 0, count: rows.count + 1)
        for i in 0..<cells.count { rowStarts[Int(cells[i].row) - first + 1] += 1 }
        for row in 0..<rows.count { rowStarts[row + 1] += rowStarts[row] }
        next.fill(with: 0, count: rows.count)
        for row in 0..<rows.count { next[row] = rowStarts[row] }
        sorted.fill(with: Cell(row: 0, column: 0, cover: 0, area: 0), count: cells.count)
        for i in 0..<cells.count {
            let row = Int(cells[i].row) - first
            sorted[next[row]] = cells[i]
            next[row] += 1
        }
        for row in 0..<rows.count {
            let range = rowStarts[row]..<rowStarts[row + 1]
            if range.count > 24 {
                var many = UnsafeMutableBufferPointer(rebasing: sorted.elements[range])
                many.sort { $0.column < $1.column }
            } else {
                insertionSort(range)
            }
        }
    }

    private func insertionSort(_ range: Range<Int>) {
        for i in range.dropFirst() {
            let cell = sorted[i]
            var j = i
            while j > range.lowerBound && sorted[j - 1].column > cell.column {
                sorted[j] = sorted[j - 1]
                j -= 1
            }
            sorted[j] = cell
        }
    }

    /// Adds up cover and area along each row.
    private func sweep(into runs: inout Runs) {
        runs.beginZone()
        for row in 0..<rows.count {
            var cover = 0
            var reached = columns.lowerBound
            var i = rowStarts[row]
            let end = rowStarts[row + 1]
            while i < end {
                let column = Int(sorted[i].column)
                if cover != 0 && column > reached {
                    runs.append(from: reached, to: column, coverage: 2 * Subpixel.one * cover)
                }
                var area = 0
                while i < end && Int(sorted[i].column) == column {
                    cover += sorted[i].cover
                    area += sorted[i].area
                    i += 1
                }
                let coverage = 2 * Subpixel.one * cover - area
                if column >= columns.lowerBound && coverage != 0 {
                    runs.append(from: column, to: column + 1, coverage: coverage)
                }
                reached = column + 1
            }
            if cover != 0 && reached < columns.upperBound {
                runs.append(
                    from: reached, to: columns.upperBound, coverage: 2 * Subpixel.one * cover)
            }
            runs.endRow()
        }
    }
}
