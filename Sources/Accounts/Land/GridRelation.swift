// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import GDAL
package import PlaneGeometry
package import Words
package import Zonal

/// How a raster's grid lies to the grid that it is read on.
package struct GridRelation {
    package let source: Grid
    package let reference: Grid

    package init(source: Grid, reference: Grid) {
        self.source = source
        self.reference = reference
    }

    /// Refuses a raster of which nothing would be seen on the other's grid.
    ///
    /// - Throws: ``SurveyError/unusable(file:why:)``.
    func requireCommonGround(of file: String, with other: String) throws {
        guard try !hasCommonGround() else { return }
        throw SurveyError.unusable(
            file: file,
            why: "shares no ground with \(other). Is the CRS of both right? "
                + "Compare: steppe inspect \(file) \(other)")
    }

    /// Whether the grid that is read on reaches the raster, as far as rectangles tell.
    private func hasCommonGround() throws(GDALError) -> Bool {
        if source.crs.isSame(as: reference.crs) { return source.extent.overlaps(reference.extent) }
        let steps = (0...20).map { Double($0) / 20 }
        let places = steps.flatMap { y in
            steps.map { x in
                reference.transform.coordinates(
                    column: x * Double(reference.width), row: y * Double(reference.height))
            }
        }
        let transform = try CoordinateTransform(from: reference.crs, to: source.crs)
        let seen = Extent(around: transform.transformed(places).compactMap(\.self))
        return seen.map { source.extent.overlaps($0) } ?? false
    }

    /// How far the pixels lie beside the other's, −0.5…0.5 of a pixel; `nil` where they differ in more
    /// than that: in size, in direction or in CRS.
    package var shift: Point? {
        guard source.crs.isSame(as: reference.crs) else { return nil }
        func beside(_ column: Int, _ row: Int) -> Point {
            let place = reference.transform.pixel(
                of: source.transform.coordinates(column: Double(column), row: Double(row)))
            return Point(x: place.x - Double(column), y: place.y - Double(row))
        }
        let first = beside(0, 0)
        let isConstant = [(source.width, 0), (0, source.height)].allSatisfy { column, row in
            let other = beside(column, row)
            return abs(other.x - first.x) < 1e-3 && abs(other.y - first.y) < 1e-3
        }
        guard isConstant else { return nil }
        return Point(x: first.x - first.x.rounded(), y: first.y - first.y.rounded())
    }

    /// What a reader should know of a raster that is read on the other's grid.
    package func note(of file: String) -> LocalizedText {
        guard let shift else {
            return LocalizedText(
                zh: "\(file)格网不同，按最近邻取值到土地覆盖格网",
                en: "\(file) lies on another grid; each land-cover pixel takes its nearest value")
        }
        guard max(abs(shift.x), abs(shift.y)) >= 5e-4 else {
            return LocalizedText(
                zh: "\(file)格网相同而范围不同，按最近邻取值到土地覆盖格网",
                en: "\(file) lies on another grid, of the same pixels but another extent; each "
                    + "land-cover pixel takes its nearest value")
        }
        let column = Self.text(shift.x), row = Self.text(shift.y)
        return LocalizedText(
            zh: "\(file)格网不同，偏移\(column)列、\(row)行，按最近邻取值到土地覆盖格网",
            en: "\(file) lies on another grid, \(column) of a column and \(row) of a row off; each "
                + "land-cover pixel takes its nearest value")
    }

    /// A part of a pixel to three decimals, without those that are 0.
    private static func text(_ part: Double) -> String { "\((abs(part) * 1000).rounded() / 1000)" }
}
