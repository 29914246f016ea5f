// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Carbon
package import Cartography
internal import Ecology
package import GDAL
package import Tables
package import Words

/// The carbon account of a survey as `carbon.csv` tells it.
package struct CarbonFigures {
    /// One number, in the unit of the file.
    package struct Row {
        package let zone: String
        package let name: String
        package let method: String
        package let quantity: String
        package let pool: String
        package let year: String
        package let unit: String
        package let set: String
        /// `nil` where only a band from ``lower`` to ``upper`` can be given.
        package let value: Double?
        package let lower: Double?
        package let upper: Double?
        package let probabilityOfSink: Double?
        /// Whether the interval holds the error of coefficients and no other.
        let isOfCoefficientsOnly: Bool
        /// Whether the figure is indicative, such as a sink between maps that cannot be compared.
        package let isIndicative: Bool
        /// The ends of the intervals by approach 1 and by approach 2.
        package let propagated: [Double?]
        package let simulated: [Double?]
        /// How deep the soil goes that is counted, cm; empty where no soil is.
        package let depth: String

        /// The interval by approach 1, in whole numbers, or as a share.
        package var propagatedText: String { text(propagated) }

        /// What the interval leaves out, and whether the figure is indicative; empty for neither.
        package var remark: LocalizedText {
            let only = LocalizedText(zh: "仅系数误差", en: "coefficients only")
            let indicative = LocalizedText(zh: "仅供参考", en: "indicative")
            let words = (isOfCoefficientsOnly ? [only] : []) + (isIndicative ? [indicative] : [])
            return LocalizedText(
                zh: words.map(\.zh).joined(separator: "，"),
                en: words.map(\.en).joined(separator: ", "))
        }

        /// The interval by approach 2.
        package var simulatedText: String { text(simulated) }

        private func text(_ ends: [Double?]) -> String {
            CarbonFigures.range(ends[0], ends[1]) {
                quantity == "offset_share" ? CarbonFigures.percent($0) : CarbonFigures.whole($0)
            } ?? ""
        }

        package var valueText: String { value.map(CarbonFigures.whole) ?? "—" }

        /// The value as a share in per cent.
        package var percent: String { value.map(CarbonFigures.percent) ?? "—" }

        package var unitText: LocalizedText { CarbonFigures.unitName(unit) }
    }

    fileprivate static func whole(_ value: Double) -> String {
        decimal(value, digits: 0, grouped: true)
    }

    fileprivate static func percent(_ share: Double) -> String {
        decimal(share * 100, digits: 2) + "%"
    }

    fileprivate static func range(
        _ low: Double?, _ high: Double?, _ text: (Double) -> String
    ) -> String? {
        low.flatMap { low in high.map { "[\(text(low)), \(text($0))]" } }
    }

    /// What share of emissions the sink offsets, by every method.
    package var offsets: [Row] { rows.filter { $0.quantity == "offset_share" } }

    package let rows: [Row]

    package init(of table: Table) {
        func place(_ name: String) -> Int? { table.columns.firstIndex(of: name) }
        rows = table.rows.compactMap { cells in
            func text(_ name: String) -> String {
                guard let cell = place(name).map({ cells[$0] }) else { return "" }
                return cell.whole.map { "\($0)" } ?? cell.plainText
            }
            func number(_ name: String) -> Double? { place(name).flatMap { cells[$0].double } }
            let value = number("value")
            guard value != nil || number("lower") != nil else { return nil }
            return Row(
                zone: text("zone"), name: text("name"), method: text("method"),
                quantity: text("quantity"),
                pool: text("pool"), year: text("year"), unit: text("unit"), set: text("set"),
                value: value, lower: number("lower"), upper: number("upper"),
                probabilityOfSink: number("probability_sink"),
                isOfCoefficientsOnly: text("range_kind").hasSuffix("coefficients_only"),
                isIndicative: text("status") == Verdict.Kind.indicative.rawValue,
                propagated: [number("approach1_lower"), number("approach1_upper")],
                simulated: [number("approach2_lower"), number("approach2_upper")],
                depth: text("soil_depth_cm"))
        }
    }

    /// A zone's newest stock by pool, with intervals; `nil` without any.
    package func pools(of zone: String = "all") -> (year: String, chart: ErrorBarChart)? {
        let newest = newestPools(of: zone)
        guard let year = newest.first?.year else { return nil }
        let scale = Scale(newest.map { max(abs($0.value ?? 0), abs($0.upper ?? 0)) }.max() ?? 0)
        let bars = newest.map { row in
            ErrorBarChart.Bar(
                name: Self.poolName(row.pool),
                value: row.value.map { $0 / scale.worth },
                lower: row.lower.map { $0 / scale.worth },
                upper: row.upper.map { $0 / scale.worth },
                color: Self.color(of: row.pool))
        }
        return (
            year,
            ErrorBarChart(
                bars: bars, unit: scale.unit(perYear: false),
                claim: Self.claim(newest), decimals: 1)
        )
    }

    /// What the intervals of some numbers claim.
    private static func claim(_ rows: [Row]) -> LocalizedText {
        rows.contains(where: \.isOfCoefficientsOnly)
            ? .init(zh: "95%区间，仅系数误差", en: "95 % interval, coefficients only")
            : .init(zh: "95%区间", en: "95 % interval")
    }

    /// A zone's stocks by pool in the newest year.
    package func newestPools(of zone: String) -> [Row] {
        let stocks = rows.filter {
            $0.zone == zone && $0.quantity == "stock_tc" && $0.pool != "all"
                && $0.method == stockMethod
        }
        let year = stocks.map(\.year).max()
        return stocks.filter { $0.year == year }
    }

    /// The zones, in the order of the table.
    package var zones: [String] {
        var seen: Set<String> = []
        return rows.map(\.zone).filter { seen.insert($0).inserted }
    }

    /// A zone's name, or its id where it has none.
    package func name(of zone: String) -> String {
        rows.first { $0.zone == zone && !$0.name.isEmpty }?.name ?? zone
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

        func unit(perYear: Bool) -> LocalizedText {
            .init(zh: words.zh + (perYear ? "/年" : ""), en: words.en + (perYear ? "/yr" : ""))
        }
    }

    /// A zone's sink by each method; `nil` without any.
    package func sinks(of zone: String = "all") -> ErrorBarChart? {
        let sinks = newest.filter { $0.zone == zone && $0.quantity == "sink_tc_per_year" }
        guard !sinks.isEmpty else { return nil }
        let ends = sinks.flatMap { [$0.value ?? 0, $0.lower ?? 0, $0.upper ?? 0].map { abs($0) } }
        // Tens of thousands at most: methods differ by orders of magnitude.
        let scale = Scale(min(ends.max() ?? 0, 9e5))
        return ErrorBarChart(
            bars: sinks.map { row in
                ErrorBarChart.Bar(
                    name: Self.methodName(row.method),
                    value: row.value.map { $0 / scale.worth },
                    lower: row.lower.map { $0 / scale.worth },
                    upper: row.upper.map { $0 / scale.worth },
                    color: RGBA(red: 0x35, green: 0x97, blue: 0x8F))
            }, unit: scale.unit(perYear: true),
            claim: .init(
                zh: Self.claim(sinks).zh + "；无柱者林龄不明，只有范围；各法口径不同，不可相加",
                en: Self.claim(sinks).en
                    + "; no bar: ages unknown. Methods differ in what they count"
            ),
            decimals: 1)
    }

    /// The method whose stocks are told by pool; all methods of stocks begin with the same ones.
    private var stockMethod: String? {
        rows.first { $0.quantity == "stock_tc" && $0.pool != "all" }?.method
    }

    /// Stocks once, and the sink by every method: all pools together.
    package var totals: [Row] {
        let method = stockMethod ?? rows.first { $0.quantity == "stock_tc" }?.method
        return rows.filter { row in
            row.pool == "all"
                && (row.quantity == "sink_tc_per_year"
                    || row.quantity == "stock_tc" && row.method == method)
        }
    }

    /// Of the totals, the last year of each zone, method and quantity.
    package var newest: [Row] {
        totals.filter { row in
            !totals.contains {
                $0.zone == row.zone && $0.method == row.method && $0.quantity == row.quantity
                    && $0.year > row.year
            }
        }
    }

    package static func poolName(_ pool: String) -> LocalizedText {
        poolNames[pool] ?? LocalizedText(pool)
    }

    package static func color(of pool: String) -> RGBA {
        colors[pool] ?? RGBA(red: 0x3B, green: 0x78, blue: 0xA8)
    }

    private static let poolNames = [
        "above": LocalizedText(zh: "地上", en: "Above ground"),
        "below": LocalizedText(zh: "地下", en: "Below ground"),
        "dead_organic": LocalizedText(zh: "枯死有机质", en: "Dead organic"),
        "dead_wood": LocalizedText(zh: "枯木", en: "Dead wood"),
        "litter": LocalizedText(zh: "枯落物", en: "Litter"),
        "soil": LocalizedText(zh: "土壤", en: "Soil"),
    ]

    private static let colors = [
        "above": RGBA(red: 0x1B, green: 0x78, blue: 0x37),
        "below": RGBA(red: 0x8F, green: 0xA8, blue: 0x76),
        "dead_organic": RGBA(red: 0xC2, green: 0xA5, blue: 0x3A),
        "dead_wood": RGBA(red: 0xC2, green: 0xA5, blue: 0x3A),
        "litter": RGBA(red: 0xD9, green: 0xC0, blue: 0x7A),
        "soil": RGBA(red: 0x8C, green: 0x51, blue: 0x0A),
    ]

    package static func methodName(_ method: String) -> LocalizedText {
        switch method {
        case "stock": LocalizedText(zh: "碳储量", en: "Stock")
        case "flux": LocalizedText(zh: "通量法", en: "Flux")
        case "provincial": LocalizedText(zh: "省级法", en: "Provincial")
        case "gain_loss": LocalizedText(zh: "增减法", en: "Gain–loss")
        case "volume_difference": LocalizedText(zh: "蓄积变化法", en: "Volume difference")
        case "stock_difference": LocalizedText(zh: "储量差法", en: "Difference")
        case "steady_state": LocalizedText(zh: "稳态法", en: "Steady state")
        case "transition20": LocalizedText(zh: "20年法", en: "Transition")
        default: LocalizedText(method)
        }
    }

    static func unitName(_ unit: String) -> LocalizedText {
        switch unit {
        case "t C": LocalizedText(zh: "吨碳", en: unit)
        case "t C/yr": LocalizedText(zh: "吨碳/年", en: unit)
        default: LocalizedText(unit)
        }
    }

    package static func quantityName(_ quantity: String) -> LocalizedText {
        switch quantity {
        case "stock_tc", "stock_tco2e": LocalizedText(zh: "储量", en: "Stock")
        case "sink_tc_per_year": LocalizedText(zh: "年碳汇（正为吸收）", en: "sink, positive uptake")
        case "net_emissions_tco2e":
            LocalizedText(zh: "净排放（负为吸收）", en: "net emissions, negative uptake")
        default: LocalizedText(quantity)
        }
    }
}

