// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Where on a piece of land carbon is kept.
///
/// A coefficient set states dead wood and litter apart, or ``deadOrganic`` for both; never both.
public enum Pool: String, CaseIterable, Hashable, Sendable, Comparable {
    /// Living biomass above ground.
    case above
    /// Living biomass below ground.
    case below
    /// Dead wood.
    case deadwood
    /// Litter.
    case litter
    /// Dead wood and litter, where a source does not tell them apart.
    case deadOrganic = "dead_organic"
    /// Organic carbon of the soil, down to the depth that the result states.
    case soil

    /// The name in Chinese.
    public var nameZH: String {
        switch self {
        case .above: "地上生物量"
        case .below: "地下生物量"
        case .deadwood: "枯死木"
        case .litter: "枯落物"
        case .deadOrganic: "死有机质"
        case .soil: "土壤有机碳"
        }
    }

    /// The name in English.
    public var nameEN: String {
        switch self {
        case .above: "Above-ground biomass"
        case .below: "Below-ground biomass"
        case .deadwood: "Dead wood"
        case .litter: "Litter"
        case .deadOrganic: "Dead organic matter"
        case .soil: "Soil organic carbon"
        }
    }

    /// In the order in which they are listed.
    public static func < (a: Pool, b: Pool) -> Bool {
        a.rank < b.rank
    }

    /// Its place in the list, from 0.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    static let count = allCases.count

    var isDead: Bool { self == .deadwood || self == .litter || self == .deadOrganic }
}

/// Carbon and carbon dioxide.
public enum CarbonDioxide {
    /// Tonnes of CO₂ in a tonne of carbon: 44/12, never rounded.
    public static let perCarbon = 44.0 / 12.0

    /// Net emissions in t CO₂e/yr as inventories sign them: removals are negative.
    ///
    /// - Parameter sink: Uptake by the land in t C/yr, uptake positive.
    /// - Returns: Emissions less removals, t CO₂e/yr.
    public static func netEmissions(ofSink sink: Double) -> Double { 0 - sink * perCarbon }
}
