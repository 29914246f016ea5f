// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import GDAL
package import PlaneGeometry
package import Words
package import Zonal

extension SurveyFile {
    /// The zones to measure: those of the file's layer, or the whole land-cover raster.
    ///
    /// - Throws: ``SurveyError``, `ZoneError` and `GDALError` where there is nothing to measure in.
    package func zoneLayer(in language: Language, jobs: Int) throws -> ZoneLayer {
        guard let source = zones else { return try wholeRaster(in: language) }
        let layer = try ZoneLayer(reading: source, jobs: jobs)
        guard !layer.zones.contains(where: { $0.id == "all" }) else {
            throw SurveyError.reservedZone(file: source.path)
        }
        return layer
    }

    /// One zone, `whole`: the extent of the first year's land-cover raster, nodata and all.
    private func wholeRaster(in language: Language) throws -> ZoneLayer {
        guard let year = years.first(where: { !$0.landCover.isEmpty }) else {
            throw SurveyError.unusable(
                file: path,
                why: "no [zones] are given, and no [[year]] has a land-cover raster to stand for "
                    + "them; add [zones] file = …")
        }
        let info = try Dataset(opening: RasterFiles(year.landCover).raster).info
        let grid = try Grid(of: info, assuming: rasterCRS.map { try CRS($0) })
        let name = LocalizedText(zh: "整幅栅格", en: "Whole raster")
        return ZoneLayer(
            zones: [Zone(id: "whole", name: name[language], polygons: [grid.outline])],
            crs: grid.crs, name: year.landCover.first ?? info.name)
    }
}

extension Grid {
    /// The raster's edge, in its own CRS.
    package var outline: Polygon {
        let corners = [(0, 0), (width, 0), (width, height), (0, height), (0, 0)]
        return Polygon(
            rings: [
                corners.map { transform.coordinates(column: Double($0.0), row: Double($0.1)) }
            ])
    }
}
