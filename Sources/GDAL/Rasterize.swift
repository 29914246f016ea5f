// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Files

extension Dataset {
    /// Gives pixels whose centre lies in a shape the shape's number; of several the last one's.
    ///
    /// - Parameters:
    ///   - shapes: In the raster's CRS.
    ///   - number: The band, from 1, opened for writing.
    /// - Throws: ``GDALError`` where the band cannot be read or written.
    package func burn(
        _ shapes: [(shape: Geometry, number: Int)], band number: Int = 1
    ) throws(GDALError) {
        var bands = [Int32(number)]
        var handles: [OGRGeometryH?] = shapes.map(\.shape.handle)
        var values = shapes.map { Double($0.number) }
        forgetWritten()
        try writing("draw shapes on", on: info.name) {
            withHandle { handle in
                let status = GDALRasterizeGeometries(
                    handle, 1, &bands, Int32(shapes.count), &handles, nil, nil, &values, nil, nil,
                    nil)
                return status == CE_None ? () : nil
            }
        }
        withExtendedLifetime(shapes) {}
    }
}
