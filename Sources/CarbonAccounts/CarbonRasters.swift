// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
package import GDAL
internal import Indicators
package import Words
package import Zonal

/// The rasters of a tabulation, on one grid.
package struct CarbonRasters: Sendable {
    package let names: [String]
    /// The band with the class codes, from 1.
    package let band: Int
    let infos: [RasterInfo]
    package let files: [[String]]
    package let notes: [LocalizedText]
    /// Keep mosaics and views alive.
    private let mosaic: RasterFiles?
    private let pair: AlignedPair?

    package init(_ paths: [[String]], band: Int, assuming crs: CRS?) throws {
        self.band = band
        if paths.count > 1 {
            let pair = try AlignedPair(paths[0], paths[1], alignment: .nearest, assuming: crs)
            names = [pair.before, pair.after]
            infos = [pair.beforeInfo, pair.afterInfo]
            files = [pair.beforeFiles, pair.afterFiles]
            notes = ([pair.note] + infos.map { $0.note(ofBand: band) }).compactMap(\.self)
            self.pair = pair
            mosaic = nil
        } else {
            let raster = try RasterFiles(paths.first ?? [])
            names = [raster.name]
            infos = [try Dataset(opening: raster.name).info]
            files = [raster.files]
            notes = infos.compactMap { $0.note(ofBand: band) }
            pair = nil
            mosaic = raster
        }
    }

    /// Whether both were on one grid as they came.
    var isOneGrid: Bool { pair?.note == nil }

    /// What is measured of them.
    package var layers: [Measurement.Layer] { names.map { Measurement.Layer($0, band: band) } }
}
