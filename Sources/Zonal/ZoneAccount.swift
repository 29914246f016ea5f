// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CCounting

/// One zone's amounts by number, on one worker; a number is a byte code, or stands for a
/// combination of codes.
///
/// Whole pixels are added up in 64 bits while they fit, all else in 128 and more. A bundle of
/// pointers, so that the innermost loops meet no reference count and no check of exclusive access;
/// its worker frees it with ``deallocate()``.
struct ZoneAccount {
    private struct Share {
        var coverage: Int128 = 0
        var weight: Int128 = 0
    }
    private struct Worth {
        var weight: Int128 = 0
        var sum = WeightedSum()
    }

    private let whole: UnsafeMutablePointer<steppe_total>
    private let shares: UnsafeMutablePointer<Share>
    /// Only where a raster of quantities is averaged.
    private let worths: UnsafeMutablePointer<Worth>?
    /// Numbers below it have a place.
    let capacity: Int
    /// How many more whole pixels may be added before their areas might not fit.
    private var room: Int
    private let roomWhenEmpty: Int

    /// An account without place for any number yet.
    init(largestArea: Int64, hasValues: Bool) {
        self.init(capacity: 0, room: Int(Int64.max / max(1, largestArea)), hasValues: hasValues)
    }

    private init(capacity: Int, room: Int, hasValues: Bool) {
        self.capacity = capacity
        self.room = room
        roomWhenEmpty = room
        whole = .allocate(capacity: capacity)
        whole.initialize(repeating: steppe_total(), count: capacity)
        shares = .allocate(capacity: capacity)
        shares.initialize(repeating: Share(), count: capacity)
        worths = hasValues ? .allocate(capacity: capacity) : nil
        worths?.initialize(repeating: Worth(), count: capacity)
    }

    func deallocate() {
        whole.deallocate()
        shares.deallocate()
        worths?.deallocate()
    }

    /// Makes place for numbers below `count`.
    mutating func reserve(_ count: Int) {
        guard count > capacity else { return }
        settle()
        let larger = ZoneAccount(
            capacity: max(count, 2 * capacity), room: roomWhenEmpty, hasValues: worths != nil)
        larger.shares.update(from: shares, count: capacity)
        if let worths { larger.worths?.update(from: worths, count: capacity) }
        deallocate()
        self = larger
    }

    // MARK: Pixels that the zone covers in part

    /// Adds pixels covered alike, of one area.
    func add(
        _ numbers: UnsafePointer<some FixedWidthInteger>, values: PixelValues?,
        count: Int, coverage: Int, area: Int64
    ) {
        let weight = Int128(coverage) &* Int128(area)
        for i in 0..<count {
            add(
                number: Int(numbers[i]), value: values?.plain[i], coverage: coverage, weight: weight
            )
        }
    }

    /// Adds pixels covered alike, each with an area of its own.
    func add(
        _ numbers: UnsafePointer<some FixedWidthInteger>, values: PixelValues?,
        count: Int, coverage: Int, areas: UnsafePointer<Int64>
    ) {
        for i in 0..<count {
            let weight = Int128(coverage) &* Int128(areas[i])
            add(
                number: Int(numbers[i]), value: values?.plain[i], coverage: coverage, weight: weight
            )
        }
    }

    /// Unchecked: ``Subpixel/bits`` is chosen so that a zone as large as the earth fits.
    @inline(__always)
    private func add(number: Int, value: Int?, coverage: Int, weight: Int128) {
        shares[number].coverage &+= Int128(coverage)
        shares[number].weight &+= weight
        if let value, value != RunCounter.noValue, let worths {
            worths[number].weight += weight
            worths[number].sum.add(weight, times: value)
        }
    }

    // MARK: Pixels that the zone covers whole

    /// Adds bytes of one area.
    mutating func addWhole(
        _ bytes: UnsafePointer<UInt8>, count: Int, area: Int64, by classes: ClassCounter
    ) {
        let area = UInt64(area)
        var start = 0
        while start < count {
            let end = start + takeRoom(for: count - start)
            // Below half a vector's length, looking each byte up is quicker than comparing.
            if end - start < 16 {
                for i in start..<end { addWhole(Int(bytes[i]), area) }
            } else {
                classes.add(bytes + start, end - start, area: area, to: whole)
            }
            start = end
        }
    }

