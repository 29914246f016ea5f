// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL

/// A smaller copy of a raster, kept in its file or beside it.
public struct Overview: Sendable {
    /// What the overview is, opened as a raster of its own.
    public let info: RasterInfo
    /// How many pixels of the raster one of its pixels stands for, to a side.
    public let factor: Double

    /// The finest overview of at most so many pixels, or the coarsest there is; `nil` where there is
    /// none.
    ///
    /// - Throws: ``GDALError`` where an overview is damaged.
    public init?(of raster: RasterInfo, band: Int = 1, atMost pixels: Int) throws(GDALError) {
        var coarsest: RasterInfo?
        for level in 0..<raster.bands[band - 1].overviewCount {
            let options = raster.openOptions + ["OVERVIEW_LEVEL=\(level)"]
            let info = try Dataset(opening: raster.raster, options: options).info
            coarsest = info
            if info.width * info.height <= pixels { break }
        }
        guard let coarsest else { return nil }
        info = coarsest
        factor = Double(raster.width) / Double(coarsest.width)
    }
}
