// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

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
