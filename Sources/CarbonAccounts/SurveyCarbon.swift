// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Carbon
internal import DataFiles
internal import Ecology
internal import GDAL
internal import Indicators
internal import LandCover
internal import Tables
internal import Words
internal import Zonal

/// The carbon of a survey's years and of the changes between them, method beside method.
struct SurveyCarbon {
    var findings: [CarbonFinding] = []
    private(set) var table = CarbonTable.empty()
    var notes: [LocalizedText] = []
    /// The newest stock and sinks beside what papers measured.
    private(set) var literature: Table?
    /// Stock and sink of the newest year by zone; `nil` without a stock.
    private(set) var byZone: ZoneCarbon?
    let survey: SurveyFile
    let plan: SurveyFile.CarbonPlan
    let request: CarbonRequest
    let set: CoefficientSet
    let sand: SandTypes?
    let basis: Basis
    /// At most one for each year.
    private var samples: [CarbonSample] = []
    /// The newest year's areas, as carbon took them.
    private var newestAreas: [ZoneAreas]?

    /// What carbon is computed from: years of rasters and of polygons, and their transitions.
    struct Basis {
        let zones: ZoneLayer
        let lands: [LandYear]
        let pairs: [MeasuredPair]
        let volumes: [LandVolume]
        let accuracy: [SurveyAccuracy]

        var rasters: [(YearRasters, YearAccount)] {
            lands.compactMap {
                if case .raster(let rasters, let year) = $0 { (rasters, year) } else { nil }
            }
        }

        var parcels: [ParcelYear] {
            lands.compactMap { if case .parcels(let year) = $0 { year } else { nil } }
        }
    }

    init(
        _ plan: SurveyFile.CarbonPlan, of survey: SurveyFile, _ basis: Basis, language: Language,
        jobs: Int
    ) async throws {
        self.survey = survey
        self.basis = basis
        self.plan = plan
        var request = plan.request
        request.jobs = jobs
        self.request = request
        set = try request.set(named: request.coefficients)
        sand = plan.tellsSandApart ? SandTypes(of: set) : nil
        if plan.tellsSandApart && sand == nil {
            notes.append(
                LocalizedText(
                    zh: "sand_states：系数集“\(set.name)”只有一种沙地，盖度对其没有影响",
                    en: "sand_states: set '\(set.name)' has one kind of sand alone, so cover makes "
                        + "no difference to it"))
        }
        if sand != nil, !basis.parcels.isEmpty {
            let polygons = basis.parcels.map { "\($0.year)" }.joined(separator: ", ")
            notes.append(
                LocalizedText(
                    zh: "sand_states：只有栅格年份能区分沙地状态；\(polygons)年的沙地及其来源去向用系数集的沙地总值",
                    en: "sand_states: bare sand is told apart in years of rasters alone; that of "
                        + "\(polygons) and what it came from or became has the set's densities for "
                        + "sand as a whole"))
        }
        let years =
            (basis.rasters.map { CarbonYear(of: $0.1, sand: sand) }
            + basis.parcels.map { CarbonYear(of: $0, shrubs: ShrubBook(of: survey)) })
            .sorted { $0.year < $1.year }
        var methods = try request.methods(forYears: years.count)
        if plan.growth != nil && !methods.contains(.provincial) { methods.append(.provincial) }
        if plan.forest != nil && !methods.contains(where: \.needsForest) {
            methods += [.gainLoss] + (years.count > 1 ? [.volumeDifference] : [])
        }
        for accuracy in basis.accuracy {
            guard accuracy.estimator.matrix != nil else {
                notes.append(
                    LocalizedText(
                        zh: "\(accuracy.land.year)年：样本的分层不是图上类别，不能给出碳的面积误差，面积取图上值",
                        en:
                            "\(accuracy.land.year): the sample's strata are not the map's classes, so "
                            + "it gives carbon no area error: areas are as mapped"))
                continue
            }
            samples += [try Self.sample(accuracy, years)].compactMap(\.self)
        }
        notes += samples.map(\.note)

        var lands: [(from: Int, to: Int, land: CarbonLand)] = []
        for pair in basis.pairs {
            guard let land = try await self.land(of: pair, years, basis, jobs) else { continue }
            lands.append((pair.from, pair.to, land))
        }
        let yearly = methods.filter { !$0.needsTwoYears }
        for year in years {
            findings += try await yearFindings(year, lands, yearly)
            if let volume = basis.volumes.first(where: { $0.year == year.year }) {
                let forestFindings = try await volumeFindings(volume, methods)
                findings += forestFindings
                if !forestFindings.isEmpty { notes += [volume.lack].compactMap(\.self) }
            }
        }
        let changing = methods.filter { $0.needsTwoYears && !$0.needsForest }
        for (_, _, land) in lands { findings += try await land.findings(changing, request) }
        try await addVolumeDifferences(methods)
        byZone = years.last.flatMap { ZoneCarbon(findings, hectares: $0.hectares) }
        try layOut(basis.zones, language)
    }

