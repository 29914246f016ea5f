// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import Foundation
internal import GDAL
internal import MapStyles
internal import PlaneGeometry
internal import Words
internal import Zonal

extension SurveyOutput {
    /// The QGIS project: the zones by each indicator, the deserts, and the rasters of land cover.
    package func project(_ styles: SurveyStyles) throws -> QGISProject {
        var layers: [QGISProject.Layer] = []
        for (index, style) in try styles.zoneStyles().enumerated() {
            layers.append(
                QGISProject.Layer(
                    kind: .vector, key: "zones_\(style.name)", name: style.title,
                    source: "./survey.gpkg|layername=banners", crs: zones.crs,
                    style: style, isVisible: index == 0))
        }
        for layer in contributions.flatMap(\.layers) {
            layers.append(
                QGISProject.Layer(
                    kind: .vector, key: layer.name, name: layer.style.title,
                    source: "./survey.gpkg|layername=\(layer.name)", crs: zones.crs,
                    style: layer.style, isVisible: false))
        }
        for land in lands.reversed() { layers += try self.layers(of: land) }
        let points = zones.zones.flatMap { $0.polygons.flatMap { $0.rings.joined() } }
        return QGISProject(
            title: survey.title[language], crs: zones.crs,
            extent: Extent(around: points) ?? Extent(minX: -180, minY: -90, maxX: 180, maxY: 90),
            layers: layers)
    }

    /// A year's land cover, in the colours of its classes.
    private func layers(of land: LandYear) throws -> [QGISProject.Layer] {
        let name = language == .zh ? "\(land.year)年土地覆盖" : "Land cover \(land.year)"
        switch land {
        case .raster(let raster, let account):
            return try raster.landCover.files.enumerated().map { index, file in
                QGISProject.Layer(
                    kind: .raster, key: "landcover_\(land.year)_\(index)", name: name,
                    source: relativePath(from: survey.output, to: file),
                    crs: try survey.rasterCRS.map { try CRS($0) } ?? raster.info.crs ?? zones.crs,
                    style: .raster(of: account.scheme.scheme), isVisible: false)
            }
        case .parcels(let parcels):
            let source = parcels.source
            let layerCRS = try VectorSource(opening: source.path, options: source.openOptions)
                .layer(source.layer).crs
            let layer = source.layer.map { "|layername=\($0)" } ?? ""
            let subset = source.filter.map { "|subset=\($0)" } ?? ""
            return [
                QGISProject.Layer(
                    kind: .vector, key: "landcover_\(land.year)", name: name,
                    source: relativePath(from: survey.output, to: source.path) + layer + subset,
                    crs: try source.crs.map { try CRS($0) } ?? layerCRS ?? parcels.account.crs,
                    style: .polygons(of: land.scheme, field: source.classField ?? "DLBM"),
                    isVisible: false)
            ]
        }
    }

    /// The catalogue's entry.
    package func item(of files: [String]) throws -> SurveyItem {
        let points = zones.zones.flatMap { $0.polygons.flatMap { $0.rings.joined() } }
        let moved = try CoordinateTransform(from: zones.crs, to: CRS.wgs84()).transformed(points)
        let years = lands.map(\.year)
        let name = (survey.path as NSString).deletingPathExtension as NSString
        return SurveyItem(
            id: "\(name.lastPathComponent)-\(years.max() ?? 0)", title: survey.title[language],
            extent: Extent(onSphere: moved.compactMap { $0 })
                ?? Extent(minX: -180, minY: -90, maxX: 180, maxY: 90),
            years: (years.min() ?? 0)...(years.max() ?? 0), isSynthetic: survey.isSynthetic,
            files: files)
    }
}
