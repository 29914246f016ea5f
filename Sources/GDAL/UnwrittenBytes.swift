// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What a file would hold from its first refused write on, in memory: so that a driver reads what it
/// wrote, and does not stumble over a file that ends where it cannot.
///
/// It takes so many bytes; what comes after is dropped, and to who reads the file ends before it.
final class UnwrittenBytes {
    /// Where the file would end.
    private(set) var end: Int
    /// Whether bytes were dropped.
    var isFull: Bool { firstDropped < .max }
    private var firstDropped = Int.max
    /// Bytes that are kept at most.
    private let room: Int
    /// Where what the disk holds ends to count.
    private var stored: Int
    private var pages: [Int: Page] = [:]

    private final class Page {
        var bytes = [UInt8](repeating: 0, count: UnwrittenBytes.pageSize)
        var isKept = [Bool](repeating: false, count: UnwrittenBytes.pageSize)
    }

    private static let pageSize = 1 << 14

    /// Nothing is kept yet.
    ///
    /// - Parameters:
    ///   - size: Where the file on the disk ends.
    ///   - room: Bytes that are kept at most.
    init(after size: Int, room: Int = 1 << 26) {
        end = size
        stored = size
        self.room = room
    }

    /// Keeps bytes, or drops them where there is no room.
    func keep(_ bytes: UnsafeRawBufferPointer, at start: Int) {
        Self.forParts(of: start, bytes.count) { number, first, place, count in
            guard pages[number] != nil || (pages.count + 1) * Self.pageSize <= room else {
                firstDropped = min(firstDropped, start + place)
                return
            }
            let page = pages[number] ?? Page()
            pages[number] = page
            for index in 0..<count {
                page.bytes[first + index] = bytes[place + index]
                page.isKept[first + index] = true
            }
        }
        end = max(end, start + bytes.count)
    }

    /// Lays what is kept over bytes that were read from the disk; gaps are zeros, as in any file.
    ///
    /// - Parameters:
    ///   - bytes: What is wanted.
    ///   - start: Where it begins in the file.
    ///   - count: How many of them the disk had.
    /// - Returns: How many there are now.
    func lay(over bytes: UnsafeMutableRawBufferPointer, at start: Int, read count: Int) -> Int {
        let stop = min(bytes.count, max(0, min(end, firstDropped) - start))
        for index in min(count, max(0, stored - start), stop)..<stop { bytes[index] = 0 }
        Self.forParts(of: start, stop) { number, first, place, count in
            guard let page = pages[number] else { return }
            for index in 0..<count where page.isKept[first + index] {
                bytes[place + index] = page.bytes[first + index]
            }
        }
        return stop
    }

    /// Cuts the file, or lengthens it by zeros.
    func cut(to size: Int) {
        for (number, page) in pages {
            let first = max(0, size - number * Self.pageSize)
            for index in min(first, Self.pageSize)..<Self.pageSize { page.isKept[index] = false }
        }
        stored = min(stored, size)
        end = size
    }

    /// Splits a run of bytes by pages: the page, where the part begins in it and in the run, and its
    /// length.
    private static func forParts(
        of start: Int, _ count: Int,
        _ body: (_ page: Int, _ first: Int, _ place: Int, _ count: Int) -> Void
    ) {
        var done = 0
        while done < count {
            let (page, first) = (start + done).quotientAndRemainder(dividingBy: pageSize)
            let part = min(pageSize - first, count - done)
            body(page, first, done, part)
            done += part
        }
    }
}
