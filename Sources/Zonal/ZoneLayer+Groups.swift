// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import GDAL

extension ZoneLayer {
    /// The zones in groups of neighbours, to be measured a group at a time.
    ///
    /// A measurement keeps an account of each code for each zone: of a raster of patches, whose codes
    /// are as many as the patches that lie between the zones. A group's zones times the pixels
    /// between them stay within a limit, and a zone that is larger is alone.
    ///
    /// - Parameters:
    ///   - grid: What they are to be measured on.
    ///   - limit: The most zones times pixels.
    /// - Returns: Places in ``zones``, each once. O(n log n).
    /// - Throws: `GDALError` where PROJ knows no way to the grid's CRS.
    package func groups(on grid: Grid, limit: Double) throws(GDALError) -> [[Int]] {
        let transform =
            crs.isSame(as: grid.crs) ? nil : try CoordinateTransform(from: crs, to: grid.crs)
        let extents = zones.map { extent(of: $0, on: grid, through: transform) }
        let block = 64.0
        let order = zones.indices.map { index in
            let middle = extents[index].map { (($0.minX + $0.maxX) / 2, ($0.minY + $0.maxY) / 2) }
            let (x, y) = middle ?? (0, 0)
            return (row: (y / block).rounded(.down), column: (x / block).rounded(.down), index)
        }.sorted { ($0.row, $0.column, $0.2) < ($1.row, $1.column, $1.2) }.map(\.2)
        var groups: [[Int]] = []
        var around: Extent?
        for index in order {
            let own = extents[index]
            let whole = own.map { around?.union($0) ?? $0 } ?? around
            let pixels = whole.map { ($0.width + 2) * ($0.height + 2) } ?? 1
            if let last = groups.indices.last, Double(groups[last].count + 1) * pixels <= limit {
                groups[last].append(index)
                around = whole
            } else {
                groups.append([index])
                around = own
            }
        }
        return groups
    }
}
