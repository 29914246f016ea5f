// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Files
public import PlaneGeometry

/// What a new raster is to be.
public struct RasterPlan: Sendable {
    public var width: Int, height: Int
    /// What a pixel is stored as.
    public var dataType: DataType
    /// From pixels to coordinates.
    public var transform: GeoTransform
    /// The CRS of the coordinates.
    public var crs: CRS
    /// The value that means "nothing here".
    public var noData: Double?
    /// What a stored value is worth: `stored × scale`.
    public var scale = 1.0
    /// Colours by value, for paletted rasters; only where pixels are `uint8` or `uint16`.
    public var colors: [Int: RGBA] = [:]
    /// Names by value, from 0 on.
    public var categoryNames: [Int: String] = [:]
    /// What the file says of itself.
    public var metadata: [String: String] = [:]
    /// What the band says of itself, such as its statistics.
    public var bandMetadata: [String: String] = [:]
    /// The unit of its values.
    public var unit = ""

    /// A raster of one band.
    public init(
        width: Int, height: Int, dataType: DataType, transform: GeoTransform, crs: CRS,
        noData: Double? = nil
    ) {
        self.width = width
        self.height = height
        self.dataType = dataType
        self.transform = transform
        self.crs = crs
        self.noData = noData
    }
}

extension Dataset {
    /// Creates a raster for writing; end with ``close()``.
    ///
    /// - Parameters:
    ///   - name: The path to create.
    ///   - driver: GDAL's short name of the format.
    ///   - plan: What it is to be.
    ///   - options: The driver's creation options, `KEY=VALUE`.
    /// - Throws: ``GDALError`` where it cannot be created.
    public init(
        creating name: String, driver: String = "GTiff", as plan: RasterPlan,
        options: [String] = []
    ) throws(GDALError) {
        GDALRuntime.register()
        let signed = plan.dataType == .int8 ? ["PIXELTYPE=SIGNEDBYTE"] : []
        let handle = try creating("create", on: name) {
            withCStrings(options + signed) { options in
                GDALCreate(
                    GDALGetDriverByName(driver), name,
                    Int32(plan.width), Int32(plan.height), 1,
                    plan.dataType.gdal, options)
            }
        }
        do {
            try fill(handle, with: plan, name: name)
            try self.init(adopting: handle, name: name)
        } catch {
            GDALClose(handle)
            throw error
        }
    }

    /// Keeps the first band's least, largest and mean value and its spread in the file.
    ///
    /// - Parameter values: Each value with how often it occurs; without any nothing is kept.
    /// - Throws: ``GDALError`` where the file cannot keep them.
    public func setStatistics(of values: [(value: Double, count: Double)]) throws(GDALError) {
        let counted = values.filter { $0.count > 0 }
        guard let low = counted.map(\.value).min(), let high = counted.map(\.value).max() else {
            return
        }
        let count = counted.reduce(0) { $0 + $1.count }
        let mean = counted.reduce(0) { $0 + $1.value * $1.count } / count
        let variance =
            counted.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) * $1.count } / count
        try writing("keep statistics in", on: info.name) {
            withHandle { handle in
                GDALSetRasterStatistics(
                    GDALGetRasterBand(handle, 1), low, high, mean, variance.squareRoot()) == CE_None
                    ? () : nil
            }
        }
    }

    /// Copies this raster into a new file of another format and reads that through:
    /// every pixel must be this raster's, and every overview whole.
    ///
    /// - Parameters:
    ///   - name: The path to create.
    ///   - driver: GDAL's short name of the format.
    ///   - options: The driver's creation options, `KEY=VALUE`.
    ///   - written: What ``finish()`` said was written into this raster: it need not be read again.
    /// - Throws: ``GDALError`` where it cannot be created, or anything was lost.
    package func copy(
        to name: String, driver: String, options: [String] = [],
        holding written: WrittenPixels? = nil
    ) throws(GDALError) {
        try writing("write", on: name) { () -> Void? in
            let copy = withHandle { source in
                withCStrings(options) { options in
                    name.withCString { path in
                        GDALCreateCopy(
                            GDALGetDriverByName(driver), path, source, 0, options,
                            { _, _, path in
                                // Work that cannot be kept any more is broken off.
                                let name = path?.assumingMemoryBound(to: CChar.self)
                                return name.map {
                                    CheckedFiles.isBeyondHope(String(cString: $0)) ? 0 : 1
                                } ?? 1
                            }, UnsafeMutableRawPointer(mutating: path))
                    }
                }
            }
            guard let copy else { return nil }
            return GDALClose(copy)
        }
        if let written { try written.check(name) } else { try compare(withCopy: name) }
    }
}

private func fill(
    _ handle: GDALDatasetH, with plan: RasterPlan, name: String
) throws(GDALError) {
    try writing("georeference", on: name) { () -> Void? in
        var coefficients = plan.transform.coefficients
        guard GDALSetGeoTransform(handle, &coefficients) == CE_None else { return nil }
        return plan.crs.withHandle { GDALSetSpatialRef(handle, $0) } == CE_None ? () : nil
    }
    try writing("describe", on: name) { describe(handle, by: plan) }
}

private func describe(_ handle: GDALDatasetH, by plan: RasterPlan) {
    for (key, value) in plan.metadata.sorted(by: { $0.key < $1.key }) {
        GDALSetMetadataItem(handle, key, value, nil)
    }
    let band = GDALGetRasterBand(handle, 1)
    describe(band, noData: plan.noData, colors: plan.colors)
    if plan.scale != 1 { GDALSetRasterScale(band, plan.scale) }
    if !plan.unit.isEmpty { GDALSetRasterUnitType(band, plan.unit) }
    for (key, value) in plan.bandMetadata.sorted(by: { $0.key < $1.key }) {
        GDALSetMetadataItem(band, key, value, nil)
    }
    if let last = plan.categoryNames.keys.max() {
        withCStrings((0...last).map { plan.categoryNames[$0] ?? "" }) { names in
            _ = GDALSetRasterCategoryNames(band, names)
        }
    }
}

/// Gives a band of a new raster its nodata value and its colours by value.
func describe(_ band: GDALRasterBandH?, noData: Double?, colors: [Int: RGBA]) {
    if let noData { GDALSetRasterNoDataValue(band, noData) }
    guard !colors.isEmpty else { return }
    let table = GDALCreateColorTable(GPI_RGB)
    defer { GDALDestroyColorTable(table) }
    for (code, color) in colors.sorted(by: { $0.key < $1.key }) {
        var entry = GDALColorEntry(
            c1: Int16(color.red), c2: Int16(color.green), c3: Int16(color.blue),
            c4: Int16(color.alpha))
        GDALSetColorEntry(table, Int32(code), &entry)
    }
    GDALSetRasterColorTable(band, table)
}
