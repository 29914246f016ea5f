// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// The faces that edges cut the plane into, each inside or outside by the even-odd rule.
///
/// Each edge is walked both ways: half-edge 2 e from its lesser end, 2 e + 1 back. A half-edge has
/// one face on its left; the half-edges around a face, or around a hole of it, are a cycle.
struct LatticeFaces {
    private let edges: [LatticeEdge]
    /// In order.
    private let nodes: [LatticePoint]
    /// By half-edge: the node that it leaves.
    private var origins: [Int32] = []
    /// By half-edge: the one after it around the face on its left.
    private var next: [Int32] = []
    /// By half-edge.
    private var cycles: [Int32] = []
    /// By cycle: one of its half-edges.
    private var firsts: [Int32] = []
    /// By node: its leaving half-edges by direction, from south over east to north and on.
    private var leaving: [[Int32]] = []

    /// - Parameter edges: They share nothing but their ends, and an even number meet in each end.
    init(of edges: [LatticeEdge]) {
        self.edges = edges
        nodes = Self.nodes(of: edges)
        join()
        findCycles()
    }

    private static func nodes(of edges: [LatticeEdge]) -> [LatticePoint] {
        var nodes: [LatticePoint] = []
        for point in edges.flatMap({ [$0.a, $0.b] }).sorted() where nodes.last != point {
            nodes.append(point)
        }
        return nodes
    }

    private mutating func join() {
        let numbers = Dictionary(
            uniqueKeysWithValues: nodes.enumerated().map { ($1, Int32($0)) })
        leaving = Array(repeating: [], count: nodes.count)
        for (index, edge) in edges.enumerated() {
            for (side, end) in [edge.a, edge.b].enumerated() {
                let node = numbers[end] ?? 0
                origins.append(node)
                leaving[Int(node)].append(Int32(2 * index + side))
            }
        }
        next = Array(repeating: 0, count: origins.count)
        for node in leaving.indices {
            let center = nodes[node]
            let sorted = leaving[node].sorted { one, other in
                isBefore(end(of: one), end(of: other), around: center)
            }
            leaving[node] = sorted
            // Whoever comes in by the twin of one goes on by the one before it.
            for (place, half) in sorted.enumerated() {
                next[Int(half ^ 1)] = sorted[place == 0 ? sorted.count - 1 : place - 1]
            }
        }
    }

    private func end(of half: Int32) -> LatticePoint { nodes[Int(origins[Int(half ^ 1)])] }

    /// The order of directions from just after south, over east and north, to west and south.
    private func isBefore(
        _ a: LatticePoint, _ b: LatticePoint, around center: LatticePoint
    ) -> Bool {
        func isEast(_ p: LatticePoint) -> Bool { p > center }
        if isEast(a) != isEast(b) { return isEast(a) }
        return LatticePoint.turn(center, a, b) > 0
    }

    private mutating func findCycles() {
        cycles = Array(repeating: -1, count: next.count)
        for half in next.indices where cycles[half] < 0 {
            let cycle = Int32(firsts.count)
            firsts.append(Int32(half))
            var at = half
            repeat {
                cycles[at] = cycle
                at = Int(next[at])
            } while at != half
        }
    }

    private func halves(of cycle: Int32) -> [Int32] {
        let first = firsts[Int(cycle)]
        var halves = [first]
        while case let half = next[Int(halves[halves.count - 1])], half != first {
            halves.append(half)
        }
        return halves
    }

    // MARK: Inside and outside

    /// The faces inside, as rings: the outer one counter-clockwise, then the holes clockwise.
    func insides() -> [[[LatticePoint]]] {
        let rows = EdgeRows(edges)
        var isInside = [Bool?](repeating: nil, count: firsts.count)
        // By cycle: that of the outer border of the same face; −1 around everything.
        var faces = (0..<Int32(firsts.count)).map { $0 }
        for node in nodes.indices {
            // From the west, the first node of a connected figure is on the border to its outside.
            guard let outermost = leaving[node].last else { continue }
            let outer = cycles[Int(outermost)]
            guard isInside[Int(outer)] == nil else { continue }
            if let edge = rows.nearestWest(of: nodes[node]) {
                // The half-edge that goes south has the east on its left.
                let goesSouth = edges[edge].a.y > edges[edge].b.y
                let cycle = cycles[2 * edge + (goesSouth ? 0 : 1)]
                faces[Int(outer)] = faces[Int(cycle)]
                isInside[Int(outer)] = isInside[Int(cycle)]
            } else {
                faces[Int(outer)] = -1
            }
            spread(isInside[Int(outer)] ?? false, from: outer, to: &isInside)
        }
        var rings: [Int32: [[LatticePoint]]] = [:]
        for cycle in firsts.indices where isInside[cycle] == true {
            rings[faces[cycle], default: []] += simpleRings(of: Int32(cycle))
        }
        return rings.sorted { $0.key < $1.key }.map { _, rings in
            let outer = rings.filter { isLeftAround($0) }
            return outer + rings.filter { !isLeftAround($0) }
        }
    }

