// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import PlaneGeometry

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
        quantum = try AreaQuantum.finest(for: equator, of: grid)
        unitsPerSquareMetre = AreaQuantum.unitsPerSquareMetre / Double(quantum)
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
