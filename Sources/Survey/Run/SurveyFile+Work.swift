// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import GDAL

extension SurveyFile {
    /// Pixels of the years' rasters, as far as they can be opened, and those of land cover among them.
    var pixels: (all: Int, land: Int) {
        func count(_ files: [String]) -> Int {
            guard !files.isEmpty, let name = try? RasterFiles(files).raster,
                let info = try? Dataset(opening: name).info
            else { return 0 }
            return info.width * info.height
        }
        var (all, land) = (0, 0)
        for year in years {
            let landPixels = count(year.landCover)
            land += landPixels
            all += landPixels + count(year.ndvi) + count(year.cover) + count(year.volume)
        }
        return (all, land)
    }

    /// Maps to be drawn, at least: land cover of each year, and each indicator of the newest.
    var mapCount: Int {
        years.count + FamilyCatalogue.all.reduce(0) { $0 + $1.work(in: self).maps }
    }
}
