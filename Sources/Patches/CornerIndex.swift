// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Finds corners by place: squares of eight pixels, each with a list of its corners.
struct CornerIndex {
    private struct Cell: Hashable { let x: Int32, y: Int32 }
    private var cells: [Cell: [Int32]] = [:]

    init(expecting count: Int) { cells.reserveCapacity(count / 4) }

    private func cell(of corner: Corner) -> Cell { Cell(x: corner.x >> 3, y: corner.y >> 3) }

    mutating func insert(_ vertex: Int32, at corner: Corner) {
        cells[cell(of: corner), default: []].append(vertex)
    }

    mutating func remove(_ vertex: Int32, at corner: Corner) {
        let key = cell(of: corner)
        guard let place = cells[key]?.firstIndex(of: vertex) else { return }
        cells[key]?.remove(at: place)
    }

    /// Whether a corner other than the three lies in a triangle or on its sides.
    func hasCorner(
        inTriangle a: Corner, _ b: Corner, _ c: Corner, corner: (Int32) -> Corner
    ) -> Bool {
        let (left, right) = (min(a.x, b.x, c.x) >> 3, max(a.x, b.x, c.x) >> 3)
        let (top, bottom) = (min(a.y, b.y, c.y) >> 3, max(a.y, b.y, c.y) >> 3)
        for y in top...bottom {
            for x in left...right {
                guard let vertices = cells[Cell(x: x, y: y)] else { continue }
                for vertex in vertices {
                    let place = corner(vertex)
                    if place != a, place != b, place != c, isInside(place, a, b, c) { return true }
                }
            }
        }
        return false
    }

    private func isInside(_ p: Corner, _ a: Corner, _ b: Corner, _ c: Corner) -> Bool {
        let (u, v, w) = (cross(a, b, p), cross(b, c, p), cross(c, a, p))
        let isLeft = u >= 0 && v >= 0 && w >= 0
        let isRight = u <= 0 && v <= 0 && w <= 0
        guard isLeft || isRight else { return false }
        // All three are in line with the place where the triangle is flat: then it must lie between.
        if u == 0 && v == 0 && w == 0 {
            return p.x >= min(a.x, b.x, c.x) && p.x <= max(a.x, b.x, c.x)
                && p.y >= min(a.y, b.y, c.y) && p.y <= max(a.y, b.y, c.y)
        }
        return true
    }
}

/// Corners by the size of their triangle, the smallest first; equal ones in the order of their number.
struct TriangleQueue {
    private var heap: [(size: Int, vertex: Int32)] = []

    mutating func push(_ size: Int, _ vertex: Int32) {
        heap.append((size, vertex))
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child] < heap[parent] else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    mutating func pop() -> (size: Int, vertex: Int32)? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[child] < heap[least] { least = child }
            }
            if least == parent { return first }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
