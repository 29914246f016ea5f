// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
package import GDAL
package import PlaneGeometry
package import Words
internal import Zonal

/// Two rasters on one grid: the finer one's.
package struct AlignedPair: Sendable {
    package let before: String
    package let after: String
    package let beforeInfo: RasterInfo
    package let afterInfo: RasterInfo
    package let beforeFiles: [String]
    package let afterFiles: [String]
    package let note: LocalizedText?
    /// How far the pixels lie apart, in parts of one; `nil` where they lie on one another, or differ in
    /// more than their place.
    package let shift: Point?
    /// Whether the pixels lie on one another, whatever the extents.
    let isSameLattice: Bool
    /// Whether the earlier raster's grid is the one that both are seen on.
    let takesGridOfBefore: Bool

    /// Both as they came.
    package let earlier: String
    package let later: String

    /// The raster whose grid is taken.
    var gridRaster: String { takesGridOfBefore ? earlier : later }

    /// An error that names the raster whose grid was taken, in place of a view on it.
    package func named(_ error: any Error) -> any Error {
        guard case ZoneError.outside(let file, _) = error else { return error }
        return ZoneError.outside(file: file, raster: before == earlier ? earlier : later)
    }

    /// Keep mosaics and views alive.
    private let sources: (RasterFiles, RasterFiles, AlignedSource?)

    package init(
        _ earlierFiles: [String], _ laterFiles: [String], alignment: ChangeTabulation.Alignment,
        assuming crs: CRS?
    ) throws {
        let first = try RasterFiles(earlierFiles)
        let second = try RasterFiles(laterFiles)
        (earlier, later) = (first.name, second.name)
        beforeInfo = try Dataset(opening: first.name).info
        afterInfo = try Dataset(opening: second.name).info
        beforeFiles = first.files
        afterFiles = second.files
        let a = try Grid(of: beforeInfo, assuming: crs)
        let b = try Grid(of: afterInfo, assuming: crs)
        takesGridOfBefore = a.isAligned(with: b) || a.roughPixelArea <= b.roughPixelArea
        if a.isAligned(with: b) {
            (before, after, note) = (first.name, second.name, nil)
            sources = (first, second, nil)
            (shift, isSameLattice) = (nil, true)
            return
        }
        guard alignment == .nearest else {
            throw ZoneError.notAligned(raster: second.name, first: first.name)
        }
        let relation =
            takesGridOfBefore
            ? GridRelation(own: b, reference: a) : GridRelation(own: a, reference: b)
        let apart = relation.shift
        isSameLattice = apart.map { max(abs($0.x), abs($0.y)) < 5e-4 } ?? false
        shift = isSameLattice ? nil : apart
        if takesGridOfBefore {
            let view = try AlignedSource(laterFiles, onGridOf: beforeInfo, assuming: crs)
            (before, after, note) = (first.name, view.name, view.note)
            sources = (first, second, view)
        } else {
            let view = try AlignedSource(earlierFiles, onGridOf: afterInfo, assuming: crs)
            (before, after, note) = (view.name, second.name, view.note)
            sources = (first, second, view)
        }
    }
}
