// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Elementary functions in plain IEEE arithmetic, so that every machine gives the same bits.
///
/// A system's own `exp` and `log` may differ in the last bit from one processor to the next.
enum Elementary {
    static let ln2High = 6.93147180369123816490e-01
    static let ln2Low = 1.90821492927058770002e-10

    /// eˣ, to about one unit in the last place for −700 < x < 700.
    @inline(__always)
    static func exp(_ x: Double) -> Double {
        let x = min(max(x, -700), 700)
        let k = (x * 1.4426950408889634).rounded(.toNearestOrEven)
        let r = (x - k * ln2High) - k * ln2Low
        let z = r * r
        let p =
            r
            * ((1.26177193074810590878e-4 * z + 3.02994407707441961300e-2) * z
                + 9.99999999999999999910e-1)
        let q =
            ((3.00198505138664455042e-6 * z + 2.52448340349684104192e-3) * z
                + 2.27265548208155028766e-1) * z + 2.0
        let power = Double(bitPattern: UInt64(bitPattern: Int64(k) + 1023) << 52)
        return (1 + 2 * (p / (q - p))) * power
    }

    /// The natural logarithm of a positive normal number, to about one unit in the last place.
    @inline(__always)
    static func log(_ x: Double) -> Double {
        let bits = x.bitPattern
        // Splits x into 2ᵏ·m with m between √½ and √2.
        let shifted = bits &+ (0x3FF0_0000_0000_0000 &- 0x3FE6_A09E_667F_3BCD)
        let k = Double(Int64(shifted >> 52) - 1023)
        let m = Double(bitPattern: (shifted & 0x000F_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_667F_3BCD)
        let f = m - 1
        let s = f / (2 + f)
        let z = s * s
        let w = z * z
        let even =
            w
            * (3.999999999940941908e-01
                + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
        let odd =
            z
            * (6.666666666666735130e-01
                + w
                * (2.857142874366239149e-01
                    + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)))
        let series = odd + even
        let half = 0.5 * f * f
        return k * ln2High - ((half - (s * (half + series) + k * ln2Low)) - f)
    }
}
