// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Consecutive pixels of a row that a zone covers alike.
struct Run: Hashable, Sendable, BitwiseCopyable {
    /// The first column.
    var start: Int32
    /// The column after the last.
    var end: Int32
    /// Of each pixel, in units of 1/``Subpixel/wholePixel``.
    var coverage: Int
}

/// Where zones lie in some rows of pixels: zone by zone, row by row, runs from the left.
struct Runs: ~Copyable {
    private(set) var runs = Buffer<Run>()
    /// By zone: where the runs of each row begin, and where those of the last one end.
    private var offsets = Buffer<Int32>()
    private(set) var rows = 0..<0

    /// Forgets all zones; the next ones have these rows.
    mutating func removeAll(rows: Range<Int>) {
        self.rows = rows
        runs.removeAll()
        offsets.removeAll()
    }

    /// Which of ``runs`` a zone has in a row.
    @inline(__always)
    func indices(zone: Int, row: Int) -> Range<Int> {
        let place = zone * (rows.count + 1) + row - rows.lowerBound
        return Int(offsets[place])..<Int(offsets[place + 1])
    }

    /// Begins the next zone, at its first row.
    mutating func beginZone() { offsets.append(Int32(truncatingIfNeeded: runs.count)) }

    /// Ends a row of the zone.
    @inline(__always)
    mutating func endRow() { offsets.append(Int32(truncatingIfNeeded: runs.count)) }

    /// Adds a run to the row; what goes on where the last one ends, alike, makes that one longer.
    @inline(__always)
    mutating func append(from start: Int, to end: Int, coverage: Int) {
        let last = runs.count - 1
        if last >= Int(offsets[offsets.count - 1]), Int(runs[last].end) == start,
            runs[last].coverage == coverage
        {
            runs[last].end = Int32(truncatingIfNeeded: end)
        } else {
            runs.append(
                Run(
                    start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
                    coverage: coverage))
        }
    }
}
