// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Dispatch
internal import Files
package import GDAL
internal import Synchronization

/// Does something for each place from 0 on, each in a thread of its own; results keep their order.
///
/// What `body` touches of what lies outside must be its place's alone.
///
/// - Throws: What `body` throws, for the first place that fails.
package func inThreads<Value>(_ count: Int, _ body: (Int) throws -> Value) throws -> [Value] {
    var results = [Result<Value, any Error>?](repeating: nil, count: count)
    // Threads of one's own do not inherit what holds for a task.
    let watch = InputWatch.current
    results.withUnsafeMutableBufferPointer { results in
        nonisolated(unsafe) let (body, results) = (body, results)
        DispatchQueue.concurrentPerform(iterations: count) { place in
            results[place] = Result {
                try InputWatch.$current.withValue(watch) { try body(place) }
            }
        }
    }
    return try results.compactMap { try $0?.get() }
}

/// Does something for each place from 0 on, by so many threads; results keep their order.
///
/// A thread that is done with a place takes the next. `progress` is told the share that is done.
///
/// - Throws: What `body` throws, for the first place that fails; none after it is begun then.
package func inThreads<Value: Sendable>(
    _ count: Int, jobs: Int, progress: @Sendable (Double) -> Void,
    _ body: @Sendable (Int) throws -> Value
) throws -> [Value] {
    let next = Atomic(0)
    let results = Mutex<(values: [Result<Value, any Error>?], done: Int, hasFailed: Bool)>(
        (Array(repeating: nil, count: count), 0, false))
    _ = try inThreads(max(1, min(jobs, count))) { _ in
        while !results.withLock(\.hasFailed) {
            let place = next.add(1, ordering: .relaxed).oldValue
            guard place < count else { return }
            let result = Result { try body(place) }
            results.withLock { results in
                results.values[place] = result
                if case .failure = result { results.hasFailed = true }
                results.done += 1
                progress(Double(results.done) / Double(count))
            }
        }
    }
    return try results.withLock(\.values).compactMap { try $0?.get() }
}

extension RasterInfo {
    /// Windows of whole blocks of a band, of about so many pixels, from the top left.
    ///
    /// Tiles are taken some at a time, strips whole: so no block is decoded twice, and no tile of 256
    /// or 512 is written in parts.
    package func windows(ofBand number: Int, ofPixels pixels: Int = 1 << 20) -> [Window] {
        let band = bands[number - 1]
        let fits = [band.blockWidth, band.blockHeight].allSatisfy {
            $0 > 0 && (512 % $0 == 0 || $0 % 512 == 0)
        }
        let columns = fits && band.blockWidth < width ? max(2048, band.blockWidth) : width
        let wanted = max(1, pixels / max(1, min(columns, width)))
        let rows = max(band.blockHeight, wanted / max(1, band.blockHeight) * band.blockHeight)
        return stride(from: 0, to: height, by: rows).flatMap { row in
            stride(from: 0, to: width, by: columns).map { column in
                Window(
                    column: column, row: row, width: min(columns, width - column),
                    height: min(rows, height - row))
            }
        }
    }
}
