// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import GDAL
internal import MapStyles
internal import PlaneGeometry
public import Words

/// What a whole is made of, in one year beside another: stacked bars with bands between them.
public struct CompositionChart: Hashable, Sendable {
    /// A part of the whole.
    public struct Part: Hashable, Sendable {
        /// What tells it from others.
        public var key: String
        /// What it is called.
        public var name: LocalizedText
        /// The colour on the chart.
        public var color: RGBA

        /// A part of the whole.
        public init(key: String, name: LocalizedText, color: RGBA) {
            self.key = key
            self.name = name
            self.color = color
        }
    }

    /// One year, or one zone.
    public struct Bar: Hashable, Sendable {
        /// What it is called.
        public var name: LocalizedText
        /// One for each part, none below 0; in the chart's unit.
        public var values: [Double]

        /// One bar.
        public init(name: LocalizedText, values: [Double]) {
            self.name = name
            self.values = values
        }
    }

    /// From the foot of the bars up.
    public var parts: [Part]
    /// From left to right.
    public var bars: [Bar]
    /// The unit of the values, printed above the legend's numbers.
    public var unit: LocalizedText

    /// A chart of some bars.
    ///
    /// - Precondition: Each bar has a value for each part.
    public init(parts: [Part], bars: [Bar], unit: LocalizedText) {
        precondition(
            bars.allSatisfy { $0.values.count == parts.count }, "a bar needs a value for each part")
        self.parts = parts
        self.bars = bars
        self.unit = unit
    }

    /// Draws it, in the whole of a rectangle.
    package func draw(with pen: inout ChartPen, in rect: PageRect) throws(MapError) {
        let legendWidth = min(
            max(rect.width * (pen.language == .both ? 0.52 : 0.46), 175), 290)
        let plot = PageRect(
            x: rect.x + 30, y: rect.y + 8, width: rect.width - legendWidth - 30 - 22,
            height: rect.height - 8 - 20)
        drawScale(&pen, plot)
        try writeScale(&pen, plot)
        let columns = columns(in: plot)
        for (before, after) in zip(columns, columns.dropFirst()) { drawBands(&pen, before, after) }
        for (bar, column) in zip(bars, columns) {
            try draw(bar, column, &pen)
            let place = Point(x: column.rect.centre.x, y: plot.maxY + 5)
            try pen.write(pen.line(bar.name), at: place, anchor: .centre, size: 9, isBold: true)
        }
        let legend = PageRect(
            x: rect.maxX - legendWidth, y: plot.y, width: legendWidth, height: plot.height)
        try drawLegend(&pen, legend)
    }

    /// A bar on the page, and where each part of it ends, from the foot up.
    private struct Column {
        let rect: PageRect
        let ends: [Double]
    }

    private func columns(in plot: PageRect) -> [Column] {
        let step = plot.width / Double(max(bars.count, 1))
        let width = min(step * 0.58, 74)
        return bars.enumerated().map { index, bar in
            let centre = plot.x + (Double(index) + 0.5) * step
            let total = bar.values.reduce(0, +)
            var ends = [plot.maxY]
            var sum = 0.0
            for value in bar.values {
                sum += value
                ends.append(plot.maxY - (total > 0 ? sum / total : 0) * plot.height)
            }
            return Column(
                rect: PageRect(x: centre - width / 2, y: plot.y, width: width, height: plot.height),
                ends: ends)
        }
    }

    private func drawScale(_ pen: inout ChartPen, _ plot: PageRect) {
        for step in 0...4 {
            let y = plot.maxY - plot.height * Double(step) / 4
            pen.drawing.line(
                Point(x: plot.x, y: y), Point(x: plot.maxX, y: y),
                step == 0 ? ChartStyle.axis : ChartStyle.grid)
        }
    }

    private func writeScale(_ pen: inout ChartPen, _ plot: PageRect) throws(MapError) {
        for step in 0...4 {
            let y = plot.maxY - plot.height * Double(step) / 4
            try pen.write(
                "\(step * 25)%", at: Point(x: plot.x - 5, y: y - 5), anchor: .right, size: 8,
                color: greyColor)
        }
    }

