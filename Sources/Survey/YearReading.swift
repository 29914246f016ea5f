// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import GDAL
internal import Zonal

/// Opens and measures the years of a survey whose land cover is a raster. What of a year cannot be read
/// is left out, and the year goes on with the rest.
struct YearReading: Sendable {
    let survey: SurveyFile
    let zones: ZoneLayer
    let jobs: Int
    let gaps: SurveyGaps

    /// A year as far as it could be read.
    struct Outcome: Sendable {
        /// The year without what could not be read.
        let year: SurveyFile.Year
        /// `nil` where its land cover could not be read.
        let measured: (rasters: YearRasters, account: YearAccount)?
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

    /// Opens and measures a year; tries without its parts, one by one, where that fails.
    func read(_ year: SurveyFile.Year) async throws -> Outcome {
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
            return Outcome(year: rest, measured: nil)
        }
    }

    private func outcome(of year: SurveyFile.Year) async throws -> Outcome {
        let rasters = try YearRasters(year, of: survey)
        let measuring = Measuring(survey: survey, zones: zones, jobs: jobs)
        return Outcome(year: year, measured: (rasters, try await measuring.account(of: rasters)))
    }

    private func add(_ part: Part, _ year: SurveyFile.Year, _ error: any Error) {
        gaps.add(part.subject(year.year), error, aspect: part.aspect, year: year.year)
    }
}
