// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
package import Ecology
package import Words
package import Zonal

/// Which zones and years a ledger has entries of, held against those of the survey.
///
/// A zone without an entry is unknown, not zero: it is *not assessed*, and neither is the city, whose
/// sum would lack it. Only where the survey file says `complete = false` is the city's figure given
/// for the zones that there are, as indicative, with its coverage beside it; and where it says
/// `complete = true`, zones without an entry have nothing.
package struct LedgerScope {
    /// What messages call it: its file's name.
    package let name: String
    /// As the survey file says; `nil` where it says nothing.
    package let isComplete: Bool?
    /// By year; entries that name none serve every year.
    private var zones: [Int?: Set<String>] = [:]

    package init(_ name: String, isComplete: Bool?, entries: [(zone: String, year: Int?)]) {
        self.name = name
        self.isComplete = isComplete
        for entry in entries { zones[entry.year, default: []].insert(entry.zone) }
    }

    /// The zones with an entry in a year, `all` among them where the city has one of its own.
    package func zones(in year: Int) -> Set<String> { (zones[year] ?? []).union(zones[nil] ?? []) }

    /// Whether it has no entry at all.
    package var isEmpty: Bool { zones.isEmpty }

    private var years: [Int] { zones.keys.compactMap(\.self).sorted() }

    /// The zones of the survey that lack an entry in a year, in their order; none where the ledger is
    /// the city's alone.
    package func missing(in year: Int, of layer: ZoneLayer) -> [String] {
        let there = zones(in: year)
        guard there.contains(where: { $0 != "all" }) else { return [] }
        return layer.zones.map(\.id).filter { !there.contains($0) }
    }

    /// Names the years that the ledger has and the survey does not; `nil` where there are none.
    package func unusedYears(besides wanted: [Int]) -> LocalizedText? {
        let unused = years.filter { !wanted.contains($0) }
        guard !unused.isEmpty else { return nil }
        return LocalizedText(
            zh: "\(name)：\(Self.list(unused, "、"))年的记录未使用；调查年份为\(Self.list(wanted, "、"))",
            en: "\(name): entries of \(Self.list(unused, ", ")) are not used; the survey is of "
                + Self.list(wanted, ", "))
    }

    /// Why nothing can be said of a year without any entry.
    package func lack(of year: Int) -> ResultStatus {
        let there = years.isEmpty ? "—" : Self.list(years, ", ")
        return .notAssessed(
            LocalizedText(
                zh: "\(name)无\(year)年的记录；有\(there)",
                en: "\(name) has no entries of \(year); it has \(there)"))
    }

    /// The status of a zone without an entry.
    package func lack(ofZone zone: String, in year: Int) -> ResultStatus {
        if isComplete == true {
            return .notAssessed(
                LocalizedText(
                    zh: "\(name)声明为完整，本区\(year)年无记录，即无此项",
                    en: "\(name) is stated to be complete: the zone has none of it in \(year)"))
        }
        return .notAssessed(
            LocalizedText(
                zh: "\(name)缺本区\(year)年的记录；确无此项时请填一行零值",
                en:
                    "\(name) has no entry of this zone in \(year); where it truly has none, give it a "
                    + "row of zero"))
    }

    /// The city's result as far as the missing zones allow.
    ///
    /// - Parameters:
    ///   - result: The sum of the zones that there are.
    ///   - missing: Those that lack an entry.
    ///   - areas: m² by zone, to tell how much of the city the sum holds.
    /// - Returns: The result, with less claimed for it where zones are missing.
    package func city(
        _ result: IndicatorResult, missing: [String], areas: [String: Double]
    ) -> IndicatorResult {
        guard !missing.isEmpty, isComplete != true else { return result }
        var result = result
        let lacking = Self.list(missing, ", ")
        guard isComplete == false else {
            result.value = nil
            result.bounds = nil
            result.numerator = nil
            result.denominator = nil
            // Notes would tell of the part that there is.
            result.notes = []
            result.status = .notAssessed(
                LocalizedText(
                    zh: "\(name)缺\(lacking)\(result.year)年的记录，合计不完整；"
                        + "请补全（确无此项的填零值行），或在调查文件中声明 complete = false",
                    en: "\(name) has no entries of \(lacking) in \(result.year), so that the "
                        + "sum is not the city's; add them, as rows of zero where there is none, "
                        + "or say complete = false in the survey file"))
            return result
        }
        let total = areas.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
        let there = areas.filter { !missing.contains($0.key) }.sorted { $0.key < $1.key }
        let presentArea = there.reduce(0) { $0 + $1.value }
        let share = decimal(total > 0 ? presentArea / total * 100 : 0, digits: 1)
        let count = areas.count - missing.count
        let why = LocalizedText(
            zh: "只含\(areas.count)个分区中的\(count)个，占面积\(share)%；缺\(lacking)",
            en: "holds \(count) of \(areas.count) zones, \(share) % of the area; \(name) lacks "
                + lacking)
        if case .official = result.status {
            result.status = .indicative(why)
        } else {
            result.notes.append(why)
        }
        result.basis.aspects[.zones] = there.map(\.key).joined(separator: " ")
        return result
    }

    private static func list(_ years: [Int], _ separator: String) -> String {
        years.map(String.init).joined(separator: separator)
    }

    private static func list(_ zones: [String], _ separator: String) -> String {
        let shown = zones.prefix(12).joined(separator: separator)
        return zones.count > 12 ? shown + " …" : shown
    }
}

extension LedgerTable {
    /// The zones and years of its rows.
    package func scope(isComplete: Bool?) throws -> LedgerScope {
        LedgerScope(
            file.fileName, isComplete: isComplete,
            entries: try rows.map { (zone: $0.text("zone") ?? "all", year: try $0.year()) })
    }

    /// Refuses rows of the city beside rows of zones in one year: the sum would hold them twice.
    package func refuseCityBesideZones(in years: [Int]) throws {
        for year in years {
            let yearRows = try rows(ofYear: year)
            guard let city = yearRows.first(where: { ($0.text("zone") ?? "all") == "all" }),
                let zone = yearRows.first(where: { ($0.text("zone") ?? "all") != "all" })
            else { continue }
            throw SurveyError.unusable(
                file: file,
                why: "\(city.name) is of the whole, 'all', and \(zone.name) of a zone, in "
                    + "\(year): the city would hold them twice. Give the zones, or the whole alone")
        }
    }
}
