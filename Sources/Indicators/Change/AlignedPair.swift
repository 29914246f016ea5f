// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
package import GDAL
package import PlaneGeometry
package import Words
internal import Zonal

/// Two rasters on one grid: the finer one's.
package struct AlignedPair: Sendable {
    package let before: Raster
    package let after: Raster
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
    package let earlier: Raster
    package let later: Raster

    /// The raster whose grid is taken.
    var gridRaster: Raster { takesGridOfBefore ? earlier : later }

    /// An error that names the raster whose grid was taken, in place of a view on it.
    package func named(_ error: any Error) -> any Error {
        guard case ZoneError.outside(let file, _) = error else { return error }
        return ZoneError.outside(file: file, raster: gridRaster.name)
    }

    package init(
        _ earlierFiles: [String], _ laterFiles: [String], alignment: ChangeTabulation.Alignment,
        assuming crs: CRS?
    ) throws {
        let first = try RasterFiles(earlierFiles)
        let second = try RasterFiles(laterFiles)
        (earlier, later) = (first.raster, second.raster)
        beforeInfo = try Dataset(opening: earlier).info
        afterInfo = try Dataset(opening: later).info
        beforeFiles = first.files
        afterFiles = second.files
        let a = try Grid(of: beforeInfo, assuming: crs)
        let b = try Grid(of: afterInfo, assuming: crs)
        takesGridOfBefore = a.isAligned(with: b) || a.roughPixelArea <= b.roughPixelArea
        if a.isAligned(with: b) {
            (before, after, note) = (earlier, later, nil)
            (shift, isSameLattice) = (nil, true)
            return
        }
        guard alignment == .nearest else {
            throw ZoneError.notAligned(raster: later.name, first: earlier.name)
        }
        let relation =
            takesGridOfBefore
            ? GridRelation(source: b, reference: a) : GridRelation(source: a, reference: b)
        let apart = relation.shift
        isSameLattice = apart.map { max(abs($0.x), abs($0.y)) < 5e-4 } ?? false
        shift = isSameLattice ? nil : apart
        if takesGridOfBefore {
            let view = try AlignedSource(second, onGridOf: beforeInfo, assuming: crs)
            (before, after, note) = (earlier, view.raster, view.note)
        } else {
            let view = try AlignedSource(first, onGridOf: afterInfo, assuming: crs)
            (before, after, note) = (view.raster, later, view.note)
        }
    }
}
