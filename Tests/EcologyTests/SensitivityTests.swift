// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

@testable import Ecology
import Testing
import Words

@Suite("What figures are sensitive to")
struct SensitivityTests {
    private func result(_ value: Double, _ parts: [Sensitivity]) -> IndicatorResult {
        var result = IndicatorResult(
            "x", variant: "", at: somewhere, numerator: Quantity(value, .squareMetres),
            over: Quantity(1, .squareMetres))
        result.sensitivities = parts
        result.uncertainty.leftOut = [.endMembers, .season, .mapError]
        result.holdSensitivities()
        return result
    }

    private let word = LocalizedText("otherwise")

    @Test("of one source the worst counts, and sources add up; what is held is no more left out")
    func bounds() {
        let found = result(
            0.5,
            [
                Sensitivity(.endMembers, word, difference: -0.03),
                Sensitivity(.endMembers, word, difference: -0.02),
                Sensitivity(.endMembers, word, difference: 0.01),
                Sensitivity(.season, word, difference: -0.1),
                Sensitivity(.threshold, word, difference: 9, isInBounds: true),
            ])
        #expect(close(found.bounds?.lower, 0.37, within: 1e-12))
        #expect(close(found.bounds?.upper, 0.51, within: 1e-12))
        #expect(found.uncertainty.included == [.endMembers, .season])
        #expect(found.uncertainty.leftOut == [.mapError])
    }

    @Test("a share stays within 0…1")
    func share() {
        let found = result(
            0.9,
            [
                Sensitivity(.season, word, difference: -2),
                Sensitivity(.season, word, difference: 0.5),
            ])
        #expect(found.bounds?.lower == 0 && found.bounds?.upper == 1)
    }

    @Test("shrub in doubt moves forest to either side, in the variants that count it")
    func shrub() throws {
        var areas = try ForestAreas(trees: 10, specialShrub: 20, otherShrub: 5, land: 100)
        areas.shrubInDoubt = [
            ShrubInDoubt(word, area: 20, counts: true), ShrubInDoubt(word, area: 8, counts: true),
            ShrubInDoubt(word, area: 5, counts: false),
        ]
        var official = try forestCoverage(of: areas, at: somewhere)
        official.holdSensitivities()
        #expect(close(official.bounds?.lower, 0.1, within: 1e-12))
        #expect(close(official.bounds?.upper, 0.35, within: 1e-12))
        #expect(
            try forestCoverage(of: areas, variant: .greening, at: somewhere).sensitivities == [])
    }
}
