// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import LandCover
public import Words

/// The tier of a method by its coefficients, as IPCC counts them.
public enum Tier: Int, CaseIterable, Hashable, Sendable {
    /// IPCC defaults.
    case one = 1
    /// National or provincial factors.
    case two = 2
    /// Local measurements, or a model.
    case three = 3
}

/// Coefficients that belong together: one edition, one soil depth, one region.
public struct CoefficientSet: Sendable {
    /// The name that results repeat.
    public let name: String
    /// The title in Chinese.
    public let titleZH: String
    /// The title in English.
    public let titleEN: String
    /// The edition of the source.
    public let edition: String
    /// The tier that its use makes, by itself.
    public let tier: Tier
    /// The tiers of this set and of those laid over it, by their names.
    let tiers: [String: Tier]
    /// The region that it is for.
    public let region: String
    /// The depth that its soil carbon goes to, in cm; `nil` where it has none.
    public let soilDepthCentimetres: Double?
    /// What to know before using it.
    public let notes: [LocalizedText]
    /// The names of the sets that were laid over this one.
    public let overrides: [String]
    /// Densities in t C/ha by kind of land; a later row goes before an earlier one.
    let densities: [DensityRow]
    /// Annual fluxes in t C/ha/yr by kind of land.
    let fluxes: [DensityRow]
    let factors: [String: Coefficient]
    let requiredInputs: [String: String]
    let expansions: [ExpansionStratum]
    let rootShoots: [RootShootStratum]
    /// Coefficients that do not vary independently, each in one group at most.
    public let correlations: [CorrelatedCoefficients]

    /// An annual flux, and what must be known of it.
    public struct Flux: Sendable {
        /// t C/ha/yr, uptake positive.
        public let coefficient: Coefficient
        /// What it measures; `nil` where the set does not say.
        public let kind: LocalizedText?
        /// Years after planting that it holds in full, and years after which it is over; `nil` where it
        /// holds for all time.
        public var gainYears: ClosedRange<Double>?
        /// How deep the soil went that was measured, cm; several where papers differ.
        public let soilDepths: [Double]
    }

    /// What one row of a set says of some kinds of land.
    struct DensityRow: Sendable {
        let categories: [Category]
        let type: String?
        let isDefault: Bool
        let zone: String?
        /// The product of coefficients that each pool's density is, most often one.
        let pools: [Pool: [Coefficient]]
        /// What the soil of this land holds beside that of native land; `nil` where not known.
        let soilFactor: [Coefficient]?
        /// The annual flux, and what it measures, in a row of fluxes.
        let flux: Flux?

        /// How closely it fits: 2 for the type, 1 for the zone; `nil` where it does not.
        func rank(_ land: LandType, zone: String?) -> Int? {
            guard categories.contains(land.category) else { return nil }
            if let rowZone = self.zone, rowZone != zone { return nil }
            let zonePoint = self.zone == nil ? 0 : 1
            if let type {
                if type == land.type { return 2 + zonePoint }
                return land.type == nil && isDefault ? zonePoint : nil
            }
            return zonePoint
        }
    }

    /// This set with another laid over it: where both have a value, the other's stands.
    ///
    /// A row for a type goes before one for a category, and one for a zone before one for all.
    ///
    /// - Throws: ``CoefficientError`` where their soil depths differ.
    public func overridden(by other: CoefficientSet) throws(CoefficientError) -> CoefficientSet {
        if let depth = soilDepthCentimetres, let otherDepth = other.soilDepthCentimetres,
            depth != otherDepth
        {
            throw .soilDepths(
                base: name, baseDepth: depth, other: other.name, otherDepth: otherDepth)
        }
        return CoefficientSet(
            name: name, titleZH: titleZH, titleEN: titleEN, edition: edition,
            tier: tier, tiers: tiers.merging(other.tiers) { $1 }, region: region,
            soilDepthCentimetres: soilDepthCentimetres ?? other.soilDepthCentimetres,
            notes: notes + other.notes, overrides: overrides + [other.name],
            densities: densities + other.densities, fluxes: fluxes + other.fluxes,
            factors: factors.merging(other.factors) { $1 },
            requiredInputs: requiredInputs.filter { other.factors[$0.key] == nil },
            expansions: other.expansions + expansions, rootShoots: other.rootShoots + rootShoots,
            correlations: correlations + other.correlations)
    }

    init(
        name: String, titleZH: String, titleEN: String, edition: String, tier: Tier,
        tiers: [String: Tier]? = nil, region: String, soilDepthCentimetres: Double?,
        notes: [LocalizedText], overrides: [String],
        densities: [DensityRow], fluxes: [DensityRow], factors: [String: Coefficient],
        requiredInputs: [String: String], expansions: [ExpansionStratum],
        rootShoots: [RootShootStratum], correlations: [CorrelatedCoefficients] = []
    ) {
        self.name = name
        self.titleZH = titleZH
        self.titleEN = titleEN
        self.edition = edition
        self.tier = tier
        self.tiers = tiers ?? [name: tier]
        self.region = region
        self.soilDepthCentimetres = soilDepthCentimetres
        self.notes = notes
        self.overrides = overrides
        self.densities = densities
        self.fluxes = fluxes
        self.factors = factors
        self.requiredInputs = requiredInputs
        self.expansions = expansions
        self.rootShoots = rootShoots
        self.correlations = correlations
    }

    /// The same set with coefficients that are correlated.
    func with(_ correlations: [CorrelatedCoefficients]) -> CoefficientSet {
        CoefficientSet(
            name: name, titleZH: titleZH, titleEN: titleEN, edition: edition, tier: tier,
            tiers: tiers, region: region, soilDepthCentimetres: soilDepthCentimetres,
            notes: notes, overrides: overrides, densities: densities, fluxes: fluxes,
            factors: factors, requiredInputs: requiredInputs, expansions: expansions,
            rootShoots: rootShoots, correlations: correlations)
    }
}
