// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Foundation
import Reporting
import Testing

/// The figures of the demonstration as each release had them: a later one has the same, or `explained.csv`
/// says which differ, by how much at most, and why.
///
/// `Tools/golden figures` writes those of the version in hand. Numbers are held to 10⁻¹² of their size: the last
/// bits of a logarithm are the processor's.
@Suite("Figures of releases")
struct GoldenFigureTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Golden")
    private static let bits = 1e-12

    /// By table: the columns that tell its rows apart, and those that are kept.
    private static let tables: [(name: String, keys: [String], figures: [String])] = [
        (
            "indicators", ["year", "zone", "indicator"],
            ["value", "numerator", "denominator", "lower", "upper", "verdict"]
        ),
        ("variants", ["year", "zone", "indicator", "variant"], ["value", "lower", "upper"]),
        (
            "carbon", ["year", "zone", "method", "quantity", "pool"],
            ["value", "lower", "upper", "sd"]
        ),
        ("areas", ["year", "zone", "class"], ["area_m2"]),
    ]

    private func figures() async throws -> [String: String] {
        let demo = try await DemoRun.shared()
        var figures: [String: String] = [:]
        for table in Self.tables {
            for row in try demo.rows(of: table.name) {
                let key = table.keys.map { row[$0] ?? "" }.joined(separator: "/")
                for column in table.figures {
                    guard let value = row[column], !value.isEmpty else { continue }
                    let name = "\(table.name)/\(key)/\(column)"
                    #expect(figures[name] == nil, "\(name) stands in two rows")
                    figures[name] = value
                }
            }
        }
        return figures
    }

    private func difference(_ one: String, _ other: String?) -> Double {
        if one == other { return 0 }
        guard let one = Double(one), let other = other.flatMap(Double.init) else {
            return .infinity
        }
        return abs(one - other) / max(abs(one), abs(other))
    }

    private static let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path())

    private static var releases: [String] {
        (files ?? []).filter { $0.hasSuffix(".csv") && $0 != "explained.csv" }.sorted()
    }

    @Test("are those of this version, or what differs is explained", arguments: releases)
    func reproduced(file: String) async throws {
        let figures = try await figures()
        let known = Dictionary(
            try CSV.rows(ofFile: Self.folder.appending(path: file).path()).map {
                ($0["figure"] ?? "", $0["value"] ?? "")
            }, uniquingKeysWith: { first, _ in first })
        #expect(known.count > 3000)
        var explanations = try CSV.rows(
            ofFile: Self.folder.appending(path: "explained.csv").path()
        ).filter { $0["release"] == file.replacing(".csv", with: "") }.map {
            (row: $0, isUsed: false)
        }
        for (figure, value) in known.sorted(by: { $0.key < $1.key }) {
            let difference = difference(value, figures[figure])
            guard difference > Self.bits else { continue }
            let place = explanations.firstIndex {
                figure.contains($0.row["figures_with"] ?? "?")
                    && difference <= Double($0.row["relative"] ?? "") ?? 0
            }
            guard let place else {
                Issue.record(
                    "\(figure) was \(value) in \(file), and is \(figures[figure] ?? "gone")")
                continue
            }
            explanations[place].isUsed = true
        }
        for explanation in explanations {
            #expect(!(explanation.row["reason"] ?? "").isEmpty)
            #expect(explanation.isUsed, "nothing differs so: \(explanation.row)")
        }
    }

    @Test("are kept of some release")
    func kept() { #expect(!Self.releases.isEmpty) }

    @Test(
        "are written where they are asked for",
        .enabled(if: ProcessInfo.processInfo.environment["STEPPE_MAKE_GOLDEN"] == "figures"))
    func write() async throws {
        let rows = try await figures().sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)\n" }
        let file = Self.folder.appending(path: "\(SteppeVersion.current).csv")
        try ("figure,value\n" + rows.joined()).write(to: file, atomically: true, encoding: .utf8)
    }
}
