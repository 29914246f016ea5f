// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import Ecology
internal import GDAL
internal import LandCover
internal import Words
internal import Zonal

extension ChangeTabulation {
    /// Whether a path holds polygons to compare, rather than a raster.
    public static func isParcels(_ path: String) -> Bool {
        if (try? Dataset(opening: path)) != nil { return false }
        return (try? VectorSource(opening: path)) != nil
    }

    /// Measures two years of which at least one is polygons, as ``ParcelChange`` has it.
    func runWithParcels(
        progress: (@Sendable (Double) -> Void)?
    ) async throws -> Result {
        guard let zones else {
            throw SurveyError.unusable(
                file: (parcelsBefore ?? parcelsAfter)?.path ?? "",
                why: "polygons are compared zone by zone: name the zones with --zones")
        }
        let layer = try ZoneLayer(reading: zones)
        var notes = layer.notes.map(\.description)
        let early = try await side(
            parcelsBefore, before, bandBefore, schemeBefore, layer, &notes, progress)
        let late = try await side(
            parcelsAfter, after, bandAfter, schemeAfter, layer, &notes, progress)
        let (from, to) = (early.scheme, late.scheme)
        if grouping == .classes, from.id != to.id {
            throw SurveyError.differentSchemes(from.id, to.id)
        }
        let account = try await ParcelChange(jobs: jobs).account(
            from: early, to: late,
            byCategory: grouping == .automatic ? nil : grouping == .categories)
        notes.append(note(early, late))
        if account.isByCategory, grouping == .automatic {
            notes.append("\(from.id) → \(to.id): " + Self.categoryNote[language])
        }
        let products = (
            before: product(of: early, from: before, schemeBefore),
            after: product(of: late, from: after, schemeAfter)
        )
        let limit = products.after.warning(before: products.before)
        notes += [limit].compactMap { $0?[language] } + Self.remarks([from, to], language)
        var errors = ChangeErrors()
        // How far lines that were drawn twice lie apart is not known.
        errors.isRegistrationUnknown = true
        if usesPublishedAccuracy {
            errors.before = ChangeErrors.published(products.before)
            errors.after = ChangeErrors.published(products.after)
        }
        errors.estimates = try estimates(of: account, from, to, maps: nil, assuming: nil)
        return try result(of: account, errors, limit: limit, notes: notes)
    }

    /// What a year is of, by its file's name, and the year in it.
    private func product(
        of side: ParcelChange.Side, from raster: [String], _ choice: SchemeChoice
    ) -> MapProduct {
        var files = raster
        if case .parcels(let parcels) = side { files = [parcels.file] }
        return MapProduct(
            side.scheme, year: Self.year(of: files), texts: files.map(\.fileName),
            alias: choice.word)
    }

    private func note(_ early: ParcelChange.Side, _ late: ParcelChange.Side) -> String {
        if case .parcels = early, case .parcels = late {
            return LocalizedText(
                zh: "两年均为图斑：几何叠加", en: "both years are polygons, laid over one another")[language]
        }
        return LocalizedText(
            zh: "图斑按覆盖比例在栅格像元上精确量算，像元内类别视为均一",
            en: "polygons are measured exactly on the raster's pixels; a pixel's class is taken to "
                + "hold for all of it")[language]
    }

    private func side(
        _ parcels: ParcelSource?, _ raster: [String], _ band: Int, _ choice: SchemeChoice,
        _ zones: ZoneLayer, _ notes: inout [String], _ progress: (@Sendable (Double) -> Void)?
    ) async throws -> ParcelChange.Side {
        if let parcels { return try side(parcels, choice, zones, &notes) }
        let files = try RasterFiles(raster)
        let info = try Dataset(opening: files.raster).info
        var measurement = Measurement([Measurement.Layer(files.raster, band: band)])
        measurement.rasterCRS = try rasterCRS.map { try CRS($0) }
        notes += try zones.placementNotes(on: measurement.grid()).map(\.description)
        let tally = try await measurement.tally(over: zones, jobs: jobs, progress: progress)
        guard
            let scheme = try choice.resolve(
                raster: info, band: band, files: files.files, tally: tally)?.scheme
        else { throw SurveyError.schemeNeeded }
        if unknown == .error {
            try scheme.refuseUnknownCodes(in: tally, layer: 0, of: measurement)
        }
        return .raster(
            ParcelChange.RasterSide(
                layer: measurement.layers[0], crs: measurement.rasterCRS, tally: tally,
                scheme: scheme
            ) { code, _ in scheme.category(of: scheme.meaning(of: code)) })
    }

    private func side(
        _ source: ParcelSource, _ choice: SchemeChoice, _ zones: ZoneLayer,
        _ notes: inout [String]
    ) throws -> ParcelChange.Side {
        let name: String
        switch choice {
        case .none: name = "sandiao"
        case .named(let given): name = given
        case .automatic:
            throw SurveyError.unusable(
                file: source.path,
                why:
                    "the scheme of polygons is not recognised by itself; name it (--scheme-before, "
                    + "--scheme-after), such as sandiao or erdiao")
        }
        let account = try ParcelOverlay(rule: .exact, unknown: unknown, checksOverlaps: true)
            .account(
                of: ParcelLayer(reading: source), over: zones,
                by: SchemeCatalogue.builtIn().scheme(named: name), file: source.path)
        notes += account.problems.prefix(20).map { $0.description[language] }
        return .parcels(
            ParcelChange.ParcelSide(account: account, file: source.path) { code, _ in
                account.landClass(code)?.category.key ?? LandCover.Category.nodata.key
            })
    }
}
