// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import PlaneGeometry
import Testing

@testable import Patches

/// The patches of a grid drawn with letters; a dot is no patch.
struct Drawing {
    let numbers: PatchNumbers
    let borders: [Border]
    let parts: [[Int32]]

    init(_ text: String, _ connectedness: Connectedness = .four) {
        let rows = text.split(separator: "\n").map { line in
            line.filter { $0 != " " }.map { $0 == "." ? 0 : Int32($0.asciiValue ?? 0) }
        }
        self.init(rows: rows, connectedness)
    }

    init(rows: [[Int32]], _ connectedness: Connectedness = .four) {
        let width = rows[0].count
        var labelling = PatchLabelling(width: width, connectedness: connectedness)
        for row in rows { labelling.add(row: row) }
        numbers = labelling.finished()
        var again = PatchRows(width: width, numbers: numbers)
        var tracer = BorderTracer(width: width)
        var parts: [[Int32]] = []
        for row in rows {
            var line = [Int32](repeating: 0, count: width)
            again.parts(of: row, into: &line)
            tracer.add(row: line)
            parts.append(line)
        }
        self.parts = parts
        borders = tracer.finished()
    }

    func outlines(_ borders: [Border]? = nil) -> [PartOutline] {
        let outlines = Outlines(borders ?? self.borders, partCount: numbers.partCount)
        return (0..<numbers.partCount).map { outlines.outline(of: Int32($0 + 1)) }
    }

    func pixels(ofPart part: Int32) -> Int { parts.joined().filter { $0 == part }.count }
}

extension PartOutline {
    var geometry: Geometry {
        Geometry([
            Polygon(rings: rings.map { $0.map { Point(x: Double($0.x), y: -Double($0.y)) } })
        ])
    }
}

@Suite struct PatchNumberTests {
    @Test("pixels that meet at a corner are two patches of four neighbours and one of eight")
    func corners() {
        let text = """
            a .
            . a
            """
        #expect(Drawing(text, .four).numbers.patchCount == 2)
        let eight = Drawing(text, .eight).numbers
        #expect(eight.patchCount == 1)
        #expect(eight.partCount == 2)
    }

    @Test("arms that join further down are one patch, numbered by its first pixel")
    func arms() {
        let drawing = Drawing(
            """
            a . b . a
            a . b . a
            a a a a a
            """)
        #expect(drawing.parts == [[1, 0, 2, 0, 1], [1, 0, 2, 0, 1], [1, 1, 1, 1, 1]])
        #expect(drawing.numbers.valueOfPatch == [0, 97, 98])
    }

    @Test("neighbours of different values are different patches")
    func values() {
        #expect(Drawing("a a b b a").numbers.patchCount == 3)
    }
}

@Suite struct OutlineTests {
    @Test("one pixel has a square outline, counter-clockwise with north up")
    func square() {
        let outline = Drawing("a").outlines()[0]
        #expect(outline.doubledArea == 2)
        #expect(outline.rings.count == 1)
        #expect(outline.rings[0].count == 5)
        #expect(outline.geometry.area == 1)
    }

    @Test("a ring of pixels has a hole, and the pixel within fills it")
    func hole() {
        let outlines = Drawing(
            """
            a a a
            a b a
            a a a
            """
        ).outlines()
        #expect(outlines.map(\.rings.count) == [2, 1])
        #expect(outlines.map(\.doubledArea) == [16, 2])
        #expect(outlines[0].geometry.invalidity == nil)
    }

    @Test("a part that touches itself at a corner is a shell and a hole that touch")
    func touching() {
        let outline = Drawing(
            """
            a a a
            a . a
            a a .
            """
        ).outlines()[0]
        #expect(outline.rings.count == 2)
        #expect(outline.geometry.invalidity == nil)
        #expect(outline.geometry.area == 7)
    }

    @Test("two holes that touch at a corner stay two holes")
    func holes() {
        let outline = Drawing(
            """
            a a a a
            a . a a
            a a . a
            a a a a
            """
        ).outlines()[0]
        #expect(outline.rings.count == 3)
        #expect(outline.geometry.invalidity == nil)
    }

    @Test(
        "on grids of chance, outlines are valid and cover exactly the pixels of their part",
        arguments: 1...40)
    func chance(seed: Int) {
        let drawing = Drawing(rows: randomRows(seed: seed), seed.isMultiple(of: 2) ? .four : .eight)
        for outline in drawing.outlines() {
            #expect(outline.doubledArea == 2 * drawing.pixels(ofPart: outline.part))
            #expect(outline.geometry.invalidity == nil)
        }
    }
}

@Suite struct SimplifierTests {
    @Test("the steps of a slanting border go, and both sides keep the same border")
    func staircase() {
        let drawing = Drawing(
            """
            a b b b b b
            a a b b b b
            a a a b b b
            a a a a b b
            a a a a a b
            """)
        let simple = BorderSimplifier.simplified(drawing.borders, limit: 1)
        let shared = simple.filter { $0.left != 0 && $0.right != 0 }
        #expect(shared.count == 1)
        #expect(shared[0].corners.count < 5)
        let outlines = drawing.outlines(simple)
        #expect(outlines.map(\.doubledArea).reduce(0, +) == 60)
    }

    @Test("a single pixel keeps three corners however large the limit")
    func smallest() {
        let drawing = Drawing(
            """
            a a a
            a b a
            a a a
            """)
        let simple = BorderSimplifier.simplified(drawing.borders, limit: 100)
        for outline in drawing.outlines(simple) { #expect(outline.geometry.invalidity == nil) }
        #expect(drawing.outlines(simple)[1].doubledArea > 0)
    }

    @Test("two parts between the same two nodes do not fall together")
    func between() {
        let drawing = Drawing(
            """
            a a a a a
            a b b b a
            a c c c a
            a a a a a
            """)
        let outlines = drawing.outlines(BorderSimplifier.simplified(drawing.borders, limit: 100))
        for outline in outlines {
            #expect(outline.doubledArea > 0)
            #expect(outline.geometry.invalidity == nil)
        }
    }

    @Test(
        "on grids of chance, simplified parts are valid and neither overlap nor leave gaps",
        arguments: 1...40)
    func chance(seed: Int) throws {
        let drawing = Drawing(rows: randomRows(seed: seed))
        let limit = [0.6, 2, 5, 50][seed % 4]
        let simple = BorderSimplifier.simplified(drawing.borders, limit: limit)
        let outlines = drawing.outlines(simple)
        var sum = 0.0
        for outline in outlines {
            #expect(outline.geometry.invalidity == nil)
            #expect(outline.doubledArea > 0)
            sum += outline.geometry.area
        }
        let all = try Geometry(outlines.flatMap(\.geometry.polygons)).dissolved()
        #expect(abs(all.area - sum) < 1e-9)
        #expect(
            simple.reduce(0) { $0 + $1.corners.count }
                < drawing.borders.reduce(0) {
                    $0 + $1.corners.count
                })
    }
}

/// Blotches of three values, the same for the same seed.
private func randomRows(seed: Int) -> [[Int32]] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func next() -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33)
    }
    var rows = (0..<24).map { _ in (0..<31).map { _ in Int32(next() % 4) } }
    for _ in 0..<(seed % 3) {
        for y in 1..<23 { for x in 1..<30 where next() % 3 == 0 { rows[y][x] = rows[y][x - 1] } }
    }
    return rows
}
