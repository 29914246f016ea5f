// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

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
        entries.withUnsafeMutableBufferPointer { entries in
            guard let values else {
                for i in 0..<count {
                    let number = Int(numbers[i])
                    if entries[number].pixels == 0 { touched.append(numbers[i]) }
                    entries[number].pixels &+= 1
                }
                return
            }
            for i in 0..<count {
                let number = Int(numbers[i])
                if entries[number].pixels == 0 { touched.append(numbers[i]) }
                entries[number].pixels &+= 1
                if values[i] != Self.noValue {
                    entries[number].valued &+= 1
                    entries[number].sum &+= values[i]
                }
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
