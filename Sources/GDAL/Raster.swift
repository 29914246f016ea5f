// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL

/// A raster to open: a file, a name that GDAL knows, or one that is computed from others as it is read.
///
/// A raster that is made of others, such as a ``Mosaic`` or a view by ``aligned(onGridOf:assuming:)``, has no
/// file: it is there for as long as a value of this type refers to it.
///
/// ```swift
/// let reference = try Dataset(opening: "landcover_2020.tif").info
/// let ndvi = try Raster("ndvi_2020.tif").aligned(onGridOf: reference)
/// let cover = try Dataset(opening: ndvi)
/// ```
public struct Raster: Sendable {
    /// The path or GDAL name to open it by; of no meaning to others where it is made of other rasters.
    public let name: String
    /// What it is made of; `nil` for a file.
    let assembly: Assembly?

    /// A raster of its own.
    ///
    /// - Parameter name: A path, or a name that GDAL knows, such as a subdataset's.
    public init(_ name: String) {
        self.name = name
        assembly = nil
    }

    init(_ assembly: Assembly) {
        name = assembly.name
        self.assembly = assembly
    }

    /// Where it shows another raster's pixels: which.
    var nearest: NearestPixels? {
        guard case .nearest(let pixels)? = assembly?.content else { return nil }
        return pixels
    }

    /// Whether it is made of other rasters.
    package var isAssembled: Bool { assembly != nil }
}

extension Raster: Hashable {
    /// Whether both open the same: a raster made twice of the same others is two.
    public static func == (a: Raster, b: Raster) -> Bool { a.name == b.name }

    /// Takes in the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// A virtual dataset in memory, and its only owner.
final class Assembly: Sendable {
    /// How its pixels come about.
    enum Content: Sendable {
        /// As the virtual dataset's text says.
        case described
        /// Each is that of a source that its centre lies in.
        case nearest(NearestPixels)
        /// By a rule of this process.
        case computed(PixelRule)
    }

    /// Its place among GDAL's files in memory.
    let name: String
    /// The rasters that its text names.
    let sources: [Raster]
    let content: Content

    init(_ name: String, of sources: [Raster], _ content: Content = .described) {
        self.name = name
        self.sources = sources
        self.content = content
    }

    deinit { VSIUnlink(name) }
}
