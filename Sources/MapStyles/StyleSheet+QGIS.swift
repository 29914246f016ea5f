// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GDAL

extension StyleSheet {
    /// The style as QGIS keeps it, for `layer_styles` of a GeoPackage, a `.qml` or a project.
    public func qml() -> String {
        let body = colorMap.map { rasterElements($0) } ?? vectorElements()
        return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
            + "<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling\""
            + (hasLabels ? " labelsEnabled=\"1\"" : "") + ">\n"
            + body.map { "  \($0)\n" }.joined() + "</qgis>\n"
    }

    /// What stands in a layer's element of a QGIS project, or in the root of a `.qml`.
    package func qgisElements() -> [String] {
        colorMap.map { rasterElements($0) } ?? vectorElements()
    }

    /// Whether it writes names on the map.
    package var hasLabels: Bool { rules.contains { $0.hasText } }

    private func rasterElements(_ map: ColorMap) -> [String] {
        var lines = ["<pipe>"]
        if map.kind == .values {
            lines.append(
                "<rasterrenderer type=\"paletted\" band=\"1\" opacity=\"1\" alphaBand=\"-1\" "
                    + "nodataColor=\"\">")
            lines.append("<colorPalette>")
            for entry in map.entries {
                lines.append(
                    "<paletteEntry value=\"\(number(entry.quantity))\" "
                        + "color=\"\(entry.color.styleText)\" alpha=\"\(entry.color.alpha)\" "
                        + "label=\"\(escapedXML(entry.label))\"/>")
            }
            lines += ["</colorPalette>", "</rasterrenderer>"]
        } else {
            let low = number(map.entries.first?.quantity ?? 0)
            let high = number(map.entries.last { $0.quantity.isFinite }?.quantity ?? 1)
            let type = map.kind == .ramp ? "INTERPOLATED" : "DISCRETE"
            lines.append(
                "<rasterrenderer type=\"singlebandpseudocolor\" band=\"1\" opacity=\"1\" "
                    + "alphaBand=\"-1\" nodataColor=\"\" classificationMin=\"\(low)\" "
                    + "classificationMax=\"\(high)\">")
            lines.append("<rastershader>")
            lines.append(
                "<colorrampshader colorRampType=\"\(type)\" classificationMode=\"1\" clip=\"0\" "
                    + "minimumValue=\"\(low)\" maximumValue=\"\(high)\">")
            for entry in map.entries {
                let value = entry.quantity.isFinite ? number(entry.quantity) : "inf"
                lines.append(
                    "<item value=\"\(value)\" color=\"\(entry.color.styleText)\" "
                        + "alpha=\"\(entry.color.alpha)\" label=\"\(escapedXML(entry.label))\"/>")
            }
            lines += ["</colorrampshader>", "</rastershader>", "</rasterrenderer>"]
        }
        return lines + ["</pipe>"]
    }

    private func vectorElements() -> [String] {
        let drawn = rules.filter { !$0.symbolsWithoutText.isEmpty }
        var lines = ["<renderer-v2 type=\"RuleRenderer\" symbollevels=\"0\" enableorderby=\"0\">"]
        lines.append("<rules key=\"rules\">")
        for (index, rule) in drawn.enumerated() {
            var attributes = " key=\"rule\(index)\" symbol=\"\(index)\""
            if rule.isElse {
                attributes += " filter=\"ELSE\""
            } else if let filter = rule.filter {
                attributes += " filter=\"\(escapedXML(filter.qgisExpression))\""
            }
            let label = rule.title.isEmpty ? rule.name : rule.title
            attributes += " label=\"\(escapedXML(label))\""
            if let scale = rule.maximumScale { attributes += " scalemaxdenom=\"\(number(scale))\"" }
            if let scale = rule.minimumScale { attributes += " scalemindenom=\"\(number(scale))\"" }
            lines.append("<rule\(attributes)/>")
        }
        lines += ["</rules>", "<symbols>"]
        for (index, rule) in drawn.enumerated() {
            let symbols = rule.symbolsWithoutText
            lines.append(
                "<symbol name=\"\(index)\" type=\"\(symbols[0].qgisType)\" alpha=\"1\" "
                    + "clip_to_extent=\"1\" force_rhr=\"0\">")
            for symbol in symbols { lines += symbol.qgisLayers }
            lines.append("</symbol>")
        }
        lines += ["</symbols>", "</renderer-v2>"]
        for case .text(let text) in rules.flatMap(\.symbolizers) {
            return lines + text.qgisLabeling
        }
        return lines
    }
}

extension StyleRule {
    fileprivate var hasText: Bool {
        symbolizers.contains { if case .text = $0 { true } else { false } }
    }

    fileprivate var symbolsWithoutText: [Symbolizer] {
        symbolizers.filter { if case .text = $0 { false } else { true } }
    }
}

