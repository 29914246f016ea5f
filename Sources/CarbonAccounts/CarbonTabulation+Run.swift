// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Carbon
internal import DataFiles
internal import Ecology
internal import Files
internal import GDAL
internal import Indicators
internal import LandCover
public import Tables
public import Words
internal import Zonal

extension CarbonTabulation {
    /// What came out.
    public struct Result: Sendable {
        /// A row a number: see the columns' names.
        public let table: Table
        /// The accounts behind it, by method.
        public let findings: [CarbonFinding]
        /// What a reader must know.
        public let notes: [LocalizedText]
        /// The ids of the zones.
        public let zones: [String]
        fileprivate let details: CarbonLines
        fileprivate let newest: (areas: [ZoneAreas], set: CoefficientSet, language: Language)?

        /// What every number is made of: a row for each zone, method, pool and class. It is many times
        /// as long as ``table``.
        public var lines: Table { details.lines }

        /// Which inputs each zone's uncertainty comes from.
        public var uncertainty: Table { details.uncertainty }

        /// The newest stock and sinks beside what papers measured around Ordos; empty without zones'
        /// accounts.
        ///
        /// - Throws: `CarbonError` where the set lacks a class.
        public func literature() throws -> Table {
            guard let newest else { return CarbonLiterature.empty }
            return try CarbonLiterature.bundled().table(
                findings, newest.areas, by: newest.set, names: details.names, newest.language)
        }
    }

    /// Measures, computes, and lays out the table.
    public func run(progress: (@Sendable (Double) -> Void)? = nil) async throws -> Result {
        let work = try await begin(progress)
        var notes = work.notes
        var table = work.table
        var findings: [CarbonFinding] = []
        var newest: (areas: [ZoneAreas], set: CoefficientSet, language: Language)?
        if var land = work.measured?.land {
            try settle(&land, work.methods, &notes)
            for step in steps(work.methods, of: land) {
                findings += try await land.findings([step.method], request, earlier: step.earlier)
            }
            for finding in findings {
                notes += finding.notes
                work.layout.add(finding, to: &table)
            }
            let set = try request.set(named: request.coefficients)
            newest = (land.areas(earlier: false), set, language)
        }
        notes += try await writeRasters(work)
        let details = CarbonLines(findings: findings, names: work.layout.names)
        return Result(
            table: table, findings: findings, notes: unique(notes + [details.fitNote]),
            zones: work.zones, details: details, newest: newest)
    }

    /// Measures, and gives the rows of ``Result/table`` as they are made: of 10⁵ zones there are
    /// millions.
    public func rows(progress: (@Sendable (Double) -> Void)? = nil) async throws -> CarbonRows {
        let work = try await begin(progress)
        var notes = work.notes
        var findings: [CarbonRows.Finding] = []
        var request = request
        request.wantsShares = false
        if var land = work.measured?.land {
            try settle(&land, work.methods, &notes)
            for step in steps(work.methods, of: land) {
                if let parted = try land.parted(step.method, request, earlier: step.earlier) {
                    findings.append(.parted(parted))
                } else {
                    findings += try await land.findings(
                        [step.method], request, earlier: step.earlier
                    ).map(CarbonRows.Finding.whole)
                }
            }
            for finding in findings { notes += finding.outline.notes }
        }
        notes += try await writeRasters(work)
        let details = CarbonLines(findings: findings.map(\.outline), names: [:])
        return CarbonRows(
            notes: unique(notes + [details.fitNote]), first: work.table, findings: findings,
            layout: work.layout, request: request)
    }

    /// What is measured, before anything is computed from it.
    private struct Work {
        /// Those that go by zone.
        let methods: [CarbonRequest.Method]
        let periods: (from: Int, to: Int)?
        let sources: CarbonRasters
        /// What methods say that know no zones.
        var table = CarbonTable.empty()
        var notes: [LocalizedText] = []
        var measured: (land: CarbonLand, reader: LandReader)?
        var layout = CarbonTable(names: [:])
        var zones: [String] { measured?.land.zones.map(\.id) ?? [] }
    }

