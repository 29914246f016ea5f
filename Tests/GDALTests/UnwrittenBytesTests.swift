// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GDAL

@Suite("UnwrittenBytes: a file that the disk does not take, as its driver sees it")
struct UnwrittenBytesTests {
    /// Reads so many bytes, of which the disk gives the first few.
    private func read(_ file: UnwrittenBytes, _ count: Int, at start: Int, disk: [UInt8] = [])
        -> [UInt8]
    {
        var bytes = [UInt8](repeating: 0xEE, count: count)
        bytes.replaceSubrange(0..<disk.count, with: disk)
        let found = bytes.withUnsafeMutableBytes { file.lay(over: $0, at: start, read: disk.count) }
        return Array(bytes[..<found])
    }

    private func keep(_ file: UnwrittenBytes, _ bytes: [UInt8], at start: Int) {
        bytes.withUnsafeBytes { file.keep($0, at: start) }
    }

    @Test("what was written lies over what the disk holds, and a gap reads as zeros")
    func overlay() {
        let file = UnwrittenBytes(after: 4)
        keep(file, [7, 8], at: 1)
        keep(file, [9], at: 6)
        #expect(read(file, 10, at: 0, disk: [1, 2, 3, 4]) == [1, 7, 8, 4, 0, 0, 9])
        #expect(file.end == 7)
    }

    @Test("a run of bytes across pages comes back whole")
    func pages() {
        let file = UnwrittenBytes(after: 0)
        let bytes = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 / 3) }
        keep(file, bytes, at: 12_345)
        #expect(read(file, 50_000, at: 12_345) == bytes)
    }

    @Test("what is beyond its room is dropped, and reads end before it")
    func room() {
        let file = UnwrittenBytes(after: 0, room: 1 << 14)
        keep(file, [UInt8](repeating: 5, count: 20_000), at: 0)
        #expect(file.isFull)
        #expect(read(file, 20_000, at: 0).count == 1 << 14)
    }

    @Test("what was cut off is gone, from memory and from the disk")
    func cut() {
        let file = UnwrittenBytes(after: 4)
        keep(file, [5, 6], at: 4)
        file.cut(to: 2)
        #expect(read(file, 6, at: 0, disk: [1, 2, 3, 4]) == [1, 2])
        file.cut(to: 6)
        #expect(read(file, 6, at: 0, disk: [1, 2, 3, 4]) == [1, 2, 0, 0, 0, 0])
    }
}
