// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CCounting
internal import GDAL

/// The codes of one raster, numbered in the order that a worker meets them.
final class Symbols {
    private(set) var codes: [Code] = []
    private let reader: TileReader
    private let role: Measurement.Layer.Role
    private let noDataCodes: Set<Int>
    private var numbers: [Code: Int32] = [:]
    /// By whole stored number, from ``leastInTable`` on; −1 is not met yet.
    private let table: UnsafeMutablePointer<Int32>
    private let tableCount: Int
    private let leastInTable: Int
    /// By stored number that has no place in the table.
    private var others: [Int: Int32] = [:]
    /// The numbers of the pixels in ``prepared``.
    private let memory: UnsafeMutablePointer<Int32>
    private var prepared: TileReader.Stretch?
    /// More codes than any scheme has: a raster of quantities taken for one of classes.
    static let most = 65_536

    init(of reader: TileReader, role: Measurement.Layer.Role, noDataCodes: Set<Int>) {
        self.reader = reader
        self.role = role
        self.noDataCodes = noDataCodes
        let type = reader.band.dataType
        tableCount = type.size == 1 ? 256 : 65_536
        table = .allocate(capacity: tableCount)
        table.initialize(repeating: -1, count: tableCount)
        leastInTable = type == .int8 ? -128 : type == .int16 ? -32_768 : 0
        memory = .allocate(capacity: reader.stride)
        memory.initialize(repeating: 0, count: reader.stride)
    }

    deinit {
        table.deallocate()
        memory.deallocate()
    }

    /// Where its pixels are read, if they are bytes that all count.
    var bytes: TileReader? {
        reader.band.dataType == .uint8 && reader.mask.isEmpty ? reader : nil
    }

    /// The numbers of some pixels of a tile row, up to the first that was not met before; none where
    /// pixels are larger than 16 bits or have a mask.
    ///
    /// - Returns: How many were found.
    private func mapKnown(
        row: Int, columns: Range<Int>, into numbers: UnsafeMutablePointer<Int32>
    ) -> Int {
        guard reader.mask.isEmpty else { return 0 }
        let symbols = UnsafePointer(table) - leastInTable
        return switch reader.band.dataType {
        case .uint8:
            steppe_numbers_of_u8(
                reader.pixels(UInt8.self, row: row) + columns.lowerBound, columns.count, symbols,
                numbers)
        case .int8:
            steppe_numbers_of_i8(
                reader.pixels(Int8.self, row: row) + columns.lowerBound, columns.count, symbols,
                numbers)
        case .uint16:
            steppe_numbers_of_u16(
                reader.pixels(UInt16.self, row: row) + columns.lowerBound, columns.count, symbols,
                numbers)
        case .int16:
            steppe_numbers_of_i16(
                reader.pixels(Int16.self, row: row) + columns.lowerBound, columns.count, symbols,
                numbers)
        default: 0
        }
    }

    /// The numbers of some pixels of a tile row, from the first column on; good until the next call.
    ///
    /// - Throws: ``ZoneError`` where a pixel holds no code.
    func numbers(row: Int, columns: Range<Int>, of window: Window) throws -> UnsafePointer<Int32> {
        let stretch = reader.stretch(row: row, columns: columns)
        if reader.isAlike(stretch, prepared) { return UnsafePointer(memory) }
        prepared = nil
        try map(row: row, columns: columns, of: window, into: memory)
        prepared = stretch
        return UnsafePointer(memory)
    }

    /// The numbers of a row's pixels.
    ///
    /// - Parameters:
    ///   - row: The row within the tile.
    ///   - columns: Columns within the tile.
    ///   - window: The tile, for messages and for the width of its mask.
    ///   - numbers: Where they go, from the first column on.
    /// - Throws: ``ZoneError`` where a pixel holds no code.
    func map(
        row: Int, columns: Range<Int>, of window: Window, into numbers: UnsafeMutablePointer<Int32>
    ) throws {
        guard mapKnown(row: row, columns: columns, into: numbers) < columns.count else { return }
        switch reader.band.dataType {
        case .uint8: try map(UInt8.self, row, columns, window, numbers)
        case .int8: try map(Int8.self, row, columns, window, numbers)
        case .uint16: try map(UInt16.self, row, columns, window, numbers)
        case .int16: try map(Int16.self, row, columns, window, numbers)
        case .uint32: try map(UInt32.self, row, columns, window, numbers)
        case .int32: try map(Int32.self, row, columns, window, numbers)
        case .uint64: try map(UInt64.self, row, columns, window, numbers)
        case .int64: try map(Int64.self, row, columns, window, numbers)
        case .float32:
            let pixels = reader.pixels(Float.self, row: row) + columns.lowerBound
            steppe_integers_of_floats(pixels, columns.count, numbers)
            try map(pixels, integers: UnsafePointer(numbers), row, columns, window, numbers)
        case .float64:
            let pixels = reader.pixels(Double.self, row: row) + columns.lowerBound
            steppe_integers_of_doubles(pixels, columns.count, numbers)
            try map(pixels, integers: UnsafePointer(numbers), row, columns, window, numbers)
        }
        guard !reader.mask.isEmpty else { return }
        let nothing = number(of: .noData)
        for column in columns where reader.mask[row * window.width + column] == 0 {
            numbers[column - columns.lowerBound] = nothing
        }
    }

