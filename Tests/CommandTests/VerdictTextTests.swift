// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite struct VerdictTextTests {
    @Test("explain verdict tells what each verdict needs, in either language")
    func policy() async throws {
        let english = try await Folder().run("explain", "verdict", "--lang", "en")
        #expect(english.status == 0 && english.output.contains("probability of 0.95"))
        let chinese = try await Folder().run("explain", "verdict", "--lang", "zh")
        #expect(chinese.output.contains("按图计数"))
    }
}
