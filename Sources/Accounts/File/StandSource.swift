// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles
public import Zonal

extension SurveyFile {
    /// Stand polygons 小班 of one year.
    public struct Stands: Sendable {
        /// The polygons.
        public var source: ZoneSource
        /// The field with m³/ha.
        public var volumeField: String
        /// The field that tells 乔木林 from 疏林; `nil` takes all for 乔木林.
        public var kindField: String?
        /// The document that issued the stands as an official inventory; `nil` where nobody says so.
        public var official: String?
        /// What that field says of 疏林.
        public var openKinds: [String]
        /// Whether the layer holds every zone with trees: `false` gives the city's figure for the zones
        /// that there are, `true` says that the others have none; `nil` assesses neither.
        public var isComplete: Bool?

        package init(_ node: DataNode, resolved: (DataNode) throws -> String) throws {
            try node.allow(only: [
                "file", "layer", "where", "crs", "volume_field", "kind_field", "open",
                "complete", "official",
            ])
            official = try node["official"]?.document()
            source = try ZoneSource(node, resolved: resolved)
            volumeField = try node.required("volume_field").string()
            kindField = try node["kind_field"]?.string()
            isComplete = try node["complete"]?.boolean()
            openKinds = try node["open"]?.strings() ?? ["疏林", "open"]
        }
    }
}
