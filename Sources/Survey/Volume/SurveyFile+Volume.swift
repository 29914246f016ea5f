// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
public import Ecology
public import Zonal

extension SurveyFile {
    /// How standing volume is found, and what stands outside stands: `[volume]`.
    public struct Volume: Sendable {
        /// Which way is the result where there are several; `nil` takes the first that there is of
        /// raster, stands and class means.
        public var method: StandingVolume.Method?
        /// m³/ha by class code.
        public var classMeans: [String: Double] = [:]
        /// 散生木 in m³ by zone; `all` is the city. Empty where it was not counted.
        public var scattered: [String: Double] = [:]
        /// 四旁 in m³ by zone. Empty where it was not counted.
        public var besideFields: [String: Double] = [:]
        /// The inventory's half-width of a 95 % interval, as a fraction.
        public var samplingError: Double?

        init(_ table: DataNode?) throws {
            guard let table else { return }
            try table.allow(only: [
                "method", "class_means", "scattered_m3", "beside_fields_m3", "sampling_error",
            ])
            method = try table["method"]?.choice(StandingVolume.Method.self)
            classMeans = try byZone(table["class_means"], times: 1)
            scattered = try byZone(table["scattered_m3"], times: 1)
            besideFields = try byZone(table["beside_fields_m3"], times: 1)
            samplingError = try table["sampling_error"]?.number()
            if let error = samplingError, !(0...1).contains(error),
                let node = table["sampling_error"]
            {
                throw node.error("'sampling_error' is \(error); it is a fraction, such as 0.1")
            }
        }
    }

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

        init(_ node: DataNode, resolved: (DataNode) throws -> String) throws {
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
