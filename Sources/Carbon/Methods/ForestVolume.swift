// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
import Ecology
internal import Words

/// A stand of forest with its volume, its growth and what is taken from it.
///
/// Every number may be uncertain, by an error of its own or one that zones share: ``GivenNumber``.
public struct ForestStand: Sendable {
    /// The zone's id.
    public let zone: String
    /// A name, unique in its zone.
    public let name: String
    /// The group of trees in the table of expansion factors: `hardwoods`, `pines`, …
    public let expansionGroup: String
    /// The group of trees in the table of roots to shoots: `broadleaf`, `conifers`, …
    public let rootGroup: String
    /// Area, ha.
    public let hectares: GivenNumber
    /// Growing stock, m³/ha.
    public let volumePerHectare: GivenNumber
    /// Net annual increment, m³/ha/yr.
    public var incrementPerHectare = GivenNumber.fixed(0)
    /// Harvest with bark, m³/yr in all.
    public var harvestPerYear = GivenNumber.fixed(0)
    /// Harvest with bark as a fraction of the growing stock, 1/yr; counts beside ``harvestPerYear``.
    public var harvestRate = GivenNumber.fixed(0)
    /// Fuelwood taken as whole trees, m³/yr in all.
    public var fuelwoodPerYear = GivenNumber.fixed(0)
    /// Area disturbed by fire, pests or wind, ha/yr.
    public var disturbedHectaresPerYear = GivenNumber.fixed(0)
    /// The share of biomass that a disturbance kills, 0…1.
    public var disturbedShare = GivenNumber.fixed(1)

    /// A stand; growth and losses are 0 until set.
    public init(
        zone: String, name: String, expansionGroup: String, rootGroup: String,
        hectares: GivenNumber, volumePerHectare: GivenNumber
    ) {
        self.zone = zone
        self.name = name
        self.expansionGroup = expansionGroup
        self.rootGroup = rootGroup
        self.hectares = hectares
        self.volumePerHectare = volumePerHectare
    }
}

extension CarbonAccount {
    /// The biomass change of forest between two years from its volume: Σ A·V·BCEF_S·(1+R)·CF.
    ///
    /// Expansion factor and root ratio are those of the first year's stratum for both years: to step
    /// to the next stratum's in between would turn growth into loss. A note says where a stand
    /// crossed over.
    ///
    /// - Parameters:
    ///   - before: The stands in the first year.
    ///   - after: The same stands, by zone and name, in the last.
    ///   - from: The first year.
    ///   - to: The last year.
    ///   - set: Expansion factors, root ratios and `carbon_fraction`.
    /// - Returns: Stocks of both years, change and sink.
    /// - Source: IPCC 2006 Guidelines, Vol. 4 ch. 2, equation 2.8.
    /// - Throws: ``CarbonError``.
    public static func volumeDifference(
        before: [ForestStand], after: [ForestStand], from: Int, to: Int, with set: CoefficientSet
    ) throws(CarbonError) -> CarbonAccount {
        guard to > from else { throw .yearsDoNotRise(from: from, to: to) }
        var builder = ModelBuilder(with: set)
        var notes = set.notes
        for stand in before {
            try stand.check()
            guard let then = after.first(where: { $0.zone == stand.zone && $0.name == stand.name })
            else { throw .zonesDiffer(missing: "\(stand.zone), stand \(stand.name)", year: to) }
            try then.check()
            let tables = try StandTables(stand, set)
            if let later = try? StandTables(then, set),
                later.expansion.from != tables.expansion.from || later.root.id != tables.root.id
            {
                notes.append(
                    LocalizedText(
                        zh: "“\(stand.zone)”林分“\(stand.name)”：\(brief(stand.volume)) → "
                            + "\(brief(then.volume)) m³/ha跨入BCEF或R的另一档，两年均用\(from)年的值",
                        en: "zone '\(stand.zone)', stand '\(stand.name)': \(brief(stand.volume)) → "
                            + "\(brief(then.volume)) m³/ha crosses into another stratum of BCEF or "
                            + "R; those of \(from) were held for both years"))
            }
            let pools = builder.expanded(tables)
            let first = try builder.volume(stand, year: from)
            let second = try builder.volume(then, year: to)
            for (pool, factors) in pools {
                let old = [ModelBuilder.Term(1, first + factors)]
                let new = [ModelBuilder.Term(1, second + factors)]
                let less = [ModelBuilder.Term(-1, first + factors)]
                builder.enter(
                    .stock, zone: stand.zone, year: from, pool: pool, land: stand.name, old)
                builder.enter(
                    .stock, zone: stand.zone, year: to, pool: pool, land: stand.name, new)
                builder.enter(.change, zone: stand.zone, pool: pool, land: stand.name, new + less)
            }
        }
        for stand in after
        where !before.contains(where: { $0.zone == stand.zone && $0.name == stand.name }) {
            throw .zonesDiffer(missing: "\(stand.zone), stand \(stand.name)", year: from)
        }
        return CarbonAccount(
            .volumeDifference, set: set, hasSoil: false, from: from, to: to, notes: notes,
            model: builder.finished(years: to - from))
    }

