// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GDAL
internal import MapStyles
internal import PlaneGeometry
internal import Words

/// A style's pixel of 0.28 mm, in points.
private let stylePixel = 0.28 * 72 / 25.4

extension LineSymbol {
    fileprivate var drawn: Stroke {
        Stroke(color, width: width * stylePixel, dashes: dashes.map { $0 * stylePixel })
    }
}

extension SheetDrawing {
    /// The map's scale as a ratio of lengths, at its centre: 1 to so much.
    func scaleDenominator(of frame: MapFrame) -> Double? {
        let centre = frame.rect.centre
        let ground = frame.groundDistance(
            from: Point(x: centre.x - 50, y: centre.y), to: Point(x: centre.x + 50, y: centre.y))
        return ground.map { $0 / (100 * sheet.page.magnification * 0.0254 / 72) }
    }

    /// Features by the rules of a style.
    func prepare(
        _ layer: StyledFeatures, on frame: MapFrame, _ legend: inout LegendBuilder,
        _ wanted: inout [(zone: PageZone, labels: [ZoneLabel])]
    ) throws -> () throws -> Void {
        let transform = try CoordinateTransform(from: layer.crs, to: frame.crs)
        let scale = scaleDenominator(of: frame) ?? 1
        let shapes = try layer.features.map { feature in
            FeatureShape(
                rings: try pageRings(of: feature.polygons, through: transform, on: frame),
                lines: feature.lines.flatMap { pageLines(of: $0, through: transform, on: frame) },
                points: transform.transformed(feature.points).compactMap { $0.map(frame.page) })
        }
        var calls: [() -> Void] = []
        var isTaken = [Bool](repeating: false, count: shapes.count)
        var shown: [StyleRule] = []
        let canvas = canvas
        let rules = layer.style.rules.filter { $0.applies(atScale: scale) }
        for rule in rules.filter({ !$0.isElse }) + rules.filter(\.isElse) {
            let members = shapes.indices.filter { index in
                let values = layer.features[index].values
                return rule.isElse ? !isTaken[index] : rule.filter?.passes { values[$0] } ?? true
            }
            guard !members.isEmpty else { continue }
            for index in members where !rule.isElse { isTaken[index] = true }
            shown.append(rule)
            for symbolizer in rule.symbolizers {
                for index in members {
                    let shape = shapes[index]
                    if case .text(let text) = symbolizer {
                        let words = text.words(of: layer.features[index].values)
                        guard !words.isEmpty else { continue }
                        let label = ZoneLabel(
                            lines: [try typesetter.set(words, text.drawn)], mark: nil)
                        let zone = MapZone(
                            id: "\(layer.heading.en)#\(wanted.count)", name: LocalizedText(words),
                            polygons: [])
                        wanted.append((PageZone(zone: zone, rings: shape.labelRings), [label]))
                    } else {
                        calls.append { shape.draw(symbolizer, on: canvas) }
                    }
                }
            }
        }
        let titled = shown.filter { !$0.title.isEmpty }
        if !titled.isEmpty { try legend.add(heading: layer.heading) }
        for rule in titled {
            try legend.add(LocalizedText(rule.title)) { (canvas, rect) in
                let shape = FeatureShape(
                    rings: [rect.ring],
                    lines: [
                        [Point(x: rect.x, y: rect.centre.y), Point(x: rect.maxX, y: rect.centre.y)]
                    ],
                    points: [rect.centre])
                for symbolizer in rule.symbolizers { shape.drawSample(symbolizer, on: canvas) }
            }
        }
        return { for call in calls { call() } }
    }

    /// A raster in a style's colours.
    func prepare(
        _ layer: StyledRaster, on frame: MapFrame, _ grid: DisplayGrid,
        _ legend: inout LegendBuilder
    ) throws -> () throws -> Void {
        let painted = try paint(layer, on: grid, threads: sheet.threads)
        try legend.add(heading: layer.heading)
        let map = layer.colorMap
        if map.kind == .ramp, let low = map.entries.first?.quantity,
            let high = map.entries.last?.quantity, low < high
        {
            let samples = (0...255).map { step in
                map.color(of: low + (high - low) * Double(step) / 255) ?? RGBA(hex: 0xFFFFFF)
            }
            let numbers = PaintedNumbers(
                picture: painted.picture, range: low...high, hasLower: painted.hasLower,
                hasHigher: painted.hasHigher, hasGaps: painted.hasGaps)
            try legend.add(
                rampScale(
                    numbers, ramp: ColorRamp("style", samples), typesetter: typesetter))
        } else {
            for (index, entry) in map.entries.enumerated() where painted.used.contains(index) {
                let limit = entry.quantity.isFinite ? number(entry.quantity) : "∞"
                let words =
                    entry.label.isEmpty ? (map.kind == .values ? limit : "≤ \(limit)") : entry.label
                try legend.add(LocalizedText(words)) { (canvas, rect) in
                    canvas.fill(rect, entry.color)
                    canvas.draw(rect, Stroke(RGBA(hex: 0x6B6B6B), width: 0.4))
                }
            }
        }
        let canvas = canvas
        let veil = try veil(for: layer.fadesOutsideZones, on: frame)
        return {
            try canvas.draw(
                pixels: painted.picture.pixels, width: painted.picture.width,
                height: painted.picture.height, in: frame.rect)
            veil()
        }
    }
}

