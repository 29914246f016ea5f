// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Dispatch
internal import Files
internal import PlaneGeometry
internal import Synchronization

/// A window of a band, to be made smaller: each square block of pixels becomes one cell.
struct BlockReduction {
    let info: RasterInfo
    let band: Band
    /// From a corner of a block, to a corner of a block or the raster's edge.
    let window: Window
    /// Pixels along the side of a block: a power of two, or three times one.
    let factor: Int

    var width: Int { (window.width + factor - 1) / factor }
    var height: Int { (window.height + factor - 1) / factor }

    /// The blocks that hold a window.
    ///
    /// - Precondition: `factor` is a power of two, or three times one, so that whole tiles of a file hold
    ///   whole blocks before long.
    init(of info: RasterInfo, band number: Int, window: Window, by factor: Int) {
        let twos = factor.isMultiple(of: 3) ? factor / 3 : factor
        precondition(twos > 0 && twos & (twos - 1) == 0, "\(factor) is no side of a block")
        self.info = info
        band = info.bands[number - 1]
        self.factor = factor
        let column = window.column / factor * factor
        let row = window.row / factor * factor
        func end(_ place: Int, _ size: Int) -> Int {
            min(size, (place + factor - 1) / factor * factor)
        }
        self.window = Window(
            column: column, row: row,
            width: end(window.columns.upperBound, info.width) - column,
            height: end(window.rows.upperBound, info.height) - row)
    }

    /// From cells to coordinates.
    var transform: GeoTransform? {
        guard let pixels = info.transform else { return nil }
        let side = Double(factor)
        var steps = pixels.shifted(column: window.column, row: window.row).coefficients
        for index in [1, 2, 4, 5] { steps[index] *= side }
        return GeoTransform(steps)
    }

    /// Whole blocks, and as far as their sides allow whole tiles of the file, so that each of these is
    /// decoded once; and whether their sides did allow that.
    private var pieces: (windows: [Window], areOfTiles: Bool) {
        func common(_ side: Int) -> Int {
            side >= factor && side % factor == 0 ? side : side * (factor / divisor(side, factor))
        }
        func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
        func steps(_ range: Range<Int>, _ step: Int) -> [Range<Int>] {
            stride(from: range.lowerBound / step * step, to: range.upperBound, by: step).map {
                max($0, range.lowerBound)..<min($0 + step, range.upperBound)
            }
        }
        let isTiled = band.blockWidth < info.width
        let side = common(max(1, band.blockWidth))
        let columns = isTiled ? side * max(1, 2048 / side) : common(info.width)
        let least = common(max(1, band.blockHeight))
        let wanted = max(1, (1 << 20) / max(1, min(columns, info.width)))
        var rows = least * max(1, wanted / least)
        // A file that is one tile, or nearly so: GDAL keeps it, or reads it again.
        let areOfTiles = rows * min(columns, info.width) <= 1 << 25
        if !areOfTiles { rows = common(max(1, wanted)) }
        let windows = steps(window.rows, rows).flatMap { rows in
            steps(window.columns, columns).map { columns in
                Window(
                    column: columns.lowerBound, row: rows.lowerBound, width: columns.count,
                    height: rows.count)
            }
        }
        return (windows, areOfTiles)
    }

    /// Whether the file's tiles can be read past GDAL's cache.
    private var isOfPlainTiles: Bool { info.driver == "GTiff" && info.openOptions.isEmpty }

