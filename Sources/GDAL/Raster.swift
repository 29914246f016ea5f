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

    /// Whether it is made of other rasters.
    var isAssembled: Bool { assembly != nil }
}

extension Raster: Hashable {
    /// Whether both open the same: a raster made twice of the same others is two.
    public static func == (a: Raster, b: Raster) -> Bool { a.name == b.name }

    /// Takes in the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// What is done with the pixels of sources beyond what a virtual dataset's text can say.
protocol AssemblyWork: Sendable {}

/// A virtual dataset in memory, and its only owner.
final class Assembly: Sendable {
    /// Its place among GDAL's files in memory.
    let name: String
    /// The rasters that its text names.
    let sources: [Raster]
    /// What this process does with their pixels; `nil` where its text says it all.
    let work: (any AssemblyWork)?

    init(_ name: String, of sources: [Raster], by work: (any AssemblyWork)? = nil) {
        self.name = name
        self.sources = sources
        self.work = work
    }

    deinit { VSIUnlink(name) }
}
