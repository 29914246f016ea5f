// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import MapStyles
internal import PlaneGeometry

/// A scale of round numbers along a side of a chart.
package struct ValueAxis: Hashable, Sendable {
    /// Rising, evenly spaced; the first and the last are the ends.
    package let ticks: [Double]
    /// The decimals that tell the ticks apart.
    package let decimals: Int

    /// A scale around some numbers.
    ///
    /// - Parameters:
    ///   - values: What it must hold; what is not finite is left out.
    ///   - count: About how many steps.
    ///   - fromZero: Whether 0 must be on it, as lengths of bars need.
    package init(around values: [Double], count: Int = 5, fromZero: Bool = false) {
        let finite = values.filter(\.isFinite) + (fromZero ? [0] : [])
        let low = finite.min() ?? 0
        let high = finite.max() ?? 1
        let limits = equalLimits(from: low, to: high > low ? high : low + 1, count: count)
        ticks = limits
        decimals = Cartography.decimals(for: limits)
    }

    package var low: Double { ticks[0] }
    package var high: Double { ticks[ticks.count - 1] }

    /// Where a number lies between the ends, 0…1 within them.
    package func share(_ value: Double) -> Double { (value - low) / (high - low) }

    /// A tick as it is written.
    package func label(_ tick: Double) -> String { formatted(tick, decimals: decimals) }
}

/// Colours and lines that every chart shares.
enum ChartStyle {
    static let grid = Stroke(RGBA(hex: 0xDEDEDE), width: 0.6)
    static let axis = Stroke(RGBA(hex: 0x4A4A4A), width: 0.8)
    static let interval = Stroke(RGBA(hex: 0x3A3A3A), width: 1.1)
    static let target = RGBA(hex: 0x6A3D9A)
    static let white = RGBA(hex: 0xFFFFFF)
    static let bar = RGBA(hex: 0x3B78A8)

    /// Ink that is legible on a fill.
    static func ink(on fill: RGBA) -> RGBA { fill.lightness > 0.66 ? inkColor : white }
}

extension ChartPen {
    /// An interval: a line with caps, standing or lying.
    mutating func interval(
        _ start: Point, _ end: Point, cap: Double = 3, stroke: Stroke = ChartStyle.interval
    ) {
        let isUpright = start.x == end.x
        func capped(_ point: Point) -> [Point] {
            let (dx, dy) = isUpright ? (cap, 0.0) : (0.0, cap)
            return [
                Point(x: point.x - dx, y: point.y - dy), Point(x: point.x + dx, y: point.y + dy),
            ]
        }
        drawing.add(.lines([[start, end], capped(start), capped(end)]), stroke: stroke)
    }

    /// What was found of a zone: the same shapes as on maps.
    mutating func mark(_ mark: ZoneMark, at centre: Point, radius: Double, title: String? = nil) {
        func place(_ x: Double, _ y: Double) -> Point {
            Point(x: centre.x + x * radius, y: centre.y + y * radius)
        }
        func disc(_ share: Double, _ color: RGBA, title: String? = nil) {
            drawing.add(.disc(centre: centre, radius: radius * share), fill: color, title: title)
        }
        func line(_ lines: [[Point]], _ color: RGBA, _ width: Double) {
            drawing.add(.lines(lines), stroke: Stroke(color, width: radius * width))
        }
        drawing.add(
            .disc(centre: centre, radius: radius + 0.8), fill: ChartStyle.white, title: title)
        disc(1, mark.color, title: title)
        if mark.isDerived { disc(0.8, ChartStyle.white) }
        let ink = mark.isDerived ? mark.color : RGBA(hex: 0xFFFFFF)
        switch mark.finding {
        case .met:
            line([[place(-0.5, 0.02), place(-0.12, 0.42), place(0.52, -0.4)]], ink, 0.36)
        case .missed:
            line(
                [[place(-0.4, -0.4), place(0.4, 0.4)], [place(-0.4, 0.4), place(0.4, -0.4)]],
                ink, 0.36)
        case .countedAbove, .countedBelow:
            let tip = mark.finding == .countedAbove ? -0.4 : 0.4
            line([[place(-0.5, -tip / 2), place(0, tip), place(0.5, -tip / 2)]], ink, 0.36)
        case .inconclusive:
            line(
                [[place(-0.5, -0.22), place(0.5, -0.22)], [place(-0.5, 0.25), place(0.5, 0.25)]],
                ink, 0.36)
        case .indicative:
            disc(0.72, ChartStyle.white)
            disc(0.3, mark.color)
        case .notAssessed:
            disc(0.76, ChartStyle.white)
            line([[place(-0.38, 0), place(0.38, 0)]], mark.color, 0.3)
        }
    }

    /// A target: a diamond, hollow where nobody issued it.
    mutating func diamond(
        at centre: Point, radius: Double, title: String? = nil, isDerived: Bool = false
    ) {
        let ring = [
            Point(x: centre.x, y: centre.y - radius), Point(x: centre.x + radius, y: centre.y),
            Point(x: centre.x, y: centre.y + radius), Point(x: centre.x - radius, y: centre.y),
        ]
        drawing.add(
            .area([ring]), fill: isDerived ? ChartStyle.white : ChartStyle.target,
            stroke: isDerived
                ? Stroke(ChartStyle.target, width: 1.2) : Stroke(ChartStyle.white, width: 0.8),
            title: title)
    }
}
