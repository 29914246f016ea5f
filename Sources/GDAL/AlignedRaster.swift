// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Foundation
internal import PlaneGeometry

/// A raster seen on another raster's grid: each pixel takes the nearest one's value.
///
/// Nothing is interpolated, so classes stay classes; overviews are never read; and the view is computed
/// as it is read.
public final class AlignedRaster: Sendable {
    /// The name to open it by, in this process.
    public let name: String

    /// A view of a raster on a grid.
    ///
    /// - Parameters:
    ///   - source: The raster to look at.
    ///   - reference: The raster whose grid to take.
    ///   - assumedCRS: What to take the source for, where it names no CRS.
    /// - Throws: ``GDALError`` where the two cannot be brought together.
    public init(
        of source: String, onGridOf reference: RasterInfo, assuming assumedCRS: CRS? = nil
    ) throws(GDALError) {
        GDALRuntime.register()
        guard let transform = reference.transform, transform.isAxisAligned,
            let crs = reference.crs ?? assumedCRS
        else {
            throw GDALError(
                operation: "align", subject: source,
                reasons: ["'\(reference.name)' is rotated or not georeferenced"])
        }
        let extent = transform.extent(width: reference.width, height: reference.height)
        var arguments = [
            "-of", "VRT", "-r", "near", "-t_srs", crs.wkt,
            "-te", "\(extent.minX)", "\(extent.minY)", "\(extent.maxX)", "\(extent.maxY)",
            "-ts", "\(reference.width)", "\(reference.height)", "-et", "0", "-ovr", "NONE",
        ]
        if let assumedCRS { arguments += ["-s_srs", assumedCRS.wkt] }
        let name = VirtualRaster.newName()
        self.name = name
        let dataset = try Dataset(opening: source)
        // Without a nodata value, ground off the source would read as code 0: a mask tells it apart.
        if dataset.info.bands.allSatisfy({ $0.noData == nil }) { arguments.append("-dstalpha") }
        let view = try calling("align", on: source) {
            withCStrings(arguments) { arguments in
                dataset.withHandle { handle in
                    let options = GDALWarpAppOptionsNew(arguments, nil)
                    defer { GDALWarpAppOptionsFree(options) }
                    var sources = [handle]
                    return GDALWarp(name, nil, 1, &sources, options, nil)
                }
            }
        }
        GDALClose(view)
        NearestPixels.name(
            name,
            NearestPixels(of: dataset.info, onGridOf: reference, assuming: assumedCRS))
    }

    deinit {
        NearestPixels.name(name, nil)
        VSIUnlink(name)
    }
}
