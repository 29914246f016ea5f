// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import CarbonAccounts
internal import DataFiles
internal import Ecology
internal import Foundation
internal import GDAL
internal import Reporting
internal import Words

/// A finished survey's carbon, walked back from its numbers to areas, coefficients and sources.
struct CarbonWalk {
    private typealias Row = [String: String]

    private let lines: [Row]
    private let coefficients: [String: Row]
    private let uncertainty: [Row]
    private let folder: String

    /// Opens a survey's tables of lines and coefficients, and of shares of variance if there is one.
    ///
    /// - Throws: ``SurveyError`` where they are missing.
    init(in folder: String) throws {
        self.folder = folder
        let survey = try FinishedSurvey(in: folder)
        func required(_ name: String) throws -> [Row] {
            guard let path = try survey.path(of: "\(name).csv") else {
                throw SurveyError.unusable(
                    file: folder,
                    why: "has no \(name).csv; add a [carbon] table to the survey file and run it "
                        + "again")
            }
            return try Self.read(path)
        }
        lines = try required("carbon_lines")
        // Where nothing is uncertain there is no such table.
        uncertainty = try survey.path(of: "carbon_uncertainty.csv").map { try Self.read($0) } ?? []
        coefficients = Dictionary(
            try required("carbon_coefficients").map {
                ($0["coefficient"] ?? "", $0)
            },
            uniquingKeysWith: { first, _ in first })
    }

    private static func read(_ path: String) throws -> [Row] {
        let file = try CSVFile(reading: path)
        return file.rows.map { row in
            Dictionary(zip(file.columns, row.cells)) { first, _ in first }
        }
    }

    /// One number: its method, years, and lines.
    private struct Number: Hashable, Comparable {
        let method: String
        let year: String

        static func < (a: Number, b: Number) -> Bool { (a.method, a.year) < (b.method, b.year) }
    }

    /// The walk of a quantity in a zone: each method's number, the lines that it is the sum of, the
    /// largest first, and the coefficients in them.
    func lines(of quantity: String, zone: String, _ language: Language) throws -> [String] {
        let known = Set(lines.compactMap { $0["zone"] })
        guard zone == "all" || known.contains(zone) else {
            throw SurveyError.unusable(
                file: "--zone \(zone)",
                why:
                    "\(folder) has no such zone; there are \(known.sorted().joined(separator: ", "))"
            )
        }
        // A sink is a change over its years; methods of stocks keep changes, those of fluxes sinks.
        let wanted =
            quantity == "sink_tc_per_year" ? ["sink_tc_per_year", "change_tc"] : [quantity]
        let quantityLines = lines.filter {
            wanted.contains($0["quantity"] ?? "") && (zone == "all" || $0["zone"] == zone)
        }
        let numbers = Dictionary(grouping: quantityLines) {
            Number(method: $0["method"] ?? "", year: $0["year"] ?? "")
        }
        var text: [String] = []
        var used: Set<String> = []
        for (number, rows) in numbers.sorted(by: { $0.key < $1.key }) {
            text += walk(number, rows, zone, language, &used)
            let shares = uncertainty.filter {
                $0["quantity"] == quantity && $0["zone"] == zone && $0["method"] == number.method
                    && $0["year"] == number.year
            }.map { row in
                let share = Double(row["share"] ?? "") ?? 0
                return "\(row["input"] ?? "") \((share * 1000).rounded() / 10) %"
            }
            guard !shares.isEmpty else { continue }
            text.append(
                (language == .zh ? "  不确定度来自：" : "  uncertainty from: ")
                    + shares.joined(separator: ", "))
        }
        text += ["", language == .zh ? "系数：" : "Coefficients:"]
        for id in used.sorted() {
            guard let coefficient = coefficients[id] else { continue }
            func word(_ name: String) -> String { coefficient[name] ?? "" }
            let percent = rounded(word("half_width_percent"))
            let isChinese = language == .zh
            let assumed =
                word("uncertainty_assumed") == "yes" ? isChinese ? "（假定）" : " (assumed)" : ""
            let verified =
                word("verified") == "yes"
                ? isChinese ? "已核实" : "verified" : isChinese ? "未核实" : "not verified"
            let note = word("note").isEmpty ? "" : "; \(word("note"))"
            text.append(
                "  \(id) = \(word("value")) \(word("unit")) ±\(percent) % \(word("distribution"))"
                    + "\(assumed); \(word("source")); \(verified): \(word("evidence"))\(note)")
        }
        return text
    }

    private func walk(
        _ number: Number, _ rows: [Row], _ zone: String, _ language: Language,
        _ used: inout Set<String>
    ) -> [String] {
        func value(_ row: Row) -> Double { Double(row["value"] ?? "") ?? 0 }
        let total = rows.reduce(0) { $0 + value($1) }
        var years = 1.0
        let ends = number.year.split(separator: "-").compactMap { Double($0) }
        let isChange = rows.first?["quantity"] == "change_tc"
        if isChange, ends.count == 2, abs(ends[1] - ends[0]) < 10_000 { years = ends[1] - ends[0] }
        let unit = isChange ? "t C/yr" : rows.first?["unit"] ?? ""
        let over = years > 1 ? " = \(rounded(total)) t C / \(Int(years))" : ""
        var text = [
            "",
            "\(number.method) \(number.year), \(zone): \(rounded(total / years)) \(unit)\(over)",
        ]
        if zone == "all" {
            let parts = Dictionary(grouping: rows) { $0["zone"] ?? "" }
            for (id, zoneRows) in parts.sorted(by: { $0.key < $1.key }) {
                let name = zoneRows.first?["name"] ?? ""
                let sum = zoneRows.reduce(0) { $0 + value($1) } / years
                text.append("  \(id) \(name) = \(rounded(sum)) \(unit)")
            }
            for row in rows { used.formUnion(names(in: row)) }
            return text
        }
        let sorted = rows.filter { value($0) != 0 }.sorted {
            abs(value($0)) > abs(value($1))
        }
        for row in sorted.prefix(Self.shown) {
            func word(_ name: String) -> String { row[name] ?? "" }
            let was =
                word("from").isEmpty
                ? ""
                : language == .zh
                    ? "（原为\(word("from"))）" : " (was \(word("from")))"
            let what =
                word("pool") == "all"
                ? word("class")
                : language == .zh
                    ? "\(word("class"))的\(CarbonFigures.poolName(word("pool")).zh)"
                    : "\(word("pool")) of \(word("class"))"
            text.append(
                "  \(what)\(was) = \(rounded(word("value"))) t C = "
                    + "\(word("formula"))  [\(word("coefficients"))]")
            used.formUnion(names(in: row))
        }
        let rest = sorted.dropFirst(Self.shown)
        if !rest.isEmpty {
            let sum = rest.reduce(0) { $0 + value($1) }
            let more = language == .zh ? "另有\(rest.count)行" : "\(rest.count) more lines"
            text.append("  \(more) = \(rounded(sum)) t C (carbon_lines.csv)")
        }
        return text
    }

    private static let shown = 12

    private func names(in row: Row) -> [String] {
        (row["coefficients"] ?? "").split(separator: " ").map(String.init)
    }

    private func rounded(_ text: String) -> String { Double(text).map(rounded) ?? text }

    private func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
