// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

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

    /// What was found of one number.
    struct Found {
        let number: Int
        let pixels: Int
        /// The pixels that have a value, and the values' sum.
        let valued: Int
        let sum: Int
    }

    /// By number and turn: pixels in the lower half, those with a value in the upper.
    private let counts: UnsafeMutablePointer<SIMD4<UInt64>>
    private let sums: UnsafeMutablePointer<SIMD4<Int>>
    private let capacity: Int
    /// How many numbers are in use.
    private var known = 0

    /// - Parameter largestValue: No value's magnitude exceeds it.
    init(largestValue: Int) {
        self.init(capacity: 256, longest: min(1 << 30, Int.max / max(1, largestValue)))
    }

    private init(capacity: Int, longest: Int) {
        self.capacity = capacity
        self.longest = longest
        counts = .allocate(capacity: capacity)
        counts.initialize(repeating: .zero, count: capacity)
        sums = .allocate(capacity: capacity)
        sums.initialize(repeating: .zero, count: capacity)
    }

    func deallocate() {
        counts.deallocate()
        sums.deallocate()
    }

    /// Makes place for numbers below `count`.
    mutating func reserve(_ count: Int) {
        if count > capacity {
            deallocate()
            self = RunCounter(capacity: max(count, 2 * capacity), longest: longest)
        }
        known = count
    }

    /// Calls `body` with each number that the pixels have, once in every ``longest`` of them.
    @inline(__always)
    func count(
        _ numbers: UnsafePointer<Int32>, values: UnsafePointer<Int>?, _ count: Int,
        _ body: (Found) -> Void
    ) {
        var start = 0
        while start < count {
            let length = min(longest, count - start)
            if let values {
                add(numbers + start, values + start, length)
            } else {
                add(numbers + start, length)
            }
            // Few pixels of many numbers: look where they are, not through all numbers.
            if length < known {
                for i in start..<start + length { drain(Int(numbers[i]), body) }
            } else {
                for number in 0..<known { drain(number, body) }
            }
            start += length
        }
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
}
