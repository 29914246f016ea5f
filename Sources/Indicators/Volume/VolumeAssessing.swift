// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import Ecology
internal import LandCover
internal import Words
internal import Zonal

/// Standing volume, by every way that the survey's data allow.
struct VolumeAssessing {
    let survey: SurveyFile
    let zones: ZoneLayer
    /// m² by zone.
    let areas: [String: Double]
    let cityName: String

    /// A year's results: by the survey's way, then by the others. `volume` is what the year's raster
    /// of volume says.
    func results(
        of land: LandYear, _ volume: LandVolume?
    ) throws -> (main: [IndicatorResult], others: [IndicatorResult]) {
        guard let year = survey.years.first(where: { $0.year == land.year }) else {
            return ([], [])
        }
        var byMethod: [(StandingVolume.Method, [IndicatorResult])] = []
        if let volume { byMethod.append((.raster, try fromRaster(volume))) }
        if let stands = year.stands { byMethod.append((.stands, try fromStands(stands, land))) }
        if !survey.volume.classMeans.isEmpty {
            byMethod.append((.classMeans, try fromClasses(land)))
        }
        guard let wanted = survey.volume.method ?? byMethod.first?.0 else { return ([], []) }
        let main = byMethod.filter { $0.0 == wanted }.flatMap(\.1)
        return (
            main.isEmpty ? [lacking(wanted, land.year)] : main,
            byMethod.filter { $0.0 != wanted }.flatMap(\.1)
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
        var lacking: Set<String> = []
        // A zone that a table lacks was not counted, which is not the same as none.
        func counted(_ table: [String: Double]) -> Double? {
            guard place.zone == "all" else { return table[place.zone] }
            if let city = table["all"] { return city }
            guard !table.isEmpty else { return nil }
            lacking.formUnion(zones.zones.map(\.id).filter { table[$0] == nil })
            return table.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
        }
        volume.scattered = counted(survey.volume.scattered)
        volume.besideFields = counted(survey.volume.besideFields)
        var result = volume.result(at: place, samplingError: survey.volume.samplingError)
        if !lacking.isEmpty {
            let names = zones.zones.map(\.id).filter(lacking.contains).joined(separator: ", ")
            result.notes.append(
                LocalizedText(
                    zh: "散生木或四旁树缺\(names)，为部分合计",
                    en: "trees outside stands are not counted in \(names): a partial total"))
        }
        return result
    }

    // MARK: The three ways

    private func fromRaster(_ volume: LandVolume) throws -> [IndicatorResult] {
        var city = LandVolume.Part(zone: Tally.ZoneKey(id: "all", name: cityName))
        for part in volume.parts {
            city.trees += part.trees
            city.other += part.other
            city.treeArea += part.treeArea
            city.woodland += part.woodland
            city.valueless += part.valueless
        }
        return try (volume.parts + [city]).map { part in
            var result = result(
                try StandingVolume(
                    rasterForest: part.trees, open: part.other, treeArea: part.treeArea),
                ZoneYear(year: volume.year, zone: part.zone.id, name: part.zone.name))
            result.leaveOut(part.valueless, of: part.woodland, Ground.volumeless)
            return result
        }
    }

    private func fromStands(
        _ source: SurveyFile.Stands, _ land: LandYear
    ) throws -> [IndicatorResult] {
        let overlay = try StandOverlay(source, over: zones)
        let scope = LedgerScope(
            source.source.path.fileName, isComplete: source.isComplete,
            entries: overlay.stands.keys.sorted().map { (zone: $0, year: nil) })
        let areas = land.classAreas
        // Zones without a tree on the land cover have no stand to give.
        let missing = scope.missing(in: land.year, of: zones).filter { zone in
            (areas[zone] ?? [:]).contains {
                $0.value > 0
                    && land.category(ofClass: $0.key, zone: zone) == LandCover.Category.forest.key
            }
        }
        return try places(land.year).map { place in
            if missing.contains(place.zone) {
                return IndicatorResult(
                    "standing_volume", variant: StandingVolume.Method.stands.rawValue, at: place,
                    unit: .cubicMetres, status: scope.lack(ofZone: place.zone, in: land.year))
            }
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
            if place.zone == "all" {
                result = scope.city(result, missing: missing, areas: self.areas)
            }
            result.count(by: source.official)
            return result
        }
    }

    private func fromClasses(_ land: LandYear) throws -> [IndicatorResult] {
        var city: [StandingVolume.Stand] = []
        var without: Set<String> = []
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
            let lacking = (areas[place.zone] ?? [:]).filter {
                $0.value > 0 && survey.volume.classMeans[$0.key] == nil
                    && land.category(ofClass: $0.key, zone: place.zone)
                        == LandCover.Category.forest.key
            }.keys
            without.formUnion(lacking)
            results.append(
                limited(
                    result(try StandingVolume(stands, method: .classMeans), place), by: lacking))
        }
        let whole = try StandingVolume(city, method: .classMeans)
        let place = ZoneYear(year: land.year, zone: "all", name: cityName)
        return results + [limited(result(whole, place), by: without)]
    }

    /// *Not assessed* where classes of tree forest have no mean: they would count as bare.
    private func limited(
        _ result: IndicatorResult, by classes: some Collection<String>
    ) -> IndicatorResult {
        guard !classes.isEmpty else { return result }
        let codes = classes.sorted().joined(separator: ", ")
        return IndicatorResult(
            result.indicator, variant: result.variant,
            at: ZoneYear(year: result.year, zone: result.zone, name: result.name),
            unit: result.unit,
            status: .notAssessed(
                LocalizedText(
                    zh: "[volume] class_means缺乔木林类\(codes)的每公顷蓄积",
                    en: "[volume] class_means lacks the tree forest of class \(codes)")))
    }
}
