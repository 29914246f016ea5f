// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GDAL
import PlaneGeometry
import Support
import Testing

@testable import Zonal

/// A zone on a 3×3 grid, and the share of each pixel that it covers, row by row.
struct Figure: Sendable, CustomTestStringConvertible {
    let wkt: String
    let shares: [[Double]]

    init(_ wkt: String, _ top: [Double], _ middle: [Double], _ bottom: [Double]) {
        self.wkt = wkt
        shares = [top, middle, bottom]
    }

    var testDescription: String { wkt }
}

private let figures: [Figure] = [
    // One pixel, its sides on the lines between pixels.
    Figure("POLYGON((1 1,2 1,2 2,1 2,1 1))", [0, 0, 0], [0, 1, 0], [0, 0, 0]),
    // The same ring the other way round.
    Figure("POLYGON((1 1,1 2,2 2,2 1,1 1))", [0, 0, 0], [0, 1, 0], [0, 0, 0]),
    // Half the grid: the diagonal goes through the corners of pixels.
    Figure("POLYGON((0 0,3 0,0 3,0 0))", [1, 1, 0.5], [1, 0.5, 0], [0.5, 0, 0]),
    Figure("POLYGON((0 0,3 3,0 3,0 0))", [0.5, 0, 0], [1, 0.5, 0], [1, 1, 0.5]),
    // A flat triangle: the slope 1/3 crosses all columns in one row.
    Figure("POLYGON((0 0,3 1,0 1,0 0))", [5.0 / 6, 0.5, 1.0 / 6], [0, 0, 0], [0, 0, 0]),
    // A diamond that touches the middle of every side.
    Figure(
        "POLYGON((1.5 0,3 1.5,1.5 3,0 1.5,1.5 0))",
        [0.125, 0.75, 0.125], [0.75, 1, 0.75], [0.125, 0.75, 0.125]),
    // A hole.
    Figure(
        "POLYGON((0 0,3 0,3 3,0 3,0 0),(0.5 0.5,0.5 2.5,2.5 2.5,2.5 0.5,0.5 0.5))",
        [0.75, 0.5, 0.75], [0.5, 0, 0.5], [0.75, 0.5, 0.75]),
    // A hole that touches the outer ring at a point.
    Figure(
        "POLYGON((0 0,3 0,3 3,0 3,0 0),(1.5 0,1 1,2 1,1.5 0))",
        [1, 0.5, 1], [1, 1, 1], [1, 1, 1]),
    // An island in a hole.
    Figure(
        "MULTIPOLYGON(((0 0,3 0,3 3,0 3,0 0),(0 1,0 2,3 2,3 1,0 1)),((1 1,2 1,2 2,1 2,1 1)))",
        [1, 1, 1], [0, 1, 0], [1, 1, 1]),
    // Two parts that touch at a corner of pixels.
    Figure(
        "MULTIPOLYGON(((0.5 0.5,1 0.5,1 1,0.5 1,0.5 0.5)),((1 1,1.5 1,1.5 1.5,1 1.5,1 1)))",
        [0.25, 0, 0], [0, 0.25, 0], [0, 0, 0]),
    // Two parts in one pixel.
    Figure(
        "MULTIPOLYGON(((1 1,1.25 1,1.25 2,1 2,1 1)),((1.75 1,2 1,2 2,1.75 2,1.75 1)))",
        [0, 0, 0], [0, 0.5, 0], [0, 0, 0]),
    // Larger than the grid, and off it on every side.
    Figure("POLYGON((-9 -9,12 -9,12 12,-9 12,-9 -9))", [1, 1, 1], [1, 1, 1], [1, 1, 1]),
    Figure("POLYGON((-9 1,12 1,12 1.5,-9 1.5,-9 1))", [0, 0, 0], [0.5, 0.5, 0.5], [0, 0, 0]),
    Figure("POLYGON((-9 0,0 0,0 3,-9 3,-9 0))", [0, 0, 0], [0, 0, 0], [0, 0, 0]),
    Figure("POLYGON((3 0,9 0,9 3,3 3,3 0))", [0, 0, 0], [0, 0, 0], [0, 0, 0]),
    Figure("POLYGON((0 3,3 3,3 9,0 9,0 3))", [0, 0, 0], [0, 0, 0], [0, 0, 0]),
    Figure("POLYGON((0 -9,3 -9,3 0,0 0,0 -9))", [0, 0, 0], [0, 0, 0], [0, 0, 0]),
    // A slit a thousandth of a pixel wide.
    Figure(
        "POLYGON((1 0,1.0009765625 0,1.0009765625 3,1 3,1 0))",
        [0, 0x1p-10, 0], [0, 0x1p-10, 0], [0, 0x1p-10, 0]),
    // A spike without width, there and back.
    Figure("POLYGON((0 0,1 0,1 1,3 3,1 1,0 1,0 0))", [1, 0, 0], [0, 0, 0], [0, 0, 0]),
]

