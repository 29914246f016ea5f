// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A corner of pixels: column and row of the pixel to its lower right.
public struct Corner: Hashable, Sendable {
    /// Columns from the left.
    public var x: Int32
    /// Rows from the top.
    public var y: Int32

    /// A corner of pixels.
    public init(x: Int32, y: Int32) {
        self.x = x
        self.y = y
    }
}

/// A border between two parts, from one node to the next: what both share, stored once.
///
/// A node is a corner where three borders or more meet. A border without a node is a loop: its last
/// corner is its first.
public struct Border: Hashable, Sendable {
    /// Where it bends, and its ends.
    public var corners: [Corner]
    /// The part to its left, seen along it with north up; 0 for none.
    public let left: Int32
    /// The part to its right.
    public let right: Int32
    /// The way that it sets out, and the way that it arrives, on the pixel grid.
    let departure: Heading, arrival: Heading

    /// Whether it ends where it begins.
    public var isLoop: Bool { corners.first == corners.last }
}

/// A way along the pixel grid, counted leftwards: east, north, west, south.
enum Heading: UInt8, Sendable {
    case east, north, west, south

    init(from a: Corner, to b: Corner) {
        self = a.x < b.x ? .east : a.x > b.x ? .west : a.y > b.y ? .north : .south
    }

    var reversed: Heading { Heading(rawValue: (rawValue + 2) % 4) ?? .east }

    /// How far another way turns to the left of this one: 1 left, 0 on, 3 right, 2 back.
    func turn(to other: Heading) -> UInt8 { (other.rawValue + 4 - rawValue) % 4 }
}

/// Finds the borders between parts in one sweep from the top; holds one row, and the borders.
public struct BorderTracer: Sendable {
    private let width: Int
    private var above: [Int32]
    private var row: Int32 = 0
    /// By column: the piece that comes down to the next row of corners, or −1.
    private var falling: [Int32]
    private var pieces: [Piece] = []

    /// A sweep over rows of so many pixels.
    public init(width: Int) {
        self.width = width
        above = Array(repeating: 0, count: width + 2)
        falling = Array(repeating: -1, count: width + 1)
    }

    /// Adds the next row: the part of each pixel, 0 for none.
    public mutating func add(row parts: [Int32]) {
        precondition(parts.count == width, "\(parts.count) pixels are no row of \(width)")
        sweep(to: [0] + parts + [0])
    }

    /// The borders, once every row has been added.
    public consuming func finished() -> [Border] {
        sweep(to: Array(repeating: 0, count: width + 2))
        return join(pieces)
    }

    private mutating func sweep(to below: [Int32]) {
        var level: Int32 = -1
        var x = -1
        while true {
            x += 1
            if x.isMultiple(of: 16) { x = plain(below, from: x) }
            guard x <= width else { break }
            let (northWest, northEast) = (above[x], above[x + 1])
            let (southWest, southEast) = (below[x], below[x + 1])
            let up = northWest != northEast
            let down = southWest != southEast
            let left = northWest != southWest
            let right = northEast != southEast
            if up == down && left == right && up != left { continue }  // straight on
            if !(up || down || left || right) { continue }
            let here = Corner(x: Int32(x), y: row)
            let degree = (up ? 1 : 0) + (down ? 1 : 0) + (left ? 1 : 0) + (right ? 1 : 0)
            if degree == 2, up != down, left != right, up == right {
                // One piece bends: from above to the right, or from the left downwards.
                if up {
                    level = falling[x]
                    pieces[Int(level)].corners.append(here)
                    falling[x] = -1
                } else {
                    pieces[Int(level)].corners.append(here)
                    falling[x] = level
                    level = -1
                }
                continue
            }
            let isNode = degree > 2
            if up { end(falling[x], at: here, isNode) }
            if left { end(level, at: here, isNode) }
            falling[x] =
                down ? start(at: here, isNode, left: southEast, right: southWest) : -1
            level = right ? start(at: here, isNode, left: northEast, right: southEast) : -1
        }
        above = below
        row += 1
    }

