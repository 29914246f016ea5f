// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Ecology
internal import GDAL
internal import LandCover
internal import Tables
internal import Words
internal import Zonal

/// Grassland of the baseline by how much of its cover it lost since; cover in whole percent.
struct GrasslandLoss {
    let baseline: Int
    let year: Int
    /// By zone, the city last: m² by degree; `nil` where cover is missing or was none.
    let zones: [(key: Tally.ZoneKey, areas: [GrasslandDegradation?: Double])]
    /// By zone, the city last: Σ cover × m² then and now, where both years have a value.
    private let covers: [(before: Double, after: Double)]

    /// `nil` where one of the years has no cover.
    init?(
        _ survey: SurveyFile, zones layer: ZoneLayer, from base: LandYear, to now: LandYear,
        cityName: String, jobs: Int
    ) async throws {
        guard let before = base.cover, let after = now.cover else { return nil }
        let crs = try survey.rasterCRS.map { try CRS($0) }
        var ground = layer
        let grid: RasterInfo
        let grass: Measurement.Layer
        switch base {
        case .raster(let rasters, let account):
            grid = rasters.info
            grass = account.grassland(of: rasters, band: survey.landCoverBand)
        case .parcels(let parcels):
            grid = try Dataset(opening: before.source.raster).info
            ground = parcels.ground { $0 == LandCover.Category.grassland.key }
            grass = Measurement.Layer(
                before.source.raster, role: .bins(rule: "any value") { _ in 1 })
        }
        guard !ground.zones.isEmpty else { return nil }
        let later = try after.moved(onGridOf: grid, assuming: crs)
        var measurement = Measurement([grass, before.percentLayer, later.percentLayer])
        measurement.rasterCRS = crs
        let tally = try await measurement.tally(over: ground, jobs: jobs)
        var zones: [(key: Tally.ZoneKey, areas: [GrasslandDegradation?: Double])] = []
        for (key, amounts) in zip(tally.zones, tally.amounts) {
            zones.append((key, Self.areas(amounts)))
        }
        zones.append((Tally.ZoneKey(id: "all", name: cityName), Self.areas(tally.sum())))
        covers = tally.amounts.map(Self.covers) + [Self.covers(tally.sum())]
        baseline = base.year
        year = now.year
        self.zones = zones
    }

    private static func covers(_ amounts: [[Code]: Amount]) -> (before: Double, after: Double) {
        var sums = (before: 0.0, after: 0.0)
        for (codes, amount) in amounts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            guard codes[0] == .value(1), case .value(let before) = codes[1],
                case .value(let after) = codes[2]
            else { continue }
            sums.before += Double(before) / 100 * amount.areaSquareMetres
            sums.after += Double(after) / 100 * amount.areaSquareMetres
        }
        return sums
    }

    /// The relative decrease of cover since the baseline, with its degree and the area by degree.
    func results(rules: AssessmentRules) -> [IndicatorResult] {
        zip(zones, covers).map { zone, cover in
            let known = zone.areas.filter { $0.key != nil }
            let total = known.sorted { $0.value < $1.value }.reduce(0) { $0 + $1.value }
            let missing = zone.areas[nil] ?? 0
            var result = IndicatorResult(
                "grassland_degradation", variant: "cover",
                at: ZoneYear(year: year, zone: zone.key.id, name: zone.key.name),
                numerator: Quantity(cover.before - cover.after, .squareMetres),
                over: Quantity(cover.before, .squareMetres),
                status: rules.status(
                    unclassifiedShare: total + missing > 0 ? missing / (total + missing) : 0,
                    otherwise: .indicative(
                        LocalizedText(
                            zh: "遥感盖度变化，含降水年际差异",
                            en: "change of remotely sensed cover, rain of the two years included")))
            )
            // Grassland without cover may have lost all of it, or gained all.
            if let value = result.value, missing > 1e-9 * total {
                let whole = cover.before + missing
                result.bounds = Bounds(
                    min(value, (cover.before - cover.after - missing) / cover.before),
                    max(value, (whole - cover.after) / whole), kind: .range)
                result.uncertainty.included.insert(.unclassified)
                result.noteUnknown(missing, of: total + missing, Ground.coverless)
            }
            if let degree = GrasslandDegradation(baseline: cover.before, current: cover.after) {
                result.notes.append(
                    LocalizedText(
                        zh: "自\(baseline)年：\(degree.name.zh)",
                        en: "since \(baseline): \(degree.name.en)"))
            }
            if total > 0 {
                let lost = [GrasslandDegradation.light, .moderate, .severe]
                    .reduce(0) { $0 + (zone.areas[$1] ?? 0) }
                let share = Quantity(lost / total * 100, .percent)
                result.notes.append(
                    LocalizedText(
                        zh: "退化面积占\(share.text(in: .zh, digits: 2))",
                        en: "\(share.text(in: .en, digits: 2)) of the grassland lost more than 10 %"
                    ))
            }
            return result
        }
    }

    private static func areas(_ amounts: [[Code]: Amount]) -> [GrasslandDegradation?: Double] {
        var sums: [GrasslandDegradation?: Amount] = [:]
        for (codes, amount) in amounts where codes[0] == .value(1) {
            var degree: GrasslandDegradation?
            if case .value(let before) = codes[1], case .value(let after) = codes[2] {
                degree = GrasslandDegradation(
                    baseline: Double(before) / 100, current: Double(after) / 100)
            }
            sums[degree, default: Amount()] += amount
        }
        return sums.mapValues(\.areaSquareMetres)
    }

    /// `grassland_degradation.csv`.
    static func table(_ losses: [GrasslandLoss]) -> Table {
        var table = Table(
            "grassland_degradation",
            columns: ["baseline", "year", "zone", "name", "degree", "area_m2", "share"])
        for loss in losses {
            for (key, areas) in loss.zones {
                let degrees: [GrasslandDegradation?] = GrasslandDegradation.allCases + [nil]
                let total = degrees.reduce(0) { $0 + (areas[$1] ?? 0) }
                for degree in degrees {
                    guard let area = areas[degree] else { continue }
                    table.append([
                        .integer(loss.baseline), .integer(loss.year), .text(key.id),
                        .text(key.name), .text(degree?.rawValue ?? "unknown"), .number(area),
                        Table.Cell(total > 0 ? area / total : nil),
                    ])
                }
            }
        }
        return table
    }
}

extension CoverRaster {
    /// Cover in whole percent, rounded.
    fileprivate var percentLayer: Measurement.Layer {
        Measurement.Layer(
            source.raster,
            role: .bins(rule: "percent of \(rule)") { value in
                self.cover(of: value).map { Int(($0 * 100).rounded()) }
            })
    }
}
