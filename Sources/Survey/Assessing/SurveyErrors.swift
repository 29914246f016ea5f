// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import GDAL
internal import Words
internal import Zonal

/// Which errors every figure of a survey holds and leaves out, and what keeps it from standing for
/// the official one: by what counts it, for every indicator in one place.
struct SurveyErrors {
    private let survey: SurveyFile
    private let catalogue: IndicatorCatalogue
    /// Why pixels are too coarse to judge by, by year and zone.
    private let coarse: [Int: [String: LocalizedText]]

    /// Fewer pixels than this in a zone judge nothing (a judgement).
    static let leastPixels = 400.0

    init(_ survey: SurveyFile, lands: [LandYear], catalogue: IndicatorCatalogue) throws {
        self.survey = survey
        self.catalogue = catalogue
        let crs = try survey.rasterCRS.map { try CRS($0) }
        var coarse: [Int: [String: LocalizedText]] = [:]
        for case .raster(let rasters, _) in lands {
            let land = LandYear.zonePixels(lands, year: rasters.year)
            let grid = try Grid(of: rasters.info, assuming: crs)
            for (zone, pixels) in land where pixels < Self.leastPixels && grid.coarseness != nil {
                let count = decimal(pixels, digits: 0)
                coarse[rasters.year, default: [:]][zone] = LocalizedText(
                    zh: "本区仅\(count)个像元，少于\(decimal(Self.leastPixels, digits: 0))个，像元过粗",
                    en: "the zone has \(count) pixels, fewer than "
                        + "\(decimal(Self.leastPixels, digits: 0)): too coarse to judge by")
            }
        }
        self.coarse = coarse
    }

    /// The result with what is known of its error.
    func set(on result: IndicatorResult) -> IndicatorResult {
        guard let definition = catalogue[result.indicator],
            result.value != nil || result.bounds != nil
        else { return result }
        var result = result
        let wanted = definition.measuredOn(variant: result.variant)
        result.holdSensitivities()
        switch definition.countedBy(variant: result.variant) {
        case .ledger: result.uncertainty.completeCount = .ledger
        case .plots:
            if !result.uncertainty.included.contains(.plotSampling) {
                result.uncertainty.leftOut.insert(.plotSampling)
            }
        case .map:
            if let document = parcelDocument(result, wanted) {
                result.uncertainty.completeCount = .survey(document: document)
            }
            if result.uncertainty.completeCount != nil {
                break
            } else if result.uncertainty.included.isDisjoint(with: Self.ofMaps)
                || wanted.contains(.cover) && coverYears(of: result, definition).count > 1
            {
                // A sample of one year's map says nothing of the other's.
                result.uncertainty.leftOut.insert(.mapError)
            }
        }
        if wanted.contains(.cover) {
            let known = definition.leavesOut.union([.endMembers, .season])
            result.uncertainty.leftOut.formUnion(known.subtracting(result.uncertainty.included))
        }
        limit(&result, definition, wanted)
        return result
    }

    private static let ofMaps: Set<ErrorSource> = [
        .mapSample, .productAccuracy, .inventorySampling,
    ]

    /// The document that makes the year's polygons a complete count.
    private func parcelDocument(
        _ result: IndicatorResult, _ wanted: [Basis.Aspect]
    ) -> String? {
        let isArea = (result.numerator?.unit ?? result.unit) == .squareMetres
        guard isArea, wanted.contains(.land), !wanted.contains(.cover) else { return nil }
        return survey.years.first { $0.year == result.year }?.parcels?.official
    }

    /// The years whose vegetation cover a figure is made from, the later first.
    private func coverYears(
        of result: IndicatorResult, _ definition: IndicatorDefinition
    ) -> [Int] {
        definition.comparesBaseline(variant: result.variant)
            ? [result.year, survey.baseline] : [result.year]
    }

    /// What makes a figure indicative whatever its error.
    private func limit(
        _ result: inout IndicatorResult, _ definition: IndicatorDefinition,
        _ wanted: [Basis.Aspect]
    ) {
        guard case .official = result.status, result.uncertainty.completeCount != .ledger else {
            return
        }
        if wanted.contains(.cover),
            let why = survey.seasonLimit(coverYears(of: result, definition))
        {
            result.status = .indicative(why)
        } else if wanted.contains(.land), let why = coarse[result.year]?[result.zone] {
            result.status = .indicative(why)
        }
    }
}

extension LandYear {
    /// How many pixels each zone of a year has, and all together as `all`.
    fileprivate static func zonePixels(_ lands: [LandYear], year: Int) -> [String: Double] {
        for case .raster(let rasters, let account) in lands where rasters.year == year {
            var pixels: [String: Double] = [:]
            for (index, zone) in account.tally.zones.enumerated() {
                let total = account.tally.total(ofZone: index).pixels
                pixels[zone.id] = total
                pixels["all", default: 0] += total
            }
            return pixels
        }
        return [:]
    }
}
