// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Testing
import Words

@Suite("Deserts")
struct DesertTests {
    /// 10,000 km²; rows baseline, columns now: mobile, semi-fixed, fixed, vegetated.
    private func worked() throws -> DesertTreatment {
        let order: [SandState] = [.mobile, .semiFixed, .fixed, .vegetated]
        let rows = [
            [1200.0, 1000, 1600, 200], [50, 700, 1650, 100], [0, 100, 1800, 100], [0, 0, 0, 1500],
        ]
        var states: [SandState: [SandState: Double]] = [:]
        for (before, row) in zip(order, rows) {
            for (after, area) in zip(order, row) {
                states[before, default: [:]][after] = area * squareKilometre
            }
        }
        return try DesertTreatment(states: states)
    }

    @Test(
        "three ratios from one matrix",
        arguments: [
            (DesertVariant.change, 3550.0, 6500.0, 54.6154), (.state, 6950, 10_000, 69.5),
            (.step, 4550, 6500, 70.0),
        ])
    func ratios(variant: DesertVariant, treated: Double, of: Double, percent: Double) throws {
        let result = try worked().result(
            "desert_mu_us", variant: variant, at: somewhere, baseline: 2015)
        #expect(result.numerator == Quantity(treated * squareKilometre, .squareMetres))
        #expect(result.denominator == Quantity(of * squareKilometre, .squareMetres))
        #expect(close(result.percent, percent, within: 5e-5))
        #expect(result.notes.contains { $0.en == "relapse 150.00 km²" })
    }

    @Test("relapse is 150 km², and mobile sand fell by 68.75 %")
    func relapse() throws {
        let desert = try worked()
        #expect(desert.relapse == 150 * squareKilometre)
        #expect(desert.mobileSandChange == -0.6875)
        #expect(desert.newSand == 0)
        #expect(desert.region == 10_000 * squareKilometre)
    }

    @Test("built-up land stays in the denominator of T_state and out of the numerator")
    func other() throws {
        let desert = try DesertTreatment(states: [.mobile: [.fixed: 50, .other: 50]])
        #expect(
            try desert.result("d", variant: .state, at: somewhere, baseline: 2015).value == 0.5)
        #expect(try desert.result("d", at: somewhere, baseline: 2015).value == 0.5)
    }

    @Test("ground without a state may be treated sand, or sand that is not")
    func unassessed() throws {
        let desert = try DesertTreatment(
            states: [.mobile: [.fixed: 60, .mobile: 30]], unassessed: 10)
        let result = try desert.result("d", at: somewhere, baseline: 2015)
        #expect(result.value == 60.0 / 90)
        #expect(result.bounds?.lower == 0.6 && result.bounds?.upper == 0.7)
        let strict = AssessmentRules(maximumUnclassifiedShare: 0.005)
        #expect(try desert.result("d", at: somewhere, baseline: 2015, rules: strict).isNotAssessed)
    }

    @Test("a desert that had no open sand has no ratio")
    func nothingToTreat() throws {
        let desert = try DesertTreatment(states: [.fixed: [.fixed: 90]])
        #expect(try desert.result("d", at: somewhere, baseline: 2015).isNotAssessed)
    }

    @Test("years in the wrong order are refused, and so is a ledger that outgrows its region")
    func refusals() throws {
        let desert = try worked()
        #expect(throws: EcologyError.self) {
            try desert.result("desert_mu_us", at: somewhere, baseline: 2020)
        }
        #expect(throws: EcologyError.self) {
            try DesertTreatment.ledger("d", treated: 11, treatable: 10, at: somewhere)
        }
        let ledger = try DesertTreatment.ledger("d", treated: 3, treatable: 10, at: somewhere)
        #expect(ledger.value == 0.3)
        #expect(ledger.variant == "ledger")
    }

    @Test("a map label's outline of Mu Us is refused: it covers more than 60 % of the city")
    func labels() throws {
        #expect(throws: EcologyError.self) {
            try DesertTreatment.requirePlausible(region: "Mu Us", area: 61, of: 100)
        }
        try DesertTreatment.requirePlausible(region: "Mu Us", area: 60, of: 100)
    }

    @Test(
        "sand is mobile below 10 %, semi-fixed below 30 %, fixed from there",
        arguments: [
            (0.0, SandState.mobile), (0.0999, .mobile), (0.10, .semiFixed), (0.2999, .semiFixed),
            (0.30, .fixed), (1, .fixed),
        ])
    func states(cover: Double, expected: SandState) {
        #expect(SandState(cover: cover) == expected)
        #expect(SandState(cover: .nan) == nil)
    }

    @Test("water and towns are neither sand nor treated; bare ground needs its cover")
    func categories() {
        #expect(SandState(category: "water") == .other)
        #expect(SandState(category: "built") == .other)
        #expect(SandState(category: "grassland") == .vegetated)
        #expect(SandState(category: "sand_bare") == nil)
    }

    @Test(
        "sandification is light above 40 % of cover and very severe to 10 %",
        arguments: [
            (0.41, SandificationDegree.light), (0.40, .moderate), (0.25, .severe),
            (0.10, .verySevere),
        ])
    func degrees(cover: Double, expected: SandificationDegree) {
        #expect(SandificationDegree(cover: cover) == expected)
    }
}
