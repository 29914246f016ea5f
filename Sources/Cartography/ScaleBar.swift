// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GDAL
internal import MapStyles
internal import PlaneGeometry

/// A bar as long on the page as a round length is on the ground at the map's centre.
package struct ScaleBar: Hashable, Sendable {
    /// On the ground, in metres.
    package let metres: Double
    /// On the page, in points.
    package let width: Double
    /// How many parts it is drawn in.
    package let parts: Int

    /// Finds the longest round length that fits.
    ///
    /// Its page length is where the geodesic between two places, as far to the left and right of the
    /// centre, is that long: projections stretch, and not evenly.
    package init?(on frame: MapFrame, maximumWidth: Double) {
        func ground(_ width: Double) -> Double? {
            let centre = frame.rect.centre
            return frame.groundDistance(
                from: Point(x: centre.x - width / 2, y: centre.y),
                to: Point(x: centre.x + width / 2, y: centre.y))
        }
        guard let most = ground(maximumWidth), most.isFinite, most > 0 else { return nil }
        let decade = pow(10, log10(most).rounded(.down))
        let leading = [5.0, 4, 3, 2, 1].first { $0 * decade <= most * (1 + 1e-12) } ?? 1
        metres = leading * decade
        var width = maximumWidth * metres / most
        for _ in 0..<8 {
            guard let reached = ground(width), reached > 0 else { return nil }
            width *= metres / reached
        }
        self.width = width
        parts = leading == 3 ? 3 : leading == 5 ? 5 : 4
    }

    /// Draws it with its labels above; 20 points high.
    func draw(on canvas: Canvas, at place: Point, language: MapLanguage) throws(MapError) {
        let barTop = place.y + 12
        let step = width / Double(parts)
        for part in 0..<parts {
            let rect = PageRect(
                x: place.x + Double(part) * step, y: barTop, width: step, height: 4)
            canvas.fill(rect, RGBA(hex: part.isMultiple(of: 2) ? 0x1B1B1B : 0xFFFFFF))
        }
        canvas.draw(
            PageRect(x: place.x, y: barTop, width: width, height: 4),
            Stroke(RGBA(hex: 0x1B1B1B), width: 0.5))
        let inKilometres = metres >= 1000
        let unit =
            switch (inKilometres, language) {
            case (true, .chinese): "千米"
            case (false, .chinese): "米"
            case (true, _): "km"
            case (false, _): "m"
            }
        let style = TextStyle(size: 7.5)
        let marks = parts == 4 ? [0, 2, 4] : [0, parts]
        let worth = metres / (inKilometres ? 1000 : 1) / Double(parts)
        let places = decimals(for: marks.map { Double($0) * worth })
        for mark in marks {
            let number = formatted(Double(mark) * worth, decimals: mark == 0 ? 0 : places)
            let text = try canvas.typesetter.set(number, style)
            let x = place.x + Double(mark) * step
            canvas.draw(text, at: Point(x: x, y: place.y), anchor: .centre)
            if mark == parts {
                let label = try canvas.typesetter.set(unit, style)
                canvas.draw(label, at: Point(x: x + text.width / 2 + 3, y: place.y))
            }
        }
    }
}

/// Draws an arrow that points to true north at the map's centre.
func drawNorthArrow(
    on canvas: Canvas, centre: Point, height: Double, northward: Double, language: MapLanguage
) throws(MapError) {
    func turned(_ x: Double, _ y: Double) -> Point {
        Point(
            x: centre.x + x * cos(northward) - y * sin(northward),
            y: centre.y + x * sin(northward) + y * cos(northward))
    }
    let (half, wing) = (height / 2, height * 0.2)
    let ink = RGBA(hex: 0x1B1B1B)
    let (tip, notch) = (turned(0, -half), turned(0, half * 0.55))
    canvas.fill([[tip, turned(-wing, half), notch]], ink)
    let right = [tip, turned(wing, half), notch]
    canvas.fill([right], RGBA(hex: 0xFFFFFF))
    canvas.draw([right], closed: true, Stroke(ink, width: 0.6))
    canvas.draw([[tip, turned(-wing, half), notch]], closed: true, Stroke(ink, width: 0.6))
    let letter = try canvas.typesetter.set(
        language == .chinese ? "北" : "N", TextStyle(size: 10, isBold: true))
    let place = turned(0, -half - 7)
    canvas.draw(letter, at: Point(x: place.x, y: place.y - letter.height / 2), anchor: .centre)
}
