// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

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
