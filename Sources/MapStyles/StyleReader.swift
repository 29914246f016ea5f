// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// Reads SLD 1.0 and SE 1.1, which differ little.
struct StyleReader {
    let file: String
    private(set) var unsupported: [String] = []

    init(file: String) { self.file = file }

    func error(_ node: XMLElementNode, _ message: String) -> StyleError {
        StyleError(file: file, line: node.line, message: message)
    }

    /// Notes an element that is left out.
    mutating func note(_ node: XMLElementNode, _ what: String? = nil) {
        unsupported.append(
            "\(file):\(node.line): \(what ?? "'\(node.name)'") is not supported and was left out")
    }

    /// Notes every child that is not among the known ones.
    mutating func expect(_ names: Set<String>, in node: XMLElementNode) {
        for child in node.children where !names.contains(child.name) { note(child) }
    }

    mutating func style(_ root: XMLElementNode) throws(StyleError) -> StyleSheet {
        let types: [XMLElementNode]
        var name = ""
        var title = ""
        switch root.name {
        case "StyledLayerDescriptor":
            let layers = root.all("NamedLayer") + root.all("UserLayer")
            expect(["NamedLayer", "UserLayer", "Name", "Title", "Abstract"], in: root)
            guard let layer = layers.first else {
                throw error(root, "has no NamedLayer, so there is nothing to draw with")
            }
            for other in layers.dropFirst() { note(other, "a second layer") }
            expect(["Name", "Description", "UserStyle"], in: layer)
            let styles = layer.all("UserStyle")
            guard let style = styles.first(where: { $0["IsDefault"]?.text == "1" }) ?? styles.first
            else { throw error(layer, "has no UserStyle, so there is nothing to draw with") }
            expect(
                [
                    "Name", "Title", "Description", "Abstract", "IsDefault", "FeatureTypeStyle",
                    "CoverageStyle",
                ], in: style)
            name = layer["Name"]?.text ?? style["Name"]?.text ?? ""
            title = titleText(of: style)
            types = style.all("FeatureTypeStyle") + style.all("CoverageStyle")
        case "FeatureTypeStyle", "CoverageStyle":
            types = [root]
        default:
            throw error(
                root,
                "'\(root.name)' is no style: give an OGC SLD (StyledLayerDescriptor) or a .qml")
        }
        var rules: [StyleRule] = []
        for type in types {
            expect(
                [
                    "Name", "Title", "Description", "Abstract", "FeatureTypeName", "CoverageName",
                    "SemanticTypeIdentifier", "Rule",
                ], in: type)
            for node in type.all("Rule") { rules.append(try rule(node)) }
        }
        guard !rules.isEmpty else { throw error(root, "has no Rule, so nothing would be drawn") }
        return StyleSheet(name: name, title: title, rules: rules)
    }

    private func titleText(of node: XMLElementNode) -> String {
        node["Title"]?.text ?? node["Description"]?["Title"]?.text ?? ""
    }

    private mutating func rule(_ node: XMLElementNode) throws(StyleError) -> StyleRule {
        var rule = StyleRule(title: titleText(of: node), [])
        for child in node.children {
            expectOwnGeometry(of: child)
            switch child.name {
            case "Name": rule.name = child.text
            case "Title", "Description", "Abstract", "LegendGraphic": continue
            case "Filter": rule.filter = try filter(inside: child)
            case "ElseFilter": rule.isElse = true
            case "MinScaleDenominator": rule.minimumScale = try number(child)
            case "MaxScaleDenominator": rule.maximumScale = try number(child)
            case "PolygonSymbolizer": rule.symbolizers.append(.polygon(try polygon(child)))
            case "LineSymbolizer":
                expect(
                    ["Name", "Description", "Geometry", "Stroke", "PerpendicularOffset"], in: child)
                if let offset = child["PerpendicularOffset"], try number(offset) != 0 {
                    note(offset)
                }
                rule.symbolizers.append(.line(try stroke(child["Stroke"]) ?? .defaultLine))
            case "PointSymbolizer":
                rule.symbolizers.append(.point(try point(child)))
            case "TextSymbolizer":
                if let text = try text(child) { rule.symbolizers.append(.text(text)) }
            case "RasterSymbolizer": rule.symbolizers.append(.raster(try raster(child)))
            default: note(child)
            }
        }
        return rule
    }

