// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Carbon
internal import Cartography
internal import Ecology
internal import GDAL
internal import Tables

/// The carbon account of a survey as `carbon.csv` tells it.
struct CarbonFigures {
    /// One number, in the unit of the file.
    struct Row {
        let zone: String
        let method: String
        let quantity: String
        let pool: String
        let year: String
        let unit: String
        let set: String
        let value: Double
        let lower: Double?
        let upper: Double?
        let probabilityOfSink: Double?
    }

    let rows: [Row]

    init(of table: Table) {
        func place(_ name: String) -> Int? { table.columns.firstIndex(of: name) }
        rows = table.rows.compactMap { cells in
            func text(_ name: String) -> String {
                guard let cell = place(name).map({ cells[$0] }) else { return "" }
                return cell.double.map { "\(Int($0))" } ?? cell.plainText
            }
            func number(_ name: String) -> Double? { place(name).flatMap { cells[$0].double } }
            guard let value = number("value") else { return nil }
            return Row(
                zone: text("zone"), method: text("method"), quantity: text("quantity"),
                pool: text("pool"), year: text("year"), unit: text("unit"), set: text("set"),
                value: value, lower: number("lower"), upper: number("upper"),
                probabilityOfSink: number("probability_sink"))
        }
    }

    /// A zone's newest stock by pool, with intervals; `nil` without any.
    func pools(of zone: String = "all") -> (year: String, chart: ErrorBarChart)? {
        let own = rows.filter {
            $0.zone == zone && $0.quantity == "stock_tc" && $0.pool != "all"
                && $0.method == stockMethod
        }
        guard let year = own.map(\.year).max() else { return nil }
        let newest = own.filter { $0.year == year }
        let scale = Scale(newest.map { max(abs($0.value), abs($0.upper ?? 0)) }.max() ?? 0)
        let bars = newest.map { row in
            ErrorBarChart.Bar(
                name: (Self.poolNames[row.pool] ?? LocalizedText(row.pool)).text,
                value: row.value / scale.worth, lower: row.lower.map { $0 / scale.worth },
                upper: row.upper.map { $0 / scale.worth },
                color: Self.colors[row.pool] ?? RGBA(red: 0x3B, green: 0x78, blue: 0xA8))
        }
        return (
            year,
            ErrorBarChart(
                bars: bars, unit: scale.unit(perYear: false),
                claim: .init(zh: "95%区间", en: "95 % interval"), decimals: 1)
        )
    }

    /// The unit that keeps a chart's numbers short.
    private struct Scale {
        let worth: Double
        private let words: (zh: String, en: String)

        init(_ largest: Double) {
            switch largest {
            case 1e6...: (worth, words) = (1e6, ("百万吨碳", "Tg C"))
            case 1e4...: (worth, words) = (1e4, ("万吨碳", "×10⁴ t C"))
            default: (worth, words) = (1, ("吨碳", "t C"))
            }
        }

        func unit(perYear: Bool) -> Cartography.LocalizedText {
            .init(zh: words.zh + (perYear ? "/年" : ""), en: words.en + (perYear ? "/yr" : ""))
        }
    }

    /// A zone's sink by each method; `nil` without any.
    func sinks(of zone: String = "all") -> ErrorBarChart? {
        let own = newest.filter { $0.zone == zone && $0.quantity == "sink_tc_per_year" }
        guard !own.isEmpty else { return nil }
        let ends = own.flatMap { [$0.value, $0.lower ?? 0, $0.upper ?? 0].map { abs($0) } }
        let scale = Scale(min(ends.max() ?? 0, 9e5))
        return ErrorBarChart(
            bars: own.map { row in
                ErrorBarChart.Bar(
                    name: Self.methodName(row.method).text, value: row.value / 1e4,
                    lower: row.lower.map { $0 / 1e4 }, upper: row.upper.map { $0 / 1e4 },
                    color: RGBA(red: 0x35, green: 0x97, blue: 0x8F))
            }, unit: scale.unit(perYear: true),
            claim: .init(
                zh: "95%区间；各法口径不同，不可相加", en: "95 % interval; methods differ in what they count"),
            decimals: 1)
    }

