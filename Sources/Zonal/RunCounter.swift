// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CCounting

/// Counts the numbers of one run of pixels, and adds up their values.
///
/// Four tables take turns, so that a pixel need not wait for the one before it of the same number.
/// A bundle of pointers for the same reason as ``ZoneAccount``; its worker frees it with
/// ``deallocate()``.
struct RunCounter {
    /// Marks a pixel without a value.
    static let noValue = Int.min
    /// So many values of the largest size fit 64 bits together.
    private let longest: Int
    private let largestValue: Int

    /// What was found of one number.
    struct Found {
        let number: Int
        let pixels: Int
        /// The pixels that have a value, and the values' sum.
        let valued: Int
        let sum: Int
    }

    /// What was found of one number where each pixel has an area of its own.
    struct FoundAreas {
        let number: Int
        let pixels: Int
        let area: Int
        /// The area of the pixels that have a value, and the sum of areas times values.
        let valued: Int
        let sum: Int
    }

    /// By number and turn: pixels in the lower half, those with a value in the upper.
    private let counts: UnsafeMutablePointer<SIMD4<UInt64>>
    private let sums: UnsafeMutablePointer<SIMD4<Int>>
    /// By number and turn: pixels, their area, the area that has values, areas times values.
    private let areaSums: UnsafeMutablePointer<SIMD4<Int>>
    private let capacity: Int
    /// How many numbers are in use.
    private var known = 0

    /// - Parameter largestValue: No value's magnitude exceeds it; 0 where there are no values.
    init(largestValue: Int) { self.init(capacity: 256, largestValue: largestValue) }

    private init(capacity: Int, largestValue: Int) {
        self.capacity = capacity
        self.largestValue = largestValue
        longest = min(1 << 30, Int.max / max(1, largestValue))
        areaSums = .allocate(capacity: 4 * capacity)
        areaSums.initialize(repeating: .zero, count: 4 * capacity)
        counts = .allocate(capacity: capacity)
        counts.initialize(repeating: .zero, count: capacity)
        sums = .allocate(capacity: capacity)
        sums.initialize(repeating: .zero, count: capacity)
    }

    func deallocate() {
        counts.deallocate()
        sums.deallocate()
        areaSums.deallocate()
    }

    /// Makes place for numbers below `count`.
    mutating func reserve(_ count: Int) {
        if count > capacity {
            deallocate()
            self = RunCounter(capacity: max(count, 2 * capacity), largestValue: largestValue)
        }
        known = count
    }

    /// Calls `body` with each number that the pixels have, once in every ``longest`` of them.
    @inline(__always)
    func count(
        _ numbers: UnsafePointer<Int32>, values: PixelValues?, _ count: Int, _ body: (Found) -> Void
    ) {
        // Four turns, each with as many pixels as fit.
        let longest = values?.packed == nil ? longest : 4 * steppe_packed_most
        var start = 0
        while start < count {
            let length = min(longest, count - start)
            if let packed = values?.packed {
                add(numbers + start, packed: packed + start, length)
                forEach(numbers + start, length) { drainPacked($0, body) }
            } else {
                if let values {
                    add(numbers + start, values.plain + start, length)
                } else {
                    add(numbers + start, length)
                }
                forEach(numbers + start, length) { drain($0, body) }
            }
            start += length
        }
    }

    /// Calls `body` with each of some numbers; maybe several times, and with others too.
    ///
    /// Few pixels of many numbers: looks where they are, not through all numbers.
    @inline(__always)
    private func forEach(_ numbers: UnsafePointer<Int32>, _ count: Int, _ body: (Int) -> Void) {
        if count < known {
            for i in 0..<count { body(Int(numbers[i])) }
        } else {
            for number in 0..<known { body(number) }
        }
    }

    private func add(
        _ numbers: UnsafePointer<Int32>, packed: UnsafePointer<UInt64>, _ count: Int
    ) {
        let counts = UnsafeMutableRawPointer(counts).assumingMemoryBound(to: UInt64.self)
        var i = 0
        while i + 4 <= count {
            counts[Int(numbers[i]) << 2] &+= packed[i]
            counts[Int(numbers[i + 1]) << 2 | 1] &+= packed[i + 1]
            counts[Int(numbers[i + 2]) << 2 | 2] &+= packed[i + 2]
            counts[Int(numbers[i + 3]) << 2 | 3] &+= packed[i + 3]
            i += 4
        }
        // The last ones take turns too: no turn has more than fit.
        for i in i..<count { counts[Int(numbers[i]) << 2 | i & 3] &+= packed[i] }
    }

