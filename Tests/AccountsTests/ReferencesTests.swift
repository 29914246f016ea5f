// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Foundation
import GDAL
import Reporting
import Survey
import Testing
import Words

/// A survey file's `[references]`.
@Suite("References")
struct ReferencesTests {
    private func survey(_ scratch: Scratch, _ references: String) async throws -> SurveyRun.Outcome
    {
        try await scratch.survey(
            ofOneYearWith: """
                [carbon]
                draws = 0
                \(references)
                """)
    }

    @Test("replace a citation from memory in report, record and explain, and its mark goes")
    func everywhere() async throws {
        let scratch = try Scratch()
        let own = "TD/T 1055-2019 第7.3条，本局藏本"
        let outcome = try await survey(scratch, "[references]\n\"TD/T 1055-2019\" = \"\(own)\"\n")
        func text(_ name: String) throws -> String {
            try String(contentsOfFile: "\(outcome.folder)/\(name)", encoding: .utf8)
        }
        #expect(try text("report.html").contains(own))
        #expect(try !text("report.html").contains("第三次全国国土调查技术规程"))
        #expect(try text("provenance.json").contains(own))
        let finished = try FinishedSurvey(in: outcome.folder)
        let cropland = try IndicatorCatalogue.bundled().citing(finished.references)["cropland"]
        #expect(
            try #require(cropland).explanation(in: .en)
                .contains("\(own)  [as the survey file states]"))
        #expect(try text("provenance.json").contains("\"cropland\" : \"verified\""))
    }

    @Test("a key that is no citation is an error with file, line and what can be replaced")
    func unknown() async throws {
        let scratch = try Scratch()
        let error = await #expect(throws: (any Error).self) {
            try await survey(scratch, "[references]\n\"TD/T 9999\" = \"x\"\n")
        }
        let words = "\(try #require(error))"
        #expect(
            words.contains("survey.toml:") && words.contains("no citation that can be replaced"))
        #expect(words.contains("TD/T 1055-2019 第三次全国国土调查技术规程"))
        #expect(words.contains("省级温室气体清单编制指南"))
    }
}
