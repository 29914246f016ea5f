// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Which figure of the earth areas and distances are measured on.
///
/// The two differ for CRS on a sphere alone, such as MODIS's sinusoidal grid. Whoever makes such grids
/// puts the geodetic latitude of WGS 84 on the sphere as it is, so the ground is where WGS 84 has it,
/// and larger or smaller than the sphere says: by up to 0.7 %.
public enum AreaRule: String, CaseIterable, Sendable {
    /// On the ellipsoid of the CRS's datum; on that of WGS 84 where the CRS is on a sphere as large as
    /// the earth.
    case ellipsoid
    /// On the datum's own figure, be it a sphere.
    case datum

    /// The rule where nobody names one: that of the run.
    @TaskLocal public static var current = AreaRule.ellipsoid
}

/// An ellipsoid of revolution, by its size and shape.
public struct Figure: Hashable, Sendable {
    /// The equatorial radius, in metres.
    public let semiMajorAxis: Double
    /// The inverse flattening; 0 for a sphere.
    public let inverseFlattening: Double

    /// The ellipsoid of WGS 84.
    public static let wgs84 = Figure(
        semiMajorAxis: 6_378_137, inverseFlattening: 298.257_223_563)
}

extension CRS {
    /// Whether its datum is a sphere as large as the earth.
    public var isOnSphere: Bool {
        inverseFlattening == 0 && (6_300_000...6_400_000).contains(semiMajorAxis)
    }

    /// What areas and distances in this CRS are measured on; a note is kept where that is a choice.
    package func figure(by rule: AreaRule) -> Figure {
        guard isOnSphere else {
            return Figure(semiMajorAxis: semiMajorAxis, inverseFlattening: inverseFlattening)
        }
        let name = code == nil && name == "unknown" ? projString : description
        GeodeticNotes.current?.add(.sphere(crs: name, rule: rule))
        return rule == .ellipsoid
            ? .wgs84 : Figure(semiMajorAxis: semiMajorAxis, inverseFlattening: 0)
    }
}
