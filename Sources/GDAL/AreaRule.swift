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
