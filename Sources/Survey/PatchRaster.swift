// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import Foundation
internal import LandCover
internal import Tables

/// Writes kinds of ground as a cloud-optimised GeoTIFF: colours, names, overviews, statistics.
struct PatchRaster {
    let kinds: [PatchKind]
    let isZH: Bool

    /// The number that each kind has in the file: its class's own code, or its place among them.
    private var numbers: [Int] {
        let codes = kinds.compactMap { $0.codes.count == 1 ? Int($0.code) : nil }
        let keeps = codes.count == kinds.count && codes.allSatisfy { (1...65_534).contains($0) }
        return keeps ? codes : Array(1...kinds.count)
    }

    /// Writes the rows, whole or not at all; 0 is where nothing was asked for.
    func write(
        _ rows: KindRows, to path: String, overwrite: Bool, crs: CRS, transform: GeoTransform
    ) throws {
        let numbers = numbers
        let isSmall = (numbers.max() ?? 0) <= 255
        var plan = RasterPlan(
            width: rows.info.width, height: rows.info.height, dataType: isSmall ? .uint8 : .uint16,
            transform: transform, crs: crs, noData: 0)
        for (number, kind) in zip(numbers, kinds) {
            plan.colors[number] = RGBA(
                red: kind.colour.red, green: kind.colour.green, blue: kind.colour.blue)
            // GDAL keeps category names in a file beside; a raster should be one file.
            plan.metadata["CLASS_\(number)"] = isZH ? kind.zh : kind.en
        }
        try WholeFile.make(path, overwrite: overwrite) { beside in
            let plain = beside + ".strips.tif"
            defer { try? FileManager.default.removeItem(atPath: plain) }
            let file = try Dataset(
                creating: plain, as: plan,
                options: ["COMPRESS=DEFLATE", "TILED=YES", "BIGTIFF=IF_SAFER"])
            var row = 0
            try rows.forEachRow { kinds in
                let window = Window(column: 0, row: row, width: plan.width, height: 1)
                let codes = kinds.map { $0 == 0 ? 0 : numbers[Int($0) - 1] }
                if isSmall {
                    let pixels = codes.map { UInt8($0) }
                    try file.write(window, from: pixels.span)
                } else {
                    let pixels = codes.map { UInt16($0) }
                    try file.write(window, from: pixels.span)
                }
                row += 1
            }
            try file.computeStatistics()
            try file.close()
            try Dataset(opening: plain).copy(
                to: beside, driver: "COG",
                options: ["COMPRESS=DEFLATE", "OVERVIEW_RESAMPLING=MODE", "BIGTIFF=IF_SAFER"])
        }
    }
}
