// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import Ecology
internal import Foundation
internal import GDAL
internal import LandCover
internal import Words
internal import Zonal

/// One year's land cover as the seven classes of SDG 15.3.1, on the grid of a degradation.
final class CoverSide {
    let notes: [LocalizedText]
    /// What the map is of.
    let product: MapProduct
    private let open: OpenRaster
    private let places: [Int: UInt8]

    /// What ``classes(_:)`` has where no class is known.
    static let unknown = UInt8.max

    /// The place of a class among all, from what ``classes(_:)`` has.
    static func place(_ value: UInt8) -> Int? { value == unknown ? nil : Int(value) }

    init(
        _ paths: [String], _ choice: SchemeChoice, version: String?, _ run: DegradationTabulation,
        onGridOf reference: RasterInfo
    ) async throws {
        let crs = try run.rasterCRS.map { try CRS($0) }
        let files = try RasterFiles(paths)
        var measurement = Measurement(of: files.raster, band: run.landBand)
        measurement.rasterCRS = crs
        let tally = try await measurement.tally(over: nil, jobs: run.jobs)
        let info = try Dataset(opening: files.raster).info
        guard
            let chosen = try choice.resolve(
                raster: info, band: run.landBand,
                files: files.files, tally: tally)
        else { throw SurveyError.schemeNeeded }
        let scheme = chosen.scheme
        product = MapProduct(
            scheme, raster: info, files: files.files, year: ChangeTabulation.year(of: paths),
            stated: version, choice: choice)
        if run.unknown == .error {
            try scheme.refuseUnknownCodes(in: tally, layer: 0, of: measurement)
        }
        var places: [Int: UInt8] = [:]
        var hasShrub = false
        for code in tally.codes(ofLayer: 0).keys {
            let category = scheme.category(of: scheme.meaning(of: .value(code)))
            let cover = DegradationCover(category: category, shrubIsGrass: run.shrubIsGrass)
            if let place = cover.flatMap(DegradationCover.allCases.firstIndex(of:)) {
                places[code] = UInt8(place)
                hasShrub = hasShrub || category == LandCover.Category.shrub.key
            }
        }
        self.places = places
        let source = try AlignedSource(files, onGridOf: reference, assuming: crs)
        open = try OpenRaster(source.raster, band: run.landBand)
        let file = files.files[0].fileName
        var notes = [source.note].compactMap(\.self)
        if !chosen.reasons.isEmpty {
            notes.append(
                LocalizedText("\(file): \(scheme.id) (\(chosen.reasons.joined(separator: "; ")))"))
        }
        if hasShrub {
            notes.append(
                LocalizedText(
                    zh: "\(file)：未判定的灌木林计为草地（综合判断，同CCI归并）",
                    en: "\(file): shrub that no rule has judged counts as grass, as the ESA CCI "
                        + "nesting has it: a judgement"))
        }
        self.notes = notes
    }

    /// The places of a window's classes among all; ``unknown`` where there is none.
    func classes(_ window: Window) throws -> [UInt8] {
        var last = (value: Double.nan, place: Self.unknown)
        return try open.values(window).map { value in
            if value != last.value {
                last = (value, Int(exactly: value).flatMap { places[$0] } ?? Self.unknown)
            }
            return last.place
        }
    }
}

/// What an earlier run found of a baseline period, on the grid of a degradation.
final class BaselineRaster {
    private let source: AlignedSource
    private let open: OpenRaster

    init(_ path: String, onGridOf reference: RasterInfo, assuming crs: CRS?) throws {
        source = try AlignedSource([path], onGridOf: reference, assuming: crs)
        open = try OpenRaster(source.raster)
    }

    /// How it was brought onto the grid; `nil` where it lies there.
    var note: LocalizedText? { source.note }

    /// What it says of a window's pixels; `nil` is no data.
    func trends(_ window: Window) throws -> [LandTrend?] {
        try open.values(window).map { value in
            if value.isNaN { return nil }
            if let trend = Int(exactly: value).flatMap(LandTrend.init(rawValue:)) { return trend }
            throw SurveyError.unusable(
                file: source.files[0],
                why: "holds \(value); a baseline is a raster of -1, 0 and 1, as steppe degradation "
                    + "--raster writes one")
        }
    }
}

/// What a window's pixels are judged by.
struct DegradationPixels {
    /// NDVI by year; NaN is nodata.
    let years: [[Double]]
    /// As ``CoverSide/classes(_:)`` has them.
    let before: [UInt8]
    /// The same of the later year.
    let after: [UInt8]
    /// Numbers of soil units; `nil` where all is one unit.
    let units: [Double]?
    /// What a baseline says; `nil` where none was given.
    let baseline: [LandTrend?]?
    /// Where soil carbon is known; `nil` where no raster was given.
    let hasCarbon: [Bool]?

    /// Whether a pixel is water in either year, and so out of the account.
    func isWater(_ pixel: Int) -> Bool {
        let water = CoverSide.place(of: .water)
        return before[pixel] == water || after[pixel] == water
    }

