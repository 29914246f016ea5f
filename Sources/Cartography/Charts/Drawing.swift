// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import GDAL
internal import MapStyles
package import PlaneGeometry
package import Words

/// What a chart is made of, in points from the top left: one list, drawn by Cairo or written as SVG.
package struct Drawing: Hashable, Sendable {
    /// A line of text, set once to know its width.
    package struct Text: Hashable, Sendable {
        package var string: String
        /// The top of the line, at its anchor.
        package var place: Point
        package var anchor: TextAnchor
        package var style: TextStyle
        /// As measured, in points.
        package var width: Double
    }

    /// The shape of a mark.
    package enum Shape: Hashable, Sendable {
        /// Closed rings, filled by the even-odd rule.
        case area([[Point]])
        /// Open lines.
        case lines([[Point]])
        /// A disc.
        case disc(centre: Point, radius: Double)
        case text(Text)
    }

    /// One thing drawn.
    package struct Mark: Hashable, Sendable {
        package var shape: Shape
        package var fill: RGBA?
        package var stroke: Stroke?
        /// What a reader sees on pointing at it.
        package var title: String?
        /// What it stands for: a zone or a class, for scripts and tests.
        package var key: String?
    }

    /// In points.
    package let width: Double
    /// In points.
    package let height: Double
    /// From the ground up.
    package private(set) var marks: [Mark] = []

    /// An empty drawing.
    package init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    package mutating func add(
        _ shape: Shape, fill: RGBA? = nil, stroke: Stroke? = nil, title: String? = nil,
        key: String? = nil
    ) {
        marks.append(Mark(shape: shape, fill: fill, stroke: stroke, title: title, key: key))
    }

    /// A filled rectangle; one without width or height leaves nothing.
    package mutating func add(
        _ rect: PageRect, fill: RGBA, title: String? = nil, key: String? = nil
    ) {
        guard rect.width > 0, rect.height > 0 else { return }
        add(.area([rect.ring]), fill: fill, title: title, key: key)
    }

    /// A straight line.
    package mutating func line(_ start: Point, _ end: Point, _ stroke: Stroke) {
        add(.lines([[start, end]]), stroke: stroke)
    }

    /// The texts of the drawing, in order.
    package var texts: [Text] {
        marks.compactMap { if case .text(let text) = $0.shape { text } else { nil } }
    }
}

extension Drawing.Text {
    /// The ground that the line takes.
    package var box: PageRect {
        PageRect(
            x: place.x + anchor.offset(of: width), y: place.y, width: width,
            height: style.size * 1.2)
    }
}

/// Draws into a ``Drawing`` in one language.
package struct ChartPen {
    /// Measures texts; `nil` estimates them, for pages that bring fonts of their own.
    package let typesetter: Typesetter?
    package let language: MapLanguage
    package var drawing: Drawing

    /// A pen over an empty drawing.
    package init(
        typesetter: Typesetter?, language: MapLanguage, width: Double, height: Double
    ) {
        self.typesetter = typesetter
        self.language = language
        drawing = Drawing(width: width, height: height)
    }

    /// Writes a line of text, which ends in `…` beyond `maximumWidth`; returns its width.
    @discardableResult
    package mutating func write(
        _ text: String, at place: Point, anchor: TextAnchor = .left, size: Double = 8.5,
        isBold: Bool = false, color: RGBA = RGBA(hex: 0x1B1B1B), maximumWidth: Double? = nil
    ) throws(MapError) -> Double {
        var text = text.singleLine
        guard !text.isEmpty else { return 0 }
        var style = TextStyle(size: size, isBold: isBold, color: color)
        var width = try self.width(of: text, size: size, isBold: isBold)
        if let maximumWidth, width > maximumWidth {
            width = max(maximumWidth, size)
            if typesetter == nil {
                text = estimated(text, size: size, cutTo: width)
            } else {
                style.maximumWidth = width
            }
        }
        drawing.add(
            .text(
                Drawing.Text(
                    string: text, place: place, anchor: anchor, style: style, width: width)))
        return width
    }

    /// The width of a line of text, in points.
    package func width(
        of text: String, size: Double = 8.5, isBold: Bool = false
    ) throws(MapError) -> Double {
        guard let typesetter else {
            return text.unicodeScalars.reduce(0) { $0 + $1.estimatedWidth } * size
                * (isBold ? 1.06 : 1)
        }
        return try typesetter.set(text, TextStyle(size: size, isBold: isBold)).width
    }

    /// As much of a text as an estimated width holds, and `…`.
    private func estimated(_ text: String, size: Double, cutTo width: Double) -> String {
        var left = width / size - 1
        let kept = text.prefix { character in
            left -= character.unicodeScalars.reduce(0) { $0 + $1.estimatedWidth }
            return left >= 0
        }
        return kept + "…"
    }

    /// A text in the pen's language, on one line.
    package func line(_ text: LocalizedText) -> String { text.line(in: language) }

    /// What is said in one of two languages, or in both.
    package func say(_ zh: String, _ en: String) -> String {
        switch language {
        case .chinese: zh
        case .english: en
        case .both: "\(zh) \(en)"
        }
    }
}

extension Unicode.Scalar {
    /// About how wide it is in common sans-serif fonts, in type sizes.
    fileprivate var estimatedWidth: Double {
        switch value {
        case 0x20, 0x21, 0x27...0x29, 0x2C...0x2E, 0x3A, 0x3B, 0x49, 0x66, 0x69, 0x6A, 0x6C, 0x72,
            0x74, 0x7C, 0x2009:
            0.33
        case 0x25, 0x40, 0x4D, 0x57, 0x6D, 0x77: 0.88
        case 0x41...0x5A: 0.66
        case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0..<0x1100: 0.56
        case 0x2010...0x2027, 0x2190...0x22FF: 0.7
        default: value >= 0x2E80 ? 1 : 0.6
        }
    }
}
