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

        /// The raster to read.
        public let raster: Raster
        /// The band, from 1.
        public let band: Int
        /// What its pixels mean.
        public let role: Role
        /// The driver's open options, `KEY=VALUE`; `OVERVIEW_LEVEL=0` opens an overview instead.
        public var openOptions: [String] = []

        /// A raster of class codes, or of quantities to be put in bins.
        public init(_ raster: Raster, band: Int = 1, role: Role = .classes) {
            self.raster = raster
            self.band = band
            self.role = role
        }

        /// A raster of class codes, or of quantities to be put in bins, by its path.
        public init(_ path: String, band: Int = 1, role: Role = .classes) {
            self.init(Raster(path), band: band, role: role)
        }
    }

    /// A raster of quantities to be averaged over each combination of codes.
    public struct Values: Sendable {
        /// The raster to read.
        public let raster: Raster
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
            _ raster: Raster, band: Int = 1, rule: String? = nil,
            quantity: (@Sendable (Double) -> Double?)? = nil
        ) {
            self.rule = rule
            self.raster = raster
            self.band = band
            self.quantity = quantity
        }

        /// A raster of quantities, by its path.
        public init(
            _ path: String, band: Int = 1, rule: String? = nil,
            quantity: (@Sendable (Double) -> Double?)? = nil
        ) {
            self.init(Raster(path), band: band, rule: rule, quantity: quantity)
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
    public init(of raster: Raster, band: Int = 1) {
        self.init([Layer(raster, band: band)])
    }

    /// A measurement of one raster's classes, by its path.
    public init(of path: String, band: Int = 1) {
        self.init(of: Raster(path), band: band)
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
        var rasters = layers.map { ($0.raster, $0.band, $0.openOptions) }
        if let values { rasters.append((values.raster, values.band, [])) }
        return try rasters.map { raster, band, options in
            let info = try Dataset(opening: raster, options: options).info
            guard info.bands.indices.contains(band - 1) else {
                throw GDALError(
                    operation: "read band \(band) of", subject: raster.name,
                    reasons: ["it has \(info.bands.count)"])
            }
            return info
        }
    }
}
