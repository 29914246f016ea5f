// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import PlaneGeometry

/// Which pixel of one raster the centre of another grid's pixel lies in, through their CRS.
///
/// PROJ is asked for five places of a row, or of a part of it. The others lie on the parabola through
/// three of these, as far as the other two show; where it comes too near the border of two pixels to
/// tell them apart, PROJ is asked again. So the answer is PROJ's for every pixel, at the cost of few.
struct PixelPlaces {
    private let grid: GeoTransform
    private let source: GeoTransform
    private let width: Double, height: Double
    private let transform: CoordinateTransform

    /// Shorter stretches are not worth a parabola.
    private static let shortest = 8
    /// How far a parabola may miss, in pixels of the source; a stretch where it misses by more is
    /// halved.
    private static let tolerance = 0.01

    /// A centre so near a border of two pixels, in pixels, lies in the one to the right or below.
    fileprivate static let onBorder = 1e-9

    /// The places of a view's pixels in its source.
    init?(of view: NearestPixels) throws(GDALError) {
        guard let sourceTransform = view.source.transform else { return nil }
        grid = view.grid
        source = sourceTransform
        width = Double(view.source.width)
        height = Double(view.source.height)
        transform = try CoordinateTransform(from: view.crs, to: view.sourceCRS)
    }

    /// The source's columns and rows that a window's pixels show, row by row; ``NearestPixels/off``
    /// where they show none.
    struct Pixels {
        fileprivate(set) var columns: [Int32]
        fileprivate(set) var rows: [Int32]

        /// What some of the window's columns and rows show lies in these; `nil` where they show nothing.
        func box(
            around columns: Range<Int>, _ rows: Range<Int>, width: Int
        ) -> (columns: Range<Int>, rows: Range<Int>)? {
            var (left, right, top, bottom) = (Int32.max, Int32(-1), Int32.max, Int32(-1))
            withUnsafePointers { sourceColumns, sourceRows in
                for row in rows {
                    for place in row * width + columns.lowerBound..<row * width + columns.upperBound
                    {
                        let (x, y) = (sourceColumns[place], sourceRows[place])
                        guard x >= 0, y >= 0 else { continue }
                        left = min(left, x)
                        right = max(right, x)
                        top = min(top, y)
                        bottom = max(bottom, y)
                    }
                }
            }
            guard right >= 0 else { return nil }
            return (Int(left)..<Int(right) + 1, Int(top)..<Int(bottom) + 1)
        }

        @inline(__always)
        func withUnsafePointers<Result>(
            _ body: (_ columns: UnsafePointer<Int32>, _ rows: UnsafePointer<Int32>) -> Result
        ) -> Result {
            columns.withUnsafeBufferPointer { columns in
                rows.withUnsafeBufferPointer { rows in
                    guard let columns = columns.baseAddress, let rows = rows.baseAddress else {
                        preconditionFailure("a window has pixels")
                    }
                    return body(columns, rows)
                }
            }
        }
    }

    /// Finds them. O(pixels).
    func pixels(of window: Window) -> Pixels {
        let nothing = [Int32](repeating: NearestPixels.off, count: window.count)
        var pixels = Pixels(columns: nothing, rows: nothing)
        var doubtful: [Int] = []
        let all = 0..<window.width
        let knots = places(
            (0..<window.height).flatMap { row in Self.knots(of: all).map { ($0, row) } }, window)
        for row in 0..<window.height {
            follow(all, row, knots[5 * row..<5 * row + 5], window, &pixels, &doubtful)
        }
        let exact = places(
            doubtful.map { (Double($0 % window.width), $0 / window.width) }, window)
        for (index, place) in zip(doubtful, exact) {
            pixels.columns[index] = pixel(at: place?.x, of: width)
            pixels.rows[index] = pixel(at: place?.y, of: height)
        }
        return pixels
    }

