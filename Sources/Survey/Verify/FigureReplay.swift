// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import DataFiles
internal import Files
internal import Foundation
internal import Reporting
public import Tables

/// One figure of a finished survey measured again, down to the areas of the classes that it is made of.
public struct FigureReplay: Sendable {
    /// What the figure is, and each class of its zone: `year,zone,item,label,unit,recorded,measured,
    /// state`; `state` is `same`, `changed`, or `missing` from one of the two.
    public let table: Table

    /// Whether every number is as recorded.
    public let isSound: Bool

    private struct Row {
        var label = ""
        var unit = ""
        var recorded: String?
        var measured: String?
        var state: String {
            recorded == nil || measured == nil
                ? "missing" : recorded == measured ? "same" : "changed"
        }
    }

    /// Measures a figure again from the inputs, apart from anything kept: its zone alone, and what the
    /// indicator rests on alone.
    ///
    /// - Parameters:
    ///   - check: The survey.
    ///   - zone: A zone's id; `all` for all together.
    ///   - indicator: An indicator's id.
    ///   - jobs: Threads.
    /// - Throws: `SurveyError` where the survey has no such figure; what a run throws.
    public init(
        of check: SurveyVerification, zone: String, indicator: String, jobs: Int = 2
    ) async throws {
        let finished = check.finished
        let recorded = try Self.rows(
            in: finished.path(of: "indicators.csv") ?? "", areas: finished.path(of: "areas.csv"),
            zone, indicator)
        guard recorded.contains(where: { $0.key.item == "value" }) else {
            throw SurveyError.unusable(
                file: "\(finished.folder)/indicators.csv",
                why:
                    "has no figure of '\(indicator)' for zone '\(zone)'; its columns 'indicator' and "
                    + "'zone' list what there is")
        }
        let scratch = try HiddenFolder()
        let made = "\(scratch.path)/again"
        var run = try check.run(into: made, jobs: jobs)
        run.focus = SurveyFocus(zone: zone, indicator: indicator)
        run.drawsMaps = false
        run.drawsAtlas = false
        let again = run
        // What was read to be checked is no input of the survey.
        try await InputWatch.$current.withValue(InputWatch()) {
            try await WholeFile.together { _ = try await again.run() }
        }
        let measured = try Self.rows(
            in: "\(made)/indicators.csv", areas: "\(made)/areas.csv", zone, indicator)
        var table = Table(
            "figure",
            columns: ["year", "zone", "item", "label", "unit", "recorded", "measured", "state"])
        var isSound = true
        for key in Set(recorded.keys).union(measured.keys).sorted() {
            var row = recorded[key] ?? measured[key] ?? Row()
            row.recorded = recorded[key]?.recorded
            row.measured = measured[key]?.recorded
            isSound = isSound && row.state == "same"
            table.append([
                .text(key.year), .text(zone), .text(key.item), .text(row.label), .text(row.unit),
                Table.Cell(row.recorded), Table.Cell(row.measured), .text(row.state),
            ])
        }
        self.table = table
        self.isSound = isSound
    }

    /// A number of a year: `value`, `numerator`, …, or `class 21`.
    private struct Key: Hashable, Comparable {
        let year: String
        let rank: Int
        let item: String

        static func < (a: Key, b: Key) -> Bool {
            (a.year, a.rank, a.item) < (b.year, b.rank, b.item)
        }
    }

    private static let numbers = ["value", "numerator", "denominator", "lower", "upper"]

    /// The figure's numbers and its zone's class areas as they are written, in ``Row/recorded``.
    private static func rows(
        in indicators: String, areas: String?, _ zone: String, _ indicator: String
    ) throws -> [Key: Row] {
        var rows: [Key: Row] = [:]
        for cells in try cells(of: indicators) where cells["zone"] == zone {
            guard cells["indicator"] == indicator, let year = cells["year"] else { continue }
            for (rank, number) in numbers.enumerated() {
                guard let value = cells[number], !value.isEmpty else { continue }
                let unit = ["numerator", "denominator"].contains(number) ? "" : cells["unit"] ?? ""
                rows[Key(year: year, rank: rank, item: number)] = Row(
                    label: indicator, unit: unit, recorded: value)
            }
        }
        guard let areas, FileManager.default.fileExists(atPath: areas) else { return rows }
        let years = Set(rows.keys.map(\.year))
        for cells in try cells(of: areas) where cells["zone"] == zone {
            guard let year = cells["year"], years.contains(year) else { continue }
            rows[Key(year: year, rank: numbers.count, item: "class \(cells["class"] ?? "")")] = Row(
                label: cells["label"] ?? "", unit: "m2", recorded: cells["area_m2"])
        }
        return rows
    }

    /// A table's rows, each cell by its column.
    private static func cells(of path: String) throws -> [[String: String]] {
        let file = try CSVFile(reading: path)
        return file.rows.map { row in
            Dictionary(zip(file.columns, row.cells), uniquingKeysWith: { first, _ in first })
        }
    }
}
