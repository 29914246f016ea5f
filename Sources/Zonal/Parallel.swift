// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Hands out whole numbers to workers, each once.
final class Counter: Sendable {
    private let next: Atomic<Int>

    init(from first: Int = 0) { next = Atomic(first) }

    /// The next number.
    func take() -> Int { next.add(1, ordering: .relaxed).oldValue }
}

/// Does something for each index, with so many workers at once; results keep the indices' order.
///
/// - Parameters:
///   - indices: What to work on.
///   - jobs: How many workers, at least one.
///   - start: Makes what one worker keeps to itself, such as an open dataset.
///   - body: The work on one index.
/// - Returns: What `body` returned, in the order of the indices.
/// - Throws: What `start` or `body` throws first.
func inParallel<Worker, Result: Sendable>(
    _ indices: Range<Int>, jobs: Int,
    start: @escaping @Sendable () throws -> Worker,
    body: @escaping @Sendable (inout Worker, Int) throws -> Result
) async throws -> [Result] {
    let next = Counter(from: indices.lowerBound)
    return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
        for _ in 0..<max(1, min(jobs, indices.count)) {
            group.addTask {
                var worker = try start()
                var done: [(Int, Result)] = []
                while true {
                    let index = next.take()
                    guard index < indices.upperBound else { return done }
                    try Task.checkCancellation()
                    done.append((index, try body(&worker, index)))
                }
            }
        }
        var results: [(Int, Result)] = []
        for try await done in group { results += done }
        return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
