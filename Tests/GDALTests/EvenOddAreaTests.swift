// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

@testable import PlaneGeometry
import Support
import Testing

@testable import GDAL

/// What rings that cross themselves enclose.
@Suite struct EvenOddAreaTests {
    private func ring(_ numbers: [Double]) -> [Point] {
        stride(from: 0, to: numbers.count, by: 2).map {
            Point(x: numbers[$0], y: numbers[$0 + 1])
        }
    }

    private func randomRing(_ count: Int, seed: UInt64, in range: ClosedRange<Double>) -> [Point] {
        var random = SeededRandom(seed: seed)
        let points = (0..<count).map { _ in
            Point(
                x: Double.random(in: range, using: &random),
                y: Double.random(in: range, using: &random))
        }
        return points + [points[0]]
    }

    /// By the rule itself: between two heights where sides end or cross, the widths between every
    /// first and second side.
    private func areaByRule(_ rings: [[Point]]) -> Double {
        let sides = rings.flatMap { zip($0, $0.dropFirst()) }.filter { $0.0.y != $0.1.y }
            .map { $0.0.y < $0.1.y ? $0 : ($0.1, $0.0) }
        var heights = Set(rings.joined().map(\.y))
        for (index, (a, b)) in sides.enumerated() {
            for (c, d) in sides[(index + 1)...] {
                let under = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x)
                let over = (c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)
                if under != 0, (0...1).contains(over / under) {
                    heights.insert(a.y + over / under * (b.y - a.y))
                }
            }
        }
        let sorted = heights.sorted()
        return zip(sorted, sorted.dropFirst()).reduce(0) { sum, slab in
            let middle = (slab.0 + slab.1) / 2
            let xs = sides.filter { $0.0.y <= middle && middle < $0.1.y }.map { a, b in
                a.x + (middle - a.y) * (b.x - a.x) / (b.y - a.y)
            }.sorted()
            let width = stride(from: 0, to: xs.count - 1, by: 2).reduce(0) {
                $0 + xs[$1 + 1] - xs[$1]
            }
            return sum + width * (slab.1 - slab.0)
        }
    }

    @Test("rings with corners on few places, that touch, repeat and cross, follow the rule")
    func lattice() throws {
        for seed in 0..<60 {
            var random = SeededRandom(seed: UInt64(seed))
            let rings = (0...(seed % 3)).map { _ in
                let points = (0..<(4 + seed % 30)).map { _ in
                    Point(
                        x: Double(Int.random(in: 0..<6, using: &random)),
                        y: Double(Int.random(in: 0..<6, using: &random)))
                }
                return points + [points[0]]
            }
            let found = Geometry(try EvenOddArea(of: rings).polygons)
            #expect(abs(found.area - areaByRule(rings)) < 1e-9, "seed \(seed)")
            #expect(found.invalidity == nil, "seed \(seed)")
        }
    }

    @Test("a ring of two hundred random corners is taken apart into valid polygons")
    func crossings() throws {
        let ring = randomRing(200, seed: 1, in: 109...109.04)
        let polygons = try EvenOddArea(of: [ring]).polygons
        let found = Geometry(polygons)
        #expect(polygons.count > 1000)
        #expect(found.invalidity == nil)
        #expect(abs(found.area / areaByRule([ring]) - 1) < 1e-9)
    }

    @Test("corners stay where they are, to the last bit")
    func corners() throws {
        let ring = randomRing(12, seed: 7, in: 109.1...109.2)
        let found = Set(try EvenOddArea(of: [ring]).polygons.flatMap(\.rings).joined())
        #expect(Set(ring).isSubset(of: found))
    }

    @Test("a spike encloses nothing, and a ring walked twice is the same ring")
    func walkedTwice() throws {
        let spike = ring([0, 0, 4, 0, 4, 4, 2, 4, 2, 8, 2, 4, 0, 4, 0, 0])
        #expect(Geometry(try EvenOddArea(of: [spike]).polygons).area == 16)
        let lap = ring([0, 0, 1, 0, 1, 1, 0, 1])
        #expect(Geometry(try EvenOddArea(of: [lap + lap + [lap[0]]]).polygons).area == 1)
    }

    @Test("holes that touch a side, share one, or reach out are holes where they are inside")
    func holes() throws {
        let square = ring([0, 0, 4, 0, 4, 4, 0, 4, 0, 0])
        let touching = try EvenOddArea(of: [square, ring([0, 2, 1, 1, 1, 3, 0, 2])]).polygons
        #expect(touching.map(\.rings.count) == [2])
        #expect(Geometry(touching).area == 15)
        let sharing = ring([0, 0, 2, 0, 2, 2, 0, 2, 0, 0])
        #expect(Geometry(try EvenOddArea(of: [square, sharing]).polygons).area == 12)
        let island = ring([1, 1, 2, 1, 2, 2, 1, 2, 1, 1])
        let lake = ring([0.5, 0.5, 3, 0.5, 3, 3, 0.5, 3, 0.5, 0.5])
        let nested = try EvenOddArea(of: [square, lake, island]).polygons
        #expect(nested.map(\.rings.count).sorted() == [1, 2])
        #expect(Geometry(nested).area == 16 - 6.25 + 1)
    }

    @Test("rings that cross too often, or are nowhere, are refused")
    func refused() throws {
        let ring = randomRing(100, seed: 3, in: 0...1)
        #expect(throws: RingFault.tooManyCrossings) {
            try EvenOddArea(of: [ring], most: 100)
        }
        for number in [Double.nan, .infinity, 1.7e308] {
            let nowhere = [
                Point(x: 0, y: 0), Point(x: number, y: 0), Point(x: -number, y: 1),
                Point(x: 0, y: 0),
            ]
            #expect(throws: RingFault.notFinite) { try EvenOddArea(of: [nowhere]) }
        }
    }

    @Test("a turn is told exactly where rounding would lose it")
    func turns() {
        let far = 1 << 51
        let a = LatticePoint(x: 0, y: 0)
        let b = LatticePoint(x: far, y: far - 1)
        #expect(LatticePoint.turn(a, b, LatticePoint(x: far - 1, y: far - 2)) < 0)
        #expect(LatticePoint.turn(a, b, LatticePoint(x: 2 * far, y: 2 * far - 2)) == 0)
        #expect(LatticePoint.turn(a, b, LatticePoint(x: far - 1, y: far - 1)) > 0)
    }

    @Test("edges are cut where they cross and touch, and cancel where two lie on each other")
    func noding() throws {
        func edge(_ ax: Int, _ ay: Int, _ bx: Int, _ by: Int) -> LatticeEdge {
            LatticeEdge(LatticePoint(x: ax, y: ay), LatticePoint(x: bx, y: by))
        }
        let cross = [edge(0, 0, 4, 4), edge(0, 4, 4, 0)]
        #expect(
            Set(try EdgeNoder.noded(cross, most: 10)) == [
                edge(0, 0, 2, 2), edge(2, 2, 4, 4), edge(0, 4, 2, 2), edge(2, 2, 4, 0),
            ])
        let overlapping = [edge(0, 0, 4, 0), edge(2, 0, 6, 0)]
        #expect(
            Set(try EdgeNoder.noded(overlapping, most: 10)) == [edge(0, 0, 2, 0), edge(4, 0, 6, 0)]
        )
    }

    @Test("places of a lattice come back as the points that they were made of")
    func lattices() throws {
        let corners = randomRing(20, seed: 5, in: -1e-3...1e-3)
        var lattice = try #require(try PointLattice(around: [corners]))
        for corner in corners {
            let place = lattice.place(of: corner)
            #expect(lattice.point(at: place) == corner)
        }
        #expect(try PointLattice(around: [[Point(x: 1, y: 1)]]) == nil)
    }

    @Test("faces inside are told from those outside, however deep they lie")
    func faces() {
        func square(_ low: Int, _ high: Int) -> [LatticeEdge] {
            let corners = [(low, low), (high, low), (high, high), (low, high), (low, low)].map {
                LatticePoint(x: $0, y: $1)
            }
            return zip(corners, corners.dropFirst()).map { LatticeEdge($0, $1) }
        }
        let insides = LatticeFaces(of: square(0, 9) + square(1, 8) + square(2, 7)).insides()
        #expect(insides.map(\.count).sorted() == [1, 2])
    }
}
