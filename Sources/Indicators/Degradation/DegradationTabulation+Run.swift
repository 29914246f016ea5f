// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import Files
internal import GDAL
public import Tables
package import Words
package import Zonal

extension DegradationTabulation {
    /// What came out.
    public struct Result: Sendable {
        /// `zone,name,indicator,label,degraded_m2,stable_m2,improved_m2,nodata_m2,degraded_share`,
        /// with `carbon_before_t,carbon_after_t` where a raster of soil carbon was given; a status has
        /// its three codes' areas; the zone `all` is all of them together.
        public let table: Table
        /// What a reader should know.
        public let notes: [String]
    }

    /// Judges every pixel, measures the zones, and writes the raster if one is wanted.
    ///
    /// - Parameter progress: Told now and then which fraction of the work is done.
    /// - Returns: The table and notes.
    /// - Throws: What is wrong with the rasters or zones, in words that name the file.
    public func run(progress: (@Sendable (Double) -> Void)? = nil) async throws -> Result {
        if let raster { try WholeFile.check(raster, overwrite: overwrite) }
        guard baseline != nil || rasterShows != .status else {
            throw SurveyError.unusable(
                file: raster ?? "", why: "a status needs a baseline's raster; give --baseline")
        }
        let judged = try await judged(
            over: { try zones.map { try ZoneLayer(reading: $0, jobs: jobs) } }, progress: progress)
        return Result(
            table: table(of: judged.tally, judged.stocks, hasZones: zones != nil),
            notes: judged.zoneNotes.map(\.description) + judged.notes.map { $0[language] })
    }

    /// Every pixel judged, and what the zones have of each judgement.
    package struct Judged: Sendable {
        /// Of ``DegradationCode``.
        package let tally: Tally
        /// The same with soil carbon before and after; empty where none is known.
        package let stocks: [Tally]
        let zoneNotes: [ZoneNote]
        package let notes: [LocalizedText]
    }

    /// Judges every pixel, measures the zones, and writes the raster if one is wanted.
    package func judged(
        over zones: @escaping @Sendable () throws -> ZoneLayer?,
        progress: (@Sendable (Double) -> Void)? = nil
    ) async throws -> Judged {
        async let reading = zones()
        let scene = try await DegradationScene(of: self)
        try await MeasurementQueue.current?.requireMeasured()
        let layer = try await reading
        let zoneNotes =
            (layer?.notes ?? []) + (try layer?.placementNotes(on: scene.ndvi.grid) ?? [])
        let folder = try HiddenFolder(passingFor: raster)
        let classes = "\(folder.path)/classes.tif"
        let carbon =
            soilCarbon.isEmpty ? [] : ["before", "after"].map { "\(folder.path)/\($0).tif" }
        try scene.write(classes: classes) { progress?($0 * 0.8) }
        if let then = carbon.first, let now = carbon.last {
            try scene.write(carbonThen: then, now: now)
        }
        let codes = Measurement.Layer(classes)
        let tally = try await Measurement([codes]).tally(over: layer, jobs: jobs) {
            progress?(0.8 + $0 * 0.2)
        }
        try refuseEmptyInputs(tally)
        var stocks: [Tally] = []
        for source in carbon {
            let measurement = Measurement([codes], values: .init(source))
            stocks.append(try await measurement.tally(over: layer, jobs: jobs))
        }
        if let raster { try scene.write(rasterShows, of: classes, to: raster) }
        return Judged(tally: tally, stocks: stocks, zoneNotes: zoneNotes, notes: scene.notes)
    }

    /// Refuses inputs of which no pixel tells anything: an indicator without an area.
    private func refuseEmptyInputs(_ tally: Tally) throws(ZoneError) {
        let inputs: [(Indicator, [String])] = [
            (.productivity, ndvi.flatMap { $0 }), (.landCover, before + after),
            (.soilCarbon, soilCarbon),
        ]
        for (indicator, files) in inputs {
            guard let first = files.first else { continue }
            try tally.requireValues(in: [first]) { DegradationCode($1)[indicator] != nil }
        }
    }

    package func table(of tally: Tally, _ stocks: [Tally], hasZones: Bool) -> Table {
        var table = Table(
            "degradation",
            columns: [
                "zone", "name", "indicator", "label", "degraded_m2", "stable_m2", "improved_m2",
                "nodata_m2", "degraded_share",
            ] + (stocks.isEmpty ? [] : ["carbon_before_t", "carbon_after_t"]))
        for (zone, key) in tally.zones.enumerated() {
            rows(key, tally.amounts[zone], stocks.map { ($0, $0.amounts[zone]) }, &table)
        }
        if hasZones {
            rows(
                Tally.ZoneKey(id: "all", name: SurveyFile.allZones[language]), tally.sum(),
                stocks.map { ($0, $0.sum()) }, &table)
        }
        return table
    }

    private func rows(
        _ zone: Tally.ZoneKey, _ amounts: [[Code]: Amount],
        _ stocks: [(Tally, [[Code]: Amount])], _ table: inout Table
    ) {
        for indicator in Indicator.allCases where indicator != .status || baseline != nil {
            var sums: [LandTrend?: Amount] = [:]
            for (codes, amount) in amounts {
                sums[DegradationCode(codes[0])[indicator], default: Amount()] += amount
            }
            let areas = LandTrend.allCases.map { sums[$0]?.areaSquareMetres ?? 0 }
            let assessed = areas.reduce(0, +)
            var row: [Table.Cell] = [
                .text(zone.id), .text(zone.name), .text(indicator.rawValue),
                .text(indicator.name[language]),
            ]
            row += areas.map { .number($0) }
            row.append(.number(sums[nil]?.areaSquareMetres ?? 0))
            row.append(Table.Cell(assessed > 0 ? areas[0] / assessed : nil))
            for (tally, amounts) in stocks {
                // t C/ha × m²: only where soil carbon itself is told.
                let whole = amounts.values.reduce(into: Amount()) { $0 += $1 }
                row.append(
                    Table.Cell(indicator == .soilCarbon ? tally.integral(of: whole) / 10_000 : nil))
            }
            table.append(row)
        }
    }
}
