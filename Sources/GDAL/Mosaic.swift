// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Foundation

/// Many tiles seen as one raster, through a virtual dataset in memory.
///
/// Where tiles overlap, a later one (by name) lies on top; where none lies, pixels are nodata.
public final class Mosaic: Sendable {
    /// The name to open it by, in this process: ``Dataset/init(opening:options:)`` takes it.
    public let name: String
    /// The tiles, in the order that they are laid.
    public let tiles: [String]

    /// Lays tiles of one CRS, one resolution and one pixel type side by side.
    ///
    /// - Throws: ``GDALError`` that names the first tile that does not fit the others.
    public init(of tiles: [String]) throws(GDALError) {
        GDALRuntime.register()
        self.tiles = tiles
        let first = try Dataset(opening: tiles.first ?? "").info
        for tile in tiles.dropFirst() {
            let info = try Dataset(opening: tile).info
            if let reason = mismatch(info, first) {
                throw GDALError(operation: "join", subject: tile, reasons: [reason])
            }
        }
        let name = "/vsimem/steppe/\(UUID().uuidString).vrt"
        self.name = name
        let built = try calling("join", on: "\(tiles.count) tiles") {
            withCStrings(["-strict"]) { arguments in
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
    }

    deinit { VSIUnlink(name) }
}

private func mismatch(_ tile: RasterInfo, _ first: RasterInfo) -> String? {
    if tile.bands.count != first.bands.count {
        return "it has \(tile.bands.count) bands, '\(first.name)' has \(first.bands.count)"
    }
    if tile.bands.first?.dataType != first.bands.first?.dataType {
        return "its pixels are not of the type of '\(first.name)'"
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
