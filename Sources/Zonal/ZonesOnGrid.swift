// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL

/// Zones as edges on one grid, and which edges each band of rows needs.
struct ZonesOnGrid: Sendable {
    /// By zone: its edges where it lies on the grid, a full turn of longitude away included.
    let shapes: [ZoneEdges]
    let bandHeight: Int
    /// By band of rows: the zones in it, in order, and each one's edges.
    private let bands: [[(zone: Int, edges: [Int32])]]

    /// Places zones on a grid.
    ///
    /// - Parameters:
    ///   - layer: The zones, in any CRS.
    ///   - grid: What to place them on.
    ///   - bandHeight: Rows to a band.
    ///   - tolerance: How far, in pixels, a side may lie off the true image of the straight line
    ///     between two vertices in the zones' own CRS.
    ///   - jobs: How many zones are placed at once.
    /// - Throws: ``ZoneError`` where a zone has no place on the grid.
    init(
        _ layer: ZoneLayer, on grid: Grid, bandHeight: Int, tolerance: Double, jobs: Int
    ) async throws {
        // Comparing wakes PROJ's database, in each thread anew: once will do.
        let isSame = layer.crs.isSame(as: grid.crs)
        let placed = try await inParallel(layer.zones.indices, jobs: jobs) {
            try ZonePlacer(
                from: layer, to: grid, isTransforming: !isSame, tolerance: tolerance)
        } body: { placer, index in
            try placer.place(layer.zones[index])
        }
        shapes = placed
        self.bandHeight = bandHeight
        bands = Self.index(placed, height: grid.height, bandHeight: bandHeight)
    }

    /// The zones whose edges a band of rows needs.
    func zones(inBand band: Int) -> [(zone: Int, edges: [Int32])] { bands[band] }

    /// The columns that each zone of a band lies between, beyond the grid too.
    func columns(inBand band: Int) -> [Range<Int>] {
        bands[band].map { entry in
            let edges = shapes[entry.zone].edges
            var (left, right) = (Int.max, Int.min)
            for index in entry.edges {
                let edge = edges[Int(index)]
                left = min(left, edge.x0, edge.x1)
                right = max(right, edge.x0, edge.x1)
            }
            return left >> Subpixel.bits..<right >> Subpixel.bits + 1
        }
    }

    /// How much work a band is, roughly: the columns that its zones lie between.
    func extent(ofBand band: Int) -> Int { columns(inBand: band).reduce(0) { $0 + $1.count } }

    private static func index(
        _ shapes: [ZoneEdges], height: Int, bandHeight: Int
    ) -> [[(zone: Int, edges: [Int32])]] {
        let count = (height + bandHeight - 1) / bandHeight
        var bands = [[(zone: Int, edges: [Int32])]](repeating: [], count: count)
        for (zone, shape) in shapes.enumerated() {
            for (index, edge) in shape.edges.enumerated() {
                let rows = edge.rows
                guard rows.upperBound >= 0, rows.lowerBound < height else { continue }
                let first = max(rows.lowerBound, 0) / bandHeight
                let last = min(rows.upperBound, height - 1) / bandHeight
                for band in first...last {
                    if bands[band].last?.zone != zone { bands[band].append((zone, [])) }
                    bands[band][bands[band].count - 1].edges.append(
                        Int32(truncatingIfNeeded: index))
                }
            }
        }
        return bands
    }
}
