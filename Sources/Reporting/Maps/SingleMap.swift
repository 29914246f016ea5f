// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
public import Cartography
internal import DataFiles
internal import Ecology
internal import Files
internal import GDAL
internal import LandCover
internal import MapStyles
public import Words
public import Zonal

/// One map of one layer, as `steppe map` draws it.
public struct SingleMap: Sendable {
    /// A raster, or a layer of polygons.
    public let layer: String
    /// Its band, from 1, where it is a raster.
    public var band = 1
    /// Zones to draw over a raster, and to fit the map to; of a layer of polygons, which of its
    /// features to take, and how to read them.
    public var zones: ZoneSource?
    /// The field that tells a layer of polygons apart.
    public var zoneIdField: String?
    /// The field with the names of a layer of polygons.
    public var zoneNameField: String?
    /// The field to colour polygons by.
    public var field: String?
    /// A CSV with a column `zone`, such as other verbs print, to take ``field`` from; the layer's own
    /// field where left out.
    public var table: String?
    /// What the codes of a raster mean.
    public var scheme = SchemeChoice.automatic
    /// The map's title; the file's name where left out.
    public var title: String?
    /// Where the data come from.
    public var source: String?
    /// The CRS to show; an equal-area one chosen from the extent where left out.
    public var crs: String?
    /// Dots to the inch of a PNG.
    public var dpi = 200.0
    /// The language of the map.
    public var language = Language.en
    /// Whether Chinese and English both stand on the map.
    public var showsBothLanguages = false
    /// An OGC SLD or QGIS `.qml` file to draw by.
    public var style: String?
    /// The size of the page.
    public var page = PageSize.a4Landscape
    /// The number of the map's approval (审图号), where it has one.
    public var approvalNumber: String?
    /// How many threads read a raster; the map is the same for any number.
    public var jobs = 1
    /// Ids of zones to fit the map to; an inset then shows them among all zones.
    public var focus: [String] = []

    /// A map of a layer with everything else at its default.
    public init(of layer: String) { self.layer = layer }

    /// Whether the map is of a layer of polygons, by its file's ending.
    public var isOfPolygons: Bool { DataKind.vectors.contains(layer.fileExtension) }

    /// Draws the map into a file, whole or not at all.
    ///
    /// - Returns: What the style asks for and the map leaves out, and what the fonts lack.
    @discardableResult
    public func write(to path: String, overwrite: Bool) async throws -> [String] {
        _ = try ImageFormat(ofPath: path)
        let isVector = isOfPolygons
        let folder = try HiddenFolder()
        defer { withExtendedLifetime(folder) {} }
        let sheetStyle = try style.map { try StyleSheet(readingFrom: $0) }
        var sheet: MapSheet
        if let sheetStyle, let style {
            sheet =
                isVector
                ? try styledFeatures(sheetStyle) : try styledRaster(sheetStyle, from: style)
        } else {
            sheet = isVector ? try polygonSheet() : try await rasterSheet(in: folder)
        }
        sheet.source = source.map { LocalizedText($0) }
        sheet.language = showsBothLanguages ? .both : language == .zh ? .chinese : .english
        sheet.page = page
        sheet.approvalNumber = approvalNumber
        if !focus.isEmpty { try focus(&sheet) }
        sheet.dpi = dpi
        sheet.threads = jobs
        sheet.crs = try crs.map { try CRS($0) }
        var gaps: [DrawingGap] = []
        try WholeFile.make(path, overwrite: overwrite) { gaps = try sheet.write(to: $0) }
        return (sheetStyle?.unsupported ?? []) + gaps.map(\.description)
    }

    /// Fits the sheet to some zones, and shows in an inset where they lie.
    private func focus(_ sheet: inout MapSheet) throws {
        for (index, item) in sheet.layers.enumerated() {
            guard let all = item.borders else { continue }
            let chosen = all.zones.filter { focus.contains($0.id) }
            if let missing = focus.first(where: { id in !all.zones.contains { $0.id == id } }) {
                throw DataFileError(
                    file: zones?.path ?? layer,
                    message: "has no zone '\(missing)'; its zones are "
                        + all.zones.prefix(20).map(\.id).joined(separator: ", "))
            }
            sheet.inset = InsetMap(zones: all.zones, crs: all.crs, highlighted: Set(focus))
            sheet.layers[index] = item.withZones(chosen)
            return
        }
        throw DataFileError(
            file: layer, message: "has no zones to fit the map to; name them with --zones")
    }