    private func map<Value: StoredNumber>(
        _ type: Value.Type, _ row: Int, _ columns: Range<Int>, _ window: Window,
        _ numbers: UnsafeMutablePointer<Int32>
    ) throws {
        let pixels = reader.pixels(type, row: row) + columns.lowerBound
        try map(pixels, integers: pixels, row, columns, window, numbers)
    }

    /// Looks all pixels up in the table, then learns those that were not found, one by one.
    ///
    /// `integers` are the pixels, or what they are as integers where they are whole.
    private func map<Value: StoredNumber>(
        _ pixels: UnsafePointer<Value>, integers: UnsafePointer<some StoredNumber>, _ row: Int,
        _ columns: Range<Int>, _ window: Window, _ numbers: UnsafeMutablePointer<Int32>
    ) throws {
        var union: Int32 = 0
        for i in 0..<columns.count {
            let place = integers[i].integer.map { $0 &- leastInTable } ?? -1
            let isInside = UInt(bitPattern: place) < UInt(bitPattern: tableCount)
            numbers[i] = isInside ? table[place] : -1
            union |= numbers[i]
        }
        guard union < 0 else { return }
        for i in 0..<columns.count where numbers[i] < 0 {
            numbers[i] = try learn(pixels[i], row, columns.lowerBound + i, window)
        }
    }

    private func learn<Value: StoredNumber>(
        _ pixel: Value, _ row: Int, _ column: Int, _ window: Window
    ) throws -> Int32 {
        let integer = pixel.integer
        if let integer, let known = others[integer] { return known }
        let number =
            pixel.isNoData(in: reader.band)
            ? number(of: .noData)
            : try number(of: pixel.double, integer: integer, row, column, window)
        if let integer {
            if (0..<tableCount).contains(integer &- leastInTable) {
                table[integer &- leastInTable] = number
            } else {
                others[integer] = number
            }
        }
        return number
    }

    /// The number of a stored value, which is a new code or bin perhaps.
    private func number(
        of stored: Double, integer: Int?, _ row: Int, _ column: Int, _ window: Window
    ) throws -> Int32 {
        let band = reader.band
        switch role {
        case .bins(_, let bin):
            let value = stored * band.scale + band.offset
            return number(of: bin(value).map(Code.value) ?? .noData)
        case .classes, .patches:
            guard let integer else {
                throw ZoneError.notACode(
                    raster: reader.name, value: "\(stored)", column: window.column + column,
                    row: window.row + row)
            }
            if noDataCodes.contains(integer) { return number(of: .noData) }
            if case .patches = role { return number(of: .value(integer)) }
            guard codes.count < Self.most else {
                throw ZoneError.tooManyCodes(raster: reader.name, count: Self.most)
            }
            return number(of: .value(integer))
        }
    }

    private func number(of code: Code) -> Int32 {
        if let known = numbers[code] { return known }
        let new = Int32(truncatingIfNeeded: codes.count)
        codes.append(code)
        numbers[code] = new
        return new
    }
}

/// What a raster stores, as numbers of both kinds.
protocol StoredNumber: Pixel {
    var double: Double { get }
    /// The number where it is whole and 64 bits hold it.
    var integer: Int? { get }
    /// Whether it means "nothing here" in a band; NaN always does.
    func isNoData(in band: Band) -> Bool
}

extension StoredNumber where Self: FixedWidthInteger {
    @inline(__always) var double: Double { Double(self) }
    @inline(__always) var integer: Int? { Int(exactly: self) }
    func isNoData(in band: Band) -> Bool { band.isNoData(integer: self) }
}

extension StoredNumber where Self: BinaryFloatingPoint {
    @inline(__always) var double: Double { Double(self) }
    @inline(__always) var integer: Int? {
        guard magnitude < 0x1p63 else { return nil }
        let whole = Int(self)
        return Self(whole) == self ? whole : nil
    }
    func isNoData(in band: Band) -> Bool { isNaN || band.isNoData(double) }
}

extension UInt8: StoredNumber {}
extension Int8: StoredNumber {}
extension UInt16: StoredNumber {}
extension Int16: StoredNumber {}
extension UInt32: StoredNumber {}
extension Int32: StoredNumber {}
extension UInt64: StoredNumber {}
extension Int64: StoredNumber {}
extension Float: StoredNumber {}
extension Double: StoredNumber {}