    // MARK: Land

    /// Land of two years whose transitions are known, judged by the sample where it may be.
    private mutating func land(
        of pair: MeasuredPair, _ years: [CarbonYear], _ basis: Basis, _ jobs: Int
    ) async throws -> CarbonLand? {
        guard let before = years.first(where: { $0.year == pair.from }),
            let after = years.first(where: { $0.year == pair.to })
        else { return nil }
        func raster(_ year: Int) -> (YearRasters, YearAccount)? {
            basis.rasters.first { $0.1.year == year }
        }
        var land = CarbonLand(of: pair, before, after)
        if let sand, let old = raster(pair.from), let new = raster(pair.to),
            let sandLand = try await CarbonLand(
                of: survey, zones: basis.zones, from: old, to: new, sand, jobs: jobs)
        {
            land = sandLand
        }
        if !pair.account.isByCategory {
            // Of two, the sample of the later map.
            land.sample = samples.last { $0.year == pair.to || $0.year == pair.from }
        }
        if let estimates = pair.errors.estimates, !pair.account.isByCategory {
            let zone = before.zones.first?.id ?? ""
            land.changeSample = try CarbonChangeSample(
                estimates, named: "\(estimates.file.fileName) \(pair.from)-\(pair.to)"
            ) { label, place, isLater in
                (isLater ? after : before).category(label, place.isEmpty ? zone : place)
            }
            notes += [land.changeSample?.note].compactMap(\.self)
        }
        _ = land.settleShrub(for: set)
        land.limit = pair.reason
        return land
    }

    private static func sample(
        _ accuracy: SurveyAccuracy, _ years: [CarbonYear]
    ) throws -> CarbonSample? {
        guard let year = years.first(where: { $0.year == accuracy.land.year }) else { return nil }
        let zone = year.zones.first?.id ?? ""
        let labels = years.filter { $0.schemeID == year.schemeID }.flatMap { year in
            year.grounds.flatMap { $0.compactMap { $0.0?.label } }
        }
        return try CarbonSample(
            accuracy.estimator.units, mapped: Set(labels), named: accuracy.file.fileName,
            year: year.year, scheme: accuracy.land.scheme
        ) { label, place in year.category(label, place.isEmpty ? zone : place) }
    }

    // MARK: Findings

