// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// A measurement prepared: what is measured, where the zones lie, how the work is cut.
struct Frame: Sendable {
    let measurement: Measurement
    /// The rasters of its layers, then that of its values.
    let rasters: [RasterInfo]
    let grid: Grid
    let zones: ZonesOnGrid
    let tiling: Tiling
    let jobs: Int
    let part: Part

    /// Goes through all bands, with a worker for each job, and adds up what the workers found.
    func measure(
        keys: [Tally.ZoneKey], progress: (@Sendable (Double) -> Void)?
    ) async throws -> Tally {
        let next = Counter()
        let done = Counter(from: 1)
        let touched = (0..<zones.bandCount).filter { !zones.zones(inBand: $0).isEmpty }
        let bands = inOrder(touched[part.range(of: touched.count)])
        return try await withThrowingTaskGroup(of: Tally.self) { group in
            for _ in 0..<max(1, min(jobs, bands.count)) {
                group.addTask {
                    let worker = try TileWorker(self)
                    while true {
                        let index = next.take()
                        guard index < bands.count else { break }
                        try Task.checkCancellation()
                        try worker.measure(band: bands[index])
                        progress?(Double(done.take()) / Double(bands.count))
                    }
                    return worker.tally(keys: keys)
                }
            }
            var total: Tally?
            for try await part in group {
                if total == nil { total = part } else { total?.merge(part) }
            }
            return total ?? Tally(zones: keys)
        }
    }

    /// The largest bands first, so that no worker begins one when the others are done.
    ///
    /// What is decoded from the top down, such as one huge strip, would be decoded again for each step
    /// back: its bands keep their order.
    private func inOrder(_ bands: ArraySlice<Int>) -> [Int] {
        let numbers = measurement.layers.map(\.band) + (measurement.values.map { [$0.band] } ?? [])
        let sources = zip(rasters, numbers)
        guard sources.allSatisfy({ tiling.isOfBlocks($0, band: $1) }) else { return Array(bands) }
        return bands.map { (band: $0, extent: zones.extent(ofBand: $0)) }
            .sorted { ($0.extent, $1.band) > ($1.extent, $0.band) }.map(\.band)
    }
}
