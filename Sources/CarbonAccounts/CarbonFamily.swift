// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
internal import Carbon
internal import Cartography
package import Ecology
internal import GDAL
internal import Indicators
package import Tables
internal import Words
internal import Zonal

/// The carbon account of a survey: stock and sink, method beside method, with their uncertainty.
package struct CarbonFamily: IndicatorFamily {
    package static var sections: [any SurveySection.Type] { [SurveyFile.CarbonPlan.self] }
    package static var foundations: [any IndicatorFamily.Type] {
        [AccuracyFamily.self, ChangeFamily.self, VolumeFamily.self]
    }

    package static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool {
        false
    }

    package static func work(in survey: SurveyFile) -> FamilyWork {
        guard survey.carbon != nil else { return FamilyWork() }
        return FamilyWork(
            name: LocalizedText(zh: "核算碳", en: "working out carbon"), pixels: 2.4e8, maps: 3)
    }

    package static func charts(of table: (String) throws -> Table?) throws -> [FamilyChart] {
        try table("carbon").map { CarbonSection.charts(of: CarbonFigures(of: $0)) } ?? []
    }

    /// `nil` where an input of it could not be read.
    private let account: SurveyCarbon?

    package init?(_ setting: FamilySetting, after earlier: Families) async throws {
        guard var plan = setting.survey.carbon else { return nil }
        if setting.isPlan { plan.request.draws = 0 }
        let basis = SurveyCarbon.Basis(
            zones: setting.zones, lands: setting.lands,
            pairs: earlier[ChangeFamily.self]?.pairs ?? [],
            volumes: earlier[VolumeFamily.self]?.volumes ?? [],
            accuracy: earlier[AccuracyFamily.self]?.samples ?? [])
        let asked = plan
        account = try await setting.gaps.attempt(
            LocalizedText(zh: "碳核算的输入", en: "an input of carbon")
        ) {
            try await SurveyCarbon(
                asked, of: setting.survey, basis, language: setting.language, jobs: setting.jobs)
        }
    }

    /// Every method's account of every year, with its estimates.
    package var findings: [CarbonFinding] { account?.findings ?? [] }

    package func contribution(to setting: FamilySetting) throws -> Contribution {
        var contribution = Contribution()
        contribution.inputs = setting.survey.carbon?.files ?? []
        guard let account else { return contribution }
        contribution.tables =
            [account.table, account.literature].compactMap(\.self) + account.details
        contribution.notes = account.notes
        let zones = setting.zones.zones.map(\.id)
        contribution.columns = account.byZone?.columns(of: zones) ?? []
        contribution.zoneMaps = account.byZone?.maps(of: zones) ?? []
        contribution.write = { try await account.writeRasters(to: $0) }
        let shown = CarbonSection(
            carbon: CarbonFigures(of: account.table), literature: account.literature,
            plan: setting.survey.carbon)
        contribution.charts = CarbonSection.charts(of: shown.carbon)
        contribution.section = try shown.section
        contribution.sheet = shown.sheet
        contribution.summary = summary(in: setting.language)
        return contribution
    }

    /// The whole's newest sink by each method, with its interval.
    private func summary(in language: Language) -> [SummaryLine] {
        let newest = findings.compactMap(\.newestYear).max()
        return findings.filter { $0.newestYear == newest }.compactMap { finding in
            let key = CarbonModel.Key(zone: CarbonModel.cityZone, quantity: .sink)
            guard let sink = finding.estimates.first(where: { $0.key == key }), let newest else {
                return nil
            }
            func whole(_ value: Double) -> String { decimal(value, digits: 0, grouped: true) }
            let name = language == .zh ? "碳汇" : "Carbon sink"
            let method = CarbonFigures.methodName(finding.method.resultName)[language]
            let unit = CarbonFigures.unitName("t C/yr")[language]
            return SummaryLine(
                year: newest, name: language == .zh ? "\(name)（\(method)）" : "\(name) (\(method))",
                value: (sink.figure.map { "\(whole($0)) \(unit) " } ?? "— \(unit) ")
                    + "[\(whole(sink.lower)), \(whole(sink.upper))]")
        }
    }
}

extension CarbonFinding {
    /// The later of its years.
    fileprivate var newestYear: Int? { account.toYear ?? account.fromYear }
}
