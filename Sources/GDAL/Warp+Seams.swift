// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import PlaneGeometry

/// Where the pixels of a display grid lie in a raster's CRS.
///
/// A place counts only where both projections are defined and lead back to where it came from: an
/// inverse projection answers for places off its map too.
struct DisplayPlaces {
    let grid: DisplayGrid
    let toRaster: CoordinateTransform
    let toDisplay: CoordinateTransform
    /// The raster's, in its CRS; longitudes are brought to its middle by whole turns.
    let extent: Extent
    let turn: Double?

    init(_ grid: DisplayGrid, of info: RasterInfo, in crs: CRS) throws(GDALError) {
        self.grid = grid
        toRaster = try CoordinateTransform(from: grid.crs, to: crs)
        toDisplay = try CoordinateTransform(from: crs, to: grid.crs)
        extent =
            info.transform?.extent(width: info.width, height: info.height)
            ?? Extent(minX: 0, minY: 0, maxX: 0, maxY: 0)
        turn = crs.isGeographic ? 2 * .pi / crs.unit : nil
    }

    private var middle: Double { (extent.minX + extent.maxX) / 2 }
    var pixelWidth: Double { grid.extent.width / Double(grid.width) }
    var pixelHeight: Double { grid.extent.height / Double(grid.height) }

    /// A place in the display CRS, by columns and rows of the grid.
    func point(_ column: Double, _ row: Double) -> Point {
        Point(
            x: grid.extent.minX + column * pixelWidth, y: grid.extent.maxY - row * pixelHeight)
    }

    /// The places in the raster's CRS; `nil` where there is none.
    func places(of points: [Point]) -> [Point?] {
        let rasterPlaces = toRaster.transformed(points)
        let known = rasterPlaces.indices.filter { rasterPlaces[$0] != nil }
        let back = toDisplay.transformed(known.compactMap { rasterPlaces[$0] })
        var places = [Point?](repeating: nil, count: points.count)
        for (index, returned) in zip(known, back) {
            guard let returned, var place = rasterPlaces[index],
                abs(returned.x - points[index].x) < pixelWidth,
                abs(returned.y - points[index].y) < pixelHeight
            else { continue }
            if let turn { place.x -= ((place.x - middle) / turn).rounded() * turn }
            places[index] = place
        }
        return places
    }
}

extension DisplayPlaces {
    /// A lattice of so many places a side, from edge to edge of the grid.
    private func lattice(_ count: Int) -> [Point] {
        (0..<count).flatMap { row in
            (0..<count).map { column in
                point(
                    Double(grid.width) * Double(column) / Double(count - 1),
                    Double(grid.height) * Double(row) / Double(count - 1))
            }
        }
    }

    /// Whether the raster's coordinates run evenly across the grid: defined everywhere, and nowhere
    /// with a jump, as at 180°, or a knot, as at a pole.
    func isEven() throws(GDALError) -> Bool {
        let poles = try CoordinateTransform(from: CRS.wgs84(), to: grid.crs)
            .transformed([Point(x: 0, y: -90), Point(x: 0, y: 90)])
        let sides = grid.extent
        let hasPole = poles.contains { pole in
            guard let pole else { return false }
            return pole.x >= sides.minX && pole.x <= sides.maxX && pole.y >= sides.minY
                && pole.y <= sides.maxY
        }
        if hasPole { return false }
        let count = 17
        let points = lattice(count)
        let places = self.places(of: points)
        var pairs: [(Int, Int)] = []
        for row in 0..<count {
            for column in 0..<count {
                let index = row * count + column
                if column + 1 < count { pairs.append((index, index + 1)) }
                if row + 1 < count { pairs.append((index, index + count)) }
            }
        }
        let middles = self.places(
            of: pairs.map { a, b in
                Point(
                    x: (points[a].x + points[b].x) / 2, y: (points[a].y + points[b].y) / 2)
            })
        return zip(pairs, middles).allSatisfy { pair, middle in
            guard let a = places[pair.0], let b = places[pair.1], let middle else { return false }
            let step = abs(b.x - a.x) + abs(b.y - a.y)
            let bend = abs((a.x + b.x) / 2 - middle.x) + abs((a.y + b.y) / 2 - middle.y)
            return bend <= step * 0.25
        }
    }

