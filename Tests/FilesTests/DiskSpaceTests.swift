// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Files
import Testing

@Suite struct DiskSpaceTests {
    @Test("a folder that is still to be made is on its parent's disk")
    func parents() throws {
        #expect(try #require(DiskSpace.free(at: "/dev/shm/a/b/c")) > 0)
        #expect(DiskSpace.free(at: "/proc/a/b") == 0)
        #expect(try #require(DiskSpace.free(at: "not/there/yet")) > 0)
    }

    @Test("what does not fit is refused with what is needed and what is there")
    func refusal() throws {
        #expect {
            try DiskSpace.require(1 << 60, at: "out")
        } throws: {
            "\($0)".contains("about 1152921504607 MB are needed on its disk, and ")
                && ($0 as? WriteError)?.failureKind == .cannotCreate
        }
        try DiskSpace.require(1, at: "out")
    }
}
