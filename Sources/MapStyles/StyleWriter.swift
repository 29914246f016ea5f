// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

extension StyleSheet {
    /// Which standard a style is written by.
    public enum Standard: String, CaseIterable, Sendable {
        /// OGC Styled Layer Descriptor 1.0.0.
        case sld10 = "1.0.0"
        /// Styled Layer Descriptor 1.1.0 with Symbology Encoding 1.1.0.
        case se11 = "1.1.0"
    }

    /// The style as an OGC file; the same style gives the same text.
    public func sld(_ standard: Standard = .sld10) -> String {
        StyleWriter(standard).text(of: self)
    }
}

/// Writes SLD 1.0 and SE 1.1, which differ in prefixes, in where titles stand, and in colour maps.
private struct StyleWriter {
    let standard: StyleSheet.Standard
    private let se: String
    private let parameter: String
    private var lines: [String] = []
    private var depth = 0

    init(_ standard: StyleSheet.Standard) {
        self.standard = standard
        se = standard == .sld10 ? "" : "se:"
        parameter = standard == .sld10 ? "CssParameter" : "se:SvgParameter"
    }

    func text(of style: StyleSheet) -> String {
        var writer = self
        writer.write(style)
        return writer.lines.joined(separator: "\n") + "\n"
    }

    private mutating func line(_ text: String) {
        lines.append(String(repeating: "  ", count: depth) + text)
    }

    private mutating func element(
        _ tag: String, _ attributes: String = "", _ body: (inout StyleWriter) -> Void
    ) {
        line("<\(tag)\(attributes)>")
        depth += 1
        body(&self)
        depth -= 1
        line("</\(tag)>")
    }

    private mutating func leaf(_ tag: String, _ text: String) {
        line("<\(tag)>\(escapedXML(text))</\(tag)>")
    }

    private mutating func title(_ text: String) {
        guard !text.isEmpty else { return }
        if standard == .sld10 { return leaf("Title", text) }
        element("se:Description") { $0.leaf("se:Title", text) }
    }

    private mutating func write(_ style: StyleSheet) {
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        var attributes =
            " version=\"\(standard.rawValue)\" xmlns=\"http://www.opengis.net/sld\" "
            + "xmlns:ogc=\"http://www.opengis.net/ogc\""
        if standard == .se11 { attributes += " xmlns:se=\"http://www.opengis.net/se\"" }
        element("StyledLayerDescriptor", attributes) { writer in
            writer.element("NamedLayer") { writer in
                writer.leaf("\(writer.se)Name", style.name)
                writer.element("UserStyle") { writer in
                    writer.leaf("\(writer.se)Name", style.name)
                    writer.title(style.title)
                    writer.element("\(writer.se)FeatureTypeStyle") { writer in
                        for rule in style.rules { writer.write(rule) }
                    }
                }
            }
        }
    }

    private mutating func write(_ rule: StyleRule) {
        element("\(se)Rule") { writer in
            let se = writer.se
            if !rule.name.isEmpty || !rule.title.isEmpty {
                writer.leaf("\(se)Name", rule.name.isEmpty ? rule.title : rule.name)
            }
            writer.title(rule.title)
            if let filter = rule.filter {
                writer.element("ogc:Filter") { $0.write(filter) }
            } else if rule.isElse {
                writer.line("<\(se)ElseFilter/>")
            }
            if let scale = rule.minimumScale {
                writer.leaf("\(se)MinScaleDenominator", number(scale))
            }
            if let scale = rule.maximumScale {
                writer.leaf("\(se)MaxScaleDenominator", number(scale))
            }
            for symbolizer in rule.symbolizers { writer.write(symbolizer) }
        }
    }

