// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// The standard normal distribution, in the same plain arithmetic on every machine.
enum StandardNormal {
    /// The 0.975 quantile: a 95 % interval is this many standard deviations to each side.
    static let z95 = 1.959963984540054

    /// The density at x.
    static func density(_ x: Double) -> Double {
        x.magnitude > 37 ? 0 : 0.3989422804014327 * Elementary.exp(-0.5 * x * x)
    }

    /// The share of draws below x: a series near the middle, a continued fraction in the tails.
    static func cumulative(_ x: Double) -> Double {
        if x > 3 { return 1 - upperTail(x) }
        if x < -3 { return upperTail(-x) }
        var term = x
        var sum = x
        var odd = 1.0
        while term.magnitude > sum.magnitude * 1e-17 && odd < 400 {
            odd += 2
            term *= x * x / odd
            sum += term
        }
        return 0.5 + density(x) * sum
    }

    /// The share of draws above x, without loss of digits where it is small.
    static func upperTail(_ x: Double) -> Double {
        x > 3 ? density(x) / inverseMills(x) : 1 - cumulative(x)
    }

    /// The density over the upper tail at x: φ(x)/(1 − Φ(x)).
    static func inverseMills(_ x: Double) -> Double {
        guard x > 3 else { return density(x) / (1 - cumulative(x)) }
        var fraction = x
        for step in stride(from: 200, through: 1, by: -1) { fraction = x + Double(step) / fraction }
        return fraction
    }

    /// The x below which a share p of draws lies, 0 < p < 1, to about 1e-16.
    ///
    /// - Source: Wichura 1988, algorithm AS 241 (PPND16), *Applied Statistics* 37, 477–484.
    static func quantile(_ p: Double) -> Double {
        let q = p - 0.5
        if q.magnitude <= 0.425 {
            let r = 0.180625 - q * q
            return q * ratio(r, Self.a, Self.b)
        }
        let tail = q < 0 ? p : 1 - p
        let r = (-Elementary.log(tail)).squareRoot()
        let x = r <= 5 ? ratio(r - 1.6, Self.c, Self.d) : ratio(r - 5, Self.e, Self.f)
        return q < 0 ? -x : x
    }

    private typealias Eight = (
        Double, Double, Double, Double, Double, Double, Double, Double
    )

    @inline(__always)
    private static func ratio(_ x: Double, _ n: Eight, _ d: Eight) -> Double {
        polynomial(x, n) / polynomial(x, d)
    }

    @inline(__always)
    private static func polynomial(_ x: Double, _ c: Eight) -> Double {
        let high = ((c.7 * x + c.6) * x + c.5) * x + c.4
        return (((high * x + c.3) * x + c.2) * x + c.1) * x + c.0
    }

    private static var a: Eight {
        (
            3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
            1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
            3.3430575583588128105e+4, 2.5090809287301226727e+3
        )
    }
    private static var b: Eight {
        (
            1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
            2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
            5.2264952788528545610e+3
        )
    }
    private static var c: Eight {
        (
            1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
            3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
            2.27238449892691845833e-2, 7.74545014278341407640e-4
        )
    }
    private static var d: Eight {
        (
            1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
            1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
            1.05075007164441684324e-9
        )
    }
    private static var e: Eight {
        (
            6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
            2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
            2.71155556874348757815e-5, 2.01033439929228813265e-7
        )
    }
    private static var f: Eight {
        (
            1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
            7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
            2.04426310338993978564e-15
        )
    }
}
