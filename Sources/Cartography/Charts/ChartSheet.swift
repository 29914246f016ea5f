// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import PlaneGeometry
public import Words

/// A chart of one of the kinds that reports need.
public enum Chart: Hashable, Sendable {
    /// What a whole is made of.
    case composition(CompositionChart)
    /// What became of what.
    case flows(FlowChart)
    /// Zones against their targets.
    case targets(TargetChart)
    /// A value through the years.
    case trend(TrendChart)
    /// Amounts with error bars.
    case bars(ErrorBarChart)

    /// Draws it into a drawing of its own; without a typesetter, for a page with its own fonts.
    package func drawing(
        width: Double, height: Double, language: MapLanguage, typesetter: Typesetter?
    ) throws(MapError) -> Drawing {
        var pen = ChartPen(
            typesetter: typesetter, language: language, width: width, height: height)
        try draw(with: &pen, in: PageRect(x: 0, y: 0, width: width, height: height))
        return pen.drawing
    }

    package func draw(with pen: inout ChartPen, in rect: PageRect) throws(MapError) {
        switch self {
        case .composition(let chart): try chart.draw(with: &pen, in: rect)
        case .flows(let chart): try chart.draw(with: &pen, in: rect)
        case .targets(let chart): try chart.draw(with: &pen, in: rect)
        case .trend(let chart): try chart.draw(with: &pen, in: rect)
        case .bars(let chart): try chart.draw(with: &pen, in: rect)
        }
    }
}

/// A page with one chart: title, chart, source; the same drawing as PNG, PDF or SVG.
///
/// The same sheet gives the same bytes, and needs no display server.
public struct ChartSheet: Sendable {
    /// What heads the page.
    public var title: LocalizedText
    /// What stands below the title.
    public var subtitle: LocalizedText?
    /// What is drawn.
    public var chart: Chart
    /// Where the data come from.
    public var source: LocalizedText?
    /// How the numbers were made.
    public var method: LocalizedText?
    /// Whether the data are made up; the chart then says so on its face.
    public var isSynthetic: Bool
    /// The language of everything on the page.
    public var language: MapLanguage
    /// The size of the page.
    public var page: PageSize
    /// Dots to the inch of a PNG.
    public var dpi: Double
    /// The font family of everything on the page.
    public var fontFamily: String

    /// Half an A4 page across, 170 × 110 mm: what a report has room for.
    public static let defaultPage = PageSize(widthMillimetres: 170, heightMillimetres: 110)

    /// A page with a chart.
    public init(
        title: LocalizedText, subtitle: LocalizedText? = nil, chart: Chart,
        source: LocalizedText? = nil, method: LocalizedText? = nil, isSynthetic: Bool = false,
        language: MapLanguage = .chinese, page: PageSize = ChartSheet.defaultPage,
        dpi: Double = 300
    ) {
        self.title = title
        self.subtitle = subtitle
        self.chart = chart
        self.source = source
        self.method = method
        self.isSynthetic = isSynthetic
        self.language = language
        self.page = page
        self.dpi = dpi
        fontFamily = Typesetter.defaultFamily
    }

    /// Draws the chart into a file, whole or not at all.
    ///
    /// - Parameter path: Ends in `.png`, `.pdf` or `.svg`. A file of that name is replaced.
    /// - Returns: What the drawing lacks: characters, fonts, room for names.
    /// - Throws: ``MapError``, or `WriteError` where the disk is full.
    @discardableResult
    public func write(to path: String) throws -> [DrawingGap] {
        let (bytes, missing) = try drawn(as: ImageFormat(ofPath: path))
        try WholeFile.write(bytes, to: path)
        return missing
    }

    /// Draws the chart and returns its file.
    public func encoded(as format: ImageFormat) throws(MapError) -> [UInt8] {
        try drawn(as: format).bytes
    }

    private func drawn(
        as format: ImageFormat
    ) throws(MapError) -> (bytes: [UInt8], missing: [DrawingGap]) {
        let typesetter = try Typesetter(family: fontFamily)
        let canvas = try Canvas(
            format: format, page: page, dpi: dpi, title: title.line(in: language),
            typesetter: typesetter)
        try drawing(typesetter).draw(on: canvas)
        return (try canvas.finish(), typesetter.missing)
    }

    /// The whole page as a drawing.
    package func drawing(_ typesetter: Typesetter) throws(MapError) -> Drawing {
        var pen = ChartPen(
            typesetter: typesetter, language: language, width: page.width, height: page.height)
        let margin = 20.0
        let width = page.width - 2 * margin
        var y = margin - 4
        for (index, line) in title.lines(in: language).enumerated() {
            let size = index == 0 ? 13.0 : 9.5
            try pen.write(
                line, at: Point(x: margin, y: y), size: size, isBold: true, maximumWidth: width)
            y += size * 1.3
        }
        if let subtitle, !subtitle.lines(in: language).isEmpty {
            try pen.write(
                subtitle.line(in: language), at: Point(x: margin, y: y), size: 8.5,
                color: greyColor, maximumWidth: width)
            y += 12
        }
        var foot = page.height - margin + 6
        for line in notes.reversed() {
            foot -= 9
            try pen.write(
                line, at: Point(x: margin, y: foot), size: 6.8, color: greyColor,
                maximumWidth: width)
        }
        let rect = PageRect(x: margin, y: y + 6, width: width, height: foot - 8 - y - 6)
        guard rect.width >= 200, rect.height >= 90 else {
            throw .badSheet("a chart needs at least 200 × 90 points; choose a larger page")
        }
        try chart.draw(with: &pen, in: rect)
        return pen.drawing
    }

    /// What stands at the foot of the page.
    private var notes: [String] {
        var notes: [String] = []
        func add(_ zh: String, _ en: String, _ text: LocalizedText?) {
            guard let text, !text.lines(in: language).isEmpty else { return }
            if language != .english { notes.append(zh + text.lines(in: .chinese)[0]) }
            if language != .chinese, language == .english || text.en != text.zh {
                notes.append(en + text.lines(in: .english)[0])
            }
        }
        if isSynthetic {
            notes.append(
                LocalizedText(zh: "合成数据，非观测结果", en: "Synthetic data: nothing here was observed")
                    .line(in: language))
        }
        add("资料来源：", "Source: ", source)
        add("方法：", "Method: ", method)
        return notes
    }
}
