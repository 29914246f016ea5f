// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Measures numbered runs of pixels that go by row by row: what a raster of the numbers would give,
/// without one.
///
/// Holds the runs of some rows, and the amounts.
package final class RunTally {
    private let grid: Grid
    private let zones: ZonesOnGrid
    private let areas: RunAreas
    private var zoneRuns = BandRuns()
    private var runs = Buffer<LabelRun>()
    private var starts = Buffer<Int32>()
    private var band = 0
    private var amounts: [[Int: Amount]]

    /// Nothing measured yet.
    ///
    /// - Parameters:
    ///   - grid: Whose rows go by.
    ///   - layer: In any CRS; `nil` takes the grid itself as the one zone.
    ///   - jobs: How many zones are placed at once.
    /// - Throws: ``ZoneError`` where a zone has no place on the grid.
    package init(on grid: Grid, over layer: ZoneLayer?, jobs: Int) async throws {
        let layer = layer ?? .wholeRaster(grid)
        self.grid = grid
        zones = try await ZonesOnGrid(
            layer, on: grid, bandHeight: 64, tolerance: Measurement([]).tolerance, jobs: jobs)
        areas = try RunAreas(of: grid)
        amounts = Array(repeating: [:], count: layer.zones.count)
        starts.append(0)
    }

    /// Adds a run to the row under way, to the right of the last one.
    package func add(_ columns: Range<Int>, number: Int32) {
        runs.append(
            LabelRun(
                start: Int32(truncatingIfNeeded: columns.lowerBound),
                end: Int32(truncatingIfNeeded: columns.upperBound), label: number))
    }

    /// Ends a row; the first one is the topmost.
    package func endRow() {
        starts.append(Int32(truncatingIfNeeded: runs.count))
        let top = band * zones.bandHeight
        let height = min(zones.bandHeight, grid.height - top)
        guard starts.count > height else { return }
        measure(top..<top + height)
        band += 1
        runs.removeAll()
        starts.removeAll()
        starts.append(0)
    }

    private func measure(_ rows: Range<Int>) {
        let near = zones.zones(inBand: band)
        guard runs.count > 0, !near.isEmpty else { return }
        areas.begin(rows)
        zoneRuns.fill(near, of: zones.shapes, rows: rows, width: grid.width)
        zoneRuns.forEachOverlap(ofTile: 0..<grid.width, with: runs, startingAt: starts) {
            row, entry, run, columns in
            let area = areas.area(
                row: rows.lowerBound + row, from: columns.lowerBound, count: columns.count)
            var shared = Amount()
            shared.coverage = Int128(entry.coverage) * Int128(columns.count)
            shared.weight = Int128(entry.coverage) * area
            amounts[Int(entry.zone)][Int(run.label), default: Amount()] += shared
        }
    }

    /// By zone, the amount of each number that it has some of, once all rows went by.
    package func finished() -> [[Int: Amount]] {
        amounts.map { $0.mapValues { $0.with(quantum: areas.quantum) } }
    }
}
