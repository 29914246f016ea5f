// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import GDAL
internal import LandCover
internal import Tables
internal import Zonal

/// What became what between the years of a survey: consecutive ones, and the first and the last.
struct SurveyChanges {
    /// Two years and their matrices, the city's last.
    struct Pair {
        let from: Int
        let to: Int
        let account: ChangeAccount
        let city: ZoneChange?
        /// Why what the classes gained and lost is not told; `nil` where the years are alike.
        let reason: LocalizedText?
        /// What is known of the error of what changed.
        let errors: ChangeErrors
    }

    private(set) var pairs: [Pair] = []
    private let accuracy: SurveyAccuracy?
    /// The same between years of rasters alone, whatever years of polygons lie between them.
    private(set) var rasterPairs: [Pair] = []
    private(set) var notes: [LocalizedText] = []
    /// Grassland by the cover that it lost, zone by zone.
    private(set) var degradation: [GrasslandLoss] = []

    init(
        _ survey: SurveyFile, zones: ZoneLayer, lands: [LandYear], accuracy: SurveyAccuracy?,
        cityName: String, jobs: Int
    ) async throws {
        self.accuracy = accuracy
        for (before, after) in Self.wanted(lands) {
            pairs.append(
                try await pair(survey, zones, before, after, cityName: cityName, jobs: jobs))
        }
        let rasters = lands.filter { if case .raster = $0 { true } else { false } }
        if rasters.count == lands.count {
            rasterPairs = pairs
        } else {
            for (before, after) in Self.wanted(rasters) {
                if let found = pairs.first(where: {
                    $0.from == before.year && $0.to == after.year
                }) {
                    rasterPairs.append(found)
                } else {
                    rasterPairs.append(
                        try await pair(
                            survey, zones, before, after, cityName: cityName, jobs: jobs))
                }
            }
        }
        guard let base = lands.first(where: { $0.year == survey.baseline }) else { return }
        for now in lands where now.year > survey.baseline {
            if let loss = try await GrasslandLoss(
                survey, zones: zones, from: base, to: now, cityName: cityName, jobs: jobs)
            {
                degradation.append(loss)
            }
        }
    }

    /// Consecutive years, then the first and the last where others lie between them.
    private static func wanted(_ lands: [LandYear]) -> [(LandYear, LandYear)] {
        var wanted = zip(lands, lands.dropFirst()).map { ($0, $1) }
        if lands.count > 2, let first = lands.first, let last = lands.last {
            wanted.append((first, last))
        }
        return wanted
    }

    private mutating func pair(
        _ survey: SurveyFile, _ zones: ZoneLayer, _ before: LandYear, _ after: LandYear,
        cityName: String, jobs: Int
    ) async throws -> Pair {
        let account: ChangeAccount
        var errors = ChangeErrors()
        var maps: [(raster: String, band: Int)]?
        if case .raster(let early, let first) = before, case .raster(let late, let second) = after {
            let crs = try survey.rasterCRS.map { try CRS($0) }
            let aligned = try AlignedPair(
                early.landCover.files, late.landCover.files, alignment: .nearest, assuming: crs)
            var measurement = Measurement([
                Measurement.Layer(aligned.before, band: survey.landCoverBand),
                Measurement.Layer(aligned.after, band: survey.landCoverBand),
            ])
            measurement.rasterCRS = crs
            let tally = try await measurement.tally(over: zones, jobs: jobs)
            account = try Self.account(of: tally, first, second)
            if let note = aligned.note { notes.append(note) }
            maps = [aligned.earlier, aligned.later].map { ($0, survey.landCoverBand) }
            errors = try await registered(
                aligned, survey, zones, before: first, after: second,
                byCategory: account.isByCategory, jobs: jobs)
            addRanges(to: &errors, survey, before, after, byCategory: account.isByCategory)
            if account.isByCategory {
                notes.append(Self.byCategory(before.year, first, after.year, second))
            }
        } else {
            account = try await ParcelChange(jobs: jobs)
                .account(from: .init(before, of: survey), to: .init(after, of: survey))
        }
        let crs = try survey.rasterCRS.map { try CRS($0) }
        if let warning = after.product.warning(before: before.product) {
            let years = "\(before.year) → \(after.year)"
            notes.append(
                LocalizedText(
                    zh: "警告：\(years)：\(warning.zh)", en: "warning: \(years): \(warning.en)"))
        }
        let city = try account.total(name: cityName)
        if let plan = survey.changeSample, plan.from == before.year, plan.to == after.year, let city
        {
            let estimates = try ChangeEstimates(
                reading: plan.samples, strata: plan.strata, of: city.matrix, maps: maps,
                assuming: crs
            ) { text, isLater, file in
                try ClassLabels(
                    scheme: isLater ? after.scheme : before.scheme, byCategory: account.isByCategory
                ).label(of: text, in: file)
            }
            errors.estimates = estimates
            notes += estimates.notes
        }
        return Pair(
            from: before.year, to: after.year, account: account, city: city,
            reason: try after.basis(assuming: crs).difference(from: before.basis(assuming: crs)),
            errors: errors)
    }

