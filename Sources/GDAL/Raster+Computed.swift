// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import Foundation
internal import PlaneGeometry
internal import Synchronization

extension Raster {
    /// A band that pixels are computed from.
    package struct Source: Sendable {
        let raster: Raster
        let band: Int
        let isMask: Bool

        /// A band's stored values, or with `mask` its mask: 0 where nothing is known.
        package init(_ raster: Raster, band: Int = 1, mask isMask: Bool = false) {
            self.raster = raster
            self.band = band
            self.isMask = isMask
        }
    }

    /// A raster of single-precision numbers that are computed, as they are read, from other rasters on
    /// the same grid.
    ///
    /// It takes no memory of its own: GDAL's writers stream it block by block.
    ///
    /// - Parameters:
    ///   - sources: On the plan's grid.
    ///   - plan: Its grid, nodata, metadata and statistics.
    ///   - compute: Called from several threads.
    /// - Returns: A raster that is computed anew whenever it is read.
    /// - Throws: ``GDALError`` where memory is full.
    package static func computed(
        from sources: [Source], as plan: RasterPlan, by compute: PixelRule.Computation
    ) throws(GDALError) -> Raster {
        GDALRuntime.register()
        _ = isRegistered
        let rule = PixelRule(compute)
        let name = VirtualRaster.newName()
        let text = Array(document(sources, plan, rule).utf8)
        let isStored = text.withUnsafeBufferPointer { bytes -> Bool in
            guard let file = VSIFOpenL(name, "wb") else { return false }
            defer { VSIFCloseL(file) }
            return VSIFWriteL(bytes.baseAddress, 1, bytes.count, file) == bytes.count
        }
        guard isStored else {
            throw GDALError(operation: "derive", subject: name, reasons: ["memory is full"])
        }
        return Raster(Assembly(name, of: sources.map(\.raster), by: rule))
    }
}

/// What computes pixels for a virtual dataset, which finds it by its key.
package final class PixelRule: AssemblyWork {
    /// Computes a run of pixels: the sources' values one after the other, and room for the results.
    package typealias Run<Value> =
        @Sendable (_ sources: [UnsafePointer<Value>], _ result: UnsafeMutableBufferPointer<Float>)
        -> Void

    /// A computation from sources that are read as numbers of one type: the smallest that holds them is
    /// the fastest.
    package enum Computation: Sendable {
        case bytes(Run<UInt8>)
        case codes(Run<Int32>)
        case values(Run<Double>)
    }

    /// GDAL's call for pixels brings no more than text: the rules that live, by their keys.
    private static let rules = Mutex<(last: Int, computations: [Int: Computation])>((0, [:]))

    let key: Int
    let sourceType: String

    init(_ computation: Computation) {
        key = Self.rules.withLock { rules in
            rules.last += 1
            rules.computations[rules.last] = computation
            return rules.last
        }
        sourceType =
            switch computation {
            case .bytes: "Byte"
            case .codes: "Int32"
            case .values: "Float64"
            }
    }

    static func computation(ofKey key: Int) -> Computation? {
        rules.withLock { $0.computations[key] }
    }

    deinit {
        _ = Self.rules.withLock { $0.computations.removeValue(forKey: key) }
    }
}

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
        let key = Int(String(cString: word)),
        let computation = PixelRule.computation(ofKey: key)
    else { return CE_Failure }
    let (columns, rows) = (Int(width), Int(height))
    let isPlain = resultType == GDT_Float32 && pixelStep == 4
    if isPlain && Int(lineStep) == 4 * columns {
        let start = data.assumingMemoryBound(to: Float.self)
        computation.fill(
            sources, Int(count), 0, UnsafeMutableBufferPointer(start: start, count: rows * columns))
        return CE_None
    }
    var line = [Float](repeating: .nan, count: isPlain ? 0 : columns)
    for row in 0..<rows {
        let target = data + row * Int(lineStep)
        if isPlain {
            let start = target.assumingMemoryBound(to: Float.self)
            computation.fill(
                sources, Int(count), row * columns,
                UnsafeMutableBufferPointer(start: start, count: columns))
        } else {
            line.withUnsafeMutableBufferPointer { buffer in
                computation.fill(sources, Int(count), row * columns, buffer)
                GDALCopyWords(
                    buffer.baseAddress, GDT_Float32, 4, target, resultType, pixelStep, width)
            }
        }
    }
    return CE_None
}

extension PixelRule.Computation {
    fileprivate func fill(
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
    _ sources: [Raster.Source], _ plan: RasterPlan, _ rule: PixelRule
) -> String {
    func items(_ metadata: [String: String]) -> String {
        let lines = metadata.sorted { $0.key < $1.key }.map {
            "<MDI key=\"\(escaped($0.key))\">\(escaped($0.value))</MDI>"
        }
        return lines.isEmpty ? "" : "<Metadata>\(lines.joined())</Metadata>"
    }
    let size = "xOff=\"0\" yOff=\"0\" xSize=\"\(plan.width)\" ySize=\"\(plan.height)\""
    let bands = sources.map { source in
        "<SimpleSource><SourceFilename relativeToVRT=\"0\">\(escaped(source.raster.name))"
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
        + "<PixelFunctionArguments key=\"\(rule.key)\"/>"
        + "<SourceTransferType>\(rule.sourceType)</SourceTransferType>"
        + bands.joined() + "</VRTRasterBand></VRTDataset>"
}

private func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;")
        .replacingOccurrences(of: "<", with: "&lt;")
        .replacingOccurrences(of: ">", with: "&gt;")
        .replacingOccurrences(of: "\"", with: "&quot;")
}
