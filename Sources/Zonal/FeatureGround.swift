// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import GDAL

/// Takes the ground of features out of a file: the one way by which zones, parcels, stands, deserts
/// and measures come in.
///
/// Coordinates are looked at before anything is done with them, so that one vertex that is nowhere
/// costs neither time nor memory.
public struct FeatureGround: Sendable {
    private let file: String
    private let crs: CRS
    private let limits: Extent

    /// Longitudes that are taken, in degrees: half a turn beyond −180…180 in the west, and beyond
    /// 0…360 in the east.
    static let longitudes = -360.0...540.0
    /// How far from their origin coordinates of the plane may lie, in metres: the earth is 4 × 10⁷
    /// around.
    static let reach = 1e8

    /// Features of a file, whose coordinates are in a CRS.
    public init(of file: String, in crs: CRS) {
        self.file = file
        self.crs = crs
        if crs.isGeographic {
            let unit = .pi / 180 / crs.unit
            let pole = 90 * (1 + 1e-9)
            limits = Extent(
                minX: Self.longitudes.lowerBound * unit, minY: -pole * unit,
                maxX: Self.longitudes.upperBound * unit, maxY: pole * unit)
        } else {
            let reach = Self.reach / (crs.unit > 0 ? crs.unit : 1)
            limits = Extent(minX: -reach, minY: -reach, maxX: reach, maxY: reach)
        }
    }

    /// Refuses a vertex that is not on the earth.
    ///
    /// - Parameters:
    ///   - polygons: What the feature is made of.
    ///   - name: What the message calls the feature: `zone '150602'`.
    /// - Throws: ``ZoneError/offTheEarth(file:feature:vertex:crs:)``.
    public func check(_ polygons: [Polygon], of name: String) throws(ZoneError) {
        for ring in polygons.lazy.flatMap(\.rings) {
            // A comparison with what is no number is never true.
            let stray = ring.first {
                !($0.x >= limits.minX && $0.x <= limits.maxX && $0.y >= limits.minY
                    && $0.y <= limits.maxY)
            }
            guard let stray else { continue }
            throw .offTheEarth(
                file: file, feature: name, vertex: "\(stray.x), \(stray.y)",
                crs: crs.description)
        }
    }

    /// The ground that a feature covers, as valid polygons; none where it has no area.
    ///
    /// - Parameters:
    ///   - geometry: The feature's own.
    ///   - name: What messages call the feature.
    ///   - invalidity: What GEOS says of it.
    /// - Throws: ``ZoneError`` that names the file and the feature.
    public func polygons(
        of geometry: Geometry, called name: String, invalidity: String?
    ) throws(ZoneError) -> [Polygon] {
        do { return try geometry.ground(invalidity: invalidity) } catch {
            throw .notMended(
                file: file, feature: name, why: error.reasons.joined(separator: "; "))
        }
    }

    /// The same, with the coordinates looked at; says whether the feature was invalid.
    public func read(
        _ geometry: Geometry, called name: String
    ) throws(ZoneError) -> (polygons: [Polygon], isMended: Bool) {
        try check(geometry.polygons, of: name)
        let invalidity = geometry.invalidity
        return (
            try polygons(of: geometry, called: name, invalidity: invalidity), invalidity != nil
        )
    }
}