    /// Notes a symbolizer that draws something computed, such as a centroid, for the feature's own
    /// geometry is drawn.
    private mutating func expectOwnGeometry(of symbolizer: XMLElementNode) {
        for child in symbolizer["Geometry"]?.children ?? [] where child.name != "PropertyName" {
            note(child, "a geometry by '\(child.attributes["name"] ?? child.name)'")
        }
    }

    func number(_ node: XMLElementNode) throws(StyleError) -> Double {
        // A value may stand within a literal: <Opacity><ogc:Literal>0.5</ogc:Literal></Opacity>.
        let text = node["Literal"]?.text ?? node.text
        guard let number = Double(text), number.isFinite else {
            let what = node.children.first.map { "'\($0.name)' in '\(node.name)'" }
            throw error(
                node,
                what.map { "\($0) is computed, which is not supported; write a number" }
                    ?? "\(wording(of: node)) is '\(text)'; write a number")
        }
        return number
    }

    /// A number within a range, both ends included.
    private func number(
        _ node: XMLElementNode, within range: ClosedRange<Double>, _ words: String
    ) throws(StyleError) -> Double {
        let number = try self.number(node)
        guard range.contains(number) else {
            throw error(node, "\(wording(of: node)) is \(number); write a number \(words)")
        }
        return number
    }

    /// An opacity.
    func share(_ node: XMLElementNode) throws(StyleError) -> Double {
        try number(node, within: 0...1, "from 0 to 1")
    }

    /// A width, a size or a distance, in pixels.
    func length(_ node: XMLElementNode, least: Double = 0) throws(StyleError) -> Double {
        try number(
            node, within: least...1000, "of pixels from \(MapStyles.number(least)) to 1000")
    }

    /// An attribute that is a number from 0 to so much, which it is too where left out.
    func share(_ name: String, of node: XMLElementNode, most: Double = 1) throws(StyleError)
        -> Double
    {
        guard let text = node.attributes[name] else { return 1 }
        guard let number = Double(text), (0...most).contains(number) else {
            throw error(
                node,
                "\(name) of '\(node.name)' is '\(text)'; write a number from 0 to "
                    + MapStyles.number(most))
        }
        return number / most
    }

    /// A number of a raster, within all that a map shows.
    func level(_ node: XMLElementNode) throws(StyleError) -> Double {
        try number(node, within: -largestShown...largestShown, "of ±\(largestShown) at most")
    }

    /// A rotation, in degrees.
    private func turn(_ node: XMLElementNode) throws(StyleError) -> Double {
        try number(node, within: -3600...3600, "of degrees from -3600 to 3600")
    }

    /// A number of a raster, to colour; infinite where it lies beyond all that a map shows.
    func quantity(_ name: String, of node: XMLElementNode) throws(StyleError) -> Double {
        guard let text = node.attributes[name], let number = Double(text), !number.isNaN else {
            throw error(node, "'\(node.name)' needs a \(name) that is a number")
        }
        return number.magnitude <= largestShown
            ? number : number < 0 ? -.infinity : .infinity
    }

    /// From numbers to colours; a ramp has two ends.
    func colorMap(
        _ kind: ColorMap.Kind, _ entries: [ColorMap.Entry], of node: XMLElementNode
    ) throws(StyleError) -> ColorMap {
        guard kind != .ramp || entries.allSatisfy(\.quantity.isFinite) else {
            throw error(node, "a ramp of colours runs to infinity; give it two ends")
        }
        return ColorMap(kind, entries)
    }

    /// What an error calls an element: a parameter by its own name.
    private func wording(of node: XMLElementNode) -> String {
        "'\(node.attributes["name"] ?? node.name)'"
    }

    /// The parameters of a fill, a stroke or a font, by name: CssParameter in 1.0, SvgParameter in 1.1.
    mutating func parameters(_ node: XMLElementNode, known: Set<String>) -> [String: XMLElementNode]
    {
        var nodes: [String: XMLElementNode] = [:]
        for child in node.children
        where child.name == "CssParameter" || child.name == "SvgParameter" {
            let name = child.attributes["name"] ?? ""
            if known.contains(name) {
                nodes[name] = child
            } else {
                note(child, "parameter '\(name)' of '\(node.name)'")
            }
        }
        return nodes
    }

