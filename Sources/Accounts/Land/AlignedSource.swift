// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
package import GDAL
package import Words
internal import Zonal

/// A raster on another's grid: itself where it lies there already, or a view by nearest neighbour.
package struct AlignedSource: Sendable {
    package let raster: Raster
    package let files: [String]
    package let note: LocalizedText?
    /// The raster on its own grid, for the eye.
    package let original: Raster

    package init(_ paths: [String], onGridOf reference: RasterInfo, assuming crs: CRS?) throws {
        let source = try RasterFiles(paths)
        files = source.files
        original = source.raster
        let sourceGrid = try Grid(of: Dataset(opening: original).info, assuming: crs)
        let grid = try Grid(of: reference, assuming: crs)
        if sourceGrid.isAligned(with: grid) {
            raster = original
            note = nil
        } else {
            let relation = GridRelation(source: sourceGrid, reference: grid)
            try relation.requireCommonGround(
                of: files[0], with: reference.files.first ?? reference.name)
            raster = try original.aligned(onGridOf: reference, assuming: crs)
            note = relation.note(of: files[0].fileName)
        }
    }
}
