// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// A measurement prepared: what is measured, where the zones lie, how the raster is cut.
struct Frame: Sendable {
    let measurement: Measurement
    /// The rasters of its layers, then that of its values.
    let rasters: [RasterInfo]
    let grid: Grid
    let zones: ZonesOnGrid
    let tiling: Tiling
    /// How the tally names the zones.
    let keys: [Tally.ZoneKey]
    /// The tiles to be measured; `nil` for all.
    var share: TileShare?

    /// Whether tiles are blocks of each of its rasters, which are decoded each by itself.
    var readsBlocks: Bool {
        zip(rasters, bandNumbers).allSatisfy { tiling.isOfBlocks($0, band: $1) }
    }

    /// Which band of each of ``rasters`` is read, from 1.
    var bandNumbers: [Int] {
        measurement.layers.map(\.band) + (measurement.values.map { [$0.band] } ?? [])
    }
}
