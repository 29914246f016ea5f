// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Carbon
internal import Ecology
internal import func Ecology.decimal
internal import Indicators
internal import Tables
internal import Words

/// The long table of carbon: a row a number, its sign in the quantity's name.
struct CarbonTable {
    /// Names by zone id; the city as `all`.
    let names: [String: String]
    var language = Language.en

    static let columns = [
        "zone", "name", "method", "quantity", "pool", "year", "value", "unit", "lower", "upper",
        "sd", "probability_sink", "tier", "set", "soil_depth_cm", "approach", "approach1_lower",
        "approach1_upper", "approach1_sd", "approach2_mean", "approach2_median", "approach2_lower",
        "approach2_upper", "approach2_sd", "range_kind", "errors_held", "errors_left_out", "status",
        "reason",
    ]

    static func empty(named name: String = "carbon") -> Table { Table(name, columns: columns) }

    /// The rows of a finding.
    func table(_ finding: CarbonFinding) -> Table {
        var table = Self.empty()
        add(finding, to: &table)
        return table
    }

    /// Adds every number of a finding; numbers of all pools in CO₂ too.
    func add(_ finding: CarbonFinding, to table: inout Table) {
        let shared = Shared(finding, language)
        for (estimate, linear) in zip(finding.estimates, finding.linear) {
            let pair = Pair(headline: estimate, linear: linear)
            let key = estimate.key
            let pool = key.pool?.rawValue ?? "all"
            switch key.quantity {
            case .stock:
                append("stock_tc", "t C", pool, pair, shared, to: &table)
                if key.pool == nil {
                    append(
                        "stock_tco2e", "t CO2e", pool, pair, shared,
                        times: CarbonDioxide.perCarbon, to: &table)
                }
            case .change: append("change_tc", "t C", pool, pair, shared, to: &table)
            case .sink:
                append("sink_tc_per_year", "t C/yr", pool, pair, shared, to: &table)
                if key.pool == nil {
                    append(
                        "net_emissions_tco2e", "t CO2e/yr", pool, pair, shared,
                        times: -CarbonDioxide.perCarbon, to: &table)
                }
            }
        }
    }

    /// The cells that all numbers of a finding have alike.
    private struct Shared {
        let method: Table.Cell
        let period: Table.Cell
        let tier: Table.Cell
        let sets: Table.Cell
        let depth: Table.Cell
        private let errors: [Table.Cell]
        private let limits: (stock: [Table.Cell], change: [Table.Cell])
        private let kinds: (number: Table.Cell?, band: Table.Cell?)

        init(_ finding: CarbonFinding, _ language: Language) {
            let account = finding.account
            method = .text(finding.method.resultName)
            period = Table.Cell(
                account.fromYear.map { from in account.toYear.map { "\(from)-\($0)" } ?? "\(from)" }
            )
            tier = .text("\(account.tier.rawValue)")
            sets = .text(account.coefficientSets.joined(separator: "+"))
            depth = CarbonTable.depth(of: account)
            errors = [
                .text(Uncertainty.words(finding.uncertainty.included)),
                .text(Uncertainty.words(finding.uncertainty.leftOut)),
            ]
            limits = (
                ChangeLimit.cells(nil, language), ChangeLimit.cells(finding.limit, language)
            )
            kinds = (
                finding.estimates.first { !$0.isBand }.map { .text(finding.rangeKind(of: $0)) },
                finding.estimates.first(where: \.isBand).map { .text(finding.rangeKind(of: $0)) }
            )
        }

        /// What the interval of a number claims, and what may be said of the number.
        func claims(_ estimate: CarbonEstimate) -> [Table.Cell] {
            [(estimate.isBand ? kinds.band : kinds.number) ?? .missing] + errors
                + (estimate.key.quantity == .stock ? limits.stock : limits.change)
        }
    }

    /// One number by the approach that was asked for, and by approach 1.
    private struct Pair {
        let headline: CarbonEstimate
        let linear: CarbonEstimate
    }