    func color(
        _ node: XMLElementNode?, opacity: XMLElementNode?, otherwise: UInt32
    ) throws(StyleError) -> RGBA {
        let share: Double = if let opacity { try self.share(opacity) } else { 1 }
        guard let node else { return RGBA(hex: otherwise).opacity(share) }
        let text = node["Literal"]?.text ?? node.text
        guard let color = RGBA(styleText: text, opacity: share) else {
            throw error(node, "'\(text)' is no colour; write it as #1b7837")
        }
        return color
    }

    mutating func stroke(_ node: XMLElementNode?) throws(StyleError) -> LineSymbol? {
        guard let node else { return nil }
        expect(["CssParameter", "SvgParameter"], in: node)
        let strokeParameters = parameters(
            node,
            known: [
                "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linejoin",
                "stroke-linecap",
            ])
        for (key, drawn) in [("stroke-linejoin", "round"), ("stroke-linecap", "butt")] {
            if let shape = strokeParameters[key], shape.text != drawn {
                note(shape, "\(key) '\(shape.text)'")
            }
        }
        var line = LineSymbol(
            try color(
                strokeParameters["stroke"], opacity: strokeParameters["stroke-opacity"],
                otherwise: 0))
        if let width = strokeParameters["stroke-width"] { line.width = try length(width) }
        if let dashes = strokeParameters["stroke-dasharray"] {
            line.dashes = try self.dashes(dashes)
        }
        return line
    }

    /// Lengths drawn and left out in turn: none negative, and together long enough to be seen.
    private func dashes(_ node: XMLElementNode) throws(StyleError) -> [Double] {
        let lengths = node.text.split { $0.isWhitespace || $0 == "," }.map { Double($0) ?? .nan }
        guard lengths.allSatisfy({ (0...1000).contains($0) }), lengths.count <= 100,
            lengths.isEmpty || lengths.reduce(0, +) >= 1
        else {
            throw error(
                node,
                "'stroke-dasharray' is '\(node.text.prefix(60))'; write up to 100 lengths of 0 to "
                    + "1000 pixels, such as 4 2, that make 1 pixel or more together"
            )
        }
        return lengths
    }

    private mutating func polygon(_ node: XMLElementNode) throws(StyleError) -> PolygonSymbol {
        expect(["Name", "Description", "Geometry", "Fill", "Stroke"], in: node)
        var symbol = PolygonSymbol(fill: nil, stroke: try stroke(node["Stroke"]))
        guard let fill = node["Fill"] else { return symbol }
        expect(["CssParameter", "SvgParameter", "GraphicFill"], in: fill)
        let fillParameters = parameters(fill, known: ["fill", "fill-opacity"])
        if let graphic = fill["GraphicFill"]?["Graphic"] {
            symbol.hatch = try hatch(graphic)
            if fillParameters["fill"] == nil { return symbol }
        }
        symbol.fill = try color(
            fillParameters["fill"], opacity: fillParameters["fill-opacity"], otherwise: 0x808080)
        return symbol
    }

    private static let hatches: [String: Double] = [
        "horline": 0, "slash": 45, "vertline": 90, "backslash": 135,
    ]

    private mutating func hatch(_ graphic: XMLElementNode) throws(StyleError) -> HatchSymbol? {
        let mark = graphic["Mark"]
        let name = mark?["WellKnownName"]?.text ?? graphic.children.first?.name ?? "nothing"
        let plain = name.hasPrefix("shape://") ? String(name.dropFirst(8)) : name
        guard let angle = Self.hatches[plain] else {
            note(graphic, "a fill with '\(name)' (known: horline, vertline, slash, backslash)")
            return nil
        }
        var hatch = HatchSymbol(
            line: try stroke(mark?["Stroke"]) ?? .defaultLine, gap: 8, angle: angle)
        if let size = graphic["Size"] { hatch.gap = try length(size, least: 1) }
        // Rotation is clockwise; lines that rise to the right are turned the other way.
        if let rotation = graphic["Rotation"] { hatch.angle = angle - (try turn(rotation)) }
        return hatch
    }

