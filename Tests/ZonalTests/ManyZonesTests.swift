// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL
import Testing

@testable import Zonal

/// Zones by the hundred.
@Suite struct ManyZonesTests {
    @Test("zones are grouped with their neighbours, each once, and a large one is alone")
    func groups() throws {
        var shapes = [("big", box(100, 30, 110, 40))]
        for row in 0..<10 {
            for column in 0..<10 {
                let (x, y) = (100 + Double(column), 30 + Double(row))
                shapes.append(("\(row) \(column)", box(x, y, x + 1, y + 1)))
            }
        }
        let layer = try zones(shapes.map { (id: $0.0, wkt: $0.1) })
        let grid = Grid(
            width: 20, height: 20,
            transform: try #require(GeoTransform(left: 100, top: 40, pixelSize: 0.5)),
            crs: try CRS("EPSG:4326"), name: "lc.tif")
        let groups = try layer.groups(on: grid, limit: 900)
        #expect(groups.joined().sorted() == Array(0...100))
        #expect(groups.contains([0]))
        #expect(groups.count > 2 && groups.count < 60)
        #expect(try layer.groups(on: grid, limit: 1e9).count == 1)
    }

    @Test("many zones are compared with their neighbours alone, and notes keep their order")
    func many() throws {
        let shapes = (0..<300).map { index in
            let x = Double(index) * 2
            return (id: "\(index)", wkt: box(x, 0, x + (index % 100 == 7 ? 3 : 2), 1))
        }
        let notes = try zones(shapes).topologyNotes()
        #expect(notes.map(\.zones) == [["7", "8"], ["107", "108"], ["207", "208"]])
    }
}