    /// What the shift of two rasters' pixels alone shows as change, with a note.
    private mutating func registered(
        _ pair: AlignedPair, _ survey: SurveyFile, _ zones: ZoneLayer, before: YearAccount,
        after: YearAccount, byCategory: Bool, jobs: Int
    ) async throws -> ChangeErrors {
        var errors = ChangeErrors()
        errors.isRegistrationUnknown = !pair.isSameLattice && pair.shift == nil
        let grid = pair.takesGridOfBefore ? before : after
        errors.registration = try await Registration(
            of: pair, over: zones, bands: (survey.landCoverBand, survey.landCoverBand),
            assuming: survey.rasterCRS.map { try CRS($0) }, jobs: jobs
        ) { code, zone in
            let meaning = grid.scheme.scheme.meaning(of: code)
            guard meaning.isValue else { return nil }
            return byCategory ? grid.category(of: code, zone: zone) : "\(meaning)"
        }
        if let found = errors.registration {
            notes.append(found.note(of: "\(before.year) → \(after.year)"))
        }
        return errors
    }

    /// The ranges of each year's areas: by the sample of that year for all zones together, or else by
    /// what the map's publisher states.
    private func addRanges(
        to errors: inout ChangeErrors, _ survey: SurveyFile, _ before: LandYear, _ after: LandYear,
        byCategory: Bool
    ) {
        func range(_ land: LandYear) -> ChangeErrors.Range {
            let unknown: ChangeErrors.Range = { _, _, _ in nil }
            let published =
                survey.usesPublishedAccuracy ? ChangeErrors.published(land.product) : unknown
            guard let accuracy, accuracy.land.year == land.year, !byCategory else {
                return published
            }
            return ChangeErrors.sampled(by: accuracy.estimator, elsewhere: published)
        }
        errors.before = range(before)
        errors.after = range(after)
    }

    private static func byCategory(
        _ from: Int, _ before: YearAccount, _ to: Int, _ after: YearAccount
    ) -> LocalizedText {
        let schemes = "\(from) \(before.scheme.scheme.id) → \(to) \(after.scheme.scheme.id)"
        let why = ChangeTabulation.categoryNote
        return LocalizedText(zh: "\(schemes)：\(why.zh)", en: "\(schemes): \(why.en)")
    }

    private static func account(
        of tally: Tally, _ before: YearAccount, _ after: YearAccount
    ) throws(EcologyError) -> ChangeAccount {
        guard before.scheme.scheme.id == after.scheme.scheme.id else {
            return try ChangeAccount(tally, isByCategory: true) { code, zone in
                ChangeAccount.Label(ofCategory: before.category(of: code, zone: zone))
            } after: { code, zone in
                ChangeAccount.Label(ofCategory: after.category(of: code, zone: zone))
            }
        }
        return try ChangeAccount(tally, isByCategory: false) { code, _ in
            ChangeAccount.Label(ofClass: code, before.scheme.scheme)
        } after: { code, _ in
            ChangeAccount.Label(ofClass: code, after.scheme.scheme)
        }
    }

    /// `transitions.csv`: every transition of every pair of years, the city as `all`; where the years
    /// are unlike, the reason that not all of it is a change of the land.
    func transitions(in language: Language) -> Table {
        table("transitions", ChangeAccount.columns, in: language) {
            $0.account.rows(of: $1, in: language)
        }
    }

