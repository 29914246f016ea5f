// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL

extension Dataset {
    /// Copies this raster of one band, without a mask, into a new Cloud Optimized GeoTIFF, and reads
    /// that through: every pixel must be this raster's, and every overview whole.
    ///
    /// Overviews are made here, each from the one before, as files of their own beside `name` that are
    /// gone in the end. GDAL 3.6 would keep them all in one, and ends the process where the disk is
    /// full before that has its last directory.
    ///
    /// - Parameters:
    ///   - name: The path to create.
    ///   - options: Creation options of GDAL's COG driver, `KEY=VALUE`; none that would warp.
    ///   - written: What ``finish()`` said was written into this raster: it need not be read again.
    /// - Throws: ``GDALError`` where it cannot be created, or anything was lost.
    package func copy(
        toCOG name: String, options: [String], holding written: WrittenPixels? = nil
    ) throws(GDALError) {
        let asked = pairs(options)
        if let warps = Self.warping.first(where: { asked[$0] != nil }) {
            throw GDALError(
                operation: "create", subject: name,
                reasons: ["\(warps) would warp it, and other pixels have no known areas"])
        }
        if let rule = asked["OVERVIEW_RESAMPLING"], !Self.rules.contains(rule.uppercased()) {
            throw GDALError(
                operation: "create", subject: name,
                reasons: [
                    "OVERVIEW_RESAMPLING is '\(rule)'; give \(Self.rules.joined(separator: ", "))"
                ])
        }
        try creating("create", on: name) {
            withCStrings(options) {
                _ = GDALValidateCreationOptions(GDALGetDriverByName("COG"), $0)
            }
        }
        let overviews = try WrittenOverviews(of: self, by: asked, beside: name)
        let kept = options.filter {
            !$0.hasPrefix("OVERVIEWS=") && !$0.hasPrefix("OVERVIEW_COUNT=")
        }
        guard let view = overviews.view else {
            return try copy(
                to: name, driver: "COG", options: kept + ["OVERVIEWS=NONE"], holding: written)
        }
        try Dataset(opening: view).copy(
            to: name, driver: "COG", options: kept + ["OVERVIEWS=FORCE_USE_EXISTING"],
            holding: written)
    }

    /// How an overview's pixel may be made of those that it covers.
    private static let rules = [
        "NEAREST", "AVERAGE", "MODE", "BILINEAR", "CUBIC", "CUBICSPLINE", "LANCZOS", "RMS", "GAUSS",
    ]

    /// What has GDAL's COG driver put pixels elsewhere.
    private static let warping = ["TILING_SCHEME", "TARGET_SRS", "RES", "EXTENT"]
}

/// A raster's overviews as files, and a view that shows the raster with them, for as long as this
/// lives.
private struct WrittenOverviews: ~Copyable {
    /// The name to open the raster with its overviews by; `nil` where it needs none.
    private(set) var view: String?
    private var files: [String] = []

    /// Makes the overviews that GDAL's COG driver would make: sides halved, rounded down, until a
    /// block holds the whole.
    init(
        of raster: borrowing Dataset, by options: [String: String], beside name: String
    ) throws(GDALError) {
        let sizes = Self.sizes(of: raster.info, by: options)
        guard !sizes.isEmpty else { return }
        let band = raster.info.bands[0]
        let threads = options["NUM_THREADS"] ?? "1"
        var finer: GDALDatasetH?
        defer { GDALClose(finer) }
        for (level, size) in sizes.enumerated() {
            let file = "\(name).overview\(level + 1).tif"
            files.append(file)
            let overview = try Self.create(file, size, as: band, threads: threads)
            let closing = finer
            defer { GDALClose(closing) }
            finer = overview
            try writing("write an overview of", on: name) { () -> Void? in
                let source = raster.withHandle { GDALGetRasterBand(closing ?? $0, 1) }
                let target = GDALGetRasterBand(overview, 1)
                return Self.shrink(source, to: target, by: options, threads: threads)
                    && GDALFlushRasterCache(target) == CE_None ? () : nil
            }
        }
        let closing = finer.take()
        try writing("finish", on: name) { GDALClose(closing) }
        view = try Self.view(of: raster, with: files)
    }

