// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import Ecology
internal import GDAL
internal import PlaneGeometry
internal import Words
internal import Zonal

/// Comprehensive grassland cover, by every variant that the survey's data allow.
struct GrasslandAssessing {
    private let survey: SurveyFile
    /// Years of the tables that the survey does not use.
    let notes: [LocalizedText]
    /// The zones and years of the table of areas; `nil` without one.
    private let areaScope: LedgerScope?
    private let zoneAreas: [String: Double]
    private let plots: [Plot]
    /// m² by year (`nil` for all years), zone and type.
    private let areas: [AreaRow]
    /// By year.
    private let calibrations: [Int: PlotCalibration]

    /// A plot on which cover was measured.
    private struct Plot {
        let zone: String?
        let year: Int?
        let type: String
        let cover: Double
        let place: Point?
    }

    /// What plots are drawn from: a type in a zone, or in none that is named.
    private struct PlotHome: Hashable, Comparable {
        let type: String
        let zone: String

        static func < (a: PlotHome, b: PlotHome) -> Bool { (a.type, a.zone) < (b.type, b.zone) }
    }

    private struct AreaRow {
        let zone: String
        let year: Int?
        let type: String
        let area: Double
    }

    init(_ survey: SurveyFile, years: [LandYear], zones: ZoneLayer) throws {
        self.survey = survey
        plots =
            try survey.grassland.plots.map { path in
                let table = try LedgerTable(path, needs: ["type", "cover"], zones: zones)
                return try table.rows.map { row in
                    let cover = try row.required("cover")
                    guard cover <= 1 else {
                        throw row.error("has a cover of \(cover); it is a fraction of 0…1")
                    }
                    return Plot(
                        zone: row.text("zone"), year: try row.year(),
                        type: row.text("type") ?? "", cover: cover,
                        place: try row.place())
                }
            } ?? []
        areas =
            try survey.grassland.areas.map { path in
                let table = try LedgerTable(path, needs: ["zone", "type", "area_ha"], zones: zones)
                return try table.rows.map { row in
                    AreaRow(
                        zone: row.text("zone") ?? "all",
                        year: try row.year(),
                        type: row.text("type") ?? "", area: try row.required("area_ha") * 10_000)
                }
            } ?? []
        zoneAreas = years.first?.zoneAreas ?? [:]
        let (areaRows, plotRows) = (areas, plots)
        let scope = survey.grassland.areas.map { path in
            LedgerScope(
                path.fileName, isComplete: survey.grassland.isComplete,
                entries: areaRows.map { (zone: $0.zone, year: $0.year) })
        }
        areaScope = scope
        let plotScope = survey.grassland.plots.map { path in
            LedgerScope(
                path.fileName, isComplete: nil,
                entries: plotRows.map { (zone: $0.zone ?? "all", year: $0.year) })
        }
        let wanted = survey.years.map(\.year)
        notes = [scope, plotScope].compactMap { $0?.unusedYears(besides: wanted) }
        var calibrations: [Int: PlotCalibration] = [:]
        if survey.grassland.isCalibrated {
            for year in years {
                guard let cover = year.cover else { continue }
                let yearPlots = plots.filter { ($0.year ?? year.year) == year.year }
                let remote = try Self.cover(
                    cover, at: yearPlots.map(\.place), assuming: survey.rasterCRS)
                let pairs = zip(remote, yearPlots).compactMap { far, plot in
                    far.map { ($0, plot.cover) }
                }
                calibrations[year.year] = try PlotCalibration(
                    remote: pairs.map(\.0), plots: pairs.map(\.1))
            }
        }
        self.calibrations = calibrations
    }

    /// Cover at places in longitude and latitude; `nil` off the raster and on nodata.
    private static func cover(
        _ raster: CoverRaster, at places: [Point?], assuming crs: String?
    ) throws -> [Double?] {
        let open = try OpenRaster(raster.source.raster)
        let grid = try Grid(
            of: Dataset(opening: raster.source.raster).info, assuming: crs.map { try CRS($0) })
        let transform = try CoordinateTransform(from: CRS.wgs84(), to: grid.crs)
        return try places.map { place in
            guard let place, let there = transform.transformed([place])[0] else { return nil }
            let pixel = grid.transform.pixel(of: there)
            guard pixel.x >= 0, pixel.y >= 0, pixel.x < Double(grid.width),
                pixel.y < Double(grid.height)
            else { return nil }
            let stored = try open.values(
                Window(column: Int(pixel.x), row: Int(pixel.y), width: 1, height: 1))[0]
            return stored.isNaN
                ? nil : raster.cover(of: stored * open.band.scale + open.band.offset)
        }
    }

    // MARK: Results

