// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import GDAL
public import PlaneGeometry

/// Takes the ground of features out of a file: the one way by which zones, parcels, stands, deserts
/// and measures come in.
///
/// Coordinates are looked at before anything is done with them, so that one vertex that is nowhere
/// costs neither time nor memory.
public struct FeatureGround: Sendable {
    private let file: String
    private let crs: CRS?
    private let limits: Extent

    /// How far from their origin coordinates of the plane may lie, in metres: the earth is 4 × 10⁷
    /// around.
    static let reach = 1e8

    /// Features of a file, whose coordinates are in a CRS; `nil` where a PROJ pipeline tells what they
    /// are.
    public init(of file: String, in crs: CRS?) {
        self.file = file
        self.crs = crs
        let unit = crs.map { $0.unit > 0 ? $0.unit : 1 } ?? 1
        if crs?.isGeographic == true {
            let degree = .pi / 180 / unit
            let pole = 90 * (1 + 1e-9)
            let longitudes = CoordinateFit.longitudes
            limits = Extent(
                minX: longitudes.lowerBound * degree, minY: -pole * degree,
                maxX: longitudes.upperBound * degree, maxY: pole * degree)
        } else {
            let reach = Self.reach / unit
            limits = Extent(minX: -reach, minY: -reach, maxX: reach, maxY: reach)
        }
    }

    /// Refuses a vertex that is not on the earth.
    ///
    /// - Parameters:
    ///   - polygons: What the feature is made of.
    ///   - name: What the message calls the feature: `zone '150602'`.
    /// - Throws: ``ZoneError/offTheEarth(file:feature:vertex:crs:)``; where all of the feature is
    ///   elsewhere, ``ZoneError/zoneOffItsCRS(file:feature:fault:code:)`` that says where that looks like.
    public func check(_ polygons: [Polygon], of name: String) throws(ZoneError) {
        for ring in polygons.lazy.flatMap(\.rings) {
            guard let stray = ring.first(where: { !isPlace($0) }) else { continue }
            let all = polygons.lazy.flatMap(\.rings).joined()
            if let crs, !all.contains(where: isPlace), let extent = Extent(around: all),
                let fault = try? CoordinateFit.fault(of: extent, in: crs)
            {
                throw .zoneOffItsCRS(
                    file: file, feature: name, fault: fault.description, code: fault.code)
            }
            throw .offTheEarth(
                file: file, feature: name, vertex: "\(stray.x), \(stray.y)",
                crs: crs?.description ?? "the plane")
        }
    }

    /// Whether a vertex may be one; what is no number is none.
    private func isPlace(_ point: Point) -> Bool {
        point.x >= limits.minX && point.x <= limits.maxX && point.y >= limits.minY
            && point.y <= limits.maxY
    }

    /// The ground that a feature covers.
    ///
    /// - Parameters:
    ///   - geometry: The feature's own.
    ///   - name: What messages call the feature.
    ///   - invalidity: What GEOS says of it.
    /// - Returns: Valid polygons that share no ground; none where it has no area.
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