    private mutating func point(_ node: XMLElementNode) throws(StyleError) -> PointSymbol {
        expect(["Name", "Description", "Geometry", "Graphic"], in: node)
        let graphic = node["Graphic"]
        if let graphic {
            expect(["Mark", "Size", "Rotation", "Opacity"], in: graphic)
        }
        let mark = graphic?["Mark"]
        let name = mark?["WellKnownName"]?.text ?? "square"
        let known = PointSymbol.Mark(rawValue: name)
        if known == nil, let mark { note(mark, "the mark '\(name)'") }
        var symbol = PointSymbol(known ?? .square, fill: nil)
        if let fill = mark?["Fill"] {
            let fillParameters = parameters(fill, known: ["fill", "fill-opacity"])
            symbol.fill = try color(
                fillParameters["fill"], opacity: fillParameters["fill-opacity"], otherwise: 0x808080
            )
        }
        symbol.stroke = try stroke(mark?["Stroke"])
        if symbol.fill == nil && symbol.stroke == nil { symbol.fill = RGBA(hex: 0x808080) }
        if let opacity = graphic?["Opacity"] {
            let share = try self.share(opacity)
            symbol.fill = symbol.fill?.fainter(by: share)
            if let color = symbol.stroke?.color { symbol.stroke?.color = color.fainter(by: share) }
        }
        if let size = graphic?["Size"] { symbol.size = try length(size) }
        if let rotation = graphic?["Rotation"] { symbol.rotation = try turn(rotation) }
        return symbol
    }

    private mutating func text(_ node: XMLElementNode) throws(StyleError) -> TextSymbol? {
        expect(
            ["Name", "Description", "Geometry", "Label", "Font", "Fill", "Halo", "LabelPlacement"],
            in: node)
        for child in node["LabelPlacement"]?.children ?? [] {
            note(child, "'\(child.name)' of a label, which stands where it covers nothing,")
        }
        guard let label = node["Label"] else {
            note(node, "a text without a Label")
            return nil
        }
        var parts: [TextSymbol.Part] = []
        if !label.text.isEmpty { parts.append(.literal(label.text)) }
        for child in label.children {
            switch child.name {
            case "PropertyName": parts.append(.property(child.text))
            case "Literal": parts.append(.literal(child.text))
            default: note(child)
            }
        }
        var symbol = TextSymbol(parts)
        if let font = node["Font"] {
            let fontParameters = parameters(
                font, known: ["font-family", "font-size", "font-weight", "font-style"])
            symbol.family = fontParameters["font-family"]?.text
            if let size = fontParameters["font-size"] { symbol.size = try length(size) }
            try setFace(of: &symbol, fontParameters)
        }
        if let fill = node["Fill"] {
            let fillParameters = parameters(fill, known: ["fill", "fill-opacity"])
            symbol.fill = try color(
                fillParameters["fill"], opacity: fillParameters["fill-opacity"], otherwise: 0)
        }
        if let halo = node["Halo"] {
            if let radius = halo["Radius"] { symbol.haloRadius = try length(radius) }
            let haloParameters =
                halo["Fill"].map { parameters($0, known: ["fill", "fill-opacity"]) } ?? [:]
            symbol.halo = try color(
                haloParameters["fill"], opacity: haloParameters["fill-opacity"], otherwise: 0xFFFFFF
            )
        }
        return symbol
    }

    /// Weight and slope of a font; the names of CSS 2 and its numbers.
    private mutating func setFace(
        of symbol: inout TextSymbol, _ parameters: [String: XMLElementNode]
    ) throws(StyleError) {
        if let weight = parameters["font-weight"] {
            switch weight.text {
            case "normal", "400": break
            case "bold", "700": symbol.isBold = true
            default: note(weight, "the font weight '\(weight.text)'")
            }
        }
        if let slope = parameters["font-style"] {
            switch slope.text {
            case "normal": break
            case "italic", "oblique": symbol.isItalic = true
            default: note(slope, "the font style '\(slope.text)'")
            }
        }
    }
}

extension LineSymbol {
    /// What a line is where a style does not say.
    static let defaultLine = LineSymbol(RGBA(hex: 0), width: 1)
}
