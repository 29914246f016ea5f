// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import Ecology
internal import GDAL
internal import Zonal

extension LedgerAssessing {
    /// Green and parks of built-up areas, for every year of the survey.
    func towns() throws -> LedgerFindings {
        let towns = survey.ledgers.urban
        guard let first = towns.first else { return LedgerFindings() }
        var findings = LedgerFindings()
        let scope = LedgerScope(
            "[[urban]]", isComplete: nil, entries: towns.map { (zone: "all", year: $0.year) })
        findings.notes += [scope.unusedYears(besides: years)].compactMap(\.self)
        for year in years {
            let town = towns.first { $0.year == year } ?? towns.first { $0.year == nil }
            guard let town else {
                let status = scope.lack(of: year)
                findings.main.append(
                    lacking("urban_green", variant: first.variant.rawValue, year, status))
                if towns.contains(where: { $0.parks != nil }) {
                    findings.main.append(
                        lacking(
                            "park_green", variant: "official", unit: .squareMetresPerPerson, year,
                            status))
                }
                continue
            }
            findings += try urban(town, year: year).counted(by: town.official)
        }
        return findings
    }

    private func urban(
        _ town: SurveyFile.Ledgers.Urban, year: Int
    ) throws -> LedgerFindings {
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
        var findings = LedgerFindings()
        for zone in zones.zones.map(\.id) + ["all"] {
            func area(_ areas: LayerAreas?) -> Double? {
                areas.map { zone == "all" ? $0.total : $0.byZone[zone] ?? 0 }
            }
            guard let builtUp = area(built), builtUp > 0 else { continue }
            for variant in UrbanGreenVariant.allCases
            where variant == town.variant || (variant == .canopy ? canopy : green) != nil {
                let result = try urbanGreen(
                    canopy: area(canopy), greenLand: area(green), builtUp: builtUp,
                    variant: variant, at: place(zone, year))
                if variant == town.variant {
                    findings.main.append(result)
                } else {
                    findings.others.append(result)
                }
            }
        }
        guard let parks, let population = town.population else { return findings }
        // Only zones that have a town need people; rows of others do no harm.
        let towns = zones.zones.map(\.id).filter { (built.byZone[$0] ?? 0) > 0 }
        findings += try parkGreen(
            parks, Population(population, zones: zones), in: towns, town, year)
        return findings
    }

    private func parkGreen(
        _ parks: LayerAreas, _ population: Population, in towns: [String],
        _ town: SurveyFile.Ledgers.Urban, _ year: Int
    ) throws -> LedgerFindings {
        let scope = try population.table.scope(isComplete: town.isComplete)
        var findings = LedgerFindings()
        findings.notes += [scope.unusedYears(besides: years)].compactMap(\.self)
        let people = try population.people(in: year)
        guard !people.isEmpty else {
            findings.main.append(
                lacking(
                    "park_green", variant: "official", unit: .squareMetresPerPerson, year,
                    scope.lack(of: year)))
            return findings
        }
        func result(_ area: Double, _ people: Population.People, _ zone: String) throws
            -> IndicatorResult
        {
            try Ecology.parkGreen(
                parks: area, residents: people.residents, temporary: people.temporary,
                at: place(zone, year))
        }
        let named = people.keys.contains { $0 != "all" }
        let missing = named ? towns.filter { people[$0] == nil } : []
        let present = try towns.compactMap { zone in
            try people[zone].map { try result(parks.byZone[zone] ?? 0, $0, zone) }
        }
        if let city = people["all"] {
            findings.main += gathered(
                present, city: try result(parks.total, city, "all"), missing: [], scope)
            return findings
        }
        let peopled = towns.filter { people[$0] != nil }
        guard !peopled.isEmpty else { return findings }
        let sum = peopled.compactMap { people[$0] }.reduce(Population.People()) { $0 + $1 }
        let area =
            missing.isEmpty
            ? parks.total : peopled.reduce(0) { $0 + (parks.byZone[$1] ?? 0) }
        findings.main += gathered(
            present, city: try result(area, sum, "all"), missing: missing, scope)
        return findings
    }
}

/// Urban residents by zone, from a table.
private struct Population {
    struct People {
        var residents = 0
        var temporary: Int?

        static func + (a: People, b: People) -> People {
            People(
                residents: a.residents + b.residents,
                temporary: b.temporary.map { ($0) + (a.temporary ?? 0) } ?? a.temporary)
        }
    }

    let table: LedgerTable

    init(_ path: String, zones: ZoneLayer) throws {
        table = try LedgerTable(path, needs: ["zone", "residents"], zones: zones)
    }

    /// By zone; `all` where the table has a row for the city.
    func people(in year: Int) throws -> [String: People] {
        var people: [String: People] = [:]
        for row in try table.rows(ofYear: year) {
            let zone = row.text("zone") ?? "all"
            guard people[zone] == nil else {
                throw row.error("is of the zone '\(zone)' again; give each zone one row a year")
            }
            people[zone] = People(
                residents: try row.count("residents"),
                temporary: try row.text("temporary").map { _ in try row.count("temporary") })
        }
        return people
    }
}