    /// `change.csv`: what each class gained and lost; the reason in place of that where the two years
    /// are unlike, so that no difference between them is taken for a change of the land.
    func summary(in language: Language) -> Table {
        let areas = ChangeAccount.summaryColumns.firstIndex(of: "gain_m2") ?? 0
        return table("change", ChangeAccount.summaryColumns, in: language) { pair, zone in
            let rows = pair.account.summaryRows(
                of: zone, in: language, pair.errors, isWhole: zone.zone.id == "all")
            guard pair.reason != nil else { return rows }
            return rows.map { row in
                row.enumerated().map { $0.offset < areas ? $0.element : .missing }
            }
        }
    }

    /// `change_estimates.csv`: the error-adjusted transitions, and what each class gained and lost, by
    /// a sample of change.
    func estimates(in language: Language) -> Table {
        var table = Table(
            "change_estimates", columns: ["from_year", "to_year"] + ChangeEstimates.columns)
        for pair in pairs {
            guard let estimates = pair.errors.estimates else { continue }
            for row in estimates.rows(named: pair.account.name(of:), in: language) {
                table.append([.integer(pair.from), .integer(pair.to)] + row)
            }
        }
        return table
    }

    private func table(
        _ name: String, _ columns: [String], in language: Language,
        _ rows: (Pair, ZoneChange) -> [[Table.Cell]]
    ) -> Table {
        var table = Table(name, columns: ["from_year", "to_year"] + columns + ChangeLimit.columns)
        for pair in pairs {
            let reason = ChangeLimit.cells(pair.reason, language)
            for zone in pair.account.zones + [pair.city].compactMap(\.self) {
                for row in rows(pair, zone) {
                    table.append([.integer(pair.from), .integer(pair.to)] + row + reason)
                }
            }
        }
        return table
    }
}

/// Grassland of the baseline by how much of its cover it lost since; cover in whole percent.
struct GrasslandLoss {
    let baseline: Int
    let year: Int
    /// By zone, the city last: m² by degree; `nil` where cover is missing or was none.
    let zones: [(key: Tally.ZoneKey, areas: [GrasslandDegradation?: Double])]
    /// By zone, the city last: Σ cover × m² then and now, where both years have a value.
    private let covers: [(before: Double, after: Double)]

    /// `nil` where one of the years has no cover.
    init?(
        _ survey: SurveyFile, zones layer: ZoneLayer, from base: LandYear, to now: LandYear,
        cityName: String, jobs: Int
    ) async throws {
        guard let before = base.cover, let after = now.cover else { return nil }
        let crs = try survey.rasterCRS.map { try CRS($0) }
        var ground = layer
        let grid: RasterInfo
        let grass: Measurement.Layer
        switch base {
        case .raster(let rasters, let account):
            grid = rasters.info
            grass = account.grassland(of: rasters, band: survey.landCoverBand)
        case .parcels(let parcels):
            grid = try Dataset(opening: before.source.name).info
            ground = parcels.ground { $0 == LandCover.Category.grassland.key }
            grass = Measurement.Layer(before.source.name, role: .bins(rule: "any value") { _ in 1 })
        }
        guard !ground.zones.isEmpty else { return nil }
        let later = try after.moved(onGridOf: grid, assuming: crs)
        var measurement = Measurement([grass, before.percentLayer, later.percentLayer])
        measurement.rasterCRS = crs
        let tally = try await measurement.tally(over: ground, jobs: jobs)
        var found: [(key: Tally.ZoneKey, areas: [GrasslandDegradation?: Double])] = []
        for (key, amounts) in zip(tally.zones, tally.amounts) {
            found.append((key, Self.areas(amounts)))
        }
        found.append((Tally.ZoneKey(id: "all", name: cityName), Self.areas(tally.sum())))
        covers = tally.amounts.map(Self.covers) + [Self.covers(tally.sum())]
        baseline = base.year
        year = now.year
        zones = found
    }

