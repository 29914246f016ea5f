// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Testing
import Words

extension IndicatorResult {
    /// The same as a ledger would give it.
    var completelyCounted: IndicatorResult {
        var result = self
        result.uncertainty.completeCount = .ledger
        return result
    }
}

/// What a figure proves, by what is known of its error.
@Suite struct VerdictPolicyTests {
    private let target = Quantity(27.3, .percent)

    private func coverage(
        _ percent: Double, _ bounds: Bounds? = nil, included: Set<ErrorSource> = [],
        leftOut: Set<ErrorSource> = []
    ) -> IndicatorResult {
        var result = IndicatorResult(
            "forest_coverage", variant: "official", at: somewhere,
            numerator: Quantity(percent, .squareMetres), over: Quantity(100, .squareMetres))
        result.bounds = bounds
        result.uncertainty.included = included
        result.uncertainty.leftOut = leftOut
        return result
    }

    private func kind(
        _ result: IndicatorResult, _ direction: Target.Direction = .atLeast
    ) throws -> Verdict.Kind {
        try Verdict(of: result, against: target, direction).kind
    }

    @Test("a count of a map without any error is as counted, never met or missed")
    func asCounted() throws {
        #expect(try kind(coverage(40)) == .countedAbove)
        #expect(try kind(coverage(10)) == .countedBelow)
        #expect(try kind(coverage(10), .atMost) == .countedAbove)
        #expect(try kind(coverage(40, leftOut: [.mapError])) == .countedAbove)
    }

    @Test("bounds that hold no map error prove nothing, whatever their width")
    func boundsAlone() throws {
        let narrow = Bounds(0.39, 0.41, kind: .range)
        #expect(try kind(coverage(40, narrow, included: [.unclassified])) == .countedAbove)
        let wide = Bounds(0.20, 0.41, kind: .range)
        #expect(try kind(coverage(40, wide, included: [.unclassified])) == .inconclusive)
    }

    @Test("a side needs a probability of 0.95, which is a one-sided limit")
    func probability() throws {
        // 1.645 deviations above the target are just enough, 1.64 are not.
        func sampled(_ deviations: Double) -> IndicatorResult {
            let value = 0.273 + deviations * 0.01
            return coverage(
                value * 100, Bounds(value - 0.0196, value + 0.0196, kind: .confidence95),
                included: [.mapSample])
        }
        #expect(try kind(sampled(1.65)) == .met)
        #expect(try kind(sampled(1.63)) == .inconclusive)
        #expect(try kind(sampled(-1.65)) == .missed)
        let verdict = try Verdict(of: sampled(1), against: target)
        #expect(abs((verdict.probabilityMet ?? 0) - 0.841_345) < 1e-4)
        #expect(try Verdict(of: coverage(40), against: target).probabilityMet == nil)
    }

    @Test("a total that leaves parts out can be proven large, never small")
    func lowerBound() throws {
        let low = Bounds(0.26, 0.27, kind: .confidence95)
        #expect(try kind(coverage(26.5, low, included: [.mapSample])) == .missed)
        #expect(
            try kind(coverage(26.5, low, included: [.mapSample], leftOut: [.partsLeftOut]))
                == .inconclusive)
        let high = Bounds(0.29, 0.31, kind: .confidence95)
        #expect(
            try kind(coverage(30, high, included: [.mapSample], leftOut: [.partsLeftOut])) == .met)
        // A count of a part, too: below says nothing of the whole, above is as counted.
        #expect(try kind(coverage(26, leftOut: [.mapError, .partsLeftOut])) == .inconclusive)
        #expect(try kind(coverage(30, leftOut: [.mapError, .partsLeftOut])) == .countedAbove)
        var ledger = coverage(26)
        ledger.uncertainty.leftOut = [.partsLeftOut]
        #expect(try kind(ledger.completelyCounted) == .inconclusive)
        #expect(try kind(ledger) == .inconclusive)
        var large = coverage(30)
        large.uncertainty.leftOut = [.partsLeftOut]
        #expect(try kind(large) == .countedAbove)
    }

    @Test("an official survey is judged by its figure, and the reason names its document")
    func official() throws {
        var result = coverage(30)
        result.uncertainty.completeCount = .survey(document: "国土调查〔2021〕1号")
        let verdict = try Verdict(of: result, against: target)
        #expect(verdict.kind == .met && verdict.reason.zh.contains("国土调查〔2021〕1号"))
    }

    @Test("what is not official by its nature stays indicative, however sure its figure")
    func indicative() throws {
        var result = coverage(30, Bounds(0.29, 0.31, kind: .confidence95), included: [.mapSample])
        result.status = .indicative(LocalizedText("a schematic outline"))
        #expect(try kind(result) == .indicative)
        #expect(try kind(result.completelyCounted) == .indicative)
    }

    @Test("sources of error have words for tables in one order, and names for people")
    func words() {
        #expect(
            Uncertainty.words([.unclassified, .mapSample])
                == "map_error_by_sample unclassified_land")
        #expect(Uncertainty.names([.plotSampling]).en == "sampling of plots")
    }
}
