// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Cartography
internal import Ecology

/// An indicator in one zone and year, as charts show it: in one unit for all of them.
struct ChartPoint {
    let zone: String
    let year: Int
    let value: Double?
    let lower: Double?
    let upper: Double?
    let target: Double?
    /// Whether nobody issued the target.
    var isDerived = false
    let mark: ZoneMark?
    /// What tells whether it and another year are alike.
    let result: IndicatorResult
}

/// The charts of one indicator.
struct IndicatorCharts {
    typealias Text = Cartography.LocalizedText

    /// Every zone and year, zones in their order.
    let points: [ChartPoint]
    let unit: Quantity.Unit
    /// Digits that readers need after the point.
    let digits: Int
    /// Names by zone id.
    let names: [String: Text]

    /// Zones against their targets in the newest year; `nil` without any value.
    var targets: TargetChart? {
        let newest = points.map(\.year).max()
        let own = points.filter { $0.year == newest }
        guard own.contains(where: { $0.value != nil || $0.lower != nil }) else { return nil }
        // An amount of the whole would leave its parts no room on one scale.
        let isRatio = unit.dimension == .ratio
        let shown = own.filter { isRatio || $0.zone != "all" }
        let sorted = shown.filter { $0.zone == "all" } + shown.filter { $0.zone != "all" }
        return TargetChart(
            rows: sorted.map { point in
                TargetChart.Row(
                    key: point.zone, name: names[point.zone] ?? Text(point.zone),
                    value: point.value, lower: point.lower, upper: point.upper,
                    target: point.target, mark: point.mark, isWhole: point.zone == "all",
                    isDerived: point.isDerived)
            }, unit: unit.symbol.text, decimals: digits)
    }

    /// A zone's years, those that are unlike the newest with a value left out.
    private func series(in zone: String) -> (like: [ChartPoint], reason: Ecology.LocalizedText?) {
        let own = points.filter { $0.zone == zone }.sorted { $0.year < $1.year }
        guard let newest = own.last(where: { $0.value != nil }) else { return (own, nil) }
        let reasons = own.map { point in
            point.value == nil ? nil : newest.result.difference(from: point.result)
        }
        let like = zip(own, reasons).filter { $0.1 == nil }.map(\.0)
        return (like, reasons.compactMap(\.self).first)
    }

    /// Why years are left out of a zone's trend; `nil` where none is.
    func reason(in zone: String) -> Ecology.LocalizedText? { series(in: zone).reason }

    /// A zone through the years that can be compared, and its target; `nil` with fewer than two.
    func trend(in zone: String) -> TrendChart? {
        let own = series(in: zone).like
        let years = own.compactMap { point in
            point.value.map {
                TrendChart.Year(
                    year: point.year, value: $0, lower: point.lower, upper: point.upper)
            }
        }
        guard let last = own.last, years.count > 1 else { return nil }
        return TrendChart(
            years: years, target: last.target, targetYear: last.target == nil ? nil : last.year,
            unit: unit.symbol.text, decimals: digits, mark: last.mark, isDerived: last.isDerived)
    }
}

extension Figure {
    /// The figure as charts show it.
    var point: ChartPoint {
        ChartPoint(
            zone: zone, year: year, value: value, lower: lower, upper: upper, target: target,
            isDerived: isDerived, mark: mark, result: result)
    }

    /// What it is found to be, as a shape.
    var mark: ZoneMark? { kind.map { ZoneMark($0.finding, isDerived: isDerived) } }
}
