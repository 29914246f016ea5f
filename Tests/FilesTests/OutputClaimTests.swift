// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Support
import Testing

@testable import Files

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

    @Test("what several runs make alike is claimed by one, and the others are told so")
    func unlessTaken() throws {
        let place = scratch.path("kept")
        let first = try OutputClaim.unlessTaken(place)
        #expect(first != nil)
        #expect(try OutputClaim.unlessTaken(place) == nil)
        withExtendedLifetime(first) {}
    }

    @Test("a folder is swept of what dead runs left, and of nothing else")
    func swept() throws {
        _ = try scratch.text(".steppe-old.lock", "process 1 on nowhere\n")
        try FileManager.default.createDirectory(
            atPath: scratch.path(".steppe-1-2"), withIntermediateDirectories: true)
        _ = try scratch.text(".steppe-1-2/half.tif", "half")
        _ = try scratch.text(".steppe-notes", "a user's own")
        let live = try OutputClaim(on: scratch.path("out"))
        let filling = try HiddenFolder(in: scratch.folder, for: "a.tif")
        HiddenFolder.sweep(scratch.folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder).sorted()
        let hidden = URL(fileURLWithPath: filling.path).lastPathComponent
        #expect(names == [".steppe-notes", ".steppe-out.lock", hidden].sorted())
        withExtendedLifetime(live) {}
    }
}
