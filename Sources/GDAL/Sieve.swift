// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL

extension Dataset {
    /// Gives patches of fewer pixels than a limit the value of their largest neighbour, in place.
    ///
    /// Every value is one among others, 0 too. GDAL holds the whole band's patches in memory.
    ///
    /// - Parameters:
    ///   - number: The band, from 1, opened for writing.
    ///   - limit: Patches of fewer pixels go.
    ///   - connectedness: 4 for sides, 8 for sides and corners.
    /// - Throws: ``GDALError`` where the band cannot be read or written.
    package func sieve(
        band number: Int = 1, below limit: Int, connectedness: Int
    ) throws(GDALError) {
        forgetWritten()
        try writing("sieve", on: info.name) {
            withHandle { handle in
                let band = GDALGetRasterBand(handle, Int32(number))
                let status = GDALSieveFilter(
                    band, nil, band, Int32(clamping: limit), Int32(connectedness), nil, nil, nil)
                return status == CE_None ? () : nil
            }
        }
    }
}
