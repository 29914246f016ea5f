// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Cartography
internal import Ecology
internal import Foundation
internal import GDAL
internal import LandCover
internal import MapStyles
internal import PlaneGeometry
internal import Tables
internal import Words
internal import Zonal

/// The charts and small maps of a report, for the page on the web and for the pages of the PDF.
struct ReportPictures {
    let figures: SurveyFigures
    /// The charts that need no more than the survey's tables.
    let tables: TableCharts
    /// Names by zone id, `all` among them.
    let names: [String: LocalizedText]
    let map: ZoneMap

    // MARK: Charts

    /// Zones against their targets in the newest year; `nil` without any value.
    func targets(of indicator: String) -> TargetChart? { charts(of: indicator)?.targets }

    /// A zone through the years, and its target; `nil` with fewer than two values.
    func trend(of indicator: String, in zone: String = "all") -> TrendChart? {
        charts(of: indicator)?.trend(in: zone)
    }

    /// What is to be said under ``trend(of:in:)``; `nil` for nothing.
    func trendNote(of indicator: String, in zone: String = "all") -> LocalizedText? {
        charts(of: indicator)?.note(in: zone)
    }

    private func charts(of indicator: String) -> IndicatorCharts? {
        let indicatorFigures = figures.figures(of: indicator)
        guard let last = indicatorFigures.last else { return nil }
        return IndicatorCharts(
            points: indicatorFigures.map(\.point), unit: last.unit, digits: last.digits,
            names: names)
    }

    // MARK: Maps

    /// An indicator's scale over all years, so that years can be compared.
    func scale(of indicator: String) -> ZoneScale? {
        let indicatorFigures = figures.figures(of: indicator)
        let values = indicatorFigures.filter { $0.zone != "all" }.compactMap(\.value)
        return ZoneScale(values, ramp: ColorRamp(of: indicatorFigures.first?.definition))
    }

    /// A small map of an indicator in the newest year, with its scale below it.
    func indicatorMap(
        _ indicator: String, language: MapLanguage, typesetter: Typesetter?,
        textSize: Double = 9
    ) throws -> Drawing? {
        guard let scale = scale(of: indicator) else { return nil }
        let zoneFigures = figures.figures(of: indicator, in: figures.newest).filter {
            $0.zone != "all"
        }
        var pen = ChartPen(
            typesetter: typesetter, language: language, width: map.width,
            height: map.height + 16 + 2 * textSize)
        var fills: [String: RGBA] = [:]
        var titles: [String: String] = [:]
        var labels: [String: String] = [:]
        var marks: [String: ZoneMark] = [:]
        for figure in zoneFigures {
            let name = (names[figure.zone] ?? LocalizedText(figure.result.name)).line(in: language)
            titles[figure.zone] = "\(name): \(figure.valueText(language.ecology))"
            marks[figure.zone] = figure.mark
            guard let value = figure.value else { continue }
            fills[figure.zone] = scale.color(of: value)
            labels[figure.zone] = figure.number(value)
        }
        try map.draw(
            with: &pen, fills: fills, titles: titles, labels: labels, marks: marks,
            textSize: textSize)
        try draw(
            scale, textSize: textSize * 0.89,
            unit: zoneFigures.first?.unit.symbol ?? LocalizedText(""),
            with: &pen)
        return pen.drawing
    }

    private func draw(
        _ scale: ZoneScale, textSize: Double, unit: LocalizedText, with pen: inout ChartPen
    ) throws(MapError) {
        let count = scale.colors.count
        let width = min(textSize * 7.5, (map.width - 60) / Double(count))
        for (index, color) in scale.colors.enumerated() {
            let place = PageRect(
                x: Double(index) * width, y: map.height + 8, width: width, height: textSize * 1.1)
            pen.drawing.add(place, fill: color)
            try pen.write(
                scale.label(index), at: Point(x: place.centre.x, y: place.maxY + 3),
                anchor: .centre, size: textSize, maximumWidth: width - 2)
        }
        try pen.write(
            pen.line(unit), at: Point(x: Double(count) * width + 6, y: map.height + 7),
            size: textSize)
    }
}

extension Figure {
    /// How many digits after the point readers need.
    package var digits: Int { unit == .percent || (value.map { abs($0) < 1000 } ?? true) ? 2 : 1 }

    /// A number in the figure's unit, without it.
    package func number(_ value: Double) -> String {
        decimal(value, digits: digits, grouped: true)
    }

    /// The value, or its range, with its unit.
    func valueText(_ language: Language) -> String {
        if let value { return Quantity(value, unit).text(in: language, digits: digits) }
        guard let lower, let upper else { return "—" }
        return number(lower) + "–" + Quantity(upper, unit).text(in: language, digits: digits)
    }
}

extension MapLanguage {
    /// The language of texts that have only one.
    var ecology: Language { self == .english ? .en : .zh }
}
