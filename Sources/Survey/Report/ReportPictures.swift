// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Cartography
internal import Ecology
internal import Foundation
internal import GDAL
internal import LandCover
internal import Tables
internal import Zonal

/// The charts and small maps of a report, for the page on the web and for the pages of the PDF.
struct ReportPictures {
    typealias Text = Cartography.LocalizedText

    let figures: SurveyFigures
    /// `areas.csv`.
    let areas: Table
    /// `transitions.csv`, where there are two years.
    let transitions: Table?
    /// `carbon.csv`, where the survey asks for it.
    let carbon: CarbonFigures?
    let deserts: [DesertAccount]
    /// Names by zone id, `all` among them.
    let names: [String: Text]
    let map: ZoneMap

    // MARK: Charts

    /// Zones against their targets in the newest year; `nil` without any value.
    func targets(of indicator: String) -> TargetChart? {
        let own = figures.figures(of: indicator, in: figures.newest)
        guard let first = own.first, own.contains(where: { $0.value != nil || $0.lower != nil })
        else { return nil }
        // An amount of the whole would leave its parts no room on one scale.
        let isRatio = first.unit.dimension == .ratio
        let shown = own.filter { isRatio || $0.zone != "all" }
        let sorted = shown.filter { $0.zone == "all" } + shown.filter { $0.zone != "all" }
        return TargetChart(
            rows: sorted.map { figure in
                TargetChart.Row(
                    key: figure.zone, name: names[figure.zone] ?? Text(figure.result.name),
                    value: figure.value, lower: figure.lower, upper: figure.upper,
                    target: figure.target, mark: figure.kind?.mark,
                    isWhole: figure.zone == "all")
            }, unit: first.unit.symbol.text, decimals: first.digits)
    }

    /// The whole through the years, and its target; `nil` without any value.
    func trend(of indicator: String, in zone: String = "all") -> TrendChart? {
        let own = figures.figures(of: indicator).filter { $0.zone == zone }
            .sorted { $0.year < $1.year }
        let years = own.compactMap { figure in
            figure.value.map {
                TrendChart.Year(
                    year: figure.year, value: $0, lower: figure.lower, upper: figure.upper)
            }
        }
        guard let last = own.last, years.count > 1 else { return nil }
        return TrendChart(
            years: years, target: last.target, targetYear: last.target == nil ? nil : last.year,
            unit: last.unit.symbol.text, decimals: last.digits, mark: last.kind?.mark)
    }

    /// What a zone's land is made of.
    func composition(of zone: String) -> CompositionChart {
        let composition = Composition(of: areas, zone: zone)
        return CompositionChart(
            parts: composition.parts.map { $0.category.part },
            bars: composition.years.indices.map { year in
                CompositionChart.Bar(
                    name: Text("\(composition.years[year])"),
                    values: composition.parts.map { $0.areas[year] / 1e6 })
            }, unit: Text("km²"))
    }

    /// What became of the land between the first and the newest year; `nil` with one year.
    func landFlows(of zone: String = "all") -> FlowChart? {
        let flows = transitions.flatMap { CategoryFlows(of: $0, classes: areas, zone: zone) }
        guard let flows, !flows.categories.isEmpty else { return nil }
        return FlowChart(
            nodes: flows.categories.map(\.part),
            amounts: flows.areas.map { $0.map { $0 / 1e6 } }, before: Text("\(flows.from)"),
            after: Text("\(flows.to)"), unit: Text("km²"))
    }

    /// What became of a desert's sand between the baseline and the newest year.
    func flows(of indicator: String) throws -> FlowChart? {
        guard
            let desert = deserts.last(where: {
                $0.region.indicator == indicator && $0.year == figures.newest
            }), !desert.states.isEmpty
        else { return nil }
        let states = SandState.allCases
        let total = desert.total
        return FlowChart(
            nodes: states.map {
                FlowChart.Node(key: $0.rawValue, name: $0.name.text, color: $0.color)
            },
            amounts: states.map { before in
                states.map { after in
                    let change = DesertAccount.Change(before: before, after: after)
                    return max(0, total[change]?.areaSquareMetres ?? 0) / 1e6
                }
            }, before: Text("\(desert.baseline)"), after: Text("\(desert.year)"),
            unit: Text("km²"))
    }

