// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import Tables
internal import Zonal

/// Where indicators come from and where they go.
struct TrendTables {
    let assessments: [Assessment]
    let plan: TargetPlan?

    private struct Key: Hashable {
        let indicator: String
        let zone: String
        let variant: String
    }

    /// `trend.csv`: for each indicator and zone with at least two years, in percent or SI.
    func trend() throws -> Table {
        var table = Table(
            "trend",
            columns: [
                "indicator", "zone", "name", "unit", "baseline_year", "year", "value",
                "change_since_previous", "change_since_baseline", "observed_rate", "target",
                "target_year", "needed_rate", "projection", "early_warning",
            ])
        let series = Dictionary(grouping: assessments) {
            Key(
                indicator: $0.result.indicator, zone: $0.result.zone, variant: $0.result.variant)
        }
        for (key, own) in series.sorted(by: { Self.comesBefore($0.key, $1.key) }) {
            guard let row = try row(key, own.sorted { $0.result.year < $1.result.year }) else {
                continue
            }
            table.append(row)
        }
        return table
    }

    private static func comesBefore(_ a: Key, _ b: Key) -> Bool {
        func order(_ key: Key) -> (String, String, String) {
            (key.indicator, (key.zone == "all" ? "1" : "0") + key.zone, key.variant)
        }
        return order(a) < order(b)
    }

    /// `nil` with fewer than two values.
    private func row(_ key: Key, _ own: [Assessment]) throws -> [Table.Cell]? {
        guard let last = own.last else { return nil }
        let unit = last.result.unit.written
        var values: [Int: Double] = [:]
        for assessment in own {
            values[assessment.result.year] = try assessment.result.quantity(in: unit)?.value
        }
        guard values.count > 1, let first = values.keys.min(), let newest = values.keys.max()
        else { return nil }
        let target = plan?.target(of: key.indicator, in: newest)
        let number = try own.last { $0.verdict?.target != nil }?.verdict?.target?
            .converted(to: unit).value
        let trend = try Trend(
            values, target: number ?? 0, by: target?.year ?? newest,
            target?.direction ?? .atLeast)
        let isDue = trend.neededRate == nil
        return [
            .text(key.indicator), .text(key.zone), .text(last.result.name), .text(unit.rawValue),
            .integer(first), .integer(newest), Table.Cell(values[newest]),
            .number(trend.changeSincePrevious), .number(trend.changeSinceBaseline),
            .number(trend.observedRate), Table.Cell(number),
            number == nil ? .missing : target.map { .integer($0.year) } ?? .missing,
            Table.Cell(number == nil ? nil : trend.neededRate),
            Table.Cell(number == nil || isDue ? nil : trend.projection),
            number == nil ? .missing : .text(isDue ? "due" : trend.isEarlyWarning ? "yes" : "no"),
        ]
    }

    /// `wetland_holding.csv`: the area against the target, and its net change since the baseline.
    func wetlandHolding(baseline: Int) throws -> Table {
        var table = Table(
            "wetland_holding",
            columns: [
                "zone", "name", "baseline", "year", "baseline_m2", "area_m2", "net_change_m2",
                "target_m2", "held",
            ])
        let own = assessments.filter { $0.result.indicator == "wetland_area" }
        for now in own where now.result.year > baseline {
            guard
                let before = own.first(where: {
                    $0.result.year == baseline && $0.result.zone == now.result.zone
                        && $0.result.variant == now.result.variant
                })?.result.value, let area = now.result.value
            else { continue }
            let target = try now.verdict?.target?.converted(to: .squareMetres).value
            let test = HoldingTest(area: area, baseline: before, target: target ?? 0)
            table.append([
                .text(now.result.zone), .text(now.result.name), .integer(baseline),
                .integer(now.result.year), .number(before), .number(area),
                .number(test.netChange), Table.Cell(target), .text(test.isHeld ? "yes" : "no"),
            ])
        }
        return table
    }

    /// `cover_classes.csv`: vegetation cover by class, in every year with cover.
    static func coverClasses(_ years: [GrasslandYear]) -> Table {
        var table = Table(
            "cover_classes",
            columns: ["year", "zone", "name", "class", "area_m2", "share"])
        for year in years {
            for part in year.parts {
                var areas = CoverBin.classes.map { _ in 0.0 }
                for (bin, area) in part.bins.sorted(by: { $0.key < $1.key }) {
                    areas[CoverBin.classIndex(bin)] += area
                }
                var rows = zip(CoverBin.classes.map(\.1), areas).map { ($0, $1) }
                if part.binsMissing > 0 { rows.append(("nodata", part.binsMissing)) }
                for (name, area) in rows {
                    table.append([
                        .integer(year.year), .text(part.key.id), .text(part.key.name),
                        .text(name), .number(area), Table.Cell(area / part.zoneArea),
                    ])
                }
            }
        }
        return table
    }
}
