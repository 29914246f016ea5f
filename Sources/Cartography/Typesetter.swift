// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CPango
package import GDAL
internal import MapStyles

/// How a text looks.
package struct TextStyle: Hashable, Sendable {
    /// The type size, in points.
    package var size: Double
    /// The families to take, the first one that is installed; `nil` for the page's own.
    package var family: String?
    package var isBold = false
    package var isItalic = false
    package var color = RGBA(hex: 0x1B1B1B)
    /// The colour around the letters that keeps them legible on a map.
    package var halo: RGBA?
    /// How far the halo reaches, in points; `nil` suits the size.
    package var haloRadius: Double?
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

/// Sets type with Pango in one font family; the one owner of its context.
///
/// Fonts are loaded once a thread: Pango keeps a font map for each. A typesetter stays on the thread
/// that made it.
///
/// Metrics are unhinted and positions unrounded, so a text measures the same on paper and screen.
package final class Typesetter {
    /// The family that has every Chinese character; Debian's package is `fonts-noto-cjk`.
    package static let defaultFamily = "Noto Sans CJK SC"

    /// The font family that texts are set in.
    package let family: String
    private let fontMap: UnsafeMutablePointer<PangoFontMap>
    private let context: OpaquePointer
    private var drawable: [Unicode.Scalar: Bool] = [:]
    /// Characters that no font had, and families that are not installed.
    package private(set) var missing: [DrawingGap] = []
    private var lacking: Set<Unicode.Scalar> = []
    private var families: [String: String] = [:]

    /// Prepares a font family.
    ///
    /// - Throws: ``MapError/drawing(_:)`` where Pango cannot be loaded;
    ///   ``MapError/missingFont(family:)``: Pango would silently take another;
    ///   ``MapError/missingGlyphs(text:characters:)`` where the installed fonts lack characters
    ///   that every map is written with.
    package init(family: String = Typesetter.defaultFamily) throws(MapError) {
        self.family = family
        guard steppe_load_pango() != 0 else {
            throw .drawing("Pango is not installed; on Debian: apt install libpangocairo-1.0-0")
        }
        guard let map = pango_cairo_font_map_get_default() else {
            throw .drawing("Pango found no fonts")
        }
        g_object_ref(UnsafeMutableRawPointer(map))
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
        _ = try set(Self.everyday, TextStyle(size: 10))
        guard missing.isEmpty else {
            throw .missingGlyphs(
                text: Self.everyday,
                characters: lacking.map { String($0) }.sorted())
        }
    }

    /// How many characters are set at most: Pango's time to break lines grows with their square.
    static let longest = 5_000

    /// One of each kind of character that the program itself writes on maps.
    private static let everyday = "北 Map 0123 °′″ – — … · × ± ≥ ≤ ∞ ² ³ ‰ 旗达标亩公顷审图号《》：，。；"

    /// Sets a text; a character that no installed font has is written by its number, `[U+1F33E]`,
    /// and remembered in ``missing``. So is a text that no page has room for, which is cut short.
    package func set(_ text: String, _ style: TextStyle) throws(MapError) -> SetText {
        var text = text.singleLine
        if text.unicodeScalars.count > Self.longest {
            let gap = DrawingGap.long(text: String(text.prefix(60)), length: text.count)
            if !missing.contains(gap) { missing.append(gap) }
            text = String(text.unicodeScalars.prefix(Self.longest)) + "…"
        }
        let result = SetText(owning: try layout(of: text, style), style: style)
        guard pango_layout_get_unknown_glyphs_count(result.layout) > 0 else { return result }
        var legible = ""
        for scalar in text.unicodeScalars where legible.utf8.count < 4 * Self.longest {
            if try isDrawable(scalar) {
                legible.unicodeScalars.append(scalar)
            } else {
                if lacking.insert(scalar).inserted {
                    missing.append(.character(scalar, text: text))
                }
                legible += "[\(scalar.number)]"
            }
        }
        return SetText(owning: try layout(of: legible, style), style: style)
    }

    /// The first family of a list, as CSS writes it, that is installed; the page's own where none is,
    /// and then ``missing`` tells.
    private func family(of style: TextStyle) -> String {
        guard let wanted = style.family else { return family }
        if let known = families[wanted] { return known }
        let names = wanted.split(separator: ",").map {
            $0.trimmingPrefix(while: \.isQuoteOrSpace).trimmingSuffix(while: \.isQuoteOrSpace)
        }
        let generic = ["serif", "sans-serif", "monospace", "cursive", "fantasy"]
        let available = names.first { generic.contains($0.lowercased()) || isInstalled($0) }
        if available == nil { missing.append(.family(wanted)) }
        families[wanted] = available ?? family
        return available ?? family
    }

    private func layout(of text: String, _ style: TextStyle) throws(MapError) -> OpaquePointer {
        guard let layout = pango_layout_new(context) else {
            throw .drawing("Pango has no memory")
        }
        pango_layout_set_text(layout, text, -1)
        let font = pango_font_description_new()
        defer { pango_font_description_free(font) }
        pango_font_description_set_family(font, family(of: style))
        if style.isItalic { pango_font_description_set_style(font, PANGO_STYLE_ITALIC) }
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

    /// Whether some font has a character; marks that join or direct others need none.
    private func isDrawable(_ scalar: Unicode.Scalar) throws(MapError) -> Bool {
        if let known = drawable[scalar] { return known }
        let plain = TextStyle(size: 10)
        let single = SetText(owning: try layout(of: String(scalar), plain), style: plain)
        let has =
            scalar.properties.isDefaultIgnorableCodePoint
            || pango_layout_get_unknown_glyphs_count(single.layout) == 0
        drawable[scalar] = has
        return has
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

extension Character {
    fileprivate var isQuoteOrSpace: Bool { isWhitespace || self == "'" || self == "\"" }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isCut: (Character) -> Bool) -> String {
        var kept = Substring(self)
        while let last = kept.last, isCut(last) { kept.removeLast() }
        return String(kept)
    }
}
