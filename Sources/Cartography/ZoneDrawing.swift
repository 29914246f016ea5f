// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import MapStyles
internal import PlaneGeometry

/// A zone on the page.
struct PageZone {
    let zone: MapZone
    let rings: [[Point]]
}

/// What is printed in a zone: lines of text, and a mark before the last.
struct ZoneLabel {
    let lines: [SetText]
    let mark: ZoneMark?

    private static let markRoom = 12.0

    var width: Double {
        let last = (lines.last?.width ?? 0) + (mark == nil ? 0 : Self.markRoom)
        return max(lines.dropLast().map(\.width).max() ?? 0, last)
    }

    var height: Double { lines.map(\.height).reduce(0, +) }

    /// Draws it within the rectangle that was found for it.
    func draw(on canvas: Canvas, in rect: PageRect) {
        var y = rect.y
        for (index, line) in lines.enumerated() {
            let hasMark = mark != nil && index == lines.count - 1
            let x = rect.centre.x + (hasMark ? Self.markRoom / 2 : 0)
            canvas.draw(line, at: Point(x: x, y: y), anchor: .centre)
            if hasMark, let mark {
                let place = Point(x: x - line.width / 2 - 6, y: y + line.height / 2)
                drawMark(mark, on: canvas, at: place, radius: 4.2)
            }
            y += line.height
        }
    }
}

/// Every way to print a zone's name and value, the fullest first.
func labels(
    of zone: MapZone, value: String?, mark: ZoneMark?, language: MapLanguage,
    typesetter: Typesetter
) throws(MapError) -> [ZoneLabel] {
    let halo = RGBA(hex: 0xFFFFFF).opacity(0.88)
    let full = zone.name.lines(in: language)
    let short = zone.shortName?.lines(in: language) ?? full
    func label(_ names: [String], size: Double) throws(MapError) -> ZoneLabel {
        var lines: [SetText] = []
        for (index, name) in names.enumerated() {
            let style = TextStyle(
                size: index == 0 ? size : size * 0.8, isBold: index == 0,
                color: RGBA(hex: index == 0 ? 0x1B1B1B : 0x3C3C3C), halo: halo, maximumWidth: 140)
            let natural = try typesetter.set(
                name, TextStyle(size: style.size, isBold: style.isBold, halo: halo))
            lines.append(natural.width > 140 ? try typesetter.set(name, style) : natural)
        }
        if let value {
            lines.append(
                try typesetter.set(value, TextStyle(size: size, halo: halo)))
        }
        return ZoneLabel(lines: lines, mark: mark)
    }
    guard let main = full.first, let shortest = short.first else { return [] }
    var variants = [try label(full, size: 9.5)]
    if full.count > 1 { variants.append(try label([main], size: 9.5)) }
    variants.append(try label([main], size: 8))
    if shortest != main { variants.append(try label([shortest], size: 8)) }
    return variants
}
