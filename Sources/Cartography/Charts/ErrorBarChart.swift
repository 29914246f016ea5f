// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import GDAL
internal import PlaneGeometry
public import Words

/// Amounts with how far they may be off: standing bars with error bars, such as carbon by pool.
public struct ErrorBarChart: Hashable, Sendable {
    /// One amount.
    public struct Bar: Hashable, Sendable {
        /// What it is called.
        public var name: LocalizedText
        /// In the chart's unit; `nil` where nothing but an interval is known.
        public var value: Double?
        /// The lower end of its interval; `nil` without one.
        public var lower: Double?
        /// The upper end of its interval.
        public var upper: Double?
        /// The colour of the bar.
        public var color: RGBA

        /// An amount and its interval.
        public init(
            name: LocalizedText, value: Double?, lower: Double? = nil, upper: Double? = nil,
            color: RGBA = RGBA(red: 0x3B, green: 0x78, blue: 0xA8)
        ) {
            self.name = name
            self.value = value
            self.lower = lower
            self.upper = upper
            self.color = color
        }
    }

    /// From left to right.
    public var bars: [Bar]
    /// The unit of the values.
    public var unit: LocalizedText
    /// What the error bars claim, such as a 95 % interval; said below the chart.
    public var claim: LocalizedText?
    /// Decimals of the printed values.
    public var decimals: Int

    /// A chart of some amounts.
    public init(
        bars: [Bar], unit: LocalizedText, claim: LocalizedText? = nil, decimals: Int = 1
    ) {
        self.bars = bars
        self.unit = unit
        self.claim = claim
        self.decimals = decimals
    }

    /// Draws it, in the whole of a rectangle.
    package func draw(with pen: inout ChartPen, in rect: PageRect) throws(MapError) {
        let foot = claim == nil ? 34.0 : 48.0
        let plot = PageRect(
            x: rect.x + 48, y: rect.y + 22, width: rect.width - 54,
            height: rect.height - 22 - foot)
        let axis = ValueAxis(
            around: bars.flatMap { [$0.value, $0.lower, $0.upper].compactMap { $0 } },
            fromZero: true)
        func y(_ value: Double) -> Double { plot.maxY - axis.share(value) * plot.height }
        for tick in axis.ticks {
            pen.drawing.line(
                Point(x: plot.x, y: y(tick)), Point(x: plot.maxX, y: y(tick)), ChartStyle.grid)
            try pen.write(
                axis.label(tick), at: Point(x: plot.x - 5, y: y(tick) - 5), anchor: .right,
                size: 8, color: greyColor)
        }
        try pen.write(
            pen.line(unit), at: Point(x: plot.x - 38, y: rect.y), size: 8, color: greyColor)
        let step = plot.width / Double(max(bars.count, 1))
        for (index, bar) in bars.enumerated() {
            let x = plot.x + (Double(index) + 0.5) * step
            try draw(bar, x: x, width: min(step * 0.6, 64), step: step, plot, y: y, &pen)
        }
        pen.drawing.line(
            Point(x: plot.x, y: y(0)), Point(x: plot.maxX, y: y(0)), ChartStyle.axis)
        if let claim {
            let place = Point(x: plot.x, y: rect.maxY - 13)
            pen.interval(
                Point(x: place.x + 3, y: place.y + 1), Point(x: place.x + 3, y: place.y + 10))
            try pen.write(
                pen.line(claim), at: Point(x: place.x + 11, y: place.y), size: 8,
                color: greyColor)
        }
    }

    private func draw(
        _ bar: Bar, x: Double, width: Double, step: Double, _ plot: PageRect,
        y: (Double) -> Double, _ pen: inout ChartPen
    ) throws(MapError) {
        let numbers = bar.value.map { [$0] } ?? [bar.lower, bar.upper].compactMap(\.self)
        let text = numbers.map { formatted($0, decimals: decimals) }
            .joined(separator: " – ")
        var top = y(bar.value ?? bar.upper ?? 0)
        if let value = bar.value {
            let rect = PageRect(
                x: x - width / 2, y: min(y(0), y(value)), width: width,
                height: abs(y(0) - y(value)))
            pen.drawing.add(
                rect, fill: bar.color, title: "\(pen.line(bar.name)): \(text) \(pen.line(unit))")
            top = rect.y
        }
        if let lower = bar.lower, let upper = bar.upper {
            pen.interval(Point(x: x, y: y(lower)), Point(x: x, y: y(upper)), cap: 5)
            top = min(top, y(upper))
        }
        try pen.write(
            text, at: Point(x: x, y: top - 12.5), anchor: .centre, size: 8.5, isBold: true)
        let names = bar.name.lines(in: pen.language)
        for (index, name) in names.enumerated() {
            try pen.write(
                name, at: Point(x: x, y: plot.maxY + 5 + Double(index) * 11), anchor: .centre,
                size: index == 0 ? 8.5 : 7.5, color: index == 0 ? inkColor : greyColor,
                maximumWidth: step - 4)
        }
    }
}