    deinit {
        for file in files + (view.map { [$0] } ?? []) { VSIUnlink(file) }
    }

    private static func sizes(
        of info: RasterInfo, by options: [String: String]
    ) -> [(width: Int, height: Int)] {
        let block = max(1, options["BLOCKSIZE"].flatMap { Int($0) } ?? 512)
        let count = options["OVERVIEW_COUNT"].flatMap { Int($0) } ?? -1
        guard !["NONE", "FORCE_USE_EXISTING"].contains(options["OVERVIEWS"]?.uppercased()) else {
            return []
        }
        var sizes: [(width: Int, height: Int)] = []
        var (width, height) = (info.width, info.height)
        while count < 0
            ? max(width, height) > block : sizes.count < count && max(width, height) > 1
        {
            (width, height) = (max(1, width / 2), max(1, height / 2))
            sizes.append((width, height))
        }
        return sizes
    }

    private static func shrink(
        _ source: GDALRasterBandH?, to target: GDALRasterBandH?, by options: [String: String],
        threads: String
    ) -> Bool {
        var settings = ["GDAL_NUM_THREADS": threads]
        let (width, height) = (GDALGetRasterBandXSize(source), GDALGetRasterBandYSize(source))
        // GDAL computes a row that lies across two strips of its source from one of them alone. One strip
        // has it work by blocks instead where that would not fit into memory, but not with colours.
        if GDALGetRasterColorTable(source) == nil, width > 512 || height < 1 << 18 {
            settings["GDAL_OVR_CHUNKYSIZE"] = "\(height)"
        }
        let before = settings.map { key, value in
            let before = CPLGetThreadLocalConfigOption(key, nil).map { String(cString: $0) }
            CPLSetThreadLocalConfigOption(key, value)
            return (key, before)
        }
        defer { for (key, value) in before { CPLSetThreadLocalConfigOption(key, value) } }
        var targets = [target]
        let rule = options["OVERVIEW_RESAMPLING"] ?? "NEAREST"
        return GDALRegenerateOverviews(source, 1, &targets, rule, nil, nil) == CE_None
    }

    private static func create(
        _ file: String, _ size: (width: Int, height: Int), as band: Band, threads: String
    ) throws(GDALError) -> GDALDatasetH {
        let options =
            [
                "TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256", "COMPRESS=DEFLATE", "ZLEVEL=1",
                "BIGTIFF=YES", "NUM_THREADS=\(threads)",
            ]
            + (band.dataType == .int8 ? ["PIXELTYPE=SIGNEDBYTE"] : [])
        return try writing("create an overview in", on: file) {
            withCStrings(options) { options in
                GDALCreate(
                    GDALGetDriverByName("GTiff"), file, Int32(size.width), Int32(size.height), 1,
                    band.dataType.gdal, options)
            }.map { overview in
                describe(GDALGetRasterBand(overview, 1), noData: band.noData, colors: band.colors)
                return overview
            }
        }
    }

    /// A VRT in memory of a raster and its overviews.
    private static func view(
        of raster: borrowing Dataset, with overviews: [String]
    ) throws(GDALError) -> String {
        let view = VirtualRaster.newName()
        try writing("write", on: view) { () -> Void? in
            guard
                let copy = raster.withHandle({
                    GDALCreateCopy(GDALGetDriverByName("VRT"), view, $0, 1, nil, nil, nil)
                })
            else { return nil }
            GDALClose(copy)
            guard let tree = CPLParseXMLFile(view) else { return nil }
            defer { CPLDestroyXMLNode(tree) }
            let band = CPLGetXMLNode(CPLGetXMLNode(tree, "=VRTDataset"), "VRTRasterBand")
            for file in overviews {
                let overview = CPLCreateXMLNode(band, CXT_Element, "Overview")
                CPLCreateXMLElementAndValue(overview, "SourceFilename", file)
                CPLCreateXMLElementAndValue(overview, "SourceBand", "1")
            }
            return CPLSerializeXMLTreeToFile(tree, view) != 0 ? () : nil
        }
        return view
    }
}
