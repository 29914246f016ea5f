// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CPango
internal import GDAL

/// A page to draw on, as PNG, PDF or SVG; the one owner of its Cairo surface and context.
///
/// Lengths are points from the top left. The same calls give the same bytes: no clock and no
/// counter of the process gets into the file.
package final class Canvas {
    package let format: ImageFormat
    /// Sets the texts of this page.
    package let typesetter: Typesetter
    /// Device pixels to the point where the page is made of pixels.
    package let pixelsPerPoint: Double
    private let pixelsPerInch: Double
    private let surface: OpaquePointer
    let context: OpaquePointer
    private let sink = ByteSink()

    /// Opens a page.
    ///
    /// - Parameters:
    ///   - format: What it will be.
    ///   - page: Its size.
    ///   - magnification: How many points of the page a drawn point is.
    ///   - dpi: Dots to the inch, for PNG.
    ///   - title: What a PDF reader calls the document.
    ///   - typesetter: Sets its texts.
    /// - Throws: ``MapError/badSheet(_:)`` for a page without room or too large for Cairo.
    package init(
        format: ImageFormat, page: PageSize, magnification: Double = 1, dpi: Double = 300,
        title: String = "", typesetter: Typesetter
    ) throws(MapError) {
        let pixels = (width: page.width * dpi / 72, height: page.height * dpi / 72)
        guard page.width > 0, page.height > 0, dpi > 0, magnification > 0,
            pixels.width.isFinite, max(pixels.width, pixels.height) <= 32_000
        else {
            throw .badSheet(
                "\(page.width) × \(page.height) points at \(dpi) dots to the inch; "
                    + "neither side may be nothing or more than 32 000 dots")
        }
        self.format = format
        self.typesetter = typesetter
        pixelsPerInch = dpi
        let target = Unmanaged.passUnretained(sink).toOpaque()
        let made =
            switch format {
            case .png:
                cairo_image_surface_create(
                    CAIRO_FORMAT_RGB24, Int32(pixels.width.rounded()),
                    Int32(pixels.height.rounded()))
            case .pdf:
                cairo_pdf_surface_create_for_stream(appendBytes, target, page.width, page.height)
            case .svg:
                cairo_svg_surface_create_for_stream(appendBytes, target, page.width, page.height)
            }
        guard let made, let context = cairo_create(made) else {
            throw .drawing("Cairo has no memory")
        }
        surface = made
        self.context = context
        let toDevice = (format == .png ? dpi / 72 : 1) * magnification
        pixelsPerPoint = dpi / 72 * magnification
        cairo_scale(context, toDevice, toDevice)
        if format == .pdf {
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, fixedDate)
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        }
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
    }

    /// Ends the page and begins the next, white and of the same size; only a PDF has more than one.
    package func nextPage() {
        precondition(format == .pdf, "only a PDF has pages")
        cairo_show_page(context)
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
    }

    /// Lists a page of a PDF among those that a reader can turn to by name.
    ///
    /// - Parameters:
    ///   - title: What the list says.
    ///   - page: Its number, from 1.
    ///   - parent: The entry that it stands under; `nil` for one of its own.
    /// - Returns: The entry.
    package func outline(_ title: String, page: Int, under parent: Int32? = nil) -> Int32 {
        cairo_pdf_surface_add_outline(
            surface, parent ?? CAIRO_PDF_OUTLINE_ROOT, title.singleLine, "page=\(page)",
            cairo_pdf_outline_flags_t(0))
    }

    /// Ends the page and returns its file.
    package func finish() throws(MapError) -> [UInt8] {
        if format == .png { return try encodedPixels() }
        cairo_show_page(context)
        try check(cairo_status(context))
        cairo_surface_finish(surface)
        try check(cairo_surface_status(surface))
        return switch format {
        case .png, .pdf: sink.bytes
        case .svg: withIdentifiersInOrder(sink.bytes)
        }
    }

    /// The page of pixels as a PNG, written without Cairo's own writer, which knows no palette.
    private func encodedPixels() throws(MapError) -> [UInt8] {
        try check(cairo_status(context))
        cairo_surface_flush(surface)
        try check(cairo_surface_status(surface))
        guard let memory = cairo_image_surface_get_data(surface) else {
            throw .drawing("Cairo has no pixels of the page")
        }
        let bytes = Int(cairo_image_surface_get_stride(surface))
        let (width, height) = (
            Int(cairo_image_surface_get_width(surface)),
            Int(cairo_image_surface_get_height(surface))
        )
        let size = MemoryLayout<UInt32>.size
        let count = height * bytes / size
        return try UnsafeRawPointer(memory).withMemoryRebound(to: UInt32.self, capacity: count) {
            (pixels) throws(MapError) in
            try PNGFile(
                width: width, height: height, pixels: pixels, stride: bytes / size,
                dpi: pixelsPerInch
            ).encoded()
        }
    }

    private func check(_ status: cairo_status_t) throws(MapError) {
        guard status != CAIRO_STATUS_SUCCESS else { return }
        throw .drawing(String(cString: cairo_status_to_string(status)))
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }
}

/// Keeps what Cairo writes.
private final class ByteSink {
    var bytes: [UInt8] = []
}

private func appendBytes(
    _ closure: UnsafeMutableRawPointer?, _ data: UnsafePointer<UInt8>?, _ length: UInt32
) -> cairo_status_t {
    guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
}

/// Cairo dates a PDF by the clock unless told otherwise; when a map was made stands elsewhere.
private let fixedDate = "2000-01-01T00:00:00Z"
