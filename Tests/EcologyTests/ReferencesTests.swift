// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import DataFiles
import Testing

@testable import Ecology
import Words

/// Citations of a survey's own in place of those that Steppe has from memory.
@Suite struct ReferencesTests {
    private func references(_ lines: String) throws -> References {
        try References(
            readData(lines, named: "survey.toml"),
            replaceable: IndicatorCatalogue.bundled().fromMemory)
    }

    @Test("a citation given in place of one from memory loses its mark in every sentence")
    func replaced() throws {
        let own = "GB/T 26424-2010 5.2.3，本局藏本"
        let catalogue = try IndicatorCatalogue.bundled()
        let cited = catalogue.citing(try references("\"GB/T 26424-2010\" = \"\(own)\""))
        let before = try #require(catalogue["forest_coverage"])
        let after = try #require(cited[before.id])
        #expect(before.sourceLine(in: .zh).contains("GB/T 26424-2010"))
        #expect(after.sourceLine(in: .zh).contains(own))
        #expect(!after.sourceLine(in: .zh).contains("\(own) [凭记忆，待核实]"))
        #expect(after.explanation(in: .en).contains("\(own)  [as the survey file states]"))
        // What was read stays as it was.
        #expect(
            after.sources.filter { $0.evidence == .read }
                == before.sources.filter { $0.evidence == .read })
    }

    @Test("a whole citation goes before the beginning of several")
    func longest() throws {
        let found = References(["GB/T 15773-2008": "a", "GB/T 15773-2008 水土保持综合治理 验收规范": "b"])
        #expect(found.citation(for: "GB/T 15773-2008") == "a")
        #expect(found.citation(for: "GB/T 15773-2008 水土保持综合治理 验收规范") == "b")
        #expect(found.citation(for: "GB/T 15773-20081") == nil)
        #expect(found.citation(for: "SL 190-2007") == nil)
    }

    @Test("a key that is no citation from memory is refused at its line, with all that there are")
    func unknown() throws {
        let error = try #require(throws: DataFileError.self) {
            try references("\"SL 190-2007\" = \"x\"\n\"GB/T 99999\" = \"y\"")
        }
        #expect(error.line == 2)
        for title in try IndicatorCatalogue.bundled().fromMemory {
            #expect("\(error)".contains("\"\(title)\""))
        }
    }

    @Test("a citation that was read cannot be replaced, and one that is empty is refused")
    func refusals() throws {
        #expect(throws: DataFileError.self) {
            try references("\"GB 19377-2003\" = \"x\"")
        }
        let error = try #require(throws: DataFileError.self) {
            try references("\"SL 190-2007\" = \" \"")
        }
        #expect("\(error)".contains("is empty"))
    }
}
