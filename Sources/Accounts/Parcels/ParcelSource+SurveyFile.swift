// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles
internal import Foundation

extension ParcelSource {
    /// Reads `parcels = { file = …, class_field = …, … }`.
    package init(_ table: DataNode, resolved: (DataNode) throws -> String) throws {
        try table.allow(only: [
            "file", "layer", "class_field", "area_field", "ridge_field", "net_field", "where",
            "crs", "encoding", "scheme", "official",
        ])
        self.init(path: try resolved(table.required("file")))
        layer = try table["layer"]?.string()
        classField = try table["class_field"]?.string()
        areaField = try table["area_field"]?.string()
        ridgeField = try table["ridge_field"]?.string()
        netField = try table["net_field"]?.string()
        filter = try table["where"]?.string()
        crs = try table["crs"]?.string()
        official = try table["official"]?.document()
        openOptions = try table["encoding"].map { ["ENCODING=\(try $0.string())"] } ?? []
    }
}

extension DataNode {
    /// The document that issued what a table names; not empty, and no bare yes.
    package func document() throws -> String {
        let text = try string().trimmingCharacters(in: .whitespaces)
        guard text.count > 3 else {
            throw error("'official' names the document that issued the data, such as its number")
        }
        return text
    }
}