    private func styledRaster(_ style: StyleSheet, from file: String) throws -> MapSheet {
        guard let map = style.colorMap else {
            throw StyleError(
                file: file, line: nil,
                message: "has no ColorMap, so it cannot colour the raster \(layer)")
        }
        var opacity = 1.0
        for case .raster(let raster) in style.rules.flatMap(\.symbolizers) {
            opacity = raster.opacity
        }
        var layers: [MapLayer] = [
            .styledRaster(
                StyledRaster(
                    raster: Raster(layer), band: try checkedBand(), colorMap: map, opacity: opacity,
                    heading: LocalizedText(style.title.isEmpty ? layer.fileName : style.title)))
        ]
        if let zones { layers.append(.zones(try borders(of: ZoneLayer(reading: zones)))) }
        return MapSheet(title: LocalizedText(title ?? layer.fileName), layers: layers)
    }

    private func styledFeatures(_ style: StyleSheet) throws -> MapSheet {
        let file = try VectorSource(opening: layer, options: zones?.openOptions ?? [])
        let names = file.layerNames.filter { $0 != "layer_styles" }
        let wanted = zones?.layer ?? (names.count == 1 ? names[0] : nil)
        let info = try file.layer(wanted)
        guard let crs = try zones?.crs.map({ try CRS($0) }) ?? info.crs else {
            throw ZoneError.noCRS(file: layer, layer: info.name)
        }
        var features: [StyledFeature] = []
        let ground = FeatureGround(of: layer, in: crs)
        try file.forEachFeature(in: wanted, where: zones?.filter) { feature in
            guard let geometry = feature.geometry else { return }
            try ground.check(geometry.polygons, of: "feature \(feature.number)")
            var values: [String: String] = [:]
            for (field, value) in zip(info.fields, feature.values) {
                values[field.name] = value.text
            }
            features.append(
                StyledFeature(
                    polygons: geometry.polygons, lines: geometry.lines, points: geometry.points,
                    values: values))
        }
        return MapSheet(
            title: LocalizedText(title ?? layer.fileName),
            layers: [
                .styledFeatures(
                    StyledFeatures(
                        features: features, crs: crs, style: style,
                        heading: LocalizedText(style.title.isEmpty ? info.name : style.title)))
            ])
    }

    /// The band, where the raster has it.
    private func checkedBand() throws -> Int {
        let count = try Dataset(opening: layer).info.bands.count
        guard (1...max(1, count)).contains(band) else {
            throw DataFileError(
                file: layer, message: "has no band \(band); it has \(count), counted from 1")
        }
        return band
    }

    private func rasterSheet(in folder: HiddenFolder) async throws -> MapSheet {
        let info = try Dataset(opening: layer).info
        let band = try checkedBand()
        let stored = info.bands[band - 1]
        var layers: [MapLayer]
        let cover = CoverFacts(of: info)
        let carbon = CarbonFacts(of: info, band: band)
        if let cover {
            layers = [.numbers(cover.map(of: layer, band: band))]
        } else if let carbon {
            layers = [.numbers(carbon.map(of: layer, band: band))]
        } else if stored.dataType.isFloatingPoint || stored.scale != 1 {
            var map = NumericMap(
                raster: Raster(layer), heading: LocalizedText(title ?? layer.fileName))
            map.band = band
            layers = [.numbers(map)]
        } else if scheme == .automatic, let written = WrittenClasses(of: info, band: band) {
            layers = [
                .classes(
                    ClassMap(
                        raster: Raster(layer), band: band, legend: written.legend,
                        heading: written.heading))
            ]
        } else {
            layers = [.classes(try await classMap(of: info, band: band, in: folder))]
        }
        if let zones { layers.append(.zones(try borders(of: ZoneLayer(reading: zones)))) }
        return MapSheet(
            title: title.map { LocalizedText($0) } ?? cover?.heading ?? carbon?.heading
                ?? LocalizedText(layer.fileName), layers: layers,
            method: cover?.method)
    }