    private mutating func write(_ filter: StyleFilter) {
        switch filter {
        case .compares(let field, let comparison, let literal):
            element("ogc:\(comparison.rawValue)") { writer in
                writer.leaf("ogc:PropertyName", field)
                writer.leaf("ogc:Literal", literal)
            }
        case .between(let field, let low, let high):
            element("ogc:PropertyIsBetween") { writer in
                writer.leaf("ogc:PropertyName", field)
                writer.element("ogc:LowerBoundary") { $0.leaf("ogc:Literal", low) }
                writer.element("ogc:UpperBoundary") { $0.leaf("ogc:Literal", high) }
            }
        case .like(let field, let pattern):
            let attributes = " wildCard=\"*\" singleChar=\"?\" escapeChar=\"\\\""
            element("ogc:PropertyIsLike", attributes) { writer in
                writer.leaf("ogc:PropertyName", field)
                writer.leaf("ogc:Literal", pattern)
            }
        case .isNull(let field):
            element("ogc:PropertyIsNull") { $0.leaf("ogc:PropertyName", field) }
        case .and(let filters):
            element("ogc:And") { writer in filters.forEach { writer.write($0) } }
        case .or(let filters): element("ogc:Or") { writer in filters.forEach { writer.write($0) } }
        case .not(let filter): element("ogc:Not") { $0.write(filter) }
        }
    }

    private mutating func write(_ symbolizer: Symbolizer) {
        switch symbolizer {
        case .polygon(let symbol):
            element("\(se)PolygonSymbolizer") { writer in
                if let fill = symbol.fill { writer.fill(fill) }
                if let stroke = symbol.stroke, symbol.hatch == nil || symbol.fill == nil {
                    if symbol.hatch == nil { writer.stroke(stroke) }
                }
                if symbol.fill == nil, let hatch = symbol.hatch {
                    writer.write(hatch, symbol.stroke)
                }
            }
            if symbol.fill != nil, let hatch = symbol.hatch {
                element("\(se)PolygonSymbolizer") { $0.write(hatch, symbol.stroke) }
            }
        case .line(let line): element("\(se)LineSymbolizer") { $0.stroke(line) }
        case .point(let point): element("\(se)PointSymbolizer") { $0.write(point) }
        case .text(let text): element("\(se)TextSymbolizer") { $0.write(text) }
        case .raster(let raster):
            element("\(se)RasterSymbolizer") { writer in
                if raster.opacity != 1 {
                    writer.leaf("\(writer.se)Opacity", number(raster.opacity))
                }
                if let map = raster.colorMap { writer.write(map) }
            }
        }
    }

    private mutating func css(_ name: String, _ value: String) {
        line("<\(parameter) name=\"\(name)\">\(escapedXML(value))</\(parameter)>")
    }

    private mutating func fill(_ color: RGBA) {
        element("\(se)Fill") { writer in
            writer.css("fill", color.styleText)
            if color.alpha < 255 { writer.css("fill-opacity", share(color)) }
        }
    }

    private mutating func stroke(_ line: LineSymbol) {
        element("\(se)Stroke") { writer in
            writer.css("stroke", line.color.styleText)
            if line.color.alpha < 255 { writer.css("stroke-opacity", share(line.color)) }
            writer.css("stroke-width", number(line.width))
            if !line.dashes.isEmpty {
                writer.css("stroke-dasharray", line.dashes.map(number).joined(separator: " "))
            }
        }
    }

    private mutating func write(_ hatch: HatchSymbol, _ border: LineSymbol?) {
        element("\(se)Fill") { writer in
            writer.element("\(writer.se)GraphicFill") { writer in
                writer.element("\(writer.se)Graphic") { writer in
                    writer.element("\(writer.se)Mark") { writer in
                        writer.leaf("\(writer.se)WellKnownName", "horline")
                        writer.stroke(hatch.line)
                    }
                    writer.leaf("\(writer.se)Size", number(hatch.gap))
                    writer.leaf("\(writer.se)Rotation", number(-hatch.angle))
                }
            }
        }
        if let border { stroke(border) }
    }

    private mutating func write(_ point: PointSymbol) {
        element("\(se)Graphic") { writer in
            writer.element("\(writer.se)Mark") { writer in
                writer.leaf("\(writer.se)WellKnownName", point.mark.rawValue)
                if let fill = point.fill { writer.fill(fill) }
                if let stroke = point.stroke { writer.stroke(stroke) }
            }
            writer.leaf("\(writer.se)Size", number(point.size))
            if point.rotation != 0 { writer.leaf("\(writer.se)Rotation", number(point.rotation)) }
        }
    }

