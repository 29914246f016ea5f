// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

extension CarbonAccount {
    /// The stock of one year: Σ area × density, pool by pool.
    ///
    /// - Parameters:
    ///   - areas: Every zone's areas, each zone once.
    ///   - year: The year of the areas.
    ///   - set: Densities in t C/ha.
    ///   - frame: What the account of all zones has, where these are some of them.
    /// - Returns: Stocks by zone, pool and class.
    /// - Throws: ``CarbonError``, above all where the set has nothing for a class.
    public static func stock(
        of areas: [ZoneAreas], year: Int, with set: CoefficientSet, in frame: AccountFrame? = nil
    ) throws(CarbonError) -> CarbonAccount {
        var builder = ModelBuilder(with: set, in: frame)
        let isUniform = !set.hasZones
        var patterns: [LandType: ModelBuilder.Pattern] = [:]
        var notes = set.notes
        try checkZones(areas.map(\.zone))
        for zone in areas {
            for (land, area) in try builder.areas(zone, year: year, notes: &notes) {
                if let known = patterns[land], builder.enter(known, zone: zone.zone, area: area) {
                    continue
                }
                let first = builder.entryCount
                for (pool, density) in try builder.densities(of: land, zone.zone, set) {
                    let term = ModelBuilder.Term(1, [.init(variable: area, exponent: 1)] + density)
                    builder.enter(
                        .stock, zone: zone.zone, year: year, pool: pool,
                        land: land.description, [term])
                }
                // Of a set that has the same values everywhere.
                if isUniform { patterns[land] = builder.pattern(since: first, area: area) }
            }
        }
        return CarbonAccount(
            .stock, set: set, hasSoil: true, from: year, notes: notes,
            model: builder.finished(years: nil))
    }

    /// The change between two years from the classes' areas alone: C(t₂) − C(t₁), and its sink.
    ///
    /// Where land changes class, all its pools change at once (`steady_state`); with a transition
    /// matrix at hand, ``landUseChange(of:from:to:accounting:with:in:)`` is better. Both years use the
    /// same coefficients, drawn once.
    ///
    /// - Source: IPCC 2006 Guidelines, Vol. 4 ch. 2, equation 2.5.
    /// - Throws: ``CarbonError`` where years do not rise, zones differ or a coefficient is missing.
    public static func stockDifference(
        before: [ZoneAreas], after: [ZoneAreas], from: Int, to: Int, with set: CoefficientSet,
        in frame: AccountFrame? = nil
    ) throws(CarbonError) -> CarbonAccount {
        guard to > from else { throw .yearsDoNotRise(from: from, to: to) }
        try checkZones(before.map(\.zone))
        try checkZones(after.map(\.zone))
        let later = Dictionary(after.map { ($0.zone, $0) }) { first, _ in first }
        let earlier = Set(before.map(\.zone))
        for zone in after where !earlier.contains(zone.zone) {
            throw .zonesDiffer(missing: zone.zone, year: from)
        }
        var builder = ModelBuilder(with: set, in: frame)
        var notes = set.notes
        for zone in before {
            guard let then = later[zone.zone] else {
                throw .zonesDiffer(missing: zone.zone, year: to)
            }
            let first = try builder.areas(zone, year: from, notes: &notes)
            let second = try builder.areas(then, year: to, notes: &notes)
            try builder.enterDifference(first, second, zone.zone, from, to, set)
        }
        return CarbonAccount(
            .stockDifference, accounting: .steadyState, set: set, hasSoil: true, from: from, to: to,
            notes: notes, model: builder.finished(years: to - from))
    }

    static func checkZones(_ zones: [String]) throws(CarbonError) {
        var seen: Set<String> = []
        for zone in zones where !seen.insert(zone).inserted { throw .repeatedZone(zone) }
    }
}

extension ModelBuilder {
    /// The densities of a kind of land as factors of terms.
    mutating func densities(
        of land: LandType, _ zone: String, _ set: CoefficientSet
    ) throws(CarbonError) -> [(pool: Pool, factors: [Factor])] {
        do {
            return try set.densities(of: land, zone: zone).map { ($0.pool, factors($0.factors)) }
        } catch { throw .coefficient(error) }
    }

    fileprivate mutating func enterDifference(
        _ first: [(land: LandType, variable: Int)], _ second: [(land: LandType, variable: Int)],
        _ zone: String, _ from: Int, _ to: Int, _ set: CoefficientSet
    ) throws(CarbonError) {
        let lands = Set(first.map(\.land)).union(second.map(\.land)).sorted()
        for land in lands {
            let before = first.first { $0.land == land }?.variable
            let after = second.first { $0.land == land }?.variable
            for (pool, density) in try densities(of: land, zone, set) {
                func term(_ area: Int?, _ weight: Double) -> [Term] {
                    area.map { [Term(weight, [Factor(variable: $0, exponent: 1)] + density)] } ?? []
                }
                let name = land.description
                enter(.stock, zone: zone, year: from, pool: pool, land: name, term(before, 1))
                enter(.stock, zone: zone, year: to, pool: pool, land: name, term(after, 1))
                enter(
                    .change, zone: zone, pool: pool, land: name, term(after, 1) + term(before, -1))
            }
        }
    }
}
