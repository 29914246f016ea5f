// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import GDAL

/// What is measured in every zone: one raster, or several on one grid seen together.
public struct Measurement: Sendable {
    /// One raster of a measurement.
    public struct Layer: Sendable {
        /// What its pixels mean.
        public enum Role: Sendable {
            /// Class codes: whole numbers of any type.
            case classes
            /// Numbers of patches: whole numbers of any type, however many there are.
            case patches
            /// Quantities, put in numbered bins by their value; `nil` is nodata.
            ///
            /// The rule says in words all that the closure does, so that two of one rule are the same:
            /// without one the tally cannot be kept in a ``TallyStore``.
            case bins(rule: String? = nil, @Sendable (_ value: Double) -> Int?)
        }

        /// The path or GDAL name to open.
        public let source: String
        /// The band, from 1.
        public let band: Int
        /// What its pixels mean.
        public let role: Role
        /// The driver's open options, `KEY=VALUE`; `OVERVIEW_LEVEL=0` opens an overview instead.
        public var openOptions: [String] = []

        /// A raster of class codes, or of quantities to be put in bins.
        public init(_ source: String, band: Int = 1, role: Role = .classes) {
            self.source = source
            self.band = band
            self.role = role
        }
    }

    /// A raster of quantities to be averaged over each combination of codes.
    public struct Values: Sendable {
        /// The path or GDAL name to open.
        public let source: String
        /// The band, from 1.
        public let band: Int
        /// What a physical value counts as; `nil` leaves the pixel out. Without it values count as
        /// they are, and integers exactly.
        public let quantity: (@Sendable (_ value: Double) -> Double?)?
        /// All that ``quantity`` does, in words: without it the tally cannot be kept in a
        /// ``TallyStore``.
        public let rule: String?

        /// A raster of quantities.
        public init(
            _ source: String, band: Int = 1, rule: String? = nil,
            quantity: (@Sendable (Double) -> Double?)? = nil
        ) {
            self.rule = rule
            self.source = source
            self.band = band
            self.quantity = quantity
        }
    }

    /// Seen together: a pixel's combination of codes has one code for each.
    public let layers: [Layer]
    /// What is averaged over each combination.
    public let values: Values?
    /// What a raster without a CRS is taken for.
    public var rasterCRS: CRS?
    /// How far, in pixels, a zone's side may lie off its true image on the raster.
    public var tolerance = 0.01
    /// Which figure of the earth areas are on, where the raster's CRS is on a sphere.
    public var areas = AreaRule.current
    /// Extra codes that mean "nothing here", beside each raster's own nodata value.
    public var noDataCodes: Set<Int> = []

    /// A measurement of rasters that share one grid.
    public init(_ layers: [Layer], values: Values? = nil) {
        self.layers = layers
        self.values = values
    }

    /// A measurement of one raster's classes.
    public init(of source: String, band: Int = 1) {
        self.init([Layer(source, band: band)])
    }

    /// The grid that all its rasters share.
    ///
    /// - Throws: ``ZoneError/notAligned(raster:first:)`` where one has another grid.
    public func grid() throws -> Grid { try grid(of: opened()) }

    func grid(of infos: [RasterInfo]) throws -> Grid {
        let first = try Grid(of: infos[0], assuming: rasterCRS)
        for info in infos.dropFirst() {
            let other = try Grid(of: info, assuming: rasterCRS)
            guard first.isAligned(with: other) else {
                throw ZoneError.notAligned(raster: info.name, first: first.name)
            }
        }
        return first
    }

    /// What the rasters of the layers, then that of the values, say of themselves.
    func opened() throws -> [RasterInfo] {
        var sources = layers.map { ($0.source, $0.band, $0.openOptions) }
        if let values { sources.append((values.source, values.band, [])) }
        return try sources.map { source, band, options in
            let info = try Dataset(opening: source, options: options).info
            guard info.bands.indices.contains(band - 1) else {
                throw GDALError(
                    operation: "read band \(band) of", subject: source,
                    reasons: ["it has \(info.bands.count)"])
            }
            return info
        }
    }

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
            return try await measured(over: zones, jobs: jobs, part: part, progress: progress)
        }
        let tally = try await TallyStore.tally(of: self, over: zones) { key in
            if let queue = MeasurementQueue.current {
                let need = MeasurementNeed(self, over: zones)
                return try await queue.tally(of: need, key: key)
            }
            return try await measured(over: zones, jobs: jobs, part: part, progress: progress)
        }
        progress?(1)
        return tally
    }

    private func measured(
        over zones: ZoneLayer?, jobs: Int, part: Part, progress: (@Sendable (Double) -> Void)?
    ) async throws -> Tally {
        let rasters = try opened()
        let grid = try grid(of: rasters)
        let tiling = Tiling(along: rasters[0].bands[layers[0].band - 1], on: grid)
        let frame = try await frame(rasters, on: grid, tiling, over: zones, jobs: jobs)
        let pass = Pass(frames: [frame], tiling: tiling, jobs: jobs, part: part)
        var tally = try await pass.measure(progress: progress)[0]
        try addOutside(to: &tally, frame, part)
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
    /// The first part brings the whole zone, and each part takes off what it found within.
    func addOutside(to tally: inout Tally, _ frame: Frame, _ part: Part) throws {
        var areas: PixelArea?
        for (zone, shape) in frame.zones.shapes.enumerated() where !shape.isWithin(frame.grid) {
            var rest = Amount()
            if part.number == 1 {
                var found = try areas ?? PixelArea(of: frame.grid, by: self.areas)
                rest = shape.total(in: &found)
                areas = found
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
