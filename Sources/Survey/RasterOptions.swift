// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// How rasters are stored, as GDAL's creation options.
///
/// DEFLATE at its first level: the sixth takes three times as long for a tenth less. Threads share the
/// compressing, and do not change the file.
enum RasterOptions {
    /// A tiled GeoTIFF to keep.
    static func lasting(jobs: Int) -> [String] {
        ["COMPRESS=DEFLATE", "ZLEVEL=1", "TILED=YES", "BIGTIFF=IF_SAFER", "NUM_THREADS=\(jobs)"]
    }

    /// A tiled GeoTIFF that a COG is made from at once: compressing it would take longer than writing.
    static let passing = [
        "TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "BIGTIFF=IF_SAFER",
    ]

    /// A Cloud Optimized GeoTIFF.
    static func cog(jobs: Int) -> [String] {
        ["COMPRESS=DEFLATE", "LEVEL=1", "BIGTIFF=IF_SAFER", "NUM_THREADS=\(jobs)"]
    }
}
