// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Files

/// An open raster, and its only owner.
///
/// GDAL lets one thread at a time use a dataset. Not copyable and not `Sendable`, it keeps that
/// rule: open one for each worker.
public struct Dataset: ~Copyable {
    /// What was found when it was opened.
    public let info: RasterInfo
    private var handle: GDALDatasetH?
    /// Where it shows another raster's pixels: these.
    private let view: NearestReader?
    /// What was written into it; `nil` where it is only read.
    private let written: WrittenPixels?

    /// Opens a raster for reading.
    ///
    /// - Parameters:
    ///   - raster: A file, or one that is made of others.
    ///   - options: The driver's open options, `KEY=VALUE`.
    /// - Throws: ``GDALError`` where it is missing, damaged or no raster.
    public init(opening raster: Raster, options: [String] = []) throws(GDALError) {
        let view = try NearestReader(raster)
        try note([raster.name])
        var (handle, info) = try openDescribed(raster, options)
        // GDAL would heed a range that it misreads: the bands know the right one.
        if view == nil, info.bands.contains(where: { $0.validRange != nil }),
            !options.contains(ValidRange.ignoring)
        {
            GDALClose(handle)
            (handle, info) = try openDescribed(raster, options + [ValidRange.ignoring])
        }
        self.info = info
        self.handle = handle
        self.view = view
        written = nil
    }

    /// Opens a raster by its path, or by a name that GDAL knows.
    ///
    /// - Throws: ``GDALError`` where it is missing, damaged or no raster.
    public init(opening path: String, options: [String] = []) throws(GDALError) {
        try self.init(opening: Raster(path), options: options)
    }

    /// Opens a raster once more, for another thread: what is known of it need not be found again.
    ///
    /// - Throws: ``GDALError`` where it cannot be opened, or is another one by now.
    package init(reopening info: RasterInfo) throws(GDALError) {
        let view = try NearestReader(info.raster)
        let handle = try openRaster(info.name, info.openOptions, isKnown: true)
        do { try note(info.filesToWatch) } catch {
            GDALClose(handle)
            throw error
        }
        guard GDALGetRasterXSize(handle) == info.width, GDALGetRasterYSize(handle) == info.height,
            GDALGetRasterCount(handle) == info.bands.count
        else {
            GDALClose(handle)
            throw GDALError(
                operation: "open", subject: info.name, reasons: ["it changed while it was read"])
        }
        self.info = info
        self.handle = handle
        self.view = view
        written = nil
    }

    init(adopting handle: GDALDatasetH, name: String) throws(GDALError) {
        info = try describeRaster(handle, Raster(name))
        self.handle = handle
        view = nil
        written = WrittenPixels()
    }

    /// Reads a window of a band, row by row from the top left.
    ///
    /// - Precondition: `pixels` holds exactly the window.
    public func read<Value: Pixel>(
        _ window: Window, ofBand number: Int = 1, into pixels: inout MutableSpan<Value>
    ) throws(GDALError) {
        precondition(pixels.count == window.count, "\(pixels.count) pixels cannot hold \(window)")
        try pixels.withUnsafeMutableBytes { memory throws(GDALError) in
            guard let start = memory.baseAddress else { return }
            try read(
                window, number, as: Value.dataType.gdal, into: start,
                rowBytes: window.width * Value.dataType.size)
        }
    }

    /// Reads a window of a band into memory that holds at least as much.
    func read<Value: Pixel>(
        _ window: Window, ofBand number: Int, into pixels: UnsafeMutableBufferPointer<Value>
    ) throws(GDALError) {
        precondition(pixels.count >= window.count, "\(pixels.count) pixels cannot hold \(window)")
        guard let start = pixels.baseAddress else { return }
        try read(
            window, number, as: Value.dataType.gdal, into: start,
            rowBytes: window.width * Value.dataType.size)
    }

    private func read(
        _ window: Window, _ number: Int, as type: GDALDataType,
        into memory: UnsafeMutableRawPointer, rowBytes: Int, isMask: Bool = false
    ) throws(GDALError) {
        try calling("read \(window) of", on: info.name) {
            // An alpha band that tells what lies off the source is the view's own.
            if let view, let band = view.band(number, isMask: isMask) {
                let nothing = isMask ? .value(0) : info.bands[number - 1].nothing
                return view.read(
                    window, of: band, as: type, into: memory, rowBytes: rowBytes, nothing: nothing)
                    ? () : nil
            }
            let plain = GDALGetRasterBand(handle, Int32(number))
            let band = isMask ? GDALGetMaskBand(plain) : plain
            let status = GDALRasterIO(
                band, GF_Read, Int32(window.column), Int32(window.row),
                Int32(window.width), Int32(window.height), memory, Int32(window.width),
                Int32(window.height), type, GDALGetDataTypeSizeBytes(type), Int32(rowBytes))
            return status == CE_None && !failureWasHeard ? () : nil
        }
    }

