// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import Ecology
internal import Files
internal import Foundation
internal import GDAL
internal import LandCover
internal import Words
internal import Zonal

/// What a degradation is judged from, open on one grid: that of the finest of NDVI and land cover.
final class DegradationScene {
    let ndvi: CoverSource
    let notes: [LocalizedText]
    private let run: DegradationTabulation
    private let before: CoverSide
    private let after: CoverSide
    private let units: (source: AlignedSource, open: OpenRaster)?
    private let carbon: (source: AlignedSource, open: OpenRaster)?
    private let baseline: BaselineRaster?
    /// What soil carbon does, by the earlier and the later class.
    private let carbonChanges: [[SoilCarbonChange]]

    init(of run: DegradationTabulation) async throws {
        self.run = run
        let crs = try run.rasterCRS.map { try CRS($0) }
        let (dates, years) = try Self.inOrder(run)
        let infos = try [dates[0], run.before, run.after].map {
            try Dataset(opening: RasterFiles($0).raster).info
        }
        let finest = try infos.map { try Grid(of: $0, assuming: crs).roughPixelArea }
        let reference = infos[finest.indices.min { finest[$0] < finest[$1] } ?? 0]
        func aligned(_ paths: [String]) throws -> (source: AlignedSource, open: OpenRaster)? {
            guard !paths.isEmpty else { return nil }
            let source = try AlignedSource(paths, onGridOf: reference, assuming: crs)
            return (source, try OpenRaster(source.raster))
        }
        ndvi = try CoverSource(
            dates, scale: run.scale, band: run.band, onGridOf: reference, assuming: crs)
        before = try await CoverSide(
            run.before, run.schemeBefore, version: run.versions.before, run, onGridOf: reference)
        after = try await CoverSide(
            run.after, run.schemeAfter, version: run.versions.after, run, onGridOf: reference)
        units = try aligned(run.units)
        carbon = try aligned(run.soilCarbon)
        baseline = try run.baseline.map {
            try BaselineRaster($0, onGridOf: reference, assuming: crs)
        }
        let elapsed = try Self.landYears(run)
        let classes = DegradationCover.allCases
        carbonChanges = try classes.map { from in
            try classes.map { to in
                try SoilCarbonChange(
                    from: 1, under: [from] + [DegradationCover](repeating: to, count: elapsed),
                    in: run.climate)
            }
        }
        notes =
            ndvi.notes + before.notes + after.notes
            + [after.product.warning(before: before.product)].compactMap(\.self)
            + [units?.source.note, carbon?.source.note, baseline?.note, ndvi.grid.coarseness]
            .compactMap(\.self)
            + Self.limits(run, years: years, count: dates.count, elapsed: elapsed)
    }

    // MARK: Years

