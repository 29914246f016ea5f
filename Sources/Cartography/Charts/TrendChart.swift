// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import GDAL
internal import MapStyles
internal import PlaneGeometry
public import Words

/// A value through the years, with its intervals, its trend, and the target that it is to reach.
public struct TrendChart: Hashable, Sendable {
    /// One year.
    public struct Year: Hashable, Sendable {
        /// The year itself.
        public var year: Int
        /// In the chart's unit.
        public var value: Double
        /// The lower end of its interval; `nil` without one.
        public var lower: Double?
        /// The upper end of its interval.
        public var upper: Double?

        /// A year's value, in the chart's unit.
        public init(year: Int, value: Double, lower: Double? = nil, upper: Double? = nil) {
            self.year = year
            self.value = value
            self.lower = lower
            self.upper = upper
        }
    }

    /// The first year first.
    public var years: [Year]
    /// The same by the map's count, where not every year is estimated from a sample: hollow, and the line
    /// is through them. Empty where all years are alike.
    public var counts: [Year]
    /// The number to reach; `nil` without a target.
    public var target: Double?
    /// When it is to be reached.
    public var targetYear: Int?
    /// The unit of the values.
    public var unit: LocalizedText
    /// Decimals of the printed values.
    public var decimals: Int
    /// What was found of the last year.
    public var mark: ZoneMark?
    /// The colour of the values and their line.
    public var color: RGBA
    /// Whether the target was derived from another's, not issued.
    public var isDerived: Bool

    /// A chart of some years.
    public init(
        years: [Year], counts: [Year] = [], target: Double? = nil, targetYear: Int? = nil,
        unit: LocalizedText,
        decimals: Int = 1, mark: ZoneMark? = nil,
        color: RGBA = RGBA(red: 0x3B, green: 0x78, blue: 0xA8), isDerived: Bool = false
    ) {
        self.years = years
        self.counts = counts
        self.target = target
        self.targetYear = targetYear
        self.unit = unit
        self.decimals = decimals
        self.mark = mark
        self.color = color
        self.isDerived = isDerived
    }

    /// The least-squares line through the years; `nil` with fewer than two.
    package var trend: (slope: Double, atFirst: Double)? {
        let line = counts.isEmpty ? years : counts
        guard let first = line.first?.year, line.count > 1 else { return nil }
        let x = line.map { Double($0.year - first) }
        let y = line.map(\.value)
        let count = Double(line.count)
        let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
        let spread = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
        guard spread > 0 else { return nil }
        let slope = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / spread
        return (slope, meanY - slope * meanX)
    }

    /// Every year once: by its estimate, or else by its count.
    private var shown: [Year] {
        let estimated = Set(years.map(\.year))
        return (years + counts.filter { !estimated.contains($0.year) }).sorted { $0.year < $1.year }
    }

    /// Draws it, in the whole of a rectangle.
    package func draw(with pen: inout ChartPen, in rect: PageRect) throws(MapError) {
        let shown = shown
        guard let first = shown.first?.year, let last = shown.last?.year else { return }
        let end = max(last, targetYear ?? last)
        let plot = PageRect(
            x: rect.x + 44, y: rect.y + 22, width: rect.width - 44 - 46,
            height: rect.height - 22 - 22)
        let numbers = (years + counts).flatMap { [$0.value, $0.lower, $0.upper].compactMap { $0 } }
        let axis = ValueAxis(around: Self.padded(numbers + (target.map { [$0] } ?? [])))
        func place(_ year: Double, _ value: Double) -> Point {
            let share = end > first ? (year - Double(first)) / Double(end - first) : 0.5
            return Point(
                x: plot.x + 12 + share * (plot.width - 24),
                y: plot.maxY - axis.share(value) * plot.height)
        }
        try drawScales(&pen, plot, axis, first: first, end: end, place: place)
        let targetName = isDerived ? pen.say("推算目标", "Derived target") : pen.say("目标", "Target")
        if let target {
            let (a, b) = (place(Double(first), target).y, plot.maxX)
            pen.drawing.line(
                Point(x: plot.x, y: a), Point(x: b, y: a),
                Stroke(ChartStyle.target, width: 1, dashes: [5, 3]))
            try pen.write(
                targetName + " " + formatted(target, decimals: max(decimals, 1)),
                at: Point(x: plot.x + 4, y: a - 11.5), size: 8, color: ChartStyle.target)
        }
        drawTrend(&pen, first: first, end: end, axis, place: place)
        try drawYears(&pen, floor: plot.maxY, place: place)
        if !counts.isEmpty {
            try pen.write(
                pen.say("实心：样本估计；空心：按图计数", "filled: by sample; hollow: as counted"),
                at: Point(x: rect.maxX, y: plot.y - 20), anchor: .right, size: 8, color: greyColor)
        }
        if let target, let targetYear {
            // A value in the target's year would hide it.
            let y = place(Double(targetYear), target).y
            let x = targetYear > last ? place(Double(targetYear), target).x : plot.maxX
            pen.diamond(
                at: Point(x: x, y: y), radius: 4.6,
                title: "\(targetName) \(targetYear): \(target)", isDerived: isDerived)
        }
        if let mark, let year = shown.last {
            pen.mark(mark, at: place(Double(year.year), year.value), radius: 5)
        }
    }

