// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// The runs of all zones in one band of rows, handed out tile by tile from the left.
struct BandRuns: ~Copyable {
    /// A stretch of one tile's row that a zone covers alike.
    struct Entry: BitwiseCopyable {
        /// Columns within the tile.
        var start: Int32
        var end: Int32
        var zone: Int32
        /// In units of 1/``Subpixel/wholePixel``.
        var coverage: Int
    }

    struct Stretch: BitwiseCopyable {
        var zone: Int32
        /// The columns that its runs lie between.
        var start: Int32
        var end: Int32
    }

    private var scanline = Scanline()
    private var runs = Runs()
    private var zones = Buffer<Stretch>()
    /// By zone and row: the run that was not handed out to its end yet.
    private var next = Buffer<Int32>()
    private var entries = Buffer<Entry>()
    private var touching = Buffer<Int32>()

    /// Turns the edges of a band's zones into runs.
    mutating func fill(
        _ zones: [(zone: Int, edges: [Int32])], of shapes: [ZoneEdges], rows: Range<Int>, width: Int
    ) {
        runs.removeAll(rows: rows)
        self.zones.removeAll()
        next.removeAll()
        for (slot, (zone, edges)) in zones.enumerated() {
            shapes[zone].edges.withUnsafeBufferPointer { all in
                scanline.append(edges.lazy.map { all[Int($0)] }, columns: 0..<width, to: &runs)
            }
            var stretch = Stretch(zone: Int32(truncatingIfNeeded: zone), start: .max, end: .min)
            for row in rows {
                let range = runs.indices(zone: slot, row: row)
                next.append(Int32(truncatingIfNeeded: range.lowerBound))
                guard !range.isEmpty else { continue }
                stretch.start = min(stretch.start, runs.runs[range.lowerBound].start)
                stretch.end = max(stretch.end, runs.runs[range.upperBound - 1].end)
            }
            self.zones.append(stretch)
        }
    }

    /// Calls `body` with each row of a tile that some zone touches, and what the zones cover of it.
    ///
    /// Tiles must come from the left, each at most once.
    @inline(__always)
    mutating func forEachRow(
        ofTile columns: Range<Int>, _ body: (Int, UnsafeMutableBufferPointer<Entry>) throws -> Void
    ) rethrows {
        let (start, end) = (
            Int32(truncatingIfNeeded: columns.lowerBound),
            Int32(truncatingIfNeeded: columns.upperBound)
        )
        touching.removeAll()
        for slot in 0..<zones.count where zones[slot].start < end && zones[slot].end > start {
            touching.append(Int32(truncatingIfNeeded: slot))
        }
        guard touching.count > 0 else { return }
        for row in runs.rows {
            entries.removeAll()
            for i in 0..<touching.count {
                collect(Int(touching[i]), row: row, from: start, to: end)
            }
            if entries.count > 0 { try body(row - runs.rows.lowerBound, entries.elements) }
        }
    }

    /// Cuts a zone's runs of a row at the tile's sides.
    @inline(__always)
    private mutating func collect(_ slot: Int, row: Int, from start: Int32, to end: Int32) {
        let place = slot * runs.rows.count + row - runs.rows.lowerBound
        let last = runs.indices(zone: slot, row: row).upperBound
        var i = Int(next[place])
        // What lies in tiles that were left out.
        while i < last, runs.runs[i].end <= start { i += 1 }
        while i < last, runs.runs[i].start < end {
            let run = runs.runs[i]
            entries.append(
                Entry(
                    start: max(run.start, start) - start, end: min(run.end, end) - start,
                    zone: zones[slot].zone, coverage: run.coverage))
            guard run.end <= end else { break }
            i += 1
        }
        next[place] = Int32(truncatingIfNeeded: i)
    }
}