    /// The years of NDVI, oldest first, where their files' names tell them.
    private static func inOrder(
        _ run: DegradationTabulation
    ) throws(SurveyError) -> (dates: [[String]], years: [Int]) {
        let first = run.ndvi.first?.first ?? ""
        guard run.ndvi.count >= 4 else {
            throw .unusable(
                file: first,
                why: "\(run.ndvi.count) years of NDVI tell no trajectory; give 4 or more")
        }
        guard (1..<run.ndvi.count).contains(run.targetYears) else {
            throw .unusable(
                file: first,
                why:
                    "the state compares the last \(run.targetYears) of \(run.ndvi.count) years with those "
                    + "before them; give 1 to \(run.ndvi.count - 1) (--target-years)")
        }
        let dated = run.ndvi.compactMap { paths in
            ChangeTabulation.year(of: paths).map { (year: $0, paths: paths) }
        }
        guard dated.count == run.ndvi.count else { return (run.ndvi, []) }
        let sorted = dated.sorted { $0.year < $1.year }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) where later.year != earlier.year + 1
        {
            throw .unusable(
                file: later.paths[0],
                why: later.year == earlier.year
                    ? "is of \(later.year) by its name, as \(earlier.paths[0]) is; give one raster a year"
                    : "is of \(later.year) by its name, and no raster is of \(earlier.year + 1): a "
                        + "trajectory needs every year")
        }
        return (sorted.map(\.paths), sorted.map(\.year))
    }

    /// Years from the earlier to the later land cover.
    private static func landYears(_ run: DegradationTabulation) throws(SurveyError) -> Int {
        if let years = run.landYears, years > 0 { return years }
        guard let from = ChangeTabulation.year(of: run.before),
            let to = ChangeTabulation.year(of: run.after), run.landYears == nil
        else {
            throw .unusable(
                file: run.after.first ?? "",
                why: "how many years lie between the land covers? Their names do not tell; give "
                    + "--land-years, 1 or more")
        }
        guard to > from else {
            throw .unusable(
                file: run.after.first ?? "",
                why:
                    "is of \(to) by its name, and \(run.before.first ?? "") of \(from): name the earlier "
                    + "one first, or give --land-years")
        }
        return to - from
    }

    /// What the answer rests on.
    private static func limits(
        _ run: DegradationTabulation, years: [Int], count: Int, elapsed: Int
    ) -> [LocalizedText] {
        let (target, base) = (run.targetYears, count - run.targetYears)
        func span(_ range: Range<Int>) -> String {
            guard let first = years.isEmpty ? nil : years[range.lowerBound] else { return "" }
            let last = years[range.upperBound - 1]
            return first == last ? " (\(first))" : " (\(first)–\(last))"
        }
        var limits = [
            LocalizedText(
                zh: "NDVI共\(count)年；状态：后\(target)年\(span(base..<count))比前\(base)年\(span(0..<base))；"
                    + "十分位数按第7型（本软件的约定，原算法的插值未读到）",
                en:
                    "\(count) years of NDVI; state: the last \(target)\(span(base..<count)) against the "
                    + "\(base) before\(span(0..<base)); deciles of type 7, a definition chosen here: how "
                    + "the source interpolates was not read"),
            LocalizedText(
                zh: "转移矩阵：\(run.matrix.name.zh)；土壤碳：假定地类于起始年后即变化，历\(elapsed)年，"
                    + "系数f=\(run.climate.factor)",
                en:
                    "transitions by \(run.matrix.name.en); soil carbon as if cover had changed right "
                    + "after the first year, \(elapsed) years ago, f = \(run.climate.factor)"),
        ]
        if run.units.isEmpty {
            limits.append(
                LocalizedText(
                    zh: "无土壤单元：表现仅在同一起始地类内比较，不分土壤",
                    en:
                        "no soil units: performance compares pixels of one cover, whatever their soil"
                ))
        }
        return limits
    }

    // MARK: Pixels

    /// Windows of whole blocks, as small as these allow, for all years are read at once.
    private var windows: [Window] {
        ndvi.info.windows(ofBand: 1, ofPixels: max(1, (1 << 21) / max(1, ndvi.count)))
    }

    /// Judges every pixel, and writes what was found as a raster of ``DegradationCode``.
    func write(classes path: String, progress: (Double) -> Void) throws {
        let windows = windows
        var best = UnitPercentiles()
        for (index, window) in windows.enumerated() {
            try best.add(read(window))
            progress(Double(index + 1) / Double(windows.count) * 0.4)
        }
        let judge = PixelJudge(
            run, best: best.percentiles, carbon: carbonChanges.map { $0.map(\.trend) })
        let file = try create(path, .uint16, noData: nil)
        for (index, window) in windows.enumerated() {
            let codes = judge.codes(of: try read(window), jobs: run.jobs)
            try file.write(window, from: codes.span)
            progress(0.4 + Double(index + 1) / Double(windows.count) * 0.6)
        }
        try file.finish()
    }

    /// Writes soil carbon then and now, t C/ha, where both are known.
    func write(carbonThen: String, now: String) throws {
        guard let carbon else { return }
        let thenFile = try create(carbonThen, .float64, noData: .nan)
        let nowFile = try create(now, .float64, noData: .nan)
        for window in windows {
            let stocks = try carbon.open.values(window)
            let (from, to) = (try before.classes(window), try after.classes(window))
            var then = [Double](repeating: .nan, count: window.count)
            var now = then
            for pixel in stocks.indices where stocks[pixel] >= 0 {
                guard let from = CoverSide.place(from[pixel]), let to = CoverSide.place(to[pixel])
                else { continue }
                then[pixel] = stocks[pixel]
                now[pixel] = stocks[pixel] * carbonChanges[from][to].stock
            }
            try thenFile.write(window, from: then.span)
            try nowFile.write(window, from: now.span)
        }
        try thenFile.finish()
        try nowFile.finish()
    }

    private func create(_ path: String, _ type: DataType, noData: Double?) throws -> Dataset {
        try Dataset(
            creating: path,
            as: RasterPlan(
                width: ndvi.grid.width, height: ndvi.grid.height, dataType: type,
                transform: ndvi.grid.transform, crs: ndvi.grid.crs, noData: noData),
            options: RasterOptions.passing)
    }

    private func read(_ window: Window) throws -> DegradationPixels {
        let stocks = try carbon?.open.values(window)
        return DegradationPixels(
            years: try (0..<ndvi.count).map { try ndvi.ndvi(ofDate: $0, window) },
            before: try before.classes(window), after: try after.classes(window),
            units: try units?.open.values(window), baseline: try baseline?.trends(window),
            hasCarbon: stocks.map { $0.map { $0 > 0 } })
    }

    // MARK: The raster to keep

    /// Writes what one indicator says, whole or not at all.
    func write(
        _ indicator: DegradationTabulation.Indicator, of classes: String, to path: String
    ) throws {
        var plan = RasterPlan(
            width: ndvi.grid.width, height: ndvi.grid.height, dataType: .int16,
            transform: ndvi.grid.transform, crs: ndvi.grid.crs, noData: Double(LandTrend.noData))
        plan.metadata = [
            "STEPPE_QUANTITY": indicator.name.en, "STEPPE_MATRIX": run.matrix.name.en,
            "STEPPE_INPUTS": ndvi.files.map(\.fileName).joined(separator: " "),
        ]
        if indicator == .status {
            for status in DegradationStatus.allCases {
                plan.metadata["CLASS_\(status.rawValue)"] = status.name.en
            }
        } else {
            for trend in LandTrend.allCases {
                plan.metadata["CLASS_\(trend.rawValue)"] = trend.name.en
            }
        }
        let source = try Dataset(opening: classes)
        try WholeFile.make(path, overwrite: run.overwrite) { beside in
            let plain = run.isCOG ? beside + ".strips.tif" : beside
            defer { if run.isCOG { try? FileManager.default.removeItem(atPath: plain) } }
            let file = try Dataset(
                creating: plain, as: plan,
                options: run.isCOG
                    ? RasterOptions.passing : RasterOptions.lasting(jobs: run.jobs))
            for window in windows {
                var codes = [UInt16](repeating: 0, count: window.count)
                var span = codes.mutableSpan
                try source.read(window, into: &span)
                let trends = codes.map { Int16(DegradationCode(stored: $0).stored(of: indicator)) }
                try file.write(window, from: trends.span)
            }
            guard run.isCOG else { return try file.close() }
            let written = try file.finish()
            try Dataset(opening: plain).copy(
                toCOG: beside,
                options: RasterOptions.cog(jobs: run.jobs, ["OVERVIEW_RESAMPLING=MODE"]),
                holding: written)
        }
    }
}
