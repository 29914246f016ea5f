// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
internal import GDAL
internal import Tables
internal import Words
internal import Zonal

/// Degraded land by SDG 15.3.1, from the baseline's land cover to the newest.
package struct DegradationFamily: IndicatorFamily {
    package static var sections: [any SurveySection.Type] { [SurveyFile.DegradationPlan.self] }

    package static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool {
        indicator.id == "land_degradation"
    }

    /// What was judged; `nil` where that could not be read.
    private let judged: Judged?

    /// Results, `degradation.csv` as `steppe degradation` prints it, and notes.
    private struct Judged: Sendable {
        let results: [IndicatorResult]
        let table: Table
        let notes: [LocalizedText]
    }

    /// `nil` where the survey does not ask for it, or has not two years of land-cover rasters.
    package init?(_ setting: FamilySetting, after earlier: Families) async throws {
        guard let plan = setting.survey.degradation else { return nil }
        let rasters = setting.lands.compactMap { land -> YearRasters? in
            if case .raster(let rasters, _) = land { rasters } else { nil }
        }
        guard let first = rasters.first(where: { $0.year == setting.survey.baseline }),
            let last = rasters.last, last.year > first.year
        else { return nil }
        judged = try await setting.gaps.attempt(
            LocalizedText(zh: "土地退化的输入", en: "an input of land degradation"),
            indicators: ["land_degradation"]
        ) { try await Self.judged(plan, from: first, to: last, setting) }
    }

    package func contribution(to setting: FamilySetting) throws -> Contribution {
        var contribution = Contribution()
        contribution.results = judged?.results ?? []
        contribution.tables = [judged?.table].compactMap(\.self)
        contribution.notes = judged?.notes ?? []
        contribution.inputs = setting.survey.degradation?.files ?? []
        return contribution
    }

    private static func judged(
        _ plan: SurveyFile.DegradationPlan, from first: YearRasters, to last: YearRasters,
        _ setting: FamilySetting
    ) async throws -> Judged {
        var run = DegradationTabulation(
            ndvi: plan.ndvi, before: first.landCover.files, after: last.landCover.files)
        run.schemeBefore = first.scheme == .none ? .automatic : first.scheme
        run.schemeAfter = last.scheme == .none ? .automatic : last.scheme
        run.versions = (first.version, last.version)
        run.unknown = setting.survey.unknown
        run.targetYears = plan.targetYears
        run.units = plan.units
        run.soilCarbon = plan.soilCarbon
        run.landYears = last.year - first.year
        run.scale = setting.survey.ndviScale
        run.landBand = setting.survey.landCoverBand
        run.rasterCRS = setting.survey.rasterCRS
        run.language = setting.language
        run.jobs = setting.jobs
        let judged = try await run.judged(over: { setting.zones })
        let tally = judged.tally
        let whole = Tally.ZoneKey(id: "all", name: setting.wholeName)
        return Judged(
            results: zip(tally.zones, tally.amounts).map { Self.result($0, $1, in: last.year) }
                + [Self.result(whole, tally.sum(), in: last.year)],
            table: run.table(of: tally, judged.stocks, hasZones: true), notes: judged.notes)
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
