// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

extension StyleSheet {
    /// Reads a style: OGC SLD 1.0 or SE 1.1, or QGIS's `.qml` of a paletted raster.
    ///
    /// What the file asks for and this program cannot do stands in ``unsupported``, with its line.
    ///
    /// - Throws: ``StyleError`` where it is no style, or where leaving something out would draw the
    ///   wrong features.
    public init(readingFrom path: String) throws(StyleError) {
        let root = try XMLReader.read(path)
        var reader = StyleReader(file: path)
        self = try root.name == "qgis" ? reader.qgisStyle(root) : reader.style(root)
        unsupported = reader.unsupported
    }
}
