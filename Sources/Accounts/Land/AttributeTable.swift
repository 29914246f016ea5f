// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles
package import GDAL

/// Rows under named columns: of a CSV, or of the attributes of a layer.
///
/// Cells of a CSV are text; an empty one is ``FieldValue/null``.
package struct AttributeTable {
    /// A row, and where it stands.
    package struct Row {
        package let cells: [FieldValue]
        /// `nil` in a CSV.
        package let geometry: Geometry?
        fileprivate let file: String
        /// `nil` where the table is no text.
        fileprivate let line: Int?
        fileprivate let number: Int

        /// What messages call it: `line 3` of a CSV, `feature 2` of a layer.
        package var name: String { line.map { "line \($0)" } ?? "feature \(number)" }

        /// An error that points at the row; the message goes on after its name.
        package func error(_ message: String) -> DataFileError {
            DataFileError(
                file: file, line: line, message: line == nil ? "\(name) \(message)" : message)
        }
    }

    package let path: String
    package let columns: [String]
    package let rows: [Row]
    /// The CRS of the geometries; `nil` where there are none, or it is not named.
    package let crs: CRS?
    /// Whether the rows are polygons.
    package let hasPolygons: Bool

    /// Reads a table whole.
    ///
    /// - Throws: `DataFileError` at the line of a CSV, `GDALError` where a layer is broken.
    package init(reading path: String, layer: String? = nil) throws {
        self.path = path
        guard !Self.isText(path) else {
            let file = try CSVFile(reading: path)
            columns = file.columns
            rows = file.rows.enumerated().map { index, row in
                Row(
                    cells: row.cells.map { $0.isEmpty ? .null : .text($0) }, geometry: nil,
                    file: path, line: row.line, number: index + 1)
            }
            crs = nil
            hasPolygons = false
            return
        }
        let file = try VectorSource(opening: path)
        let info = try file.layer(layer)
        columns = info.fields.map(\.name)
        crs = info.crs
        hasPolygons = info.geometryType.contains("Polygon")
        var rows: [Row] = []
        try file.forEachFeature(in: layer) { feature in
            rows.append(
                Row(
                    cells: feature.values, geometry: feature.geometry, file: path, line: nil,
                    number: rows.count + 1))
        }
        self.rows = rows
    }

    /// Whether a file is read as comma-separated values, by its name.
    package static func isText(_ path: String) -> Bool {
        ["csv", "tsv", "txt"].contains(path.fileExtension)
    }

    /// The place of the first of these columns that is there, in any case of letters.
    package func index(ofAny names: String...) -> Int? {
        for name in names {
            let place =
                columns.firstIndex(of: name)
                ?? columns.firstIndex { $0.lowercased() == name.lowercased() }
            if let place { return place }
        }
        return nil
    }
}
