// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CPango
package import GDAL

/// How a text looks.
package struct TextStyle: Hashable, Sendable {
    /// The type size, in points.
    package var size: Double
    package var isBold = false
    package var color = RGBA(hex: 0x1B1B1B)
    /// The colour around the letters that keeps them legible on a map.
    package var halo: RGBA?
    /// The width to break lines at, in points; `nil` keeps the text on one line.
    package var wrapWidth: Double?
    /// The width beyond which a single line ends in `…`, in points.
    package var maximumWidth: Double?

    package init(
        size: Double, isBold: Bool = false, color: RGBA = RGBA(hex: 0x1B1B1B), halo: RGBA? = nil,
        wrapWidth: Double? = nil, maximumWidth: Double? = nil
    ) {
        self.size = size
        self.isBold = isBold
        self.color = color
        self.halo = halo
        self.wrapWidth = wrapWidth
        self.maximumWidth = maximumWidth
    }
}

/// A text set in type, ready to measure and to draw: the one owner of its Pango layout.
package final class SetText {
    let layout: OpaquePointer
    package let style: TextStyle
    /// In points.
    package let width: Double
    /// In points: lines of 1.2 times the type size.
    package let height: Double
    /// From its top to the first line's baseline, in points.
    package let ascent: Double

    fileprivate init(owning layout: OpaquePointer, style: TextStyle) {
        self.layout = layout
        self.style = style
        var width: Int32 = 0
        pango_layout_get_size(layout, &width, nil)
        self.width = Double(width) / Double(PANGO_SCALE)
        height = Double(pango_layout_get_line_count(layout)) * style.size * 1.2
        ascent = style.size * 0.94
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }
}

/// Sets type with Pango in one font family; the one owner of its font map and context.
///
/// Metrics are unhinted and positions unrounded, so a text measures the same on paper and screen.
package final class Typesetter {
    /// The family that has every Chinese character; Debian's package is `fonts-noto-cjk`.
    package static let defaultFamily = "Noto Sans CJK SC"

    /// The font family that texts are set in.
    package let family: String
    private let fontMap: UnsafeMutablePointer<PangoFontMap>
    private let context: OpaquePointer

    /// Prepares a font family.
    ///
    /// - Throws: ``MapError/missingFont(family:)``: Pango would silently take another.
    package init(family: String = Typesetter.defaultFamily) throws(MapError) {
        self.family = family
        guard let map = pango_cairo_font_map_new() else {
            throw .drawing("Pango found no fonts")
        }
        guard let context = pango_font_map_create_context(map) else {
            g_object_unref(UnsafeMutableRawPointer(map))
            throw .drawing("Pango has no memory")
        }
        fontMap = map
        self.context = context
        guard isInstalled(family) else { throw .missingFont(family: family) }
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
        pango_cairo_context_set_resolution(context, 72)
        pango_context_set_round_glyph_positions(context, 0)
    }

    /// Sets a text.
    ///
    /// - Throws: ``MapError/missingGlyphs(text:characters:)`` where no font has a character.
    package func set(_ text: String, _ style: TextStyle) throws(MapError) -> SetText {
        let text = text.singleLine
        let layout = try layout(of: text, style)
        let result = SetText(owning: layout, style: style)
        if pango_layout_get_unknown_glyphs_count(layout) > 0 {
            throw .missingGlyphs(text: text, characters: try missing(from: text, style))
        }
        return result
    }

    private func layout(of text: String, _ style: TextStyle) throws(MapError) -> OpaquePointer {
        guard let layout = pango_layout_new(context) else {
            throw .drawing("Pango has no memory")
        }
        pango_layout_set_text(layout, text, -1)
        let font = pango_font_description_new()
        defer { pango_font_description_free(font) }
        pango_font_description_set_family(font, family)
        pango_font_description_set_weight(
            font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, font)
        pango_layout_set_line_spacing(layout, 1.2 / 1.448)
        if let width = style.wrapWidth {
            pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
            pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        } else if let width = style.maximumWidth {
            pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
            pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
        }
        return layout
    }

    private func missing(
        from text: String, _ style: TextStyle
    ) throws(MapError) -> [String] {
        let plain = TextStyle(size: style.size)
        var found: [String] = []
        for character in text where !found.contains(String(character)) {
            let single = SetText(owning: try layout(of: String(character), plain), style: plain)
            if pango_layout_get_unknown_glyphs_count(single.layout) > 0 {
                found.append(String(character))
            }
        }
        return found
    }

    private func isInstalled(_ family: String) -> Bool {
        var families: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
        var count: Int32 = 0
        pango_font_map_list_families(fontMap, &families, &count)
        defer { g_free(families) }
        return (0..<Int(count)).contains { index in
            families?[index].map { String(cString: pango_font_family_get_name($0)) == family }
                ?? false
        }
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(UnsafeMutableRawPointer(fontMap))
    }
}
