// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
package import GDAL
package import Words
internal import Zonal

/// A raster on another's grid: itself where it lies there already, or a view by nearest neighbour.
package struct AlignedSource: Sendable {
    package let name: String
    package let files: [String]
    package let note: LocalizedText?
    private let raster: RasterFiles
    private let view: AlignedRaster?

    /// The raster on its own grid, for the eye.
    package var original: String { raster.name }

    package init(_ paths: [String], onGridOf reference: RasterInfo, assuming crs: CRS?) throws {
        raster = try RasterFiles(paths)
        files = raster.files
        let own = try Grid(of: Dataset(opening: raster.name).info, assuming: crs)
        let grid = try Grid(of: reference, assuming: crs)
        if own.isAligned(with: grid) {
            view = nil
            name = raster.name
            note = nil
        } else {
            let relation = GridRelation(own: own, reference: grid)
            try relation.requireCommonGround(
                of: raster.files[0], with: reference.files.first ?? reference.name)
            let view = try AlignedRaster(of: raster.name, onGridOf: reference, assuming: crs)
            self.view = view
            name = view.name
            note = relation.note(of: raster.files[0].fileName)
        }
    }
}
