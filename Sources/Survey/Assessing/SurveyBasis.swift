// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import GDAL
internal import LandCover
internal import Zonal

/// What each year's figures rest on, so that only like figures are subtracted.
struct SurveyBasis {
    private let catalogue: IndicatorCatalogue
    private let aspects: [Int: [Basis.Aspect: String]]
    /// The share of each zone that has land cover, by year.
    private let coverage: [Int: [String: Double]]

    init(_ survey: SurveyFile, lands: [LandYear], catalogue: IndicatorCatalogue) throws {
        self.catalogue = catalogue
        let crs = try survey.rasterCRS.map { try CRS($0) }
        var aspects: [Int: [Basis.Aspect: String]] = [:]
        var coverage: [Int: [String: Double]] = [:]
        for land in lands {
            let year = survey.years.first { $0.year == land.year }
            var yearAspects = try land.basis(assuming: crs).aspects
            yearAspects[.cover] = try Self.pixels(of: year.map { $0.ndvi + $0.cover } ?? [], crs)
            yearAspects[.volume] = try Self.pixels(of: year?.volume ?? [], crs)
            aspects[land.year] = yearAspects
            coverage[land.year] = land.coverage
        }
        self.aspects = aspects
        self.coverage = coverage
    }

    private static func pixels(of files: [String], _ crs: CRS?) throws -> String? {
        guard !files.isEmpty else { return nil }
        return try Grid(of: Dataset(opening: RasterFiles(files).raster).info, assuming: crs)
            .pixelSize
    }

    /// The result with what it rests on, by what its definition says that it is measured on.
    func set(on result: IndicatorResult) -> IndicatorResult {
        let wanted = catalogue[result.indicator]?.measuredOn(variant: result.variant) ?? []
        guard !wanted.isEmpty, let yearAspects = aspects[result.year] else { return result }
        var result = result
        for aspect in wanted { result.basis.aspects[aspect] = yearAspects[aspect] }
        if wanted.contains(.scheme) { result.basis.aspects[.product] = yearAspects[.product] }
        if wanted.contains(.land) {
            result.basis.coverage = coverage[result.year]?[result.zone]
        }
        return result
    }
}
