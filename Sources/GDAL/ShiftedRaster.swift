// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Foundation
internal import PlaneGeometry

/// A raster moved by whole pixels, seen on its own grid: what the same map would show if it lay beside
/// its place.
public final class ShiftedRaster: Sendable {
    /// The name to open it by, in this process.
    public var name: String { view.name }
    private let view: AlignedRaster
    private let moved: String

    /// A view of a raster that lies so many columns to the right and rows down.
    ///
    /// What comes from beyond its edge has no value.
    ///
    /// - Parameters:
    ///   - source: The raster.
    ///   - columns: Whole pixels.
    ///   - rows: Whole pixels.
    ///   - crs: What to take the source for, where it names no CRS.
    /// - Throws: ``GDALError`` where the raster is rotated or not georeferenced.
    public init(
        of source: String, columns: Int, rows: Int, assuming crs: CRS? = nil
    ) throws(GDALError) {
        let dataset = try Dataset(opening: source)
        let info = dataset.info
        guard let transform = info.transform, transform.isAxisAligned else {
            throw GDALError(
                operation: "move", subject: source, reasons: ["it is rotated or not georeferenced"])
        }
        let start = transform.coordinates(column: Double(columns), row: Double(rows))
        let end = transform.coordinates(
            column: Double(columns + info.width), row: Double(rows + info.height))
        let name = VirtualRaster.newName()
        let arguments = [
            "-of", "VRT", "-a_ullr", "\(start.x)", "\(start.y)", "\(end.x)", "\(end.y)",
        ]
        let copy = try calling("move", on: source) {
            withCStrings(arguments) { arguments in
                dataset.withHandle { handle in
                    let options = GDALTranslateOptionsNew(arguments, nil)
                    defer { GDALTranslateOptionsFree(options) }
                    return GDALTranslate(name, handle, options, nil)
                }
            }
        }
        GDALClose(copy)
        moved = name
        view = try AlignedRaster(of: name, onGridOf: info, assuming: crs)
    }

    deinit { VSIUnlink(moved) }
}
