// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import GDAL
internal import Zonal

/// The dates of one composite, open on one grid, read as NDVI.
final class CoverSource {
    /// Keep the mosaics and views behind the names alive.
    private let aligned: [AlignedSource]
    private let datasets: DatasetList
    private let scale: Double?
    let grid: Grid
    let blockWidth: Int
    let blockHeight: Int
    let files: [String]
    let notes: [LocalizedText]

    init(_ dates: [[String]], scale: Double?, assuming crs: CRS?) throws {
        guard let firstPaths = dates.first else {
            throw SurveyError.unusable(file: "", why: "no NDVI was named")
        }
        let first = try RasterFiles(firstPaths)
        let info = try Dataset(opening: first.name).info
        grid = try Grid(of: info, assuming: crs)
        blockWidth = info.bands[0].blockWidth
        blockHeight = info.bands[0].blockHeight
        aligned = try dates.map { try AlignedSource($0, onGridOf: info, assuming: crs) }
        datasets = try DatasetList(aligned.map(\.name))
        files = aligned.flatMap(\.files)
        notes = aligned.compactMap(\.note)
        self.scale = scale
    }

    /// How many dates there are.
    var count: Int { aligned.count }

    /// The dates' NDVI in a window, the largest of each pixel; NaN where no date has a value.
    func composite(_ window: Window) throws -> [Double] {
        var best = [Double](repeating: .nan, count: window.count)
        for index in 0..<count {
            let values = try ndvi(ofDate: index, window)
            for pixel in values.indices where !values[pixel].isNaN {
                if best[pixel].isNaN || values[pixel] > best[pixel] { best[pixel] = values[pixel] }
            }
        }
        return best
    }

    /// One date's NDVI in a window; NaN is nodata.
    ///
    /// - Throws: ``SurveyError/notNDVI(raster:pixels:)`` at a value outside −1…1.
    func ndvi(ofDate index: Int, _ window: Window) throws -> [Double] {
        var values = [Double](repeating: 0, count: window.count)
        let band = datasets.bands[index]
        try datasets.read(index, window, into: &values)
        var absurd = 0
        // Dividing by 10,000 keeps code 1800 at 0.18 to the last bit; × 0.0001 does not.
        let factor = scale ?? band.scale
        let inverse = (1 / factor).rounded()
        let divides = factor < 1 && abs(inverse * factor - 1) < 1e-12
        for pixel in values.indices {
            if band.isNoData(values[pixel]) { values[pixel] = .nan }
            let stored = values[pixel]
            let value = (divides ? stored / inverse : stored * factor) + band.offset
            if abs(value) > 1 + 1e-9 { absurd += 1 }
            values[pixel] = value
        }
        if absurd > 0 {
            throw SurveyError.notNDVI(raster: aligned[index].files[0], pixels: absurd)
        }
        return values
    }

    /// Windows of whole block rows, of about a million pixels, from the top.
    var windows: [Window] {
        let wanted = max(1, 1_000_000 / max(1, grid.width))
        let rows = max(blockHeight, wanted / max(1, blockHeight) * blockHeight)
        return stride(from: 0, to: grid.height, by: rows).map { row in
            Window(
                column: 0, row: row, width: grid.width, height: min(rows, grid.height - row))
        }
    }
}

/// Open rasters, one for each date.
private final class DatasetList {
    private let open: [Box]
    let bands: [Band]

    private final class Box {
        let dataset: Dataset

        init(_ name: String) throws(GDALError) { dataset = try Dataset(opening: name) }
    }

    init(_ names: [String]) throws(GDALError) {
        var open: [Box] = []
        for name in names { open.append(try Box(name)) }
        self.open = open
        bands = open.map { $0.dataset.info.bands[0] }
    }

    func read(_ index: Int, _ window: Window, into values: inout [Double]) throws(GDALError) {
        var span = values.mutableSpan
        try open[index].dataset.read(window, into: &span)
        guard bands[index].mask == .band else { return }
        var mask = [UInt8](repeating: 0, count: window.count)
        let result = mask.withUnsafeMutableBufferPointer { memory -> GDALError? in
            do throws(GDALError) {
                try open[index].dataset.readMask(window, ofBand: 1, into: memory)
                return nil
            } catch { return error }
        }
        if let result { throw result }
        for pixel in values.indices where mask[pixel] == 0 { values[pixel] = .nan }
    }
}
