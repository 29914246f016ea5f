// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CCounting
internal import GDAL
internal import PlaneGeometry

/// Pixel areas where they change along rows: of projected grids, and of rotated geographic ones.
///
/// The true area of a planar square metre is known at the nodes of a lattice fixed to the grid, and
/// is interpolated between them by a biquadratic over each cell of the lattice; a pixel has the
/// biquadratic's mean over it. A cell is at most 16 km wide, which keeps the error of usual projections
/// below 10⁻⁹ of the area. Pixels too large for that, wider than 8 km, are integrated one by one.
///
/// Holds the cells of one lattice row at a time; a worker goes through the raster row by row.
struct AreaLattice {
    private let planarArea: Double
    private let transform: GeoTransform
    private let density: Density
    let largest: Int64
    let quantum: Int64
    private let unitsPerSquareMetre: Double
    /// Pixels to a lattice cell, a power of two; at least 2.
    private let spacing: Int
    private var latticeRow = Int.min
    /// Per lattice column: the nine nodes of the cell, row by row; none where the earth ends in it.
    private var cells: [Int: [Double]] = [:]

    /// Where pixels are integrated one by one: the places in a pixel, from −½ to ½, and their weights.
    private let nodes: [(place: Double, weight: Double)]

    private enum Density {
        case projected(ArealScale)
        /// On a sphere, where areas are those of an ellipsoid with the same latitudes.
        case projectedSphere(ArealScale, radius: Double, Ellipsoid)
        case geographic(Ellipsoid, unit: Double)
    }

    init(of grid: Grid, by rule: AreaRule = .current) throws {
        transform = grid.transform
        let unit = grid.crs.unit
        let ellipsoid = Ellipsoid(grid.crs.figure(by: rule))
        if !grid.crs.isProjected {
            density = .geographic(ellipsoid, unit: unit)
        } else if grid.crs.isOnSphere && rule == .ellipsoid {
            density = .projectedSphere(
                try ArealScale(of: grid.crs), radius: grid.crs.semiMajorAxis, ellipsoid)
        } else {
            density = .projected(try ArealScale(of: grid.crs))
        }
        planarArea = grid.transform.pixelArea * unit * unit
        let metres =
            grid.crs.isProjected
            ? planarArea.squareRoot() : planarArea.squareRoot() * grid.crs.semiMajorAxis
        quantum = try AreaQuantum.finest(for: metres * metres, of: grid)
        unitsPerSquareMetre = AreaQuantum.unitsPerSquareMetre / Double(quantum)
        let units = metres * metres * unitsPerSquareMetre
        // No projection in use shrinks areas to a sixteenth where it is meant to be used.
        largest = Int64(min(units * 16, Double(AreaQuantum.limit)))
        var spacing = 2
        while Double(spacing * 2) * metres <= 16_000 { spacing *= 2 }
        self.spacing = spacing
        nodes = metres <= 8000 ? [] : Self.nodes(forPixelsOf: metres)
    }

    /// Gauss–Legendre's three nodes in each of the parts of a pixel, which are at most 100 km wide.
    private static func nodes(forPixelsOf metres: Double) -> [(place: Double, weight: Double)] {
        let parts = Int(min(max(metres / 100_000, 1), 200).rounded(.up))
        let outer = 0.7745966692414834
        let three = [(-outer, 5.0 / 9), (0, 8.0 / 9), (outer, 5.0 / 9)]
        return (0..<parts).flatMap { part in
            three.map { node, weight in
                (
                    place: (Double(part) + (node + 1) / 2) / Double(parts) - 0.5,
                    weight: weight / 2 / Double(parts)
                )
            }
        }
    }

    /// Writes the areas of a row's pixels from `start` on. O(pixels), four at a time up to 1.5 km.
    mutating func fill(_ areas: UnsafeMutablePointer<Int64>, row: Int, from start: Int, count: Int)
    {
        let v = prepare(row: row)
        var column = start
        while column < start + count {
            let latticeColumn = floorDivide(column, by: spacing)
            let end = min(start + count, (latticeColumn + 1) * spacing)
            let nodes = cell(latticeColumn)
            if nodes.isEmpty {
                for (offset, area) in areasApart(row: row, columns: column..<end).enumerated() {
                    areas[column - start + offset] = whole(area)
                }
                column = end
                continue
            }
            let (a, b, c) = means(ofRowAt: v, in: nodes)
            let first = Double(column - latticeColumn * spacing) + 0.5
            let bend = 2 * (a + c) - 4 * b
            let rise = bend / pixelsSquared
            if largest < 1 << 51 {
                let unit = unitsPerSquareMetre
                steppe_parabola(
                    areas + (column - start), end - column, first / Double(spacing),
                    1 / Double(spacing), (a + rise) * unit, (4 * b - 3 * a - c) * unit,
                    bend * unit, Double(largest))
            } else {
                for i in 0..<end - column {
                    let u = (first + Double(i)) / Double(spacing)
                    areas[column - start + i] = whole(quadratic(a, b, c, at: u) + rise)
                }
            }
            column = end
        }
    }