    /// What a part was and what it is, joined: the eye follows its growth.
    private func drawBands(_ pen: inout ChartPen, _ before: Column, _ after: Column) {
        for (index, part) in parts.enumerated() {
            let ring = [
                Point(x: before.rect.maxX, y: before.ends[index]),
                Point(x: before.rect.maxX, y: before.ends[index + 1]),
                Point(x: after.rect.x, y: after.ends[index + 1]),
                Point(x: after.rect.x, y: after.ends[index]),
            ]
            pen.drawing.add(.area([ring]), fill: part.color.opacity(0.35))
        }
    }

    private func draw(_ bar: Bar, _ column: Column, _ pen: inout ChartPen) throws(MapError) {
        let total = bar.values.reduce(0, +)
        for (index, part) in parts.enumerated() {
            let rect = PageRect(
                x: column.rect.x, y: column.ends[index + 1], width: column.rect.width,
                height: column.ends[index] - column.ends[index + 1])
            guard rect.height > 0 else { continue }
            let share = formatted(bar.values[index] / total * 100, decimals: 1) + "%"
            let name = "\(pen.line(bar.name)) \(pen.line(part.name)) \(share)"
            pen.drawing.add(rect, fill: part.color, title: name, key: part.key)
            if rect.height > 1.2 {
                pen.drawing.line(
                    Point(x: rect.x, y: rect.y), Point(x: rect.maxX, y: rect.y),
                    Stroke(ChartStyle.white, width: 0.7))
            }
            let fits = try pen.width(of: share, size: 8) <= rect.width - 3
            if rect.height >= 11 {
                try pen.write(
                    share, at: Point(x: rect.centre.x, y: rect.centre.y - 4.9), anchor: .centre,
                    size: fits ? 8 : 6.4, color: ChartStyle.ink(on: part.color))
            }
        }
    }

    /// Each part's name, its last value and what it gained since the first, the top part first.
    private func drawLegend(_ pen: inout ChartPen, _ rect: PageRect) throws(MapError) {
        let shown = parts.indices.reversed().filter { index in
            bars.contains { $0.values[index] > 0 }
        }
        guard let last = bars.last else { return }
        let first = bars.count > 1 ? bars.first : nil
        let row = min(17, rect.height / Double(shown.count + 1))
        let size = min(8.5, row * 0.7)
        let decimals = max(last.values.max() ?? 0, 1) >= 1000 ? 0 : 1
        var widest = 30.0
        for index in shown {
            widest = max(
                widest,
                try pen.width(of: formatted(last.values[index], decimals: decimals), size: size))
        }
        var y = rect.y
        let changeX = rect.maxX
        let valueX = first == nil ? rect.maxX : rect.maxX - 42
        try pen.write(
            "\(pen.line(last.name)), \(unit.lines(in: pen.language).first ?? "")",
            at: Point(x: valueX, y: y), anchor: .right, size: size * 0.88, color: greyColor)
        if let first {
            try pen.write(
                (pen.language == .both ? "Δ " : pen.say("较", "since "))
                    + (first.name.lines(in: pen.language).first ?? ""),
                at: Point(x: changeX, y: y), anchor: .right, size: size * 0.88, color: greyColor,
                maximumWidth: 40)
        }
        y += row
        for index in shown {
            let part = parts[index]
            pen.drawing.add(
                .area([PageRect(x: rect.x, y: y + size * 0.1, width: 12, height: size).ring]),
                fill: part.color, stroke: Stroke(RGBA(hex: 0x8A8A8A), width: 0.4), key: part.key)
            try pen.write(
                pen.line(part.name), at: Point(x: rect.x + 17, y: y), size: size,
                maximumWidth: valueX - rect.x - 17 - widest - 5)
            try pen.write(
                formatted(last.values[index], decimals: decimals), at: Point(x: valueX, y: y),
                anchor: .right, size: size)
            if let first {
                let change = last.values[index] - first.values[index]
                let sign = change > 0 ? "+" : ""
                try pen.write(
                    sign + formatted(change, decimals: decimals), at: Point(x: changeX, y: y),
                    anchor: .right, size: size, color: greyColor)
            }
            y += row
        }
    }
}
