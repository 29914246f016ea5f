// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
internal import DataFiles
public import Ecology
internal import Foundation
internal import GDAL
public import Words

/// The folder of a survey that has been run, read back.
///
/// Whatever is read is first held against its SHA-256 in `provenance.json`, which is written last: a
/// file that was changed after the run is refused, so that nobody takes its figures for the survey's.
public struct FinishedSurvey: Sendable {
    /// The file that tells a survey's folder from any other.
    package static let marker = "provenance.json"

    /// The signature of the marker.
    package static let seal = "provenance.json.sig"
    /// What the record cannot name: itself and its seal.
    package static let recordFiles: Set = [marker, seal]

    /// What the record of provenance tells of a finished survey.
    package struct Record: Decodable, Sendable {
        package let version: String?
        package let programSHA256: String?
        package let libraries: [String: String]?
        package let seconds: Double?
        package let tallies: Provenance.Tallies?
        package let directory: String?
        package let options: Provenance.Options?
        package let survey: Provenance.Input?
        package let inputs: [Provenance.Input]?
        package let schemes: [Provenance.Scheme]?
        package let parameters: [String: String]?
        package let counted: [Provenance.Counted]?
        package let references: [String: String]?
        package let unread: [String: String]?
        package let sealedBy: String?
        package let outputs: [Provenance.Input]
    }

    package let folder: String
    package let record: Record

    /// What the record in a folder tells; `nil` where there is none.
    package static func record(in folder: String) -> Record? {
        try? FinishedSurvey(in: folder).record
    }

