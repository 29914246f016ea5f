// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

extension CarbonModel {
    /// The variance of a number without approximation, where every input is independent and enters
    /// each product once: E[∏x] = ∏m and E[x²] = m² + σ².
    ///
    /// It is larger than approach 1's by what inputs do only together. O(products²).
    ///
    /// - Returns: `nil` where inputs are correlated, divided by or squared.
    public func exactVariance(_ key: Key) -> Double? {
        guard let place = places[key] else { return nil }
        var products: [[Factor]: Double] = [:]
        guard gather(place, 1, into: &products) else { return nil }
        let terms = products.sorted { a, b in
            a.key.map(\.variable).lexicographicallyPrecedes(b.key.map(\.variable))
        }
        var variance = 0.0
        for (i, first) in terms.enumerated() {
            for second in terms[i...] {
                let twice = first.key == second.key ? 1.0 : 2
                variance += twice * first.value * second.value * covariance(first.key, second.key)
            }
        }
        return variance
    }

    /// The shares of a number's variance with the exact variance as the whole; what is left to 1 is
    /// interaction.
    public func exactShares(_ key: Key) -> [VarianceShare]? {
        guard let place = places[key], let variance = exactVariance(key) else { return nil }
        return Self.shares(varianceParts(of: place), of: variance)
    }

    private func gather(
        _ place: Int, _ scale: Double, into products: inout [[Factor]: Double]
    ) -> Bool {
        let output = outputs[place]
        if let multiple = output.multiple {
            return gather(multiple.of, scale * multiple.by, into: &products)
        }
        for part in output.parts where !gather(part, scale, into: &products) { return false }
        for entry in output.entries {
            for term in terms[entries[entry].terms] {
                var weight = scale * term.weight
                var uncertain: [Factor] = []
                for factor in factors[term.factors] {
                    guard case .sampled(let distribution) = variables[factor.variable].definition
                    else { return false }
                    if distribution.shape == .fixed {
                        weight *= power(distribution.mean, factor.exponent)
                    } else if factor.exponent == 1 {
                        uncertain.append(factor)
                    } else {
                        return false
                    }
                }
                products[uncertain, default: 0] += weight
            }
        }
        return true
    }

    private func covariance(_ a: [Factor], _ b: [Factor]) -> Double {
        let shared = Set(a).intersection(b)
        guard !shared.isEmpty else { return 0 }
        var (both, apart) = (1.0, 1.0)
        for factor in a {
            let mean = variables[factor.variable].mean
            guard case .sampled(let distribution) = variables[factor.variable].definition else {
                continue
            }
            let deviation = distribution.standardDeviation
            both *= shared.contains(factor) ? mean * mean + deviation * deviation : mean
            apart *= shared.contains(factor) ? mean * mean : mean
        }
        for factor in b where !shared.contains(factor) {
            both *= variables[factor.variable].mean
            apart *= variables[factor.variable].mean
        }
        return both - apart
    }
}
