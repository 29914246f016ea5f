// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import GDAL
internal import MapStyles
internal import PlaneGeometry
public import Words

/// One page about one zone: where it lies, its map, its figures against their targets, its charts.
///
/// The same sheet gives the same bytes as PNG, PDF or SVG, and needs no display server.
public struct ProfileSheet: Sendable {
    /// A line of the table of figures.
    public struct Figure: Hashable, Sendable {
        /// What is measured.
        public var name: LocalizedText
        /// The number, with its unit.
        public var value: LocalizedText
        /// The number to reach; empty without one.
        public var target: LocalizedText
        /// How much it changed; empty where nothing is known.
        public var change: LocalizedText
        /// What was found of it.
        public var verdict: LocalizedText
        /// The shape of the verdict.
        public var mark: ZoneMark?

        /// A line of the table.
        public init(
            name: LocalizedText, value: LocalizedText, target: LocalizedText = LocalizedText(""),
            change: LocalizedText = LocalizedText(""), verdict: LocalizedText = LocalizedText(""),
            mark: ZoneMark? = nil
        ) {
            self.name = name
            self.value = value
            self.target = target
            self.change = change
            self.verdict = verdict
            self.mark = mark
        }
    }

    /// A chart, and what stands above it.
    public struct Panel: Sendable {
        /// What it shows.
        public var caption: LocalizedText
        /// What is drawn.
        public var chart: Chart

        /// A chart under its caption.
        public init(_ caption: LocalizedText, _ chart: Chart) {
            self.caption = caption
            self.chart = chart
        }
    }

    /// The zone's name.
    public var title: LocalizedText
    /// What stands below it.
    public var subtitle: LocalizedText
    /// The zone's map; its title, its source and its method stand elsewhere on the page. Its inset
    /// stands beside the title.
    public var map: MapSheet
    /// What heads the column of changes.
    public var since: LocalizedText
    /// The most important first: what finds no room is counted at the foot of the table.
    public var figures: [Figure]
    /// At most four.
    public var panels: [Panel]
    /// The size of the page, an upright one.
    public var page: PageSize
    /// Dots to the inch of a PNG.
    public var dpi: Double

    /// A page about one zone; language, source, method and the mark of synthetic data are the map's.
    public init(
        title: LocalizedText, subtitle: LocalizedText, map: MapSheet, since: LocalizedText,
        figures: [Figure], panels: [Panel], page: PageSize = .a4Portrait, dpi: Double = 200
    ) {
        self.title = title
        self.subtitle = subtitle
        self.map = map
        self.since = since
        self.figures = figures
        self.panels = Array(panels.prefix(4))
        self.page = page
        self.dpi = dpi
    }

    /// Draws the page into a file, whole or not at all.
    ///
    /// - Parameter path: Ends in `.png`, `.pdf` or `.svg`. A file of that name is replaced.
    /// - Returns: What the drawing lacks: characters, fonts, room for names.
    /// - Throws: ``MapError``, or `GDALError` where a raster cannot be read or reprojected.
    @discardableResult
    public func write(to path: String) throws -> [DrawingGap] {
        let (bytes, missing) = try drawn(as: ImageFormat(ofPath: path))
        try WholeFile.write(bytes, to: path)
        return missing
    }

    /// Draws the page and returns its file.
    public func encoded(as format: ImageFormat) throws -> [UInt8] { try drawn(as: format).bytes }

    private func drawn(as format: ImageFormat) throws -> (bytes: [UInt8], missing: [DrawingGap]) {
        let typesetter = try Typesetter(family: map.fontFamily)
        let canvas = try Canvas(
            format: format, page: page, magnification: page.magnification, dpi: dpi,
            title: title.line(in: map.language), typesetter: typesetter)
        try ProfileDrawing(sheet: self, canvas: canvas).draw()
        return (try canvas.finish(), typesetter.missing)
    }
}

/// Draws a profile: all heights are fixed but that of the map, which takes what is left.
private struct ProfileDrawing {
    let sheet: ProfileSheet
    let canvas: Canvas
    let margin = 36.0
    let line = 13.2
    let gap = 16.0

