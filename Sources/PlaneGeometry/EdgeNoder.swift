// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Cuts edges where they meet, until they share nothing but their ends.
///
/// A crossing is rounded to the lattice, which may make new ones beside it: they are cut again.
/// Edges that lie on each other are kept where their number is odd.
struct EdgeNoder {
    private let edges: [LatticeEdge]
    private var cuts: [(edge: Int32, at: LatticePoint)] = []
    private let most: Int
    /// Comparisons of two edges that may still be made.
    private var budget = 400_000_000

    private init(_ edges: [LatticeEdge], most: Int) {
        self.edges = edges
        self.most = most
    }

    /// - Throws: ``RingFault/tooManyCrossings`` before the work grows out of bounds.
    static func noded(
        _ edges: [LatticeEdge], most: Int
    ) throws(RingFault) -> [LatticeEdge] {
        var edges = oddOnes(among: edges)
        for _ in 0..<16 {
            var noder = EdgeNoder(edges, most: most)
            try noder.findCuts()
            guard let cut = noder.cutEdges() else { return edges }
            edges = oddOnes(among: cut)
        }
        throw .tooManyCrossings
    }

    private static func oddOnes(among edges: [LatticeEdge]) -> [LatticeEdge] {
        var odd: [LatticeEdge] = []
        for edge in edges.sorted() {
            if odd.last == edge { odd.removeLast() } else { odd.append(edge) }
        }
        return odd
    }

    /// The pieces of all edges; `nil` where none is cut.
    private mutating func cutEdges() -> [LatticeEdge]? {
        cuts.removeAll { $0.at == edges[Int($0.edge)].a || $0.at == edges[Int($0.edge)].b }
        guard !cuts.isEmpty else { return nil }
        var places = [[LatticePoint]](repeating: [], count: edges.count)
        for cut in cuts { places[Int(cut.edge)].append(cut.at) }
        var pieces: [LatticeEdge] = []
        for (edge, places) in zip(edges, places) {
            // Along its longer side a rounded crossing keeps its place among the others.
            let isFlat = edge.b.x - edge.a.x >= edge.north - edge.south
            let isUp = edge.b.y >= edge.a.y
            let order = places.sorted {
                if isFlat { return $0 < $1 }
                return isUp ? ($0.y, $0.x) < ($1.y, $1.x) : ($0.y, $1.x) > ($1.y, $0.x)
            }
            var from = edge.a
            for place in order + [edge.b] where place != from {
                pieces.append(LatticeEdge(from, place))
                from = place
            }
        }
        return pieces
    }

    // MARK: Which edges meet

    /// A box of the lattice, borders included.
    private struct Box {
        var west: Int
        var south: Int
        var east: Int
        var north: Int
    }

    private mutating func findCuts() throws(RingFault) {
        guard let first = edges.first else { return }
        var box = Box(west: first.a.x, south: first.south, east: first.b.x, north: first.north)
        for edge in edges {
            box.west = min(box.west, edge.a.x)
            box.east = max(box.east, edge.b.x)
            box.south = min(box.south, edge.south)
            box.north = max(box.north, edge.north)
        }
        try search(Array(0..<Int32(edges.count)), in: box)
    }

    /// Halves the box until few edges are in it, and compares those with each other.
    private mutating func search(
        _ inside: [Int32], in box: Box
    ) throws(RingFault) {
        let (width, height) = (box.east - box.west, box.north - box.south)
        guard inside.count > 8, max(width, height) > 1 else { return try compare(inside) }
        budget -= inside.count
        guard budget > 0 else { throw .tooManyCrossings }
        var (low, high) = (box, box)
        if width >= height {
            low.east = box.west + width / 2
            high.west = low.east
        } else {
            low.north = box.south + height / 2
            high.south = low.north
        }
        try search(inside.filter { meets(edges[Int($0)], low) }, in: low)
        try search(inside.filter { meets(edges[Int($0)], high) }, in: high)
    }

    /// Whether an edge may reach into a box; never `false` where it does.
    private func meets(_ edge: LatticeEdge, _ box: Box) -> Bool {
        guard edge.a.x <= box.east, edge.b.x >= box.west, edge.south <= box.north,
            edge.north >= box.south
        else { return false }
        let (dx, dy) = (Double(edge.b.x - edge.a.x), Double(edge.b.y - edge.a.y))
        let middle = (
            x: (Double(box.west) + Double(box.east)) / 2 - Double(edge.a.x),
            y: (Double(box.south) + Double(box.north)) / 2 - Double(edge.a.y)
        )
        let half = (
            x: Double(box.east - box.west) / 2 + 1, y: Double(box.north - box.south) / 2 + 1
        )
        let reach = abs(dx) * half.y + abs(dy) * half.x
        let margin = (abs(dx * middle.y) + abs(dy * middle.x)) * 0x1p-48
        return abs(dx * middle.y - dy * middle.x) <= reach + margin
    }

    private mutating func compare(_ inside: [Int32]) throws(RingFault) {
        budget -= inside.count * inside.count / 2
        guard budget > 0 else { throw .tooManyCrossings }
        for (index, one) in inside.enumerated() {
            for other in inside[(index + 1)...] { cut(one, other) }
            guard cuts.count <= 4 * most else { throw .tooManyCrossings }
        }
    }

    private mutating func cut(_ one: Int32, _ other: Int32) {
        let (e, f) = (edges[Int(one)], edges[Int(other)])
        guard e.a.x <= f.b.x, f.a.x <= e.b.x, e.south <= f.north, f.south <= e.north else { return }
        let (fa, fb) = (LatticePoint.turn(e.a, e.b, f.a), LatticePoint.turn(e.a, e.b, f.b))
        guard fa * fb <= 0 else { return }
        let (ea, eb) = (LatticePoint.turn(f.a, f.b, e.a), LatticePoint.turn(f.a, f.b, e.b))
        guard ea * eb <= 0 else { return }
        if fa * fb < 0 && ea * eb < 0 {
            let place = crossing(e, f)
            cuts += [(one, place), (other, place)]
            return
        }
        if fa == 0 && e.spans(f.a) { cuts.append((one, f.a)) }
        if fb == 0 && e.spans(f.b) { cuts.append((one, f.b)) }
        if ea == 0 && f.spans(e.a) { cuts.append((other, e.a)) }
        if eb == 0 && f.spans(e.b) { cuts.append((other, e.b)) }
    }

    /// Where two edges cross, to the nearest place or one beside it.
    private func crossing(_ e: LatticeEdge, _ f: LatticeEdge) -> LatticePoint {
        let (ux, uy) = (e.b.x - e.a.x, e.b.y - e.a.y)
        let (vx, vy) = (f.b.x - f.a.x, f.b.y - f.a.y)
        let (wx, wy) = (f.a.x - e.a.x, f.a.y - e.a.y)
        let over = Int128(wx) * Int128(vy) - Int128(wy) * Int128(vx)
        let under = Int128(ux) * Int128(vy) - Int128(uy) * Int128(vx)
        let share = Double(over) / Double(under)
        return LatticePoint(
            x: e.a.x + Int((share * Double(ux)).rounded()),
            y: e.a.y + Int((share * Double(uy)).rounded()))
    }
}

extension LatticeEdge {
    /// Whether a point on the edge's line lies between its ends or is one of them.
    fileprivate func spans(_ point: LatticePoint) -> Bool {
        (a.x...b.x).contains(point.x) && (south...north).contains(point.y)
    }
}