    /// The first corner from one on, or a few before it, where something may begin, bend or end: along
    /// pixels that are alike in both rows nothing does.
    private func plain(_ below: [Int32], from start: Int) -> Int {
        above.withUnsafeBytes { above in
            below.withUnsafeBytes { below in
                guard let above = above.baseAddress, let below = below.baseAddress else {
                    return start
                }
                // Each pixel is compared with the one to its right.
                func isAlike(_ row: UnsafeRawPointer, _ x: Int) -> Bool {
                    memcmp(row + 4 * x, row + 4 * x + 4, 4 * 16) == 0
                }
                var x = start
                while x + 17 <= width + 2, isAlike(above, x), isAlike(below, x) { x += 16 }
                return x
            }
        }
    }

    private mutating func start(
        at corner: Corner, _ isNode: Bool, left: Int32, right: Int32
    ) -> Int32 {
        pieces.append(
            Piece(corners: [corner], left: left, right: right, beginsAtNode: isNode))
        return Int32(pieces.count - 1)
    }

    private mutating func end(_ piece: Int32, at corner: Corner, _ isNode: Bool) {
        pieces[Int(piece)].corners.append(corner)
        pieces[Int(piece)].endsAtNode = isNode
    }
}

/// A stretch of a border that runs right and down only.
private struct Piece: Sendable {
    var corners: [Corner]
    let left: Int32, right: Int32
    let beginsAtNode: Bool
    var endsAtNode = false

    func end(_ isLast: Bool) -> Corner { isLast ? corners[corners.count - 1] : corners[0] }
    func isNode(_ isLast: Bool) -> Bool { isLast ? endsAtNode : beginsAtNode }
}

/// An end of a piece.
private struct PieceEnd: Hashable {
    let piece: Int
    let isLast: Bool
}

/// Joins pieces where they meet at a bend that is no node.
private func join(_ pieces: [Piece]) -> [Border] {
    var meetings: [Corner: (PieceEnd, PieceEnd?)] = [:]
    meetings.reserveCapacity(pieces.count)
    for (index, piece) in pieces.enumerated() {
        for isLast in [false, true] where !piece.isNode(isLast) {
            let end = PieceEnd(piece: index, isLast: isLast)
            if let first = meetings[piece.end(isLast)]?.0 {
                meetings[piece.end(isLast)] = (first, end)
            } else {
                meetings[piece.end(isLast)] = (end, nil)
            }
        }
    }
    var isDone = [Bool](repeating: false, count: pieces.count)
    var borders: [Border] = []
    func follow(from start: Int, reversed: Bool) {
        var corners: [Corner] = []
        var (piece, reversed) = (start, reversed)
        let sides =
            reversed
            ? (pieces[start].right, pieces[start].left)
            : (pieces[start].left, pieces[start].right)
        while !isDone[piece] {
            isDone[piece] = true
            let stretch = pieces[piece].corners
            let turned = reversed ? stretch.reversed() : stretch
            corners += corners.isEmpty ? turned[...] : turned.dropFirst()
            let isLast = !reversed
            guard !pieces[piece].isNode(isLast), let meeting = meetings[pieces[piece].end(isLast)],
                let other = meeting.1
            else { break }
            let next = meeting.0 == PieceEnd(piece: piece, isLast: isLast) ? other : meeting.0
            piece = next.piece
            reversed = next.isLast
        }
        borders.append(
            Border(
                corners: corners, left: sides.0, right: sides.1,
                departure: Heading(from: corners[0], to: corners[1]),
                arrival: Heading(from: corners[corners.count - 2], to: corners[corners.count - 1])))
    }
    for index in pieces.indices where !isDone[index] && pieces[index].beginsAtNode {
        follow(from: index, reversed: false)
    }
    for index in pieces.indices where !isDone[index] && pieces[index].endsAtNode {
        follow(from: index, reversed: true)
    }
    for index in pieces.indices where !isDone[index] { follow(from: index, reversed: false) }
    return borders
}
