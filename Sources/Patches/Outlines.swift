// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A part's outline: a shell, counter-clockwise with north up, then its holes, clockwise.
public struct PartOutline: Hashable, Sendable {
    /// From 1.
    public let part: Int32
    /// Closed: the last corner is the first.
    public let rings: [[Corner]]

    /// What the rings enclose, in half pixels, by the corners where they bend.
    public var doubledArea: Int { -rings.reduce(0) { $0 + doubledRingArea($1) } }
}

/// Twice the area that a ring goes round, positive where it runs clockwise with north up.
func doubledRingArea(_ ring: [Corner]) -> Int {
    var sum = 0
    for index in ring.indices.dropFirst() {
        let (a, b) = (ring[index - 1], ring[index])
        sum += Int(a.x) * Int(b.y) - Int(b.x) * Int(a.y)
    }
    return sum
}

/// Borders, and which of them go round each part.
public struct Outlines: Sendable {
    private let borders: [Border]
    /// By part: where its borders begin in ``uses``.
    private let starts: [Int]
    /// A border and whether the part lies to its right, as `2 · border + 1`.
    private let uses: [Int32]

    /// Sorts borders by the parts that they go round. O(borders).
    public init(_ borders: [Border], partCount: Int) {
        self.borders = borders
        var starts = [Int](repeating: 0, count: partCount + 2)
        for border in borders {
            if border.left != 0 { starts[Int(border.left) + 1] += 1 }
            if border.right != 0 { starts[Int(border.right) + 1] += 1 }
        }
        for part in starts.indices.dropFirst() { starts[part] += starts[part - 1] }
        var next = starts
        var uses = [Int32](repeating: 0, count: starts[partCount + 1])
        for (index, border) in borders.enumerated() {
            for (part, use) in [(border.left, 2 * index), (border.right, 2 * index + 1)]
            where part != 0 {
                uses[next[Int(part)]] = Int32(use)
                next[Int(part)] += 1
            }
        }
        self.starts = starts
        self.uses = uses
    }

    /// A part's rings. Rings touch one another at corners only, and no ring touches itself, so that
    /// the outline is valid in the sense of OGC Simple Features.
    public func outline(of part: Int32) -> PartOutline {
        var open = Array(uses[starts[Int(part)]..<starts[Int(part) + 1]])
        // One border alone goes round it: an island, as most parts are.
        if open.count == 1 { return PartOutline(part: part, rings: [corners(of: open[...])]) }
        var leaving: [Corner: [Int32]] = [:]
        for use in open { leaving[ends(of: use).first, default: []].append(use) }
        var rings: [[Corner]] = []
        var used: Set<Int32> = []
        open.reverse()
        while let start = open.popLast() {
            guard !used.contains(start) else { continue }
            var chain: [Int32] = []
            var use = start
            repeat {
                used.insert(use)
                chain.append(use)
                use = next(after: use, among: leaving[ends(of: use).last] ?? [])
            } while use != start && !used.contains(use)
            rings += simpleRings(of: chain)
        }
        // The shell is the only ring that runs counter-clockwise.
        let shell = rings.firstIndex { doubledRingArea($0) < 0 } ?? 0
        rings.swapAt(0, shell)
        return PartOutline(part: part, rings: rings)
    }

    private func ends(of use: Int32) -> (first: Corner, last: Corner) {
        let corners = borders[Int(use >> 1)].corners
        let (first, last) = (corners[0], corners[corners.count - 1])
        return use & 1 == 0 ? (first, last) : (last, first)
    }

    /// At a corner where the part touches itself, the border of the same pixel goes on: leftmost.
    private func next(after use: Int32, among leaving: [Int32]) -> Int32 {
        if leaving.count == 1 { return leaving[0] }
        let border = borders[Int(use >> 1)]
        let arrival = use & 1 == 0 ? border.arrival : border.departure.reversed
        return leaving.first { candidate in
            let other = borders[Int(candidate >> 1)]
            let departure = candidate & 1 == 0 ? other.departure : other.arrival.reversed
            return arrival.turn(to: departure) == 1
        } ?? leaving[0]
    }

    /// Cuts a ring at each corner that it passes twice.
    private func simpleRings(of chain: [Int32]) -> [[Corner]] {
        var rings: [[Corner]] = []
        var stack: [Int32] = []
        var places: [Corner: Int] = [:]
        for use in chain {
            places[ends(of: use).first] = stack.count
            stack.append(use)
            guard let start = places[ends(of: use).last] else { continue }
            let loop = stack[start...]
            rings.append(corners(of: loop))
            for use in loop { places[ends(of: use).first] = nil }
            stack.removeSubrange(start...)
        }
        return rings
    }

    private func corners(of loop: ArraySlice<Int32>) -> [Corner] {
        var corners: [Corner] = []
        for use in loop {
            let stretch = borders[Int(use >> 1)].corners
            let turned = use & 1 == 0 ? stretch : stretch.reversed()
            corners += corners.isEmpty ? turned[...] : turned.dropFirst()
        }
        return corners
    }
}