    private func begin(_ progress: (@Sendable (Double) -> Void)?) async throws -> Work {
        let methods = try request.methods(forYears: rasters.count)
        for file in [densityFile, changeFile, sinkFile].compactMap(\.self) {
            try WholeFile.check(file, overwrite: overwrite)
        }
        let byZone = methods.filter { $0 != .invest }
        let periods = try periods(isNeeded: !byZone.isEmpty || valuation != nil)
        let crs = try rasterCRS.map { try CRS($0) }
        let sources = try CarbonRasters(rasters, band: band, assuming: crs)
        var work = Work(methods: byZone, periods: periods, sources: sources)
        for (paths, year) in zip(rasters, years ?? []) {
            for file in try RasterFiles(paths).files {
                work.notes += YearEvidence.notes(on: file, takenFor: year)
            }
        }
        if methods.contains(.invest) {
            let comparison = try await InvestComparison(self, sources, periods, progress)
            comparison.add(to: &work.table)
            work.notes += comparison.notes
        }
        guard !byZone.isEmpty else { return work }
        let measured = try await measure(sources, periods ?? (0, 0), progress)
        work.notes += measured.notes
        work.measured = (measured.land, measured.reader)
        var names = [CarbonModel.cityZone: SurveyFile.allZones[language]]
        for zone in measured.land.zones { names[zone.id] = zone.name }
        work.layout = CarbonTable(names: names, language: language)
        return work
    }

    private func writeRasters(_ work: Work) async throws -> [LocalizedText] {
        guard let measured = work.measured else {
            try await writeInvestRasters(work.sources)
            return []
        }
        return try await writeRasters(
            measured.reader, work.sources, work.methods, work.periods)
    }

    private func unique(_ notes: [LocalizedText?]) -> [LocalizedText] {
        var seen: Set<LocalizedText> = []
        return notes.compactMap(\.self).filter { seen.insert($0).inserted }
    }

    private func periods(isNeeded: Bool) throws -> (from: Int, to: Int)? {
        let named = rasters.map { DataYear.inName(of: $0.first ?? "") }
        let dataYears = years ?? named.compactMap(\.self)
        guard dataYears.count == rasters.count, let from = dataYears.first, let to = dataYears.last
        else {
            guard isNeeded else { return nil }
            throw SurveyError.unusable(
                file: rasters.compactMap(\.first).joined(separator: ", "),
                why: "the year cannot be told from the name; give "
                    + (rasters.count == 1 ? "--year 2020" : "--from 2015 --to 2020"))
        }
        if rasters.count > 1 && to <= from { throw CarbonError.yearsDoNotRise(from: from, to: to) }
        return (from, to)
    }

    /// Decides on shrub, and says what is not known of the land.
    private func settle(
        _ land: inout CarbonLand, _ methods: [CarbonRequest.Method], _ notes: inout [LocalizedText]
    ) throws {
        let set = try request.set(named: request.coefficients)
        notes += [land.settleShrub(for: set)].compactMap(\.self)
        if methods.contains(where: { $0 != .flux }) { notes += [land.note].compactMap(\.self) }
    }

    /// The methods one by one; a stock of two rasters is two stocks.
    private func steps(
        _ methods: [CarbonRequest.Method], of land: CarbonLand
    ) -> [(method: CarbonRequest.Method, earlier: Bool)] {
        let isTwice = methods.contains(.stock) && land.from != land.to
        return (isTwice ? [(.stock, true)] : []) + methods.map { ($0, false) }
    }

