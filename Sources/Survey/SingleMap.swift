// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Cartography
internal import DataFiles
public import Ecology
internal import GDAL
internal import LandCover
internal import Tables
public import Zonal

/// One map of one layer, as `steppe map` draws it.
public struct SingleMap: Sendable {
    /// A raster, or a layer of polygons.
    public let layer: String
    /// Zones to draw over a raster, and to fit the map to.
    public var zones: ZoneSource?
    public var zoneIdField: String?
    public var zoneNameField: String?
    /// The field to colour polygons by.
    public var field: String?
    public var scheme = SchemeChoice.automatic
    public var title: String?
    public var source: String?
    /// The CRS to show; an equal-area one chosen from the extent where left out.
    public var crs: String?
    public var dpi = 200.0
    public var language = Language.en

    /// A map of a layer with everything else at its default.
    public init(of layer: String) { self.layer = layer }

    /// Refuses a file name whose ending is no format that maps are drawn in.
    public static func checkFormat(of path: String) throws { _ = try ImageFormat(ofPath: path) }

    private typealias Text = Cartography.LocalizedText

    /// Draws the map into a file, whole or not at all.
    public func write(to path: String, overwrite: Bool) async throws {
        _ = try ImageFormat(ofPath: path)
        let isVector = DataKind.vectors.contains(layer.fileExtension)
        var sheet = isVector ? try polygonSheet() : try await rasterSheet()
        sheet.source = source.map { Text($0) }
        sheet.language = language == .zh ? .chinese : .english
        sheet.dpi = dpi
        sheet.crs = try crs.map { try CRS($0) }
        try WholeFile.make(path, overwrite: overwrite) { beside in try sheet.write(to: beside) }
    }

    private func rasterSheet() async throws -> MapSheet {
        let info = try Dataset(opening: layer).info
        var layers: [MapLayer]
        if info.bands[0].dataType.isFloatingPoint || info.bands[0].scale != 1 {
            layers = [.numbers(NumericMap(raster: layer, heading: Text(title ?? layer.fileName)))]
        } else {
            let tally = try await Measurement(of: layer).tally(over: nil)
            let chosen = try scheme.resolve(raster: info, band: 1, files: [layer], tally: tally)
            let legend = tally.codes(ofLayer: 0).keys.sorted().compactMap { code in
                chosen?.scheme.landClass(of: .value(code)).map { found in
                    LegendEntry(
                        code: code,
                        color: RGBA(
                            red: found.colour.red, green: found.colour.green,
                            blue: found.colour.blue),
                        label: Text(zh: found.nameZH, en: found.nameEN))
                }
            }
            layers = [.classes(ClassMap(raster: layer, legend: legend))]
        }
        if let zones { layers.append(.zones(try borders(of: ZoneLayer(reading: zones)))) }
        return MapSheet(title: Text(title ?? layer.fileName), layers: layers)
    }

    private func polygonSheet() throws -> MapSheet {
        var own = zones ?? ZoneSource(path: layer)
        own.path = layer
        own.idField = zoneIdField
        own.nameField = zoneNameField
        let drawn = try ZoneLayer(reading: own)
        guard let field else {
            return MapSheet(
                title: Text(title ?? layer.fileName), layers: [.zones(borders(of: drawn))])
        }
        own.nameField = field
        let numbers = try ZoneLayer(reading: own)
        let values = Dictionary(
            numbers.zones.compactMap { zone in Double(zone.name).map { (zone.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        guard !values.isEmpty else {
            throw DataFileError(file: layer, message: "field '\(field)' holds no number to colour by")
        }
        return MapSheet(
            title: Text(title ?? layer.fileName),
            layers: [
                .choropleth(
                    Choropleth(borders: borders(of: drawn), values: values, heading: Text(field)))
            ])
    }

    private func borders(of zones: ZoneLayer) -> ZoneBorders {
        ZoneBorders(
            zones: zones.zones.map { zone in
                MapZone(
                    id: zone.id, name: Text(zone.name.isEmpty ? zone.id : zone.name),
                    polygons: zone.polygons)
            }, crs: zones.crs, legendLabel: nil)
    }
}
