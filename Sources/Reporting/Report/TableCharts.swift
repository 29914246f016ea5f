// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
package import Cartography
internal import Ecology
internal import GDAL
internal import LandCover
internal import Tables
internal import Words

/// The charts that a survey's tables alone can make.
struct TableCharts {
    /// `areas.csv`.
    let areas: Table
    /// `transitions.csv`, where there are two years.
    let transitions: Table?
    /// Those of the families' own tables.
    let families: [FamilyChart]

    /// What a zone's land is made of.
    func composition(of zone: String) -> CompositionChart {
        let composition = Composition(of: areas, zone: zone)
        return CompositionChart(
            parts: composition.parts.map { $0.category.part },
            bars: composition.years.indices.map { year in
                CompositionChart.Bar(
                    name: LocalizedText("\(composition.years[year])"),
                    values: composition.parts.map { $0.areas[year] / 1e6 })
            }, unit: LocalizedText("km²"))
    }

    /// What became of the land between the first and the newest year; `nil` with one year.
    func landFlows(of zone: String = "all") -> FlowChart? {
        let flows = transitions.flatMap { CategoryFlows(of: $0, classes: areas, zone: zone) }
        guard let flows, !flows.categories.isEmpty else { return nil }
        return FlowChart(
            nodes: flows.categories.map(\.part),
            amounts: flows.areas.map { $0.map { $0 / 1e6 } },
            before: LocalizedText("\(flows.from)"),
            after: LocalizedText("\(flows.to)"), unit: LocalizedText("km²"))
    }
}

extension LandCover.Category {
    /// A part of a chart.
    package var part: CompositionChart.Part {
        CompositionChart.Part(
            key: key, name: name,
            color: RGBA(red: colour.red, green: colour.green, blue: colour.blue))
    }
}
