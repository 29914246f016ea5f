// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CCounting

/// One zone's areas by byte code, on one worker, while whole pixels still fit 64 bits.
final class ByteAccount {
    /// Whole pixels by code, and their area.
    private let pixels: UnsafeMutablePointer<UInt64>
    private let areas: UnsafeMutablePointer<UInt64>
    private let amounts: UnsafeMutablePointer<Amount>
    /// How many more pixels may be added before the areas might not fit.
    private var room: Int
    private let roomWhenEmpty: Int

    init(largestArea: Int64) {
        pixels = .allocate(capacity: 256)
        areas = .allocate(capacity: 256)
        amounts = .allocate(capacity: 256)
        pixels.initialize(repeating: 0, count: 256)
        areas.initialize(repeating: 0, count: 256)
        amounts.initialize(repeating: Amount(), count: 256)
        roomWhenEmpty = Int(UInt64.max >> 1) / max(1, Int(largestArea))
        room = roomWhenEmpty
    }

    /// Adds pixels that the zone covers in part, all alike.
    func add(_ bytes: UnsafePointer<UInt8>, count: Int, coverage: Int, area: Int64) {
        let weight = Int128(coverage) * Int128(area)
        for i in 0..<count {
            amounts[Int(bytes[i])].coverage += Int128(coverage)
            amounts[Int(bytes[i])].weight += weight
        }
    }

    /// Adds pixels that the zone covers in part, each with an area of its own.
    func add(_ bytes: UnsafePointer<UInt8>, areas: UnsafePointer<Int64>, count: Int, coverage: Int)
    {
        for i in 0..<count {
            amounts[Int(bytes[i])].coverage += Int128(coverage)
            amounts[Int(bytes[i])].weight += Int128(coverage) * Int128(areas[i])
        }
    }

    /// Adds whole pixels of one area.
    func addWhole(_ bytes: UnsafePointer<UInt8>, count: Int, area: Int64, classes: ClassCounter) {
        guard count <= roomWhenEmpty else {
            for start in stride(from: 0, to: count, by: roomWhenEmpty) {
                let part = min(roomWhenEmpty, count - start)
                addWhole(bytes + start, count: part, area: area, classes: classes)
            }
            return
        }
        reserve(count)
        let area = UInt64(area)
        let wide = count & ~31
        if wide >= 32 {
            classes.count(bytes, wide) { code, found in
                pixels[code] += UInt64(found)
                areas[code] += UInt64(found) &* area
            }
        }
        for i in wide..<count {
            pixels[Int(bytes[i])] += 1
            areas[Int(bytes[i])] += area
        }
    }

    /// Adds whole pixels, each with an area of its own.
    func addWhole(
        _ bytes: UnsafePointer<UInt8>, areas each: UnsafePointer<Int64>, count: Int
    ) {
        guard count <= roomWhenEmpty else {
            for start in stride(from: 0, to: count, by: roomWhenEmpty) {
                let part = min(roomWhenEmpty, count - start)
                addWhole(bytes + start, areas: each + start, count: part)
            }
            return
        }
        reserve(count)
        for i in 0..<count {
            pixels[Int(bytes[i])] += 1
            areas[Int(bytes[i])] += UInt64(each[i])
        }
    }

    private func reserve(_ count: Int) {
        room -= count
        if room < 0 {
            settle()
            room = roomWhenEmpty - count
        }
    }

    /// Carries whole pixels over to the 128-bit amounts.
    private func settle() {
        for code in 0..<256 where pixels[code] != 0 {
            amounts[code].coverage += Int128(pixels[code]) * Int128(Subpixel.wholePixel)
            amounts[code].weight += Int128(areas[code]) * Int128(Subpixel.wholePixel)
            pixels[code] = 0
            areas[code] = 0
        }
    }

    /// Everything added so far, by code.
    func forEachAmount(_ body: (Int, Amount) -> Void) {
        settle()
        for code in 0..<256 where amounts[code] != Amount() { body(code, amounts[code]) }
    }

    deinit {
        pixels.deallocate()
        areas.deallocate()
        amounts.deallocate()
    }
}

/// Counts byte codes 32 at a time, most frequent codes first.
final class ClassCounter {
    private var classes: [UInt8] = []
    private var counts = [UInt32](repeating: 0, count: 256)
    private var totals = [Int](repeating: 0, count: 256)
    private var isKnown = [Bool](repeating: false, count: 256)

