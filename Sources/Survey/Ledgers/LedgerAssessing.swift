// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import GDAL
internal import Zonal

/// Indicators from ledgers and statistics, zone by zone and for the city.
struct LedgerAssessing {
    let survey: SurveyFile
    let zones: ZoneLayer
    let cityName: String

    private var years: [Int] { survey.years.map(\.year) }

    /// By the survey's variants, then the other readings of green.
    func results() throws -> (main: [IndicatorResult], others: [IndicatorResult]) {
        var results: [IndicatorResult] = []
        var others: [IndicatorResult] = []
        if let ledger = survey.ledgers.afforestation { results += try afforestation(ledger) }
        if let ledger = survey.ledgers.livestock { results += try livestock(ledger) }
        if let ledger = survey.ledgers.erosion { results += try erosion(ledger) }
        for year in years {
            let own = survey.ledgers.urban
            guard
                let town = own.first(where: { $0.year == year })
                    ?? own.first(where: { $0.year == nil })
            else { continue }
            for result in try urban(town, year: year) {
                if result.indicator == "urban_green" && result.variant != town.variant.rawValue {
                    others.append(result)
                } else {
                    results.append(result)
                }
            }
        }
        return (results, others)
    }

    private func place(_ zone: String, _ year: Int) -> ZoneYear {
        let name = zones.zones.first { $0.id == zone }?.name
        return ZoneYear(year: year, zone: zone, name: zone == "all" ? cityName : name ?? "")
    }

    /// The zones that have an entry, in the layer's order, then the city.
    private func places<Value>(_ entries: [String: Value]) -> [String] {
        zones.zones.map(\.id).filter { entries[$0] != nil }
    }

    // MARK: Afforestation

    private func afforestation(
        _ ledger: SurveyFile.Ledgers.Afforestation
    ) throws -> [IndicatorResult] {
        let ledgerParcels = try AfforestationLedger(ledger, zones: zones)
        var results: [IndicatorResult] = []
        for year in years {
            var parcels: [String: [AfforestationParcel]] = [:]
            var all: [AfforestationParcel] = []
            for entry in ledgerParcels.entries where (entry.year ?? year) == year {
                parcels[entry.zone, default: []].append(entry.parcel)
                all.append(entry.parcel)
            }
            guard !all.isEmpty else { continue }
            var entries = places(parcels).map { ($0, parcels[$0] ?? []) }
            entries.append(("all", all))
            for (zone, own) in entries {
                let account = try AfforestationAccount(own, reported: ledger.reported[zone])
                var result = account.result(at: place(zone, year), limit: ledger.limit)
                if let rate = account.verificationRate {
                    let percent = Quantity(rate * 100, .percent)
                    result.notes.append(
                        LocalizedText(
                            zh: "核实率\(percent.text(in: .zh, digits: 2))",
                            en: "verified of reported: \(percent.text(in: .en, digits: 2))"))
                }
                results.append(result)
            }
        }
        return results
    }

    // MARK: Livestock

    private func livestock(_ ledger: SurveyFile.Ledgers.Livestock) throws -> [IndicatorResult] {
        let coefficients = try ForageCoefficients.bundled()
        guard let units = coefficients.sets.first(where: { $0.id == ledger.units }) else {
            throw SurveyError.unusable(
                file: survey.path,
                why: "there is no set of sheep units '\(ledger.units)'; there are "
                    + coefficients.sets.map(\.id).joined(separator: ", "))
        }
        let stock = try LedgerTable(
            ledger.stock, needs: ["zone", "animal", "count"], zones: zones)
        let forage = try LedgerTable(
            ledger.forage,
            needs: ["zone", "area_ha", "yield_kg_per_ha", "edible", "utilisation"], zones: zones)
        var results: [IndicatorResult] = []
        for year in years {
            var animals: [String: [String: Int]] = [:]
            var herd: [String: Int] = [:]
            for row in try stock.rows(ofYear: year) {
                let count = try row.requiredCount("count")
                let animal = row.text("animal") ?? ""
                animals[row.text("zone") ?? "all", default: [:]][animal, default: 0] += count
                herd[animal, default: 0] += count
            }
            guard !herd.isEmpty else { continue }
            var types: [String: [ForageType]] = [:]
            var all: [ForageType] = []
            for row in try forage.rows(ofYear: year) {
                let type = ForageType(
                    usableArea: try row.required("area_ha") * 10_000,
                    yield: try row.required("yield_kg_per_ha"),
                    regrowth: try row.number("regrowth") ?? 0,
                    edibleShare: try row.required("edible"),
                    hayFactor: try row.number("hay_factor") ?? 1,
                    utilisation: try row.required("utilisation"))
                types[row.text("zone") ?? "all", default: []].append(type)
                all.append(type)
            }
            let other =
                ledger.other["all"]
                ?? ledger.other.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
            var entries = places(animals).map {
                ($0, types[$0] ?? [], ledger.other[$0] ?? 0, animals[$0] ?? [:])
            }
            entries.append(("all", all, other, herd))
            for (zone, types, other, herd) in entries {
                let balance = try ForageBalance(
                    types, otherForage: other, days: ledger.days, livestock: herd, by: units)
                results.append(balance.result(at: place(zone, year), counted: ledger.counted))
            }
        }
        return results
    }

    // MARK: Soil and water

