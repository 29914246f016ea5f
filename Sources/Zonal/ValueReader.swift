// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// One worker's raster of quantities: a row of it as integers that can be added exactly.
final class ValueReader {
    /// What the integers are worth: `integer / unit · scale + offset`.
    let unit: Double, scale: Double, offset: Double
    /// The row that was prepared last; ``RunCounts/noValue`` where there is none.
    var row: UnsafePointer<Int>? { UnsafePointer(integers.baseAddress) }

    private let reader: TileReader
    private let quantity: (@Sendable (Double) -> Double?)?
    private let integers: UnsafeMutableBufferPointer<Int>
    /// By stored value of 8 or 16 bits, from the type's least on.
    private var table: [Int] = []
    private var isKnown: [Bool] = []

    /// Fractions are counted in 2⁻³²: exact for every `float32` from 1/256 on.
    static let fractionUnit = 0x1p32

    init(_ values: Measurement.Values, tiling: Tiling) throws(GDALError) {
        reader = try TileReader(values.source, band: values.band, tiling: tiling)
        quantity = values.quantity
        let isExact = quantity == nil && !reader.band.dataType.isFloatingPoint
        unit = isExact ? 1 : Self.fractionUnit
        scale = quantity == nil ? reader.band.scale : 1
        offset = quantity == nil ? reader.band.offset : 0
        integers = .allocate(capacity: tiling.tileWidth)
        integers.initialize(repeating: RunCounts.noValue)
        if reader.band.dataType.size <= 2 {
            table = [Int](repeating: 0, count: 1 << (8 * reader.band.dataType.size))
            isKnown = [Bool](repeating: false, count: table.count)
        }
    }

    func read(tileColumn: Int, band: Int, _ window: Window) throws(GDALError) {
        try reader.read(tileColumn: tileColumn, band: band, window)
    }

    /// Makes some pixels of a row of the last tile ready, at the same columns of ``row``.
    func prepare(row: Int, columns: Range<Int>, _ window: Window) throws {
        switch reader.band.dataType {
        case .uint8: try prepareSmall(UInt8.self, row, columns)
        case .int8: try prepareSmall(Int8.self, row, columns)
        case .uint16: try prepareSmall(UInt16.self, row, columns)
        case .int16: try prepareSmall(Int16.self, row, columns)
        case .uint32: try prepare(UInt32.self, row, columns) { Double($0) }
        case .int32: try prepare(Int32.self, row, columns) { Double($0) }
        case .uint64: try prepare(UInt64.self, row, columns) { Double($0) }
        case .int64: try prepare(Int64.self, row, columns) { Double($0) }
        case .float32: try prepare(Float.self, row, columns) { Double($0) }
        case .float64: try prepare(Double.self, row, columns) { $0 }
        }
        guard !reader.mask.isEmpty else { return }
        for column in columns where reader.mask[row * window.width + column] == 0 {
            integers[column] = RunCounts.noValue
        }
    }

    private func prepareSmall<Value: FixedWidthInteger & Pixel>(
        _ type: Value.Type, _ row: Int, _ columns: Range<Int>
    ) throws {
        let pixels = UnsafeRawBufferPointer(reader.memory).bindMemory(to: type)
        let start = row * reader.stride
        for column in columns {
            let stored = pixels[start + column]
            let slot = Int(stored) - Int(Value.min)
            if !isKnown[slot] {
                table[slot] = try integer(for: Double(stored))
                isKnown[slot] = true
            }
            integers[column] = table[slot]
        }
    }

    private func prepare<Value: Pixel>(
        _ type: Value.Type, _ row: Int, _ columns: Range<Int>, _ number: (Value) -> Double
    ) throws {
        let pixels = UnsafeRawBufferPointer(reader.memory).bindMemory(to: type)
        let start = row * reader.stride
        for column in columns {
            integers[column] = try integer(for: number(pixels[start + column]))
        }
    }

    private func integer(for stored: Double) throws -> Int {
        let band = reader.band
        guard stored.isFinite, !band.isNoData(stored) else { return RunCounts.noValue }
        var worth = stored
        if let quantity {
            guard let value = quantity(stored * band.scale + band.offset) else {
                return RunCounts.noValue
            }
            worth = value
        }
        // 256 of the largest values still fit 64 bits together.
        guard abs(worth) * unit < 0x1p54 else {
            throw ZoneError.valueTooLarge(raster: reader.name, value: worth)
        }
        return Int((worth * unit).rounded())
    }

    deinit { integers.deallocate() }
}
