// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// The climate that decides how much soil carbon cropland keeps of what grew before it.
///
/// - Source: the factors f of Trends.Earth (read in its source; IPCC's own table was not).
public enum SoilCarbonClimate: String, CaseIterable, Hashable, Sendable {
    case temperateDry = "temperate_dry"
    case temperateMoist = "temperate_moist"
    case tropicalDry = "tropical_dry"
    case tropicalMoist = "tropical_moist"
    case tropicalMontane = "tropical_montane"

    /// What is left under crops of the carbon under trees or grass, a fraction.
    public var factor: Double {
        switch self {
        case .temperateDry: 0.80
        case .temperateMoist: 0.69
        case .tropicalDry: 0.58
        case .tropicalMoist: 0.48
        case .tropicalMontane: 0.64
        }
    }
}

/// Soil organic carbon to 30 cm as land cover changes, year by year.
///
/// After a change of cover at a stock S the stock goes to S·F within 20 years by equal steps; a new
/// change starts again from the stock that was reached.
///
/// - Source: Trends.Earth (read in its source).
public struct SoilCarbonChange: Hashable, Sendable {
    /// Years until a stock has come to rest.
    public static let years = 20

    /// The stock in the last year, in the unit of the first.
    public let stock: Double
    /// (last − first) / first; `nil` where the first is 0.
    public let relativeChange: Double?
    private let endsOnWater: Bool

    /// Follows a stock.
    ///
    /// - Parameters:
    ///   - stock: t C/ha in the base year.
    ///   - cover: The land cover, a year each; the base year first.
    ///   - climate: Decides what crops keep.
    /// - Throws: ``EcologyError`` where the stock is negative or there is no year.
    public init(
        from stock: Double, under cover: [DegradationCover], in climate: SoilCarbonClimate
    ) throws(EcologyError) {
        try nonNegative(stock, "the soil's organic carbon")
        guard let first = cover.first, let last = cover.last else {
            throw .nothing(what: "year of land cover")
        }
        var (start, goal, since) = (stock, stock, Self.years)
        var now = stock
        var before = first
        for next in cover.dropFirst() {
            if next != before {
                start = now
                goal = now * Self.factor(from: before, to: next, in: climate)
                since = 0
            }
            since = min(since + 1, Self.years)
            // From the start, not step by step: rounding would not add up to the limit of 10 %.
            now = start - (start - goal) * Double(since) / Double(Self.years)
            before = next
        }
        self.stock = now
        relativeChange = stock > 0 ? (now - stock) / stock : nil
        endsOnWater = first == .water || last == .water
    }

    /// Degraded or improved from 10 % on; `nil` on water, and where there was no carbon.
    public var trend: LandTrend? {
        endsOnWater ? nil : relativeChange.map(LandTrend.init(relativeChange:))
    }

    /// What a change of cover leaves of the stock after 20 years, a fraction.
    public static func factor(
        from before: DegradationCover, to after: DegradationCover, in climate: SoilCarbonClimate
    ) -> Double {
        let kept = climate.factor
        return switch (before, after) {
        case (.water, _), (_, .water): 1
        case (.artificial, .artificial), (.artificial, .other), (.other, .artificial),
            (.other, .other):
            1
        case (.artificial, _), (.other, _): 2
        case (_, .artificial), (_, .other): 0.1
        case (.wetland, .crop): 0.71
        case (.crop, .wetland): 1 / 0.71
        case (.wetland, _), (_, .wetland): 1
        case (.crop, .crop): 1
        case (.crop, _): 1 / kept
        case (_, .crop): kept
        default: 1
        }
    }
}
