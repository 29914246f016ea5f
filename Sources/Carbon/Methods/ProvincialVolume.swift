// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
import Ecology
internal import Words

/// A zone's living stock and what the provincial guide needs beside it.
public struct ProvincialForest: Sendable {
    /// The zone's id.
    public let zone: String
    /// 乔木林 stock, m³.
    public let treeVolume: GivenNumber
    /// Stock of 散生木、四旁树、疏林, m³.
    public var otherVolume = GivenNumber.fixed(0)
    /// GR, the gross annual growth rate of living stock, a fraction; `nil` takes the set's.
    public var growthRate: GivenNumber?
    /// CR, the annual consumption rate, a fraction; `nil` takes the set's.
    public var consumptionRate: GivenNumber?
    /// Whether CR is net of natural loss; noted in the result.
    public var isConsumptionNet = false
    /// Annual change of bamboo, economic forest and shrub, ha/yr, by the end of `b_unit.…`.
    public var annualAreaChanges: [String: GivenNumber] = [:]
    /// The wood density to take: `svd`, or one for a species such as `svd.poplar`.
    public var woodDensity = "svd"
    /// The expansion factor to take.
    public var expansion = "bef_total"

    /// A zone's tree volume; the rest is 0 or the set's until set.
    public init(zone: String, treeVolume: GivenNumber) {
        self.zone = zone
        self.treeVolume = treeVolume
    }
}

extension CarbonAccount {
    /// Stock and annual sink of forest by the provincial inventory guide's volume method.
    ///
    /// Growth V·GR·SVD·BEF·CF, loss V·CR·SVD·BEF·CF, and ΔA·B·CF for bamboo, economic forest and
    /// shrub. Conversion of forest to other land is another source of the guide, not in here. The
    /// stock V·SVD·BEF·CF is ours: the guide is about change.
    ///
    /// - Source: 省级温室气体清单编制指南(试行), 2011, 土地利用变化和林业.
    /// - Throws: ``CarbonError``, above all where GR or CR are neither given nor in the set.
    public static func provincialVolume(
        of zones: [ProvincialForest], year: Int, with set: CoefficientSet
    ) throws(CarbonError) -> CarbonAccount {
        try checkZones(zones.map(\.zone))
        var builder = ModelBuilder(with: set)
        var notes = set.notes
        if zones.contains(where: { $0.isConsumptionNet }) {
            notes.append(
                LocalizedText(
                    zh: "部分旗区的消耗率CR为净消耗，指南所用为总消耗",
                    en: "CR is net consumption in some zones; the guide's is gross"))
        }
        for zone in zones { try builder.enter(zone, year, set) }
        return CarbonAccount(
            .provincialVolume, set: set, hasSoil: false, from: year, notes: notes,
            model: builder.finished(years: nil))
    }
}

extension ModelBuilder {
    fileprivate mutating func enter(
        _ forest: ProvincialForest, _ year: Int, _ set: CoefficientSet
    ) throws(CarbonError) {
        let zone = forest.zone
        let expansion: [Factor]
        let fraction: [Factor]
        do {
            fraction = factors([try set.factor("carbon_fraction")])
            expansion = factors([
                try set.factor(forest.woodDensity), try set.factor(forest.expansion),
            ])
        } catch { throw .coefficient(error) }
        let growth = try rate("growth_rate", forest.growthRate, zone, year, set)
        let loss = try rate("consumption_rate", forest.consumptionRate, zone, year, set)
        for (name, volume) in [
            ("tree_stock", forest.treeVolume), ("other_stock", forest.otherVolume),
        ] {
            guard volume.value >= 0, volume.value.isFinite else {
                throw .badInput(
                    zone: zone, name: "volume (\(name))", value: volume.value,
                    reason: "it is 0 m³ or more")
            }
            if volume.value == 0 && name != "tree_stock" { continue }
            let stock =
                try given("volume \(name) \(year)", "m³", volume, zone) + expansion + fraction
            enter(.stock, zone: zone, year: year, pool: nil, land: name, [Term(1, stock)])
            enter(
                .sink, zone: zone, pool: nil, land: name, process: "growth",
                [Term(1, stock + growth)])
            enter(
                .sink, zone: zone, pool: nil, land: name, process: "consumption",
                [Term(-1, stock + loss)])
        }
        for (kind, area) in forest.annualAreaChanges.sorted(by: { $0.key < $1.key }) {
            let whole: [Factor]
            do { whole = factors([try set.factor("b_unit.\(kind)")]) } catch {
                throw .coefficient(error)
            }
            let change =
                try given("annual area change of \(kind) \(year)", "ha/yr", area, zone) + fraction
            // Without a share above ground the two are not told apart.
            guard let part = try? set.factor("b_unit_above.\(kind)") else {
                enter(
                    .sink, zone: zone, pool: nil, land: kind, process: "area_change",
                    [Term(1, change + whole)])
                continue
            }
            let above = factors([part])
            enter(
                .sink, zone: zone, pool: .above, land: kind, process: "area_change",
                [Term(1, change + above)])
            enter(
                .sink, zone: zone, pool: .below, land: kind, process: "area_change",
                [Term(1, change + whole), Term(-1, change + above)])
        }
    }

    private mutating func rate(
        _ name: String, _ given: GivenNumber?, _ zone: String, _ year: Int, _ set: CoefficientSet
    ) throws(CarbonError) -> [Factor] {
        guard let given else {
            do { return factors([try set.factor(name)]) } catch { throw .coefficient(error) }
        }
        guard given.value >= 0, given.value <= 0.5 else {
            throw .badInput(
                zone: zone, name: name, value: given.value,
                reason: "it is a fraction a year, 0 to 0.5; 4 % is 0.04")
        }
        return try self.given("\(name) \(year)", "1/yr", given, zone)
    }

    private mutating func given(
        _ name: String, _ unit: String, _ number: GivenNumber, _ zone: String
    ) throws(CarbonError) -> [Factor] {
        try factors(
            number, named: name, unit: unit, zone: zone, source: "given for the zone",
            group: "\(name) in \(zone)")
    }
}
