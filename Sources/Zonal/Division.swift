// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GDAL

/// How the tiles of a measurement are shared out among parts, so that each has about as much to decode.
///
/// It follows from the measurement alone, not from what else is measured or where, so that processes
/// which know nothing of each other cut alike. Tiles count from the top left, row by row.
struct Division: Hashable, Sendable {
    /// Where each part begins, and behind the last.
    private let cuts: [Int]
    /// What there is to decode before each of ``cuts``.
    private let loads: [DecodingLoad]
    /// A hash of it: tallies of parts add up to the whole only where they are of one division.
    let id: String

    /// Divides a measurement into so many parts.
    ///
    /// - Throws: `GDALError` where a raster cannot be opened.
    init(of frame: Frame, into count: Int) throws {
        let tiling = frame.tiling
        let tiles = try Self.loads(of: frame)
        let whole = tiles.reduce(into: DecodingLoad()) { $0.add($1) }
        var cuts = [0]
        var loads = [DecodingLoad()]
        var sum = DecodingLoad()
        for (tile, load) in tiles.enumerated() {
            // A tile goes to the part that its middle lies in.
            let middle = 2 * sum.weight + load.weight
            while cuts.count < count,
                Int128(middle) * Int128(count) >= 2 * Int128(whole.weight) * Int128(cuts.count)
            {
                cuts.append(tile)
                loads.append(sum)
            }
            sum.add(load)
        }
        while cuts.count <= count {
            cuts.append(tiles.count)
            loads.append(sum)
        }
        self.cuts = cuts
        self.loads = loads
        id = Fingerprint.hex(
            of: "\(tiling.grid.width) \(tiling.grid.height) \(tiling.tileWidth) "
                + "\(tiling.tileHeight) \(cuts)")
    }

    /// The tiles of a part.
    subscript(part: Part) -> Range<Int> { cuts[part.number - 1]..<cuts[part.number] }

    /// What a part has to decode.
    func load(of part: Part) -> DecodingLoad { loads[part.number].less(loads[part.number - 1]) }

    /// What each tile has to decode: nothing where no zone comes near.
    private static func loads(of frame: Frame) throws -> [DecodingLoad] {
        let tiling = frame.tiling
        var tiles = [DecodingLoad](repeating: DecodingLoad(), count: tiling.bands * tiling.columns)
        let measurement = frame.measurement
        let sources =
            measurement.layers.map { ($0.raster, $0.band) }
            + (measurement.values.map { [($0.raster, $0.band)] } ?? [])
        for (info, (raster, band)) in zip(frame.rasters, sources) {
            let dataset = try Dataset(reopening: info)
            guard let blocks = dataset.storedBytesOfBlocks(ofBand: band) else {
                let bytes = try RasterContent.bytes(of: raster)
                for tile in tiles.indices {
                    let pixels = tiling.window(ofTile: tile).count
                    tiles[tile].bytes += bytes * pixels / (tiling.grid.width * tiling.grid.height)
                }
                continue
            }
            let (width, height) = (
                info.bands[band - 1].blockWidth, info.bands[band - 1].blockHeight
            )
            let columns = (info.width + width - 1) / width
            for (block, bytes) in blocks.enumerated() {
                let (left, top) = (block % columns * width, block / columns * height)
                let across =
                    left / tiling.tileWidth...(min(left + width, info.width) - 1) / tiling.tileWidth
                let down =
                    top / tiling.tileHeight...(min(top + height, info.height) - 1)
                    / tiling.tileHeight
                for row in down {
                    for column in across {
                        tiles[row * tiling.columns + column].bytes +=
                            bytes / (across.count * down.count)
                    }
                }
            }
        }
        for band in 0..<tiling.bands {
            let reached = frame.zones.columns(inBand: band)
            for column in 0..<tiling.columns {
                let tile = band * tiling.columns + column
                let window = tiling.window(column: column, band: band)
                let isReached = reached.contains {
                    $0.overlaps(window.column..<window.column + window.width)
                }
                if isReached {
                    tiles[tile].pixels = window.count * frame.rasters.count
                } else {
                    tiles[tile] = DecodingLoad()
                }
            }
        }
        return tiles
    }
}

/// What is to be decoded.
public struct DecodingLoad: Hashable, Sendable, Codable {
    /// Bytes as they lie in the files.
    public internal(set) var bytes = 0
    /// Pixels, of each raster by itself.
    public internal(set) var pixels = 0

    /// How long it takes, as a whole number: pixels take time though they were packed into nothing.
    var weight: Int { bytes + pixels / 16 }

    mutating func add(_ other: DecodingLoad) {
        bytes += other.bytes
        pixels += other.pixels
    }

    fileprivate func less(_ other: DecodingLoad) -> DecodingLoad {
        DecodingLoad(bytes: bytes - other.bytes, pixels: pixels - other.pixels)
    }
}

/// Some of a measurement's tiles.
struct TileShare: Sendable {
    /// In order, and apart from each other.
    private let ranges: [Range<Int>]
    private let columns: Int

    /// The tiles of some parts.
    init(_ ranges: [Range<Int>], of tiling: Tiling) {
        self.ranges = ranges.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
        columns = tiling.columns
    }

    /// All of them.
    init(allOf tiling: Tiling) { self.init([0..<tiling.bands * tiling.columns], of: tiling) }

    /// Whether any tile of a band is among them.
    func reaches(band: Int) -> Bool {
        ranges.contains { $0.overlaps(band * columns..<(band + 1) * columns) }
    }

    func contains(column: Int, band: Int) -> Bool {
        ranges.contains { $0.contains(band * columns + column) }
    }
}
