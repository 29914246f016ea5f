// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import MapStyles
internal import PlaneGeometry

private let ink = RGBA(hex: 0x1B1B1B)
private let outline = Stroke(RGBA(hex: 0x6B6B6B), width: 0.4)

/// A limit on a legend's scale: its text, and its height above the scale's foot, 0…1.
private struct ScaleTick {
    let text: String
    let share: Double
}

/// A scale of classes, the highest on top, with the target marked where it lies between the limits.
func classScale(
    _ breaks: ClassBreaks, colors: [RGBA], target: (value: Double, text: String)?,
    typesetter: Typesetter
) throws(MapError) -> LegendRow {
    let limits = breaks.limits
    let places = decimals(for: limits)
    let count = breaks.classCount
    let ticks = limits.enumerated().map { index, limit in
        ScaleTick(
            text: formatted(limit, decimals: places), share: Double(index) / Double(count))
    }
    let height = min(17, 150 / Double(count)) * Double(count)
    let mark = target.map { target in
        ScaleTick(text: target.text, share: share(of: target.value, in: limits))
    }
    return try scale(ticks, mark: mark, height: height, typesetter: typesetter) { (canvas, bar) in
        let step = bar.height / Double(count)
        for (index, color) in colors.enumerated() {
            let rect = PageRect(
                x: bar.x, y: bar.maxY - Double(index + 1) * step, width: bar.width, height: step)
            canvas.fill(rect, color)
            canvas.draw(rect, outline)
        }
    }
}

/// A scale without steps.
func rampScale(
    _ numbers: PaintedNumbers, ramp: ColorRamp, typesetter: Typesetter
) throws(MapError) -> LegendRow {
    let (low, high) = (numbers.range.lowerBound, numbers.range.upperBound)
    let inner = equalLimits(from: low, to: high, count: 5).filter { $0 >= low && $0 <= high }
    let limits = inner.count > 1 ? inner : [low, high]
    let places = decimals(for: limits)
    let ticks = limits.map { limit in
        let sign =
            numbers.hasLower && limit == low ? "≤ " : numbers.hasHigher && limit == high ? "≥ " : ""
        return ScaleTick(
            text: sign + formatted(limit, decimals: places), share: (limit - low) / (high - low))
    }
    let shades = (0...255).map { ramp.color(at: 1 - Double($0) / 255).premultiplied }
    return try scale(ticks, mark: nil, height: 110, typesetter: typesetter) {
        (canvas, bar) throws(MapError) in
        try canvas.draw(pixels: shades, width: 1, height: shades.count, in: bar)
        canvas.draw(bar, outline)
    }
}

private func scale(
    _ ticks: [ScaleTick], mark: ScaleTick?, height: Double, typesetter: Typesetter,
    bar drawBar: @escaping (Canvas, PageRect) throws(MapError) -> Void
) throws(MapError) -> LegendRow {
    let style = TextStyle(size: 8)
    var texts: [(SetText, Double)] = []
    for tick in ticks { texts.append((try typesetter.set(tick.text, style), tick.share)) }
    let labelWidth = texts.map(\.0.width).max() ?? 0
    let markText: SetText? =
        if let mark { try typesetter.set(mark.text, TextStyle(size: 8, isBold: true)) } else { nil }
    return LegendRow(height: height + 14) { (canvas, place) throws(MapError) in
        let bar = PageRect(x: place.x, y: place.y + 5, width: 20, height: height)
        try drawBar(canvas, bar)
        for (text, share) in texts {
            let y = bar.maxY - share * height
            canvas.draw(
                [[Point(x: bar.maxX, y: y), Point(x: bar.maxX + 3, y: y)]], Stroke(ink, width: 0.5))
            canvas.draw(text, at: Point(x: bar.maxX + 6, y: y - text.height / 2))
        }
        if let mark, let markText {
            let y = bar.maxY - mark.share * height
            let x = bar.maxX + 6 + labelWidth + 8
            canvas.draw(
                [[Point(x: bar.x - 2, y: y), Point(x: bar.maxX + 2, y: y)]],
                Stroke(ink, width: 1.6))
            canvas.fill(
                [[Point(x: x, y: y), Point(x: x + 6, y: y - 3.5), Point(x: x + 6, y: y + 3.5)]], ink
            )
            canvas.draw(markText, at: Point(x: x + 9, y: y - markText.height / 2))
        }
    }
}

/// How high a value lies on a scale whose classes are equally high, 0…1.
func share(of value: Double, in limits: [Double]) -> Double {
    guard let low = limits.first, let high = limits.last, value > low else { return 0 }
    if value >= high { return 1 }
    let index = limits.lastIndex { $0 <= value } ?? 0
    let within = (value - limits[index]) / (limits[index + 1] - limits[index])
    return (Double(index) + within) / Double(limits.count - 1)
}

/// Draws what was found of a zone: shapes that differ without colour.
func drawMark(_ mark: ZoneMark, on canvas: Canvas, at centre: Point, radius: Double) {
    let white = RGBA(hex: 0xFFFFFF)
    func place(_ x: Double, _ y: Double) -> Point {
        Point(x: centre.x + x * radius, y: centre.y + y * radius)
    }
    canvas.fillDisc(at: centre, radius: radius + 0.8, white)
    let line = Stroke(mark.isDerived ? mark.color : white, width: radius * 0.36)
    canvas.fillDisc(at: centre, radius: radius, mark.color)
    if mark.isDerived { canvas.fillDisc(at: centre, radius: radius * 0.8, white) }
    switch mark.finding {
    case .met:
        canvas.draw([[place(-0.5, 0.02), place(-0.12, 0.42), place(0.52, -0.4)]], line)
    case .missed:
        canvas.draw(
            [[place(-0.4, -0.4), place(0.4, 0.4)], [place(-0.4, 0.4), place(0.4, -0.4)]], line)
    case .countedAbove, .countedBelow:
        let tip = mark.finding == .countedAbove ? -0.4 : 0.4
        canvas.draw([[place(-0.5, -tip / 2), place(0, tip), place(0.5, -tip / 2)]], line)
    case .inconclusive:
        canvas.draw([[place(-0.5, -0.22), place(0.5, -0.22)]], line)
        canvas.draw([[place(-0.5, 0.25), place(0.5, 0.25)]], line)
    case .indicative:
        canvas.fillDisc(at: centre, radius: radius * 0.72, white)
        canvas.fillDisc(at: centre, radius: radius * 0.3, mark.color)
    case .notAssessed:
        canvas.fillDisc(at: centre, radius: radius * 0.76, white)
        canvas.draw(
            [[place(-0.38, 0), place(0.38, 0)]],
            Stroke(mark.color, width: radius * 0.3))
    }
}

/// Draws the fill of ground that nothing is known of.
func drawNoData(_ rings: [[Point]], on canvas: Canvas) {
    canvas.fill(rings, RGBA(hex: 0xF4F4F4))
    canvas.hatch(rings, gap: 4.5, Stroke(RGBA(hex: 0xB4B4B4), width: 0.5))
}

extension PageRect {
    /// Its four corners, as a ring.
    var ring: [Point] {
        [Point(x: x, y: y), Point(x: maxX, y: y), Point(x: maxX, y: maxY), Point(x: x, y: maxY)]
    }
}
