// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import LandCover
internal import Zonal

/// What a zone's land is made of, year by year.
struct Composition {
    /// A category and its m² in each year.
    struct Part {
        let category: LandCover.Category
        let areas: [Double]
    }

    /// Oldest first.
    let years: [Int]
    /// Categories that occur, those of the land's use first, what is unknown last.
    let parts: [Part]

    /// Reads off the areas of a zone, or of all of them as `all`.
    init(of accounts: [YearAccount], zone: String, cityName: String) throws {
        let areas = try accounts.map { account in
            try account.parts(cityName: cityName).first { $0.zone.id == zone }?.areas
        }
        self.init(years: accounts.map(\.year), areas: areas)
    }

    init(years: [Int], areas: [CategoryAreas?]) {
        self.years = years
        parts = Self.order.compactMap { category in
            let values = areas.map { areas in
                category == .nodata ? areas?.unclassified ?? 0 : areas?[category.key] ?? 0
            }
            // What is less than a square metre is the rounding of a sum, not land.
            return values.contains { $0 >= 1 } ? Part(category: category, areas: values) : nil
        }
    }

    /// From the foot of a stack up: neighbours of one kind, and of different lightness.
    private static let order: [LandCover.Category] = [
        .built, .cropland, .orchard, .sandBare, .grassland, .otherWood, .otherShrub, .shrub,
        .specialShrub, .forest, .wetland, .water, .snowIce, .other, .nodata,
    ]
}

extension LandCover.Category {
    /// The name in both languages.
    var name: LocalizedText { LocalizedText(zh: nameZH, en: nameEN) }
}

extension Colour {
    /// `0xRRGGBB`.
    var rgb: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}
