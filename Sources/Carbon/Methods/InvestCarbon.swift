// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// InVEST's carbon model, number for number, beside what Steppe holds to be right.
///
/// Densities are single precision per hectare (as since InVEST 3.15); pixels have their planar area.
///
/// - Source: the InVEST Carbon model's source, natcap/invest.
public enum InvestCarbon {
    /// InVEST's nodata in every carbon raster. A change of −1 t/ha equals it.
    public static let nodata: Float = -1

    /// Whether InVEST takes a value for nodata: it compares with a tolerance of 10⁻⁸ + 10⁻⁵.
    public static func isTakenForNodata(_ value: Float) -> Bool {
        (Double(value) + 1).magnitude <= 1e-8 + 1e-5
    }

    /// Pixels of one code in each year, of a raster pair.
    public struct Pair: Hashable, Sendable {
        /// The code in the first year.
        public let before: Int
        /// The code in the second.
        public let after: Int

        /// A pair of codes.
        public init(before: Int, after: Int) {
            self.before = before
            self.after = after
        }
    }

    /// The grid of both rasters.
    public struct Grid: Hashable, Sendable {
        /// Hectares of a pixel, in the plane.
        public let hectaresPerPixel: Double

        /// - Parameters:
        ///   - pixelWidth: Its width in metres, of either sign; pixels need not be square.
        ///   - pixelHeight: Its height in metres, of either sign.
        ///   - isProjectedInMetres: Whether the CRS is projected with metres as its unit.
        /// - Throws: ``CarbonError`` for a geographic CRS, whose pixels have no planar area.
        public init(
            pixelWidth: Double, pixelHeight: Double, isProjectedInMetres: Bool
        ) throws(CarbonError) {
            guard isProjectedInMetres else {
                throw .badInput(
                    zone: CarbonModel.cityZone, name: "pixel width", value: pixelWidth,
                    reason: "InVEST's method needs a CRS that is projected, in metres: reproject "
                        + "with gdalwarp -t_srs (EPSG:4545 around 108° E), or use another --method, "
                        + "which measures on the ellipsoid")
            }
            hectaresPerPixel = (pixelWidth * pixelHeight).magnitude / 10_000
        }
    }

    /// Price of carbon over time, for the net present value.
    public struct Valuation: Hashable, Sendable {
        /// Price of a tonne of carbon now.
        public let price: Double
        /// Annual discount rate, %.
        public let discountPercent: Double
        /// Annual change of the price, %.
        public let priceChangePercent: Double

        /// A price and its course.
        public init(price: Double, discountPercent: Double, priceChangePercent: Double) {
            self.price = price
            self.discountPercent = discountPercent
            self.priceChangePercent = priceChangePercent
        }

        /// What a tonne of change between two years is worth: (V/n)·Σ rᵏ, k = 0…n−1.
        ///
        /// - Throws: ``CarbonError`` where the years do not rise.
        public func factor(from: Int, to: Int) throws(CarbonError) -> Double {
            guard to > from else { throw .yearsDoNotRise(from: from, to: to) }
            let years = Double(to - from)
            let ratio = 1 / ((1 + discountPercent / 100) * (1 + priceChangePercent / 100))
            if ratio == 1 { return price }
            return price / years * (1 - power(ratio, to - from)) / (1 - ratio)
        }
    }

    /// InVEST's summary, and beside it what it loses.
    public struct Summary: Hashable, Sendable {
        /// Carbon of the first year, t, as InVEST sums it.
        public let before: Double
        /// Carbon of the second year, t, as InVEST sums it.
        public let after: Double
        /// Change, t, as InVEST sums it: without the pixels that it takes for nodata.
        public let investChange: Double
        /// Change, t, of all pixels: from the same single-precision densities.
        public let change: Double
        /// Pixels whose change of −1 t/ha InVEST takes for nodata.
        public let lostPixels: Int
        /// Net present value as InVEST sums it; `nil` without a valuation.
        public let investValue: Double?
        /// Net present value of all pixels.
        public let value: Double?

        /// What to tell the reader; `nil` where InVEST loses nothing.
        public var warning: String? {
            lostPixels == 0
                ? nil
                : "InVEST leaves out \(lostPixels) pixels whose change is −1 t/ha, its nodata: it "
                    + "reports a change of \(investChange) t C, which is \(change) t C in truth"
        }
    }

    /// The summary of a raster pair from the counts of its pairs of codes.
    ///
    /// - Parameters:
    ///   - counts: Pixels of each pair of codes.
    ///   - beforeAlone: Pixels by code of the first year that are nodata in the second: part of the
    ///     first year's stock, and of no change.
    ///   - afterAlone: The other way round.
    ///   - pools: Densities by code.
    ///   - grid: The grid of both rasters.
    ///   - valuation: The value of change and the years, if any.
    /// - Returns: Totals in tonnes.
    /// - Throws: ``CarbonError`` where years do not rise, or the table lacks a code: see
    ///   ``InvestPools/require(_:raster:)``, which lists them all.
    public static func summary(
        of counts: [Pair: Int], beforeAlone: [Int: Int] = [:], afterAlone: [Int: Int] = [:],
        pools: InvestPools, grid: Grid,
        valuation: (Valuation, from: Int, to: Int)? = nil
    ) throws(CarbonError) -> Summary {
        var factor: Double?
        if let valuation { factor = try valuation.0.factor(from: valuation.from, to: valuation.to) }
        var (before, after, change, invest) = (0.0, 0.0, 0.0, 0.0)
        var (value, investValue, lost) = (0.0, 0.0, 0)
        let order = counts.sorted { ($0.key.before, $0.key.after) < ($1.key.before, $1.key.after) }
        for (pair, count) in order {
            guard let old = pools.rows[pair.before]?.investTotal,
                let new = pools.rows[pair.after]?.investTotal
            else {
                let missing = pools.missing(among: [pair.before, pair.after]).first ?? 0
                throw .badInput(
                    zone: CarbonModel.cityZone, name: "land-cover code", value: Double(missing),
                    reason: "the pools table \(pools.file) has no row for it; add one")
            }
            let pixels = Double(count)
            let difference = new - old
            let worth = Double(difference * Float(factor ?? 0))
            before += pixels * Double(old)
            after += pixels * Double(new)
            change += pixels * Double(difference)
            value += pixels * worth
            if isTakenForNodata(difference) {
                lost += count
            } else {
                invest += pixels * Double(difference)
                investValue += pixels * worth
            }
        }
        func alone(_ counts: [Int: Int]) -> Double {
            counts.sorted { $0.key < $1.key }.reduce(0) { sum, count in
                sum + Double(count.value) * Double(pools.rows[count.key]?.investTotal ?? 0)
            }
        }
        before += alone(beforeAlone)
        after += alone(afterAlone)
        let area = grid.hectaresPerPixel
        return Summary(
            before: before * area, after: after * area, investChange: invest * area,
            change: change * area, lostPixels: lost,
            investValue: factor.map { _ in investValue * area },
            value: factor.map { _ in value * area })
    }
}
