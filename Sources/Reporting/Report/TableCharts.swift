// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CarbonAccounts
package import Cartography
internal import Ecology
package import GDAL
internal import LandCover
internal import Tables
internal import Words

/// The charts that a survey's tables alone can make.
struct TableCharts {
    /// `areas.csv`.
    let areas: Table
    /// `transitions.csv`, where there are two years.
    let transitions: Table?
    /// `carbon.csv`, where the survey asks for it.
    let carbon: CarbonFigures?
    /// `desert_states.csv`, where there are deserts and two years.
    let sand: Table?

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

    /// What became of a desert's sand between the baseline and the newest year.
    func sandFlows(of indicator: String, in zone: String = "all") -> FlowChart? {
        guard let sand else { return nil }
        let names = ["baseline", "year", "desert", "zone", "before", "after", "area_m2"]
        let places = names.compactMap { sand.columns.firstIndex(of: $0) }
        guard places.count == names.count else { return nil }
        let own = sand.rows.map { row in places.map { row[$0] } }.filter {
            $0[2].plainText == indicator && $0[3].plainText == zone
        }
        guard let year = own.compactMap(\.[1].whole).max(),
            let baseline = own.first?[0].whole
        else { return nil }
        let states = SandState.allCases
        var amounts = states.map { _ in states.map { _ in 0.0 } }
        for row in own where row[1].whole == year {
            guard
                let before = states.firstIndex(where: { $0.rawValue == row[4].plainText }),
                let after = states.firstIndex(where: { $0.rawValue == row[5].plainText })
            else { continue }
            amounts[before][after] += max(0, row[6].double ?? 0) / 1e6
        }
        return FlowChart(
            nodes: states.map {
                FlowChart.Node(key: $0.rawValue, name: $0.name, color: $0.color)
            }, amounts: amounts, before: LocalizedText("\(baseline)"),
            after: LocalizedText("\(year)"),
            unit: LocalizedText("km²"))
    }
}

extension SandState {
    /// From shifting sand to plants: light to dark as well as yellow to green.
    package var color: RGBA {
        switch self {
        case .mobile: RGBA(red: 0xF4, green: 0xD3, blue: 0x5E)
        case .semiFixed: RGBA(red: 0xE0, green: 0xA0, blue: 0x30)
        case .fixed: RGBA(red: 0x9F, green: 0xB8, blue: 0x5A)
        case .vegetated: RGBA(red: 0x1B, green: 0x78, blue: 0x37)
        case .other: RGBA(red: 0x9A, green: 0x9A, blue: 0x9A)
        }
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