    /// Tells a connected figure's faces from each other: across an edge it is the other way.
    private func spread(_ value: Bool, from cycle: Int32, to isInside: inout [Bool?]) {
        isInside[Int(cycle)] = value
        var open = [cycle]
        while let cycle = open.popLast() {
            for half in halves(of: cycle) {
                let other = Int(cycles[Int(half ^ 1)])
                guard isInside[other] == nil else { continue }
                isInside[other] = !(isInside[Int(cycle)] ?? false)
                open.append(Int32(other))
            }
        }
    }

    /// A cycle parted where it meets itself, so that no ring touches itself.
    private func simpleRings(of cycle: Int32) -> [[LatticePoint]] {
        var rings: [[LatticePoint]] = []
        var path: [Int32] = []
        var places: [Int32: Int] = [:]
        for half in halves(of: cycle) {
            let node = origins[Int(half)]
            if let start = places[node] {
                rings.append(closed(path[start...]))
                for left in path[start...] { places[left] = nil }
                path.removeSubrange(start...)
            }
            places[node] = path.count
            path.append(node)
        }
        return rings + [closed(path[...])]
    }

    private func closed(_ path: ArraySlice<Int32>) -> [LatticePoint] {
        (path + path.prefix(1)).map { nodes[Int($0)] }
    }

    /// Whether a ring that does not touch itself goes counter-clockwise.
    private func isLeftAround(_ ring: [LatticePoint]) -> Bool {
        let corners = ring.dropLast()
        guard let least = corners.indices.min(by: { corners[$0] < corners[$1] }) else {
            return false
        }
        let before = corners[least == 0 ? corners.count - 1 : least - 1]
        return LatticePoint.turn(before, corners[least], ring[least + 1]) > 0
    }
}

/// Edges by the rows that they lie in, to look west from a place.
private struct EdgeRows {
    private let edges: [LatticeEdge]
    private let south: Int
    private let height: Int
    private var rows: [[Int32]]

    init(_ edges: [LatticeEdge]) {
        self.edges = edges
        let low = edges.lazy.map(\.south).min() ?? 0
        let high = edges.lazy.map(\.north).max() ?? 0
        let count = max(1, min(4096, edges.count / 8))
        south = low
        height = (high - low) / count + 1
        rows = Array(repeating: [], count: count)
        for (index, edge) in edges.enumerated() where edge.south < edge.north {
            for row in ((edge.south - low) / height)...((edge.north - low) / height) {
                rows[row].append(Int32(index))
            }
        }
    }

    /// The edge that a line to the west meets first, just north of a place's own height.
    func nearestWest(of place: LatticePoint) -> Int? {
        var nearest: Int32?
        for index in rows[(place.y - south) / height] {
            let edge = edges[Int(index)]
            guard edge.a.x <= place.x, edge.south <= place.y, place.y < edge.north,
                edge.side(of: place) < 0
            else { continue }
            if let nearest, !edge.isEast(of: edges[Int(nearest)]) { continue }
            nearest = index
        }
        return nearest.map { Int($0) }
    }
}

extension LatticeEdge {
    private var low: LatticePoint { a.y < b.y ? a : b }
    private var high: LatticePoint { a.y < b.y ? b : a }

    /// Below 0 east of the edge, above 0 west of it.
    fileprivate func side(of place: LatticePoint) -> Int { LatticePoint.turn(low, high, place) }

    /// Whether it lies east of another that it does not cross, where both have the same height.
    fileprivate func isEast(of other: LatticeEdge) -> Bool {
        let start = low.y >= other.low.y ? other.side(of: low) : -side(of: other.low)
        if start != 0 { return start < 0 }
        return high.y <= other.high.y ? other.side(of: high) < 0 : side(of: other.high) > 0
    }
}
