// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Cartography
package import Ecology
internal import Words

/// An indicator in one zone and year, as charts show it: in one unit for all of them.
package struct ChartPoint {
    package let zone: String
    package let year: Int
    package let value: Double?
    package let lower: Double?
    package let upper: Double?
    /// What the map counts, where the value is estimated from a sample of it.
    package var counted: Double?
    package let target: Double?
    /// Whether nobody issued the target.
    var isDerived = false
    package let mark: ZoneMark?
    /// What tells whether it and another year are alike.
    package let result: IndicatorResult
}

/// The charts of one indicator.
struct IndicatorCharts {
    /// Every zone and year, zones in their order.
    let points: [ChartPoint]
    let unit: Quantity.Unit
    /// Digits that readers need after the point.
    let digits: Int
    /// Names by zone id.
    let names: [String: LocalizedText]

    /// Zones against their targets in the newest year; `nil` without any value.
    var targets: TargetChart? {
        let newest = points.map(\.year).max()
        let newestPoints = points.filter { $0.year == newest }
        guard newestPoints.contains(where: { $0.value != nil || $0.lower != nil }) else {
            return nil
        }
        // An amount of the whole would leave its parts no room on one scale.
        let isRatio = unit.dimension == .ratio
        let shown = newestPoints.filter { isRatio || $0.zone != "all" }
        let sorted = shown.filter { $0.zone == "all" } + shown.filter { $0.zone != "all" }
        return TargetChart(
            rows: sorted.map { point in
                TargetChart.Row(
                    key: point.zone, name: names[point.zone] ?? LocalizedText(point.zone),
                    value: point.value, lower: point.lower, upper: point.upper,
                    target: point.target, mark: point.mark, isWhole: point.zone == "all",
                    isDerived: point.isDerived)
            }, unit: unit.symbol, decimals: digits)
    }

    /// A zone's years, those that are unlike the newest with a value left out, and whether some of them
    /// are estimates and others counts, so that counts alone can be compared.
    private func series(
        in zone: String
    ) -> (like: [ChartPoint], isMixed: Bool, reason: LocalizedText?) {
        let zonePoints = points.filter { $0.zone == zone }.sorted { $0.year < $1.year }
        let valued = zonePoints.filter { $0.value != nil }
        guard let newest = valued.last else { return (zonePoints, false, nil) }
        let isMixed = Set(valued.map(\.result.isEstimated)).count > 1
        func compared(_ point: ChartPoint) -> IndicatorResult {
            isMixed ? point.result.asCounted : point.result
        }
        let reasons = zonePoints.map { point in
            point.value == nil ? nil : compared(newest).difference(from: compared(point))
        }
        let like = zip(zonePoints, reasons).filter { $0.1 == nil }.map(\.0)
        let isLeft = Set(like.filter { $0.value != nil }.map(\.result.isEstimated)).count > 1
        return (like, isLeft, reasons.compactMap(\.self).first)
    }

    /// Why years are left out of a zone's trend; `nil` where none is.
    func reason(in zone: String) -> LocalizedText? { series(in: zone).reason }

    /// What is to be said under a zone's trend: years that are left out, and counts beside estimates.
    func note(in zone: String) -> LocalizedText? {
        let zoneSeries = series(in: zone)
        let mixed = LocalizedText(
            zh: "实心为样本估计，空心为按图计数；并非各年都有样本，线连计数",
            en: "filled: estimated from a sample; hollow: as the map counts. Not every year has a "
                + "sample, so the line is of the counts")
        let notes = [zoneSeries.reason, zoneSeries.isMixed ? mixed : nil].compactMap(\.self)
        guard !notes.isEmpty else { return nil }
        return LocalizedText(
            zh: notes.map(\.zh).joined(separator: "；"),
            en: notes.map(\.en).joined(separator: "; "))
    }

    /// A zone through the years that can be compared, and its target; `nil` with fewer than two.
    func trend(in zone: String) -> TrendChart? {
        let (zonePoints, isMixed, _) = series(in: zone)
        let valued = zonePoints.filter { $0.value != nil }
        let years = valued.filter { !isMixed || $0.result.isEstimated }.compactMap { point in
            point.value.map {
                TrendChart.Year(
                    year: point.year, value: $0, lower: point.lower, upper: point.upper)
            }
        }
        let counts = valued.compactMap { point -> TrendChart.Year? in
            guard isMixed else { return nil }
            return (point.counted ?? point.value).map {
                TrendChart.Year(year: point.year, value: $0)
            }
        }
        guard let last = zonePoints.last, valued.count > 1 else { return nil }
        return TrendChart(
            years: years, counts: counts, target: last.target,
            targetYear: last.target == nil ? nil : last.year,
            unit: unit.symbol, decimals: digits, mark: last.mark, isDerived: last.isDerived)
    }
}

extension Figure {
    /// The figure as charts show it.
    package var point: ChartPoint {
        ChartPoint(
            zone: zone, year: year, value: value, lower: lower, upper: upper, counted: counted,
            target: target,
            isDerived: isDerived, mark: mark, result: result)
    }

    /// What it is found to be, as a shape.
    package var mark: ZoneMark? { kind.map { ZoneMark($0.finding, isDerived: isDerived) } }
}
