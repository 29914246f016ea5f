// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import GDAL
public import LandCover

extension StyleSheet {
    /// A class scheme's rasters in the product's own colours.
    public static func raster(of scheme: ClassScheme) -> StyleSheet {
        var entries: [ColorMap.Entry] = []
        for landClass in scheme.classes {
            let color = RGBA(landClass.colour)
            let label =
                landClass.nameZH == landClass.nameEN
                ? landClass.nameEN : "\(landClass.nameZH) \(landClass.nameEN)"
            var numbers = landClass.numbers.flatMap { $0.count <= 64 ? Array($0) : [$0.lowerBound] }
            // A text code stands in rasters as the number that it spells.
            if case .text(let text) = landClass.code, let number = Int(text) {
                numbers.append(number)
            }
            for number in numbers {
                entries.append(ColorMap.Entry(Double(number), color, label: label))
            }
        }
        return StyleSheet(
            name: scheme.id, title: scheme.titleEN,
            rules: [StyleRule([.raster(RasterSymbol(ColorMap(.values, entries)))])])
    }

    /// Polygons of a class scheme, told apart by a field with the class's code.
    public static func polygons(of scheme: ClassScheme, field: String = "class") -> StyleSheet {
        polygons(
            named: scheme.id,
            kinds: scheme.classes.map { landClass in
                let label =
                    landClass.nameZH == landClass.nameEN
                    ? landClass.nameEN : "\(landClass.nameZH) \(landClass.nameEN)"
                return ("\(landClass.code)", label, RGBA(landClass.colour))
            }, field: field)
    }

    /// Polygons told apart by a field.
    public static func polygons(
        named name: String, kinds: [(key: String, title: String, color: RGBA)], field: String
    ) -> StyleSheet {
        StyleSheet(
            name: name,
            rules: kinds.map { kind in
                StyleRule(
                    title: kind.title.isEmpty ? kind.key : kind.title,
                    filter: .compares(field, .equal, kind.key),
                    [
                        .polygon(
                            PolygonSymbol(
                                fill: kind.color,
                                stroke: LineSymbol(
                                    kind.color.mixed(with: RGBA(hex: 0), share: 0.35), width: 0.5)))
                    ])
            })
    }

    /// A ramp over a range of numbers, for rasters.
    public static func raster(
        named name: String, title: String, ramp: ColorRamp, range: ClosedRange<Double>
    ) -> StyleSheet {
        // Steppe's ramps run through Oklab, OGC's through RGB: 17 stops keep them together.
        let entries = (0...16).map { step in
            let share = Double(step) / 16
            let value = range.lowerBound + (range.upperBound - range.lowerBound) * share
            return ColorMap.Entry(value, ramp.color(at: share), label: number(value))
        }
        return StyleSheet(
            name: name, title: title,
            rules: [StyleRule([.raster(RasterSymbol(ColorMap(.ramp, entries)))])])
    }

    /// Zones filled by a number each, in classes; those whose verdict is inconclusive or indicative
    /// are hatched.
    ///
    /// `limits` are those of the classes, one more than there are classes; `field` holds the numbers
    /// and `verdict` the verdicts.
    public static func choropleth(
        named name: String, title: String, field: String, limits: [Double], ramp: ColorRamp,
        verdict: String? = nil, label: String? = "name"
    ) -> StyleSheet {
        let border = LineSymbol(RGBA(hex: 0x3A3A3A), width: 1)
        let colors = ramp.colors(count: limits.count - 1)
        var rules = colors.enumerated().map { index, color in
            let (low, high) = (number(limits[index]), number(limits[index + 1]))
            let isLast = index == colors.count - 1
            return StyleRule(
                title: "\(low) – \(high)",
                filter: .and([
                    .compares(field, index == 0 ? .greaterOrEqual : .greaterOrEqual, low),
                    .compares(field, isLast ? .lessOrEqual : .less, high),
                ]), [.polygon(PolygonSymbol(fill: color, stroke: border))])
        }
        rules.append(
            StyleRule(
                title: "无数据 No data", filter: .isNull(field),
                [
                    .polygon(
                        PolygonSymbol(
                            fill: RGBA(hex: 0xF4F4F4),
                            hatch: HatchSymbol(
                                line: LineSymbol(RGBA(hex: 0xB4B4B4), width: 0.7), gap: 5),
                            stroke: border))
                ]))
        if let verdict { rules += hatches(verdict) }
        if let label { rules.append(StyleRule([.text(zoneLabel(label))])) }
        return StyleSheet(name: name, title: title, rules: rules)
    }

    /// Hatching of what could not be judged.
    private static func hatches(_ field: String) -> [StyleRule] {
        [
            ("inconclusive", "不能判定 Inconclusive", 8.0, 0.55),
            ("indicative", "仅供参考 Indicative only", 13.0, 0.35),
        ].map { word, title, gap, opacity in
            StyleRule(
                title: title, filter: .compares(field, .equal, word),
                [
                    .polygon(
                        PolygonSymbol(
                            fill: nil,
                            hatch: HatchSymbol(
                                line: LineSymbol(RGBA(hex: 0x1B1B1B).opacity(opacity), width: 0.8),
                                gap: gap)))
                ])
        }
    }

    private static func zoneLabel(_ field: String) -> TextSymbol {
        var text = TextSymbol([.property(field)], size: 12, fill: RGBA(hex: 0x1B1B1B))
        text.halo = RGBA(hex: 0xFFFFFF)
        text.haloRadius = 1.2
        return text
    }

    /// Borders and names of zones, without a fill.
    public static func zones(label: String = "name") -> StyleSheet {
        StyleSheet(
            name: "zones", title: "Zones",
            rules: [
                StyleRule(
                    title: "旗（区）界 Banner border",
                    [
                        .line(LineSymbol(RGBA(hex: 0xFFFFFF).opacity(0.75), width: 2.8)),
                        .line(LineSymbol(RGBA(hex: 0x3A3A3A), width: 1)),
                        .text(zoneLabel(label)),
                    ])
            ])
    }

    /// Verdicts alone: hatching of zones that are inconclusive or indicative.
    public static func verdicts(field: String = "verdict") -> StyleSheet {
        StyleSheet(name: "verdicts", title: "Verdicts", rules: hatches(field))
    }
}

extension RGBA {
    /// A scheme's colour, opaque.
    init(_ colour: Colour) {
        self.init(red: colour.red, green: colour.green, blue: colour.blue)
    }
}
