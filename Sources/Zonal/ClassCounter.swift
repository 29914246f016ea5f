// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CCounting

/// Counts byte codes 32 at a time, those that were frequent of late first.
///
/// A bundle of pointers for the same reason as ``ZoneAccount``; its worker frees it with
/// ``deallocate()``.
struct ClassCounter {
    /// All codes, those frequent of late in front.
    private let classes: UnsafeMutablePointer<UInt8>
    /// How often each of ``classes`` was met since they were put in order.
    private let seen: UnsafeMutablePointer<UInt32>
    /// How many of ``classes`` were looked for since then.
    private let reach: UnsafeMutablePointer<Int>
    /// How often each code was met, fading.
    private let totals: UnsafeMutablePointer<Int>
    private let scratch: UnsafeMutablePointer<UInt64>

    init() {
        classes = .allocate(capacity: 256)
        seen = .allocate(capacity: 256)
        reach = .allocate(capacity: 1)
        totals = .allocate(capacity: 256)
        for code in 0..<256 { (classes + code).initialize(to: UInt8(code)) }
        seen.initialize(repeating: 0, count: 256)
        reach.initialize(to: 0)
        totals.initialize(repeating: 0, count: 256)
        scratch = .allocate(capacity: 4 * 256)
        scratch.initialize(repeating: 0, count: 4 * 256)
    }

    func deallocate() {
        classes.deallocate()
        seen.deallocate()
        reach.deallocate()
        totals.deallocate()
        scratch.deallocate()
    }

    /// Adds bytes of one area to the totals of their codes.
    @inline(__always)
    func add(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, area: UInt64,
        to whole: UnsafeMutablePointer<steppe_total>
    ) {
        let looked = steppe_add_classes(bytes, count, classes, seen, area, whole)
        if looked > reach.pointee { reach.pointee = looked }
    }

    /// Adds bytes, each with an area of its own, to the totals of their codes.
    @inline(__always)
    func add(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, areas: UnsafePointer<Int64>,
        to whole: UnsafeMutablePointer<steppe_total>
    ) {
        let looked = steppe_add_classes_apart(
            bytes, count, classes, seen, areas, whole, scratch)
        if looked > reach.pointee { reach.pointee = looked }
    }

    /// Puts the codes that were frequent of late in front.
    func settle() {
        for place in 0..<reach.pointee {
            let code = Int(classes[place])
            totals[code] = totals[code] >> 1 + Int(seen[place])
            seen[place] = 0
        }
        var front = UnsafeMutableBufferPointer(start: classes, count: reach.pointee)
        front.sort { totals[Int($0)] > totals[Int($1)] }
        reach.pointee = 0
    }
}
