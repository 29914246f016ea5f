// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Files
internal import PlaneGeometry

/// Reads what a raster says of itself.
func describeRaster(
    _ handle: GDALDatasetH, _ raster: Raster, openOptions: [String] = []
) throws(GDALError) -> RasterInfo {
    let name = raster.name
    let count = Int(GDALGetRasterCount(handle))
    guard count > 0 else {
        throw GDALError(
            operation: "open", subject: name,
            reasons: ["it holds no raster band of its own; name one of its subdatasets"])
    }
    var coefficients = [Double](repeating: 0, count: 6)
    let located = GDALGetGeoTransform(handle, &coefficients) == CE_None
    var crs: CRS?
    if let reference = GDALGetSpatialRef(handle) { crs = try CRS(handle: reference) }
    var bands: [Band] = []
    let list = GDALGetFileList(handle)
    defer { CSLDestroy(list) }
    let files = strings(list)
    // Before the bands are looked at: their masks and overviews open a virtual raster's sources.
    for file in files {
        guard let reason = specialFileReason(at: file) else { continue }
        throw GDALError(operation: "open", subject: name, reasons: ["'\(file)': \(reason)"])
    }
    let driver =
        GDALGetDatasetDriver(handle).map { String(cString: GDALGetDriverShortName($0)) } ?? ""
    if driver != "VRT" {
        // Its overviews and masks may be a VRT, or stand anywhere.
        for file in files where file != name { try VirtualRaster.check(file) }
        guard GDALGetMetadataItem(handle, "OVERVIEW_FILE", "OVERVIEWS") == nil else {
            throw GDALError(
                operation: "open", subject: name,
                reasons: ["its overviews are said to be another file, which is not read"])
        }
    }
    try refuseLossyTiles(handle, name: name)
    let view = raster.nearest?.source.bands
    for number in 1...count {
        let band = GDALGetRasterBand(handle, Int32(number))
        let seen = (view?.indices.contains(number - 1) ?? false) ? view?[number - 1] : nil
        bands.append(try describeBand(band, number, of: name, handle, seen))
    }
    let info = RasterInfo(
        raster: raster,
        driver: driver,
        width: Int(GDALGetRasterXSize(handle)),
        height: Int(GDALGetRasterYSize(handle)),
        transform: located ? GeoTransform(coefficients) : nil,
        crs: crs,
        bands: bands,
        metadata: pairs(strings(GDALGetMetadata(handle, nil))),
        files: files,
        openOptions: openOptions)
    try info.refuseWhatCostsTooMuch()
    return info
}

/// Describes a band; where it is a view of another one, what GDAL cannot know is taken from that.
private func describeBand(
    _ band: GDALRasterBandH?, _ number: Int, of name: String, _ handle: GDALDatasetH, _ seen: Band?
) throws(GDALError) -> Band {
    let stored = GDALGetRasterDataType(band)
    let isSigned =
        GDALGetMetadataItem(band, "PIXELTYPE", "IMAGE_STRUCTURE")
        .map { String(cString: $0) == "SIGNEDBYTE" } ?? false
    guard let type = DataType(stored, isSigned: isSigned) else {
        throw GDALError(
            operation: "read band \(number) of", subject: name,
            reasons: [
                "its pixels are \(String(cString: GDALGetDataTypeName(stored))), not real numbers"
            ])
    }
    var blockWidth: Int32 = 0
    var blockHeight: Int32 = 0
    GDALGetBlockSize(band, &blockWidth, &blockHeight)
    var success: Int32 = 0
    let noData = noDataValue(of: band, type)
    let scale = GDALGetRasterScale(band, &success)
    let offset = GDALGetRasterOffset(band, &success)
    let flags = GDALGetMaskFlags(band)
    let mask: Band.Mask =
        if flags & GMF_ALL_VALID != 0 { .none } else if flags & GMF_NODATA != 0 { .noData } else {
            .band
        }
    let table = attributeTable(of: band)
    let names = strings(GDALGetRasterCategoryNames(band)).enumerated().filter { $1 != "" }
    return Band(
        number: number, dataType: type, noData: noData,
        noDataInteger: seen?.noDataInteger ?? noDataInteger(of: band, type),
        validRange: seen?.validRange
            ?? ValidRange.ofStored(band, in: handle, type: type, scale: scale, offset: offset),
        mask: mask,
        isAlpha: GDALGetRasterColorInterpretation(band) == GCI_AlphaBand,
        blockWidth: Int(blockWidth), blockHeight: Int(blockHeight),
        scale: scale == 0 ? 1 : scale, offset: offset,
        unit: GDALGetRasterUnitType(band).map { String(cString: $0) } ?? "",
        title: GDALGetDescription(band).map { String(cString: $0) } ?? "",
        colors: colorTable(of: band) ?? table.colors,
        categoryNames: names.isEmpty
            ? table.names : Dictionary(uniqueKeysWithValues: names.map { ($0, $1) }),
        metadata: pairs(strings(GDALGetMetadata(band, nil))),
        overviewCount: Int(GDALGetOverviewCount(band)))
}

