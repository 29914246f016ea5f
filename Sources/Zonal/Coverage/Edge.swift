// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import PlaneGeometry

/// The sub-pixel grid that vertices are snapped to.
enum Subpixel {
    /// 2⁻²³ of a pixel: 1 µm at 10 m, 0.6 mm at 5 km. Finer, and the tally of a zone as large as
    /// the earth would not fit 128 bits.
    static let bits = 23
    static let one = 1 << bits
    /// The coverage of a whole pixel: twice the square of ``one``.
    static let wholePixel = 2 * one * one
}

/// One side of a zone's ring, on the sub-pixel grid, always from its upper end to its lower.
///
/// Two zones that share a side hold the same four numbers and opposite signs, so that whatever is
/// computed from the numbers cancels to the last bit.
struct Edge: Hashable, Sendable {
    let x0: Int, y0: Int, x1: Int, y1: Int
    /// +1 where the zone lies to the right of the side on the grid, −1 to the left.
    let sign: Int

    /// The side between two snapped points; `nil` where it runs along a row and so covers nothing.
    init?(from a: (x: Int, y: Int), to b: (x: Int, y: Int), sign: Int) {
        guard a.y != b.y else { return nil }
        let down = a.y < b.y
        (x0, y0) = down ? a : b
        (x1, y1) = down ? b : a
        self.sign = down ? sign : -sign
    }

    /// The rows of pixels that it passes through.
    var rows: ClosedRange<Int> { (y0 >> Subpixel.bits)...((y1 - 1) >> Subpixel.bits) }

    /// Where it crosses a line between rows, x0 + (y − y0)·(x1 − x0)/(y1 − y0), to the nearest
    /// sub-pixel: rounding one way only would add up along a border.
    func x(at y: Int) -> Int {
        let run = x1 - x0
        let rise = y1 - y0
        let down = y - y0
        if run.magnitude < 1 << 31 && down < 1 << 31 {
            return x0 + floorDivide(down * run + (rise >> 1), by: rise)
        }
        let product = Int128(down) * Int128(run) + Int128(rise >> 1)
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: Int128(rise))
        return x0 + Int(quotient) - (remainder < 0 ? 1 : 0)
    }
}

/// A zone's polygons as edges on a grid.
struct ZoneEdges: Sendable {
    private(set) var edges: [Edge] = []
    /// How many of the edges belong to the zone's first copy; others are a turn of longitude away.
    private(set) var firstCopy = 0
    /// Columns and rows that the edges lie between, in sub-pixels.
    private(set) var minX = Int.max, minY = Int.max, maxX = Int.min, maxY = Int.min

    /// All of the zone, where the edges are of what lies near the raster only.
    var wholeArea: Amount?

    /// Adds a copy of the zone: polygons whose rings are in pixels, so many columns away.
    ///
    /// Copies are congruent on the sub-pixel grid: what one leaves off the raster another fills.
    mutating func addCopy(of polygons: [[[Point]]], shiftedBy columns: Double) {
        let isFirst = edges.isEmpty
        let shift = snap(columns)
        for rings in polygons {
            for (index, ring) in rings.enumerated() {
                let points = ring.map { (x: snap($0.x) + shift, y: snap($0.y)) }
                add(ring: points, isHole: index > 0)
            }
        }
        if isFirst { firstCopy = edges.count }
    }

    private mutating func add(ring: [(x: Int, y: Int)], isHole: Bool) {
        guard var previous = ring.last else { return }
        var twiceArea = Int128(0)
        for point in ring {
            twiceArea += Int128(previous.x) * Int128(point.y) - Int128(point.x) * Int128(previous.y)
            previous = point
        }
        // Rows grow downwards: a positive sum is a ring that goes clockwise on the map, and its
        // downward sides have the inside on their left.
        let isClockwise = twiceArea > 0
        let sign = isClockwise == isHole ? 1 : -1
        guard var start = ring.last else { return }
        for end in ring {
            if let edge = Edge(from: start, to: end, sign: sign) { edges.append(edge) }
            minX = min(minX, end.x)
            maxX = max(maxX, end.x)
            minY = min(minY, end.y)
            maxY = max(maxY, end.y)
            start = end
        }
    }
}

extension Subpixel {
    /// Columns and rows from the first pixel that integers suffice for.
    static let farthest = 1 << 28
}

/// The nearest point of the sub-pixel grid; far-off places are held where integers suffice.
private func snap(_ pixels: Double) -> Int {
    let limit = Double(Subpixel.farthest)
    return Int((min(max(pixels, -limit), limit) * Double(Subpixel.one)).rounded(.toNearestOrEven))
}

/// Columns or rows as they are on the sub-pixel grid.
func snapped(_ pixels: Double) -> Double { Double(snap(pixels)) / Double(Subpixel.one) }
