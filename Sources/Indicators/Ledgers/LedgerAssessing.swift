// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import Ecology
internal import GDAL
internal import Words
internal import Zonal

/// Indicators from ledgers and statistics, zone by zone and for the city.
struct LedgerAssessing {
    let survey: SurveyFile
    let catalogue: IndicatorCatalogue
    let zones: ZoneLayer
    /// m² by zone.
    let areas: [String: Double]
    let cityName: String

    var years: [Int] { survey.years.map(\.year) }

    /// By the survey's variants, then the other readings of green, and what to know of the ledgers.
    func findings(_ gaps: SurveyGaps) throws -> LedgerFindings {
        var findings = LedgerFindings()
        func add(
            _ subject: LocalizedText, _ indicators: Set<String>,
            _ body: () throws -> LedgerFindings?
        ) throws {
            let tableFindings = try gaps.attempt(subject, indicators: indicators, body)
            if let tableFindings = tableFindings.flatMap(\.self) { findings += tableFindings }
        }
        let ledgers = survey.ledgers
        try add(LocalizedText(zh: "造林台账", en: "[afforestation]"), ["afforestation_pass"]) {
            try ledgers.afforestation.map(afforestation)
        }
        try add(LocalizedText(zh: "牲畜与饲草台账", en: "[livestock]"), ["forage_balance"]) {
            try ledgers.livestock.map(livestock)
        }
        try add(
            LocalizedText(zh: "水土流失台账", en: "[erosion]"), ["erosion_new", "erosion_ratio"]
        ) { try ledgers.erosion.map(erosion) }
        try add(
            LocalizedText(zh: "城镇绿化图层", en: "[[urban]]"), ["urban_green", "park_green"]
        ) { try towns() }
        let counted = catalogue.definitions.filter { $0.ledger != nil }.map(\.id)
        try add(LocalizedText(zh: "统计表", en: "[[statistics]]"), Set(counted)) {
            try statistics()
        }
        return findings
    }

    func place(_ zone: String, _ year: Int) -> ZoneYear {
        let name = zones.zones.first { $0.id == zone }?.name
        return ZoneYear(year: year, zone: zone, name: zone == "all" ? cityName : name ?? "")
    }

    /// The zones that have an entry, in the layer's order.
    func places<Value>(_ entries: [String: Value]) -> [String] {
        zones.zones.map(\.id).filter { entries[$0] != nil }
    }

