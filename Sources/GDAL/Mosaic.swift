// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import DataFiles
internal import Foundation
internal import PlaneGeometry

/// Many tiles seen as one raster, through a virtual dataset in memory.
///
/// Where tiles overlap, a later one lies on top, except where it holds nodata. Where none lies,
/// pixels are nodata; where the tiles know no nodata value, an alpha band masks them.
public struct Mosaic: Sendable {
    /// The tiles as one.
    public let raster: Raster
    /// The tiles, in the order that they are laid.
    public let tiles: [String]
    private let infos: [RasterInfo]

    /// Lays tiles of one CRS, one resolution and one pixel type side by side.
    ///
    /// - Throws: ``GDALError`` that names the first tile that does not fit the others.
    public init(of tiles: [String]) throws(GDALError) {
        GDALRuntime.register()
        self.tiles = tiles
        let first = try Dataset(opening: tiles.first ?? "").info
        var infos = [first]
        for tile in tiles.dropFirst() {
            let info = try Dataset(opening: tile).info
            if let reason = mismatch(info, first) {
                throw GDALError(operation: "join", subject: tile, reasons: [reason])
            }
            infos.append(info)
        }
        self.infos = infos
        let needsAlpha = first.bands.allSatisfy { $0.mask == .none } && !infos.fillTheirExtent
        let name = VirtualRaster.newName()
        let built = try calling("join", on: "\(tiles.count) tiles") {
            withCStrings(["-strict"] + (needsAlpha ? ["-addalpha"] : [])) { arguments in
                withCStrings(tiles) { names in
                    let options = GDALBuildVRTOptionsNew(arguments, nil)
                    defer { GDALBuildVRTOptionsFree(options) }
                    let list = UnsafeRawPointer(names)?.assumingMemoryBound(
                        to: UnsafePointer<CChar>?.self)
                    return GDALBuildVRT(name, Int32(tiles.count), nil, list, options, nil)
                }
            }
        }
        GDALClose(built)
        raster = Raster(Assembly(name, of: tiles.map { Raster($0) }))
    }

    /// Refuses tiles of several years, as their names or their metadata state them.
    ///
    /// - Throws: ``GDALError`` that names two tiles and their years.
    func requireOneYear() throws(GDALError) {
        var known: (year: Int, file: String)?
        for info in infos {
            let named = DataYear.inName(of: info.name).map { (item: "name", year: $0) }
            guard let stated = named ?? info.yearStatements.first else { continue }
            if let known, known.year != stated.year {
                throw GDALError(
                    operation: "join", subject: info.name,
                    reasons: [
                        "it is of \(stated.year) by its \(stated.item), and '\(known.file)' of "
                            + "\(known.year): give the files of one year. If these are no years, "
                            + "or to lay later files on top, \(RasterFiles.mosaicRemedy)"
                    ])
            }
            known = (stated.year, info.name)
        }
    }

    /// Refuses tiles that both know a pixel, and know it differently.
    ///
    /// Costs nothing where tiles lie side by side; else the reading of what overlaps, twice, and of
    /// no more than 2²⁸ pixels: where more overlap, evenly spread strips are compared.
    ///
    /// - Throws: ``GDALError`` that names the tiles, the place and the values.
    func requireLikeOverlaps() throws(GDALError) {
        try MosaicOverlaps(of: infos).requireLikeValues()
    }
}

extension [RasterInfo] {
    /// Whether no pixel of the extent around all lies off every one of them.
    fileprivate var fillTheirExtent: Bool {
        let windows = windowsOnFirstGrid
        guard !windows.isEmpty else { return true }
        let columns = Set(windows.flatMap { [$0.columns.lowerBound, $0.columns.upperBound] })
            .sorted()
        let rows = Set(windows.flatMap { [$0.rows.lowerBound, $0.rows.upperBound] }).sorted()
        // Between two neighbouring sides a column of pixels is alike, and so is a row.
        return columns.dropLast().allSatisfy { column in
            let here = windows.filter { $0.columns.contains(column) }
            return rows.dropLast().allSatisfy { row in here.contains { $0.rows.contains(row) } }
        }
    }
}

private func mismatch(_ tile: RasterInfo, _ first: RasterInfo) -> String? {
    if tile.bands.count != first.bands.count {
        return "it has \(tile.bands.count) bands, '\(first.name)' has \(first.bands.count)"
    }
    if tile.bands.first?.dataType != first.bands.first?.dataType {
        return "its pixels are not of the type of '\(first.name)'"
    }
    for (a, b) in zip(tile.bands, first.bands) {
        if a.noData?.bitPattern != b.noData?.bitPattern {
            let values = [a, b].map { $0.noData.map { "\($0)" } ?? "none" }
            return "its nodata value is \(values[0]), that of '\(first.name)' is \(values[1])"
        }
        if a.mask != b.mask { return "it or '\(first.name)' has a mask, the other has none" }
        if a.scale != b.scale || a.offset != b.offset {
            return "its scale and offset are not those of '\(first.name)'"
        }
    }
    switch (tile.crs, first.crs) {
    case (let a?, let b?) where !a.isSame(as: b): return "its CRS is \(a), not \(b)"
    case (nil, _?), (_?, nil): return "it or '\(first.name)' names no CRS"
    default: break
    }
    guard let a = tile.transform, let b = first.transform else {
        return "it or '\(first.name)' is not georeferenced"
    }
    let apart = zip(a.coefficients, b.coefficients).enumerated().contains { index, pair in
        index % 3 != 0 && abs(pair.0 - pair.1) > 1e-6 * b.pixelArea.squareRoot()
    }
    if apart { return "its pixels are not as large as those of '\(first.name)'" }
    let corner = b.pixel(of: a.coordinates(column: 0, row: 0))
    let drift = max(abs(corner.x - corner.x.rounded()), abs(corner.y - corner.y.rounded()))
    if drift > 0.01 {
        return "its grid lies \(drift) pixels off that of '\(first.name)'; align them with gdalwarp"
    }
    return nil
}
