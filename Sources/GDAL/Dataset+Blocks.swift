// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL

extension Dataset {
    /// How many bytes each block of a band takes in its file, row by row from the top left.
    ///
    /// Blocks that are left out of a sparse file take none.
    ///
    /// - Returns: `nil` where the format does not say: all but TIFF.
    package func storedBytesOfBlocks(ofBand number: Int) -> [Int]? {
        guard info.driver == "GTiff", info.bands.indices.contains(number - 1) else { return nil }
        let band = info.bands[number - 1]
        let columns = (info.width + band.blockWidth - 1) / band.blockWidth
        let rows = (info.height + band.blockHeight - 1) / band.blockHeight
        return withHandle { dataset in
            let handle = GDALGetRasterBand(dataset, Int32(number))
            var bytes: [Int] = []
            bytes.reserveCapacity(columns * rows)
            for row in 0..<rows {
                for column in 0..<columns {
                    let size = GDALGetMetadataItem(handle, "BLOCK_SIZE_\(column)_\(row)", "TIFF")
                    bytes.append(size.flatMap { Int(String(cString: $0)) } ?? 0)
                }
            }
            return bytes
        }
    }
}