    /// What of the raster is on the grid: one piece, or two where a seam parts it.
    func pieces() -> [Extent] {
        let within = places(of: lattice(256)).compactMap { $0 }.filter {
            $0.x >= extent.minX && $0.x <= extent.maxX && $0.y >= extent.minY
                && $0.y <= extent.maxY
        }
        guard let whole = Extent(around: within) else { return [] }
        let columns = within.map(\.x).sorted()
        let gap = zip(columns, columns.dropFirst()).max { $0.1 - $0.0 < $1.1 - $1.0 }
        guard let gap, gap.1 - gap.0 > extent.width / 4 else { return [grown(whole)] }
        let west = Extent(
            minX: whole.minX, minY: whole.minY, maxX: gap.0, maxY: whole.maxY)
        let east = Extent(
            minX: gap.1, minY: whole.minY, maxX: whole.maxX, maxY: whole.maxY)
        return [grown(west), grown(east)]
    }

    /// A little more than what a lattice met, but no more than there is.
    private func grown(_ piece: Extent) -> Extent {
        let (x, y) = (extent.width / 64, extent.height / 64)
        return Extent(
            minX: max(piece.minX - x, extent.minX), minY: max(piece.minY - y, extent.minY),
            maxX: min(piece.maxX + x, extent.maxX), maxY: min(piece.maxY + y, extent.maxY))
    }

    /// What a pixel of the grid is across and down in the raster's CRS, in the middle of all.
    func pixelSize() -> (x: Double, y: Double)? {
        let points = lattice(33)
        let here = places(of: points)
        let right = places(of: points.map { Point(x: $0.x + pixelWidth, y: $0.y) })
        let below = places(of: points.map { Point(x: $0.x, y: $0.y - pixelHeight) })
        var (xs, ys): ([Double], [Double]) = ([], [])
        for index in points.indices {
            guard let a = here[index], let b = right[index], let c = below[index] else { continue }
            xs.append(max(abs(b.x - a.x), abs(c.x - a.x)))
            ys.append(max(abs(b.y - a.y), abs(c.y - a.y)))
        }
        guard !xs.isEmpty else { return nil }
        return (xs.sorted()[xs.count / 2], ys.sorted()[ys.count / 2])
    }

    /// How many pixels of a raster one of the grid is wide or high, whichever is fewer; `nil` where the
    /// raster is not on the grid.
    func ratio(to info: RasterInfo) -> Double? {
        guard let steps = info.transform?.coefficients, let shown = pixelSize() else { return nil }
        // A pixel's reach along both axes.
        return min(
            shown.x / (abs(steps[1]) + abs(steps[2])), shown.y / (abs(steps[4]) + abs(steps[5])))
    }

    /// What of a raster is on the grid, as a lattice finds it, and some more; `nil` where nothing is.
    func window(of info: RasterInfo, margin: Int) -> Window? {
        guard let transform = info.transform else { return nil }
        let places = places(of: lattice(33)).compactMap { $0 }.map { transform.pixel(of: $0) }
        guard let extent = Extent(around: places) else { return nil }
        // Between two places of the lattice a side may bulge.
        let (x, y) = (extent.width / 16 + Double(margin), extent.height / 16 + Double(margin))
        func range(_ low: Double, _ high: Double, _ size: Int) -> Range<Int>? {
            let (low, high) = (max(0, low.rounded(.down)), min(Double(size), high.rounded(.up)))
            return low < high ? Int(low)..<Int(high) : nil
        }
        guard let columns = range(extent.minX - x, extent.maxX + x, info.width),
            let rows = range(extent.minY - y, extent.maxY + y, info.height)
        else { return nil }
        return Window(
            column: columns.lowerBound, row: rows.lowerBound, width: columns.count,
            height: rows.count)
    }
}

/// A piece of a raster in its own CRS, no finer than it is shown.
private struct RasterPiece<Value> {
    let extent: Extent
    let width: Int, height: Int
    let values: [Value]

