// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

extension StyleReader {
    // MARK: Filters

    /// The one condition within an element.
    mutating func filter(inside node: XMLElementNode) throws(StyleError) -> StyleFilter {
        guard node.children.count == 1 else {
            throw error(node, "'\(node.name)' holds \(node.children.count) conditions; give one")
        }
        return try condition(node.children[0])
    }

    private mutating func condition(_ node: XMLElementNode) throws(StyleError) -> StyleFilter {
        switch node.name {
        case "And", "Or":
            var parts: [StyleFilter] = []
            for child in node.children { parts.append(try condition(child)) }
            return node.name == "And" ? .and(parts) : .or(parts)
        case "Not": return .not(try filter(inside: node))
        case "PropertyIsBetween":
            let low = try literal(node["LowerBoundary"], of: node, "LowerBoundary")
            let high = try literal(node["UpperBoundary"], of: node, "UpperBoundary")
            return .between(try property(of: node), low, high)
        case "PropertyIsLike":
            let any = node.attributes["wildCard"] ?? "*"
            let single = node.attributes["singleChar"] ?? "?"
            let pattern = try literal(node, of: node, "Literal").map { character in
                String(character) == any ? "*" : String(character) == single ? "?" : character
            }
            return .like(try property(of: node), String(pattern))
        case "PropertyIsNull": return .isNull(try property(of: node))
        default:
            guard let comparison = StyleFilter.Comparison(rawValue: node.name) else {
                throw error(
                    node,
                    "the condition '\(node.name)' is not supported; without it the wrong "
                        + "features would be drawn")
            }
            return .compares(
                try property(of: node), comparison, try literal(node, of: node, "Literal"))
        }
    }

    private func property(of node: XMLElementNode) throws(StyleError) -> String {
        guard let name = (node["PropertyName"] ?? node["ValueReference"])?.text, !name.isEmpty
        else {
            let other = node.children.first.map { "'\($0.name)'" } ?? "nothing"
            throw error(node, "'\(node.name)' compares \(other); only a PropertyName is supported")
        }
        return name
    }

    private func literal(
        _ holder: XMLElementNode?, of node: XMLElementNode, _ name: String
    ) throws(StyleError) -> String {
        guard let holder, let literal = holder["Literal"] else {
            throw error(node, "'\(node.name)' has no literal \(name); nothing else is supported")
        }
        return literal.text
    }

    // MARK: Rasters

    mutating func raster(_ node: XMLElementNode) throws(StyleError) -> RasterSymbol {
        expect(["Name", "Description", "Geometry", "Opacity", "ColorMap"], in: node)
        var symbol = RasterSymbol(nil)
        if let opacity = node["Opacity"] { symbol.opacity = try share(opacity) }
        if let map = node["ColorMap"] { symbol.colorMap = try colorMap(map) }
        return symbol
    }

    private mutating func colorMap(_ node: XMLElementNode) throws(StyleError) -> ColorMap {
        if let categorize = node["Categorize"] { return try self.categorize(categorize) }
        if let interpolate = node["Interpolate"] { return try self.interpolate(interpolate) }
        expect(["ColorMapEntry"], in: node)
        let word = node.attributes["type"] ?? "ramp"
        guard let kind = ColorMap.Kind(rawValue: word) else {
            throw error(
                node,
                "a colour map of type '\(word)' is not supported; ramp, intervals "
                    + "and values are")
        }
        var entries: [ColorMap.Entry] = []
        for entry in node.all("ColorMapEntry") {
            entries.append(try self.entry(entry))
        }
        guard !entries.isEmpty else { throw error(node, "the colour map has no ColorMapEntry") }
        return try colorMap(kind, entries, of: node)
    }

    private func entry(_ node: XMLElementNode) throws(StyleError) -> ColorMap.Entry {
        let share = try share("opacity", of: node)
        let quantity = try quantity("quantity", of: node)
        guard let text = node.attributes["color"], let color = RGBA(styleText: text, opacity: share)
        else { throw error(node, "ColorMapEntry needs a color such as #1b7837") }
        return ColorMap.Entry(quantity, color, label: node.attributes["label"] ?? "")
    }

    /// Values and thresholds in turn. A value holds from its threshold on, so that the interval ends
    /// below the next one; between whole numbers, half-way.
    private mutating func categorize(_ node: XMLElementNode) throws(StyleError) -> ColorMap {
        expect(["LookupValue", "Value", "Threshold"], in: node)
        let belongs = node.attributes["thresholdBelongsTo"] ?? node.attributes["thresholdsBelongTo"]
        var entries: [ColorMap.Entry] = []
        var open: RGBA?
        for child in node.children {
            if child.name == "Value" {
                open = try styleColor(child)
            } else if child.name == "Threshold", let color = open {
                let limit = try level(child)
                entries.append(
                    ColorMap.Entry(belongs == "preceding" ? limit : limit.nextDown, color))
            }
        }
        if let open { entries.append(ColorMap.Entry(.infinity, open)) }
        guard entries.count > 1 else { throw error(node, "Categorize has no Threshold") }
        return ColorMap(.intervals, entries)
    }

    private mutating func interpolate(_ node: XMLElementNode) throws(StyleError) -> ColorMap {
        expect(["LookupValue", "InterpolationPoint"], in: node)
        if let mode = node.attributes["mode"] ?? node.attributes["interpolationMode"],
            mode != "linear"
        {
            note(node, "interpolation '\(mode)'")
        }
        var entries: [ColorMap.Entry] = []
        for point in node.all("InterpolationPoint") {
            guard let data = point["Data"], let value = point["Value"] else {
                throw error(point, "InterpolationPoint needs Data and Value")
            }
            entries.append(ColorMap.Entry(try level(data), try styleColor(value)))
        }
        guard !entries.isEmpty else { throw error(node, "Interpolate has no InterpolationPoint") }
        return ColorMap(.ramp, entries)
    }

    /// `#rrggbb`, or `#aarrggbb` as some programs write it.
    private func styleColor(_ node: XMLElementNode) throws(StyleError) -> RGBA {
        let text = node.text
        if text.count == 9, text.hasPrefix("#"),
            let alpha = UInt8(text.dropFirst().prefix(2), radix: 16),
            let color = RGBA(styleText: "#" + text.suffix(6), opacity: Double(alpha) / 255)
        {
            return color
        }
        return try color(node, opacity: nil, otherwise: 0)
    }
}
