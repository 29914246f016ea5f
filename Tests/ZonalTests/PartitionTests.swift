// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// Zones that share borders and leave no gap: every pixel belongs to them exactly once.
@Suite struct PartitionTests {
    @Test("the parts of a random triangulation cover every pixel exactly", arguments: 1...12)
    func triangulation(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let cells = Int.random(in: 2...9, using: &random)
        let pixels = Int.random(in: 3...24, using: &random)
        let size = Double(pixels) / Double(cells)
        // A grid of points around the raster, each moved by up to a fifth of a cell.
        let points = (-1...cells + 1).map { row in
            (-1...cells + 1).map { column in
                Point(
                    x: size * (Double(column) + Double.random(in: -0.2...0.2, using: &random)),
                    y: size * (Double(row) + Double.random(in: -0.2...0.2, using: &random)))
            }
        }
        var zones = [[[[Point]]]](repeating: [], count: 5)
        for row in 0..<cells + 2 {
            for column in 0..<cells + 2 {
                let a = points[row][column]
                let b = points[row][column + 1]
                let c = points[row + 1][column + 1]
                let d = points[row + 1][column]
                let triangles =
                    Bool.random(using: &random)
                    ? [[a, b, c, a], [a, c, d, a]] : [[a, b, d, a], [b, c, d, b]]
                for triangle in triangles {
                    // Half of them the other way round.
                    let ring = Bool.random(using: &random) ? triangle : triangle.reversed()
                    zones[Int.random(in: 0..<zones.count, using: &random)].append([ring])
                }
            }
        }
        expectPartition(zones.map { edges($0) }, pixels: pixels)
    }

    @Test("the slices of a fan, thin and steep, cover every pixel exactly", arguments: 20...29)
    func fan(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let centre = Point(
            x: Double.random(in: 0...8, using: &random), y: Double.random(in: 0...8, using: &random)
        )
        let corners = [(-3.0, -3.0), (11, -3), (11, 11), (-3, 11)].map { Point(x: $0, y: $1) }
        var rim: [Point] = []
        for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
            let cuts = (0..<60).map { _ in Double.random(in: 0..<1, using: &random) }.sorted()
            rim += [a] + cuts.map { Point(x: a.x + $0 * (b.x - a.x), y: a.y + $0 * (b.y - a.y)) }
        }
        let slices = zip(rim, rim.dropFirst() + rim.prefix(1)).map { a, b in
            edges([[[centre, a, b, centre]]])
        }
        expectPartition(slices, pixels: 8)
    }

    @Test("a zone and the hole that it leaves in another cover every pixel exactly")
    func holeAndFilling() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<20 {
            let hole = (0..<17).map { step in
                let angle = 2 * Double.pi * Double(step) / 17
                let radius = Double.random(in: 0.3...3.9, using: &random)
                return Point(x: 4 + radius * cos(angle), y: 4 + radius * sin(angle))
            }
            let ring = hole + [hole[0]]
            let frame = [(0.0, 0.0), (8, 0), (8, 8), (0, 8), (0, 0)].map { Point(x: $0, y: $1) }
            expectPartition([edges([[frame, ring]]), edges([[ring.reversed()]])], pixels: 8)
        }
    }

    private func expectPartition(_ zones: [ZoneEdges], pixels: Int) {
        var sum = CoverageGrid(repeating: [Int](repeating: 0, count: pixels), count: pixels)
        for zone in zones {
            let part = coverage(zone, rows: 0..<pixels, columns: 0..<pixels)
            for (row, line) in part.enumerated() {
                for (column, share) in line.enumerated() { sum[row][column] += share }
            }
        }
        #expect(sum.joined().allSatisfy { $0 == Subpixel.wholePixel })
    }
}