/// Zones on a 3×3 grid, x to the right and y down, whose answers can be checked by eye.
@Suite struct CoverageTests {
    @Test(
        "coverage is the share of each pixel that the zone covers",
        arguments: figures)
    func onThreeByThree(figure: Figure) throws {
        let found = try shares(figure.wkt)
        // Sixths are not on the sub-pixel grid; every other figure is exact.
        let isExact = figure.shares.joined().allSatisfy { $0 * 1024 == ($0 * 1024).rounded() }
        for (row, line) in figure.shares.enumerated() {
            for (column, share) in line.enumerated() {
                #expect(
                    abs(found[row][column] - share) <= (isExact ? 0 : 0x1p-22),
                    "row \(row), column \(column)")
            }
        }
    }

    @Test("coverage does not depend on how the pixels are cut into rectangles")
    func splitInvariance() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<40 {
            let shape = edges([[star(&random, around: 16, reach: 30)]])
            let whole = coverage(shape, rows: -4..<36, columns: -4..<36)
            let cutRow = Int.random(in: -3..<35, using: &random)
            let cutColumn = Int.random(in: -3..<35, using: &random)
            for rows in [-4..<cutRow, cutRow..<36] {
                for columns in [-4..<cutColumn, cutColumn..<36] {
                    let part = coverage(shape, rows: rows, columns: columns)
                    let expected = rows.map { row in
                        Array(whole[row + 4][columns.lowerBound + 4..<columns.upperBound + 4])
                    }
                    #expect(part == expected, "rows \(rows), columns \(columns)")
                }
            }
        }
    }

    @Test("coverage adds up to the area of the polygon")
    func totalIsArea() throws {
        var random = SeededRandom(seed: 11)
        for _ in 0..<40 {
            let ring = star(&random, around: 16, reach: 15)
            let total = coverage(edges([[ring]]), rows: 0..<33, columns: 0..<33)
                .joined().reduce(0, +)
            let area = Geometry([Polygon(rings: [ring])]).area
            #expect(abs(Double(total) / Double(Subpixel.wholePixel) - area) < 1e-4)
        }
    }

    @Test("a crossing of an edge with a row is the nearest sub-pixel, for the longest edges too")
    func crossingsAreNearest() throws {
        let far = 1 << 51
        let edge = try #require(Edge(from: (-far, -far), to: (far, far - 1), sign: 1))
        // x = −2⁵¹ + (y + 2⁵¹)·2⁵²/(2⁵² − 1): at y = 0 a little more than a half.
        #expect(edge.x(at: 0) == 1)
        #expect(edge.x(at: -far) == -far)
        let back = try #require(Edge(from: (far, -far), to: (-far, far - 1), sign: 1))
        #expect(back.x(at: 0) == -1)
        let short = try #require(Edge(from: (0, 0), to: (7, 3), sign: 1))
        #expect([0, 1, 2, 3].map(short.x(at:)) == [0, 2, 5, 7])
    }
}

/// A ring around (centre, centre) with random radii: simple, and as jagged as can be.
private func star(
    _ random: inout SeededRandom, around centre: Double, reach: Double
) -> [Point] {
    let count = Int.random(in: 3...40, using: &random)
    let points = (0..<count).map { step in
        let angle = 2 * Double.pi * Double(step) / Double(count)
        let radius = Double.random(in: 0.5...reach, using: &random)
        return Point(x: centre + radius * cos(angle), y: centre + radius * sin(angle))
    }
    return points + [points[0]]
}
