// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import GDAL
internal import LandCover
internal import Zonal

/// The measuring half of a survey: rasters and zones in, exact accounts out.
struct Measuring {
    let survey: SurveyFile
    let zones: ZoneLayer
    let jobs: Int

    /// One year, every zone: classes and bins of cover, cover itself, volume.
    func account(
        of rasters: YearRasters
    ) async throws -> YearAccount {
        var measurement = Measurement(
            rasters.layers(band: survey.landCoverBand), values: rasters.cover?.values)
        measurement.rasterCRS = try survey.rasterCRS.map { try CRS($0) }
        let (classes, volume) = (measurement, try rasters.volume.map { try standing($0, rasters) })
        let (tally, volumes) = try await MeasurementQueue.sideBySide {
            try await classes.tally(over: zones, jobs: jobs)
        } _: {
            try await volume?.tally(over: zones, jobs: jobs)
        }
        try tally.requireValues(in: [rasters.landCover.files.first ?? ""]) { $0 > 0 || $1.isValue }
        let chosen = try scheme(of: rasters, tally)
        if survey.unknown == .error {
            try chosen.scheme.refuseUnknownCodes(in: tally, layer: 0, of: measurement)
        }
        try refuseAbsurd(rasters, tally)
        let shrubs = ShrubBook(of: survey)
        let account = YearAccount(
            year: rasters.year, scheme: chosen, tally: tally, volumes: [],
            hasCover: rasters.cover != nil, shrubs: shrubs, notes: rasters.notes)
        return volumes.map { add($0, to: account) } ?? account
    }

    private func scheme(of rasters: YearRasters, _ tally: Tally) throws -> ChosenScheme {
        let choice = rasters.scheme == .none ? .automatic : rasters.scheme
        let chosenScheme = try choice.resolve(
            raster: rasters.info, band: survey.landCoverBand, files: rasters.landCover.files,
            tally: tally)
        guard let chosenScheme else { preconditionFailure("a survey always has a scheme") }
        return chosenScheme
    }

    /// Refuses values that cannot be NDVI or cover.
    private func refuseAbsurd(_ rasters: YearRasters, _ tally: Tally) throws {
        guard let cover = rasters.cover else { return }
        let absurd = tally.sum().filter { $0.key[1] == .value(CoverRaster.absurd) }
        let pixels = absurd.values.reduce(0) { $0 + $1.pixels }
        if pixels > 0 {
            throw SurveyError.notNDVI(
                raster: cover.files.first ?? cover.source.raster.name,
                pixels: max(1, Int(pixels)))
        }
    }

    private func standing(
        _ volume: AlignedSource, _ rasters: YearRasters
    ) throws -> Measurement {
        var measurement = Measurement(
            [Measurement.Layer(rasters.landCover.raster, band: survey.landCoverBand)],
            values: Measurement.Values(volume.raster))
        measurement.rasterCRS = try survey.rasterCRS.map { try CRS($0) }
        return measurement
    }

    private func add(_ tally: Tally, to account: YearAccount) -> YearAccount {
        let volumes = tally.zones.indices.map { zone in
            tally.amounts[zone].sorted { $0.key[0] < $1.key[0] }.reduce(
                into: [String: VolumeSum]()
            ) {
                let category = account.category(of: $1.key[0], zone: tally.zones[zone].id)
                $0[category, default: VolumeSum()] += VolumeSum(
                    cubicMetres: tally.integral(of: $1.value) / 10_000,
                    area: $1.value.areaSquareMetres,
                    valueless: $1.value.areaSquareMetres - $1.value.valuedAreaSquareMetres)
            }
        }
        return YearAccount(
            year: account.year, scheme: account.scheme, tally: account.tally, volumes: volumes,
            hasCover: account.hasCover, shrubs: account.shrubs, notes: account.notes)
    }
}
