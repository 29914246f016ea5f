// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Files
internal import GDAL
internal import Foundation
internal import LandCover
internal import PlaneGeometry

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
            let readers = try (0..<max(1, jobs)).map { _ in try KindReader(rows) }
            let windows = rows.info.windows(ofBand: rows.band)
            for first in stride(from: 0, to: windows.count, by: readers.count) {
                let some = Array(windows[first...].prefix(readers.count))
                let kindWindows = try inThreads(some.count) { place in
                    let kinds = try readers[place].read(some[place])
                    return isSmall
                        ? KindWindow(kinds, small: codes.map(UInt8.init), large: [])
                        : KindWindow(kinds, small: [], large: codes.map(UInt16.init))
                }
                for (kindWindow, window) in zip(kindWindows, some) {
                    for (kind, count) in kindWindow.counts.enumerated() { counts[kind] += count }
                    if isSmall {
                        try file.write(window, from: kindWindow.small.span)
                    } else {
                        try file.write(window, from: kindWindow.large.span)
                    }
                }
            }
            try file.setStatistics(
                of: zip(codes, counts).dropFirst().map { (Double($0), Double($1)) })
            let written = try file.finish()
            try Dataset(opening: plain).copy(
                toCOG: beside,
                options: RasterOptions.cog(jobs: jobs, ["OVERVIEW_RESAMPLING=MODE"]),
                holding: written)
        }
    }
}

/// One thread's open raster of kinds.
private final class KindReader {
    private let rows: KindRows
    private let dataset: Dataset

    init(_ rows: KindRows) throws(GDALError) {
        self.rows = rows
        dataset = try Dataset(opening: rows.info.name)
    }

    func read(_ window: Window) throws -> [Int32] { try rows.read(window, of: dataset) }
}

/// A window's pixels as they are stored, in one width or the other, and how many there are of each kind.
private struct KindWindow: Sendable {
    private(set) var small: [UInt8]
    private(set) var large: [UInt16]
    private(set) var counts: [Int]

    init(_ kinds: [Int32], small: [UInt8], large: [UInt16]) {
        counts = [Int](repeating: 0, count: max(small.count, large.count))
        var start = 0
        // Kinds come in runs: counting these does not wait for the last count of the same kind.
        for index in kinds.indices
        where index + 1 == kinds.count || kinds[index + 1] != kinds[index] {
            counts[Int(kinds[index])] += index + 1 - start
            start = index + 1
        }
        self.small = small.isEmpty ? [] : kinds.map { small[Int($0)] }
        self.large = large.isEmpty ? [] : kinds.map { large[Int($0)] }
    }
}
