// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Takes bends out of borders, the smallest first, so that neighbours still share every border.
///
/// A corner goes where the triangle with its two neighbours is smaller than a limit, and where no
/// other corner of any border lies in that triangle: then nothing can come to cross, and no part
/// vanishes, touches or changes sides. Nodes stay. O(*n* log *n*) for *n* corners, as long as the
/// triangles are of a few pixels.
///
/// - Source: Visvalingam & Whyatt 1993, *Cartogr. J.* 30(1), 46–51.
public struct BorderSimplifier {
    private var corners: [Corner] = []
    private var before: [Int32] = []
    private var after: [Int32] = []
    private var borderOf: [Int32] = []
    private var sizes: [Int32] = []
    private var isLoop: [Bool] = []
    private var isGone: [Bool] = []
    private var index: CornerIndex
    private var straight: Set<Straight> = []
    private var queue = TriangleQueue()

    /// Two nodes with a straight border between them.
    private struct Straight: Hashable {
        let first: Corner, second: Corner

        init(_ a: Corner, _ b: Corner) {
            let isInOrder = (a.y, a.x) < (b.y, b.x)
            (first, second) = isInOrder ? (a, b) : (b, a)
        }
    }

    /// Simplifies borders.
    ///
    /// - Parameters:
    ///   - borders: All borders of a grid, as they were traced.
    ///   - limit: Triangles below this area go, in pixels.
    /// - Returns: The same borders with fewer corners.
    public static func simplified(_ borders: [Border], limit: Double) -> [Border] {
        guard limit > 0 else { return borders }
        var simplifier = BorderSimplifier(borders)
        simplifier.run(doubledLimit: Int(min(limit * 2, 1e15).rounded(.up)))
        return simplifier.result(borders)
    }

    private init(_ borders: [Border]) {
        let count = borders.reduce(0) { $0 + $1.corners.count }
        index = CornerIndex(expecting: count)
        corners.reserveCapacity(count)
        for (number, border) in borders.enumerated() {
            let start = corners.count
            let end = start + border.corners.count - 1
            sizes.append(Int32(border.corners.count))
            isLoop.append(border.isLoop)
            for (offset, corner) in border.corners.enumerated() {
                let place = start + offset
                corners.append(corner)
                before.append(place == start ? -1 : Int32(place - 1))
                after.append(place == end ? -1 : Int32(place + 1))
                borderOf.append(Int32(number))
                index.insert(Int32(place), at: corner)
            }
            if border.corners.count == 2 {
                straight.insert(Straight(border.corners[0], border.corners[1]))
            }
        }
        isGone = Array(repeating: false, count: corners.count)
    }

    private func doubledTriangle(_ b: Int32) -> Int? {
        let (a, c) = (before[Int(b)], after[Int(b)])
        guard a >= 0, c >= 0 else { return nil }
        return abs(cross(corners[Int(a)], corners[Int(b)], corners[Int(c)]))
    }

    private mutating func run(doubledLimit: Int) {
        for vertex in corners.indices {
            if let size = doubledTriangle(Int32(vertex)), size < doubledLimit {
                queue.push(size, Int32(vertex))
            }
        }
        while let (size, vertex) = queue.pop() {
            guard !isGone[Int(vertex)], doubledTriangle(vertex) == size, mayGo(vertex) else {
                continue
            }
            let (a, c) = (before[Int(vertex)], after[Int(vertex)])
            isGone[Int(vertex)] = true
            index.remove(vertex, at: corners[Int(vertex)])
            after[Int(a)] = c
            before[Int(c)] = a
            sizes[Int(borderOf[Int(vertex)])] -= 1
            if sizes[Int(borderOf[Int(vertex)])] == 2 {
                straight.insert(Straight(corners[Int(a)], corners[Int(c)]))
            }
            for neighbour in [a, c] {
                if let size = doubledTriangle(neighbour), size < doubledLimit {
                    queue.push(size, neighbour)
                }
            }
        }
    }

    /// Whether a corner can go without anything crossing, touching or vanishing.
    private func mayGo(_ vertex: Int32) -> Bool {
        let a = corners[Int(before[Int(vertex)])]
        let b = corners[Int(vertex)]
        let c = corners[Int(after[Int(vertex)])]
        let border = Int(borderOf[Int(vertex)])
        if sizes[border] <= 4, isLoop[border] { return false }  // three corners must stay
        if sizes[border] == 3, straight.contains(Straight(a, c)) { return false }
        return !index.hasCorner(inTriangle: a, b, c) { corners[Int($0)] }
    }

    private func result(_ borders: [Border]) -> [Border] {
        var place = 0
        return borders.map { border in
            var kept = border
            kept.corners = border.corners.indices.compactMap { offset in
                isGone[place + offset] ? nil : border.corners[offset]
            }
            place += border.corners.count
            return kept
        }
    }
}

/// Twice the area of a triangle, positive where it turns one way, negative the other.
func cross(_ a: Corner, _ b: Corner, _ c: Corner) -> Int {
    (Int(b.x) - Int(a.x)) * (Int(c.y) - Int(a.y)) - (Int(b.y) - Int(a.y)) * (Int(c.x) - Int(a.x))
}
