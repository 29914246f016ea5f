// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GDAL

/// The true area of each pixel on the ellipsoid, in whole ``quantum``s of 10⁻⁹ m².
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
    /// What fits the integers: in units of 10⁻⁹ m², 9,000 km² a pixel.
    static let limit = Int64(9e18)
    /// More than the earth has, in m², even if all of it were as wide as at the equator.
    private static let earth = 8.2e14

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

    /// The finest quantum in which areas of so many m² fit the integers.
    static func quantum(for squareMetres: Double, of grid: Grid) throws(ZoneError) -> Int64 {
        guard squareMetres < earth else {
            throw .pixelsTooLarge(raster: grid.name, squareKilometres: squareMetres / 1e6)
        }
        var quantum: Int64 = 1
        while squareMetres * unitsPerSquareMetre / Double(quantum) >= Double(limit) {
            quantum *= 1000
        }
        return quantum
    }
}

/// An ellipsoid of revolution.
struct Ellipsoid: Hashable, Sendable {
    let semiMajorAxis: Double
    /// The first eccentricity, squared.
    let eccentricitySquared: Double

    init(_ figure: Figure) {
        let flattening = figure.inverseFlattening == 0 ? 0 : 1 / figure.inverseFlattening
        semiMajorAxis = figure.semiMajorAxis
        eccentricitySquared = flattening * (2 - flattening)
    }

    /// How much more ground lies between the same longitudes and latitudes than on a sphere.
    func ratio(toSphereOf radius: Double, at latitude: Double) -> Double {
        let sine = sin(latitude)
        let w = 1 - eccentricitySquared * sine * sine
        let size = semiMajorAxis / radius
        return size * size * (1 - eccentricitySquared) / (w * w)
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
    /// Gauss–Legendre with five nodes in strips of at most a degree: relative error below 10⁻¹⁵, and no
    /// cancellation, which the closed form suffers from in small cells.
    func area(from south: Double, to north: Double) -> Double {
        let south = min(max(south, -.pi / 2), .pi / 2)
        let north = min(max(north, -.pi / 2), .pi / 2)
        let degree = Double.pi / 180
        guard abs(north - south) > degree * (1 + 1e-9) else {
            return strip(from: south, to: north)
        }
        guard south < north else { return -area(from: north, to: south) }
        let count = ((north - south) / degree - 1e-9).rounded(.up)
        let step = (north - south) / count
        return (0..<Int(count)).reduce(0) { sum, index in
            let start = south + Double(index) * step
            return sum + strip(from: start, to: start + step)
        }
    }

    private func strip(from south: Double, to north: Double) -> Double {
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
    let quantum: Int64
    private let unitsPerSquareMetre: Double

    init(of grid: Grid, by rule: AreaRule = .current) throws(ZoneError) {
        let unit = grid.crs.unit
        ellipsoid = Ellipsoid(grid.crs.figure(by: rule))
        top = grid.transform.coefficients[3] * unit
        step = grid.transform.coefficients[5] * unit
        width = abs(grid.transform.coefficients[1]) * unit
        // No pixel is higher than from pole to pole.
        let equator = min(abs(step), .pi) * width * ellipsoid.density(at: 0) * 1.01
        quantum = try PixelArea.quantum(for: equator, of: grid)
        unitsPerSquareMetre = PixelArea.unitsPerSquareMetre / Double(quantum)
        largest = Int64(equator * unitsPerSquareMetre)
    }

    /// The area of every pixel of a row; 0 beyond the poles.
    func area(row: Int) -> Int64 {
        let a = top + Double(row) * step
        let b = top + Double(row + 1) * step
        let area = ellipsoid.area(from: min(a, b), to: max(a, b)) * width
        return Int64((area * unitsPerSquareMetre).rounded())
    }
}
