// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import PlaneGeometry

/// A raster whose pixels another grid's pixels take: each that of the one that its centre lies in.
///
/// GDAL's warper would find them one by one, and its virtual rasters shift them by rounded windows.
struct NearestPixels: AssemblyWork {
    let source: RasterInfo
    /// From the grid's pixels to coordinates, and in which CRS.
    let grid: GeoTransform
    let crs: CRS
    let sourceCRS: CRS
    /// By column and by row of the grid, where both are upright in one CRS: the source's, or ``off``.
    let alike: (columns: [Int32], rows: [Int32])?

    /// No pixel of the source.
    static let off: Int32 = -1
    /// A centre so near a border of two columns or rows, in pixels, lies in the one to the right or
    /// below, however the two grids' coordinates were rounded.
    private static let onBorder = 1e-7

    /// `nil` where one of them lies nowhere on the earth.
    init?(of source: RasterInfo, onGridOf reference: RasterInfo, assuming assumedCRS: CRS?) {
        guard let sourceTransform = source.transform, let grid = reference.transform,
            let sourceCRS = assumedCRS ?? source.crs, let crs = assumedCRS ?? reference.crs
        else { return nil }
        self.source = source
        self.grid = grid
        self.crs = crs
        self.sourceCRS = sourceCRS
        guard sourceTransform.isAxisAligned, grid.isAxisAligned, sourceCRS.isSame(as: crs) else {
            alike = nil
            return
        }
        func place(column: Int, row: Int) -> Point {
            sourceTransform.pixel(
                of: grid.coordinates(column: Double(column) + 0.5, row: Double(row) + 0.5))
        }
        func pixel(at place: Double, of count: Int) -> Int32 {
            let pixel = (place + Self.onBorder).rounded(.down)
            return pixel >= 0 && pixel < Double(count) ? Int32(pixel) : Self.off
        }
        alike = (
            (0..<reference.width).map { pixel(at: place(column: $0, row: 0).x, of: source.width) },
            (0..<reference.height).map { pixel(at: place(column: 0, row: $0).y, of: source.height) }
        )
    }
}

extension Raster {
    /// Where it shows another raster's pixels: which.
    var nearest: NearestPixels? { assembly?.work as? NearestPixels }
}

extension RasterInfo {
    /// The row of a file's blocks that a row of the raster shows, from 0; `nil` where it is not known.
    package func blockRow(ofRow row: Int, band number: Int) -> Int? {
        guard let nearest = raster.nearest else { return row / bands[number - 1].blockHeight }
        guard let rows = nearest.alike?.rows, number <= nearest.source.bands.count else {
            return nil
        }
        return Int(rows[row]) / nearest.source.bands[number - 1].blockHeight
    }
}
