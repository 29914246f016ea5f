// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import MapStyles

extension VectorWriter {
    /// Adds the table `layer_styles`, from which QGIS takes each layer's default style.
    ///
    /// Styles come by layer, with its geometry's column; a layer's first is its default.
    func addStyles(_ styles: [(layer: String, column: String, style: StyleSheet)]) throws {
        try add(
            layer: "layer_styles", shape: .none, crs: nil,
            fields: [
                Field("f_table_catalog", .text), Field("f_table_schema", .text),
                Field("f_table_name", .text), Field("f_geometry_column", .text),
                Field("styleName", .text), Field("styleQML", .text), Field("styleSLD", .text),
                Field("useAsDefault", .integer), Field("description", .text),
                Field("owner", .text), Field("ui", .text), Field("update_time", .text),
            ], options: ["FID=id"],
            rows: styles.enumerated().map { index, item in
                let isFirst = !styles[..<index].contains { $0.layer == item.layer }
                return (
                    values: [
                        .text(""), .text(""), .text(item.layer), .text(item.column),
                        .text(item.style.name), .text(item.style.qml()),
                        .text(item.style.sld(.se11)), .integer(isFirst ? 1 : 0),
                        .text(item.style.title),
                        .text(""), .null, .text("2000-01-01T00:00:00.000Z"),
                    ], geometry: nil
                )
            })
    }
}
