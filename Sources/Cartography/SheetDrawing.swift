// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GDAL
internal import MapStyles
internal import PlaneGeometry
internal import Words

let inkColor = RGBA(hex: 0x1B1B1B)
let greyColor = RGBA(hex: 0x5A5A5A)

/// Draws a sheet: title above, the map, the legend beside or below it, sources at the foot.
struct SheetDrawing {
    let sheet: MapSheet
    let canvas: Canvas
    let area: PageRect
    let margin: Double
    /// The band between the map's frame and its neat line, where degrees stand.
    let band = 12.0

    init(_ sheet: MapSheet, on canvas: Canvas, area: PageRect, margin: Double = 30) {
        self.sheet = sheet
        self.margin = margin
        self.canvas = canvas
        self.area = area
    }

    var language: MapLanguage { sheet.language }
    var typesetter: Typesetter { canvas.typesetter }

    /// Draws it; a sheet that is a page among others leaves the file open.
    func draw(finishing: Bool = true) throws -> DrawnMap {
        let subject = try Subject(of: sheet)
        let top = try drawHeader()
        let footer = try footer(subject.projection)
        var parts = parts(between: top, and: footer.top - 8, subject: subject.extent)
        footer.draw(on: canvas, at: Point(x: parts.map.x, y: footer.top))
        let inner = canvas.aligned(parts.map.grown(by: -band))
        let frame = try MapFrame(inner, around: subject.extent, in: subject.projection.crs)
        var legend = LegendBuilder(
            typesetter: typesetter, language: language, width: parts.columnWidth,
            room: Double(parts.columns) * parts.panel.height)
        let (labels, codes, crowded) = try drawMap(on: frame, legend: &legend)
        try drawFrame(frame, neatLine: parts.map)
        if let inset = sheet.inset { try place(inset, in: &parts, frame: frame) }
        let scaleBar = try drawPanel(parts, legend: legend.rows, frame: frame)
        return DrawnMap(
            bytes: finishing ? try canvas.finish() : [], frame: frame, labels: labels,
            scaleBar: scaleBar, codes: codes,
            missing: typesetter.missing + (crowded.isEmpty ? [] : [.crowded(crowded)]))
    }

    /// The title and what stands below it; returns where the map may begin.
    private func drawHeader() throws(MapError) -> Double {
        let lines = sheet.title.lines(in: language)
        if lines.isEmpty { return margin }
        var y = margin - 6
        let width = area.width - 2 * margin
        for (index, line) in lines.enumerated() {
            let size = index == 0 ? 18.0 : 11.5
            let text = try fitted(line, size: size, isBold: true, width: width)
            canvas.draw(text, at: Point(x: area.centre.x, y: y), anchor: .centre)
            y += text.height + 1
        }
        if let subtitle = sheet.subtitle?.line(in: language), !subtitle.isEmpty {
            let text = try fitted(subtitle, size: 9.5, color: greyColor, width: width)
            canvas.draw(text, at: Point(x: area.centre.x, y: y), anchor: .centre)
            y += text.height
        }
        return y + 7
    }

    /// On one line, smaller where it is too long, and cut off where it would be too small.
    private func fitted(
        _ text: String, size: Double, isBold: Bool = false, color: RGBA = inkColor, width: Double
    ) throws(MapError) -> SetText {
        let natural = try typesetter.set(text, TextStyle(size: size, isBold: isBold, color: color))
        if natural.width <= width { return natural }
        let smaller = max(size * width / natural.width * 0.995, size * 0.6)
        return try typesetter.set(
            text,
            TextStyle(size: smaller, isBold: isBold, color: color, maximumWidth: width))
    }

    /// Lines of text at the foot of the page.
    private struct Footer {
        let texts: [SetText]
        let top: Double

        func draw(on canvas: Canvas, at place: Point) {
            var y = place.y
            for text in texts {
                canvas.draw(text, at: Point(x: place.x, y: y))
                y += text.height
            }
        }
    }

