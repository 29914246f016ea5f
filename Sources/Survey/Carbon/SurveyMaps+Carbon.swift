// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Carbon
internal import Cartography
internal import Ecology
internal import Foundation
internal import Zonal

extension SurveyMaps {
    /// Carbon by zone: density, how sure the stock is, and the sink; zones that may be either sink or
    /// source are marked.
    func carbonSheets(_ carbon: ZoneCarbon?) -> [Sheet] {
        guard let carbon else { return [] }
        func sheet(
            _ name: String, _ heading: Text, _ unit: Text, ramp: ColorRamp, decimals: Int,
            method: Text, marks: [String: ZoneMark] = [:], years: String,
            _ value: (ZoneCarbon.Numbers) -> Double?
        ) -> Sheet? {
            var values: [String: Double] = [:]
            for zone in zones.zones { values[zone.id] = carbon[zone.id].flatMap(value) }
            guard !values.isEmpty else { return nil }
            var choropleth = Choropleth(
                borders: borders, values: values, heading: heading, unit: unit,
                decimals: decimals, ramp: ramp, marks: marks)
            choropleth.marksHeading = Text(zh: "汇或源", en: "Sink or source")
            let map = self.sheet(
                Text(
                    zh: "\(survey.title.zh)：\(years)年\(heading.zh)",
                    en: "\(survey.title.en): \(heading.en) \(years)"),
                layers: [.choropleth(choropleth)], method: method)
            return Sheet(name: name, map: map)
        }
        let year = carbon.year
        let densities = sheet(
            "carbon_density_\(year)", Text(zh: "平均碳密度", en: "Mean carbon density"),
            Text(zh: "吨碳/公顷", en: "t C/ha"), ramp: .vegetation, decimals: 1,
            method: Text(
                zh: "碳储量÷已分类面积；各碳库合计，系数与土层深度见 carbon.csv",
                en:
                    "Stock over classified area, all pools; coefficients and soil depth in carbon.csv"
            ), years: "\(year)"
        ) { $0.density }
        let intervals = sheet(
            "carbon_interval_\(year)",
            Text(zh: "碳储量的不确定度", en: "Uncertainty of the carbon stock"),
            Text(zh: "±%", en: "±%"), ramp: .viridis, decimals: 0,
            method: Text(
                zh: "95%区间半宽占储量的百分比", en: "Half of the 95 % interval, in % of the stock"),
            years: "\(year)"
        ) { $0.stockPercent }
        var sinks: Sheet?
        if let found = carbon.sinkFinding {
            var marks: [String: ZoneMark] = [:]
            for zone in zones.zones {
                guard let sink = carbon[zone.id]?.sink, !sink.isBand else { continue }
                let chance = sink.probabilityPositive
                if (0.025...0.975).contains(chance) { marks[zone.id] = .inconclusive }
            }
            let method = CarbonFigures.methodName(found.method.resultName)
            let last = found.years.split(separator: "-").last.map(String.init) ?? "\(year)"
            sinks = sheet(
                "carbon_sink_\(last)",
                Text(zh: "碳汇（吸收为正）", en: "Carbon sink (uptake positive)"),
                Text(zh: "吨碳/公顷/年", en: "t C/ha/yr"), ramp: .change, decimals: 3,
                method: Text(
                    zh: "\(method.zh)；斜线：95%区间内可为源或汇",
                    en: "\(method.en). Hatched: the 95 % interval holds both sink and source"),
                marks: marks, years: found.years.replacingOccurrences(of: "-", with: "–")
            ) { $0.sinkDensity }
        }
        return [densities, intervals, sinks].compactMap(\.self)
    }
}