    /// Adds bytes, each with an area of its own.
    mutating func addWhole(
        _ bytes: UnsafePointer<UInt8>, count: Int, areas: UnsafePointer<Int64>,
        by classes: ClassCounter
    ) {
        var start = 0
        while start < count {
            let end = start + takeRoom(for: count - start)
            classes.add(bytes + start, end - start, areas: areas + start, to: whole)
            start = end
        }
    }

    /// Adds a part of a tile row of pairs of bytes, of one area.
    ///
    /// - Returns: The column of the first pixel that was not added: one with a pair not met before, or near it.
    mutating func addWhole(
        row: Int, columns: Range<Int>, area: Int64, by pairs: PairCounter
    ) -> Int {
        var start = columns.lowerBound
        while start < columns.upperBound {
            let end = start + takeRoom(for: columns.upperBound - start)
            let added = pairs.add(
                row: row, columns: start..<end, area: UInt64(area), to: whole)
            start += added
            guard start == end else {
                room += end - start
                break
            }
        }
        return start
    }

    /// Adds numbers of one area, and what values they have.
    mutating func addWhole(
        _ numbers: UnsafePointer<Int32>, values: PixelValues?, count: Int, area: Int64,
        by counter: RunCounter
    ) {
        let weight = Int128(area) * Int128(Subpixel.wholePixel)
        var start = 0
        while start < count {
            let end = start + takeRoom(for: count - start)
            counter.count(numbers + start, values: values.map { $0 + start }, end - start) {
                whole[$0.number].pixels &+= UInt64($0.pixels)
                whole[$0.number].area &+= UInt64($0.pixels) &* UInt64(area)
                if $0.valued != 0, let worths {
                    worths[$0.number].weight += weight * Int128($0.valued)
                    worths[$0.number].sum.add(weight, times: $0.sum)
                }
            }
            start = end
        }
    }

    /// Adds numbers, each with an area of its own, and what values they have.
    mutating func addWhole(
        _ numbers: UnsafePointer<some FixedWidthInteger>, values: PixelValues?,
        count: Int, areas: UnsafePointer<Int64>, by counter: RunCounter
    ) {
        let longest = counter.longestRun(areas: areas, count)
        guard longest >= 16 else {
            return add(
                numbers, values: values, count: count, coverage: Subpixel.wholePixel, areas: areas)
        }
        var start = 0
        while start < count {
            let end = start + takeRoom(for: count - start)
            counter.count(
                numbers + start, values: values.map { $0.plain + start }, areas: areas + start,
                end - start, upTo: longest
            ) {
                whole[$0.number].pixels &+= UInt64($0.pixels)
                whole[$0.number].area &+= UInt64($0.area)
                if $0.valued != 0, let worths {
                    let pixel = Int128(Subpixel.wholePixel)
                    worths[$0.number].weight += pixel * Int128($0.valued)
                    worths[$0.number].sum.add(pixel, times: $0.sum)
                }
            }
            start = end
        }
    }

    @inline(__always)
    private func addWhole(_ number: Int, _ area: UInt64) {
        whole[number].pixels &+= 1
        whole[number].area &+= area
    }

    /// How many of so many pixels 64 bits still hold; at least one.
    @inline(__always)
    private mutating func takeRoom(for count: Int) -> Int {
        if room == 0 { settle() }
        let taken = min(room, count)
        room -= taken
        return taken
    }

    /// Carries whole pixels over to 128 bits.
    private mutating func settle() {
        for number in 0..<capacity where whole[number].pixels != 0 {
            shares[number].coverage +=
                Int128(whole[number].pixels) * Int128(Subpixel.wholePixel)
            shares[number].weight += Int128(whole[number].area) * Int128(Subpixel.wholePixel)
            whole[number] = steppe_total()
        }
        room = roomWhenEmpty
    }

    /// Everything added so far, by number.
    mutating func forEachAmount(_ body: (_ number: Int, _ amount: Amount) -> Void) {
        settle()
        for number in 0..<capacity {
            var amount = Amount()
            amount.coverage = shares[number].coverage
            amount.weight = shares[number].weight
            if let worths {
                amount.valued = worths[number].weight
                amount.sum = worths[number].sum
            }
            if amount != Amount() { body(number, amount) }
        }
    }
}
