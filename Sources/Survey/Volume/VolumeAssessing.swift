// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import LandCover
internal import Zonal

/// Standing volume, by every way that the survey's data allow.
struct VolumeAssessing {
    let survey: SurveyFile
    let zones: ZoneLayer
    let cityName: String

    /// A year's results: by the survey's way, then by the others. `volume` is what the year's raster
    /// of volume says.
    func results(
        of land: LandYear, _ volume: LandVolume?
    ) throws -> (main: [IndicatorResult], others: [IndicatorResult]) {
        guard let year = survey.years.first(where: { $0.year == land.year }) else {
            return ([], [])
        }
        var found: [(StandingVolume.Method, [IndicatorResult])] = []
        if let volume { found.append((.raster, try fromRaster(volume))) }
        if let stands = year.stands { found.append((.stands, try fromStands(stands, land.year))) }
        if !survey.volume.classMeans.isEmpty {
            found.append((.classMeans, try fromClasses(land)))
        }
        guard let wanted = survey.volume.method ?? found.first?.0 else { return ([], []) }
        let main = found.filter { $0.0 == wanted }.flatMap(\.1)
        return (
            main.isEmpty ? [lacking(wanted, land.year)] : main,
            found.filter { $0.0 != wanted }.flatMap(\.1)
        )
    }

    private func lacking(_ method: StandingVolume.Method, _ year: Int) -> IndicatorResult {
        let key =
            switch method {
            case .raster: "[[year]] volume"
            case .stands: "[[year]] stands"
            case .classMeans: "[volume] class_means"
            }
        return IndicatorResult(
            "standing_volume", variant: method.rawValue,
            at: ZoneYear(year: year, zone: "all", name: cityName), unit: .cubicMetres,
            status: .notAssessed(
                LocalizedText(
                    zh: "\(year)年无\(key)", en: "there is no \(key) for \(year)")))
    }

    /// The zones, then the city.
    private func places(_ year: Int) -> [ZoneYear] {
        zones.zones.map { ZoneYear(year: year, zone: $0.id, name: $0.name) }
            + [ZoneYear(year: year, zone: "all", name: cityName)]
    }

    /// Adds the trees outside stands.
    private func result(_ volume: StandingVolume, _ place: ZoneYear) -> IndicatorResult {
        var volume = volume
        func counted(_ table: [String: Double]) -> Double? {
            guard !table.isEmpty else { return nil }
            guard place.zone == "all" else { return table[place.zone] ?? 0 }
            return table["all"] ?? table.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
        }
        volume.scattered = counted(survey.volume.scattered)
        volume.besideFields = counted(survey.volume.besideFields)
        return volume.result(at: place, samplingError: survey.volume.samplingError)
    }

    // MARK: The three ways

    private func fromRaster(_ volume: LandVolume) throws -> [IndicatorResult] {
        var city = LandVolume.Part(zone: Tally.ZoneKey(id: "all", name: cityName))
        for part in volume.parts {
            city.trees += part.trees
            city.other += part.other
            city.treeArea += part.treeArea
        }
        return try (volume.parts + [city]).map { part in
            result(
                try StandingVolume(
                    rasterForest: part.trees, open: part.other, treeArea: part.treeArea),
                ZoneYear(year: volume.year, zone: part.zone.id, name: part.zone.name))
        }
    }

    private func fromStands(
        _ source: SurveyFile.Stands, _ year: Int
    ) throws -> [IndicatorResult] {
        let overlay = try StandOverlay(source, over: zones)
        return try places(year).map { place in
            let stands =
                place.zone == "all"
                ? zones.zones.flatMap { overlay.stands[$0.id] ?? [] }
                : overlay.stands[place.zone] ?? []
            var result = result(try StandingVolume(stands), place)
            if overlay.overlap > 1 {
                let area = Quantity(overlay.overlap, .squareMetres)
                result.notes.append(
                    LocalizedText(
                        zh: "小班重叠\(area.text(in: .zh, digits: 0))，重复计入",
                        en: "stands overlap by \(area.text(in: .en, digits: 0)), counted twice"))
            }
            return result
        }
    }

    private func fromClasses(_ land: LandYear) throws -> [IndicatorResult] {
        var city: [StandingVolume.Stand] = []
        var results: [IndicatorResult] = []
        let areas = land.classAreas
        for place in places(land.year) where place.zone != "all" {
            let stands = survey.volume.classMeans.sorted { $0.key < $1.key }.map { code, mean in
                StandingVolume.Stand(
                    area: areas[place.zone]?[code] ?? 0, volumePerHectare: mean,
                    kind: land.category(ofClass: code, zone: place.zone)
                        == LandCover.Category.forest.key
                        ? .forest : .open)
            }
            city += stands
            results.append(result(try StandingVolume(stands, method: .classMeans), place))
        }
        let whole = try StandingVolume(city, method: .classMeans)
        return results + [
            result(whole, ZoneYear(year: land.year, zone: "all", name: cityName))
        ]
    }
}
