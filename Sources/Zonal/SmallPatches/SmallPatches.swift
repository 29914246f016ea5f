// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import Synchronization

/// Measures what of some classes lies in patches that are too small.
///
/// A patch is ground of any of the classes that hangs together, across corners too, whatever zones it
/// lies in; its area is that of its part within the zones. The raster is decoded once: bands of rows
/// are labelled and measured by several workers, and joined from the top. Memory holds the runs of one
/// tile for each worker, and the patches of a band that have not reached the limit yet; none of it
/// grows with the raster's rows.
package struct SmallPatches: Sendable {
    private let measurement: Measurement
    private let codes: [Int]
    private let limit: Double

    /// What to look for.
    ///
    /// - Parameters:
    ///   - codes: The classes that make patches.
    ///   - measurement: Of one raster of classes.
    ///   - limit: m²; a patch below it is too small.
    package init(of codes: Set<Int>, in measurement: Measurement, below limit: Double) {
        self.codes = codes.sorted()
        self.measurement = measurement
        self.limit = limit
    }

    /// Measures every zone.
    ///
    /// - Parameters:
    ///   - zones: In any CRS.
    ///   - jobs: Threads; the result is the same for any number.
    /// - Returns: What is in small patches alone, by the class's code and 1.
    /// - Throws: ``ZoneError`` where nothing can be measured, `GDALError` where the raster is broken.
    package func tally(over zones: ZoneLayer, jobs: Int) async throws -> Tally {
        let rasters = try measurement.opened()
        let grid = try measurement.grid(of: rasters)
        let band = rasters[0].bands[measurement.layers[0].band - 1]
        return try await tally(
            of: rasters, over: zones, jobs: jobs, by: Tiling(along: band, on: grid))
    }

    /// The same for any cut into tiles.
    func tally(
        of rasters: [RasterInfo], over zones: ZoneLayer, jobs: Int, by tiling: Tiling
    ) async throws -> Tally {
        let grid = tiling.grid
        let frame = try await measurement.frame(rasters, on: grid, tiling, over: zones, jobs: jobs)
        let quantum = try PixelArea(of: grid, by: measurement.areas).quantum
        let limit = Self.leastWeight(of: limit, quantum: quantum)
        let joints = PatchJoints(limit: limit)
        let next = Counter()
        var small = try await withThrowingTaskGroup(of: SmallShares.self) { group in
            for _ in 0..<max(1, min(jobs, tiling.bands)) {
                group.addTask {
                    let worker = try BandPatches(frame, codes: codes, limit: limit)
                    while true {
                        let band = next.take()
                        guard band < tiling.bands else { return worker.small }
                        try Task.checkCancellation()
                        joints.add(try worker.measure(band: band), number: band)
                    }
                }
            }
            return try await group.reduce(into: SmallShares()) { $0.merge($1) }
        }
        small.merge(joints.finish())
        var tally = Tally(zones: frame.keys)
        for (place, amount) in small.amounts where amount != Amount() {
            tally.add(
                amount.with(quantum: quantum), to: [.value(codes[Int(place.kind)]), .value(1)],
                ofZone: Int(place.zone))
        }
        return tally
    }

    /// The least weight that is no less than an area, in m².
    static func leastWeight(of area: Double, quantum: Int64) -> Int128 {
        var (low, high) = (Int128(0), Int128(1) << 120 / Int128(quantum))
        while low < high {
            let middle = low + (high - low) / 2
            var amount = Amount()
            amount.weight = middle
            if amount.with(quantum: quantum).areaSquareMetres < area {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}

/// Joins the patches of bands from the top; holds those that reach the last row joined, and what came
/// before its turn.
private final class PatchJoints: Sendable {
    private struct State {
        var next = 0
        var waiting: [Int: PatchBand] = [:]
        var open: PatchSets
        var bottom: [LabelRun] = []
        var small = SmallShares()

        mutating func join(_ band: PatchBand) {
            let first = Int32(open.count)
            func moved(_ runs: [LabelRun]) -> [LabelRun] {
                runs.map { LabelRun(start: $0.start, end: $0.end, label: $0.label + first) }
            }
            open.append(band.open)
            open.join(bottom, moved(band.top))
            var seam = [moved(band.bottom)]
            open = open.close(exceptFor: &seam, into: &small)
            bottom = seam[0]
        }
    }

    private let state: Mutex<State>

    init(limit: Int128) { state = Mutex(State(open: PatchSets(limit: limit))) }

    /// Takes a band, in any order.
    func add(_ band: PatchBand, number: Int) {
        state.withLock { state in
            state.waiting[number] = band
            while let band = state.waiting.removeValue(forKey: state.next) {
                state.join(band)
                state.next += 1
            }
        }
    }

    /// What small patches have that reached from one band to another, once all bands were added.
    func finish() -> SmallShares {
        state.withLock { state in
            var none: [[LabelRun]] = []
            state.open = state.open.close(exceptFor: &none, into: &state.small)
            return state.small
        }
    }
}
