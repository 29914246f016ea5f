// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
package import GDAL
public import LandCover
package import PlaneGeometry
public import Words
public import Zonal

/// What of a zone one class of parcels takes, in integers.
public struct ParcelAmount: Hashable, Sendable {
    /// Parcels that reach into the zone.
    public var parcels = 0
    /// Area on the ellipsoid, 10⁻⁹ m².
    public var area: Int128 = 0
    /// The part of it that is field ridges, 10⁻⁹ m².
    public var ridges: Int128 = 0

    /// m² on the ellipsoid.
    public var areaSquareMetres: Double { Double(area) / PolygonArea.unitsPerSquareMetre }
    /// m² net of field ridges.
    public var netSquareMetres: Double { Double(area - ridges) / PolygonArea.unitsPerSquareMetre }

    /// Adds another part's amount, exactly.
    public static func += (a: inout ParcelAmount, b: ParcelAmount) {
        a.parcels += b.parcels
        a.area += b.area
        a.ridges += b.ridges
    }
}

/// Something about parcels that a reader should know.
public struct ParcelProblem: Hashable, Sendable {
    /// What kind of thing it is.
    public enum Kind: String, Hashable, Sendable {
        case overlap, gap, areaField = "area_field", mended, skipped, unknownCode = "unknown_code"
    }

    /// What kind of thing it is.
    public let kind: Kind
    /// The zone that it is in; empty where it does not matter.
    public let zone: String
    /// Parcels by their place in the file, from 1.
    public let parcels: [Int]
    /// m², where there are any.
    public let area: Double?
    /// In words.
    public let description: LocalizedText
}

/// Exact areas by class and zone of one layer of parcels.
public struct ParcelAccount: Sendable {
    /// The zones, in the order of their layer.
    public let zones: [Tally.ZoneKey]
    /// Each zone's own area on the ellipsoid, 10⁻⁹ m².
    public let zoneAreas: [Int128]
    /// By zone: what each class takes, by its code. Unknown codes stand under `nodata`.
    public let amounts: [[String: ParcelAmount]]
    /// The scheme that codes were read by.
    public let scheme: ClassScheme
    /// Whether the layer tells field ridges.
    public let hasRidges: Bool
    /// Overlaps, gaps, areas that the geometry does not bear out, and what was mended.
    public let problems: [ParcelProblem]
    /// By zone: the ground of each class by its code, clipped, in ``crs``.
    package let pieces: [[String: [Polygon]]]
    package let crs: CRS

    /// A class by the code that ``amounts`` has.
    public func landClass(_ code: String) -> LandClass? { try? scheme.landClass(forText: code) }

    /// m² of a zone that no parcel covers, or `nodata` does; overlaps counted as they are.
    public func uncovered(inZone zone: Int) -> Double {
        let covered = amounts[zone].reduce(Int128(0)) { $0 + $1.value.area }
        return max(0, Double(zoneAreas[zone] - covered) / PolygonArea.unitsPerSquareMetre)
    }
}