    /// The method whose stocks are told by pool; all methods of stocks begin with the same ones.
    private var stockMethod: String? {
        rows.first { $0.quantity == "stock_tc" && $0.pool != "all" }?.method
    }

    /// Stocks once, and the sink by every method: all pools together.
    var totals: [Row] {
        let method = stockMethod ?? rows.first { $0.quantity == "stock_tc" }?.method
        return rows.filter { row in
            row.pool == "all"
                && (row.quantity == "sink_tc_per_year"
                    || row.quantity == "stock_tc" && row.method == method)
        }
    }

    /// Of the totals, the last year of each zone, method and quantity.
    var newest: [Row] {
        totals.filter { row in
            !totals.contains {
                $0.zone == row.zone && $0.method == row.method && $0.quantity == row.quantity
                    && $0.year > row.year
            }
        }
    }

    typealias LocalizedText = Ecology.LocalizedText

    static let poolNames = [
        "above": LocalizedText(zh: "地上", en: "above ground"),
        "below": LocalizedText(zh: "地下", en: "below ground"),
        "dead_organic": LocalizedText(zh: "枯死有机质", en: "dead organic"),
        "dead_wood": LocalizedText(zh: "枯木", en: "dead wood"),
        "litter": LocalizedText(zh: "枯落物", en: "litter"),
        "soil": LocalizedText(zh: "土壤", en: "soil"),
    ]

    private static let colors = [
        "above": RGBA(red: 0x1B, green: 0x78, blue: 0x37),
        "below": RGBA(red: 0x8F, green: 0xA8, blue: 0x76),
        "dead_organic": RGBA(red: 0xC2, green: 0xA5, blue: 0x3A),
        "dead_wood": RGBA(red: 0xC2, green: 0xA5, blue: 0x3A),
        "litter": RGBA(red: 0xD9, green: 0xC0, blue: 0x7A),
        "soil": RGBA(red: 0x8C, green: 0x51, blue: 0x0A),
    ]

    static func methodName(_ method: String) -> LocalizedText {
        switch method {
        case "stock": LocalizedText(zh: "碳储量", en: "stock")
        case "flux": LocalizedText(zh: "通量法", en: "flux")
        case "provincial": LocalizedText(zh: "省级法", en: "provincial")
        case "gain_loss": LocalizedText(zh: "增减法", en: "gain–loss")
        case "volume_difference": LocalizedText(zh: "蓄积变化法", en: "volume difference")
        case "stock_difference": LocalizedText(zh: "储量差法", en: "difference")
        case "steady_state": LocalizedText(zh: "稳态法", en: "steady state")
        case "transition20": LocalizedText(zh: "20年法", en: "transition")
        default: LocalizedText(method)
        }
    }

    static func quantityName(_ quantity: String) -> LocalizedText {
        switch quantity {
        case "stock_tc", "stock_tco2e": LocalizedText(zh: "储量", en: "stock")
        case "sink_tc_per_year": LocalizedText(zh: "年碳汇（正为吸收）", en: "sink, positive uptake")
        case "net_emissions_tco2e":
            LocalizedText(zh: "净排放（负为吸收）", en: "net emissions, negative uptake")
        default: LocalizedText(quantity)
        }
    }
}

