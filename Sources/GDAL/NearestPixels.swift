// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Synchronization

/// Which pixels of a raster the pixels of another grid take, where both grids are upright in one CRS:
/// those that their centres lie in.
///
/// GDAL's warper would find them one by one, and its virtual rasters shift them by rounded windows.
final class NearestPixels: Sendable {
    let source: RasterInfo
    /// By column and row of the grid; ``off`` where the source has none.
    private let columns: [Int32], rows: [Int32]
    private static let off: Int32 = -1
    /// A centre so near a border of two pixels, in pixels, lies in the one to the right or below,
    /// however the grids' coordinates were rounded.
    private static let onBorder = 1e-7

    /// `nil` where a grid is rotated, or the CRS differ.
    init?(of source: RasterInfo, onGridOf reference: RasterInfo, assuming assumedCRS: CRS?) {
        guard let own = source.transform, own.isAxisAligned,
            let grid = reference.transform, grid.isAxisAligned,
            let ownCRS = assumedCRS ?? source.crs, let crs = assumedCRS ?? reference.crs,
            ownCRS.isSame(as: crs)
        else { return nil }
        self.source = source
        func place(column: Int, row: Int) -> Point {
            own.pixel(
                of: grid.coordinates(column: Double(column) + 0.5, row: Double(row) + 0.5))
        }
        columns = (0..<reference.width).map {
            Self.pixel(at: place(column: $0, row: 0).x, of: source.width)
        }
        rows = (0..<reference.height).map {
            Self.pixel(at: place(column: 0, row: $0).y, of: source.height)
        }
    }

    private static func pixel(at place: Double, of count: Int) -> Int32 {
        let pixel = (place + onBorder).rounded(.down)
        return pixel >= 0 && pixel < Double(count) ? Int32(pixel) : off
    }

    /// What a window of the grid shows of the source.
    private struct Part {
        /// Columns or rows of the grid that show anything.
        let shown: Range<Int>
        /// The source's that they show.
        let source: Range<Int>

        /// `nil` where the whole range lies off the source.
        init?(_ range: Range<Int>, of pixels: [Int32]) {
            guard let first = range.first(where: { pixels[$0] != off }),
                let last = range.last(where: { pixels[$0] != off })
            else { return nil }
            shown = first..<last + 1
            // From one side to the other, but never back.
            let (start, end) = (Int(pixels[first]), Int(pixels[last]))
            source = min(start, end)..<max(start, end) + 1
        }
    }

    /// How much of the source is read at once.
    private static let mostBytes = 16 << 20

    /// Reads a window of the grid.
    ///
    /// - Parameters:
    ///   - band: The source's band or mask, open in this thread.
    ///   - type: What to read pixels as.
    ///   - memory: Room for the window, with `rowBytes` from one row to the next.
    ///   - nothing: What pixels off the source become.
    /// - Returns: Whether GDAL could read.
    func read(
        _ window: Window, of band: GDALRasterBandH?, as type: GDALDataType,
        into memory: UnsafeMutableRawPointer, rowBytes: Int, nothing: Double
    ) -> Bool {
        switch GDALGetDataTypeSizeBytes(type) {
        case 1: read(UInt8.self, window, band, type, memory, rowBytes, nothing)
        case 2: read(UInt16.self, window, band, type, memory, rowBytes, nothing)
        case 4: read(UInt32.self, window, band, type, memory, rowBytes, nothing)
        default: read(UInt64.self, window, band, type, memory, rowBytes, nothing)
        }
    }

    private func read<Word: FixedWidthInteger>(
        _ word: Word.Type, _ window: Window, _ band: GDALRasterBandH?, _ type: GDALDataType,
        _ memory: UnsafeMutableRawPointer, _ rowBytes: Int, _ nothing: Double
    ) -> Bool {
        func line(_ row: Int) -> UnsafeMutablePointer<Word> {
            (memory + (row - window.row) * rowBytes).assumingMemoryBound(to: Word.self)
        }
        let across = Part(window.column..<window.column + window.width, of: columns)
        let down = Part(window.row..<window.row + window.height, of: rows)
        if across?.shown.count != window.width || down?.shown.count != window.height {
            var (nothing, fill) = (nothing, Word.zero)
            GDALCopyWords(&nothing, GDT_Float64, 0, &fill, type, 0, 1)
            for row in 0..<window.height {
                line(window.row + row).update(repeating: fill, count: window.width)
            }
        }
        guard let across, let down else { return true }
        let width = across.source.count
        let most = max(1, Self.mostBytes / (width * MemoryLayout<Word>.size))
        let room = UnsafeMutablePointer<Word>.allocate(
            capacity: min(most, down.source.count) * width)
        defer { room.deallocate() }
        var rest = down.shown
        while let next = rest.first {
            let end = rest.first { abs(rows[$0] - rows[next]) >= most } ?? rest.upperBound
            guard let strip = Part(next..<end, of: rows),
                GDALRasterIO(
                    band, GF_Read, Int32(across.source.lowerBound), Int32(strip.source.lowerBound),
                    Int32(width), Int32(strip.source.count), room, Int32(width),
                    Int32(strip.source.count), type, 0, 0) == CE_None
            else { return false }
            for row in strip.shown {
                let target = line(row) + (across.shown.lowerBound - window.column)
                if row > next && rows[row] == rows[row - 1] {
                    let above = line(row - 1) + (across.shown.lowerBound - window.column)
                    target.update(from: above, count: across.shown.count)
                } else {
                    spread(
                        room + (Int(rows[row]) - strip.source.lowerBound) * width, across, target)
                }
            }
            rest = end..<rest.upperBound
        }
        return true
    }

    /// Gives a row's shown columns the values of the source's row.
    @inline(__always)
    private func spread<Word>(
        _ values: UnsafePointer<Word>, _ across: Part, _ target: UnsafeMutablePointer<Word>
    ) {
        columns.withUnsafeBufferPointer { columns in
            let first = Int32(across.source.lowerBound)
            for place in 0..<across.shown.count {
                target[place] =
                    values[Int(columns[across.shown.lowerBound &+ place] &- first)]
            }
        }
    }
}

extension NearestPixels {
    private static let views = Mutex<[String: NearestPixels]>([:])

    /// What a name stands for in this process; `nil` for a raster of its own.
    static func named(_ name: String) -> NearestPixels? { views.withLock { $0[name] } }

    /// Gives, or with `nil` takes from, a name its meaning.
    static func name(_ name: String, _ pixels: NearestPixels?) {
        views.withLock { $0[name] = pixels }
    }
}

/// One thread's open source of a view.
final class NearestReader {
    let pixels: NearestPixels
    let source: GDALDatasetH

    /// `nil` where the name stands for no view.
    init?(_ name: String) throws(GDALError) {
        guard let pixels = NearestPixels.named(name) else { return nil }
        self.pixels = pixels
        source = try openRaster(pixels.source.name, pixels.source.openOptions)
    }

    deinit { GDALClose(source) }
}
