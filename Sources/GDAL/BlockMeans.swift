// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A window of a raster of numbers made smaller: each cell is the mean of what is known of its block,
/// as stored; `nan` where nothing is.
struct BlockMeans {
    let width: Int, height: Int
    let cells: [Float]

    /// Types that a `Float` holds well enough for the eye.
    static func canRead(_ type: DataType) -> Bool {
        switch type {
        case .uint8, .uint16, .int16, .float32: true
        case .int8, .uint32, .int32, .uint64, .int64, .float64: false
        }
    }

    /// Reads the window once; `nil` where a `Float` does not hold its numbers.
    ///
    /// - Throws: ``GDALError`` where the raster cannot be read.
    init?(of reduction: BlockReduction, threads: Int) throws(GDALError) {
        let band = reduction.band
        guard Self.canRead(band.dataType) else { return nil }
        (width, height) = (reduction.width, reduction.height)
        cells =
            switch band.dataType {
            case .uint8: try Self.means(reduction, KnownIntegers<UInt8>(band), threads)
            case .uint16: try Self.means(reduction, KnownIntegers<UInt16>(band), threads)
            case .int16: try Self.means(reduction, KnownIntegers<Int16>(band), threads)
            default: try Self.means(reduction, KnownFloats(band), threads)
            }
    }

    private static func means<Rule: BlockMean>(
        _ reduction: BlockReduction, _ rule: Rule, _ threads: Int
    ) throws(GDALError) -> [Float] {
        let (band, width, side) = (reduction.band, reduction.width, reduction.factor)
        var means = [Float](repeating: .nan, count: width * reduction.height)
        try means.withUnsafeMutableBufferPointer { means throws(GDALError) in
            nonisolated(unsafe) let means = means
            try reduction.forEachPiece(threads: threads) {
                PieceBuffer<Rule.Value>(readsTiles: $0)
            } _: { dataset, piece, buffer throws(GDALError) in
                try buffer.read(piece, of: band, from: dataset)
                let target = reduction.cells(of: piece)
                guard let start = buffer.pixels.baseAddress else { return }
                let mask = band.mask == .band ? buffer.mask.baseAddress : nil
                for row in 0..<target.height {
                    let rows = min(side, piece.height - row * side)
                    for column in 0..<target.width {
                        let corner = row * side * piece.width + column * side
                        let block = Block(
                            pixels: start + corner, mask: mask.map { $0 + corner },
                            columns: min(side, piece.width - column * side), rows: rows,
                            stride: piece.width)
                        means[(target.row + row) * width + target.column + column] =
                            rule.mean(of: block)
                    }
                }
            }
        }
        return means
    }
}

/// The pixels of a block, and their mask, 0 where nothing is.
private struct Block<Value> {
    let pixels: UnsafeMutablePointer<Value>
    let mask: UnsafeMutablePointer<UInt8>?
    let columns: Int
    let rows: Int
    /// From one row to the next.
    let stride: Int
}

/// Which stored numbers are known, and the mean of those.
private protocol BlockMean: Sendable {
    associatedtype Value: Pixel
    /// `nan` where nothing is known.
    func mean(of block: Block<Value>) -> Float
}

private struct KnownIntegers<Value: Pixel & FixedWidthInteger & Sendable>: BlockMean {
    private let low: Int, high: Int
    /// Beyond all stored numbers where the band has none.
    private let noData: Int

    init(_ band: Band) {
        func limit(_ value: Double?, _ otherwise: Int) -> Int {
            value.map { Int(max(-1e9, min($0, 1e9))) } ?? otherwise
        }
        low = limit(band.validRange?.lowerBound.rounded(.up), .min)
        high = limit(band.validRange?.upperBound.rounded(.down), .max)
        noData = band.noData.flatMap { Int(exactly: $0) } ?? .min
    }

    @inline(__always)
    func mean(of block: Block<Value>) -> Float {
        var (sum, count) = (0, 0)
        for row in 0..<block.rows {
            let line = block.pixels + row * block.stride
            let mask = block.mask.map { $0 + row * block.stride }
            for column in 0..<block.columns where mask?[column] != 0 {
                let value = Int(truncatingIfNeeded: line[column])
                let isKnown = value >= low && value <= high && value != noData
                sum &+= isKnown ? value : 0
                count &+= isKnown ? 1 : 0
            }
        }
        return count > 0 ? Float(sum) / Float(count) : .nan
    }
}

private struct KnownFloats: BlockMean {
    private let low: Float, high: Float
    /// `nan` where the band has none.
    private let noData: Float

    init(_ band: Band) {
        low = band.validRange.map { Float($0.lowerBound) } ?? -.infinity
        high = band.validRange.map { Float($0.upperBound) } ?? .infinity
        noData = band.noData.map { Float($0) } ?? .nan
    }

    @inline(__always)
    func mean(of block: Block<Float>) -> Float {
        var (sum, count) = (Float(0), Float(0))
        for row in 0..<block.rows {
            let line = block.pixels + row * block.stride
            let mask = block.mask.map { $0 + row * block.stride }
            for column in 0..<block.columns where mask?[column] != 0 {
                let value = line[column]
                // No comparison holds for what is not a number.
                let isKnown = value >= low && value <= high && value != noData
                sum += isKnown ? value : 0
                count += isKnown ? 1 : 0
            }
        }
        return count > 0 ? sum / count : .nan
    }
}
