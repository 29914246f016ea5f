// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Ecology
internal import Foundation
internal import GDAL
internal import Tables
internal import Zonal

/// Fractional vegetation cover from NDVI, as a raster: what `steppe cover` writes.
///
/// Several dates are composited by their maximum. Rasters are read and written a strip at a time,
/// in memory that does not grow with the raster's height; the end members stand in the file's
/// metadata, so that years can be compared like with like.
public struct CoverRun: Sendable {
    /// Where the end members come from.
    public enum Members: Sendable {
        /// A pair that is known.
        case fixed(EndMembers)
        /// Percentiles of the composite, 0…100: makes years incomparable.
        case percentilesOfScene(low: Double, high: Double)
        /// Percentiles of the valid pixels of all the dates together.
        case percentilesOfAllDates(low: Double, high: Double)
    }

    /// How cover is stored.
    public enum Storage: String, CaseIterable, Sendable {
        /// Fractions 0…1; NaN is nodata.
        case float32
        /// Whole percent; 255 is nodata.
        case percent = "uint8"
        /// Ten-thousandths with a scale of 0.0001; −32768 is nodata.
        case tenThousandths = "int16"
    }

    /// The dates of the composite: each a file, or the tiles of one.
    public var dates: [[String]]
    /// Where the end members come from.
    public var members: Members
    /// What stored NDVI is worth, where the raster does not say.
    public var scale: Double?
    /// How cover is stored.
    public var storage = Storage.float32
    /// Linear, or squared.
    public var model = CoverModel.linear
    /// Whether the file is a Cloud Optimized GeoTIFF.
    public var isCOG = false
    /// What a raster without a CRS is taken for.
    public var rasterCRS: String?

    /// Cover of some dates by end members.
    public init(of dates: [[String]], members: Members) {
        self.dates = dates
        self.members = members
    }

    /// What was done.
    public struct Outcome: Sendable {
        /// The pair that was used.
        public let members: EndMembers
        /// Pixels with a value.
        public let valid: Int
        /// The mean of those pixels' cover, each counting alike.
        public let mean: Double?
        /// What a reader should know.
        public let notes: [LocalizedText]
    }

    /// Writes the raster, whole or not at all.
    public func write(
        to path: String, overwrite: Bool = false,
        progress: (@Sendable (Double) -> Void)? = nil
    ) throws -> Outcome {
        let source = try CoverSource(
            dates, scale: scale, assuming: rasterCRS.map { try CRS($0) })
        let members = try endMembers(source)
        var plan = RasterPlan(
            width: source.grid.width, height: source.grid.height, dataType: storage.dataType,
            transform: source.grid.transform, crs: source.grid.crs, noData: storage.noData)
        plan.metadata = metadata(members, source)
        if storage == .tenThousandths { plan.scale = 0.0001 }
        if storage == .percent { plan.scale = 0.01 }
        var valid = 0
        var sum = 0.0
        let windows = source.windows
        try WholeFile.make(path, overwrite: overwrite) { beside in
            let plain = isCOG ? beside + ".strips.tif" : beside
            defer { if isCOG { try? FileManager.default.removeItem(atPath: plain) } }
            let dataset = try Dataset(
                creating: plain, as: plan,
                options: [
                    "COMPRESS=DEFLATE", "TILED=YES", "BIGTIFF=IF_SAFER",
                    "PREDICTOR=\(storage == .float32 ? 3 : 2)",
                ])
            for (index, window) in windows.enumerated() {
                let cover = try source.composite(window).map { ndvi in
                    ndvi.isNaN ? ndvi : vegetationCover(of: ndvi, between: members, model: model)
                }
                for value in cover where !value.isNaN {
                    valid += 1
                    sum += value
                }
                try write(cover, window, to: dataset)
                progress?(Double(index + 1) / Double(windows.count))
            }
            try dataset.close()
            if isCOG {
                try Dataset(opening: plain).copy(
                    to: beside, driver: "COG",
                    options: ["COMPRESS=DEFLATE", "PREDICTOR=YES", "RESAMPLING=AVERAGE"])
            }
        }
        return Outcome(
            members: members, valid: valid, mean: valid > 0 ? sum / Double(valid) : nil,
            notes: source.notes + [members.warning].compactMap(\.self))
    }