    private func append(
        _ quantity: String, _ unit: String, _ pool: String, _ pair: Pair,
        _ shared: Shared, times factor: Double = 1, to table: inout Table
    ) {
        let (estimate, linear) = (pair.headline, pair.linear)
        let key = estimate.key
        func ends(_ estimate: CarbonEstimate) -> [Table.Cell] {
            [estimate.lower * factor, estimate.upper * factor].sorted().map { .number($0 + 0) }
        }
        // Of a band nothing is known but its ends.
        func figure(_ value: Double) -> Table.Cell {
            estimate.isBand ? .missing : .number(value * factor + 0)
        }
        func spread(_ estimate: CarbonEstimate) -> Table.Cell {
            figure(estimate.standardDeviation * (factor < 0 ? -1 : 1))
        }
        let isSimulated = estimate.approach != .linear
        let simulated: [Table.Cell] =
            isSimulated
            ? [estimate.mean, estimate.median].map(figure) + ends(estimate) + [spread(estimate)]
            : [Table.Cell](repeating: .missing, count: 5)
        table.append(
            [
                .text(key.zone), .text(names[key.zone] ?? ""), shared.method,
                .text(quantity), .text(pool), key.year.map { .text("\($0)") } ?? shared.period,
                figure(estimate.central), .text(unit),
            ] + ends(estimate) + [
                spread(estimate),
                key.quantity == .stock || estimate.isBand
                    ? .missing : .number(estimate.probabilityPositive),
                shared.tier, shared.sets, shared.depth, .text(isSimulated ? "2" : "1"),
            ] + ends(linear) + [spread(linear)] + simulated + shared.claims(estimate))
    }

    /// The depth of an account's soil, cm; several with + between.
    static func depth(of account: CarbonAccount) -> Table.Cell {
        let depths = account.soilDepthsCentimetres
        guard depths.count > 1 else { return Table.Cell(depths.first) }
        return .text(depths.map { decimal($0, digits: 0) }.joined(separator: "+"))
    }

    /// Adds a number that has no interval.
    func append(
        _ quantity: String, _ value: Double, _ unit: String, zone: String, method: String,
        year: String?, set: String, to table: inout Table
    ) {
        table.append(
            [
                .text(zone), .text(names[zone] ?? ""), .text(method), .text(quantity), .text("all"),
                Table.Cell(year), .number(value), .text(unit), .missing, .missing,
                .missing, .missing, .missing, .text(set), .missing, .missing,
            ] + [Table.Cell](repeating: .missing, count: 13))
    }

    /// Adds the share of emissions that a sink offsets, by a function of the sink that never falls.
    func append(
        share: (Double) throws -> Double, ofSink key: CarbonModel.Key, _ finding: CarbonFinding,
        to table: inout Table
    ) rethrows {
        guard let place = finding.estimates.firstIndex(where: { $0.key == key }) else { return }
        let (estimate, linear) = (finding.estimates[place], finding.linear[place])
        func ends(_ estimate: CarbonEstimate) throws -> [Table.Cell] {
            [.number(try share(estimate.lower)), .number(try share(estimate.upper))]
        }
        let isSimulated = estimate.approach != .linear
        let none = Table.Cell.missing
        var cells: [Table.Cell] = [
            .text(key.zone), .text(names[key.zone] ?? ""), .text(finding.method.resultName),
            .text("offset_share"), .text("all"), .text(finding.years),
            Table.Cell(try estimate.figure.map(share)), .text("1"),
        ]
        cells += try ends(estimate)
        cells += [
            none, none, none, .text(finding.account.coefficientSets.joined(separator: "+")), none,
            .text(isSimulated ? "2" : "1"),
        ]
        cells += try ends(linear)
        cells += [none, none]
        if isSimulated {
            cells.append(Table.Cell(try estimate.isBand ? nil : share(estimate.median)))
            cells += try ends(estimate)
        } else {
            cells += [none, none, none]
        }
        table.append(cells + [none] + Shared(finding, language).claims(estimate))
    }
}