    private func add(_ numbers: UnsafePointer<Int32>, _ count: Int) {
        let counts = UnsafeMutableRawPointer(counts).assumingMemoryBound(to: UInt64.self)
        var i = 0
        while i + 4 <= count {
            counts[Int(numbers[i]) << 2] &+= 1
            counts[Int(numbers[i + 1]) << 2 | 1] &+= 1
            counts[Int(numbers[i + 2]) << 2 | 2] &+= 1
            counts[Int(numbers[i + 3]) << 2 | 3] &+= 1
            i += 4
        }
        for i in i..<count { counts[Int(numbers[i]) << 2] &+= 1 }
    }

    private func add(
        _ numbers: UnsafePointer<Int32>, _ values: UnsafePointer<Int>, _ count: Int
    ) {
        let counts = UnsafeMutableRawPointer(counts).assumingMemoryBound(to: UInt64.self)
        let sums = UnsafeMutableRawPointer(sums).assumingMemoryBound(to: Int.self)
        @inline(__always) func add(_ i: Int, turn: Int) {
            let place = Int(numbers[i]) << 2 | turn
            let value = values[i]
            let isValued = value != Self.noValue
            counts[place] &+= isValued ? 1 << 32 | 1 : 1
            sums[place] &+= isValued ? value : 0
        }
        var i = 0
        while i + 4 <= count {
            add(i, turn: 0)
            add(i + 1, turn: 1)
            add(i + 2, turn: 2)
            add(i + 3, turn: 3)
            i += 4
        }
        for i in i..<count { add(i, turn: 0) }
    }

    /// How many pixels ``count(_:values:areas:_:upTo:_:)`` may take at a time, as areas times values
    /// must fit 64 bits together.
    func longestRun(areas: UnsafePointer<Int64>, _ count: Int) -> Int {
        var largest: Int64 = 1
        for i in 0..<count { largest = max(largest, areas[i]) }
        return largestValue == 0 ? count : Int.max / largestValue / Int(largest)
    }

    /// Calls `body` with each number that the pixels have, where each pixel has an area of its own.
    ///
    /// - Precondition: The areas fit 64 bits together.
    @inline(__always)
    func count(
        _ numbers: UnsafePointer<some FixedWidthInteger>, values: UnsafePointer<Int>?,
        areas: UnsafePointer<Int64>, _ count: Int, upTo longest: Int, _ body: (FoundAreas) -> Void
    ) {
        var start = 0
        while start < count {
            let end = min(start + longest, count)
            for i in start..<end {
                let place = Int(numbers[i]) << 2 | i & 3
                let area = Int(areas[i])
                if let values {
                    let value = values[i]
                    let isValued = value != Self.noValue
                    areaSums[place] &+= SIMD4(
                        1, area, isValued ? area : 0, isValued ? area &* value : 0)
                } else {
                    areaSums[place] &+= SIMD4(1, area, 0, 0)
                }
            }
            if end - start < known {
                for i in start..<end { drainAreas(Int(numbers[i]), body) }
            } else {
                for number in 0..<known { drainAreas(number, body) }
            }
            start = end
        }
    }

    @inline(__always)
    private func drainAreas(_ number: Int, _ body: (FoundAreas) -> Void) {
        let turns = areaSums + number << 2
        let sums = turns[0] &+ turns[1] &+ turns[2] &+ turns[3]
        guard sums.x != 0 else { return }
        body(FoundAreas(number: number, pixels: sums.x, area: sums.y, valued: sums.z, sum: sums.w))
        turns.update(repeating: .zero, count: 4)
    }

    @inline(__always)
    private func drain(_ number: Int, _ body: (Found) -> Void) {
        let count = counts[number].wrappedSum()
        guard count != 0 else { return }
        let valued = Int(count >> 32)
        let sum = valued == 0 ? 0 : sums[number].wrappedSum()
        body(Found(number: number, pixels: Int(count & 0xffff_ffff), valued: valued, sum: sum))
        counts[number] = .zero
        if valued != 0 { sums[number] = .zero }
    }

    @inline(__always)
    private func drainPacked(_ number: Int, _ body: (Found) -> Void) {
        let turns = counts[number]
        guard turns.x | turns.y | turns.z | turns.w != 0 else { return }
        counts[number] = .zero
        var (pixels, valued, sum) = (0, 0, 0)
        for turn in 0..<4 {
            let part = steppe_unpack(turns[turn])
            pixels += Int(part.pixels)
            valued += Int(part.valued)
            sum += Int(part.sum)
        }
        body(Found(number: number, pixels: pixels, valued: valued, sum: sum))
    }
}

/// The values of a row's pixels, from some column on; ``RunCounter/noValue`` where there is none.
struct PixelValues {
    let plain: UnsafePointer<Int>
    /// The same as `steppe_pack` has it; `nil` where one of them is too large for that.
    let packed: UnsafePointer<UInt64>?

    /// From so many columns further on.
    static func + (values: PixelValues, columns: Int) -> PixelValues {
        PixelValues(plain: values.plain + columns, packed: values.packed.map { $0 + columns })
    }
}
