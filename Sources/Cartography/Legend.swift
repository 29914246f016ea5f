// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GDAL
internal import MapStyles
internal import PlaneGeometry
internal import Words

/// A line of a legend, or a scale that must not be parted.
struct LegendRow {
    let height: Double
    /// A heading is not left alone at the foot of a column.
    var isHeading = false
    /// Draws it with its top left corner at a place.
    let draw: (Canvas, Point) throws(MapError) -> Void
}

/// Sets the rows of a legend for a column of some width.
struct LegendBuilder {
    let typesetter: Typesetter
    let language: MapLanguage
    let width: Double
    /// The height of all columns together.
    let room: Double
    private(set) var rows: [LegendRow] = []
    private var height = 0.0

    private static let swatchWidth = 20.0
    private static let textOffset = 27.0
    private let size = 8.2

    init(typesetter: Typesetter, language: MapLanguage, width: Double, room: Double) {
        self.typesetter = typesetter
        self.language = language
        self.width = width
        self.room = room
    }

    /// A heading, with a unit after it.
    mutating func add(heading: LocalizedText, unit: LocalizedText = LocalizedText(""))
        throws(MapError)
    {
        let units = unit.lines(in: language)
        let lines = heading.lines(in: language)
        var texts: [SetText] = []
        for (index, line) in lines.enumerated() {
            let mark = units.isEmpty ? "" : " (\(units[min(index, units.count - 1)]))"
            let isMain = index == 0
            let style = TextStyle(
                size: isMain ? 9.2 : 7.4, isBold: isMain,
                color: RGBA(hex: isMain ? 0x1B1B1B : 0x5A5A5A), wrapWidth: width)
            texts.append(try typesetter.set(line + mark, style))
        }
        let isFirst = rows.isEmpty
        let gap = isFirst ? 0.0 : 8.0
        let height = texts.map(\.height).reduce(0, +)
        try add(
            LegendRow(height: gap + height + 4, isHeading: true) {
                (canvas, place) throws(MapError) in
                var y = place.y + gap
                for text in texts {
                    canvas.draw(text, at: Point(x: place.x, y: y))
                    y += text.height
                }
            })
    }

    /// A sample of what is on the map, and what it means.
    mutating func add(
        _ label: LocalizedText, note: String? = nil,
        sample: @escaping (Canvas, PageRect) throws(MapError) -> Void
    ) throws(MapError) {
        let noteText: SetText? =
            if let note { try typesetter.set(note, TextStyle(size: size)) } else { nil }
        let room = width - Self.textOffset - (noteText.map { $0.width + 6 } ?? 0)
        let texts = try set(label, room: room)
        let textHeight = max(texts.map { $0.line == 0 ? 0 : $0.text.height }.reduce(0, +), 0)
        let firstHeight = texts.filter { $0.line == 0 }.map(\.text.height).max() ?? 0
        let height = max(firstHeight + textHeight, 10) + 3.6
        let (swatch, offset, width) = (Self.swatchWidth, Self.textOffset, width)
        let line = size * 1.2
        try add(
            LegendRow(height: height) { (canvas, place) throws(MapError) in
                try sample(
                    canvas,
                    PageRect(x: place.x, y: place.y + (line - 9) / 2, width: swatch, height: 9))
                var y = place.y
                for (index, item) in texts.enumerated() {
                    if item.line > 0 { y += texts[index - 1].text.height }
                    let drop = item.line == 0 ? (line - item.text.height).clampedAbove : 0
                    canvas.draw(
                        item.text, at: Point(x: place.x + offset + item.x, y: y + drop * 0.75))
                }
                if let noteText {
                    canvas.draw(
                        noteText, at: Point(x: place.x + width, y: place.y), anchor: .right)
                }
            })
    }

