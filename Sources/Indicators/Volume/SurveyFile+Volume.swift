// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
package import DataFiles
public import Ecology
internal import LandCover
internal import Zonal

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

        package init() {}

        package init(_ table: DataNode) throws {
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
}

extension SurveyFile {
    /// How standing volume is found.
    public var volume: Volume {
        get { self[Volume.self] ?? Volume() }
        set { self[Volume.self] = newValue }
    }
}

extension SurveyFile.Volume: SurveySection {
    package static let keys = ["volume"]

    package init?(_ file: DataNode, in context: SectionContext) throws {
        guard let table = file["volume"] else { return nil }
        try self.init(table)
    }

    package var parameters: [String: String] {
        method.map { ["variant_standing_volume": $0.rawValue] } ?? [:]
    }

    package var zoneTables: [(key: String, zones: [String])] {
        [
            ("[volume] beside_fields_m3", besideFields.keys.sorted()),
            ("[volume] scattered_m3", scattered.keys.sorted()),
        ]
    }
}

extension SurveyFile {
    /// Refuses a mean volume of a class that no year's scheme has: it would be of nothing.
    ///
    /// - Throws: ``SurveyError/unusable(file:why:)``.
    package func checkClassMeans(_ lands: [LandYear]) throws(SurveyError) {
        let known = Set(lands.flatMap { $0.scheme.classes.map { "\($0.code)" } })
        for code in volume.classMeans.keys.sorted() where !known.contains(code) {
            // Survey polygons may have codes with a suffix, told by what they hold.
            guard !lands.contains(where: { $0.classAreas.values.contains { $0[code] != nil } })
            else { continue }
            let schemes = Set(lands.map(\.scheme.id)).sorted().joined(separator: ", ")
            throw .unusable(
                file: path,
                why: "[volume] class_means names the class '\(code)', which \(schemes) has not")
        }
    }
}
