// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Carbon
internal import DataFiles
internal import Ecology
internal import GDAL
internal import LandCover
internal import Words
internal import Zonal

extension CarbonTabulation {
    private var hasFiles: Bool { densityFile != nil || changeFile != nil || sinkFile != nil }

    /// Writes density, change and sink by the coefficients' central values; returns notes.
    func writeRasters(
        _ reader: LandReader, _ sources: CarbonRasters, _ methods: [CarbonRequest.Method],
        _ periods: (from: Int, to: Int)?
    ) async throws -> [LocalizedText] {
        guard hasFiles else { return [] }
        let ends = periods.map { [$0.from, $0.to] } ?? []
        let years = sources.rasters.indices.map { index in
            CarbonPixels.Year(
                year: index == sources.rasters.count - 1 ? ends.last ?? 0 : ends.first ?? 0,
                layer: CodedPixels.Layer(sources.rasters[index], band: sources.band),
                scheme: reader.schemes[index],
                cover: nil
            ) { code, _, zone in
                reader.ground(of: code, year: index, zone: reader.zones == nil ? "raster" : zone)
            }
        }
        let set = try request.set(named: request.coefficients)
        let crs = try rasterCRS.map { try CRS($0) }
        func pixels(_ years: [CarbonPixels.Year]) async throws -> CarbonPixels {
            try await CarbonPixels(
                years, set: set, zones: reader.zones, hasRain: rain != nil, unknown: unknown,
                crs: crs, jobs: request.jobs)
        }
        if let densityFile, let last = years.last {
            let lastPixels = try await pixels([last])
            try lastPixels.write(
                lastPixels.density, to: densityFile, options: creationOptions, overwrite: overwrite)
        }
        guard changeFile != nil || sinkFile != nil else { return [] }
        guard years.count > 1 else { throw needsTwoRasters }
        let accounting: CarbonAccount.Accounting =
            methods.contains(.steadyState) && !methods.contains(.transition20)
            ? .steadyState : .transition(years: 20)
        let allPixels = try await pixels(years)
        let changes = try allPixels.changes(by: accounting)
        for (file, raster) in [(changeFile, changes.change), (sinkFile, changes.sink)] {
            guard let file else { continue }
            try allPixels.write(raster, to: file, options: creationOptions, overwrite: overwrite)
        }
        return [
            LocalizedText(
                zh: "变化与碳汇栅格按\(accounting)计算",
                en: "rasters of change and sink are by \(accounting)")
        ]
    }

    private var needsTwoRasters: SurveyError {
        .unusable(
            file: changeFile ?? sinkFile ?? "",
            why: "a change and a sink need an earlier and a later raster; give two")
    }

    /// Writes density and change by InVEST's pools table, in its single precision.
    func writeInvestRasters(_ sources: CarbonRasters) async throws {
        guard hasFiles, let pools else { return }
        let crs = try rasterCRS.map { try CRS($0) }
        let title = "by \(pools.file.fileName)"
        func layer(_ index: Int) -> CodedPixels.Layer {
            CodedPixels.Layer(sources.rasters[index], band: sources.band)
        }
        func row(_ code: Code) -> InvestPools.Row? {
            guard case .value(let number) = code else { return nil }
            return pools.rows[number]
        }
        if let densityFile {
            let coded = try await CodedPixels(
                [layer(sources.rasters.count - 1)], crs: crs, jobs: request.jobs)
            let raster = CarbonRaster(quantity: .density, title: "Carbon density \(title)") {
                row($0[0]).map { Double($0.investTotal) }
            }
            try raster.write(
                to: densityFile, of: coded, options: creationOptions, overwrite: overwrite)
        }
        guard let changeFile else { return }
        guard sources.rasters.count > 1 else { throw needsTwoRasters }
        let coded = try await CodedPixels([layer(0), layer(1)], crs: crs, jobs: request.jobs)
        let raster = CarbonRaster(quantity: .change, title: "Change of carbon density \(title)") {
            guard let old = row($0[0]), let new = row($0[1]) else { return nil }
            return Double(new.investTotal - old.investTotal)
        }
        try raster.write(to: changeFile, of: coded, options: creationOptions, overwrite: overwrite)
    }
}
