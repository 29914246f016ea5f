// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Words

extension MapSheet {
    /// Draws the map into a file, whole or not at all.
    ///
    /// - Parameter path: Ends in `.png`, `.pdf` or `.svg`. A file of that name is replaced.
    /// - Returns: What the drawing lacks: characters, fonts, room for names.
    /// - Throws: ``MapError``, or `GDALError` where a raster cannot be read or reprojected.
    @discardableResult
    public func write(to path: String) throws -> [DrawingGap] {
        let map = try drawn(as: ImageFormat(ofPath: path))
        try WholeFile.write(map.bytes, to: path)
        return map.missing
    }

    /// Draws the map and returns its file.
    public func encoded(as format: ImageFormat) throws -> [UInt8] {
        try drawn(as: format).bytes
    }

    /// Draws the map; also tells where things came to stand.
    package func drawn(as format: ImageFormat) throws -> DrawnMap {
        let typesetter = try Typesetter(family: fontFamily)
        let magnification = page.magnification
        let canvas = try Canvas(
            format: format, page: page, magnification: magnification, dpi: dpi,
            title: title.line(in: language), typesetter: typesetter)
        let area = PageRect(
            x: 0, y: 0, width: page.width / magnification, height: page.height / magnification)
        return try SheetDrawing(self, on: canvas, area: area).draw()
    }

    /// Draws the map as a page of a document, which stays open.
    ///
    /// `margin` is what is left free around it, in points.
    package func draw(on canvas: Canvas, in area: PageRect, margin: Double = 30) throws {
        _ = try SheetDrawing(self, on: canvas, area: area, margin: margin).draw(finishing: false)
    }
}
