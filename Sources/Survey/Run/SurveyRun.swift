// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
public import Cartography
public import Ecology
internal import Files
internal import Foundation
internal import GDAL
public import Reporting
public import Words
public import Zonal

/// The whole annual job: every year, zone, indicator, target, layer and map of a survey file.
public struct SurveyRun: Sendable {
    /// What the survey is to be made of.
    public internal(set) var survey: SurveyFile
    /// Threads; the results are the same for any number.
    public var jobs = 2
    /// Bytes of memory that the run is to keep within, by fewer threads; `nil` sets no bound.
    public var memory: Int?
    /// Whether a finished survey in the output folder may be replaced.
    public var overwrite = false
    /// The language of everything in the folder that has one; `nil` takes the survey file's, and
    /// English where that names both. Never the locale's, so that a survey gives the same bytes anywhere.
    public var language: Language?
    /// Whether maps are drawn.
    public var drawsMaps = true
    /// Whether each zone gets a plate and a profile of its own.
    public var drawsAtlas = false
    /// What maps are drawn as; profiles are PDF too.
    public var mapFormats = [ImageFormat.png]
    /// Dots to the inch of maps that are PNG.
    public var dpi = 200.0
    /// Where the folder is made, if not where the survey file says; what leads out of it is written as
    /// from there all the same.
    var place: String?
    /// Whether the first input that cannot be read ends the run; else all the rest is done.
    public var isStrict = false
    /// The key that seals the record, for whoever wants to know that nothing was changed; `nil` seals
    /// nothing.
    public var seal: SealKey?
    /// A finished survey that the report tells the differences from; `nil` compares with none.
    public var previous: FinishedSurvey?
    /// The one figure that is wanted; `nil` takes all.
    var focus: SurveyFocus?
    /// Where tallies are kept, so that nothing is measured twice; `nil` keeps none.
    public var store: TallyStore?

    /// A run of a survey file with everything else at its default.
    public init(_ survey: SurveyFile) { self.survey = survey }

    /// What came out, for a summary.
    public struct Outcome: Sendable {
        /// Every indicator of every zone and year, with its verdict.
        public let assessments: [Assessment]
        /// What was found about zones and rasters on the way.
        public let remarks: [LocalizedText]
        /// What could not be read; figures that rest on it are not assessed, and say so.
        public let gaps: [SurveyGap]
        /// The language of the folder's files.
        public let language: Language
        /// The output folder.
        public let folder: String
        /// The files in it.
        public let files: [String]
        /// What families of indicators say on the terminal, beside the indicators.
        let summaryLines: [SummaryLine]
        /// The families that ran.
        package let families: Families

        /// What was found on the way, in the language of the folder.
        public var notes: [String] { remarks.map { $0[language] } }

        /// The city's assessments in the newest year.
        public var city: [Assessment] {
            let newest = assessments.map(\.result.year).max()
            return assessments.filter { $0.result.zone == "all" && $0.result.year == newest }
        }
    }

    /// Runs the survey and writes its folder, whole or not at all.
    ///
    /// - Parameter progress: Told what is being done, and which fraction of all the work is done, from any
    ///   thread.
    /// - Returns: What was found, and what was written.
    /// - Throws: What is wrong with the survey's file or data, in words that name the file;
    ///   ``SurveyLimitError`` where ``memory`` does not do, `WriteError` where the disk has too little room.
    public func run(
        progress: (@Sendable (SurveyStep) -> Void)? = nil
    ) async throws -> Outcome {
        var run = self
        if let memory {
            let zones = try survey.zoneLayer(in: .en, jobs: 1).zones.count
            run.jobs = try SurveyCost(of: self, zones: zones).jobs(of: jobs, within: memory)
        }
        return try await run.runWithinLimits(progress)
    }

    private func runWithinLimits(
        _ progress: (@Sendable (SurveyStep) -> Void)?
    ) async throws -> Outcome {
        let done = progress.map { SurveyProgress($0) }
        let claim = try OutputClaim(on: folder)
        defer { withExtendedLifetime(claim) {} }
        let queue = MeasurementQueue(jobs: jobs) { done?.measured(round: $0, $1) }
        return try await working(with: queue) { try await measureAndWrite(done) }
    }

    /// Does something under all that holds for a run.
    func working<Value: Sendable>(
        with queue: MeasurementQueue, _ body: () async throws -> Value
    ) async throws -> Value {
        // One state of the inputs, from first to last, under whatever watch there is.
        let watch = InputWatch.current ?? InputWatch()
        let overlaps: RasterFiles.Overlaps = survey.allowsMosaics ? .lastOnTop : .mustAgree
        do {
            return try await InputWatch.$current.withValue(watch) {
                try await Remedy.$place.withValue(.surveyFile) {
                    try await AreaRule.$current.withValue(survey.area) {
                        try await GeodeticNotes.$current.withValue(GeodeticNotes()) {
                            try await RasterFiles.$overlaps.withValue(overlaps) {
                                try await TallyStore.$current.withValue(store) {
                                    try await MeasurementQueue.$current.withValue(queue) {
                                        try await body()
                                    }
                                }
                            }
                        }
                    }
                }
            }
        } catch {
            throw SurveyDataError.inTerms(ofSurvey: error)
        }
    }

    var folder: String { place ?? survey.output }

    /// The language of the folder.
    var writtenLanguage: Language { language ?? (survey.languages == [.zh] ? .zh : .en) }

