// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Dispatch

/// Does something for each place from 0 on, each in a thread of its own; results keep their order.
///
/// What `body` touches of what lies outside must be its place's alone.
///
/// - Throws: What `body` throws, for the first place that fails.
func inThreads<Value>(_ count: Int, _ body: (Int) throws -> Value) throws -> [Value] {
    var results = [Result<Value, any Error>?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { results in
        nonisolated(unsafe) let (body, results) = (body, results)
        DispatchQueue.concurrentPerform(iterations: count) { place in
            results[place] = Result { try body(place) }
        }
    }
    return try results.compactMap { try $0?.get() }
}