    private func erosion(_ ledger: SurveyFile.Ledgers.Erosion) throws -> [IndicatorResult] {
        let overlay = try MeasureOverlay(ledger.measures, zones: zones)
        var results: [IndicatorResult] = []
        for year in years {
            var entries = zones.zones.map { ($0.id, overlay.pieces[$0.id] ?? []) }
            entries.append(
                ("all", zones.zones.flatMap { overlay.pieces[$0.id] ?? [] }))
            for (zone, pieces) in entries {
                let account = try ConservationLedger(pieces)
                let place = place(zone, year)
                if ledger.since <= year {
                    results.append(try account.newResult(since: ledger.since, at: place))
                }
                guard let eroded = ledger.baseline[zone], eroded > 0 else { continue }
                results.append(
                    try account.ratioResult(
                        eroded: eroded, earlier: ledger.earlier[zone] ?? 0, at: place))
            }
        }
        return results
    }

    // MARK: Towns

    private func urban(_ town: SurveyFile.Ledgers.Urban, year: Int) throws -> [IndicatorResult] {
        let outline = try DissolvedLayer(reading: town.builtUp)
        let built = try LayerAreas(of: outline, over: zones)
        func inside(_ source: ZoneSource?) throws -> LayerAreas? {
            try source.map {
                try LayerAreas(of: DissolvedLayer(reading: $0), over: zones, within: outline)
            }
        }
        let canopy = try inside(town.canopy)
        let green = try inside(town.greenLand)
        let parks = try inside(town.parks)
        let people = try town.population.map { try population($0, year) } ?? [:]
        var results: [IndicatorResult] = []
        for zone in zones.zones.map(\.id) + ["all"] {
            func area(_ areas: LayerAreas?) -> Double? {
                areas.map { zone == "all" ? $0.total : $0.byZone[zone] ?? 0 }
            }
            let place = place(zone, year)
            if let own = area(built), own > 0 {
                for variant in UrbanGreenVariant.allCases
                where variant == town.variant
                    || (variant == .canopy ? canopy : green) != nil
                {
                    results.append(
                        try urbanGreen(
                            canopy: area(canopy), greenLand: area(green), builtUp: own,
                            variant: variant, at: place))
                }
            }
            if let parks = area(parks), let own = people[zone] {
                results.append(
                    try parkGreen(
                        parks: parks, residents: own.residents, temporary: own.temporary,
                        at: place))
            }
        }
        return results
    }

    /// Urban residents by zone; the city's row, or their sum.
    private func population(
        _ path: String, _ year: Int
    ) throws -> [String: (residents: Int, temporary: Int?)] {
        let table = try LedgerTable(path, needs: ["zone", "residents"], zones: zones)
        var people: [String: (residents: Int, temporary: Int?)] = [:]
        var sum = (residents: 0, temporary: Int?.none)
        for row in try table.rows(ofYear: year) {
            let own = (
                residents: try row.requiredCount("residents"),
                temporary: try row.count("temporary")
            )
            people[row.text("zone") ?? "all"] = own
            sum.residents += own.residents
            if let temporary = own.temporary { sum.temporary = (sum.temporary ?? 0) + temporary }
        }
        if people["all"] == nil, !people.isEmpty { people["all"] = sum }
        return people
    }
}

/// Measure polygons cut so that no two pieces overlap, zone by zone.
struct MeasureOverlay {
    let pieces: [String: [TreatedPiece]]

    /// Each hectare takes the year in which it was first treated; it is kept where any measure on
    /// it is.
    init(_ ledger: SurveyFile.Measures, zones: ZoneLayer) throws {
        let source = ledger.source
        let file = try VectorSource(opening: source.path, options: source.openOptions)
        let info = try file.layer(source.layer)
        guard let yearIndex = info.index(ofField: ledger.yearField) else {
            throw ZoneError.noField(
                file: source.path, field: ledger.yearField, fields: info.fields.map(\.name))
        }
        let keptIndex = ledger.keptField.flatMap { info.index(ofField: $0) }
        guard let crs = try source.crs.map({ try CRS($0) }) ?? info.crs else {
            throw ZoneError.noCRS(file: source.path, layer: info.name)
        }
        var byYear: [Int: [Polygon]] = [:]
        var lost: [Polygon] = []
        var kept: [Polygon] = []
        var number = 0
        try file.forEachFeature(in: source.layer, where: source.filter) { feature in
            number += 1
            guard let year = feature.values[yearIndex].number.flatMap(Int.init(exactly:)) else {
                throw SurveyError.unusable(
                    file: source.path,
                    why: "measure \(number) has no year in '\(ledger.yearField)'")
            }
            guard var shape = feature.geometry, !shape.polygons.isEmpty else { return }
            if shape.invalidity != nil { shape = try shape.madeValid() }
            byYear[year, default: []] += shape.polygons
            let isKept = keptIndex.map { feature.values[$0].number ?? 1 } ?? 1
            if isKept != 0 { kept += shape.polygons } else { lost += shape.polygons }
        }
        let standing = lost.isEmpty ? nil : try DissolvedLayer(kept, crs: crs)
        var pieces: [String: [TreatedPiece]] = [:]
        var before: Geometry?
        for (year, polygons) in byYear.sorted(by: { $0.key < $1.key }) {
            let layer = try DissolvedLayer(polygons, crs: crs)
            let new = try before.map { try layer.shape.difference($0) } ?? layer.shape
            before = try before?.union(layer.shape) ?? layer.shape
            guard !new.polygons.isEmpty else { continue }
            let fresh = try DissolvedLayer(new.polygons, crs: layer.crs)
            let whole = try LayerAreas(of: fresh, over: zones)
            let held = try standing.map { try LayerAreas(of: fresh, over: zones, within: $0) }
            for (zone, area) in whole.byZone where area > 0 {
                let keptArea = min(area, held?.byZone[zone] ?? area)
                pieces[zone, default: []].append(TreatedPiece(area: keptArea, years: [year]))
                if area > keptArea {
                    pieces[zone, default: []].append(
                        TreatedPiece(area: area - keptArea, years: [year], isKept: false))
                }
            }
        }
        self.pieces = pieces
    }
}
