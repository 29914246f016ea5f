// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Foundation
internal import PlaneGeometry
internal import Synchronization

/// A raster of single-precision numbers that are computed, as they are read, from other rasters on
/// the same grid.
///
/// It takes no memory of its own: GDAL's writers stream it block by block.
package final class DerivedRaster: Sendable {
    /// A band that pixels are computed from.
    package struct Source: Sendable {
        let name: String
        let band: Int
        let isMask: Bool

        /// A band's stored values, or with `mask` its mask: 0 where nothing is known.
        package init(_ name: String, band: Int = 1, mask isMask: Bool = false) {
            self.name = name
            self.band = band
            self.isMask = isMask
        }
    }

    /// Computes a run of pixels: the sources' values one after the other, and room for the results.
    package typealias Computation =
        @Sendable (_ sources: [UnsafePointer<Double>], _ result: UnsafeMutableBufferPointer<Float>)
        -> Void

    /// The same, from whole numbers of 32 bits: faster where sources are codes.
    package typealias CodeComputation =
        @Sendable (_ sources: [UnsafePointer<Int32>], _ result: UnsafeMutableBufferPointer<Float>)
        -> Void

    /// The same, from bytes: faster still where all sources are stored so.
    package typealias ByteComputation =
        @Sendable (_ sources: [UnsafePointer<UInt8>], _ result: UnsafeMutableBufferPointer<Float>)
        -> Void

    /// The name to open it by, in this process, for as long as this object lives.
    package let name: String
    private let key: Int

    /// A raster of numbers computed from codes.
    ///
    /// - Parameters:
    ///   - sources: On the plan's grid.
    ///   - plan: Its grid, nodata, metadata and statistics.
    ///   - compute: Called from several threads.
    /// - Throws: ``GDALError`` where memory is full.
    package convenience init(
        codes sources: [Source], as plan: RasterPlan, compute: @escaping CodeComputation
    ) throws(GDALError) {
        try self.init(sources, as: plan, .codes(compute))
    }

    /// A raster of numbers computed from bytes.
    package convenience init(
        bytes sources: [Source], as plan: RasterPlan, compute: @escaping ByteComputation
    ) throws(GDALError) {
        try self.init(sources, as: plan, .bytes(compute))
    }

    /// A raster of numbers computed from numbers.
    package convenience init(
        values sources: [Source], as plan: RasterPlan, compute: @escaping Computation
    ) throws(GDALError) {
        try self.init(sources, as: plan, .values(compute))
    }

    private init(
        _ sources: [Source], as plan: RasterPlan, _ way: Way
    ) throws(GDALError) {
        GDALRuntime.register()
        _ = isRegistered
        key = computations.withLock { known in
            known.last += 1
            known.ways[known.last] = way
            return known.last
        }
        name = VirtualRaster.newName()
        let text = Array(document(sources, plan, key, way).utf8)
        let stored = text.withUnsafeBufferPointer { bytes -> Bool in
            guard let file = VSIFOpenL(name, "wb") else { return false }
            defer { VSIFCloseL(file) }
            return VSIFWriteL(bytes.baseAddress, 1, bytes.count, file) == bytes.count
        }
        guard stored else {
            throw GDALError(operation: "derive", subject: name, reasons: ["memory is full"])
        }
    }

    deinit {
        VSIUnlink(name)
        _ = computations.withLock { $0.ways.removeValue(forKey: key) }
    }
}

private enum Way: Sendable {
    case bytes(DerivedRaster.ByteComputation)
    case codes(DerivedRaster.CodeComputation)
    case values(DerivedRaster.Computation)

    var type: String {
        switch self {
        case .bytes: "Byte"
        case .codes: "Int32"
        case .values: "Float64"
        }
    }
}

private struct Computations {
    var last = 0
    var ways: [Int: Way] = [:]
}

private let computations = Mutex(Computations())

private let isRegistered: Bool =
    GDALAddDerivedBandPixelFuncWithArgs("steppe", computePixels, nil) == CE_None

