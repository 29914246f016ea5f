// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import Ecology
package import GDAL
package import LandCover
public import Tables
package import Words
internal import Zonal

extension ChangeTabulation {
    /// Measures, and recognises schemes if asked to.
    public func run(progress: (@Sendable (Double) -> Void)? = nil) async throws -> Result {
        if !allowsBackwards { try refuseBackwards() }
        if parcelsBefore != nil || parcelsAfter != nil {
            return try await runWithParcels(progress: progress)
        }
        // Zones are read while the rasters are opened.
        async let reading = zones.map { try ZoneLayer(reading: $0, jobs: jobs) }
        let crs = try rasterCRS.map { try CRS($0) }
        let pair = try AlignedPair(before, after, alignment: alignment, assuming: crs)
        var measurement = Measurement([
            Measurement.Layer(pair.before, band: bandBefore),
            Measurement.Layer(pair.after, band: bandAfter),
        ])
        measurement.rasterCRS = crs
        let layer = try await reading
        let grid = try measurement.grid()
        let placement: [ZoneNote]
        do { placement = try layer?.placementNotes(on: grid) ?? [] } catch {
            throw pair.named(error)
        }
        let layerNotes = (layer?.notes ?? []) + placement
        let tally = try await measurement.tally(over: layer, jobs: jobs, progress: progress)
        let from = try schemeBefore.resolve(
            raster: pair.beforeInfo, band: bandBefore, files: pair.beforeFiles, tally: tally,
            layer: 0)?.scheme
        let to = try schemeAfter.resolve(
            raster: pair.afterInfo, band: bandAfter, files: pair.afterFiles, tally: tally,
            layer: 1)?.scheme
        if unknown == .error {
            try from?.refuseUnknownCodes(in: tally, layer: 0, of: measurement)
            try to?.refuseUnknownCodes(in: tally, layer: 1, of: measurement)
        }
        try tally.requireValues(in: [before.first ?? "", after.first ?? ""]) {
            (($0 == 0 ? from : to)?.meaning(of: $1) ?? $1).isValue
        }
        let account = try account(of: tally, from, to)
        let products = products(of: pair, tally, from, to)
        let limit = products.flatMap { early, late in late.warning(before: early) }
        var notes = layerNotes.map(\.description) + [pair.note, limit].compactMap { $0?[language] }
        notes += Self.remarks([from, to], language)
        if account.isByCategory, grouping == .automatic, let from, let to {
            notes.append("\(from.id) → \(to.id): " + Self.categoryNote[language])
        }
        var errors = ChangeErrors()
        errors.isRegistrationUnknown = pair.note != nil && pair.shift == nil && !pair.isSameLattice
        if usesPublishedAccuracy, let (early, late) = products {
            errors.before = ChangeErrors.published(early)
            errors.after = ChangeErrors.published(late)
        }
        errors.registration = try await Registration(
            of: pair, over: layer, bands: (bandBefore, bandAfter), assuming: crs, jobs: jobs
        ) { code, _ in
            Self.label(of: code, pair.takesGridOfBefore ? from : to, account.isByCategory)
        }
        if let registration = errors.registration {
            notes.append(
                registration.note(of: "\(before[0].fileName) → \(after[0].fileName)")[language])
        }
        errors.estimates = try estimates(
            of: account, from, to,
            maps: [(pair.earlier, bandBefore), (pair.later, bandAfter)], assuming: crs)
        return try result(of: account, errors, limit: limit, notes: notes)
    }

    package func result(
        of account: ChangeAccount, _ errors: ChangeErrors, limit: LocalizedText?, notes: [String]
    ) throws -> Result {
        // A sample of change speaks of all zones together.
        let isSampled = errors.estimates != nil && account.zones.count > 1
        let name = SurveyFile.allZones[language]
        return Result(
            account: account, notes: notes + (errors.estimates?.notes ?? []).map { $0[language] },
            errors: errors, whole: isSampled ? try account.total(name: name) : nil, limit: limit,
            language: language)
    }

