// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// The ground that closed rings enclose by the even-odd rule: a place is inside where a line from it
/// to far away crosses the rings an odd number of times.
///
/// Rings may cross and touch themselves and each other. A side that is walked there and back
/// encloses nothing. Corners stay where they are; new ones are made where sides cross, on a lattice
/// of 2⁻⁵² of the rings' extent, on which every decision is exact.
///
/// O((n + k) log n) for n corners and k crossings; k is bounded.
struct EvenOddArea {
    /// Why rings cannot be taken apart.
    enum Failure: Error, Hashable {
        case tooManyCrossings
        case notFinite
    }

    /// Crossings beyond which rings are refused.
    static let mostCrossings = 1_000_000

    /// Valid polygons that share no ground.
    let polygons: [Polygon]

    /// - Parameters:
    ///   - rings: Closed rings, in any direction and order.
    ///   - most: Crossings beyond which they are refused.
    /// - Throws: ``Failure``.
    init(of rings: [[Point]], most: Int = mostCrossings) throws(Failure) {
        guard var lattice = try PointLattice(around: rings) else {
            polygons = []
            return
        }
        var edges: [LatticeEdge] = []
        for ring in rings.map(Self.firstLap) {
            let places = ring.map { lattice.place(of: $0) }
            for (a, b) in zip(places, places.dropFirst()) where a != b {
                edges.append(LatticeEdge(a, b))
            }
            if let first = places.first, let last = places.last, first != last {
                edges.append(LatticeEdge(last, first))
            }
        }
        let faces = LatticeFaces(
            of: try EdgeNoder.noded(edges, most: most))
        polygons = faces.insides().map { rings in
            Polygon(rings: rings.map { ring in ring.map { lattice.point(at: $0) } })
        }
    }

    /// A ring without what goes around the same corners again, and again.
    private static func firstLap(of ring: [Point]) -> [Point] {
        let sides = ring.count - 1
        for lap in ring.indices.dropFirst(3) where ring[lap] == ring[0] && sides % lap == 0 {
            guard lap < sides, ring.indices.allSatisfy({ ring[$0] == ring[$0 % lap] }) else {
                continue
            }
            return Array(ring[...lap])
        }
        return ring
    }
}

/// A place on the lattice; compared from west to east, then from south to north.
struct LatticePoint: Hashable, Comparable {
    var x: Int
    var y: Int

    static func < (a: LatticePoint, b: LatticePoint) -> Bool { (a.x, a.y) < (b.x, b.y) }

    /// Which way one turns at `b` on the way from `a` to `c`: above 0 to the left, below to the
    /// right, 0 straight on or back.
    static func turn(_ a: LatticePoint, _ b: LatticePoint, _ c: LatticePoint) -> Int {
        let (ux, uy, vx, vy) = (b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y)
        let guess = Double(ux) * Double(vy) - Double(uy) * Double(vx)
        // Exact where rounding could have changed the sign.
        let size = Double(abs(ux)) * Double(abs(vy)) + Double(abs(uy)) * Double(abs(vx))
        if abs(guess) > size * 0x1p-50 { return guess > 0 ? 1 : -1 }
        return (Int128(ux) * Int128(vy) - Int128(uy) * Int128(vx)).signum().asInt
    }
}

extension Int128 {
    fileprivate var asInt: Int { Int(truncatingIfNeeded: self) }
}

/// A side between two places, the lesser first.
struct LatticeEdge: Hashable, Comparable {
    let a: LatticePoint
    let b: LatticePoint

    init(_ a: LatticePoint, _ b: LatticePoint) { (self.a, self.b) = a < b ? (a, b) : (b, a) }

    static func < (one: LatticeEdge, other: LatticeEdge) -> Bool {
        one.a == other.a ? one.b < other.b : one.a < other.a
    }

    var south: Int { min(a.y, b.y) }
    var north: Int { max(a.y, b.y) }
}

/// Places for points, and the way back: a corner comes back as it was, to the last bit.
struct PointLattice {
    private let west: Double
    private let south: Double
    private let scale: Double
    private var corners: [LatticePoint: Point] = [:]

    /// `nil` where the rings have no extent.
    init?(around rings: [[Point]]) throws(EvenOddArea.Failure) {
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