    private var language: MapLanguage { sheet.map.language }
    private var size: (width: Double, height: Double) {
        (sheet.page.width / sheet.page.magnification, sheet.page.height / sheet.page.magnification)
    }
    private var width: Double { size.width - 2 * margin }

    func draw() throws {
        guard size.height > size.width else {
            throw MapError.badSheet("a profile needs an upright page")
        }
        let top = try drawHead()
        let foot = try drawFoot()
        let rows = (sheet.panels.count + 1) / 2
        let chartHeight = rows > 1 ? 130.0 : 176.0
        let charts = Double(rows) * (chartHeight + 18)
        let least = 228.0
        let room = Int((foot - top - charts - least - 20) / line) - 1
        guard room >= 3 else { throw MapError.badSheet("a profile has no room on this page") }
        let shown = sheet.figures.count <= room ? sheet.figures.count : room - 1
        let table = Double(shown + (shown < sheet.figures.count ? 2 : 1)) * line + 10
        let chartTop = foot - charts
        let tableTop = chartTop - table
        try drawMap(
            PageRect(x: margin, y: top, width: width, height: tableTop - top - 10))
        try drawTable(shown, y: tableTop)
        try drawPanels(from: chartTop, height: chartHeight)
    }

    // MARK: Head and foot

    private func text(
        _ words: String, size: Double, isBold: Bool = false, color: RGBA = inkColor, room: Double
    ) throws(MapError) -> SetText {
        let natural = try canvas.typesetter.set(
            words, TextStyle(size: size, isBold: isBold, color: color))
        guard natural.width > room else { return natural }
        return try canvas.typesetter.set(
            words,
            TextStyle(
                size: max(size * 0.65, size * room / natural.width * 0.99), isBold: isBold,
                color: color, maximumWidth: room))
    }

    private func drawHead() throws -> Double {
        var room = width
        var lowest = 0.0
        if let inset = sheet.map.inset {
            let drawing = SheetDrawing(
                sheet.map, on: canvas,
                area: PageRect(x: 0, y: 0, width: size.width, height: size.height))
            let height = min(try drawing.insetHeight(inset, width: 104), 76)
            let rect = PageRect(
                x: size.width - margin - 104, y: margin - 8, width: 104, height: height)
            try drawing.draw(inset, in: rect)
            room -= 104 + gap
            lowest = rect.maxY
        }
        var y = margin - 8
        for (index, words) in sheet.title.lines(in: language).enumerated() {
            let line = try text(words, size: index == 0 ? 22 : 12, isBold: true, room: room)
            canvas.draw(line, at: Point(x: margin, y: y))
            y += line.height + 2
        }
        for words in sheet.subtitle.lines(in: language) {
            let line = try text(words, size: 9.5, color: greyColor, room: room)
            canvas.draw(line, at: Point(x: margin, y: y))
            y += line.height
        }
        return max(y, lowest) + 10
    }

    /// Source, method and approval; returns where it begins.
    private func drawFoot() throws(MapError) -> Double {
        var lines: [String] = []
        func add(_ zh: String, _ en: String, _ text: LocalizedText?) {
            guard let text, !text.lines(in: language).isEmpty else { return }
            if language != .english { lines.append(zh + text.lines(in: .chinese)[0]) }
            if language != .chinese, language == .english || text.en != text.zh {
                lines.append(en + text.lines(in: .english)[0])
            }
        }
        add("资料来源：", "Source: ", sheet.map.source)
        add("方法：", "Method: ", sheet.map.method)
        add("审图号：", "Map approval number: ", sheet.map.approvalNumber.map { LocalizedText($0) })
        var texts: [SetText] = []
        for words in lines {
            texts.append(
                try canvas.typesetter.set(
                    words, TextStyle(size: 7, color: greyColor, wrapWidth: width)))
        }
        let top = size.height - margin + 10 - texts.map(\.height).reduce(0, +)
        var y = top
        for text in texts {
            canvas.draw(text, at: Point(x: margin, y: y))
            y += text.height
        }
        return top - 8
    }

    // MARK: Map, table, charts

