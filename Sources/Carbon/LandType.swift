// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import LandCover

/// A kind of land that has coefficients of its own: a category, and perhaps a type within it.
///
/// The type is a forest type (`populus`), a steppe type (`typical`), a state of the sand
/// (`semi_fixed`) or a class of the user's own; without one, the category's default stands.
public struct LandType: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The category.
    public let category: Category
    /// The type within it, as coefficient files call it.
    public let type: String?

    /// A kind of land.
    public init(_ category: Category, type: String? = nil) {
        self.category = category
        self.type = type
    }

    /// The words that files use: `grassland`, or `grassland/typical`.
    public var description: String { type.map { "\(category.key)/\($0)" } ?? category.key }

    /// The words that Chinese texts use.
    var nameZH: String { type.map { "\(category.nameZH)（\($0)）" } ?? category.nameZH }

    /// In the order of the categories, then of the types.
    public static func < (a: LandType, b: LandType) -> Bool {
        let ranks = (rank[a.category] ?? 0, rank[b.category] ?? 0)
        return ranks.0 == ranks.1 ? (a.type ?? "") < (b.type ?? "") : ranks.0 < ranks.1
    }

    private static let rank = Dictionary(
        uniqueKeysWithValues: Category.allCases.enumerated().map { ($1, $0) })

    /// Whether its biomass is wood, which takes years to grow.
    public var isWoody: Bool {
        switch category {
        case .forest, .shrub, .specialShrub, .otherShrub, .otherWood, .orchard: true
        default: false
        }
    }
}
