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
    /// Stock and sink by zone, and the zones; `nil` without.
    var carbon: (numbers: ZoneCarbon, zones: [String])?

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
        styles += try carbonStyles()
        return styles.isEmpty ? [.zones()] : styles
    }

    private func carbonStyles() throws -> [StyleSheet] {
        guard let (numbers, zones) = carbon else { return [] }
        func style(
            _ name: String, _ title: String, _ field: String, _ ramp: ColorRamp,
            _ value: (ZoneCarbon.Numbers) -> Double?
        ) throws -> StyleSheet? {
            let values = zones.compactMap { numbers[$0].flatMap(value) }
            guard !values.isEmpty else { return nil }
            let most = values.map(\.magnitude).max() ?? 0
            // A diverging ramp turns at 0: its classes reach as far on either side.
            let spread = ramp.isDiverging ? [-most, most] : values
            return .choropleth(
                named: name, title: title, field: field,
                limits: try ClassBreaks(of: spread, by: .readable(count: 5)).limits, ramp: ramp)
        }
        let isChinese = language == .zh
        return try [
            style(
                "carbon_density", isChinese ? "碳密度（吨碳/公顷）" : "Carbon density (t C/ha)",
                ZoneCarbon.densityField, .vegetation
            ) { $0.density },
            style(
                "carbon_sink",
                isChinese ? "年碳汇，吸收为正（吨碳/公顷/年）" : "Carbon sink, uptake positive (t C/ha/yr)",
                ZoneCarbon.sinkDensityField, .change
            ) { $0.sinkDensity },
        ].compactMap(\.self)
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
