// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
public import Ecology
internal import Foundation
internal import GDAL

/// The folder of a survey that has been run, read back.
public struct FinishedSurvey {
    /// The file that tells a survey's folder from any other.
    static let marker = "provenance.json"

    private let folder: String

    /// Opens a finished survey's folder.
    ///
    /// - Throws: ``SurveyError/notASurvey(folder:)`` where it has no `indicators.csv`.
    public init(in folder: String) throws(SurveyError) {
        guard FileManager.default.fileExists(atPath: "\(folder)/indicators.csv") else {
            throw .notASurvey(folder: folder)
        }
        self.folder = folder
    }

    /// Whether its data are made up, as its catalogue entry tells.
    var isSynthetic: Bool {
        struct Item: Decodable {
            struct Properties: Decodable { let keywords: [String]? }
            let properties: Properties
        }
        guard let data = FileManager.default.contents(atPath: "\(folder)/stac_item.json"),
            let item = try? JSONDecoder().decode(Item.self, from: data)
        else { return false }
        return item.properties.keywords?.contains(SurveyItem.syntheticKeyword) ?? false
    }

    /// English names by zone, where the survey has them.
    var englishNames: [String: String] {
        var names: [String: String] = [:]
        guard let file = try? VectorSource(opening: "\(folder)/banners.geojson"),
            let info = try? file.layer(), let id = info.index(ofField: "zone"),
            let name = info.index(ofField: "name_en")
        else { return names }
        try? file.forEachFeature { feature in
            if let zone = feature.values[id].text { names[zone] = feature.values[name].text }
        }
        return names
    }

    /// The definitions that the survey's results were counted by, as its provenance record tells.
    private var counted: [Provenance.Counted] {
        struct Record: Decodable { let counted: [Provenance.Counted] }
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(Self.marker)"),
            let record = try? JSONDecoder().decode(Record.self, from: data)
        else { return [] }
        return record.counted
    }

    /// The units that numerators and denominators are written in.
    private static func units(
        of indicator: String, _ unit: Quantity.Unit, isRatio: Bool
    ) -> (numerator: Quantity.Unit, denominator: Quantity.Unit) {
        switch indicator {
        case "forage_balance": (.sheepUnits, .sheepUnits)
        case "park_green": (.squareMetres, .people)
        default: isRatio ? (.squareMetres, .squareMetres) : (unit, unit)
        }
    }

    /// What the survey found of one indicator, by year and zone.
    public func results(of indicator: String) throws -> [IndicatorResult] {
        let table = try CSVFile(reading: "\(folder)/indicators.csv")
        let counted = counted.filter { $0.indicator == indicator }
        var results: [IndicatorResult] = []
        for row in table.rows {
            func text(_ column: String) -> String? {
                table.index(of: column).map { row.cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
            }
            func number(_ column: String) -> Double? { text(column).flatMap(Double.init) }
            guard text("indicator") == indicator, let year = text("year").flatMap(Int.init),
                let unit = text("unit").flatMap(Quantity.Unit.init(rawValue:))
            else { continue }
            let reason = LocalizedText(text("reason") ?? "")
            let status: ResultStatus =
                switch text("verdict") {
                case "indicative": .indicative(reason)
                case "not_assessed": .notAssessed(reason)
                default: .official
                }
            let place = ZoneYear(
                year: year, zone: text("zone") ?? "", name: text("name") ?? "")
            let counting = counted.first {
                $0.year == place.year && $0.zones?.contains(place.zone) ?? true
            }
            var result = IndicatorResult(
                indicator, variant: counting?.variant ?? "", at: place, unit: unit, status: status)
            result.value = number("value")
            let units = Self.units(of: indicator, unit, isRatio: number("denominator") != nil)
            result.numerator = number("numerator").map { Quantity($0, units.numerator) }
            result.denominator = number("denominator").map { Quantity($0, units.denominator) }
            if let low = number("lower"), let high = number("upper") {
                result.bounds = Bounds(low, high, kind: .range)
            }
            if case .official = status, !reason.en.isEmpty { result.notes = [reason] }
            results.append(result)
        }
        return results
    }
}
