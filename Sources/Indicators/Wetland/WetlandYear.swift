// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import GDAL
internal import LandCover
internal import Tables
internal import Words
internal import Zonal

/// A year's wetland and open water by class, with and without the patches below the minimum.
struct WetlandYear: Sendable {
    /// One class in a zone, m².
    struct Sum: Sendable {
        var area = 0.0
        /// In patches below the minimum.
        var small = 0.0
    }

    /// One zone, or all of them together.
    struct Part: Sendable {
        let key: Tally.ZoneKey
        let areas: CategoryAreas
        /// By class code: wetland and open water alone.
        let classes: [String: Sum]

        init(key: Tally.ZoneKey, areas: CategoryAreas, classes: [String: Sum]) {
            self.key = key
            self.areas = areas
            self.classes = classes
        }
    }

    let land: LandYear
    let parts: [Part]
    /// m²; `nil` where patches were not looked at.
    let minimum: Double?
    private let notes: [LocalizedText]

    init(
        _ land: LandYear, of survey: SurveyFile, zones: ZoneLayer, cityName: String, jobs: Int
    ) async throws {
        self.land = land
        let limit = survey.minimumWetlandPatch
        minimum = limit > 0 ? limit : nil
        let all = land.classAreas
        switch land {
        case .raster(let rasters, let account):
            notes = account.notes
            let small =
                limit > 0
                ? try await WetPatches(survey: survey, jobs: jobs).small(
                    in: rasters, account, over: zones, below: limit) : [:]
            parts = try account.parts(cityName: cityName).map { part in
                Part(
                    key: part.zone, areas: part.areas,
                    classes: Self.classes(land, all, part.zone.id, small))
            }
        case .parcels(let parcels):
            notes = []
            let small = limit > 0 ? try WetPatches.small(in: parcels, below: limit) : [:]
            parts = try parcels.parts(cityName: cityName).map { part in
                Part(
                    key: part.key, areas: try parcels.categories(part),
                    classes: Self.classes(land, all, part.key.id, small))
            }
        }
    }

    private static func classes(
        _ land: LandYear, _ all: [String: [String: Double]], _ zone: String,
        _ small: [String: [String: Double]]
    ) -> [String: Sum] {
        var classes: [String: Sum] = [:]
        for id in zone == "all" ? land.zones.map(\.id) : [zone] {
            for (code, area) in (all[id] ?? [:]).sorted(by: { $0.key < $1.key })
            where land.isWet(code, in: id) {
                classes[code, default: Sum()].area += area
                classes[code, default: Sum()].small += min(area, small[id]?[code] ?? 0)
            }
        }
        return classes
    }

    // MARK: Results

    /// By the survey's variant, then by all others that the codes can tell.
    func results(
        by main: WetlandVariant, rules: AssessmentRules
    ) throws -> (main: [IndicatorResult], others: [IndicatorResult]) {
        var results: [IndicatorResult] = []
        for variant in WetlandVariant.allCases {
            for part in parts {
                if let result = try result(part, variant, rules) { results.append(result) }
            }
        }
        return (
            results.filter { $0.variant == main.rawValue },
            results.filter { $0.variant != main.rawValue }
        )
    }

    private func result(
        _ part: Part, _ variant: WetlandVariant, _ rules: AssessmentRules
    ) throws -> IndicatorResult? {
        let place = ZoneYear(year: land.year, zone: part.key.id, name: part.key.name)
        let isFiltered = variant != .sandiao00 && minimum != nil
        if case .parcels(let parcels) = land, parcels.account.scheme.id == "sandiao" {
            var result = try wetlandArea(
                byCode: part.classes.mapValues { $0.area - (isFiltered ? $0.small : 0) },
                variant: variant, at: place, patchesAreFiltered: isFiltered)
            rules.limit(&result, part.areas)
            return isFiltered ? filtered(result, part, variant) : result
        }
        guard variant != .survey2WithDitches else { return nil }
        var result = wetlandArea(of: part.areas, variant: variant, at: place, rules: rules)
        if case .indicative = result.status {
            if case .parcels = land {
                result.status = .indicative(
                    LocalizedText(
                        zh: "图斑编码不是三调分类，按湿地、水域类别计",
                        en: "the codes are not the third survey's: counted by category"))
            } else if let limit = land.scheme.limit(on: .wetland) {
                result.status = .indicative(LocalizedText(zh: limit.zh, en: limit.en))
            }
        }
        if isFiltered {
            let small = part.classes.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value.small }
            if let value = result.value {
                result.value = max(0, value - small)
                result.numerator = Quantity(max(0, value - small), .squareMetres)
                result.bounds = result.bounds?.moved(by: max(0, value - small) - value)
            }
            result = filtered(result, part, variant)
        } else if variant != .sandiao00 {
            result.notes.append(
                LocalizedText(zh: "未剔除小图斑", en: "small patches were not left out"))
        }
        result.notes += notes
        return result
    }

    /// Says what the filter took away.
    private func filtered(
        _ result: IndicatorResult, _ part: Part, _ variant: WetlandVariant
    ) -> IndicatorResult {
        guard let minimum else { return result }
        var result = result
        let small = part.classes.sorted { $0.key < $1.key }.reduce(0) { sum, entry in
            let counts =
                land.scheme.id != "sandiao" || variant.codes.contains(String(entry.key.prefix(4)))
            return sum + (counts ? entry.value.small : 0)
        }
        let limit = Quantity(minimum, .squareMetres)
        let left = Quantity(small, .squareMetres)
        result.notes.append(
            LocalizedText(
                zh: "已剔除\(Self.hectares(limit, .zh))以下图斑共\(Self.hectares(left, .zh))",
                en: "patches below \(Self.hectares(limit, .en)) left out: "
                    + "\(Self.hectares(left, .en)) in all"))
        return result
    }

    private static func hectares(_ area: Quantity, _ language: Language) -> String {
        (try? area.converted(to: .hectares))?.text(in: language, digits: 0) ?? ""
    }

    // MARK: Table

    /// `wetland_classes.csv`: each class of wetland and water, and what of it counts.
    static func table(_ years: [WetlandYear], in language: Language) -> Table {
        var table = Table(
            "wetland_classes",
            columns: ["year", "zone", "name", "class", "label", "area_m2", "counted_m2"])
        for year in years {
            for part in year.parts {
                for (code, sum) in part.classes.sorted(by: { $0.key < $1.key }) where sum.area > 0 {
                    let landClass = try? year.land.scheme.landClass(forText: code)
                    table.append([
                        .integer(year.land.year), .text(part.key.id), .text(part.key.name),
                        .text(code),
                        .text(landClass.map { language == .zh ? $0.nameZH : $0.nameEN } ?? ""),
                        .number(sum.area), .number(sum.area - sum.small),
                    ])
                }
            }
        }
        return table
    }
}
