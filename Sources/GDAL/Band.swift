// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import PlaneGeometry

/// A colour, 8 bits a channel.
public struct RGBA: Hashable, Sendable {
    public var red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8

    /// A colour from its channels; opaque unless said otherwise.
    public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
        self.red = red
        self.green = green
        self.blue = blue
        self.alpha = alpha
    }
}

/// What one band of a raster is.
public struct Band: Hashable, Sendable {
    /// Where its mask comes from.
    public enum Mask: Hashable, Sendable {
        /// Every pixel is valid.
        case none
        /// ``Band/noData`` marks what is missing.
        case noData
        /// A mask or an alpha band beside it does; 0 is missing.
        case band
    }

    /// From 1.
    public let number: Int
    /// What a pixel is stored as.
    public let dataType: DataType
    /// The value that means "nothing here", as stored.
    public let noData: Double?
    /// The same, exactly, where pixels are integers of 64 bits: a double tells them apart up to 2⁵³.
    package let noDataInteger: Int128?
    /// Stored values that are valid by the file's own word; `nil` where it names no limits that GDAL
    /// does not heed itself.
    package let validRange: ClosedRange<Double>?
    /// Where its mask comes from.
    public let mask: Mask
    /// Whether it tells how opaque the other bands are, and nothing else.
    public let isAlpha: Bool
    /// The rectangle that is stored, and so decoded, at once.
    public let blockWidth: Int, blockHeight: Int
    /// What a stored value is worth: `stored × scale + offset`.
    public let scale: Double, offset: Double
    /// The unit that the file names, or nothing.
    public let unit: String
    /// The band's own title, or nothing.
    public let title: String
    /// Colour by stored value, where the band has a colour table or its attribute table has colours.
    public let colors: [Int: RGBA]
    /// Name by stored value, from the category names or the attribute table.
    public let categoryNames: [Int: String]
    /// What the band says of itself.
    public let metadata: [String: String]
    /// How many smaller copies the file holds.
    public let overviewCount: Int
}

extension Band {
    /// Whether a stored value is the band's nodata value, or not within its valid range.
    ///
    /// Float bands store the nodata value in their precision. Integers of 64 bits are told apart by
    /// ``isNoData(integer:)``.
    package func isNoData(_ stored: Double) -> Bool {
        if let validRange, !validRange.contains(stored) { return true }
        guard let noData else { return false }
        return stored == noData || dataType == .float32 && stored == Double(Float(noData))
            || stored.isNaN && noData.isNaN
    }

    /// Whether a stored integer is the band's nodata value, or not within its valid range.
    package func isNoData(integer stored: some FixedWidthInteger) -> Bool {
        guard let noDataInteger else { return isNoData(Double(stored)) }
        return Int128(stored) == noDataInteger
    }

    /// The nodata value, where it is a whole number.
    package var noDataCode: Int? {
        noDataInteger.map { Int(exactly: $0) } ?? noData.flatMap { Int(exactly: $0) }
    }
}

/// What a raster is, read once: safe to keep and to share between threads.
public struct RasterInfo: Hashable, Sendable {
    /// What was opened.
    public let raster: Raster
    /// GDAL's short name of the format.
    public let driver: String
    public let width: Int, height: Int
    /// From pixels to coordinates; `nil` where the file does not say.
    public let transform: GeoTransform?
    /// `nil` where the file names none.
    public let crs: CRS?
    /// Its bands, the first one first.
    public let bands: [Band]
    /// What the file says of itself.
    public let metadata: [String: String]
    /// The files that it is made of.
    public let files: [String]
    /// The driver's options that it was opened with, `KEY=VALUE`.
    public let openOptions: [String]

    /// The path or GDAL name that it was opened by.
    public var name: String { raster.name }
}
