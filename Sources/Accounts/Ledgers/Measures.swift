// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles
public import Zonal

extension SurveyFile {
    /// Polygons of accepted measures.
    public struct Measures: Sendable {
        /// The polygons.
        public var source: ZoneSource
        /// The field with the year of acceptance.
        public var yearField = "year"
        /// The field that tells whether a measure is still there; `nil` keeps all.
        public var keptField: String?

        /// A path, or a table with `file` and its fields.
        package init(_ node: DataNode, resolved: (DataNode) throws -> String) throws {
            guard case .table = node.value else {
                source = ZoneSource(path: try resolved(node))
                return
            }
            try node.allow(only: [
                "file", "layer", "where", "crs", "year_field", "kept_field",
            ])
            source = try ZoneSource(node, resolved: resolved)
            yearField = try node["year_field"]?.string() ?? "year"
            keptField = try node["kept_field"]?.string()
        }

        package init(source: ZoneSource, yearField: String, keptField: String?) {
            self.source = source
            self.yearField = yearField
            self.keptField = keptField
        }
    }
}