/// A row of the comparison with the literature, in the words of a report.
package struct CarbonComparison {
    package let zone: String
    package let quantity: LocalizedText
    package let method: LocalizedText
    package let year: String
    package let value: String
    /// The intervals by approach 1 and by approach 2.
    package let propagated: String
    package let simulated: String
    /// How deep the soil goes that is counted, cm; empty where no soil is.
    package let depth: String
    package let literature: String
    package let unit: LocalizedText
    package let finding: LocalizedText
    package let why: LocalizedText

    /// Reads a row of the table `carbon_literature`.
    package init(_ cells: [Table.Cell]) {
        func cell(_ name: String) -> Table.Cell {
            CarbonLiterature.columns.firstIndex(of: name).map { cells[$0] } ?? .missing
        }
        func whole(_ name: String) -> String {
            cell(name).double.map(CarbonFigures.whole) ?? ""
        }
        zone = cell("zone").plainText
        quantity = Self.quantityName(cell("quantity").plainText)
        method = CarbonFigures.methodName(cell("method").plainText)
        year = cell("year").plainText
        value = whole("value")
        func interval(_ approach: String) -> String {
            CarbonFigures.range(
                cell("\(approach)_lower").double, cell("\(approach)_upper").double,
                CarbonFigures.whole) ?? ""
        }
        propagated = interval("approach1")
        simulated = interval("approach2")
        depth =
            cell("soil_depth_cm").double.map(CarbonFigures.whole) ?? cell("soil_depth_cm").plainText
        literature = "\(whole("literature_low")) – \(whole("literature_high"))"
        unit = CarbonFigures.unitName(cell("unit").plainText)
        finding = Self.findingName(cell("finding").plainText)
        why = CarbonLiterature.reason(
            quantity: cell("quantity").plainText, method: cell("method").plainText)
    }

    private static func quantityName(_ quantity: String) -> LocalizedText {
        switch quantity {
        case "stock_of_soil": LocalizedText(zh: "土壤碳储量", en: "soil stock")
        case "stock_of_above": LocalizedText(zh: "地上碳储量", en: "stock above ground")
        case "stock_of_forest_vegetation":
            LocalizedText(zh: "森林植被碳储量", en: "stock of forest vegetation")
        default: CarbonFigures.quantityName(quantity)
        }
    }

    private static func findingName(_ finding: String) -> LocalizedText {
        switch finding {
        case "within": LocalizedText(zh: "在范围内", en: "within")
        case "overlaps": LocalizedText(zh: "区间重叠", en: "interval overlaps")
        case "below": LocalizedText(zh: "低于", en: "below")
        default: LocalizedText(zh: "高于", en: "above")
        }
    }
}