/// GDAL's call for a window: in one go, or row by row, to the one who computes.
private func computePixels(
    _ sources: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ count: Int32,
    _ data: UnsafeMutableRawPointer?, _ width: Int32, _ height: Int32, _ sourceType: GDALDataType,
    _ resultType: GDALDataType, _ pixelStep: Int32, _ lineStep: Int32,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CPLErr {
    guard let sources, let data, let arguments,
        let word = CSLFetchNameValue(arguments, "key"),
        let key = Int(String(cString: word)), let way = computations.withLock({ $0.ways[key] })
    else { return CE_Failure }
    let (columns, rows) = (Int(width), Int(height))
    let isPlain = resultType == GDT_Float32 && pixelStep == 4
    if isPlain && Int(lineStep) == 4 * columns {
        let start = data.assumingMemoryBound(to: Float.self)
        way.compute(
            sources, Int(count), 0, UnsafeMutableBufferPointer(start: start, count: rows * columns))
        return CE_None
    }
    var line = [Float](repeating: .nan, count: isPlain ? 0 : columns)
    for row in 0..<rows {
        let target = data + row * Int(lineStep)
        if isPlain {
            let start = target.assumingMemoryBound(to: Float.self)
            way.compute(
                sources, Int(count), row * columns,
                UnsafeMutableBufferPointer(start: start, count: columns))
        } else {
            line.withUnsafeMutableBufferPointer { buffer in
                way.compute(sources, Int(count), row * columns, buffer)
                GDALCopyWords(
                    buffer.baseAddress, GDT_Float32, 4, target, resultType, pixelStep, width)
            }
        }
    }
    return CE_None
}

extension Way {
    fileprivate func compute(
        _ sources: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ count: Int, _ first: Int,
        _ result: UnsafeMutableBufferPointer<Float>
    ) {
        func rows<Value>(of type: Value.Type) -> [UnsafePointer<Value>] {
            (0..<count).compactMap { index in
                sources[index].map { UnsafePointer($0.assumingMemoryBound(to: type) + first) }
            }
        }
        switch self {
        case .bytes(let compute): compute(rows(of: UInt8.self), result)
        case .codes(let compute): compute(rows(of: Int32.self), result)
        case .values(let compute): compute(rows(of: Double.self), result)
        }
    }
}

/// The virtual dataset's XML.
private func document(
    _ sources: [DerivedRaster.Source], _ plan: RasterPlan, _ key: Int, _ way: Way
) -> String {
    func items(_ metadata: [String: String]) -> String {
        let lines = metadata.sorted { $0.key < $1.key }.map {
            "<MDI key=\"\(escaped($0.key))\">\(escaped($0.value))</MDI>"
        }
        return lines.isEmpty ? "" : "<Metadata>\(lines.joined())</Metadata>"
    }
    let size = "xOff=\"0\" yOff=\"0\" xSize=\"\(plan.width)\" ySize=\"\(plan.height)\""
    let bands = sources.map { source in
        "<SimpleSource><SourceFilename relativeToVRT=\"0\">\(escaped(source.name))"
            + "</SourceFilename><SourceBand>\(source.isMask ? "mask," : "")\(source.band)"
            + "</SourceBand><SrcRect \(size)/><DstRect \(size)/></SimpleSource>"
    }
    return "<VRTDataset rasterXSize=\"\(plan.width)\" rasterYSize=\"\(plan.height)\">"
        + "<SRS>\(escaped(plan.crs.wkt))</SRS><GeoTransform>"
        + plan.transform.coefficients.map { "\($0)" }.joined(separator: ", ") + "</GeoTransform>"
        + items(plan.metadata)
        // Writers take a source's blocks for those of the overviews.
        + "<VRTRasterBand dataType=\"Float32\" band=\"1\" blockXSize=\"\(min(512, plan.width))\" "
        + "blockYSize=\"\(min(512, plan.height))\" subClass=\"VRTDerivedRasterBand\">"
        + items(plan.bandMetadata)
        + (plan.noData.map { "<NoDataValue>\($0)</NoDataValue>" } ?? "")
        + (plan.unit.isEmpty ? "" : "<UnitType>\(escaped(plan.unit))</UnitType>")
        + "<ColorInterp>Gray</ColorInterp><PixelFunctionType>steppe</PixelFunctionType>"
        + "<PixelFunctionArguments key=\"\(key)\"/>"
        + "<SourceTransferType>\(way.type)</SourceTransferType>"
        + bands.joined() + "</VRTRasterBand></VRTDataset>"
}

private func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;")
        .replacingOccurrences(of: "<", with: "&lt;")
        .replacingOccurrences(of: ">", with: "&gt;")
        .replacingOccurrences(of: "\"", with: "&quot;")
}