    /// A raster of classes, in the colours of its scheme: read once, where all of it is shown.
    private func classMap(
        of info: RasterInfo, band: Int, in folder: HiddenFolder
    ) async throws -> ClassMap {
        let longest = max(page.width, page.height) * 0.72 * dpi / 72
        let side = SmallPicture.blockSide(of: info, onMapsOf: Int(longest))
        let small =
            side > 1 && zones == nil
            ? try SmallPicture(of: info, band: band, blockSide: side, threads: jobs) : nil
        let codes: [Int: Int]
        if let small {
            codes = Dictionary(small.codes.map { ($0, 1) }) { first, _ in first }
        } else {
            codes = try await Measurement(of: layer, band: band).tally(over: nil, jobs: jobs)
                .codes(ofLayer: 0)
        }
        let chosen = try scheme.resolve(raster: info, band: band, files: [layer], codes: codes)
        guard let chosen else { throw SurveyError.schemeNeeded }
        let legend = codes.keys.sorted().compactMap { code in
            chosen.scheme.landClass(of: .value(code)).map { landClass in
                LegendEntry(
                    code: code,
                    color: RGBA(
                        red: landClass.colour.red, green: landClass.colour.green,
                        blue: landClass.colour.blue),
                    label: LocalizedText(zh: landClass.nameZH, en: landClass.nameEN))
            }
        }
        guard let small else { return ClassMap(raster: Raster(layer), band: band, legend: legend) }
        let path = "\(folder.path)/small.tif"
        try small.write(to: path)
        return ClassMap(raster: Raster(path), legend: legend)
    }

    private func polygonSheet() throws -> MapSheet {
        var source = zones ?? ZoneSource(path: layer)
        source.path = layer
        source.idField = zoneIdField
        source.nameField = zoneNameField
        let drawn = try ZoneLayer(reading: source)
        guard let field else {
            return MapSheet(
                title: LocalizedText(title ?? layer.fileName), layers: [.zones(borders(of: drawn))])
        }
        let values =
            try table.map { try numbers(of: field, inTable: $0) }
            ?? numbers(of: field, inLayer: source)
        guard !values.isEmpty else {
            throw DataFileError(
                file: table ?? layer, message: "field '\(field)' holds no number to colour by")
        }
        guard drawn.zones.contains(where: { values[$0.id] != nil }) else {
            throw DataFileError(
                file: table ?? layer,
                message: "column 'zone' names none of the zones of \(layer); name the field that "
                    + "tells them apart with --zone-id")
        }
        let goesBelow = values.values.contains { $0 < 0 }
        let largest = values.values.map(abs).max() ?? 0
        return MapSheet(
            title: LocalizedText(title ?? layer.fileName),
            layers: [
                .choropleth(
                    Choropleth(
                        borders: borders(of: drawn), values: values,
                        heading: LocalizedText(title ?? field),
                        decimals: largest < 1 ? 3 : largest < 10 ? 2 : 1,
                        ramp: goesBelow ? .change : .vegetation))
            ])
    }

    private func numbers(of field: String, inLayer source: ZoneSource) throws -> [String: Double] {
        var source = source
        source.nameField = field
        return Dictionary(
            try ZoneLayer(reading: source).zones.compactMap { zone in
                Double(zone.name).map { (zone.id, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// A column of a table whose rows name their zone once each.
    private func numbers(of field: String, inTable path: String) throws -> [String: Double] {
        let table = try AttributeTable(reading: path)
        guard let zone = table.index(ofAny: "zone"), let place = table.index(ofAny: field) else {
            throw DataFileError(
                file: path,
                message: "has no column 'zone' or no column '\(field)'; its columns are "
                    + table.columns.joined(separator: ", "))
        }
        var values: [String: Double] = [:]
        for row in table.rows {
            guard let id = row.cells[zone].text, let value = row.cells[place].number
            else { continue }
            guard values.updateValue(value, forKey: id) == nil else {
                throw row.error(
                    "is another row of zone '\(id)'; give a table of one row a zone")
            }
        }
        return values
    }

    private func borders(of zones: ZoneLayer) -> ZoneBorders {
        ZoneBorders(
            zones: zones.zones.map { zone in
                MapZone(
                    id: zone.id, name: LocalizedText(zone.name.isEmpty ? zone.id : zone.name),
                    polygons: zone.polygons)
            }, crs: zones.crs, legendLabel: nil)
    }
}