    /// Sources, method, projection and approval.
    private func footer(_ projection: DisplayProjection) throws(MapError) -> Footer {
        var lines: [String] = []
        func add(_ zh: String, _ en: String, _ text: LocalizedText?) {
            guard let text, !text.lines(in: language).isEmpty else { return }
            if language != .english { lines.append(zh + text.lines(in: .chinese)[0]) }
            if language != .chinese, language == .english || text.en != text.zh {
                lines.append(en + text.lines(in: .english)[0])
            }
        }
        add("资料来源：", "Source: ", sheet.source)
        add("方法：", "Method: ", sheet.method)
        add("投影：", "Projection: ", projection.label)
        add("审图号：", "Map approval number: ", sheet.approvalNumber.map { LocalizedText($0) })
        let style = TextStyle(size: 7, color: greyColor, wrapWidth: footerWidth)
        var texts: [SetText] = []
        for line in lines { texts.append(try typesetter.set(line, style)) }
        let height = texts.map(\.height).reduce(0, +)
        return Footer(texts: texts, top: area.height - max(margin - 8, 0) - height)
    }

    /// No wider than the map and the legend ever are together.
    private var footerWidth: Double {
        let body = area.width - 2 * margin
        return area.width >= area.height ? body * 0.55 + 206 : body
    }

    /// The sides of the page that the map and the legend get.
    struct Parts {
        var map: PageRect
        var panel: PageRect
        var columns: Int
        var columnWidth: Double
        var isBeside: Bool
        /// What an inset takes of the panel's height.
        var insetHeight = 0.0
        let gap = 14.0
    }

    private func parts(between top: Double, and bottom: Double, subject: Extent) -> Parts {
        let body = PageRect(
            x: margin, y: top, width: area.width - 2 * margin, height: bottom - top)
        let shape = subject.width / subject.height
        if area.width >= area.height {
            let (gap, legend) = (16.0, 190.0)
            let most = body.width - gap - legend
            let fittingWidth = max(body.height * shape * 1.2, body.width * 0.55)
            let width = margin > 0 ? min(most, fittingWidth) : most
            let left = area.centre.x - (width + gap + legend) / 2
            let map = PageRect(x: left, y: body.y, width: width, height: body.height)
            let panel = PageRect(
                x: map.maxX + gap, y: body.y, width: legend, height: body.height)
            return Parts(
                map: map, panel: panel, columns: 1, columnWidth: legend, isBeside: true)
        }
        let height = min(body.height * 0.78, max(body.width / shape * 1.12, body.height * 0.62))
        let map = PageRect(x: body.x, y: body.y, width: body.width, height: height)
        let panel = PageRect(
            x: body.x, y: map.maxY + 12, width: body.width, height: body.maxY - map.maxY - 12)
        return Parts(
            map: map, panel: panel, columns: 2, columnWidth: (body.width - 150 - 2 * 14) / 2,
            isBeside: false)
    }

    /// The frame, the degrees around it, and the neat line.
    private func drawFrame(_ frame: MapFrame, neatLine: PageRect) throws(MapError) {
        canvas.draw(frame.rect, Stroke(inkColor, width: 0.7))
        canvas.draw(neatLine, Stroke(inkColor, width: 1.4))
        let style = TextStyle(size: 7)
        for label in Graticule(on: frame).labels {
            let text = try typesetter.set(label.text, style)
            let rect = frame.rect
            let room = text.width / 2 + 2
            let (place, turn): (Point, Double) =
                switch label.side {
                case .top: (Point(x: label.place.x, y: rect.y - band / 2 - text.height / 2), 0)
                case .bottom:
                    (Point(x: label.place.x, y: rect.maxY + band / 2 - text.height / 2), 0)
                case .left:
                    (Point(x: rect.x - band / 2 - text.height / 2, y: label.place.y), -.pi / 2)
                case .right:
                    (Point(x: rect.maxX + band / 2 + text.height / 2, y: label.place.y), .pi / 2)
                }
            let isAcross = label.side == .top || label.side == .bottom
            let fits =
                isAcross
                ? place.x - room >= rect.x && place.x + room <= rect.maxX
                : place.y - room >= rect.y && place.y + room <= rect.maxY
            if fits { canvas.draw(text, at: place, anchor: .centre, turn: turn) }
        }
    }