    private func measureAndWrite(_ progress: SurveyProgress?) async throws -> Outcome {
        let start = Date()
        try WholeFile.checkFolder(
            folder, overwrite: overwrite, marker: FinishedSurvey.marker)
        let output = try await output(since: start, isPlan: false, progress)
        progress?.reach(.writing)
        var files: [String] = []
        var drawingGaps: [String] = []
        try await WholeFile.makeFolder(
            folder, overwrite: overwrite, marker: FinishedSurvey.marker
        ) { folder in
            (files, drawingGaps) = try await output.write(to: folder) { stage, fraction in
                let part: SurveyProgress.Part =
                    switch stage {
                    case .tables: .writing
                    case .pictures: .reducing
                    case .drawing: .drawing
                    }
                progress?.reach(part, fraction)
            }
        }
        progress?.reach(.drawing, 1)
        return Outcome(
            assessments: output.assessments,
            remarks: output.remarks + drawingGaps.map { LocalizedText($0) },
            gaps: output.unread, language: output.language, folder: folder, files: files,
            summaryLines: output.contributions.flatMap(\.summary), families: output.families)
    }

    /// Measures and assesses everything: what is to be written.
    func output(
        since start: Date, isPlan: Bool = false, _ progress: SurveyProgress? = nil
    ) async throws -> SurveyOutput {
        let language = writtenLanguage
        let catalogue = try IndicatorCatalogue.bundled().citing(survey.references)
        let layer = try survey.zoneLayer(in: language, jobs: jobs)
        try survey.checkZones(layer.zones.map(\.id))
        if !isPlan {
            try DiskSpace.require(SurveyCost(of: self, zones: layer.zones.count).disk, at: folder)
        }
        let plan = try survey.targets.map {
            try TargetPlan(
                readingFrom: $0, knownZones: layer.zones.map(\.id),
                ground: layer.groundAreas(), catalogue: catalogue)
        }
        let gaps = SurveyGaps(isStrict: isStrict)
        var survey = survey
        let zones = focus?.narrowed(layer) ?? layer
        try survey.prepareCover(gaps)
        if let progress {
            let (pixels, land) = survey.pixels
            progress.plan(
                pixels: pixels, land: land, relations: survey.years.count > 1,
                computing: FamilyCatalogue.all.reduce(0) { $0 + $1.work(in: survey).pixels },
                maps: drawsMaps ? survey.mapCount : 0)
            progress.reach(.years)
        }
        let lands: [LandYear]
        (survey, lands) = try await LandReading(
            survey: survey, zones: zones, jobs: jobs, gaps: gaps
        ).read()
        let setting = FamilySetting(
            survey: survey, catalogue: catalogue, zones: zones, lands: lands, language: language,
            jobs: jobs, gaps: gaps, isPlan: isPlan)
        let wanted = try focus.map { try $0.families(in: setting) } ?? FamilyCatalogue.all
        let families = try await Families(wanted, in: setting) { family in
            if let name = family.work(in: setting.survey).name { progress?.start(name) }
        }
        let contributions = try families.contributions(to: setting)
        let assessing = Assessing(catalogue: catalogue)
        var results = contributions.judgedResults()
        results.main += catalogue.namesakes(of: results.main + results.others, for: plan)
        if let newest = survey.years.map(\.year).max() {
            results.main += assessing.missing(
                from: results.main, in: newest, plan: plan, wholeName: setting.wholeName)
        }
        results.main = gaps.explained(results.main, catalogue: catalogue)
        results.others = gaps.explained(results.others, catalogue: catalogue)
        let basis = try SurveyBasis(survey, lands: lands, catalogue: catalogue)
        let errors = try SurveyErrors(survey, lands: lands, catalogue: catalogue)
        results.main = catalogue.sorted(results.main).map { errors.set(on: basis.set(on: $0)) }
        results.others = results.others.map(errors.set(on:))
        let assessments = try assessing.assess(results.main, plan: plan)
        let remarks =
            try groundRemarks(zones, lands, plan) + survey.seasonNotes
            + contributions.flatMap(\.notes) + GeodeticNotes.remarks()
        return SurveyOutput(
            survey: survey, catalogue: catalogue, plan: plan, zones: zones, lands: lands,
            families: families, contributions: contributions, assessments: assessments,
            variants: results.others, remarks: remarks, language: language, jobs: jobs,
            start: start, drawsMaps: drawsMaps, drawsAtlas: drawsAtlas, mapFormats: mapFormats,
            dpi: dpi, unread: gaps.gaps, previous: previous, seal: seal)
    }

    /// What a reader should know of the zones, of the targets for them, and of how they lie on the
    /// rasters.
    private func groundRemarks(
        _ zones: ZoneLayer, _ lands: [LandYear], _ plan: TargetPlan?
    ) throws -> [LocalizedText] {
        var notes = zones.notes + (try zones.topologyNotes())
        if let source = survey.zones, let shift = try ShiftCheck.note(on: zones, source: source) {
            notes.append(shift)
        }
        var limits =
            [plan?.warning(aboutZones: zones.zones.map(\.id))].compactMap(\.self)
            + (plan?.beyondGround ?? [])
        var ofRasters: [LocalizedText] = []
        let crs = try survey.rasterCRS.map { try CRS($0) }
        for case .raster(let rasters, _) in lands {
            let grid = try Grid(of: rasters.info, assuming: crs)
            notes += try zones.placementNotes(on: grid)
            if let coarse = grid.coarseness {
                limits.append(
                    LocalizedText(
                        zh: "\(rasters.year)年：\(coarse.zh)", en: "\(rasters.year): \(coarse.en)"))
            }
            ofRasters += rasters.notes
        }
        return notes.map { LocalizedText($0.description) } + limits + ofRasters
    }
}
