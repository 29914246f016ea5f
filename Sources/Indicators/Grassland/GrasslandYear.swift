// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
internal import Ecology
internal import GDAL
internal import LandCover
package import Words
package import Zonal

/// What the grassland of one year measures, zone by zone, the city last.
package struct GrasslandYear: Sendable {
    /// Cover and ground of a piece of grassland.
    package struct Sum: Hashable, Sendable {
        /// Σ cover × m².
        package var covered = 0.0
        /// m² with a value of cover.
        package var valued = 0.0
        /// m² without one.
        package var missing = 0.0

        package var area: Double { valued + missing }

        static func += (a: inout Sum, b: Sum) {
            a.covered += b.covered
            a.valued += b.valued
            a.missing += b.missing
        }
    }

    /// One zone, or all of them together.
    package struct Part: Sendable {
        package let key: Tally.ZoneKey
        package let zoneArea: Double
        /// All grassland.
        package let whole: Sum
        /// m² without a class, which may be grassland.
        package let unclassified: Double
        /// m² by bin of vegetation cover on any land, and without a value.
        package let bins: [Int: Double]
        let binsMissing: Double
        /// Grassland by type; empty without a map of types.
        package let types: [String: Sum]

        package init(
            key: Tally.ZoneKey, zoneArea: Double, whole: Sum, unclassified: Double,
            bins: [Int: Double], binsMissing: Double, types: [String: Sum]
        ) {
            self.key = key
            self.zoneArea = zoneArea
            self.whole = whole
            self.unclassified = unclassified
            self.bins = bins
            self.binsMissing = binsMissing
            self.types = types
        }
    }

    package let year: Int
    /// Empty where the year has no cover.
    package let parts: [Part]
    package let notes: [LocalizedText]

    /// Measures a year; the city's part is the sum of the zones'.
    package init(
        _ land: LandYear, of survey: SurveyFile, zones: ZoneLayer, cityName: String, jobs: Int
    ) async throws {
        year = land.year
        notes =
            if case .raster(_, let account) = land { account.notes } else { [] }
        guard land.cover != nil else {
            parts = []
            return
        }
        let types = try await Self.types(land, of: survey, zones: zones, jobs: jobs)
        switch land {
        case .raster(_, let account):
            parts = try account.parts(cityName: cityName).map { part in
                Part(
                    key: part.zone, zoneArea: part.areas.zoneArea,
                    whole: Sum(
                        covered: max(0, part.grasslandCovered), valued: part.grasslandValued,
                        missing: part.grasslandMissing),
                    unclassified: part.areas.unclassified,
                    bins: part.coverBins, binsMissing: part.coverMissing,
                    types: types[part.zone.id] ?? [:])
            }
        case .parcels(let parcels):
            let measured = try await parcels.measuredCover(of: survey, zones: zones, jobs: jobs)
            parts = try parcels.parts(cityName: cityName).map { part in
                let cover = measured[part.key.id]
                var whole = cover?.grassland ?? Sum()
                let grass = part.categories[LandCover.Category.grassland.key] ?? 0
                whole.missing = max(0, grass - whole.valued)
                return Part(
                    key: part.key, zoneArea: part.area, whole: whole,
                    unclassified: try parcels.categories(part).unclassified,
                    bins: cover?.bins ?? [:],
                    binsMissing: cover?.binsMissing ?? part.area, types: types[part.key.id] ?? [:])
            }
        }
    }

    /// A year whose cover cannot be read.
    package init(withoutCover year: Int) {
        self.year = year
        parts = []
        notes = []
    }

    /// Grassland by zone and type; the city as `all`.
    private static func types(
        _ land: LandYear, of survey: SurveyFile, zones: ZoneLayer, jobs: Int
    ) async throws -> [String: [String: Sum]] {
        guard let cover = land.cover, let wanted = survey.grassland.types else { return [:] }
        let crs = try survey.rasterCRS.map { try CRS($0) }
        let info: RasterInfo
        switch land {
        case .raster(let rasters, _): info = rasters.info
        case .parcels: info = try Dataset(opening: cover.source.raster).info
        }
        let map = try RegionRaster(wanted, on: Grid(of: info, assuming: crs), info: info)
        var layers = [map.layer]
        var ground = zones
        switch land {
        case .raster(let rasters, let account):
            layers.append(account.grassland(of: rasters, band: survey.landCoverBand))
        case .parcels(let parcels):
            ground = parcels.ground { $0 == LandCover.Category.grassland.key }
        }
        guard !ground.zones.isEmpty else { return [:] }
        var measurement = Measurement(layers, values: cover.values)
        measurement.rasterCRS = crs
        let tally = try await measurement.tally(over: ground, jobs: jobs)
        var sums: [String: [String: Sum]] = [:]
        for (key, amounts) in zip(tally.zones, tally.amounts) {
            for (codes, amount) in amounts.sorted(by: { $0.key[0] < $1.key[0] }) {
                guard case .value(let code) = codes[0], let type = map.name(ofCode: code),
                    codes.count == 1 || codes[1] == .value(1)
                else { continue }
                let valued = amount.valuedAreaSquareMetres
                let sum = Sum(
                    covered: max(0, tally.integral(of: amount)), valued: valued,
                    missing: max(0, amount.areaSquareMetres - valued))
                sums[key.id, default: [:]][type, default: Sum()] += sum
                sums["all", default: [:]][type, default: Sum()] += sum
            }
        }
        return sums
    }
}

