// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import MapStyles
internal import PlaneGeometry
public import Words

/// Zones' values against their targets: a dot with its interval, and a diamond where it should be.
public struct TargetChart: Hashable, Sendable {
    /// One zone.
    public struct Row: Hashable, Sendable {
        /// The zone's id.
        public var key: String
        /// What it is called.
        public var name: LocalizedText
        /// `nil` where there is no number.
        public var value: Double?
        /// The lower end of its interval; `nil` without one.
        public var lower: Double?
        /// The upper end of its interval.
        public var upper: Double?
        /// Where it should be; `nil` where nothing is wanted of it.
        public var target: Double?
        /// What was found of it.
        public var mark: ZoneMark?
        /// Whether it is the whole that the others are parts of.
        public var isWhole: Bool
        /// Whether the target was derived from the whole's: its diamond is hollow then.
        public var isDerived: Bool

        /// A zone with what is known of it, in the chart's unit.
        public init(
            key: String, name: LocalizedText, value: Double?, lower: Double? = nil,
            upper: Double? = nil, target: Double? = nil, mark: ZoneMark? = nil,
            isWhole: Bool = false, isDerived: Bool = false
        ) {
            self.key = key
            self.name = name
            self.value = value
            self.lower = lower
            self.upper = upper
            self.target = target
            self.mark = mark
            self.isWhole = isWhole
            self.isDerived = isDerived
        }
    }

    /// From the top down.
    public var rows: [Row]
    /// The unit of the values.
    public var unit: LocalizedText
    /// Decimals of the printed values.
    public var decimals: Int

    /// A chart of some zones.
    public init(rows: [Row], unit: LocalizedText, decimals: Int = 1) {
        self.rows = rows
        self.unit = unit
        self.decimals = decimals
    }

    /// The height at which rows are neither cramped nor lost, in points.
    package var naturalHeight: Double { Double(rows.count) * 19 + 58 }

    /// Draws it, in the whole of a rectangle.
    package func draw(with pen: inout ChartPen, in rect: PageRect) throws(MapError) {
        var nameWidth = 40.0
        for row in rows {
            nameWidth = max(
                nameWidth, try pen.width(of: pen.line(row.name), isBold: row.isWhole) + 8)
        }
        nameWidth = min(nameWidth, rect.width * 0.34)
        let numbers = 58.0
        let key = try keyLines(pen, width: rect.width)
        let foot = 24 + Double(key.count) * 14
        let plot = PageRect(
            x: rect.x + nameWidth, y: rect.y + 4, width: rect.width - nameWidth - numbers - 8,
            height: rect.height - 4 - foot)
        let all = rows.flatMap { [$0.value, $0.lower, $0.upper, $0.target].compactMap { $0 } }
        let axis = ValueAxis(around: all)
        for tick in axis.ticks {
            let x = plot.x + axis.share(tick) * plot.width
            pen.drawing.line(Point(x: x, y: plot.y), Point(x: x, y: plot.maxY), ChartStyle.grid)
            try pen.write(
                axis.label(tick), at: Point(x: x, y: plot.maxY + 3), anchor: .centre, size: 8,
                color: greyColor)
        }
        pen.drawing.line(
            Point(x: plot.x, y: plot.maxY), Point(x: plot.maxX, y: plot.maxY), ChartStyle.axis)
        try pen.write(
            pen.line(unit), at: Point(x: plot.maxX + 8 + numbers, y: plot.maxY + 3),
            anchor: .right, size: 8, color: greyColor)
        let step = plot.height / Double(max(rows.count, 1))
        for (index, row) in rows.enumerated() {
            let y = plot.y + (Double(index) + 0.5) * step
            let right = plot.maxX + 8 + numbers
            try draw(
                row, y: y, nameWidth: nameWidth, plot: plot, axis: axis, right: right, &pen)
        }
        for (index, line) in key.enumerated() {
            let y = rect.maxY - 13 - Double(key.count - 1 - index) * 14
            for (item, text, x) in line {
                try draw(item, text, at: Point(x: rect.x + x, y: y), &pen)
            }
        }
    }

