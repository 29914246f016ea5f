// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// The affine map from pixel corners (column, row) to a CRS's coordinates.
public struct GeoTransform: Hashable, Sendable {
    /// GDAL's six coefficients: `x = a[0] + column·a[1] + row·a[2]`, `y = a[3] + column·a[4] + row·a[5]`.
    public let coefficients: [Double]

    /// A transform from GDAL's six coefficients, or `nil` where they are not finite or not invertible.
    public init?(_ coefficients: [Double]) {
        guard coefficients.count == 6, coefficients.allSatisfy(\.isFinite),
            coefficients[1] * coefficients[5] != coefficients[2] * coefficients[4]
        else { return nil }
        self.coefficients = coefficients
    }

    /// A north-up grid of square pixels from its upper left corner.
    public init?(left: Double, top: Double, pixelSize: Double) {
        self.init([left, pixelSize, 0, top, 0, -pixelSize])
    }

    /// The planar area of a pixel, in the CRS's units squared.
    public var pixelArea: Double {
        abs(
            coefficients[1] * coefficients[5] - coefficients[2] * coefficients[4])
    }

    /// The length of a pixel's shorter side, in the CRS's units.
    public var shortestSide: Double {
        let (a, b) = (coefficients[1], coefficients[2])
        let (c, d) = (coefficients[4], coefficients[5])
        return min((a * a + c * c).squareRoot(), (b * b + d * d).squareRoot())
    }

    /// Whether rows run along x and columns along y.
    public var isAxisAligned: Bool { coefficients[2] == 0 && coefficients[4] == 0 }

    /// The coordinates of a place on the grid.
    public func coordinates(column: Double, row: Double) -> Point {
        Point(
            x: coefficients[0] + column * coefficients[1] + row * coefficients[2],
            y: coefficients[3] + column * coefficients[4] + row * coefficients[5])
    }

    /// The place on the grid of coordinates: x is the column, y the row, from the first pixel's corner.
    public func pixel(of point: Point) -> Point {
        let (a, b) = (coefficients[1], coefficients[2])
        let (c, d) = (coefficients[4], coefficients[5])
        let (x, y) = (point.x - coefficients[0], point.y - coefficients[3])
        if b == 0 && c == 0 { return Point(x: x / a, y: y / d) }
        let determinant = a * d - b * c
        return Point(x: (d * x - b * y) / determinant, y: (a * y - c * x) / determinant)
    }

    /// The extent of a grid of so many pixels.
    public func extent(width: Int, height: Int) -> Extent {
        let (w, h) = (Double(width), Double(height))
        let corners = [(0, 0), (w, 0), (0, h), (w, h)].map { coordinates(column: $0, row: $1) }
        return Extent(
            minX: corners.map(\.x).reduce(.infinity, min),
            minY: corners.map(\.y).reduce(.infinity, min),
            maxX: corners.map(\.x).reduce(-.infinity, max),
            maxY: corners.map(\.y).reduce(-.infinity, max))
    }

    /// The same grid seen from another first pixel.
    public func shifted(column: Int, row: Int) -> GeoTransform {
        let corner = coordinates(column: Double(column), row: Double(row))
        var moved = coefficients
        moved[0] = corner.x
        moved[3] = corner.y
        return GeoTransform(unchecked: moved)
    }

    private init(unchecked coefficients: [Double]) { self.coefficients = coefficients }
}
