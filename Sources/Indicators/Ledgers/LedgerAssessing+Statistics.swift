// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import Ecology
internal import Words

extension LedgerAssessing {
    /// Indicators that are sums of columns, by zone and for the city, from tables of statistics.
    func statistics() throws -> LedgerFindings {
        var findings = LedgerFindings()
        var seen: [String: String] = [:]
        for source in survey.ledgers.statistics {
            let table = try LedgerTable(source.file, needs: ["zone"], zones: zones)
            try table.refuseCityBesideZones(in: years)
            let tableDefinitions = try definitions(in: table)
            for definition in tableDefinitions {
                if let other = seen.updateValue(source.file, forKey: definition.id) {
                    throw SurveyError.unusable(
                        file: source.file,
                        why: "has '\(definition.id)', which \(other.fileName) has too; keep one")
                }
                findings += try statistics(definition, table, source)
            }
            let known = Set(
                tableDefinitions.flatMap { $0.ledger?.columns ?? [] } + ["zone", "year"])
            let unused = table.columns.filter { !known.contains($0) && !$0.isEmpty }
            if !unused.isEmpty {
                let list = unused.joined(separator: ", ")
                findings.notes.append(
                    LocalizedText(
                        zh: "\(source.file.fileName)：列\(list)未使用",
                        en: "\(source.file.fileName): columns \(list) are not used"))
            }
        }
        return findings
    }

    /// The indicators whose columns a table has.
    private func definitions(in table: LedgerTable) throws -> [IndicatorDefinition] {
        let counted = catalogue.definitions.filter { $0.ledger != nil }
        let definitions = try counted.filter { definition in
            let columns = definition.ledger?.columns ?? []
            let there = columns.filter(table.columns.contains)
            if let lacking = columns.first(where: { !table.columns.contains($0) }), !there.isEmpty {
                throw SurveyError.unusable(
                    file: table.file,
                    why: "has the column '\(there[0])' of '\(definition.id)', but not '\(lacking)'")
            }
            return !there.isEmpty
        }
        guard definitions.isEmpty else { return definitions }
        let known = counted.map {
            "\($0.id): \(($0.ledger?.columns ?? []).joined(separator: ", "))"
        }
        throw SurveyError.unusable(
            file: table.file,
            why: "has no columns of an indicator that is counted from statistics; there are "
                + known.joined(separator: "; "))
    }

    /// What one row counts.
    private struct Entry {
        let zone: String
        let year: Int?
        var counted: Double
        var whole: Double?
    }

    private func statistics(
        _ definition: IndicatorDefinition, _ table: LedgerTable,
        _ source: SurveyFile.Ledgers.Statistics
    ) throws -> LedgerFindings {
        let entries = try entries(definition, table)
        let scope = LedgerScope(
            source.file.fileName, isComplete: source.isComplete,
            entries: entries.map { (zone: $0.zone, year: $0.year) })
        var findings = LedgerFindings()
        findings.notes += [scope.unusedYears(besides: years)].compactMap(\.self)
        for year in years {
            let yearEntries = entries.filter { ($0.year ?? year) == year }
            guard !yearEntries.isEmpty else {
                findings.main.append(
                    lacking(
                        definition.id, variant: definition.defaultVariant,
                        unit: definition.unit.dimension == .ratio ? .fraction : definition.unit,
                        year,
                        scope.lack(of: year)))
                continue
            }
            func result(_ entries: [Entry], _ zone: String) throws -> IndicatorResult {
                let wholes = entries.compactMap(\.whole)
                do {
                    return try definition.result(
                        counting: entries.reduce(0) { $0 + $1.counted },
                        of: wholes.isEmpty ? nil : wholes.reduce(0, +), at: place(zone, year))
                } catch {
                    throw SurveyError.unusable(
                        file: table.file, why: "\(error) (zone '\(zone)', \(year))")
                }
            }
            let byZone = Dictionary(grouping: yearEntries, by: \.zone)
            findings.main += gathered(
                try places(byZone).map { try result(byZone[$0] ?? [], $0) },
                city: try result(yearEntries, "all"), missing: scope.missing(in: year, of: zones),
                scope)
        }
        return findings
    }

    /// The rows that tell of an indicator; a row whose cells are empty tells nothing.
    private func entries(
        _ definition: IndicatorDefinition, _ table: LedgerTable
    ) throws -> [Entry] {
        guard let ledger = definition.ledger else { return [] }
        return try table.rows.compactMap { row in
            let counted = try row.number(ledger.numerator.name)
            let whole = try ledger.denominator.flatMap { try row.number($0.name) }
            if counted == nil && whole == nil { return nil }
            guard let counted, whole != nil || ledger.denominator == nil else {
                let empty = counted == nil ? ledger.numerator : ledger.denominator
                throw row.error("has nothing in column '\(empty?.name ?? "")'")
            }
            return Entry(
                zone: row.text("zone") ?? "all", year: try row.year(), counted: counted,
                whole: whole)
        }
    }
}