    /// Puts the inset above the instruments, or in portrait at the map's emptiest corner.
    private func place(_ inset: InsetMap, in parts: inout Parts, frame: MapFrame) throws {
        if parts.isBeside {
            let width = min(parts.panel.width, 132)
            let height = try insetHeight(inset, width: width)
            let panel = parts.panel
            let rect = PageRect(
                x: panel.x + (panel.width - width) / 2,
                y: panel.maxY - instrumentsHeight - height - 6,
                width: width, height: height)
            try draw(inset, in: rect)
            parts.insetHeight = height + 16
            return
        }
        let width = frame.rect.width * 0.24
        let height = try insetHeight(inset, width: width)
        let masks = try sheet.layers.compactMap(\.borders).flatMap {
            try pageZones(of: $0, on: frame).flatMap(\.rings)
        }
        let mask = ZoneMask(masks, within: frame.rect)
        let corners = [
            Point(x: frame.rect.maxX - width, y: frame.rect.y),
            Point(x: frame.rect.x, y: frame.rect.y),
            Point(x: frame.rect.maxX - width, y: frame.rect.maxY - height),
            Point(x: frame.rect.x, y: frame.rect.maxY - height),
        ].map { PageRect(x: $0.x, y: $0.y, width: width, height: height) }
        let best = corners.min { mask.share(of: $0) < mask.share(of: $1) }
        try draw(inset, in: best ?? corners[0])
    }

    /// The scale as a ratio, to three digits: true at the map's centre, on paper of its size.
    private func ratioText(of frame: MapFrame) -> String? {
        guard sheet.page != .screen, let scale = scaleDenominator(of: frame), scale > 1 else {
            return nil
        }
        let places = max(0, Int(log10(scale).rounded(.down)) - 2)
        let unit = pow(10, Double(places))
        let digits = Array("\(Int((scale / unit).rounded() * unit))")
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "\u{2009}" }
            text.append(digit)
        }
        return "1 : \(text)"
    }

    /// A map within a page has north beside its scale bar, not above it.
    private var isCompact: Bool { margin == 0 }
    private var instrumentsHeight: Double { isCompact ? 46 : 98 }

    /// The legend, and below or beside it the north arrow and the scale bar.
    private func drawPanel(
        _ parts: Parts, legend: [LegendRow], frame: MapFrame
    ) throws(MapError) -> ScaleBar? {
        let foot = instrumentsHeight
        let panel = parts.panel
        let instruments =
            parts.isBeside
            ? PageRect(
                x: panel.x, y: panel.maxY - foot, width: min(panel.width, 190), height: foot)
            : PageRect(x: panel.maxX - 136, y: panel.y, width: 136, height: foot)
        let room = parts.isBeside ? panel.height - foot - 10 - parts.insetHeight : panel.height
        let layout = try LegendLayout(
            legend, columns: parts.columns, columnWidth: parts.columnWidth, gap: parts.gap,
            height: room)
        try canvas.scaled(by: layout.scale, from: Point(x: panel.x, y: panel.y)) {
            () throws(MapError) in
            for (row, place) in zip(legend, layout.places) { try row.draw(canvas, place) }
        }
        let bar = ScaleBar(on: frame, maximumWidth: instruments.width - (isCompact ? 76 : 42))
        let middle = instruments.centre.x + (isCompact ? 14 : 0)
        if !frame.showsPole {
            try drawNorthArrow(
                on: canvas,
                centre: isCompact
                    ? Point(x: instruments.x + 14, y: instruments.maxY - 16)
                    : Point(x: middle, y: instruments.y + 32),
                height: isCompact ? 26 : 32, northward: frame.northward, language: language)
        }
        if let bar {
            let place = Point(x: middle - bar.width / 2 - 4, y: instruments.maxY - 34)
            try bar.draw(on: canvas, at: place, language: language)
        }
        if let ratio = ratioText(of: frame) {
            let text = try typesetter.set(ratio, TextStyle(size: 7.5))
            canvas.draw(
                text, at: Point(x: middle, y: instruments.maxY - 11), anchor: .centre)
        }
        return bar
    }
}
