// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
package import GDAL
internal import Indicators
package import Words
package import Zonal

/// The rasters of a tabulation, on one grid.
package struct CarbonRasters: Sendable {
    package let rasters: [Raster]
    /// The band with the class codes, from 1.
    package let band: Int
    let infos: [RasterInfo]
    package let files: [[String]]
    package let notes: [LocalizedText]
    /// Whether both were on one grid as they came.
    let isOneGrid: Bool

    package init(_ paths: [[String]], band: Int, assuming crs: CRS?) throws {
        self.band = band
        if paths.count > 1 {
            let pair = try AlignedPair(paths[0], paths[1], alignment: .nearest, assuming: crs)
            rasters = [pair.before, pair.after]
            infos = [pair.beforeInfo, pair.afterInfo]
            files = [pair.beforeFiles, pair.afterFiles]
            notes = ([pair.note] + infos.map { $0.note(ofBand: band) }).compactMap(\.self)
            isOneGrid = pair.note == nil
        } else {
            let source = try RasterFiles(paths.first ?? [])
            rasters = [source.raster]
            infos = [try Dataset(opening: source.raster).info]
            files = [source.files]
            notes = infos.compactMap { $0.note(ofBand: band) }
            isOneGrid = true
        }
    }

    /// What is measured of them.
    package var layers: [Measurement.Layer] { rasters.map { Measurement.Layer($0, band: band) } }
}
