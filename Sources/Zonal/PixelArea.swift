// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GDAL

/// The true area of each pixel on the ellipsoid, in whole 10⁻⁹ m².
///
/// A pure function of a pixel's column and row: not of the tile or the thread that asks. Beyond the
/// raster's edge it goes on, so that the parts of a zone that lie off the raster have an area too.
enum PixelArea {
    /// Along parallels every pixel of a row is alike: geographic and north- or south-up.
    case rows(RowAreas)
    /// From a density known at the nodes of a lattice: projected, or rotated.
    case lattice(AreaLattice)

    /// The unit of areas: 10⁻⁹ m².
    static let unitsPerSquareMetre = 1e9
    /// What fits the integers: 9,000 km² a pixel.
    static let limit = Int64(9e18)

    /// No pixel near the raster is larger than this.
    var largest: Int64 {
        switch self {
        case .rows(let rows): rows.largest
        case .lattice(let lattice): lattice.largest
        }
    }

    /// Chooses the rule for a grid. Each worker makes its own: PROJ serves one thread at a time.
    init(of grid: Grid) throws {
        if grid.crs.isGeographic && grid.transform.isAxisAligned {
            self = .rows(try RowAreas(of: grid))
        } else {
            self = .lattice(try AreaLattice(of: grid))
        }
    }
}

/// An ellipsoid of revolution.
struct Ellipsoid: Hashable, Sendable {
    let semiMajorAxis: Double
    /// The first eccentricity, squared.
    let eccentricitySquared: Double

    init(of crs: CRS) {
        let flattening = crs.inverseFlattening == 0 ? 0 : 1 / crs.inverseFlattening
        semiMajorAxis = crs.semiMajorAxis
        eccentricitySquared = flattening * (2 - flattening)
    }

    /// Square metres to the square radian of longitude and latitude, at a latitude in radians.
    func density(at latitude: Double) -> Double {
        let sine = sin(latitude)
        let w = 1 - eccentricitySquared * sine * sine
        return semiMajorAxis * semiMajorAxis * (1 - eccentricitySquared) * cos(latitude)
            / (w * w)
    }

    /// The area between two latitudes for one radian of longitude, in m².
    ///
    /// Gauss–Legendre with five nodes: relative error below 10⁻¹⁵ for cells up to a degree, and no
    /// cancellation, which the closed form suffers from in small cells.
    func area(from south: Double, to north: Double) -> Double {
        let south = min(max(south, -.pi / 2), .pi / 2)
        let north = min(max(north, -.pi / 2), .pi / 2)
        let middle = (south + north) / 2
        let half = (north - south) / 2
        let nodes = [0.5384693101056831, 0.9061798459386640]
        let weights = [0.4786286704993665, 0.2369268850561891]
        var sum = 0.5688888888888889 * density(at: middle)
        for (node, weight) in zip(nodes, weights) {
            sum += weight * (density(at: middle - half * node) + density(at: middle + half * node))
        }
        return sum * half
    }
}

/// Pixel areas of a geographic grid whose rows are parallels.
struct RowAreas: Sendable {
    private let ellipsoid: Ellipsoid
    private let top: Double
    private let step: Double
    private let width: Double
    /// What a pixel at the equator would have.
    let largest: Int64

    init(of grid: Grid) throws(ZoneError) {
        let unit = grid.crs.unit
        ellipsoid = Ellipsoid(of: grid.crs)
        top = grid.transform.coefficients[3] * unit
        step = grid.transform.coefficients[5] * unit
        width = abs(grid.transform.coefficients[1]) * unit
        let equator = abs(step) * width * ellipsoid.density(at: 0) * 1.01
        guard equator * PixelArea.unitsPerSquareMetre < Double(PixelArea.limit) else {
            throw .pixelsTooLarge(raster: grid.name, squareKilometres: equator / 1e6)
        }
        largest = Int64(equator * PixelArea.unitsPerSquareMetre)
    }

    /// The area of every pixel of a row; 0 beyond the poles.
    func area(row: Int) -> Int64 {
        let a = top + Double(row) * step
        let b = top + Double(row + 1) * step
        let area = ellipsoid.area(from: min(a, b), to: max(a, b)) * width
        return Int64((area * PixelArea.unitsPerSquareMetre).rounded())
    }
}