    private func draw(
        _ row: Row, y: Double, nameWidth: Double, plot: PageRect, axis: ValueAxis, right: Double,
        _ pen: inout ChartPen
    ) throws(MapError) {
        func place(_ value: Double) -> Point {
            Point(x: plot.x + axis.share(value) * plot.width, y: y)
        }
        pen.drawing.line(
            Point(x: plot.x, y: y), Point(x: plot.maxX, y: y),
            Stroke(RGBA(hex: 0xEDEDED), width: 0.6))
        try pen.write(
            pen.line(row.name), at: Point(x: plot.x - 7, y: y - 5.2), anchor: .right,
            isBold: row.isWhole, maximumWidth: nameWidth - 8)
        let number = row.value.map { formatted($0, decimals: decimals) } ?? "—"
        try pen.write(
            number, at: Point(x: right, y: y - 5.2), anchor: .right, isBold: row.isWhole)
        let title = "\(pen.line(row.name)): \(number) \(pen.line(unit))"
        if let target = row.target, let value = row.value {
            pen.drawing.line(
                place(value), place(target), Stroke(ChartStyle.target.opacity(0.5), width: 1.6))
        }
        if let lower = row.lower, let upper = row.upper {
            pen.interval(place(lower), place(upper))
        }
        if let target = row.target {
            let text = formatted(target, decimals: max(decimals, 1))
            pen.diamond(
                at: place(target), radius: 4.2,
                title: "\(pen.line(row.name)), "
                    + "\(row.isDerived ? pen.say("推算目标", "derived target") : pen.say("目标", "target")) "
                    + text, isDerived: row.isDerived)
        }
        if let value = row.value {
            if let mark = row.mark {
                pen.mark(mark, at: place(value), radius: 4.6, title: title)
            } else {
                pen.drawing.add(
                    .disc(centre: place(value), radius: 3.6), fill: ChartStyle.bar, title: title,
                    key: row.key)
            }
        }
    }

    /// What a shape of the chart means.
    private enum KeyItem {
        case mark(ZoneMark), target, derivedTarget, interval
    }

    /// What the shapes mean, in as many lines as it takes.
    private func keyLines(
        _ pen: ChartPen, width: Double
    ) throws(MapError) -> [[(item: KeyItem, text: String, x: Double)]] {
        var items: [(KeyItem, String)] = []
        for mark in ZoneMark.all where rows.contains(where: { $0.mark == mark }) {
            items.append((.mark(mark), pen.line(mark.label)))
        }
        if rows.contains(where: { $0.target != nil && !$0.isDerived }) {
            items.append((.target, pen.say("目标", "Target")))
        }
        if rows.contains(where: { $0.target != nil && $0.isDerived }) {
            items.append((.derivedTarget, pen.say("推算目标", "Derived target")))
        }
        if rows.contains(where: { $0.lower != nil }) {
            items.append((.interval, pen.say("区间", "interval")))
        }
        var lines: [[(item: KeyItem, text: String, x: Double)]] = []
        var x = Double.infinity
        for (item, text) in items {
            let room = try pen.width(of: text, size: 8) + 16
            if x + room > width {
                lines.append([])
                x = 0
            }
            lines[lines.count - 1].append((item, text, x))
            x += room + 10
        }
        return lines
    }

    private func draw(
        _ item: KeyItem, _ text: String, at place: Point, _ pen: inout ChartPen
    ) throws(MapError) {
        let centre = Point(x: place.x + 6, y: place.y + 5)
        switch item {
        case .mark(let mark): pen.mark(mark, at: centre, radius: 4.2)
        case .target: pen.diamond(at: centre, radius: 4.2)
        case .derivedTarget: pen.diamond(at: centre, radius: 4.2, isDerived: true)
        case .interval:
            pen.interval(
                Point(x: place.x, y: centre.y), Point(x: place.x + 12, y: centre.y))
        }
        try pen.write(text, at: Point(x: place.x + 16, y: place.y), size: 8)
    }
}