    /// A year's results: those of the zones that there are, those of zones that lack entries as *not
    /// assessed*, and the city's as far as they allow.
    func gathered(
        _ present: [IndicatorResult], city: IndicatorResult, missing: [String], _ scope: LedgerScope
    ) -> [IndicatorResult] {
        let lacking = missing.map { zone in
            IndicatorResult(
                city.indicator, variant: city.variant, at: place(zone, city.year), unit: city.unit,
                status: scope.lack(ofZone: zone, in: city.year))
        }
        let places = Dictionary(
            zones.zones.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let sorted = (present + lacking).sorted { (places[$0.zone] ?? 0) < (places[$1.zone] ?? 0) }
        return sorted + [scope.city(city, missing: missing, areas: areas)]
    }

    /// The city's *not assessed* in a year that a ledger lacks: an indicator never vanishes.
    func lacking(
        _ indicator: String, variant: String, unit: Quantity.Unit = .fraction, _ year: Int,
        _ status: ResultStatus
    ) -> IndicatorResult {
        IndicatorResult(
            indicator, variant: variant, at: place("all", year), unit: unit, status: status)
    }

    // MARK: Afforestation

    private func afforestation(
        _ ledger: SurveyFile.Ledgers.Afforestation
    ) throws -> LedgerFindings {
        let entries = try AfforestationLedger(ledger, zones: zones).entries
        let scope = LedgerScope(
            ledger.file.fileName, isComplete: ledger.isComplete,
            entries: entries.map { (zone: $0.zone, year: $0.year) })
        var findings = LedgerFindings()
        findings.notes += [scope.unusedYears(besides: years)].compactMap(\.self)
        for year in years {
            let yearEntries = entries.filter { ($0.year ?? year) == year }
            let parcels = yearEntries.map(\.parcel)
            guard !yearEntries.isEmpty else {
                let percent = Int((ledger.limit * 100).rounded())
                findings.main.append(
                    lacking(
                        "afforestation_pass", variant: "survival_\(percent)", year,
                        scope.lack(of: year)))
                continue
            }
            let byZone = Dictionary(grouping: yearEntries, by: \.zone).mapValues {
                $0.map(\.parcel)
            }
            let present = try places(byZone).map { zone in
                try pass(byZone[zone] ?? [], ledger, place(zone, year))
            }
            findings.main += gathered(
                present, city: try pass(parcels, ledger, place("all", year)),
                missing: scope.missing(in: year, of: zones), scope)
        }
        return findings
    }

    private func pass(
        _ parcels: [AfforestationParcel], _ ledger: SurveyFile.Ledgers.Afforestation,
        _ place: ZoneYear
    ) throws -> IndicatorResult {
        // A row of zero says that nothing was planted there.
        guard parcels.contains(where: { $0.area > 0 }) else {
            let percent = Int((ledger.limit * 100).rounded())
            return IndicatorResult(
                "afforestation_pass", variant: "survival_\(percent)", at: place, unit: .fraction,
                status: IndicatorResult.nothingToCount)
        }
        let account = try AfforestationAccount(
            parcels.filter { $0.area > 0 }, reported: ledger.reported[place.zone])
        var result = account.result(at: place, limit: ledger.limit)
        if let rate = account.verificationRate {
            let percent = Quantity(rate * 100, .percent)
            result.notes.append(
                LocalizedText(
                    zh: "核实率\(percent.text(in: .zh, digits: 2))",
                    en: "verified of reported: \(percent.text(in: .en, digits: 2))"))
        }
        return result
    }

    // MARK: Livestock

    private func livestock(_ ledger: SurveyFile.Ledgers.Livestock) throws -> LedgerFindings {
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
        let scopes = try [stock, forage].map { table in
            try table.refuseCityBesideZones(in: years)
            return try table.scope(isComplete: ledger.isComplete)
        }
        var findings = LedgerFindings()
        findings.notes += scopes.compactMap { $0.unusedYears(besides: years) }
        for year in years {
            if let empty = scopes.first(where: { $0.zones(in: year).isEmpty }) {
                findings.main.append(
                    lacking("forage_balance", variant: "official", year, empty.lack(of: year)))
                continue
            }
            findings.main += try livestock(ledger, units, stock, forage, scopes, year)
        }
        return findings
    }

    private func livestock(
        _ ledger: SurveyFile.Ledgers.Livestock, _ units: SheepUnits, _ stock: LedgerTable,
        _ forage: LedgerTable, _ scopes: [LedgerScope], _ year: Int
    ) throws -> [IndicatorResult] {
        var animals: [String: [String: Int]] = [:]
        for row in try stock.rows(ofYear: year) {
            animals[row.text("zone") ?? "all", default: [:]][
                row.text("animal") ?? "", default: 0] += try row.count("count")
        }
        var types: [String: [ForageType]] = [:]
        for row in try forage.rows(ofYear: year) {
            types[row.text("zone") ?? "all", default: []].append(try Self.forageType(row))
        }
        let missing = scopes.map { $0.missing(in: year, of: zones) }
        let other = Self.otherForage(ledger)
        let withoutOther = other.isEmpty ? [] : other.missing(in: year, of: zones)
        let lacking = zones.zones.map(\.id).filter {
            missing.joined().contains($0) || withoutOther.contains($0)
        }
        let blamed = zip(scopes, missing).first { !$0.1.isEmpty }?.0 ?? other
        func balance(
            _ herds: [String], _ forages: [String], _ other: Double, _ place: ZoneYear
        ) throws -> IndicatorResult {
            var herd: [String: Int] = [:]
            for zone in herds { herd.merge(animals[zone] ?? [:], uniquingKeysWith: +) }
            return try ForageBalance(
                forages.flatMap { types[$0] ?? [] }, otherForage: other, days: ledger.days,
                livestock: herd, by: units
            ).result(at: place, counted: ledger.counted)
        }
        // A table of the city alone, of animals or of forage, says nothing of its zones.
        let byZone = animals["all"] == nil && types["all"] == nil
        let complete = zones.zones.map(\.id).filter { !lacking.contains($0) }
        let city = try balance(
            animals["all"] == nil ? complete : ["all"], types["all"] == nil ? complete : ["all"],
            ledger.other["all"] ?? complete.reduce(0) { $0 + (ledger.other[$1] ?? 0) },
            place("all", year))
        return gathered(
            byZone
                ? try complete.map {
                    try balance([$0], [$0], ledger.other[$0] ?? 0, place($0, year))
                }
                : [], city: city, missing: lacking, blamed)
    }

    /// The zones that the survey file gives other forage for.
    private static func otherForage(_ ledger: SurveyFile.Ledgers.Livestock) -> LedgerScope {
        LedgerScope(
            "[livestock] other_forage_kg", isComplete: ledger.isComplete,
            entries: ledger.other.keys.sorted().map { (zone: $0, year: nil) })
    }

    private static func forageType(_ row: LedgerTable.Row) throws -> ForageType {
        ForageType(
            usableArea: try row.required("area_ha") * 10_000,
            yield: try row.required("yield_kg_per_ha"),
            regrowth: try row.number("regrowth") ?? 0, edibleShare: try row.share("edible"),
            hayFactor: try row.number("hay_factor") ?? 1,
            utilisation: try row.share("utilisation"))
    }

    // MARK: Soil and water

    private func erosion(_ ledger: SurveyFile.Ledgers.Erosion) throws -> LedgerFindings {
        let overlay = try MeasureOverlay(ledger.measures, zones: zones)
        // Polygons of accepted measures hold every year since the first: only zones can lack.
        let scope = LedgerScope(
            ledger.measures.source.path.fileName, isComplete: ledger.isComplete,
            entries: overlay.pieces.keys.sorted().map { (zone: $0, year: nil) })
        var findings = LedgerFindings()
        for year in years {
            let missing = scope.missing(in: year, of: zones)
            let present = zones.zones.map(\.id).filter { !missing.contains($0) }
            let accounts = try present.map {
                ($0, try ConservationLedger(overlay.pieces[$0] ?? []))
            }
            let whole = try ConservationLedger(present.flatMap { overlay.pieces[$0] ?? [] })
            if ledger.since <= year {
                findings.main += gathered(
                    try accounts.map { try $1.newResult(since: ledger.since, at: place($0, year)) },
                    city: try whole.newResult(since: ledger.since, at: place("all", year)),
                    missing: missing, scope)
            } else {
                findings.main.append(
                    lacking(
                        "erosion_new", variant: "official", unit: .squareMetres, year,
                        .notAssessed(
                            LocalizedText(
                                zh: "治理期自\(ledger.since)年起",
                                en: "the period begins in \(ledger.since)"))))
            }
            guard let city = try ratio(whole, ledger, "all", year) else { continue }
            findings.main += gathered(
                try accounts.compactMap { try ratio($1, ledger, $0, year) }, city: city,
                missing: missing, scope)
        }
        return findings
    }

    /// `nil` where the survey file gives no eroded area for the zone.
    private func ratio(
        _ account: ConservationLedger, _ ledger: SurveyFile.Ledgers.Erosion, _ zone: String,
        _ year: Int
    ) throws -> IndicatorResult? {
        let place = place(zone, year)
        if let eroded = ledger.baseline[zone] {
            guard eroded > 0 else { return nil }
            let needsEarlier = ledger.earlier.keys.contains { $0 != "all" } && zone != "all"
            guard
                let earlier = ledger.earlier[zone]
                    ?? (needsEarlier ? nil : earlierSum(ledger, zone))
            else { return unknown(place, "earlier_km2") }
            return try account.ratioResult(eroded: eroded, earlier: earlier, at: place)
        }
        let given = ledger.baseline.keys.filter { $0 != "all" }
        guard !given.isEmpty else { return zone == "all" ? unknown(place, "baseline_km2") : nil }
        guard zone == "all", zones.zones.allSatisfy({ ledger.baseline[$0.id] != nil }) else {
            return unknown(place, "baseline_km2")
        }
        let eroded = ledger.baseline.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
        return try account.ratioResult(
            eroded: eroded, earlier: earlierSum(ledger, zone), at: place)
    }

    /// What was treated earlier: the city's own, or the sum of its zones; nothing where none is given.
    private func earlierSum(_ ledger: SurveyFile.Ledgers.Erosion, _ zone: String) -> Double {
        guard zone == "all" else { return 0 }
        return ledger.earlier.filter { $0.key != "all" }.sorted { $0.key < $1.key }
            .reduce(0) { $0 + $1.value }
    }

    private func unknown(_ place: ZoneYear, _ key: String) -> IndicatorResult {
        IndicatorResult(
            "erosion_ratio", variant: "official", at: place, unit: .fraction,
            status: .notAssessed(
                LocalizedText(
                    zh: "调查文件[erosion] \(key)缺本区（或部分分区）的数值",
                    en: "[erosion] \(key) in the survey file lacks the zone, or some of the zones"))
        )
    }
}
