// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import PlaneGeometry
import Testing

@Suite struct GeometryTests {
    @Test("a bow-tie is invalid, and is mended to its two triangles")
    func bowTie() throws {
        let bowTie = try Geometry(wkt: "POLYGON((0 0,2 2,2 0,0 2,0 0))")
        #expect(bowTie.invalidity?.contains("Self-intersection") == true)
        let mended = try bowTie.madeValid()
        #expect(mended.invalidity == nil)
        #expect(mended.polygons.count == 2)
        #expect(mended.area == 2)
    }

    @Test("what is valid has no reason to be invalid")
    func valid() throws {
        #expect(try Geometry(wkt: "POLYGON((0 0,1 0,1 1,0 0))").invalidity == nil)
    }

    @Test("polygons come out of collections and curves; lines stay behind")
    func collection() throws {
        let mixed = try Geometry(
            wkt: "GEOMETRYCOLLECTION(POINT(0 0),LINESTRING(0 0,1 1),"
                + "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((2 2,3 2,3 3,2 2))))")
        #expect(mixed.polygons.count == 2)
        let circle = try Geometry(
            wkt: "CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0,1 -1,0 0))")
        let area = Geometry(circle.polygons).area
        #expect(abs(area - .pi) < 0.01)
        #expect(try Geometry(wkt: "LINESTRING(0 0,1 1)").polygons.isEmpty)
    }

    @Test("overlay gives the areas that a child can count")
    func overlay() throws {
        let a = try Geometry(wkt: "POLYGON((0 0,2 0,2 2,0 2,0 0))")
        let b = try Geometry(wkt: "POLYGON((1 1,3 1,3 3,1 3,1 1))")
        #expect(try a.intersection(b).area == 1)
        #expect(try a.union(b).area == 7)
        #expect(try a.difference(b).area == 3)
        #expect(a.intersects(b))
        #expect(a.extent == Extent(minX: 0, minY: 0, maxX: 2, maxY: 2))
    }

    @Test("parts that touch or overlap dissolve into one")
    func dissolving() throws {
        let parts = try Geometry(
            wkt: "MULTIPOLYGON(((0 0,2 0,2 2,0 2,0 0)),((1 0,3 0,3 2,1 2,1 0)))")
        let whole = try parts.dissolved()
        #expect(whole.area == 6)
        #expect(whole.polygons.count == 1)
    }

    @Test("what is no geometry is an error that quotes it")
    func nonsense() {
        #expect {
            try Geometry(wkt: "POLYGON((0 0")
        } throws: { "\($0)".contains("POLYGON((0 0") }
    }
}
