// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL

/// One thread's open source of a view: reads what a window of the view's grid shows of it.
final class NearestReader {
    private let pixels: NearestPixels
    private let source: GDALDatasetH
    /// Where columns and rows do not say which pixels a window shows.
    private let places: PixelPlaces?

    /// How much of the source is read at once, in bytes.
    private static let most = 16 << 20

    /// `nil` where the raster is no such view.
    init?(_ raster: Raster) throws(GDALError) {
        guard let pixels = raster.nearest else { return nil }
        self.pixels = pixels
        places = pixels.alike == nil ? try PixelPlaces(of: pixels) : nil
        source = try openRaster(pixels.source.name, pixels.source.openOptions)
    }

    deinit { GDALClose(source) }

    /// A band of the source, or its mask; `nil` where it has no such band.
    func band(_ number: Int, isMask: Bool) -> GDALRasterBandH? {
        guard number <= pixels.source.bands.count else { return nil }
        let band = GDALGetRasterBand(source, Int32(number))
        return isMask ? GDALGetMaskBand(band) : band
    }

    /// Reads a window of the grid.
    ///
    /// - Parameters:
    ///   - window: Columns and rows of the grid.
    ///   - band: As ``band(_:isMask:)`` has it.
    ///   - type: What to read pixels as.
    ///   - memory: Room for the window.
    ///   - rowBytes: From one row of it to the next.
    ///   - nothing: What pixels off the source become.
    /// - Returns: Whether GDAL could read.
    func read(
        _ window: Window, of band: GDALRasterBandH, as type: GDALDataType,
        into memory: UnsafeMutableRawPointer, rowBytes: Int, nothing: Nothing
    ) -> Bool {
        func read<Word: FixedWidthInteger>(_ word: Word.Type) -> Bool {
            var fill = Word.zero
            switch nothing {
            case .value(var value): GDALCopyWords(&value, GDT_Float64, 0, &fill, type, 0, 1)
            case .integer(let integer) where type == GDT_Int64 || type == GDT_UInt64:
                fill = Word(truncatingIfNeeded: integer)
            case .integer(let integer):
                var value = Double(integer)
                GDALCopyWords(&value, GDT_Float64, 0, &fill, type, 0, 1)
            }
            let target = Target(
                window: window, memory: memory, rowBytes: rowBytes, nothing: fill)
            guard let alike = pixels.alike else { return readApart(target, band, type) }
            return readAlike(alike.columns, alike.rows, target, band, type)
        }
        return switch GDALGetDataTypeSizeBytes(type) {
        case 1: read(UInt8.self)
        case 2: read(UInt16.self)
        case 4: read(UInt32.self)
        default: read(UInt64.self)
        }
    }

    /// What pixels become that show nothing.
    enum Nothing {
        case value(Double)
        /// For pixels that are stored as integers of 64 bits.
        case integer(Int128)
    }

    /// Where a window's pixels go, whatever they mean.
    private struct Target<Word: FixedWidthInteger> {
        let window: Window
        let memory: UnsafeMutableRawPointer
        let rowBytes: Int
        let nothing: Word

        /// The pixels of a row of the window.
        @inline(__always)
        func line(_ row: Int) -> UnsafeMutablePointer<Word> {
            (memory + row * rowBytes).assumingMemoryBound(to: Word.self)
        }
    }

    /// Reads columns and rows of the source as they are.
    private func read<Word>(
        _ columns: Range<Int>, _ rows: Range<Int>, of band: GDALRasterBandH, _ type: GDALDataType,
        into room: UnsafeMutablePointer<Word>
    ) -> Bool {
        GDALRasterIO(
            band, GF_Read, Int32(columns.lowerBound), Int32(rows.lowerBound), Int32(columns.count),
            Int32(rows.count), room, Int32(columns.count), Int32(rows.count), type, 0, 0) == CE_None
    }
}

// MARK: - Both grids upright in one CRS

extension NearestReader {
    /// What a stretch of the grid's columns or rows shows of the source.
    private struct Part {
        /// Those of the window that show anything, from its first on.
        let shown: Range<Int>
        /// The source's that they show.
        let source: Range<Int>

        /// `nil` where the whole stretch lies off the source.
        init?(_ pixels: ArraySlice<Int32>) {
            guard let first = pixels.firstIndex(where: { $0 != NearestPixels.off }),
                let last = pixels.lastIndex(where: { $0 != NearestPixels.off })
            else { return nil }
            shown = first - pixels.startIndex..<last + 1 - pixels.startIndex
            // From one side to the other, but never back.
            let (start, end) = (Int(pixels[first]), Int(pixels[last]))
            source = min(start, end)..<max(start, end) + 1
        }
    }