    private func write(_ cover: [Double], _ window: Window, to dataset: borrowing Dataset) throws {
        switch storage {
        case .float32:
            let pixels = cover.map { Float($0) }
            try dataset.write(window, from: pixels.span)
        case .percent:
            let pixels = cover.map { $0.isNaN ? 255 : UInt8(($0 * 100).rounded()) }
            try dataset.write(window, from: pixels.span)
        case .tenThousandths:
            let pixels = cover.map { $0.isNaN ? Int16.min : Int16(($0 * 10_000).rounded()) }
            try dataset.write(window, from: pixels.span)
        }
    }

    // MARK: End members

    private func endMembers(_ source: CoverSource) throws -> EndMembers {
        switch members {
        case .fixed(let pair): return pair
        case .percentilesOfScene(let low, let high):
            var counts = NDVICounts()
            for window in source.windows { counts.add(try source.composite(window)) }
            return try counts.endMembers(
                low: low, high: high,
                origin: .percentilesOfScene(
                    low: low, high: high, scene: source.files.joined(separator: ", ")))
        case .percentilesOfAllDates(let low, let high):
            var counts = NDVICounts()
            for window in source.windows {
                for date in 0..<source.count { counts.add(try source.ndvi(ofDate: date, window)) }
            }
            return try counts.endMembers(
                low: low, high: high,
                origin: .percentilesOfAllYears(low: low, high: high, region: "all"))
        }
    }

    private func metadata(_ members: EndMembers, _ source: CoverSource) -> [String: String] {
        var metadata = [
            "STEPPE_QUANTITY": "fractional vegetation cover",
            "STEPPE_END_MEMBER_SOIL": "\(members.soil)",
            "STEPPE_END_MEMBER_CANOPY": "\(members.canopy)",
            "STEPPE_MODEL": model.rawValue,
            "STEPPE_INPUTS": source.files.map {
                $0.split(separator: "/").last.map(String.init) ?? $0
            }
            .joined(separator: " "),
        ]
        if source.count > 1 { metadata["STEPPE_COMPOSITE"] = "maximum of \(source.count) dates" }
        metadata["STEPPE_END_MEMBER_ORIGIN"] =
            switch members.origin {
            case .fixed(let source): "fixed: \(source)"
            case .percentilesOfAllYears(let low, let high, let region):
                "percentiles \(low) and \(high) of all dates, region \(region)"
            case .percentilesOfScene(let low, let high, _):
                "percentiles \(low) and \(high) of this scene: not comparable between years"
            }
        return metadata
    }
}

extension CoverRun.Storage {
    fileprivate var dataType: DataType {
        switch self {
        case .float32: .float32
        case .percent: .uint8
        case .tenThousandths: .int16
        }
    }

    fileprivate var noData: Double {
        switch self {
        case .float32: .nan
        case .percent: 255
        case .tenThousandths: Double(Int16.min)
        }
    }
}

/// NDVI counted in steps of 10⁻⁴, from which percentiles come in memory that does not grow.
///
/// Exact for NDVI that is stored in ten-thousandths; other values are taken to the nearest.
struct NDVICounts {
    private var histogram = NDVIHistogram(NDVIEncoding(scale: 0.0001, nodata: -32_768))

    mutating func add(_ values: [Double]) {
        let codes = values.map { $0.isNaN ? Int16.min : Int16(($0 * 10_000).rounded()) }
        // Values beyond −1…1 were refused when they were read.
        try? histogram.add(codes.span)
    }

    func endMembers(
        low: Double, high: Double, origin: EndMembers.Origin
    ) throws(VegetationCoverError) -> EndMembers {
        try histogram.endMembers(low: low, high: high) { _, _ in origin }
    }
}
