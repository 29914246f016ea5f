// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CCounting

/// Counts byte codes 32 at a time, those that were frequent of late first.
///
/// A bundle of pointers for the same reason as ``ZoneAccount``; its worker frees it with
/// ``deallocate()``.
struct ClassCounter {
    /// How many bytes beyond those to be counted must be readable.
    static let overread = 32

    /// All codes, those frequent of late in front.
    private let classes: UnsafeMutablePointer<UInt8>
    /// How many of ``classes`` were met of late, at most.
    private let met: UnsafeMutablePointer<Int>
    private let counts: UnsafeMutablePointer<UInt32>
    /// How often each code was met, fading.
    private let totals: UnsafeMutablePointer<Int>

    init() {
        classes = .allocate(capacity: 256)
        met = .allocate(capacity: 1)
        counts = .allocate(capacity: 256)
        totals = .allocate(capacity: 256)
        for code in 0..<256 { (classes + code).initialize(to: UInt8(code)) }
        met.initialize(to: 0)
        counts.initialize(repeating: 0, count: 256)
        totals.initialize(repeating: 0, count: 256)
    }

    func deallocate() {
        classes.deallocate()
        met.deallocate()
        counts.deallocate()
        totals.deallocate()
    }

    /// Calls `body` with each code that the bytes have.
    @inline(__always)
    func count(
        _ bytes: UnsafePointer<UInt8>, _ length: Int,
        _ body: (_ code: Int, _ pixels: UInt64) -> Void
    ) {
        steppe_count_classes(bytes, length, classes, counts)
        var left = length
        var i = 0
        while left > 0 {
            let found = Int(counts[i])
            if found != 0 {
                let code = Int(classes[i])
                body(code, UInt64(found))
                totals[code] &+= found
                counts[i] = 0
                left -= found
            }
            i += 1
        }
        if i > met.pointee { met.pointee = i }
    }

    /// Puts the codes that were frequent of late in front.
    func settle() {
        var front = UnsafeMutableBufferPointer(start: classes, count: met.pointee)
        front.sort { totals[Int($0)] > totals[Int($1)] }
        for code in front { totals[Int(code)] >>= 1 }
        while met.pointee > 0 && totals[Int(classes[met.pointee - 1])] == 0 { met.pointee -= 1 }
    }
}
