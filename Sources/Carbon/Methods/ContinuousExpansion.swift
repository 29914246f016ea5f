// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

extension CarbonAccount {
    /// The least volume, m³/ha, at which a straight line from volume to biomass may be used: its
    /// intercept would give bare ground 30 t/ha.
    public static let leastContinuousVolume = 20.0

    /// Stock, and between two years change and sink, of forest biomass by a straight line from
    /// volume: Σ A·(a·V + b)·CF, above and below ground together.
    ///
    /// Unlike with classes of expansion factors, nothing steps where a stand grows from one class
    /// into the next. Both years use the same coefficients, drawn once.
    ///
    /// - Parameters:
    ///   - stands: The stands; `expansionGroup` names the species, by the middle of `fang.….a`.
    ///   - later: The same stands, by zone and name, in the later year; empty for a stock alone.
    ///   - from: The year of `stands`.
    ///   - to: The later year; unused for a stock alone.
    ///   - set: `fang.SPECIES.a`, `fang.SPECIES.b` and `carbon_fraction`.
    /// - Returns: Stocks, and with `later` change and sink.
    /// - Source: Fang et al. 2001, Science 292:2320.
    /// - Throws: ``CarbonError``, above all below ``leastContinuousVolume``.
    public static func continuousExpansion(
        of stands: [ForestStand], later: [ForestStand] = [], from: Int, to: Int? = nil,
        with set: CoefficientSet
    ) throws(CarbonError) -> CarbonAccount {
        if let to, to <= from { throw .yearsDoNotRise(from: from, to: to) }
        var builder = ModelBuilder(with: set)
        for stand in stands {
            let first = try builder.line(stand, year: from, set)
            builder.enter(
                .stock, zone: stand.zone, year: from, pool: nil, land: stand.name, first)
            guard let to else { continue }
            guard let then = later.first(where: { $0.zone == stand.zone && $0.name == stand.name })
            else { throw .zonesDiffer(missing: "\(stand.zone), stand \(stand.name)", year: to) }
            let second = try builder.line(then, year: to, set)
            builder.enter(.stock, zone: stand.zone, year: to, pool: nil, land: stand.name, second)
            builder.enter(
                .change, zone: stand.zone, pool: nil, land: stand.name,
                second + first.map { ModelBuilder.Term(-$0.weight, $0.factors) })
        }
        return CarbonAccount(
            .continuousExpansion, set: set, hasSoil: false, from: from, to: to, notes: set.notes,
            model: builder.finished(years: to.map { $0 - from }))
    }
}

extension ModelBuilder {
    /// A stand's biomass carbon: A·V·a·CF + A·b·CF.
    fileprivate mutating func line(
        _ stand: ForestStand, year: Int, _ set: CoefficientSet
    ) throws(CarbonError) -> [Term] {
        try stand.check()
        guard stand.volumePerHectare.value >= CarbonAccount.leastContinuousVolume else {
            throw .badInput(
                zone: stand.zone, name: "volume of stand '\(stand.name)'",
                value: stand.volumePerHectare.value,
                reason: "below \(brief(CarbonAccount.leastContinuousVolume)) m³/ha a line from "
                    + "volume to biomass does not hold; take expansion factors or the provincial "
                    + "method")
        }
        let area = try input(stand, "area", "ha", stand.hectares, year)
        let volume = try input(stand, "volume", "m³/ha", stand.volumePerHectare, year)
        do {
            let slope = factors([try set.factor("fang.\(stand.expansionGroup).a")])
            let intercept = factors([try set.factor("fang.\(stand.expansionGroup).b")])
            let fraction = factors([try set.factor("carbon_fraction")])
            return [
                Term(1, area + volume + slope + fraction), Term(1, area + intercept + fraction),
            ]
        } catch { throw .coefficient(error) }
    }
}
