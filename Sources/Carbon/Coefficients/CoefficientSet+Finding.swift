// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import LandCover

extension CoefficientSet {
    /// The densities of every pool of a kind of land, in t C/ha, in the order of the pools.
    ///
    /// Each is a product of coefficients, most often of one.
    ///
    /// - Parameters:
    ///   - land: The kind of land.
    ///   - zone: The zone, where the set has rows for single zones.
    /// - Returns: Pools, with what their densities are products of.
    /// - Throws: ``CoefficientError`` that names the land and the pool that is missing.
    public func densities(
        of land: LandType, zone: String? = nil
    ) throws(CoefficientError) -> [(pool: Pool, factors: [Coefficient])] {
        let rows = try rows(for: land, zone: zone, in: densities)
        var pools: [(pool: Pool, factors: [Coefficient])] = []
        for pool in [Pool.above, .below] {
            guard let factors = rows.lazy.compactMap({ $0.pools[pool] }).first else {
                throw .missing(set: name, land: land, pool: pool.rawValue)
            }
            pools.append((pool, factors))
        }
        let dead = rows.first { $0.pools.keys.contains { $0.isDead } }
        guard let dead else {
            throw .missing(set: name, land: land, pool: "dead_organic (or deadwood and litter)")
        }
        for (pool, factors) in dead.pools.sorted(by: { $0.key < $1.key }) where pool.isDead {
            pools.append((pool, factors))
        }
        guard let soil = rows.lazy.compactMap({ $0.pools[.soil] }).first else {
            throw .missing(set: name, land: land, pool: Pool.soil.rawValue)
        }
        pools.append((.soil, soil))
        return pools
    }

    /// The whole density of a kind of land at central values, t C/ha.
    public func totalDensity(
        of land: LandType, zone: String? = nil
    ) throws(CoefficientError) -> Double {
        try densities(of: land, zone: zone).reduce(0) { $0 + product($1.factors) }
    }

    /// The soil carbon of this land beside that of native land on the same soil, as a product.
    ///
    /// `nil` where no factor is established: the soil is then left as it was. Empty for 1.
    public func soilFactor(of land: LandType, zone: String? = nil) -> [Coefficient]? {
        guard let rows = try? rows(for: land, zone: zone, in: densities) else { return nil }
        return rows.lazy.compactMap(\.soilFactor).first
    }

    /// The annual flux of a kind of land.
    ///
    /// Wood gains for ``FluxArea/defaultGainYears`` where the set does not say.
    public func flux(
        of land: LandType, zone: String? = nil
    ) throws(CoefficientError) -> Flux {
        let rows = try rows(for: land, zone: zone, in: fluxes)
        guard var flux = rows.lazy.compactMap(\.flux).first else {
            throw .missing(set: name, land: land, pool: "flux")
        }
        if flux.gainYears == nil && land.isWoody { flux.gainYears = FluxArea.defaultGainYears }
        return flux
    }

    /// A factor by its name.
    ///
    /// - Throws: ``CoefficientError`` where the set lacks it, or leaves it to the user.
    public func factor(_ factorName: String) throws(CoefficientError) -> Coefficient {
        if let factor = factors[factorName] { return factor }
        if let note = requiredInputs[factorName] {
            throw .requiredInput(set: name, name: factorName, note: note)
        }
        throw .missingFactor(set: name, name: factorName)
    }

    /// Every kind of land that the set has densities for.
    public var lands: [LandType] {
        let all = densities.flatMap { row in
            row.categories.map { LandType($0, type: row.type) }
        }
        return Set(all).sorted()
    }

    /// Whether it has rows for single zones.
    public var hasZones: Bool { (densities + fluxes).contains { $0.zone != nil } }

    /// Every coefficient of the set, each once, in the order of their names.
    public var coefficients: [Coefficient] {
        let dense = densities.flatMap { $0.pools.values.flatMap(\.self) + ($0.soilFactor ?? []) }
        let strata = expansions.flatMap { [$0.stock, $0.increment, $0.removal] }
        let all =
            dense + fluxes.compactMap(\.flux?.coefficient) + factors.values + strata
            + rootShoots.map(\.ratio)
        var unique: [String: Coefficient] = [:]
        for coefficient in all { unique[coefficient.id] = coefficient }
        return unique.values.sorted { $0.id < $1.id }
    }

    /// The rows that fit, the closest first; of those as close, the later.
    private func rows(
        for land: LandType, zone: String?, in rows: [DensityRow]
    ) throws(CoefficientError) -> [DensityRow] {
        let fitting = rows.enumerated().compactMap { index, row in
            row.rank(land, zone: zone).map { (rank: $0, index: index, row: row) }
        }
        if land.type != nil, !fitting.contains(where: { $0.row.type != nil }) {
            let known = rows.filter { $0.categories.contains(land.category) }.compactMap(\.type)
            throw .unknownType(set: name, land: land, known: Set(known).sorted())
        }
        if fitting.isEmpty {
            if land.category == .shrub { throw .undeterminedShrub(set: name) }
            throw .missing(set: name, land: land, pool: "values")
        }
        return fitting.sorted { ($0.rank, $0.index) > ($1.rank, $1.index) }.map(\.row)
    }
}

/// The product of coefficients at their central values.
func product(_ factors: [Coefficient]) -> Double { factors.reduce(1) { $0 * $1.value } }

extension CoefficientSet {
    /// The stratum that a growing stock falls in: above `from`, up to and with `to`.
    func expansion(of group: String, volumePerHectare volume: Double) throws(CoefficientError)
        -> ExpansionStratum
    {
        let stratum = expansions.first {
            $0.group == group && volume <= $0.to && (volume > $0.from || $0.from == 0)
        }
        guard let stratum else {
            throw .noStratum(
                set: name, table: "expansion factor (BCEF)", group: group, value: volume)
        }
        return stratum
    }

    /// The ratio of roots to shoots for an above-ground biomass: from `from`, up to before `to`.
    func rootShoot(of group: String, abovePerHectare biomass: Double) throws(CoefficientError)
        -> Coefficient
    {
        let stratum = rootShoots.first {
            $0.group == group && biomass >= $0.from && biomass < $0.to
        }
        guard let stratum else {
            throw .noStratum(
                set: name, table: "root-to-shoot ratio", group: group, value: biomass)
        }
        return stratum.ratio
    }
}
