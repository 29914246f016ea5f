// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import GDAL
internal import Words
package import Zonal

/// Opens and measures the land cover of a survey's years. What of a year cannot be read is left out, and
/// the year goes on with the rest.
package struct LandReading: Sendable {
    package let survey: SurveyFile
    package let zones: ZoneLayer
    package let jobs: Int
    package let gaps: SurveyGaps

    package init(survey: SurveyFile, zones: ZoneLayer, jobs: Int, gaps: SurveyGaps) {
        self.survey = survey
        self.zones = zones
        self.jobs = jobs
        self.gaps = gaps
    }

    /// A year as far as it could be read.
    package struct Outcome: Sendable {
        /// The year without what could not be read.
        package let year: SurveyFile.Year
        /// `nil` where its land cover could not be read.
        package let land: LandYear?
    }

    /// A part of a year that may be left out.
    private enum Part: CaseIterable {
        case cover, volume

        func isIn(_ year: SurveyFile.Year) -> Bool {
            switch self {
            case .cover: !year.ndvi.isEmpty || !year.cover.isEmpty
            case .volume: !year.volume.isEmpty
            }
        }

        func removed(from year: SurveyFile.Year) -> SurveyFile.Year {
            var year = year
            switch self {
            case .cover: (year.ndvi, year.cover) = ([], [])
            case .volume: year.volume = []
            }
            return year
        }

        var aspect: Basis.Aspect { self == .cover ? .cover : .volume }

        func subject(_ year: Int) -> LocalizedText {
            switch self {
            case .cover:
                LocalizedText(zh: "\(year)年NDVI或植被盖度", en: "NDVI or vegetation cover of \(year)")
            case .volume: LocalizedText(zh: "\(year)年蓄积栅格", en: "volume of \(year)")
            }
        }
    }

    /// Reads every year.
    ///
    /// - Returns: The survey without what could not be read, and the land of its years, oldest first.
    /// - Throws: What ends the run; the error that came first where no land is left to survey.
    package func read() async throws -> (survey: SurveyFile, lands: [LandYear]) {
        let outcomes = try await MeasurementQueue.sideBySide(survey.years) { year in
            guard let source = year.parcels else { return try await readRasters(of: year) }
            return Outcome(year: year, land: try await readParcels(source, of: year))
        }
        var rest = survey
        rest.replace(years: outcomes.map(\.year))
        let lands = outcomes.compactMap(\.land).sorted { $0.year < $1.year }
        if lands.isEmpty, let error = gaps.firstError { throw error }
        try rest.checkVersions(lands)
        return (rest, lands)
    }

    private func readParcels(
        _ source: ParcelSource, of year: SurveyFile.Year
    ) async throws -> LandYear? {
        try await gaps.attempt(
            LocalizedText(zh: "\(year.year)年图斑", en: "survey polygons of \(year.year)"),
            aspect: .land, year: year.year
        ) {
            .parcels(try await ParcelYear(year, source, of: survey, zones: zones, jobs: jobs))
        }
    }

    /// Opens and measures a year; tries without its parts, one by one, where that fails.
    private func readRasters(of year: SurveyFile.Year) async throws -> Outcome {
        let whole: any Error
        do { return try await outcome(of: year) } catch {
            guard gaps.canGoOn(after: error) else { throw error }
            whole = error
        }
        let parts = Part.allCases.filter { $0.isIn(year) }
        // The error that is left when all but one part are left out is that part's.
        var errors: [Part: any Error] = [:]
        for part in parts {
            do {
                let outcome = try await outcome(of: part.removed(from: year))
                add(part, year, whole)
                return outcome
            } catch {
                guard gaps.canGoOn(after: error) else { throw error }
                for other in parts where other != part { errors[other] = error }
            }
        }
        do {
            let bare = parts.reduce(year) { $1.removed(from: $0) }
            if parts.count > 1 {
                let outcome = try await outcome(of: bare)
                for part in parts { add(part, year, errors[part] ?? whole) }
                return outcome
            }
            throw whole
        } catch {
            guard gaps.canGoOn(after: error) else { throw error }
            gaps.add(
                LocalizedText(zh: "\(year.year)年土地覆盖", en: "land cover of \(year.year)"), error,
                aspect: .land, year: year.year)
            // What is counted from ledgers in that year still is.
            var rest = parts.reduce(year) { $1.removed(from: $0) }
            rest.landCover = []
            return Outcome(year: rest, land: nil)
        }
    }

    private func outcome(of year: SurveyFile.Year) async throws -> Outcome {
        let rasters = try YearRasters(year, of: survey)
        let measuring = Measuring(survey: survey, zones: zones, jobs: jobs)
        return Outcome(
            year: year, land: .raster(rasters, try await measuring.account(of: rasters)))
    }

    private func add(_ part: Part, _ year: SurveyFile.Year, _ error: any Error) {
        gaps.add(part.subject(year.year), error, aspect: part.aspect, year: year.year)
    }
}
