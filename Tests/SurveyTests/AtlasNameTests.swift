// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Reporting
import Testing

@testable import Survey

@Suite("names of an atlas's files")
struct AtlasNameTests {
    @Test("are the zones' ids as far as file systems agree on them")
    func plain() {
        #expect(
            SurveyMaps.fileNames(of: ["150602", "东胜区", "a/b", "../etc", ".x", "🐑", ""])
                == ["150602", "东胜区", "a_b", "___etc", "_x", "_", "zone"])
    }

    @Test("are never the same, not even but for their case")
    func apart() {
        #expect(
            SurveyMaps.fileNames(of: ["a/b", "A/b", "a_b", "a_b-2", "a:b"])
                == ["a_b", "A_b-2", "a_b-3", "a_b-2-2", "a_b-4"])
    }

    @Test("are cut where a file system would refuse them")
    func long() {
        let names = SurveyMaps.fileNames(
            of: [String(repeating: "长", count: 200), String(repeating: "长", count: 201)])
        #expect(names.allSatisfy { $0.utf8.count <= 64 })
        #expect(Set(names).count == 2)
    }
}
