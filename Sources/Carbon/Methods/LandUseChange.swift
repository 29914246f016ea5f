// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
import Ecology
internal import Words

extension CarbonAccount {
    /// The change between two years by land-use transition.
    ///
    /// With `steady_state` all pools of changed land go to their new class's at once. With
    /// `transition20` an end value below the start is reached at once; wood and litter that end
    /// higher grow linearly over 20 years; the biomass of crops and grass changes at once; the soil
    /// goes linearly from what it holds to SOC·F_to/F_from on the same soil, and stops after 20
    /// years. A second change restarts from what is then held. Land that stays what it is has no
    /// change (IPCC tier 1).
    ///
    /// A change in year y comes at its end: a stock of year y is that before it.
    ///
    /// - Parameters:
    ///   - zones: Every zone's land, with changes since before `from` where they are known.
    ///   - from: The first year.
    ///   - to: The last year.
    ///   - accounting: How changed land gets to its new carbon.
    ///   - set: Densities, and soil factors.
    ///   - frame: What the account of all zones has, where these are some of them.
    /// - Returns: Stocks of both years, change and sink.
    /// - Source: IPCC 2006 Guidelines and 2019 Refinement, Vol. 4 ch. 2, equations 2.15, 2.16,
    ///   2.23 and 2.25 in formulation B.
    /// - Throws: ``CarbonError`` where years do not rise or a coefficient is missing.
    public static func landUseChange(
        of zones: [ZoneHistories], from: Int, to: Int, accounting: Accounting,
        with set: CoefficientSet, in frame: AccountFrame? = nil
    ) throws(CarbonError) -> CarbonAccount {
        guard to > from else { throw .yearsDoNotRise(from: from, to: to) }
        try checkZones(zones.map(\.zone))
        var builder = ModelBuilder(with: set, in: frame)
        let isUniform = !set.hasZones
        // Of land without error, and of a set that has the same values everywhere.
        var patterns: [[LandHistory.Conversion]: [LandType: ExactLand]] = [:]
        var notes = set.notes
        var unestimated: Set<LocalizedText> = []
        for zone in zones {
            builder.mention(zone.zone)
            for (index, history) in zone.histories.enumerated() where history.hectares != 0 {
                try check(history, zone.zone)
                let isExact = history.sampled == nil && zone.areaPercent == 0
                if isExact, let known = patterns[history.conversions]?[history.start],
                    builder.enter(history.hectares, zone: zone.zone, as: known)
                {
                    continue
                }
                let area =
                    isExact
                    ? builder.exactArea(
                        history.hectares, zone: zone.zone, label: history.label,
                        origin: history.origin)
                    : try builder.area(of: history, index, zone)
                let firstEntry = builder.entryCount
                let follower = try HistoryFollower(history, zone.zone, accounting, set)
                unestimated.formUnion(follower.unestimated)
                let land = history.land(in: to).description
                let earlier = history.land(in: from).description
                let was = earlier == land ? nil : earlier
                for pool in follower.pools {
                    let first = builder.terms(follower.state(of: pool, in: from), times: area)
                    let second = builder.terms(follower.state(of: pool, in: to), times: area)
                    builder.enter(
                        .stock, zone: zone.zone, year: from, pool: pool, land: earlier, first)
                    builder.enter(
                        .stock, zone: zone.zone, year: to, pool: pool, land: land, from: was, second
                    )
                    guard !history.conversions.isEmpty else { continue }
                    builder.enter(
                        .change, zone: zone.zone, pool: pool, land: land, from: was,
                        second + first.map { ModelBuilder.Term(-$0.weight, $0.factors) })
                }
                if isExact && isUniform {
                    patterns[history.conversions, default: [:]][history.start] =
                        builder.pattern(since: firstEntry, area: area).map {
                            ExactLand(label: history.label, origin: history.origin, lines: $0)
                        }
                }
            }
        }
        notes += unestimated.sorted { $0.en < $1.en }
        return CarbonAccount(
            .landUseChange, accounting: accounting, set: set, hasSoil: true, from: from, to: to,
            notes: notes, model: builder.finished(years: to - from))
    }

    private static func check(_ history: LandHistory, _ zone: String) throws(CarbonError) {
        guard history.hectares >= 0, history.hectares.isFinite else {
            throw .badArea(zone: zone, land: history.label, hectares: history.hectares)
        }
        for (a, b) in zip(history.conversions, history.conversions.dropFirst())
        where b.year < a.year {
            throw .badHistory(
                zone: zone,
                reason: "'\(history.label)' changes in \(a.year) and then in \(b.year); "
                    + "put its changes in order")
        }
    }
}

/// Land of one kind, without error, in any zone.
private struct ExactLand {
    let label: String
    let origin: CarbonModel.Origin
    let lines: ModelBuilder.Pattern
}

