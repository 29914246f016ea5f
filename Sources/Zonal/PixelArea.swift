// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import PlaneGeometry

/// The true area of each pixel on the ellipsoid, in whole ``quantum``s of 10⁻⁹ m².
///
/// A pure function of a pixel's column and row: not of the tile or the thread that asks. Beyond the
/// raster's edge it goes on, so that the parts of a zone that lie off the raster have an area too.
enum PixelArea {
    /// Along parallels every pixel of a row is alike: geographic and north- or south-up.
    case rows(RowAreas)
    /// From a density known at the nodes of a lattice: projected, or rotated.
    case lattice(AreaLattice)

    /// No pixel near the raster is larger than this, in quanta.
    var largest: Int64 {
        switch self {
        case .rows(let rows): rows.largest
        case .lattice(let lattice): lattice.largest
        }
    }

    /// What an area is counted in, in 10⁻⁹ m²: 1, or for pixels that would not fit the integers a power
    /// of 1000, which is still finer than a double can tell of such an area.
    var quantum: Int64 {
        switch self {
        case .rows(let rows): rows.quantum
        case .lattice(let lattice): lattice.quantum
        }
    }

    /// Chooses the rule for a grid. Each worker makes its own: PROJ serves one thread at a time.
    init(of grid: Grid, by rule: AreaRule = .current) throws {
        if grid.crs.isGeographic && grid.transform.isAxisAligned {
            self = .rows(try RowAreas(of: grid, by: rule))
        } else {
            self = .lattice(try AreaLattice(of: grid, by: rule))
        }
    }
}
