// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Carbon
internal import Cartography
internal import Ecology
internal import MapStyles
internal import Words

extension ZoneCarbon {
    /// Maps of the zones: density, how sure the stock is, and the sink; zones that may be either sink or
    /// source are marked.
    func maps(of zones: [String]) -> [ZoneFigures] {
        func values(_ value: (Numbers) -> Double?) -> [String: Double] {
            Dictionary(
                zones.compactMap { zone in self[zone].flatMap(value).map { (zone, $0) } },
                uniquingKeysWith: { first, _ in first })
        }
        var maps = [
            ZoneFigures(
                name: "carbon_density_\(year)",
                heading: LocalizedText(zh: "平均碳密度", en: "Mean carbon density"),
                unit: LocalizedText(zh: "吨碳/公顷", en: "t C/ha"), years: "\(year)",
                method: LocalizedText(
                    zh: "碳储量÷已分类面积；各碳库合计，系数与土层深度见 carbon.csv",
                    en: "Stock over classified area, all pools; coefficients and soil depth in "
                        + "carbon.csv"),
                ramp: .vegetation, decimals: 1, values: values(\.density)),
            ZoneFigures(
                name: "carbon_interval_\(year)",
                heading: LocalizedText(zh: "碳储量的不确定度", en: "Uncertainty of the carbon stock"),
                unit: LocalizedText(zh: "±%", en: "±%"), years: "\(year)",
                method: LocalizedText(
                    zh: "95%区间半宽占储量的百分比", en: "Half of the 95 % interval, in % of the stock"),
                ramp: .viridis, decimals: 0, values: values(\.stockPercent)),
        ]
        if let sinkFinding {
            let (method, years) = sinkFinding
            let name = CarbonFigures.methodName(method.resultName)
            let last = years.split(separator: "-").last.map(String.init) ?? "\(year)"
            let uncertain = zones.filter { zone in
                guard let sink = self[zone]?.sink, !sink.isBand else { return false }
                return (0.025...0.975).contains(sink.probabilityPositive)
            }
            maps.append(
                ZoneFigures(
                    name: "carbon_sink_\(last)",
                    heading: LocalizedText(zh: "碳汇（吸收为正）", en: "Carbon sink (uptake positive)"),
                    unit: LocalizedText(zh: "吨碳/公顷/年", en: "t C/ha/yr"),
                    years: years.replacing("-", with: "–"),
                    method: LocalizedText(
                        zh: "\(name.zh)；斜线：95%区间内可为源或汇",
                        en: "\(name.en). Hatched: the 95 % interval holds both sink and source"),
                    ramp: .change, decimals: 3, values: values(\.sinkDensity),
                    marks: Dictionary(
                        uncertain.map { ($0, .inconclusive) },
                        uniquingKeysWith: { first, _ in first }),
                    marksHeading: LocalizedText(zh: "汇或源", en: "Sink or source")))
        }
        return maps.filter { !$0.values.isEmpty }
    }
}
