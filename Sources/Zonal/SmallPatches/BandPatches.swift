// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// A band of rows whose patches are joined and measured, but for those that may go on beyond it.
struct PatchBand: Sendable {
    /// Patches that reach the first row or the last.
    let open: PatchSets
    /// What these rows have of them.
    let top: [LabelRun]
    let bottom: [LabelRun]
}

/// One worker: labels bands tile by tile, and measures each patch as it goes.
///
/// Holds the runs of one tile, and the patches of one band.
final class BandPatches {
    private let frame: Frame
    private let reader: TileReader
    private let codeRuns: CodeRuns
    private let areas: RunAreas
    private var zoneRuns = BandRuns()
    private var sets: PatchSets
    /// What patches that ended in one of the bands have, where it is too little.
    private(set) var small = SmallShares()

    /// The tile's runs, and where those of each row begin.
    private var runs = Buffer<CodeRun>()
    private var starts = Buffer<Int32>()
    /// By row: the patch of the last pixel of the tile to the left, and of this tile; −1 is none.
    private var left: [Int32] = []
    private var right: [Int32] = []
    private var top: [LabelRun] = []
    private var bottom: [LabelRun] = []

    init(_ frame: Frame, codes: [Int], limit: Int128) throws {
        self.frame = frame
        reader = try TileReader(
            frame.rasters[0], band: frame.measurement.layers[0].band, tiling: frame.tiling)
        codeRuns = CodeRuns(of: codes, in: reader)
        areas = try RunAreas(of: frame.grid, by: frame.measurement.areas)
        sets = PatchSets(limit: limit)
    }

    /// Labels and measures a band.
    func measure(band: Int) throws -> PatchBand {
        let rows = frame.tiling.rows(ofBand: band)
        sets.removeAll()
        top.removeAll()
        bottom.removeAll()
        left = [Int32](repeating: -1, count: rows.count)
        right = left
        areas.begin(rows)
        let zones = frame.zones.zones(inBand: band)
        zoneRuns.fill(zones, of: frame.zones.shapes, rows: rows, width: frame.grid.width)
        for column in 0..<frame.tiling.columns {
            let window = frame.tiling.window(column: column, band: band)
            try reader.read(tileColumn: column, band: band, window)
            label(window)
            measure(window)
        }
        var seams = [top, bottom]
        let open = sets.close(exceptFor: &seams, into: &small)
        return PatchBand(open: open, top: seams[0], bottom: seams[1])
    }

    // MARK: Labels

    private func label(_ window: Window) {
        runs.removeAll()
        starts.removeAll()
        starts.append(0)
        var above = 0..<0
        for row in 0..<window.height {
            codeRuns.append(row: row, of: window, to: &runs)
            let current = above.upperBound..<runs.count
            if !current.isEmpty {
                Self.link(current, to: above, row: row, of: &runs, after: left, in: &sets)
            }
            let last = runs.count - 1
            right[row] =
                !current.isEmpty && Int(runs[last].end) == window.width ? runs[last].label : -1
            starts.append(Int32(truncatingIfNeeded: runs.count))
            above = current
        }
        append(row: 0, of: window, to: &top)
        append(row: window.height - 1, of: window, to: &bottom)
        swap(&left, &right)
    }

    /// Gives a row's runs the labels of what they touch to the left and above, or new ones.
    ///
    /// - Parameters:
    ///   - current: The row's runs.
    ///   - above: Those of the row above.
    ///   - row: The row within the tile.
    ///   - runs: All of the tile.
    ///   - left: By row, the patch to the left of the tile.
    ///   - sets: The band's patches.
    private static func link(
        _ current: Range<Int>, to above: Range<Int>, row: Int, of runs: inout Buffer<CodeRun>,
        after left: [Int32], in sets: inout PatchSets
    ) {
        var i = above.lowerBound
        for j in current {
            let (start, end) = (runs[j].start, runs[j].end)
            var label: Int32 = -1
            if start == 0 {
                for beside in max(0, row - 1)...min(left.count - 1, row + 1)
                where left[beside] >= 0 {
                    label = label < 0 ? left[beside] : sets.join(label, left[beside])
                }
            } else if j > current.lowerBound, runs[j - 1].end == start {
                label = runs[j - 1].label
            }
            // Of two that end together, the next ones are of the same patches if they touch.
            while i < above.upperBound {
                let upper = runs[i]
                if upper.start <= end, start <= upper.end {
                    label = label < 0 ? upper.label : sets.join(label, upper.label)
                }
                guard upper.end <= end else { break }
                i += 1
            }
            runs[j].label = label < 0 ? sets.add() : label
        }
    }

    /// Appends a row's runs as the columns of the raster.
    private func append(row: Int, of window: Window, to list: inout [LabelRun]) {
        let column = Int32(truncatingIfNeeded: window.column)
        for index in Int(starts[row])..<Int(starts[row + 1]) {
            let run = runs[index]
            list.append(
                LabelRun(start: run.start + column, end: run.end + column, label: run.label))
        }
    }

    // MARK: Areas

    /// Adds what the zones cover of the tile's runs to the patches that are not large enough yet.
    private func measure(_ window: Window) {
        let tile = window.column..<window.column + window.width
        zoneRuns.forEachOverlap(ofTile: tile, with: runs, startingAt: starts) {
            row, entry, run, columns in
            let root = sets.root(of: run.label)
            guard !sets.isLarge(root) else { return }
            let coverage = Int128(entry.coverage)
            let area = areas.area(
                row: window.row + row, from: window.column + columns.lowerBound,
                count: columns.count)
            sets.add(
                coverage * Int128(columns.count), coverage * area,
                of: ZoneClass(zone: entry.zone, kind: run.kind), to: root)
        }
    }
}