    private func drawScales(
        _ pen: inout ChartPen, _ plot: PageRect, _ axis: ValueAxis, first: Int, end: Int,
        place: (Double, Double) -> Point
    ) throws(MapError) {
        for tick in axis.ticks {
            let y = plot.maxY - axis.share(tick) * plot.height
            pen.drawing.line(Point(x: plot.x, y: y), Point(x: plot.maxX, y: y), ChartStyle.grid)
            try pen.write(
                axis.label(tick), at: Point(x: plot.x - 5, y: y - 5), anchor: .right, size: 8,
                color: greyColor)
        }
        pen.drawing.line(
            Point(x: plot.x, y: plot.maxY), Point(x: plot.maxX, y: plot.maxY), ChartStyle.axis)
        try pen.write(
            pen.line(unit), at: Point(x: plot.x - 34, y: plot.y - 20), size: 8, color: greyColor)
        var labelled = shown.map(\.year)
        if let targetYear, !labelled.contains(targetYear) { labelled.append(targetYear) }
        var free = -Double.infinity
        for year in labelled {
            let x = place(Double(year), axis.low).x
            pen.drawing.line(
                Point(x: x, y: plot.maxY), Point(x: x, y: plot.maxY + 3), ChartStyle.axis)
            let isLast = year == labelled.last
            guard x - 14 > free || isLast else { continue }
            try pen.write(
                "\(year)", at: Point(x: x, y: plot.maxY + 5), anchor: .centre, size: 8.5)
            free = x + 14
        }
    }

    private func drawTrend(
        _ pen: inout ChartPen, first: Int, end: Int, _ axis: ValueAxis,
        place: (Double, Double) -> Point
    ) {
        guard let trend, let last = shown.last?.year else { return }
        func at(_ year: Int) -> Point {
            let value = trend.atFirst + trend.slope * Double(year - first)
            return place(Double(year), min(max(value, axis.low), axis.high))
        }
        pen.drawing.line(at(first), at(last), Stroke(color.opacity(0.55), width: 1.6))
        if end > last {
            pen.drawing.line(
                at(last), at(end), Stroke(color.opacity(0.55), width: 1.4, dashes: [3, 3]))
        }
    }

    private func drawYears(
        _ pen: inout ChartPen, floor: Double, place: (Double, Double) -> Point
    ) throws(MapError) {
        let shown = shown
        for year in counts {
            let centre = place(Double(year.year), year.value)
            let text = formatted(year.value, decimals: decimals)
            pen.drawing.add(
                .disc(centre: centre, radius: 4.2), fill: color,
                title: pen.say("按图计数", "as counted") + " \(year.year): \(text) \(pen.line(unit))",
                key: "counted \(year.year)")
            pen.drawing.add(.disc(centre: centre, radius: 2.8), fill: ChartStyle.white)
        }
        for year in shown {
            let isCount = !years.contains { $0.year == year.year }
            let centre = place(Double(year.year), year.value)
            if let lower = year.lower, let upper = year.upper {
                pen.interval(
                    place(Double(year.year), lower), place(Double(year.year), upper), cap: 4)
            }
            let text = formatted(year.value, decimals: decimals)
            if !isCount {
                pen.drawing.add(
                    .disc(centre: centre, radius: 4.2), fill: color,
                    title: "\(year.year): \(text) \(pen.line(unit))", key: "\(year.year)")
            }
            // A dense series names its first and last value only.
            let isEnd = year == shown.first || year == shown.last
            if shown.count <= 8 || isEnd {
                try name(year, text, at: centre, floor: floor, isBold: isEnd, &pen)
            }
        }
    }

    /// Writes a value where its line does not run: off it at both ends, below it between them,
    /// and beside its interval; never below the floor, where the years stand.
    private func name(
        _ year: Year, _ text: String, at centre: Point, floor: Double, isBold: Bool,
        _ pen: inout ChartPen
    ) throws(MapError) {
        let rises = (trend?.slope ?? 0) >= 0
        let (x, y, anchor): (Double, Double, TextAnchor) =
            if year.lower != nil {
                year == shown.last ? (-9, -5.2, .right) : (9, -5.2, .left)
            } else if year == shown.first {
                (8, rises ? 3 : -14, .left)
            } else if year == shown.last {
                (-8, rises ? -15 : 4, .right)
            } else {
                (0, rises ? 7 : -18, .centre)
            }
        let width = try pen.width(of: text, isBold: isBold)
        let isLow = centre.y + y + 10 > floor
        let place = Point(x: centre.x + x, y: isLow ? centre.y - 15 : centre.y + y)
        pen.drawing.add(
            PageRect(
                x: place.x + anchor.offset(of: width) - 1.5, y: place.y + 0.5, width: width + 3,
                height: 9.5), fill: ChartStyle.white.opacity(0.85))
        try pen.write(text, at: place, anchor: anchor, isBold: isBold)
    }

    /// Numbers with a little room above and below them, for what is written beside.
    private static func padded(_ numbers: [Double]) -> [Double] {
        guard let low = numbers.min(), let high = numbers.max() else { return numbers }
        let room = (high - low) * 0.12
        return [low >= 0 ? max(0, low - room) : low - room, high + room]
    }
}