extension SurveyReport {
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
        let offsets = carbon.rows.filter { $0.quantity == "offset_share" }.map(offset)
        if !offsets.isEmpty {
            content["has_offsets"] = true
            content["offsets"] = offsets
            content["scope"] = survey.carbon?.emissionsScope ?? ""
            content["emissions"] = decimal(
                survey.carbon?.emissionsTonnesCO2 ?? 0, digits: 0, grouped: true)
        }
        if let table = output.more.carbon?.literature, !table.rows.isEmpty {
            content["has_literature"] = true
            content["literature"] = table.rows.map(beside)
            content["papers"] = try CarbonLiterature.bundled().measured.map { paper -> Content in
                [
                    "place": paper.place, "source": paper.source,
                    "mark": both(Self.mark(paper.evidence.isVerified)), "note": paper.note,
                ]
            }
        }
        return content
    }

    private static func mark(_ isVerified: Bool) -> LocalizedText {
        isVerified
            ? LocalizedText(zh: "已核实", en: "verified")
            : LocalizedText(zh: "未核实", en: "not verified")
    }

    /// The share of emissions that the sink offsets, by a method.
    private func offset(_ row: CarbonFigures.Row) -> Content {
        func percent(_ share: Double) -> String { decimal(share * 100, digits: 2) + "%" }
        var content: Content = [
            "method": both(CarbonFigures.methodName(row.method)), "year": row.year,
            "value": percent(row.value),
        ]
        if let lower = row.lower, let upper = row.upper {
            content["range"] = "[\(percent(lower)), \(percent(upper))]"
        }
        return content
    }

    /// A row of the comparison with the literature.
    private func beside(_ cells: [Table.Cell]) -> Content {
        func text(_ name: String) -> String {
            CarbonLiterature.columns.firstIndex(of: name).map { cells[$0].plainText } ?? ""
        }
        func whole(_ name: String) -> String? {
            CarbonLiterature.columns.firstIndex(of: name).flatMap { cells[$0].double }.map {
                decimal($0, digits: 0, grouped: true)
            }
        }
        let zone = text("zone")
        let name = pictures.names[zone] ?? .init(zone)
        let quantity: LocalizedText =
            switch text("quantity") {
            case "stock_of_soil": LocalizedText(zh: "土壤碳储量", en: "soil stock")
            case "stock_of_above": LocalizedText(zh: "地上碳储量", en: "stock above ground")
            case "stock_of_forest_vegetation":
                LocalizedText(zh: "森林植被碳储量", en: "stock of forest vegetation")
            default: CarbonFigures.quantityName(text("quantity"))
            }
        let finding: LocalizedText =
            switch text("finding") {
            case "within": LocalizedText(zh: "在范围内", en: "within")
            case "overlaps": LocalizedText(zh: "区间重叠", en: "interval overlaps")
            case "below": LocalizedText(zh: "低于", en: "below")
            default: LocalizedText(zh: "高于", en: "above")
            }
        let interval = whole("lower").flatMap { low in whole("upper").map { "[\(low), \($0)]" } }
        return [
            "zone_index": "\(order(of: zone))", "zone_order": "\(order(of: zone))",
            "zone_name": ["zh": name.zh, "en": name.en], "quantity": both(quantity),
            "method": both(CarbonFigures.methodName(text("method"))), "year": text("year"),
            "value": whole("value") ?? "", "range": interval ?? "", "unit": text("unit"),
            "literature": "\(whole("literature_low") ?? "") – \(whole("literature_high") ?? "")",
            "finding": both(finding), "why": text("why"),
        ]
    }

    private func row(_ row: CarbonFigures.Row) -> Content {
        let order = order(of: row.zone)
        let name = pictures.names[row.zone] ?? .init(row.zone)
        func whole(_ value: Double) -> String { decimal(value, digits: 0, grouped: true) }
        var content: Content = [
            "zone_index": "\(order)", "zone_order": "\(order)",
            "zone_name": ["zh": name.zh, "en": name.en], "year": row.year, "unit": row.unit,
            "method": both(CarbonFigures.methodName(row.method)),
            "quantity": both(CarbonFigures.quantityName(row.quantity)), "set": row.set,
            "value": whole(row.value), "sort": "\(row.value)",
        ]
        if let lower = row.lower, let upper = row.upper {
            content["range"] = "[\(whole(lower)), \(whole(upper))]"
        }
        if let chance = row.probabilityOfSink {
            content["chance"] = decimal(chance * 100, digits: 1) + "%"
        }
        return content
    }
}
