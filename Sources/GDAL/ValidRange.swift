// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL

/// The valid range of a netCDF variable that is packed, where the file gives it in unpacked values.
///
/// `valid_range`, `valid_min` and `valid_max` are packed values if they are stored as the packed type is,
/// and unpacked ones if they are stored as the wider type of `scale_factor`. GDAL takes all of them for
/// packed, so that nearly nothing of an NDVI within −0.2…1 is valid.
///
/// - Source: NetCDF Users' Guide, "Attribute Conventions".
enum ValidRange {
    /// Keeps GDAL from heeding any range.
    static let ignoring = "HONOUR_VALID_RANGE=NO"

    /// The range of a band in stored values; `nil` where GDAL heeds it rightly, or there is none.
    static func ofStored(
        _ band: GDALRasterBandH?, in handle: GDALDatasetH, type: DataType, scale: Double,
        offset: Double
    ) -> ClosedRange<Double>? {
        guard !type.isFloatingPoint, scale != 0, scale != 1 || offset != 0,
            let driver = GDALGetDatasetDriver(handle),
            String(cString: GDALGetDriverShortName(driver)) == "netCDF",
            let variable = item("NETCDF_VARNAME", of: band)
        else { return nil }
        let names = ["valid_range", "valid_min", "valid_max"].filter { item($0, of: band) != nil }
        guard !names.isEmpty, areUnpacked(names, of: variable, in: handle) else { return nil }
        func number(_ name: String) -> Double? { item(name, of: band).flatMap(Double.init) }
        let pair = item("valid_range", of: band).map {
            $0.split(whereSeparator: { "{}, ".contains($0) }).compactMap { Double($0) }
        }
        let (low, high) =
            pair?.count == 2
            ? (pair?[0] ?? -.infinity, pair?[1] ?? .infinity)
            : (number("valid_min") ?? -.infinity, number("valid_max") ?? .infinity)
        let ends = [(low - offset) / scale, (high - offset) / scale]
        // A limit such as 0.3 is not 3000 × 0.0001 to the last bit.
        let slack = 1e-6
        return min(ends[0], ends[1]) - slack...max(ends[0], ends[1]) + slack
    }

    private static func item(_ name: String, of band: GDALRasterBandH?) -> String? {
        GDALGetMetadataItem(band, name, nil).map { String(cString: $0) }
    }

    /// Whether the attributes are stored as numbers with fractions, unlike the packed integers.
    private static func areUnpacked(
        _ names: [String], of variable: String, in handle: GDALDatasetH
    ) -> Bool {
        let files = GDALGetFileList(handle)
        defer { CSLDestroy(files) }
        guard let file = strings(files).first,
            let source = GDALOpenEx(file, UInt32(GDAL_OF_MULTIDIM_RASTER), nil, nil, nil)
        else { return false }
        defer { GDALClose(source) }
        let root = GDALDatasetGetRootGroup(source)
        defer { GDALGroupRelease(root) }
        guard let root,
            let array = GDALGroupResolveMDArray(root, variable, "/", nil)
        else { return false }
        defer { GDALMDArrayRelease(array) }
        return names.contains { name in
            guard let attribute = GDALMDArrayGetAttribute(array, name) else { return false }
            defer { GDALAttributeRelease(attribute) }
            let type = GDALAttributeGetDataType(attribute)
            defer { GDALExtendedDataTypeRelease(type) }
            let number = GDALExtendedDataTypeGetNumericDataType(type)
            return number == GDT_Float32 || number == GDT_Float64
        }
    }
}