    private func readAlike<Word>(
        _ columns: [Int32], _ rows: [Int32], _ target: Target<Word>, _ band: GDALRasterBandH,
        _ type: GDALDataType
    ) -> Bool {
        let window = target.window
        let columns = columns[window.column..<window.column + window.width]
        let rows = Array(rows[window.row..<window.row + window.height])
        let (across, down) = (Part(columns), Part(rows[...]))
        if across?.shown.count != window.width || down?.shown.count != window.height {
            for row in 0..<window.height {
                target.line(row).update(repeating: target.nothing, count: window.width)
            }
        }
        guard let across, let down else { return true }
        let offsets = columns[(columns.startIndex + across.shown.lowerBound)...]
            .prefix(across.shown.count).map { Int($0) - across.source.lowerBound }
        let width = across.source.count
        let most = max(1, Self.most / (width * MemoryLayout<Word>.size))
        let room = UnsafeMutablePointer<Word>.allocate(
            capacity: min(most, down.source.count) * width)
        defer { room.deallocate() }
        var rest = down.shown
        while let next = rest.first {
            let end = rest.first { abs(rows[$0] - rows[next]) >= most } ?? rest.upperBound
            guard let strip = Part(rows[next..<end]),
                read(across.source, strip.source, of: band, type, into: room)
            else { return false }
            for row in next..<end {
                let line = target.line(row) + across.shown.lowerBound
                if row > next && rows[row] == rows[row - 1] {
                    let above = target.line(row - 1) + across.shown.lowerBound
                    line.update(from: above, count: across.shown.count)
                } else {
                    let values = room + (Int(rows[row]) - strip.source.lowerBound) * width
                    for (place, offset) in offsets.enumerated() { line[place] = values[offset] }
                }
            }
            rest = end..<rest.upperBound
        }
        return true
    }
}

// MARK: - Any other two grids

extension NearestReader {
    private func readApart<Word>(
        _ target: Target<Word>, _ band: GDALRasterBandH, _ type: GDALDataType
    ) -> Bool {
        guard let places else { return false }
        let pixels = places.pixels(of: target.window)
        return readApart(
            0..<target.window.width, 0..<target.window.height, pixels, target, band, type)
    }

    /// Reads what some columns and rows of the window show, in parts where that lies far apart.
    private func readApart<Word>(
        _ columns: Range<Int>, _ rows: Range<Int>, _ pixels: PixelPlaces.Pixels,
        _ target: Target<Word>, _ band: GDALRasterBandH, _ type: GDALDataType
    ) -> Bool {
        let width = target.window.width
        guard let box = pixels.box(around: columns, rows, width: width) else {
            for row in rows {
                (target.line(row) + columns.lowerBound)
                    .update(repeating: target.nothing, count: columns.count)
            }
            return true
        }
        if box.columns.count * box.rows.count * MemoryLayout<Word>.size > Self.most,
            columns.count * rows.count > 1
        {
            let halves =
                rows.count >= columns.count
                ? halved(rows).map { (columns, $0) } : halved(columns).map { ($0, rows) }
            return halves.allSatisfy { readApart($0, $1, pixels, target, band, type) }
        }
        let room = UnsafeMutablePointer<Word>.allocate(
            capacity: box.columns.count * box.rows.count)
        defer { room.deallocate() }
        guard read(box.columns, box.rows, of: band, type, into: room) else { return false }
        pixels.withUnsafePointers { sourceColumns, sourceRows in
            for row in rows {
                let line = target.line(row)
                for column in columns {
                    let place = row * width + column
                    let (x, y) = (Int(sourceColumns[place]), Int(sourceRows[place]))
                    line[column] =
                        x < 0 || y < 0
                        ? target.nothing
                        : room[
                            (y - box.rows.lowerBound) * box.columns.count + x
                                - box.columns.lowerBound]
                }
            }
        }
        return true
    }

    private func halved(_ range: Range<Int>) -> [Range<Int>] {
        let middle = range.lowerBound + range.count / 2
        return [range.lowerBound..<middle, middle..<range.upperBound]
    }
}

extension Band {
    /// What a view of the band shows where it shows nothing.
    var nothing: NearestReader.Nothing {
        noDataInteger.map(NearestReader.Nothing.integer) ?? .value(noData ?? 0)
    }
}
