// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Cartography
internal import Ecology
internal import GDAL
internal import Tables
internal import Words

/// The charts of deserts.
enum DesertCharts {
    /// What became of each desert's sand, from `desert_states`.
    static func charts(of table: Table) -> [FamilyChart] {
        guard let column = table.columns.firstIndex(of: "desert") else { return [] }
        return Set(table.rows.map { $0[column].plainText }).sorted().compactMap { indicator in
            guard let whole = flows(of: indicator, in: "all", table) else { return nil }
            return FamilyChart(
                "transitions", of: indicator,
                caption: LocalizedText(
                    zh: "\(whole.before.zh)–\(whole.after.zh)年沙地状态的转移",
                    en: "What the sand became, \(whole.before.en)–\(whole.after.en)")
            ) { zone in flows(of: indicator, in: zone, table).map { .flows($0) } }
        }
    }

    /// What became of a desert's sand between the baseline and the newest year.
    private static func flows(
        of indicator: String, in zone: String, _ sand: Table
    ) -> FlowChart? {
        let names = ["baseline", "year", "desert", "zone", "before", "after", "area_m2"]
        let places = names.compactMap { sand.columns.firstIndex(of: $0) }
        guard places.count == names.count else { return nil }
        let zoneRows = sand.rows.map { row in places.map { row[$0] } }.filter {
            $0[2].plainText == indicator && $0[3].plainText == zone
        }
        guard let year = zoneRows.compactMap(\.[1].whole).max(),
            let baseline = zoneRows.first?[0].whole
        else { return nil }
        let states = SandState.allCases
        var amounts = states.map { _ in states.map { _ in 0.0 } }
        for row in zoneRows where row[1].whole == year {
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
    fileprivate var color: RGBA {
        switch self {
        case .mobile: RGBA(red: 0xF4, green: 0xD3, blue: 0x5E)
        case .semiFixed: RGBA(red: 0xE0, green: 0xA0, blue: 0x30)
        case .fixed: RGBA(red: 0x9F, green: 0xB8, blue: 0x5A)
        case .vegetated: RGBA(red: 0x1B, green: 0x78, blue: 0x37)
        case .other: RGBA(red: 0x9A, green: 0x9A, blue: 0x9A)
        }
    }
}