    /// The annual biomass sink of forest as growth less what is taken: ΔC = ΔC_G − ΔC_L.
    ///
    /// Growth A·I_V·BCEF_I·(1+R)·CF; harvest and fuelwood H·BCEF_R·(1+R)·CF; disturbance
    /// A_d·V·BCEF_S·(1+R)·CF·f.
    ///
    /// - Source: IPCC 2006 Guidelines, Vol. 4 ch. 2, equations 2.7, 2.9, 2.10, 2.12, 2.13, 2.14.
    /// - Throws: ``CarbonError``.
    public static func gainLoss(
        of stands: [ForestStand], year: Int, with set: CoefficientSet
    ) throws(CarbonError) -> CarbonAccount {
        var builder = ModelBuilder(with: set)
        for stand in stands {
            try stand.check()
            let tables = try StandTables(stand, set)
            let area = try builder.input(stand, "area", "ha", stand.hectares, year)
            let growth = try builder.input(
                stand, "increment", "m³/ha/yr", stand.incrementPerHectare, year)
            let volume = try builder.input(
                stand, "volume", "m³/ha", stand.volumePerHectare, year)
            let harvest = try builder.input(
                stand, "harvest", "m³/yr", stand.harvestPerYear, year)
            let rate = try builder.input(
                stand, "harvest rate", "1/yr", stand.harvestRate, year)
            let fuelwood = try builder.input(
                stand, "fuelwood", "m³/yr", stand.fuelwoodPerYear, year)
            let disturbed =
                try builder.input(
                    stand, "disturbed area", "ha/yr", stand.disturbedHectaresPerYear, year)
                + builder.input(stand, "share killed", "1", stand.disturbedShare, year)
            let processes: [(String, Double, [[ModelBuilder.Factor]], Coefficient)] = [
                ("growth", 1, [area + growth], tables.expansion.increment),
                ("harvest", -1, [harvest, area + volume + rate], tables.expansion.removal),
                ("fuelwood", -1, [fuelwood], tables.expansion.removal),
                ("disturbance", -1, [disturbed + volume], tables.expansion.stock),
            ]
            for (process, sign, products, expansion) in processes {
                let common = builder.factors([expansion, tables.fraction])
                let shoots = products.map { $0 + common }
                let root = builder.factors([tables.root])
                let roots = shoots.map { $0 + root }
                for (pool, factors) in [(Pool.above, shoots), (.below, roots)] {
                    builder.enter(
                        .sink, zone: stand.zone, pool: pool, land: stand.name, process: process,
                        factors.map { ModelBuilder.Term(sign, $0) })
                }
            }
        }
        return CarbonAccount(
            .gainLoss, set: set, hasSoil: false, from: year, notes: set.notes,
            model: builder.finished(years: nil))
    }
}

/// The rows of the forest tables that a stand falls in.
private struct StandTables {
    let expansion: ExpansionStratum
    let root: Coefficient
    let fraction: Coefficient

    init(_ stand: ForestStand, _ set: CoefficientSet) throws(CarbonError) {
        do {
            expansion = try set.expansion(
                of: stand.expansionGroup, volumePerHectare: stand.volume)
            root = try set.rootShoot(
                of: stand.rootGroup, abovePerHectare: stand.volume * expansion.stock.value)
            fraction = try set.factor("carbon_fraction")
        } catch { throw .coefficient(error) }
    }
}

extension ForestStand {
    fileprivate var volume: Double { volumePerHectare.value }

    func check() throws(CarbonError) {
        let inputs = [
            ("area", hectares), ("volume", volumePerHectare), ("harvest", harvestPerYear),
            ("harvest rate", harvestRate), ("fuelwood", fuelwoodPerYear),
            ("disturbed area", disturbedHectaresPerYear),
            ("share killed", disturbedShare),
        ]
        for (name, input) in inputs where !(input.value >= 0 && input.value.isFinite) {
            throw .badInput(
                zone: zone, name: "\(name) of stand '\(self.name)'", value: input.value,
                reason: "it is 0 or more")
        }
        if disturbedShare.value > 1 {
            throw .badInput(
                zone: zone, name: "share killed in stand '\(name)'", value: disturbedShare.value,
                reason: "it is a fraction, 0 to 1")
        }
    }
}

extension ModelBuilder {
    mutating func input(
        _ stand: ForestStand, _ name: String, _ unit: String, _ number: GivenNumber, _ year: Int
    ) throws(CarbonError) -> [Factor] {
        try factors(
            number, named: "\(name) of stand \(stand.name) \(year)", unit: unit, zone: stand.zone,
            source: "given for the stand", group: "\(name) of \(stand.name) in \(stand.zone)")
    }

    fileprivate mutating func volume(
        _ stand: ForestStand, year: Int
    ) throws(CarbonError) -> [Factor] {
        try input(stand, "area", "ha", stand.hectares, year)
            + input(stand, "volume", "m³/ha", stand.volumePerHectare, year)
    }

    /// From m³ to carbon, above and below ground.
    fileprivate mutating func expanded(_ tables: StandTables) -> [(Pool, [Factor])] {
        let shoots = factors([tables.expansion.stock, tables.fraction])
        return [(.above, shoots), (.below, shoots + factors([tables.root]))]
    }
}
