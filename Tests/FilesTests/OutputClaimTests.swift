// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Files
import Foundation
import Support
import Testing

@Suite struct OutputClaimTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    @Test("an output that is claimed cannot be claimed again until the claim ends")
    func claimed() throws {
        let output = scratch.path("out")
        var first: OutputClaim? = try OutputClaim(on: output)
        #expect {
            _ = try OutputClaim(on: scratch.path("./out"))
        } throws: { error in
            let error = error as? WriteError
            return error?.failureKind == .tryAgain
                && error?.message.contains("process \(getpid())") == true
        }
        #expect(first != nil)
        first = nil
        _ = try OutputClaim(on: output)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder).isEmpty)
    }

    @Test("what a dead run left is taken over")
    func stale() throws {
        _ = try scratch.text(".steppe-out.lock", "process 1 on nowhere\n")
        _ = try OutputClaim(on: scratch.path("out"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder).isEmpty)
    }
}
