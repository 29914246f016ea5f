// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Testing

@testable import Carbon

/// Coefficients whose citation from memory is replaced by one that was read.
@Suite struct CitingTests {
    @Test("a coefficient from memory takes the citation, and counts as verified")
    func guide() throws {
        let set = try CoefficientSet(named: "provincial_guide")
        let own = "省级温室气体清单编制指南（试行），2011，第85页"
        let cited = try set.citing(References(["省级温室气体清单编制指南(试行)": own]))
        let before = try set.factor("svd")
        let after = try cited.factor("svd")
        #expect(!before.isVerified && before.evidence == .fromMemory)
        #expect(after.isVerified && after.evidence == .stated && after.source == own)
        #expect(after.distribution == before.distribution && after.id == before.id)
        // Another source stays as it was.
        #expect(
            cited.coefficients.filter { $0.source.hasPrefix("Fang") }
                == set.coefficients.filter { $0.source.hasPrefix("Fang") })
    }

    @Test(
        "every kind of coefficient is reached, and correlated ones too",
        arguments: [
            "forest:soil", "forest:soil_factor", "orchard:flux", "root_shoot.broadleaf.0",
            "bcef.pines.0.stock",
        ])
    func everyKind(name: String) throws {
        let row = "{ value = 2, sd = 0.2, evidence = \"memory\", source = \"a book\" }"
        let set = try coefficientSet(
            """
            [[densities]]
            categories = ["forest"]
            above = \(row)
            below = \(row)
            dead_organic = \(row)
            soil = \(row)
            soil_factor = \(row)
            [[fluxes]]
            categories = ["orchard"]
            flux = \(row)
            [[root_shoot]]
            group = "broadleaf"
            value = 2
            evidence = "memory"
            source = "a book"
            [[expansion]]
            group = "pines"
            stock = \(row)
            increment = \(row)
            removal = \(row)
            [[correlation]]
            between = ["forest:soil", "forest:above"]
            value = 0.5
            """)
        let cited = try set.citing(References(["a book": "the book, p. 7"]))
        let found = try #require(cited.coefficients.first { $0.id == "test:\(name)" })
        #expect(found.source == "the book, p. 7" && found.isVerified)
        #expect(cited.correlations.allSatisfy { $0.members.allSatisfy(\.isVerified) })
        #expect(cited.fromMemory.isEmpty)
    }
}
