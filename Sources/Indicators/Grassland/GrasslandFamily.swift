// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Ecology
internal import GDAL
internal import LandCover
internal import Tables
internal import Words
internal import Zonal

/// Grassland of each year: its area, its comprehensive cover, and the cover that it lost.
package struct GrasslandFamily: IndicatorFamily {
    package static var sections: [any SurveySection.Type] { [SurveyFile.Grassland.self] }

    package static func serves(_ indicator: IndicatorDefinition, in survey: SurveyFile) -> Bool {
        indicator.id.hasPrefix("grassland")
    }

    package static func work(in survey: SurveyFile) -> FamilyWork {
        FamilyWork(maps: 2)
    }

    /// What cover and maps of types say, in the order of the years.
    package let years: [GrasslandYear]
    /// Cover lost since the baseline, by later year.
    private let losses: [GrasslandLoss]

    package init?(_ setting: FamilySetting, after earlier: Families) async throws {
        (years, losses) = try await MeasurementQueue.sideBySide {
            try await MeasurementQueue.sideBySide(setting.lands) { land in
                try await setting.gaps.attempt(
                    LocalizedText(
                        zh: "\(land.year)年植被盖度或草原类型图",
                        en: "vegetation cover or grassland types of \(land.year)"),
                    aspect: .cover, year: land.year
                ) {
                    try await GrasslandYear(
                        land, of: setting.survey, zones: setting.zones,
                        cityName: setting.wholeName, jobs: setting.jobs)
                } ?? GrasslandYear(withoutCover: land.year)
            }
        } _: {
            try await Self.losses(setting)
        }
    }

    private static func losses(_ setting: FamilySetting) async throws -> [GrasslandLoss] {
        let baseline = setting.survey.baseline
        guard let base = setting.lands.first(where: { $0.year == baseline }) else { return [] }
        let later = setting.lands.filter { $0.year > baseline }
        return try await MeasurementQueue.sideBySide(later) { now in
            try await setting.gaps.attempt(
                LocalizedText(
                    zh: "\(base.year)–\(now.year)年植被盖度",
                    en: "vegetation cover of \(base.year)–\(now.year)"),
                indicators: ["grassland_degradation"]
            ) {
                try await GrasslandLoss(
                    setting.survey, zones: setting.zones, from: base, to: now,
                    cityName: setting.wholeName, jobs: setting.jobs)
            }.flatMap(\.self)
        }.compactMap(\.self)
    }

    package func contribution(to setting: FamilySetting) throws -> Contribution {
        var contribution = Contribution()
        contribution.inputs = setting.survey.grassland.files
        let assessing = try GrasslandAssessing(
            setting.survey, years: setting.lands, zones: setting.zones)
        contribution.notes = assessing.notes
        let rules = setting.survey.rules
        for (land, year) in zip(setting.lands, years) {
            for part in try land.parts(wholeName: setting.wholeName) {
                let place = ZoneYear(year: land.year, zone: part.key.id, name: part.key.name)
                contribution.results.append(
                    land.noted(grasslandArea(of: part.areas, at: place, rules: rules)))
            }
            let cover = try assessing.results(
                of: year, cityName: setting.wholeName, zones: land.zones)
            contribution.results += cover.main
            contribution.variants += cover.others
        }
        contribution.results += losses.flatMap { $0.results(rules: rules) }
        contribution.tables = [coverClasses, GrasslandLoss.table(losses), types]
        return contribution
    }

    /// `cover_classes.csv`: vegetation cover by class, in every year with cover.
    private var coverClasses: Table {
        var table = Table(
            "cover_classes",
            columns: ["year", "zone", "name", "class", "area_m2", "share"])
        for year in years {
            for part in year.parts {
                var areas = CoverBin.classes.map { _ in 0.0 }
                for (bin, area) in part.bins.sorted(by: { $0.key < $1.key }) {
                    areas[CoverBin.classIndex(bin)] += area
                }
                var rows = zip(CoverBin.classes.map(\.1), areas).map { ($0, $1) }
                if part.binsMissing > 0 { rows.append(("nodata", part.binsMissing)) }
                for (name, area) in rows {
                    table.append([
                        .integer(year.year), .text(part.key.id), .text(part.key.name),
                        .text(name), .number(area), Table.Cell(area / part.zoneArea),
                    ])
                }
            }
        }
        return table
    }

    /// `grassland_types.csv`: area and mean cover of each type.
    private var types: Table {
        var table = Table(
            "grassland_types",
            columns: ["year", "zone", "name", "type", "area_m2", "cover", "nodata_m2"])
        for year in years {
            for part in year.parts {
                for (type, sum) in part.types.sorted(by: { $0.key < $1.key }) {
                    table.append([
                        .integer(year.year), .text(part.key.id), .text(part.key.name),
                        .text(type), .number(sum.area),
                        Table.Cell(sum.valued > 0 ? sum.covered / sum.valued : nil),
                        .number(sum.missing),
                    ])
                }
            }
        }
        return table
    }
}
