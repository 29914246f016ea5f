// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CCounting
internal import GDAL

/// Consecutive pixels of a tile's row that have one of the codes looked for.
struct CodeRun: ColumnRun {
    /// The first column, and that after the last.
    var start: Int32
    var end: Int32
    /// Which of the codes.
    let kind: Int32
    /// Its patch; −1 is none yet.
    var label: Int32
}

/// Finds the runs of some codes in the rows of a tile.
struct CodeRuns {
    private let reader: TileReader
    private let kinds: [Int: Int32]
    /// Where each byte counts by itself: the bytes looked for, and the kind of each byte.
    private let wanted: [UInt8]
    private let kindOfByte: [Int32]
    private let usesBytes: Bool

    init(of codes: [Int], in reader: TileReader) {
        self.reader = reader
        kinds = Dictionary(
            codes.enumerated().map { ($1, Int32(truncatingIfNeeded: $0)) },
            uniquingKeysWith: { first, _ in first })
        usesBytes = reader.band.dataType == .uint8 && reader.mask.isEmpty
        wanted = codes.compactMap { UInt8(exactly: $0) }.filter {
            !reader.band.isNoData(integer: $0)
        }
        kindOfByte = (UInt8.min...UInt8.max).map { [kinds] in kinds[Int($0)] ?? -1 }
    }

    /// Appends a row's runs, from the left.
    func append(row: Int, of window: Window, to runs: inout Buffer<CodeRun>) {
        if usesBytes { return appendBytes(row: row, width: window.width, to: &runs) }
        switch reader.band.dataType {
        case .uint8: append(UInt8.self, row, window, &runs)
        case .int8: append(Int8.self, row, window, &runs)
        case .uint16: append(UInt16.self, row, window, &runs)
        case .int16: append(Int16.self, row, window, &runs)
        case .uint32: append(UInt32.self, row, window, &runs)
        case .int32: append(Int32.self, row, window, &runs)
        case .uint64: append(UInt64.self, row, window, &runs)
        case .int64: append(Int64.self, row, window, &runs)
        case .float32: append(Float.self, row, window, &runs)
        case .float64: append(Double.self, row, window, &runs)
        }
    }

    private func appendBytes(row: Int, width: Int, to runs: inout Buffer<CodeRun>) {
        let pixels = reader.pixels(UInt8.self, row: row)
        wanted.withUnsafeBufferPointer { wanted in
            guard let codes = wanted.baseAddress else { return }
            var column = steppe_find_any(pixels, width, codes, wanted.count)
            while column < width {
                let start = column
                let code = pixels[start]
                column += 1
                while column < width, pixels[column] == code { column += 1 }
                runs.append(
                    CodeRun(
                        start: Int32(truncatingIfNeeded: start),
                        end: Int32(truncatingIfNeeded: column), kind: kindOfByte[Int(code)],
                        label: -1))
                column += steppe_find_any(pixels + column, width - column, codes, wanted.count)
            }
        }
    }

    private func append<Value: StoredNumber & Equatable>(
        _ type: Value.Type, _ row: Int, _ window: Window, _ runs: inout Buffer<CodeRun>
    ) {
        let pixels = reader.pixels(type, row: row)
        let mask =
            reader.mask.isEmpty ? nil : reader.mask.baseAddress.map { $0 + row * window.width }
        var start = 0
        var open: Int32 = -1
        var kind: Int32 = -1
        for column in 0...window.width {
            var here: Int32 = -1
            if column < window.width {
                if column == 0 || pixels[column] != pixels[column - 1] {
                    kind = self.kind(of: pixels[column])
                }
                here = mask?[column] == 0 ? -1 : kind
            }
            guard here != open else { continue }
            if open >= 0 {
                runs.append(
                    CodeRun(
                        start: Int32(truncatingIfNeeded: start),
                        end: Int32(truncatingIfNeeded: column), kind: open, label: -1))
            }
            open = here
            start = column
        }
    }

    private func kind(of pixel: some StoredNumber) -> Int32 {
        guard let integer = pixel.integer, let kind = kinds[integer],
            !pixel.isNoData(in: reader.band)
        else { return -1 }
        return kind
    }
}
