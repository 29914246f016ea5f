// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import PlaneGeometry

/// Where two tiles of a mosaic overlap, seen from each of them.
private struct TileOverlap {
    let first: Int
    let second: Int
    let inFirst: Window
    let inSecond: Window
}

/// The tiles of a mosaic, and whether they say the same where they overlap.
struct MosaicOverlaps {
    /// No more pixels than this are compared; where more overlap, evenly spread strips are.
    static let mostPixels = 1 << 28
    /// How much is read at once.
    private static let stripPixels = 1 << 22

    private let tiles: [RasterInfo]
    private let overlaps: [TileOverlap]

    /// Finds the overlaps by sorting: O(n log n) where tiles lie side by side.
    init(of tiles: [RasterInfo]) {
        self.tiles = tiles
        let windows = tiles.windowsOnFirstGrid
        var overlaps: [TileOverlap] = []
        var open: [Int] = []
        for index in windows.indices.sorted(by: { windows[$0].row < windows[$1].row }) {
            let window = windows[index]
            open.removeAll { windows[$0].rows.upperBound <= window.row }
            for other in open where windows[other].columns.overlaps(window.columns) {
                overlaps.append(Self.overlap(windows, min(other, index), max(other, index)))
            }
            open.append(index)
        }
        self.overlaps = overlaps.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    private static func overlap(_ windows: [Window], _ first: Int, _ second: Int) -> TileOverlap {
        let columns = windows[first].columns.clamped(to: windows[second].columns)
        let rows = windows[first].rows.clamped(to: windows[second].rows)
        func seen(from tile: Window) -> Window {
            Window(
                column: columns.lowerBound - tile.column, row: rows.lowerBound - tile.row,
                width: columns.count, height: rows.count)
        }
        return TileOverlap(
            first: first, second: second, inFirst: seen(from: windows[first]),
            inSecond: seen(from: windows[second]))
    }

    /// Refuses two tiles that both know a pixel, and know it differently.
    ///
    /// - Throws: ``GDALError`` that names the tiles, the place and the values.
    func requireLikeValues() throws(GDALError) {
        let pixels = overlaps.reduce(0) { $0 + $1.inFirst.count }
        let sampling = max(1, (pixels + Self.mostPixels - 1) / Self.mostPixels)
        for overlap in overlaps {
            let first = try Dataset(reopening: tiles[overlap.first])
            let second = try Dataset(reopening: tiles[overlap.second])
            let height = max(1, min(512, Self.stripPixels / overlap.inFirst.width))
            for strip in stride(
                from: 0, to: overlap.inFirst.height, by: height * sampling)
            {
                let rows = min(height, overlap.inFirst.height - strip)
                try compare(first, second, overlap, strip: strip, rows: rows)
            }
        }
    }

    private func compare(
        _ first: borrowing Dataset, _ second: borrowing Dataset, _ overlap: TileOverlap,
        strip: Int, rows: Int
    ) throws(GDALError) {
        let windows = [overlap.inFirst, overlap.inSecond].map {
            Window(column: $0.column, row: $0.row + strip, width: $0.width, height: rows)
        }
        for band in first.info.bands where !band.isAlpha {
            let size = band.dataType.size
            let ones = try first.stored(windows[0], ofBand: band.number)
            let others = try second.stored(windows[1], ofBand: band.number)
            guard ones != others else { continue }
            let known = try first.known(windows[0], ofBand: band.number)
            let alsoKnown = try second.known(windows[1], ofBand: band.number)
            let unlike = (0..<windows[0].count).first { pixel in
                known[pixel] != 0 && alsoKnown[pixel] != 0
                    && ones[pixel * size..<(pixel + 1) * size]
                        != others[pixel * size..<(pixel + 1) * size]
            }
            if let unlike {
                throw try refusal(first, second, overlap, windows, band.number, unlike)
            }
        }
    }

    private func refusal(
        _ first: borrowing Dataset, _ second: borrowing Dataset, _ overlap: TileOverlap,
        _ windows: [Window], _ band: Int, _ pixel: Int
    ) throws(GDALError) -> GDALError {
        let (column, row) = (
            windows[0].column + pixel % windows[0].width,
            windows[0].row + pixel / windows[0].width
        )
        var values: [Double] = []
        for (dataset, window) in zip(0..., windows) {
            var value = [0.0]
            var span = value.mutableSpan
            let place = Window(
                column: window.column + pixel % window.width,
                row: window.row + pixel / window.width, width: 1, height: 1)
            if dataset == 0 {
                try first.read(place, ofBand: band, into: &span)
            } else {
                try second.read(place, ofBand: band, into: &span)
            }
            values.append(value[0])
        }
        let place = first.info.transform?.coordinates(
            column: Double(column) + 0.5, row: Double(row) + 0.5)
        let at = place.map { "at \($0.x), \($0.y)" } ?? "in column \(column), row \(row)"
        let size = "\(overlap.inFirst.width) × \(overlap.inFirst.height)"
        return GDALError(
            operation: "join", subject: second.info.name,
            reasons: [
                "it overlaps '\(first.info.name)' in \(size) pixels, and \(at) it has "
                    + "\(values[1].plainText) where that has \(values[0].plainText). Leave one of "
                    + "them out; or, to lay later files on top, \(RasterFiles.mosaicRemedy)"
            ])
    }
}

extension [RasterInfo] {
    /// Where each raster lies on the grid of the first one.
    var windowsOnFirstGrid: [Window] {
        guard let grid = first?.transform else { return [] }
        return compactMap { info in
            guard let corner = info.transform?.coordinates(column: 0, row: 0) else { return nil }
            let start = grid.pixel(of: corner)
            return Window(
                column: Int(start.x.rounded()), row: Int(start.y.rounded()), width: info.width,
                height: info.height)
        }
    }
}

extension Dataset {
    /// The bytes of a window of a band, as they are stored.
    fileprivate borrowing func stored(
        _ window: Window, ofBand band: Int
    ) throws(GDALError) -> [UInt8] {
        let rowBytes = window.width * info.bands[band - 1].dataType.size
        var bytes = [UInt8](repeating: 0, count: rowBytes * window.height)
        var span = bytes.mutableSpan
        try span.withUnsafeMutableBytes { memory throws(GDALError) in
            try readStored(window, ofBand: band, into: memory, rowBytes: rowBytes)
        }
        return bytes
    }

    /// A window of a band's mask: 0 where nothing is known.
    fileprivate borrowing func known(
        _ window: Window, ofBand band: Int
    ) throws(GDALError) -> [UInt8] {
        var mask = [UInt8](repeating: 0, count: window.count)
        var span = mask.mutableSpan
        try span.withUnsafeMutableBytes { memory throws(GDALError) in
            try readMask(window, ofBand: band, into: memory.bindMemory(to: UInt8.self))
        }
        return mask
    }
}

extension Double {
    /// A whole number without its point.
    fileprivate var plainText: String {
        rounded() == self && abs(self) < 1e15 ? String(Int(self)) : String(self)
    }
}
