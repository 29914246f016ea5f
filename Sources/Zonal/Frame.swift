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
        // The largest first, so that no worker begins one when the others are done.
        let bands = touched[part.range(of: touched.count)]
            .map { (band: $0, extent: zones.extent(ofBand: $0)) }
            .sorted { ($0.extent, $1.band) > ($1.extent, $0.band) }.map(\.band)
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
}
