// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Ecology
internal import GDAL
internal import Tables
internal import Zonal

extension SurveyFile {
    /// Land degradation by SDG 15.3.1, `[degradation]`: what is needed beside the years' land cover.
    public struct DegradationPlan: Sendable {
        /// Files, folders or patterns of mean NDVI, a raster for each year.
        public let ndvi: [[String]]
        /// A raster of soil organic carbon in the baseline year, t C/ha; empty where none is known.
        public let soilCarbon: [String]
        /// A raster of soil units; empty for one unit.
        public let units: [String]
        /// How many of the last years of NDVI the state compares with those before them.
        public let targetYears: Int

        init(_ table: DataNode, folder: String) throws {
            try table.allow(only: ["ndvi", "soil_carbon", "soil_units", "target_years"])
            func paths(_ node: DataNode?) throws -> [String] {
                guard let node else { return [] }
                if case .string = node.value {
                    return [try node.string().resolved(against: folder)]
                }
                return try node.elements().map { try $0.string().resolved(against: folder) }
            }
            let node = try table.required("ndvi")
            ndvi = try paths(node).map { [$0] }
            guard ndvi.count >= 3 else {
                throw node.error(
                    "'ndvi' has \(ndvi.count) rasters; a trend needs one for each of several years")
            }
            soilCarbon = try paths(table["soil_carbon"])
            units = try paths(table["soil_units"])
            targetYears = try table["target_years"]?.integer() ?? 3
            if let node = table["target_years"], !(1..<ndvi.count).contains(targetYears) {
                throw node.error(
                    "'target_years' is \(targetYears); it lies between 1 and \(ndvi.count - 1), one "
                        + "less than the rasters of 'ndvi'")
            }
        }

        /// The files that are read for it.
        var files: [String] { ndvi.flatMap(\.self) + soilCarbon + units }
    }
}

/// Degraded land of a survey, from the baseline's land cover to the newest.
struct SurveyDegradation: Sendable {
    let results: [IndicatorResult]
    /// `degradation.csv`, as `steppe degradation` prints it.
    let table: Table
    let notes: [LocalizedText]

    /// `nil` where the survey does not ask for it, or has not two years of land-cover rasters.
    init?(
        of survey: SurveyFile, lands: [LandYear], zones: ZoneLayer, language: Language, jobs: Int
    ) async throws {
        guard let plan = survey.degradation else { return nil }
        let rasters = lands.compactMap { land -> YearRasters? in
            if case .raster(let rasters, _) = land { rasters } else { nil }
        }
        guard let first = rasters.first(where: { $0.year == survey.baseline }),
            let last = rasters.last, last.year > first.year
        else { return nil }
        var run = DegradationTabulation(
            ndvi: plan.ndvi, before: first.landCover.files, after: last.landCover.files)
        run.schemeBefore = first.scheme == .none ? .automatic : first.scheme
        run.schemeAfter = last.scheme == .none ? .automatic : last.scheme
        run.unknown = survey.unknown
        run.targetYears = plan.targetYears
        run.units = plan.units
        run.soilCarbon = plan.soilCarbon
        run.landYears = last.year - first.year
        run.scale = survey.ndviScale
        run.landBand = survey.landCoverBand
        run.rasterCRS = survey.rasterCRS
        run.language = language
        run.jobs = jobs
        let judged = try await run.judged(over: { zones })
        notes = judged.notes
        table = run.table(of: judged.tally, judged.stocks, hasZones: true)
        let tally = judged.tally
        let city = Tally.ZoneKey(id: "all", name: SurveyFile.allZones[language])
        results =
            zip(tally.zones, tally.amounts).map { Self.result($0, $1, in: last.year) }
            + [Self.result(city, tally.sum(), in: last.year)]
    }

    private static func result(
        _ zone: Tally.ZoneKey, _ amounts: [[Code]: Amount], in year: Int
    ) -> IndicatorResult {
        var degraded = Amount()
        var assessed = Amount()
        var unknown = Amount()
        for (codes, amount) in amounts {
            switch DegradationCode(codes[0])[.degradation] {
            case .degraded:
                degraded += amount
                assessed += amount
            case .stable, .improved: assessed += amount
            case nil: unknown += amount
            }
        }
        let place = ZoneYear(year: year, zone: zone.id, name: zone.name)
        let whole = assessed.areaSquareMetres
        guard whole > 0 else {
            return IndicatorResult(
                "land_degradation", variant: "official", at: place, unit: .fraction,
                status: .notAssessed(
                    LocalizedText(zh: "没有可评估的土地", en: "no land could be assessed")))
        }
        var result = IndicatorResult(
            "land_degradation", variant: "official", at: place,
            numerator: Quantity(degraded.areaSquareMetres, .squareMetres),
            over: Quantity(whole, .squareMetres))
        result.leave(
            unknown.areaSquareMetres, of: whole + unknown.areaSquareMetres,
            LocalizedText(zh: "无评估结果的土地", en: "land without a judgement"))
        return result
    }
}
