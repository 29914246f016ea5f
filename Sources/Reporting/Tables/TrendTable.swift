// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import Tables
internal import Words
internal import Zonal

/// Where indicators come from and where they go.
struct TrendTable {
    let assessments: [Assessment]
    let plan: TargetPlan?

    /// Results that may stand in one series: see `IndicatorResult.difference(from:)`.
    private struct Series {
        let years: [Assessment]
        /// Why earlier years are not in it; empty where all are.
        var reason = ""

        var newest: IndicatorResult? { years.last?.result }
    }

    /// `trend.csv`: for each indicator and zone with at least two values, in percent or SI.
    ///
    /// Values that may not be subtracted are no series; where the newest has no like, its row has the
    /// reason in place of differences.
    func table(in language: Language) throws -> Table {
        var table = Table(
            "trend",
            columns: [
                "indicator", "zone", "name", "unit", "baseline_year", "year", "value",
                "change_since_previous", "change_since_baseline", "observed_rate", "target",
                "target_year", "needed_rate", "projection", "early_warning", "target_origin",
                "reason",
            ])
        struct Place: Hashable {
            let indicator: String, zone: String
        }
        let places = Dictionary(grouping: assessments.filter { $0.result.value != nil }) {
            Place(indicator: $0.result.indicator, zone: $0.result.zone)
        }
        func order(_ place: Place) -> (String, String) {
            (place.indicator, (place.zone == "all" ? "1" : "0") + place.zone)
        }
        for (_, values) in places.sorted(by: { order($0.key) < order($1.key) }) {
            for series in Self.series(values, in: language) {
                if let row = try row(series) { table.append(row) }
            }
        }
        return table
    }

    /// Parts a zone's values into series of like ones, by variant.
    private static func series(_ values: [Assessment], in language: Language) -> [Series] {
        var sorted = values.sorted { $0.result.year < $1.result.year }
        // Estimates are compared with estimates, and counts with counts.
        let isMixed = Set(sorted.map(\.result.isEstimated)).count > 1
        if isMixed {
            sorted = sorted.map {
                Assessment(result: $0.result.asCounted, verdict: $0.verdict, unit: $0.unit)
            }
        }
        var groups: [[Assessment]] = []
        for value in sorted {
            let place = groups.firstIndex { group in
                group.last.map { value.result.difference(from: $0.result) == nil } ?? false
            }
            if let place { groups[place].append(value) } else { groups.append([value]) }
        }
        let newest = sorted.last?.result
        return groups.map { group in
            var series = Series(years: group)
            let result = group.last?.result
            if result == newest, let newest {
                series.reason =
                    sorted.lazy.compactMap { newest.difference(from: $0.result) }
                    .first?[language] ?? ""
            }
            if isMixed && group.count > 1 {
                series.reason +=
                    (series.reason.isEmpty ? "" : "; ")
                    + ChangeSince.countedNote[language]
            }
            return series
        }.sorted { ($0.newest?.variant ?? "") < ($1.newest?.variant ?? "") }
    }

    /// `nil` for a single value without anything unlike it.
    private func row(_ series: Series) throws -> [Table.Cell]? {
        guard let last = series.years.last?.result else { return nil }
        let unit = last.unit.written
        let values = try Dictionary(
            series.years.map { ($0.result.year, try $0.result.quantity(in: unit)?.value ?? 0) }
        ) { _, later in later }
        guard values.count > 1 || !series.reason.isEmpty else { return nil }
        let target = plan?.target(of: last.indicator, in: last.year)
        let judged = series.years.last { $0.verdict?.target != nil }
        let number = try judged?.verdict?.target?.converted(to: unit).value
        let head: [Table.Cell] = [
            .text(last.indicator), .text(last.zone), .text(last.name), .text(unit.rawValue),
        ]
        let wanted: [Table.Cell] = [
            Table.Cell(number),
            number == nil ? .missing : target.map { .integer($0.year) } ?? .missing,
        ]
        let tail: [Table.Cell] = [.text(judged?.targetOrigin ?? ""), .text(series.reason)]
        let value = Table.Cell(values[last.year])
        guard values.count > 1, let first = values.keys.min() else {
            return head + [.missing, .integer(last.year), value, .missing, .missing, .missing]
                + wanted + [.missing, .missing, .missing] + tail
        }
        let trend = try Trend(
            values, target: try eased(number, target, unit), by: target?.year ?? last.year,
            target?.direction ?? .atLeast)
        let isDue = trend.neededRate == nil
        return head + [
            .integer(first), .integer(last.year), value, .number(trend.changeSincePrevious),
            .number(trend.changeSinceBaseline), .number(trend.observedRate),
        ] + wanted + [
            Table.Cell(number == nil ? nil : trend.neededRate),
            Table.Cell(number == nil || isDue ? nil : trend.projection),
            number == nil ? .missing : .text(isDue ? "due" : trend.isEarlyWarning ? "yes" : "no"),
        ] + tail
    }

    /// What a series is to reach: an approximate target less its tolerance.
    private func eased(
        _ number: Double?, _ target: Target?, _ unit: Quantity.Unit
    ) throws -> Double {
        guard let number else { return 0 }
        guard let target, target.tolerance > 0 else { return number }
        let tolerance = try Quantity(target.tolerance, target.unit).converted(to: unit).value
        return target.direction == .atLeast ? number - tolerance : number + tolerance
    }
}
