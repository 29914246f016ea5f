// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import PlaneGeometry

extension Measurement {
    /// Measures every zone.
    ///
    /// - Parameters:
    ///   - zones: In any CRS; `nil` takes the raster itself as the one zone, `all`.
    ///   - jobs: Threads; the result is the same for any number.
    ///   - part: Which share of the work to do; the tallies of all shares add up to the whole.
    ///   - progress: Told now and then which fraction of the work is done, from any thread.
    /// - Throws: ``ZoneError`` where nothing can be measured, `GDALError` where a raster is broken.
    /// - Returns: The exact tally; what of a zone lies off the raster counts as ``Code/outside``.
    public func tally(
        over zones: ZoneLayer?, jobs: Int = 2, part: Part = .whole,
        progress: (@Sendable (Double) -> Void)? = nil
    ) async throws -> Tally {
        guard part == .whole else {
            let need = MeasurementNeed(self, over: zones, share: .part(part))
            return try await need.measure(jobs: jobs, progress: progress).tally
        }
        let tally = try await TallyStore.tally(of: self, over: zones) { key, parts in
            let need = MeasurementNeed(
                self, over: zones, share: parts.map { .rest(of: $0) } ?? .whole)
            if let queue = MeasurementQueue.current {
                return try await queue.tally(of: need, key: key)
            }
            return try await need.measure(jobs: jobs, progress: progress).tally
        }
        progress?(1)
        return tally
    }

    /// The measurement prepared.
    func frame(
        _ rasters: [RasterInfo], on grid: Grid, _ tiling: Tiling, over zones: ZoneLayer?, jobs: Int
    ) async throws -> Frame {
        let layer = zones ?? .wholeRaster(grid)
        let placed = try await ZonesOnGrid(
            layer, on: grid, bandHeight: tiling.bandHeight, tolerance: tolerance, jobs: jobs)
        return Frame(
            measurement: self, rasters: rasters, grid: grid, zones: placed, tiling: tiling,
            keys: layer.keys)
    }

    /// Books what of each zone lies beyond the raster: all of the zone, less what lies within.
    ///
    /// The first of several parts brings the whole zone, and each takes off what it found within.
    func addOutside(to tally: inout Tally, _ frame: Frame, bringsZones: Bool) throws {
        var areas: PixelArea?
        for (zone, shape) in frame.zones.shapes.enumerated() where !shape.isWithin(frame.grid) {
            var rest = Amount()
            if bringsZones {
                var pixelAreas = try areas ?? PixelArea(of: frame.grid, by: self.areas)
                rest = shape.total(in: &pixelAreas)
                areas = pixelAreas
            }
            let inside = tally.total(ofZone: zone)
            rest.coverage -= inside.coverage
            rest.weight -= inside.weight
            if rest.coverage != 0 || rest.weight != 0 {
                let codes = [Code](repeating: .outside, count: layers.count)
                tally.add(rest, to: codes, ofZone: zone)
            }
        }
    }
}

extension ZoneLayer {
    /// The zones as a tally names them.
    var keys: [Tally.ZoneKey] { zones.map { Tally.ZoneKey(id: $0.id, name: $0.name) } }

    /// The raster itself as the one zone.
    static func wholeRaster(_ grid: Grid) -> ZoneLayer {
        let (w, h) = (Double(grid.width), Double(grid.height))
        let ring = [(0, 0), (w, 0), (w, h), (0, h), (0, 0)].map {
            grid.transform.coordinates(column: $0, row: $1)
        }
        return ZoneLayer(
            zones: [Zone(id: "all", polygons: [Polygon(rings: [ring])])], crs: grid.crs,
            name: grid.name)
    }
}
