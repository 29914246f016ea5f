// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A piece of land, and what it was when.
public struct LandHistory: Hashable, Sendable {
    /// A change of land use.
    public struct Conversion: Hashable, Sendable {
        /// The year at whose end the change came.
        public let year: Int
        /// What the land was from then on.
        public let land: LandType

        /// A change of land use.
        public init(year: Int, to land: LandType) {
            self.year = year
            self.land = land
        }
    }

    /// What the land was at first.
    public let start: LandType
    /// Its changes, in the order of their years.
    public let conversions: [Conversion]
    /// Its area.
    public let hectares: Double
    /// What an accuracy sample says of its area; `nil` where there is none.
    public private(set) var sampled: SampledArea?

    /// A piece of land with its changes.
    public init(start: LandType, conversions: [Conversion] = [], hectares: Double) {
        self.start = start
        self.conversions = conversions
        self.hectares = hectares
    }

    /// Land of one cell of a transition matrix: `from` in the first year, `to` in the last.
    ///
    /// - Parameters:
    ///   - from: What it was.
    ///   - to: What it became.
    ///   - year: When it changed; the matrix's first year if that is all that is known.
    ///   - hectares: Its area.
    public init(from: LandType, to: LandType, year: Int, hectares: Double) {
        self.init(
            start: from, conversions: from == to ? [] : [Conversion(year: year, to: to)],
            hectares: hectares)
    }

    /// Land of one cell of a transition matrix, whose area an accuracy sample tells.
    public init(from: LandType, to: LandType, year: Int, sampled area: SampledArea) {
        self.init(from: from, to: to, year: year, hectares: area.hectares)
        sampled = area
    }

    /// What the land is after a year's changes; those of the year itself come at its end.
    func land(in year: Int) -> LandType { conversions.last { $0.year < year }?.land ?? start }

    var label: String {
        ([start] + conversions.map(\.land)).map(\.description).joined(separator: " → ")
    }
}

/// The histories of a zone's land, and how sure their areas are.
public struct ZoneHistories: Sendable {
    /// The zone's id.
    public let zone: String
    /// Its land, piece by piece.
    public let histories: [LandHistory]
    /// Half of a 95 % interval of each piece's area, in %; 0 for exact areas.
    public let areaPercent: Double

    /// The histories of a zone's land.
    public init(zone: String, histories: [LandHistory], areaPercent: Double = 0) {
        self.zone = zone
        self.histories = histories
        self.areaPercent = areaPercent
    }
}

/// What a hectare with a history keeps in one pool, as a sum of products of coefficients.
struct PoolState: Sendable {
    /// Weights and factors; factors with an exponent.
    var parts: [(weight: Double, factors: [(coefficient: Coefficient, exponent: Int)])] = []

    var value: Double {
        parts.reduce(0) { sum, part in
            sum
                + part.factors.reduce(part.weight) {
                    $0 * power($1.coefficient.value, $1.exponent)
                }
        }
    }

    /// The state on the way to another, a share of the way done.
    func moved(towards other: PoolState, share: Double) -> PoolState {
        if share >= 1 { return other }
        if share <= 0 { return self }
        return PoolState(
            parts: parts.map { ($0.weight * (1 - share), $0.factors) }
                + other.parts.map { ($0.weight * share, $0.factors) })
    }

    init(parts: [(weight: Double, factors: [(coefficient: Coefficient, exponent: Int)])] = []) {
        self.parts = parts
    }

    init(_ factors: [Coefficient]) {
        parts = [(1, factors.map { ($0, 1) })]
    }
}

/// Follows one pool of a hectare through its changes of use.
struct PoolTrajectory {
    /// A way from one state to another that begins in a year.
    private var since: Int
    private var from: PoolState
    private var target: PoolState
    /// Years that the way takes; 0 for at once.
    private var years: Int

    init(start: PoolState, year: Int) {
        since = year
        from = start
        target = start
        years = 0
    }

    /// The state at a year.
    func state(in year: Int) -> PoolState {
        years == 0
            ? target : from.moved(towards: target, share: Double(year - since) / Double(years))
    }

    /// Starts on a new way from what is held in that year.
    mutating func turn(to new: PoolState, year: Int, over years: Int) {
        from = state(in: year)
        target = new
        since = year
        self.years = years
    }
}