    /// A year's results: by the survey's variant, then all other variants that the data allow.
    func results(
        of year: GrasslandYear, cityName: String, zones: [Tally.ZoneKey]
    ) throws -> (main: [IndicatorResult], others: [IndicatorResult]) {
        var results: [IndicatorResult] = []
        for part in year.parts {
            let place = ZoneYear(year: year.year, zone: part.key.id, name: part.key.name)
            results.append(try mean(part, place))
            results.append(
                try vegetatedShare(
                    vegetated: min(
                        part.bins.filter { $0.key >= 1 }.sorted { $0.key < $1.key }
                            .reduce(0) { $0 + $1.value }, part.zoneArea),
                    of: part.zoneArea, missing: part.binsMissing, at: place, rules: survey.rules))
            if let result = try byType(part, place, year) { results.append(result) }
        }
        let ids = zones.map(\.id)
        if !plots.isEmpty {
            for zone in zones + [Tally.ZoneKey(id: "all", name: cityName)] {
                let place = ZoneYear(year: year.year, zone: zone.id, name: zone.name)
                if let result = try onPlots(place, year, ids) { results.append(result) }
            }
        }
        for index in results.indices { results[index].notes += year.notes }
        let variant = survey.variants.grassland.rawValue
        var main = results.filter { $0.variant == variant }
        if main.isEmpty {
            let why = lack(year)
            main = (zones + [Tally.ZoneKey(id: "all", name: cityName)]).map { zone in
                IndicatorResult(
                    "grassland_cover", variant: variant,
                    at: ZoneYear(year: year.year, zone: zone.id, name: zone.name),
                    unit: .fraction, status: .notAssessed(why))
            }
        }
        return (main, results.filter { $0.variant != variant })
    }

    private func lack(_ year: GrasslandYear) -> LocalizedText {
        switch survey.variants.grassland {
        case .plots:
            LocalizedText(
                zh: "\(year.year)年无样地或草地类型面积",
                en: "no plots, or no areas by grassland type, for \(year.year)")
        case .coverByType where !year.parts.isEmpty:
            LocalizedText(
                zh: "缺草地类型图层（[grassland] types）",
                en: "no map of grassland types ([grassland] types in the survey file)")
        default:
            LocalizedText(
                zh: "\(year.year)年无NDVI或植被盖度数据", en: "no NDVI or cover for \(year.year)")
        }
    }

    private func mean(_ part: GrasslandYear.Part, _ place: ZoneYear) throws -> IndicatorResult {
        guard part.whole.valued > 0 else {
            return IndicatorResult(
                "grassland_cover", variant: GrasslandVariant.meanCover.rawValue, at: place,
                unit: .fraction, status: IndicatorResult.nothingToCount)
        }
        // Ground without a class may be grassland of any cover.
        var result = try grasslandCover(
            covered: part.whole.covered, over: part.whole.valued,
            missing: part.whole.missing + part.unclassified, at: place,
            calibration: calibrations[place.year], rules: survey.rules)
        addEndMembers(to: &result)
        return result
    }

