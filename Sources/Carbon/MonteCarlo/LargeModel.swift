// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

extension CarbonModel {
    /// Numbers beyond which zones are not simulated one by one: 10⁵ draws of so many take some 20
    /// seconds of a processor.
    public static let mostSimulated = 4_000

    /// Terms of the whole beyond which it is not simulated either.
    private static let mostTerms = 20_000

    /// Whether there are so many numbers that ``estimates(draws:seed:jobs:wantsShares:)`` leaves the zones to
    /// approach 1.
    public var isLarge: Bool { outputs.count > Self.mostSimulated }

    /// Every number's uncertainty by approach 2; of a large model that of the whole alone, and that of
    /// each zone by approach 1.
    ///
    /// Both count a coefficient that zones share as one, so zones and whole fit together.
    ///
    /// - Parameters:
    ///   - draws: Of approach 2; 0 takes approach 1 for all.
    ///   - seed: Any number; another gives other draws.
    ///   - jobs: Threads.
    ///   - wantsShares: Of which numbers the headline's ``CarbonEstimate/shares`` are wanted; others have none.
    /// - Returns: An estimate for each of ``keys``, in their order, and each by approach 1.
    /// - Throws: ``CarbonError`` for a number of draws that cannot be made; `CancellationError`.
    public func estimates(
        draws: Int, seed: UInt64, jobs: Int, wantsShares: (Key) -> Bool = { _ in true }
    ) async throws -> (headline: [CarbonEstimate], linear: [CarbonEstimate]) {
        guard draws > 0 else {
            let linear = linearEstimates(wantsShares: wantsShares)
            return (linear, linear)
        }
        guard isLarge else {
            let simulated = try await simulatedEstimates(
                draws: draws, seed: seed, jobs: jobs, wantsShares: wantsShares)
            return (simulated, linearEstimates { _ in false })
        }
        let linear = linearEstimates(wantsShares: wantsShares)
        let whole = whole()
        guard whole.canBeSimulated else { return (linear, linear) }
        let simulated = try await whole.simulatedEstimates(
            draws: draws, seed: seed, jobs: jobs, wantsShares: wantsShares)
        let byKey = Dictionary(
            simulated.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        return (linear.map { byKey[$0.key] ?? $0 }, linear)
    }

    /// Whether it has few enough terms for a simulation of the whole.
    var canBeSimulated: Bool { terms.count <= Self.mostTerms }

    /// The numbers of the whole alone, each from its own terms: those of all zones, put together.
    private func whole() -> CarbonModel {
        var model = CarbonModel()
        model.variables = variables
        model.rows = rows
        model.blocks = blocks
        model.correlations = correlations
        for output in outputs where output.key.zone == Self.cityZone {
            var total = Output(key: output.key)
            total.value = output.value
            if let multiple = output.multiple,
                let source = model.places[outputs[multiple.of].key]
            {
                total.multiple = (source, multiple.by)
            } else {
                total.entries = [model.entries.count]
                let first = model.terms.count
                addTerms(behind: output, to: &model)
                model.addEntry(of: output.key, output.value, termsFrom: first)
            }
            model.outputs.append(total)
            model.places[total.key] = model.outputs.count - 1
        }
        return model
    }

    /// Adds the terms of a number to another model: those of the same variables as one, and variables
    /// that are known exactly as weights.
    private func addTerms(behind output: Output, to model: inout CarbonModel) {
        var weights: [[Factor]: Double] = [:]
        var order: [[Factor]] = []
        forTerms(behind: output) { term in
            var weight = term.weight
            var others: [Factor] = []
            for factor in factors[term.factors] {
                if case .sampled(let distribution) = variables[factor.variable].definition,
                    distribution.shape == .fixed
                {
                    weight *= power(distribution.mean, factor.exponent)
                } else {
                    others.append(factor)
                }
            }
            if weights[others] == nil { order.append(others) }
            weights[others, default: 0] += weight
        }
        for factors in order { model.addTerm(weights[factors] ?? 0, factors) }
    }

    private func forTerms(behind output: Output, _ body: (Term) -> Void) {
        for entry in output.entries { for term in terms[entries[entry].terms] { body(term) } }
        for part in output.parts { forTerms(behind: outputs[part], body) }
    }
}
