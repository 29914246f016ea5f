// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Places for points, and the way back: a corner comes back as it was, to the last bit.
struct PointLattice {
    private let west: Double
    private let south: Double
    private let scale: Double
    private var corners: [LatticePoint: Point] = [:]

    /// `nil` where the rings have no extent.
    init?(around rings: [[Point]]) throws(RingFault) {
        var (low, high) = (Point(x: .infinity, y: .infinity), Point(x: -.infinity, y: -.infinity))
        for point in rings.joined() {
            guard point.x.isFinite, point.y.isFinite else { throw .notFinite }
            low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
            high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
        }
        let size = max(high.x - low.x, high.y - low.y)
        guard size > 0 else { return nil }
        guard size.isFinite, (0x1p52 / size).isFinite else { throw .notFinite }
        west = low.x
        south = low.y
        scale = Double(sign: .plus, exponent: 51 - size.exponent, significand: 1)
    }

    mutating func place(of point: Point) -> LatticePoint {
        let place = LatticePoint(
            x: Int(((point.x - west) * scale).rounded()),
            y: Int(((point.y - south) * scale).rounded()))
        if corners[place] == nil { corners[place] = point }
        return place
    }

    func point(at place: LatticePoint) -> Point {
        corners[place]
            ?? Point(x: west + Double(place.x) / scale, y: south + Double(place.y) / scale)
    }
}
