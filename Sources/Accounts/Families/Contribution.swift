// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Cartography
package import Ecology
package import GDAL
package import MapStyles
package import PlaneGeometry
package import Tables
package import Words

/// What a family of indicators adds to a survey. Reports, layers, maps and tables know nothing else of it.
package struct Contribution: Sendable {
    /// Results by the survey's own variants.
    package var results: [IndicatorResult] = []
    /// Results by every other variant that the data allow.
    package var variants: [IndicatorResult] = []
    /// Indicators that are counted here, of which a figure from land cover is another variant.
    package var counted: Set<String> = []
    /// Says how sure results are, those of other families too; `nil` where the family knows nothing of that.
    package var judge: (@Sendable (IndicatorResult) -> IndicatorResult)?
    /// Tables; those without a row are not written.
    package var tables: [Table] = []
    /// Tables of what all families' results came to.
    package var concludingTables: (@Sendable ([Assessment], TargetPlan?) throws -> [Table])?
    /// What a reader should know.
    package var notes: [LocalizedText] = []
    /// Files that were read for it.
    package var inputs: [String] = []
    /// Those of them that serve every year, by what they are used as.
    package var sharedInputs: [(use: LocalizedText, files: [String])] = []
    /// Layers beside the zones.
    package var layers: [ContributedLayer] = []
    /// Attributes of the zones.
    package var columns: [ZoneColumn] = []
    /// Choropleth maps of the zones beside those of indicators.
    package var zoneMaps: [ZoneFigures] = []
    /// Rasters to be drawn, made when there is drawing to do.
    package var rasterMaps: (@Sendable () throws -> [RasterPicture])?
    /// Writes files of its own into the survey's folder; returns their names.
    package var write: (@Sendable (_ folder: String) async throws -> [String])?
    /// Charts of its tables.
    package var charts: [FamilyChart] = []
    /// A chapter of the report.
    package var section: ReportSection?
    /// A sheet of the workbook beside its tables.
    package var sheet: ContributedSheet?
    /// What is said of the newest year on the terminal, beside the indicators.
    package var summary: [SummaryLine] = []

    /// Nothing yet.
    package init() {}
}

/// A layer that a family adds to the survey's GeoPackage and project.
package struct ContributedLayer: Sendable {
    /// The layer's name.
    package let name: String
    package let fields: [Field]
    /// Each feature's attributes and its area.
    package let rows: [(values: [FieldValue], polygons: [Polygon])]
    package let style: StyleSheet

    package init(
        name: String, fields: [Field], rows: [(values: [FieldValue], polygons: [Polygon])],
        style: StyleSheet
    ) {
        self.name = name
        self.fields = fields
        self.rows = rows
        self.style = style
    }
}

/// An attribute of zones that a family adds: a field, and its value in each zone.
package struct ZoneColumn: Sendable {
    package let field: Field
    /// By zone; a zone without one has none.
    package let values: [String: FieldValue]
    /// What the zones are coloured by it in QGIS; `nil` for an attribute that is none to look at.
    package var style: Style?

    package init(field: Field, values: [String: FieldValue], style: Style?) {
        self.field = field
        self.values = values
        self.style = style
    }

    /// How zones are coloured by a column.
    package struct Style: Sendable {
        /// The style's name.
        package let name: String
        package let title: LocalizedText
        package let ramp: ColorRamp

        package init(name: String, title: LocalizedText, ramp: ColorRamp) {
            self.name = name
            self.title = title
            self.ramp = ramp
        }
    }
}

/// Figures of zones that a family draws as a map.
package struct ZoneFigures: Sendable {
    /// The file's name, without its ending.
    package let name: String
    package let heading: LocalizedText
    package let unit: LocalizedText
    /// The years that it is about.
    package let years: String
    package let method: LocalizedText
    package let ramp: ColorRamp
    package let decimals: Int
    /// By zone.
    package let values: [String: Double]
    package var marks: [String: ZoneMark] = [:]
    /// What the marks are about.
    package var marksHeading = LocalizedText("")

    package init(
        name: String, heading: LocalizedText, unit: LocalizedText, years: String,
        method: LocalizedText, ramp: ColorRamp, decimals: Int, values: [String: Double],
        marks: [String: ZoneMark] = [:], marksHeading: LocalizedText = LocalizedText("")
    ) {
        self.name = name
        self.heading = heading
        self.unit = unit
        self.years = years
        self.method = method
        self.ramp = ramp
        self.decimals = decimals
        self.values = values
        self.marks = marks
        self.marksHeading = marksHeading
    }
}

/// A small raster of numbers to be drawn.
package struct RasterPicture: Sendable {
    /// The file's name, without its ending.
    package let name: String
    /// The raster; gone when ``owner`` is.
    package let path: String
    /// Keeps the raster there.
    package let owner: any Sendable & AnyObject
    package let heading: LocalizedText
    package let unit: LocalizedText
    /// The years that it is about.
    package let years: String
    package let method: LocalizedText
    package let ramp: ColorRamp
    package let range: ClosedRange<Double>

    package init(
        name: String, path: String, owner: any Sendable & AnyObject, heading: LocalizedText,
        unit: LocalizedText, years: String, method: LocalizedText, ramp: ColorRamp,
        range: ClosedRange<Double>
    ) {
        self.name = name
        self.path = path
        self.owner = owner
        self.heading = heading
        self.unit = unit
        self.years = years
        self.method = method
        self.ramp = ramp
        self.range = range
    }
}

/// A line of a run's summary.
package struct SummaryLine: Sendable {
    package let year: Int
    package let name: String
    /// The figure with its unit and its interval.
    package let value: String

    package init(year: Int, name: String, value: String) {
        self.year = year
        self.name = name
        self.value = value
    }
}