/// A feature on the page.
private struct FeatureShape {
    let rings: [[Point]]
    let lines: [[Point]]
    let points: [Point]

    /// Where a label may stand: its ground, or a little around a point or a line's middle.
    var labelRings: [[Point]] {
        if !rings.isEmpty { return rings }
        return (points + lines.compactMap { $0.isEmpty ? nil : $0[$0.count / 2] }).map {
            PageRect(centre: $0, width: 6, height: 6).ring
        }
    }

    func draw(_ symbolizer: Symbolizer, on canvas: Canvas) {
        switch symbolizer {
        case .polygon(let symbol):
            if let fill = symbol.fill { canvas.fill(rings, fill) }
            if let hatch = symbol.hatch {
                canvas.hatch(
                    rings, gap: hatch.gap * stylePixel, angle: hatch.angle, hatch.line.drawn)
            }
            if let stroke = symbol.stroke { canvas.draw(rings, closed: true, stroke.drawn) }
        case .line(let line):
            canvas.draw(rings, closed: true, line.drawn)
            canvas.draw(lines, line.drawn)
        case .point(let symbol):
            let middles = points.isEmpty ? rings.compactMap { Extent(around: $0)?.middle } : points
            for place in middles { canvas.draw(symbol, at: place) }
        case .text, .raster: break
        }
    }

    /// Draws as a legend shows it: of lines and points, only what the symbol is for.
    func drawSample(_ symbolizer: Symbolizer, on canvas: Canvas) {
        switch symbolizer {
        case .polygon:
            FeatureShape(rings: rings, lines: [], points: []).draw(symbolizer, on: canvas)
        case .line: FeatureShape(rings: [], lines: lines, points: []).draw(symbolizer, on: canvas)
        default: FeatureShape(rings: [], lines: [], points: points).draw(symbolizer, on: canvas)
        }
    }
}

extension Extent {
    fileprivate var middle: Point { Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }
}

extension TextSymbol {
    /// What a feature's label says.
    func words(of values: [String: String]) -> String {
        label.map { part in
            switch part {
            case .literal(let words): words
            case .property(let field): values[field] ?? ""
            }
        }.joined().singleLine
    }

    fileprivate var drawn: TextStyle {
        var style = TextStyle(
            size: size * stylePixel, isBold: isBold, color: fill, halo: halo, maximumWidth: 200)
        style.family = family
        style.isItalic = isItalic
        style.haloRadius = haloRadius * stylePixel
        return style
    }
}

extension Canvas {
    /// Draws a well-known mark.
    fileprivate func draw(_ symbol: PointSymbol, at place: Point) {
        let radius = symbol.size * stylePixel / 2
        let turn = symbol.rotation * .pi / 180
        func around(_ corners: [(Double, Double)]) -> [Point] {
            corners.map { x, y in
                Point(
                    x: place.x + radius * (x * cos(turn) - y * sin(turn)),
                    y: place.y + radius * (x * sin(turn) + y * cos(turn)))
            }
        }
        func polygon(_ count: Int, inner: Double? = nil) -> [(Double, Double)] {
            let steps = inner == nil ? count : count * 2
            return (0..<steps).map { step in
                let angle = Double(step) / Double(steps) * 2 * .pi - .pi / 2
                let reach = inner.map { step.isMultiple(of: 2) ? 1 : $0 } ?? 1
                return (cos(angle) * reach, sin(angle) * reach)
            }
        }
        let ring: [Point] =
            switch symbol.mark {
            case .square: around([(-1, -1), (1, -1), (1, 1), (-1, 1)])
            case .circle: around(polygon(36))
            case .triangle: around(polygon(3))
            case .star: around(polygon(5, inner: 0.382))
            case .cross, .x: []
            }
        if ring.isEmpty {
            let arms =
                symbol.mark == .x
                ? [[(-0.7, -0.7), (0.7, 0.7)], [(-0.7, 0.7), (0.7, -0.7)]]
                : [[(-1.0, 0.0), (1.0, 0.0)], [(0.0, -1.0), (0.0, 1.0)]]
            let line = symbol.stroke ?? symbol.fill.map { LineSymbol($0, width: 1.2) }
            if let line { draw(arms.map(around), line.drawn) }
            return
        }
        if let fill = symbol.fill { self.fill([ring], fill) }
        if let stroke = symbol.stroke { draw([ring], closed: true, stroke.drawn) }
    }