    /// Types weighed by the areas of a table, or by those of their map; `nil` without a map.
    private func byType(
        _ part: GrasslandYear.Part, _ place: ZoneYear, _ year: GrasslandYear
    ) throws -> IndicatorResult? {
        guard survey.grassland.types != nil else { return nil }
        let isCity = place.zone == "all"
        let parts = isCity ? year.parts.filter { $0.key.id != "all" } : [part]
        var types: [GrasslandType] = []
        var lost = 0.0
        var stoodFor = 0.0
        for part in parts {
            let weights = weights(part.key.id, place.year)
            for (name, sum) in part.types.sorted(by: { $0.key < $1.key }) {
                let area = weights.isEmpty ? sum.valued : weights[name] ?? 0
                guard sum.valued > 0 else {
                    lost += weights.isEmpty ? sum.missing : area
                    continue
                }
                // The mean of a type stands in for its stated area that has no cover.
                lost += weights.isEmpty ? sum.missing : 0
                stoodFor += weights.isEmpty ? 0 : area * (sum.missing / sum.area)
                types.append(
                    GrasslandType(
                        name: name, area: area, cover: min(1, sum.covered / sum.valued)))
            }
            if weights.isEmpty {
                // Grassland that the map of types does not reach.
                let mapped = part.types.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value.area }
                lost += max(0, part.whole.area - mapped) + part.unclassified
            } else {
                lost += weights.filter { part.types[$0.key] == nil }.sorted { $0.key < $1.key }
                    .reduce(0) { $0 + $1.value }
            }
        }
        var result = try grasslandCover(
            of: types, variant: .coverByType, at: place, calibration: calibrations[place.year])
        limit(&result, lost + stoodFor, of: types.reduce(lost) { $0 + $1.area })
        result.notes.append(weightNote)
        addEndMembers(to: &result)
        return result
    }

    /// What the mean would be with other end members, to first order: pixels of no cover or full
    /// cover are taken for mixed ones. A calibration on plots takes it up.
    private func addEndMembers(to result: inout IndicatorResult) {
        guard let value = result.value, calibrations[result.year] == nil,
            let members = survey.endMembers(of: result.year)
        else { return }
        let ndvi = members.soil + value * (members.canopy - members.soil)
        result.sensitivities += survey.margins.endMembers(around: members).map { change, other in
            let cover = (ndvi - other.soil) / (other.canopy - other.soil)
            return Sensitivity(
                .endMembers, change, difference: min(max(cover, 0), 1) - value)
        }
    }

    /// Types weighed by area, cover from plots: the official way; `nil` without areas.
    private func onPlots(
        _ place: ZoneYear, _ year: GrasslandYear, _ zones: [String]
    ) throws -> IndicatorResult? {
        let yearPlots = plots.filter { ($0.year ?? place.year) == place.year }
        guard !yearPlots.isEmpty else { return nil }
        var strata: [PlotMean.Stratum] = []
        var lost = 0.0
        var borrowed: Set<String> = []
        var hasAreas = false
        // Plots of one type in one zone are drawn from one population.
        let homes = Set(yearPlots.map { PlotHome(type: $0.type, zone: $0.zone ?? "") }).sorted()
        for zone in place.zone == "all" ? zones : [place.zone] {
            var weights = weights(zone, place.year)
            if weights.isEmpty, let part = year.parts.first(where: { $0.key.id == zone }) {
                weights = part.types.mapValues(\.area)
                // Grassland that the map of types does not reach.
                if !weights.isEmpty {
                    let mapped = weights.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
                    lost += max(0, part.whole.area - mapped) + part.unclassified
                }
            }
            hasAreas = hasAreas || !weights.isEmpty
            for (name, area) in weights.sorted(by: { $0.key < $1.key }) where area > 0 {
                let ofType = homes.indices.filter { homes[$0].type == name }
                let here = ofType.filter { homes[$0].zone == zone }
                if ofType.isEmpty {
                    lost += area
                    continue
                }
                if here.isEmpty { borrowed.insert(name) }
                strata.append(
                    PlotMean.Stratum(area: area, groups: here.isEmpty ? ofType : here))
            }
        }
        let missing = missing(place.year, year, zones)
        if let areaScope, missing.contains(place.zone) {
            return IndicatorResult(
                "grassland_cover", variant: GrasslandVariant.plots.rawValue, at: place,
                unit: .fraction, status: areaScope.lack(ofZone: place.zone, in: place.year))
        }
        guard hasAreas else { return nil }
        let groups = homes.map { home in
            yearPlots.filter { $0.type == home.type && ($0.zone ?? "") == home.zone }.map(\.cover)
        }
        var result = grasslandCover(
            on: try PlotMean(groups: groups, strata: strata), at: place)
        limit(&result, lost, of: strata.reduce(lost) { $0 + $1.area })
        result.notes.append(weightNote)
        if !borrowed.isEmpty {
            let names = borrowed.sorted()
            result.notes.append(
                LocalizedText(
                    zh: "\(names.joined(separator: "、"))本区无样地，用全市样地",
                    en:
                        "no plot here of \(names.joined(separator: ", ")): the city's plots stand in"
                ))
        }
        guard let areaScope, place.zone == "all" else { return result }
        return areaScope.city(result, missing: missing, areas: zoneAreas)
    }

    /// The zones that have grassland but no areas by type, neither in the table nor on a map.
    private func missing(_ when: Int, _ year: GrasslandYear, _ zones: [String]) -> [String] {
        guard let areaScope, areaScope.zones(in: when).contains(where: { $0 != "all" }) else {
            return []
        }
        return zones.filter { zone in
            guard !areaScope.zones(in: when).contains(zone) else { return false }
            guard let part = year.parts.first(where: { $0.key.id == zone }) else { return true }
            return part.types.isEmpty && part.whole.area > 0
        }
    }

    /// m² by type in a zone, from the table of areas.
    private func weights(_ zone: String, _ year: Int) -> [String: Double] {
        var weights: [String: Double] = [:]
        for row in areas where row.zone == zone && (row.year ?? year) == year {
            weights[row.type, default: 0] += row.area
        }
        return weights
    }

    private var weightNote: LocalizedText {
        survey.grassland.areas == nil
            ? LocalizedText(zh: "按类型图层面积加权", en: "types weighed by their area on the map")
            : LocalizedText(
                zh: "按法定草地面积表加权", en: "types weighed by the stated areas of grassland")
    }

    private func limit(_ result: inout IndicatorResult, _ lost: Double, of area: Double) {
        guard area > 0, result.value != nil else { return }
        let status = survey.rules.status(
            unclassifiedShare: lost / area, otherwise: result.status)
        guard status != result.status else {
            return result.leave(lost, of: area, Ground.coverless)
        }
        result.status = status
        result.value = nil
        result.bounds = nil
    }
}