    // MARK: Maps

    /// An indicator's scale over all years, so that years can be compared.
    func scale(of indicator: String) -> ZoneScale? {
        let values = figures.figures(of: indicator).filter { $0.zone != "all" }
            .compactMap(\.value)
        return ZoneScale(values, ramp: Self.ramp(for: indicator))
    }

    static func ramp(for indicator: String) -> ColorRamp {
        if indicator.hasPrefix("desert") { return .sand }
        return indicator.hasPrefix("wetland") ? .water : .vegetation
    }

    /// A small map of an indicator in the newest year, with its scale below it.
    func indicatorMap(
        _ indicator: String, language: MapLanguage, typesetter: Typesetter?,
        textSize: Double = 9
    ) throws -> Drawing? {
        guard let scale = scale(of: indicator) else { return nil }
        let own = figures.figures(of: indicator, in: figures.newest).filter { $0.zone != "all" }
        var pen = ChartPen(
            typesetter: typesetter, language: language, width: map.width,
            height: map.height + 16 + 2 * textSize)
        var fills: [String: RGBA] = [:]
        var titles: [String: String] = [:]
        var labels: [String: String] = [:]
        var marks: [String: ZoneMark] = [:]
        for figure in own {
            let name = (names[figure.zone] ?? Text(figure.result.name)).line(in: language)
            titles[figure.zone] = "\(name): \(figure.valueText(language.ecology))"
            marks[figure.zone] = figure.kind?.mark
            guard let value = figure.value else { continue }
            fills[figure.zone] = scale.color(of: value)
            labels[figure.zone] = figure.number(value)
        }
        try map.draw(
            with: &pen, fills: fills, titles: titles, labels: labels, marks: marks,
            textSize: textSize)
        try draw(
            scale, textSize: textSize * 0.89, unit: own.first?.unit.symbol.text ?? Text(""),
            with: &pen)
        return pen.drawing
    }

    private func draw(
        _ scale: ZoneScale, textSize: Double, unit: Text, with pen: inout ChartPen
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
    var digits: Int { unit == .percent || (value.map { abs($0) < 1000 } ?? true) ? 2 : 1 }

    /// A number in the figure's unit, without it.
    func number(_ value: Double) -> String {
        decimal(value, digits: digits, grouped: true)
    }

    /// The value, or its range, with its unit.
    func valueText(_ language: Language) -> String {
        if let value { return Quantity(value, unit).text(in: language, digits: digits) }
        guard let lower, let upper else { return "—" }
        return number(lower) + "–" + Quantity(upper, unit).text(in: language, digits: digits)
    }
}

extension Ecology.LocalizedText {
    /// The same words for a drawing.
    var text: Cartography.LocalizedText { .init(zh: zh, en: en) }
}

extension MapLanguage {
    /// The language of texts that have only one.
    var ecology: Language { self == .english ? .en : .zh }
}

extension SandState {
    /// From shifting sand to plants: light to dark as well as yellow to green.
    fileprivate var color: RGBA {
        switch self {
        case .mobile: RGBA(red: 0xF4, green: 0xD3, blue: 0x5E)
        case .semiFixed: RGBA(red: 0xE0, green: 0xA0, blue: 0x30)
        case .fixed: RGBA(red: 0x9F, green: 0xB8, blue: 0x5A)
        case .vegetated: RGBA(red: 0x1B, green: 0x78, blue: 0x37)
        case .other: RGBA(red: 0x9A, green: 0x9A, blue: 0x9A)
        }
    }
}

extension LandCover.Category {
    /// A part of a chart.
    fileprivate var part: CompositionChart.Part {
        CompositionChart.Part(
            key: key, name: name.text,
            color: RGBA(red: colour.red, green: colour.green, blue: colour.blue))
    }
}
