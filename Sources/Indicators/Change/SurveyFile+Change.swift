// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
package import DataFiles

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

        package init(
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

extension SurveyFile {
    /// A sample of what became what between two of the years.
    public var changeSample: ChangeSample? {
        get { self[ChangeSample.self] }
        set { self[ChangeSample.self] = newValue }
    }
}

extension SurveyFile.ChangeSample: SurveySection {
    package static let keys = ["change"]

    package init?(_ file: DataNode, in context: SectionContext) throws {
        guard let table = file["change"] else { return nil }
        try self.init(table, years: context.years, resolved: context.resolved)
    }
}
