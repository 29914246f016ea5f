// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// The runs of all zones in one band of rows, by tile and row: what a worker goes through.
struct BandRuns {
    /// A stretch of one tile's row that a zone covers alike.
    struct Entry {
        /// Columns within the tile.
        var start: Int32
        var end: Int32
        /// Which of the band's zones.
        var slot: Int32
        /// In units of 1/``Subpixel/wholePixel``.
        var coverage: Int
    }

    private(set) var entries: [Entry] = []
    /// Where the entries of each tile's row begin: tile by tile, row by row.
    private(set) var starts: [Int32] = []
    private var next: [Int32] = []

    /// Cuts the zones' runs at tiles, and sorts them. O(runs + tiles × rows).
    mutating func fill(_ runs: ArraySlice<Runs>, rows: Int, tileWidth: Int, tiles: Int) {
        starts.removeAll(keepingCapacity: true)
        starts.append(contentsOf: repeatElement(0, count: tiles * rows + 1))
        for zone in runs {
            forEachPiece(of: zone, rows: rows, tileWidth: tileWidth) { bucket, _, _, _ in
                starts[bucket + 1] += 1
            }
        }
        for bucket in 0..<tiles * rows { starts[bucket + 1] += starts[bucket] }
        next.removeAll(keepingCapacity: true)
        next.append(contentsOf: starts)
        let count = Int(starts[tiles * rows])
        if entries.count < count {
            entries = [Entry](
                repeating: Entry(start: 0, end: 0, slot: 0, coverage: 0), count: count)
        }
        for (slot, zone) in runs.enumerated() {
            forEachPiece(of: zone, rows: rows, tileWidth: tileWidth) { bucket, start, end, run in
                entries[Int(next[bucket])] = Entry(
                    start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
                    slot: Int32(truncatingIfNeeded: slot), coverage: run.coverage)
                next[bucket] += 1
            }
        }
    }

    /// Calls `body` with bucket and columns of each piece that tiles cut from a zone's runs.
    @inline(__always)
    private func forEachPiece(
        of zone: Runs, rows: Int, tileWidth: Int, _ body: (Int, Int, Int, Run) -> Void
    ) {
        for row in 0..<rows {
            for run in zone.runs[Int(zone.offsets[row])..<Int(zone.offsets[row + 1])] {
                var start = Int(run.start)
                while start < Int(run.end) {
                    let tile = start / tileWidth
                    let end = min(Int(run.end), (tile + 1) * tileWidth)
                    body(tile * rows + row, start - tile * tileWidth, end - tile * tileWidth, run)
                    start = end
                }
            }
        }
    }

    /// Whether any zone touches a tile.
    func touches(tile: Int, rows: Int) -> Bool { starts[tile * rows] < starts[(tile + 1) * rows] }
}