    /// Yearly NDVI × 10,000, the same as integers that were stored so; whether all years have it.
    func read(_ pixel: Int, into series: inout [Double]) -> Bool {
        for year in years.indices {
            let scaled = years[year][pixel] * 10_000
            guard scaled.isFinite else { return false }
            let whole = scaled.rounded()
            series[year] = abs(scaled - whole) < 1e-6 ? whole : scaled
        }
        return true
    }

    /// The unit within which a pixel's performance is told: soil and earlier cover.
    func unit(_ pixel: Int) -> Int? {
        guard before[pixel] != CoverSide.unknown, !isWater(pixel) else { return nil }
        guard let units else { return Int(before[pixel]) }
        return Int(exactly: units[pixel].rounded()).map { $0 &* 8 &+ Int(before[pixel]) }
    }
}

extension CoverSide {
    /// What ``classes(_:)`` has for a class.
    static func place(of cover: DegradationCover) -> UInt8 {
        DegradationCover.allCases.firstIndex(of: cover).map { UInt8($0) } ?? unknown
    }
}

/// The 90th percentile of mean NDVI × 10,000 in each unit, from counts: means are rounded to a whole.
struct UnitPercentiles {
    private var counts: [Int: NDVIHistogram] = [:]

    /// Counts a window's pixels.
    mutating func add(_ pixels: DegradationPixels) throws {
        var unitMeans: [Int: [Int16]] = [:]
        var series = [Double](repeating: 0, count: pixels.years.count)
        for pixel in pixels.before.indices {
            guard let unit = pixels.unit(pixel), pixels.read(pixel, into: &series) else { continue }
            let mean = series.reduce(0, +) / Double(series.count)
            unitMeans[unit, default: []].append(Int16(mean.rounded()))
        }
        for (unit, means) in unitMeans {
            try counts[unit, default: NDVIHistogram(NDVIEncoding(scale: 0.0001))].add(means.span)
        }
    }

    /// By unit.
    var percentiles: [Int: Double] {
        counts.compactMapValues { $0.percentile(90).map { $0 * 10_000 } }
    }
}

/// Judges pixels by all sub-indicators.
struct PixelJudge: Sendable {
    private let targetYears: Int
    private let best: [Int: Double]
    private let covers: [[LandTrend]]
    private let carbon: [[LandTrend?]]
    private let degradedBeatsNoData: Bool

    /// - Parameters:
    ///   - run: What was asked for.
    ///   - best: The 90th percentile of mean NDVI × 10,000 by unit.
    ///   - carbon: What soil carbon does, by the places of the earlier and the later class.
    init(_ run: DegradationTabulation, best: [Int: Double], carbon: [[LandTrend?]]) {
        targetYears = run.targetYears
        self.best = best
        self.carbon = carbon
        let classes = DegradationCover.allCases
        covers = classes.map { from in classes.map { run.matrix[from, $0] } }
        degradedBeatsNoData = run.degradedBeatsNoData
    }

    /// Codes of ``DegradationCode``, by so many threads.
    func codes(of pixels: DegradationPixels, jobs: Int) -> [UInt16] {
        let count = pixels.before.count
        let threads = max(1, jobs)
        var codes = [UInt16](repeating: 0, count: count)
        codes.withUnsafeMutableBufferPointer { codes in
            // Each place is one thread's.
            nonisolated(unsafe) let codes = codes
            DispatchQueue.concurrentPerform(iterations: threads) { thread in
                var series = [Double](repeating: 0, count: pixels.years.count)
                for pixel in count * thread / threads..<count * (thread + 1) / threads {
                    codes[pixel] = code(of: pixel, pixels, &series)
                }
            }
        }
        return codes
    }

    private func code(
        of pixel: Int, _ pixels: DegradationPixels, _ series: inout [Double]
    ) -> UInt16 {
        var code = DegradationCode()
        code[.productivity] = productivity(pixel, pixels, &series)
        if let from = CoverSide.place(pixels.before[pixel]),
            let to = CoverSide.place(pixels.after[pixel]), !pixels.isWater(pixel)
        {
            code[.landCover] = covers[from][to]
            code[.soilCarbon] = pixels.hasCarbon?[pixel] == false ? nil : carbon[from][to]
        }
        code[.degradation] = LandDegradation.combined(
            productivity: code[.productivity], landCover: code[.landCover],
            soilCarbon: code[.soilCarbon], degradedBeatsNoData: degradedBeatsNoData)
        if let before = pixels.baseline?[pixel], let now = code[.degradation] {
            code.status = DegradationStatus(baseline: before, period: now)
        }
        return code.code
    }

    private func productivity(
        _ pixel: Int, _ pixels: DegradationPixels, _ series: inout [Double]
    ) -> LandTrend? {
        guard let unit = pixels.unit(pixel), let best = best[unit],
            pixels.read(pixel, into: &series)
        else { return nil }
        let base = series.count - targetYears
        let mean = series.reduce(0, +) / Double(series.count)
        return ProductivityClass(
            trajectory: TrendTest.code(of: series).map(LandTrend.init(trajectory:)),
            state: ProductivityState(
                baseline: Array(series[..<base]), target: Array(series[base...]))?.trend,
            performance: ProductivityPerformance.trend(ofMean: mean, best: best))?.trend
    }
}