    private func changeSample(
        _ source: SampleSource, of tally: Tally, _ schemes: [ClassScheme],
        _ sources: CarbonRasters, _ reader: LandReader, _ periods: (from: Int, to: Int),
        assuming crs: CRS?
    ) throws -> CarbonChangeSample {
        guard schemes.count == 2, schemes[0].id == schemes[1].id else {
            throw SurveyError.unusable(
                file: source.path, why: "a sample of change needs two rasters of one class scheme")
        }
        let account = try ChangeAccount(tally, isByCategory: false) { code, _ in
            ChangeAccount.Label(ofClass: code, schemes[0])
        } after: { code, _ in
            ChangeAccount.Label(ofClass: code, schemes[1])
        }
        guard let whole = try account.total(name: "") else { throw SurveyError.schemeNeeded }
        let estimates = try ChangeEstimates(
            reading: source, strata: changeStrata, of: whole.matrix,
            maps: sources.rasters.map { ($0, band) }, assuming: crs
        ) { text, isLater, file in
            try ClassLabels(scheme: schemes[isLater ? 1 : 0], byCategory: false)
                .label(of: text, in: file)
        }
        let zone = tally.zones.first?.id ?? ""
        return try CarbonChangeSample(
            estimates, named: "\(source.path.fileName) \(periods.from)-\(periods.to)"
        ) { label, place, isLater in
            Int(label).flatMap {
                reader.category(
                    of: .value($0), year: isLater ? 1 : 0, zone: place.isEmpty ? zone : place)
            }
        }
    }

    private func measure(
        _ sources: CarbonRasters, _ periods: (from: Int, to: Int),
        _ progress: (@Sendable (Double) -> Void)?
    ) async throws -> (land: CarbonLand, reader: LandReader, notes: [LocalizedText]) {
        var measurement = Measurement(sources.layers)
        measurement.rasterCRS = try rasterCRS.map { try CRS($0) }
        let layer = try zones.map { try ZoneLayer(reading: $0) }
        if layer?.zones.contains(where: { $0.id == CarbonModel.cityZone }) == true {
            throw SurveyError.reservedZone(file: zones?.path ?? "")
        }
        let grid = try measurement.grid()
        let layerNotes = (layer?.notes ?? []) + (try layer?.placementNotes(on: grid) ?? [])
        let tally = try await measurement.tally(over: layer, jobs: request.jobs, progress: progress)
        var schemes: [ClassScheme] = []
        for index in sources.rasters.indices {
            guard
                let chosen = try scheme.resolve(
                    raster: sources.infos[index], band: band, files: sources.files[index],
                    tally: tally, layer: index)?.scheme
            else { throw SurveyError.schemeNeeded }
            if unknown == .error {
                try chosen.refuseUnknownCodes(in: tally, layer: index, of: measurement)
            }
            schemes.append(chosen)
        }
        try tally.requireValues(in: rasters.map { $0.first ?? "" }) {
            schemes[$0].meaning(of: $1).isValue
        }
        let reader = LandReader(
            schemes: schemes,
            shrubs: ShrubBook(rain: try rain.map { try RainTable.read($0) } ?? [:]),
            zones: layer)
        let zones = tally.zones.map {
            layer == nil ? Tally.ZoneKey(id: "raster", name: $0.name) : $0
        }
        var land = CarbonLand(zones: zones, from: periods.from, to: periods.to)
        for (zone, amounts) in tally.amounts.enumerated() {
            for (codes, amount) in amounts {
                let id = zones[zone].id
                let before = reader.ground(of: codes[0], year: 0, zone: id)
                let after =
                    codes.count > 1 ? reader.ground(of: codes[1], year: 1, zone: id) : before
                land.add(amount.weight, before: before, after: after, zone: zone)
            }
        }
        var notes = layerNotes.map { LocalizedText($0.description) } + sources.notes
        let products = sources.rasters.indices.map { index in
            MapProduct(
                schemes[index], raster: sources.infos[index], files: sources.files[index],
                year: index == 0 ? periods.from : periods.to, choice: scheme)
        }
        if products.count > 1 { land.limit = products[1].warning(before: products[0]) }
        notes += [land.limit].compactMap(\.self) + products.compactMap(\.remarks)
        if let samples {
            let sample = try CarbonSample(
                reading: samples, of: sources, reader, year: periods.to, zones: zones.map(\.id),
                mapped: land.labels, assuming: measurement.rasterCRS)
            land.sample = sample
            notes.append(sample.note)
        }
        if let changeSamples {
            let sample = try changeSample(
                changeSamples, of: tally, schemes, sources, reader, periods,
                assuming: measurement.rasterCRS)
            land.changeSample = sample
            notes.append(sample.note)
        }
        return (land, reader, notes)
    }
}
