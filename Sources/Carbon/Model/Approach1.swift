// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

extension CarbonModel {
    /// Every number's uncertainty by IPCC approach 1.
    ///
    /// Carried through to first order about the means: Var C ≈ g′ Σ g with the gradient g of C by
    /// its inputs, so that a coefficient that zones share counts as one, and areas that close on
    /// their zone have their negative covariances. Intervals are mean ± 1.96 standard deviations.
    ///
    /// - Source: IPCC 2006 Guidelines, Vol. 1 ch. 3, approach 1, in its form for correlated inputs.
    /// - Parameter wantsShares: Of which numbers ``CarbonEstimate/shares`` are wanted; others have none. Shares
    ///   of 10⁵ zones take gigabytes.
    /// - Returns: An estimate for each of ``keys``, in their order.
    public func linearEstimates(
        wantsShares: (Key) -> Bool = { _ in true }
    ) -> [CarbonEstimate] {
        var gradient = Gradient(of: self)
        return outputs.indices.map { index in
            linearEstimate(
                of: index, by: &gradient, wantsShares: wantsShares(outputs[index].key))
        }
    }

    /// One number's uncertainty by approach 1; `nil` where there is no such number.
    public func linearEstimate(_ key: Key) -> CarbonEstimate? {
        var gradient = Gradient(of: self)
        return places[key].map { linearEstimate(of: $0, by: &gradient, wantsShares: true) }
    }

    private func linearEstimate(
        of index: Int, by gradient: inout Gradient, wantsShares: Bool
    ) -> CarbonEstimate {
        let output = outputs[index]
        guard wantsShares else {
            return Self.linearEstimate(
                output.key, output.value, variance: gradient.variance(of: index))
        }
        let parts = gradient.varianceParts(of: index)
        let variance = parts.reduce(0) { $0 + $1.variance }
        return Self.linearEstimate(output.key, output.value, variance: variance, parts)
    }

    static func linearEstimate(
        _ key: Key, _ value: Double, variance: Double, _ parts: [VariancePart] = []
    ) -> CarbonEstimate {
        let deviation = variance.squareRoot()
        let half = StandardNormal.z95 * deviation
        return CarbonEstimate(
            key: key, approach: .linear, central: value, mean: value, median: value,
            standardDeviation: deviation, lower: value - half, upper: value + half,
            probabilityPositive: deviation > 0
                ? StandardNormal.cumulative(value / deviation) : (value > 0 ? 1 : 0),
            shares: parts.isEmpty ? [] : shares(parts, of: deviation * deviation))
    }

    /// What each group of inputs adds to the variance of a number, to first order.
    func varianceParts(of output: Int) -> [VariancePart] {
        var gradient = Gradient(of: self)
        return gradient.varianceParts(of: output)
    }

    static func shares(
        _ parts: [VariancePart], of variance: Double, total: [String: Double] = [:]
    ) -> [VarianceShare] {
        guard variance > 0 else { return [] }
        return parts.filter { $0.variance > 0 }
            .map {
                VarianceShare(
                    input: $0.input, share: $0.variance / variance, total: total[$0.input])
            }
            .sorted { ($1.share, $0.input) < ($0.share, $1.input) }
    }
}
