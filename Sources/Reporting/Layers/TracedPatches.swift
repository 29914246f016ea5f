// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Files
internal import Foundation
internal import GDAL
internal import Patches
internal import PlaneGeometry
internal import Zonal

/// A raster seen as kinds of ground: 1 for the first kind and so on, 0 for what was not asked for.
struct KindRows {
    let info: RasterInfo
    let band: Int
    private let kindOfCode: [Int: Int32]

    init(of info: RasterInfo, band: Int, kinds: [PatchKind]) {
        self.info = info
        self.band = band
        var kindOfCode: [Int: Int32] = [:]
        for (index, kind) in kinds.enumerated() {
            for code in kind.codes { kindOfCode[code] = Int32(index + 1) }
        }
        self.kindOfCode = kindOfCode
    }

    /// A raster that holds the numbers of kinds themselves.
    init(of info: RasterInfo, kindCount: Int) {
        self.info = info
        band = 1
        kindOfCode = Dictionary(
            (0..<kindCount).map { ($0 + 1, Int32($0 + 1)) }, uniquingKeysWith: { a, _ in a })
    }

    /// Rows from the top; so many are read at once that what is stored is decoded once.
    func forEachRow(_ body: ([Int32]) throws -> Void) throws {
        let dataset = try Dataset(opening: info.name)
        let kindOfByte = (UInt8.min...UInt8.max).map { code in
            info.bands[band - 1].isNoData(integer: code) ? 0 : kindOfCode[Int(code)] ?? 0
        }
        var bytes: [UInt8] = []
        let width = info.width
        let height = max(1, min(info.bands[band - 1].blockHeight, 1024, 64_000_000 / info.width))
        for top in stride(from: 0, to: info.height, by: height) {
            let window = Window(
                column: 0, row: top, width: info.width, height: min(height, info.height - top))
            if case .uint8 = info.bands[band - 1].dataType, info.bands[band - 1].mask != .band {
                try read(bytesOf: window, of: dataset, into: &bytes)
                for row in 0..<window.height {
                    let start = row * info.width
                    try body(
                        [Int32](unsafeUninitializedCapacity: info.width) { kinds, count in
                            bytes.withUnsafeBufferPointer { bytes in
                                kindOfByte.withUnsafeBufferPointer { table in
                                    guard let kinds = kinds.baseAddress,
                                        let bytes = bytes.baseAddress.map({ $0 + start }),
                                        let table = table.baseAddress
                                    else { return }
                                    for column in 0..<width {
                                        (kinds + column).initialize(to: table[Int(bytes[column])])
                                    }
                                }
                            }
                            count = info.width
                        })
                }
                continue
            }
            let kinds = try read(window, of: dataset)
            for row in 0..<window.height {
                try body(Array(kinds[(row * info.width)..<((row + 1) * info.width)]))
            }
        }
    }

    private func read(
        bytesOf window: Window, of dataset: borrowing Dataset, into bytes: inout [UInt8]
    ) throws {
        if bytes.count != window.count { bytes = [UInt8](repeating: 0, count: window.count) }
        var span = bytes.mutableSpan
        try dataset.read(window, ofBand: band, into: &span)
    }

    /// The kinds of a window's pixels.
    func read(_ window: Window, of dataset: borrowing Dataset) throws -> [Int32] {
        let kind = info.bands[band - 1]
        var kinds = [Int32](repeating: 0, count: window.count)
        if kind.dataType.isInteger64 {
            var codes = [Int64](repeating: 0, count: window.count)
            var span = codes.mutableSpan
            try dataset.read(window, ofBand: band, into: &span)
            for index in kinds.indices where !kind.isNoData(integer: codes[index]) {
                kinds[index] = kindOfCode[Int(codes[index])] ?? 0
            }
        } else if kind.dataType.isFloatingPoint {
            var values = [Double](repeating: 0, count: window.count)
            var span = values.mutableSpan
            try dataset.read(window, ofBand: band, into: &span)
            for index in kinds.indices where !kind.isNoData(values[index]) {
                kinds[index] = Int(exactly: values[index]).flatMap { kindOfCode[$0] } ?? 0
            }
        } else {
            var span = kinds.mutableSpan
            try dataset.read(window, ofBand: band, into: &span)
            var last: (code: Int32, kind: Int32) = (.min, 0)
            for index in kinds.indices {
                let code = kinds[index]
                if code != last.code {
                    let isKnown = !kind.isNoData(Double(code))
                    last = (code, isKnown ? kindOfCode[Int(code)] ?? 0 : 0)
                }
                kinds[index] = last.kind
            }
        }
        if case .band = kind.mask {
            var mask = [UInt8](repeating: 0, count: window.count)
            try mask.withUnsafeMutableBufferPointer {
                try dataset.readMask(window, ofBand: band, into: $0)
            }
            for index in kinds.indices where mask[index] == 0 { kinds[index] = 0 }
        }
        return kinds
    }
}

/// The patches of a raster: their numbers and borders.
struct TracedPatches {
    let numbers: PatchNumbers
    let borders: [Border]
    /// Pixels by patch.
    let pixels: [Int]

    /// Goes through the rows twice: once to number the patches, once to trace and to measure them.
    init(
        rows: KindRows, connectedness: Connectedness, grid: Grid, measuring tally: RunTally
    ) throws {
        var labelling = PatchLabelling(width: grid.width, connectedness: connectedness)
        try rows.forEachRow { labelling.add(row: $0) }
        let numbers = labelling.finished()
        var again = PatchRows(width: grid.width, numbers: numbers)
        var tracer = BorderTracer(width: grid.width)
        var pixels = [Int](repeating: 0, count: numbers.patchCount + 1)
        var parts = [Int32](repeating: 0, count: grid.width)
        try rows.forEachRow { row in
            again.parts(of: row, into: &parts)
            tracer.add(row: parts)
            var start = 0
            while start < parts.count {
                let part = parts[start]
                var end = start + 1
                while end < parts.count, parts[end] == part { end += 1 }
                if part != 0 {
                    let patch = numbers.patchOfPart[Int(part)]
                    pixels[Int(patch)] += end - start
                    tally.add(start..<end, number: patch)
                }
                start = end
            }
            tally.endRow()
        }
        self.numbers = numbers
        self.pixels = pixels
        borders = tracer.finished()
    }
}

extension Grid {
    /// m² of the pixel in the middle, on the ellipsoid: a guide, where pixels differ.
    func middlePixelArea() throws -> Double {
        let size = 2.0
        let (column, row) = (Double(width / 2), Double(height / 2))
        let places = [(column, row), (column + size, row), (column, row + size)].map {
            transform.coordinates(column: $0, row: $1)
        }
        if crs.isProjected { return transform.pixelArea * crs.unit * crs.unit }
        let geodesic = try Geodesic(of: crs)
        let degrees = places.map {
            Point(x: $0.x * crs.unit * 180 / .pi, y: $0.y * crs.unit * 180 / .pi)
        }
        return geodesic.distance(from: degrees[0], to: degrees[1])
            * geodesic.distance(from: degrees[0], to: degrees[2]) / (size * size)
    }
}
