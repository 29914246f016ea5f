// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import GDAL

import PlaneGeometry
@testable import Zonal

/// Coverage by pixel, rows from the top, in units of 1/``Subpixel/wholePixel``.
typealias CoverageGrid = [[Int]]

/// The edges of polygons given in pixels: x to the right, y down.
func edges(_ wkt: String, shiftedBy columns: Double = 0) throws -> ZoneEdges {
    edges(try Geometry(wkt: wkt).polygons.map(\.rings), shiftedBy: columns)
}

/// The edges of polygons, each a list of rings in pixels.
func edges(_ polygons: [[[Point]]], shiftedBy columns: Double = 0) -> ZoneEdges {
    var shape = ZoneEdges()
    shape.addCopy(of: polygons, shiftedBy: columns)
    return shape
}

/// Coverage of each pixel of a rectangle.
func coverage(_ shape: ZoneEdges, rows: Range<Int>, columns: Range<Int>) -> CoverageGrid {
    var scanline = Scanline()
    var runs = Runs()
    runs.removeAll(rows: rows)
    scanline.append(shape.edges, columns: columns, to: &runs)
    var lines: CoverageGrid = []
    for row in rows {
        var line = [Int](repeating: 0, count: columns.count)
        for run in runs.runs.elements[runs.indices(zone: 0, row: row)] {
            for column in run.start..<run.end {
                line[Int(column) - columns.lowerBound] += run.coverage
            }
        }
        lines.append(line)
    }
    return lines
}

/// Coverage of a 3×3 grid as fractions of a pixel.
func shares(_ wkt: String) throws -> [[Double]] {
    coverage(try edges(wkt), rows: 0..<3, columns: 0..<3).map { row in
        row.map { Double($0) / Double(Subpixel.wholePixel) }
    }
}

/// Zones from well-known text.
func zones(_ shapes: [(id: String, wkt: String)], crs: String = "EPSG:4326") throws -> ZoneLayer {
    ZoneLayer(
        zones: try shapes.map { Zone(id: $0.id, polygons: try Geometry(wkt: $0.wkt).polygons) },
        crs: try CRS(crs))
}

/// A rectangle as well-known text.
func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> String {
    "POLYGON((\(x0) \(y0),\(x1) \(y0),\(x1) \(y1),\(x0) \(y1),\(x0) \(y0)))"
}

extension Tally {
    /// What one class, or one combination of classes, takes of a zone.
    func amount(_ zone: Int = 0, _ codes: Int...) -> Amount {
        amounts[zone][codes.map(Code.value)] ?? Amount()
    }

    /// What a zone has of pixels without a code, in the first raster.
    func amount(_ zone: Int = 0, _ code: Code) -> Amount {
        amounts[zone].filter { $0.key.first == code }.reduce(into: Amount()) { $0 += $1.value }
    }
}

/// How far two numbers are apart, against the larger.
func relativeDifference(_ a: Double, _ b: Double) -> Double {
    a == b ? 0 : abs(a - b) / max(abs(a), abs(b))
}
