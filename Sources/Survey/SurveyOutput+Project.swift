// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Cartography
internal import Ecology
internal import Foundation
internal import GDAL
internal import Zonal

extension SurveyOutput {
    /// The QGIS project: the zones by each indicator, the deserts, and the rasters of land cover.
    func project(_ styles: SurveyStyles) throws -> QGISProject {
        var layers: [QGISProject.Layer] = []
        for (index, style) in try styles.zoneStyles().enumerated() {
            layers.append(
                QGISProject.Layer(
                    kind: .vector, id: "zones_\(style.name)", name: style.title,
                    source: "./survey.gpkg|layername=banners", crs: zones.crs,
                    style: style, isVisible: index == 0))
        }
        if !deserts.isEmpty {
            layers.append(
                QGISProject.Layer(
                    kind: .vector, id: "deserts", name: styles.desertStyle.title,
                    source: "./survey.gpkg|layername=deserts", crs: zones.crs,
                    style: styles.desertStyle,
                    isVisible: false))
        }
        for (raster, account) in zip(rasters, accounts).reversed() {
            for (index, file) in raster.landCover.files.enumerated() {
                let name =
                    language == .zh
                    ? "\(raster.year)年土地覆盖" : "Land cover \(raster.year)"
                layers.append(
                    QGISProject.Layer(
                        kind: .raster, id: "landcover_\(raster.year)_\(index)", name: name,
                        source: relativePath(from: survey.output, to: file),
                        crs: try survey.rasterCRS.map { try CRS($0) } ?? raster.info.crs
                            ?? zones.crs,
                        style: .raster(of: account.scheme.scheme), isVisible: false))
            }
        }
        let points = zones.zones.flatMap { $0.polygons.flatMap { $0.rings.joined() } }
        return QGISProject(
            title: survey.title[language], crs: zones.crs,
            extent: Extent(around: points) ?? Extent(minX: -180, minY: -90, maxX: 180, maxY: 90),
            layers: layers)
    }

    /// The catalogue's entry.
    func item(of files: [String]) throws -> SurveyItem {
        let points = zones.zones.flatMap { $0.polygons.flatMap { $0.rings.joined() } }
        let moved = try CoordinateTransform(from: zones.crs, to: CRS.wgs84()).transformed(points)
        let years = more.lands.map(\.year)
        let name = (survey.path as NSString).deletingPathExtension as NSString
        return SurveyItem(
            id: "\(name.lastPathComponent)-\(years.max() ?? 0)", title: survey.title[language],
            extent: Extent(around: moved.compactMap { $0 })
                ?? Extent(minX: -180, minY: -90, maxX: 180, maxY: 90),
            years: (years.min() ?? 0)...(years.max() ?? 0), isSynthetic: survey.isSynthetic,
            files: files)
    }
}