    /// Opens a finished survey's folder.
    ///
    /// - Throws: `SurveyError.notASurvey` where it has no `indicators.csv`;
    ///   `SurveyError.unusable` where it has no record to check its files against.
    public init(in folder: String) throws(SurveyError) {
        guard FileManager.default.fileExists(atPath: "\(folder)/indicators.csv") else {
            throw .notASurvey(folder: folder)
        }
        let path = "\(folder)/\(Self.marker)"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .unusable(
                file: path,
                why:
                    "is missing or cannot be read, so that nothing tells whether the folder's files "
                    + "are as the survey wrote them; run the survey again")
        }
        guard let record = try? JSONDecoder().decode(Record.self, from: data) else {
            throw .unusable(
                file: path, why: "is no record of a survey's files; run the survey again")
        }
        self.folder = folder
        self.record = record
    }

    /// Citations that the survey was run with in place of those from memory.
    public var references: References { References(record.references ?? [:]) }

    /// The path of one of the survey's files, once it is known to be as it was written.
    ///
    /// - Returns: `nil` where the survey wrote no such file.
    /// - Throws: ``SurveyError/changedAfterRun(file:why:)`` where it was changed, added or taken away.
    package func path(of name: String) throws(SurveyError) -> String? {
        let path = "\(folder)/\(name)"
        let isThere = FileManager.default.fileExists(atPath: path)
        guard let written = record.outputs.first(where: { $0.path == name }) else {
            guard isThere else { return nil }
            throw .changedAfterRun(file: path, why: "the survey wrote no such file")
        }
        guard isThere, let current = try? Provenance.Input(of: path) else {
            throw .changedAfterRun(file: path, why: "it is missing, or cannot be read")
        }
        guard current.sha256 == written.sha256 else {
            throw .changedAfterRun(
                file: path,
                why: "its SHA-256 is \(current.sha256.prefix(12))…, that of the survey's own file "
                    + "\(written.sha256.prefix(12))…")
        }
        return path
    }

    /// Says that a file is as the survey wrote it, and how that is known.
    ///
    /// - Parameter name: Of a file in the folder.
    /// - Returns: A sentence.
    /// - Throws: `SurveyError.changedAfterRun` where it is not.
    public func statement(on name: String) throws(SurveyError) -> LocalizedText {
        _ = try path(of: name)
        let hash = record.outputs.first { $0.path == name }?.sha256.prefix(12) ?? ""
        return LocalizedText(
            zh: "\(name)与\(Self.marker)所记相符（SHA-256 \(hash)…）",
            en: "\(name) is as \(Self.marker) records it (SHA-256 \(hash)…)")
    }

    /// Whether its data are made up, as its catalogue entry tells.
    package var isSynthetic: Bool {
        get throws {
            struct Item: Decodable {
                struct Properties: Decodable { let keywords: [String]? }
                let properties: Properties
            }
            guard let path = try path(of: "stac_item.json"),
                let data = FileManager.default.contents(atPath: path),
                let item = try? JSONDecoder().decode(Item.self, from: data)
            else { return false }
            return item.properties.keywords?.contains(SurveyItem.syntheticKeyword) ?? false
        }
    }

    /// English names by zone, where the survey has them.
    var englishNames: [String: String] {
        get throws {
            var names: [String: String] = [:]
            guard let path = try path(of: "banners.geojson"),
                let file = try? VectorSource(opening: path),
                let info = try? file.layer(), let id = info.index(ofField: "zone"),
                let name = info.index(ofField: "name_en")
            else { return names }
            try file.forEachFeature { feature in
                if let zone = feature.values[id].text { names[zone] = feature.values[name].text }
            }
            return names
        }
    }

    /// The units that numerators and denominators are written in.
    private static func units(
        of indicator: String, _ unit: Quantity.Unit, isRatio: Bool,
        counted: (numerator: Quantity.Unit, denominator: Quantity.Unit)?
    ) -> (numerator: Quantity.Unit, denominator: Quantity.Unit) {
        switch indicator {
        case "forage_balance": (.sheepUnits, .sheepUnits)
        case "park_green": (.squareMetres, .people)
        case _ where counted != nil: counted ?? (unit, unit)
        default: isRatio ? (.squareMetres, .squareMetres) : (unit, unit)
        }
    }

    /// What the survey found of one indicator, by year and zone.
    public func results(of indicator: String) throws -> [IndicatorResult] {
        try assessments(of: indicator).map(\.result)
    }

    /// What the survey found of one indicator, by year and zone, with its verdicts.
    ///
    /// - Throws: `SurveyError.changedAfterRun` where `indicators.csv` was changed.
    public func assessments(of indicator: String) throws -> [Assessment] {
        try assessments { $0 == indicator }
    }

    /// All that the survey found, by year, zone and indicator, with its verdicts.
    ///
    /// - Throws: `SurveyError.changedAfterRun` where `indicators.csv` was changed.
    public func assessments() throws -> [Assessment] { try assessments { _ in true } }

    private func assessments(where isWanted: (String) -> Bool) throws -> [Assessment] {
        guard let path = try path(of: "indicators.csv") else {
            throw SurveyError.notASurvey(folder: folder)
        }
        return try Self.assessments(reading: path, counted: record.counted ?? [], where: isWanted)
    }

    /// The figures of a table `indicators.csv`, with their verdicts.
    package static func assessments(
        reading path: String, counted: [Provenance.Counted],
        where isWanted: (String) -> Bool = { _ in true }
    ) throws -> [Assessment] {
        let table = try CSVFile(reading: path)
        let counted = Dictionary(grouping: counted, by: \.indicator)
        let catalogue = try IndicatorCatalogue.bundled()
        return try table.rows.compactMap { cells in
            let row = Row(table: table, cells: cells.cells)
            guard let indicator = row.text("indicator"), isWanted(indicator) else { return nil }
            return try Self.assessment(
                row, of: indicator, counted[indicator] ?? [], catalogue[indicator])
        }
    }

    /// A row of `indicators.csv`, its cells by column.
    private struct Row {
        let table: CSVFile
        let cells: [String]

        func text(_ column: String) -> String? {
            table.index(of: column).map { cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
        }

        func number(_ column: String) -> Double? { text(column).flatMap(Double.init) }
    }

    private static func assessment(
        _ row: Row, of indicator: String, _ counted: [Provenance.Counted],
        _ definition: IndicatorDefinition?
    ) throws -> Assessment? {
        guard let year = row.number("year").flatMap(Int.init(exactly:)),
            let unit = row.text("unit").flatMap(Quantity.Unit.init(rawValue:))
        else { return nil }
        let reason = LocalizedText(row.text("reason") ?? "")
        let status: ResultStatus =
            switch row.text("verdict") {
            case "indicative": .indicative(reason)
            case "not_assessed": .notAssessed(reason)
            default: .official
            }
        let place = ZoneYear(
            year: year, zone: row.text("zone") ?? "", name: row.text("name") ?? "")
        let counting = counted.first {
            $0.year == place.year && $0.zones?.contains(place.zone) ?? true
        }
        var result = IndicatorResult(
            indicator, variant: counting?.variant ?? "", at: place, unit: unit, status: status)
        result.basis = counting?.basis ?? Basis()
        result.value = row.number("value")
        result.counted = row.number("counted")
        let units = Self.units(
            of: indicator, unit, isRatio: row.number("denominator") != nil,
            counted: definition?.countedUnits)
        result.numerator = row.number("numerator").map { Quantity($0, units.numerator) }
        result.denominator = row.number("denominator").map { Quantity($0, units.denominator) }
        if let low = row.number("lower"), let high = row.number("upper") {
            let isInterval = row.text("range_kind") == Bounds.Kind.confidence95.word
            result.bounds = Bounds(low, high, kind: isInterval ? .confidence95 : .range)
        }
        if case .official = status, !reason.en.isEmpty { result.notes = [reason] }
        let verdict = row.text("target_origin").flatMap(TargetOrigin.init(word:)).flatMap {
            origin in
            row.text("verdict").flatMap(Verdict.Kind.init(rawValue:)).map {
                Verdict(
                    recorded: $0, target: row.number("target").map { Quantity($0, unit) },
                    origin: origin)
            }
        }
        return Assessment(result: result, verdict: verdict, unit: unit)
    }
}