    /// What the sample of change estimates; `nil` without one.
    package func estimates(
        of account: ChangeAccount, _ from: ClassScheme?, _ to: ClassScheme?,
        maps: [(raster: Raster, band: Int)]?, assuming crs: CRS?
    ) throws -> ChangeEstimates? {
        guard let samples, let whole = try account.total(name: "") else { return nil }
        return try ChangeEstimates(
            reading: samples, strata: strata, of: whole.matrix, maps: maps, assuming: crs
        ) { text, isLater, file in
            try ClassLabels(scheme: isLater ? to : from, byCategory: account.isByCategory)
                .label(of: text, in: file)
        }
    }

    /// How the account calls a code; `nil` for no class.
    private static func label(
        of code: Code, _ scheme: ClassScheme?, _ byCategory: Bool
    ) -> String? {
        let meaning = scheme?.meaning(of: code) ?? code
        guard meaning.isValue else { return nil }
        return byCategory ? scheme?.category(of: meaning) : "\(meaning)"
    }

    /// What two rasters are of. Where no scheme is asked for, one that can be recognised speaks all the
    /// same.
    private func products(
        of pair: AlignedPair, _ tally: Tally, _ from: ClassScheme?, _ to: ClassScheme?
    ) -> (early: MapProduct, late: MapProduct)? {
        func known(_ info: RasterInfo, _ files: [String], _ band: Int, _ layer: Int) -> ClassScheme?
        {
            try? SchemeChoice.automatic.resolve(
                raster: info, band: band, files: files, tally: tally, layer: layer)?.scheme
        }
        guard let from = from ?? known(pair.beforeInfo, pair.beforeFiles, bandBefore, 0),
            let to = to ?? known(pair.afterInfo, pair.afterFiles, bandAfter, 1)
        else { return nil }
        let early = MapProduct(
            from, raster: pair.beforeInfo, files: pair.beforeFiles, year: Self.year(of: before),
            choice: schemeBefore)
        let late = MapProduct(
            to, raster: pair.afterInfo, files: pair.afterFiles, year: Self.year(of: after),
            choice: schemeAfter)
        return (early, late)
    }

    /// What the files of schemes remark, once a scheme.
    package static func remarks(_ schemes: [ClassScheme?], _ language: Language) -> [String] {
        var seen: Set<String> = []
        return schemes.compactMap(\.self).filter { seen.insert($0.id).inserted }
            .compactMap { MapProduct($0, year: nil).remarks?[language] }
    }

    private func refuseBackwards() throws(SurveyError) {
        let (first, second) = (
            parcelsBefore.map { [$0.path] } ?? before, parcelsAfter.map { [$0.path] } ?? after
        )
        guard let from = Self.year(of: first), let to = Self.year(of: second), from > to else {
            return
        }
        throw .unusable(
            file: second.first ?? "",
            why: "is of \(to) by its name, and \(first.first ?? "") of \(from): the years are in "
                + "the wrong order. Name the earlier one first, or add --backwards")
    }

    static let categoryNote = LocalizedText(
        zh: "两年分类体系不同，按类别比较",
        en: "the two years have different schemes, so they are compared by category")

    private func account(
        of tally: Tally, _ from: ClassScheme?, _ to: ClassScheme?
    ) throws -> ChangeAccount {
        let isSame = from?.id == to?.id
        let byCategory = grouping == .categories || grouping == .automatic && !isSame
        guard byCategory else {
            guard isSame else { throw SurveyError.differentSchemes(from?.id ?? "-", to?.id ?? "-") }
            return try ChangeAccount(tally, isByCategory: false) { code, _ in
                ChangeAccount.Label(ofClass: code, from)
            } after: { code, _ in
                ChangeAccount.Label(ofClass: code, to)
            }
        }
        guard let from, let to else { throw SurveyError.schemeNeeded }
        return try ChangeAccount(tally, isByCategory: true) { code, _ in
            ChangeAccount.Label(ofCategory: from.category(of: from.meaning(of: code)))
        } after: { code, _ in
            ChangeAccount.Label(ofCategory: to.category(of: to.meaning(of: code)))
        }
    }
}
