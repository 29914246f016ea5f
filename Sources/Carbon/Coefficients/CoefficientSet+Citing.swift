// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0
public import Ecology

extension CoefficientSet {
    /// The citations of values that were written from memory, in the order of their names.
    public var fromMemory: [String] {
        Set(coefficients.filter { $0.evidence == .fromMemory }.map(\.source)).sorted()
    }

    /// The same set with citations in place of those from memory.
    ///
    /// - Throws: Nothing that the set itself did not: its correlations stay as they are.
    public func citing(_ references: References) throws(CarbonError) -> CoefficientSet {
        guard !references.texts.isEmpty else { return self }
        func cited(_ coefficient: Coefficient) -> Coefficient { coefficient.citing(references) }
        func cited(_ row: DensityRow) -> DensityRow {
            DensityRow(
                categories: row.categories, type: row.type, isDefault: row.isDefault,
                zone: row.zone, pools: row.pools.mapValues { $0.map(cited) },
                soilFactor: row.soilFactor?.map(cited),
                flux: row.flux.map {
                    Flux(
                        coefficient: cited($0.coefficient), kind: $0.kind, gainYears: $0.gainYears,
                        soilDepths: $0.soilDepths)
                })
        }
        var groups: [CorrelatedCoefficients] = []
        for group in correlations {
            groups.append(
                try CorrelatedCoefficients(
                    group.members.map(cited), correlation: group.correlation))
        }
        return CoefficientSet(
            name: name, titleZH: titleZH, titleEN: titleEN, edition: edition, tier: tier,
            tiers: tiers, region: region, soilDepthCentimetres: soilDepthCentimetres,
            notes: notes, overrides: overrides, densities: densities.map(cited),
            fluxes: fluxes.map(cited), factors: factors.mapValues(cited),
            requiredInputs: requiredInputs,
            expansions: expansions.map {
                ExpansionStratum(
                    group: $0.group, from: $0.from, to: $0.to, stock: cited($0.stock),
                    increment: cited($0.increment), removal: cited($0.removal))
            },
            rootShoots: rootShoots.map {
                RootShootStratum(
                    group: $0.group, from: $0.from, to: $0.to, ratio: cited($0.ratio))
            }, correlations: groups)
    }
}
