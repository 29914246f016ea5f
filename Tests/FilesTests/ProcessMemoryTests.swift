// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Files

@Suite struct ProcessMemoryTests {
    @Test("what this program has in memory grows with what it writes to, and another's is told too")
    func resident() throws {
        let before = try #require(ProcessMemory.resident())
        let bytes = [UInt8](repeating: 1, count: 200 << 20)
        let after = try #require(ProcessMemory.resident())
        #expect(after - before > 100 << 20, "\(bytes.count)")
        #expect(try #require(ProcessMemory.resident(of: getppid())) > 0)
    }

    @Test("of a program that is not there nothing is known")
    func nobody() { #expect(ProcessMemory.resident(of: -1) == nil) }
}