extension ModelBuilder {
    /// Adds land of a known kind; false where its coefficients are not there yet.
    fileprivate mutating func enter(_ hectares: Double, zone: String, as land: ExactLand) -> Bool {
        guard land.lines.last < model.variables.count else { return false }
        let area = exactArea(hectares, zone: zone, label: land.label, origin: land.origin)
        return enter(land.lines, zone: zone, area: area)
    }
}

extension LandHistory {
    fileprivate var origin: CarbonModel.Origin {
        let last = conversions.last
        return .area(
            land: (last?.land ?? start).description, from: last == nil ? nil : start.description,
            year: last?.year)
    }
}

/// What every pool of a hectare keeps through its history.
private struct HistoryFollower {
    let pools: [Pool]
    private(set) var unestimated: [LocalizedText] = []
    private var changes: [Pool: [(year: Int, trajectory: PoolTrajectory)]] = [:]

    init(
        _ history: LandHistory, _ zone: String, _ accounting: CarbonAccount.Accounting,
        _ set: CoefficientSet
    ) throws(CarbonError) {
        let lands = [history.start] + history.conversions.map(\.land)
        var densities: [[Pool: PoolState]] = []
        for land in lands {
            do {
                let pools = try set.densities(of: land, zone: zone)
                densities.append(
                    Dictionary(uniqueKeysWithValues: pools.map { ($0.pool, PoolState($0.factors)) })
                )
            } catch { throw .coefficient(error) }
        }
        pools = Set(densities.flatMap(\.keys)).sorted()
        for pool in pools {
            let start = densities[0][pool] ?? PoolState()
            var trajectory = PoolTrajectory(start: start, year: .min)
            changes[pool] = [(Int.min, trajectory)]
            for (index, conversion) in history.conversions.enumerated() {
                let (year, land) = (conversion.year, conversion.land)
                let end = densities[index + 1][pool] ?? PoolState()
                switch accounting {
                case .steadyState: trajectory.turn(to: end, year: year, over: 0)
                case .transition(let years) where pool == .soil:
                    if let target = soil(start, history.start, land, zone, set) {
                        trajectory.turn(to: target, year: year, over: years)
                    } else {
                        trajectory.turn(to: trajectory.state(in: year), year: year, over: 0)
                    }
                case .transition(let years):
                    let grows = end.value > trajectory.state(in: year).value
                    let isSlow = grows && (pool.isDead || land.isWoody)
                    trajectory.turn(to: end, year: year, over: isSlow ? years : 0)
                }
                changes[pool, default: []].append((year, trajectory))
            }
        }
    }

    /// What a pool keeps in a year.
    func state(of pool: Pool, in year: Int) -> PoolState {
        changes[pool]?.last { $0.year < year || $0.year == .min }?.trajectory.state(in: year)
            ?? PoolState()
    }

    /// Where the soil goes: what it held at first, by the factors of both uses.
    private mutating func soil(
        _ start: PoolState, _ from: LandType, _ to: LandType, _ zone: String,
        _ set: CoefficientSet
    ) -> PoolState? {
        guard let old = set.soilFactor(of: from, zone: zone),
            let new = set.soilFactor(of: to, zone: zone)
        else {
            unestimated.append(
                LocalizedText(
                    zh: "\(from.nameZH)转为\(to.nameZH)：系数集“\(set.name)”缺两者之一的soil_factor，土壤碳按不变计",
                    en:
                        "soil of '\(from)' turned '\(to)': set '\(set.name)' has no soil_factor for "
                        + "both, so its soil is left as it was"))
            return nil
        }
        return PoolState(
            parts: start.parts.map { part in
                (part.weight, part.factors + new.map { ($0, 1) } + old.map { ($0, -1) })
            })
    }
}

extension ModelBuilder {
    fileprivate mutating func area(
        of history: LandHistory, _ index: Int, _ zone: ZoneHistories
    ) throws(CarbonError) -> Int {
        let years = history.conversions.map { "\($0.year)" }.joined(separator: ",")
        let name = "area \(history.label) \(years) #\(index)"
        if let sampled = history.sampled {
            return try variable(sampled, named: name, zone: zone.zone, origin: history.origin)
        }
        let spread: Distribution
        do { spread = try .stated(history.hectares, percent: zone.areaPercent) } catch {
            throw .badArea(zone: zone.zone, land: history.label, hectares: history.hectares)
        }
        return variable(
            name, zone: zone.zone, spread, origin: history.origin,
            group: "area of \(history.label) in \(zone.zone)")
    }

    fileprivate mutating func terms(_ state: PoolState, times area: Int) -> [Term] {
        state.parts.map { part in
            var factors = [Factor(variable: area, exponent: 1)]
            for (coefficient, exponent) in part.factors {
                factors.append(Factor(variable: variable(coefficient), exponent: exponent))
            }
            return Term(part.weight, factors)
        }
    }
}