/// A year of polygons with its cover measured.
struct MeasuredCover: Sendable {
    var grassland = GrasslandYear.Sum()
    var bins: [Int: Double] = [:]
    var binsMissing = 0.0
}

extension MeasuredCover {
    /// All land by bins of cover; grassland is not told.
    init(ofLand amounts: [[Code]: Amount]) {
        var missing = Amount()
        for (codes, amount) in amounts {
            if case .value(let bin) = codes[0] {
                bins[bin] = amount.areaSquareMetres
            } else {
                missing += amount
            }
        }
        binsMissing = missing.areaSquareMetres
    }
}

extension ParcelYear {
    /// Cover over the grassland parcels and over all land, by zone; the city as `all`.
    func measuredCover(
        of survey: SurveyFile, zones: ZoneLayer, jobs: Int
    ) async throws -> [String: MeasuredCover] {
        guard let raster = coverRaster else { return [:] }
        var measurement = Measurement([raster.layer], values: raster.values)
        measurement.rasterCRS = try survey.rasterCRS.map { try CRS($0) }
        var covers: [String: MeasuredCover] = [:]
        let all = try await measurement.tally(over: zones, jobs: jobs)
        let absurd = all.sum()[[.value(CoverRaster.absurd)]]?.pixels ?? 0
        if absurd > 0 {
            throw SurveyError.notNDVI(raster: raster.files[0], pixels: max(1, Int(absurd)))
        }
        for (key, amounts) in zip(all.zones, all.amounts) {
            covers[key.id] = MeasuredCover(ofLand: amounts)
        }
        var city = MeasuredCover(ofLand: all.sum())
        let grass = ground { $0 == LandCover.Category.grassland.key }
        if !grass.zones.isEmpty {
            let tally = try await measurement.tally(over: grass, jobs: jobs)
            for (index, key) in tally.zones.enumerated() {
                let total = tally.total(ofZone: index)
                let sum = GrasslandYear.Sum(
                    covered: max(0, tally.integral(of: total)),
                    valued: total.valuedAreaSquareMetres)
                covers[key.id, default: MeasuredCover()].grassland = sum
                city.grassland += sum
            }
        }
        covers["all"] = city
        return covers
    }
}

extension YearAccount {
    /// 1 on grassland, nothing elsewhere.
    package func grassland(of rasters: YearRasters, band: Int) -> Measurement.Layer {
        let scheme = scheme.scheme
        let codes = tally.codes(ofLayer: 0).keys.filter {
            scheme.category(of: scheme.meaning(of: .value($0))) == LandCover.Category.grassland.key
        }
        let grass = Set(codes)
        return Measurement.Layer(
            rasters.landCover.raster, band: band,
            role: .bins(rule: "1 for \(codes.sorted())") { value in
                Int(exactly: value).map(grass.contains) == true ? 1 : nil
            })
    }
}
