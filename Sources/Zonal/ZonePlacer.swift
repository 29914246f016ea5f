// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import PlaneGeometry

/// Brings zones from their CRS to a grid's pixels; one a worker.
struct ZonePlacer {
    private let layer: ZoneLayer
    private let grid: Grid
    private let transform: CoordinateTransform?
    private let tolerance: Double
    private let turn: Double
    private let reach: RasterReach?

    init(
        from layer: ZoneLayer, to grid: Grid, isTransforming: Bool, tolerance: Double
    ) throws {
        self.layer = layer
        self.grid = grid
        self.tolerance = tolerance
        transform =
            isTransforming ? try CoordinateTransform(from: layer.crs, to: grid.crs) : nil
        turn = grid.turnInColumns
        reach =
            isTransforming && grid.crs.isProjected && layer.crs.isGeographic
            ? try RasterReach(of: grid, in: layer.crs) : nil
    }

    /// A placer of zones in another CRS than the grid's, as coarse as notes about them need.
    init(to grid: Grid, from layer: ZoneLayer) throws {
        try self.init(from: layer, to: grid, isTransforming: true, tolerance: 1)
    }

    /// Whether a zone reaches far beyond the raster.
    func isFar(_ zone: Zone) -> Bool { reach.map { !$0.holds(zone) } ?? false }

    /// The columns and rows that what of a zone lies near the raster is between; `nil` for nothing.
    func extent(of zone: Zone) throws -> Extent? {
        let shape = try place(zone)
        guard !shape.edges.isEmpty else { return nil }
        let one = Double(Subpixel.one)
        return Extent(
            minX: Double(shape.minX) / one, minY: Double(shape.minY) / one,
            maxX: Double(shape.maxX) / one, maxY: Double(shape.maxY) / one)
    }

    /// The edges of a zone.
    ///
    /// A zone that reaches so far beyond the raster that the raster's projection might tear it or turn
    /// it inside out is placed near the raster alone; the rest of it is known by its area.
    func place(_ zone: Zone) throws -> ZoneEdges {
        guard let reach, !reach.holds(zone) else {
            return edges(of: try polygons(zone.polygons, of: zone))
        }
        let near = try reach.clipped(zone)
        var shape = edges(of: try polygons(near, of: zone))
        shape.wholeArea = try reach.area(of: zone)
        return shape
    }

    private func polygons(_ polygons: [Polygon], of zone: Zone) throws -> [[[Point]]] {
        let placed = try polygons.map { polygon in
            try polygon.rings.map { ring in try pixels(of: ring, zone: zone) }
        }
        let most = Double(Subpixel.farthest)
        guard placed.joined().joined().allSatisfy({ max(abs($0.x), abs($0.y)) < most }) else {
            throw ZoneError.tooManyPixels(
                file: layer.name, zone: zone.id, raster: grid.name, most: Subpixel.farthest)
        }
        return placed
    }

    private func edges(of polygons: [[[Point]]]) -> ZoneEdges {
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

    private func untransformable(_ zone: Zone) -> ZoneError {
        .untransformable(file: layer.name, zone: zone.id, crs: grid.crs.description)
    }

    /// Points in pixels; `neighbours` are columns that they must lie within half a turn of.
    private func place(
        _ points: [Point], near neighbours: [Double] = [], by transform: CoordinateTransform,
        _ zone: Zone
    ) throws -> [Point] {
        var pixels = try transform.transformed(points).map { point in
            guard let point else { throw untransformable(zone) }
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

    /// A ring's points in pixels, with more of them where the transform bends its sides.
    private func pixels(of ring: [Point], zone: Zone) throws -> [Point] {
        guard let transform else { return ring.map(grid.transform.pixel(of:)) }
        var outline = Outline(
            sources: ring, pixels: try place(ring, by: transform, zone))
        if let first = outline.pixels.first, let last = outline.pixels.last,
            abs(first.x - last.x) > turn / 2, turn > 0
        {
            throw ZoneError.aroundPole(
                file: layer.name, zone: zone.id, crs: grid.crs.description)
        }
        // Halving a side is symmetric: a neighbour that walks it backwards gets the same points.
        for _ in 0..<24 where !outline.open.isEmpty {
            let open = outline.open
            let near = open.map { outline.pixels[$0].x }
            let middles = open.map { middle(outline.sources[$0], outline.sources[$0 + 1]) }
            let placed = try place(middles, near: near, by: transform, zone)
            // The image of a long side may bend both ways and be straight in the middle.
            let befores = try place(
                zip(open, middles).map { middle(outline.sources[$0], $1) }, near: near,
                by: transform, zone)
            let afters = try place(
                zip(open, middles).map { middle($1, outline.sources[$0 + 1]) }, near: near,
                by: transform, zone)
            var splits: [Int: (source: Point, pixel: Point)] = [:]
            for (slot, side) in open.enumerated() {
                let (a, b) = (outline.pixels[side], outline.pixels[side + 1])
                let chord = middle(a, b)
                let drift = max(
                    distance(placed[slot], chord), distance(befores[slot], middle(a, chord)),
                    distance(afters[slot], middle(chord, b)))
                if drift > tolerance || distance(a, b) > 1000 {
                    splits[side] = (middles[slot], placed[slot])
                }
            }
            outline.split(splits)
        }
        // Halved so often and still far apart: the projection tears the side.
        let isTorn = outline.open.contains { side in
            distance(outline.pixels[side], outline.pixels[side + 1]) > 1000
        }
        guard !isTorn else { throw untransformable(zone) }
        return outline.pixels
    }
}

/// A ring in two CRS, and which of its sides may still bend.
private struct Outline {
    private(set) var sources: [Point]
    private(set) var pixels: [Point]
    /// The sides that may bend, by the point that they start from.
    private(set) var open: [Int]

    init(sources: [Point], pixels: [Point]) {
        self.sources = sources
        self.pixels = pixels
        open = Array(0..<max(sources.count - 1, 0))
    }

    /// Puts points into sides; both halves of these may bend, and no other side does.
    mutating func split(_ splits: [Int: (source: Point, pixel: Point)]) {
        var (newSources, newPixels): ([Point], [Point]) = ([], [])
        var newOpen: [Int] = []
        for side in sources.indices {
            newSources.append(sources[side])
            newPixels.append(pixels[side])
            guard let split = splits[side] else { continue }
            newOpen += [newSources.count - 1, newSources.count]
            newSources.append(split.source)
            newPixels.append(split.pixel)
        }
        (sources, pixels, open) = (newSources, newPixels, newOpen)
    }
}

private func middle(_ a: Point, _ b: Point) -> Point {
    Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
}

private func distance(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
}
