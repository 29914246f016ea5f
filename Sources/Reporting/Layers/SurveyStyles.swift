// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
internal import Cartography
package import Ecology
internal import GDAL
internal import LandCover
internal import MapStyles
package import Words

/// How the layers of a finished survey look in QGIS.
package struct SurveyStyles {
    package let assessments: [Assessment]
    /// The year that the zones' columns show.
    package let year: Int
    package let language: Language
    /// What families add to the zones' attributes.
    package var columns: [ZoneColumn] = []

    /// A style of the zones for each indicator that has a value, the first one the layer's default.
    func zoneStyles() throws -> [StyleSheet] {
        var styles: [StyleSheet] = []
        for assessment in assessments where assessment.result.year == year {
            let id = assessment.result.indicator
            guard !styles.contains(where: { $0.name == id }) else { continue }
            let unit = assessment.result.unit.written
            let zones = assessments.filter {
                $0.result.indicator == id && $0.result.year == year && $0.result.zone != "all"
            }
            let values = try zones.compactMap { try $0.result.quantity(in: unit)?.value }
            // Hatching stands for verdicts on what the plan set, never on derived targets.
            let isDerived = zones.contains { $0.verdict.map { !$0.origin.isIssued } ?? false }
            guard !values.isEmpty else { continue }
            let limits = try ClassBreaks(of: values, by: .readable(count: 5)).limits
            let definition = try IndicatorCatalogue.bundled()[id]
            let name = definition?.name ?? LocalizedText(id)
            styles.append(
                .choropleth(
                    named: id, title: "\(name[language]) (\(unit.symbol[language]))",
                    field: "\(id)_\(unit.rawValue)", limits: limits,
                    ramp: ColorRamp(of: definition), verdict: isDerived ? nil : "\(id)_verdict"))
        }
        styles += try columns.compactMap(style(of:))
        return styles.isEmpty ? [.zones()] : styles
    }

    /// A style of the zones by a column; `nil` for one that has none, or no value.
    private func style(of column: ZoneColumn) throws -> StyleSheet? {
        guard let style = column.style else { return nil }
        let values = column.values.values.compactMap {
            if case .real(let value) = $0 { value } else { nil }
        }.sorted()
        guard !values.isEmpty else { return nil }
        let most = values.map(\.magnitude).max() ?? 0
        // A diverging ramp turns at 0: its classes reach as far on either side.
        let spread = style.ramp.isDiverging ? [-most, most] : values
        return .choropleth(
            named: style.name, title: style.title[language], field: column.field.name,
            limits: try ClassBreaks(of: spread, by: .readable(count: 5)).limits, ramp: style.ramp)
    }
}
