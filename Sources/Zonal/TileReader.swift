// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CCounting
internal import GDAL
internal import Glibc

/// One worker's open raster, and the tile of it that was read last.
final class TileReader {
    let band: Band
    /// Pixels from one row of ``memory`` to the next.
    let stride: Int
    /// The tile's pixels as they are stored.
    let memory: UnsafeMutableRawBufferPointer
    /// The tile's mask, 0 where nothing is; empty where every pixel counts.
    let mask: UnsafeMutableBufferPointer<UInt8>
    /// ``memory``, and what may be read beyond it.
    private let start: UnsafeMutableRawPointer
    private let dataset: Dataset
    /// Whether tiles are the file's own blocks, so that they can go past GDAL's cache.
    private let readsBlocks: Bool
    /// Which tile is in memory; `nil` before the first, and where one could not be read.
    private var current: (column: Int, band: Int)?

    /// How many tiles were read: as long as it stays, memory does.
    private var tilesRead = 0

    var name: String { dataset.info.name }

    init(_ source: RasterInfo, band number: Int, tiling: Tiling) throws(GDALError) {
        dataset = try Dataset(reopening: source)
        let band = dataset.info.bands[number - 1]
        let count = tiling.tileWidth * tiling.tileHeight
        self.band = band
        stride = tiling.tileWidth
        readsBlocks = tiling.isOfBlocks(dataset.info, band: number)
        start = .allocate(
            byteCount: count * band.dataType.size + steppe_overread, alignment: 64)
        memory = UnsafeMutableRawBufferPointer(start: start, count: count * band.dataType.size)
        mask = .allocate(capacity: band.mask == .band ? count : 0)
    }

    /// Reads a tile, and its mask where there is one; what is in memory is not read again.
    func read(tileColumn: Int, band row: Int, _ window: Window) throws(GDALError) {
        if let current, current == (tileColumn, row) { return }
        current = nil
        tilesRead += 1
        if readsBlocks {
            try dataset.readBlock(column: tileColumn, row: row, ofBand: band.number, into: memory)
        } else {
            try dataset.readStored(
                window, ofBand: band.number, into: memory,
                rowBytes: stride * band.dataType.size)
        }
        if !mask.isEmpty { try dataset.readMask(window, ofBand: band.number, into: mask) }
        current = (tileColumn, row)
    }

    /// A row of the last tile, from the tile's first column on.
    @inline(__always)
    func pixels<Value: Pixel>(_ type: Value.Type, row: Int) -> UnsafePointer<Value> {
        UnsafePointer(start.assumingMemoryBound(to: type)) + row * stride
    }

    /// Some pixels of a tile's row that something was made of.
    struct Stretch {
        fileprivate let tile: Int
        fileprivate let row: Int
        fileprivate let columns: Range<Int>
    }

    /// Some pixels of a row of the last tile.
    @inline(__always)
    func stretch(row: Int, columns: Range<Int>) -> Stretch {
        Stretch(tile: tilesRead, row: row, columns: columns)
    }

    /// Whether what was made of a stretch would be made of another one too: a coarser raster on this grid
    /// has several rows alike. Never where there is a mask.
    @inline(__always)
    func isAlike(_ stretch: Stretch, _ earlier: Stretch?) -> Bool {
        guard let earlier, mask.isEmpty, earlier.tile == stretch.tile,
            earlier.columns == stretch.columns
        else { return false }
        let size = band.dataType.size
        let first = start + stretch.columns.lowerBound * size
        let step = stride * size
        return memcmp(
            first + stretch.row * step, first + earlier.row * step, stretch.columns.count * size)
            == 0
    }

    deinit {
        start.deallocate()
        mask.deallocate()
    }
}

/// The open rasters of one worker, each once.
final class TileReaders {
    private struct Source: Hashable {
        let name: String
        let openOptions: [String]
        let band: Int
    }

    private let tiling: Tiling
    private var readers: [Source: TileReader] = [:]

    init(tiling: Tiling) { self.tiling = tiling }

    /// A band's reader, opened when it is asked for first.
    func reader(of raster: RasterInfo, band: Int) throws(GDALError) -> TileReader {
        let source = Source(name: raster.name, openOptions: raster.openOptions, band: band)
        if let reader = readers[source] { return reader }
        let reader = try TileReader(raster, band: band, tiling: tiling)
        readers[source] = reader
        return reader
    }
}