extension StyleFilter {
    /// As QGIS's expressions say it.
    fileprivate var qgisExpression: String {
        func quoted(_ field: String) -> String {
            "\"" + field.replacing("\"", with: "\"\"") + "\""
        }
        func literal(_ text: String) -> String {
            Double(text) != nil && !(text.hasPrefix("0") && text.count > 1 && !text.contains("."))
                ? text : "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "''") + "'"
        }
        switch self {
        case .compares(let field, let comparison, let value):
            let sign =
                switch comparison {
                case .equal: "="
                case .notEqual: "<>"
                case .less: "<"
                case .lessOrEqual: "<="
                case .greater: ">"
                case .greaterOrEqual: ">="
                }
            return "\(quoted(field)) \(sign) \(literal(value))"
        case .between(let field, let low, let high):
            return "\(quoted(field)) >= \(literal(low)) AND \(quoted(field)) <= \(literal(high))"
        case .like(let field, let pattern):
            let text = pattern.replacing("*", with: "%").replacing("?", with: "_")
            return "\(quoted(field)) LIKE '\(text.replacing("'", with: "''"))'"
        case .isNull(let field): return "\(quoted(field)) IS NULL"
        case .and(let parts):
            return parts.map { "(\($0.qgisExpression))" }.joined(separator: " AND ")
        case .or(let parts): return parts.map { "(\($0.qgisExpression))" }.joined(separator: " OR ")
        case .not(let part): return "NOT (\(part.qgisExpression))"
        }
    }
}

/// A pixel of a style in millimetres.
private let pixel = 0.28

extension RGBA {
    fileprivate var qgis: String { "\(red),\(green),\(blue),\(alpha)" }
}

private func property(_ name: String, _ value: String) -> String {
    "<prop k=\"\(name)\" v=\"\(escapedXML(value))\"/>"
}

private func millimetres(_ pixels: Double) -> String {
    number((pixels * pixel * 10_000).rounded() / 10_000)
}

extension Symbolizer {
    fileprivate var qgisType: String {
        switch self {
        case .polygon: "fill"
        case .line: "line"
        case .point, .text, .raster: "marker"
        }
    }

    fileprivate var qgisLayers: [String] {
        func layer(_ name: String, _ properties: [(String, String)]) -> [String] {
            ["<layer class=\"\(name)\" enabled=\"1\" locked=\"0\" pass=\"0\">"]
                + properties.map { property($0.0, $0.1) } + ["</layer>"]
        }
        switch self {
        case .polygon(let symbol):
            var layers = layer(
                "SimpleFill",
                [
                    ("color", (symbol.fill ?? RGBA(red: 0, green: 0, blue: 0, alpha: 0)).qgis),
                    ("style", symbol.fill == nil ? "no" : "solid"),
                    ("outline_color", symbol.stroke?.color.qgis ?? "0,0,0,0"),
                    ("outline_width", millimetres(symbol.stroke?.width ?? 0)),
                    ("outline_width_unit", "MM"),
                    ("outline_style", symbol.stroke == nil ? "no" : "solid"),
                ])
            if let hatch = symbol.hatch {
                layers += [
                    "<layer class=\"LinePatternFill\" enabled=\"1\" locked=\"0\" pass=\"0\">",
                    property("angle", number(hatch.angle)),
                    property("color", hatch.line.color.qgis),
                    property("distance", millimetres(hatch.gap)), property("distance_unit", "MM"),
                    property("line_width", millimetres(hatch.line.width)),
                    "<symbol name=\"@hatch\" type=\"line\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">",
                ]
                layers += Symbolizer.line(hatch.line).qgisLayers + ["</symbol>", "</layer>"]
            }
            return layers
        case .line(let line):
            var properties = [
                ("line_color", line.color.qgis), ("line_width", millimetres(line.width)),
                ("line_width_unit", "MM"), ("line_style", "solid"),
            ]
            if !line.dashes.isEmpty {
                properties += [
                    ("use_custom_dash", "1"), ("customdash_unit", "MM"),
                    ("customdash", line.dashes.map(millimetres).joined(separator: ";")),
                ]
            }
            return layer("SimpleLine", properties)
        case .point(let point):
            return layer(
                "SimpleMarker",
                [
                    ("name", point.mark == .x ? "cross2" : point.mark.rawValue),
                    ("color", point.fill?.qgis ?? "0,0,0,0"),
                    ("outline_color", point.stroke?.color.qgis ?? "0,0,0,0"),
                    ("outline_style", point.stroke == nil ? "no" : "solid"),
                    ("outline_width", millimetres(point.stroke?.width ?? 0)),
                    ("size", millimetres(point.size)), ("size_unit", "MM"),
                    ("angle", number(point.rotation)),
                ])
        case .text, .raster: return []
        }
    }
}

extension TextSymbol {
    fileprivate var qgisLabeling: [String] {
        let expression = label.map { part in
            switch part {
            case .literal(let words): "'" + words.replacing("'", with: "''") + "'"
            case .property(let field): "\"" + field.replacing("\"", with: "\"\"") + "\""
            }
        }.joined(separator: " || ")
        let buffer = halo.map { color in
            "<text-buffer bufferDraw=\"1\" bufferSize=\"\(millimetres(haloRadius))\" "
                + "bufferSizeUnits=\"MM\" bufferColor=\"\(color.qgis)\" bufferOpacity=\"1\"/>"
        }
        return [
            "<labeling type=\"simple\">", "<settings calloutType=\"simple\">",
            "<text-style fieldName=\"\(escapedXML(expression))\" isExpression=\"1\" "
                + "fontFamily=\"\(escapedXML(family ?? "Noto Sans CJK SC"))\" "
                + "fontSize=\"\(millimetres(size))\" fontSizeUnit=\"MM\" "
                + "fontWeight=\"\(isBold ? 75 : 50)\" fontItalic=\"\(isItalic ? 1 : 0)\" "
                + "textColor=\"\(fill.qgis)\" textOpacity=\"1\">",
            buffer ?? "", "</text-style>", "<placement placement=\"1\"/>", "</settings>",
            "</labeling>",
        ]
    }
}
