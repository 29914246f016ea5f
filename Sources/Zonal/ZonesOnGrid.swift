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

    var bandCount: Int { bands.count }

    /// The zones whose edges a band of rows needs.
    func zones(inBand band: Int) -> [(zone: Int, edges: [Int32])] { bands[band] }

    /// How much work a band is, roughly: the columns that its zones lie between.
    func extent(ofBand band: Int) -> Int {
        bands[band].reduce(0) { sum, entry in
            let edges = shapes[entry.zone].edges
            var (left, right) = (Int.max, Int.min)
            for index in entry.edges {
                let edge = edges[Int(index)]
                left = min(left, edge.x0, edge.x1)
                right = max(right, edge.x0, edge.x1)
            }
            return sum + (right - left) >> Subpixel.bits
        }
    }

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

/// Brings zones from their CRS to a grid's pixels; one a worker.
private struct ZonePlacer {
    private let layer: ZoneLayer
    private let grid: Grid
    private let transform: CoordinateTransform?
    private let tolerance: Double
    private let turn: Double

    init(
        from layer: ZoneLayer, to grid: Grid, isTransforming: Bool, tolerance: Double
    ) throws(GDALError) {
        self.layer = layer
        self.grid = grid
        self.tolerance = tolerance
        transform =
            isTransforming ? try CoordinateTransform(from: layer.crs, to: grid.crs) : nil
        turn = grid.turnInColumns
    }

    func place(_ zone: Zone) throws -> ZoneEdges {
        let polygons = try zone.polygons.map { polygon in
            try polygon.rings.map { ring in try pixels(of: ring, zone: zone) }
        }
        let columns = polygons.joined().joined().map(\.x)
        guard let low = columns.min(), let high = columns.max() else { return ZoneEdges() }
        var shape = ZoneEdges()
        for shift in shifts(low, high) { shape.addCopy(of: polygons, shiftedBy: shift) }
        return shape
    }

    /// By how many columns to move a zone so that it meets the grid: whole turns of longitude.
    private func shifts(_ low: Double, _ high: Double) -> [Double] {
        guard turn > 0 else { return [0] }
        let meeting = [-1.0, 0, 1].map { $0 * turn }.filter {
            low + $0 < Double(grid.width) && high + $0 > 0
        }
        return meeting.isEmpty ? [0] : meeting
    }

    /// A ring's points in pixels, with more of them where the transform bends its sides.
    private func pixels(of ring: [Point], zone: Zone) throws -> [Point] {
        guard let transform else { return ring.map(grid.transform.pixel(of:)) }
        func place(_ points: [Point], near neighbours: [Double] = []) throws -> [Point] {
            var pixels = try transform.transformed(points).map { point in
                guard let point else {
                    throw ZoneError.untransformable(
                        file: layer.name, zone: zone.id, crs: grid.crs.description)
                }
                return grid.transform.pixel(of: point)
            }
            guard turn > 0 else { return pixels }
            // PROJ keeps longitudes within a turn; a ring that crosses its end must stay whole.
            for i in pixels.indices where i > 0 || !neighbours.isEmpty {
                let neighbour = neighbours.isEmpty ? pixels[i - 1].x : neighbours[i]
                pixels[i].x += turn * ((neighbour - pixels[i].x) / turn).rounded()
            }
            return pixels
        }
        var sources = ring
        var pixels = try place(ring)
        if let first = pixels.first, let last = pixels.last, abs(first.x - last.x) > turn / 2,
            turn > 0
        {
            throw ZoneError.aroundPole(
                file: layer.name, zone: zone.id, crs: grid.crs.description)
        }
        var isOpen = [Bool](repeating: true, count: max(ring.count - 1, 0))
        // Halving a side is symmetric: a neighbour that walks it backwards gets the same points.
        for _ in 0..<24 where isOpen.contains(true) {
            let open = isOpen.indices.filter { isOpen[$0] }
            let middles = open.map { middle(sources[$0], sources[$0 + 1]) }
            let near = open.map { pixels[$0].x }
            let placed = try place(middles, near: near)
            // The image of a long side may bend both ways and be straight in the middle.
            let befores = try place(
                zip(open, middles).map { middle(sources[$0], $1) }, near: near)
            let afters = try place(
                zip(open, middles).map { middle($1, sources[$0 + 1]) }, near: near)
            var splits: [Int: Int] = [:]
            for (slot, side) in open.enumerated() {
                let (a, b) = (pixels[side], pixels[side + 1])
                let chord = middle(a, b)
                let drift = max(
                    distance(placed[slot], chord), distance(befores[slot], middle(a, chord)),
                    distance(afters[slot], middle(chord, b)))
                if drift > tolerance || distance(a, b) > 1000 { splits[side] = slot }
            }
            var newSources: [Point] = []
            var newPixels: [Point] = []
            var newOpen: [Bool] = []
            for side in isOpen.indices {
                newSources.append(sources[side])
                newPixels.append(pixels[side])
                guard let slot = splits[side] else {
                    newOpen.append(false)
                    continue
                }
                newSources.append(middles[slot])
                newPixels.append(placed[slot])
                newOpen += [true, true]
            }
            if let lastSource = sources.last, let lastPixel = pixels.last {
                newSources.append(lastSource)
                newPixels.append(lastPixel)
            }
            (sources, pixels, isOpen) = (newSources, newPixels, newOpen)
        }
        return pixels
    }
}

private func middle(_ a: Point, _ b: Point) -> Point {
    Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
}

private func distance(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
}
