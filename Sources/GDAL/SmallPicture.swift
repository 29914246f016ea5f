// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import PlaneGeometry

/// A raster of classes made small, for the eye: each pixel has the code that most pixels of a square
/// block have, and of codes that are equally frequent the smallest.
package struct SmallPicture {
    /// Every code that some pixel of the raster has, in their order.
    package let codes: [Int]
    private let modes: BlockModes
    private let reduction: BlockReduction

    /// Reads a raster once, so that all maps of it need not; `nil` where it has more than 255 codes, or
    /// holds no codes.
    ///
    /// - Parameters:
    ///   - raster: The raster.
    ///   - band: Its band, from 1.
    ///   - window: What of it is to be seen; all of it where left out.
    ///   - side: Pixels along the side of a block: see
    ///     ``blockSide(of:showing:onMapsOf:)``.
    ///   - threads: How many read.
    /// - Throws: ``GDALError`` where it cannot be read.
    package init?(
        of raster: RasterInfo, band: Int, window: Window? = nil, blockSide side: Int, threads: Int
    ) throws(GDALError) {
        let all = Window(column: 0, row: 0, width: raster.width, height: raster.height)
        let reduction = BlockReduction(of: raster, band: band, window: window ?? all, by: side)
        guard let modes = try BlockModes(of: reduction, threads: threads) else { return nil }
        self.reduction = reduction
        self.modes = modes
        codes = modes.seen.map { Int($0) }
    }

    /// Pixels along the side of a block that leaves at least one cell and a half to a pixel of a map.
    ///
    /// - Parameters:
    ///   - raster: The raster.
    ///   - window: What of it the map is about; all of it where left out.
    ///   - size: What the finest map has along its longer side, in pixels.
    /// - Returns: A power of two, or three times one: 1 where the raster is no larger than the map, or has
    ///   no place.
    package static func blockSide(
        of raster: RasterInfo, showing window: Window? = nil, onMapsOf size: Int
    ) -> Int {
        guard raster.crs != nil, raster.transform != nil else { return 1 }
        let longest = max(window?.width ?? raster.width, window?.height ?? raster.height)
        return GDAL.blockSide(forRatio: Double(longest) / Double(max(1, size)))
    }

    /// Writes it as a GeoTIFF with the raster's codes.
    ///
    /// - Throws: ``GDALError`` where it cannot be written.
    package func write(to path: String) throws(GDALError) {
        guard let crs = reduction.info.crs, let transform = reduction.transform else { return }
        let isOfBytes = modes.codes.allSatisfy { (0...255).contains($0) }
        let taken = Set(modes.codes)
        let free = (0...Int32(255)).reversed().first { !taken.contains($0) }
        let plan = { (type: DataType, nothing: Int32) in
            RasterPlan(
                width: modes.width, height: modes.height, dataType: type, transform: transform,
                crs: crs, noData: Double(nothing))
        }
        let whole = Window(column: 0, row: 0, width: modes.width, height: modes.height)
        // It is read as often as it is drawn, and then gone.
        let options = ["TILED=YES"]
        if isOfBytes, let free {
            let file = try Dataset(creating: path, as: plan(.uint8, free), options: options)
            try file.write(whole, from: modes.values(UInt8.self, nothing: free).span)
            try file.finish()
        } else {
            let file = try Dataset(creating: path, as: plan(.int32, .min), options: options)
            try file.write(whole, from: modes.values(Int32.self, nothing: .min).span)
            try file.finish()
        }
    }
}

extension BlockModes {
    /// The code of each cell.
    fileprivate func values<Value: FixedWidthInteger>(
        _ type: Value.Type, nothing: Int32
    ) -> [Value] {
        var table = [Value](repeating: Value(truncatingIfNeeded: nothing), count: 256)
        for (place, code) in codes.enumerated() {
            table[place] = Value(truncatingIfNeeded: code)
        }
        return cells.map { table[Int($0)] }
    }
}

/// Pixels along the side of a block where a pixel of a map is so many wide: a power of two, or three
/// times one, which leaves at least one cell and a half to a pixel of the map.
func blockSide(forRatio ratio: Double) -> Int {
    let most = min(ratio / 1.5, 4096)
    var side = 1
    while Double(side * 2) <= most { side *= 2 }
    return side > 1 && Double(side / 2 * 3) <= most ? side / 2 * 3 : side
}

extension RasterInfo {
    /// The code of nothing, where the raster is one band of bytes that all count but for that one.
    fileprivate func plainBytes() -> UInt8? {
        guard bands.count == 1, bands[0].dataType == .uint8, bands[0].mask != .band,
            bands[0].validRange == nil
        else { return nil }
        return bands[0].noDataCode.flatMap { UInt8(exactly: $0) }
    }
}

extension Dataset {
    /// Cells that a picture may have: what a page needs, and not what a continent has.
    private static var mostCells: Int { 64_000_000 }

