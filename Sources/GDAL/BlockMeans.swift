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
        let (width, height) = (reduction.width, reduction.height)
        var means = [Float](repeating: .nan, count: width * height)
        let rule = KnownRange(band)
        let side = reduction.factor
        try means.withUnsafeMutableBufferPointer { means throws(GDALError) in
            nonisolated(unsafe) let means = means
            try reduction.forEachPiece(threads: threads) {
                PieceBuffer<Float>()
            } _: { dataset, piece, buffer throws(GDALError) in
                try buffer.read(piece, of: band, from: dataset)
                if band.mask == .band {
                    for index in 0..<piece.count where buffer.mask[index] == 0 {
                        buffer.pixels[index] = .nan
                    }
                }
                let target = reduction.cells(of: piece)
                guard let start = buffer.pixels.baseAddress else { return }
                for row in 0..<target.height {
                    let rows = min(side, piece.height - row * side)
                    for column in 0..<target.width {
                        let block = start + row * side * piece.width + column * side
                        means[(target.row + row) * width + target.column + column] = rule.mean(
                            of: block, min(side, piece.width - column * side), rows,
                            stride: piece.width)
                    }
                }
            }
        }
        (self.width, self.height, cells) = (width, height, means)
    }
}

/// Which stored numbers are known.
private struct KnownRange {
    private let low: Float, high: Float
    /// `nan` where the band has none.
    private let noData: Float

    init(_ band: Band) {
        low = band.validRange.map { Float($0.lowerBound) } ?? -.infinity
        high = band.validRange.map { Float($0.upperBound) } ?? .infinity
        noData = band.noData.map { Float($0) } ?? .nan
    }

    @inline(__always)
    func mean(
        of block: UnsafePointer<Float>, _ columns: Int, _ rows: Int, stride: Int
    ) -> Float {
        var (sum, count) = (Float(0), Float(0))
        for row in 0..<rows {
            let line = block + row * stride
            for column in 0..<columns {
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
