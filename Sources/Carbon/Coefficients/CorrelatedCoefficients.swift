// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Coefficients that do not vary independently, joined by a Gaussian copula.
///
/// Each keeps the distribution that is stated for it; what is correlated are their normal scores: the
/// standard normal numbers that have the same rank.
public struct CorrelatedCoefficients: Sendable {
    /// The coefficients, in the order of the matrix.
    public let members: [Coefficient]
    /// The correlations of their normal scores, 1 on the diagonal.
    public let correlation: [[Double]]
    /// The lower triangular root of ``correlation``.
    let root: [[Double]]
    /// The covariance of the drawn values, in the units of the coefficients.
    let covariance: [[Double]]

    /// - Throws: ``CarbonError/badCovariance(name:reason:)`` where the correlations contradict each
    ///   other: the matrix is not positive definite.
    init(_ members: [Coefficient], correlation: [[Double]]) throws(CarbonError) {
        let name = Self.name(of: members)
        let root = try choleskyRoot(of: correlation, named: name)
        guard root.enumerated().allSatisfy({ $1[$0] > 1e-6 }) else {
            throw .badCovariance(name: name, reason: "is not positive definite")
        }
        self.members = members
        self.correlation = correlation
        self.root = root
        covariance = Self.covariance(of: members, correlation)
    }

    /// What their common share of a variance is listed under.
    var name: String { Self.name(of: members) }

    private static func name(of members: [Coefficient]) -> String {
        members.map(\.id).joined(separator: " ~ ")
    }

    /// The covariance of the drawn values by the series of Hermite polynomials: where z and w are
    /// standard normal with correlation ρ, Cov(f(z), g(w)) = Σ ρᵏ f_k g_k, with f_k = E[f(z) He_k(z)] / √k!.
    ///
    /// - Source: Mehler's formula; Lancaster 1957, *Biometrika* 44, 289–292.
    private static func covariance(
        of members: [Coefficient], _ correlation: [[Double]]
    ) -> [[Double]] {
        let series = members.map { hermite($0.distribution) }
        return members.indices.map { i in
            members.indices.map { j in
                guard i != j else {
                    let deviation = members[i].distribution.standardDeviation
                    return deviation * deviation
                }
                var (power, sum) = (1.0, 0.0)
                for (a, b) in zip(series[i], series[j]) {
                    power *= correlation[i][j]
                    sum += power * a * b
                }
                return sum
            }
        }
    }

    /// The coefficients f₁, f₂, … of a distribution, as a function of its normal score.
    private static func hermite(_ distribution: Distribution) -> [Double] {
        var series = [Double](repeating: 0, count: 40)
        // The trapezoid rule is exact to rounding for what falls off as a normal density does.
        let step = 0.03125
        for index in -288...288 {
            let z = Double(index) * step
            let weighted = distribution.value(atScore: z) * StandardNormal.density(z) * step
            var (last, polynomial) = (0.0, 1.0)
            for k in series.indices {
                let order = Double(k + 1)
                (last, polynomial) = (
                    polynomial,
                    (z * polynomial - (order - 1).squareRoot() * last) / order.squareRoot()
                )
                series[k] += weighted * polynomial
            }
        }
        return series
    }
}
