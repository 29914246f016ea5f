// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import LandCover
internal import Words

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
        self[LandCover.Category.nodata.key] + max(0, zoneArea - Self.sum(of: areas))
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
    ///
    /// Below it unclassified ground widens a figure's bounds: it may all be what is counted.
    public var maximumUnclassifiedShare: Double

    /// No limit where nothing else is said: the bounds tell what is not known.
    public init(maximumUnclassifiedShare: Double = 1) {
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