    /// One line where it fits, or the second language below the first.
    private func set(
        _ label: LocalizedText, room: Double
    ) throws(MapError) -> [(text: SetText, line: Int, x: Double)] {
        let lines = label.lines(in: language)
        guard let first = lines.first else { return [] }
        let main = try typesetter.set(first, TextStyle(size: size))
        let grey = RGBA(hex: 0x5A5A5A)
        if main.width > room {
            let wrapped = try typesetter.set(first, TextStyle(size: size, wrapWidth: room))
            guard lines.count > 1 else { return [(wrapped, 0, 0)] }
            let style = TextStyle(size: 7, color: grey, wrapWidth: room)
            return [(wrapped, 0, 0), (try typesetter.set(lines[1], style), 1, 0)]
        }
        guard lines.count > 1 else { return [(main, 0, 0)] }
        let second = try typesetter.set(lines[1], TextStyle(size: 7, color: grey))
        if main.width + 5 + second.width <= room {
            return [(main, 0, 0), (second, 0, main.width + 5)]
        }
        let style = TextStyle(size: 7, color: grey, wrapWidth: room)
        return [(main, 0, 0), (try typesetter.set(lines[1], style), 1, 0)]
    }

    /// A row that draws itself.
    ///
    /// - Throws: ``MapError/badSheet(_:)`` as soon as no page holds them all.
    mutating func add(_ row: LegendRow) throws(MapError) {
        rows.append(row)
        height += row.height
        guard height <= room / LegendLayout.scales.lowerBound else {
            throw LegendLayout.noRoom
        }
    }
}

extension Double {
    fileprivate var clampedAbove: Double { max(self, 0) }
}

/// Where the rows of a legend stand, and how much smaller they are drawn to fit.
struct LegendLayout {
    private(set) var places: [Point] = []
    let scale: Double
    /// What it takes of the height, in points of the page.
    let height: Double

    /// Lets rows flow down columns; where they don't fit, they are drawn smaller.
    ///
    /// - Throws: ``MapError/badSheet(_:)`` where they would be too small to read.
    init(
        _ rows: [LegendRow], columns: Int, columnWidth: Double, gap: Double,
        height available: Double
    ) throws(MapError) {
        for step in 0...12 {
            let scale = Self.scales.upperBound - Double(step) * 0.04
            let limit = available / scale
            guard let flow = LegendLayout.balanced(rows, columns: columns, limit: limit) else {
                continue
            }
            let width = (columnWidth + gap) / scale
            places = flow.map { Point(x: Double($0.column) * width, y: $0.y) }
            self.scale = scale
            height = zip(rows, flow).map { $0.height + $1.y }.reduce(0, max) * scale
            return
        }
        throw Self.noRoom
    }

    /// How much smaller than meant a legend may be drawn.
    static let scales = 0.52...1.0

    /// What is said where rows would have to be smaller still.
    static let noRoom = MapError.badSheet(
        "the legend has no room; choose a larger page, fewer classes or shorter names")

    /// Columns as equally long as they can be, none longer than the limit.
    private static func balanced(
        _ rows: [LegendRow], columns: Int, limit: Double
    ) -> [(column: Int, y: Double)]? {
        let total = rows.map(\.height).reduce(0, +)
        var length = total / Double(columns)
        while columns > 1, length < limit {
            if let flow = flow(rows, columns: columns, limit: length) { return flow }
            length += 4
        }
        return flow(rows, columns: columns, limit: limit)
    }

    private static func flow(
        _ rows: [LegendRow], columns: Int, limit: Double
    ) -> [(column: Int, y: Double)]? {
        var places: [(column: Int, y: Double)] = []
        var (column, y) = (0, 0.0)
        for (index, row) in rows.enumerated() {
            let needs =
                row.height + (row.isHeading && index + 1 < rows.count ? rows[index + 1].height : 0)
            if y + needs > limit {
                column += 1
                y = 0
                if column >= columns || needs > limit { return nil }
            }
            places.append((column, y))
            y += row.height
        }
        return places
    }
}
