// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Factors that turn stem volume into biomass, for one group of trees and one range of volume.
struct ExpansionStratum: Sendable {
    let group: String
    /// Growing stock in m³/ha that the stratum begins above, and the one that it ends with.
    let from: Double
    let to: Double
    /// BCEF_S, from growing stock to above-ground biomass, t d.m./m³.
    let stock: Coefficient
    /// BCEF_I, from net increment to above-ground growth, t d.m./m³.
    let increment: Coefficient
    /// BCEF_R, from removals to above-ground biomass removed, t d.m./m³.
    let removal: Coefficient
}

/// The ratio of roots to shoots, for one group of trees and one range of above-ground biomass.
struct RootShootStratum: Sendable {
    let group: String
    /// Above-ground biomass in t d.m./ha that the stratum begins at, and the one that it ends before.
    let from: Double
    let to: Double
    /// R.
    let ratio: Coefficient
}
