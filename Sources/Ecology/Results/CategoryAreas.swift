// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// The words for ecological categories, as class schemes write them.
public enum CategoryKey {
    /// Trees and bamboo, canopy density at least 0.20.
    public static let forest = "forest"
    /// Shrub that nobody could call special or other: it gives a low–high range.
    public static let undeterminedShrub = "shrub"
    /// 国家特别规定的灌木林: counts as forest.
    public static let specialShrub = "special_shrub"
    /// 一般灌木林: does not count as forest.
    public static let otherShrub = "other_shrub"
    /// Woody land below the threshold.
    public static let otherWood = "other_wood"
    /// 园地.
    public static let orchard = "orchard"
    /// 草地.
    public static let grassland = "grassland"
    /// Sand, gobi, bare and saline ground, rock.
    public static let sandBare = "sand_bare"
    /// Marsh and flats.
    public static let wetland = "wetland"
    /// Open water.
    public static let water = "water"
    /// 耕地.
    public static let cropland = "cropland"
    /// 建设用地.
    public static let built = "built"
    /// Ice and permanent snow.
    public static let snowIce = "snow_ice"
    /// What no other category holds.
    public static let other = "other"
    /// Cloud, gaps and whatever was not classified.
    public static let nodata = "nodata"
}

/// The areas of a zone by category, closed on the zone's own area.
///
/// What the categories leave of the zone is unclassified: it is off the raster. It stays in the
/// denominator and counts with `nodata` towards ``unclassifiedShare``.
public struct CategoryAreas: Hashable, Sendable {
    /// The area of the zone's geometry, m².
    public let zoneArea: Double
    /// m² by category key.
    public let areas: [String: Double]

    /// Areas of a zone.
    ///
    /// - Throws: ``EcologyError`` where an area is negative or not finite, or where the categories
    ///   exceed the zone by more than a part in a thousand (measured twice, or in another unit).
    public init(zoneArea: Double, areas: [String: Double]) throws(EcologyError) {
        guard zoneArea > 0, zoneArea.isFinite else {
            throw .negative(what: "the zone's area", value: zoneArea)
        }
        for (key, area) in areas.sorted(by: { $0.key < $1.key }) {
            try nonNegative(area, "the area of '\(key)'")
        }
        let sum = Self.sum(of: areas)
        guard sum <= zoneArea * 1.001 else {
            throw .refused(
                "the categories add up to \(sum) m² in a zone of \(zoneArea) m²: "
                    + "is a category counted twice, or in another unit?")
        }
        self.zoneArea = zoneArea
        self.areas = areas
    }

    /// The area of a category in m²; 0 where it does not occur.
    public subscript(key: String) -> Double { areas[key] ?? 0 }

    /// The area without a category, off the raster included, m².
    public var unclassified: Double {
        self[CategoryKey.nodata] + max(0, zoneArea - Self.sum(of: areas))
    }

    /// The share of the zone without a category, 0…1.
    public var unclassifiedShare: Double { unclassified / zoneArea }

    // Dictionaries have no order; sums of floating numbers do.
    private static func sum(of areas: [String: Double]) -> Double {
        areas.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    }
}

/// Rules that hold for every indicator of a survey.
public struct AssessmentRules: Hashable, Sendable {
    /// The share of a zone that may be unclassified before nothing is assessed, 0…1.
    public var maximumUnclassifiedShare: Double

    /// The default limit, half a percent, is a judgement: see the indicator definitions.
    public init(maximumUnclassifiedShare: Double = 0.005) {
        self.maximumUnclassifiedShare = maximumUnclassifiedShare
    }

    /// *Not assessed* where too much of a zone is unclassified; otherwise `status` as given.
    public func status(unclassifiedShare: Double, otherwise status: ResultStatus) -> ResultStatus {
        guard unclassifiedShare > maximumUnclassifiedShare else { return status }
        let share = decimal(unclassifiedShare * 100, digits: 2)
        let limit = decimal(maximumUnclassifiedShare * 100, digits: 2)
        return .notAssessed(
            LocalizedText(
                zh: "未分类面积占\(share)%，超过限值\(limit)%",
                en: "\(share) % of the zone is unclassified, above the limit of \(limit) %"))
    }
}
