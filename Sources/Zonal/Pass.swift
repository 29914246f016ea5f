// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// Measurements on one grid that go through their rasters together: a tile that several of them read is
/// read and decoded once.
///
/// Each counts its own codes in its own zones, so that nothing multiplies, and its tally is the one that
/// it has alone.
struct Pass: Sendable {
    /// All of one tiling.
    let frames: [Frame]
    let tiling: Tiling
    let jobs: Int
    /// Whether a few bands stand for all, evenly spread.
    var isSample = false

    /// Goes through all bands, with a worker for each job, and adds up what the workers found.
    ///
    /// - Returns: A tally for each frame, in their order.
    func measure(progress: (@Sendable (Double) -> Void)?) async throws -> [Tally] {
        let next = Counter()
        let done = Counter(from: 1)
        let touched = (0..<tiling.bands).filter { band in
            frames.contains {
                $0.share?.reaches(band: band) != false && !$0.zones.zones(inBand: band).isEmpty
            }
        }
        let bands = inOrder(isSample ? sample(of: touched) : touched)
        let stretches = stretches(of: bands)
        return try await withThrowingTaskGroup(of: [Tally].self) { group in
            for _ in 0..<max(1, min(jobs, bands.count)) {
                group.addTask {
                    let worker = try PassWorker(self)
                    while true {
                        let stretch = next.take()
                        guard stretch < stretches.count else { break }
                        for band in stretches[stretch] {
                            try Task.checkCancellation()
                            try worker.measure(band: band)
                            progress?(Double(done.take()) / Double(bands.count))
                        }
                    }
                    return worker.tallies
                }
            }
            var totals = frames.map { Tally(zones: $0.keys) }
            var isFirst = true
            for try await part in group {
                if isFirst {
                    totals = part
                } else {
                    for index in totals.indices { totals[index].merge(part[index]) }
                }
                isFirst = false
            }
            return totals
        }
    }

    /// Bands of some four million pixels together, at least one.
    private func sample(of bands: [Int]) -> [Int] {
        let pixels = max(1, tiling.grid.width * tiling.bandHeight)
        let count = min(bands.count, max(1, 4_000_000 / pixels))
        return (0..<count).map { bands[(2 * $0 + 1) * bands.count / (2 * count)] }
    }

    /// The bands that a worker takes at a time: several where tiles are no blocks of the files, so that
    /// a block which several of them show is decoded by one worker.
    ///
    /// They end where blocks end, unless that would leave workers without work.
    func stretches(of bands: [Int]) -> [ArraySlice<Int>] {
        let length =
            frames.allSatisfy(\.readsBlocks) ? 1 : max(1, min(8, bands.count / (4 * max(1, jobs))))
        var stretches: [ArraySlice<Int>] = []
        var rest = bands[...]
        while !rest.isEmpty {
            let longest = rest.prefix(length)
            let end = longest.indices.reversed().first { place in
                place + 1 == bands.count || isCut(after: bands[place])
            }
            stretches.append(rest[...(end ?? longest.endIndex - 1)])
            rest = rest[(stretches[stretches.count - 1].endIndex)...]
        }
        return stretches
    }

    /// Whether no block of a file is shown both by a band and by the next one.
    private func isCut(after band: Int) -> Bool {
        let row = tiling.rows(ofBand: band).upperBound
        guard row < tiling.grid.height else { return true }
        return frames.allSatisfy { frame in
            zip(frame.rasters, frame.bandNumbers).allSatisfy { raster, number in
                raster.blockRow(ofRow: row - 1, band: number)
                    != raster.blockRow(ofRow: row, band: number)
            }
        }
    }

    /// The largest bands first, so that no worker begins one when the others are done.
    ///
    /// What is decoded from the top down, such as one huge strip, would be decoded again for each step
    /// back: its bands keep their order.
    private func inOrder(_ bands: [Int]) -> [Int] {
        guard frames.allSatisfy(\.readsBlocks) else { return bands }
        return bands.map { band in
            (band: band, extent: frames.reduce(0) { $0 + $1.zones.extent(ofBand: band) })
        }
        .sorted { ($0.extent, $1.band) > ($1.extent, $0.band) }.map(\.band)
    }
}

/// One worker of a pass: a worker for each measurement, and the open rasters that they share.
private final class PassWorker {
    private let workers: [TileWorker]
    private let columns: Int

    init(_ pass: Pass) throws {
        let readers = TileReaders(tiling: pass.tiling)
        workers = try pass.frames.map { try TileWorker($0, readers) }
        columns = pass.tiling.columns
    }

    /// Measures in one band of rows, tile by tile from the left.
    func measure(band: Int) throws {
        let busy = workers.filter { $0.begin(band: band) }
        for column in 0..<columns {
            for worker in busy where worker.takes(column: column) {
                try worker.measure(column: column)
            }
        }
    }

    var tallies: [Tally] { workers.map(\.tally) }
}
