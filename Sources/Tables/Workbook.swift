// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CXlsxWriter
internal import DataFiles
public import Files

/// A spreadsheet file, with numbers as numbers: the one owner of its libxlsxwriter workbook.
///
/// Texts are texts whatever they begin with, so no name becomes a formula. The same calls give the
/// same bytes: the file says that it was made on 2000-01-01.
public final class Workbook {
    /// How a cell looks.
    public struct Style: Hashable, Sendable {
        /// A number format such as `#,##0.00`; the general one where left out.
        public var number: String?
        /// Whether its letters are bold.
        public var isBold = false
        /// Whether long text breaks into lines.
        public var wraps = false
        /// `0xRRGGBB`.
        public var fill: UInt32?
        /// `0xRRGGBB`.
        public var ink: UInt32?
        /// The type size in points.
        public var size: Double?

        /// A plain look, with these exceptions.
        public init(
            number: String? = nil, isBold: Bool = false, wraps: Bool = false, fill: UInt32? = nil,
            ink: UInt32? = nil, size: Double? = nil
        ) {
            self.number = number
            self.isBold = isBold
            self.wraps = wraps
            self.fill = fill
            self.ink = ink
            self.size = size
        }
    }

    private let path: String
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]
    private let fontName: String
    private var sheets: [Worksheet] = []

    /// Opens a workbook that ``close()`` will write.
    ///
    /// - Parameters:
    ///   - path: Ends in `.xlsx`; a file of that name is replaced.
    ///   - title: What the file's properties say.
    ///   - fontName: Of every cell; spreadsheets take another where they lack it.
    /// - Throws: ``WriteError`` where there is no memory, or no libxlsxwriter.
    public init(
        creating path: String, title: String, fontName: String = "Noto Sans CJK SC"
    ) throws(WriteError) {
        guard steppe_load_xlsxwriter() != 0 else {
            throw WriteError(
                path: path,
                message: "libxlsxwriter is not installed; on Debian: apt install libxlsxwriter4")
        }
        // What it writes on the way lies beside the file, and goes with that where a run is killed.
        let folder = path.folderPath
        let book = folder.withCString { folder in
            var options = lxw_workbook_options()
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            return workbook_new_opt(path, &options)
        }
        guard let book else {
            throw WriteError(path: path, message: "no memory for a workbook")
        }
        self.path = path
        self.book = book
        self.fontName = fontName
        var properties = lxw_doc_properties()
        properties.created = 946_684_800  // 2000-01-01T00:00:00Z: not the clock's
        title.withCString { text in
            properties.title = UnsafeMutablePointer(mutating: text)
            workbook_set_properties(book, &properties)
        }
    }

    /// Adds a sheet.
    ///
    /// - Parameter name: At most 31 characters, none of `[]:*?/\`.
    /// - Returns: The sheet, empty.
    /// - Throws: ``WriteError`` where the name cannot be one.
    public func add(sheet name: String) throws(WriteError) -> Worksheet {
        guard let book, let sheet = workbook_add_worksheet(book, name) else {
            throw WriteError(path: path, message: "'\(name)' cannot name a sheet")
        }
        let made = Worksheet(handle: sheet, name: name, workbook: self)
        sheets.append(made)
        return made
    }

    /// How many cells each sheet has, in their order, for who reads the file back.
    public var cellCounts: [Int] { sheets.map(\.cellCount) }

    /// Writes the file and lets go of it.
    ///
    /// - Throws: ``WriteError`` with libxlsxwriter's reason.
    public func close() throws(WriteError) {
        guard let book else { return }
        self.book = nil
        let status = workbook_close(book)
        guard status == LXW_NO_ERROR else {
            let reason = lxw_strerror(status).map { String(cString: $0) } ?? "error \(status)"
            throw WriteError(path: path, message: reason, kind: .inputOutput)
        }
    }

    func format(_ style: Style) -> UnsafeMutablePointer<lxw_format>? {
        if let made = formats[style] { return made }
        guard let book, let format = workbook_add_format(book) else { return nil }
        format_set_font_name(format, fontName)
        format_set_font_size(format, style.size ?? 10)
        if let number = style.number { format_set_num_format(format, number) }
        if style.isBold { format_set_bold(format) }
        if style.wraps { format_set_text_wrap(format) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if let fill = style.fill { format_set_bg_color(format, fill) }
        if let ink = style.ink { format_set_font_color(format, ink) }
        formats[style] = format
        return format
    }

    func chart(_ kind: Worksheet.ChartKind) -> UnsafeMutablePointer<lxw_chart>? {
        guard let book else { return nil }
        let type =
            switch kind {
            case .bars: LXW_CHART_BAR
            case .columns: LXW_CHART_COLUMN
            case .stacked: LXW_CHART_COLUMN_STACKED
            case .stackedShares: LXW_CHART_COLUMN_STACKED_PERCENT
            }
        return workbook_add_chart(book, UInt8(type.rawValue))
    }

    deinit { if let book { workbook_close(book) } }
}

/// A sheet of a ``Workbook``, alive as long as that is open.
public final class Worksheet {
    /// What a chart in a sheet looks like.
    public enum ChartKind: Sendable {
        /// Lying bars.
        case bars
        /// Standing bars, those of one name side by side.
        case columns
        /// Standing bars of parts one upon another.
        case stacked
        /// Standing bars of parts of a whole.
        case stackedShares
    }