    /// Fills rings with parallel lines that rise to the right by so many degrees.
    fileprivate func hatch(_ rings: [[Point]], gap: Double, angle: Double, _ stroke: Stroke) {
        // Wider lines would cover nothing more, and cost their overlaps.
        var stroke = stroke
        stroke.width = min(stroke.width, gap)
        let turn = -angle * .pi / 180
        let (along, across) = (
            Point(x: cos(turn), y: sin(turn)), Point(x: -sin(turn), y: cos(turn))
        )
        clipped(toRings: rings) { bounds in
            let corners = bounds.ring
            func reach(_ axis: Point) -> (low: Double, high: Double) {
                let places = corners.map { $0.x * axis.x + $0.y * axis.y }
                return (places.reduce(.infinity, min), places.reduce(-.infinity, max))
            }
            let (u, v) = (reach(along), reach(across))
            // Lines lie at multiples of the gap on the page, so that neighbours' hatches meet.
            let first = Int((v.low / gap).rounded(.down))
            let last = Int((v.high / gap).rounded(.up))
            let lines = (first...max(first, last)).map { index in
                [u.low, u.high].map { place in
                    Point(
                        x: place * along.x + Double(index) * gap * across.x,
                        y: place * along.y + Double(index) * gap * across.y)
                }
            }
            draw(lines, stroke)
        }
    }
}

/// A raster painted by a style.
private struct StyledPicture {
    var picture: Picture
    /// Entries of the colour map that are on the picture.
    var used: Set<Int> = []
    var hasLower = false, hasHigher = false, hasGaps = false
}

/// Paints by a style: single values and intervals of whole numbers by the most frequent pixel,
/// numbers by their mean, where pixels are smaller than those of the page.
private func paint(
    _ layer: StyledRaster, on grid: DisplayGrid, threads: Int
) throws -> StyledPicture {
    let dataset = try Dataset(opening: layer.raster)
    let info = dataset.info
    guard info.bands.indices.contains(layer.band - 1) else {
        throw MapError.nothingToShow("\(layer.raster) has no band \(layer.band)")
    }
    let band = info.bands[layer.band - 1]
    let map = layer.colorMap
    let isPlain = !band.dataType.isFloatingPoint && band.scale == 1 && band.offset == 0
    let isClasses = map.kind == .values || map.kind == .intervals && isPlain
    var values = try dataset.warped(
        band: layer.band, onto: grid,
        resampling: isReduced(info, on: grid) ? (isClasses ? .mode : .average) : .nearest,
        missing: Double.nan, threads: threads)
    if !isClasses {
        for index in values.indices { values[index] = values[index] * band.scale + band.offset }
    }
    var result = StyledPicture(picture: Picture(width: 0, height: 0, pixels: []))
    var pixels = [UInt32](repeating: 0, count: values.count)
    let (low, high) = (map.entries.first?.quantity ?? 0, map.entries.last?.quantity ?? 0)
    var last = (value: Double.nan, color: UInt32(0))
    for index in values.indices {
        let value = values[index]
        if value.isNaN {
            result.hasGaps = true
            continue
        }
        if value != last.value {
            var color = map.color(of: value)
            if let mapColor = color {
                color = mapColor.opacity(Double(mapColor.alpha) / 255 * layer.opacity)
            }
            last = (value, color?.premultiplied ?? 0)
            if value < low { result.hasLower = true }
            if value > high { result.hasHigher = true }
            if map.kind != .ramp, color != nil, color?.alpha != 0 {
                result.used.insert(map.index(of: value))
            }
        }
        pixels[index] = last.color
    }
    result.picture = Picture(width: grid.width, height: grid.height, pixels: pixels)
    return result
}
