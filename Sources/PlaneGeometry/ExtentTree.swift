// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Extents packed into a tree, to find quickly those that meet another one.
///
/// Sort-tile-recursive packing: a query is O(log n + found) where extents do not lie on one another.
public struct ExtentTree: Sendable {
    private struct Node: Sendable {
        let extent: Extent
        /// Of the level below; of the extents themselves in the lowest level.
        let children: [Int]
    }

    private static let width = 16
    private let extents: [Extent?]
    /// From the lowest level up; the last has one node at most.
    private var levels: [[Node]] = []

    /// Packs extents; those that are `nil` meet nothing. O(n log n).
    public init(_ extents: [Extent?]) {
        self.extents = extents
        var open = extents.indices.compactMap { index in extents[index].map { (index, $0) } }
        repeat {
            let level = Self.packed(open)
            levels.append(level)
            open = level.enumerated().map { ($0, $1.extent) }
        } while open.count > 1
    }

    private static func packed(_ items: [(Int, Extent)]) -> [Node] {
        let slices = Int((Double(items.count) / Double(width)).squareRoot().rounded(.up))
        let perSlice = max(width, slices * width)
        let byX = items.sorted { ($0.1.minX + $0.1.maxX, $0.0) < ($1.1.minX + $1.1.maxX, $1.0) }
        var nodes: [Node] = []
        for slice in stride(from: 0, to: byX.count, by: perSlice) {
            let byY = byX[slice..<min(slice + perSlice, byX.count)].sorted {
                ($0.1.minY + $0.1.maxY, $0.0) < ($1.1.minY + $1.1.maxY, $1.0)
            }
            for start in stride(from: 0, to: byY.count, by: width) {
                let group = byY[start..<min(start + width, byY.count)]
                let extent = group.dropFirst().reduce(group[start].1) { $0.union($1.1) }
                nodes.append(Node(extent: extent, children: group.map(\.0)))
            }
        }
        return nodes
    }

    /// Which extents share more than a border with another one, in ascending order.
    public func overlapping(_ extent: Extent) -> [Int] {
        touching(extent).filter { extents[$0]?.overlaps(extent) == true }
    }

    /// Which extents share a point with another one, in ascending order.
    public func touching(_ extent: Extent) -> [Int] {
        var indices: [Int] = []
        var open = (levels.last ?? []).indices.map { (level: levels.count - 1, node: $0) }
        while let (level, index) = open.popLast() {
            let node = levels[level][index]
            guard node.extent.touches(extent) else { continue }
            if level > 0 {
                open += node.children.map { (level - 1, $0) }
            } else {
                indices += node.children.filter { extents[$0]?.touches(extent) == true }
            }
        }
        return indices.sorted()
    }
}

extension Extent {
    fileprivate func touches(_ other: Extent) -> Bool {
        minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
    }
}
