// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Carbon
internal import CarbonAccounts
internal import Accounts
internal import Cartography
internal import Ecology
internal import GDAL
internal import Tables
internal import Words

extension SurveyReport {
    var carbonLiterature: Table? {
        output.contributions.lazy.flatMap(\.tables).first { $0.name == "carbon_literature" }
    }

    /// The carbon account: its charts, and a table of totals; `nil` without one.
    func carbon() throws -> Content? {
        guard let carbon = pictures.tables.carbon, !carbon.rows.isEmpty else { return nil }
        var charts: [Content] = []
        if let (year, chart) = carbon.pools() {
            charts.append(
                try picture(
                    .bars(chart), width: 400, height: 250,
                    caption: LocalizedText(
                        zh: "\(year)年各碳库储量，全市", en: "Stock by pool, all zones, \(year)")))
        }
        if let chart = carbon.sinks() {
            charts.append(
                try picture(
                    .bars(chart), width: 400, height: 250,
                    caption: LocalizedText(zh: "年碳汇，按方法，全市", en: "Sink by method, all zones")))
        }
        var content: Content = ["charts": charts, "rows": carbon.totals.map(row)]
        let offsets = carbon.offsets.map(offset)
        if !offsets.isEmpty {
            content["has_offsets"] = true
            content["offsets"] = offsets
            content["scope"] = survey.carbon.map { both($0.emissionsScope) }
            content["emissions"] = decimal(
                survey.carbon?.emissionsTonnesCO2 ?? 0, digits: 0, grouped: true)
        }
        if let table = carbonLiterature, !table.rows.isEmpty {
            content["has_literature"] = true
            content["literature"] = table.rows.map { beside(CarbonComparison($0)) }
            content["papers"] = try CarbonLiterature.bundled().measured.map { paper -> Content in
                var content: Content = [
                    "place": both(paper.place), "source": paper.source,
                    "mark": both(paper.mark),
                ]
                if let note = paper.note { content["note"] = both(note) }
                return content
            }
        }
        return content
    }

    /// The share of emissions that the sink offsets, by a method.
    private func offset(_ row: CarbonFigures.Row) -> Content {
        [
            "method": both(CarbonFigures.methodName(row.method)), "year": row.year,
            "value": row.percent, "propagated": row.propagatedText,
            "simulated": row.simulatedText,
        ]
    }

    /// A row of the comparison with the literature.
    private func beside(_ row: CarbonComparison) -> Content {
        let name = pictures.names[row.zone] ?? .init(row.zone)
        return [
            "zone_index": "\(order(of: row.zone))", "zone_order": "\(order(of: row.zone))",
            "zone_name": ["zh": name.zh, "en": name.en], "quantity": both(row.quantity),
            "method": both(row.method), "year": row.year, "value": row.value,
            "propagated": row.propagated, "simulated": row.simulated, "depth": row.depth,
            "unit": both(row.unit), "literature": row.literature,
            "finding": both(row.finding), "why": both(row.why),
        ]
    }

    private func row(_ row: CarbonFigures.Row) -> Content {
        let order = order(of: row.zone)
        let name = pictures.names[row.zone] ?? .init(row.zone)
        var content: Content = [
            "zone_index": "\(order)", "zone_order": "\(order)",
            "zone_name": ["zh": name.zh, "en": name.en], "year": row.year,
            "unit": both(row.unitText), "method": both(CarbonFigures.methodName(row.method)),
            "quantity": both(CarbonFigures.quantityName(row.quantity)), "set": row.set,
            "value": row.valueText, "sort": "\(row.value ?? row.upper ?? 0)",
            "propagated": row.propagatedText,
            "simulated": row.simulatedText, "depth": row.depth,
        ]
        if !row.remark.en.isEmpty { content["remark"] = both(row.remark) }
        if let chance = row.probabilityOfSink {
            content["chance"] = decimal(chance * 100, digits: 1) + "%"
        }
        return content
    }
}
