// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
public import Testing

/// Holds that a test's body ends, counted from when it begins.
///
/// Testing's own limit counts from when a test is queued, and among a thousand tests that start at
/// once on two cores most of a minute passes in the queue. It also cannot end a body that waits for
/// ever; this ends the run, with the test's name.
public struct HangLimit: TestTrait, TestScoping {
    let seconds: Int

    /// Fails a test whose body took longer, and ends the run where it does not come back at all.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
    ) async throws {
        let name = test.displayName ?? test.name
        let seconds = seconds
        let watch = DispatchWorkItem {
            fatalError("\"\(name)\" has not come back within \(seconds) seconds")
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: watch)
        defer { watch.cancel() }
        try await body()
    }
}

extension Trait where Self == HangLimit {
    /// The most that a test's body may take; for bodies that do not wait for other tasks.
    public static func comesBack(within seconds: Int) -> Self { HangLimit(seconds: seconds) }
}