    private func drawMap(_ rect: PageRect) throws {
        var map = sheet.map
        map.title = LocalizedText("")
        map.subtitle = nil
        map.source = nil
        map.method = nil
        map.approvalNumber = nil
        map.inset = nil
        map.page = sheet.page
        try canvas.scaled(by: 1, from: Point(x: rect.x, y: rect.y)) {
            try map.draw(
                on: canvas, in: PageRect(x: 0, y: 0, width: rect.width, height: rect.height),
                margin: 0)
        }
    }

    private func drawTable(_ count: Int, y start: Double) throws(MapError) {
        let shares = [0.4, 0.15, 0.14, 0.1, 0.21]
        let pen = ChartPen(
            typesetter: nil, language: language, width: size.width, height: size.height)
        let head = [
            pen.say("指标", "Indicator"), pen.say("数值", "Value"), pen.say("目标", "Target"),
            sheet.since.lines(in: language).first ?? "", pen.say("结论", "Verdict"),
        ]
        canvas.fill(
            PageRect(x: margin, y: start, width: width, height: line), RGBA(hex: 0xEDF2EE))
        try drawRow(head, mark: nil, shares, y: start, isHead: true)
        var y = start + line
        for figure in sheet.figures.prefix(count) {
            // Numbers need saying once: a unit of one language does for both.
            let numbers = [figure.value, figure.target, figure.change].map {
                $0.lines(in: language).first ?? ""
            }
            try drawRow(
                [figure.name.line(in: language)] + numbers + [figure.verdict.line(in: language)],
                mark: figure.mark, shares, y: y, isHead: false)
            y += line
        }
        let left = sheet.figures.count - count
        if left > 0 {
            let words = pen.say("另有\(left)项见报告", "and \(left) more in the report")
            canvas.draw(
                try text(words, size: 8, color: greyColor, room: width),
                at: Point(x: margin + 4, y: y + 1.5))
        }
    }

    private func drawRow(
        _ cells: [String], mark: ZoneMark?, _ shares: [Double], y: Double, isHead: Bool
    ) throws(MapError) {
        var x = margin
        for (index, words) in cells.enumerated() {
            let column = shares[index] * width
            let isNumber = (1...3).contains(index)
            let isMarked = index == 4 && mark != nil
            if isMarked, let mark {
                drawMark(mark, on: canvas, at: Point(x: x + 16, y: y + line / 2), radius: 4)
            }
            if !words.isEmpty {
                let left = x + (index == 4 ? (isHead ? 12 : 24) : 4)
                let set = try text(
                    words, size: 8, isBold: isHead, room: x + column - 4 - left)
                let drop = (line - set.height) / 2
                canvas.draw(
                    set, at: Point(x: isNumber ? x + column - 4 : left, y: y + drop),
                    anchor: isNumber ? .right : .left)
            }
            x += column
        }
        canvas.draw(
            [[Point(x: margin, y: y + line), Point(x: size.width - margin, y: y + line)]],
            Stroke(RGBA(hex: isHead ? 0x4A4A4A : 0xD0D4D0), width: isHead ? 0.8 : 0.5))
    }

    private func drawPanels(from top: Double, height: Double) throws(MapError) {
        let column = (width - gap) / 2
        let scale = 0.84
        // Two languages have no room in half a page; the legend of the map translates.
        let spoken = language == .both ? MapLanguage.chinese : language
        for (index, panel) in sheet.panels.enumerated() {
            let isAlone = index == sheet.panels.count - 1 && index.isMultiple(of: 2)
            let place = Point(
                x: margin + (index.isMultiple(of: 2) ? 0 : column + gap),
                y: top + Double(index / 2) * (height + 18))
            let caption = try text(
                panel.caption.line(in: language), size: 8.8, isBold: true, room: column)
            canvas.draw(caption, at: place)
            let drawing = try panel.chart.drawing(
                width: (isAlone ? min(width, column * 1.3) : column) / scale,
                height: height / scale,
                language: spoken, typesetter: canvas.typesetter)
            try canvas.scaled(by: scale, from: Point(x: place.x, y: place.y + 14)) {
                () throws(MapError) in try drawing.draw(on: canvas)
            }
        }
    }
}
