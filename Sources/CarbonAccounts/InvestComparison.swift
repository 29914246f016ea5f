// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Carbon
internal import DataFiles
internal import Ecology
internal import GDAL
internal import PlaneGeometry
internal import Tables
internal import Words
internal import Zonal

/// InVEST's carbon model on the whole raster: planar pixels, single-precision densities.
struct InvestComparison {
    let notes: [LocalizedText]
    private let summary: InvestCarbon.Summary
    private let years: [String]
    private let file: String
    private let hasChange: Bool

    /// Counts pixels, refuses what InVEST could not do, and sums as InVEST does.
    init(
        _ tabulation: CarbonTabulation, _ sources: CarbonRasters,
        _ periods: (from: Int, to: Int)?, _ progress: (@Sendable (Double) -> Void)?
    ) async throws {
        guard let pools = tabulation.pools else {
            throw SurveyError.unusable(
                file: "--method invest",
                why: "it needs a pools table: --pools POOLS.csv with the columns lucode, c_above, "
                    + "c_below, c_soil, c_dead in t C/ha")
        }
        guard sources.isOneGrid else {
            throw ZoneError.notAligned(
                raster: sources.files[1].first ?? "", first: sources.files[0].first ?? "")
        }
        var measurement = Measurement(sources.layers)
        measurement.rasterCRS = try tabulation.rasterCRS.map { try CRS($0) }
        let grid = try measurement.grid()
        let steps = grid.transform.coefficients
        let area = try InvestCarbon.Grid(
            pixelWidth: (steps[1] * steps[1] + steps[4] * steps[4]).squareRoot(),
            pixelHeight: (steps[2] * steps[2] + steps[5] * steps[5]).squareRoot(),
            isProjectedInMetres: grid.crs.isProjected && grid.crs.unit == 1)
        let tally = try await measurement.tally(
            over: nil, jobs: tabulation.request.jobs, progress: progress)
        let nodata = sources.infos.map { $0.bands[sources.band - 1].noDataCode }
        var counts: [InvestCarbon.Pair: Int] = [:]
        var codes: Set<Int> = []
        // Pixels that only one of the years knows count in that year's stock.
        var (beforeAlone, afterAlone): ([Int: Int], [Int: Int]) = ([:], [:])
        for (combination, amount) in tally.sum() {
            let classes = combination.enumerated().map { index, code -> Int? in
                if case .value(let number) = code {
                    codes.insert(number)
                    return number
                }
                // InVEST skips nodata, unless the table has a row for it.
                return nodata[index].flatMap { pools.rows[$0] == nil ? nil : $0 }
            }
            let pixels = Int(amount.pixels.rounded())
            switch (classes[0], classes[classes.count - 1]) {
            case (let before?, let after?):
                counts[InvestCarbon.Pair(before: before, after: after), default: 0] += pixels
            case (let before?, nil): beforeAlone[before, default: 0] += pixels
            case (nil, let after?): afterAlone[after, default: 0] += pixels
            case (nil, nil): continue
            }
        }
        guard !counts.isEmpty || !beforeAlone.isEmpty || !afterAlone.isEmpty else {
            throw ZoneError.nothingKnown(
                raster: sources.files.compactMap(\.first).joined(separator: ", "))
        }
        try pools.require(codes, raster: sources.files.compactMap(\.first).joined(separator: ", "))
        hasChange = sources.rasters.count > 1
        let valued = tabulation.valuation.flatMap { value in
            periods.map { (value, from: $0.from, to: $0.to) }
        }
        summary = try InvestCarbon.summary(
            of: counts, beforeAlone: beforeAlone, afterAlone: afterAlone, pools: pools, grid: area,
            valuation: hasChange ? valued : nil)
        years = periods.map { ["\($0.from)", "\($0.to)"] } ?? ["baseline", "alternate"]
        file = pools.file.fileName
        var notes = (pools.warnings + [summary.warning].compactMap(\.self)).map {
            LocalizedText($0)
        }
        if tabulation.zones != nil {
            notes.append(
                LocalizedText(
                    zh: "InVEST法按整幅栅格的平面像元计算，分区只用于其他方法",
                    en:
                        "InVEST's method is of the whole raster, by its planar pixels; the zones are "
                        + "for the other methods"))
        }
        self.notes = notes
    }

    /// Adds what InVEST prints, and beside it what is true of all pixels.
    func add(to table: inout Table) {
        let rows = CarbonTable(names: [:])
        func add(_ quantity: String, _ value: Double, _ unit: String, _ year: String) {
            rows.append(
                quantity, value, unit, zone: CarbonModel.cityZone, method: "invest", year: year,
                set: file, to: &table)
        }
        add("stock_tc", summary.before, "t C", years[0])
        guard hasChange else { return }
        let span = years.joined(separator: "-")
        add("stock_tc", summary.after, "t C", years[1])
        add("change_tc", summary.investChange, "t C", span)
        add("change_tc_of_all_pixels", summary.change, "t C", span)
        add("pixels_lost_to_nodata", Double(summary.lostPixels), "1", span)
        if let value = summary.investValue { add("net_present_value", value, "money", span) }
        if let value = summary.value {
            add("net_present_value_of_all_pixels", value, "money", span)
        }
    }
}
