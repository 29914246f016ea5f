// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// How rasters are stored, as GDAL's creation options.
///
/// DEFLATE at its first level: the sixth takes three times as long for a tenth less. Threads share the
/// compressing, and do not change the file.
package enum RasterOptions {
    /// A tiled GeoTIFF to keep.
    package static func lasting(jobs: Int) -> [String] {
        ["COMPRESS=DEFLATE", "ZLEVEL=1", "TILED=YES", "BIGTIFF=IF_SAFER", "NUM_THREADS=\(jobs)"]
    }

    /// A tiled GeoTIFF that a COG is made from at once: compressing it would take longer than writing.
    package static let passing = [
        "TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "BIGTIFF=IF_SAFER",
    ]

    /// A Cloud Optimized GeoTIFF; of options that are named twice, the later one holds.
    package static func cog(jobs: Int, _ more: [String] = []) -> [String] {
        let defaults = [
            "COMPRESS=DEFLATE", "LEVEL=1", "BIGTIFF=IF_SAFER", "NUM_THREADS=\(jobs)",
        ]
        var chosen: [String: String] = [:]
        for option in defaults + more {
            let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { chosen[parts[0].uppercased()] = parts[1] }
        }
        return chosen.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }
}
