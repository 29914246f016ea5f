// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import DataFiles
import Ecology
import Foundation
import Support
import Survey
import Testing
import Words

/// The demonstration survey, run once for all tests, without maps.
struct DemoRun {
    let folder: String
    let outcome: SurveyRun.Outcome

    static func run(jobs: Int = 2) async throws -> DemoRun {
        let folder = try keptFolder("demo") + "/out"
        var survey = try SurveyFile(
            readingFrom: BundledData.path("GeoData/synthetic/survey.toml"))
        survey.output = folder
        var run = SurveyRun(survey)
        run.jobs = jobs
        run.drawsMaps = false
        run.language = .en
        return DemoRun(folder: folder, outcome: try await run.run())
    }

    private static let once = Task { try await run() }

    static func shared() async throws -> DemoRun { try await once.value }

    func rows(of table: String) throws -> [[String: String]] {
        try CSV.rows(ofFile: "\(folder)/\(table).csv")
    }
}

/// RFC 4180, read by rules of its own: an oracle for what Steppe writes.
enum CSV {
    static func rows(ofFile path: String) throws -> [[String: String]] {
        let data = try #require(FileManager.default.contents(atPath: path))
        return rows(of: String(decoding: data, as: UTF8.self))
    }

    static func rows(of text: String) -> [[String: String]] {
        var lines: [[String]] = []
        var line: [String] = []
        var cell = String.UnicodeScalarView()
        var isQuoted = false
        var last: Unicode.Scalar = ","
        for scalar in text.unicodeScalars {
            defer { last = scalar }
            if isQuoted {
                if scalar == "\"" { isQuoted = false } else { cell.append(scalar) }
                continue
            }
            switch scalar {
            case "\"":
                // A quotation mark right after a closing one was a doubled one.
                if last == "\"" { cell.append(scalar) }
                isQuoted = true
            case ",", "\n":
                if scalar == "\n" && cell.last == "\r" { cell.removeLast() }
                line.append(String(cell))
                cell = .init()
                if scalar == "\n" {
                    lines.append(line)
                    line = []
                }
            default: cell.append(scalar)
            }
        }
        guard let head = lines.first else { return [] }
        return lines.dropFirst().map {
            Dictionary(zip(head, $0), uniquingKeysWith: { first, _ in first })
        }
    }
}
