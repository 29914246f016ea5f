// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Files
internal import Synchronization

extension WrittenPixels {
    /// Reads a finished raster and its overviews through, and holds its pixels against these.
    ///
    /// - Throws: ``GDALError`` where a pixel differs or cannot be read.
    package func check(_ name: String) throws(GDALError) {
        let raster = try Dataset(opening: name, options: openOptions)
        let parts = parts.withLock { parts in
            parts.filter { $0.type == raster.info.bands[$0.band - 1].dataType }
        }
        let memory = room(parts.map { $0.window.count * $0.type.size }.max() ?? 0)
        defer { memory.deallocate() }
        for part in parts {
            let rowBytes = part.window.width * part.type.size
            let pixels = UnsafeMutableRawBufferPointer(
                rebasing: memory[..<(part.window.height * rowBytes)])
            try raster.readStored(
                part.window, ofBand: part.band, into: pixels, rowBytes: rowBytes)
            guard checksum(UnsafeRawBufferPointer(pixels)) == part.sum else {
                throw notAsWritten(name, part.window)
            }
        }
        try raster.readOverviews()
    }
}

private func room(_ bytes: Int) -> UnsafeMutableRawBufferPointer {
    .allocate(byteCount: bytes, alignment: 16)
}

/// GeoTIFF's blocks are decoded by several threads.
private let openOptions = ["NUM_THREADS=ALL_CPUS"]

private func notAsWritten(_ name: String, _ window: Window) -> GDALError {
    GDALError(
        operation: "finish", subject: name,
        reasons: ["what the disk holds of \(window) is not what was written"], kind: .tryAgain)
}

extension Dataset {
    /// Decodes every block of every overview; a block that is damaged or lacks is an error.
    fileprivate borrowing func readOverviews() throws(GDALError) {
        let name = info.name
        for band in info.bands where band.overviewCount > 0 {
            for level in 0..<band.overviewCount {
                try calling("read an overview of", on: name, kind: .tryAgain) { () -> Void? in
                    withHandle { handle in
                        let overview = GDALGetOverview(
                            GDALGetRasterBand(handle, Int32(band.number)), Int32(level))
                        return readBlocks(of: overview, band.dataType.size)
                    }
                }
            }
        }
    }

    /// Holds a copy's pixels against this raster's.
    ///
    /// - Throws: ``GDALError`` where a pixel differs or cannot be read.
    borrowing func compare(withCopy name: String) throws(GDALError) {
        let copy = try Dataset(opening: name, options: openOptions)
        for band in info.bands {
            let size = band.dataType.size
            let rows = max(1, band.blockHeight, min(info.height, 1 << 20) / max(1, info.width))
            for top in stride(from: 0, to: info.height, by: rows) {
                let window = Window(
                    column: 0, row: top, width: info.width, height: min(rows, info.height - top))
                let rowBytes = window.width * size
                let pixels = room(window.height * rowBytes)
                defer { pixels.deallocate() }
                try readStored(window, ofBand: band.number, into: pixels, rowBytes: rowBytes)
                let sum = checksum(UnsafeRawBufferPointer(pixels))
                try copy.readStored(window, ofBand: band.number, into: pixels, rowBytes: rowBytes)
                guard checksum(UnsafeRawBufferPointer(pixels)) == sum else {
                    throw notAsWritten(name, window)
                }
            }
        }
        try copy.readOverviews()
    }
}

private func readBlocks(of band: GDALRasterBandH?, _ pixelSize: Int) -> Void? {
    var width: Int32 = 0
    var height: Int32 = 0
    GDALGetBlockSize(band, &width, &height)
    guard width > 0, height > 0 else { return nil }
    var memory = [UInt8](repeating: 0, count: Int(width) * Int(height) * pixelSize)
    for row in 0..<(GDALGetRasterBandYSize(band) + height - 1) / height {
        for column in 0..<(GDALGetRasterBandXSize(band) + width - 1) / width
        where GDALReadBlock(band, column, row, &memory) != CE_None { return nil }
    }
    return ()
}
