// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL

/// What a pixel is stored as.
public enum DataType: String, Hashable, Sendable, CaseIterable {
    case uint8, int8, uint16, int16, uint32, int32, uint64, int64, float32, float64

    /// Bytes a pixel.
    public var size: Int {
        switch self {
        case .uint8, .int8: 1
        case .uint16, .int16: 2
        case .uint32, .int32, .float32: 4
        case .uint64, .int64, .float64: 8
        }
    }

    /// Whether it holds fractions.
    public var isFloatingPoint: Bool { self == .float32 || self == .float64 }

    /// Whether it holds integers that a double cannot all tell apart.
    package var isInteger64: Bool { self == .int64 || self == .uint64 }

    /// Whether it holds negative numbers.
    public var isSigned: Bool {
        switch self {
        case .uint8, .uint16, .uint32, .uint64: false
        case .int8, .int16, .int32, .int64, .float32, .float64: true
        }
    }

    var gdal: GDALDataType {
        switch self {
        case .uint8, .int8: GDT_Byte
        case .uint16: GDT_UInt16
        case .int16: GDT_Int16
        case .uint32: GDT_UInt32
        case .int32: GDT_Int32
        case .uint64: GDT_UInt64
        case .int64: GDT_Int64
        case .float32: GDT_Float32
        case .float64: GDT_Float64
        }
    }

    init?(_ type: GDALDataType, isSigned: Bool) {
        switch type {
        case GDT_Byte: self = isSigned ? .int8 : .uint8
        case GDT_UInt16: self = .uint16
        case GDT_Int16: self = .int16
        case GDT_UInt32: self = .uint32
        case GDT_Int32: self = .int32
        case GDT_UInt64: self = .uint64
        case GDT_Int64: self = .int64
        case GDT_Float32: self = .float32
        case GDT_Float64: self = .float64
        default: return nil
        }
    }
}

/// A Swift type that a pixel can be read into or written from.
public protocol Pixel: BitwiseCopyable, Sendable {
    /// What GDAL calls it.
    static var dataType: DataType { get }
}

extension UInt8: Pixel {
    /// GDAL's name of `UInt8`.
    public static var dataType: DataType { .uint8 }
}

extension Int8: Pixel {
    /// GDAL's name of `Int8`.
    public static var dataType: DataType { .int8 }
}

extension UInt16: Pixel {
    /// GDAL's name of `UInt16`.
    public static var dataType: DataType { .uint16 }
}

extension Int16: Pixel {
    /// GDAL's name of `Int16`.
    public static var dataType: DataType { .int16 }
}

extension UInt32: Pixel {
    /// GDAL's name of `UInt32`.
    public static var dataType: DataType { .uint32 }
}

extension Int32: Pixel {
    /// GDAL's name of `Int32`.
    public static var dataType: DataType { .int32 }
}

extension UInt64: Pixel {
    /// GDAL's name of `UInt64`.
    public static var dataType: DataType { .uint64 }
}

extension Int64: Pixel {
    /// GDAL's name of `Int64`.
    public static var dataType: DataType { .int64 }
}

extension Float: Pixel {
    /// GDAL's name of `Float`.
    public static var dataType: DataType { .float32 }
}

extension Double: Pixel {
    /// GDAL's name of `Double`.
    public static var dataType: DataType { .float64 }
}

/// A rectangle of pixels.
public struct Window: Hashable, Sendable, CustomStringConvertible {
    public var column: Int, row: Int, width: Int, height: Int

    /// A rectangle from its first pixel and its size.
    public init(column: Int, row: Int, width: Int, height: Int) {
        self.column = column
        self.row = row
        self.width = width
        self.height = height
    }

    /// Pixels in it.
    public var count: Int { width * height }
    /// Its columns.
    public var columns: Range<Int> { column..<column + width }
    /// Its rows.
    public var rows: Range<Int> { row..<row + height }

    /// For people: `512 × 512 pixels at column 0, row 512`.
    public var description: String { "\(width) × \(height) pixels at column \(column), row \(row)" }
}
