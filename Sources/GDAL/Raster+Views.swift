// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import PlaneGeometry

extension Raster {
    /// The raster seen on another raster's grid: each pixel takes the nearest one's value.
    ///
    /// Nothing is interpolated, so classes stay classes; overviews are never read; and the view is computed
    /// as it is read.
    ///
    /// - Parameters:
    ///   - reference: The raster whose grid to take.
    ///   - assumedCRS: What to take the raster for, where it names no CRS.
    /// - Returns: A view of the reference's size, in its CRS.
    /// - Throws: ``GDALError`` where the two cannot be brought together.
    public func aligned(
        onGridOf reference: RasterInfo, assuming assumedCRS: CRS? = nil
    ) throws(GDALError) -> Raster {
        GDALRuntime.register()
        guard let transform = reference.transform, transform.isAxisAligned,
            let crs = reference.crs ?? assumedCRS
        else {
            throw GDALError(
                operation: "align", subject: name,
                reasons: ["'\(reference.name)' is rotated or not georeferenced"])
        }
        let extent = transform.extent(width: reference.width, height: reference.height)
        var arguments = [
            "-of", "VRT", "-r", "near", "-t_srs", crs.wkt,
            "-te", "\(extent.minX)", "\(extent.minY)", "\(extent.maxX)", "\(extent.maxY)",
            "-ts", "\(reference.width)", "\(reference.height)", "-et", "0", "-ovr", "NONE",
        ]
        if let assumedCRS { arguments += ["-s_srs", assumedCRS.wkt] }
        let dataset = try Dataset(opening: self)
        // Without a nodata value, ground off the source would read as code 0: a mask tells it apart.
        if dataset.info.bands.allSatisfy({ $0.noData == nil }) { arguments.append("-dstalpha") }
        let viewName = VirtualRaster.newName()
        let view = try calling("align", on: name) {
            withCStrings(arguments) { arguments in
                dataset.withHandle { handle in
                    let options = GDALWarpAppOptionsNew(arguments, nil)
                    defer { GDALWarpAppOptionsFree(options) }
                    var sources = [handle]
                    return GDALWarp(viewName, nil, 1, &sources, options, nil)
                }
            }
        }
        GDALClose(view)
        let pixels = NearestPixels(of: dataset.info, onGridOf: reference, assuming: assumedCRS)
        return Raster(Assembly(viewName, of: [self], by: pixels))
    }

    /// The raster moved by whole pixels, seen on its own grid: what the same map would show if it lay
    /// beside its place.
    ///
    /// What comes from beyond its edge has no value.
    ///
    /// - Parameters:
    ///   - columns: Whole pixels to the right.
    ///   - rows: Whole pixels down.
    ///   - crs: What to take the raster for, where it names no CRS.
    /// - Returns: A view on the raster's own grid.
    /// - Throws: ``GDALError`` where the raster is rotated or not georeferenced.
    public func shifted(
        columns: Int, rows: Int, assuming crs: CRS? = nil
    ) throws(GDALError) -> Raster {
        let dataset = try Dataset(opening: self)
        let info = dataset.info
        guard let transform = info.transform, transform.isAxisAligned else {
            throw GDALError(
                operation: "move", subject: name, reasons: ["it is rotated or not georeferenced"])
        }
        let start = transform.coordinates(column: Double(columns), row: Double(rows))
        let end = transform.coordinates(
            column: Double(columns + info.width), row: Double(rows + info.height))
        let copyName = VirtualRaster.newName()
        let arguments = [
            "-of", "VRT", "-a_ullr", "\(start.x)", "\(start.y)", "\(end.x)", "\(end.y)",
        ]
        let copy = try calling("move", on: name) {
            withCStrings(arguments) { arguments in
                dataset.withHandle { handle in
                    let options = GDALTranslateOptionsNew(arguments, nil)
                    defer { GDALTranslateOptionsFree(options) }
                    return GDALTranslate(copyName, handle, options, nil)
                }
            }
        }
        GDALClose(copy)
        return try Raster(Assembly(copyName, of: [self])).aligned(onGridOf: info, assuming: crs)
    }
}