    private mutating func write(_ text: TextSymbol) {
        let parts = text.label.map { part in
            switch part {
            case .literal(let words): escapedXML(words)
            case .property(let field): "<ogc:PropertyName>\(escapedXML(field))</ogc:PropertyName>"
            }
        }
        line("<\(se)Label>\(parts.joined())</\(se)Label>")
        element("\(se)Font") { writer in
            if let family = text.family { writer.css("font-family", family) }
            writer.css("font-size", number(text.size))
            if text.isItalic { writer.css("font-style", "italic") }
            if text.isBold { writer.css("font-weight", "bold") }
        }
        if let halo = text.halo {
            element("\(se)Halo") { writer in
                writer.leaf("\(writer.se)Radius", number(text.haloRadius))
                writer.fill(halo)
            }
        }
        fill(text.fill)
    }

    private mutating func write(_ map: ColorMap) {
        if standard == .sld10 {
            element("ColorMap", " type=\"\(map.kind.rawValue)\"") { writer in
                for entry in map.entries {
                    let opacity =
                        entry.color.alpha < 255 ? " opacity=\"\(share(entry.color))\"" : ""
                    let label = entry.label.isEmpty ? "" : " label=\"\(escapedXML(entry.label))\""
                    writer.line(
                        "<ColorMapEntry color=\"\(entry.color.styleText)\" "
                            + "quantity=\"\(number(entry.quantity))\"\(opacity)\(label)/>")
                }
            }
            return
        }
        element("se:ColorMap") { writer in
            switch map.kind {
            case .ramp:
                writer.element(
                    "se:Interpolate",
                    " fallbackValue=\"#00000000\" mode=\"linear\" method=\"color\""
                ) {
                    $0.line("<se:LookupValue>Rasterdata</se:LookupValue>")
                    for entry in map.entries {
                        $0.line(
                            "<se:InterpolationPoint><se:Data>\(number(entry.quantity))</se:Data>"
                                + "<se:Value>\(entry.color.styleText)</se:Value></se:InterpolationPoint>"
                        )
                    }
                }
            case .values, .intervals: writer.categorize(map)
            }
        }
    }

    /// Values as steps from each number to the next whole one; clear ones between.
    private mutating func categorize(_ map: ColorMap) {
        let clear = "#00ffffff"
        let attributes =
            " fallbackValue=\"\(clear)\" thresholdsBelongTo=\""
            + (map.kind == .values ? "succeeding" : "preceding") + "\""
        element("se:Categorize", attributes) { writer in
            writer.line("<se:LookupValue>Rasterdata</se:LookupValue>")
            if map.kind == .values {
                writer.leaf("se:Value", clear)
                for (index, entry) in map.entries.enumerated() {
                    if !entry.label.isEmpty {
                        writer.line(
                            "<!-- \(escapedXML(entry.label).replacing("--", with: "—")) -->")
                    }
                    writer.leaf("se:Threshold", number(entry.quantity))
                    writer.leaf("se:Value", entry.color.styleText)
                    let isLast = index + 1 == map.entries.count
                    if isLast || map.entries[index + 1].quantity > entry.quantity + 1 {
                        writer.leaf("se:Threshold", number(entry.quantity + 1))
                        writer.leaf("se:Value", clear)
                    }
                }
            } else {
                for (index, entry) in map.entries.enumerated() {
                    writer.leaf("se:Value", entry.color.styleText)
                    if index + 1 < map.entries.count || entry.quantity.isFinite {
                        writer.leaf("se:Threshold", number(entry.quantity))
                    }
                }
                if map.entries.last?.quantity.isFinite ?? false { writer.leaf("se:Value", clear) }
            }
        }
    }
}

/// Whole numbers without a point.
package func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
}

private func share(_ color: RGBA) -> String {
    number((Double(color.alpha) / 255 * 1000).rounded() / 1000)
}