    /// The value at a place; `nil` off the piece.
    func value(at place: Point) -> Value? {
        let column = (place.x - extent.minX) / extent.width * Double(width)
        let row = (extent.maxY - place.y) / extent.height * Double(height)
        guard column >= 0, column <= Double(width), row >= 0, row <= Double(height) else {
            return nil
        }
        return values[min(Int(row), height - 1) * width + min(Int(column), width - 1)]
    }
}

extension Dataset {
    /// Pixels that a piece may have: what a page needs, and not what a continent has.
    private static var mostPixels: Double { 16_000_000 }

    /// Whether GDAL's warper may be trusted with a grid: it takes pixels together that a seam or a
    /// pole parts, and answers for places off the map.
    func canBeWarped(onto grid: DisplayGrid) throws(GDALError) -> Bool {
        guard let crs = info.crs else { return true }
        return try DisplayPlaces(grid, of: info, in: crs).isEven()
    }

    /// Shows a band where a seam or a pole of either projection lies on the grid: the raster is
    /// brought to the size of the display in its own CRS, and each pixel of the grid takes the value
    /// at its own place.
    func gathered<Value: Pixel>(
        band: Int, onto grid: DisplayGrid, resampling: Resampling, missing: Value, threads: Int
    ) throws(GDALError) -> [Value] where Value: LosslessStringConvertible {
        var shown = [Value](repeating: missing, count: grid.width * grid.height)
        guard let crs = info.crs, let transform = info.transform else { return shown }
        let finder = try DisplayPlaces(grid, of: info, in: crs)
        let steps = transform.coefficients
        var size = (
            x: (steps[1] * steps[1] + steps[4] * steps[4]).squareRoot(),
            y: (steps[2] * steps[2] + steps[5] * steps[5]).squareRoot()
        )
        let isReduced = resampling == .mode || resampling == .average
        if isReduced, let display = finder.pixelSize() {
            size = (max(size.x, display.x), max(size.y, display.y))
        }
        var pieces: [RasterPiece<Value>] = []
        for piece in finder.pieces() where piece.width > 0 && piece.height > 0 {
            pieces.append(
                try self.piece(
                    piece, in: crs, pixelSize: size, snappedTo: isReduced ? nil : transform,
                    band: band, resampling: resampling, missing: missing, threads: threads))
        }
        for row in 0..<grid.height {
            let points = (0..<grid.width).map { finder.point(Double($0) + 0.5, Double(row) + 0.5) }
            for (column, place) in finder.places(of: points).enumerated() {
                guard let place else { continue }
                for piece in pieces {
                    guard let value = piece.value(at: place) else { continue }
                    shown[row * grid.width + column] = value
                    break
                }
            }
        }
        return shown
    }

    private func piece<Value: Pixel>(
        _ extent: Extent, in crs: CRS, pixelSize size: (x: Double, y: Double),
        snappedTo transform: GeoTransform?, band: Int, resampling: Resampling, missing: Value,
        threads: Int
    ) throws(GDALError) -> RasterPiece<Value> where Value: LosslessStringConvertible {
        var extent = extent
        if let transform {
            // So that each pixel of the piece is one of the raster.
            let origin = transform.coordinates(column: 0, row: 0)
            func snapped(
                _ value: Double, _ origin: Double, _ step: Double,
                _ rule: FloatingPointRoundingRule
            ) -> Double { origin + ((value - origin) / step).rounded(rule) * step }
            extent = Extent(
                minX: snapped(extent.minX, origin.x, size.x, .down),
                minY: snapped(extent.minY, origin.y, size.y, .down),
                maxX: snapped(extent.maxX, origin.x, size.x, .up),
                maxY: snapped(extent.maxY, origin.y, size.y, .up))
        }
        let (across, down) = (extent.width / size.x, extent.height / size.y)
        let excess = max(1, (across * down / Self.mostPixels).squareRoot())
        let grid = DisplayGrid(
            crs: crs, extent: extent, width: max(1, Int((across / excess).rounded())),
            height: max(1, Int((down / excess).rounded())))
        return RasterPiece(
            extent: extent, width: grid.width, height: grid.height,
            values: try reprojected(
                band: band, onto: grid, resampling: resampling, missing: missing, threads: threads))
    }
}