    /// Methods of one year; where a sample judges another year, by the transitions to that year.
    private mutating func yearFindings(
        _ year: CarbonYear, _ lands: [(from: Int, to: Int, land: CarbonLand)],
        _ methods: [CarbonRequest.Method]
    ) async throws -> [CarbonFinding] {
        var land = CarbonLand(of: year)
        notes += [land.settleShrub(for: set), land.note].compactMap(\.self).map {
            LocalizedText(zh: "\(year.year)年：\($0.zh)", en: "\(year.year): \($0.en)")
        }
        let sample = samples.first { $0.year == year.year }
        land.sample = sample
        land.planted = lands.last { $0.to == year.year }?.land.newWood
        newestAreas = land.areas(earlier: false)
        guard sample == nil, !samples.isEmpty else {
            return try await land.findings(methods, request)
        }
        // A year without a sample of its own is seen through one that judges another.
        let judged = samples.map(\.year)
        let pair = lands.first { pair in
            let other = pair.from == year.year ? pair.to : pair.from
            return [pair.from, pair.to].contains(year.year) && pair.land.sample?.year == other
        }
        guard let pair else {
            let list = judged.map(String.init)
            notes.append(
                LocalizedText(
                    zh: "\(year.year)年：面积取图上值；样本评定的是\(list.joined(separator: "、"))年，"
                        + "两年间的转移不明",
                    en: "\(year.year): areas are as mapped; the sample judges "
                        + "\(list.joined(separator: ", ")), and the transitions between the two are "
                        + "not known"))
            return try await land.findings(methods, request)
        }
        return try await pair.land.findings(methods, request, earlier: pair.from == year.year)
    }

    // MARK: The table

    private mutating func layOut(_ zones: ZoneLayer, _ language: Language) throws {
        var names = ["all": SurveyFile.allZones[language]]
        for zone in zones.zones { names[zone.id] = zone.name }
        if let newestAreas {
            literature = try CarbonLiterature.bundled().table(
                findings, newestAreas, by: set, names: names, language)
        }
        let rows = CarbonTable(names: names, language: language)
        for finding in findings {
            rows.add(finding, to: &table)
            try addOffset(of: finding, rows)
            notes += finding.notes
        }
        notes += [CarbonLines(findings: findings, names: names).fitNote].compactMap(\.self)
        if plan.emissionsTonnesCO2 != nil {
            notes.append(
                LocalizedText(
                    zh: "offset_share：全市碳汇占排放的比例（\(plan.emissionsScope.zh)）",
                    en: "offset_share: the city's sink as a share of emissions "
                        + "(\(plan.emissionsScope.en))"))
        }
        var seen: Set<LocalizedText> = []
        notes = notes.filter { seen.insert($0).inserted }
    }

    private mutating func addOffset(of finding: CarbonFinding, _ rows: CarbonTable) throws {
        guard let emissions = plan.emissionsTonnesCO2 else { return }
        try rows.append(
            share: { sink in
                try OffsetShare(
                    sinkTonnesCarbonPerYear: sink, emissionsTonnesCO2PerYear: emissions,
                    scope: plan.emissionsScope.en
                ).share
            }, ofSink: Self.citySink, finding, to: &table)
    }

    private static let citySink = CarbonModel.Key(zone: CarbonModel.cityZone, quantity: .sink)
}

extension CarbonLand {
    /// The land of two years with bare sand told apart by its cover; `nil` without cover of both.
    fileprivate init?(
        of survey: SurveyFile, zones: ZoneLayer, from old: (YearRasters, YearAccount),
        to new: (YearRasters, YearAccount), _ sand: SandTypes, jobs: Int
    ) async throws {
        guard let before = old.0.cover, let after = new.0.cover else { return nil }
        let crs = try survey.rasterCRS.map { try CRS($0) }
        let aligned = try AlignedSource(
            old.0.landCover, onGridOf: new.0.info, assuming: crs)
        let earlier = try before.moved(onGridOf: new.0.info, assuming: crs)
        var measurement = Measurement([
            Measurement.Layer(aligned.raster, band: survey.landCoverBand), earlier.layer,
            Measurement.Layer(new.0.landCover.raster, band: survey.landCoverBand), after.layer,
        ])
        measurement.rasterCRS = crs
        let tally = try await measurement.tally(over: zones, jobs: jobs)
        self.init(zones: tally.zones, from: old.1.year, to: new.1.year)
        for (index, zone) in tally.zones.enumerated() {
            for (codes, amount) in tally.amounts[index] {
                add(
                    amount.weight,
                    before: old.1.ground(of: codes[0], bin: codes[1], sand, zone: zone.id),
                    after: new.1.ground(of: codes[2], bin: codes[3], sand, zone: zone.id),
                    zone: index)
            }
        }
    }
}
