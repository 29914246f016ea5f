// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Files
internal import Glibc
internal import Synchronization

/// GDAL as a whole: which drivers it has, where it may go, and how much memory it may take.
///
/// `GDAL_DATA`, `PROJ_DATA`, `GDAL_CACHEMAX` and every other variable that GDAL and PROJ read from
/// the environment are honoured; ``configure(_:_:)`` goes before them.
public enum GDALRuntime {
    /// GDAL's own version, such as `3.6.2`.
    public static var version: String { String(cString: GDALVersionInfo("RELEASE_NAME")) }

    /// PROJ's own version, such as `9.1.1`.
    ///
    /// Asked for once: PROJ writes it anew into one place each time, while another thread may read it.
    public static let projVersion = proj_info().version.map { String(cString: $0) } ?? ""

    /// The version of GEOS that geometry runs on, or `nil` where GDAL was built without it.
    public static var geosVersion: String? {
        var major: Int32 = 0
        var minor: Int32 = 0
        var micro: Int32 = 0
        guard OGRGetGEOSVersion(&major, &minor, &micro) else { return nil }
        return "\(major).\(minor).\(micro)"
    }

    /// Sets a configuration option, as `--config KEY=VALUE` does.
    public static func configure(_ key: String, _ value: String) {
        CPLSetConfigOption(key, value)
        options.withLock { $0[key] = value }
    }

    /// Has writers put the same date into files at any time, so that the same data give the same bytes.
    package static func fixDates() {
        CPLSetConfigOption("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z")
    }

    /// What ``configure(_:_:)`` was called with, `KEY=VALUE`, in the order of the keys; without what
    /// decides speed and connections alone.
    package static var configured: [String] {
        options.withLock(\.self).filter { option in
            !idle.contains { option.key.uppercased().hasPrefix($0) }
        }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }

    /// How options begin that change no pixel.
    private static let idle = [
        "GDAL_CACHEMAX", "GDAL_HTTP", "GDAL_NUM_THREADS", "GDAL_SWATH_SIZE", "CPL_DEBUG",
        "VSI_CACHE",
    ]

    private static let options = Mutex<[String: String]>([:])

    /// Lets GDAL's cache of blocks grow to a size for as long as something is done, unless
    /// `GDAL_CACHEMAX` asks for another.
    package static func withCache<Result>(
        ofMegabytes size: Int, _ body: () throws -> Result
    ) rethrows -> Result {
        register()
        let usual = GDALGetCacheMax64()
        setCache(toMegabytes: size)
        defer { GDALSetCacheMax64(usual) }
        return try body()
    }

    private static func setCache(toMegabytes size: Int) {
        if CPLGetConfigOption("GDAL_CACHEMAX", nil) == nil {
            GDALSetCacheMax64(GIntBig(size) << 20)
        }
    }

    /// Lets GDAL and PROJ reach the network; without this call they may not.
    public static func allowNetwork() {
        register()
        CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_FILENAME", nil)
        CPLSetConfigOption("GML_DOWNLOAD_SCHEMA", nil)
        CPLHTTPSetFetchCallback(nil, nil)
        OSRSetPROJEnableNetwork(1)
    }

    /// Lets a VRT read sources that lie outside its own folder; without this call it may not.
    public static func allowSourcesOutside() { isOutsideAllowed.store(true, ordering: .relaxed) }

    static var mayLeaveFolder: Bool { isOutsideAllowed.load(ordering: .relaxed) }

    private static let isOutsideAllowed = Atomic(false)

    /// Makes ready to open a name, unless it is a pipe or a device, or leads to the network and nobody
    /// allowed that.
    ///
    /// GDAL's own rule holds for `/vsicurl/` and its like; the GeoJSON and netCDF drivers have doors
    /// of their own.
    static func register(toOpen name: String) throws(GDALError) {
        register()
        if let reason = specialFileReason(at: name) {
            throw GDALError(operation: "open", subject: name, reasons: [reason])
        }
        guard name.contains("://"), !name.lowercased().hasPrefix("vrt://"),
            let allowed = CPLGetConfigOption("CPL_VSIL_CURL_ALLOWED_FILENAME", nil),
            String(cString: allowed) == nothing
        else { return }
        throw GDALError(
            operation: "open", subject: name,
            reasons: [networkRefusal])
    }

