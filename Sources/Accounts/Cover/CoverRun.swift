// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
public import Ecology
internal import Files
internal import Foundation
internal import GDAL
public import Words
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
        /// Percentiles of the valid pixels of all the dates together, of the pooled and the
        /// earlier ones too.
        case percentilesOfAllDates(low: Double, high: Double)
        /// A pair for each region, as another run recorded them.
        case table(EndMemberTable)
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
    /// What end members differ by; `nil` has one pair for all ground.
    public var regions: CoverRegions?
    /// More NDVI whose pixels count in the percentiles, such as that of other years.
    public var pool: [[String]] = []
    /// The dates of an earlier composite: what is written then is the change of cover since.
    public var since: [[String]] = []
    /// What stored NDVI is worth, where the raster does not say.
    public var scale: Double?
    /// The band with NDVI, from 1, of every date.
    public var band = 1
    /// How cover is stored.
    public var storage = Storage.float32
    /// Linear, or squared.
    public var model = CoverModel.linear
    /// Whether the file is a Cloud Optimized GeoTIFF.
    public var isCOG = false
    /// What a raster without a CRS is taken for.
    public var rasterCRS: String?
    /// Threads that compress; the file is the same for any number.
    public var jobs = 2

    /// Cover of some dates by end members.
    public init(of dates: [[String]], members: Members) {
        self.dates = dates
        self.members = members
    }

    /// What was done.
    public struct Outcome: Sendable {
        /// The pairs that were used.
        public let members: EndMemberTable
        /// Pixels with a value.
        public let valid: Int
        /// The mean of those pixels' cover or change of cover, each counting alike.
        public let mean: Double?
        /// What a reader should know.
        public let notes: [LocalizedText]
    }

    /// Writes the raster, whole or not at all.
    public func write(
        to path: String, overwrite: Bool = false,
        progress: (@Sendable (Double) -> Void)? = nil
    ) throws -> Outcome {
        guard since.isEmpty || storage != .percent else {
            throw SurveyError.unusable(
                file: path,
                why: "a change can be below 0, which uint8 cannot hold; use float32 or int16")
        }
        // A scene serves one thread at a time.
        let scenes = try (0..<max(1, jobs)).map { _ in try scene() }
        return try write(
            scenes, by: endMembers(of: scenes[0]), to: path, overwrite: overwrite,
            progress: progress)
    }

    /// The dates, opened on the grid of the first one.
    private func scene() throws -> CoverScene {
        let crs = try rasterCRS.map { try CRS($0) }
        let now = try CoverSource(dates, scale: scale, band: band, assuming: crs)
        func others(_ dates: [[String]]) throws -> CoverSource? {
            dates.isEmpty
                ? nil
                : try CoverSource(
                    dates, scale: scale, band: band, onGridOf: now.info, assuming: crs)
        }
        return CoverScene(
            now: now, before: try others(since), pool: try pool.compactMap { try others([$0]) },
            regions: try regions.map { try RegionRaster($0, on: now.grid, info: now.info) })
    }

    private func endMembers(of scene: CoverScene) throws -> EndMemberTable {
        switch members {
        case .fixed(let pair): EndMemberTable(rest: pair)
        case .table(let table): table
        case .percentilesOfScene(let low, let high): try scene.endMembers(low: low, high: high)
        case .percentilesOfAllDates(let low, let high):
            try CoverScene.endMembers(ofAll: [scene], low: low, high: high)
        }
    }

    /// Writes the raster of a scene, opened once for each thread.
    package func write(
        _ scenes: [CoverScene], by members: EndMemberTable, to path: String,
        overwrite: Bool = false, progress: (@Sendable (Double) -> Void)? = nil
    ) throws -> Outcome {
        let scene = scenes[0]
        let source = scene.now
        var plan = RasterPlan(
            width: source.grid.width, height: source.grid.height, dataType: storage.dataType,
            transform: source.grid.transform, crs: source.grid.crs, noData: storage.noData)
        plan.metadata = metadata(members, scene)
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
                options: isCOG
                    ? RasterOptions.passing
                    : RasterOptions.lasting(jobs: jobs)
                        + ["PREDICTOR=\(storage == .float32 ? 3 : 2)"])
            for first in stride(from: 0, to: windows.count, by: scenes.count) {
                let some = Array(windows[first...].prefix(scenes.count))
                let strips = try inThreads(some.count) { place in
                    Strip(of: try scenes[place].cover(some[place], by: members, model), as: storage)
                }
                for (strip, window) in zip(strips, some) {
                    valid += strip.valid
                    sum += strip.sum
                    try strip.write(window, to: dataset)
                }
                progress?(Double(first + some.count) / Double(windows.count))
            }
            guard valid > 0 else {
                throw ZoneError.nothingKnown(raster: source.files.first ?? "")
            }
            guard isCOG else { return try dataset.close() }
            let written = try dataset.finish()
            try Dataset(opening: plain).copy(
                toCOG: beside,
                options: RasterOptions.cog(
                    jobs: jobs, ["PREDICTOR=YES", "OVERVIEW_RESAMPLING=AVERAGE"]),
                holding: written)
        }
        return Outcome(
            members: members, valid: valid, mean: valid > 0 ? sum / Double(valid) : nil,
            notes: source.notes + (scene.before?.notes ?? []) + members.notes + limits(of: scene))
    }

    /// What cover from such data can show, and what it cannot.
    private func limits(of scene: CoverScene) -> [LocalizedText] {
        var limits = [scene.now.grid.coarseness].compactMap(\.self)
        if let before = scene.before, scene.now.count == 1, before.count == 1 {
            limits.append(
                LocalizedText(
                    zh: "前后各一期影像：差值含当年降水、物候与观测误差，不等于植被变好或变差的趋势；"
                        + "趋势须用多年同季数据",
                    en:
                        "one date before and one after: the difference holds the rain, the season and "
                        + "the errors of those two, and is no trend of the vegetation; a trend needs "
                        + "the same season of many years"))
        }
        return limits
    }

    private func metadata(_ members: EndMemberTable, _ scene: CoverScene) -> [String: String] {
        func names(_ source: CoverSource) -> String {
            source.files.map(\.fileName).joined(separator: " ")
        }
        var metadata = [
            "STEPPE_QUANTITY": "fractional vegetation cover",
            "STEPPE_END_MEMBER_SOIL": "\(members.soil)",
            "STEPPE_END_MEMBER_CANOPY": "\(members.canopy)",
            "STEPPE_END_MEMBER_ORIGIN": members.rest.origin.text,
            "STEPPE_MODEL": model.rawValue,
            "STEPPE_INPUTS": names(scene.now),
        ]
        if !members.rows.isEmpty {
            metadata["STEPPE_END_MEMBERS_BY_REGION"] = members.rows.map {
                "\($0.region) \($0.members.soil) \($0.members.canopy)"
            }.joined(separator: "; ")
        }
        if scene.now.count > 1 {
            metadata["STEPPE_COMPOSITE"] = "maximum of \(scene.now.count) dates"
        }
        if let before = scene.before {
            metadata["STEPPE_QUANTITY"] = "change of fractional vegetation cover"
            metadata["STEPPE_SINCE"] = names(before)
        }
        return metadata
    }
}

/// A window of cover as it is stored, and what is in it.
private struct Strip: Sendable {
    private enum Pixels: Sendable {
        case float32([Float])
        case percent([UInt8])
        case tenThousandths([Int16])
    }

    private let pixels: Pixels
    /// Pixels with a value, and the sum of their cover.
    private(set) var valid = 0
    private(set) var sum = 0.0

    init(of cover: [Double], as storage: CoverRun.Storage) {
        for value in cover where !value.isNaN {
            valid += 1
            sum += value
        }
        pixels =
            switch storage {
            case .float32: .float32(cover.map { Float($0) })
            case .percent: .percent(cover.map { $0.isNaN ? 255 : UInt8(($0 * 100).rounded()) })
            case .tenThousandths:
                .tenThousandths(cover.map { $0.isNaN ? .min : Int16(($0 * 10_000).rounded()) })
            }
    }

    func write(_ window: Window, to dataset: borrowing Dataset) throws(GDALError) {
        switch pixels {
        case .float32(let pixels): try dataset.write(window, from: pixels.span)
        case .percent(let pixels): try dataset.write(window, from: pixels.span)
        case .tenThousandths(let pixels): try dataset.write(window, from: pixels.span)
        }
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
