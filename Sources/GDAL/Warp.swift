// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Files
public import PlaneGeometry

/// How a raster's pixels become those of another grid.
public enum Resampling: String, Hashable, Sendable {
    /// The pixel at the new pixel's centre: every value is one that was there.
    case nearest
    /// The value that most pixels have beneath the new one: for classes, seen from afar.
    case mode
    /// The mean of the pixels beneath the new one: for numbers, seen from afar.
    case average
    /// Between the four nearest: for numbers, seen from near.
    case bilinear
}

/// A grid to draw on: north-up pixels of a display CRS.
public struct DisplayGrid: Hashable, Sendable {
    /// The CRS to show the raster in.
    public var crs: CRS
    /// The rectangle to fill, in that CRS.
    public var extent: Extent
    /// Pixels across and down.
    public var width: Int, height: Int

    /// A grid over an extent.
    public init(crs: CRS, extent: Extent, width: Int, height: Int) {
        self.crs = crs
        self.extent = extent
        self.width = width
        self.height = height
    }
}

extension Dataset {
    /// Shows a band on another grid: for the eye, never for measuring.
    ///
    /// Seen from afar, the raster is first made smaller, by blocks of pixels, from an overview where the
    /// file has one fine enough; GDAL's warper does the rest in pieces of at most 64 MB. So memory
    /// follows the display and not the raster. Where a seam or a pole lies on the grid, or ground that a projection does not show,
    /// each pixel takes the value at its own place instead.
    ///
    /// - Parameters:
    ///   - band: The band, from 1.
    ///   - grid: Where the pixels go.
    ///   - resampling: `nearest` or `mode` for classes, `average` or `bilinear` for numbers.
    ///   - missing: The value for nodata, for masked pixels and for what lies off the raster.
    ///   - threads: How many read; the result is the same for any number.
    /// - Throws: ``GDALError`` where the raster has no place on Earth or cannot be read.
    /// - Returns: `grid.width × grid.height` stored values, row by row from the top left.
    public func warped<Value: Pixel>(
        band: Int = 1, onto grid: DisplayGrid, resampling: Resampling, missing: Value,
        threads: Int = 1
    ) throws(GDALError) -> [Value] where Value: LosslessStringConvertible {
        precondition(grid.width > 0 && grid.height > 0, "a display grid needs pixels")
        guard info.crs != nil, info.transform != nil else {
            throw GDALError(
                operation: "show", subject: info.name,
                reasons: ["it names no CRS or no place; give it both with gdal_edit"])
        }
        guard info.bands.indices.contains(band - 1) else {
            throw GDALError(
                operation: "take band \(band) of", subject: info.name,
                reasons: ["it has \(info.bands.count), counted from 1"])
        }
        return try canBeWarped(onto: grid)
            ? reprojected(
                band: band, onto: grid, resampling: resampling, missing: missing, threads: threads)
            : gathered(
                band: band, onto: grid, resampling: resampling, missing: missing, threads: threads)
    }

    /// Shows a band as GDAL's warper does.
    func reprojected<Value: Pixel>(
        band: Int, onto grid: DisplayGrid, resampling: Resampling, missing: Value, threads: Int
    ) throws(GDALError) -> [Value] where Value: LosslessStringConvertible {
        let small = try shownFromBlocks(
            band: band, onto: grid, resampling: resampling, missing: missing, threads: threads)
        if let small { return small }
        let single = info.bands.count == 1 ? nil : try oneBand(band)
        defer { if let single { GDALClose(single) } }
        let source = single ?? withHandle { $0 }
        return try reprojected(
            source, onto: grid, resampling: resampling, missing: missing, threads: threads)
    }

    /// Shows a raster of one band, which is this one or made of it.
    func reprojected<Value: Pixel>(
        _ source: GDALDatasetH?, onto grid: DisplayGrid, resampling: Resampling, missing: Value,
        threads: Int
    ) throws(GDALError) -> [Value] where Value: LosslessStringConvertible {
        let shown = try calling("reproject", on: info.name) {
            warp(source, arguments(grid, resampling, missing, Value.dataType, threads))
        }
        defer { GDALClose(shown) }
        var values = [Value](repeating: missing, count: grid.width * grid.height)
        try calling("read what was reprojected from", on: info.name) {
            let (width, height) = (Int32(grid.width), Int32(grid.height))
            let status = values.withUnsafeMutableBytes {
                GDALRasterIO(
                    GDALGetRasterBand(shown, 1), GF_Read, 0, 0, width, height, $0.baseAddress,
                    width, height, Value.dataType.gdal, 0, 0)
            }
            return status == CE_None ? () : nil
        }
        return values
    }

    /// A virtual dataset of one band: this GDAL's warper takes all bands or none.
    private func oneBand(_ number: Int) throws(GDALError) -> GDALDatasetH {
        try calling("take band \(number) of", on: info.name) {
            withHandle { handle in
                withCStrings(["-of", "VRT", "-b", String(number)]) { arguments in
                    let options = GDALTranslateOptionsNew(arguments, nil)
                    defer { GDALTranslateOptionsFree(options) }
                    return GDALTranslate("", handle, options, nil)
                }
            }
        }
    }
}

private func arguments<Value: LosslessStringConvertible>(
    _ grid: DisplayGrid, _ resampling: Resampling, _ missing: Value, _ type: DataType,
    _ threads: Int
) -> [String] {
    let method =
        switch resampling {
        case .nearest: "near"
        case .mode: "mode"
        case .average: "average"
        case .bilinear: "bilinear"
        }
    let sides = [grid.extent.minX, grid.extent.minY, grid.extent.maxX, grid.extent.maxY]
    return ["-of", "MEM", "-t_srs", grid.crs.wkt, "-te"] + sides.map { "\($0)" }
        + ["-ts", "\(grid.width)", "\(grid.height)", "-r", method, "-ovr", "AUTO", "-wm", "64"]
        + ["-ot", String(cString: GDALGetDataTypeName(type.gdal)), "-dstnodata", "\(missing)"]
        + ["-wo", "INIT_DEST=NO_DATA", "-wo", "NUM_THREADS=\(max(1, threads))", "-et", "0.125"]
}

private func warp(_ source: GDALDatasetH?, _ arguments: [String]) -> GDALDatasetH? {
    withCStrings(arguments) { arguments in
        let options = GDALWarpAppOptionsNew(arguments, nil)
        defer { GDALWarpAppOptionsFree(options) }
        var sources = [source]
        var failed: Int32 = 0
        return GDALWarp("", nil, 1, &sources, options, &failed)
    }
}
