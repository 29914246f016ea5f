// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Gamma and Dirichlet draws from a stream addressed by draw.
enum GammaSampler {
    /// One draw of a gamma variable with this shape and scale 1.
    ///
    /// Rejected attempts use the stream's second counter, so a draw never disturbs another.
    ///
    /// - Source: Marsaglia & Tsang 2000, *ACM Trans. Math. Software* 26(3), 363–372; below a shape
    ///   of 1, the draw for shape + 1 times U^(1/shape).
    static func draw(shape: Double, from stream: RandomStream, draw: UInt32) -> Double {
        guard shape > 0 else { return 0 }
        if shape < 1 {
            let boost = stream.pair(draw).0
            return large(shape: shape + 1, from: stream, draw: draw)
                * Elementary.exp(Elementary.log(boost) / shape)
        }
        return large(shape: shape, from: stream, draw: draw)
    }

    private static func large(shape: Double, from stream: RandomStream, draw: UInt32) -> Double {
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        var attempt: UInt32 = 1
        while true {
            let (first, second) = stream.pair(draw, attempt: attempt)
            attempt += 1
            let x = StandardNormal.quantile(first)
            let root = 1 + c * x
            guard root > 0 else { continue }
            let v = root * root * root
            let square = x * x
            if second < 1 - 0.0331 * square * square { return d * v }
            if Elementary.log(second) < 0.5 * square + d * (1 - v + Elementary.log(v)) {
                return d * v
            }
        }
    }
}
