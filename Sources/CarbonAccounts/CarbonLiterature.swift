// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Carbon
package import DataFiles
package import Ecology
package import LandCover
package import Tables
package import Words

/// What has been measured of carbon around Ordos, and how a result stands beside it.
package struct CarbonLiterature {
    /// What a paper measured.
    package enum Quantity: String, CaseIterable {
        case soil, above, flux
        case vegetationStock = "vegetation_stock"
    }

    /// A range of a paper: t C/ha, t C/ha a year, or t C of a whole place.
    package struct Measured {
        package let categories: Set<LandCover.Category>
        package let quantity: Quantity
        package let low: Double
        package let high: Double
        /// `nil` where it is not soil.
        package let depthCentimetres: Double?
        package let place: LocalizedText
        package let source: String
        package let evidence: Evidence
        package let note: LocalizedText?

        /// Whether it was read at its source.
        package var mark: LocalizedText {
            evidence.isVerified
                ? LocalizedText(zh: "已核实", en: "verified")
                : LocalizedText(zh: "未核实", en: "not verified")
        }
    }

    package let measured: [Measured]

    /// Reads the bundled table.
    package static func bundled() throws -> CarbonLiterature {
        try CarbonLiterature(readDataFile(at: BundledData.path("GeoData/literature/carbon.toml")))
    }

    package init(_ root: DataNode) throws {
        try root.allow(only: ["measured"])
        measured = try root.required("measured").elements().map { node in
            try node.allow(only: [
                "categories", "quantity", "low", "high", "depth_cm", "place_zh", "place_en",
                "source", "evidence", "note_zh", "note_en",
            ])
            let (low, high) = (try node.required("low"), try node.required("high").number())
            guard try low.number() <= high else { throw low.error("'low' is above 'high'") }
            return Measured(
                categories: Set(
                    try node.required("categories").elements().map {
                        try $0.choice(LandCover.Category.self)
                    }), quantity: try node.required("quantity").choice(Quantity.self),
                low: try low.number(), high: high, depthCentimetres: try node["depth_cm"]?.number(),
                place: LocalizedText(
                    zh: try node.required("place_zh").string(),
                    en: try node.required("place_en").string()),
                source: try node.required("source").string(),
                evidence: try Evidence(word: node.required("evidence")),
                note: try node["note_zh"].map {
                    LocalizedText(
                        zh: try $0.string(), en: try node.required("note_en").string())
                })
        }
    }

    /// The span of all papers on a kind of land; `nil` where there is none, or soils go elsewhere.
    private func range(
        _ quantity: Quantity, _ category: LandCover.Category, depth: Double?
    ) -> (low: Double, high: Double)? {
        let ranges = measured.filter {
            $0.quantity == quantity && $0.categories.contains(category)
                && (quantity != .soil || $0.depthCentimetres == depth)
        }
        guard let low = ranges.map(\.low).min(), let high = ranges.map(\.high).max() else {
            return nil
        }
        return (low, high)
    }

    // MARK: Beside a result

    package static let columns = [
        "zone", "name", "quantity", "method", "year", "value", "lower", "upper", "unit",
        "literature_low", "literature_high", "share_of_land", "finding", "why", "approach",
        "soil_depth_cm", "approach1_lower", "approach1_upper", "approach2_lower",
        "approach2_upper",
    ]

    package static var empty: Table { Table("carbon_literature", columns: columns) }

    /// The table `carbon_literature`: every zone's newest stock and sinks beside what the papers'
    /// ranges make of the same land. `finding` is `within`, `overlaps` (the interval does, the value
    /// does not), `below` or `above`. Stocks are of the kinds of land that papers speak of, their
    /// intervals by approach 1.
    ///
    /// - Parameters:
    ///   - findings: Of all years and methods.
    ///   - areas: Of the newest year.
    ///   - set: The densities that the stocks are by.
    ///   - names: By zone.
    ///   - language: Of the reasons.
    /// - Returns: A row for each number that papers speak of.
    /// - Throws: ``CarbonError`` where the set lacks a class.
    package func table(
        _ findings: [CarbonFinding], _ areas: [ZoneAreas], by set: CoefficientSet,
        names: [String: String], _ language: Language
    ) throws -> Table {
        var table = Self.empty
        var hectares = areas.hectaresByZone
        for (_, lands) in areas.hectaresByZone.sorted(by: { $0.key < $1.key }) {
            for (land, area) in lands {
                hectares[CarbonModel.cityZone, default: [:]][land, default: 0] += area
            }
        }
        let newest = findings.filter { $0.method == .stock }.max {
            ($0.account.fromYear ?? 0) < ($1.account.fromYear ?? 0)
        }
        var stocks: [Quantity: [CarbonModel.Key: CarbonEstimate]] = [:]
        for quantity in newest == nil ? [] : [Quantity.soil, .above] {
            let known = areas.map { zone in
                zone.keeping {
                    range(quantity, $0.category, depth: set.soilDepthCentimetres) != nil
                }
            }
            stocks[quantity] = try CarbonAccount.stock(
                of: known, year: newest?.account.fromYear ?? 0, with: set
            ).model.linearEstimates { _ in false }.byKey
        }
        var sinks: [CarbonRequest.Method: Sinks] = [:]
        for finding in findings { sinks[finding.method] = Sinks(finding) }
        for zone in areas.map(\.zone) + [CarbonModel.cityZone] {
            let rows =
                stockRows(newest, stocks, zone, hectares[zone] ?? [:])
                + sinkRows(sinks, zone, hectares[zone] ?? [:])
            for row in rows {
                table.append([
                    .text(zone), .text(names[zone] ?? ""), .text(row.quantity),
                    .text(row.method.resultName), .text(row.year), Table.Cell(row.value),
                    Table.Cell(row.lower), Table.Cell(row.upper), .text(row.unit),
                    .number(row.low), .number(row.high), Table.Cell(row.share),
                    .text(row.finding),
                    .text(
                        Self.reason(quantity: row.quantity, method: row.method.resultName)[
                            language]),
                    Table.Cell(row.approach), row.depth,
                    Table.Cell(row.linear?.lower), Table.Cell(row.linear?.upper),
                    Table.Cell(row.simulated?.lower), Table.Cell(row.simulated?.upper),
                ])
            }
        }
        return table
    }

    private struct Row {
        let quantity: String
        let method: CarbonRequest.Method
        let year: String
        /// `nil` where the result is a band.
        let value: Double?
        var lower: Double?
        var upper: Double?
        let unit: String
        let low: Double
        let high: Double
        var share: Double?
        /// IPCC's approach to the interval, 1 or 2; `nil` where there is none.
        var approach: String?
        /// The number by approach 1 and by approach 2; `nil` where it was not worked out so.
        var linear: CarbonEstimate?
        var simulated: CarbonEstimate?
        /// The depth of soil that is counted, cm; missing where no soil is.
        var depth = Table.Cell.missing

        var finding: String {
            // A value at the end of a range is in it, whatever rounding made of it.
            let slack = 1e-9 * max(low.magnitude, high.magnitude)
            if let value, value >= low - slack, value <= high + slack { return "within" }
            if let lower, let upper, lower <= high, upper >= low { return "overlaps" }
            return (value ?? upper ?? 0) < low ? "below" : "above"
        }
    }

    private func stockRows(
        _ newest: CarbonFinding?, _ stocks: [Quantity: [CarbonModel.Key: CarbonEstimate]],
        _ zone: String, _ lands: [LandType: Double]
    ) -> [Row] {
        guard let newest else { return [] }
        let year = newest.account.fromYear ?? 0
        let total = lands.values.sorted().reduce(0, +)
        var rows: [Row] = []
        for (quantity, pool) in [(Quantity.soil, Pool.soil), (.above, .above)] {
            let span = self.span(
                quantity, lands, depth: newest.account.soilDepthCentimetres)
            let key = CarbonModel.Key(zone: zone, quantity: .stock, pool: pool, year: year)
            guard span.hectares > 0,
                let stock = stocks[quantity]?[key]
            else { continue }
            rows.append(
                Row(
                    quantity: "stock_of_\(pool.rawValue)", method: .stock, year: "\(year)",
                    value: stock.central, lower: stock.lower, upper: stock.upper, unit: "t C",
                    low: span.low, high: span.high,
                    share: total > 0 ? span.hectares / total : nil, approach: "1", linear: stock,
                    depth: pool == .soil ? CarbonTable.depth(of: newest.account) : .missing))
        }
        if zone == CarbonModel.cityZone, let row = vegetation(newest) { rows.append(row) }
        return rows
    }

    /// The sinks of a method, and at which places among its estimates each zone's stands.
    private struct Sinks {
        let finding: CarbonFinding
        let places: [String: Int]

        init(_ finding: CarbonFinding) {
            self.finding = finding
            var places: [String: Int] = [:]
            for (place, estimate) in finding.estimates.enumerated()
            where estimate.key == CarbonModel.Key(zone: estimate.key.zone, quantity: .sink) {
                places[estimate.key.zone] = place
            }
            self.places = places
        }
    }

    private func sinkRows(
        _ sinks: [CarbonRequest.Method: Sinks],
        _ zone: String, _ lands: [LandType: Double]
    ) -> [Row] {
        let total = lands.values.sorted().reduce(0, +)
        let span = self.span(.flux, lands, depth: nil)
        let methods: [CarbonRequest.Method] = [
            .stockDifference, .steadyState, .transition20, .flux, .provincial, .gainLoss,
            .volumeDifference,
        ]
        var rows: [Row] = []
        for method in methods where span.hectares > 0 {
            guard let methodSinks = sinks[method], let place = methodSinks.places[zone] else {
                continue
            }
            let finding = methodSinks.finding
            let sink = finding.estimates[place]
            rows.append(
                Row(
                    quantity: "sink_tc_per_year", method: method, year: finding.years,
                    value: sink.figure, lower: sink.lower, upper: sink.upper, unit: "t C/yr",
                    low: span.low, high: span.high,
                    share: total > 0 ? span.hectares / total : nil,
                    approach: sink.approach == .linear ? "1" : "2",
                    linear: finding.linear[place],
                    simulated: sink.approach == .linear ? nil : sink,
                    depth: CarbonTable.depth(of: finding.account)))
        }
        return rows
    }

    /// What papers' ranges come to on some land, and which of it they speak of.
    private func span(
        _ quantity: Quantity, _ lands: [LandType: Double], depth: Double?
    ) -> (low: Double, high: Double, hectares: Double) {
        var (low, high, hectares) = (0.0, 0.0, 0.0)
        for (land, area) in lands.sorted(by: { $0.key < $1.key }) {
            guard let range = range(quantity, land.category, depth: depth) else { continue }
            low += range.low * area
            high += range.high * area
            hectares += area
        }
        return (low, high, hectares)
    }

    /// The city's forest vegetation beside the stock that a paper gives for Ordos.
    private func vegetation(_ stock: CarbonFinding) -> Row? {
        guard let range = range(.vegetationStock, .forest, depth: nil) else { return nil }
        let entries = stock.account.model.entries.filter {
            $0.land.hasPrefix(LandCover.Category.forest.key) && $0.pool != .soil
        }
        guard !entries.isEmpty else { return nil }
        return Row(
            quantity: Self.forestVegetation, method: .stock,
            year: "\(stock.account.fromYear ?? 0)",
            value: entries.reduce(0) { $0 + $1.value }, unit: "t C", low: range.low,
            high: range.high)
    }

    private static let forestVegetation = "stock_of_forest_vegetation"

    /// Why a number of the table need not be what papers measured.
    package static func reason(quantity: String, method: String) -> LocalizedText {
        if quantity == forestVegetation {
            return LocalizedText(
                zh: "黄晓琼2016的年份与森林口径不同；按2020年蓄积目标与省级系数为396万吨碳",
                en: "the paper's years and its definition of forest differ; the volume target of "
                    + "2020 gives 3.96 Tg by the provincial factors")
        }
        let known = CarbonRequest.Method.allCases.first { $0.resultName == method }
        return switch known ?? .stock {
        case .flux:
            LocalizedText(
                zh: "同一土地乘以各类型中值通量；草原可为源（科尔沁−0.49 t C/ha/年）",
                en: "the same land at the set's central rates; grassland may be a source (Horqin "
                    + "−0.49 t C/ha/yr)")
        case .provincial, .gainLoss, .volumeDifference:
            LocalizedText(
                zh: "只计林木蓄积的生长与消耗（或变化），不含灌木、草原与土壤",
                en:
                    "trees' volume alone, its growth less what is taken or its change: no shrub, grass or soil"
            )
        case .stockDifference, .steadyState:
            LocalizedText(
                zh: "只计两年间类别变化的土地，且各碳库一次到位；文献通量为各类全部土地的年积累",
                en: "only land that changed class counts, all its pools at once; papers' rates are "
                    + "what all land of a type gathers in a year")
        case .transition20:
            LocalizedText(
                zh: "只计两年间类别变化的土地，土壤与木质碳库按20年过渡；原有林草的生长不计",
                en: "only land that changed class counts, wood and soil over 20 years; growth of "
                    + "standing forest and grass is not in it")
        case .stock, .invest:
            LocalizedText(
                zh: "密度为起步集的判断值；文献样地多在沙地，表层10厘米乘3为上限",
                en:
                    "densities are the set's; papers' plots lie mostly on sand, and the upper 10 cm "
                    + "three times is an upper bound")
        }
    }
}

extension ZoneAreas {
    /// The areas of some kinds of land alone.
    fileprivate func keeping(_ isWanted: (LandType) -> Bool) -> ZoneAreas {
        let wanted = hectares.filter { isWanted($0.key) }
        guard case .sampled(let sampled) = uncertainty else {
            return ZoneAreas(zone: zone, hectares: wanted, uncertainty: uncertainty)
        }
        return ZoneAreas(
            zone: zone, hectares: wanted,
            uncertainty: .sampled(sampled.filter { isWanted($0.key) }))
    }
}

extension [ZoneAreas] {
    /// Hectares by zone and kind of land, those of a sample among them.
    fileprivate var hectaresByZone: [String: [LandType: Double]] {
        var hectares: [String: [LandType: Double]] = [:]
        for zone in self {
            hectares[zone.zone] = zone.hectares
            if case .sampled(let sampled) = zone.uncertainty {
                for (land, area) in sampled { hectares[zone.zone]?[land] = area.hectares }
            }
        }
        return hectares
    }
}

extension [CarbonEstimate] {
    /// To find one quickly.
    fileprivate var byKey: [CarbonModel.Key: CarbonEstimate] {
        Dictionary(map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
