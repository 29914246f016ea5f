// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Files
internal import GDAL
internal import PlaneGeometry
internal import Zonal

/// Small rasters of vegetation cover and of its change, to be drawn and then gone.
///
/// NDVI is averaged over a page's pixels before cover is computed from it: for the eye, not for
/// measuring.
final class CoverPictures: Sendable {
    /// A raster in percent, and the years that it is about.
    struct Picture: Sendable {
        let path: String
        /// `nil` for cover itself, otherwise the year that its change is counted from.
        let since: Int?
        let year: Int

        init(path: String, since: Int?, year: Int) {
            self.path = path
            self.since = since
            self.year = year
        }
    }

    /// Each year's cover, and its change from the baseline to the newest year.
    let pictures: [Picture]
    private let folder: HiddenFolder
    private static let longestSide = 1400

    init(_ lands: [LandYear], baseline: Int, assuming crs: String?, jobs: Int) throws {
        folder = try HiddenFolder()
        pictures = try Self.pictures(
            lands, baseline: baseline, assuming: crs, jobs: jobs, in: folder.path)
    }

    private static func pictures(
        _ lands: [LandYear], baseline: Int, assuming crs: String?, jobs: Int, in folder: String
    ) throws -> [Picture] {
        var pictures: [Picture] = []
        let covers = lands.compactMap { land in land.cover.map { (land.year, $0) } }
        guard let newest = covers.last else { return [] }
        let assumed = try crs.map { try CRS($0) }
        let grid = try Grid(of: Dataset(opening: newest.1.source.raster).info, assuming: assumed)
        guard grid.transform.isAxisAligned else { return [] }
        let shrink = max(1, max(grid.width, grid.height) / longestSide)
        let display = DisplayGrid(
            crs: grid.crs,
            extent: grid.transform.extent(width: grid.width, height: grid.height),
            width: grid.width / shrink, height: grid.height / shrink)
        var values: [Int: [Float]] = [:]
        // Years may show one raster.
        var stored: [Raster: [Float]] = [:]
        for (year, cover) in covers {
            let raster = try Self.raster(of: cover)
            let shown = try stored[raster] ?? Self.shown(raster, on: display, jobs: jobs)
            stored[raster] = shown
            let percent = try Self.percent(shown, of: raster, cover)
            values[year] = percent
            pictures.append(
                Picture(
                    path: try write(percent, to: "\(folder)/cover_\(year).tif", display),
                    since: nil,
                    year: year))
        }
        guard let before = values[baseline], let after = values[newest.0], newest.0 > baseline
        else { return pictures }
        let change = zip(after, before).map { $0 - $1 }
        pictures.append(
            Picture(
                path: try write(change, to: "\(folder)/change.tif", display), since: baseline,
                year: newest.0))
        return pictures
    }

    /// The raster on its own grid, which may be coarser than that of the land cover; the view of it where
    /// it does not say where it lies.
    private static func raster(of cover: CoverRaster) throws -> Raster {
        let original = cover.source.original.raster
        return try Dataset(opening: original).info.crs == nil ? cover.source.raster : original
    }

    private static func shown(
        _ raster: Raster, on display: DisplayGrid, jobs: Int
    ) throws -> [Float] {
        let extent = display.extent
        let rule =
            "means on \(display.width) × \(display.height) from \(extent.minX) \(extent.minY) to "
            + "\(extent.maxX) \(extent.maxY) in \(display.crs.wkt)"
        let size = MemoryLayout<Float>.size
        let bytes = try KeptPictures.picture(of: raster, by: rule) {
            try Dataset(opening: raster).warped(
                onto: display, resampling: .average, missing: Float.nan, threads: jobs
            ).withUnsafeBytes { Array($0) }
        }
        guard let bytes, bytes.count == display.width * display.height * size else { return [] }
        return bytes.withUnsafeBytes { memory in
            stride(from: 0, to: memory.count, by: size).map {
                memory.loadUnaligned(fromByteOffset: $0, as: Float.self)
            }
        }
    }

    private static func percent(
        _ stored: [Float], of raster: Raster, _ cover: CoverRaster
    ) throws -> [Float] {
        let band = try Dataset(opening: raster).info.bands[0]
        return stored.map { value in
            guard !value.isNaN else { return .nan }
            let physical = Double(value) * band.scale + band.offset
            return cover.cover(of: physical).map { Float($0 * 100) } ?? .nan
        }
    }

    private static func write(
        _ values: [Float], to path: String, _ display: DisplayGrid
    ) throws -> String {
        let size = (display.extent.maxX - display.extent.minX) / Double(display.width)
        let height = (display.extent.maxY - display.extent.minY) / Double(display.height)
        guard
            let transform = GeoTransform([
                display.extent.minX, size, 0, display.extent.maxY, 0, -height,
            ])
        else { return path }
        let file = try Dataset(
            creating: path,
            as: RasterPlan(
                width: display.width, height: display.height, dataType: .float32,
                transform: transform, crs: display.crs, noData: .nan))
        try file.write(
            Window(column: 0, row: 0, width: display.width, height: display.height),
            from: values.span)
        try file.finish()
        return path
    }
}
