// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CCounting

/// One zone's areas by byte code, on one worker, while whole pixels still fit 64 bits.
///
/// A bundle of pointers, so that the innermost loop meets no reference count and no check of
/// exclusive access; its worker frees it with ``deallocate()``.
struct ByteAccount {
    private struct Portion {
        var coverage: Int128 = 0
        var weight: Int128 = 0
    }

    /// Whole pixels by code, and their area.
    private let pixels: UnsafeMutablePointer<UInt64>
    private let areas: UnsafeMutablePointer<UInt64>
    private let portions: UnsafeMutablePointer<Portion>
    /// How many more pixels may be added before the areas might not fit.
    private let room: UnsafeMutablePointer<Int>
    private let roomWhenEmpty: Int

    init(largestArea: Int64) {
        pixels = .allocate(capacity: 256)
        areas = .allocate(capacity: 256)
        portions = .allocate(capacity: 256)
        room = .allocate(capacity: 1)
        pixels.initialize(repeating: 0, count: 256)
        areas.initialize(repeating: 0, count: 256)
        portions.initialize(repeating: Portion(), count: 256)
        roomWhenEmpty = Int(UInt64.max >> 1) / max(1, Int(largestArea))
        room.initialize(to: roomWhenEmpty)
    }

    func deallocate() {
        pixels.deallocate()
        areas.deallocate()
        portions.deallocate()
        room.deallocate()
    }

    /// Adds pixels that the zone covers in part, all alike.
    func add(_ bytes: UnsafePointer<UInt8>, count: Int, coverage: Int, area: Int64) {
        let weight = Int128(coverage) * Int128(area)
        for i in 0..<count {
            portions[Int(bytes[i])].coverage += Int128(coverage)
            portions[Int(bytes[i])].weight += weight
        }
    }

    /// Adds pixels that the zone covers in part, each with an area of its own.
    func add(
        _ bytes: UnsafePointer<UInt8>, areas: UnsafePointer<Int64>, count: Int, coverage: Int
    ) {
        for i in 0..<count {
            portions[Int(bytes[i])].coverage += Int128(coverage)
            portions[Int(bytes[i])].weight += Int128(coverage) * Int128(areas[i])
        }
    }

    /// Adds whole pixels of one area.
    func addWhole(_ bytes: UnsafePointer<UInt8>, count: Int, area: Int64, classes: ClassCounter) {
        guard reserve(count) else {
            return inParts(count) { start, part in
                addWhole(bytes + start, count: part, area: area, classes: classes)
            }
        }
        let area = UInt64(area)
        // Below two vectors' length, looking each byte up is quicker than comparing.
        let wide = count < 64 ? 0 : count & ~31
        if wide > 0 { classes.count(bytes, wide, area: area, pixels: pixels, areas: areas) }
        for i in wide..<count {
            pixels[Int(bytes[i])] &+= 1
            areas[Int(bytes[i])] &+= area
        }
    }

    /// Adds whole pixels, each with an area of its own.
    func addWhole(
        _ bytes: UnsafePointer<UInt8>, areas each: UnsafePointer<Int64>, count: Int
    ) {
        guard reserve(count) else {
            return inParts(count) { start, part in
                addWhole(bytes + start, areas: each + start, count: part)
            }
        }
        for i in 0..<count {
            pixels[Int(bytes[i])] &+= 1
            areas[Int(bytes[i])] &+= UInt64(each[i])
        }
    }

    /// Makes sure that so many pixels fit; false where they never do at once.
    private func reserve(_ count: Int) -> Bool {
        room.pointee -= count
        if room.pointee >= 0 { return true }
        settle()
        guard count <= roomWhenEmpty else {
            room.pointee = roomWhenEmpty
            return false
        }
        room.pointee = roomWhenEmpty - count
        return true
    }

    private func inParts(_ count: Int, _ body: (Int, Int) -> Void) {
        for start in stride(from: 0, to: count, by: roomWhenEmpty) {
            body(start, min(roomWhenEmpty, count - start))
        }
    }

    /// Carries whole pixels over to the 128-bit portions.
    private func settle() {
        for code in 0..<256 where pixels[code] != 0 {
            portions[code].coverage += Int128(pixels[code]) * Int128(Subpixel.wholePixel)
            portions[code].weight += Int128(areas[code]) * Int128(Subpixel.wholePixel)
            pixels[code] = 0
            areas[code] = 0
        }
    }

    /// Everything added so far, by code.
    func forEachAmount(_ body: (Int, Amount) -> Void) {
        settle()
        for code in 0..<256 {
            var amount = Amount()
            amount.coverage = portions[code].coverage
            amount.weight = portions[code].weight
            if amount != Amount() { body(code, amount) }
        }
    }
}

/// Counts byte codes 32 at a time, those that were frequent of late first.
///
/// A bundle of pointers for the same reason; its worker frees it with ``deallocate()``.
struct ClassCounter {
    private let classes: UnsafeMutablePointer<UInt8>
    private let classCount: UnsafeMutablePointer<Int>
    private let counts: UnsafeMutablePointer<UInt32>
    /// How often each code was met, fading.
    private let totals: UnsafeMutablePointer<Int>

    init() {
        classes = .allocate(capacity: 256)
        classCount = .allocate(capacity: 1)
        counts = .allocate(capacity: 256)
        totals = .allocate(capacity: 256)
        classes.initialize(repeating: 0, count: 256)
        classCount.initialize(to: 0)
        counts.initialize(repeating: 0, count: 256)
        totals.initialize(repeating: 0, count: 256)
    }

    func deallocate() {
        classes.deallocate()
        classCount.deallocate()
        counts.deallocate()
        totals.deallocate()
    }

    /// Adds pixels and areas by code.
    ///
    /// - Precondition: `length` is a multiple of 32.
    @inline(__always)
    func count(
        _ bytes: UnsafePointer<UInt8>, _ length: Int, area: UInt64,
        pixels: UnsafeMutablePointer<UInt64>, areas: UnsafeMutablePointer<UInt64>
    ) {
        while steppe_count_classes(bytes, length, classes, classCount.pointee, counts) != length {
            counts.update(repeating: 0, count: classCount.pointee)
            learn(bytes, length)
        }
        var left = length
        var i = 0
        while left > 0 {
            let found = counts[i]
            if found != 0 {
                let code = Int(classes[i])
                pixels[code] &+= UInt64(found)
                areas[code] &+= UInt64(found) &* area
                totals[code] &+= Int(found)
                counts[i] = 0
                left -= Int(found)
            }
            i += 1
        }
    }

    /// Puts the codes that were frequent of late in front.
    func settle() {
        var known = UnsafeMutableBufferPointer(start: classes, count: classCount.pointee)
        known.sort { totals[Int($0)] > totals[Int($1)] }
        for code in 0..<256 { totals[code] >>= 1 }
    }

    private func learn(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        var isKnown = [Bool](repeating: false, count: 256)
        for i in 0..<classCount.pointee { isKnown[Int(classes[i])] = true }
        for i in 0..<length where !isKnown[Int(bytes[i])] {
            isKnown[Int(bytes[i])] = true
            classes[classCount.pointee] = bytes[i]
            classCount.pointee += 1
        }
    }
}
