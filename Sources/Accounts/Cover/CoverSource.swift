// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
package import GDAL
package import Words
package import Zonal

/// The dates of one composite, open on one grid, read as NDVI.
package final class CoverSource {
    private let aligned: [AlignedSource]
    private let open: [OpenRaster]
    private let scale: Double?
    package let grid: Grid
    /// The raster whose grid it is.
    package let info: RasterInfo
    package let files: [String]
    package let notes: [LocalizedText]

    /// The dates on the grid of the first one, or on another raster's.
    package init(
        _ dates: [[String]], scale: Double?, band: Int = 1, onGridOf reference: RasterInfo? = nil,
        assuming crs: CRS?
    ) throws {
        let sources = try dates.map { try RasterFiles($0) }
        guard let first = sources.first else {
            throw SurveyError.unusable(file: "", why: "no NDVI was named")
        }
        let info = try reference ?? Dataset(opening: first.raster).info
        self.info = info
        grid = try Grid(of: info, assuming: crs)
        aligned = try sources.map { try AlignedSource($0, onGridOf: info, assuming: crs) }
        open = try aligned.map { try OpenRaster($0.raster, band: band) }
        files = aligned.flatMap(\.files)
        notes =
            aligned.compactMap(\.note)
            + (reference == nil ? [info.note(ofBand: band)].compactMap(\.self) : [])
        self.scale = scale
    }

    /// How many dates there are.
    package var count: Int { aligned.count }

    /// The dates' NDVI in a window, the largest of each pixel; NaN where no date has a value.
    package func composite(_ window: Window) throws -> [Double] {
        var best = try ndvi(ofDate: 0, window)
        for index in 1..<max(count, 1) {
            let values = try ndvi(ofDate: index, window)
            for pixel in values.indices where !values[pixel].isNaN {
                if best[pixel].isNaN || values[pixel] > best[pixel] { best[pixel] = values[pixel] }
            }
        }
        return best
    }

    /// One date's NDVI in a window; NaN is nodata.
    ///
    /// - Throws: ``SurveyError/notNDVI(raster:pixels:)`` at a value outside −1…1.
    package func ndvi(ofDate index: Int, _ window: Window) throws -> [Double] {
        let band = open[index].band
        var values = try open[index].values(window)
        // Dividing by 10,000 keeps code 1800 at 0.18 to the last bit; × 0.0001 does not.
        let factor = scale ?? band.scale
        let inverse = (1 / factor).rounded()
        let divides = factor < 1 && abs(inverse * factor - 1) < 1e-12
        let (multiplier, divisor) = divides ? (1, inverse) : (factor, 1)
        let offset = band.offset
        let absurd = values.withUnsafeMutableBufferPointer { values in
            var absurd = 0
            for pixel in values.indices {
                let value = values[pixel] * multiplier / divisor + offset
                absurd += abs(value) > 1 + 1e-9 ? 1 : 0
                values[pixel] = value
            }
            return absurd
        }
        if absurd > 0 {
            throw SurveyError.notNDVI(raster: aligned[index].files[0], pixels: absurd)
        }
        return values
    }

    /// Windows of whole blocks, of about a million pixels, from the top left.
    package var windows: [Window] { info.windows(ofBand: 1) }
}
