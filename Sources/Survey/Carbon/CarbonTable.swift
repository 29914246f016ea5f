// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Carbon
internal import enum Ecology.Language
internal import struct Ecology.Uncertainty
internal import Tables

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

    /// Adds every number of a finding; numbers of all pools in CO₂ too.
    func add(_ finding: CarbonFinding, to table: inout Table) {
        for (estimate, linear) in zip(finding.estimates, finding.linear) {
            let pair = Pair(headline: estimate, linear: linear)
            let key = estimate.key
            let pool = key.pool?.rawValue ?? "all"
            switch key.quantity {
            case .stock:
                append("stock_tc", "t C", pool, pair, finding, to: &table)
                if key.pool == nil {
                    append(
                        "stock_tco2e", "t CO2e", pool, pair, finding,
                        times: CarbonDioxide.perCarbon, to: &table)
                }
            case .change: append("change_tc", "t C", pool, pair, finding, to: &table)
            case .sink:
                append("sink_tc_per_year", "t C/yr", pool, pair, finding, to: &table)
                if key.pool == nil {
                    append(
                        "net_emissions_tco2e", "t CO2e/yr", pool, pair, finding,
                        times: -CarbonDioxide.perCarbon, to: &table)
                }
            }
        }
    }

    /// One number by the approach that was asked for, and by approach 1.
    private struct Pair {
        let headline: Estimate
        let linear: Estimate
    }

    private func append(
        _ quantity: String, _ unit: String, _ pool: String, _ pair: Pair,
        _ finding: CarbonFinding, times factor: Double = 1, to table: inout Table
    ) {
        let account = finding.account
        let (estimate, linear) = (pair.headline, pair.linear)
        let key = estimate.key
        func ends(_ estimate: Estimate) -> [Table.Cell] {
            [estimate.lower * factor, estimate.upper * factor].sorted().map { .number($0 + 0) }
        }
        func spread(_ estimate: Estimate) -> Table.Cell {
            .number(estimate.standardDeviation * factor.magnitude)
        }
        let period: String? =
            if let year = key.year {
                "\(year)"
            } else if let from = account.fromYear {
                account.toYear.map { "\(from)-\($0)" } ?? "\(from)"
            } else {
                nil
            }
        let isSimulated = estimate.approach != .linear
        let simulated: [Table.Cell] =
            isSimulated
            ? [.number(estimate.mean * factor + 0), .number(estimate.median * factor + 0)]
                + ends(estimate) + [spread(estimate)]
            : [Table.Cell](repeating: .missing, count: 5)
        table.append(
            [
                .text(key.zone), .text(names[key.zone] ?? ""), .text(finding.method.resultName),
                .text(quantity), .text(pool), Table.Cell(period),
                .number(estimate.central * factor + 0), .text(unit),
            ] + ends(estimate) + [
                spread(estimate),
                key.quantity == .stock ? .missing : .number(estimate.probabilityPositive),
                .text("\(account.tier.rawValue)"),
                .text(account.coefficientSets.joined(separator: "+")),
                Table.Cell(account.soilDepthCentimetres), .text(isSimulated ? "2" : "1"),
            ] + ends(linear) + [spread(linear)] + simulated + [
                .text(finding.rangeKind), .text(Uncertainty.words(finding.uncertainty.held)),
                .text(Uncertainty.words(finding.uncertainty.leftOut)),
            ] + ChangeLimit.cells(key.quantity == .stock ? nil : finding.limit, language))
    }

    /// Adds a number that has no interval.
    func append(
        _ quantity: String, _ value: Double, _ unit: String, zone: String, method: String,
        year: String?, set: String, lower: Double? = nil, upper: Double? = nil,
        to table: inout Table
    ) {
        table.append(
            [
                .text(zone), .text(names[zone] ?? ""), .text(method), .text(quantity), .text("all"),
                Table.Cell(year), .number(value), .text(unit), Table.Cell(lower), Table.Cell(upper),
                .missing, .missing, .missing, .text(set), .missing, .missing,
            ] + [Table.Cell](repeating: .missing, count: 13))
    }
}