    /// Shows a band from blocks of its pixels, each made one cell beforehand: GDAL's warper takes ten
    /// times as long from the pixels themselves. `nil` where the warper has to do it.
    ///
    /// Where the file has an overview no coarser than the blocks, they are made of its pixels.
    func shownFromBlocks<Value: Pixel>(
        band: Int, onto grid: DisplayGrid, resampling: Resampling, missing: Value, threads: Int
    ) throws(GDALError) -> [Value]? where Value: LosslessStringConvertible {
        guard resampling == .mode || resampling == .average, let crs = info.crs,
            let finder = try? DisplayPlaces(grid, of: info, in: crs),
            let ratio = finder.ratio(to: info)
        else { return nil }
        let level = coarsestOverview(ofBand: band, within: Double(blockSide(forRatio: ratio)))
        let source =
            if let level {
                try Dataset(
                    opening: info.raster, options: info.openOptions + ["OVERVIEW_LEVEL=\(level)"]
                ).info
            } else { info }
        let factor = blockSide(forRatio: ratio * Double(source.width) / Double(info.width))
        if factor == 1, level == nil, resampling == .mode, let nothing = info.plainBytes() {
            var table = (UInt8.min...UInt8.max).map { Value("\($0)") ?? missing }
            table[Int(nothing)] = missing
            return try reprojected(
                withHandle { $0 }, onto: grid, resampling: resampling, missing: nothing,
                threads: threads
            ).map { table[Int($0)] }
        }
        guard let window = finder.window(of: source, margin: 4 * factor) else { return nil }
        let reduction = BlockReduction(of: source, band: band, window: window, by: factor)
        guard reduction.width * reduction.height <= Self.mostCells,
            let transform = reduction.transform
        else { return nil }
        let place = CellPlace(
            width: reduction.width, height: reduction.height, transform: transform, crs: crs)
        if resampling == .average {
            guard factor > 1, let means = try BlockMeans(of: reduction, threads: threads) else {
                return nil
            }
            return try warpedCells(
                means.cells, nothing: .nan, at: place, onto: grid, resampling, missing, threads)
        }
        guard let modes = try BlockModes(of: reduction, threads: threads) else { return nil }
        var table = [Value](repeating: missing, count: 256)
        for (place, code) in modes.codes.enumerated() { table[place] = Value("\(code)") ?? missing }
        return try warpedCells(
            modes.cells, nothing: BlockModes.none, at: place, onto: grid, resampling,
            BlockModes.none, threads
        ).map { table[Int($0)] }
    }

    /// The coarsest overview that is no coarser than blocks of so many pixels a side.
    private func coarsestOverview(ofBand number: Int, within factor: Double) -> Int? {
        guard info.bands[number - 1].overviewCount > 0 else { return nil }
        let widths = withHandle { handle in
            let band = GDALGetRasterBand(handle, Int32(number))
            return (0..<GDALGetOverviewCount(band)).map {
                Int(GDALGetRasterBandXSize(GDALGetOverview(band, $0)))
            }
        }
        return widths.indices.filter {
            widths[$0] > 0 && Double(info.width) / Double(widths[$0]) <= factor * 1.01
        }.min { widths[$0] < widths[$1] }
    }

    /// Cells of a raster in memory, as GDAL's warper shows them.
    private func warpedCells<Cell: Pixel & LosslessStringConvertible, Value: Pixel>(
        _ cells: [Cell], nothing: Cell, at place: CellPlace, onto grid: DisplayGrid,
        _ resampling: Resampling, _ missing: Value, _ threads: Int
    ) throws(GDALError) -> [Value] where Value: LosslessStringConvertible {
        let memory = try calling("make a small picture of", on: info.name) {
            place.raster(of: cells, nothing: nothing)
        }
        defer { GDALClose(memory) }
        return try reprojected(
            memory, onto: grid, resampling: resampling, missing: missing, threads: threads)
    }
}

/// Where cells lie.
private struct CellPlace {
    let width: Int, height: Int
    let transform: GeoTransform
    let crs: CRS

    /// A raster of them in memory; `nil` where GDAL fails.
    func raster<Cell: Pixel & LosslessStringConvertible>(
        of cells: [Cell], nothing: Cell
    ) -> GDALDatasetH? {
        let (columns, rows) = (Int32(width), Int32(height))
        guard
            let made = GDALCreate(
                GDALGetDriverByName("MEM"), "", columns, rows, 1, Cell.dataType.gdal, nil)
        else { return nil }
        var coefficients = transform.coefficients
        let band = GDALGetRasterBand(made, 1)
        let status = cells.withUnsafeBytes {
            GDALRasterIO(
                band, GF_Write, 0, 0, columns, rows,
                UnsafeMutableRawPointer(mutating: $0.baseAddress), columns, rows,
                Cell.dataType.gdal, 0, 0)
        }
        guard GDALSetGeoTransform(made, &coefficients) == CE_None,
            crs.withHandle({ GDALSetSpatialRef(made, $0) }) == CE_None,
            GDALSetRasterNoDataValue(band, Double("\(nothing)") ?? .nan) == CE_None,
            status == CE_None
        else {
            GDALClose(made)
            return nil
        }
        return made
    }
}