    /// Calls `body` with each code among the bytes and how often it is there.
    ///
    /// - Precondition: `length` is a multiple of 32.
    func count(_ bytes: UnsafePointer<UInt8>, _ length: Int, _ body: (Int, UInt32) -> Void) {
        while true {
            let found = classes.withUnsafeBufferPointer { list -> Int in
                guard let first = list.baseAddress else { return 0 }
                return counts.withUnsafeMutableBufferPointer { counts in
                    guard let slots = counts.baseAddress else { return 0 }
                    return steppe_count_classes(bytes, length, first, list.count, slots)
                }
            }
            if found == length { break }
            for i in classes.indices { counts[i] = 0 }
            learn(bytes, length)
        }
        for i in classes.indices where counts[i] != 0 {
            body(Int(classes[i]), counts[i])
            totals[Int(classes[i])] += Int(counts[i])
            counts[i] = 0
        }
    }

    /// Puts the codes that were frequent of late in front.
    func settle() {
        classes.sort { totals[Int($0)] > totals[Int($1)] }
        for code in totals.indices { totals[code] >>= 1 }
    }

    private func learn(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        for i in 0..<length where !isKnown[Int(bytes[i])] {
            isKnown[Int(bytes[i])] = true
            classes.append(bytes[i])
        }
    }
}

/// One zone's amounts by a worker's own numbers for combinations of codes.
struct NumberedAccount {
    private(set) var amounts: [Amount] = []

    /// Makes room for so many combinations.
    mutating func reserve(_ count: Int) {
        while amounts.count < count { amounts.append(Amount()) }
    }

    /// Adds whole or partly covered pixels of one area.
    mutating func add(
        _ numbers: UnsafePointer<Int32>, values: UnsafePointer<Int>?, count: Int, coverage: Int,
        area: Int64, scratch: inout RunCounts
    ) {
        scratch.reserve(amounts.count)
        let weight = Int128(coverage) * Int128(area)
        var start = 0
        while start < count {
            let length = min(RunCounts.longest, count - start)
            scratch.count(numbers + start, values: values.map { $0 + start }, length)
            start += length
            drain(&scratch, weight, coverage)
        }
    }

    private mutating func drain(_ scratch: inout RunCounts, _ weight: Int128, _ coverage: Int) {
        scratch.drain { number, pixels, valued, sum in
            amounts[number].coverage += Int128(coverage) * Int128(pixels)
            amounts[number].weight += weight * Int128(pixels)
            if valued != 0 {
                amounts[number].valued += weight * Int128(valued)
                amounts[number].sum.add(weight, times: sum)
            }
        }
    }

    /// Adds whole or partly covered pixels, each with an area of its own.
    mutating func add(
        _ numbers: UnsafePointer<Int32>, values: UnsafePointer<Int>?,
        areas: UnsafePointer<Int64>, count: Int, coverage: Int
    ) {
        for i in 0..<count {
            let number = Int(numbers[i])
            let weight = Int128(coverage) * Int128(areas[i])
            amounts[number].coverage += Int128(coverage)
            amounts[number].weight += weight
            if let values, values[i] != RunCounts.noValue {
                amounts[number].valued += weight
                amounts[number].sum.add(weight, times: values[i])
            }
        }
    }
}

/// Counts and sums of one run by combination, to be weighed once.
struct RunCounts {
    /// Marks a pixel without a value.
    static let noValue = Int.min
    /// So many values of the largest size fit 64 bits together.
    static let longest = 256

    private struct Entry {
        var pixels = 0
        var valued = 0
        var sum = 0
    }
    private var entries: [Entry] = []
    private var touched: [Int32] = []

    mutating func reserve(_ count: Int) {
        while entries.count < count { entries.append(Entry()) }
    }

    mutating func count(
        _ numbers: UnsafePointer<Int32>, values: UnsafePointer<Int>?, _ count: Int
    ) {
        for i in 0..<count {
            let number = Int(numbers[i])
            if entries[number].pixels == 0 { touched.append(numbers[i]) }
            entries[number].pixels += 1
            if let values, values[i] != Self.noValue {
                entries[number].valued += 1
                entries[number].sum += values[i]
            }
        }
    }

    mutating func drain(_ body: (Int, Int, Int, Int) -> Void) {
        for number in touched {
            let entry = entries[Int(number)]
            body(Int(number), entry.pixels, entry.valued, entry.sum)
            entries[Int(number)] = Entry()
        }
        touched.removeAll(keepingCapacity: true)
    }
}
