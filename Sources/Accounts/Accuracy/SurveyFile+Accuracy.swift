// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles
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

        package init(
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
        package static func list(
            _ node: DataNode, years: [Int], resolved: (DataNode) throws -> String
        ) throws -> [Accuracy] {
            var tables = [node]
            if case .array = node.value { tables = try node.elements() }
            var samples: [Accuracy] = []
            for table in tables {
                let sample = try Accuracy(table, years: years, resolved: resolved)
                if samples.contains(where: { $0.year == sample.year }) {
                    let place = table["year"] ?? table
                    throw place.error(
                        "a second sample judges \(sample.year); give each [[accuracy]] a year of its "
                            + "own, and put the units of one year into one file")
                }
                samples.append(sample)
            }
            return samples.sorted { $0.year < $1.year }
        }
    }
}

extension SurveyFile {
    /// Reference samples that give areas their intervals: at most one for each year.
    public var accuracy: [Accuracy] {
        get { self[AccuracySection.self]?.samples ?? [] }
        set { self[AccuracySection.self] = AccuracySection(samples: newValue) }
    }
}

/// `[accuracy]`, or several `[[accuracy]]`.
struct AccuracySection: SurveySection {
    static let keys = ["accuracy"]

    let samples: [SurveyFile.Accuracy]
}

extension AccuracySection {
    init?(_ file: DataNode, in context: SectionContext) throws {
        guard let node = file["accuracy"] else { return nil }
        samples = try SurveyFile.Accuracy.list(
            node, years: context.years, resolved: context.resolved)
    }
}
