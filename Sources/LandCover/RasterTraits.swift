// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What can be seen of a raster, or of a survey layer's code field, without knowing its scheme.
public struct RasterTraits: Sendable {
    /// How the band keeps its values.
    public enum DataType: String, Hashable, Sendable {
        /// Whole numbers.
        case integer
        /// Real numbers, all of them whole as far as was seen.
        case wholeReal = "whole_real"
        /// Real numbers with fractions: no classes.
        case fractional
    }

    /// The colour table: code to colour.
    public var colours: [Int: Colour] = [:]
    /// Class names from an attribute table or the band's category names.
    public var names: [Int: String] = [:]
    /// The metadata of the raster and of the band.
    public var metadata: [String: String] = [:]
    /// The band's description.
    public var description = ""
    /// The file's name, without its folders.
    public var fileName = ""
    /// How many pixels hold each code, without the raster's nodata; `nil` if none were read.
    public var codes: [Int: Int]?
    /// How the band keeps its values.
    public var dataType = DataType.integer

    /// Traits of which nothing is known yet.
    public init() {}
}
