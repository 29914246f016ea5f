// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// The codes of one raster, numbered in the order that a worker meets them.
struct Symbols {
    private(set) var codes: [Code] = []
    private let reader: TileReader
    private let role: Measurement.Layer.Role
    private let noDataCodes: Set<Int>
    private var numbers: [Code: Int32] = [:]
    /// By stored value of 8 or 16 bits, from the type's least on; −1 is not met yet.
    private var table: [Int32] = []
    /// By stored value of other types.
    private var others: [UInt64: Int32] = [:]
    /// More codes than any scheme has: a raster of quantities taken for one of classes.
    static let most = 65_536

    init(of reader: TileReader, role: Measurement.Layer.Role, noDataCodes: Set<Int>) {
        self.reader = reader
        self.role = role
        self.noDataCodes = noDataCodes
        if reader.band.dataType.size <= 2 {
            table = [Int32](repeating: -1, count: 1 << (8 * reader.band.dataType.size))
        }
    }

    /// The numbers of a row's pixels.
    ///
    /// - Parameters:
    ///   - row: The row within the tile.
    ///   - columns: Columns within the tile.
    ///   - window: The tile, for messages and for the width of its mask.
    ///   - numbers: Where they go, from the first column on.
    /// - Throws: ``ZoneError`` where a pixel holds no code.
    mutating func map(
        row: Int, columns: Range<Int>, of window: Window, into numbers: UnsafeMutablePointer<Int32>
    ) throws {
        switch reader.band.dataType {
        case .uint8: try map(UInt8.self, row, columns, window, numbers)
        case .int8: try map(Int8.self, row, columns, window, numbers)
        case .uint16: try map(UInt16.self, row, columns, window, numbers)
        case .int16: try map(Int16.self, row, columns, window, numbers)
        case .uint32: try map(UInt32.self, row, columns, window, numbers)
        case .int32: try map(Int32.self, row, columns, window, numbers)
        case .uint64: try map(UInt64.self, row, columns, window, numbers)
        case .int64: try map(Int64.self, row, columns, window, numbers)
        case .float32: try mapReal(Float.self, row, columns, window, numbers)
        case .float64: try mapReal(Double.self, row, columns, window, numbers)
        }
        guard !reader.mask.isEmpty else { return }
        let nothing = number(of: .noData)
        for column in columns where reader.mask[row * window.width + column] == 0 {
            numbers[column - columns.lowerBound] = nothing
        }
    }

    private mutating func map<Value: FixedWidthInteger & Pixel>(
        _ type: Value.Type, _ row: Int, _ columns: Range<Int>, _ window: Window,
        _ numbers: UnsafeMutablePointer<Int32>
    ) throws {
        let pixels = UnsafeRawBufferPointer(reader.memory).bindMemory(to: type)
        let start = row * reader.stride
        let isSmall = !table.isEmpty
        var last = Value.zero
        var lastNumber: Int32 = -1
        for column in columns {
            let value = pixels[start + column]
            if value == last && lastNumber >= 0 {
                numbers[column - columns.lowerBound] = lastNumber
                continue
            }
            let slot = Int(truncatingIfNeeded: value) &- Int(truncatingIfNeeded: Value.min)
            var found =
                isSmall
                ? table[slot] : others[UInt64(truncatingIfNeeded: value)] ?? -1
            if found < 0 {
                found = try number(
                    of: Double(value), integer: Int(exactly: value), row, column, window)
                if isSmall {
                    table[slot] = found
                } else {
                    others[UInt64(truncatingIfNeeded: value)] = found
                }
            }
            numbers[column - columns.lowerBound] = found
            last = value
            lastNumber = found
        }
    }

    private mutating func mapReal<Value: BinaryFloatingPoint & Pixel>(
        _ type: Value.Type, _ row: Int, _ columns: Range<Int>, _ window: Window,
        _ numbers: UnsafeMutablePointer<Int32>
    ) throws {
        let pixels = UnsafeRawBufferPointer(reader.memory).bindMemory(to: type)
        let start = row * reader.stride
        var last = Double.nan
        var lastNumber: Int32 = -1
        for column in columns {
            let value = Double(pixels[start + column])
            if value != last || lastNumber < 0 {
                lastNumber = try number(
                    of: value, integer: Int(exactly: value), row, column, window)
                last = value
            }
            numbers[column - columns.lowerBound] = lastNumber
        }
    }

    /// The number of a stored value, which is a new code or bin perhaps.
    private mutating func number(
        of stored: Double, integer: Int?, _ row: Int, _ column: Int, _ window: Window
    ) throws -> Int32 {
        let band = reader.band
        if stored.isNaN || band.isNoData(stored) { return number(of: .noData) }
        switch role {
        case .bins(let bin):
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

    private mutating func number(of code: Code) -> Int32 {
        if let known = numbers[code] { return known }
        let new = Int32(truncatingIfNeeded: codes.count)
        codes.append(code)
        numbers[code] = new
        return new
    }
}

extension Band {
    /// Whether a stored value is the band's nodata value; float bands store it in their precision.
    package func isNoData(_ stored: Double) -> Bool {
        guard let noData else { return false }
        return stored == noData || dataType == .float32 && stored == Double(Float(noData))
            || stored.isNaN && noData.isNaN
    }
}