private func noDataValue(of band: GDALRasterBandH?, _ type: DataType) -> Double? {
    var success: Int32 = 0
    let value =
        switch type {
        case .int64: Double(GDALGetRasterNoDataValueAsInt64(band, &success))
        case .uint64: Double(GDALGetRasterNoDataValueAsUInt64(band, &success))
        default: GDALGetRasterNoDataValue(band, &success)
        }
    return success == 0 ? nil : value
}

private func noDataInteger(of band: GDALRasterBandH?, _ type: DataType) -> Int128? {
    var success: Int32 = 0
    let value: Int128? =
        switch type {
        case .int64: Int128(GDALGetRasterNoDataValueAsInt64(band, &success))
        case .uint64: Int128(GDALGetRasterNoDataValueAsUInt64(band, &success))
        default: nil
        }
    return success == 0 ? nil : value
}

private func colorTable(of band: GDALRasterBandH?) -> [Int: RGBA]? {
    guard let table = GDALGetRasterColorTable(band) else { return nil }
    var colors: [Int: RGBA] = [:]
    for code in 0..<GDALGetColorEntryCount(table) {
        guard let entry = GDALGetColorEntry(table, code)?.pointee else { continue }
        colors[Int(code)] = RGBA(
            red: UInt8(clamping: entry.c1), green: UInt8(clamping: entry.c2),
            blue: UInt8(clamping: entry.c3), alpha: UInt8(clamping: entry.c4))
    }
    return colors
}

/// Names and colours by value, where the band has an attribute table with such columns.
private func attributeTable(of band: GDALRasterBandH?) -> (
    names: [Int: String], colors: [Int: RGBA]
) {
    guard let table = GDALGetDefaultRAT(band) else { return ([:], [:]) }
    func column(_ use: GDALRATFieldUsage) -> Int32? {
        let index = GDALRATGetColOfUsage(table, use)
        return index < 0 ? nil : index
    }
    guard let value = column(GFU_MinMax) ?? column(GFU_Min) else { return ([:], [:]) }
    var names: [Int: String] = [:]
    var colors: [Int: RGBA] = [:]
    let channels = [GFU_Red, GFU_Green, GFU_Blue].compactMap(column)
    for row in 0..<GDALRATGetRowCount(table) {
        let code = Int(GDALRATGetValueAsInt(table, row, value))
        if let name = column(GFU_Name), let text = GDALRATGetValueAsString(table, row, name) {
            names[code] = String(cString: text)
        }
        if channels.count == 3 {
            let levels = channels.map { UInt8(clamping: GDALRATGetValueAsInt(table, row, $0)) }
            colors[code] = RGBA(red: levels[0], green: levels[1], blue: levels[2])
        }
    }
    return (names, colors)
}