    /// Reads the window in pieces of whole blocks, by several threads.
    ///
    /// - Parameters:
    ///   - threads: How many, each with the file open for itself.
    ///   - make: Makes what a thread keeps to itself.
    ///   - body: The work on a piece; no two pieces have a block in common.
    /// - Throws: The error of the first piece that could not be read.
    func forEachPiece<Worker>(
        threads: Int, make: @escaping (_ readsTiles: Bool) -> Worker,
        _ body: @escaping (borrowing Dataset, Window, inout Worker) throws(GDALError) -> Void
    ) throws(GDALError) {
        let (pieces, areOfTiles) = pieces
        let readsTiles = areOfTiles && isOfPlainTiles
        let next = Atomic(0)
        let failure = Mutex<(place: Int, error: GDALError)?>(nil)
        // Threads of one's own do not inherit what holds for a task.
        let watch = InputWatch.current
        nonisolated(unsafe) let (make, body) = (make, body)
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, pieces.count))) { _ in
            InputWatch.$current.withValue(watch) {
                var place = -1
                do throws(GDALError) {
                    let dataset = try Dataset(reopening: info)
                    var worker = make(readsTiles)
                    while failure.withLock({ $0 == nil }) {
                        place = next.add(1, ordering: .relaxed).oldValue
                        guard place < pieces.count else { return }
                        try body(dataset, pieces[place], &worker)
                    }
                } catch {
                    failure.withLock { known in
                        if known.map({ place < $0.place }) ?? true { known = (place, error) }
                    }
                }
            }
        }
        if let failure = failure.withLock(\.self) { throw failure.error }
    }

    /// Where the cells of a piece lie among all: the first one, and how many.
    func cells(of piece: Window) -> Window {
        Window(
            column: (piece.column - window.column) / factor,
            row: (piece.row - window.row) / factor,
            width: (piece.width + factor - 1) / factor,
            height: (piece.height + factor - 1) / factor)
    }
}

/// A thread's pixels of a piece, and their mask.
final class PieceBuffer<Value: Pixel> {
    private(set) var pixels: UnsafeMutableBufferPointer<Value> = .allocate(capacity: 0)
    /// 0 where nothing is known; only where the band has a mask of its own.
    private(set) var mask: UnsafeMutableBufferPointer<UInt8> = .allocate(capacity: 0)

    private var tile: UnsafeMutableRawBufferPointer = .allocate(byteCount: 0, alignment: 8)
    private let readsTiles: Bool

    /// - Parameter readsTiles: Whether pieces are of whole tiles of a file, which are read as they are.
    init(readsTiles: Bool) { self.readsTiles = readsTiles }

    /// Reads a piece, and its mask where the band has one of its own.
    func read(
        _ piece: Window, of band: Band, from dataset: borrowing Dataset
    ) throws(GDALError) {
        if pixels.count < piece.count {
            pixels.deallocate()
            pixels = .allocate(capacity: piece.count)
        }
        if readsTiles && Value.dataType == band.dataType {
            try readTiles(of: piece, band, from: dataset)
        } else {
            try dataset.read(piece, ofBand: band.number, into: pixels)
        }
        guard band.mask == .band else { return }
        if mask.count < piece.count {
            mask.deallocate()
            mask = .allocate(capacity: piece.count)
        }
        try dataset.readMask(piece, ofBand: band.number, into: mask)
    }

    private func readTiles(
        of piece: Window, _ band: Band, from dataset: borrowing Dataset
    ) throws(GDALError) {
        let (width, height) = (band.blockWidth, band.blockHeight)
        let bytes = width * height * MemoryLayout<Value>.size
        if tile.count < bytes {
            tile.deallocate()
            tile = .allocate(byteCount: bytes, alignment: 64)
        }
        guard let from = tile.bindMemory(to: Value.self).baseAddress,
            let to = pixels.baseAddress
        else { return }
        for row in piece.row / height...(piece.rows.upperBound - 1) / height {
            for column in piece.column / width...(piece.columns.upperBound - 1) / width {
                try dataset.readBlock(column: column, row: row, ofBand: band.number, into: tile)
                let rows = piece.rows.clamped(to: row * height..<(row + 1) * height)
                let columns = piece.columns.clamped(to: column * width..<(column + 1) * width)
                for line in rows {
                    let target =
                        (line - piece.row) * piece.width + columns.lowerBound - piece.column
                    let source = (line - row * height) * width + columns.lowerBound - column * width
                    (to + target).update(from: from + source, count: columns.count)
                }
            }
        }
    }

    deinit {
        tile.deallocate()
        pixels.deallocate()
        mask.deallocate()
    }
}
