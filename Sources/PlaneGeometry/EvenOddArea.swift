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
package struct EvenOddArea {
    /// Crossings beyond which rings are refused.
    package static let mostCrossings = 1_000_000

    /// Valid polygons that share no ground.
    package let polygons: [Polygon]

    /// - Parameters:
    ///   - rings: Closed rings, in any direction and order.
    ///   - most: Crossings beyond which they are refused.
    /// - Throws: ``RingFault``.
    package init(of rings: [[Point]], most: Int = mostCrossings) throws(RingFault) {
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
