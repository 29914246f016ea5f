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
    /// Threads that compress; the file is the same for any number.
    let jobs: Int

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
                creating: plain, as: plan, options: RasterOptions.passing)
            let codes = [0] + numbers
            var counts = [Int](repeating: 0, count: codes.count)
            try rows.forEachWindow { window, kinds in
                for kind in kinds { counts[Int(kind)] += 1 }
                if isSmall {
                    let codes = codes.map { UInt8($0) }
                    let pixels = kinds.map { codes[Int($0)] }
                    try file.write(window, from: pixels.span)
                } else {
                    let codes = codes.map { UInt16($0) }
                    let pixels = kinds.map { codes[Int($0)] }
                    try file.write(window, from: pixels.span)
                }
            }
            try file.setStatistics(
                of: zip(codes, counts).dropFirst().map { (Double($0), Double($1)) })
            try file.close()
            try Dataset(opening: plain).copy(
                to: beside, driver: "COG",
                options: RasterOptions.cog(jobs: jobs) + ["OVERVIEW_RESAMPLING=MODE"])
        }
    }
}
