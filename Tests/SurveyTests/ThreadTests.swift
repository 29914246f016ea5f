// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Synchronization
import Testing

@testable import Survey

@Suite("Work in threads")
struct ThreadTests {
    private struct Failed: Error, Equatable { let place: Int }

    @Test("keeps the order of its places, and tells progress up to the end", arguments: [1, 2, 5])
    func order(jobs: Int) throws {
        let told = Mutex<[Double]>([])
        let found = try inThreads(
            40, jobs: jobs, progress: { share in told.withLock { $0.append(share) } }
        ) { $0 * $0 }
        #expect(found == (0..<40).map { $0 * $0 })
        let shares = told.withLock(\.self)
        #expect(shares.count == 40 && shares == shares.sorted() && shares.last == 1)
    }

    @Test("fails with the first place that fails, and begins no more then", arguments: [1, 3])
    func failure(jobs: Int) {
        let begun = Mutex(0)
        #expect(throws: Failed(place: 5)) {
            try inThreads(1000, jobs: jobs, progress: { _ in }) { place in
                begun.withLock { $0 += 1 }
                if place >= 5 { throw Failed(place: place) }
            }
        }
        #expect(begun.withLock(\.self) < 20)
    }

    @Test("none is done where there is none")
    func nothing() throws {
        #expect(try inThreads(0, jobs: 4, progress: { _ in }) { $0 }.isEmpty)
    }
}