    /// Five places at equal distances, from the first pixel to the last.
    private static func knots(of columns: Range<Int>) -> [Double] {
        (0..<5).map { Double(columns.lowerBound) + Double($0) * Double(columns.count - 1) / 4 }
    }

    /// Where centres of the window's pixels lie in the source, in pixels; `nil` where nowhere.
    private func places(_ pixels: [(column: Double, row: Int)], _ window: Window) -> [Point?] {
        let points = pixels.map {
            grid.coordinates(
                column: Double(window.column) + $0.column + 0.5,
                row: Double(window.row + $0.row) + 0.5)
        }
        return transform.transformed(points).map { $0.map(source.pixel(of:)) }
    }

    private func pixel(at place: Double?, of count: Double) -> Int32 {
        let pixel = ((place ?? -1) + PixelPlaces.onBorder).rounded(.down)
        return pixel >= 0 && pixel < count ? Int32(pixel) : NearestPixels.off
    }

    /// Finds the pixels of a stretch of a row, or leaves them to be looked up one by one.
    private func follow(
        _ columns: Range<Int>, _ row: Int, _ knots: ArraySlice<Point?>, _ window: Window,
        _ pixels: inout Pixels, _ doubtful: inout [Int]
    ) {
        let start = row * window.width
        guard columns.count > Self.shortest else {
            doubtful += columns.map { start + $0 }
            return
        }
        let known = knots.compactMap(\.self)
        let x = Parabola(known.map(\.x)), y = Parabola(known.map(\.y))
        guard let x, let y, max(x.error, y.error) < Self.tolerance else {
            let middle = columns.lowerBound + columns.count / 2
            for half in [columns.lowerBound..<middle, middle..<columns.upperBound] {
                let knots = places(Self.knots(of: half).map { ($0, row) }, window)
                follow(half, row, knots[...], window, &pixels, &doubtful)
            }
            return
        }
        let step = 1 / Double(columns.count - 1)
        pixels.columns.withUnsafeMutableBufferPointer { sourceColumns in
            pixels.rows.withUnsafeMutableBufferPointer { sourceRows in
                for index in 0..<columns.count {
                    let place = start + columns.lowerBound + index
                    let t = Double(index) * step
                    let (column, isSureOfColumn) = x.pixel(at: t, of: width)
                    let (row, isSureOfRow) = y.pixel(at: t, of: height)
                    sourceColumns[place] = column
                    sourceRows[place] = row
                    if !(isSureOfColumn && isSureOfRow) { doubtful.append(place) }
                }
            }
        }
    }
}

/// How a coordinate goes along a stretch of a row.
private struct Parabola {
    private let start: Double, slope: Double, bend: Double
    /// How far it misses those of the five values that it was not drawn through.
    let error: Double

    /// Through the first, third and fifth of five values at equal distances; `nil` if they are fewer.
    init?(_ values: [Double]) {
        guard values.count == 5 else { return nil }
        start = values[0]
        slope = 4 * values[2] - 3 * values[0] - values[4]
        bend = 2 * (values[0] + values[4]) - 4 * values[2]
        let quarter = start + 0.25 * (slope + 0.25 * bend)
        let threeQuarters = start + 0.75 * (slope + 0.75 * bend)
        error = max(abs(quarter - values[1]), abs(threeQuarters - values[3]))
    }

    /// The pixel of a raster's `count` at `t`, 0 to 1, and whether the parabola can tell.
    ///
    /// What it misses elsewhere is little more than at the quarters; four times that is allowed for.
    @inline(__always)
    func pixel(at t: Double, of count: Double) -> (pixel: Int32, isSure: Bool) {
        let place = start + t * (slope + t * bend) + PixelPlaces.onBorder
        guard place > -1, place < count + 1 else { return (NearestPixels.off, true) }
        let pixel = place >= 0 && place < count ? Int32(place) : NearestPixels.off
        let within = place < count ? place - Double(pixel) : place - count
        let doubt = 4 * error + 1e-9
        return (pixel, within > doubt && within < 1 - doubt)
    }
}
