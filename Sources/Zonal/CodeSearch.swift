// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
public import PlaneGeometry

extension Measurement {
    /// Where a code stands first, for messages: the centre of that pixel, in the raster's CRS.
    ///
    /// - Parameters:
    ///   - code: As stored.
    ///   - layer: Which of the measurement's rasters.
    /// - Returns: `nil` where the raster does not hold the code.
    /// - Throws: `GDALError` where the raster cannot be read.
    public func firstPlace(of code: Int, inLayer layer: Int = 0) throws -> Point? {
        let dataset = try Dataset(opening: layers[layer].raster)
        let info = dataset.info
        guard let transform = info.transform else { return nil }
        let height = 256
        for row in stride(from: 0, to: info.height, by: height) {
            let window = Window(
                column: 0, row: row, width: info.width, height: min(height, info.height - row))
            func first<Value: Pixel & Equatable>(_ code: Value) throws -> Int? {
                var pixels = [Value](repeating: code, count: window.count)
                var span = pixels.mutableSpan
                try dataset.read(window, ofBand: layers[layer].band, into: &span)
                return pixels.firstIndex(of: code)
            }
            let isFloating = info.bands[layers[layer].band - 1].dataType.isFloatingPoint
            if let index = try isFloating ? first(Double(code)) : first(Int64(code)) {
                return transform.coordinates(
                    column: Double(index % info.width) + 0.5,
                    row: Double(row + index / info.width) + 0.5)
            }
        }
        return nil
    }
}
