// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CCounting
internal import GDAL

/// One worker's raster of quantities: a row of it as integers that can be added exactly.
final class ValueReader {
    /// What the integers are worth: `integer / unit · scale + offset`.
    let unit: Double, scale: Double, offset: Double
    /// No integer's magnitude exceeds it.
    let largest: Int
    /// The row that was prepared last.
    var row: PixelValues {
        PixelValues(
            plain: UnsafePointer(plain), packed: isPacked ? UnsafePointer(packed) : nil)
    }

    private let reader: TileReader
    private let plain: UnsafeMutablePointer<Int>
    private let packed: UnsafeMutablePointer<UInt64>
    private var isPacked = false
    /// Which pixels of the tile ``row`` is of.
    private var prepared: TileReader.Stretch?
    private let quantity: (@Sendable (Double) -> Double?)?
    /// Whether the stored integers count as they are.
    private let isPlain: Bool
    /// By the 16 bits of a stored value; ``unknown`` is not met yet.
    private let table: UnsafeMutableBufferPointer<Int>
    /// The stored value that means "nothing" where integers count as they are.
    private let nothing: Int

    /// Fractions are counted in 2⁻³²: exact for every `float32` from 1/256 on.
    static let fractionUnit = 0x1p32
    private static let unknown = Int.max

    init(_ values: Measurement.Values, from reader: TileReader, tileWidth: Int) {
        self.reader = reader
        quantity = values.quantity
        let isExact = quantity == nil && !reader.band.dataType.isFloatingPoint
        unit = isExact ? 1 : Self.fractionUnit
        scale = quantity == nil ? reader.band.scale : 1
        offset = quantity == nil ? reader.band.offset : 0
        isPlain = isExact && reader.band.dataType.size <= 4 && reader.band.validRange == nil
        let bits = 8 * reader.band.dataType.size
        // Integers of 64 bits come as doubles, which tell them apart up to 2⁵³.
        largest =
            isPlain
            ? 1 << (reader.band.dataType.isSigned ? bits - 1 : bits) : isExact ? 1 << 53 : 1 << 54
        plain = .allocate(capacity: tileWidth)
        plain.initialize(repeating: RunCounter.noValue, count: tileWidth)
        packed = .allocate(capacity: tileWidth)
        packed.initialize(repeating: 0, count: tileWidth)
        nothing = reader.band.noData.flatMap { Int(exactly: $0) } ?? Self.unknown
        table = .allocate(capacity: isPlain || reader.band.dataType.size > 2 ? 0 : 65_536)
        table.initialize(repeating: Self.unknown)
    }

    func read(tileColumn: Int, band: Int, _ window: Window) throws(GDALError) {
        try reader.read(tileColumn: tileColumn, band: band, window)
    }

    /// Makes some pixels of a row of the last tile ready, at the same columns of ``row``.
    func prepare(row: Int, columns: Range<Int>, _ window: Window) throws {
        let stretch = reader.stretch(row: row, columns: columns)
        if reader.isAlike(stretch, prepared) { return }
        prepared = nil
        switch reader.band.dataType {
        case .uint8: try prepare(UInt8.self, row, columns)
        case .int8: try prepare(Int8.self, row, columns)
        case .uint16: try prepare(UInt16.self, row, columns)
        case .int16: try prepare(Int16.self, row, columns)
        case .uint32: try prepare(UInt32.self, row, columns)
        case .int32: try prepare(Int32.self, row, columns)
        case .uint64: try prepare(UInt64.self, row, columns)
        case .int64: try prepare(Int64.self, row, columns)
        case .float32: try prepare(Float.self, row, columns)
        case .float64: try prepare(Double.self, row, columns)
        }
        if !reader.mask.isEmpty {
            for column in columns where reader.mask[row * window.width + column] == 0 {
                plain[column] = RunCounter.noValue
            }
        }
        isPacked = (plain + columns.lowerBound).withMemoryRebound(
            to: Int64.self, capacity: columns.count
        ) { steppe_pack($0, columns.count, packed + columns.lowerBound) != 0 }
        prepared = stretch
    }

    private func prepare<Value: StoredNumber>(
        _ type: Value.Type, _ row: Int, _ columns: Range<Int>
    ) throws {
        let pixels = reader.pixels(type, row: row)
        if isPlain {
            for column in columns {
                let stored = pixels[column].integer ?? nothing
                plain[column] = stored == nothing ? RunCounter.noValue : stored
            }
        } else if table.isEmpty {
            for column in columns { plain[column] = try integer(for: pixels[column]) }
        } else {
            for column in columns {
                let place = (pixels[column].integer ?? 0) & 0xffff
                if table[place] == Self.unknown {
                    table[place] = try integer(for: pixels[column])
                }
                plain[column] = table[place]
            }
        }
    }

    private func integer(for pixel: some StoredNumber) throws -> Int {
        let band = reader.band
        let stored = pixel.double
        guard stored.isFinite, !pixel.isNoData(in: band) else { return RunCounter.noValue }
        var worth = stored
        if let quantity {
            guard let value = quantity(stored * band.scale + band.offset) else {
                return RunCounter.noValue
            }
            worth = value
        }
        guard abs(worth) * unit < Double(largest) else {
            throw ZoneError.valueTooLarge(raster: reader.name, value: worth)
        }
        return Int((worth * unit).rounded())
    }

    deinit {
        plain.deallocate()
        packed.deallocate()
        table.deallocate()
    }
}