    static let networkRefusal =
        "it lies on the network, which may not be used without --allow-network"

    /// Answers in the network's stead: whatever a driver would fetch is refused.
    private static let refuseFetch: CPLHTTPFetchCallbackFunc = { address, _, _, _, _, _, _ in
        let address = address.map { String(cString: $0) } ?? ""
        steppe_repeat_failure(CPLE_AppDefined, 0, "\(address): \(GDALRuntime.networkRefusal)")
        let memory = VSICalloc(1, MemoryLayout<CPLHTTPResult>.size)
        let result = memory?.bindMemory(to: CPLHTTPResult.self, capacity: 1)
        result?.pointee.nStatus = 1
        result?.pointee.pszErrBuf = VSIStrdup(GDALRuntime.networkRefusal)
        return result
    }

    /// Whether a name is a file that can be read more than once: no pipe, no standard input.
    static func isFile(_ name: String) -> Bool {
        if name.hasPrefix("/vsi") { return !name.hasPrefix("/vsistdin") }
        var status = stat()
        return stat(name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// The one name that may be fetched where none may.
    private static let nothing = "the network is not allowed"

    /// The short names of the drivers that are registered.
    public static var drivers: [String] {
        register()
        return (0..<GDALGetDriverCount()).compactMap { index in
            GDALGetDriver(index).map { String(cString: GDALGetDriverShortName($0)) }
        }
    }

    /// Does beforehand what the first use of GDAL and PROJ does once: some 7 ms.
    public static func prepare() {
        register()
        let reference = OSRNewSpatialReference(nil)
        OSRImportFromEPSG(reference, 4326)
        OSRDestroySpatialReference(reference)
    }

    /// The drivers that open a raster by name: all but that of PNG, which has no CRS and no nodata.
    static let rasterDrivers: [String] = drivers.filter { $0 != "PNG" }

    /// Registers the allow-list, once: fewer formats start faster and leave less to attack.
    static func register() { _ = registered }

    private static let registered: Void = {
        // What fails is thrown, with GDAL's own words; what GDAL merely remarks is not for users.
        if CPLGetConfigOption("CPL_DEBUG", nil) == nil { CPLSetErrorHandler(CPLQuietErrorHandler) }
        CheckedFiles.install()
        GDALRegister_GTiff()
        GDALRegister_COG()
        GDALRegister_VRT()
        GDALRegister_MEM()
        GDALRegister_HFA()
        GDALRegister_ENVI()
        GDALRegister_AAIGrid()
        GDALRegister_JP2OpenJPEG()
        GDALRegister_netCDF()
        GDALRegister_HDF4()
        GDALRegister_HDF4Image()
        // For the tiles of GeoPackages alone: see ``rasterDrivers``.
        GDALRegister_PNG()
        RegisterOGRGeoJSONSeq()
        RegisterOGRGeoJSON()
        RegisterOGRGeoPackage()
        RegisterOGRShape()
        RegisterOGROpenFileGDB()
        RegisterOGRFlatGeobuf()
        RegisterOGRCSV()
        RegisterOGRKML()
        RegisterOGRGML()
        RegisterOGRMEM()
        if CPLGetConfigOption("CPL_VSIL_CURL_ALLOWED_FILENAME", nil) == nil {
            CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_FILENAME", nothing)
            CPLSetConfigOption("GML_DOWNLOAD_SCHEMA", "NO")
            CPLHTTPSetFetchCallback(refuseFetch, nil)
        }
        CPLSetConfigOption("GDAL_VRT_ENABLE_PYTHON", "NO")
        OSRSetPROJEnableNetwork(0)
        // Measuring reads each block once; GDAL's own twentieth of the memory would fill all the same.
        setCache(toMegabytes: 48)
        // A raster's own file says what it is; a folder listing of a slow disk says no more.
        if CPLGetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", nil) == nil {
            CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "FALSE")
        }
    }()
}
