// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import GDAL
internal import LandCover
package import Words
internal import Zonal

/// Measures what became what between two years of a survey, and what is known of its error.
struct PairMeasuring: Sendable {
    let survey: SurveyFile
    let zones: ZoneLayer
    let accuracy: [SurveyAccuracy]
    let cityName: String
    let jobs: Int

    /// Two years and their matrices, with what a reader must know of them.
    func pair(
        _ before: LandYear, _ after: LandYear
    ) async throws -> (pair: MeasuredPair, notes: [LocalizedText]) {
        var notes: [LocalizedText] = []
        let account: ChangeAccount
        var errors = ChangeErrors()
        var maps: [(raster: Raster, band: Int)]?
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
                aligned, before: first, after: second, byCategory: account.isByCategory, &notes)
            if account.isByCategory {
                notes.append(Self.byCategory(before.year, first, after.year, second))
            }
        } else {
            account = try await ParcelChange(jobs: jobs)
                .account(from: .init(before, of: survey), to: .init(after, of: survey))
            // How far lines that were drawn twice lie apart is not known.
            errors.isRegistrationUnknown = true
        }
        addRanges(to: &errors, before, after, byCategory: account.isByCategory)
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
        let pair = MeasuredPair(
            from: before.year, to: after.year, account: account, city: city,
            reason: try after.basis(assuming: crs).difference(from: before.basis(assuming: crs)),
            errors: errors)
        return (pair, notes)
    }

    /// What the shift of two rasters' pixels alone shows as change, with a note.
    private func registered(
        _ pair: AlignedPair, before: YearAccount, after: YearAccount, byCategory: Bool,
        _ notes: inout [LocalizedText]
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
        if let registration = errors.registration {
            notes.append(registration.note(of: "\(before.year) → \(after.year)"))
        }
        return errors
    }

    /// The ranges of each year's areas: by the sample of that year for all zones together, or else by
    /// what the map's publisher states.
    private func addRanges(
        to errors: inout ChangeErrors, _ before: LandYear, _ after: LandYear, byCategory: Bool
    ) {
        func range(_ land: LandYear) -> ChangeErrors.Range {
            if land.official != nil { return ChangeErrors.counted }
            let unknown: ChangeErrors.Range = { _, _, _ in nil }
            let published =
                survey.usesPublishedAccuracy ? ChangeErrors.published(land.product) : unknown
            guard let accuracy = accuracy.judging(land.year), !byCategory else {
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
}

/// Two years and their matrices, the city's last.
package struct MeasuredPair: Sendable {
    package let from: Int
    package let to: Int
    package let account: ChangeAccount
    package let city: ZoneChange?
    /// Why what the classes gained and lost is not told; `nil` where the years are alike.
    package let reason: LocalizedText?
    /// What is known of the error of what changed.
    package let errors: ChangeErrors
}