    /// The area of a row's pixels together, to within rounding: for what lies off the raster.
    mutating func total(row: Int, columns: Range<Int>) -> Double {
        let v = prepare(row: row)
        var total = 0.0
        var column = columns.lowerBound
        while column < columns.upperBound {
            let latticeColumn = floorDivide(column, by: spacing)
            let end = min(columns.upperBound, (latticeColumn + 1) * spacing)
            let nodes = cell(latticeColumn)
            if nodes.isEmpty {
                total += areasApart(row: row, columns: column..<end).reduce(0, +)
                column = end
                continue
            }
            let (a, b, c) = means(ofRowAt: v, in: nodes)
            // Over n pixels the mean of a parabola is its value at the middle, and a bit of bend.
            let n = Double(end - column)
            let middle = Double(column - latticeColumn * spacing) + n / 2
            let bend = 2 * (a + c) - 4 * b
            let spread = n * n / pixelsSquared
            total += n * (quadratic(a, b, c, at: middle / Double(spacing)) + bend * spread)
            column = end
        }
        return total * unitsPerSquareMetre
    }

    /// Goes to a row's cells.
    ///
    /// - Returns: Where the row's middle lies in them, from 0 to 1.
    private mutating func prepare(row: Int) -> Double {
        let latticeRow = floorDivide(row, by: spacing)
        if latticeRow != self.latticeRow {
            self.latticeRow = latticeRow
            cells.removeAll(keepingCapacity: true)
        }
        return (Double(row - latticeRow * spacing) + 0.5) / Double(spacing)
    }

    /// Twelve times the square of a cell's pixels: a parabola's mean over a pixel is its value at the
    /// middle and its bend over this.
    private var pixelsSquared: Double { 12 * Double(spacing * spacing) }

    /// A cell's biquadratic as a parabola along a row of pixels: the means over the row's height at the
    /// cell's left side, its middle and its right side.
    private func means(ofRowAt v: Double, in nodes: [Double]) -> (Double, Double, Double) {
        func mean(_ a: Double, _ b: Double, _ c: Double) -> Double {
            quadratic(a, b, c, at: v) + (2 * (a + c) - 4 * b) / pixelsSquared
        }
        return (
            mean(nodes[0], nodes[3], nodes[6]), mean(nodes[1], nodes[4], nodes[7]),
            mean(nodes[2], nodes[5], nodes[8])
        )
    }

    private mutating func cell(_ latticeColumn: Int) -> [Double] {
        if let nodes = cells[latticeColumn] { return nodes }
        guard nodes.isEmpty else { return [] }
        var places: [Point] = []
        for j in 0...2 {
            for i in 0...2 {
                places.append(
                    transform.coordinates(
                        column: Double(latticeColumn * spacing) + Double(i * spacing) / 2,
                        row: Double(latticeRow * spacing) + Double(j * spacing) / 2))
            }
        }
        let known = areas(at: places)
        let nodes = known.contains(nil) ? [] : known.compactMap(\.self)
        cells[latticeColumn] = nodes
        return nodes
    }

    /// What pixels would have for area, were they as at these places; `nil` off the earth.
    private func areas(at places: [Point]) -> [Double?] {
        switch density {
        case .projected(let scale):
            scale.factors(at: places).map { $0.map { planarArea / $0.arealScale } }
        case .projectedSphere(let scale, let radius, let ellipsoid):
            scale.factors(at: places).map { factor in
                factor.map {
                    planarArea / $0.arealScale
                        * ellipsoid.ratio(toSphereOf: radius, at: $0.latitude)
                }
            }
        case .geographic(let ellipsoid, let unit):
            places.map { place in
                let latitude = place.y * unit
                return abs(latitude) > .pi / 2 ? nil : planarArea * ellipsoid.density(at: latitude)
            }
        }
    }

    /// The areas of pixels one by one, where the projection ends within their lattice cell, and of those
    /// too large for a lattice.
    ///
    /// Where the projection ends, so does the earth: pixels beyond have no area.
    private func areasApart(row: Int, columns: Range<Int>) -> [Double] {
        guard nodes.isEmpty else { return columns.map { integral(row: row, column: $0) } }
        let centres = columns.map {
            transform.coordinates(column: Double($0) + 0.5, row: Double(row) + 0.5)
        }
        return areas(at: centres).map { $0 ?? 0 }
    }

    /// The area of a large pixel.
    private func integral(row: Int, column: Int) -> Double {
        nodes.reduce(0) { sum, vertical in
            let places = nodes.map { horizontal in
                transform.coordinates(
                    column: Double(column) + 0.5 + horizontal.place,
                    row: Double(row) + 0.5 + vertical.place)
            }
            let line = zip(areas(at: places), nodes).reduce(0) { $0 + ($1.0 ?? 0) * $1.1.weight }
            return sum + line * vertical.weight
        }
    }

    /// An area in whole quanta, within what the integers hold.
    @inline(__always)
    private func whole(_ area: Double) -> Int64 {
        let units = (area * unitsPerSquareMetre).rounded()
        return Int64(min(max(units, 0), Double(largest)))
    }
}

/// The parabola through three values at 0, ½ and 1.
@inline(__always)
private func quadratic(_ a: Double, _ b: Double, _ c: Double, at t: Double) -> Double {
    a + t * ((4 * b - 3 * a - c) + t * (2 * (a + c) - 4 * b))
}

/// Division rounded down. O(1).
@inline(__always)
func floorDivide(_ a: Int, by b: Int) -> Int {
    a >= 0 ? a / b : -((b - 1 - a) / b)
}
