// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import GDAL
public import PlaneGeometry

/// A raster's pixels and where they lie: what zones are measured on.
public struct Grid: Hashable, Sendable {
    public let width: Int, height: Int
    /// From pixels to coordinates.
    public let transform: GeoTransform
    /// The CRS of the coordinates.
    public let crs: CRS
    /// What errors call it: the raster's name.
    public let name: String

    /// A grid of its own.
    public init(
        width: Int, height: Int, transform: GeoTransform, crs: CRS, name: String = "the grid"
    ) {
        self.width = width
        self.height = height
        self.transform = transform
        self.crs = crs
        self.name = name
    }

    /// The grid of a raster.
    ///
    /// - Parameters:
    ///   - raster: What it says of itself.
    ///   - assumedCRS: What to take it for where it names no CRS.
    /// - Throws: ``ZoneError`` where the raster is not placed on the earth.
    public init(of raster: RasterInfo, assuming assumedCRS: CRS? = nil) throws(ZoneError) {
        guard let transform = raster.transform else {
            throw .notGeoreferenced(raster: raster.name)
        }
        guard let crs = assumedCRS ?? raster.crs else { throw .rasterWithoutCRS(raster.name) }
        guard crs.isGeographic || crs.isProjected else {
            throw .notOnTheEarth(raster: raster.name, crs: crs.description)
        }
        self.init(
            width: raster.width, height: raster.height, transform: transform, crs: crs,
            name: raster.name)
        try refuseOffTheEarth()
    }

    /// Refuses coordinates that are not of the CRS, and rasters that go around the earth more than once.
    private func refuseOffTheEarth() throws(ZoneError) {
        let extent = extent
        let pixel = max(extent.width / Double(width), extent.height / Double(height))
        do {
            if let fault = try CoordinateFit.fault(of: extent, in: crs, slack: pixel) {
                throw ZoneError.offItsCRS(raster: name, fault: fault.description, code: fault.code)
            }
        } catch let error as ZoneError {
            throw error
        } catch {
            throw .notOnTheEarth(raster: name, crs: "\(crs) (\(error))")
        }
        let metres = crs.unit * (crs.isProjected ? 1 : crs.semiMajorAxis)
        guard transform.shortestSide * metres >= 0.001 else {
            throw .pixelsTooSmall(raster: name, metres: transform.shortestSide * metres)
        }
        let turn = turnInColumns
        guard turn == 0 || Double(width) <= turn * (1 + 1e-9) else {
            throw .widerThanTheEarth(raster: name, degrees: 360 * Double(width) / turn)
        }
    }

    /// The extent in the CRS's coordinates.
    public var extent: Extent { transform.extent(width: width, height: height) }

    /// Whether the other has the same pixels: size, place within 10⁻⁶ pixel, and CRS.
    public func isAligned(with other: Grid) -> Bool {
        guard width == other.width, height == other.height, crs.isSame(as: other.crs) else {
            return false
        }
        let corners = [(0, 0), (width, 0), (0, height)].map { (Double($0), Double($1)) }
        return corners.allSatisfy { column, row in
            let there = other.transform.pixel(
                of: transform.coordinates(column: column, row: row))
            return abs(there.x - column) < 1e-6 && abs(there.y - row) < 1e-6
        }
    }
}
