// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
package import GDAL
package import Words
internal import Zonal

/// A raster on another's grid: itself where it lies there already, or a view by nearest neighbour.
package struct AlignedSource: Sendable {
    package let raster: Raster
    package let note: LocalizedText?
    /// The raster on its own grid.
    package let original: RasterFiles

    package var files: [String] { original.files }

    package init(_ paths: [String], onGridOf reference: RasterInfo, assuming crs: CRS?) throws {
        try self.init(RasterFiles(paths), onGridOf: reference, assuming: crs)
    }

    package init(
        _ original: RasterFiles, onGridOf reference: RasterInfo, assuming crs: CRS?
    ) throws {
        self.original = original
        let files = original.files
        let sourceGrid = try Grid(of: Dataset(opening: original.raster).info, assuming: crs)
        let grid = try Grid(of: reference, assuming: crs)
        if sourceGrid.isAligned(with: grid) {
            raster = original.raster
            note = nil
        } else {
            let relation = GridRelation(source: sourceGrid, reference: grid)
            try relation.requireCommonGround(
                of: files[0], with: reference.files.first ?? reference.name)
            raster = try original.raster.aligned(onGridOf: reference, assuming: crs)
            note = relation.note(of: files[0].fileName)
        }
    }
}
