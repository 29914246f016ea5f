// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// What areas of pixels are counted in.
enum AreaQuantum {
    /// The unit of areas: 10⁻⁹ m².
    static let unitsPerSquareMetre = 1e9
    /// What fits the integers: in units of 10⁻⁹ m², 9,000 km² a pixel.
    static let limit = Int64(9e18)
    /// More than the earth has, in m², even if all of it were as wide as at the equator.
    private static let earth = 8.2e14

    /// The finest quantum in which areas of so many m² fit the integers, in units.
    static func finest(for squareMetres: Double, of grid: Grid) throws(ZoneError) -> Int64 {
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