    private static func covers(_ amounts: [[Code]: Amount]) -> (before: Double, after: Double) {
        var sums = (before: 0.0, after: 0.0)
        for (codes, amount) in amounts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            guard codes[0] == .value(1), case .value(let before) = codes[1],
                case .value(let after) = codes[2]
            else { continue }
            sums.before += Double(before) / 100 * amount.areaSquareMetres
            sums.after += Double(after) / 100 * amount.areaSquareMetres
        }
        return sums
    }

    /// The relative decrease of cover since the baseline, with its degree and the area by degree.
    func results(rules: AssessmentRules) -> [IndicatorResult] {
        zip(zones, covers).map { zone, cover in
            let known = zone.areas.filter { $0.key != nil }
            let total = known.sorted { $0.value < $1.value }.reduce(0) { $0 + $1.value }
            let missing = zone.areas[nil] ?? 0
            var result = IndicatorResult(
                "grassland_degradation", variant: "cover",
                at: ZoneYear(year: year, zone: zone.key.id, name: zone.key.name),
                numerator: Quantity(cover.before - cover.after, .squareMetres),
                over: Quantity(cover.before, .squareMetres),
                status: rules.status(
                    unclassifiedShare: total + missing > 0 ? missing / (total + missing) : 0,
                    otherwise: .indicative(
                        LocalizedText(
                            zh: "遥感盖度变化，含降水年际差异",
                            en: "change of remotely sensed cover, rain of the two years included")))
            )
            // Grassland without cover may have lost all of it, or gained all.
            if let value = result.value, missing > 1e-9 * total {
                let whole = cover.before + missing
                result.bounds = Bounds(
                    min(value, (cover.before - cover.after - missing) / cover.before),
                    max(value, (whole - cover.after) / whole), kind: .range)
                result.uncertainty.held.insert(.unclassified)
                result.noteUnknown(missing, of: total + missing, Ground.coverless)
            }
            if let degree = GrasslandDegradation(baseline: cover.before, current: cover.after) {
                result.notes.append(
                    LocalizedText(
                        zh: "自\(baseline)年：\(degree.name.zh)",
                        en: "since \(baseline): \(degree.name.en)"))
            }
            if total > 0 {
                let lost = [GrasslandDegradation.light, .moderate, .severe]
                    .reduce(0) { $0 + (zone.areas[$1] ?? 0) }
                let share = Quantity(lost / total * 100, .percent)
                result.notes.append(
                    LocalizedText(
                        zh: "退化面积占\(share.text(in: .zh, digits: 2))",
                        en: "\(share.text(in: .en, digits: 2)) of the grassland lost more than 10 %"
                    ))
            }
            return result
        }
    }

    private static func areas(_ amounts: [[Code]: Amount]) -> [GrasslandDegradation?: Double] {
        var sums: [GrasslandDegradation?: Amount] = [:]
        for (codes, amount) in amounts where codes[0] == .value(1) {
            var degree: GrasslandDegradation?
            if case .value(let before) = codes[1], case .value(let after) = codes[2] {
                degree = GrasslandDegradation(
                    baseline: Double(before) / 100, current: Double(after) / 100)
            }
            sums[degree, default: Amount()] += amount
        }
        return sums.mapValues(\.areaSquareMetres)
    }

    /// `grassland_degradation.csv`.
    static func table(_ losses: [GrasslandLoss]) -> Table {
        var table = Table(
            "grassland_degradation",
            columns: ["baseline", "year", "zone", "name", "degree", "area_m2", "share"])
        for loss in losses {
            for (key, areas) in loss.zones {
                let degrees: [GrasslandDegradation?] = GrasslandDegradation.allCases + [nil]
                let total = degrees.reduce(0) { $0 + (areas[$1] ?? 0) }
                for degree in degrees {
                    guard let area = areas[degree] else { continue }
                    table.append([
                        .integer(loss.baseline), .integer(loss.year), .text(key.id),
                        .text(key.name), .text(degree?.rawValue ?? "unknown"), .number(area),
                        Table.Cell(total > 0 ? area / total : nil),
                    ])
                }
            }
        }
        return table
    }
}

extension CoverRaster {
    /// Cover in whole percent, rounded.
    fileprivate var percentLayer: Measurement.Layer {
        Measurement.Layer(
            source.name,
            role: .bins(rule: "percent of \(rule)") { value in
                self.cover(of: value).map { Int(($0 * 100).rounded()) }
            })
    }
}
