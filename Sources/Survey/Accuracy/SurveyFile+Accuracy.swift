// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
public import Ecology
internal import Foundation

extension SurveyFile {
    /// Reference samples of one year, as `[accuracy]` names them, or one of several `[[accuracy]]`.
    public struct Accuracy: Sendable {
        /// The samples.
        public var samples: SampleSource
        /// A CSV with the sizes of strata that are not the map's classes.
        public var strata: String?
        /// The year whose map they judge.
        public var year: Int
        /// How many units a zone must hold before its estimate gets an interval.
        public var rule: DomainRule

        init(
            _ table: DataNode, years: [Int], resolved: (DataNode) throws -> String
        ) throws {
            try table.allow(only: [
                "samples", "layer", "map_field", "reference_field", "zone_field", "crs", "year",
                "strata", "least_units", "least_units_of_class",
            ])
            samples = SampleSource(path: try resolved(table.required("samples")))
            samples.layer = try table["layer"]?.string()
            samples.mapField = try table["map_field"]?.string() ?? samples.mapField
            samples.referenceField =
                try table["reference_field"]?.string() ?? samples.referenceField
            samples.zoneField = try table["zone_field"]?.string() ?? samples.zoneField
            samples.crs = try table["crs"]?.string()
            strata = try table["strata"].map(resolved)
            year = try table["year"]?.year() ?? years.last ?? 0
            if !years.contains(year), let node = table["year"] {
                throw node.error("the survey has no year \(year); it has \(years)")
            }
            rule = DomainRule(
                units: try table["least_units"]?.integer() ?? 30,
                unitsOfClass: try table["least_units_of_class"]?.integer() ?? 5)
        }

        /// The samples of a file: one table `[accuracy]`, or several `[[accuracy]]`.
        ///
        /// - Throws: `DataFileError` where two judge one year.
        static func list(
            _ node: DataNode?, years: [Int], resolved: (DataNode) throws -> String
        ) throws -> [Accuracy] {
            guard let node else { return [] }
            var tables = [node]
            if case .array = node.value { tables = try node.elements() }
            var found: [Accuracy] = []
            for table in tables {
                let own = try Accuracy(table, years: years, resolved: resolved)
                if found.contains(where: { $0.year == own.year }) {
                    let place = table["year"] ?? table
                    throw place.error(
                        "a second sample judges \(own.year); give each [[accuracy]] a year of its "
                            + "own, and put the units of one year into one file")
                }
                found.append(own)
            }
            return found.sorted { $0.year < $1.year }
        }
    }
}

extension SurveyFile {
    /// A sample of what became what between two years, as `[change]` names it.
    public struct ChangeSample: Sendable {
        /// The sample.
        public var samples: SampleSource
        /// A CSV with the sizes of strata that are not mapped transitions.
        public var strata: String?
        /// The earlier year.
        public var from: Int
        /// The later year.
        public var to: Int

        init(
            _ table: DataNode, years: [Int], resolved: (DataNode) throws -> String
        ) throws {
            try table.allow(only: [
                "samples", "layer", "map_field", "reference_field", "crs", "strata", "from", "to",
            ])
            samples = SampleSource(path: try resolved(table.required("samples")))
            samples.layer = try table["layer"]?.string()
            samples.mapField = try table["map_field"]?.string() ?? samples.mapField
            samples.referenceField =
                try table["reference_field"]?.string() ?? samples.referenceField
            samples.crs = try table["crs"]?.string()
            strata = try table["strata"].map(resolved)
            guard let first = years.first, let last = years.last, first < last else {
                throw table.error("a sample of change needs two years")
            }
            from = try table["from"]?.year() ?? first
            to = try table["to"]?.year() ?? last
            let steps = zip(years, years.dropFirst()).map { [$0, $1] } + [[first, last]]
            guard steps.contains([from, to]) else {
                throw (table["from"] ?? table["to"] ?? table).error(
                    "\(from) to \(to) is no step of the survey: take two neighbouring years of "
                        + "\(years), or the first and the last")
            }
        }
    }
}

extension ParcelSource {
    /// Reads `parcels = { file = …, class_field = …, … }`.
    init(_ table: DataNode, resolved: (DataNode) throws -> String) throws {
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
    func document() throws -> String {
        let text = try string().trimmingCharacters(in: .whitespaces)
        guard text.count > 3 else {
            throw error("'official' names the document that issued the data, such as its number")
        }
        return text
    }
}
