// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Carbon
internal import Files
internal import Foundation
internal import GDAL
internal import LandCover
internal import Tables
internal import Zonal

extension SurveyCarbon {
    /// Every line of the accounts, their coefficients, and the inputs that uncertainty comes from.
    var details: [Table] {
        let names = Dictionary(
            basis.zones.zones.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let lines = CarbonLines(findings: findings, names: names)
        return [lines.lines, lines.coefficients, lines.uncertainty]
    }

    /// Writes carbon rasters where the survey asks for them: the density of every year of a raster,
    /// change and sink between neighbouring ones, in the folder `carbon`.
    ///
    /// - Returns: The files' names, each with its styles.
    func writeRasters(to folder: String) async throws -> [String] {
        guard plan.wantsRasters, !basis.rasters.isEmpty else { return [] }
        guard mkdir("\(folder)/carbon", 0o755) == 0 else {
            throw WriteError(path: "\(folder)/carbon", code: errno)
        }
        var names: [String] = []
        func write(_ raster: CarbonRaster, _ pixels: CarbonPixels, _ name: String) throws {
            try pixels.write(raster, to: "\(folder)/carbon/\(name).tif", overwrite: true)
            names += ["tif", "qml", "sld"].map { "carbon/\(name).\($0)" }
        }
        let steady = request.methods.contains(.steadyState)
        let accounting: CarbonAccount.Accounting =
            steady && !request.methods.contains(.transition20)
            ? .steadyState : .transition(years: 20)
        for (index, later) in basis.rasters.enumerated() {
            let laterPixels = try await pixels([later], onGridOf: later)
            try write(laterPixels.density, laterPixels, "density_\(later.1.year)")
            guard index > 0 else { continue }
            let earlier = basis.rasters[index - 1]
            let pair = try await pixels([earlier, later], onGridOf: later)
            let changes = try pair.changes(by: accounting)
            let span = "\(earlier.1.year)_\(later.1.year)"
            try write(changes.change, pair, "change_\(span)")
            try write(changes.sink, pair, "sink_\(span)")
        }
        return names
    }

    private func pixels(
        _ years: [(YearRasters, YearAccount)], onGridOf reference: (YearRasters, YearAccount)
    ) async throws -> CarbonPixels {
        let crs = try survey.rasterCRS.map { try CRS($0) }
        var pixelYears: [CarbonPixels.Year] = []
        for (rasters, account) in years {
            let source = try AlignedSource(
                rasters.landCover, onGridOf: reference.0.info, assuming: crs)
            var cover: CodedPixels.Layer?
            if sand != nil, let raster = rasters.cover {
                let moved = try raster.moved(onGridOf: reference.0.info, assuming: crs)
                if case .bins(_, let bin) = moved.layer.role {
                    cover = CodedPixels.Layer(moved.layer.raster, bin: bin)
                }
            }
            pixelYears.append(
                CarbonPixels.Year(
                    year: account.year,
                    layer: CodedPixels.Layer(source.raster, band: survey.landCoverBand),
                    scheme: account.scheme.scheme, cover: cover
                ) { code, bin, zone in account.ground(of: code, bin: bin, sand, zone: zone) })
        }
        return try await CarbonPixels(
            pixelYears, set: set, zones: basis.zones, hasRain: !survey.rain.isEmpty,
            unknown: survey.unknown, crs: crs, jobs: request.jobs)
    }
}
