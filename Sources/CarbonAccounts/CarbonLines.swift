// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Carbon
internal import Ecology
internal import func Ecology.decimal
internal import Tables
internal import Words

/// What every number of an account is made of: its lines by zone, pool and class, and the
/// coefficients that they rest on.
struct CarbonLines {
    let findings: [CarbonFinding]
    /// Names by zone id.
    let names: [String: String]

    static let columns = [
        "zone", "name", "method", "quantity", "year", "pool", "class", "from", "process", "value",
        "unit", "formula", "coefficients",
    ]

    /// `carbon_lines`: a row for each pool of each kind of land, or of each change of land, in each
    /// zone; `formula` in the order area, coefficients. Signs are those of `carbon.csv`.
    var lines: Table {
        var table = Table("carbon_lines", columns: Self.columns)
        for finding in findings {
            let account = finding.account
            for (index, entry) in account.model.entries.enumerated() {
                let formula = account.formula(ofEntry: index)
                table.append([
                    .text(entry.zone), .text(names[entry.zone] ?? ""),
                    .text(finding.method.resultName), .text(Self.name(of: entry.quantity)),
                    .text(entry.year.map { "\($0)" } ?? finding.years),
                    .text(entry.pool?.rawValue ?? "all"), .text(entry.land),
                    .text(entry.from ?? ""), .text(entry.process), .number(entry.value),
                    .text(entry.quantity.unit), .text(formula.text),
                    .text(formula.coefficients.joined(separator: " ")),
                ])
            }
        }
        return table
    }

    /// `carbon_uncertainty`: which inputs the variance of each zone's stock and sink comes from, the
    /// largest first: `share` by the input alone, `total_share` alone and together with others, 0…1.
    var uncertainty: Table {
        var table = Table(
            "carbon_uncertainty",
            columns: [
                "zone", "name", "method", "quantity", "year", "rank", "input", "share",
                "total_share",
            ])
        for finding in findings {
            for estimate in finding.estimates where Self.hasUncertaintyRows(estimate.key) {
                for (rank, contribution) in estimate.shares.prefix(Self.ranks).enumerated() {
                    table.append([
                        .text(estimate.key.zone), .text(names[estimate.key.zone] ?? ""),
                        .text(finding.method.resultName),
                        .text(Self.name(of: estimate.key.quantity)),
                        .text(estimate.key.year.map { "\($0)" } ?? finding.years),
                        .integer(rank + 1), .text(contribution.input), .number(contribution.share),
                        Table.Cell(contribution.total),
                    ])
                }
            }
        }
        return table
    }

    private static let ranks = 8

    /// Whether ``uncertainty`` has rows on a number.
    static func hasUncertaintyRows(_ key: CarbonModel.Key) -> Bool {
        key.pool == nil && key.quantity != .change
    }

    /// `carbon_coefficients`: every coefficient that a line rests on, with its spread, its source and
    /// whether it was verified.
    var coefficients: Table {
        var table = Table(
            "carbon_coefficients",
            columns: [
                "coefficient", "value", "unit", "half_width_percent", "distribution",
                "uncertainty_assumed", "written", "source", "evidence", "verified", "note",
                "stated_low", "stated_high", "drawn_low", "drawn_high",
            ])
        for coefficient in usedCoefficients {
            table.append([
                .text(coefficient.id), .number(coefficient.value),
                .text(coefficient.dimension.rawValue),
                .number(coefficient.distribution.halfWidthPercent),
                .text(coefficient.distribution.shape.rawValue),
                .text(coefficient.isUncertaintyAssumed ? "yes" : "no"), .text(coefficient.written),
                .text(coefficient.source), .text(coefficient.evidence.rawValue),
                .text(coefficient.isVerified ? "yes" : "no"), .text(coefficient.note),
                Table.Cell(coefficient.statedInterval?.lowerBound),
                Table.Cell(coefficient.statedInterval?.upperBound),
                .number(coefficient.distribution.quantile(0.025)),
                .number(coefficient.distribution.quantile(0.975)),
            ])
        }
        return table
    }

    /// Every coefficient that a finding rests on, once, in the order of their ids.
    private var usedCoefficients: [Coefficient] {
        var byId: [String: Coefficient] = [:]
        for coefficient in findings.flatMap(\.account.coefficients) {
            byId[coefficient.id] = coefficient
        }
        return byId.values.sorted { $0.id < $1.id }
    }

    /// Names the coefficients whose stated range no distribution with their value as its mean has as its
    /// percentiles, and what is drawn instead; `nil` where there are none.
    var fitNote: LocalizedText? {
        let unlike = usedCoefficients.compactMap {
            coefficient -> String? in
            guard let stated = coefficient.statedInterval else { return nil }
            let drawn = [0.025, 0.975].map(coefficient.distribution.quantile)
            let slack = 1e-6 * (stated.upperBound - stated.lowerBound)
            guard
                abs(drawn[0] - stated.lowerBound) > slack
                    || abs(drawn[1] - stated.upperBound) > slack
            else { return nil }
            func text(_ low: Double, _ high: Double) -> String {
                "\(decimal(low, digits: 2))–\(decimal(high, digits: 2))"
            }
            return "\(coefficient.id) \(text(stated.lowerBound, stated.upperBound)) → "
                + text(drawn[0], drawn[1])
        }
        guard !unlike.isEmpty else { return nil }
        let list = unlike.joined(separator: "; ")
        return LocalizedText(
            zh: "\(unlike.count)个系数的给定范围与其中值不能同为一个非负分布的95%区间和均值，"
                + "按均值与宽度拟合（给定 → 抽取）：\(list)",
            en:
                "\(unlike.count) coefficients' stated range and value cannot be the 95 % interval and the "
                + "mean of one distribution that is not negative; mean and width were fitted (stated → "
                + "drawn): \(list)")
    }

    private static func name(of quantity: CarbonModel.Quantity) -> String {
        switch quantity {
        case .stock: "stock_tc"
        case .change: "change_tc"
        case .sink: "sink_tc_per_year"
        }
    }
}
