// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Cartography
internal import Ecology
internal import GDAL
internal import LandCover

/// How the layers of a finished survey look in QGIS.
struct SurveyStyles {
    let assessments: [Assessment]
    /// The year that the zones' columns show.
    let year: Int
    let language: Language

    /// A style of the zones for each indicator that has a value, the first one the layer's default.
    func zoneStyles() throws -> [StyleSheet] {
        var styles: [StyleSheet] = []
        for assessment in assessments where assessment.result.year == year {
            let id = assessment.result.indicator
            guard !styles.contains(where: { $0.name == id }) else { continue }
            let unit = assessment.result.unit.written
            let values = try assessments.filter {
                $0.result.indicator == id && $0.result.year == year && $0.result.zone != "all"
            }.compactMap { try $0.result.quantity(in: unit)?.value }
            guard !values.isEmpty else { continue }
            let limits = try ClassBreaks(of: values, by: .equalSteps(count: 5)).limits
            let name = try IndicatorCatalogue.bundled()[id]?.name ?? LocalizedText(id)
            styles.append(
                .choropleth(
                    named: id, title: "\(name[language]) (\(unit.symbol[language]))",
                    field: "\(id)_\(unit.rawValue)", limits: limits,
                    ramp: ColorRamp(forIndicator: id), verdict: "\(id)_verdict"))
        }
        return styles.isEmpty ? [.zones()] : styles
    }

    /// The parts of deserts: sand-coloured, named.
    var desertStyle: StyleSheet {
        StyleSheet(
            name: "deserts", title: language == .zh ? "沙区" : "Deserts",
            rules: [
                StyleRule(
                    title: language == .zh ? "沙区" : "Desert",
                    [
                        .polygon(
                            PolygonSymbol(
                                fill: RGBA(red: 0xE8, green: 0xD3, blue: 0xA0, alpha: 0x90),
                                stroke: LineSymbol(
                                    RGBA(red: 0x99, green: 0x6B, blue: 0x1F), width: 1,
                                    dashes: [4, 3])))
                    ])
            ])
    }
}
