// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Consecutive pixels of a row.
protocol ColumnRun: BitwiseCopyable {
    /// The first column.
    var start: Int32 { get }
    /// The column after the last.
    var end: Int32 { get }
}

extension BandRuns {
    /// Calls `body` with each stretch of a tile that a zone and a run have in common, row by row, and from
    /// the left in each zone.
    ///
    /// - Parameters:
    ///   - tile: Its columns; tiles must come from the left, each once.
    ///   - runs: The runs of its rows, one row after the other, each from the left.
    ///   - starts: Where the runs of each row begin, then where they end.
    ///   - body: Told the row and the columns within the tile.
    @inline(__always)
    mutating func forEachOverlap<Run: ColumnRun>(
        ofTile tile: Range<Int>, with runs: borrowing Buffer<Run>,
        startingAt starts: borrowing Buffer<Int32>,
        _ body: (_ row: Int, _ entry: Entry, _ run: Run, _ columns: Range<Int>) -> Void
    ) {
        forEachRow(ofTile: tile) { row, entries in
            let (first, end) = (Int(starts[row]), Int(starts[row + 1]))
            guard first < end else { return }
            for entry in entries {
                var index = runs.first(in: first..<end) { $0.end > entry.start }
                while index < end, runs[index].start < entry.end {
                    let run = runs[index]
                    index += 1
                    body(
                        row, entry, run,
                        Int(max(run.start, entry.start))..<Int(min(run.end, entry.end)))
                }
            }
        }
    }
}
