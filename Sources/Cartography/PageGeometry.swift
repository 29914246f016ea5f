// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import GDAL
package import PlaneGeometry

/// A rectangle on the page, in points from the top left; y grows downwards.
package struct PageRect: Hashable, Sendable {
    package var x: Double, y: Double, width: Double, height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// A rectangle around its centre.
    package init(centre: Point, width: Double, height: Double) {
        self.init(
            x: centre.x - width / 2, y: centre.y - height / 2, width: width, height: height)
    }

    package var maxX: Double { x + width }
    package var maxY: Double { y + height }
    package var centre: Point { Point(x: x + width / 2, y: y + height / 2) }

    /// The same rectangle with its sides moved outwards, or inwards where negative.
    package func grown(by margin: Double) -> PageRect {
        PageRect(
            x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
    }

    /// Whether the two share more than a border.
    package func overlaps(_ other: PageRect) -> Bool {
        x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
    }

    /// Whether the other lies within this one.
    package func contains(_ other: PageRect) -> Bool {
        x <= other.x && y <= other.y && maxX >= other.maxX && maxY >= other.maxY
    }

    /// Whether a place lies within it.
    package func contains(_ point: Point) -> Bool {
        point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY
    }

    /// The place within it that is nearest to another.
    package func nearest(to point: Point) -> Point {
        Point(x: min(max(point.x, x), maxX), y: min(max(point.y, y), maxY))
    }

    /// About how much of it lies within rings, 0…1 (even-odd, by a lattice of 7 × 3 places).
    package func share(within rings: [[Point]]) -> Double {
        var inside = 0
        for row in 0..<3 {
            for column in 0..<7 {
                let place = Point(
                    x: x + width * Double(column) / 6, y: y + height * Double(row) / 2)
                if place.lies(within: rings) { inside += 1 }
            }
        }
        return Double(inside) / 21
    }

    /// Whether a straight line between two places passes through it (Liang and Barsky).
    package func meets(_ start: Point, _ end: Point) -> Bool {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        var (enters, leaves) = (0.0, 1.0)
        for (step, room) in [
            (-dx, start.x - x), (dx, maxX - start.x), (-dy, start.y - y), (dy, maxY - start.y),
        ] {
            if step == 0 {
                if room < 0 { return false }
            } else if step < 0 {
                enters = max(enters, room / step)
            } else {
                leaves = min(leaves, room / step)
            }
        }
        return enters <= leaves
    }
}

/// Where a text stands on the point that it is put at.
package enum TextAnchor: Hashable, Sendable {
    case left, centre, right

    func offset(of width: Double) -> Double {
        switch self {
        case .left: 0
        case .centre: -width / 2
        case .right: -width
        }
    }
}

/// How a line is drawn.
package struct Stroke: Hashable, Sendable {
    package var color: RGBA
    /// In points.
    package var width: Double
    /// Lengths drawn and left out in turn, in points; empty for a whole line.
    package var dashes: [Double]

    package init(_ color: RGBA, width: Double, dashes: [Double] = []) {
        self.color = color
        self.width = width
        self.dashes = dashes
    }
}

extension Point {
    /// Whether it lies within rings, by the even-odd rule.
    fileprivate func lies(within rings: [[Point]]) -> Bool {
        var isIn = false
        for ring in rings {
            guard var start = ring.last else { continue }
            for end in ring {
                if (start.y > y) != (end.y > y) {
                    let crossing = start.x + (end.x - start.x) * (y - start.y) / (end.y - start.y)
                    if x < crossing { isIn.toggle() }
                }
                start = end
            }
        }
        return isIn
    }
}