    /// Reads a window of a band as it is stored, with `rowBytes` from one row to the next.
    ///
    /// - Precondition: `memory` holds the window's rows.
    package func readStored(
        _ window: Window, ofBand number: Int, into memory: UnsafeMutableRawBufferPointer,
        rowBytes: Int
    ) throws(GDALError) {
        let type = info.bands[number - 1].dataType
        precondition(memory.count >= (window.height - 1) * rowBytes + window.width * type.size)
        guard let start = memory.baseAddress else { return }
        try read(window, number, as: type.gdal, into: start, rowBytes: rowBytes)
    }

    /// Reads one native block as it is stored, past GDAL's block cache.
    ///
    /// A block at the right or bottom edge is padded to its full size.
    package func readBlock(
        column: Int, row: Int, ofBand number: Int, into memory: UnsafeMutableRawBufferPointer
    ) throws(GDALError) {
        let band = info.bands[number - 1]
        precondition(memory.count >= band.blockWidth * band.blockHeight * band.dataType.size)
        let handle = GDALGetRasterBand(handle, Int32(number))
        try calling("read block \(column), \(row) of", on: info.name) {
            GDALReadBlock(handle, Int32(column), Int32(row), memory.baseAddress) == CE_None
                && !failureWasHeard ? () : nil
        }
    }

    /// Reads a window of a band's mask: 0 where nothing is known.
    package func readMask(
        _ window: Window, ofBand number: Int, into memory: UnsafeMutableBufferPointer<UInt8>
    ) throws(GDALError) {
        precondition(memory.count >= window.count, "\(memory.count) bytes cannot hold \(window)")
        guard let start = memory.baseAddress else { return }
        try read(
            window, number, as: GDT_Byte, into: start, rowBytes: window.width, isMask: true)
    }

    /// Writes a window of a band, row by row from the top left.
    public func write<Value: Pixel>(
        _ window: Window, ofBand number: Int = 1, from pixels: Span<Value>
    ) throws(GDALError) {
        precondition(pixels.count == window.count, "\(pixels.count) pixels do not fill \(window)")
        let band = GDALGetRasterBand(handle, Int32(number))
        try writing("write \(window) of", on: info.name) {
            let status = pixels.withUnsafeBytes {
                GDALRasterIO(
                    band, GF_Write, Int32(window.column), Int32(window.row), Int32(window.width),
                    Int32(window.height), UnsafeMutableRawPointer(mutating: $0.baseAddress),
                    Int32(window.width), Int32(window.height), Value.dataType.gdal, 0, 0)
            }
            return status == CE_None ? () : nil
        }
        pixels.withUnsafeBytes {
            written?.add(window, ofBand: number, as: Value.dataType, $0)
        }
    }

    /// Says that pixels were changed by other means than ``write(_:ofBand:from:)``.
    func forgetWritten() { written?.forget() }

    /// Lends this module the handle for the length of a call.
    func withHandle<Result: ~Copyable>(_ body: (GDALDatasetH?) -> Result) -> Result {
        body(handle)
    }

    /// Writes what is pending, and reads a raster that was written through: every pixel must be as it
    /// was handed in.
    ///
    /// - Throws: ``GDALError`` where the disk was full, or anything was lost: `deinit` could tell nobody.
    public consuming func close() throws(GDALError) {
        let name = info.name
        let written = try finish()
        try written?.check(name)
    }

    /// Writes what is pending, without reading it: for what is read at once, and does not stay.
    ///
    /// - Returns: What was written, to be held against a copy.
    @discardableResult
    package consuming func finish() throws(GDALError) -> WrittenPixels? {
        let (name, written) = (info.name, written)
        let closing = handle.take()
        try writing("finish", on: name) { GDALClose(closing) }
        return written
    }

    deinit { if let handle { GDALClose(handle) } }
}

private func openDescribed(
    _ raster: Raster, _ options: [String]
) throws(GDALError) -> (GDALDatasetH, RasterInfo) {
    let handle = try openRaster(raster.name, options)
    do {
        let info = try describeRaster(handle, raster, openOptions: options)
        try checkReads(of: raster.name)
        try note(info.filesToWatch)
        return (handle, info)
    } catch {
        GDALClose(handle)
        throw error
    }
}

/// Notes files that are opened, where a watch is kept over the inputs.
func note(_ files: [String]) throws(GDALError) {
    do { try InputWatch.current?.note(files) } catch {
        throw GDALError(
            operation: "go on with", subject: error.path, reasons: [error.message],
            kind: error.failureKind)
    }
}

extension RasterInfo {
    /// Its files, and those beside it that would change what it says if they came up.
    fileprivate var filesToWatch: [String] {
        files + (name.hasPrefix("/vsi") ? [] : ["aux.xml", "ovr", "msk"].map { "\(name).\($0)" })
    }
}

/// Opens a raster; one that is known was looked at before.
func openRaster(
    _ name: String, _ options: [String], isKnown: Bool = false
) throws(GDALError) -> GDALDatasetH {
    try GDALRuntime.register(toOpen: name)
    if !isKnown { try VirtualRaster.check(name) }
    try checkReads(of: name)
    return try opening(name) {
        withCStrings(options) { options in
            withCStrings(GDALRuntime.rasterDrivers) { drivers in
                GDALOpenEx(
                    name, UInt32(GDAL_OF_RASTER | GDAL_OF_VERBOSE_ERROR), constantStrings(drivers),
                    constantStrings(options), nil)
            }
        }
    }
}
