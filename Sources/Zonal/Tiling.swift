// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// How a grid is cut into tiles to read: along a band's own blocks.
///
/// A band is one row of tiles: the unit of work. The cut has no effect on any result.
struct Tiling: Sendable {
    let grid: Grid
    let tileWidth: Int, tileHeight: Int
    /// Rows that one worker takes at a time: those of a tile.
    var bandHeight: Int { tileHeight }

    init(along band: Band, on grid: Grid) {
        self.grid = grid
        // From 256 KiB on a tile costs little beside its pixels; above 4 Mi it strains the cache.
        var width = min(band.blockWidth, grid.width)
        var height = min(band.blockHeight, grid.height)
        if width * height > 1 << 22 {
            width = min(width, 4096)
            height = min(height, 512)
        }
        let blockWidth = width
        let blockHeight = height
        while width * height < 1 << 18 && width < min(512, grid.width) { width += blockWidth }
        while width * height < 1 << 18 && height < min(512, grid.height) { height += blockHeight }
        tileWidth = min(width, grid.width)
        tileHeight = min(height, grid.height)
    }

    /// A cut into tiles of one size.
    init(tileWidth: Int, tileHeight: Int, on grid: Grid) {
        self.grid = grid
        self.tileWidth = min(tileWidth, grid.width)
        self.tileHeight = min(tileHeight, grid.height)
    }

    /// Whether tiles are a raster's own blocks, which are found and decoded each by itself.
    func isOfBlocks(_ raster: RasterInfo, band number: Int) -> Bool {
        let band = raster.bands[number - 1]
        return raster.driver == "GTiff" && band.blockWidth == tileWidth
            && band.blockHeight == tileHeight
    }

    /// Whether two cut a grid alike.
    func isSame(as other: Tiling) -> Bool {
        tileWidth == other.tileWidth && tileHeight == other.tileHeight
    }

    var columns: Int { (grid.width + tileWidth - 1) / tileWidth }
    var bands: Int { (grid.height + tileHeight - 1) / tileHeight }

    /// The rows of a band.
    func rows(ofBand band: Int) -> Range<Int> {
        band * tileHeight..<min((band + 1) * tileHeight, grid.height)
    }

    /// The pixels of the tile at a place, counted row by row from the top left.
    func window(ofTile tile: Int) -> Window { window(column: tile % columns, band: tile / columns) }

    /// The pixels of a tile.
    func window(column: Int, band: Int) -> Window {
        let rows = rows(ofBand: band)
        let start = column * tileWidth
        return Window(
            column: start, row: rows.lowerBound,
            width: min(tileWidth, grid.width - start), height: rows.count)
    }
}