    /// A row of cells that a chart draws, by number from 0.
    public struct Series: Sendable {
        /// What the legend calls it.
        public var name: String
        /// The column or row with the values, as a formula such as `areas!$B$2:$B$9`.
        public var values: String
        /// The names of the values, as a formula.
        public var categories: String
        /// `0xRRGGBB`; the program's choice where left out.
        public var color: UInt32?

        /// Cells to draw.
        public init(name: String, values: String, categories: String, color: UInt32? = nil) {
            self.name = name
            self.values = values
            self.categories = categories
            self.color = color
        }
    }

    private let handle: UnsafeMutablePointer<lxw_worksheet>
    /// What its tab says.
    public let name: String
    private unowned let workbook: Workbook
    private var cells: Set<UInt64> = []
    /// How many cells were written.
    var cellCount: Int { cells.count }
    /// How much a cell of Excel holds.
    private static let longestText = 32_767

    init(handle: UnsafeMutablePointer<lxw_worksheet>, name: String, workbook: Workbook) {
        self.handle = handle
        self.name = name
        self.workbook = workbook
    }

    /// Writes one cell; nothing where it is missing.
    ///
    /// A text longer than a cell of Excel holds, 32,767 characters, ends in `…`.
    public func write(_ cell: Table.Cell, row: Int, column: Int, _ style: Workbook.Style = .init())
    {
        let (row, column, format) = (UInt32(row), UInt16(column), workbook.format(style))
        if !cell.isMissing || style != .init() { cells.insert(UInt64(row) << 16 | UInt64(column)) }
        switch cell {
        case .text(let text):
            let isLong = text.utf16.count > Self.longestText
            let whole = isLong ? text.prefix(Self.longestText / 4) + "…" : text[...]
            worksheet_write_string(handle, row, column, String(whole).withoutControls, format)
        case .integer(let number):
            worksheet_write_number(handle, row, column, Double(number), format)
        case .number(let number) where number.isFinite:
            worksheet_write_number(handle, row, column, number, format)
        case .number, .missing:
            if style != .init() { worksheet_write_blank(handle, row, column, format) }
        }
    }

    /// A link to a cell of this workbook, such as `definitions!A7`.
    public func link(
        _ text: String, to place: String, row: Int, column: Int,
        _ style: Workbook.Style = .init(ink: 0x1F5C99)
    ) {
        let (row, column, format) = (UInt32(row), UInt16(column), workbook.format(style))
        cells.insert(UInt64(row) << 16 | UInt64(column))
        worksheet_write_url(handle, row, column, "internal:\(place)", format)
        worksheet_write_string(handle, row, column, text.withoutControls, format)
    }

    /// The width of columns, in characters.
    public func setWidth(_ width: Double, ofColumns columns: ClosedRange<Int>) {
        worksheet_set_column(
            handle, UInt16(columns.lowerBound), UInt16(columns.upperBound), width, nil)
    }

    /// Keeps the rows above and the columns left of a cell in sight.
    public func freeze(row: Int, column: Int) {
        worksheet_freeze_panes(handle, UInt32(row), UInt16(column))
    }

    /// Lets readers choose rows by the values of columns.
    public func filter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        worksheet_autofilter(
            handle, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
            UInt16(columns.upperBound))
    }

    /// Colours the cells of a range that hold a word.
    public func colour(
        cellsHolding word: String, rows: ClosedRange<Int>, column: Int, fill: UInt32, ink: UInt32
    ) {
        var rule = lxw_conditional_format()
        rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
        rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
        rule.format = workbook.format(Workbook.Style(fill: fill, ink: ink))
        let quoted = "\"" + word.replacing("\"", with: "\"\"") + "\""
        quoted.withCString { text in
            rule.value_string = UnsafeMutablePointer(mutating: text)
            _ = worksheet_conditional_format_range(
                handle, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound),
                UInt16(column), &rule)
        }
    }

    /// Puts a chart with its top left in a cell.
    public func add(
        chart kind: ChartKind, of series: [Series], title: String, row: Int, column: Int,
        width: Double = 620, height: Double = 360
    ) {
        guard let chart = workbook.chart(kind) else { return }
        chart_title_set_name(chart, title)
        for one in series {
            guard let made = chart_add_series(chart, one.categories, one.values) else { continue }
            chart_series_set_name(made, one.name)
            if let color = one.color {
                var fill = lxw_chart_fill()
                fill.color = color
                chart_series_set_fill(made, &fill)
            }
        }
        if series.count == 1 {
            chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        }
        if kind == .bars { chart_axis_set_reverse(chart.pointee.y_axis) }
        var options = lxw_chart_options()
        options.x_scale = width / 480
        options.y_scale = height / 288
        worksheet_insert_chart_opt(handle, UInt32(row), UInt16(column), chart, &options)
    }

    /// How it is printed: across an A4 page, its head on every page.
    public func print(headRows: Int) {
        worksheet_set_landscape(handle)
        worksheet_set_paper(handle, 9)  // A4
        worksheet_fit_to_pages(handle, 1, 0)
        if headRows > 0 { worksheet_repeat_rows(handle, 0, UInt32(headRows - 1)) }
    }
}

extension Table.Cell {
    /// Whether a sheet has nothing to show of it.
    fileprivate var isMissing: Bool {
        switch self {
        case .missing: true
        case .number(let number): !number.isFinite
        case .text, .integer: false
        }
    }
}

extension String {
    /// Without characters that XML cannot hold.
    fileprivate var withoutControls: String {
        var kept = UnicodeScalarView()
        for scalar in unicodeScalars {
            let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
            kept.append(
                isControl || scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "\u{FFFD}" : scalar)
        }
        return String(kept)
    }
}
