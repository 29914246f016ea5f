// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Foundation

extension RasterInfo {
    /// A block is decoded whole: no more than this, in bytes.
    private static let largestBlock = 1 << 30
    /// The earth at a metre a pixel has 5 · 10¹⁴.
    private static let mostPixels = 1 << 50
    /// A sparse TIFF of the largest tiles in use has a byte of index for so many of pixels.
    private static let mostBytesPerByte = 20_000_000

    /// Refuses a raster that could not be read in bounded memory and time, by what it says of itself.
    func refuseWhatCostsTooMuch() throws(GDALError) {
        func refusal(_ reason: String) -> GDALError {
            GDALError(operation: "open", subject: name, reasons: [reason])
        }
        let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
        guard !overflow, pixels <= Self.mostPixels else {
            throw refusal(
                "it claims \(width) × \(height) pixels, more than can be measured; is its header damaged?"
            )
        }
        for band in bands {
            let size = band.blockWidth * band.blockHeight * band.dataType.size
            guard size <= Self.largestBlock else {
                throw refusal(
                    "its blocks of \(band.blockWidth) × \(band.blockHeight) pixels take "
                        + "\(size >> 20) MB each, and are decoded whole; write it in tiles: "
                        + "gdal_translate -co TILED=YES")
            }
        }
        guard driver == "GTiff", let file = files.first else { return }
        guard let size = size(ofFile: file), size > 0 else { return }
        let claimed = bands.reduce(0) { $0 + $1.dataType.size } * pixels
        guard claimed / size <= Self.mostBytesPerByte else {
            throw refusal(
                "it claims \(width) × \(height) pixels, and has \(size) bytes; was it cut short?")
        }
    }
}

private func size(ofFile name: String) -> Int? {
    guard let file = VSIFOpenL(name, "rb") else { return nil }
    defer { VSIFCloseL(file) }
    return VSIFSeekL(file, 0, SEEK_END) == 0 ? Int(VSIFTellL(file)) : nil
}

/// Refuses a GeoPackage whose tiles are pictures that do not keep codes: JPEG and WebP.
///
/// GDAL reads tiles that it cannot decode as zeros, without an error.
func refuseLossyTiles(_ handle: GDALDatasetH, name: String) throws(GDALError) {
    guard let driver = GDALGetDatasetDriver(handle),
        String(cString: GDALGetDriverShortName(driver)) == "GPKG"
    else { return }
    let tables = rows(
        of: "SELECT table_name FROM gpkg_contents WHERE data_type IN "
            + "('tiles', '2d-gridded-coverage')", in: handle)
    for table in tables {
        let quoted = table.replacing("\"", with: "\"\"")
        let formats = rows(
            of: "SELECT DISTINCT hex(substr(tile_data, 1, 3)) FROM \"\(quoted)\"", in: handle)
        // PNG, and TIFF in either order of bytes.
        guard let other = formats.first(where: { !["89504E", "49492A", "4D4D00"].contains($0) })
        else { continue }
        let kind = ["FFD8FF": "JPEG", "524946": "WebP"][other] ?? "unknown"
        throw GDALError(
            operation: "open", subject: name,
            reasons: [
                "table '\(table)' has tiles of the \(kind) format, which does not keep values as they "
                    + "were; write it with -co TILE_FORMAT=PNG or TIFF, or as a GeoTIFF"
            ])
    }
}

/// The first column of a query's answer.
private func rows(of query: String, in handle: GDALDatasetH) -> [String] {
    guard let layer = GDALDatasetExecuteSQL(handle, query, nil, nil) else { return [] }
    defer { GDALDatasetReleaseResultSet(handle, layer) }
    var texts: [String] = []
    while let feature = OGR_L_GetNextFeature(layer) {
        defer { OGR_F_Destroy(feature) }
        if let text = OGR_F_GetFieldAsString(feature, 0) { texts.append(String(cString: text)) }
    }
    return texts
}
