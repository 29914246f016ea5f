// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Cartography
package import GDAL
internal import Tables
package import Words

/// A chart that a family makes of its tables: of a run, or of a finished survey.
package struct FamilyChart: Sendable {
    /// What `steppe chart` calls it.
    package let subject: String
    /// The indicator that it is of; `nil` for one of a zone as a whole.
    package let indicator: String?
    package let caption: LocalizedText
    /// The chart of a zone, or of all together as `all`; `nil` where there is nothing to show.
    package let chart: @Sendable (_ zone: String) -> Chart?

    package init(
        _ subject: String, of indicator: String? = nil, caption: LocalizedText,
        chart: @escaping @Sendable (_ zone: String) -> Chart?
    ) {
        self.subject = subject
        self.indicator = indicator
        self.caption = caption
        self.chart = chart
    }
}

/// A sheet of a workbook with numbers by zone, and a chart of them.
package struct ContributedSheet: Sendable {
    package let name: LocalizedText
    /// The heads of the columns, the zones' first.
    package let heads: [LocalizedText]
    /// The zone's name, then a number for each other column.
    package let rows: [(zone: String, numbers: [Double?])]
    /// A colour for each column of numbers.
    package let colors: [RGBA]
    package let chartTitle: LocalizedText

    package init(
        name: LocalizedText, heads: [LocalizedText], rows: [(zone: String, numbers: [Double?])],
        colors: [RGBA], chartTitle: LocalizedText
    ) {
        self.name = name
        self.heads = heads
        self.rows = rows
        self.colors = colors
        self.chartTitle = chartTitle
    }
}
