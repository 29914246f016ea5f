// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import LandCover
import Testing

@Suite struct ShrubRuleTests {
    typealias Cover = ShrubEvidence.Cover

    @Test(
        "shrub is special where it is dry, dense and protective",
        arguments: [
            (Cover.measured(0.35), 280.0, Category.specialShrub),
            (.measured(0.35), 430, .otherShrub),
            (.measured(0.30), 280, .otherShrub),
            (.measured(0.35), 400, .otherShrub),
            (.byDefinition(.above30), 280, .specialShrub),
            (.byDefinition(.above30), 430, .otherShrub),
            (.byDefinition(.undetermined), 280, .shrub),
            (.byDefinition(.undetermined), 430, .otherShrub),
            (.measured(.nan), 280, .shrub),
        ])
    func coverAndRain(cover: Cover, rain: Double, expected: Category) {
        let found = ShrubRule().resolve(.init(cover: cover, countyRainMillimetres: rain))
        #expect(found.category == expected)
        #expect(!found.reasons.isEmpty)
    }

    @Test("a cover of exactly 30 % counts where the rule is told to include it")
    func inclusive() {
        var rule = ShrubRule()
        rule.isCoverInclusive = true
        let shrub = ShrubEvidence(cover: .measured(0.30), countyRainMillimetres: 280)
        #expect(rule.resolve(shrub).category == .specialShrub)
    }

    @Test("without the county's rain dense shrub stays open, and sparse shrub is settled")
    func unknownRain() {
        let dense = ShrubEvidence(cover: .measured(0.5), countyRainMillimetres: nil)
        let sparse = ShrubEvidence(cover: .measured(0.1), countyRainMillimetres: nil)
        #expect(ShrubRule().resolve(dense).category == .shrub)
        #expect(ShrubRule().resolve(sparse).category == .otherShrub)
    }

    @Test("unknown use is taken to be protective, and said")
    func assumption() {
        var shrub = ShrubEvidence(cover: .measured(0.35), countyRainMillimetres: 280)
        #expect(ShrubRule().resolve(shrub).assumptions.count == 1)
        shrub.use = .protective
        #expect(ShrubRule().resolve(shrub).assumptions.isEmpty)
        shrub.use = .other
        #expect(ShrubRule().resolve(shrub).category == .otherShrub)
        shrub.use = nil
        var strict = ShrubRule()
        strict.assumesProtective = false
        #expect(strict.resolve(shrub).category == .shrub)
    }

    @Test("income, a harsh site and the layer's own word each override")
    func overrides() {
        var shrub = ShrubEvidence(cover: .measured(0.1), countyRainMillimetres: 600, use: .income)
        #expect(ShrubRule().resolve(shrub).category == .specialShrub)
        shrub = ShrubEvidence(
            cover: .measured(0.4), countyRainMillimetres: 600, isOnHarshSite: true)
        #expect(ShrubRule().resolve(shrub).category == .specialShrub)
        shrub.isDeclaredSpecial = false
        #expect(ShrubRule().resolve(shrub).category == .otherShrub)
    }
}
