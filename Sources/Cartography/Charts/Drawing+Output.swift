// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import GDAL
package import PlaneGeometry

extension Drawing {
    /// Draws it with Cairo, its top left at a place of the canvas.
    package func draw(on canvas: Canvas, at origin: Point = Point(x: 0, y: 0)) throws(MapError) {
        try canvas.scaled(by: 1, from: origin) { () throws(MapError) in
            for mark in marks { try mark.draw(on: canvas) }
        }
    }
}

extension Drawing.Mark {
    fileprivate func draw(on canvas: Canvas) throws(MapError) {
        switch shape {
        case .area(let rings):
            if let fill { canvas.fill(rings, fill) }
            if let stroke { canvas.draw(rings, closed: true, stroke) }
        case .lines(let lines):
            if let stroke { canvas.draw(lines, stroke) }
        case .disc(let centre, let radius):
            if let fill { canvas.fillDisc(at: centre, radius: radius, fill) }
        case .text(let text):
            let set = try canvas.typesetter.set(text.string, text.style)
            canvas.draw(set, at: text.place, anchor: text.anchor)
        }
    }
}

extension Drawing {
    /// The drawing as an SVG element whose texts stay texts, for a page that brings its own fonts.
    ///
    /// Every text is escaped; numbers have two decimals. `label` is for readers who do not see it.
    package func svg(label: String) -> String {
        let size = "\(hundredths(width)) \(hundredths(height))"
        let body = marks.map(\.svg).joined()
        return "<svg viewBox=\"0 0 \(size)\" role=\"img\" aria-label=\"\(escapedForWeb(label))\">"
            + body + "</svg>"
    }
}

extension Drawing.Mark {
    fileprivate var svg: String {
        let hover = title.map { "<title>\(escapedForWeb($0))</title>" } ?? ""
        let name = key.map { " data-key=\"\(escapedForWeb($0))\"" } ?? ""
        func element(_ tag: String, _ attributes: String) -> String {
            let start = "<\(tag)\(attributes)\(name)\(paint)"
            return hover.isEmpty ? start + "/>" : "\(start)>\(hover)</\(tag)>"
        }
        switch shape {
        case .area(let rings):
            return element("path", " fill-rule=\"evenodd\" d=\"\(path(rings, closed: true))\"")
        case .lines(let lines): return element("path", " d=\"\(path(lines, closed: false))\"")
        case .disc(let centre, let radius):
            return element(
                "circle",
                " cx=\"\(hundredths(centre.x))\" cy=\"\(hundredths(centre.y))\""
                    + " r=\"\(hundredths(radius))\"")
        case .text(let text):
            let anchor =
                switch text.anchor {
                case .left: ""
                case .centre: " text-anchor=\"middle\""
                case .right: " text-anchor=\"end\""
                }
            return "<text x=\"\(hundredths(text.place.x))\""
                + " y=\"\(hundredths(text.place.y + text.style.size * 0.94))\"\(anchor)"
                + " font-size=\"\(hundredths(text.style.size))\""
                + (text.style.isBold ? " font-weight=\"700\"" : "")
                + " fill=\"\(text.style.color.web)\">\(escapedForWeb(text.string))</text>"
        }
    }

    private var paint: String {
        var paint = " fill=\"\(fill?.web ?? "none")\""
        if let fill, fill.alpha < 255 {
            paint += " fill-opacity=\"\(hundredths(Double(fill.alpha) / 255))\""
        }
        guard let stroke else { return paint }
        paint +=
            " stroke=\"\(stroke.color.web)\" stroke-width=\"\(hundredths(stroke.width))\""
            + " stroke-linejoin=\"round\""
        if stroke.color.alpha < 255 {
            paint += " stroke-opacity=\"\(hundredths(Double(stroke.color.alpha) / 255))\""
        }
        if !stroke.dashes.isEmpty {
            let dashes = stroke.dashes.map(hundredths).joined(separator: " ")
            paint += " stroke-dasharray=\"\(dashes)\""
        }
        return paint
    }

    private func path(_ lines: [[Point]], closed: Bool) -> String {
        lines.filter { !$0.isEmpty }.map { line in
            let places = line.map { "\(hundredths($0.x)) \(hundredths($0.y))" }
            return "M" + places.joined(separator: "L") + (closed ? "Z" : "")
        }.joined()
    }
}

extension RGBA {
    /// `#rrggbb`.
    package var web: String {
        let digits = Array("0123456789abcdef")
        return "#"
            + [red, green, blue].map { String([digits[Int($0) / 16], digits[Int($0) % 16]]) }
            .joined()
    }
}

/// Two decimals at most, none where they are zero.
private func hundredths(_ value: Double) -> String {
    guard value.magnitude < 1e15 else { return value < 0 ? "-1e15" : "1e15" }
    let rounded = Int((value * 100).rounded())
    let (whole, rest) = abs(rounded).quotientAndRemainder(dividingBy: 100)
    let sign = rounded < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0
        ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}

/// Text as XML and HTML take it, in elements and in attributes.
///
/// Scalar by scalar: a mark that combines with a quotation mark must not hide it.
package func escapedForWeb(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result.append(contentsOf: "&amp;".unicodeScalars)
        case "<": result.append(contentsOf: "&lt;".unicodeScalars)
        case ">": result.append(contentsOf: "&gt;".unicodeScalars)
        case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
        case "'": result.append(contentsOf: "&#39;".unicodeScalars)
        case "\t", "\n", "\r": result.append(scalar)
        case "\u{0}"..."\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}":
            result.append("\u{FFFD}")
        default: result.append(scalar)
        }
    }
    return String(result)
}
