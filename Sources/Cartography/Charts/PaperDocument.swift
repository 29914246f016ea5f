// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import GDAL
internal import MapStyles
internal import PlaneGeometry

/// Pages of text, tables, drawings and maps as one PDF: what stands under another flows down the
/// pages.
///
/// The same calls give the same bytes.
package final class PaperDocument {
    /// A column of a table.
    package struct Column {
        package let head: String
        /// Of the page's width, 0…1.
        package let share: Double
        package let isNumeric: Bool

        package init(_ head: String, share: Double, isNumeric: Bool = false) {
            self.head = head
            self.share = share
            self.isNumeric = isNumeric
        }
    }

    /// A cell of a table.
    package struct Cell {
        package let text: String
        package let mark: ZoneMark?
        package let isBold: Bool

        package init(_ text: String, mark: ZoneMark? = nil, isBold: Bool = false) {
            self.text = text
            self.mark = mark
            self.isBold = isBold
        }
    }

    private let canvas: Canvas
    private let page = PageSize.a4Portrait
    private let margin = 40.0
    private let foot: String
    private var number = 0
    /// Where the next thing goes, in points from the top.
    private var y = 0.0
    private var chapter: Int32?

    package let language: MapLanguage
    package var width: Double { page.width - 2 * margin }
    package var typesetter: Typesetter { canvas.typesetter }

    /// Opens a document; `foot` stands at the foot of every page, before its number.
    package init(
        title: String, foot: String, language: MapLanguage,
        fontFamily: String = Typesetter.defaultFamily
    ) throws(MapError) {
        canvas = try Canvas(
            format: .pdf, page: page, title: title,
            typesetter: try Typesetter(family: fontFamily))
        self.foot = foot
        self.language = language
        try beginPage()
    }

    /// Ends the document and returns its file.
    package func finish() throws(MapError) -> [UInt8] { try canvas.finish() }

    // MARK: Pages

    private var bottom: Double { page.height - margin - 8 }

    private func beginPage() throws(MapError) {
        if number > 0 { canvas.nextPage() }
        number += 1
        y = margin
        let style = TextStyle(size: 7.5, color: greyColor, maximumWidth: width - 40)
        let line = page.height - margin + 4
        canvas.draw(try typesetter.set(foot, style), at: Point(x: margin, y: line))
        canvas.draw(
            try typesetter.set("\(number)", TextStyle(size: 7.5, color: greyColor)),
            at: Point(x: page.width - margin, y: line), anchor: .right)
    }

    /// Begins a page, unless this one is still empty.
    package func turnPage() throws(MapError) { if y > margin { try beginPage() } }

    /// Begins a page where what comes would not fit on this one.
    private func need(_ height: Double) throws(MapError) {
        if y + height > bottom { try turnPage() }
    }

    /// Leaves some room.
    package func skip(_ height: Double) { y += height }

    // MARK: Text

    /// A heading, with room for something below it; chapters are listed for readers to turn to.
    package func heading(
        _ text: String, level: Int = 1, keepingWith below: Double = 90
    ) throws(MapError) {
        let size = [20.0, 15, 11.5][min(max(level, 0), 2)]
        let set = try typesetter.set(
            text, TextStyle(size: size, isBold: true, wrapWidth: width))
        if y > margin { y += size * 0.8 }
        try need(set.height + below)
        let entry = canvas.outline(text, page: number, under: level >= 2 ? chapter : nil)
        if level < 2 { chapter = entry }
        canvas.draw(set, at: Point(x: margin, y: y))
        y += set.height + size * 0.35
    }

    /// A paragraph, which may run over onto the next page as a whole.
    package func paragraph(
        _ text: String, size: Double = 9, isBold: Bool = false, color: RGBA = RGBA(hex: 0x1B1B1B),
        indent: Double = 0
    ) throws(MapError) {
        guard !text.isEmpty else { return }
        let set = try typesetter.set(
            text,
            TextStyle(size: size, isBold: isBold, color: color, wrapWidth: width - indent))
        try need(set.height)
        canvas.draw(set, at: Point(x: margin + indent, y: y))
        y += set.height + size * 0.35
    }

    // MARK: Drawings

    /// Drawings side by side, none larger than drawn, each with its caption above.
    package func row(_ drawings: [(caption: String, drawing: Drawing)]) throws(MapError) {
        guard !drawings.isEmpty else { return }
        let gap = 18.0
        let each = (width - gap * Double(drawings.count - 1)) / Double(drawings.count)
        let scales = drawings.map { min(1, each / $0.drawing.width) }
        let heights = zip(drawings, scales).map { $0.drawing.height * $1 }
        try need((heights.max() ?? 0) + 20)
        for (index, (caption, drawing)) in drawings.enumerated() {
            let x = margin + Double(index) * (each + gap)
            let text = try typesetter.set(
                caption, TextStyle(size: 8.5, isBold: true, maximumWidth: each))
            canvas.draw(text, at: Point(x: x, y: y))
            try canvas.scaled(by: scales[index], from: Point(x: x, y: y + 15)) {
                () throws(MapError) in try drawing.draw(on: canvas)
            }
        }
        y += (heights.max() ?? 0) + 26
    }

    /// A map sheet, as a page of its own.
    package func page(_ sheet: MapSheet, named name: String) throws {
        try turnPage()
        _ = canvas.outline(name, page: number, under: chapter)
        try sheet.draw(
            on: canvas,
            in: PageRect(x: 0, y: 0, width: page.width, height: page.height - margin + 12))
        y = bottom
    }

    // MARK: Tables

    /// A table; its head stands again on every page that it runs onto.
    package func table(_ columns: [Column], _ rows: [[Cell]]) throws(MapError) {
        try need(60)
        try row(columns.map { Cell($0.head, isBold: true) }, columns, isHead: true)
        for cells in rows {
            let height = try set(cells, columns).map { $0?.height ?? 0 }.max() ?? 0
            if y + height + 5 > bottom {
                try beginPage()
                try row(columns.map { Cell($0.head, isBold: true) }, columns, isHead: true)
            }
            try row(cells, columns, isHead: false)
        }
        y += 10
    }

    private func set(_ cells: [Cell], _ columns: [Column]) throws(MapError) -> [SetText?] {
        var texts: [SetText?] = []
        for (cell, column) in zip(cells, columns) {
            let room = column.share * width - 8 - (cell.mark == nil ? 0 : 12)
            texts.append(
                cell.text.isEmpty
                    ? nil
                    : try typesetter.set(
                        cell.text,
                        TextStyle(size: 7.8, isBold: cell.isBold, wrapWidth: max(room, 12))))
        }
        return texts
    }

    private func row(_ cells: [Cell], _ columns: [Column], isHead: Bool) throws(MapError) {
        let texts = try set(cells, columns)
        let height = (texts.map { $0?.height ?? 0 }.max() ?? 0) + 5
        if isHead {
            canvas.fill(
                PageRect(x: margin, y: y, width: width, height: height), RGBA(hex: 0xEDF2EE))
        }
        var x = margin
        for (index, column) in columns.enumerated() {
            let cell = cells[index]
            if let mark = cell.mark {
                drawMark(mark, on: canvas, at: Point(x: x + 8, y: y + 7), radius: 4)
            }
            if let text = texts[index] {
                let left = x + 4 + (cell.mark == nil ? 0 : 12)
                // Lines that break stand to the left, also in columns of numbers.
                let isRight = column.isNumeric && text.height < 12
                canvas.draw(
                    text, at: Point(x: isRight ? x + column.share * width - 4 : left, y: y + 2.5),
                    anchor: isRight ? .right : .left)
            }
            x += column.share * width
        }
        y += height
        canvas.draw(
            [[Point(x: margin, y: y), Point(x: page.width - margin, y: y)]],
            Stroke(RGBA(hex: isHead ? 0x4A4A4A : 0xD0D4D0), width: isHead ? 0.8 : 0.5))
    }
}
