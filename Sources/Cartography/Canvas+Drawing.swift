// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CPango
package import GDAL
package import PlaneGeometry

extension Canvas {
    /// Fills rings by the even-odd rule, so that holes stay open.
    package func fill(_ rings: [[Point]], _ color: RGBA) {
        trace(rings, closed: true)
        setColor(color)
        cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
        cairo_fill(context)
    }

    /// Draws along lines.
    package func draw(_ lines: [[Point]], closed: Bool = false, _ stroke: Stroke) {
        trace(lines, closed: closed)
        finishStroke(stroke)
    }

    /// Fills a rectangle.
    package func fill(_ rect: PageRect, _ color: RGBA) {
        cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
        setColor(color)
        cairo_fill(context)
    }

    /// Draws along the sides of a rectangle.
    package func draw(_ rect: PageRect, _ stroke: Stroke) {
        cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
        finishStroke(stroke)
    }

    /// Fills a disc.
    package func fillDisc(at centre: Point, radius: Double, _ color: RGBA) {
        cairo_new_path(context)
        cairo_arc(context, centre.x, centre.y, radius, 0, 2 * .pi)
        setColor(color)
        cairo_fill(context)
    }

    /// Draws with everything outside a rectangle cut off.
    package func clipped<Failure: Error>(
        to rect: PageRect, _ body: () throws(Failure) -> Void
    ) throws(Failure) {
        cairo_save(context)
        defer { cairo_restore(context) }
        cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
        cairo_clip(context)
        try body()
    }

    /// Draws with a place of the page as origin, and everything so many times as large.
    package func scaled<Failure: Error>(
        by scale: Double, from origin: Point, _ body: () throws(Failure) -> Void
    ) throws(Failure) {
        cairo_save(context)
        defer { cairo_restore(context) }
        cairo_translate(context, origin.x, origin.y)
        cairo_scale(context, scale, scale)
        try body()
    }

    /// Draws with everything outside some rings cut off, by the even-odd rule.
    ///
    /// `body` is told what of the page is left to draw on.
    package func clipped(toRings rings: [[Point]], _ body: (PageRect) -> Void) {
        cairo_save(context)
        defer { cairo_restore(context) }
        trace(rings, closed: true)
        cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
        cairo_clip(context)
        var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
        cairo_clip_extents(context, &left, &top, &right, &bottom)
        guard left < right, top < bottom else { return }
        body(PageRect(x: left, y: top, width: right - left, height: bottom - top))
    }

    /// Fills rings with slanting lines, `gap` points apart.
    package func hatch(_ rings: [[Point]], gap: Double, _ stroke: Stroke) {
        clipped(toRings: rings) { bounds in
            // Lines lie where x + y is a multiple of the gap, so that neighbours' hatches meet.
            let first = Int(((bounds.x + bounds.y) / gap).rounded(.down))
            let last = Int(((bounds.maxX + bounds.maxY) / gap).rounded(.up))
            draw(
                (first...last).map { index in
                    let sum = Double(index) * gap
                    return [
                        Point(x: sum - bounds.y, y: bounds.y),
                        Point(x: sum - bounds.maxY, y: bounds.maxY),
                    ]
                }, stroke)
        }
    }

    /// Draws a picture into a rectangle, each pixel a sharp square.
    ///
    /// - Parameters:
    ///   - pixels: Premultiplied `0xAARRGGBB`, row by row from the top left.
    ///   - width: Pixels across.
    ///   - height: Pixels down.
    ///   - rect: Where it goes.
    /// - Throws: ``MapError/drawing(_:)`` where it is too large for Cairo.
    package func draw(
        pixels: [UInt32], width: Int, height: Int, in rect: PageRect
    ) throws(MapError) {
        precondition(pixels.count == width * height, "\(pixels.count) pixels do not fill it")
        let image = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
        defer { cairo_surface_destroy(image) }
        guard let memory = cairo_image_surface_get_data(image) else {
            throw .drawing("a picture of \(width) × \(height) pixels finds no memory")
        }
        let stride = Int(cairo_image_surface_get_stride(image))
        pixels.withUnsafeBytes { source in
            for row in 0..<height {
                let bytes = UnsafeRawBufferPointer(
                    rebasing: source[(row * width * 4)..<((row + 1) * width * 4)])
                UnsafeMutableRawBufferPointer(start: memory + row * stride, count: width * 4)
                    .copyMemory(from: bytes)
            }
        }
        cairo_surface_mark_dirty(image)
        cairo_save(context)
        defer { cairo_restore(context) }
        cairo_translate(context, rect.x, rect.y)
        cairo_scale(context, rect.width / Double(width), rect.height / Double(height))
        cairo_set_source_surface(context, image, 0, 0)
        cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
        cairo_rectangle(context, 0, 0, Double(width), Double(height))
        cairo_fill(context)
    }

    /// Draws a set text with the top of its first line at a place.
    ///
    /// - Parameters:
    ///   - text: The text, of this canvas's typesetter.
    ///   - place: Where it stands.
    ///   - anchor: Which part of its width stands there.
    ///   - turn: Turns it around that place, clockwise, in radians.
    package func draw(
        _ text: SetText, at place: Point, anchor: TextAnchor = .left, turn: Double = 0
    ) {
        cairo_save(context)
        defer { cairo_restore(context) }
        cairo_translate(context, place.x, place.y)
        cairo_rotate(context, turn)
        pango_cairo_update_layout(context, text.layout)
        let baseline = Double(pango_layout_get_baseline(text.layout)) / Double(PANGO_SCALE)
        cairo_new_path(context)
        cairo_move_to(context, anchor.offset(of: text.width), text.ascent - baseline)
        if let halo = text.style.halo {
            pango_cairo_layout_path(context, text.layout)
            let radius = text.style.haloRadius ?? max(0.8, text.style.size * 0.14)
            finishStroke(Stroke(halo, width: 2 * radius))
            cairo_move_to(context, anchor.offset(of: text.width), text.ascent - baseline)
        }
        setColor(text.style.color)
        pango_cairo_show_layout(context, text.layout)
        cairo_new_path(context)
    }

    /// The nearest place that lies on the border between device pixels.
    package func aligned(_ rect: PageRect) -> PageRect {
        func snap(_ value: Double) -> Double {
            (value * pixelsPerPoint).rounded() / pixelsPerPoint
        }
        let (x, y) = (snap(rect.x), snap(rect.y))
        return PageRect(x: x, y: y, width: snap(rect.maxX) - x, height: snap(rect.maxY) - y)
    }

    private func trace(_ lines: [[Point]], closed: Bool) {
        cairo_new_path(context)
        for line in lines {
            guard let first = line.first else { continue }
            cairo_move_to(context, first.x, first.y)
            for point in line.dropFirst() { cairo_line_to(context, point.x, point.y) }
            if closed { cairo_close_path(context) }
        }
    }

    private func finishStroke(_ stroke: Stroke) {
        setColor(stroke.color)
        cairo_set_line_width(context, stroke.width)
        cairo_set_dash(context, stroke.dashes, Int32(stroke.dashes.count), 0)
        cairo_stroke(context)
    }

    private func setColor(_ color: RGBA) {
        cairo_set_source_rgba(
            context, Double(color.red) / 255, Double(color.green) / 255,
            Double(color.blue) / 255, Double(color.alpha) / 255)
    }
}
